/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "clinic/outlook_figure.h"

#include <math.h>
#include <stdlib.h>

#include "plot/figure.h"

/* What the figure borrows, in one hand. */
typedef struct sketch {
    fade_forecast_figure figure;
    double *days;
    fade_band *bands;
    fade_figure_session *sessions;
    fade_figure_reading *readings;
} sketch;

static void
clear(sketch *drawn)
{
    free(drawn->days);
    free(drawn->bands);
    free(drawn->sessions);
    free(drawn->readings);
}

static fade_status
allocate(sketch *drawn, const fade_outlook *outlook)
{
    const fade_zone *zone = &outlook->assembly->zone;

    drawn->days = calloc(outlook->count + 1, sizeof *drawn->days);
    drawn->bands = calloc(outlook->count + 1, sizeof *drawn->bands);
    drawn->sessions = calloc(zone->event_count + 1, sizeof *drawn->sessions);
    drawn->readings = calloc(zone->reading_count + 1, sizeof *drawn->readings);
    return drawn->days && drawn->bands && drawn->sessions && drawn->readings
               ? FADE_OK
               : FADE_ENOMEM;
}

static void
add_curves(sketch *drawn, const fade_outlook *outlook, bool definition)
{
    for (size_t i = 0; i < outlook->count; i++) {
        drawn->days[i] = outlook->times[i] + (double)outlook->assembly->origin;
        drawn->bands[i] =
            definition ? fade_forecast_retained_definition(outlook->forecast, i)
                       : fade_forecast_retained_tone(outlook->forecast, i);
    }
    drawn->figure.days = drawn->days;
    drawn->figure.bands = drawn->bands;
    drawn->figure.count = outlook->count;
}

static void
add_sessions(sketch *drawn, const fade_assembly *assembly)
{
    const fade_zone *zone = &assembly->zone;

    for (size_t i = 0; i < zone->event_count; i++) {
        drawn->sessions[i] = (fade_figure_session){
            .date = fade_assembly_date(assembly, zone->events[i].time),
            .laser = zone->events[i].kind == FADE_LASER};
    }
    drawn->figure.sessions = drawn->sessions;
    drawn->figure.session_count = zone->event_count;
}

/*
 * A reading as a tone or definition with its standard deviation; false for
 * what the figure cannot show: the other kind, and what is censored.
 */
static bool
reading_as(const fade_reading *reading, const fade_model *model,
           bool definition, double *value, double *sd)
{
    const fade_error_model *errors = fade_model_errors(model);
    double gain = fade_model_parameter(model, FADE_SCORE_GAIN)->value;
    double to_ten = reading->scale_max > 0.0 ? 10.0 / reading->scale_max : 1.0;

    if (reading->censoring != FADE_NOT_CENSORED
        || (reading->kind == FADE_DEFINITION) != definition) {
        return false;
    }
    *value = reading->value;
    if (reading->kind == FADE_SCORE) {
        *value *= to_ten / gain;
        *sd = errors->score_additive_sd / gain;
    } else if (definition) {
        *sd = hypot(errors->definition_additive_sd,
                    errors->definition_proportional_sd * *value);
    } else {
        *sd = hypot(errors->tone_additive_sd,
                    errors->tone_proportional_sd * *value);
    }
    return true;
}

/* Error bars are one standard deviation; shares are of the median baseline. */
static void
add_readings(sketch *drawn, const fade_outlook *outlook, bool definition)
{
    const fade_assembly *assembly = outlook->assembly;
    const fade_zone *zone = &assembly->zone;
    const fade_model *model = zone->model[fade_outlook_pigment(assembly)];
    fade_band healed = definition
                           ? fade_forecast_healed_definition(outlook->forecast)
                           : fade_forecast_healed_tone(outlook->forecast);
    double baseline = healed.at[FADE_P50];

    for (size_t i = 0; i < zone->reading_count; i++) {
        double value = 0.0;
        double sd = 0.0;

        if (!(baseline > 0.0)
            || zone->readings[i].time
                   < (double)(assembly->first_session - assembly->origin)
            || !reading_as(&zone->readings[i], model, definition, &value,
                           &sd)) {
            continue;
        }
        drawn->readings[drawn->figure.reading_count++] = (fade_figure_reading){
            .date = fade_assembly_date(assembly, zone->readings[i].time),
            .value = value / baseline,
            .low = fmax(0.0, (value - sd) / baseline),
            .high = (value + sd) / baseline};
    }
    drawn->figure.readings = drawn->readings;
}

/* The window is shown only where a recall is wanted; it is no typical one's. */
static void
add_window(sketch *drawn, const fade_outlook *outlook)
{
    const fade_recall_decision *decision = &outlook->decision;

    drawn->figure.window_from = FADE_NO_DATE;
    drawn->figure.window_until = FADE_NO_DATE;
    if (!outlook->plan.typical && decision->dates.recommended != FADE_NO_DATE) {
        drawn->figure.window_from = decision->dates.recommended;
        drawn->figure.window_until = decision->dates.overdue_after;
    }
}

static void
default_title(const fade_outlook *outlook, fade_text *out)
{
    const fade_zone *zone = &outlook->assembly->zone;
    char date[FADE_DATE_SIZE];

    fade_text_addf(out, "%s: forecast of %s",
                   zone->model[FADE_PERMANENT] && zone->model[FADE_TEMPORARY]
                       ? "Permanent and temporary pigment"
                   : zone->model[FADE_PERMANENT] ? "Permanent pigment"
                                                 : "Temporary pigment",
                   fade_date_format(outlook->plan.today, date));
}

static fade_status
draw(const fade_outlook *outlook, const char *title, const char *path,
     fade_diag *diag)
{
    const fade_touchup_rule *rule = &outlook->plan.policy.touchup;
    bool definition = rule->criterion == FADE_BY_DEFINITION;
    fade_text own = {0};
    sketch drawn = {.figure = {.title = title}};
    fade_status status = allocate(&drawn, outlook);

    if (!title) {
        default_title(outlook, &own);
        drawn.figure.title = fade_text_string(&own);
    }

    if (status == FADE_OK) {
        drawn.figure.quantity =
            definition ? "share of the healed crispness that is left"
                       : "share of the healed tone that is left";
        drawn.figure.threshold =
            definition ? rule->definition_threshold : rule->tone_threshold;
        drawn.figure.today = outlook->plan.today;
        drawn.figure.typical = outlook->plan.typical;
        add_curves(&drawn, outlook, definition);
        add_sessions(&drawn, outlook->assembly);
        add_readings(&drawn, outlook, definition);
        add_window(&drawn, outlook);
        status = fade_figure_draw(&drawn.figure, path, diag);
    }
    clear(&drawn);
    fade_text_clear(&own);
    return status;
}

fade_status
fade_outlook_draw(const fade_assembly *assembly, const fade_recall_case *need,
                  const fade_outlook_plan *plan, const char *title,
                  const char *path, fade_diag *diag)
{
    fade_outlook_plan fine = *plan;
    fade_outlook *outlook = NULL;
    fade_status status = FADE_OK;

    fine.fine = true;
    status = fade_outlook_create(assembly, need, &fine, &outlook);
    if (status == FADE_OK) {
        status = draw(outlook, title, path, diag);
    }
    fade_outlook_destroy(outlook);
    return status;
}
