/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calendar/words.h"

#include <string.h>

#include "calendar/text.h"

/* [byte] A summary is read in a month's square, a reason on a telephone. */
enum { NAME_MAX_BYTES = 120, ZONE_MAX_BYTES = 60, REASON_MAX_BYTES = 1000 };

/*
 * Calendars are seen by others: the treatment is never named, not even where
 * somebody typed it as a zone or as a reason to wait.
 */
static bool
names_treatment(const char *text)
{
    static const char *const words[] = {"smp", "pigment", "tattoo"};

    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (strcasestr(text, words[i])) {
            return true;
        }
    }
    return false;
}

static bool
is_given(const char *text)
{
    return text && text[0] != '\0';
}

/* The zone, where privacy and its own words allow to show it. */
static const char *
zone_shown(const fade_calendar_event *event, fade_privacy privacy)
{
    return privacy != FADE_PRIVACY_CODE && is_given(event->zone)
                   && !names_treatment(event->zone)
               ? event->zone
               : NULL;
}

/* Who the patient is; NULL where only the case code may be said. */
static const char *
who_shown(const fade_calendar_event *event, fade_privacy privacy)
{
    if (privacy == FADE_PRIVACY_NAME && is_given(event->name)) {
        return event->name;
    }
    return privacy != FADE_PRIVACY_CODE && is_given(event->initials)
               ? event->initials
               : NULL;
}

static const char *
summary_start(const fade_calendar_event *event)
{
    if (event->status == FADE_EVENT_CANCELLED) {
        return "Cancelled: recall ";
    }
    return event->overdue ? "Overdue: recall " : "Recall ";
}

void
fade_event_summary(const fade_calendar_event *event, fade_privacy privacy,
                   fade_text *out)
{
    const char *who = who_shown(event, privacy);
    const char *zone = zone_shown(event, privacy);

    fade_text_add(out, summary_start(event));
    if (!who) {
        fade_text_add(out, event->case_code);
        return;
    }
    fade_calendar_text(out, who, FADE_ONE_LINE, NAME_MAX_BYTES);
    if (zone) {
        fade_text_add(out, ", ");
        fade_calendar_text(out, zone, FADE_ONE_LINE, ZONE_MAX_BYTES);
    }
    if (who == event->initials) { /* others may have the same */
        fade_text_addf(out, " (%s)", event->case_code);
    }
}

static void
add_date(fade_text *out, const char *before, fade_date date)
{
    char text[FADE_DATE_SIZE];

    if (date != FADE_NO_DATE) {
        fade_text_addf(out, "%s%s", before, fade_date_format(date, text));
    }
}

static void
add_window(fade_text *out, const fade_calendar_event *event)
{
    add_date(out, "Planned for ", event->planned);
    add_date(out, "; recommended from ", event->recommended);
    add_date(out, ", not before ", event->earliest);
    add_date(out, ", overdue after ", event->overdue_after);
    add_date(out, ", at the latest ", event->latest);
    fade_text_add(out, ".\n");
}

static void
add_reason(fade_text *out, const char *reason)
{
    if (!is_given(reason)) {
        return;
    }
    fade_text_add(out, "Why: ");
    if (names_treatment(reason)) {
        fade_text_add(out, "see the recall list");
    } else {
        fade_calendar_text(out, reason, FADE_MANY_LINES, REASON_MAX_BYTES);
    }
    fade_text_add(out, ".\n");
}

static const char *
what_to_do(const fade_calendar_event *event)
{
    if (event->status == FADE_EVENT_CANCELLED) {
        return "nothing; this recall was withdrawn.";
    }
    if (event->status == FADE_EVENT_CONFIRMED) {
        return "nothing; a visit is booked.";
    }
    return event->overdue ? "call the patient; the date has passed."
                          : "contact the patient and offer a visit.";
}

void
fade_event_description(const fade_calendar_event *event, fade_privacy privacy,
                       fade_text *out)
{
    const char *zone = zone_shown(event, privacy);

    add_window(out, event);
    add_reason(out, event->reason);
    fade_text_addf(out, "To do: %s\n", what_to_do(event));
    fade_text_addf(out, "Case %s", event->case_code);
    if (zone) {
        fade_text_add(out, "; zone: ");
        fade_calendar_text(out, zone, FADE_ONE_LINE, ZONE_MAX_BYTES);
    }
    if (is_given(event->practitioner)) {
        fade_text_add(out, "; practitioner: ");
        fade_calendar_text(out, event->practitioner, FADE_ONE_LINE,
                           ZONE_MAX_BYTES);
    }
    fade_text_add(out, ".");
}
