/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Results on standard output: rows as an aligned table for people, as CSV or
 * JSON for programs, and prose wrapped at 80 columns.
 */
#ifndef CLI_OUTPUT_H
#define CLI_OUTPUT_H

#include <stdint.h>
#include <stdio.h>

#include "base/json.h"
#include "cli/cmd.h"

typedef enum fade_format {
    FADE_FORMAT_TABLE,
    FADE_FORMAT_CSV,
    FADE_FORMAT_JSON
} fade_format;

/* From --json and --csv; FADE_EINVAL (said) where both are given. */
fade_status fade_arg_format(const fade_arguments *args, fade_format *out);

typedef enum fade_cell_kind {
    FADE_CELL_TEXT,
    FADE_CELL_NUMBER, /* aligned right in a table; `decimals` hold there only */
    FADE_CELL_INTEGER,
    FADE_CELL_BOOL, /* yes, no; true, false in JSON; 1, 0 in CSV */
    FADE_CELL_WORDS /* a sentence: in a table on lines of its own below */
} fade_cell_kind;

typedef struct fade_column {
    const char *name;    /* in CSV and JSON; NULL: not there */
    const char *heading; /* in the table; NULL: not shown there, nor is a
                            column without anything in any row */
    fade_cell_kind kind;
    int decimals; /* of a number in the table; < 0: as many as it has */
} fade_column;

typedef struct fade_table fade_table;

/* `columns` is borrowed. */
fade_status fade_table_create(const fade_column *columns, size_t count,
                              fade_table **out);
void fade_table_destroy(fade_table *table);

/*
 * Add the next cell; after the last column a new row begins. NULL, NaN and
 * the empty cell print as nothing (null in JSON). An infinite number prints
 * as inf, null in JSON.
 */
void fade_table_text(fade_table *table, const char *value);
void fade_table_number(fade_table *table, double value);
void fade_table_integer(fade_table *table, int64_t value);
void fade_table_bool(fade_table *table, bool value);
void fade_table_empty(fade_table *table);

/*
 * From now on CSV is for a spreadsheet: a text that it would take for a formula
 * gets an apostrophe before it. Not for what is to be imported again.
 */
void fade_table_defuse(fade_table *table);

size_t fade_table_rows(const fade_table *table);

/* FADE_ENOMEM also where adding a cell had failed. */
fade_status fade_table_print(const fade_table *table, fade_format format,
                             FILE *out);

/* The rows as a JSON array of objects, for a part of something larger. */
fade_json *fade_table_json(const fade_table *table);

/*
 * Prints words, broken at blanks before column 80, each line after `indent`
 * blanks; "\n" in the text begins a new line.
 */
void fade_print_words(FILE *out, int indent, const char *text);

/* Likewise, with `label` on the first line in the indent's room. */
void fade_print_labelled(FILE *out, const char *label, int indent,
                         const char *text);

/* Columns that UTF-8 text takes on a terminal, counting one a character. */
size_t fade_text_columns(const char *text);

#endif
