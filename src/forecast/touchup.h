/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The touch-up time T of one person: the first time at or after the healed
 * time of the latest course at which the criterion is below its threshold.
 *
 * Retained tone is no monotone curve: dots spread while pigment goes, and the
 * sun has its seasons. But after the last implant
 *
 *   visible pigment P never rises, and the dots' ageing never falls, and
 *   tone and definition, as functions of (P, ageing), rise with P; tone rises
 *   with ageing at fixed P, definition falls with it
 *   (the halftone's luminance is convex in the column; models/README.md),
 *
 * so on [a, b] tone is at least tone(P(b), ageing(a)), and definition at least
 * that at b. An interval whose bound stays above the threshold has no crossing
 * and is passed over; any other is split. The search ends at pieces of
 * less than 3 days: of two crossings that lie closer together, it may give
 * the later one.
 *
 * Definition is that of the class with the greater column. Where two classes
 * differ in absorbance it may leap up as the other takes over, which the bound
 * does not know of: a dip below the threshold before the leap may be missed.
 */
#ifndef FORECAST_TOUCHUP_H
#define FORECAST_TOUCHUP_H

#include <fadecast/forecast.h>

#include "individual/trajectory.h"

typedef struct fade_touchup_search {
    fade_touchup_rule rule;
    fade_appearance baseline; /* the person's healed look */
    double healed;            /* healed time of the latest course [day] */
} fade_touchup_search;

/*
 * T [day] to 0.001 day for the person of `trajectory`; HUGE_VAL where it lies
 * more than FADE_HORIZON_DAYS after the healed time.
 */
fade_status fade_touchup_time(fade_trajectory *trajectory,
                              const fade_touchup_search *search, double *out);

#endif
