/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <fadecast/diag.h>

#include <stdarg.h>
#include <stdbool.h>
#include <stdlib.h>

#include "base/text.h"

void
fade_diag_init(fade_diag *diag, size_t limit)
{
    *diag = (fade_diag){.limit = limit};
}

static void
clear_note(fade_note *note)
{
    free(note->file);
    free(note->field);
    free(note->text);
}

void
fade_diag_clear(fade_diag *diag)
{
    if (!diag) {
        return;
    }
    for (size_t i = 0; i < diag->kept; i++) {
        clear_note(&diag->notes[i]);
    }
    free(diag->notes);
    fade_diag_init(diag, diag->limit);
}

/*
 * Notes quote input and end on a terminal: nothing in them may move the
 * cursor or start an escape sequence.
 */
static char *
printable_copy(const char *string)
{
    char *copy = string ? fade_text_copy(string) : NULL;

    for (char *at = copy; at && *at; at++) {
        unsigned char byte = (unsigned char)*at;

        if (byte < 0x20 || byte == 0x7f) {
            *at = '?';
        }
    }
    return copy;
}

static fade_note *
new_note(fade_diag *diag)
{
    fade_note *notes;

    if (diag->kept >= diag->limit) {
        return NULL;
    }
    notes = realloc(diag->notes, (diag->kept + 1) * sizeof *notes);
    if (!notes) {
        return NULL;
    }
    diag->notes = notes;
    return &notes[diag->kept];
}

__attribute__((format(printf, 4, 0))) static void
keep(fade_diag *diag, fade_severity severity, fade_place place,
     const char *format, va_list arguments)
{
    fade_note *note = new_note(diag);
    fade_text text = {0};

    if (!note) {
        return;
    }
    fade_text_addv(&text, format, arguments);
    *note = (fade_note){.severity = severity,
                        .file = printable_copy(place.file),
                        .line = place.line,
                        .field = printable_copy(place.field),
                        .text = printable_copy(fade_text_string(&text))};
    if (note->text && !text.failed) {
        diag->kept++;
    } else {
        clear_note(note);
    }
    fade_text_clear(&text);
}

void
fade_diag_error(fade_diag *diag, fade_place place, const char *format, ...)
{
    va_list arguments;

    if (!diag) {
        return;
    }
    diag->errors++;
    va_start(arguments, format);
    keep(diag, FADE_ERROR, place, format, arguments);
    va_end(arguments);
}

void
fade_diag_warning(fade_diag *diag, fade_place place, const char *format, ...)
{
    va_list arguments;

    if (!diag) {
        return;
    }
    diag->warnings++;
    va_start(arguments, format);
    keep(diag, FADE_WARNING, place, format, arguments);
    va_end(arguments);
}

static void
copy_out(const char *text, size_t length, char *out, size_t size)
{
    size_t end = length < size ? length : size - 1;

    for (size_t i = 0; i < end; i++) {
        out[i] = text[i];
    }
    out[end] = '\0';
}

size_t
fade_note_print(const fade_note *note, char *out, size_t size)
{
    fade_text text = {0};
    size_t length;

    if (note->file) {
        fade_text_addf(&text, "%s:", note->file);
    }
    if (note->line > 0) {
        fade_text_addf(&text, "%s%zu:", note->file ? "" : "line ", note->line);
    }
    if (text.length > 0) {
        fade_text_add(&text, " ");
    }
    if (note->field) {
        fade_text_addf(&text, "%s: ", note->field);
    }
    fade_text_add(&text, note->text);
    length = text.length;
    if (size > 0) {
        copy_out(fade_text_string(&text), length, out, size);
    }
    fade_text_clear(&text);
    return length;
}
