/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kinetics/rates.h"

#include <float.h>
#include <math.h>

/* NaN lies in no range. */
static bool
within(double value, double lower, double upper)
{
    return value >= lower && value <= upper;
}

static bool
is_rate(double value)
{
    return within(value, 0.0, FADE_RATE_MAX);
}

static bool
rates_are_valid(const fade_rates *rates)
{
    return within(rates->epidermal_fraction, 0.0, 1.0)
           && rates->capture_capacity > 0.0 && is_rate(rates->shed_rate)
           && is_rate(rates->capture_rate) && is_rate(rates->drain_rate)
           && is_rate(rates->store_rate) && is_rate(rates->unstore_rate)
           && is_rate(rates->turnover_rate) && is_rate(rates->soften_rate)
           && is_rate(rates->resorb_rate) && is_rate(rates->bleach_rate);
}

static bool
sunlight_is_valid(const fade_sunlight *sunlight)
{
    return within(sunlight->uv_exposure, 0.0, FADE_RATE_MAX)
           && within(sunlight->uv_amplitude, 0.0, 1.0)
           && within(sunlight->uv_peak_day, -FADE_DAY_MAX, FADE_DAY_MAX);
}

static bool
event_is_valid(const fade_site *site, const fade_event *event)
{
    if (!within(event->time, -FADE_DAY_MAX, FADE_DAY_MAX)) {
        return false;
    }
    if (event->kind == FADE_LASER) {
        return within(event->shatter, 0.0, 1.0);
    }
    return event->kind == FADE_IMPLANT && event->pigment >= FADE_PERMANENT
           && event->pigment < FADE_PIGMENTS && site->rates[event->pigment]
           && event->dose >= 0.0 && isfinite(event->dose) && event->dots >= 0.0
           && isfinite(event->dots);
}

static bool
events_are_valid(const fade_site *site)
{
    for (size_t i = 0; i < site->event_count; i++) {
        if (!event_is_valid(site, &site->events[i])) {
            return false;
        }
        if (i > 0 && site->events[i].time < site->events[i - 1].time) {
            return false;
        }
    }
    return true;
}

static bool
times_are_valid(const double *times, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (!within(times[i], i > 0 ? times[i - 1] : -FADE_DAY_MAX,
                    FADE_DAY_MAX)) {
            return false;
        }
    }
    return true;
}

fade_status
fade_site_check(const fade_site *site, const double *times, size_t count)
{
    for (size_t i = 0; i < FADE_PIGMENTS; i++) {
        if (site->rates[i] && !rates_are_valid(site->rates[i])) {
            return FADE_EINVAL;
        }
    }
    return sunlight_is_valid(&site->sunlight) && events_are_valid(site)
                   && times_are_valid(times, count)
               ? FADE_OK
               : FADE_EINVAL;
}

bool
fade_rates_limited(const fade_rates *rates)
{
    return rates->capture_capacity < HUGE_VAL;
}

static bool
comes_back(double uptake, double release)
{
    return !(uptake > 0.0) || release > DBL_EPSILON * uptake;
}

bool
fade_rates_two_way(const fade_rates *rates)
{
    return comes_back(rates->capture_rate, rates->turnover_rate)
           && comes_back(rates->store_rate, rates->unstore_rate);
}

double
fade_site_capacity(const fade_site *site)
{
    double capacity = HUGE_VAL;

    for (size_t i = 0; i < FADE_PIGMENTS; i++) {
        if (site->rates[i]) {
            capacity = fmin(capacity, site->rates[i]->capture_capacity);
        }
    }
    return capacity;
}
