/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calendar/feed.h"

#include <libical/ical.h>

#include "calendar/hostile.h"
#include "calendar/text.h"
#include "calendar/words.h"
#include "support/cmocka_all.h"

/* The hostile feed's bytes; the caller frees them. */
static char *
hostile_feed(fade_privacy privacy, size_t *length)
{
    char *bytes = NULL;
    FILE *stream = open_memstream(&bytes, length);

    assert_non_null(stream);
    assert_true(write_hostile_feed(stream, privacy));
    assert_int_equal(fclose(stream), 0);
    return bytes;
}

static void
lines_are_folded_at_75_bytes_between_characters(void **state)
{
    size_t length = 0;
    char *bytes = hostile_feed(FADE_PRIVACY_NAME, &length);
    char *line = bytes;
    size_t lines = 0;

    (void)state;
    while (*line) {
        char *end = strstr(line, "\r\n");

        assert_non_null(end);
        assert_true(end - line <= 75);
        assert_true(fade_utf8_valid(line, (size_t)(end - line)));
        for (const char *c = line; c < end; c++) {
            assert_true((unsigned char)*c >= 0x20 && *c != 0x7f);
        }
        line = end + 2;
        lines++;
    }
    assert_true(lines > 1000);
    assert_int_equal(strlen(bytes), length);
    free(bytes);
}

static void
the_head_says_what_calendars_look_for(void **state)
{
    static const char head[] = "BEGIN:VCALENDAR\r\n"
                               "VERSION:2.0\r\n"
                               "PRODID:-//fadecast//recalls//EN\r\n"
                               "CALSCALE:GREGORIAN\r\n"
                               "NAME:Recalls\\, north\\; X-EVIL:1\r\n"
                               "X-WR-CALNAME:Recalls, north; X-EVIL:1\r\n"
                               "DESCRIPTION:all\\, recalls/" FACE "\r\n"
                               "X-WR-CALDESC:all, recalls/" FACE "\r\n"
                               "COLOR:teal\r\n"
                               "REFRESH-INTERVAL;VALUE=DURATION:PT4H\r\n"
                               "X-PUBLISHED-TTL:PT4H\r\n"
                               "BEGIN:VEVENT\r\n";
    size_t length = 0;
    char *bytes = hostile_feed(FADE_PRIVACY_CODE, &length);

    (void)state;
    bytes[sizeof head - 1] = '\0';
    assert_string_equal(bytes, head);
    assert_null(strstr(bytes, "METHOD"));
    assert_null(strstr(bytes, "SOURCE"));
    assert_null(strstr(bytes, "UID"));
    free(bytes);
}

static void
assert_day(icaltimetype got, fade_date want)
{
    fade_ymd ymd = fade_date_to_ymd(want);

    assert_true(got.is_date);
    assert_int_equal(got.year, ymd.year);
    assert_int_equal(got.month, ymd.month);
    assert_int_equal(got.day, ymd.day);
}

static void
assert_event_is(icalcomponent *got, const fade_calendar_event *want,
                fade_privacy privacy)
{
    fade_text words = {0};

    assert_string_equal(icalcomponent_get_uid(got), want->uid);
    assert_int_equal(icalcomponent_get_sequence(got), want->sequence);
    assert_day(icalcomponent_get_dtstart(got), want->planned);
    assert_day(icalcomponent_get_dtend(got), want->planned + 1);
    assert_true(icaltime_as_timet(icalcomponent_get_dtstamp(got))
                == want->stamp);
    fade_event_summary(want, privacy, &words);
    assert_string_equal(icalcomponent_get_summary(got), words.bytes);
    fade_text_reset(&words);
    fade_event_description(want, privacy, &words);
    assert_string_equal(icalcomponent_get_description(got), words.bytes);
    fade_text_clear(&words);
}

static void
libical_reads_every_event_back(void **state)
{
    (void)state;
    for (int privacy = 0; privacy < FADE_PRIVACIES; privacy++) {
        size_t length = 0;
        char *bytes = hostile_feed((fade_privacy)privacy, &length);
        icalcomponent *calendar = icalcomponent_new_from_string(bytes);
        icalcomponent *got;
        int i = 0;

        assert_non_null(calendar);
        assert_int_equal(icalcomponent_count_errors(calendar), 0);
        assert_int_equal(
            icalcomponent_count_components(calendar, ICAL_VEVENT_COMPONENT),
            HOSTILE_EVENTS);
        for (got = icalcomponent_get_first_component(calendar,
                                                     ICAL_VEVENT_COMPONENT);
             got; got = icalcomponent_get_next_component(
                      calendar, ICAL_VEVENT_COMPONENT)) {
            hostile want;

            make_hostile(i++, &want);
            assert_event_is(got, &want.event, (fade_privacy)privacy);
            free(want.owned);
        }
        assert_int_equal(i, HOSTILE_EVENTS);
        icalcomponent_free(calendar);
        free(bytes);
    }
}

static void
the_same_data_give_the_same_bytes(void **state)
{
    size_t lengths[2] = {0, 0};
    char *first = hostile_feed(FADE_PRIVACY_NAME, &lengths[0]);
    char *second = hostile_feed(FADE_PRIVACY_NAME, &lengths[1]);

    (void)state;
    assert_int_equal(lengths[0], lengths[1]);
    assert_memory_equal(first, second, lengths[0]);
    free(first);
    free(second);
}

static void
an_empty_feed_is_a_calendar(void **state)
{
    const fade_feed_head head = {.name = "Recalls"};
    char *bytes = NULL;
    size_t length = 0;
    FILE *stream = open_memstream(&bytes, &length);
    fade_feed *feed = NULL;
    icalcomponent *calendar;

    (void)state;
    assert_int_equal(fade_feed_begin(&head, stream, &feed), FADE_OK);
    assert_int_equal(fade_feed_end(feed), FADE_OK);
    fade_feed_destroy(feed);
    (void)fclose(stream);
    calendar = icalcomponent_new_from_string(bytes);
    assert_non_null(calendar);
    assert_int_equal(
        icalcomponent_count_components(calendar, ICAL_ANY_COMPONENT), 0);
    icalcomponent_free(calendar);
    free(bytes);
}

static void
a_full_disk_is_noticed(void **state)
{
    const fade_feed_head head = {.name = "Recalls"};
    const fade_calendar_event event = plain_event();
    FILE *full = fopen("/dev/full", "w");
    fade_feed *feed = NULL;
    fade_status status = FADE_OK;

    (void)state;
    if (!full) {
        return;
    }
    assert_int_equal(fade_feed_begin(&head, full, &feed), FADE_OK);
    for (int i = 0; i < 100 && status == FADE_OK; i++) {
        status = fade_feed_add(feed, &event);
    }
    assert_int_equal(status, FADE_EIO);
    fade_feed_destroy(feed);
    (void)fclose(full);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_are_folded_at_75_bytes_between_characters),
        cmocka_unit_test(the_head_says_what_calendars_look_for),
        cmocka_unit_test(libical_reads_every_event_back),
        cmocka_unit_test(the_same_data_give_the_same_bytes),
        cmocka_unit_test(an_empty_feed_is_a_calendar),
        cmocka_unit_test(a_full_disk_is_noticed),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
