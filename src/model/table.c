/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a model table: all rows, then whether they make a model. */
#include <math.h>
#include <stdlib.h>

#include "model/parameter.h"
#include "model/row.h"

/* Many times what a model has; bounds the memory that a wrong file takes. */
enum { ROWS_MAX = 1000 };

static const fade_csv_column columns[FADE_MODEL_COLUMNS] = {
#define COLUMN(id, name)  \
    [FADE_MODEL_COLUMN_## \
        id] = {#name, FADE_MODEL_COLUMN_##id < FADE_MODEL_COLUMN_SOURCE},
    FADE_MODEL_COLUMN_NAMES(COLUMN)
#undef COLUMN
};

const char *
fade_model_column_name(fade_model_column column)
{
    return column < FADE_MODEL_COLUMNS ? columns[column].name : "?";
}

static void
refuse_missing(fade_draft *draft, const char *kind, const char *name,
               const char *unit)
{
    const fade_place place = {.file = draft->path};

    fade_diag_error(draft->diag, place,
                    "the row of kind %s named %s%s%s%s is missing", kind, name,
                    unit ? " [" : "", unit ? unit : "", unit ? "]" : "");
    draft->bad = true;
}

static void
check_complete(fade_draft *draft)
{
    const fade_given *given = &draft->given;

    for (size_t i = 0; i < FADE_MODEL_LINES; i++) {
        if (given->model[i] == 0) {
            refuse_missing(draft, "model", fade_model_names[i], NULL);
        }
    }
    for (size_t i = 0; i < FADE_PARAMETER_COUNT; i++) {
        if (given->parameter[i] == 0) {
            refuse_missing(draft, "parameter", fade_parameter_names[i],
                           fade_parameter_unit((fade_parameter_id)i));
        }
    }
    for (size_t i = 0; i < FADE_ERROR_COUNT; i++) {
        if (given->error[i] == 0) {
            refuse_missing(draft, "error", fade_error_names[i], NULL);
        }
    }
    for (size_t i = 0; i < FADE_SKIN_TYPES; i++) {
        if (given->skin[i] == 0) {
            refuse_missing(draft, "skin", fade_skin_names[i], "L*");
        }
    }
}

/*
 * An effect is shared with a parameter that has a number of its own. What was
 * refused in its own row has been said, and is not judged here again.
 */
static void
check_shared(fade_draft *draft, fade_parameter_id id)
{
    fade_parameter *parameter = &draft->model->parameters[id];
    const fade_parameter *owner = &draft->model->parameters[parameter->effect];
    const char *name = fade_parameter_name(parameter->effect);
    size_t line = draft->given.parameter[id];

    if (parameter->effect == id || !draft->given.sound[id]
        || !draft->given.sound[parameter->effect]) {
        return;
    }
    if (owner->effect != parameter->effect) {
        fade_draft_refuse(draft, line, FADE_MODEL_COLUMN_PATIENT_SD,
                          "%s shares another's random effect itself; name "
                          "a parameter that has a number here",
                          name);
    } else if (!(owner->patient_sd > 0.0)) {
        fade_draft_refuse(draft, line, FADE_MODEL_COLUMN_PATIENT_SD,
                          "%s has no random effect that could be shared", name);
    } else if (owner->scale != parameter->scale) {
        fade_draft_refuse(draft, line, FADE_MODEL_COLUMN_SCALE,
                          "a shared random effect needs the scale of %s, "
                          "which is %s",
                          name, fade_scale_name(owner->scale));
    } else {
        parameter->patient_sd = owner->patient_sd;
    }
}

static void
check_effect(fade_draft *draft, const fade_covariate_effect *effect)
{
    const fade_parameter *parameter =
        &draft->model->parameters[effect->parameter];
    const char *name = fade_parameter_name(effect->parameter);
    size_t line = draft->given.effect[effect->parameter][effect->covariate];

    if (!draft->given.sound[effect->parameter]) {
        return;
    }
    if (parameter->scale == FADE_IDENTITY) {
        fade_draft_refuse(draft, line, FADE_MODEL_COLUMN_NAME,
                          "a covariate acts on the scale log or logit; %s has "
                          "neither",
                          name);
    } else if (effect->patient_sd > 0.0 && !(parameter->patient_sd > 0.0)) {
        fade_draft_refuse(draft, line, FADE_MODEL_COLUMN_PATIENT_SD,
                          "%s has no random effect that this could widen",
                          name);
    }
}

static void
check_whole(fade_draft *draft)
{
    const fade_model *model = draft->model;

    if (!draft->ragged) {
        check_complete(draft);
    }
    for (int i = 0; i < FADE_PARAMETER_COUNT; i++) {
        check_shared(draft, (fade_parameter_id)i);
    }
    for (size_t i = 0; i < model->effect_count; i++) {
        check_effect(draft, &model->effects[i]);
    }
}

/* All rows, good or bad, up to the end of what can be read. */
static fade_status
take_rows(fade_draft *draft)
{
    while (draft->model->row_count < ROWS_MAX) {
        fade_status status = fade_csv_next(draft->csv, draft->diag);

        if (status == FADE_ENOTFOUND) {
            return FADE_OK;
        }
        if (status == FADE_OK) {
            status = fade_draft_take_row(draft);
        } else if (status == FADE_EPARSE) {
            draft->ragged = true;
            draft->bad = true;
            status = fade_csv_broken(draft->csv) ? FADE_EPARSE : FADE_OK;
        }
        if (status != FADE_OK) {
            return status;
        }
    }
    fade_diag_error(draft->diag, (fade_place){.file = draft->path},
                    "a model has fewer than %d rows", (int)ROWS_MAX);
    return FADE_EPARSE;
}

fade_status
fade_model_read(const char *path, fade_model **out, fade_diag *diag)
{
    fade_draft draft = {.path = path, .diag = diag};
    fade_status status;

    *out = NULL;
    draft.model = calloc(1, sizeof *draft.model);
    if (!draft.model) {
        return FADE_ENOMEM;
    }
    status = fade_csv_open(path, columns, FADE_MODEL_COLUMNS, false, &draft.csv,
                           diag);
    if (status == FADE_OK) {
        status = take_rows(&draft);
    }
    if (status == FADE_OK) {
        check_whole(&draft);
        status = draft.bad ? FADE_EPARSE : fade_model_mark(draft.model);
    }
    fade_csv_close(draft.csv);
    if (status != FADE_OK) {
        fade_model_destroy(draft.model);
        return status;
    }
    *out = draft.model;
    return FADE_OK;
}
