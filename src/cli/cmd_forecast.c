/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `fadecast forecast [PATIENT]` */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/by_hand.h"
#include "cli/forecast_output.h"
#include "cli/forecast_plan.h"
#include "cli/forecast_remarks.h"
#include "cli/message.h"
#include "clinic/outlook_figure.h"
#include "plot/figure.h"
#include "store/store.h"

/* One zone's forecast; `name` NULL: described on the command line. */
typedef struct zone_case {
    const char *name;
    fade_assembly assembly;
    fade_recall_case need;
    fade_outlook *outlook;
} zone_case;

/* All that one call of the command holds. */
typedef struct job {
    const fade_arguments *args;
    const char *patient; /* code; NULL: described on the command line */
    fade_format format;
    fade_outlook_plan plan;
    fade_shelf *shelf;
    zone_case *cases;
    size_t count;
    fade_diag diag;
} job;

static const char table_caption[] =
    "In per cent: what is left of the healed tone and crispness in the middle "
    "patient, and from where to where in half of all patients and in nine of "
    "ten; the chance that a touch-up is wanted.";

static void
clear_job(job *todo)
{
    for (size_t i = 0; todo->cases && i < todo->count; i++) {
        fade_outlook_destroy(todo->cases[i].outlook);
        fade_assembly_clear(&todo->cases[i].assembly);
    }
    free(todo->cases);
    fade_shelf_destroy(todo->shelf);
    fade_diag_clear(&todo->diag);
}

/* Forecasts one zone; one without a session only gets a remark. */
static fade_status
add_zone(job *todo, const fade_chart *chart, const fade_chart_zone *zone)
{
    zone_case *one = &todo->cases[todo->count];
    fade_status status =
        fade_assemble(chart, zone, todo->plan.today, todo->shelf,
                      &one->assembly, &todo->diag);

    if (status != FADE_OK) {
        return status;
    }
    todo->count++;
    if (one->assembly.last_session == FADE_NO_DATE) {
        fade_remark_no_session(todo->args, zone->name, todo->plan.today);
        fade_assembly_clear(&one->assembly);
        todo->count--;
        return FADE_OK;
    }
    fade_remark_assembly(todo->args, zone->name, todo->plan.today,
                         &one->assembly);
    one->name = todo->patient ? zone->name : NULL;
    one->need = fade_assembly_case(&one->assembly, chart, zone);
    return fade_outlook_create(&one->assembly, &one->need, &todo->plan,
                               &one->outlook);
}

static fade_status
print_words(const zone_case *one)
{
    fade_text words = {0};
    fade_status status = FADE_OK;

    if (one->name) {
        printf("Zone %s\n", one->name);
    }
    fade_outlook_words(one->outlook, &words);
    fade_print_words(stdout, 0, fade_text_string(&words));
    putchar('\n');
    if (!one->outlook->plan.typical) {
        fade_print_words(stdout, 0, table_caption);
        putchar('\n');
    }
    status = words.failed ? FADE_ENOMEM : FADE_OK;
    fade_text_clear(&words);
    return status;
}

static fade_status
print_text(const job *todo)
{
    fade_status status = FADE_OK;

    for (size_t i = 0; status == FADE_OK && i < todo->count; i++) {
        const fade_outlook *outlook = todo->cases[i].outlook;

        if (i > 0) {
            putchar('\n');
        }
        status = print_words(&todo->cases[i]);
        if (status == FADE_OK) {
            status = fade_forecast_table(&outlook, NULL, 1, FADE_FORMAT_TABLE,
                                         stdout);
        }
    }
    return status;
}

static fade_status
print_csv(const job *todo)
{
    const fade_outlook **outlooks = calloc(todo->count, sizeof(void *));
    const char **names = calloc(todo->count, sizeof(char *));
    fade_status status = FADE_ENOMEM;

    for (size_t i = 0; outlooks && names && i < todo->count; i++) {
        outlooks[i] = todo->cases[i].outlook;
        names[i] = todo->cases[i].name;
    }
    if (outlooks && names) {
        status = fade_forecast_table(outlooks, todo->patient ? names : NULL,
                                     todo->count, FADE_FORMAT_CSV, stdout);
    }
    free(outlooks);
    free(names);
    return status;
}

static fade_status
print_json(const job *todo)
{
    fade_json *object = NULL;
    fade_json *zones = NULL;
    fade_status status = FADE_OK;

    if (!todo->patient) {
        object = fade_forecast_json(todo->cases[0].outlook, NULL);
    } else {
        object = fade_json_object();
        zones = fade_json_array();
        fade_json_add_text(object, "patient", todo->patient);
        for (size_t i = 0; i < todo->count; i++) {
            fade_json_add(zones, NULL,
                          fade_forecast_json(todo->cases[i].outlook,
                                             todo->cases[i].name));
        }
        fade_json_add(object, "zones", zones);
    }
    status = object ? fade_json_write(object, stdout) : FADE_ENOMEM;
    fade_json_destroy(object);
    return status;
}

static fade_status
print_all(const job *todo)
{
    switch (todo->format) {
    case FADE_FORMAT_JSON:
        return print_json(todo);
    case FADE_FORMAT_CSV:
        return print_csv(todo);
    case FADE_FORMAT_TABLE:
        break;
    }
    return print_text(todo);
}

static fade_status
draw(job *todo)
{
    const char *path = fade_arg_text(todo->args, "plot");
    const zone_case *one = &todo->cases[0];

    return path ? fade_outlook_draw(&one->assembly, &one->need, &todo->plan,
                                    fade_arg_text(todo->args, "title"), path,
                                    &todo->diag)
                : FADE_OK;
}

static fade_status
read_options(job *todo, const char *time_zone)
{
    fade_date today = 0;
    fade_status status = fade_arg_today(todo->args, time_zone, &today);

    if (status == FADE_OK) {
        status = fade_forecast_plan_read(todo->args, today, &todo->plan);
    }
    return status;
}

/* The zone's own seed, so that `schedule` and this command tell one date. */
static fade_status
add_chart(job *todo, const fade_chart *chart, uint64_t seed)
{
    const char *only = fade_arg_text(todo->args, "zone");
    bool found = false;
    fade_status status = FADE_OK;

    free(todo->cases);
    todo->cases = calloc(chart->zone_count + 1, sizeof *todo->cases);
    if (!todo->cases) {
        return FADE_ENOMEM;
    }
    for (size_t i = 0; status == FADE_OK && i < chart->zone_count; i++) {
        const fade_chart_zone *zone = &chart->zones[i];

        if (only && strcmp(only, zone->name) != 0) {
            continue;
        }
        found = true;
        todo->plan.seed = fade_assembly_seed(seed, chart, zone);
        status = add_zone(todo, chart, zone);
    }
    if (only && !found) {
        fade_diag_error(&todo->diag, (fade_place){0},
                        "patient %s has no zone '%s'", todo->patient, only);
        return FADE_ENOTFOUND;
    }
    return status;
}

/* Does --until leave something to show of each zone? Else it is said. */
static bool
reaches_all(const job *todo)
{
    for (size_t i = 0; i < todo->count; i++) {
        if (!fade_until_reaches(todo->args, todo->plan.until,
                                &todo->cases[i].assembly)) {
            return false;
        }
    }
    return true;
}

/* Exit status of a finished job, after printing what it made. */
static int
finish(job *todo, fade_status status)
{
    if (status == FADE_OK && todo->count == 0) {
        fade_message(todo->args, "there is nothing to forecast");
        return FADE_EXIT_FAILURE;
    }
    if (status == FADE_OK && todo->count > 1
        && fade_arg_text(todo->args, "plot")) {
        return fade_wrong_usage(todo->args,
                                "a picture shows one zone: name it with "
                                "--zone");
    }
    if (status == FADE_OK && !reaches_all(todo)) {
        return FADE_EXIT_USAGE;
    }
    if (status == FADE_OK) {
        status = print_all(todo);
    }
    if (status == FADE_OK) {
        status = draw(todo);
    }
    return status == FADE_OK
               ? FADE_EXIT_OK
               : fade_failure(todo->args, status, NULL, &todo->diag);
}

static int
forecast_by_hand(job *todo)
{
    fade_by_hand hand;
    fade_status status = FADE_OK;
    int result = FADE_EXIT_USAGE;

    if (fade_arg_not_both(todo->args, "zone", "session") != FADE_OK
        || fade_arg_not_both(todo->args, "clinic", "session") != FADE_OK) {
        return FADE_EXIT_USAGE;
    }
    if (fade_arg_count(todo->args, "session") == 0) {
        return fade_wrong_usage(todo->args, "a PATIENT or a --session DATE is "
                                            "missing");
    }
    if (read_options(todo, NULL) != FADE_OK) {
        return FADE_EXIT_USAGE;
    }
    todo->plan.by_hand = true;
    status = fade_by_hand_read(todo->args, todo->shelf, &hand, &todo->diag);
    if (status == FADE_OK) {
        status = add_zone(todo, &hand.chart, &hand.zone);
        result = finish(todo, status);
        fade_by_hand_clear(&hand);
    } else if (status != FADE_EINVAL && status != FADE_EPARSE) {
        result = fade_failure(todo->args, status, NULL, &todo->diag);
    }
    return result;
}

static int
forecast_chart(job *todo, const fade_chart *chart, uint64_t store_seed)
{
    uint64_t seed = store_seed;

    if (read_options(todo, chart->time_zone) != FADE_OK) {
        return FADE_EXIT_USAGE;
    }
    if (fade_arg_text(todo->args, "seed")) {
        seed = todo->plan.seed;
    }
    return finish(todo, add_chart(todo, chart, seed));
}

static int
forecast_patient(job *todo)
{
    fade_store *store = NULL;
    fade_chart chart;
    fade_status status =
        fade_store_open(fade_arg_db(todo->args), &store, &todo->diag);
    int result = FADE_EXIT_FAILURE;

    fade_chart_init(&chart);
    if (status == FADE_OK) {
        status = fade_chart_read(store, fade_arg_text(todo->args, "clinic"),
                                 todo->patient, &chart, &todo->diag);
    }
    if (status == FADE_OK) {
        result = forecast_chart(todo, &chart, fade_store_seed(store));
    } else {
        result = fade_failure(todo->args, status, NULL, &todo->diag);
    }
    fade_chart_clear(&chart);
    fade_store_close(store);
    return result;
}

static int
forecast(job *todo)
{
    const fade_arguments *args = todo->args;

    if (!todo->patient) {
        return forecast_by_hand(todo);
    }
    if (fade_by_hand_given(args)) {
        return fade_wrong_usage(args, "a PATIENT's zones are in the database: "
                                      "leave the options that describe one");
    }
    return forecast_patient(todo);
}

static int
run_forecast(const fade_arguments *args)
{
    job todo = {.args = args, .patient = fade_arg_operand(args, 0)};
    const char *picture = fade_arg_text(args, "plot");
    fade_figure_format drawn = FADE_FIGURE_SVG;
    int result = FADE_EXIT_USAGE;

    if (fade_arg_format(args, &todo.format) != FADE_OK) {
        return FADE_EXIT_USAGE;
    }
    if (picture && fade_figure_format_of(picture, &drawn) != FADE_OK) {
        return fade_wrong_usage(args, "--plot: pictures end in .svg, .png or "
                                      ".pdf");
    }
    fade_diag_init(&todo.diag, FADE_NOTES_SHOWN);
    todo.cases = calloc(1, sizeof *todo.cases);
    if (!todo.cases || fade_shelf_create(&todo.shelf) != FADE_OK) {
        result = fade_failure(args, FADE_ENOMEM, NULL, NULL);
    } else {
        result = forecast(&todo);
    }
    clear_job(&todo);
    return result;
}

static const fade_option options[] = {
    FADE_OPTION_DB,
    {"clinic", "CODE", "the patient's clinic, where there is more than one",
     false},
    {"zone", "ZONE", "this zone of the patient alone", false},
    FADE_BY_HAND_OPTIONS,
    FADE_FORECAST_PLAN_OPTIONS,
    FADE_OPTION_TODAY,
    {"plot", "FILE", "draw a picture: FILE ends in .svg, .png or .pdf", false},
    {"title", "TEXT", "the picture's title; without it no patient is named",
     false},
    FADE_OPTION_JSON,
    FADE_OPTION_CSV,
    FADE_OPTION_END,
};

const fade_cmd fade_cmd_forecast = {
    .name = "forecast",
    .synopsis = "[PATIENT]",
    .summary = "Forecast how a zone fades and when it wants a touch-up",
    .details =
        "PATIENT is a code of the database; its zones are forecast with the "
        "seed of `fadecast schedule`, so that both tell the same dates.\n\n"
        "Without PATIENT the zone is described by --session, --laser, "
        "--reading and the options about skin and sun.\n\n"
        "Bands are over patients: in half of them the share lies within the "
        "inner band, in nine of ten within the outer one. Readings are shown "
        "but not yet learnt from.",
    .options = options,
    .most = 1,
    .run = run_forecast,
};
