/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart of one patient with one zone, made by hand. */
#ifndef CLINIC_ONE_ZONE_H
#define CLINIC_ONE_ZONE_H

#include <math.h>
#include <stdlib.h>

#include "base/text.h"
#include "clinic/assemble.h"
#include "support/cmocka_all.h"

enum { ONE_ZONE_MOST = 8 };

typedef struct one_zone {
    fade_chart_session sessions[ONE_ZONE_MOST];
    fade_chart_reading readings[ONE_ZONE_MOST];
    fade_chart_zone zone;
    fade_chart chart;
    fade_shelf *shelf;
    fade_diag diag;
} one_zone;

static inline fade_date
day(const char *text)
{
    fade_date date = 0;

    assert_int_equal(fade_date_parse(text, &date), FADE_OK);
    return date;
}

static inline fade_chart_session *
add_session(one_zone *one, const char *date, fade_pigment pigment)
{
    fade_chart_session *session = &one->sessions[one->zone.session_count++];

    *session = (fade_chart_session){.date = day(date),
                                    .number = 1,
                                    .pigment = pigment,
                                    .model = "",
                                    .dose = 1.0,
                                    .dots = 120.0,
                                    .practitioner = ""};
    return session;
}

static inline void
add_tone(one_zone *one, const char *date, double value)
{
    one->readings[one->zone.reading_count++] =
        (fade_chart_reading){.date = day(date),
                             .kind = FADE_TONE,
                             .value = value,
                             .limit = nan(""),
                             .instrument = "CR-400",
                             .grader = ""};
}

static inline int
set_up_zone(void **state)
{
    one_zone *one = calloc(1, sizeof *one);
    const char *source = getenv("FADE_SRCDIR");
    fade_text models = {0};

    assert_non_null(one);
    fade_text_addf(&models, "%s/models", source ? source : ".");
    setenv("FADECAST_MODELS", models.bytes, 1);
    fade_text_clear(&models);
    fade_diag_init(&one->diag, 10);
    assert_int_equal(fade_shelf_create(&one->shelf), FADE_OK);
    one->zone = (fade_chart_zone){.name = "crown",
                                  .skin_lightness = 60.0,
                                  .uv_exposure = nan(""),
                                  .scarring = nan(""),
                                  .oily_skin = nan(""),
                                  .followed = true,
                                  .sessions = one->sessions,
                                  .readings = one->readings};
    one->chart = (fade_chart){.clinic = "main",
                              .time_zone = "Europe/London",
                              .code = "P1",
                              .name = "",
                              .initials = "",
                              .smoking = nan(""),
                              .immunosuppression = nan(""),
                              .followed = true,
                              .zones = &one->zone,
                              .zone_count = 1};
    *state = one;
    return 0;
}

static inline int
tear_down_zone(void **state)
{
    one_zone *one = *state;

    fade_shelf_destroy(one->shelf);
    fade_diag_clear(&one->diag);
    free(one);
    return 0;
}

static inline fade_status
assemble(one_zone *one, const char *today, fade_assembly *out)
{
    return fade_assemble(&one->chart, &one->zone, day(today), one->shelf, out,
                         &one->diag);
}

#endif
