/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A zone whose touch-up dates one can work out by hand. */
#ifndef TESTS_SCHEDULE_CASE_H
#define TESTS_SCHEDULE_CASE_H

#include <fadecast/schedule.h>

#include "support/cmocka_all.h"

/*
 * 101 draws, one a percent: quantile p of T is FIRST + 100 p STEP days after
 * the origin, 2026-01-01. 10 %: 2027-05-16, 25 %: 2027-10-13,
 * 75 %: 2029-02-24.
 */
enum { CASE_DRAWS = 101, CASE_FIRST = 400, CASE_STEP = 10 };

static inline fade_date
day(const char *text)
{
    fade_date date = FADE_NO_DATE;

    if (text && text[0] != '\0') {
        assert_int_equal(fade_date_parse(text, &date), FADE_OK);
    }
    return date;
}

static inline void
case_draws(double draws[CASE_DRAWS])
{
    for (int i = 0; i < CASE_DRAWS; i++) {
        draws[i] = CASE_FIRST + CASE_STEP * i;
    }
}

/* Followed, last session on 2026-03-01, no readings. */
static inline fade_recall_case
case_of(const double draws[CASE_DRAWS])
{
    fade_recall_case zone = {
        .followed = true,
        .last_laser = FADE_NO_DATE,
        .last_session = day("2026-03-01"),
        .last_touchup = FADE_NO_DATE,
        .origin = day("2026-01-01"),
        .touchup = draws,
        .touchup_count = CASE_DRAWS,
        .last_reading = FADE_NO_DATE,
    };

    return zone;
}

static inline void
assert_day(fade_date got, const char *want)
{
    char text[FADE_DATE_SIZE];

    assert_string_equal(fade_date_format(got, text), want);
}

#endif
