/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "clinic/assemble.h"

#include <math.h>
#include <stdlib.h>

#include "base/text.h"

enum {
    SOUTHERN_SUMMER = 355, /* [day of year] the strongest sun, in the south */
    TYPE_THREE = 3,        /* the middle of Fitzpatrick's scale */
    AGE_ZERO = 45,         /* [year] where the covariate `age` is 0 */
    AGE_UNIT = 10          /* [year] its decades */
};

static fade_date
earlier(fade_date a, fade_date b)
{
    return a == FADE_NO_DATE || b < a ? b : a;
}

/* All zones share the clock: the year of the first thing on file. */
static fade_date
chart_origin(const fade_chart *chart, fade_date today)
{
    fade_date first = today;

    for (size_t z = 0; z < chart->zone_count; z++) {
        const fade_chart_zone *zone = &chart->zones[z];

        if (zone->session_count > 0) {
            first = earlier(first, zone->sessions[0].date);
        }
        if (zone->reading_count > 0) {
            first = earlier(first, zone->readings[0].date);
        }
    }
    return fade_date_year_start(first);
}

static fade_event
event_of(const fade_chart_session *session, fade_date origin)
{
    return (fade_event){.time = (double)(session->date - origin),
                        .kind = session->laser ? FADE_LASER : FADE_IMPLANT,
                        .pigment = session->pigment,
                        .dose = session->laser ? 0.0 : session->dose,
                        .dots = session->laser ? 0.0 : session->dots,
                        .shatter = session->laser ? session->shatter : 0.0};
}

static fade_status
add_sessions(const fade_chart_zone *zone, fade_date today, fade_assembly *out)
{
    out->events = calloc(zone->session_count + 1, sizeof *out->events);
    if (!out->events) {
        return FADE_ENOMEM;
    }
    for (size_t i = 0; i < zone->session_count; i++) {
        const fade_chart_session *session = &zone->sessions[i];

        if (session->date > today) {
            out->planned_sessions++;
            continue;
        }
        out->events[out->zone.event_count++] = event_of(session, out->origin);
        if (!session->laser) {
            out->first_session = earlier(out->first_session, session->date);
            out->last_session = session->date;
        }
    }
    out->zone.events = out->events;
    return FADE_OK;
}

/*
 * A number for an instrument or grader that is the same in all patients:
 * FNV-1a, 32 bits, without its sign bit; 0 only for no name.
 */
static int
number_of(const char *name)
{
    uint32_t hash = 2166136261U;

    if (!name || name[0] == '\0') {
        return 0;
    }
    for (; *name; name++) {
        hash = (hash ^ (unsigned char)*name) * 16777619U;
    }
    hash &= 0x7fffffffU;
    return hash == 0 ? 1 : (int)hash;
}

static fade_reading
reading_of(const fade_chart_reading *reading, fade_date origin)
{
    return (fade_reading){.time = (double)(reading->date - origin),
                          .kind = reading->kind,
                          .before = reading->before,
                          .value = reading->value,
                          .censoring = reading->censoring,
                          .limit = reading->limit,
                          .scale_max = reading->scale_max,
                          .scale_step = reading->scale_step,
                          .instrument = number_of(reading->instrument),
                          .grader = number_of(reading->grader)};
}

static fade_status
add_readings(const fade_chart_zone *zone, fade_date today, fade_assembly *out)
{
    out->readings = calloc(zone->reading_count + 1, sizeof *out->readings);
    if (!out->readings) {
        return FADE_ENOMEM;
    }
    for (size_t i = 0; i < zone->reading_count; i++) {
        const fade_chart_reading *reading = &zone->readings[i];

        if (reading->date > today) {
            out->later_readings++;
            continue;
        }
        out->readings[out->zone.reading_count++] =
            reading_of(reading, out->origin);
        out->last_reading = reading->date;
    }
    out->zone.readings = out->readings;
    return FADE_OK;
}

/* The model of a class is that of its latest session that has happened. */
static fade_status
add_models(const fade_chart_zone *zone, fade_date today, fade_shelf *shelf,
           fade_assembly *out, fade_diag *diag)
{
    for (size_t i = 0; i < zone->session_count; i++) {
        const fade_chart_session *session = &zone->sessions[i];
        const fade_model *model = NULL;
        const char *name = session->model && session->model[0] != '\0'
                               ? session->model
                               : fade_pigment_name(session->pigment);
        fade_status status = FADE_OK;

        if (session->laser || session->date > today) {
            continue;
        }
        status = fade_shelf_take(shelf, name, &model, diag);
        if (status != FADE_OK) {
            return status;
        }
        if (fade_model_pigment(model) != session->pigment) {
            fade_diag_error(
                diag, (fade_place){.field = "model"},
                "the model '%s' is one of %s pigment, the session's is %s",
                name, fade_pigment_name(fade_model_pigment(model)),
                fade_pigment_name(session->pigment));
            return FADE_ECONFLICT;
        }
        out->zone.model[session->pigment] = model;
    }
    return FADE_OK;
}

static void
add_covariates(const fade_chart *chart, const fade_chart_zone *zone,
               fade_assembly *out)
{
    int year = fade_date_to_ymd(out->origin).year;
    double *x = out->zone.covariates.x;

    x[FADE_SCARRING] = zone->scarring;
    x[FADE_OILY_SKIN] = zone->oily_skin;
    x[FADE_SMOKING] = chart->smoking;
    x[FADE_IMMUNOSUPPRESSION] = chart->immunosuppression;
    x[FADE_AGE] =
        chart->birth_year > 0
            ? (double)(year - chart->birth_year - AGE_ZERO) / (double)AGE_UNIT
            : nan("");
    out->zone.uv_exposure = zone->uv_exposure;
    out->zone.uv_peak_day = chart->south ? (double)SOUTHERN_SUMMER : nan("");
}

static fade_status
add_skin(const fade_chart *chart, const fade_chart_zone *zone,
         fade_assembly *out)
{
    const fade_model *model = out->zone.model[FADE_PERMANENT]
                                  ? out->zone.model[FADE_PERMANENT]
                                  : out->zone.model[FADE_TEMPORARY];
    int type = chart->fitzpatrick > 0 ? chart->fitzpatrick : TYPE_THREE;

    if (!isnan(zone->skin_lightness)) {
        out->skin_from = FADE_SKIN_MEASURED;
        out->zone.skin_lightness = zone->skin_lightness;
        return FADE_OK;
    }
    out->skin_from =
        chart->fitzpatrick > 0 ? FADE_SKIN_BY_TYPE : FADE_SKIN_ASSUMED;
    return model ? fade_model_skin_lightness(model, type,
                                             &out->zone.skin_lightness)
                 : FADE_OK;
}

/* An implant of any course but the first is a touch-up. */
static fade_date
last_touchup(const fade_assembly *assembly)
{
    return fade_zone_courses(&assembly->zone, NULL, 0) > 1
               ? assembly->last_session
               : FADE_NO_DATE;
}

fade_status
fade_assemble(const fade_chart *chart, const fade_chart_zone *zone,
              fade_date today, fade_shelf *shelf, fade_assembly *out,
              fade_diag *diag)
{
    fade_status status = FADE_OK;

    *out = (fade_assembly){.origin = chart_origin(chart, today),
                           .first_session = FADE_NO_DATE,
                           .last_session = FADE_NO_DATE,
                           .last_touchup = FADE_NO_DATE,
                           .last_reading = FADE_NO_DATE};
    add_covariates(chart, zone, out);
    status = add_sessions(zone, today, out);
    if (status == FADE_OK) {
        status = add_readings(zone, today, out);
    }
    if (status == FADE_OK) {
        status = add_models(zone, today, shelf, out, diag);
    }
    if (status == FADE_OK) {
        status = add_skin(chart, zone, out);
    }
    if (status != FADE_OK) {
        fade_assembly_clear(out);
        return status;
    }
    out->last_touchup = last_touchup(out);
    return FADE_OK;
}

void
fade_assembly_clear(fade_assembly *assembly)
{
    free(assembly->events);
    free(assembly->readings);
    *assembly = (fade_assembly){0};
}

/* Of the last event, where that is a laser; events are whole days. */
static fade_date
last_laser(const fade_assembly *assembly)
{
    const fade_zone *zone = &assembly->zone;

    return fade_zone_lasered(zone)
               ? assembly->origin
                     + (fade_date)zone->events[zone->event_count - 1].time
               : FADE_NO_DATE;
}

fade_recall_case
fade_assembly_case(const fade_assembly *assembly, const fade_chart *chart,
                   const fade_chart_zone *zone)
{
    return (fade_recall_case){.followed = chart->followed && zone->followed,
                              .let_fade = zone->let_fade,
                              .last_laser = last_laser(assembly),
                              .last_session = assembly->last_session,
                              .last_touchup = assembly->last_touchup,
                              .contraindications = chart->contraindications,
                              .contraindication_count =
                                  chart->contraindication_count,
                              .origin = assembly->origin,
                              .reading_count = assembly->zone.reading_count,
                              .last_reading = assembly->last_reading};
}

/* FNV-1a, 64 bits; the NUL parts the strings of a key. */
static uint64_t
mix(uint64_t hash, const char *string)
{
    static const uint64_t prime = UINT64_C(1099511628211);

    for (; *string; string++) {
        hash = (hash ^ (unsigned char)*string) * prime;
    }
    return hash * prime;
}

uint64_t
fade_assembly_seed(uint64_t seed, const fade_chart *chart,
                   const fade_chart_zone *zone)
{
    uint64_t hash = UINT64_C(14695981039346656037);

    hash = mix(hash, chart->clinic);
    hash = mix(hash, chart->code);
    hash = mix(hash, zone->name);
    return seed ^ hash;
}

fade_date
fade_assembly_date(const fade_assembly *assembly, double time)
{
    double day = ceil(time) + (double)assembly->origin;

    return isfinite(day) && day < (double)INT32_MAX ? (fade_date)day
                                                    : FADE_NO_DATE;
}
