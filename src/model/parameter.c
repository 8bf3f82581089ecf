/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/parameter.h"

#include <math.h>
#include <string.h>

/*
 * Reflectance of the skin's surface must stay below the luminance of the
 * darkest skin that the model takes: L* 20 has 0.0299.
 */
#define REFLECTANCE_MAX 0.029 /* [1] */

const char *const fade_parameter_names[FADE_PARAMETER_COUNT] = {
#define NAME(id, name, unit) [FADE_##id] = #name,
    FADE_PARAMETERS(NAME)
#undef NAME
};

static const char *const units[FADE_PARAMETER_COUNT] = {
#define UNIT(id, name, unit) [FADE_##id] = (unit),
    FADE_PARAMETERS(UNIT)
#undef UNIT
};

const char *const fade_covariate_names[FADE_COVARIATE_COUNT] = {
#define NAME(id, name) [FADE_##id] = #name,
    FADE_COVARIATES(NAME)
#undef NAME
};

static const fade_domain domains[FADE_PARAMETER_COUNT] = {
    [FADE_EPIDERMAL_FRACTION] = {0.0, 1.0, FADE_LOGIT},
    [FADE_SHED_RATE] = {0.0, FADE_RATE_MAX, FADE_LOG},
    [FADE_CAPTURE_RATE] = {0.0, FADE_RATE_MAX, FADE_LOG},
    [FADE_CAPTURE_CAPACITY] = {1e-3, HUGE_VAL, FADE_LOG},
    [FADE_DRAIN_RATE] = {0.0, FADE_RATE_MAX, FADE_LOG},
    [FADE_STORE_RATE] = {0.0, FADE_RATE_MAX, FADE_LOG},
    [FADE_UNSTORE_RATE] = {0.0, FADE_RATE_MAX, FADE_LOG},
    [FADE_TURNOVER_RATE] = {0.0, FADE_RATE_MAX, FADE_LOG},
    [FADE_SOFTEN_RATE] = {0.0, FADE_RATE_MAX, FADE_LOG},
    [FADE_RESORB_RATE] = {0.0, FADE_RATE_MAX, FADE_LOG},
    [FADE_BLEACH_RATE] = {0.0, FADE_RATE_MAX, FADE_LOG},
    [FADE_DOT_RADIUS] = {0.01, 1.0, FADE_LOG},
    [FADE_DOT_SPREAD] = {0.0, 0.01, FADE_LOG},
    [FADE_ABSORBANCE] = {1e-3, 10.0, FADE_LOG},
    [FADE_SURFACE_REFLECTANCE] = {0.0, REFLECTANCE_MAX, FADE_IDENTITY},
    [FADE_HALFTONE_EXPONENT] = {1.0, 100.0, FADE_IDENTITY},
    [FADE_DOSE] = {0.01, 100.0, FADE_LOG},
    [FADE_SCORE_GAIN] = {1e-3, 100.0, FADE_LOG},
    [FADE_UV_EXPOSURE] = {0.0, 100.0, FADE_IDENTITY},
    [FADE_UV_AMPLITUDE] = {0.0, 1.0, FADE_IDENTITY},
    [FADE_UV_PEAK_DAY] = {0.0, 366.0, FADE_IDENTITY},
    [FADE_REFERENCE_DOTS] = {1.0, 10000.0, FADE_IDENTITY},
};

fade_domain
fade_parameter_domain(fade_parameter_id id)
{
    return domains[id];
}

const char *
fade_parameter_name(fade_parameter_id id)
{
    return id < FADE_PARAMETER_COUNT ? fade_parameter_names[id] : "?";
}

const char *
fade_parameter_unit(fade_parameter_id id)
{
    return id < FADE_PARAMETER_COUNT ? units[id] : "?";
}

/* Index of `name` in `names`, or `count`. */
static size_t
find(const char *name, const char *const *names, size_t count)
{
    size_t i = 0;

    while (i < count && strcmp(names[i], name) != 0) {
        i++;
    }
    return i;
}

fade_status
fade_parameter_parse(const char *name, fade_parameter_id *out)
{
    size_t i = find(name, fade_parameter_names, FADE_PARAMETER_COUNT);

    if (i == FADE_PARAMETER_COUNT) {
        return FADE_ENOTFOUND;
    }
    *out = (fade_parameter_id)i;
    return FADE_OK;
}

const char *
fade_covariate_name(fade_covariate_id id)
{
    return id < FADE_COVARIATE_COUNT ? fade_covariate_names[id] : "?";
}

fade_status
fade_covariate_parse(const char *name, fade_covariate_id *out)
{
    size_t i = find(name, fade_covariate_names, FADE_COVARIATE_COUNT);

    if (i == FADE_COVARIATE_COUNT) {
        return FADE_ENOTFOUND;
    }
    *out = (fade_covariate_id)i;
    return FADE_OK;
}

const char *
fade_scale_name(fade_scale scale)
{
    switch (scale) {
    case FADE_LOG:
        return "log";
    case FADE_LOGIT:
        return "logit";
    case FADE_IDENTITY:
    default:
        return "identity";
    }
}

double
fade_scale_apply(fade_scale scale, double value)
{
    switch (scale) {
    case FADE_LOG:
        return log(value);
    case FADE_LOGIT:
        return log(value) - log1p(-value);
    case FADE_IDENTITY:
    default:
        return value;
    }
}

double
fade_scale_invert(fade_scale scale, double value)
{
    switch (scale) {
    case FADE_LOG:
        return exp(value);
    case FADE_LOGIT:
        /* The exponential that cannot overflow. */
        return value < 0.0 ? exp(value) / (1.0 + exp(value))
                           : 1.0 / (1.0 + exp(-value));
    case FADE_IDENTITY:
    default:
        return value;
    }
}

bool
fade_scale_takes(fade_scale scale, double value)
{
    switch (scale) {
    case FADE_LOG:
        return value > 0.0;
    case FADE_LOGIT:
        return value > 0.0 && value < 1.0;
    case FADE_IDENTITY:
    default:
        return true;
    }
}

double
fade_scale_move(fade_scale scale, double value, double shift)
{
    switch (scale) {
    case FADE_LOG:
        return value * exp(shift);
    case FADE_LOGIT:
        return value / (value + (1.0 - value) * exp(-shift));
    case FADE_IDENTITY:
    default:
        return value + shift;
    }
}
