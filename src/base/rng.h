/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Random numbers that depend only on (seed, stream): one stream a patient, so
 * the order of work and the number of threads do not matter.
 *
 * Generator: Philox4x32-10 (Salmon et al. 2011, SC11), a counter-based one,
 * as a gsl_rng_type so that GSL's distributions apply.
 * Quasi-random points: Sobol (GSL, up to 40 dimensions, pseudo-random beyond)
 * with a random digital shift from (seed, stream).
 */
#ifndef BASE_RNG_H
#define BASE_RNG_H

#include <stddef.h>
#include <stdint.h>

#include <gsl/gsl_rng.h>

#include <fadecast/status.h>

enum { FADE_PHILOX_WORDS = 4 };

/* One block of the generator itself. */
void fade_philox(const uint32_t counter[FADE_PHILOX_WORDS],
                 const uint32_t key[2], uint32_t out[FADE_PHILOX_WORDS]);

/* NULL when out of memory; gsl_rng_free() ends it. */
gsl_rng *fade_rng_create(uint64_t seed, uint64_t stream);

/* Restarts an existing one on another stream, without allocation. */
void fade_rng_set(gsl_rng *rng, uint64_t seed, uint64_t stream);

typedef struct fade_quasi fade_quasi;

fade_status fade_quasi_create(size_t dimensions, uint64_t seed, uint64_t stream,
                              fade_quasi **out);
void fade_quasi_destroy(fade_quasi *quasi);

/* The next point, `dimensions` independent standard normal numbers. */
void fade_quasi_normal(fade_quasi *quasi, double *out);

#endif
