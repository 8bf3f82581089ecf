/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "clinic/invent.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "base/numeric.h"
#include "base/rng.h"
#include "clinic/invent_parts.h"
#include "forecast/touchup.h"
#include "individual/trajectory.h"

/* Streams of one patient: what is drawn for one purpose moves no other. */
enum {
    STREAM_EFFECTS,
    STREAM_FRAME,
    STREAM_HANDS, /* and one more for the second zone */
    STREAM_READINGS = 4,
    STREAMS = 16
};

static uint64_t
stream_of(size_t index, int purpose)
{
    return (uint64_t)index * STREAMS + (uint64_t)purpose;
}

fade_status
fade_inventor_init(fade_inventor *inventor, const fade_design *design,
                   const fade_model *const model[FADE_PIGMENTS], uint64_t seed)
{
    fade_status status;

    *inventor = (fade_inventor){.design = design, .seed = seed};
    memcpy(inventor->model, model, sizeof inventor->model);
    fade_numeric_setup();
    inventor->rng = fade_rng_create(seed, 0);
    status = fade_trajectory_create(&inventor->fading);
    return status == FADE_OK && !inventor->rng ? FADE_ENOMEM : status;
}

void
fade_inventor_clear(fade_inventor *inventor)
{
    fade_trajectory_destroy(inventor->fading);
    gsl_rng_free(inventor->rng);
    *inventor = (fade_inventor){.design = NULL};
}

void
fade_invented_clear(fade_invented *patient)
{
    for (int i = 0; i < FADE_INVENTED_ZONES; i++) {
        free(patient->zones[i].events);
        free(patient->zones[i].session);
        free(patient->zones[i].readings);
    }
    *patient = (fade_invented){.index = 0};
}

static void
reset(fade_invented *patient, size_t index)
{
    fade_invented fresh = {.index = index};

    for (int i = 0; i < FADE_INVENTED_ZONES; i++) {
        const fade_invented_zone *old = &patient->zones[i];

        fresh.zones[i] =
            (fade_invented_zone){.events = old->events,
                                 .event_room = old->event_room,
                                 .session = old->session,
                                 .session_room = old->session_room,
                                 .readings = old->readings,
                                 .reading_room = old->reading_room};
    }
    *patient = fresh;
}

/* The models that the zone's implants need. */
static void
connect(const fade_inventor *by, fade_invented_zone *zone)
{
    zone->zone.events = zone->events;
    zone->zone.event_count = zone->event_count;
    for (size_t i = 0; i < zone->event_count; i++) {
        if (zone->events[i].kind == FADE_IMPLANT) {
            fade_pigment class = zone->events[i].pigment;

            zone->zone.model[class] = by->model[class];
        }
    }
}

static fade_status
draw_hands(const fade_inventor *by, const fade_invented *patient, size_t which,
           fade_invented_zone *zone)
{
    void *session = zone->session;
    fade_status status = fade_array_reserve(&session, &zone->session_room,
                                            zone->event_count, sizeof(double));

    zone->session = session;
    if (status == FADE_OK) {
        status = fade_simulate_hands(
            by->seed, stream_of(patient->index, STREAM_HANDS + (int)which),
            zone->session, zone->event_count);
    }
    return status;
}

static fade_status
take_readings(fade_inventor *by, const fade_invented *patient, size_t which,
              fade_invented_zone *zone)
{
    const fade_measuring how = {.resolution = by->design->resolution,
                                .detection_limit = by->design->detection_limit};
    fade_status status = fade_trajectory_set(by->fading, &zone->zone,
                                             &patient->effects, zone->session);

    if (status == FADE_OK && zone->reading_count > 0) {
        status = fade_simulate_readings(
            by->fading, &how, by->seed,
            stream_of(patient->index, STREAM_READINGS + (int)which),
            zone->readings, zone->reading_count);
    }
    zone->zone.readings = zone->readings;
    zone->zone.reading_count = zone->reading_count;
    return status;
}

fade_status
fade_invent(fade_inventor *inventor, size_t index, fade_invented *out)
{
    fade_status status;

    reset(out, index);
    out->kind = fade_design_case(inventor->design, index);
    status = fade_simulate_effects(
        inventor->seed, stream_of(index, STREAM_EFFECTS), &out->effects);
    fade_rng_set(inventor->rng, inventor->seed, stream_of(index, STREAM_FRAME));
    if (status == FADE_OK) {
        status = fade_invent_frame(inventor, out);
    }
    for (size_t i = 0; status == FADE_OK && i < out->zone_count; i++) {
        fade_invented_zone *zone = &out->zones[i];

        connect(inventor, zone);
        status = fade_invent_visits(inventor, out, zone);
        if (status == FADE_OK) {
            status = draw_hands(inventor, out, i, zone);
        }
        if (status == FADE_OK) {
            status = take_readings(inventor, out, i, zone);
        }
    }
    return status;
}

fade_status
fade_invent_truth(fade_inventor *inventor, const fade_invented *patient,
                  const fade_invented_zone *zone, fade_truth *out)
{
    fade_pigment class =
        zone->zone.model[FADE_PERMANENT] ? FADE_PERMANENT : FADE_TEMPORARY;
    fade_touchup_search search = {.rule = fade_touchup_rule_default()};
    double last = 0.0;
    fade_status status;

    for (size_t i = 0; i < zone->event_count; i++) {
        if (zone->events[i].kind == FADE_IMPLANT) {
            last = zone->events[i].time;
        }
    }
    search.healed = last + FADE_HEALING_DAYS;
    status = fade_trajectory_set(inventor->fading, &zone->zone,
                                 &patient->effects, zone->session);
    if (status == FADE_OK) {
        status = fade_trajectory_healed(inventor->fading, search.rule.baseline,
                                        &search.baseline);
    }
    if (status == FADE_OK) {
        status = fade_touchup_time(inventor->fading, &search, &out->touchup);
    }
    if (status == FADE_OK) {
        out->values = *fade_trajectory_values(inventor->fading, class);
        out->healed_tone = search.baseline.tone;
        out->last = last;
    }
    return status;
}
