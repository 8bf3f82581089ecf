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

/* A line that is being written. */
typedef struct line {
    FILE *out;
    size_t indent;
    size_t at;  /* columns so far */
    bool words; /* a word is on it, and not only a label */
} line;

static void
end_line(line *on)
{
    fputc('\n', on->out);
    on->at = 0;
    on->words = false;
}

static void
add_word(line *on, const char *text, size_t length)
{
    size_t columns = word_columns(text, length);
    size_t blanks = 1;

    if (on->words && on->at + 1 + columns > LINE_WIDTH) {
        end_line(on);
    }
    if (!on->words) {
        blanks = on->indent > on->at ? on->indent - on->at : 0;
    }
    fprintf(on->out, "%*s%.*s", (int)blanks, "", (int)length, text);
    on->at += blanks + columns;
    on->words = true;
}

/* Goes on at column `at`, where a line has been begun. */
static void
print_wrapped(FILE *out, size_t at, int indent, const char *text)
{
    line on = {.out = out, .indent = (size_t)indent, .at = at};

    while (*text) {
        size_t length = word_length(text);

        if (length > 0) {
            add_word(&on, text, length);
        }
        text += length;
        if (*text == '\n') {
            end_line(&on);
        }
        text += *text ? 1 : 0;
    }
    if (on.words) {
        end_line(&on);
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
