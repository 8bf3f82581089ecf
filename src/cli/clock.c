/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/clock.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/text.h"

enum { SECONDS_A_DAY = 86400, ZONE_NAME_MAX = 64 };

int64_t
fade_clock_now(void)
{
    return (int64_t)time(NULL);
}

int64_t
fade_clock_milliseconds(void)
{
    struct timespec now = {0};

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Two digits at `text` up to `most`, or -1. */
static int
two_digits(const char *text, int most)
{
    int value = 0;

    for (int i = 0; i < 2; i++) {
        if (text[i] < '0' || text[i] > '9') {
            return -1;
        }
        value = value * 10 + (text[i] - '0');
    }
    return value <= most ? value : -1;
}

/* "Z", "+02:00", "-03:30": [s] to take off the local time. */
static bool
parse_offset(const char *text, int *seconds)
{
    int hours = 0;
    int minutes = 0;

    if (strcmp(text, "Z") == 0) {
        *seconds = 0;
        return true;
    }
    if (strlen(text) != sizeof "+hh:mm" - 1 || text[3] != ':'
        || (text[0] != '+' && text[0] != '-')) {
        return false;
    }
    hours = two_digits(text + 1, 23);
    minutes = two_digits(text + 4, 59);
    *seconds = (hours * 3600 + minutes * 60) * (text[0] == '-' ? -1 : 1);
    return hours >= 0 && minutes >= 0;
}

fade_status
fade_clock_parse(const char *text, int64_t *out)
{
    char day[FADE_DATE_SIZE] = "";
    fade_date date = 0;
    int part[3] = {0};
    int offset = 0;
    const char *at = text + FADE_DATE_SIZE;

    if (strlen(text) < sizeof "2026-05-01T09:30:00Z" - 1 || text[10] != 'T'
        || text[13] != ':' || text[16] != ':') {
        return FADE_EPARSE;
    }
    memcpy(day, text, FADE_DATE_SIZE - 1);
    for (int i = 0; i < 3; i++) {
        part[i] = two_digits(at + (ptrdiff_t)3 * i, i == 0 ? 23 : 59);
    }
    at += sizeof "09:30:00" - 1;
    if (at[0] == '.') {
        at += 1 + strspn(at + 1, "0123456789");
    }
    if (fade_date_parse(day, &date) != FADE_OK || part[0] < 0 || part[1] < 0
        || part[2] < 0 || !parse_offset(at, &offset)) {
        return FADE_EPARSE;
    }
    *out = (int64_t)date * SECONDS_A_DAY + (int64_t)part[0] * 3600
           + (int64_t)part[1] * 60 + part[2] - offset;
    return FADE_OK;
}

/* The C library takes unknown names for UTC without a word. */
static bool
zone_is_known(const char *zone)
{
    const char *base = getenv("TZDIR");
    fade_text path = {0};
    bool known = false;

    if (zone[0] == '\0' || zone[0] == '/' || zone[0] == '.'
        || strlen(zone) > ZONE_NAME_MAX || strstr(zone, "..")) {
        return false;
    }
    fade_text_addf(&path, "%s/%s", base ? base : "/usr/share/zoneinfo", zone);
    known = !path.failed && access(fade_text_string(&path), R_OK) == 0;
    fade_text_clear(&path);
    return known;
}

static bool
local_date(int64_t now, fade_ymd *out)
{
    time_t seconds = (time_t)now;
    struct tm local = {0};

    tzset();
    if (!localtime_r(&seconds, &local)) {
        return false;
    }
    *out = (fade_ymd){.year = local.tm_year + 1900,
                      .month = local.tm_mon + 1,
                      .day = local.tm_mday};
    return true;
}

fade_status
fade_clock_date(int64_t now, const char *time_zone, fade_date *out)
{
    const char *found = getenv("TZ");
    char *before = found ? fade_text_copy(found) : NULL;
    fade_ymd ymd = {0};
    bool done = false;

    if (time_zone && !zone_is_known(time_zone)) {
        free(before);
        return FADE_ENOTFOUND;
    }
    if (time_zone) {
        setenv("TZ", time_zone, 1);
    }
    done = local_date(now, &ymd);
    if (time_zone && before) {
        setenv("TZ", before, 1);
    } else if (time_zone) {
        unsetenv("TZ");
    }
    tzset();
    free(before);
    return done ? fade_date_from_ymd(ymd, out) : FADE_EINVAL;
}
