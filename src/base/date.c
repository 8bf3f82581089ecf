/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Day numbers from dates and back: years start in March, so that the leap day
 * is the last of its year, and the calendar repeats after 400 years of
 * 146,097 days (H. Hinnant, "chrono-Compatible Low-Level Date Algorithms").
 */
#include <fadecast/date.h>

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

enum {
    YEAR_MAX = 9999,
    DAYS_400_YEARS = 146097,
    DAYS_0000_03_01_TO_1970 = 719468,
    FIRST_DATE = -719162, /* 0001-01-01 */
    LAST_DATE = 2932896   /* 9999-12-31 */
};

static bool
is_leap(int year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int
days_in_month(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

bool
fade_date_exists(fade_ymd ymd)
{
    return ymd.year >= 1 && ymd.year <= YEAR_MAX && ymd.month >= 1
           && ymd.month <= 12 && ymd.day >= 1
           && ymd.day <= days_in_month(ymd.year, ymd.month);
}

static bool
in_range(int64_t date)
{
    return date >= FIRST_DATE && date <= LAST_DATE;
}

static fade_date
day_number(fade_ymd ymd)
{
    int year = ymd.month <= 2 ? ymd.year - 1 : ymd.year;
    int month = (ymd.month + 9) % 12; /* 0 = March */
    int cycle = year / 400;
    int year_of_cycle = year % 400;
    int day_of_year = (153 * month + 2) / 5 + ymd.day - 1;
    int day_of_cycle = year_of_cycle * 365 + year_of_cycle / 4
                       - year_of_cycle / 100 + day_of_year;

    return cycle * DAYS_400_YEARS + day_of_cycle - DAYS_0000_03_01_TO_1970;
}

fade_status
fade_date_from_ymd(fade_ymd ymd, fade_date *out)
{
    if (!fade_date_exists(ymd)) {
        return FADE_EINVAL;
    }
    *out = day_number(ymd);
    return FADE_OK;
}

fade_ymd
fade_date_to_ymd(fade_date date)
{
    if (!in_range(date)) {
        return (fade_ymd){0, 0, 0};
    }
    int days = date + DAYS_0000_03_01_TO_1970;
    int cycle = days / DAYS_400_YEARS;
    int day_of_cycle = days % DAYS_400_YEARS;
    int year_of_cycle = (day_of_cycle - day_of_cycle / 1460
                         + day_of_cycle / 36524 - day_of_cycle / 146096)
                        / 365;
    int day_of_year =
        day_of_cycle
        - (365 * year_of_cycle + year_of_cycle / 4 - year_of_cycle / 100);
    int month = (5 * day_of_year + 2) / 153; /* 0 = March */
    int day = day_of_year - (153 * month + 2) / 5 + 1;
    int year = year_of_cycle + cycle * 400 + (month >= 10 ? 1 : 0);

    return (fade_ymd){year, month < 10 ? month + 3 : month - 9, day};
}

/* The number of exactly `count` digits, or -1. */
static int
digits(const char *text, int count)
{
    int value = 0;

    for (int i = 0; i < count; i++) {
        if (!isdigit((unsigned char)text[i])) {
            return -1;
        }
        value = 10 * value + (text[i] - '0');
    }
    return value;
}

fade_status
fade_date_parse(const char *text, fade_date *out)
{
    fade_ymd ymd;

    if (strnlen(text, FADE_DATE_SIZE) != FADE_DATE_SIZE - 1 || text[4] != '-'
        || text[7] != '-') {
        return FADE_EPARSE;
    }
    ymd = (fade_ymd){digits(text, 4), digits(text + 5, 2), digits(text + 8, 2)};
    return fade_date_from_ymd(ymd, out) == FADE_OK ? FADE_OK : FADE_EPARSE;
}

static void
put_digits(int value, int count, char *out)
{
    for (int i = count - 1; i >= 0; i--) {
        out[i] = (char)('0' + value % 10);
        value /= 10;
    }
}

char *
fade_date_format(fade_date date, char out[FADE_DATE_SIZE])
{
    fade_ymd ymd = fade_date_to_ymd(date);

    if (ymd.year == 0) {
        out[0] = '\0';
        return out;
    }
    memcpy(out, "0000-00-00", FADE_DATE_SIZE);
    put_digits(ymd.year, 4, out);
    put_digits(ymd.month, 2, out + 5);
    put_digits(ymd.day, 2, out + 8);
    return out;
}

fade_status
fade_date_add(fade_date date, fade_period period, fade_date *out)
{
    fade_ymd ymd = fade_date_to_ymd(date);
    int64_t months =
        12 * ((int64_t)ymd.year + period.years) + ymd.month - 1 + period.months;
    int64_t days;
    int last;

    if (ymd.year == 0 || months < 12
        || months >= INT64_C(12) * (YEAR_MAX + 1)) {
        return FADE_EINVAL;
    }
    ymd.year = (int)(months / 12);
    ymd.month = (int)(months % 12) + 1;
    last = days_in_month(ymd.year, ymd.month);
    ymd.day = ymd.day < last ? ymd.day : last;
    days = (int64_t)day_number(ymd) + period.days;
    if (!in_range(days)) {
        return FADE_EINVAL;
    }
    *out = (fade_date)days;
    return FADE_OK;
}

int
fade_date_weekday(fade_date date)
{
    /* 1970-01-01 was a Thursday; the remainder must not be negative. */
    return (int)((((int64_t)date + 3) % 7 + 7) % 7);
}

int
fade_date_day_of_year(fade_date date)
{
    return date - fade_date_year_start(date);
}

fade_date
fade_date_year_start(fade_date date)
{
    fade_ymd ymd = fade_date_to_ymd(date);

    return ymd.year == 0 ? date : day_number((fade_ymd){ymd.year, 1, 1});
}
