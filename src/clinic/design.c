/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "clinic/design.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/csv.h"
#include "base/text.h"

typedef enum key_kind { WHOLE, NUMBER, RANGE, MIX, DATE, WORD } key_kind;

typedef struct key_row {
    fade_design_key key;
    key_kind kind;
    size_t offset; /* into fade_design */
    double lower, upper;
} key_row;

#define KEY(name, kind, lower, upper, help)                            \
    {                                                                  \
        {#name, help}, kind, offsetof(fade_design, name), lower, upper \
    }
#define CASE(id, name, help)                                                   \
    {                                                                          \
        {"case_" #name, help}, WHOLE,                                          \
            offsetof(fade_design, cases) + sizeof(double) * FADE_CASE_##id, 0, \
            10000                                                              \
    }

static const key_row rows[] = {
    KEY(patients, WHOLE, 1, 10000000, "number of patients"),
    KEY(temporary, NUMBER, 0, 1, "share of patients with temporary pigment"),
    KEY(start_from, DATE, 0, 0, "first sessions lie between this day"),
    KEY(start_to, DATE, 0, 0, "and this one"),
    KEY(until, DATE, 0, 0, "nothing is on file after this day"),
    KEY(sessions, MIX, 1, 20, "sessions of the first course"),
    KEY(session_gap, RANGE, 1, 119, "days between sessions of a course"),
    KEY(dots, RANGE, 1, 2000, "dots per cm2 of a session"),
    KEY(dose, NUMBER, 0, 10, "recorded dose of a session; 0: dots / 120"),
    KEY(touchups, MIX, 0, 20, "later courses, of one session each"),
    KEY(touchup_gap, RANGE, 0.4, 50, "years between courses, permanent"),
    KEY(touchup_gap_temporary, RANGE, 0.4, 50,
        "years between courses, temporary"),
    KEY(skin_lightness, RANGE, 20, 100, "L* of the skin: bounds"),
    KEY(skin_mean, NUMBER, 20, 100, "L* of the skin: mean"),
    KEY(skin_sd, NUMBER, 0, 50, "L* of the skin: sd; 0: even in the bounds"),
    KEY(uv_exposure, MIX, 0, 10, "sun on the zone; 1 is typical"),
    KEY(scarring, NUMBER, 0, 1, "share of scarred zones"),
    KEY(healed_visit, NUMBER, 0, 1, "share of patients read when healed"),
    KEY(visits, MIX, 0, FADE_VISITS_MAX, "visits with readings after that"),
    KEY(visit_time, RANGE, 0, 50, "years from the last session to a visit"),
    KEY(tone_share, NUMBER, 0, 1, "share of visits with a tone reading"),
    KEY(score_share, NUMBER, 0, 1, "share of visits with a score"),
    KEY(definition_share, NUMBER, 0, 1, "share of visits with a definition"),
    KEY(score_max, NUMBER, 1, 100, "highest point of the score"),
    KEY(score_step, NUMBER, 0.01, 10, "step of the score"),
    KEY(resolution, NUMBER, 0, 10, "L* step of tone and definition"),
    KEY(detection_limit, NUMBER, -20, 100, "L* below which is censored"),
    KEY(practitioners, WHOLE, 1, 12, "number of practitioners"),
    KEY(named, NUMBER, 0, 1, "share of patients with a name"),
    KEY(clinic, WORD, 0, 0, "the clinic's code"),
    KEY(clinic_name, WORD, 0, 0, "the clinic's name"),
    KEY(time_zone, WORD, 0, 0, "the clinic's IANA time zone"),
    CASE(NO_SESSION, no_session, "patients not treated yet"),
    CASE(HEALING, healing, "patients treated weeks ago"),
    CASE(LASERED, lasered, "patients who had it lasered"),
    CASE(LET_FADE, let_fade, "patients who let temporary work fade"),
    CASE(CONTRAINDICATED, contraindicated, "patients not to be treated"),
    CASE(NOT_FOLLOWED, not_followed, "patients who moved away"),
    CASE(TRIAL, trial, "patients with permanent over temporary work"),
    CASE(FUT_SCAR, fut_scar, "patients with a FUT scar as second zone"),
    CASE(FUE_SCARS, fue_scars, "patients with FUE scars as second zone"),
    CASE(SPARSE, sparse, "patients without readings"),
    CASE(RICH, rich, "patients with many readings of all kinds"),
};

enum { KEYS = sizeof rows / sizeof rows[0] };

const fade_design_key *
fade_design_key_at(size_t index)
{
    return index < KEYS ? &rows[index].key : NULL;
}

fade_design
fade_design_default(void)
{
    fade_design design = {
        .patients = 300.0,
        .sessions = {{2.0, 3.0, 4.0}, {0.2, 0.6, 0.2}, 3},
        .session_gap = {10.0, 35.0},
        .dots = {80.0, 160.0},
        .dose = 1.0,
        .touchups = {{0.0}, {1.0}, 1},
        .touchup_gap = {3.0, 6.0},
        .touchup_gap_temporary = {0.6, 1.5},
        .skin_lightness = {30.0, 75.0},
        .skin_mean = 58.0,
        .skin_sd = 8.0,
        .uv_exposure = {{0.5, 1.0, 2.0}, {0.25, 0.5, 0.25}, 3},
        .scarring = 0.25,
        .healed_visit = 1.0,
        .visits = {{1.0, 2.0, 3.0, 4.0}, {0.25, 0.25, 0.25, 0.25}, 4},
        .visit_time = {0.2, 5.0},
        .tone_share = 1.0,
        .score_share = 0.6,
        .score_max = 10.0,
        .score_step = 1.0,
        .resolution = 0.01,
        .detection_limit = 0.5,
        .practitioners = 1.0,
        .clinic = "clinic",
        .clinic_name = "Simulated clinic",
        .time_zone = "UTC",
    };

    fade_date_from_ymd((fade_ymd){2020, 1, 1}, &design.start_from);
    fade_date_from_ymd((fade_ymd){2020, 12, 31}, &design.start_to);
    design.until = FADE_NO_DATE;
    return design;
}

static bool
is_in(const key_row *row, double value)
{
    return value >= row->lower && value <= row->upper;
}

static bool
parse_number(const key_row *row, const char *text, double *out)
{
    return fade_number_parse(text, out) == FADE_OK && is_in(row, *out)
           && (row->kind != WHOLE || !(fabs(*out - round(*out)) > 0.0));
}

/* "LOW..HIGH" */
static bool
parse_range(const key_row *row, const char *text, fade_range *out)
{
    const char *dots = strstr(text, "..");
    char low[FADE_NUMBER_SIZE];

    if (!dots || (size_t)(dots - text) >= sizeof low) {
        return false;
    }
    memcpy(low, text, (size_t)(dots - text));
    low[dots - text] = '\0';
    return parse_number(row, low, &out->low)
           && parse_number(row, dots + 2, &out->high) && out->low <= out->high;
}

/* "VALUE:WEIGHT"; a lone value has weight 1. */
static bool
parse_part(const key_row *row, char *part, fade_mix *out)
{
    char *colon = strchr(part, ':');
    double weight = 1.0;

    if (out->count == FADE_MIX_MAX) {
        return false;
    }
    if (colon) {
        *colon = '\0';
        if (fade_number_parse(colon + 1, &weight) != FADE_OK || !(weight >= 0.0)
            || !isfinite(weight)) {
            return false;
        }
    }
    out->weights[out->count] = weight;
    return parse_number(row, part, &out->values[out->count++]);
}

static bool
parse_mix(const key_row *row, const char *text, fade_mix *out)
{
    size_t length = strlen(text);
    char copy[256];
    char *rest = copy;
    double sum = 0.0;

    out->count = 0;
    if (length >= sizeof copy) {
        return false;
    }
    memcpy(copy, text, length + 1);
    for (char *part; (part = strsep(&rest, " ")) != NULL;) {
        if (*part != '\0' && !parse_part(row, part, out)) {
            return false;
        }
    }
    for (size_t i = 0; i < out->count; i++) {
        sum += out->weights[i];
    }
    return sum > 0.0;
}

static bool
parse_word(const char *text, char out[FADE_DESIGN_WORD])
{
    size_t length = strlen(text);

    if (length >= FADE_DESIGN_WORD || length == 0) {
        return false;
    }
    memcpy(out, text, length + 1);
    return true;
}

/* Parses into a copy, so that a bad value changes nothing. */
static bool
parse_value(const key_row *row, const char *text, fade_design *design)
{
    fade_design copy = *design;
    void *at = (char *)&copy + row->offset;
    bool good = false;

    switch (row->kind) {
    case WHOLE:
    case NUMBER:
        good = parse_number(row, text, at);
        break;
    case RANGE:
        good = parse_range(row, text, at);
        break;
    case MIX:
        good = parse_mix(row, text, at);
        break;
    case DATE:
        good = fade_date_parse(text, at) == FADE_OK;
        break;
    case WORD:
        good = parse_word(text, at);
        break;
    }
    if (good) {
        *design = copy;
    }
    return good;
}

static const key_row *
row_named(const char *key)
{
    for (size_t i = 0; i < KEYS; i++) {
        if (strcmp(rows[i].key.name, key) == 0) {
            return &rows[i];
        }
    }
    return NULL;
}

static void
say_unknown(const char *key, fade_place place, fade_diag *diag)
{
    const char *names[KEYS];
    const char *near;

    for (size_t i = 0; i < KEYS; i++) {
        names[i] = rows[i].key.name;
    }
    near = fade_text_nearest(key, names, KEYS);
    fade_diag_error(diag, place, "there is no key '%s'%s%s%s", key,
                    near ? "; did you mean '" : "", near ? near : "",
                    near ? "'?" : "");
}

static void
say_allowed(const key_row *row, const char *value, fade_place place,
            fade_diag *diag)
{
    static const char *const form[] = {
        [WHOLE] = "a whole number", [NUMBER] = "a number",
        [RANGE] = "LOW..HIGH",      [MIX] = "VALUE:WEIGHT VALUE:WEIGHT ...",
        [DATE] = "YYYY-MM-DD",      [WORD] = "1 to 63 bytes of text"};

    if (row->kind == DATE || row->kind == WORD) {
        fade_diag_error(diag, place, "%s: '%s' is not %s", row->key.name, value,
                        form[row->kind]);
    } else {
        fade_diag_error(diag, place, "%s: '%s' is not %s within %.10g to %.10g",
                        row->key.name, value, form[row->kind], row->lower,
                        row->upper);
    }
}

fade_status
fade_design_set(fade_design *design, const char *key, const char *value,
                fade_place place, fade_diag *diag)
{
    const key_row *row = row_named(key);

    if (!row) {
        say_unknown(key, place, diag);
        return FADE_EINVAL;
    }
    if (!parse_value(row, value, design)) {
        say_allowed(row, value, place, diag);
        return FADE_EINVAL;
    }
    return FADE_OK;
}

/* Goes on after a bad row, so that all of them are said. */
static fade_status
read_rows(fade_csv_reader *table, fade_design *design, fade_diag *diag)
{
    fade_status worst = FADE_OK;

    for (;;) {
        fade_status status = fade_csv_next(table, diag);

        if (status == FADE_ENOTFOUND) {
            return worst;
        }
        if (status == FADE_OK) {
            status = fade_design_set(design, fade_csv_field(table, 0),
                                     fade_csv_field(table, 1),
                                     fade_csv_place(table, 1), diag);
            status = status == FADE_OK ? FADE_OK : FADE_EPARSE;
        }
        if (status != FADE_OK) {
            worst = status;
        }
        if (fade_csv_broken(table)) {
            return worst;
        }
    }
}

fade_status
fade_design_read(const char *path, fade_design *out, fade_diag *diag)
{
    static const fade_csv_column columns[] = {{"key", true}, {"value", true}};
    fade_design design = fade_design_default();
    fade_csv_reader *table = NULL;
    fade_status status = fade_csv_open(path, columns, 2, false, &table, diag);

    if (status == FADE_OK) {
        status = read_rows(table, &design, diag);
        fade_csv_close(table);
    }
    if (status == FADE_OK) {
        *out = design;
    }
    return status;
}

fade_status
fade_design_check(const fade_design *design, fade_diag *diag)
{
    fade_place nowhere = {NULL, 0, NULL};
    double special = 0.0;

    for (int i = 0; i < FADE_CASES; i++) {
        special += design->cases[i];
    }
    if (special > design->patients) {
        fade_diag_error(diag, nowhere,
                        "%g special patients are more than %g patients",
                        special, design->patients);
        return FADE_EINVAL;
    }
    if (design->start_from > design->start_to) {
        fade_diag_error(diag, nowhere, "start_from lies after start_to");
        return FADE_EINVAL;
    }
    if (special > 0.0 && design->until == FADE_NO_DATE) {
        fade_diag_error(diag, nowhere, "special patients need `until`");
        return FADE_EINVAL;
    }
    return FADE_OK;
}

fade_case
fade_design_case(const fade_design *design, size_t index)
{
    double below = 0.0;

    for (int i = 0; i < FADE_CASES; i++) {
        below += design->cases[i];
        if ((double)index < below) {
            return (fade_case)i;
        }
    }
    return FADE_CASE_USUAL;
}
