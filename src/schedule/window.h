/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The four dates, and which bound the earliest one came from. */
#ifndef SCHEDULE_WINDOW_H
#define SCHEDULE_WINDOW_H

#include <fadecast/schedule.h>

typedef enum fade_bound {
    FADE_BOUND_FORECAST,
    FADE_BOUND_HEALING,
    FADE_BOUND_INTERVAL,
    FADE_BOUND_CONTRAINDICATION
} fade_bound;

typedef struct fade_window {
    fade_recall_dates dates;
    fade_date healed; /* last session + the policy's healing interval */
    fade_date target; /* what the rule asks for, before other bounds; or none */
    fade_bound bound; /* what holds the earliest, or recommended, date back */
    const fade_contraindication *blocking; /* where it is the last kind */
} fade_window;

/* FADE_EINVAL: a date beyond the calendar. Needs a last session. */
fade_status fade_window_find(const fade_recall_case *zone,
                             const fade_policy *policy, fade_date today,
                             fade_window *out);

/* The contraindication that holds on `day`, of several the longest; or NULL. */
const fade_contraindication *fade_window_contraindication(
    const fade_recall_case *zone, fade_date day);

#endif
