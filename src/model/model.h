/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a model is made of; only this floor looks inside. */
#ifndef MODEL_MODEL_H
#define MODEL_MODEL_H

#include <fadecast/model.h>

enum { FADE_SKIN_TYPES = 6 /* Fitzpatrick I .. VI */ };

/* One row of the table as its author wrote it; the cells share one block. */
typedef struct fade_model_row {
    char *bytes;
    const char *cell[FADE_MODEL_COLUMNS];
} fade_model_row;

struct fade_model {
    const char *name, *version; /* cells */
    fade_pigment pigment;
    fade_parameter parameters[FADE_PARAMETER_COUNT];
    fade_covariate_effect effects[FADE_PARAMETER_COUNT * FADE_COVARIATE_COUNT];
    size_t effect_count;
    fade_error_model errors;
    double skin[FADE_SKIN_TYPES]; /* [L*] */
    fade_model_row *rows;
    size_t row_count, row_room;
    uint64_t fingerprint;
};

/* FADE_ENOMEM, else model->fingerprint is set. */
fade_status fade_model_mark(fade_model *model);

/* X(name, unit, lower, upper) of fade_error_model's members. */
#define FADE_ERRORS(X)                            \
    X(tone_additive_sd, "L*", 1e-6, 100.0)        \
    X(tone_proportional_sd, "1", 0.0, 10.0)       \
    X(score_additive_sd, "point", 1e-6, 100.0)    \
    X(definition_additive_sd, "L*", 1e-6, 100.0)  \
    X(definition_proportional_sd, "1", 0.0, 10.0) \
    X(score_grader_sd, "point", 0.0, 100.0)       \
    X(tone_instrument_sd, "L*", 0.0, 100.0)

enum {

#define FADE_ERROR_ENUM(name, unit, lower, upper) FADE_ERROR_OF_##name,
    FADE_ERRORS(FADE_ERROR_ENUM) FADE_ERROR_COUNT
#undef FADE_ERROR_ENUM
};

#endif
