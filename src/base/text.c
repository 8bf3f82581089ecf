/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/locale_c.h"

enum { FIRST_ROOM = 64 };

void
fade_text_clear(fade_text *text)
{
    free(text->bytes);
    *text = (fade_text){0};
}

void
fade_text_reset(fade_text *text)
{
    text->length = 0;
    text->failed = false;
    if (text->bytes) {
        text->bytes[0] = '\0';
    }
}

/* Makes room for `more` bytes and a NUL. */
static bool
reserve(fade_text *text, size_t more)
{
    size_t room = text->room ? text->room : FIRST_ROOM;
    char *bytes;

    if (text->failed || more >= SIZE_MAX / 2 - text->length) {
        text->failed = true;
        return false;
    }
    if (text->bytes && text->length + more < text->room) {
        return true;
    }
    while (room <= text->length + more) {
        room *= 2;
    }
    bytes = realloc(text->bytes, room);
    if (!bytes) {
        text->failed = true;
        return false;
    }
    text->bytes = bytes;
    text->room = room;
    return true;
}

void
fade_text_add_bytes(fade_text *text, const char *bytes, size_t length)
{
    if (!reserve(text, length)) {
        return;
    }
    if (length > 0) {
        memcpy(text->bytes + text->length, bytes, length);
    }
    text->length += length;
    text->bytes[text->length] = '\0';
}

void
fade_text_add(fade_text *text, const char *string)
{
    fade_text_add_bytes(text, string, strlen(string));
}

__attribute__((format(printf, 2, 0))) static int
print_in_room(fade_text *text, const char *format, va_list arguments)
{
    locale_t before = fade_locale_c();
    int length = vsnprintf(text->bytes + text->length,
                           text->room - text->length, format, arguments);

    fade_locale_back(before);
    return length;
}

void
fade_text_addv(fade_text *text, const char *format, va_list arguments)
{
    va_list again;
    int length;

    if (!reserve(text, FIRST_ROOM)) {
        return;
    }
    va_copy(again, arguments);
    length = print_in_room(text, format, arguments);
    if (length < 0) {
        text->failed = true;
    } else if (text->length + (size_t)length >= text->room) {
        text->bytes[text->length] = '\0';
        if (reserve(text, (size_t)length)) {
            length = print_in_room(text, format, again);
        }
    }
    va_end(again);
    if (!text->failed) {
        text->length += (size_t)length;
    }
    text->bytes[text->length] = '\0';
}

void
fade_text_addf(fade_text *text, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    fade_text_addv(text, format, arguments);
    va_end(arguments);
}

void
fade_text_add_number(fade_text *text, double value)
{
    char number[FADE_NUMBER_SIZE];

    fade_text_add(text, fade_number_format(value, number));
}

const char *
fade_text_string(const fade_text *text)
{
    return text->bytes ? text->bytes : "";
}

char *
fade_text_copy(const char *string)
{
    size_t size = strlen(string) + 1;
    char *copy = malloc(size);

    return copy ? memcpy(copy, string, size) : NULL;
}
