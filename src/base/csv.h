/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * CSV tables, read a row at a time and written byte-stable (RFC 4180, LF).
 *
 * Reading takes a byte order mark, CR LF, and `;` or tab between fields where
 * the header line has those and no comma; lines that start with '#', empty
 * lines and rows of nothing but separators are passed over. It refuses, naming
 * file, line and column: ragged rows, a column named twice, unknown columns
 * (with the nearest known name), missing ones, NUL, text that is not UTF-8,
 * quotes that are not closed or stand inside a field, and fields over
 * FADE_CSV_FIELD_MAX bytes. Memory does not grow with the table.
 */
#ifndef BASE_CSV_H
#define BASE_CSV_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include <fadecast/diag.h>
#include <fadecast/status.h>

#include "base/text.h"

enum { FADE_CSV_FIELD_MAX = 16384, FADE_CSV_COLUMN_MAX = 128 };

typedef struct fade_csv_column {
    const char *name;
    bool required; /* the header must have it */
} fade_csv_column;

typedef struct fade_csv_reader fade_csv_reader;

/*
 * Opens `path` ("-" is standard input) and reads its header. `columns` are
 * those that may be there, borrowed. With `loose`, unknown columns are kept
 * out instead of refused. FADE_EIO, FADE_EPARSE, FADE_ENOMEM.
 */
fade_status fade_csv_open(const char *path, const fade_csv_column *columns,
                          size_t count, bool loose, fade_csv_reader **out,
                          fade_diag *diag);
void fade_csv_close(fade_csv_reader *reader);

/*
 * The next row. FADE_ENOTFOUND at the end. FADE_EPARSE: this row is bad and
 * was said in `diag`; the call after it goes on with the next row, or returns
 * FADE_EPARSE again for good where the table cannot be read further
 * (fade_csv_broken()).
 */
fade_status fade_csv_next(fade_csv_reader *reader, fade_diag *diag);
bool fade_csv_broken(const fade_csv_reader *reader);

/*
 * Field of the current row by index into `columns`, white space around it
 * removed;
 * NULL where the table has no such column, "" where it is empty. Valid until
 * the next row.
 */
const char *fade_csv_field(const fade_csv_reader *reader, size_t column);
bool fade_csv_has(const fade_csv_reader *reader, size_t column);

/* Where the current row's field is, for a diagnosis. */
fade_place fade_csv_place(const fade_csv_reader *reader, size_t column);
size_t fade_csv_line(const fade_csv_reader *reader);

/* Bytes of the file that were read so far, for progress. */
size_t fade_csv_bytes(const fade_csv_reader *reader);

/* A finite number; says what is wrong (a decimal comma too) in `diag`. */
fade_status fade_csv_number(const fade_csv_reader *reader, size_t column,
                            double *out, fade_diag *diag);

/* Appends one field, quoted where it must be; the caller adds ',' and '\n'. */
void fade_csv_add_field(fade_text *text, const char *field);

#endif
