/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Intervals in words ("1 year 6 months", "18 months - 4 days") or ISO 8601. */
#include <fadecast/date.h>

#include <ctype.h>
#include <limits.h>
#include <stddef.h>
#include <strings.h>

enum { AMOUNT_MAX = 4000000 /* days of 10,000 years, and more */ };

typedef enum unit { YEARS, MONTHS, WEEKS, DAYS, UNITS } unit;

/* What was read so far; each unit may come once. */
typedef struct parts {
    int amount[UNITS];
    bool seen[UNITS];
} parts;

static const char *
skip_blanks(const char *at)
{
    while (*at == ' ' || *at == '\t') {
        at++;
    }
    return at;
}

/* Reads digits; NULL where there are none or too many. */
static const char *
read_amount(const char *at, int *out)
{
    int amount = 0;

    if (!isdigit((unsigned char)*at)) {
        return NULL;
    }
    for (; isdigit((unsigned char)*at); at++) {
        amount = 10 * amount + (*at - '0');
        if (amount > AMOUNT_MAX) {
            return NULL;
        }
    }
    *out = amount;
    return at;
}

static bool
keep_part(parts *read, unit which, int amount)
{
    if (which == UNITS || read->seen[which]) {
        return false;
    }
    read->seen[which] = true;
    read->amount[which] = amount;
    return true;
}

/* "year", "years" and so on; UNITS for another word. */
static unit
unit_of_word(const char *word, size_t length)
{
    static const char *const names[UNITS] = {"year", "month", "week", "day"};
    static const size_t lengths[UNITS] = {4, 5, 4, 3};

    for (int i = 0; i < UNITS; i++) {
        size_t plural = lengths[i] + 1;

        if ((length == lengths[i]
             || (length == plural
                 && tolower((unsigned char)word[plural - 1]) == 's'))
            && strncasecmp(word, names[i], lengths[i]) == 0) {
            return (unit)i;
        }
    }
    return UNITS;
}

static const char *
read_sign(const char *at, int *sign)
{
    at = skip_blanks(at);
    *sign = *at == '-' ? -1 : 1;
    return *at == '-' || *at == '+' ? skip_blanks(at + 1) : at;
}

static bool
read_words(const char *at, parts *read)
{
    do {
        const char *word;
        int amount;
        int sign;

        at = read_amount(read_sign(at, &sign), &amount);
        if (!at) {
            return false;
        }
        word = skip_blanks(at);
        if (*word == '\0') { /* a plain number is days */
            return !read->seen[YEARS] && !read->seen[MONTHS]
                   && !read->seen[WEEKS]
                   && keep_part(read, DAYS, sign * amount);
        }
        for (at = word; isalpha((unsigned char)*at); at++) {
        }
        if (!keep_part(read, unit_of_word(word, (size_t)(at - word)),
                       sign * amount)) {
            return false;
        }
        at = skip_blanks(at);
    } while (*at != '\0');
    return true;
}

static unit
unit_of_letter(char letter)
{
    switch (letter) {
    case 'Y':
        return YEARS;
    case 'M':
        return MONTHS;
    case 'W':
        return WEEKS;
    case 'D':
        return DAYS;
    default:
        return UNITS;
    }
}

/* After the "P": amounts with their letters, in falling order. */
static bool
read_iso(const char *at, parts *read)
{
    int least = -1;

    do {
        int amount;
        unit which;

        at = read_amount(at, &amount);
        if (!at) {
            return false;
        }
        which = unit_of_letter(*at);
        if ((int)which <= least || !keep_part(read, which, amount)) {
            return false;
        }
        least = (int)which;
        at++;
    } while (*at != '\0');
    return true;
}

fade_status
fade_period_parse(const char *text, fade_period *out)
{
    parts read = {{0}, {false}};
    const char *at = skip_blanks(text);
    bool good = *at == 'P' ? read_iso(at + 1, &read) : read_words(at, &read);

    if (!good) {
        return FADE_EPARSE;
    }
    *out = (fade_period){.years = read.amount[YEARS],
                         .months = read.amount[MONTHS],
                         .days = read.amount[DAYS] + 7 * read.amount[WEEKS]};
    return FADE_OK;
}
