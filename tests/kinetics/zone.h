/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Short ways to ask the solvers about one zone of skin. */
#ifndef KINETICS_ZONE_H
#define KINETICS_ZONE_H

#include <math.h>

#include <gsl/gsl_rng.h>

#include <fadecast/kinetics.h>

#include "support/near.h"

#define LENGTH(array) (sizeof(array) / sizeof *(array))

/* The typical patient's rates, softening as temporary pigment does. */
static inline fade_rates
typical_rates(void)
{
    return (fade_rates){.epidermal_fraction = 0.2,
                        .shed_rate = 0.1,
                        .capture_rate = 0.5,
                        .capture_capacity = HUGE_VAL,
                        .drain_rate = 0.105,
                        .store_rate = 0.05,
                        .unstore_rate = 2.4e-4,
                        .turnover_rate = 1.9e-3,
                        .soften_rate = 3.6e-3,
                        .resorb_rate = 3.6e-3,
                        .bleach_rate = 2.7e-5};
}

static inline fade_sunlight
typical_sunlight(void)
{
    return (fade_sunlight){
        .uv_exposure = 1.0, .uv_amplitude = 0.6, .uv_peak_day = 172.0};
}

static inline fade_event
implant_at(double time, double dose)
{
    return (fade_event){
        .time = time, .kind = FADE_IMPLANT, .dose = dose, .dots = 120.0};
}

static inline fade_event
laser_at(double time, double shatter)
{
    return (fade_event){.time = time, .kind = FADE_LASER, .shatter = shatter};
}

/* A zone of permanent pigment. */
static inline fade_site
zone_of(const fade_rates *rates, const fade_event *events, size_t count)
{
    return (fade_site){.rates = {[FADE_PERMANENT] = rates},
                       .sunlight = typical_sunlight(),
                       .events = events,
                       .event_count = count};
}

static inline void
solve_with(const fade_kinetics_options *options, const fade_site *site,
           const double *times, size_t count, fade_amounts *out)
{
    fade_kinetics *kinetics = NULL;

    assert_int_equal(fade_kinetics_create(&kinetics, options), FADE_OK);
    assert_int_equal(fade_kinetics_solve(kinetics, site, times, count, out),
                     FADE_OK);
    fade_kinetics_destroy(kinetics);
}

/* All nine amounts at one time, by the method that fits. */
static inline fade_amounts
amounts_at(const fade_site *site, double time)
{
    const fade_kinetics_options options = {.sinks = true, .tolerance = 1e-13};
    fade_amounts amounts;

    solve_with(&options, site, &time, 1, &amounts);
    return amounts;
}

static inline double
sum_of(const fade_amounts *amounts)
{
    double sum = 0.0;

    for (size_t i = 0; i < FADE_PIGMENTS; i++) {
        for (size_t j = 0; j < FADE_AMOUNTS; j++) {
            sum += amounts->of[i][j];
        }
    }
    return sum;
}

static inline void
assert_same_amounts(const fade_amounts *got, const fade_amounts *want,
                    double tolerance)
{
    for (size_t i = 0; i < FADE_PIGMENTS; i++) {
        for (size_t j = 0; j < FADE_AMOUNTS; j++) {
            assert_near(got->of[i][j], want->of[i][j], tolerance);
        }
    }
}

/* Bateman 1910: sum over i of exp(-k_i t) / product of (k_j - k_i). */
static inline double
chain_of_three(const double rate[3], double days)
{
    double sum = 0.0;

    for (size_t i = 0; i < 3; i++) {
        sum +=
            exp(-rate[i] * days)
            / ((rate[(i + 1) % 3] - rate[i]) * (rate[(i + 2) % 3] - rate[i]));
    }
    return sum;
}

/* Log-uniform. */
static inline double
random_rate(gsl_rng *rng, double least, double most)
{
    return least * pow(most / least, gsl_rng_uniform(rng));
}

/* People far more different than patients are. */
static inline fade_rates
random_rates(gsl_rng *rng)
{
    return (fade_rates){.epidermal_fraction = gsl_rng_uniform(rng),
                        .shed_rate = random_rate(rng, 0.01, 0.5),
                        .capture_rate = random_rate(rng, 0.05, 5.0),
                        .capture_capacity = HUGE_VAL,
                        .drain_rate = random_rate(rng, 0.005, 1.0),
                        .store_rate = random_rate(rng, 1e-3, 0.5),
                        .unstore_rate = random_rate(rng, 1e-5, 1e-2),
                        .turnover_rate = random_rate(rng, 1e-4, 0.1),
                        .soften_rate = random_rate(rng, 1e-4, 0.1),
                        .resorb_rate = random_rate(rng, 1e-4, 1.0),
                        .bleach_rate = random_rate(rng, 1e-6, 1e-3)};
}

#endif
