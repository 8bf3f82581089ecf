/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/cell.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* exp(3) is a factor of 20: no spread between people is wider. */
#define SD_MAX 3.0

enum { SENTENCE_SIZE = 320 };

void
fade_draft_refuse(fade_draft *draft, size_t line, fade_model_column column,
                  const char *format, ...)
{
    char sentence[SENTENCE_SIZE];
    va_list arguments;
    const fade_place place = {.file = draft->path,
                              .line = line,
                              .field = fade_model_column_name(column)};

    va_start(arguments, format);
    (void)vsnprintf(sentence, sizeof sentence, format, arguments);
    va_end(arguments);
    fade_diag_error(draft->diag, place, "%s", sentence);
    draft->bad = true;
}

const char *
fade_cell_text(const fade_draft *draft, fade_model_column column)
{
    const char *text = fade_csv_field(draft->csv, column);

    return text ? text : "";
}

size_t
fade_cell_choose(fade_draft *draft, fade_model_column column, const char *word,
                 fade_choice choice)
{
    const char *near;

    for (size_t i = 0; i < choice.count; i++) {
        if (strcmp(word, choice.names[i]) == 0) {
            return i;
        }
    }
    near = fade_text_nearest(word, choice.names, choice.count);
    FADE_CELL_REFUSE(draft, column, "\"%.*s\" is no %s%s%s%s", FADE_QUOTE(word),
                     choice.what, near ? "; did you mean \"" : "",
                     near ? near : "", near ? "\"?" : "");
    return choice.count;
}

void
fade_cell_once(fade_draft *draft, size_t *line)
{
    if (*line > 0) {
        FADE_CELL_REFUSE(
            draft, FADE_MODEL_COLUMN_NAME,
            "\"%.*s\" was given already, on line %zu",
            FADE_QUOTE(fade_cell_text(draft, FADE_MODEL_COLUMN_NAME)), *line);
        return;
    }
    *line = fade_csv_line(draft->csv);
}

/* A number, where `infinite` also "inf". False: refused. */
static bool
take_number(fade_draft *draft, fade_model_column column, bool infinite,
            double *out)
{
    const char *text = fade_cell_text(draft, column);

    if (infinite && strcmp(text, "inf") == 0) {
        *out = HUGE_VAL;
        return true;
    }
    if (fade_csv_number(draft->csv, column, out, draft->diag) != FADE_OK) {
        draft->bad = true;
        return false;
    }
    return true;
}

static bool
inside(double value, fade_range allowed)
{
    return value >= allowed.lower && value <= allowed.upper;
}

static void
refuse_outside(fade_draft *draft, fade_model_column column, double value,
               fade_range allowed)
{
    char numbers[3][FADE_NUMBER_SIZE];

    FADE_CELL_REFUSE(draft, column, "%s lies outside %s to %s",
                     fade_number_format(value, numbers[0]),
                     fade_number_format(allowed.lower, numbers[1]),
                     fade_number_format(allowed.upper, numbers[2]));
}

/* One end of the row's own bounds; `possible` where it is empty or refused. */
static double
take_bound(fade_draft *draft, fade_model_column column, fade_range possible)
{
    bool upper = column == FADE_MODEL_COLUMN_UPPER;
    double value = upper ? possible.upper : possible.lower;
    double given = 0.0;

    if (fade_cell_text(draft, column)[0] == '\0'
        || !take_number(draft, column, upper && isinf(possible.upper),
                        &given)) {
        return value;
    }
    if (!inside(given, possible)) {
        refuse_outside(draft, column, given, possible);
        return value;
    }
    return given;
}

bool
fade_cell_value(fade_draft *draft, fade_range *range, double *out)
{
    const fade_range possible = *range;

    range->lower = take_bound(draft, FADE_MODEL_COLUMN_LOWER, possible);
    range->upper = take_bound(draft, FADE_MODEL_COLUMN_UPPER, possible);
    if (range->lower > range->upper) {
        FADE_CELL_REFUSE(draft, FADE_MODEL_COLUMN_UPPER, "%s lies below lower",
                         fade_cell_text(draft, FADE_MODEL_COLUMN_UPPER));
        *range = possible;
    }
    if (fade_cell_text(draft, FADE_MODEL_COLUMN_VALUE)[0] == '\0') {
        FADE_CELL_REFUSE(draft, FADE_MODEL_COLUMN_VALUE,
                         "the number is missing");
        return false;
    }
    if (!take_number(draft, FADE_MODEL_COLUMN_VALUE, isinf(possible.upper),
                     out)) {
        return false;
    }
    if (!inside(*out, *range)) {
        refuse_outside(draft, FADE_MODEL_COLUMN_VALUE, *out, *range);
        return false;
    }
    return true;
}

double
fade_cell_sd(fade_draft *draft, fade_model_column column)
{
    const fade_range allowed = {0.0, SD_MAX};
    double value = 0.0;

    if (fade_cell_text(draft, column)[0] == '\0'
        || !take_number(draft, column, false, &value)) {
        return 0.0;
    }
    if (!inside(value, allowed)) {
        refuse_outside(draft, column, value, allowed);
        return 0.0;
    }
    return value;
}

void
fade_cell_unit(fade_draft *draft, const char *unit)
{
    const char *text = fade_cell_text(draft, FADE_MODEL_COLUMN_UNIT);

    if (text[0] == '\0') {
        FADE_CELL_REFUSE(draft, FADE_MODEL_COLUMN_UNIT,
                         "the unit is missing; it is \"%s\" here", unit);
    } else if (strcmp(text, unit) != 0) {
        FADE_CELL_REFUSE(draft, FADE_MODEL_COLUMN_UNIT,
                         "\"%.*s\" is not the unit here; it is \"%s\"",
                         FADE_QUOTE(text), unit);
    }
}

char
fade_cell_provenance(fade_draft *draft)
{
    const char *text = fade_cell_text(draft, FADE_MODEL_COLUMN_PROVENANCE);

    if (text[0] == '\0' || text[1] != '\0' || !strchr("PVADF", text[0])) {
        FADE_CELL_REFUSE(draft, FADE_MODEL_COLUMN_PROVENANCE,
                         "\"%.*s\" is none of P (published), V (from clinics' "
                         "statements), A (assumed), D (definition) and F "
                         "(fitted)",
                         FADE_QUOTE(text));
        return 'A';
    }
    return text[0];
}

fade_scale
fade_cell_scale(fade_draft *draft, fade_scale varying)
{
    static const char *const names[] = {"identity", "log", "logit"};
    const fade_choice choice = {"scale", names, sizeof names / sizeof *names};
    const char *text = fade_cell_text(draft, FADE_MODEL_COLUMN_SCALE);
    size_t i;

    if (text[0] == '\0') {
        return FADE_IDENTITY;
    }
    i = fade_cell_choose(draft, FADE_MODEL_COLUMN_SCALE, text, choice);
    if (i == choice.count || i == FADE_IDENTITY) {
        return FADE_IDENTITY;
    }
    if ((fade_scale)i != varying) {
        FADE_CELL_REFUSE(draft, FADE_MODEL_COLUMN_SCALE,
                         "\"%s\" would let this parameter leave what is "
                         "possible; it takes \"%s\"",
                         text, fade_scale_name(varying));
        return FADE_IDENTITY;
    }
    return (fade_scale)i;
}
