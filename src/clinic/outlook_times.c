/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dates of an outlook, as times of the assembly's clock. */
#include <math.h>
#include <stdlib.h>

#include "base/array.h"
#include "base/numeric.h"
#include "clinic/outlook.h"

enum {
    PERMANENT_YEARS = 8, /* shown after the last session */
    TEMPORARY_MONTHS = 30,
    PERMANENT_STEP = 6, /* [month] between the rows of a table */
    TEMPORARY_STEP = 2,
    FINE_POINTS = 240 /* of a picture's curve */
};

/* [year of 365.25 days] at which the model's table of fading stands */
static const double typical_ages[] = {0.5, 1.0, 2.0, 3.0, 4.0, 5.0, 7.0, 10.0};
static const double days_a_year = 365.25;
/* [day] after a session, where the curve bends */
static const double settling[] = {0.0,  1.0,  2.0,  4.0,  7.0,
                                  10.0, 14.0, 20.0, 28.0, 42.0};
/* [day] just before a session, where the curve jumps */
static const double moment = 1e-3;

typedef struct time_list {
    double *at;
    size_t count, room;
    fade_status status;
} time_list;

static void
add(time_list *list, double time)
{
    void *items = list->at;

    if (list->status == FADE_OK) {
        list->status = fade_array_reserve(&items, &list->room, list->count + 1,
                                          sizeof *list->at);
        list->at = items;
    }
    if (list->status == FADE_OK) {
        list->at[list->count++] = time;
    }
}

static void
sort_unique(time_list *list)
{
    size_t kept = 0;

    fade_sort(list->at, list->count);
    for (size_t i = 0; i < list->count; i++) {
        if (kept == 0 || list->at[i] > list->at[kept - 1]) {
            list->at[kept++] = list->at[i];
        }
    }
    list->count = kept;
}

static double
time_of(const fade_assembly *assembly, fade_date date)
{
    return (double)(date - assembly->origin);
}

static fade_date
later(fade_date a, fade_date b)
{
    return a > b ? a : b;
}

/* The last date that is shown: as the user says, or by the pigment's pace. */
static fade_date
last_date(const fade_assembly *assembly, const fade_outlook_plan *plan)
{
    bool permanent = fade_outlook_pigment(assembly) == FADE_PERMANENT;
    fade_period shown = {.years = permanent ? PERMANENT_YEARS : 0,
                         .months = permanent ? 0 : TEMPORARY_MONTHS};
    fade_date end = assembly->last_session;
    fade_date year_ahead = plan->today;

    if (plan->until != FADE_NO_DATE) {
        return plan->until;
    }
    if (plan->years > 0) {
        (void)fade_date_add(assembly->last_session,
                            (fade_period){.years = plan->years}, &end);
        return end;
    }
    (void)fade_date_add(assembly->last_session, shown, &end);
    (void)fade_date_add(plan->today, (fade_period){.years = 1}, &year_ahead);
    return later(end, year_ahead);
}

/* `count` steps after `start`. */
static fade_date
step_date(fade_date start, fade_period step, int count)
{
    fade_date date = FADE_NO_DATE;

    step.years *= count;
    step.months *= count;
    step.days *= count;
    return fade_date_add(start, step, &date) == FADE_OK ? date : FADE_NO_DATE;
}

static bool
no_period(fade_period period)
{
    return period.years == 0 && period.months == 0 && period.days == 0;
}

static fade_period
chosen_step(const fade_assembly *assembly, const fade_outlook_plan *plan)
{
    fade_period step = plan->step;

    if (no_period(step)) {
        step.months = fade_outlook_pigment(assembly) == FADE_PERMANENT
                          ? PERMANENT_STEP
                          : TEMPORARY_STEP;
    }
    return step;
}

/* The healed date, today, and steps of the calendar from the last session. */
static void
add_table_times(const fade_assembly *assembly, const fade_outlook_plan *plan,
                time_list *list)
{
    fade_date end = last_date(assembly, plan);
    fade_date healed = assembly->last_session + (fade_date)FADE_HEALING_DAYS;
    fade_period step = chosen_step(assembly, plan);
    fade_date date = healed;

    add(list, time_of(assembly, healed));
    if (plan->today > healed && plan->today <= end) {
        add(list, time_of(assembly, plan->today));
    }
    for (int i = 1; date != FADE_NO_DATE && date <= end; i++) {
        date = step_date(assembly->last_session, step, i);
        if (date != FADE_NO_DATE && date > healed && date <= end) {
            add(list, time_of(assembly, date));
        }
    }
}

static void
add_fine_times(const fade_assembly *assembly, const fade_outlook_plan *plan,
               time_list *list)
{
    double first = time_of(assembly, assembly->first_session);
    double end = time_of(assembly, last_date(assembly, plan));
    double step = (end - first) / (double)FINE_POINTS;

    for (int i = 0; step > 0.0 && i <= FINE_POINTS; i++) {
        add(list, first + step * i);
    }
    for (size_t i = 0; i < assembly->zone.event_count; i++) {
        double event = assembly->zone.events[i].time;

        if (event > first) {
            add(list, event - moment);
        }
        for (size_t k = 0; k < sizeof settling / sizeof settling[0]; k++) {
            if (event + settling[k] < end) {
                add(list, event + settling[k]);
            }
        }
    }
}

static void
add_typical_times(const fade_assembly *assembly, time_list *list)
{
    double last = time_of(assembly, assembly->last_session);

    for (size_t i = 0; i < sizeof typical_ages / sizeof typical_ages[0]; i++) {
        add(list, last + typical_ages[i] * days_a_year);
    }
}

fade_status
fade_outlook_times(const fade_assembly *assembly, const fade_outlook_plan *plan,
                   double **times, size_t *count)
{
    time_list list = {.status = FADE_OK};

    if (plan->fine) {
        add_fine_times(assembly, plan, &list);
    } else if (plan->typical && no_period(plan->step)) {
        add_typical_times(assembly, &list);
    } else {
        add_table_times(assembly, plan, &list);
    }
    if (list.status != FADE_OK) {
        free(list.at);
        return list.status;
    }
    sort_unique(&list);
    *times = list.at;
    *count = list.count;
    return FADE_OK;
}
