/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shipped models, and zones of skin made by hand. */
#ifndef SUPPORT_ZONES_H
#define SUPPORT_ZONES_H

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include <fadecast/individual.h>

#include "support/cmocka_all.h"

/* The model of the source tree's models/NAME.csv; fails the test otherwise. */
static inline fade_model *
shipped_model(const char *name)
{
    const char *srcdir = getenv("FADE_SRCDIR");
    fade_model *model = NULL;
    char path[4096];

    snprintf(path, sizeof path, "%s/models/%s.csv", srcdir ? srcdir : ".",
             name);
    if (fade_model_read(path, &model, NULL) != FADE_OK) {
        print_error("%s cannot be read\n", path);
        fail();
    }
    return model;
}

static inline fade_event
implant_at(double time, fade_pigment pigment)
{
    return (fade_event){.time = time,
                        .kind = FADE_IMPLANT,
                        .pigment = pigment,
                        .dose = 1.0,
                        .dots = 120.0};
}

static inline fade_event
laser_at(double time, double shatter)
{
    return (fade_event){.time = time, .kind = FADE_LASER, .shatter = shatter};
}

/* Skin of L* 60 under the model's own sun. */
static inline fade_zone
zone_of(const fade_event *events, size_t count)
{
    return (fade_zone){.skin_lightness = 60.0,
                       .uv_exposure = nan(""),
                       .uv_peak_day = nan(""),
                       .events = events,
                       .event_count = count};
}

#endif
