/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "schedule/window.h"

#include <math.h>

#include "base/numeric.h"

static bool
is_none(fade_period period)
{
    return period.years == 0 && period.months == 0 && period.days == 0;
}

/* Rounded up to the day; none beyond the horizon. */
static fade_status
date_of(fade_date origin, double time, fade_date *out)
{
    if (!isfinite(time)) {
        *out = FADE_NO_DATE;
        return FADE_OK;
    }
    if (!(fabs(time) < 1e7)) {
        return FADE_EINVAL;
    }
    return fade_date_add(origin, (fade_period){.days = (int)ceil(time)}, out);
}

static fade_status
quantile_date(const fade_recall_case *zone, double p, fade_date *out)
{
    if (zone->touchup_count == 0) {
        *out = FADE_NO_DATE;
        return FADE_OK;
    }
    return date_of(zone->origin,
                   fade_quantile(zone->touchup, zone->touchup_count, p), out);
}

/* Expected cost of `day` less that of the day before; draws never reached
 * (HUGE_VAL) count as a day early less. */
static double
cost_of_waiting_a_day(const double *touchup, size_t count, double day,
                      double cost_late, double cost_early)
{
    double sum = 0.0;

    for (size_t i = 0; i < count; i++) {
        double late = fmin(fmax(day - touchup[i], 0.0), 1.0);

        sum += cost_late * late - cost_early * (1.0 - late);
    }
    return sum;
}

double
fade_schedule_least_cost(const double *touchup, size_t count, double cost_late,
                         double cost_early)
{
    double share = cost_early / (cost_early + cost_late);
    /* The cost's slope changes sign at this draw; 1e-9 forgives rounding. */
    double rank = ceil(share * (double)count - 1e-9);
    double best = 0.0;

    if (count == 0) {
        return HUGE_VAL;
    }
    best = touchup[rank < 1.0 ? 0 : (size_t)rank - 1];
    if (!isfinite(best)) {
        return HUGE_VAL;
    }
    best = ceil(best);
    if (cost_of_waiting_a_day(touchup, count, best, cost_late, cost_early)
        > 0.0) {
        best -= 1.0;
    }
    return best;
}

static fade_status
target_date(const fade_recall_case *zone, const fade_policy *policy,
            fade_date *out)
{
    if (policy->rule == FADE_RULE_RISK) {
        return quantile_date(zone, policy->risk, out);
    }
    return date_of(zone->origin,
                   fade_schedule_least_cost(zone->touchup, zone->touchup_count,
                                            policy->cost_late,
                                            policy->cost_early),
                   out);
}

static bool
lasts_longer(const fade_contraindication *a, const fade_contraindication *b)
{
    if (!b || a->until == b->until) {
        return !b;
    }
    return a->until == FADE_NO_DATE
           || (b->until != FADE_NO_DATE && a->until > b->until);
}

const fade_contraindication *
fade_window_contraindication(const fade_recall_case *zone, fade_date day)
{
    const fade_contraindication *found = NULL;

    for (size_t i = 0; i < zone->contraindication_count; i++) {
        const fade_contraindication *one = &zone->contraindications[i];
        bool holds = one->from <= day
                     && (one->until == FADE_NO_DATE || day <= one->until);

        if (holds && lasts_longer(one, found)) {
            found = one;
        }
    }
    return found;
}

/* The first day without it; none where it lasts as long as the calendar. */
static fade_date
day_after(const fade_contraindication *one)
{
    fade_date next = FADE_NO_DATE;

    if (one->until != FADE_NO_DATE) {
        (void)fade_date_add(one->until, (fade_period){.days = 1}, &next);
    }
    return next;
}

/* Moves *date behind what forbids it; an open end leaves none. */
static void
step_behind(const fade_recall_case *zone, fade_date *date, fade_window *window)
{
    const fade_contraindication *blocking = NULL;

    while (*date != FADE_NO_DATE
           && (blocking = fade_window_contraindication(zone, *date)) != NULL) {
        *date = day_after(blocking);
        window->bound = FADE_BOUND_CONTRAINDICATION;
        window->blocking = blocking;
    }
}

static void
hold_back(fade_window *window, fade_date to, fade_bound bound)
{
    if (to != FADE_NO_DATE && to > window->dates.earliest) {
        window->dates.earliest = to;
        window->bound = bound;
    }
}

/* One that began before today counts even if the window opened before it. */
static void
hold_behind_begun(const fade_recall_case *zone, fade_date today,
                  fade_window *window)
{
    for (size_t i = 0; i < zone->contraindication_count; i++) {
        const fade_contraindication *one = &zone->contraindications[i];
        fade_date before = window->dates.earliest;
        fade_date next = day_after(one);

        if (one->from > today) {
            continue;
        }
        hold_back(window, next == FADE_NO_DATE ? one->from : next,
                  FADE_BOUND_CONTRAINDICATION);
        if (window->dates.earliest != before) {
            window->blocking = one;
        }
    }
}

static fade_status
find_earliest(const fade_recall_case *zone, const fade_policy *policy,
              fade_date today, fade_window *window)
{
    fade_date early = FADE_NO_DATE;
    fade_date interval = FADE_NO_DATE;
    fade_status status = quantile_date(zone, policy->early_risk, &early);

    if (status == FADE_OK && !is_none(policy->minimum_interval)
        && zone->last_touchup != FADE_NO_DATE) {
        status = fade_date_add(zone->last_touchup, policy->minimum_interval,
                               &interval);
    }
    if (status != FADE_OK) {
        return status;
    }
    hold_back(window, early, FADE_BOUND_FORECAST);
    hold_back(window, window->healed, FADE_BOUND_HEALING);
    hold_back(window, interval, FADE_BOUND_INTERVAL);
    hold_behind_begun(zone, today, window);
    step_behind(zone, &window->dates.earliest, window);
    if (early == FADE_NO_DATE) {
        window->dates.earliest = FADE_NO_DATE;
    }
    return FADE_OK;
}

static fade_date
later_of(fade_date a, fade_date b)
{
    return a > b ? a : b;
}

static void
find_recommended(const fade_recall_case *zone, fade_window *window)
{
    fade_recall_dates *dates = &window->dates;

    if (dates->earliest == FADE_NO_DATE || window->target == FADE_NO_DATE) {
        return;
    }
    if (window->target >= dates->earliest) {
        window->bound = FADE_BOUND_FORECAST;
    }
    dates->recommended = later_of(dates->earliest, window->target);
    step_behind(zone, &dates->recommended, window);
}

fade_status
fade_window_find(const fade_recall_case *zone, const fade_policy *policy,
                 fade_date today, fade_window *out)
{
    fade_window window = {
        .dates = {FADE_NO_DATE, FADE_NO_DATE, FADE_NO_DATE, FADE_NO_DATE},
        .target = FADE_NO_DATE,
    };
    fade_date late = FADE_NO_DATE;
    fade_status status = fade_date_add(
        zone->last_session, policy->healing_interval, &window.healed);

    if (status == FADE_OK && !is_none(policy->maximum_interval)) {
        status = fade_date_add(zone->last_session, policy->maximum_interval,
                               &window.dates.latest);
    }
    if (status == FADE_OK) {
        status = find_earliest(zone, policy, today, &window);
    }
    if (status == FADE_OK) {
        status = target_date(zone, policy, &window.target);
    }
    if (status == FADE_OK) {
        status = quantile_date(zone, policy->late_risk, &late);
    }
    if (status != FADE_OK) {
        return status;
    }
    find_recommended(zone, &window);
    if (window.dates.recommended != FADE_NO_DATE && late != FADE_NO_DATE) {
        window.dates.overdue_after = later_of(window.dates.recommended, late);
    }
    *out = window;
    return FADE_OK;
}
