/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/row.h"

#include <ctype.h>
#include <string.h>

#include "model/parameter.h"

/* A covariate that changes a parameter a hundredfold is a mistake. */
#define FACTOR_MIN 0.01
#define FACTOR_MAX 100.0

/* A number of its own, or the name of the parameter whose effect it shares. */
static void
take_patient_sd(fade_draft *draft, fade_parameter_id id,
                fade_parameter *parameter)
{
    const fade_choice choice = {"number and no parameter", fade_parameter_names,
                                FADE_PARAMETER_COUNT};
    const char *text = fade_cell_text(draft, FADE_MODEL_COLUMN_PATIENT_SD);
    size_t owner;

    parameter->effect = id;
    if (!isalpha((unsigned char)text[0])) {
        parameter->patient_sd =
            fade_cell_sd(draft, FADE_MODEL_COLUMN_PATIENT_SD);
        return;
    }
    owner = fade_cell_choose(draft, FADE_MODEL_COLUMN_PATIENT_SD, text, choice);
    if (owner == (size_t)id) {
        FADE_CELL_REFUSE(draft, FADE_MODEL_COLUMN_PATIENT_SD,
                         "a parameter cannot share its own random effect; "
                         "write a number or another parameter's name");
    } else if (owner < choice.count) {
        parameter->effect = (fade_parameter_id)owner;
    }
}

/* Spreads, scale and value must fit each other. */
static void
check_spread(fade_draft *draft, fade_scale varying,
             const fade_parameter *parameter)
{
    bool varies =
        fade_cell_text(draft, FADE_MODEL_COLUMN_PATIENT_SD)[0] != '\0'
        || fade_cell_text(draft, FADE_MODEL_COLUMN_SESSION_SD)[0] != '\0';

    if (!varies || parameter->scale != FADE_IDENTITY) {
        return;
    }
    if (varying == FADE_IDENTITY) {
        FADE_CELL_REFUSE(draft, FADE_MODEL_COLUMN_PATIENT_SD,
                         "this parameter is the same for everyone; leave the "
                         "standard deviations empty");
    } else {
        FADE_CELL_REFUSE(draft, FADE_MODEL_COLUMN_SCALE,
                         "a standard deviation needs the scale \"%s\" here",
                         fade_scale_name(varying));
    }
}

static void
check_transform(fade_draft *draft, const fade_parameter *parameter)
{
    if (!fade_scale_takes(parameter->scale, parameter->value)) {
        char number[FADE_NUMBER_SIZE];

        FADE_CELL_REFUSE(draft, FADE_MODEL_COLUMN_VALUE,
                         "%s has no %s; leave the scale empty, or change it",
                         fade_number_format(parameter->value, number),
                         fade_scale_name(parameter->scale));
    }
}

static void
take_numbers(fade_draft *draft, fade_parameter_id id, fade_parameter *parameter)
{
    const fade_domain domain = fade_parameter_domain(id);
    fade_range range = {domain.lower, domain.upper};
    bool valued;

    fade_cell_unit(draft, fade_parameter_unit(id));
    valued = fade_cell_value(draft, &range, &parameter->value);
    parameter->lower = range.lower;
    parameter->upper = range.upper;
    parameter->scale = fade_cell_scale(draft, domain.varying);
    take_patient_sd(draft, id, parameter);
    parameter->session_sd = fade_cell_sd(draft, FADE_MODEL_COLUMN_SESSION_SD);
    check_spread(draft, domain.varying, parameter);
    if (valued) {
        check_transform(draft, parameter);
    }
    if (parameter->session_sd > 0.0 && id != FADE_DOSE) {
        FADE_CELL_REFUSE(draft, FADE_MODEL_COLUMN_SESSION_SD,
                         "only dose varies from session to session; leave it "
                         "empty");
    }
    parameter->provenance = fade_cell_provenance(draft);
}

void
fade_draft_take_parameter(fade_draft *draft, const fade_model_row *row)
{
    const fade_choice choice = {"parameter", fade_parameter_names,
                                FADE_PARAMETER_COUNT};
    size_t i = fade_cell_choose(draft, FADE_MODEL_COLUMN_NAME,
                                row->cell[FADE_MODEL_COLUMN_NAME], choice);
    fade_parameter parameter = {.source = row->cell[FADE_MODEL_COLUMN_SOURCE],
                                .note = row->cell[FADE_MODEL_COLUMN_NOTE]};
    bool was_bad = draft->bad;

    if (i == choice.count) {
        return;
    }
    draft->bad = false;
    fade_cell_once(draft, &draft->given.parameter[i]);
    take_numbers(draft, (fade_parameter_id)i, &parameter);
    draft->given.sound[i] = !draft->bad;
    draft->bad = draft->bad || was_bad;
    draft->model->parameters[i] = parameter;
}

/* "parameter~covariate" into its two halves. */
static bool
split_effect(fade_draft *draft, const char *name, fade_covariate_effect *out)
{
    const fade_choice parameters = {"parameter", fade_parameter_names,
                                    FADE_PARAMETER_COUNT};
    const fade_choice covariates = {"covariate", fade_covariate_names,
                                    FADE_COVARIATE_COUNT};
    const char *tilde = strchr(name, '~');
    char left[FADE_QUOTE_MAX];
    size_t parameter, covariate;

    if (!tilde || (size_t)(tilde - name) >= sizeof left) {
        FADE_CELL_REFUSE(draft, FADE_MODEL_COLUMN_NAME,
                         "\"%.*s\" is no PARAMETER~COVARIATE, such as "
                         "drain_rate~scarring",
                         FADE_QUOTE(name));
        return false;
    }
    memcpy(left, name, (size_t)(tilde - name));
    left[tilde - name] = '\0';
    parameter =
        fade_cell_choose(draft, FADE_MODEL_COLUMN_NAME, left, parameters);
    covariate =
        fade_cell_choose(draft, FADE_MODEL_COLUMN_NAME, tilde + 1, covariates);
    out->parameter = (fade_parameter_id)parameter;
    out->covariate = (fade_covariate_id)covariate;
    return parameter < parameters.count && covariate < covariates.count;
}

/* "supported" or "folklore"; a guess must not be given as a fact. */
static bool
take_evidence(fade_draft *draft, double factor)
{
    const char *text = fade_cell_text(draft, FADE_MODEL_COLUMN_PROVENANCE);

    if (strcmp(text, "supported") == 0) {
        return true;
    }
    if (strcmp(text, "folklore") != 0) {
        FADE_CELL_REFUSE(draft, FADE_MODEL_COLUMN_PROVENANCE,
                         "\"%.*s\" is neither supported nor folklore",
                         FADE_QUOTE(text));
    } else if (factor < 1.0 || factor > 1.0) {
        FADE_CELL_REFUSE(draft, FADE_MODEL_COLUMN_VALUE,
                         "a folklore effect is 1 and may only widen the "
                         "spread (between_patient_sd); a factor needs "
                         "evidence and the flag supported");
    }
    return false;
}

void
fade_draft_take_effect(fade_draft *draft, const fade_model_row *row)
{
    fade_model *model = draft->model;
    fade_covariate_effect effect = {.factor = 1.0,
                                    .source =
                                        row->cell[FADE_MODEL_COLUMN_SOURCE],
                                    .note = row->cell[FADE_MODEL_COLUMN_NOTE]};
    fade_range range = {FACTOR_MIN, FACTOR_MAX};
    size_t *line;

    if (!split_effect(draft, row->cell[FADE_MODEL_COLUMN_NAME], &effect)) {
        return;
    }
    line = &draft->given.effect[effect.parameter][effect.covariate];
    if (*line > 0) {
        fade_cell_once(draft, line);
        return;
    }
    fade_cell_once(draft, line);
    fade_cell_unit(draft, "1");
    if (!fade_cell_value(draft, &range, &effect.factor)) {
        effect.factor = 1.0;
    }
    effect.patient_sd = fade_cell_sd(draft, FADE_MODEL_COLUMN_PATIENT_SD);
    effect.supported = take_evidence(draft, effect.factor);
    model->effects[model->effect_count++] = effect;
}
