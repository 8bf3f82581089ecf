/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calendar/feed.h"

#include <stdlib.h>
#include <string.h>

#include "calendar/build.h"
#include "calendar/text.h"

/* How often readers are asked to come again; they do as they like. */
enum { REFRESH_SECONDS = 4 * 3600, HEAD_TEXT_MAX = 200 /* [byte] */ };

static const char tail[] = "END:VCALENDAR\r\n";

struct fade_feed {
    FILE *stream;
    fade_privacy privacy;
    fade_text event; /* that is being written */
};

static void
add_names(fade_component *to, const fade_feed_head *head)
{
    fade_text text = {0};

    fade_calendar_text(&text, head->name, FADE_ONE_LINE, HEAD_TEXT_MAX);
    fade_component_add(to, icalproperty_new_name(fade_text_string(&text)));
    fade_component_add_x(to, "X-WR-CALNAME", fade_text_string(&text), false);
    to->failed = to->failed || text.failed;
    fade_text_reset(&text);
    fade_calendar_text(&text, head->description, FADE_ONE_LINE, HEAD_TEXT_MAX);
    if (text.length > 0) {
        fade_component_add(
            to, icalproperty_new_description(fade_text_string(&text)));
        fade_component_add_x(to, "X-WR-CALDESC", fade_text_string(&text),
                             false);
    }
    to->failed = to->failed || text.failed;
    fade_text_clear(&text);
}

/* The calendar without its last line: the events go between. */
static fade_status
print_head(const fade_feed_head *head, fade_text *out)
{
    fade_component calendar = {.ical = icalcomponent_new_vcalendar()};
    fade_status status;

    if (!calendar.ical) {
        return FADE_ENOMEM;
    }
    fade_component_add(&calendar, icalproperty_new_version("2.0"));
    fade_component_add(&calendar,
                       icalproperty_new_prodid("-//fadecast//recalls//EN"));
    fade_component_add(&calendar, icalproperty_new_calscale("GREGORIAN"));
    add_names(&calendar, head);
    if (fade_calendar_identifier(head->color)) {
        fade_component_add(&calendar, icalproperty_new_color(head->color));
    }
    fade_component_add(&calendar,
                       icalproperty_new_refreshinterval(
                           icaldurationtype_from_int(REFRESH_SECONDS)));
    fade_component_add_x(&calendar, "X-PUBLISHED-TTL", "PT4H", false);
    status = fade_component_print(&calendar, out);
    icalcomponent_free(calendar.ical);
    if (status == FADE_OK) {
        out->length -= sizeof tail - 1;
    }
    return status;
}

static fade_status
write_text(FILE *stream, const fade_text *text)
{
    return fwrite(text->bytes, 1, text->length, stream) == text->length
               ? FADE_OK
               : FADE_EIO;
}

fade_status
fade_feed_begin(const fade_feed_head *head, FILE *stream, fade_feed **out)
{
    fade_feed *feed = NULL;
    fade_status status;

    *out = NULL;
    if ((unsigned)head->privacy >= FADE_PRIVACIES) {
        return FADE_EINVAL;
    }
    feed = calloc(1, sizeof *feed);
    if (!feed) {
        return FADE_ENOMEM;
    }
    feed->stream = stream;
    feed->privacy = head->privacy;
    status = print_head(head, &feed->event);
    if (status == FADE_OK) {
        status = write_text(stream, &feed->event);
    }
    if (status != FADE_OK) {
        fade_feed_destroy(feed);
        return status;
    }
    *out = feed;
    return FADE_OK;
}

fade_status
fade_feed_add(fade_feed *feed, const fade_calendar_event *event)
{
    fade_status status;

    fade_text_reset(&feed->event);
    status = fade_event_render(event, feed->privacy, &feed->event);
    return status == FADE_OK ? write_text(feed->stream, &feed->event) : status;
}

fade_status
fade_feed_end(fade_feed *feed)
{
    return fputs(tail, feed->stream) == EOF || fflush(feed->stream) != 0
               ? FADE_EIO
               : FADE_OK;
}

void
fade_feed_destroy(fade_feed *feed)
{
    if (!feed) {
        return;
    }
    fade_text_clear(&feed->event);
    free(feed);
}
