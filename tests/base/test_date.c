/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <fadecast/date.h>

#include <string.h>

#include "support/cmocka_all.h"

static fade_date
date(const char *text)
{
    fade_date out;

    assert_int_equal(fade_date_parse(text, &out), FADE_OK);
    return out;
}

static fade_period
period(const char *text)
{
    fade_period out;

    assert_int_equal(fade_period_parse(text, &out), FADE_OK);
    return out;
}

static void
assert_sum(const char *from, const char *interval, const char *want)
{
    char got[FADE_DATE_SIZE];
    fade_date out;

    assert_int_equal(fade_date_add(date(from), period(interval), &out),
                     FADE_OK);
    assert_string_equal(fade_date_format(out, got), want);
}

static void
known_days_have_known_numbers(void **state)
{
    (void)state;
    assert_int_equal(date("1970-01-01"), 0);
    assert_int_equal(date("1969-12-31"), -1);
    assert_int_equal(date("2000-03-01"), 11017);
    assert_int_equal(date("2026-05-01"), 20574);
    assert_int_equal(date("0001-01-01"), -719162);
    assert_int_equal(date("9999-12-31"), 2932896);
}

/* Counts days one by one, with month lengths written out. */
static void
every_day_of_400_years_agrees_with_counting(void **state)
{
    static const int lengths[] = {31, 28, 31, 30, 31, 30,
                                  31, 31, 30, 31, 30, 31};
    fade_date day = date("1899-12-31");
    int weekday = 6; /* 31 December 1899 was a Sunday */
    int counted = 0;

    (void)state;
    for (int year = 1900; year < 2300; year++) {
        int leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
        int of_year = 0;

        for (int month = 1; month <= 12; month++) {
            int last = lengths[month - 1] + (month == 2 && leap);

            for (int d = 1; d <= last; d++) {
                fade_ymd ymd = fade_date_to_ymd(++day);
                fade_date back;

                counted++;
                weekday = (weekday + 1) % 7;
                assert_int_equal(ymd.year, year);
                assert_int_equal(ymd.month, month);
                assert_int_equal(ymd.day, d);
                assert_int_equal(fade_date_from_ymd(ymd, &back), FADE_OK);
                assert_int_equal(back, day);
                assert_int_equal(fade_date_weekday(day), weekday);
                assert_int_equal(fade_date_day_of_year(day), of_year++);
            }
            assert_false(fade_date_exists((fade_ymd){year, month, last + 1}));
        }
    }
    assert_int_equal(counted, 146097);
}

static void
early_and_late_dates_survive_the_way_back(void **state)
{
    fade_date first = date("0001-01-01");
    fade_date last = date("9999-12-31");

    (void)state;
    for (fade_date day = first; day <= last; day += 97) {
        char text[FADE_DATE_SIZE];

        assert_int_equal(date(fade_date_format(day, text)), day);
    }
}

static void
dates_that_do_not_exist_are_refused(void **state)
{
    static const char *const bad[] = {
        "2026-02-29", "2026-13-01", "2026-00-01", "2026-04-31",
        "2026-01-00", "0000-01-01", "2026-1-01",  "2026-01-1",
        "2026/01/01", "20260101",   "",           "2026-01-01 ",
        " 2026-01-1", "2026-01-0x", "-001-01-01", "2026-01-01T00",
        "+026-01-01", "1900-02-29", "01.05.2026", "2026-01-011"};
    fade_date out = 77;

    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        assert_int_equal(fade_date_parse(bad[i], &out), FADE_EPARSE);
    }
    assert_int_equal(out, 77);
    assert_int_equal(fade_date_from_ymd((fade_ymd){2026, 2, 30}, &out),
                     FADE_EINVAL);
    assert_int_equal(fade_date_from_ymd((fade_ymd){10000, 1, 1}, &out),
                     FADE_EINVAL);
}

static void
no_date_is_the_empty_string(void **state)
{
    char text[FADE_DATE_SIZE];

    (void)state;
    assert_string_equal(fade_date_format(FADE_NO_DATE, text), "");
    assert_int_equal(fade_date_to_ymd(FADE_NO_DATE).year, 0);
    assert_int_equal(
        fade_date_add(FADE_NO_DATE, (fade_period){0}, &(fade_date){0}),
        FADE_EINVAL);
}

/* Leap days, month ends, year ends; years and months before days. */
static void
months_are_added_as_immunisation_schedules_do(void **state)
{
    (void)state;
    assert_sum("2026-01-31", "1 month", "2026-02-28");
    assert_sum("2024-01-31", "1 month", "2024-02-29");
    assert_sum("2026-08-31", "1 month", "2026-09-30");
    assert_sum("2026-03-31", "11 months", "2027-02-28");
    assert_sum("2027-03-31", "11 months", "2028-02-29");
    assert_sum("2024-02-29", "1 year", "2025-02-28");
    assert_sum("2024-02-29", "4 years", "2028-02-29");
    assert_sum("2096-02-29", "4 years", "2100-02-28");
    assert_sum("2026-11-30", "3 months", "2027-02-28");
    assert_sum("2026-12-31", "2 months", "2027-02-28");
    assert_sum("2026-12-31", "1 day", "2027-01-01");
    assert_sum("2026-10-15", "18 months", "2028-04-15");
    assert_sum("2026-01-31", "1 month 1 day", "2026-03-01");
    assert_sum("2026-02-28", "1 day", "2026-03-01");
    assert_sum("2026-05-31", "- 3 months", "2026-02-28");
    assert_sum("2026-01-15", "- 1 month", "2025-12-15");
    assert_sum("2026-01-15", "18 months - 4 days", "2027-07-11");
    assert_sum("2026-03-30", "6 weeks", "2026-05-11");
    assert_sum("2026-03-30", "42", "2026-05-11");
    assert_sum("2024-12-31", "366 days", "2026-01-01");
}

static void
sums_outside_the_calendar_are_refused(void **state)
{
    fade_date out = 5;

    (void)state;
    assert_int_equal(
        fade_date_add(date("9999-12-31"), (fade_period){.days = 1}, &out),
        FADE_EINVAL);
    assert_int_equal(
        fade_date_add(date("9999-12-01"), (fade_period){.months = 1}, &out),
        FADE_EINVAL);
    assert_int_equal(
        fade_date_add(date("0001-01-01"), (fade_period){.days = -1}, &out),
        FADE_EINVAL);
    assert_int_equal(fade_date_add(date("2026-01-01"),
                                   (fade_period){.years = INT32_MAX,
                                                 .months = INT32_MAX,
                                                 .days = INT32_MAX},
                                   &out),
                     FADE_EINVAL);
    assert_int_equal(out, 5);
}

static void
year_start_is_day_zero_of_the_season(void **state)
{
    (void)state;
    assert_int_equal(fade_date_year_start(date("2028-12-31")),
                     date("2028-01-01"));
    assert_int_equal(fade_date_day_of_year(date("2028-12-31")), 365);
    assert_int_equal(fade_date_day_of_year(date("2026-06-22")), 172);
    assert_int_equal(fade_date_weekday(date("2026-11-22")), 6);
    assert_int_equal(fade_date_weekday(date("0001-01-01")), 0);
}

static void
periods_are_read_in_words_and_in_iso_8601(void **state)
{
    static const struct {
        const char *text;
        fade_period want;
    } cases[] = {{"42 days", {0, 0, 42}},
                 {"42", {0, 0, 42}},
                 {"1 day", {0, 0, 1}},
                 {"6 weeks", {0, 0, 42}},
                 {"6weeks", {0, 0, 42}},
                 {"18 months", {0, 18, 0}},
                 {" 1 Year 6 MONTHS ", {1, 6, 0}},
                 {"1 year 1 month 1 week 1 day", {1, 1, 8}},
                 {"-4 days", {0, 0, -4}},
                 {"18 months - 4 days", {0, 18, -4}},
                 {"P6W", {0, 0, 42}},
                 {"P1Y6M", {1, 6, 0}},
                 {"P1Y2M3W4D", {1, 2, 25}},
                 {"0 days", {0, 0, 0}}};

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        fade_period got = period(cases[i].text);

        assert_int_equal(got.years, cases[i].want.years);
        assert_int_equal(got.months, cases[i].want.months);
        assert_int_equal(got.days, cases[i].want.days);
    }
}

static void
what_is_no_period_is_refused(void **state)
{
    static const char *const bad[] = {"",
                                      " ",
                                      "days",
                                      "6 wekes",
                                      "1.5 years",
                                      "P",
                                      "P6",
                                      "P6H",
                                      "P6M1Y",
                                      "P1M1M",
                                      "p6w",
                                      "1 day x",
                                      "1 day 2 days",
                                      "PT1H",
                                      "6 w",
                                      "3 years 2",
                                      "4000001",
                                      "1 - day",
                                      "1 yearss",
                                      "P1Y ",
                                      "9999999999999999999999 days"};
    fade_period out = {1, 2, 3};

    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        assert_int_equal(fade_period_parse(bad[i], &out), FADE_EPARSE);
    }
    assert_int_equal(out.days, 3);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(known_days_have_known_numbers),
        cmocka_unit_test(every_day_of_400_years_agrees_with_counting),
        cmocka_unit_test(early_and_late_dates_survive_the_way_back),
        cmocka_unit_test(dates_that_do_not_exist_are_refused),
        cmocka_unit_test(no_date_is_the_empty_string),
        cmocka_unit_test(months_are_added_as_immunisation_schedules_do),
        cmocka_unit_test(sums_outside_the_calendar_are_refused),
        cmocka_unit_test(year_start_is_day_zero_of_the_season),
        cmocka_unit_test(periods_are_read_in_words_and_in_iso_8601),
        cmocka_unit_test(what_is_no_period_is_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
