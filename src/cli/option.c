/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/option.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "cli/clock.h"
#include "cli/message.h"

/* An option as it is written on the command line; long ones are cut. */
typedef struct spelling {
    char text[32];
} spelling;

static spelling
spelled(const char *name)
{
    spelling out = {""};

    for (size_t i = 0; name[i] != '\0' && i + 1 < sizeof out.text; i++) {
        out.text[i] = (char)(name[i] == '_' ? '-' : name[i]);
    }
    return out;
}

bool
fade_arg_flag(const fade_arguments *args, const char *name)
{
    return fade_arg_count(args, name) > 0;
}

const char *
fade_arg_text(const fade_arguments *args, const char *name)
{
    return fade_arg_nth(args, name, 0);
}

fade_status
fade_arg_number(const fade_arguments *args, const char *name, double lower,
                double upper, double *out)
{
    const char *text = fade_arg_text(args, name);
    double value = 0.0;

    if (!text) {
        return FADE_OK;
    }
    if (fade_number_parse(text, &value) != FADE_OK) {
        fade_wrong_usage(args, "--%s: '%s' is not a number", spelled(name).text,
                         text);
        return FADE_EPARSE;
    }
    if (!(value >= lower && value <= upper)) {
        char low[FADE_NUMBER_SIZE];
        char high[FADE_NUMBER_SIZE];

        fade_wrong_usage(
            args, "--%s: %s is not between %s and %s", spelled(name).text, text,
            fade_number_format(lower, low), fade_number_format(upper, high));
        return FADE_EINVAL;
    }
    *out = value;
    return FADE_OK;
}

fade_status
fade_arg_integer(const fade_arguments *args, const char *name, int64_t lower,
                 int64_t upper, int64_t *out)
{
    const char *text = fade_arg_text(args, name);
    int64_t value = 0;

    if (!text) {
        return FADE_OK;
    }
    if (fade_integer_parse(text, &value) != FADE_OK) {
        fade_wrong_usage(args, "--%s: '%s' is not a whole number",
                         spelled(name).text, text);
        return FADE_EPARSE;
    }
    if (value < lower || value > upper) {
        fade_wrong_usage(args, "--%s: %s is not between %lld and %lld",
                         spelled(name).text, text, (long long)lower,
                         (long long)upper);
        return FADE_EINVAL;
    }
    *out = value;
    return FADE_OK;
}

fade_status
fade_arg_seed(const fade_arguments *args, uint64_t *out)
{
    int64_t value = 0;
    fade_status status = fade_arg_integer(args, "seed", 0, INT64_MAX, &value);

    if (status == FADE_OK && fade_arg_text(args, "seed")) {
        *out = (uint64_t)value;
    }
    return status;
}

fade_status
fade_arg_date(const fade_arguments *args, const char *name, fade_date *out)
{
    const char *text = fade_arg_text(args, name);

    if (text && fade_date_parse(text, out) != FADE_OK) {
        fade_wrong_usage(args,
                         "--%s: '%s' is not a date; dates look like 2026-05-31",
                         spelled(name).text, text);
        return FADE_EPARSE;
    }
    return FADE_OK;
}

fade_status
fade_arg_period(const fade_arguments *args, const char *name, fade_period *out)
{
    const char *text = fade_arg_text(args, name);

    if (text && fade_period_parse(text, out) != FADE_OK) {
        fade_wrong_usage(args,
                         "--%s: '%s' is not an interval; write '6 weeks', "
                         "'18 months' or '1 year 6 months'",
                         spelled(name).text, text);
        return FADE_EPARSE;
    }
    return FADE_OK;
}

fade_status
fade_arg_time(const fade_arguments *args, const char *name, int64_t *out)
{
    const char *text = fade_arg_text(args, name);

    if (text && fade_clock_parse(text, out) != FADE_OK) {
        fade_wrong_usage(args,
                         "--%s: '%s' is not a time; times look like "
                         "2026-05-31T09:30:00Z",
                         spelled(name).text, text);
        return FADE_EPARSE;
    }
    return FADE_OK;
}

fade_status
fade_arg_word(const fade_arguments *args, const char *name,
              const char *const *words, size_t count, size_t *out)
{
    const char *text = fade_arg_text(args, name);
    fade_text all = {0};

    if (!text) {
        return FADE_OK;
    }
    for (size_t i = 0; i < count; i++) {
        if (strcmp(words[i], text) == 0) {
            fade_text_clear(&all);
            *out = i;
            return FADE_OK;
        }
        fade_text_addf(&all, "%s%s", i == 0 ? "" : ", ", words[i]);
    }
    fade_wrong_usage(args, "--%s: '%s' is not one of: %s", spelled(name).text,
                     text, fade_text_string(&all));
    fade_text_clear(&all);
    return FADE_EINVAL;
}

fade_status
fade_arg_not_both(const fade_arguments *args, const char *one,
                  const char *other)
{
    if (fade_arg_count(args, one) > 0 && fade_arg_count(args, other) > 0) {
        fade_wrong_usage(args, "--%s and --%s exclude each other",
                         spelled(one).text, spelled(other).text);
        return FADE_EINVAL;
    }
    return FADE_OK;
}

const char *
fade_arg_db(const fade_arguments *args)
{
    const char *given = fade_arg_text(args, "db");
    const char *environment = getenv("FADECAST_DB");

    if (given) {
        return given;
    }
    return environment && environment[0] != '\0' ? environment
                                                 : "./fadecast.db";
}

fade_status
fade_arg_now(const fade_arguments *args, int64_t *out)
{
    *out = fade_clock_now();
    return fade_arg_known(args, "now") ? fade_arg_time(args, "now", out)
                                       : FADE_OK;
}

fade_status
fade_arg_today(const fade_arguments *args, const char *time_zone,
               fade_date *out)
{
    int64_t now = 0;
    fade_status status = FADE_OK;

    if (fade_arg_text(args, "today")) {
        return fade_arg_date(args, "today", out);
    }
    status = fade_arg_now(args, &now);
    if (status != FADE_OK) {
        return status;
    }
    status = fade_clock_date(now, time_zone, out);
    if (status != FADE_OK) {
        fade_message(args,
                     "this computer does not know the time zone '%s'; give "
                     "--today, or install tzdata",
                     time_zone ? time_zone : "local");
    }
    return status;
}
