/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a forecast holds, for the files of this folder that fill and read it. */
#ifndef FORECAST_BANDS_H
#define FORECAST_BANDS_H

#include <fadecast/forecast.h>

struct fade_forecast {
    size_t time_count;
    fade_band *tone; /* by time, here and below */
    fade_band *definition;
    fade_band *retained_tone;
    fade_band *retained_definition;
    fade_band healed_tone;
    fade_band healed_definition;
    double healed_time;
    double *touchup; /* ascending */
    size_t draws;
};

/* With room for the request's draws and times; NULL when out of memory. */
fade_forecast *fade_forecast_allocate(const fade_forecast_request *request);

/* As calloc(), but never a request for no bytes, whose answer may be NULL. */
void *fade_room_for(size_t count, size_t size);

#endif
