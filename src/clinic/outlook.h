/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One zone's forecast as people ask for it: by calendar dates, with the date
 * of the touch-up, in words and as a picture.
 */
#ifndef CLINIC_OUTLOOK_H
#define CLINIC_OUTLOOK_H

#include <fadecast/forecast.h>
#include <fadecast/schedule.h>

#include "base/text.h"
#include "clinic/assemble.h"

enum { FADE_DRAWS_USUAL = 1000, FADE_DRAWS_MOST = 1000000 };

typedef struct fade_outlook_plan {
    fade_policy policy; /* its touchup rule is the forecast's */
    fade_date today;
    fade_date until;  /* last date; FADE_NO_DATE: enough to see it fade */
    int years;        /* shown after the last session; 0: as `until` says */
    fade_period step; /* between dates; all 0: by the pigment's pace */
    bool by_hand;     /* described in a command, not kept on file */
    bool typical;     /* no draws: the typical patient, by age in years */
    bool fine;        /* dates for a picture instead of a table */
    size_t draws;
    uint64_t seed;
} fade_outlook_plan;

fade_outlook_plan fade_outlook_plan_default(fade_date today);

typedef struct fade_outlook {
    const fade_assembly *assembly;
    fade_outlook_plan plan;
    double *times; /* on the assembly's clock [day], ascending */
    size_t count;
    fade_forecast *forecast; /* its request times are `times` */
    fade_recall_decision decision;
} fade_outlook;

/*
 * Forecasts the zone of `assembly`, which must outlive the outlook; `need` is
 * its case for a recall, without draws. FADE_ENOTFOUND where there was no
 * session yet. The caller ends *out with fade_outlook_destroy().
 */
fade_status fade_outlook_create(const fade_assembly *assembly,
                                const fade_recall_case *need,
                                const fade_outlook_plan *plan,
                                fade_outlook **out);
void fade_outlook_destroy(fade_outlook *outlook);

/* Date of request time `index`. */
fade_date fade_outlook_date(const fade_outlook *outlook, size_t index);

/* Days, and years of 365.25 days, since the last session. */
double fade_outlook_day(const fade_outlook *outlook, size_t index);
double fade_outlook_years(const fade_outlook *outlook, size_t index);

/* The date of quantile p of the touch-up time; or FADE_NO_DATE. */
fade_date fade_outlook_touchup(const fade_outlook *outlook, double p);

/* The class of the last session: it sets the pace. */
fade_pigment fade_outlook_pigment(const fade_assembly *assembly);

/* Times of a table, a picture or the typical patient; the caller frees them. */
fade_status fade_outlook_times(const fade_assembly *assembly,
                               const fade_outlook_plan *plan, double **times,
                               size_t *count);

/* Paragraphs that a patient understands, each a line. */
void fade_outlook_words(const fade_outlook *outlook, fade_text *out);

#endif
