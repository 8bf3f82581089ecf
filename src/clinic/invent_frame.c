/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include <gsl/gsl_randist.h>

#include "base/array.h"
#include "clinic/chance.h"
#include "clinic/invent_parts.h"

static const double days_per_year = 365.25;

/* Normal within bounds, by drawing again; even where it has no sd. */
static double
draw_skin(const fade_design *design, gsl_rng *rng)
{
    fade_range bounds = design->skin_lightness;

    enum { TRIES = 100 };

    for (int i = 0; design->skin_sd > 0.0 && i < TRIES; i++) {
        double value =
            design->skin_mean + gsl_ran_gaussian_ziggurat(rng, design->skin_sd);

        if (value >= bounds.low && value <= bounds.high) {
            return round(10.0 * value) / 10.0;
        }
    }
    return round(10.0 * fade_chance_range(rng, bounds)) / 10.0;
}

/* The type whose lightness is nearest. */
static int
type_of_skin(const fade_model *model, double lightness)
{
    double least = HUGE_VAL;
    int nearest = 1;

    for (int type = 1; type <= 6; type++) {
        double value;

        if (fade_model_skin_lightness(model, type, &value) == FADE_OK
            && fabs(value - lightness) < least) {
            least = fabs(value - lightness);
            nearest = type;
        }
    }
    return nearest;
}

static fade_status
add_event(fade_invented_zone *zone, fade_event event)
{
    void *events = zone->events;
    fade_status status = fade_array_reserve(
        &events, &zone->event_room, zone->event_count + 1, sizeof(fade_event));

    zone->events = events;
    if (status == FADE_OK) {
        zone->events[zone->event_count++] = event;
    }
    return status;
}

static fade_status
add_session(const fade_inventor *by, fade_invented_zone *zone,
            fade_pigment pigment, double time)
{
    double dots = fade_chance_whole(by->rng, by->design->dots);
    double dose = by->design->dose;

    return add_event(zone, (fade_event){
                               .time = time,
                               .kind = FADE_IMPLANT,
                               .pigment = pigment,
                               .dose = dose > 0.0 ? dose : dots / 120.0,
                               .dots = dots,
                           });
}

static fade_status
add_course(const fade_inventor *by, fade_invented_zone *zone,
           fade_pigment pigment, double start, int sessions)
{
    fade_status status = FADE_OK;
    double time = start;

    for (int i = 0; status == FADE_OK && i < sessions; i++) {
        status = add_session(by, zone, pigment, time);
        time += fade_chance_whole(by->rng, by->design->session_gap);
    }
    return status;
}

static double
latest_event(const fade_invented_zone *zone)
{
    return zone->events[zone->event_count - 1].time;
}

/* Later courses of one session each, as people come back. */
static fade_status
add_touchups(const fade_inventor *by, fade_invented_zone *zone,
             fade_pigment pigment)
{
    const fade_design *design = by->design;
    fade_range gap = pigment == FADE_PERMANENT ? design->touchup_gap
                                               : design->touchup_gap_temporary;
    int count = (int)lround(fade_chance_mix(by->rng, &design->touchups));
    fade_status status = FADE_OK;

    for (int i = 0; status == FADE_OK && i < count; i++) {
        double days = days_per_year * fade_chance_range(by->rng, gap);

        status =
            add_session(by, zone, pigment, round(latest_event(zone) + days));
    }
    return status;
}

/* One or two lasers, the first well after the work and before `end`. */
static fade_status
add_lasers(const fade_inventor *by, fade_invented_zone *zone, double end)
{
    const fade_range part = {0.4, 0.85};
    const fade_range shatter = {0.4, 0.7};
    double last = latest_event(zone);
    double first =
        round(last + fade_chance_range(by->rng, part) * (end - last));
    fade_status status = FADE_OK;

    for (int i = 0; status == FADE_OK && i < 2; i++) {
        double share = fade_chance_range(by->rng, shatter);

        status = add_event(zone,
                           (fade_event){.time = first + 60.0 * i,
                                        .kind = FADE_LASER,
                                        .shatter = round(20.0 * share) / 20.0});
    }
    return status;
}

/* A trial that pleased: permanent work over what is left of the temporary. */
static fade_status
add_permanent_course(const fade_inventor *by, fade_invented_zone *zone)
{
    const fade_range wait = {130.0, 300.0};
    double start = latest_event(zone) + fade_chance_whole(by->rng, wait);

    return add_course(by, zone, FADE_PERMANENT, start, 3);
}

static fade_status
add_later_events(const fade_inventor *by, const fade_invented *patient,
                 fade_invented_zone *zone, double end)
{
    switch (patient->kind) {
    case FADE_CASE_HEALING:
    case FADE_CASE_LET_FADE:
        return FADE_OK;
    case FADE_CASE_LASERED:
        return add_lasers(by, zone, end);
    case FADE_CASE_TRIAL:
        return add_permanent_course(by, zone);
    case FADE_CASE_NO_SESSION:
    case FADE_CASE_CONTRAINDICATED:
    case FADE_CASE_NOT_FOLLOWED:
    case FADE_CASE_FUT_SCAR:
    case FADE_CASE_FUE_SCARS:
    case FADE_CASE_SPARSE:
    case FADE_CASE_RICH:
    case FADE_CASE_USUAL:
        break;
    }
    return add_touchups(by, zone, patient->pigment);
}

/* What takes years to happen begins early: the share of the start range. */
static double
early_start(fade_case kind)
{
    switch (kind) {
    case FADE_CASE_RICH:
        return 0.25;
    case FADE_CASE_LASERED:
    case FADE_CASE_TRIAL:
        return 0.5;
    default:
        return 1.0;
    }
}

/* The first course's times become days since 1 January of its first year. */
static void
place_in_time(const fade_inventor *by, fade_invented *patient,
              fade_invented_zone *zone)
{
    const fade_design *design = by->design;
    const fade_range healing = {5.0, 35.0};
    fade_range start = {design->start_from, design->start_to};
    double first;

    start.high =
        start.low + early_start(patient->kind) * (start.high - start.low);
    first = fade_chance_whole(by->rng, start);
    if (patient->kind == FADE_CASE_HEALING) {
        first = design->until - fade_chance_whole(by->rng, healing)
                - latest_event(zone);
    }
    patient->origin = fade_date_year_start((fade_date)first);
    for (size_t i = 0; i < zone->event_count; i++) {
        zone->events[i].time += first - patient->origin;
    }
}

double
fade_invented_end(const fade_inventor *by, const fade_invented *patient)
{
    return by->design->until == FADE_NO_DATE
               ? HUGE_VAL
               : (double)(by->design->until - patient->origin);
}

static fade_status
draw_sessions(const fade_inventor *by, fade_invented *patient)
{
    fade_invented_zone *zone = &patient->zones[0];
    int count = (int)lround(fade_chance_mix(by->rng, &by->design->sessions));
    double end;
    fade_status status = add_course(by, zone, patient->pigment, 0.0, count);

    if (status != FADE_OK) {
        return status;
    }
    place_in_time(by, patient, zone);
    end = fade_invented_end(by, patient);
    status = add_later_events(by, patient, zone, end);
    while (zone->event_count > 0 && latest_event(zone) > end) {
        zone->event_count--;
    }
    return status;
}

/* The scar was worked on in the first two sessions, with fewer dots. */
static fade_status
draw_scar(fade_invented *patient)
{
    const double sparser = 0.6;
    const fade_invented_zone *scalp = &patient->zones[0];
    fade_invented_zone *scar = &patient->zones[1];
    fade_status status = FADE_OK;

    for (size_t i = 0; status == FADE_OK && i < 2 && i < scalp->event_count;
         i++) {
        fade_event event = scalp->events[i];

        event.dots = round(sparser * event.dots);
        event.dose = event.dots / 120.0;
        status = add_event(scar, event);
    }
    return status;
}

static bool
has_scar(const fade_invented *patient)
{
    return patient->kind == FADE_CASE_FUT_SCAR
           || patient->kind == FADE_CASE_FUE_SCARS;
}

static void
draw_person(const fade_inventor *by, fade_invented *patient)
{
    const fade_design *design = by->design;
    bool temporary = fade_chance_share(by->rng, design->temporary);
    fade_range practitioners = {0.0, design->practitioners - 1.0};

    if (patient->kind == FADE_CASE_TRIAL
        || patient->kind == FADE_CASE_LET_FADE) {
        temporary = true;
    } else if (patient->kind == FADE_CASE_LASERED) {
        temporary = false;
    }
    patient->pigment = temporary ? FADE_TEMPORARY : FADE_PERMANENT;
    patient->practitioner = (size_t)fade_chance_whole(by->rng, practitioners);
    patient->named = fade_chance_share(by->rng, design->named);
}

static fade_status
draw_zones(const fade_inventor *by, fade_invented *patient)
{
    static const char *const names[] = {"hairline", "crown", "full scalp"};
    const fade_design *design = by->design;
    double skin = draw_skin(design, by->rng);
    double uv = fade_chance_mix(by->rng, &design->uv_exposure);
    bool scarred = fade_chance_share(by->rng, design->scarring);
    const fade_model *model = by->model[FADE_PERMANENT];
    fade_status status = FADE_OK;

    patient->fitzpatrick = type_of_skin(model, skin);
    patient->skin_measured = !by->clinic || fade_chance_share(by->rng, 0.8);
    if (!patient->skin_measured) {
        status = fade_model_skin_lightness(model, patient->fitzpatrick, &skin);
    }
    patient->zone_count = has_scar(patient) ? 2 : 1;
    for (size_t i = 0; i < patient->zone_count; i++) {
        fade_invented_zone *zone = &patient->zones[i];

        zone->name = names[patient->index % 3];
        zone->zone = (fade_zone){
            .skin_lightness = skin, .uv_exposure = uv, .uv_peak_day = nan("")};
        for (int c = 0; c < FADE_COVARIATE_COUNT; c++) {
            zone->zone.covariates.x[c] = nan("");
        }
        zone->zone.covariates.x[FADE_SCARRING] = scarred || i > 0 ? 1.0 : 0.0;
        zone->let_fade = patient->kind == FADE_CASE_LET_FADE;
    }
    if (has_scar(patient)) {
        patient->zones[1].name =
            patient->kind == FADE_CASE_FUT_SCAR ? "FUT scar" : "FUE scars";
    }
    return status;
}

fade_status
fade_invent_frame(const fade_inventor *by, fade_invented *patient)
{
    fade_status status;

    draw_person(by, patient);
    status = draw_zones(by, patient);
    if (status == FADE_OK && patient->kind == FADE_CASE_NO_SESSION) {
        patient->origin = fade_date_year_start(by->design->until);
        return FADE_OK;
    }
    if (status == FADE_OK) {
        status = draw_sessions(by, patient);
    }
    if (status == FADE_OK && has_scar(patient)) {
        status = draw_scar(patient);
    }
    return status;
}
