/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Calendar dates of the proleptic Gregorian calendar, without time or zone.
 *
 * fade_date    days since 1970-01-01                               [day]
 * Range        0001-01-01 .. 9999-12-31; FADE_NO_DATE means that there is
 *              none.
 *
 * Month arithmetic follows immunisation schedules (CDC CDSi): years and
 * months first, then days; a day that the month does not have becomes the
 * month's last day, so 31 January + 1 month is the last of February.
 */
#ifndef FADECAST_DATE_H
#define FADECAST_DATE_H

#include <stdbool.h>
#include <stdint.h>

#include <fadecast/status.h>

FADE_BEGIN

typedef int32_t fade_date;

#define FADE_NO_DATE INT32_MIN

/* A calendar interval; every part may be negative. */
typedef struct fade_period {
    int years;
    int months;
    int days; /* weeks are 7 days */
} fade_period;

typedef struct fade_ymd {
    int year;  /* 1 .. 9999 */
    int month; /* 1 .. 12 */
    int day;   /* 1 .. 31 */
} fade_ymd;

enum { FADE_DATE_SIZE = 11 /* "2026-05-01" and its NUL */ };

FADE_API bool fade_date_exists(fade_ymd ymd);

/* FADE_EINVAL where the date does not exist. */
FADE_API fade_status fade_date_from_ymd(fade_ymd ymd, fade_date *out);
FADE_API fade_ymd fade_date_to_ymd(fade_date date);

/* Exactly "YYYY-MM-DD"; FADE_EPARSE otherwise or where it does not exist. */
FADE_API fade_status fade_date_parse(const char *text, fade_date *out);

/* FADE_NO_DATE gives the empty string. Returns `out`. */
FADE_API char *fade_date_format(fade_date date, char out[FADE_DATE_SIZE]);

/* FADE_EINVAL where the result leaves the range. */
FADE_API fade_status fade_date_add(fade_date date, fade_period period,
                                   fade_date *out);

/* 0 = Monday .. 6 = Sunday. */
FADE_API int fade_date_weekday(fade_date date);

/* 0 = 1 January. */
FADE_API int fade_date_day_of_year(fade_date date);

/* 1 January of the date's year: day 0 of the model's seasons. */
FADE_API fade_date fade_date_year_start(fade_date date);

/*
 * "42 days", "6 weeks", "18 months", "1 year 6 months", or ISO 8601 "P6W",
 * "P1Y6M"; plain "42" is days. FADE_EPARSE otherwise.
 */
FADE_API fade_status fade_period_parse(const char *text, fade_period *out);

FADE_END

#endif
