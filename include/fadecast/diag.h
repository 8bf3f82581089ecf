/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Details of what was wrong with input that came from bytes or a disk.
 *
 * The caller owns a fade_diag and passes it as the last parameter; NULL is
 * allowed everywhere and means that the status alone is enough. All problems
 * are counted; the first `limit` are kept. A note never holds a patient's
 * name or a secret token.
 */
#ifndef FADECAST_DIAG_H
#define FADECAST_DIAG_H

#include <stddef.h>

#include <fadecast/export.h>

FADE_BEGIN

typedef enum fade_severity { FADE_ERROR, FADE_WARNING } fade_severity;

typedef struct fade_note {
    fade_severity severity;
    char *file;  /* NULL where no file is meant */
    size_t line; /* from 1; 0 where no line is meant */
    char *field; /* column or key; NULL where none is meant */
    char *text;  /* what is wrong, the value, and what is allowed */
} fade_note;

typedef struct fade_diag {
    size_t limit;    /* notes to keep */
    size_t kept;     /* notes in `notes` */
    size_t errors;   /* all errors, kept or not */
    size_t warnings; /* all warnings, kept or not */
    fade_note *notes;
} fade_diag;

/* Where in which input a note belongs; all members may be NULL or 0. */
typedef struct fade_place {
    const char *file;
    size_t line;
    const char *field;
} fade_place;

FADE_API void fade_diag_init(fade_diag *diag, size_t limit);

/* Frees the notes; `diag` is as after fade_diag_init() with its old limit. */
FADE_API void fade_diag_clear(fade_diag *diag);

/* Out of memory only shortens what is kept; the counts stay right. */
FADE_API void fade_diag_error(fade_diag *diag, fade_place place,
                              const char *format, ...)
    __attribute__((format(printf, 3, 4)));
FADE_API void fade_diag_warning(fade_diag *diag, fade_place place,
                                const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/*
 * Writes "file:line: field: text" (the parts that the note has) into `out`
 * like snprintf(), and returns the length that it needs.
 */
FADE_API size_t fade_note_print(const fade_note *note, char *out, size_t size);

FADE_END

#endif
