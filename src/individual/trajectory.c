/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "individual/trajectory.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"

struct fade_trajectory {
    fade_kinetics *kinetics;
    const fade_zone *zone; /* NULL before the first person */
    fade_values values[FADE_PIGMENTS];
    fade_rates rates[FADE_PIGMENTS];
    fade_optics optics[FADE_PIGMENTS];
    fade_site site;
    fade_event *events; /* the zone's, with doses as the hands gave them */
    size_t event_room;
    fade_amounts *amounts; /* scratch of fade_trajectory_contents() */
    size_t amount_room;
    fade_contents *contents; /* scratch of fade_trajectory_looks() */
    size_t contents_room;
};

fade_status
fade_trajectory_create(fade_trajectory **out)
{
    const fade_kinetics_options options = {.method = FADE_AUTO};
    fade_trajectory *trajectory = calloc(1, sizeof *trajectory);
    fade_status status;

    *out = NULL;
    if (!trajectory) {
        return FADE_ENOMEM;
    }
    status = fade_kinetics_create(&trajectory->kinetics, &options);
    if (status != FADE_OK) {
        free(trajectory);
        return status;
    }
    *out = trajectory;
    return FADE_OK;
}

void
fade_trajectory_destroy(fade_trajectory *trajectory)
{
    if (!trajectory) {
        return;
    }
    fade_kinetics_destroy(trajectory->kinetics);
    free(trajectory->events);
    free(trajectory->amounts);
    free(trajectory->contents);
    free(trajectory);
}

const fade_model *
fade_zone_implant_model(const fade_zone *zone, const fade_event *event)
{
    return event->kind == FADE_IMPLANT
                   && (unsigned)event->pigment < FADE_PIGMENTS
               ? zone->model[event->pigment]
               : NULL;
}

static fade_status
check_zone(const fade_zone *zone)
{
    if (!(zone->skin_lightness >= FADE_SKIN_LIGHTNESS_MIN)
        || !(zone->skin_lightness <= FADE_SKIN_LIGHTNESS_MAX)) {
        return FADE_EINVAL;
    }
    for (size_t i = 0; i < zone->event_count; i++) {
        const fade_event *event = &zone->events[i];

        if (event->kind == FADE_IMPLANT
            && !fade_zone_implant_model(zone, event)) {
            return FADE_EINVAL;
        }
    }
    return FADE_OK;
}

/*
 * The dose that a recorded one really was: the patient's and the session's
 * effects add up on the parameter's scale.
 */
static double
hand_of(const fade_model *model, const fade_values *values, double z)
{
    const fade_parameter *dose = fade_model_parameter(model, FADE_DOSE);
    double mean = values->of[FADE_DOSE];

    if (!(dose->session_sd > 0.0)) {
        return mean;
    }
    return fade_scale_invert(dose->scale, fade_scale_apply(dose->scale, mean)
                                              + dose->session_sd * z);
}

static void
set_events(fade_trajectory *trajectory, const fade_zone *zone,
           const double *session)
{
    for (size_t i = 0; i < zone->event_count; i++) {
        fade_event *event = &trajectory->events[i];
        fade_pigment class = zone->events[i].pigment;

        *event = zone->events[i];
        if (event->kind == FADE_IMPLANT) {
            event->dose *=
                hand_of(zone->model[class], &trajectory->values[class],
                        session ? session[i] : 0.0);
        }
    }
}

/* One sun shines on the zone: that of the first class that it has. */
static fade_sunlight
sunlight_of(const fade_trajectory *trajectory, const fade_zone *zone)
{
    fade_pigment class =
        zone->model[FADE_PERMANENT] ? FADE_PERMANENT : FADE_TEMPORARY;
    fade_sunlight sunlight = {0};

    if (zone->model[class]) {
        sunlight = fade_values_sunlight(&trajectory->values[class]);
    }
    if (!isnan(zone->uv_exposure)) {
        sunlight.uv_exposure = zone->uv_exposure;
    }
    if (!isnan(zone->uv_peak_day)) {
        sunlight.uv_peak_day = zone->uv_peak_day;
    }
    return sunlight;
}

fade_status
fade_trajectory_set(fade_trajectory *trajectory, const fade_zone *zone,
                    const fade_effects *effects, const double *session)
{
    fade_site *site = &trajectory->site;
    void *events = trajectory->events;
    fade_status status = check_zone(zone);

    if (status == FADE_OK) {
        status = fade_array_reserve(&events, &trajectory->event_room,
                                    zone->event_count, sizeof(fade_event));
        trajectory->events = events;
    }
    if (status != FADE_OK) {
        return status;
    }
    for (int class = 0; class < FADE_PIGMENTS; class ++) {
        site->rates[class] = NULL;
        if (zone->model[class]) {
            fade_values *values = &trajectory->values[class];

            fade_model_individual(zone->model[class], &zone->covariates,
                                  effects, values);
            trajectory->rates[class] = fade_values_rates(values);
            trajectory->optics[class] = fade_values_optics(values);
            site->rates[class] = &trajectory->rates[class];
        }
    }
    set_events(trajectory, zone, session);
    site->sunlight = sunlight_of(trajectory, zone);
    site->events = trajectory->events;
    site->event_count = zone->event_count;
    trajectory->zone = zone;
    return FADE_OK;
}

/*
 * Walks the events along ascending times: a session's dots are there from its
 * own time on, and all dots so far age together between two times.
 */
static void
count_dots(const fade_site *site, const double *times, size_t count,
           fade_contents *out)
{
    fade_dots dots[FADE_PIGMENTS] = {0};
    double now = 0.0;
    size_t next = 0;

    for (size_t i = 0; i < count; i++) {
        while (next < site->event_count
               && site->events[next].time <= times[i]) {
            const fade_event *event = &site->events[next++];

            for (int c = 0; c < FADE_PIGMENTS; c++) {
                dots[c].ageing += dots[c].density * (event->time - now);
            }
            now = event->time;
            if (event->kind == FADE_IMPLANT) {
                dots[event->pigment].density += event->dots;
            }
        }
        for (int c = 0; c < FADE_PIGMENTS; c++) {
            out[i].dots[c].density = dots[c].density;
            out[i].dots[c].ageing =
                dots[c].density > 0.0
                    ? dots[c].ageing + dots[c].density * (times[i] - now)
                    : 0.0;
        }
    }
}

static fade_status
contents_of(fade_trajectory *trajectory, const fade_site *site,
            const double *times, size_t count, fade_contents *out)
{
    void *amounts = trajectory->amounts;
    fade_status status = fade_array_reserve(&amounts, &trajectory->amount_room,
                                            count, sizeof(fade_amounts));

    trajectory->amounts = amounts;
    if (status == FADE_OK) {
        status = fade_kinetics_solve(trajectory->kinetics, site, times, count,
                                     trajectory->amounts);
    }
    if (status != FADE_OK) {
        return status;
    }
    count_dots(site, times, count, out);
    for (size_t i = 0; i < count; i++) {
        for (int c = 0; c < FADE_PIGMENTS; c++) {
            out[i].pigment[c] =
                fade_amounts_visible(&trajectory->amounts[i], (fade_pigment)c);
        }
    }
    return FADE_OK;
}

fade_status
fade_trajectory_contents(fade_trajectory *trajectory, const double *times,
                         size_t count, fade_contents *out)
{
    if (!trajectory->zone) {
        return FADE_EINVAL;
    }
    return contents_of(trajectory, &trajectory->site, times, count, out);
}

fade_status
fade_trajectory_look(const fade_trajectory *trajectory,
                     const fade_contents *contents, fade_appearance *out)
{
    fade_layer layers[FADE_PIGMENTS];

    for (int c = 0; c < FADE_PIGMENTS; c++) {
        layers[c] = (fade_layer){
            .optics = trajectory->site.rates[c] ? &trajectory->optics[c] : NULL,
            .dots = contents->dots[c],
            .pigment = contents->pigment[c]};
    }
    return fade_appearance_of(trajectory->zone->skin_lightness, layers, out);
}

fade_status
fade_trajectory_looks(fade_trajectory *trajectory, const double *times,
                      size_t count, fade_appearance *out)
{
    void *contents = trajectory->contents;
    fade_status status = fade_array_reserve(
        &contents, &trajectory->contents_room, count, sizeof(fade_contents));

    trajectory->contents = contents;
    if (status == FADE_OK) {
        status = fade_trajectory_contents(trajectory, times, count,
                                          trajectory->contents);
    }
    for (size_t i = 0; status == FADE_OK && i < count; i++) {
        status =
            fade_trajectory_look(trajectory, &trajectory->contents[i], &out[i]);
    }
    return status;
}

/* A laser within the healing days is no part of what the work healed to. */
static fade_site
site_of_course(const fade_trajectory *trajectory, const fade_course *course)
{
    fade_site site = trajectory->site;

    site.event_count = course->event_count;
    return site;
}

fade_status
fade_trajectory_healed_looks(fade_trajectory *trajectory,
                             const fade_course *courses, size_t count,
                             fade_appearance *out)
{
    if (!trajectory->zone) {
        return FADE_EINVAL;
    }
    for (size_t i = 0; i < count; i++) {
        fade_site site = site_of_course(trajectory, &courses[i]);
        fade_contents contents;
        fade_status status =
            contents_of(trajectory, &site, &courses[i].healed, 1, &contents);

        if (status == FADE_OK) {
            status = fade_trajectory_look(trajectory, &contents, &out[i]);
        }
        if (status != FADE_OK) {
            return status;
        }
    }
    return FADE_OK;
}

const fade_zone *
fade_trajectory_zone(const fade_trajectory *trajectory)
{
    return trajectory->zone;
}

const fade_values *
fade_trajectory_values(const fade_trajectory *trajectory, fade_pigment pigment)
{
    return &trajectory->values[pigment];
}
