/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calendar/event.h"

#include <string.h>

#include "calendar/build.h"
#include "calendar/text.h"
#include "calendar/words.h"

/* 9999-12-31T23:59:59Z: iCalendar's years have four digits. */
static const int64_t last_stamp = INT64_C(253402300799);

static const char *const privacy_words[FADE_PRIVACIES] = {
    [FADE_PRIVACY_CODE] = "code",
    [FADE_PRIVACY_INITIALS] = "initials",
    [FADE_PRIVACY_NAME] = "name",
};

const char *
fade_privacy_text(fade_privacy privacy)
{
    return (unsigned)privacy < FADE_PRIVACIES ? privacy_words[privacy]
                                              : "unknown";
}

fade_status
fade_privacy_parse(const char *word, fade_privacy *out)
{
    for (int i = 0; i < FADE_PRIVACIES; i++) {
        if (strcmp(word, privacy_words[i]) == 0) {
            *out = (fade_privacy)i;
            return FADE_OK;
        }
    }
    return FADE_ENOTFOUND;
}

static bool
is_renderable(const fade_calendar_event *event, fade_privacy privacy)
{
    /* The day after the planned one ends the event. */
    return fade_calendar_identifier(event->uid)
           && fade_calendar_identifier(event->case_code) && event->stamp >= 0
           && event->stamp <= last_stamp && event->sequence >= 0
           && fade_date_to_ymd(event->planned).year > 0
           && fade_date_to_ymd(event->planned + 1).year > 0
           && (unsigned)privacy < FADE_PRIVACIES;
}

static icaltimetype
day(fade_date date)
{
    fade_ymd ymd = fade_date_to_ymd(date);
    icaltimetype time = icaltime_null_date();

    time.year = ymd.year;
    time.month = ymd.month;
    time.day = ymd.day;
    return time;
}

static icaltimetype
moment(int64_t stamp)
{
    return icaltime_from_timet_with_zone((time_t)stamp, 0,
                                         icaltimezone_get_utc_timezone());
}

static icalproperty_status
ical_status(fade_event_status status)
{
    switch (status) {
    case FADE_EVENT_CONFIRMED:
        return ICAL_STATUS_CONFIRMED;
    case FADE_EVENT_CANCELLED:
        return ICAL_STATUS_CANCELLED;
    case FADE_EVENT_TENTATIVE:
        break;
    }
    return ICAL_STATUS_TENTATIVE;
}

static void
add_identity(fade_component *to, const fade_calendar_event *event)
{
    fade_component_add(to, icalproperty_new_uid(event->uid));
    fade_component_add(to, icalproperty_new_dtstamp(moment(event->stamp)));
    fade_component_add(to, icalproperty_new_lastmodified(moment(event->stamp)));
    fade_component_add(to, icalproperty_new_sequence(event->sequence));
    fade_component_add(to, icalproperty_new_dtstart(day(event->planned)));
    fade_component_add(to, icalproperty_new_dtend(day(event->planned + 1)));
    fade_component_add(to, icalproperty_new_status(ical_status(event->status)));
}

static void
add_categories(fade_component *to, const fade_calendar_event *event)
{
    fade_text list = {0};
    fade_text code = {0};

    fade_text_add(&list, "Recall");
    if (event->overdue && event->status != FADE_EVENT_CANCELLED) {
        fade_text_add(&list, ",Overdue");
    }
    fade_calendar_text(&code, event->practitioner, FADE_ONE_LINE, 60);
    if (code.length > 0) {
        fade_text_add(&list, ",");
        fade_calendar_list_value(&list, code.bytes);
    }
    to->failed = to->failed || list.failed || code.failed;
    fade_component_add(to,
                       icalproperty_new_categories(fade_text_string(&list)));
    fade_text_clear(&list);
    fade_text_clear(&code);
}

static void
add_words(fade_component *to, const fade_calendar_event *event,
          fade_privacy privacy)
{
    fade_text words = {0};

    fade_event_summary(event, privacy, &words);
    fade_component_add(to, icalproperty_new_summary(fade_text_string(&words)));
    to->failed = to->failed || words.failed;
    fade_text_reset(&words);
    fade_event_description(event, privacy, &words);
    fade_component_add(to,
                       icalproperty_new_description(fade_text_string(&words)));
    to->failed = to->failed || words.failed;
    fade_text_clear(&words);
    add_categories(to, event);
}

static void
add_x_date(fade_component *to, const char *name, fade_date date)
{
    char text[FADE_DATE_SIZE];
    fade_text basic = {0};

    if (date == FADE_NO_DATE) {
        return;
    }
    (void)fade_date_format(date, text); /* 2026-05-01 -> 20260501 */
    fade_text_addf(&basic, "%.4s%.2s%.2s", text, text + 5, text + 8);
    to->failed = to->failed || basic.failed;
    fade_component_add_x(to, name, fade_text_string(&basic), true);
    fade_text_clear(&basic);
}

static void
add_marks(fade_component *to, const fade_calendar_event *event)
{
    bool busy = event->status == FADE_EVENT_CONFIRMED;

    fade_component_add(to, icalproperty_new_class(ICAL_CLASS_PRIVATE));
    fade_component_add(to,
                       icalproperty_new_transp(busy ? ICAL_TRANSP_OPAQUE
                                                    : ICAL_TRANSP_TRANSPARENT));
    fade_component_add_x(to, "X-MICROSOFT-CDO-BUSYSTATUS",
                         busy ? "BUSY" : "FREE", false);
    add_x_date(to, "X-FADECAST-EARLIEST", event->earliest);
    add_x_date(to, "X-FADECAST-RECOMMENDED", event->recommended);
    add_x_date(to, "X-FADECAST-OVERDUE-AFTER", event->overdue_after);
    add_x_date(to, "X-FADECAST-LATEST", event->latest);
}

fade_status
fade_event_render(const fade_calendar_event *event, fade_privacy privacy,
                  fade_text *out)
{
    fade_component vevent = {0};
    fade_status status;

    if (!is_renderable(event, privacy)) {
        return FADE_EINVAL;
    }
    vevent.ical = icalcomponent_new_vevent();
    if (!vevent.ical) {
        return FADE_ENOMEM;
    }
    add_identity(&vevent, event);
    add_words(&vevent, event, privacy);
    add_marks(&vevent, event);
    status = fade_component_print(&vevent, out);
    icalcomponent_free(vevent.ical);
    return status;
}
