/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A growing string, and what is done with text that came from outside. */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <fadecast/status.h>

/* Always NUL-terminated once something was added; zero is a valid start. */
typedef struct fade_text {
    char *bytes;
    size_t length;
    size_t room;
    bool failed; /* out of memory at some point: check once at the end */
} fade_text;

void fade_text_clear(fade_text *text); /* frees; zero again */
void fade_text_reset(fade_text *text); /* empty, keeps its memory */
void fade_text_add(fade_text *text, const char *string);
void fade_text_add_bytes(fade_text *text, const char *bytes, size_t length);
/* As printf() in the C locale, whatever locale the program runs in. */
void fade_text_addf(fade_text *text, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void fade_text_addv(fade_text *text, const char *format, va_list arguments)
    __attribute__((format(printf, 2, 0)));
/* The shortest decimal that reads back as exactly `value`. */
void fade_text_add_number(fade_text *text, double value);

/* "" where nothing was added; valid until the next change. */
const char *fade_text_string(const fade_text *text);

enum { FADE_NUMBER_SIZE = 32 };

/* The shortest decimal that reads back as `value`; returns `out`. */
char *fade_number_format(double value, char out[FADE_NUMBER_SIZE]);

/*
 * A whole decimal number in C notation, whatever the locale: no white space,
 * no hexadecimal, no "nan", "inf" only as "inf" or "-inf". FADE_EPARSE
 * otherwise, FADE_EINVAL where it overflows.
 */
fade_status fade_number_parse(const char *string, double *out);
fade_status fade_integer_parse(const char *string, int64_t *out);

bool fade_utf8_valid(const char *bytes, size_t length);

/*
 * Bytes (1..4) of the well-formed sequence that `bytes` begin with, and its
 * code point; 0 where they begin with none.
 */
size_t fade_utf8_next(const char *bytes, size_t left, uint32_t *code);

/*
 * Bytes of `string` to show where `limit` are enough: whole UTF-8 sequences
 * only. Fits "%.*s".
 */
int fade_text_clip(const char *string, size_t limit);

/*
 * The candidate nearest to `word` by edit distance, or NULL where none is
 * near enough to be what was meant.
 */
const char *fade_text_nearest(const char *word, const char *const *candidates,
                              size_t count);

/* A copy for the caller to free, NULL when out of memory. */
char *fade_text_copy(const char *string);

#endif
