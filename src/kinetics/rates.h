/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a site, its rates, its events and its times may be. */
#ifndef KINETICS_RATES_H
#define KINETICS_RATES_H

#include <stdbool.h>
#include <stddef.h>

#include <fadecast/kinetics.h>

/* FADE_EINVAL where anything lies out of range or out of order. */
fade_status fade_site_check(const fade_site *site, const double *times,
                            size_t count);

/* Does the macrophages' capacity bound the uptake of a class? */
bool fade_rates_limited(const fade_rates *rates);

/*
 * Does pigment that a store takes up come back from it? Only then is there a
 * scaling that makes the matrix of free and held pigment symmetric (modes.h);
 * a release 1 / epsilon times slower than the uptake counts as none. A store
 * that takes nothing up stays empty, and may do as it likes.
 */
bool fade_rates_two_way(const fade_rates *rates);

/* The smallest capture_capacity of the classes in a site; HUGE_VAL if none. */
double fade_site_capacity(const fade_site *site);

#endif
