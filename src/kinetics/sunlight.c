/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kinetics/sunlight.h"

#include <math.h>

/* One turn of the seasons [1/day]. */
static const double SEASON = 2.0 * M_PI / 365.25;

double
fade_sunlight_at(const fade_sunlight *sunlight, double time)
{
    double phase = SEASON * (time - sunlight->uv_peak_day);

    return sunlight->uv_exposure * (1.0 + sunlight->uv_amplitude * cos(phase));
}

double
fade_sunlight_slope(const fade_sunlight *sunlight, double time)
{
    double phase = SEASON * (time - sunlight->uv_peak_day);

    return -sunlight->uv_exposure * sunlight->uv_amplitude * SEASON
           * sin(phase);
}

double
fade_sunlight_sum(const fade_sunlight *sunlight, double time)
{
    double phase = SEASON * (time - sunlight->uv_peak_day);

    return sunlight->uv_exposure
           * (time + sunlight->uv_amplitude / SEASON * sin(phase));
}
