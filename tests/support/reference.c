/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/reference.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/csv.h"
#include "base/text.h"

enum { WORDS = 1 }; /* columns of words, after the numbers */

/* A column of numbers and where it goes in a struct. */
typedef struct slot {
    const char *name;
    size_t offset;
} slot;

/* One row of any of the three tables. */
typedef struct table_row {
    double number; /* of the case */
    reference_case parameters;
    fade_event event;
    reference_state state;
    char word[16]; /* model or kind */
} table_row;

typedef void row_taker(const table_row *row, reference *out);

static _Noreturn void
give_up(const char *what, const char *where)
{
    (void)fprintf(stderr, "reference: %s: %s\n", where, what);
    exit(1);
}

static void
open_table(const char *path, const slot *slots, size_t count, const char *word,
           fade_csv_reader **out)
{
    fade_csv_column columns[FADE_CSV_COLUMN_MAX];

    for (size_t i = 0; i < count; i++) {
        columns[i] = (fade_csv_column){slots[i].name, true};
    }
    columns[count] = (fade_csv_column){word, true};
    if (fade_csv_open(path, columns, word ? count + WORDS : count, false, out,
                      NULL)
        != FADE_OK) {
        give_up("cannot be opened", path);
    }
}

static void
read_table(const char *name, const slot *slots, size_t count, const char *word,
           row_taker *take, reference *out)
{
    fade_text path = {0};
    fade_csv_reader *reader = NULL;
    table_row row = {0};

    fade_text_addf(&path, "%s/kinetics/%s", getenv("FADECAST_REFERENCE"), name);
    open_table(fade_text_string(&path), slots, count, word, &reader);
    while (fade_csv_next(reader, NULL) == FADE_OK) {
        for (size_t i = 0; i < count; i++) {
            double *to = (double *)(void *)((char *)&row + slots[i].offset);

            if (fade_number_parse(fade_csv_field(reader, i), to) != FADE_OK) {
                give_up("not a number", slots[i].name);
            }
        }
        if (word) {
            (void)snprintf(row.word, sizeof row.word, "%s",
                           fade_csv_field(reader, count));
        }
        if (!(row.number >= 0.0 && row.number < REFERENCE_CASES)) {
            give_up("no such case", name);
        }
        take(&row, out);
    }
    fade_csv_close(reader);
    fade_text_clear(&path);
}

static void
take_case(const table_row *row, reference *out)
{
    reference_case *to = &out->cases[(size_t)row->number];

    *to = row->parameters;
    if (fade_pigment_parse(row->word, &to->pigment) != FADE_OK) {
        give_up("no such pigment", row->word);
    }
}

static void
take_event(const table_row *row, reference *out)
{
    reference_case *to = &out->cases[(size_t)row->number];

    if (to->event_count == REFERENCE_EVENT_MAX) {
        give_up("too many events", "events.csv");
    }
    to->events[to->event_count] = row->event;
    to->events[to->event_count].pigment = to->pigment;
    to->events[to->event_count++].kind =
        strcmp(row->word, "laser") == 0 ? FADE_LASER : FADE_IMPLANT;
}

static void
take_state(const table_row *row, reference *out)
{
    reference_case *to = &out->cases[(size_t)row->number];

    if (to->state_count == REFERENCE_STATE_MAX) {
        give_up("too many states", "states.csv");
    }
    to->states[to->state_count++] = row->state;
}

#define SLOT(column, member)                 \
    {                                        \
#        column, offsetof(table_row, member) \
    }
#define RATE(column)          SLOT(column, parameters.rates.column)
#define OPTIC(column)         SLOT(column, parameters.optics.column)
#define SUN(column)           SLOT(column, parameters.sunlight.column)
#define AMOUNT(column, place) SLOT(column, state.of[place])
#define LOOK(column)          SLOT(column, state.appearance.column)
#define LENGTH(table)         (sizeof(table) / sizeof *(table))

static const slot CASE_SLOTS[] = {
    SLOT(case, number),
    RATE(epidermal_fraction),
    RATE(shed_rate),
    RATE(capture_rate),
    RATE(capture_capacity),
    RATE(drain_rate),
    RATE(store_rate),
    RATE(unstore_rate),
    RATE(turnover_rate),
    RATE(soften_rate),
    RATE(resorb_rate),
    RATE(bleach_rate),
    OPTIC(dot_radius),
    OPTIC(dot_spread),
    OPTIC(absorbance),
    OPTIC(surface_reflectance),
    OPTIC(halftone_exponent),
    OPTIC(reference_dots),
    SLOT(skin_lightness, parameters.skin_lightness),
    SUN(uv_exposure),
    SUN(uv_amplitude),
    SUN(uv_peak_day),
};

static const slot EVENT_SLOTS[] = {
    SLOT(case, number),           SLOT(time, event.time),
    SLOT(dose, event.dose),       SLOT(dots, event.dots),
    SLOT(shatter, event.shatter),
};

static const slot STATE_SLOTS[] = {
    SLOT(case, number),
    SLOT(time, state.time),
    AMOUNT(epidermis, FADE_EPIDERMIS),
    AMOUNT(free, FADE_FREE),
    AMOUNT(macrophage, FADE_MACROPHAGE),
    AMOUNT(fibroblast, FADE_FIBROBLAST),
    AMOUNT(softened, FADE_SOFTENED),
    AMOUNT(shed, FADE_SHED),
    AMOUNT(drained, FADE_DRAINED),
    AMOUNT(bleached, FADE_BLEACHED),
    AMOUNT(resorbed, FADE_RESORBED),
    LOOK(tone),
    LOOK(definition),
    LOOK(coverage),
};

static bool
folder_is_there(void)
{
    const char *folder = getenv("FADECAST_REFERENCE");
    fade_text path = {0};
    FILE *file = NULL;

    if (folder) {
        fade_text_addf(&path, "%s/kinetics/cases.csv", folder);
        file = fopen(fade_text_string(&path), "r");
        fade_text_clear(&path);
    }
    return file && fclose(file) == 0;
}

bool
reference_load(reference *out)
{
    if (!folder_is_there()) {
        printf("1..0 # SKIP the folder of reference solutions is not here "
               "(FADECAST_REFERENCE)\n");
        return false;
    }
    memset(out, 0, sizeof *out);
    read_table("cases.csv", CASE_SLOTS, LENGTH(CASE_SLOTS), "model", take_case,
               out);
    read_table("events.csv", EVENT_SLOTS, LENGTH(EVENT_SLOTS), "kind",
               take_event, out);
    read_table("states.csv", STATE_SLOTS, LENGTH(STATE_SLOTS), NULL, take_state,
               out);
    return true;
}

fade_site
reference_site(const reference_case *of)
{
    fade_site site = {.sunlight = of->sunlight,
                      .events = of->events,
                      .event_count = of->event_count};

    site.rates[of->pigment] = &of->rates;
    return site;
}

fade_dots
reference_dots(const reference_case *of, double time)
{
    fade_dots dots = {0};

    for (size_t i = 0; i < of->event_count; i++) {
        const fade_event *event = &of->events[i];

        if (event->kind == FADE_IMPLANT && event->time <= time) {
            dots.density += event->dots;
            dots.ageing += event->dots * (time - event->time);
        }
    }
    return dots;
}
