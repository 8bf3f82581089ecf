/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One person's parameters, models/README.md eq. (20) and (21). */
#include <math.h>
#include <string.h>

#include "base/text.h"
#include "model/model.h"
#include "model/parameter.h"

/* What covariates do to one parameter, on its scale. */
typedef struct influence {
    double shift;
    double variance;
} influence;

static influence
add_effect(influence sum, const fade_covariate_effect *effect, double x)
{
    double allowance = x * effect->patient_sd;

    if (!isnan(x)) {
        sum.shift += x * log(effect->factor);
        sum.variance += allowance * allowance;
    }
    return sum;
}

void
fade_model_individual(const fade_model *model,
                      const fade_covariates *covariates,
                      const fade_effects *effects, fade_values *out)
{
    influence on[FADE_PARAMETER_COUNT];

    for (size_t i = 0; i < FADE_PARAMETER_COUNT; i++) {
        double sd = model->parameters[i].patient_sd;

        on[i] = (influence){0.0, sd * sd};
    }
    for (size_t i = 0; covariates && i < model->effect_count; i++) {
        const fade_covariate_effect *effect = &model->effects[i];

        on[effect->parameter] = add_effect(on[effect->parameter], effect,
                                           covariates->x[effect->covariate]);
    }
    for (size_t i = 0; i < FADE_PARAMETER_COUNT; i++) {
        const fade_parameter *parameter = &model->parameters[i];
        double z = effects ? effects->z[parameter->effect] : 0.0;

        out->of[i] = fade_scale_move(parameter->scale, parameter->value,
                                     on[i].shift + sqrt(on[i].variance) * z);
    }
}

fade_rates
fade_values_rates(const fade_values *values)
{
    const double *of = values->of;

    return (fade_rates){
        .epidermal_fraction = of[FADE_EPIDERMAL_FRACTION],
        .shed_rate = of[FADE_SHED_RATE],
        .capture_rate = of[FADE_CAPTURE_RATE],
        .capture_capacity = of[FADE_CAPTURE_CAPACITY],
        .drain_rate = of[FADE_DRAIN_RATE],
        .store_rate = of[FADE_STORE_RATE],
        .unstore_rate = of[FADE_UNSTORE_RATE],
        .turnover_rate = of[FADE_TURNOVER_RATE],
        .soften_rate = of[FADE_SOFTEN_RATE],
        .resorb_rate = of[FADE_RESORB_RATE],
        .bleach_rate = of[FADE_BLEACH_RATE],
    };
}

fade_optics
fade_values_optics(const fade_values *values)
{
    const double *of = values->of;

    return (fade_optics){
        .dot_radius = of[FADE_DOT_RADIUS],
        .dot_spread = of[FADE_DOT_SPREAD],
        .absorbance = of[FADE_ABSORBANCE],
        .reference_dots = of[FADE_REFERENCE_DOTS],
        .surface_reflectance = of[FADE_SURFACE_REFLECTANCE],
        .halftone_exponent = of[FADE_HALFTONE_EXPONENT],
    };
}

fade_sunlight
fade_values_sunlight(const fade_values *values)
{
    return (fade_sunlight){
        .uv_exposure = values->of[FADE_UV_EXPOSURE],
        .uv_amplitude = values->of[FADE_UV_AMPLITUDE],
        .uv_peak_day = values->of[FADE_UV_PEAK_DAY],
    };
}

fade_status
fade_uv_exposure_parse(const char *text, double *out)
{
    static const struct {
        const char *word;
        double exposure; /* [1]; models/README.md, "Sun exposure" */
    } words[] = {{"low", 0.5}, {"typical", 1.0}, {"high", 2.0}};

    const fade_domain domain = fade_parameter_domain(FADE_UV_EXPOSURE);
    double value = 0.0;

    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (strcmp(text, words[i].word) == 0) {
            *out = words[i].exposure;
            return FADE_OK;
        }
    }
    if (fade_number_parse(text, &value) != FADE_OK
        || !(value >= domain.lower && value <= domain.upper)) {
        return FADE_EPARSE;
    }
    *out = value;
    return FADE_OK;
}
