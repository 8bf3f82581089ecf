/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * FNV-1a, 64 bit (Fowler, Noll, Vo; draft-eastlake-fnv), over one canonical
 * text: every number that a forecast depends on, in the order of the ids and
 * not of the rows, each in its shortest exact decimal form.
 */
#include "base/text.h"
#include "model/model.h"

#define FNV_OFFSET UINT64_C(0xcbf29ce484222325)
#define FNV_PRIME  UINT64_C(0x100000001b3)

static uint64_t
hash(const char *text)
{
    uint64_t sum = FNV_OFFSET;

    for (; *text != '\0'; text++) {
        sum = (sum ^ (unsigned char)*text) * FNV_PRIME;
    }
    return sum;
}

static void
add_number(fade_text *text, double value)
{
    fade_text_add(text, " ");
    fade_text_add_number(text, value);
}

static void
add_parameter(fade_text *text, const fade_parameter *parameter,
              fade_parameter_id id)
{
    fade_text_addf(text, "\nparameter %s %s %s", fade_parameter_name(id),
                   fade_scale_name(parameter->scale),
                   fade_parameter_name(parameter->effect));
    add_number(text, parameter->value);
    add_number(text, parameter->patient_sd);
    add_number(text, parameter->session_sd);
}

/* Effects of one parameter, by covariate; those that do nothing are left out
 * as if they had no row. */
static void
add_effects(fade_text *text, const fade_model *model, fade_parameter_id id)
{
    const fade_covariate_effect *by[FADE_COVARIATE_COUNT] = {NULL};

    for (size_t i = 0; i < model->effect_count; i++) {
        const fade_covariate_effect *effect = &model->effects[i];

        if (effect->parameter == id) {
            by[effect->covariate] = effect;
        }
    }
    for (int i = 0; i < FADE_COVARIATE_COUNT; i++) {
        if (by[i]
            && (by[i]->factor < 1.0 || by[i]->factor > 1.0
                || by[i]->patient_sd > 0.0)) {
            fade_text_addf(text, "\ncovariate %s %s", fade_parameter_name(id),
                           fade_covariate_name((fade_covariate_id)i));
            add_number(text, by[i]->factor);
            add_number(text, by[i]->patient_sd);
        }
    }
}

fade_status
fade_model_mark(fade_model *model)
{
    fade_text text = {0};
    fade_status status = FADE_OK;

    fade_text_addf(&text, "fadecast model 1 %s",
                   fade_pigment_name(model->pigment));
    for (int i = 0; i < FADE_PARAMETER_COUNT; i++) {
        fade_parameter_id id = (fade_parameter_id)i;

        add_parameter(&text, &model->parameters[i], id);
        add_effects(&text, model, id);
    }
#define ADD_ERROR(name, unit, lower, upper) \
    fade_text_add(&text, "\nerror " #name); \
    add_number(&text, model->errors.name);
    FADE_ERRORS(ADD_ERROR)
#undef ADD_ERROR
    fade_text_add(&text, "\nskin");
    for (int i = 0; i < FADE_SKIN_TYPES; i++) {
        add_number(&text, model->skin[i]);
    }
    if (text.failed) {
        status = FADE_ENOMEM;
    } else {
        model->fingerprint = hash(fade_text_string(&text));
    }
    fade_text_clear(&text);
    return status;
}
