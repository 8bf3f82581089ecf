/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/clock.h"

#include <stdlib.h>
#include <string.h>

#include "support/cmocka_all.h"

static int64_t
seconds(const char *text)
{
    int64_t out = -1;

    assert_int_equal(fade_clock_parse(text, &out), FADE_OK);
    return out;
}

static void
times_are_read_with_their_offset(void **state)
{
    (void)state;
    assert_int_equal(seconds("1970-01-01T00:00:00Z"), 0);
    assert_int_equal(seconds("2001-09-09T01:46:40Z"), 1000000000);
    assert_int_equal(seconds("2001-09-09T03:46:40+02:00"), 1000000000);
    assert_int_equal(seconds("2001-09-08T22:16:40.25-03:30"), 1000000000);
}

static void
other_times_are_refused(void **state)
{
    static const char *const wrong[] = {
        "",
        "2026-05-01",
        "2026-05-01T09:30:00",
        "2026-05-01 09:30:00Z",
        "2026-02-30T09:30:00Z",
        "2026-05-01T24:00:00Z",
        "2026-05-01T09:60:00Z",
        "2026-05-01T09:30:00+2:00",
        "2026-05-01T09:30:00+02:60",
        "2026-05-01T09:30:00Zulu",
        "2026-05-01T0x:30:00Z.....",
    };

    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        int64_t out = 7;

        assert_int_equal(fade_clock_parse(wrong[i], &out), FADE_EPARSE);
        assert_int_equal(out, 7);
    }
}

static const char *
date_in(int64_t now, const char *zone, char out[FADE_DATE_SIZE])
{
    fade_date date = 0;

    assert_int_equal(fade_clock_date(now, zone, &date), FADE_OK);
    return fade_date_format(date, out);
}

/* 2026-06-30 23:30 UTC is already 1 July east of Greenwich. */
static void
today_is_the_clinics(void **state)
{
    int64_t now = seconds("2026-06-30T23:30:00Z");
    char text[FADE_DATE_SIZE];

    (void)state;
    assert_string_equal(date_in(now, "Europe/Berlin", text), "2026-07-01");
    assert_string_equal(date_in(now, "Pacific/Auckland", text), "2026-07-01");
    assert_string_equal(date_in(now, "America/New_York", text), "2026-06-30");
    assert_string_equal(date_in(now, "UTC", text), "2026-06-30");
}

static void
asking_for_a_zone_leaves_the_computers_alone(void **state)
{
    int64_t now = seconds("2026-06-30T23:30:00Z");
    char text[FADE_DATE_SIZE];

    (void)state;
    setenv("TZ", "Asia/Tokyo", 1);
    assert_string_equal(date_in(now, "UTC", text), "2026-06-30");
    assert_string_equal(getenv("TZ"), "Asia/Tokyo");
    assert_string_equal(date_in(now, NULL, text), "2026-07-01");
    unsetenv("TZ");
    assert_string_equal(date_in(now, "Europe/Berlin", text), "2026-07-01");
    assert_null(getenv("TZ"));
}

static void
unknown_zones_are_not_taken_for_utc(void **state)
{
    static const char *const wrong[] = {"", "Europe/Nowhere", "/etc/passwd",
                                        "../zoneinfo/UTC"};

    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        fade_date date = 5;

        assert_int_equal(fade_clock_date(0, wrong[i], &date), FADE_ENOTFOUND);
        assert_int_equal(date, 5);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(times_are_read_with_their_offset),
        cmocka_unit_test(other_times_are_refused),
        cmocka_unit_test(today_is_the_clinics),
        cmocka_unit_test(asking_for_a_zone_leaves_the_computers_alone),
        cmocka_unit_test(unknown_zones_are_not_taken_for_utc),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
