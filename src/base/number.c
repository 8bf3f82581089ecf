/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers as text and back, the same in every locale. */
#include <ctype.h>
#include <errno.h>
#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/locale_c.h"
#include "base/text.h"

static bool
reads_back(const char *number, double value)
{
    double back = strtod(number, NULL);

    return back <= value && back >= value;
}

/*
 * Every decimal of DBL_DIG digits survives a double, so no shorter try is
 * needed; subnormal numbers carry fewer digits.
 */
static void
format_finite(double value, char out[FADE_NUMBER_SIZE])
{
    int digits = fabs(value) < DBL_MIN ? 1 : DBL_DIG;

    do {
        (void)snprintf(out, FADE_NUMBER_SIZE, "%.*g", digits, value);
        digits++;
    } while (digits <= DBL_DECIMAL_DIG && !reads_back(out, value));
}

char *
fade_number_format(double value, char out[FADE_NUMBER_SIZE])
{
    if (isnan(value)) {
        return memcpy(out, "nan", sizeof "nan");
    }
    if (isinf(value)) {
        return value > 0 ? memcpy(out, "inf", sizeof "inf")
                         : memcpy(out, "-inf", sizeof "-inf");
    }
    locale_t before = fade_locale_c();

    format_finite(value, out);
    fade_locale_back(before);
    return out;
}

static const char *
skip_digits(const char *string)
{
    while (isdigit((unsigned char)*string)) {
        string++;
    }
    return string;
}

static const char *
skip_sign(const char *string)
{
    return *string == '-' || *string == '+' ? string + 1 : string;
}

static bool
is_number(const char *string)
{
    const char *whole = skip_sign(string);
    const char *end = skip_digits(whole);
    size_t digits = (size_t)(end - whole);

    if (*end == '.') {
        const char *fraction = end + 1;

        end = skip_digits(fraction);
        digits += (size_t)(end - fraction);
    }
    if (digits == 0) {
        return false;
    }
    if (*end == 'e' || *end == 'E') {
        const char *power = skip_sign(end + 1);

        end = skip_digits(power);
        return end > power && *end == '\0';
    }
    return *end == '\0';
}

fade_status
fade_number_parse(const char *string, double *out)
{
    double value;

    if (strcmp(string, "inf") == 0 || strcmp(string, "-inf") == 0) {
        *out = string[0] == '-' ? -HUGE_VAL : HUGE_VAL;
        return FADE_OK;
    }
    if (!is_number(string)) {
        return FADE_EPARSE;
    }
    locale_t before = fade_locale_c();

    value = strtod(string, NULL);
    fade_locale_back(before);
    if (isinf(value)) {
        return FADE_EINVAL;
    }
    *out = value;
    return FADE_OK;
}

fade_status
fade_integer_parse(const char *string, int64_t *out)
{
    const char *digits = skip_sign(string);
    const char *end = skip_digits(digits);
    long long value;

    if (end == digits || *end != '\0') {
        return FADE_EPARSE;
    }
    errno = 0;
    value = strtoll(string, NULL, 10);
    if (errno == ERANGE) {
        return FADE_EINVAL;
    }
    *out = value;
    return FADE_OK;
}
