/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calendar/text.h"

#include <ctype.h>
#include <stdint.h>
#include <string.h>

enum { IDENTIFIER_MAX = 64 };

static const char replacement[] = "\xef\xbf\xbd"; /* U+FFFD */
static const char ellipsis[] = "\xe2\x80\xa6";    /* U+2026 */

typedef enum kind { KEPT, LEFT_OUT, BLANK, BREAK } kind;

static bool
is_between(uint32_t code, uint32_t first, uint32_t last)
{
    return code >= first && code <= last;
}

/* Line breaks by Unicode's UAX #14, mandatory ones. */
static bool
is_break(uint32_t code)
{
    return is_between(code, 0x0a, 0x0d) || code == 0x85
           || is_between(code, 0x2028, 0x2029);
}

/* Embeddings, overrides and isolates of UAX #9 would reach past their text. */
static bool
turns_direction(uint32_t code)
{
    return is_between(code, 0x202a, 0x202e) || is_between(code, 0x2066, 0x2069);
}

static bool
is_noncharacter(uint32_t code)
{
    return (code & 0xfffe) == 0xfffe || is_between(code, 0xfdd0, 0xfdef);
}

static kind
kind_of(uint32_t code)
{
    if (is_break(code)) {
        return BREAK;
    }
    if (code == '\t' || code == ' ' || code == 0xa0) {
        return BLANK;
    }
    if (code < 0x20 || is_between(code, 0x7f, 0x9f) || code == 0xfeff
        || turns_direction(code) || is_noncharacter(code)) {
        return LEFT_OUT;
    }
    return KEPT;
}

/* What is being written: never longer than `limit` bytes past `start`. */
typedef struct pass {
    fade_text *out;
    fade_lines_allowed lines;
    size_t start;
    size_t limit;
    size_t fit; /* longest length that leaves room for the ellipsis */
} pass;

/* False where `piece` was too much and the text has been ended. */
static bool
put(pass *to, const char *piece, size_t length)
{
    fade_text *out = to->out;
    size_t used = out->length - to->start;

    if (used + sizeof ellipsis - 1 <= to->limit) {
        to->fit = out->length;
    }
    if (used + length > to->limit) {
        out->length = to->fit;
        fade_text_add(out, ellipsis);
        return false;
    }
    fade_text_add_bytes(out, piece, length);
    return !out->failed;
}

/* What stands for one character; NULL where nothing does. */
static const char *
stand_in(kind what, fade_lines_allowed lines, bool at_start)
{
    if (what == LEFT_OUT || at_start) {
        return NULL;
    }
    return what == BREAK && lines == FADE_MANY_LINES ? "\n" : " ";
}

static void
trim_end(const pass *to)
{
    fade_text *out = to->out;

    while (out->length > to->start
           && strchr(" \n", out->bytes[out->length - 1])) {
        out->bytes[--out->length] = '\0';
    }
}

/*
 * Puts what stands for the character at `raw`: itself, a blank, a break or
 * nothing. `length` is 0 where its first byte is no UTF-8. False at the limit.
 */
static bool
put_character(pass *to, const char *raw, size_t length, uint32_t code)
{
    kind what = length > 0 ? kind_of(code) : KEPT;
    const char *instead =
        stand_in(what, to->lines, to->out->length == to->start);

    if (length == 0) {
        return put(to, replacement, sizeof replacement - 1);
    }
    if (what == KEPT) {
        return put(to, code == '\\' ? "/" : raw, length);
    }
    return !instead || put(to, instead, 1);
}

void
fade_calendar_text(fade_text *out, const char *raw, fade_lines_allowed lines,
                   size_t limit)
{
    size_t left = raw ? strlen(raw) : 0;
    pass to = {out, lines, out->length, limit, out->length};
    bool more = true;

    while (more && left > 0) {
        uint32_t code = 0;
        size_t length = fade_utf8_next(raw, left, &code);
        bool pair = raw[0] == '\r' && raw[1] == '\n';

        more = put_character(&to, raw, length, code);
        length = length == 0 ? 1 : length + (pair ? 1 : 0);
        raw += length;
        left -= length;
    }
    if (out->bytes) {
        trim_end(&to);
    }
}

bool
fade_calendar_identifier(const char *text)
{
    size_t length = text ? strnlen(text, IDENTIFIER_MAX + 1) : 0;

    if (length == 0 || length > IDENTIFIER_MAX) {
        return false;
    }
    for (size_t i = 0; i < length; i++) {
        unsigned char c = (unsigned char)text[i];

        if (c >= 0x80 || !(isalnum(c) || strchr("-._@", c))) {
            return false;
        }
    }
    return true;
}

void
fade_calendar_list_value(fade_text *out, const char *clean)
{
    for (; *clean; clean++) {
        if (strchr(",;", *clean)) {
            fade_text_add(out, "\\");
        }
        fade_text_add_bytes(out, clean, 1);
    }
}
