/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Sobol points with a random digital shift: every coordinate's bits are
 * exchanged against the same random bits, which keeps the net's evenness and
 * makes the estimate of a mean unbiased (Owen, "Monte Carlo theory, methods
 * and examples", 2013, ch. 17). GSL leaves the sequence's first point, 0, out;
 * it is put back, as only with it the first 2^k points are a net.
 */
#include <assert.h>
#include <stdbool.h>
#include <stdlib.h>

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_qrng.h>

#include "base/numeric.h"
#include "base/rng.h"

enum {
    SOBOL_MAX = 40,  /* dimensions in GSL's table */
    SOBOL_BITS = 30, /* of GSL's points */
    BITS = 52        /* of a shifted point: half a step more is still exact */
};

struct fade_quasi {
    size_t dimensions;
    size_t sobol_dimensions;
    bool started;
    gsl_qrng *sobol;
    gsl_rng *rng; /* the shift, then the dimensions past SOBOL_MAX */
    double point[SOBOL_MAX];
    uint64_t shift[SOBOL_MAX];
};

static uint64_t
random_bits(gsl_rng *rng)
{
    uint64_t high = gsl_rng_get(rng);

    return ((high << 32) | gsl_rng_get(rng)) >> (64 - BITS);
}

fade_status
fade_quasi_create(size_t dimensions, uint64_t seed, uint64_t stream,
                  fade_quasi **out)
{
    fade_quasi *quasi = NULL;

    *out = NULL;
    if (dimensions == 0) {
        return FADE_EINVAL;
    }
    quasi = calloc(1, sizeof *quasi);
    if (!quasi) {
        return FADE_ENOMEM;
    }
    quasi->dimensions = dimensions;
    quasi->sobol_dimensions = dimensions < SOBOL_MAX ? dimensions : SOBOL_MAX;
    quasi->rng = fade_rng_create(seed, stream);
    quasi->sobol =
        gsl_qrng_alloc(gsl_qrng_sobol, (unsigned)quasi->sobol_dimensions);
    if (!quasi->rng || !quasi->sobol) {
        fade_quasi_destroy(quasi);
        return FADE_ENOMEM;
    }
    for (size_t i = 0; i < quasi->sobol_dimensions; i++) {
        quasi->shift[i] = random_bits(quasi->rng);
    }
    *out = quasi;
    return FADE_OK;
}

void
fade_quasi_destroy(fade_quasi *quasi)
{
    if (!quasi) {
        return;
    }
    if (quasi->sobol) {
        gsl_qrng_free(quasi->sobol);
    }
    if (quasi->rng) {
        gsl_rng_free(quasi->rng);
    }
    free(quasi);
}

/* The middle of the cell that the bits name: never 0, never 1. */
static double
normal_of_bits(uint64_t bits)
{
    return gsl_cdf_ugaussian_Pinv(((double)bits + 0.5) * 0x1p-52);
}

static_assert(BITS == 52, "normal_of_bits() scales by it");

void
fade_quasi_normal(fade_quasi *quasi, double *out)
{
    if (quasi->started) {
        (void)gsl_qrng_get(quasi->sobol, quasi->point);
    }
    quasi->started = true;
    for (size_t i = 0; i < quasi->sobol_dimensions; i++) {
        uint64_t bits = (uint64_t)(quasi->point[i] * 0x1p30);

        bits = (bits << (BITS - SOBOL_BITS)) ^ quasi->shift[i];
        out[i] = normal_of_bits(bits);
    }
    for (size_t i = SOBOL_MAX; i < quasi->dimensions; i++) {
        out[i] = normal_of_bits(random_bits(quasi->rng));
    }
}
