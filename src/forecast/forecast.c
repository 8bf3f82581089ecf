/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <assert.h>
#include <math.h>
#include <stdlib.h>

#include "base/numeric.h"
#include "forecast/bands.h"

fade_touchup_rule
fade_touchup_rule_default(void)
{
    return (fade_touchup_rule){.criterion = FADE_BY_TONE,
                               .tone_threshold = 0.75,
                               .definition_threshold = 0.5,
                               .baseline = FADE_BASELINE_BEST};
}

double
fade_band_probability(int band)
{
    static const double probability[FADE_BAND_COUNT] = {0.05, 0.25, 0.50, 0.75,
                                                        0.95};

    return band >= 0 && band < FADE_BAND_COUNT ? probability[band] : nan("");
}

void *
fade_room_for(size_t count, size_t size)
{
    return calloc(count > 0 ? count : 1, size);
}

fade_forecast *
fade_forecast_allocate(const fade_forecast_request *request)
{
    fade_forecast *forecast = calloc(1, sizeof *forecast);

    if (!forecast) {
        return NULL;
    }
    forecast->draws = request->draws;
    forecast->time_count = request->time_count;
    forecast->touchup = fade_room_for(request->draws, sizeof(double));
    forecast->tone = fade_room_for(request->time_count, sizeof(fade_band));
    forecast->definition =
        fade_room_for(request->time_count, sizeof(fade_band));
    forecast->retained_tone =
        fade_room_for(request->time_count, sizeof(fade_band));
    forecast->retained_definition =
        fade_room_for(request->time_count, sizeof(fade_band));
    if (!forecast->touchup || !forecast->tone || !forecast->definition
        || !forecast->retained_tone || !forecast->retained_definition) {
        fade_forecast_destroy(forecast);
        return NULL;
    }
    return forecast;
}

void
fade_forecast_destroy(fade_forecast *forecast)
{
    if (!forecast) {
        return;
    }
    free(forecast->retained_definition);
    free(forecast->retained_tone);
    free(forecast->definition);
    free(forecast->tone);
    free(forecast->touchup);
    free(forecast);
}

fade_band
fade_forecast_tone(const fade_forecast *f, size_t index)
{
    assert(index < f->time_count);
    return f->tone[index];
}

fade_band
fade_forecast_definition(const fade_forecast *f, size_t index)
{
    assert(index < f->time_count);
    return f->definition[index];
}

fade_band
fade_forecast_retained_tone(const fade_forecast *f, size_t index)
{
    assert(index < f->time_count);
    return f->retained_tone[index];
}

fade_band
fade_forecast_retained_definition(const fade_forecast *f, size_t index)
{
    assert(index < f->time_count);
    return f->retained_definition[index];
}

fade_band
fade_forecast_healed_tone(const fade_forecast *f)
{
    return f->healed_tone;
}

fade_band
fade_forecast_healed_definition(const fade_forecast *f)
{
    return f->healed_definition;
}

double
fade_forecast_healed_time(const fade_forecast *f)
{
    return f->healed_time;
}

double
fade_forecast_touchup(const fade_forecast *f, double p)
{
    return fade_quantile(f->touchup, f->draws, p);
}

double
fade_forecast_touchup_before(const fade_forecast *f, double time)
{
    size_t below = 0;

    while (below < f->draws && f->touchup[below] <= time) {
        below++;
    }
    return (double)below / (double)f->draws;
}

const double *
fade_forecast_touchup_draws(const fade_forecast *f, size_t *count)
{
    *count = f->draws;
    return f->touchup;
}
