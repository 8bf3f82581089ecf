/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/validate.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <fadecast/date.h>

#include "store/no_such_day.h"

enum {
    WORDS_MAX = 8,
    WORD_SIZE = 24,
    SHOWN_BYTES = 60,
    FIRST_YEAR = 1900,
    LAST_YEAR = 2199
};

typedef struct word_list {
    char bytes[WORDS_MAX][WORD_SIZE];
    const char *words[WORDS_MAX];
    size_t count;
} word_list;

static void
split_words(const char *words, word_list *list)
{
    list->count = 0;
    while (words && *words && list->count < WORDS_MAX) {
        size_t length = strcspn(words, "|");
        char *word = list->bytes[list->count];

        if (length < WORD_SIZE) {
            memcpy(word, words, length);
            word[length] = '\0';
            list->words[list->count++] = word;
        }
        words += length;
        words += *words == '|';
    }
}

static void
add_words(const fade_entity_column *column, fade_text *out)
{
    word_list list;

    split_words(column->words, &list);
    for (size_t i = 0; i < list.count; i++) {
        fade_text_addf(out, "%s%s", i ? ", " : "", list.words[i]);
    }
}

static void
add_range(const fade_entity_column *column, const char *what, fade_text *out)
{
    fade_text_addf(out, "%s %s ", what, column->above ? "above" : "from");
    fade_text_add_number(out, column->lower);
    fade_text_add(out, column->above ? " up to " : " to ");
    fade_text_add_number(out, column->upper);
}

void
fade_column_allowed(const fade_entity_column *column, fade_text *out)
{
    switch (column->type) {
    case FADE_TYPE_CODE:
    case FADE_TYPE_PRACTITIONER:
        fade_text_addf(out, "up to %d letters, digits, '.', '_' or '-'",
                       (int)column->upper);
        break;
    case FADE_TYPE_PATH:
    case FADE_TYPE_TEXT:
        fade_text_addf(out, "one line of text, up to %d bytes",
                       (int)column->upper);
        break;
    case FADE_TYPE_NOTE:
        fade_text_addf(out, "text, up to %d bytes", (int)column->upper);
        break;
    case FADE_TYPE_WORD:
        fade_text_add(out, "one of ");
        add_words(column, out);
        break;
    case FADE_TYPE_FLAG:
        fade_text_add(out, "yes or no");
        break;
    case FADE_TYPE_INTEGER:
        add_range(column, "a whole number", out);
        break;
    case FADE_TYPE_NUMBER:
        add_range(column, "a number", out);
        break;
    case FADE_TYPE_LEVEL:
        add_range(column, "a number", out);
        fade_text_add(out, " or one of ");
        add_words(column, out);
        break;
    case FADE_TYPE_DATE:
        fade_text_addf(out, "a date as in 2026-05-01, years %d to %d",
                       FIRST_YEAR, LAST_YEAR);
        break;
    case FADE_TYPE_TIME_ZONE:
        fade_text_add(out, "an IANA time zone as in Europe/Berlin");
        break;
    }
}

/* What the value was, unless it says who the patient is; cut where long. */
static void
add_shown(const fade_entity_column *column, const char *text, fade_text *out)
{
    size_t length = strlen(text);
    bool cut = length > SHOWN_BYTES;

    if (column->personal || !fade_utf8_valid(text, length)) {
        fade_text_add(out, "the value");
        return;
    }
    if (cut) {
        length = SHOWN_BYTES;
        while (((unsigned char)text[length] & 0xc0) == 0x80) {
            length--;
        }
    }
    fade_text_add(out, "'");
    for (size_t i = 0; i < length; i++) {
        unsigned char byte = (unsigned char)text[i];

        fade_text_add_bytes(out, byte < 0x20 || byte == 0x7f ? "?" : &text[i],
                            1);
    }
    fade_text_add(out, cut ? "...'" : "'");
}

/* A column that is refused: what it said and, after `why`, what it may say. */
typedef struct refusal {
    const fade_entity_column *column;
    const char *text;
    fade_place place;
    fade_diag *diag;
} refusal;

static fade_status
refuse(const refusal *it, const char *why)
{
    fade_text message = {0};

    add_shown(it->column, it->text, &message);
    if (why) {
        fade_text_addf(&message, " %s", why);
    } else {
        fade_text_add(&message, " is not ");
        fade_column_allowed(it->column, &message);
    }
    if (it->column->type == FADE_TYPE_WORD) {
        word_list list;
        const char *nearest = NULL;

        split_words(it->column->words, &list);
        nearest = fade_text_nearest(it->text, list.words, list.count);
        if (nearest) {
            fade_text_addf(&message, " (did you mean '%s'?)", nearest);
        }
    }
    fade_diag_error(it->diag, it->place, "%s", fade_text_string(&message));
    fade_text_clear(&message);
    return FADE_EINVAL;
}

static void
add_lower_case(fade_text *out, const char *text)
{
    for (; *text; text++) {
        char byte = *text;

        if (byte >= 'A' && byte <= 'Z') {
            byte = (char)(byte - 'A' + 'a');
        }
        fade_text_add_bytes(out, &byte, 1);
    }
}

static bool
same_word(const char *text, const char *word)
{
    fade_text lower = {0};
    bool same = false;

    add_lower_case(&lower, text);
    same = strcmp(fade_text_string(&lower), word) == 0;
    fade_text_clear(&lower);
    return same;
}

static const char *
find_word(const char *words, const char *text, word_list *list)
{
    split_words(words, list);
    for (size_t i = 0; i < list->count; i++) {
        if (same_word(text, list->words[i])) {
            return list->words[i];
        }
    }
    return NULL;
}

static bool
is_control(const unsigned char *byte)
{
    /* C1 controls are two bytes of UTF-8: C2 80 .. C2 9F. */
    return *byte < 0x20 || *byte == 0x7f
           || (*byte == 0xc2 && byte[1] >= 0x80 && byte[1] <= 0x9f);
}

static fade_status
canonical_text(const refusal *it, bool lines, fade_text *out)
{
    const unsigned char *byte = (const unsigned char *)it->text;
    fade_text why = {0};

    if (!fade_utf8_valid(it->text, strlen(it->text))) {
        return refuse(it, "is not UTF-8 text");
    }
    for (; *byte; byte++) {
        if (lines && byte[0] == '\r' && byte[1] == '\n') {
            continue;
        }
        if (is_control(byte) && !(lines && (*byte == '\n' || *byte == '\t'))) {
            return refuse(it, lines ? "has a control character"
                                    : "has a line break or a control "
                                      "character");
        }
        fade_text_add_bytes(out, (const char *)byte, 1);
    }
    if ((double)out->length <= it->column->upper) {
        return FADE_OK;
    }
    fade_text_addf(&why, "has %zu bytes; at most %d are allowed", out->length,
                   (int)it->column->upper);
    (void)refuse(it, fade_text_string(&why));
    fade_text_clear(&why);
    return FADE_EINVAL;
}

static bool
is_code_byte(char byte, bool first)
{
    bool letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
    bool digit = byte >= '0' && byte <= '9';

    return letter || digit || (!first && strchr("._-", byte));
}

static fade_status
canonical_code(const refusal *it, fade_text *out)
{
    for (const char *byte = it->text; *byte; byte++) {
        if (!is_code_byte(*byte, byte == it->text)) {
            return refuse(it, "is not a code: letters a to z, A to Z, digits "
                              "and, after the first, '.', '_' and '-' are "
                              "allowed");
        }
    }
    return canonical_text(it, false, out);
}

static fade_status
canonical_number(const refusal *it, fade_text *out)
{
    const fade_entity_column *column = it->column;
    double value = 0.0;
    fade_status status = fade_number_parse(it->text, &value);

    if (strcmp(column->name, "value") == 0 && strchr("<>", it->text[0])) {
        return refuse(it, it->text[0] == '<'
                              ? "is not a number: give the number alone, and "
                                "below in the column censored"
                              : "is not a number: give the number alone, and "
                                "above in the column censored");
    }
    if (status && strchr(it->text, ',')) {
        return refuse(it, "is not a number (the decimal sign is a point)");
    }
    if (status || !isfinite(value) || value < column->lower
        || value > column->upper
        || (column->above && !(value > column->lower))) {
        return refuse(it, NULL);
    }
    fade_text_add_number(out, value + 0.0); /* no "-0" */
    return FADE_OK;
}

static fade_status
canonical_integer(const refusal *it, fade_text *out)
{
    int64_t value = 0;

    if (fade_integer_parse(it->text, &value)
        || (double)value < it->column->lower
        || (double)value > it->column->upper) {
        return refuse(it, NULL);
    }
    fade_text_addf(out, "%lld", (long long)value);
    return FADE_OK;
}

static fade_status
refuse_date(const refusal *it)
{
    fade_text why = {0};

    fade_no_such_day(it->text, &why);
    (void)refuse(it, why.length > 0 ? fade_text_string(&why) : NULL);
    fade_text_clear(&why);
    return FADE_EINVAL;
}

static fade_status
canonical_date(const refusal *it, fade_text *out)
{
    char text[FADE_DATE_SIZE];
    fade_date date = FADE_NO_DATE;
    int year = 0;

    if (fade_date_parse(it->text, &date)) {
        return refuse_date(it);
    }
    year = fade_date_to_ymd(date).year;
    if (year < FIRST_YEAR || year > LAST_YEAR) {
        return refuse(it, NULL);
    }
    fade_text_add(out, fade_date_format(date, text));
    return FADE_OK;
}

static fade_status
canonical_flag(const refusal *it, fade_text *out)
{
    word_list list;

    if (find_word("yes|y|true|1", it->text, &list)) {
        fade_text_add(out, "yes");
    } else if (find_word("no|n|false|0", it->text, &list)) {
        fade_text_add(out, "no");
    } else {
        return refuse(it, NULL);
    }
    return FADE_OK;
}

static fade_status
canonical_word(const refusal *it, fade_text *out)
{
    word_list list;
    const char *word = find_word(it->column->words, it->text, &list);

    if (!word) {
        return refuse(it, NULL);
    }
    fade_text_add(out, word);
    return FADE_OK;
}

static fade_status
canonical_level(const refusal *it, fade_text *out)
{
    word_list list;
    const char *word = find_word(it->column->words, it->text, &list);

    if (!word) {
        return canonical_number(it, out);
    }
    fade_text_add(out, word);
    return FADE_OK;
}

/* Where the system's time zones are, by tzset(3). */
static const char *
zone_directory(void)
{
    const char *directory = getenv("TZDIR");

    return directory && *directory ? directory : "/usr/share/zoneinfo";
}

/* Only a name: nothing that could lead out of the zones' directory. Where a
 * computer has no zones at all, the name's shape must do. */
static fade_status
canonical_time_zone(const refusal *it, fade_text *out)
{
    fade_text path = {0};
    struct stat file;
    bool known = false;

    for (const char *byte = it->text; *byte; byte++) {
        if (!is_code_byte(*byte, byte == it->text)
            && !(byte > it->text && strchr("/+", *byte))) {
            return refuse(it, NULL);
        }
    }
    fade_text_addf(&path, "%s/%s", zone_directory(), it->text);
    known = !strstr(it->text, "..")
            && (stat(zone_directory(), &file) != 0
                || (stat(fade_text_string(&path), &file) == 0
                    && S_ISREG(file.st_mode)));
    fade_text_clear(&path);
    return known ? canonical_text(it, false, out)
                 : refuse(it, "is not a time zone that this computer knows; "
                              "IANA names are as in Europe/Berlin");
}

fade_status
fade_column_canonical(const fade_entity_column *column, const char *text,
                      fade_text *out, fade_place place, fade_diag *diag)
{
    const refusal it = {column, text, place, diag};

    switch (column->type) {
    case FADE_TYPE_PATH:
    case FADE_TYPE_TEXT:
        return canonical_text(&it, false, out);
    case FADE_TYPE_NOTE:
        return canonical_text(&it, true, out);
    case FADE_TYPE_CODE:
    case FADE_TYPE_PRACTITIONER:
        return canonical_code(&it, out);
    case FADE_TYPE_WORD:
        return canonical_word(&it, out);
    case FADE_TYPE_FLAG:
        return canonical_flag(&it, out);
    case FADE_TYPE_INTEGER:
        return canonical_integer(&it, out);
    case FADE_TYPE_NUMBER:
        return canonical_number(&it, out);
    case FADE_TYPE_LEVEL:
        return canonical_level(&it, out);
    case FADE_TYPE_DATE:
        return canonical_date(&it, out);
    case FADE_TYPE_TIME_ZONE:
        return canonical_time_zone(&it, out);
    }
    return FADE_EINVAL;
}
