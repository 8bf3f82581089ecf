/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Events as awkward as records can make them, for all readers of feeds. */
#ifndef CALENDAR_HOSTILE_H
#define CALENDAR_HOSTILE_H

#include <stdlib.h>
#include <string.h>

#include "calendar/feed.h"

#define FACE   "\xf0\x9f\x98\x80" /* U+1F600 */
#define HEBREW "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d"

enum { HOSTILE_NOTE = 10000, HOSTILE_BASIC = 12, HOSTILE_BORDERS = 80 };

typedef struct hostile {
    fade_calendar_event event;
    char uid[40];
    char code[16];
    char *owned; /* a text that the event borrows */
} hostile;

static inline fade_calendar_event
plain_event(void)
{
    return (fade_calendar_event){
        .uid = "5f8b3c1e-0d1f-4b8a-9a55-6a6a3b1c9d10",
        .case_code = "7K3M-9Q2P",
        .stamp = 1790000000, /* 2026-09-21T14:13:20Z */
        .sequence = 3,
        .planned = 22341,  /* 2031-03-03 */
        .earliest = 22309, /* 2031-01-30 */
        .recommended = 22340,
        .overdue_after = 22524, /* 2031-09-02 */
        .latest = FADE_NO_DATE,
        .initials = "A. B.",
        .name = "Anna Berg",
        .zone = "hairline",
        .practitioner = "P1",
        .reason = "25 % chance that tone falls below 75 % of its healed value "
                  "by 2031-03-02; 3 readings, the last on 2030-09-14"};
}

static inline const char *
hostile_text(int index)
{
    static const char *const texts[HOSTILE_BASIC] = {
        "commas, semicolons; back\\slashes \\n \\, and \"quotes\": 'all'",
        "evil\r\nATTENDEE:mailto:x@example.org\r\nEND:VEVENT\r\nBEGIN:VEVENT",
        "lone\rcarriage\x0b"
        "vertical\x0c"
        "feed\ttab",
        "bell\x07 esc\x1b[31m del\x7f c1\xc2\x85 nul-ish\xc0\x80",
        HEBREW " \xe2\x80\xae"
               "abc" HEBREW " \xe2\x81\xa6x",
        "\xff\xfe broken \xc3( utf8 \xe2\x82",
        FACE FACE FACE FACE FACE FACE FACE FACE FACE FACE FACE FACE FACE FACE
            FACE FACE FACE FACE FACE FACE FACE FACE FACE FACE FACE FACE FACE,
        "   blanks at both ends, \n\n\n",
        "line\xe2\x80\xa8separator\xe2\x80\xa9paragraph\xef\xbb\xbf"
        "bom",
        "e\xcc\x81\xcc\x82\xcc\x83 combining \xf0\x9f\x91\xa9\xe2\x80\x8d"
        "\xf0\x9f\x94\xac joined",
        "X:Y;Z=\"1\",2^n^'",
        "",
    };

    return texts[index];
}

/* Fills `out` with event number `index`; free(out->owned) ends it. */
static inline void
make_hostile(int index, hostile *out)
{
    *out = (hostile){.event = plain_event()};
    fade_text text = {0};

    if (index < HOSTILE_BASIC) {
        fade_text_add(&text, hostile_text(index));
    } else if (index < HOSTILE_BASIC + HOSTILE_BORDERS) {
        /* Every way in which a fold can meet a four-byte character. */
        for (int i = HOSTILE_BASIC; i < index; i++) {
            fade_text_add(&text, "x");
        }
        fade_text_add(&text, FACE FACE HEBREW FACE " end");
    } else {
        for (int i = 0; i < HOSTILE_NOTE / 4; i++) {
            fade_text_add(&text, i % 50 == 7 ? FACE : "a,b\n");
        }
    }
    out->owned = text.bytes;
    out->event.name = fade_text_string(&text);
    out->event.zone = out->event.name;
    out->event.reason = out->event.name;
    out->event.practitioner = out->event.name;
    (void)snprintf(out->uid, sizeof out->uid, "hostile-%03d@example", index);
    (void)snprintf(out->code, sizeof out->code, "C%03d", index);
    out->event.uid = out->uid;
    out->event.case_code = out->code;
    out->event.status = (fade_event_status)(index % 3);
    out->event.overdue = index % 2 == 1;
    out->event.planned += 97 * index;
    out->event.sequence = index;
    out->event.stamp += 86399 * (int64_t)index;
}

enum { HOSTILE_EVENTS = HOSTILE_BASIC + HOSTILE_BORDERS + 1 };

/* Writes the feed of all hostile events; false where that failed. */
static inline bool
write_hostile_feed(FILE *stream, fade_privacy privacy)
{
    const fade_feed_head head = {.name = "Recalls, north;\r\nX-EVIL:1",
                                 .description = "all, recalls\\" FACE,
                                 .color = "teal",
                                 .privacy = privacy};
    fade_feed *feed = NULL;
    bool good = fade_feed_begin(&head, stream, &feed) == FADE_OK;

    for (int i = 0; i < HOSTILE_EVENTS && good; i++) {
        hostile one;

        make_hostile(i, &one);
        good = fade_feed_add(feed, &one.event) == FADE_OK;
        free(one.owned);
    }
    good = good && fade_feed_end(feed) == FADE_OK;
    fade_feed_destroy(feed);
    return good;
}

#endif
