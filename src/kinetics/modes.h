/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The three ways in which free and held pigment decay together.
 *
 *   d/dt (F, M, B) = -K (F, M, B)      light left out, room = 1
 *
 *       | capture + drain + store   -turnover           -unstore          |
 *   K = | -capture                  turnover + soften   0                 |
 *       | -store                    0                   unstore + soften  |
 *
 * exchanges only between F and a store, so that with M = sqrt(capture /
 * turnover) m and B = sqrt(store / unstore) b the matrix of (F, m, b) is
 * symmetric and positive semidefinite: real rates, orthogonal modes, also
 * where two rates coincide.
 */
#ifndef KINETICS_MODES_H
#define KINETICS_MODES_H

#include <fadecast/kinetics.h>

/* Places in the order of K: FADE_FREE, FADE_MACROPHAGE, FADE_FIBROBLAST. */
enum { FADE_MODES = 3 };

typedef struct fade_modes {
    double rate[FADE_MODES];               /* of decay [1/day] */
    double weigh[FADE_MODES][FADE_MODES];  /* [mode][place]: amounts to modes */
    double spread[FADE_MODES][FADE_MODES]; /* [place][mode]: and back */
} fade_modes;

/* `rates` must be two-way (rates.h). */
void fade_modes_find(const fade_rates *rates, fade_modes *modes);

#endif
