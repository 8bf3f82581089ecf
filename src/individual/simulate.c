/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdlib.h>

#include <gsl/gsl_randist.h>

#include "base/numeric.h"
#include "base/rng.h"
#include "individual/observe.h"
#include "individual/trajectory.h"

/* Streams of the observers' biases lie above all that callers count up to. */
static const uint64_t grader_streams = UINT64_C(0xF1) << 56;
static const uint64_t instrument_streams = UINT64_C(0xF2) << 56;

fade_status
fade_simulate_effects(uint64_t seed, uint64_t stream, fade_effects *out)
{
    gsl_rng *rng;

    fade_numeric_setup();
    rng = fade_rng_create(seed, stream);
    if (!rng) {
        return FADE_ENOMEM;
    }
    for (int id = 0; id < FADE_PARAMETER_COUNT; id++) {
        out->z[id] = gsl_ran_gaussian_ziggurat(rng, 1.0);
    }
    gsl_rng_free(rng);
    return FADE_OK;
}

fade_status
fade_simulate_hands(uint64_t seed, uint64_t stream, double *session,
                    size_t count)
{
    gsl_rng *rng;

    fade_numeric_setup();
    rng = fade_rng_create(seed, stream);
    if (!rng) {
        return FADE_ENOMEM;
    }
    for (size_t i = 0; i < count; i++) {
        session[i] = gsl_ran_gaussian_ziggurat(rng, 1.0);
    }
    gsl_rng_free(rng);
    return FADE_OK;
}

/* One observer's bias, the same for all patients of a seed. */
static double
bias_of(gsl_rng *rng, uint64_t seed, uint64_t stream, double sd)
{
    fade_rng_set(rng, seed, stream);
    return gsl_ran_gaussian_ziggurat(rng, sd);
}

typedef struct observer {
    const fade_error_model *errors;
    double gain; /* the person's */
    const fade_measuring *how;
    uint64_t seed;
    gsl_rng *noise;
    gsl_rng *bias; /* scratch of bias_of() */
} observer;

static double
observer_bias(const observer *who, const fade_reading *reading)
{
    if (reading->kind == FADE_SCORE && reading->grader > 0) {
        return bias_of(
            who->bias, who->seed, grader_streams + (uint64_t)reading->grader,
            who->errors->score_grader_sd * reading->scale_max / 10.0);
    }
    if (reading->kind == FADE_TONE && reading->instrument > 0) {
        return bias_of(who->bias, who->seed,
                       instrument_streams + (uint64_t)reading->instrument,
                       who->errors->tone_instrument_sd);
    }
    return 0.0;
}

static void
read_score(double latent, fade_reading *reading)
{
    double value = fade_round_to(latent, reading->scale_step);

    reading->value = fmin(fmax(value, 0.0), reading->scale_max);
}

static void
read_instrument(const fade_measuring *how, double latent, fade_reading *reading)
{
    if (latent < how->detection_limit) {
        reading->value = how->detection_limit;
        reading->censoring = FADE_CENSORED_BELOW;
        return;
    }
    reading->value = fade_round_to(latent, how->resolution);
}

static void
observe(const observer *who, const fade_appearance *look, fade_reading *reading)
{
    fade_observation seen = fade_observe(who->errors, reading->kind,
                                         reading->scale_max, who->gain, look);
    double latent = seen.mean + observer_bias(who, reading)
                    + gsl_ran_gaussian_ziggurat(who->noise, seen.sd);

    reading->censoring = FADE_NOT_CENSORED;
    reading->limit = nan("");
    if (reading->kind == FADE_SCORE) {
        read_score(latent, reading);
    } else {
        read_instrument(who->how, latent, reading);
    }
}

/* A reading taken before a session of its day sees nothing of it. */
static double
seen_at(const fade_reading *reading)
{
    return reading->before ? nextafter(reading->time, -HUGE_VAL)
                           : reading->time;
}

static fade_status
observe_all(const observer *who, fade_trajectory *trajectory,
            fade_reading *readings, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        double time = seen_at(&readings[i]);
        fade_appearance look;
        fade_status status = fade_trajectory_looks(trajectory, &time, 1, &look);

        if (status != FADE_OK) {
            return status;
        }
        observe(who, &look, &readings[i]);
    }
    return FADE_OK;
}

fade_status
fade_simulate_readings(fade_trajectory *trajectory, const fade_measuring *how,
                       uint64_t seed, uint64_t stream, fade_reading *readings,
                       size_t count)
{
    const fade_zone *zone = fade_trajectory_zone(trajectory);
    fade_status status = FADE_ENOMEM;
    observer who = {.how = how, .seed = seed};
    fade_pigment class;

    if (!zone
        || (!zone->model[FADE_PERMANENT] && !zone->model[FADE_TEMPORARY])) {
        return FADE_EINVAL;
    }
    class = zone->model[FADE_PERMANENT] ? FADE_PERMANENT : FADE_TEMPORARY;
    fade_numeric_setup();
    who.errors = fade_model_errors(zone->model[class]);
    who.gain = fade_trajectory_values(trajectory, class)->of[FADE_SCORE_GAIN];
    who.noise = fade_rng_create(seed, stream);
    who.bias = fade_rng_create(seed, 0);
    if (who.noise && who.bias) {
        status = observe_all(&who, trajectory, readings, count);
    }
    gsl_rng_free(who.bias);
    gsl_rng_free(who.noise);
    return status;
}
