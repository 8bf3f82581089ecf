/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "clinic/outlook.h"

#include <math.h>
#include <stdlib.h>

static const double days_a_year = 365.25; /* [day] of fading */

fade_outlook_plan
fade_outlook_plan_default(fade_date today)
{
    return (fade_outlook_plan){.policy = fade_policy_default(),
                               .today = today,
                               .until = FADE_NO_DATE,
                               .draws = FADE_DRAWS_USUAL,
                               .seed = 1};
}

static fade_status
forecast(fade_outlook *outlook)
{
    const fade_forecast_request request = {
        .zone = &outlook->assembly->zone,
        .rule = outlook->plan.policy.touchup,
        .times = outlook->times,
        .time_count = outlook->count,
        .draws = outlook->plan.typical ? 1 : outlook->plan.draws,
        .seed = outlook->plan.seed};

    return fade_forecast_create(&request, &outlook->forecast);
}

static fade_status
decide(fade_outlook *outlook, const fade_recall_case *need)
{
    fade_recall_case whole = *need;

    whole.touchup =
        fade_forecast_touchup_draws(outlook->forecast, &whole.touchup_count);
    return fade_schedule_decide(&whole, &outlook->plan.policy,
                                outlook->plan.today, &outlook->decision);
}

fade_status
fade_outlook_create(const fade_assembly *assembly, const fade_recall_case *need,
                    const fade_outlook_plan *plan, fade_outlook **out)
{
    fade_outlook *outlook = NULL;
    fade_status status = FADE_OK;

    *out = NULL;
    if (assembly->last_session == FADE_NO_DATE) {
        return FADE_ENOTFOUND;
    }
    outlook = calloc(1, sizeof *outlook);
    if (!outlook) {
        return FADE_ENOMEM;
    }
    outlook->assembly = assembly;
    outlook->plan = *plan;
    status =
        fade_outlook_times(assembly, plan, &outlook->times, &outlook->count);
    if (status == FADE_OK) {
        status = forecast(outlook);
    }
    if (status == FADE_OK) {
        status = decide(outlook, need);
    }
    if (status != FADE_OK) {
        fade_outlook_destroy(outlook);
        return status;
    }
    *out = outlook;
    return FADE_OK;
}

void
fade_outlook_destroy(fade_outlook *outlook)
{
    if (outlook) {
        fade_forecast_destroy(outlook->forecast);
        free(outlook->times);
        free(outlook);
    }
}

fade_date
fade_outlook_date(const fade_outlook *outlook, size_t index)
{
    return fade_assembly_date(outlook->assembly, outlook->times[index]);
}

double
fade_outlook_day(const fade_outlook *outlook, size_t index)
{
    const fade_assembly *assembly = outlook->assembly;

    return outlook->times[index]
           - (double)(assembly->last_session - assembly->origin);
}

double
fade_outlook_years(const fade_outlook *outlook, size_t index)
{
    return fade_outlook_day(outlook, index) / days_a_year;
}

fade_date
fade_outlook_touchup(const fade_outlook *outlook, double p)
{
    return fade_assembly_date(outlook->assembly,
                              fade_forecast_touchup(outlook->forecast, p));
}

fade_pigment
fade_outlook_pigment(const fade_assembly *assembly)
{
    const fade_zone *zone = &assembly->zone;

    for (size_t i = zone->event_count; i > 0; i--) {
        if (zone->events[i - 1].kind == FADE_IMPLANT) {
            return zone->events[i - 1].pigment;
        }
    }
    return FADE_PERMANENT;
}
