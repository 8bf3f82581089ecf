/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines of a file through a buffer of fixed size. */
#ifndef BASE_CSV_LINES_H
#define BASE_CSV_LINES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include <fadecast/status.h>

enum { FADE_LINES_ROOM = 65536 };

typedef struct fade_lines {
    FILE *file;
    size_t start; /* of what was not handed out yet */
    size_t end;
    size_t line;   /* that the next piece belongs to, from 1 */
    bool at_start; /* the next piece begins a line */
    bool ended;    /* the file has no more bytes */
    bool utf16;    /* the file begins with UTF-16's byte order mark */
    char bytes[FADE_LINES_ROOM];
} fade_lines;

/* A line with its LF, or a part of one longer than the buffer. */
typedef struct fade_piece {
    const char *bytes;
    size_t length; /* 0 at the end of the file */
    size_t line;
    bool starts_line;
} fade_piece;

/* Begins to read `file`, after a UTF-8 byte order mark. FADE_EIO. */
fade_status fade_lines_start(fade_lines *lines, FILE *file);

/* Valid until the next call. FADE_EIO. */
fade_status fade_lines_next(fade_lines *lines, fade_piece *out);

#endif
