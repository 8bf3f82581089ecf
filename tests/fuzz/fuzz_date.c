/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any text as a date, a period and a number: what is read is in range and
 * reads back; sums stay inside the calendar. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <fadecast/date.h>

#include "base/text.h"
#include "fuzz/fuzz.h"

static void
check_date(const char *text, fade_date date)
{
    char again[FADE_DATE_SIZE];
    int weekday = fade_date_weekday(date);

    require(strcmp(fade_date_format(date, again), text) == 0);
    require(weekday >= 0 && weekday <= 6);
    require(fade_date_day_of_year(date) >= 0
            && fade_date_day_of_year(date) <= 365);
}

static void
check_sum(fade_date date, fade_period period)
{
    fade_date sum = date;

    if (fade_date_add(date, period, &sum) == FADE_OK) {
        require(fade_date_exists(fade_date_to_ymd(sum)));
    } else {
        require(sum == date);
    }
}

static void
check_number(const char *text)
{
    char printed[FADE_NUMBER_SIZE];
    char reprinted[FADE_NUMBER_SIZE];
    double value;
    double again;

    if (fade_number_parse(text, &value) != FADE_OK) {
        return;
    }
    require(!isnan(value));
    require(fade_number_parse(fade_number_format(value, printed), &again)
            == FADE_OK);
    require(strcmp(printed, fade_number_format(again, reprinted)) == 0);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *text = fuzz_string(data, size);
    fade_date date = 0;
    fade_period period = {0};
    int64_t integer;

    if (fade_date_parse(text, &date) == FADE_OK) {
        check_date(text, date);
    }
    if (fade_period_parse(text, &period) == FADE_OK) {
        check_sum(20000, period);
    }
    check_number(text);
    (void)fade_integer_parse(text, &integer);
    (void)fade_utf8_valid((const char *)data, size);
    free(text);
    return 0;
}
