/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Implicit integration, for finite capacity: uptake takes hours, release a
 * year, and the classes of a site compete for room.
 *
 * Method: Bader & Deuflhard's extrapolated semi-implicit midpoint rule (1983,
 * Numer. Math. 41:373; GSL's bsimp) with the analytic Jacobian, step control
 * within each interval between events.
 */
#ifndef KINETICS_STIFF_H
#define KINETICS_STIFF_H

#include <stdbool.h>

#include <fadecast/kinetics.h>

typedef struct fade_stiff fade_stiff;

/* `tolerance` [dose]. FADE_ENOMEM. */
fade_status fade_stiff_create(fade_stiff **out, double tolerance, bool sinks);
void fade_stiff_destroy(fade_stiff *stiff);

/* Takes a site, borrowed until the next one. FADE_ENOMEM. */
fade_status fade_stiff_set(fade_stiff *stiff, const fade_site *site);

/* Starts an interval without events at `time` with `amounts`. */
void fade_stiff_begin(fade_stiff *stiff, double time,
                      const fade_amounts *amounts);

/*
 * Amounts at `time`, not before the last one asked for in this interval.
 * FADE_ECONVERGE where the tolerance cannot be held.
 */
fade_status fade_stiff_at(fade_stiff *stiff, double time, fade_amounts *out);

#endif
