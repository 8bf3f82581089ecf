/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From looks to what an instrument or a person would say about them
 * (models/README.md, observations). Shared by simulation and, later, by the
 * likelihood.
 */
#ifndef INDIVIDUAL_OBSERVE_H
#define INDIVIDUAL_OBSERVE_H

#include <fadecast/individual.h>

/* A normal distribution, before rounding, ceiling and censoring. */
typedef struct fade_observation {
    double mean, sd; /* [L*] or [points of the score's own scale] */
} fade_observation;

/*
 * What a reading of `kind` of `look` may be. `gain` is the person's score_gain
 * [points of 0..10 per L*]; `scale_max` counts for scores only.
 */
fade_observation fade_observe(const fade_error_model *errors,
                              fade_reading_kind kind, double scale_max,
                              double gain, const fade_appearance *look);

/* `value` to the nearest multiple of `step`; unchanged where step is 0. */
double fade_round_to(double value, double step);

#endif
