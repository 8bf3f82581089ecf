/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "clinic/chance.h"

#include <math.h>

double
fade_chance_range(gsl_rng *rng, fade_range range)
{
    return range.low + (range.high - range.low) * gsl_rng_uniform(rng);
}

double
fade_chance_whole(gsl_rng *rng, fade_range range)
{
    double count = floor(range.high) - ceil(range.low) + 1.0;

    return ceil(range.low) + floor(count * gsl_rng_uniform(rng));
}

bool
fade_chance_share(gsl_rng *rng, double share)
{
    return gsl_rng_uniform(rng) < share;
}

double
fade_chance_mix(gsl_rng *rng, const fade_mix *mix)
{
    double sum = 0.0;
    double left;

    for (size_t i = 0; i < mix->count; i++) {
        sum += mix->weights[i];
    }
    left = sum * gsl_rng_uniform(rng);
    for (size_t i = 0; i + 1 < mix->count; i++) {
        left -= mix->weights[i];
        if (left < 0.0) {
            return mix->values[i];
        }
    }
    return mix->values[mix->count - 1];
}
