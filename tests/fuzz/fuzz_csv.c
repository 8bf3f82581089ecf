/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Any bytes as a table: reading ends, rows have the header's columns as
 * well-formed text, numbers are finite, every refusal is said, and every row
 * that is written reads back as it was.
 */
#include <math.h>
#include <string.h>

#include "base/csv.h"
#include "fuzz/fuzz.h"

enum { COLUMNS = 3, ROWS_CHECKED = 100 };

static const fade_csv_column columns[COLUMNS] = {
    {"code", false}, {"dose", false}, {"note", false}};

/* Opens a table that exists only in memory. */
static fade_csv_reader *
open_bytes(const uint8_t *bytes, size_t size, bool loose, fade_diag *diag)
{
    fade_csv_reader *reader = NULL;

    (void)fade_csv_open(fuzz_file(bytes, size), columns, COLUMNS, loose,
                        &reader, diag);
    require(reader || diag->errors > 0);
    return reader;
}

static void
reads_back(const fade_csv_reader *row)
{
    fade_text text = {0};
    fade_csv_reader *again;
    fade_diag diag;

    fade_diag_init(&diag, 1);
    fade_text_add(&text, "code,dose,note\nend,"); /* never an empty row */
    for (size_t i = 1; i < COLUMNS; i++) {
        const char *field = fade_csv_field(row, i);

        fade_text_add(&text, i > 1 ? "," : "");
        fade_csv_add_field(&text, field ? field : "");
    }
    fade_text_add(&text, "\n");
    again = open_bytes((const uint8_t *)text.bytes, text.length, false, &diag);
    require(again && fade_csv_next(again, &diag) == FADE_OK);
    for (size_t i = 1; i < COLUMNS; i++) {
        const char *field = fade_csv_field(row, i);

        require(strcmp(fade_csv_field(again, i), field ? field : "") == 0);
    }
    fade_csv_close(again);
    fade_diag_clear(&diag);
    fade_text_clear(&text);
}

static void
check_row(const fade_csv_reader *reader, fade_diag *diag)
{
    for (size_t i = 0; i < COLUMNS; i++) {
        const char *field = fade_csv_field(reader, i);
        double number;

        require((field != NULL) == fade_csv_has(reader, i));
        if (field) {
            require(fade_utf8_valid(field, strlen(field)));
            require(strlen(field) <= FADE_CSV_FIELD_MAX);
        }
        if (fade_csv_number(reader, i, &number, diag) == FADE_OK) {
            require(isfinite(number));
        }
    }
    require(fade_csv_line(reader) > 0);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    bool loose = size > 0 && data[size - 1] % 2 == 1;
    fade_csv_reader *reader;
    fade_diag diag;
    int rows = 0;

    fade_diag_init(&diag, 4);
    reader = open_bytes(data, size, loose, &diag);
    while (reader && !fade_csv_broken(reader)) {
        size_t errors = diag.errors;
        fade_status status = fade_csv_next(reader, &diag);

        if (status == FADE_ENOTFOUND) {
            break;
        }
        require(status == FADE_OK || diag.errors > errors);
        if (status == FADE_OK && rows++ < ROWS_CHECKED) {
            check_row(reader, &diag);
            reads_back(reader);
        }
    }
    fade_csv_close(reader);
    fade_diag_clear(&diag);
    return 0;
}
