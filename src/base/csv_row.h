/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reader's insides, shared by csv_row.c and csv_read.c. */
#ifndef BASE_CSV_ROW_H
#define BASE_CSV_ROW_H

#include <csv.h>

#include "base/csv.h"
#include "base/csv_lines.h"

typedef enum fade_csv_flaw {
    FADE_CSV_SOUND,
    FADE_CSV_HAS_NUL,
    FADE_CSV_NOT_UTF8,
    FADE_CSV_TOO_LONG
} fade_csv_flaw;

typedef struct fade_csv_cell {
    size_t start; /* in `content` */
    size_t line;  /* where the field begins */
    fade_csv_flaw flaw;
} fade_csv_cell;

enum { FADE_CSV_ABSENT = -1 };

struct fade_csv_reader {
    FILE *file;
    char *path;
    fade_lines lines;
    struct csv_parser parser;
    bool parsing; /* `parser` is set up */

    const fade_csv_column *columns; /* borrowed */
    size_t column_count;
    int place_of[FADE_CSV_COLUMN_MAX]; /* column -> field, FADE_CSV_ABSENT */
    size_t width;                      /* fields in the header */
    fade_text names;                   /* of the header, a NUL after each */
    const char *name[FADE_CSV_COLUMN_MAX];

    fade_text content; /* of the current row, a NUL after each field */
    fade_csv_cell cells[FADE_CSV_COLUMN_MAX];
    size_t count;      /* fields of the row, also those without a cell */
    size_t row_line;   /* where the row begins */
    size_t field_line; /* where the field that is being read begins */
    size_t line;       /* that is being read */
    bool filled;       /* some field of the row is not empty */
    bool row_ended;
    bool broken;
};

/*
 * Reads the next row into `content` and `cells`, whatever it says.
 * FADE_ENOTFOUND at the end, FADE_EPARSE, FADE_EIO, FADE_ENOMEM.
 */
fade_status fade_csv_read_row(fade_csv_reader *reader, fade_diag *diag);

/* The name of field `index`, NULL where the header has none. */
const char *fade_csv_name(const fade_csv_reader *reader, size_t index);

#endif
