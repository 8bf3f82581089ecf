/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calendar/build.h"

#include <string.h>

/* RFC 5545, 3.1: [byte] of a line without its CR LF. */
enum { LINE_MAX_BYTES = 75 };

static const char fold[] = "\r\n ";

void
fade_component_add(fade_component *to, icalproperty *property)
{
    if (property) {
        icalcomponent_add_property(to->ical, property);
    } else {
        to->failed = true;
    }
}

void
fade_component_add_x(fade_component *to, const char *name, const char *value,
                     bool is_date)
{
    icalproperty *property = icalproperty_new_x(value);

    if (property) {
        icalproperty_set_x_name(property, name);
        if (is_date) {
            icalproperty_add_parameter(
                property, icalparameter_new_value(ICAL_VALUE_DATE));
        }
    }
    fade_component_add(to, property);
}

/* Takes every fold out, where it stands. */
static void
unfold(char *text)
{
    char *to = strstr(text, fold);
    char *from = to;

    while (from) {
        char *next;

        from += sizeof fold - 1;
        next = strstr(from, fold);
        size_t length = next ? (size_t)(next - from) : strlen(from) + 1;

        memmove(to, from, length);
        to += length;
        from = next;
    }
}

/* Appends one line (with its CR LF), folded between characters. */
static void
add_folded(fade_text *out, const char *line, size_t length)
{
    size_t room = LINE_MAX_BYTES + 2; /* the CR LF does not count */

    while (length > room) {
        size_t end = room - 2;

        while (((unsigned char)line[end] & 0xc0) == 0x80) {
            end--; /* 10xxxxxx continues a character */
        }
        fade_text_add_bytes(out, line, end);
        fade_text_add_bytes(out, fold, sizeof fold - 1);
        line += end;
        length -= end;
        room = LINE_MAX_BYTES + 1; /* the fold's blank does */
    }
    fade_text_add_bytes(out, line, length);
}

/*
 * libical 3.0.16 folds between CR and LF where a line is just one byte too
 * long, which makes a line break that is none; so folding is done here.
 */
static void
add_refolded(fade_text *out, char *text)
{
    const char *line = text;
    const char *end;

    unfold(text);
    while ((end = strstr(line, "\r\n")) != NULL) {
        add_folded(out, line, (size_t)(end - line) + 2);
        line = end + 2;
    }
}

fade_status
fade_component_print(const fade_component *from, fade_text *out)
{
    char *text;

    if (from->failed) {
        return FADE_ENOMEM;
    }
    text = icalcomponent_as_ical_string_r(from->ical);
    if (!text) {
        return FADE_ENOMEM;
    }
    add_refolded(out, text);
    icalmemory_free_buffer(text);
    return out->failed ? FADE_ENOMEM : FADE_OK;
}
