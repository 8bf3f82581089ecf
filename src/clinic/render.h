/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Feeds as files: for each clinic <clinic>.ics with all its recalls, and for
 * each practitioner <clinic>-<practitioner>.ics. They show what `schedule`
 * stored and nothing of the present moment, so the same database gives the
 * same bytes on any day.
 */
#ifndef CLINIC_RENDER_H
#define CLINIC_RENDER_H

#include "calendar/feed.h"
#include "store/recall_rows.h"

typedef struct fade_feed_plan {
    const char *directory; /* made where it is missing */
    const char *clinic;    /* code; NULL: every clinic */
    fade_privacy privacy;
} fade_feed_plan;

/* One file that was written, or found to be so already. */
typedef struct fade_feed_file {
    const char *name;
    size_t events;
    bool changed;
} fade_feed_file;

typedef struct fade_feed_visitor {
    void (*visit)(void *context, const fade_feed_file *file);
    void *context;
} fade_feed_visitor;

/*
 * FADE_ENOTFOUND: no such clinic; FADE_ECONFLICT: two feeds would have the
 * same file name; FADE_EIO. Files written before a failure are whole.
 */
fade_status fade_feeds_write(fade_store *store, const fade_feed_plan *plan,
                             const fade_feed_visitor *visitor, fade_diag *diag);

/* The event of a recall; strings are borrowed from it. */
fade_calendar_event fade_recall_event(const fade_recall *recall);

#endif
