/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The closed form, for unlimited capacity.
 *
 * Between two events, with s days since the first of them and U(s) the light's
 * share of the decay, int u dt (sunlight.h):
 *
 *   E(s)       = exp(-U) E(0) exp(-shed_rate s)
 *   (F,M,B)(s) = exp(-U) sum_k spread_k w_k exp(-rate_k s)         (modes.h)
 *   G(s)       = exp(-U) (G(0) exp(-resorb_rate s)
 *                + soften_rate sum_k held_k w_k D(rate_k, resorb_rate; s))
 *
 * w = weigh (F,M,B)(0); held_k is M's and B's part of mode k together. D is
 * the convolution of two decays, a divided difference of the exponential:
 *
 *   D(a, b; s) = (exp(-a s) - exp(-b s)) / (b - a),   s exp(-a s) for b = a.
 *
 * There is no step size: the cost does not know how many days go by. The four
 * sinks have no such form under a seasonal light; they are integrated from
 * these functions, panel by panel, and only when asked for.
 */
#ifndef KINETICS_EXACT_H
#define KINETICS_EXACT_H

#include <stdbool.h>

#include <fadecast/kinetics.h>

#include "kinetics/modes.h"

typedef struct fade_exact_class {
    const fade_rates *rates; /* NULL: the class is not there */
    fade_modes modes;
    double epidermis;          /* E(0) [dose] */
    double weight[FADE_MODES]; /* w */
    double held[FADE_MODES];   /* held_k w_k */
    double softened;           /* G(0) [dose] */
} fade_exact_class;

typedef struct fade_exact {
    bool sinks;
    fade_sunlight sunlight;
    double start;      /* of the interval [day] */
    double sum;        /* fade_sunlight_sum() at the start */
    double reached;    /* sinks are known up to here [day] */
    fade_amounts sunk; /* at `reached`; only the sinks are kept */
    fade_exact_class classes[FADE_PIGMENTS];
} fade_exact;

/* Takes a site whose capacities are unlimited and whose rates are two-way. */
void fade_exact_set(fade_exact *exact, const fade_site *site, bool sinks);

/* Starts an interval without events at `time` with `amounts`. */
void fade_exact_begin(fade_exact *exact, double time,
                      const fade_amounts *amounts);

/* Amounts at `time`, not before the last one asked for in this interval. */
void fade_exact_at(fade_exact *exact, double time, fade_amounts *out);

#endif
