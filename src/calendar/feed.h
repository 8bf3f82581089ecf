/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A feed: one VCALENDAR, written event by event to a stream, so that memory
 * does not grow with it. It has no METHOD (that would change what DTSTAMP
 * means), no SOURCE (it would repeat a secret address) and no UID (some
 * readers then take all its events for one).
 */
#ifndef CALENDAR_FEED_H
#define CALENDAR_FEED_H

#include <stdio.h>

#include "calendar/event.h"

/* What the feed says of itself; borrowed until the feed is destroyed. */
typedef struct fade_feed_head {
    const char *name;        /* what calendars list it as */
    const char *description; /* NULL: none */
    const char *color;       /* a CSS3 name; NULL: none */
    fade_privacy privacy;    /* of all its events */
} fade_feed_head;

typedef struct fade_feed fade_feed;

/* Writes the head to `stream`, which stays the caller's. FADE_EIO. */
fade_status fade_feed_begin(const fade_feed_head *head, FILE *stream,
                            fade_feed **out);

/* Statuses of fade_event_render(), and FADE_EIO. */
fade_status fade_feed_add(fade_feed *feed, const fade_calendar_event *event);

/* Writes the tail and flushes the stream. FADE_EIO. */
fade_status fade_feed_end(fade_feed *feed);

void fade_feed_destroy(fade_feed *feed);

#endif
