/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <fadecast/kinetics.h>

#include <math.h>
#include <stdlib.h>

#include "kinetics/events.h"
#include "kinetics/exact.h"
#include "kinetics/rates.h"
#include "kinetics/stiff.h"

static const double DEFAULT_TOLERANCE = 1e-9;
static const double FINEST_TOLERANCE = 1e-13;
static const double COARSEST_TOLERANCE = 1e-3;

struct fade_kinetics {
    fade_kinetics_options options;
    bool stiff_now; /* which of the two solves the site at hand */
    fade_exact exact;
    fade_stiff *stiff;
};

fade_status
fade_kinetics_create(fade_kinetics **out, const fade_kinetics_options *options)
{
    fade_kinetics *kinetics = NULL;
    double tolerance =
        options->tolerance > 0.0 ? options->tolerance : DEFAULT_TOLERANCE;
    fade_status status = FADE_ENOMEM;

    *out = NULL;
    if (!(options->tolerance >= 0.0) || tolerance < FINEST_TOLERANCE
        || tolerance > COARSEST_TOLERANCE || options->method < FADE_AUTO
        || options->method > FADE_STIFF) {
        return FADE_EINVAL;
    }
    kinetics = calloc(1, sizeof *kinetics);
    if (!kinetics) {
        return FADE_ENOMEM;
    }
    kinetics->options = *options;
    status = fade_stiff_create(&kinetics->stiff, tolerance, options->sinks);
    if (status != FADE_OK) {
        fade_kinetics_destroy(kinetics);
        return status;
    }
    *out = kinetics;
    return FADE_OK;
}

void
fade_kinetics_destroy(fade_kinetics *kinetics)
{
    if (kinetics) {
        fade_stiff_destroy(kinetics->stiff);
        free(kinetics);
    }
}

static bool
has_closed_form(const fade_site *site)
{
    for (size_t i = 0; i < FADE_PIGMENTS; i++) {
        const fade_rates *rates = site->rates[i];

        if (rates
            && (fade_rates_limited(rates) || !fade_rates_two_way(rates))) {
            return false;
        }
    }
    return true;
}

static fade_status
choose_method(fade_kinetics *kinetics, const fade_site *site)
{
    fade_method method = kinetics->options.method;
    bool closed = method == FADE_STIFF ? false : has_closed_form(site);

    if (method == FADE_EXACT && !closed) {
        return FADE_EINVAL;
    }
    kinetics->stiff_now = !closed;
    if (closed) {
        fade_exact_set(&kinetics->exact, site, kinetics->options.sinks);
        return FADE_OK;
    }
    return fade_stiff_set(kinetics->stiff, site);
}

static void
begin_interval(fade_kinetics *kinetics, double time,
               const fade_amounts *amounts)
{
    if (kinetics->stiff_now) {
        fade_stiff_begin(kinetics->stiff, time, amounts);
    } else {
        fade_exact_begin(&kinetics->exact, time, amounts);
    }
}

static fade_status
amounts_at(fade_kinetics *kinetics, double time, fade_amounts *out)
{
    if (kinetics->stiff_now) {
        return fade_stiff_at(kinetics->stiff, time, out);
    }
    fade_exact_at(&kinetics->exact, time, out);
    return FADE_OK;
}

/* Nothing has happened yet. */
static fade_amounts
untouched(bool sinks)
{
    fade_amounts amounts = {0};

    for (size_t i = 0; !sinks && i < FADE_PIGMENTS; i++) {
        for (size_t j = FADE_POOLS; j < FADE_AMOUNTS; j++) {
            amounts.of[i][j] = nan("");
        }
    }
    return amounts;
}

/*
 * Passes the events up to `time`, from number *next on, and starts an interval
 * after each moment with events.
 */
static fade_status
pass_events(fade_kinetics *kinetics, const fade_site *site, double time,
            size_t *next)
{
    while (*next < site->event_count && site->events[*next].time <= time) {
        double moment = site->events[*next].time;
        fade_amounts amounts = untouched(kinetics->options.sinks);

        if (*next > 0) {
            fade_status status = amounts_at(kinetics, moment, &amounts);

            if (status != FADE_OK) {
                return status;
            }
        }
        do {
            fade_event_apply(&site->events[*next], site, &amounts);
            ++*next;
        } while (*next < site->event_count
                 && site->events[*next].time <= moment);
        begin_interval(kinetics, moment, &amounts);
    }
    return FADE_OK;
}

fade_status
fade_kinetics_solve(fade_kinetics *kinetics, const fade_site *site,
                    const double *times, size_t count, fade_amounts *out)
{
    size_t next = 0;
    fade_status status = fade_site_check(site, times, count);

    if (status == FADE_OK) {
        status = choose_method(kinetics, site);
    }
    for (size_t i = 0; status == FADE_OK && i < count; i++) {
        status = pass_events(kinetics, site, times[i], &next);
        if (status != FADE_OK) {
            return status;
        }
        if (next == 0) {
            out[i] = untouched(kinetics->options.sinks);
        } else {
            status = amounts_at(kinetics, times[i], &out[i]);
        }
    }
    return status;
}

double
fade_amounts_visible(const fade_amounts *amounts, fade_pigment pigment)
{
    double sum = 0.0;

    for (int pool = 0; pool < FADE_POOLS; pool++) {
        sum += amounts->of[pigment][pool];
    }
    return sum;
}
