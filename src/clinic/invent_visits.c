/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdlib.h>

#include "base/array.h"
#include "base/numeric.h"
#include "clinic/chance.h"
#include "clinic/invent_parts.h"

static const double days_per_year = 365.25;

enum { RICH_VISITS = 8 };

typedef struct shares {
    double tone, score, definition;
} shares;

static fade_status
add_reading(fade_invented_zone *zone, fade_reading reading)
{
    void *readings = zone->readings;
    fade_status status =
        fade_array_reserve(&readings, &zone->reading_room,
                           zone->reading_count + 1, sizeof(fade_reading));

    zone->readings = readings;
    if (status == FADE_OK) {
        zone->readings[zone->reading_count++] = reading;
    }
    return status;
}

static bool
has_session_on(const fade_invented_zone *zone, double time)
{
    for (size_t i = 0; i < zone->event_count; i++) {
        if (fabs(zone->events[i].time - time) < 0.5) {
            return true;
        }
    }
    return false;
}

/* Each kind is drawn for, so that one share does not move the others. */
static fade_status
add_visit(const fade_inventor *by, const fade_invented *patient,
          fade_invented_zone *zone, double time, const shares *share)
{
    const fade_design *design = by->design;
    const double wanted[] = {[FADE_TONE] = share->tone,
                             [FADE_SCORE] = share->score,
                             [FADE_DEFINITION] = share->definition};
    fade_reading reading = {.time = time,
                            .before = has_session_on(zone, time),
                            .limit = nan(""),
                            .scale_max = design->score_max,
                            .scale_step = design->score_step};
    fade_status status = FADE_OK;

    if (by->clinic) {
        reading.instrument = 1;
        reading.grader = (int)patient->practitioner + 1;
    }
    for (int kind = FADE_TONE; kind <= FADE_DEFINITION; kind++) {
        reading.kind = (fade_reading_kind)kind;
        if (fade_chance_share(by->rng, wanted[kind]) && status == FADE_OK) {
            status = add_reading(zone, reading);
        }
    }
    return status;
}

/* Ascending days of all visits; returns how many. */
static size_t
draw_days(const fade_inventor *by, const fade_invented *patient,
          const fade_course *first, double *days)
{
    const fade_design *design = by->design;
    bool rich = patient->kind == FADE_CASE_RICH;
    double visits = fade_chance_mix(by->rng, &design->visits);
    size_t wanted = rich ? RICH_VISITS : (size_t)visits;
    size_t count = 0;

    if (fade_chance_share(by->rng, design->healed_visit) || rich) {
        days[count++] = first->healed;
    }
    for (size_t i = 0; i < wanted; i++) {
        double years = fade_chance_range(by->rng, design->visit_time);

        days[count++] = round(first->last + years * days_per_year);
    }
    fade_sort(days, count);
    return count;
}

fade_status
fade_invent_visits(const fade_inventor *by, const fade_invented *patient,
                   fade_invented_zone *zone)
{
    const fade_design *design = by->design;
    const shares usual = {design->tone_share, design->score_share,
                          design->definition_share};
    const shares all = {1.0, 1.0, 1.0};
    double end = fade_invented_end(by, patient);
    double days[FADE_VISITS_MAX + 1];
    fade_status status = FADE_OK;
    fade_course first;
    size_t count;

    zone->zone.events = zone->events;
    zone->zone.event_count = zone->event_count;
    if (patient->kind == FADE_CASE_SPARSE
        || fade_zone_courses(&zone->zone, &first, 1) == 0) {
        return FADE_OK;
    }
    count = draw_days(by, patient, &first, days);
    for (size_t i = 0; status == FADE_OK && i < count && days[i] <= end; i++) {
        if (i == 0 || days[i] - days[i - 1] > 0.5) {
            status = add_visit(by, patient, zone, days[i],
                               patient->kind == FADE_CASE_RICH ? &all : &usual);
        }
    }
    return status;
}
