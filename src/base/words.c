/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Well-formed UTF-8, and the word that was probably meant. */
#include <ctype.h>
#include <string.h>

#include "base/text.h"

/* Bytes of a sequence that starts with `first`, 0 where none may. */
static size_t
sequence_length(unsigned char first)
{
    if (first < 0x80) {
        return 1;
    }
    if (first < 0xc2) { /* a continuation, or an overlong 2-byte form */
        return 0;
    }
    if (first < 0xe0) {
        return 2;
    }
    if (first < 0xf0) {
        return 3;
    }
    return first < 0xf5 ? 4 : 0;
}

/* The second byte decides on overlong forms, surrogates and > U+10FFFF. */
static bool
second_is_allowed(unsigned char first, unsigned char second)
{
    switch (first) {
    case 0xe0:
        return second >= 0xa0;
    case 0xed:
        return second < 0xa0;
    case 0xf0:
        return second >= 0x90;
    case 0xf4:
        return second < 0x90;
    default:
        return true;
    }
}

/* Bytes of the well-formed sequence at `bytes`, 0 where there is none. */
static size_t
valid_sequence(const unsigned char *bytes, size_t left)
{
    size_t length = sequence_length(bytes[0]);

    if (length == 0 || length > left) {
        return 0;
    }
    for (size_t i = 1; i < length; i++) {
        if ((bytes[i] & 0xc0) != 0x80) {
            return 0;
        }
    }
    return length == 1 || second_is_allowed(bytes[0], bytes[1]) ? length : 0;
}

size_t
fade_utf8_next(const char *bytes, size_t left, uint32_t *code)
{
    const unsigned char *at = (const unsigned char *)bytes;
    size_t length = left > 0 ? valid_sequence(at, left) : 0;

    if (length == 0) {
        return 0;
    }
    /* The first byte's leading ones count the bytes; its rest begins. */
    *code = length == 1 ? at[0] : at[0] & (0x7fU >> length);
    for (size_t i = 1; i < length; i++) {
        *code = (*code << 6) | (at[i] & 0x3fU);
    }
    return length;
}

bool
fade_utf8_valid(const char *bytes, size_t length)
{
    const unsigned char *at = (const unsigned char *)bytes;

    while (length > 0) {
        size_t step = valid_sequence(at, length);

        if (step == 0) {
            return false;
        }
        at += step;
        length -= step;
    }
    return true;
}

int
fade_text_clip(const char *string, size_t limit)
{
    size_t length = strnlen(string, limit + 1);

    if (length <= limit) {
        return (int)length;
    }
    length = limit;
    while (length > 0 && ((unsigned char)string[length] & 0xc0) == 0x80) {
        length--;
    }
    return (int)length;
}

enum { WORD_MAX = 48 };

static size_t
least(size_t a, size_t b)
{
    return a < b ? a : b;
}

static bool
same_letter(char a, char b)
{
    return tolower((unsigned char)a) == tolower((unsigned char)b);
}

static bool
swapped(const char *a, const char *b)
{
    return same_letter(a[0], b[1]) && same_letter(a[1], b[0]);
}

/*
 * Optimal string alignment distance: insertions, deletions, replacements and
 * swaps of neighbours cost 1 each; case does not count. Rows of the table are
 * kept for two letters back.
 */
static size_t
edit_distance(const char *a, size_t a_length, const char *b, size_t b_length)
{
    size_t rows[3][WORD_MAX + 1] = {{0}};

    for (size_t j = 0; j <= b_length; j++) {
        rows[0][j] = j;
    }
    for (size_t i = 1; i <= a_length; i++) {
        size_t *row = rows[i % 3];
        const size_t *above = rows[(i - 1) % 3];
        const size_t *two_above = rows[(i + 1) % 3];

        row[0] = i;
        for (size_t j = 1; j <= b_length; j++) {
            size_t differs = same_letter(a[i - 1], b[j - 1]) ? 0 : 1;

            row[j] = least(above[j] + 1, row[j - 1] + 1);
            row[j] = least(row[j], above[j - 1] + differs);
            row[j] = i > 1 && j > 1 && swapped(&a[i - 2], &b[j - 2])
                         ? least(row[j], two_above[j - 2] + 1)
                         : row[j];
        }
    }
    return rows[a_length % 3][b_length];
}

const char *
fade_text_nearest(const char *word, const char *const *candidates, size_t count)
{
    size_t length = strnlen(word, WORD_MAX + 1);
    size_t best = 1 + length / 3; /* more edits than this are another word */
    const char *nearest = NULL;

    if (length == 0 || length > WORD_MAX) {
        return NULL;
    }
    best++;
    for (size_t i = 0; i < count; i++) {
        size_t other = strnlen(candidates[i], WORD_MAX + 1);
        size_t distance;

        if (other > WORD_MAX) {
            continue;
        }
        distance = edit_distance(word, length, candidates[i], other);
        if (distance < best && distance < other) {
            best = distance;
            nearest = candidates[i];
        }
    }
    return nearest;
}
