/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws from what a design gives: ranges, shares, mixes. */
#ifndef CLINIC_CHANCE_H
#define CLINIC_CHANCE_H

#include <stdbool.h>

#include <gsl/gsl_rng.h>

#include "clinic/design.h"

/* Evenly between two numbers, and between two whole numbers, both included. */
double fade_chance_range(gsl_rng *rng, fade_range range);
double fade_chance_whole(gsl_rng *rng, fade_range range);

bool fade_chance_share(gsl_rng *rng, double share);

/* One of the mix's values by its weights. */
double fade_chance_mix(gsl_rng *rng, const fade_mix *mix);

#endif
