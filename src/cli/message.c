/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/message.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/text.h"
#include "cli/option.h"

/* What came from outside must not steer the terminal. */
static void
defuse(char *text)
{
    for (; *text; text++) {
        unsigned char c = (unsigned char)*text;

        if (c < 0x20 || c == 0x7f) {
            *text = '?';
        }
    }
}

__attribute__((format(printf, 2, 0))) static void
say(const fade_arguments *args, const char *format, va_list list)
{
    char *text = NULL;

    if (vasprintf(&text, format, list) < 0) {
        return;
    }
    defuse(text);
    if (args) {
        fprintf(stderr, "fadecast %s: %s\n", fade_arg_path(args), text);
    } else {
        fprintf(stderr, "fadecast: %s\n", text);
    }
    free(text);
}

void
fade_message(const fade_arguments *args, const char *format, ...)
{
    va_list list;

    va_start(list, format);
    say(args, format, list);
    va_end(list);
}

void
fade_remark(const fade_arguments *args, const char *format, ...)
{
    va_list list;

    if (fade_arg_flag(args, "quiet")) {
        return;
    }
    va_start(list, format);
    say(args, format, list);
    va_end(list);
}

int
fade_wrong_usage(const fade_arguments *args, const char *format, ...)
{
    va_list list;

    va_start(list, format);
    say(args, format, list);
    va_end(list);
    if (args) {
        fprintf(stderr, "Try 'fadecast %s --help'.\n", fade_arg_path(args));
    } else {
        fputs("Try 'fadecast help'.\n", stderr);
    }
    return FADE_EXIT_USAGE;
}

static void
message_note(const fade_arguments *args, const fade_note *note)
{
    const char *kind = note->severity == FADE_WARNING ? "warning: " : "";
    size_t size = fade_note_print(note, NULL, 0) + 1;
    char *text = malloc(size);

    if (text) {
        fade_note_print(note, text, size);
        fade_message(args, "%s%s", kind, text);
        free(text);
    }
}

void
fade_message_notes(const fade_arguments *args, const fade_diag *diag)
{
    size_t shown = 0;
    size_t all = diag->errors + diag->warnings;

    for (; shown < diag->kept && shown < FADE_NOTES_SHOWN; shown++) {
        message_note(args, &diag->notes[shown]);
    }
    if (all > shown) {
        fade_message(args,
                     "%zu more not shown (%zu errors, %zu warnings in all)",
                     all - shown, diag->errors, diag->warnings);
    }
}

int
fade_failure(const fade_arguments *args, fade_status status, const char *what,
             const fade_diag *diag)
{
    if (diag) {
        fade_message_notes(args, diag);
    }
    if (!diag || diag->errors == 0) {
        fade_message(args, "%s%s%s", what ? what : "", what ? ": " : "",
                     fade_status_text(status));
    }
    return FADE_EXIT_FAILURE;
}
