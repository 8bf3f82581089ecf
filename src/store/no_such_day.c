/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/no_such_day.h"

#include <fadecast/date.h>

static bool
is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool
has_shape(const char *text, fade_ymd *out)
{
    static const char shape[] = "dddd-dd-dd";
    int part[3] = {0};
    size_t at = 0;
    size_t i = 0;

    for (; shape[i]; i++) {
        if (shape[i] == 'd' ? !is_digit(text[i]) : text[i] != '-') {
            return false;
        }
        if (shape[i] == 'd') {
            part[at] = part[at] * 10 + (text[i] - '0');
        } else {
            at++;
        }
    }
    *out = (fade_ymd){part[0], part[1], part[2]};
    return text[i] == '\0';
}

void
fade_no_such_day(const char *text, fade_text *why)
{
    static const char *const months[] = {
        "January", "February", "March",     "April",   "May",      "June",
        "July",    "August",   "September", "October", "November", "December"};
    fade_ymd ymd;

    if (!has_shape(text, &ymd) || ymd.year < 1) {
        return;
    }
    if (ymd.month < 1 || ymd.month > 12) {
        fade_text_add(why, "does not exist: the month, in the middle, is from "
                           "01 to 12, as in 2026-05-01");
        return;
    }
    if (ymd.day < 1) {
        fade_text_add(why, "does not exist: a month's first day is 01");
        return;
    }
    while (!fade_date_exists(ymd)) {
        ymd.day--;
    }
    fade_text_addf(why, "does not exist: %s %d has %d days",
                   months[ymd.month - 1], ymd.year, ymd.day);
}
