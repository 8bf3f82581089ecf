/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/output.h"

#include <string.h>

#include "cli/option.h"

enum { LINE_WIDTH = 79 };

fade_status
fade_arg_format(const fade_arguments *args, fade_format *out)
{
    fade_status status = fade_arg_not_both(args, "json", "csv");

    if (status == FADE_OK) {
        *out = fade_arg_flag(args, "json")  ? FADE_FORMAT_JSON
               : fade_arg_flag(args, "csv") ? FADE_FORMAT_CSV
                                            : FADE_FORMAT_TABLE;
    }
    return status;
}

size_t
fade_text_columns(const char *text)
{
    size_t columns = 0;

    for (; *text; text++) {
        columns += ((unsigned char)*text & 0xC0) != 0x80 ? 1 : 0;
    }
    return columns;
}

/*
 * Length of the next word at `text`, which does not begin with a blank; a
 * number is not parted from its "%".
 */
static size_t
word_length(const char *text)
{
    size_t length = strcspn(text, " \n");

    if (length > 0 && text[length] == ' ' && text[length + 1] == '%') {
        length += 1 + strcspn(text + length + 1, " \n");
    }
    return length;
}

static size_t
word_columns(const char *text, size_t length)
{
    size_t columns = 0;

    for (size_t i = 0; i < length; i++) {
        columns += ((unsigned char)text[i] & 0xC0) != 0x80 ? 1 : 0;
    }
    return columns;
}

/* Goes on at column `at`, where a line has been begun. */
static void
print_wrapped(FILE *out, size_t at, int indent, const char *text)
{
    bool fresh = true; /* no word on this line yet */

    while (*text) {
        size_t length = word_length(text);
        size_t columns = word_columns(text, length);

        if (length > 0 && !fresh && at + 1 + columns > LINE_WIDTH) {
            fputc('\n', out);
            at = 0;
            fresh = true;
        }
        if (length > 0) {
            int blanks = !fresh ? 1 : indent > (int)at ? indent - (int)at : 0;

            fprintf(out, "%*s%.*s", blanks, "", (int)length, text);
            at += (size_t)blanks + columns;
            fresh = false;
        }
        text += length;
        if (*text == '\n') {
            fputc('\n', out);
            at = 0;
            fresh = true;
        }
        text += *text ? 1 : 0;
    }
    if (!fresh) {
        fputc('\n', out);
    }
}

void
fade_print_words(FILE *out, int indent, const char *text)
{
    print_wrapped(out, 0, indent, text);
}

void
fade_print_labelled(FILE *out, const char *label, int indent, const char *text)
{
    fputs(label, out);
    print_wrapped(out, fade_text_columns(label), indent, text);
}
