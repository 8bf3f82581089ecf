/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the columns of one record ask of each other. */
#include <math.h>
#include <string.h>

#include "store/record.h"

#define SCORE_MAX_USUAL  10.0 /* [points] of a visual density score */
#define SCORE_STEP_USUAL 1.0  /* [points] */
#define STEP_SLACK       1e-6 /* [steps] decimals such as 0.1 are not exact */

typedef struct judge {
    const fade_record *record;
    fade_diag *diag;
    fade_status status;
} judge;

static fade_place
place_of(const judge *it, const char *column)
{
    return fade_record_place(
        it->record, fade_entity_column_index(it->record->entity, column));
}

static bool
has(const judge *it, const char *column)
{
    return *fade_record_named(it->record, column) != '\0';
}

static bool
is(const judge *it, const char *column, const char *word)
{
    return strcmp(fade_record_named(it->record, column), word) == 0;
}

static void
complain(judge *it, const char *column, const char *text)
{
    fade_diag_error(it->diag, place_of(it, column), "%s", text);
    it->status = FADE_EINVAL;
}

/* Says the column's value and what is wrong with it. */
static void
refuse(judge *it, const char *column, const char *why)
{
    fade_diag_error(it->diag, place_of(it, column), "'%s': %s",
                    fade_record_named(it->record, column), why);
    it->status = FADE_EINVAL;
}

/* Whether the path leads anywhere is found out when it is followed. */
static void
check_required(judge *it)
{
    const fade_entity *entity = it->record->entity;

    for (size_t i = entity->path; i < entity->count; i++) {
        if (entity->columns[i].required && !*fade_record_get(it->record, i)) {
            complain(it, entity->columns[i].name, "it must not be empty");
        }
    }
}

static void
check_session(judge *it)
{
    static const char *const only_implants[] = {"pigment", "model", "dose",
                                                "dots"};

    if (!is(it, "kind", "laser")) {
        if (!has(it, "pigment")) {
            complain(it, "pigment",
                     "an implant needs its pigment: permanent or temporary");
        }
        if (has(it, "shatter")) {
            refuse(it, "shatter", "only a laser session has it");
        }
        return;
    }
    if (!has(it, "shatter")) {
        complain(it, "shatter",
                 "a laser session needs it: the share of the pigment that it "
                 "broke up, above 0 up to 1");
    }
    for (size_t i = 0; i < sizeof only_implants / sizeof *only_implants; i++) {
        if (has(it, only_implants[i])) {
            refuse(it, only_implants[i], "a laser session has none");
        }
    }
}

static void
refuse_limit(judge *it, const char *censored, const char *side)
{
    fade_diag_error(it->diag, place_of(it, "limit"),
                    "'%s' must lie %s the value, '%s', where that is "
                    "censored %s",
                    fade_record_named(it->record, "limit"), side,
                    fade_record_named(it->record, "value"), censored);
    it->status = FADE_EINVAL;
}

static void
check_limit(judge *it)
{
    double value = fade_record_number(it->record, "value");
    double limit = fade_record_number(it->record, "limit");

    if (isnan(limit)) {
        return;
    }
    if (!has(it, "censored")) {
        refuse(it, "limit", "only a censored reading has it");
    } else if (is(it, "censored", "below") && limit >= value) {
        refuse_limit(it, "below", "under");
    } else if (is(it, "censored", "above") && limit <= value) {
        refuse_limit(it, "above", "over");
    }
}

static bool
between_steps(double value, double step)
{
    double steps = value / step;

    return fabs(steps - round(steps)) > STEP_SLACK;
}

static double
or_usual(double value, double usual)
{
    return isnan(value) ? usual : value;
}

static void
check_on_scale(judge *it, const char *column)
{
    const fade_record *record = it->record;
    double value = fade_record_number(record, column);
    double top =
        or_usual(fade_record_number(record, "scale_max"), SCORE_MAX_USUAL);
    double step =
        or_usual(fade_record_number(record, "scale_step"), SCORE_STEP_USUAL);

    if (isnan(value)) {
        return;
    }
    if (value < 0.0 || value > top) {
        fade_diag_error(it->diag, place_of(it, column),
                        "'%s' is off the scale of 0 to %g",
                        fade_record_named(record, column), top);
        it->status = FADE_EINVAL;
    } else if (between_steps(value, step)) {
        fade_diag_error(it->diag, place_of(it, column),
                        "'%s' is no point of this scale, which goes in steps "
                        "of %g; if your scale has finer steps, give them in "
                        "the column scale_step, such as 0.5",
                        fade_record_named(record, column), step);
        it->status = FADE_EINVAL;
    }
}

static void
check_reading(judge *it)
{
    check_limit(it);
    if (is(it, "kind", "score")) {
        check_on_scale(it, "value");
        check_on_scale(it, "limit");
        return;
    }
    if (has(it, "scale_max")) {
        refuse(it, "scale_max", "only a score has it");
    }
    if (has(it, "scale_step")) {
        refuse(it, "scale_step", "only a score has it");
    }
}

static void
check_contraindication(judge *it)
{
    /* Text order is date order. */
    if (has(it, "until")
        && strcmp(fade_record_named(it->record, "until"),
                  fade_record_named(it->record, "from"))
               < 0) {
        fade_diag_error(it->diag, place_of(it, "until"),
                        "'%s' lies before the first day, '%s' (column from)",
                        fade_record_named(it->record, "until"),
                        fade_record_named(it->record, "from"));
        it->status = FADE_EINVAL;
    }
}

fade_status
fade_record_check(const fade_record *record, fade_diag *diag)
{
    judge it = {record, diag, FADE_OK};

    check_required(&it);
    switch (fade_entity_id_of(record->entity)) {
    case FADE_SESSION:
        check_session(&it);
        break;
    case FADE_READING:
        check_reading(&it);
        break;
    case FADE_CONTRAINDICATION:
        check_contraindication(&it);
        break;
    case FADE_CLINIC:
    case FADE_PRACTITIONER:
    case FADE_PATIENT:
    case FADE_ZONE:
    case FADE_ENTITIES:
        break;
    }
    return it.status;
}
