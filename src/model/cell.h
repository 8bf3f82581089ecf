/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A table half read, and what its current row's cells may hold. Everything
 * that is refused is said in its diag and sets `bad`; reading goes on,
 * so that one run names all mistakes.
 */
#ifndef MODEL_CELL_H
#define MODEL_CELL_H

#include "base/csv.h"
#include "model/model.h"

enum {
    FADE_MODEL_NAME,
    FADE_MODEL_PIGMENT,
    FADE_MODEL_VERSION,
    FADE_MODEL_LINES
};

/* On which line each thing was given; 0: not yet. */
typedef struct fade_given {
    size_t model[FADE_MODEL_LINES];
    size_t parameter[FADE_PARAMETER_COUNT];
    bool sound[FADE_PARAMETER_COUNT]; /* its row was taken as it is */
    size_t effect[FADE_PARAMETER_COUNT][FADE_COVARIATE_COUNT];
    size_t error[FADE_ERROR_COUNT];
    size_t skin[FADE_SKIN_TYPES];
} fade_given;

typedef struct fade_draft {
    const char *path;
    fade_csv_reader *csv;
    fade_model *model;
    fade_given given;
    bool ragged; /* a row could not be read at all: names may be lost */
    bool bad;    /* something was refused */
    fade_diag *diag;
} fade_draft;

typedef struct fade_range {
    double lower, upper;
} fade_range;

/* Words that a cell may hold; `what` says what they are: "parameter". */
typedef struct fade_choice {
    const char *what;
    const char *const *names;
    size_t count;
} fade_choice;

/* Refuses a column of the row on `line`. */
void fade_draft_refuse(fade_draft *draft, size_t line, fade_model_column column,
                       const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* Refuses a column of the current row. */
#define FADE_CELL_REFUSE(draft, column, ...)                          \
    fade_draft_refuse((draft), fade_csv_line((draft)->csv), (column), \
                      __VA_ARGS__)

/* A file's text cut to a length fit for a message: two arguments of "%.*s". */
enum { FADE_QUOTE_MAX = 48 /* bytes */ };

#define FADE_QUOTE(text) fade_text_clip((text), FADE_QUOTE_MAX), (text)

/* "" where the cell is empty. */
const char *fade_cell_text(const fade_draft *draft, fade_model_column column);

/* Index of `word` among the names; their count after a refusal. */
size_t fade_cell_choose(fade_draft *draft, fade_model_column column,
                        const char *word, fade_choice choice);

/* A thing may be given once: keeps the line of the first in *line. */
void fade_cell_once(fade_draft *draft, size_t *line);

/*
 * The row's value, within its own lower and upper, and those within *range,
 * what is possible at all; "inf" only where that is unlimited. *range becomes
 * the row's own. False: refused.
 */
bool fade_cell_value(fade_draft *draft, fade_range *range, double *out);

/* A standard deviation, empty being 0. */
double fade_cell_sd(fade_draft *draft, fade_model_column column);

void fade_cell_unit(fade_draft *draft, const char *unit);
char fade_cell_provenance(fade_draft *draft);
fade_scale fade_cell_scale(fade_draft *draft, fade_scale varying);

#endif
