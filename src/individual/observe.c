/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "individual/observe.h"

#include <math.h>

static const double full_score = 10.0; /* the scale of gain and score sd */

fade_observation
fade_observe(const fade_error_model *errors, fade_reading_kind kind,
             double scale_max, double gain, const fade_appearance *look)
{
    fade_observation seen = {0.0, 0.0};

    switch (kind) {
    case FADE_TONE:
        seen.mean = look->tone;
        seen.sd = hypot(errors->tone_additive_sd,
                        errors->tone_proportional_sd * look->tone);
        break;
    case FADE_SCORE:
        seen.mean = scale_max / full_score * gain * look->tone;
        seen.sd = scale_max / full_score * errors->score_additive_sd;
        break;
    case FADE_DEFINITION:
        seen.mean = look->definition;
        seen.sd = hypot(errors->definition_additive_sd,
                        errors->definition_proportional_sd * look->definition);
        break;
    }
    return seen;
}

/* Steps of 0.1 or 0.01 come out as the decimals that one would type. */
double
fade_round_to(double value, double step)
{
    double per_unit;

    if (!(step > 0.0)) {
        return value;
    }
    per_unit = round(1.0 / step);
    if (step < 1.0 && fabs(per_unit * step - 1.0) < 1e-9) {
        return round(value * per_unit) / per_unit;
    }
    return round(value / step) * step;
}
