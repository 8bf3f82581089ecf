/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "forecast/bands.h"

#include <math.h>
#include <stdlib.h>

#include "base/numeric.h"
#include "base/rng.h"
#include "forecast/touchup.h"
#include "individual/draw.h"
#include "individual/trajectory.h"

/* What one request's draws need and leave behind. */
typedef struct workshop {
    const fade_forecast_request *request;
    fade_layout layout;
    fade_quasi *quasi; /* NULL: the typical patient */
    fade_trajectory *trajectory;
    fade_course *courses;
    size_t course_count;
    fade_appearance *healed; /* by course */
    double *point;
    double *session;
    fade_appearance *baseline; /* by draw */
    fade_appearance *looks;    /* by draw, then time */
    double *column;            /* one quantity over the draws */
} workshop;

static bool
is_threshold(double value)
{
    return isfinite(value) && value > 0.0;
}

static bool
is_rule(const fade_touchup_rule *rule)
{
    bool criterion = rule->criterion == FADE_BY_TONE
                     || rule->criterion == FADE_BY_DEFINITION
                     || rule->criterion == FADE_BY_FIRST_OF_BOTH;
    bool baseline = rule->baseline == FADE_BASELINE_FIRST
                    || rule->baseline == FADE_BASELINE_BEST
                    || rule->baseline == FADE_BASELINE_LATEST;

    return criterion && baseline && is_threshold(rule->tone_threshold)
           && is_threshold(rule->definition_threshold);
}

static void
close_workshop(workshop *shop)
{
    free(shop->column);
    free(shop->looks);
    free(shop->baseline);
    free(shop->session);
    free(shop->point);
    free(shop->healed);
    free(shop->courses);
    fade_trajectory_destroy(shop->trajectory);
    fade_quasi_destroy(shop->quasi);
}

static fade_status
open_workshop(workshop *shop, const fade_forecast_request *request)
{
    const fade_zone *zone = request->zone;
    fade_status status;

    shop->request = request;
    shop->layout = fade_zone_layout(zone);
    shop->course_count = fade_zone_courses(zone, NULL, 0);
    shop->courses = fade_room_for(shop->course_count, sizeof(fade_course));
    shop->healed = fade_room_for(shop->course_count, sizeof(fade_appearance));
    shop->point = fade_room_for(shop->layout.dimensions, sizeof(double));
    shop->session = fade_room_for(zone->event_count, sizeof(double));
    shop->baseline = fade_room_for(request->draws, sizeof(fade_appearance));
    shop->column = fade_room_for(request->draws, sizeof(double));
    if (request->time_count <= SIZE_MAX / request->draws) {
        shop->looks = fade_room_for(request->draws * request->time_count,
                                    sizeof(fade_appearance));
    }
    if (!shop->courses || !shop->healed || !shop->point || !shop->session
        || !shop->baseline || !shop->column || !shop->looks) {
        return FADE_ENOMEM;
    }
    fade_zone_courses(zone, shop->courses, shop->course_count);
    status = fade_trajectory_create(&shop->trajectory);
    if (status == FADE_OK && request->draws > 1
        && shop->layout.dimensions > 0) {
        status = fade_quasi_create(shop->layout.dimensions, request->seed, 0,
                                   &shop->quasi);
    }
    return status;
}

/* One person: looks at all times, healed look, touch-up time. */
static fade_status
follow_draw(workshop *shop, size_t draw, double *touchup)
{
    const fade_forecast_request *request = shop->request;
    fade_touchup_search search = {
        .rule = request->rule,
        .healed = shop->courses[shop->course_count - 1].healed};
    fade_effects effects;
    fade_status status;

    if (shop->quasi) {
        fade_quasi_normal(shop->quasi, shop->point);
    }
    fade_layout_spread(&shop->layout, request->zone, shop->point, &effects,
                       shop->session);
    status = fade_trajectory_set(shop->trajectory, request->zone, &effects,
                                 shop->session);
    if (status == FADE_OK && request->time_count > 0) {
        status = fade_trajectory_looks(
            shop->trajectory, request->times, request->time_count,
            &shop->looks[draw * request->time_count]);
    }
    if (status == FADE_OK) {
        status = fade_trajectory_healed_looks(shop->trajectory, shop->courses,
                                              shop->course_count, shop->healed);
    }
    if (status != FADE_OK) {
        return status;
    }
    search.baseline = fade_healed_baseline(shop->healed, shop->course_count,
                                           request->rule.baseline);
    shop->baseline[draw] = search.baseline;
    return fade_touchup_time(shop->trajectory, &search, touchup);
}

static fade_band
band_of(double *column, size_t count)
{
    fade_band band;

    fade_sort(column, count);
    for (int i = 0; i < FADE_BAND_COUNT; i++) {
        band.at[i] = fade_quantile(column, count, fade_band_probability(i));
    }
    return band;
}

/* Where nothing was ever seen, nothing is retained. */
static double
retained(double now, double healed)
{
    return healed > 0.0 ? now / healed : 0.0;
}

static void
fill_bands_at(workshop *shop, size_t time, fade_forecast *out)
{
    size_t draws = shop->request->draws;
    size_t times = shop->request->time_count;
    double *column = shop->column;

    for (size_t i = 0; i < draws; i++) {
        column[i] = shop->looks[i * times + time].tone;
    }
    out->tone[time] = band_of(column, draws);
    for (size_t i = 0; i < draws; i++) {
        column[i] = retained(shop->looks[i * times + time].tone,
                             shop->baseline[i].tone);
    }
    out->retained_tone[time] = band_of(column, draws);
    for (size_t i = 0; i < draws; i++) {
        column[i] = shop->looks[i * times + time].definition;
    }
    out->definition[time] = band_of(column, draws);
    for (size_t i = 0; i < draws; i++) {
        column[i] = retained(shop->looks[i * times + time].definition,
                             shop->baseline[i].definition);
    }
    out->retained_definition[time] = band_of(column, draws);
}

static void
fill_healed(workshop *shop, fade_forecast *out)
{
    size_t draws = shop->request->draws;

    for (size_t i = 0; i < draws; i++) {
        shop->column[i] = shop->baseline[i].tone;
    }
    out->healed_tone = band_of(shop->column, draws);
    for (size_t i = 0; i < draws; i++) {
        shop->column[i] = shop->baseline[i].definition;
    }
    out->healed_definition = band_of(shop->column, draws);
    out->healed_time = shop->courses[shop->course_count - 1].healed;
}

fade_status
fade_forecast_create(const fade_forecast_request *request, fade_forecast **out)
{
    workshop shop = {0};
    fade_forecast *forecast = NULL;
    fade_status status;

    *out = NULL;
    if (request->draws == 0 || !is_rule(&request->rule)) {
        return FADE_EINVAL;
    }
    if (fade_zone_courses(request->zone, NULL, 0) == 0) {
        return FADE_ENOTFOUND;
    }
    forecast = fade_forecast_allocate(request);
    if (!forecast) {
        return FADE_ENOMEM;
    }
    status = open_workshop(&shop, request);
    for (size_t i = 0; status == FADE_OK && i < request->draws; i++) {
        status = follow_draw(&shop, i, &forecast->touchup[i]);
    }
    if (status == FADE_OK) {
        fade_sort(forecast->touchup, forecast->draws);
        fill_healed(&shop, forecast);
        for (size_t i = 0; i < request->time_count; i++) {
            fill_bands_at(&shop, i, forecast);
        }
        *out = forecast;
        forecast = NULL;
    }
    close_workshop(&shop);
    fade_forecast_destroy(forecast);
    return status;
}
