/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Sunlight through the year, in units of a typical exposure:
 *
 *   light(t) = uv_exposure (1 + uv_amplitude cos(w (t - uv_peak_day))),
 *   w = 2 pi / 365.25 days; bleaching is u = bleach_rate light.
 */
#ifndef KINETICS_SUNLIGHT_H
#define KINETICS_SUNLIGHT_H

#include <fadecast/kinetics.h>

/* light(t) [1] and its slope [1/day]. */
double fade_sunlight_at(const fade_sunlight *sunlight, double time);
double fade_sunlight_slope(const fade_sunlight *sunlight, double time);

/* An integral of light: differences of it are typical days of sun [day]. */
double fade_sunlight_sum(const fade_sunlight *sunlight, double time);

#endif
