/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/model.h"

#include <stdlib.h>

void
fade_model_destroy(fade_model *model)
{
    if (!model) {
        return;
    }
    for (size_t i = 0; i < model->row_count; i++) {
        free(model->rows[i].bytes);
    }
    free(model->rows);
    free(model);
}

const char *
fade_model_name(const fade_model *model)
{
    return model->name;
}

fade_pigment
fade_model_pigment(const fade_model *model)
{
    return model->pigment;
}

const char *
fade_model_version(const fade_model *model)
{
    return model->version;
}

uint64_t
fade_model_fingerprint(const fade_model *model)
{
    return model->fingerprint;
}

const fade_parameter *
fade_model_parameter(const fade_model *model, fade_parameter_id id)
{
    return &model->parameters[id];
}

const fade_covariate_effect *
fade_model_covariate_effects(const fade_model *model, size_t *count)
{
    *count = model->effect_count;
    return model->effects;
}

const fade_error_model *
fade_model_errors(const fade_model *model)
{
    return &model->errors;
}

size_t
fade_model_rows(const fade_model *model)
{
    return model->row_count;
}

const char *
fade_model_cell(const fade_model *model, size_t row, fade_model_column column)
{
    if (row >= model->row_count || column >= FADE_MODEL_COLUMNS) {
        return "";
    }
    return model->rows[row].cell[column];
}

fade_status
fade_model_skin_lightness(const fade_model *model, int fitzpatrick, double *out)
{
    if (fitzpatrick < 1 || fitzpatrick > FADE_SKIN_TYPES) {
        return FADE_EINVAL;
    }
    *out = model->skin[fitzpatrick - 1];
    return FADE_OK;
}

size_t
fade_model_effects(const fade_model *model, fade_parameter_id *ids)
{
    size_t count = 0;

    for (int i = 0; i < FADE_PARAMETER_COUNT; i++) {
        const fade_parameter *parameter = &model->parameters[i];

        if (parameter->effect == (fade_parameter_id)i
            && parameter->patient_sd > 0.0) {
            ids[count++] = (fade_parameter_id)i;
        }
    }
    return count;
}
