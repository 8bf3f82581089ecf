/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A forecast: how a zone's looks may develop, and when they will call for a
 * touch-up.
 *
 *   retained tone = tone / baseline tone, likewise definition
 *   T = first time after the healed time at which the criterion falls below
 *       the policy's threshold; infinite beyond the horizon of 30 years
 *
 * Bands and T are taken over the patient's random effects and the sessions'
 * hands by seeded quasi-random draws (scrambled Sobol); reading error is no
 * part of them. The same request gives the same bytes with any number of
 * threads.
 *
 * T is the first crossing, not any: retained tone may rise above 1 while dots
 * spread, and sink and rise again with the seasons. Where two crossings lie
 * less than 3 days apart, T may be the later one. It is good to 0.01 day.
 *
 * Cost: about 15 us a draw for T on one core of a server, 0.6 us more a
 * draw and time; 1000 draws at 40 times take some 0.04 s. With a finite
 * capture_capacity a draw takes some 10 ms.
 *
 *   fade_forecast_request request = {.zone = &zone,
 *                                    .rule = fade_touchup_rule_default(),
 *                                    .draws = 1000, .seed = 1};
 *   fade_forecast *forecast;
 *
 *   fade_forecast_create(&request, &forecast);
 *   day = fade_forecast_touchup(forecast, 0.25);    25 % need it by then
 *   fade_forecast_destroy(forecast);
 */
#ifndef FADECAST_FORECAST_H
#define FADECAST_FORECAST_H

#include <stddef.h>
#include <stdint.h>

#include <fadecast/individual.h>
#include <fadecast/status.h>

FADE_BEGIN

#define FADE_HORIZON_DAYS 10957.5 /* [day] 30 years of 365.25 days */

typedef enum fade_criterion {
    FADE_BY_TONE,
    FADE_BY_DEFINITION,
    FADE_BY_FIRST_OF_BOTH
} fade_criterion;

/* When is it time? The part of a policy that the forecast needs. */
typedef struct fade_touchup_rule {
    fade_criterion criterion;
    double tone_threshold;       /* [1] of retained tone; 0.75 */
    double definition_threshold; /* [1] of retained definition; 0.5 */
    fade_baseline baseline;      /* FADE_BASELINE_BEST */
} fade_touchup_rule;

FADE_API fade_touchup_rule fade_touchup_rule_default(void);

typedef struct fade_forecast_request {
    const fade_zone *zone;
    fade_touchup_rule rule;
    const double *times; /* ascending [day]; may be none */
    size_t time_count;
    size_t draws; /* 1000 is usual; 1: the typical patient, no draws */
    uint64_t seed;
} fade_forecast_request;

/* Probabilities of the bands' edges: 90 % and 50 % bands, and the median. */
enum { FADE_P05, FADE_P25, FADE_P50, FADE_P75, FADE_P95, FADE_BAND_COUNT };

FADE_API double fade_band_probability(int band);

typedef struct fade_band {
    double at[FADE_BAND_COUNT];
} fade_band;

typedef struct fade_forecast fade_forecast;

/*
 * FADE_EINVAL: a value out of range; FADE_ENOTFOUND: the zone has no implant.
 * The caller ends *out with fade_forecast_destroy() (NULL is fine).
 */
FADE_API fade_status fade_forecast_create(const fade_forecast_request *request,
                                          fade_forecast **out);
FADE_API void fade_forecast_destroy(fade_forecast *forecast);

/* Bands at request time `index`. */
FADE_API fade_band fade_forecast_tone(const fade_forecast *f, size_t index);
FADE_API fade_band fade_forecast_definition(const fade_forecast *f,
                                            size_t index);
FADE_API fade_band fade_forecast_retained_tone(const fade_forecast *f,
                                               size_t index);
FADE_API fade_band fade_forecast_retained_definition(const fade_forecast *f,
                                                     size_t index);

/* Healed tone and definition of the baseline course. */
FADE_API fade_band fade_forecast_healed_tone(const fade_forecast *f);
FADE_API fade_band fade_forecast_healed_definition(const fade_forecast *f);

/* The healed time of the latest course: T lies after it [day]. */
FADE_API double fade_forecast_healed_time(const fade_forecast *f);

/* Quantile p of T as a time [day]; HUGE_VAL beyond the horizon. */
FADE_API double fade_forecast_touchup(const fade_forecast *f, double p);

/* Probability that T <= time. */
FADE_API double fade_forecast_touchup_before(const fade_forecast *f,
                                             double time);

/* All draws of T in ascending order, HUGE_VAL last; borrowed. */
FADE_API const double *fade_forecast_touchup_draws(const fade_forecast *f,
                                                   size_t *count);

FADE_END

#endif
