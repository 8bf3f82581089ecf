/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One recall as a calendar event: an all-day VEVENT on the planned day.
 *
 * Rendering is a pure function of the two structs below, so the same data
 * give the same bytes; what changes with time (overdue, stamp) was decided and
 * stored before. Texts may be anything: they pass the gate of calendar/text.h
 * before libical sees them.
 */
#ifndef CALENDAR_EVENT_H
#define CALENDAR_EVENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <fadecast/date.h>
#include <fadecast/status.h>

#include "base/text.h"

/* How much a feed says about who the patient is. */
typedef enum fade_privacy {
    FADE_PRIVACY_CODE,     /* the opaque case code alone */
    FADE_PRIVACY_INITIALS, /* initials, zone and case code */
    FADE_PRIVACY_NAME,     /* name, zone and case code */
    FADE_PRIVACIES
} fade_privacy;

/* "code", "initials", "name". */
const char *fade_privacy_text(fade_privacy privacy);

/* FADE_ENOTFOUND for any other word. */
fade_status fade_privacy_parse(const char *word, fade_privacy *out);

typedef enum fade_event_status {
    FADE_EVENT_TENTATIVE, /* a recall */
    FADE_EVENT_CONFIRMED, /* booked */
    FADE_EVENT_CANCELLED  /* withdrawn, shown for a while */
} fade_event_status;

/* What an event may show. Borrowed; NULL and "" both mean: not known. */
typedef struct fade_calendar_event {
    const char *uid;       /* letters, digits, '-', '.', '_', '@'; for life */
    const char *case_code; /* opaque and unique; same letters */
    int64_t stamp;         /* when this rendering changed [s since 1970 UTC] */
    int sequence;          /* one more with every change, from 0 */
    fade_event_status status;
    bool overdue; /* said in the summary; the day stays */

    fade_date planned; /* the event's day */
    fade_date earliest, recommended, overdue_after, latest; /* or none */

    const char *initials;     /* shown from FADE_PRIVACY_INITIALS on */
    const char *name;         /* shown from FADE_PRIVACY_NAME on */
    const char *zone;         /* shown from FADE_PRIVACY_INITIALS on */
    const char *practitioner; /* code */
    const char *reason;       /* words for a receptionist */
} fade_calendar_event;

/*
 * Appends the VEVENT, lines folded and ended by CR LF. FADE_EINVAL where uid,
 * case code, stamp, sequence or planned day are not as said above; `out` is
 * then unchanged.
 */
fade_status fade_event_render(const fade_calendar_event *event,
                              fade_privacy privacy, fade_text *out);

#endif
