/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Philox4x32-10: J. K. Salmon, M. A. Moraes, R. O. Dror, D. E. Shaw,
 * "Parallel random numbers: as easy as 1, 2, 3", SC11 (2011). The seed is the
 * key; the counter is the block's number (low 64 bits) and the stream (high).
 */
#include "base/rng.h"

#include <string.h>

#include "base/numeric.h"

enum { ROUNDS = 10, WORDS = FADE_PHILOX_WORDS };

/* Multipliers and Weyl increments of the paper's table. */
static const uint32_t multiplier_0 = 0xD2511F53U;
static const uint32_t multiplier_1 = 0xCD9E8D57U;
static const uint32_t weyl_0 = 0x9E3779B9U; /* golden ratio */
static const uint32_t weyl_1 = 0xBB67AE85U; /* sqrt(3) - 1 */

typedef struct philox {
    uint32_t key[2];
    uint32_t counter[WORDS];
    uint32_t block[WORDS];
    unsigned used; /* words of `block` */
} philox;

void
fade_philox(const uint32_t counter[FADE_PHILOX_WORDS], const uint32_t key[2],
            uint32_t out[FADE_PHILOX_WORDS])
{
    uint32_t x[WORDS] = {counter[0], counter[1], counter[2], counter[3]};
    uint32_t key_0 = key[0];
    uint32_t key_1 = key[1];

    for (int round = 0; round < ROUNDS; round++) {
        uint64_t product_0 = (uint64_t)multiplier_0 * x[0];
        uint64_t product_1 = (uint64_t)multiplier_1 * x[2];

        x[0] = (uint32_t)(product_1 >> 32) ^ x[1] ^ key_0;
        x[1] = (uint32_t)product_1;
        x[2] = (uint32_t)(product_0 >> 32) ^ x[3] ^ key_1;
        x[3] = (uint32_t)product_0;
        key_0 += weyl_0;
        key_1 += weyl_1;
    }
    memcpy(out, x, sizeof x);
}

static void
seed_state(philox *state, uint64_t seed, uint64_t stream)
{
    *state =
        (philox){.key = {(uint32_t)seed, (uint32_t)(seed >> 32)},
                 .counter = {0, 0, (uint32_t)stream, (uint32_t)(stream >> 32)},
                 .used = WORDS};
}

static uint32_t
next_word(philox *state)
{
    if (state->used == WORDS) {
        fade_philox(state->counter, state->key, state->block);
        state->used = 0;
        if (++state->counter[0] == 0) {
            state->counter[1]++;
        }
    }
    return state->block[state->used++];
}

/* The three functions that make it a generator of GSL. */
static void
set_seed(void *state, unsigned long seed)
{
    seed_state(state, seed, 0);
}

static unsigned long
get_word(void *state)
{
    return next_word(state);
}

/* 53 random bits in [0, 1): all that a double resolves there. */
static double
get_double(void *state)
{
    uint64_t high = next_word(state) >> 5;
    uint64_t low = next_word(state) >> 6;

    return (double)((high << 26) | low) * 0x1p-53;
}

static const gsl_rng_type philox_type = {.name = "philox4x32-10",
                                         .max = UINT32_MAX,
                                         .min = 0,
                                         .size = sizeof(philox),
                                         .set = set_seed,
                                         .get = get_word,
                                         .get_double = get_double};

gsl_rng *
fade_rng_create(uint64_t seed, uint64_t stream)
{
    gsl_rng *rng;

    fade_numeric_setup();
    rng = gsl_rng_alloc(&philox_type);
    if (rng) {
        fade_rng_set(rng, seed, stream);
    }
    return rng;
}

void
fade_rng_set(gsl_rng *rng, uint64_t seed, uint64_t stream)
{
    seed_state(rng->state, seed, stream);
}
