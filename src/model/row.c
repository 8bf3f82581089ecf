/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/row.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"

enum { WORD_MAX = 40 /* bytes of a model's name or version */ };

const char *const fade_model_names[FADE_MODEL_LINES] = {
    [FADE_MODEL_NAME] = "name",
    [FADE_MODEL_PIGMENT] = "pigment",
    [FADE_MODEL_VERSION] = "version"};

const char *const fade_error_names[FADE_ERROR_COUNT] = {
#define NAME(name, unit, lower, upper) #name,
    FADE_ERRORS(NAME)
#undef NAME
};

const char *const fade_skin_names[FADE_SKIN_TYPES] = {"I",  "II", "III",
                                                      "IV", "V",  "VI"};

/* The cells of the current row, kept for as long as the model lives. */
static fade_status
keep_row(fade_draft *draft, const fade_model_row **out)
{
    fade_model *model = draft->model;
    fade_model_row row = {NULL, {NULL}};
    void *rows = model->rows;
    size_t size = 0;
    fade_status status = fade_array_reserve(&rows, &model->row_room,
                                            model->row_count + 1, sizeof row);

    model->rows = rows;
    if (status != FADE_OK) {
        return status;
    }
    for (int i = 0; i < FADE_MODEL_COLUMNS; i++) {
        size += strlen(fade_cell_text(draft, (fade_model_column)i)) + 1;
    }
    row.bytes = malloc(size);
    if (!row.bytes) {
        return FADE_ENOMEM;
    }
    size = 0;
    for (int i = 0; i < FADE_MODEL_COLUMNS; i++) {
        const char *text = fade_cell_text(draft, (fade_model_column)i);
        size_t length = strlen(text) + 1;

        row.cell[i] = memcpy(row.bytes + size, text, length);
        size += length;
    }
    model->rows[model->row_count] = row;
    *out = &model->rows[model->row_count++];
    return FADE_OK;
}

/* Names and versions go into messages, file names and records. */
static bool
is_word(const char *text)
{
    size_t length = strlen(text);

    if (length == 0 || length > WORD_MAX || !isalnum((unsigned char)text[0])) {
        return false;
    }
    for (size_t i = 0; i < length; i++) {
        if (!isalnum((unsigned char)text[i]) && !strchr("._-", text[i])) {
            return false;
        }
    }
    return true;
}

static void
take_word(fade_draft *draft, const char *text, const char **out)
{
    if (!is_word(text)) {
        FADE_CELL_REFUSE(draft, FADE_MODEL_COLUMN_VALUE,
                         "\"%.*s\" is no word of up to %d letters, digits, "
                         "'.', '_' and '-' that begins with a letter or digit",
                         FADE_QUOTE(text), (int)WORD_MAX);
    }
    *out = text;
}

static void
take_model(fade_draft *draft, const fade_model_row *row)
{
    const fade_choice choice = {"row of kind model", fade_model_names,
                                FADE_MODEL_LINES};
    const char *text = row->cell[FADE_MODEL_COLUMN_VALUE];
    size_t i = fade_cell_choose(draft, FADE_MODEL_COLUMN_NAME,
                                row->cell[FADE_MODEL_COLUMN_NAME], choice);

    if (i == choice.count) {
        return;
    }
    fade_cell_once(draft, &draft->given.model[i]);
    if (i == FADE_MODEL_NAME) {
        take_word(draft, text, &draft->model->name);
    } else if (i == FADE_MODEL_VERSION) {
        take_word(draft, text, &draft->model->version);
    } else if (fade_pigment_parse(text, &draft->model->pigment) != FADE_OK) {
        FADE_CELL_REFUSE(draft, FADE_MODEL_COLUMN_VALUE,
                         "\"%.*s\" is no pigment; write %s or %s",
                         FADE_QUOTE(text), fade_pigment_name(FADE_PERMANENT),
                         fade_pigment_name(FADE_TEMPORARY));
    }
}

/* Rows of one number: error model and skin. */
static void
take_number_row(fade_draft *draft, const char *unit, fade_range range,
                double *out)
{
    fade_cell_unit(draft, unit);
    (void)fade_cell_value(draft, &range, out);
    (void)fade_cell_provenance(draft);
}

static void
take_error(fade_draft *draft, const fade_model_row *row)
{
    static const struct {
        const char *unit;
        fade_range range;
    } errors[FADE_ERROR_COUNT] = {

#define ERROR_ROW(name, unit, lower, upper) {unit, {lower, upper}},
        FADE_ERRORS(ERROR_ROW)
#undef ERROR_ROW
    };
    fade_error_model *model = &draft->model->errors;
    double *const places[FADE_ERROR_COUNT] = {
#define PLACE(name, unit, lower, upper) &model->name,
        FADE_ERRORS(PLACE)
#undef PLACE
    };
    const fade_choice choice = {"number of the error model", fade_error_names,
                                FADE_ERROR_COUNT};
    size_t i = fade_cell_choose(draft, FADE_MODEL_COLUMN_NAME,
                                row->cell[FADE_MODEL_COLUMN_NAME], choice);

    if (i < choice.count) {
        fade_cell_once(draft, &draft->given.error[i]);
        take_number_row(draft, errors[i].unit, errors[i].range, places[i]);
    }
}

static void
take_skin(fade_draft *draft, const fade_model_row *row)
{
    const fade_choice choice = {"Fitzpatrick type (I to VI)", fade_skin_names,
                                FADE_SKIN_TYPES};
    size_t i = fade_cell_choose(draft, FADE_MODEL_COLUMN_NAME,
                                row->cell[FADE_MODEL_COLUMN_NAME], choice);

    if (i < choice.count) {
        fade_cell_once(draft, &draft->given.skin[i]);
        take_number_row(
            draft, "L*",
            (fade_range){FADE_SKIN_LIGHTNESS_MIN, FADE_SKIN_LIGHTNESS_MAX},
            &draft->model->skin[i]);
    }
}

#define COLUMN(id) (1u << FADE_MODEL_COLUMN_##id)
#define NUMBER_COLUMNS \
    (COLUMN(UNIT) | COLUMN(LOWER) | COLUMN(UPPER) | COLUMN(PROVENANCE))

/* Kinds of rows, and the columns that each fills beside the general ones. */
static const struct kind {
    const char *name;
    unsigned columns;
    void (*take)(fade_draft *draft, const fade_model_row *row);
} kinds[] = {
    {"model", 0u, take_model},
    {"parameter",
     NUMBER_COLUMNS | COLUMN(SCALE) | COLUMN(PATIENT_SD) | COLUMN(SESSION_SD),
     fade_draft_take_parameter},
    {"covariate", NUMBER_COLUMNS | COLUMN(PATIENT_SD), fade_draft_take_effect},
    {"error", NUMBER_COLUMNS, take_error},
    {"skin", NUMBER_COLUMNS, take_skin},
};

enum { KINDS = sizeof kinds / sizeof *kinds };

/* A number in a column that nobody will read would be believed to count. */
static void
check_empty(fade_draft *draft, const struct kind *kind)
{
    const unsigned general = COLUMN(KIND) | COLUMN(NAME) | COLUMN(VALUE)
                             | COLUMN(SOURCE) | COLUMN(NOTE);

    for (int i = 0; i < FADE_MODEL_COLUMNS; i++) {
        fade_model_column column = (fade_model_column)i;

        if (((kind->columns | general) & (1u << i)) == 0u
            && fade_cell_text(draft, column)[0] != '\0') {
            FADE_CELL_REFUSE(draft, column,
                             "leave this empty in a row of kind %s",
                             kind->name);
        }
    }
}

fade_status
fade_draft_take_row(fade_draft *draft)
{
    const char *names[KINDS];
    const fade_choice choice = {"kind of row", names, KINDS};
    const fade_model_row *row = NULL;
    fade_status status = keep_row(draft, &row);
    size_t i;

    if (status != FADE_OK) {
        return status;
    }
    for (i = 0; i < KINDS; i++) {
        names[i] = kinds[i].name;
    }
    i = fade_cell_choose(draft, FADE_MODEL_COLUMN_KIND,
                         row->cell[FADE_MODEL_COLUMN_KIND], choice);
    if (i < KINDS) {
        check_empty(draft, &kinds[i]);
        kinds[i].take(draft, row);
    }
    return FADE_OK;
}
