/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/output.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "base/csv.h"
#include "base/json.h"
#include "base/text.h"

enum { GAP = 2, CELL_SIZE = 64, WORDS_INDENT = 4 };

typedef struct cell {
    char *text; /* as in CSV; NULL: empty */
    double number;
    int64_t integer;
} cell;

struct fade_table {
    const fade_column *columns;
    size_t column_count;
    cell *cells;
    size_t count, room;
    bool defused;
    bool failed;
};

fade_status
fade_table_create(const fade_column *columns, size_t count, fade_table **out)
{
    fade_table *table = count > 0 ? calloc(1, sizeof *table) : NULL;

    *out = table;
    if (count == 0) {
        return FADE_EINVAL;
    }
    if (!table) {
        return FADE_ENOMEM;
    }
    table->columns = columns;
    table->column_count = count;
    return FADE_OK;
}

void
fade_table_destroy(fade_table *table)
{
    if (table) {
        for (size_t i = 0; i < table->count; i++) {
            free(table->cells[i].text);
        }
        free(table->cells);
        free(table);
    }
}

static void
add_cell(fade_table *table, const char *text, double number, int64_t integer)
{
    void *cells = table->cells;
    char *copy = text ? fade_text_copy(text) : NULL;

    if ((text && !copy)
        || fade_array_reserve(&cells, &table->room, table->count + 1,
                              sizeof *table->cells)
               != FADE_OK) {
        free(copy);
        table->failed = true;
        return;
    }
    table->cells = cells;
    table->cells[table->count++] =
        (cell){.text = copy, .number = number, .integer = integer};
}

void
fade_table_text(fade_table *table, const char *value)
{
    add_cell(table, value && value[0] != '\0' ? value : NULL, 0.0, 0);
}

void
fade_table_number(fade_table *table, double value)
{
    char text[FADE_NUMBER_SIZE];

    add_cell(table, isnan(value) ? NULL : fade_number_format(value, text),
             value, 0);
}

void
fade_table_integer(fade_table *table, int64_t value)
{
    char text[CELL_SIZE];

    snprintf(text, sizeof text, "%lld", (long long)value);
    add_cell(table, text, 0.0, value);
}

void
fade_table_bool(fade_table *table, bool value)
{
    add_cell(table, value ? "1" : "0", 0.0, value ? 1 : 0);
}

void
fade_table_empty(fade_table *table)
{
    add_cell(table, NULL, nan(""), 0);
}

size_t
fade_table_rows(const fade_table *table)
{
    assert(table->column_count > 0);
    return table->count / table->column_count;
}

/* What a person sees; control characters must not steer the terminal. */
static void
shown_text(const fade_column *column, const cell *from, fade_text *out)
{
    fade_text_reset(out);
    if (!from->text) {
        return;
    }
    if (column->kind == FADE_CELL_BOOL) {
        fade_text_add(out, from->integer ? "yes" : "no");
    } else if (column->kind == FADE_CELL_NUMBER && column->decimals >= 0
               && isfinite(from->number)) {
        fade_text_addf(out, "%.*f", column->decimals, from->number);
    } else {
        for (const char *c = from->text; *c; c++) {
            bool control = (unsigned char)*c < 0x20 || *c == 0x7f;

            fade_text_add_bytes(out, control ? " " : c, 1);
        }
    }
}

/* 0: the column is not shown. */
static size_t
column_width(const fade_table *table, size_t column, fade_text *scratch)
{
    const fade_column *shown = &table->columns[column];
    size_t width = 0;

    if (!shown->heading || shown->kind == FADE_CELL_WORDS) {
        return 0;
    }
    for (size_t i = column; i < table->count; i += table->column_count) {
        size_t needed = 0;

        shown_text(&table->columns[column], &table->cells[i], scratch);
        needed = fade_text_columns(fade_text_string(scratch));
        width = needed > width ? needed : width;
    }
    if (width > 0 || table->count == 0) {
        size_t heading = fade_text_columns(shown->heading);

        width = heading > width ? heading : width;
    }
    return width;
}

static bool
aligned_right(const fade_column *column)
{
    return column->kind == FADE_CELL_NUMBER
           || column->kind == FADE_CELL_INTEGER;
}

/* Appends one cell to a line; blanks are written only before other text. */
static void
pad_cell(fade_text *line, size_t *blanks, const char *text, size_t width,
         bool right)
{
    size_t own = fade_text_columns(text);
    size_t pad = width > own ? width - own : 0;

    *blanks += right ? pad : 0;
    if (own > 0) {
        fade_text_addf(line, "%*s%s", (int)*blanks, "", text);
        *blanks = 0;
    } else {
        *blanks += right ? 0 : pad;
        *blanks += GAP;
        return;
    }
    *blanks += (right ? 0 : pad) + GAP;
}

/* Row `row`, or the headings where it is SIZE_MAX. */
static void
table_line(const fade_table *table, const size_t *widths, size_t row,
           fade_text *scratch, fade_text *line)
{
    size_t blanks = 0;

    fade_text_reset(line);
    for (size_t c = 0; c < table->column_count; c++) {
        const fade_column *column = &table->columns[c];
        const char *text = column->heading;

        if (widths[c] == 0) {
            continue;
        }
        if (row != SIZE_MAX) {
            shown_text(column, &table->cells[row * table->column_count + c],
                       scratch);
            text = fade_text_string(scratch);
        }
        pad_cell(line, &blanks, text, widths[c], aligned_right(column));
    }
}

static void
print_sentences(const fade_table *table, size_t row, fade_text *scratch,
                FILE *out)
{
    for (size_t c = 0; c < table->column_count; c++) {
        const fade_column *column = &table->columns[c];

        if (column->heading && column->kind == FADE_CELL_WORDS) {
            shown_text(column, &table->cells[row * table->column_count + c],
                       scratch);
            if (scratch->length > 0) {
                fade_print_words(out, WORDS_INDENT, fade_text_string(scratch));
            }
        }
    }
}

static fade_status
print_table(const fade_table *table, FILE *out)
{
    size_t *widths = calloc(table->column_count, sizeof *widths);
    fade_text scratch = {0};
    fade_text line = {0};
    bool failed = !widths;

    for (size_t c = 0; widths && c < table->column_count; c++) {
        widths[c] = column_width(table, c, &scratch);
    }
    if (widths) {
        table_line(table, widths, SIZE_MAX, &scratch, &line);
        fprintf(out, "%s\n", fade_text_string(&line));
    }
    for (size_t r = 0; widths && r < fade_table_rows(table); r++) {
        table_line(table, widths, r, &scratch, &line);
        fprintf(out, "%s\n", fade_text_string(&line));
        print_sentences(table, r, &scratch, out);
    }
    failed = failed || scratch.failed || line.failed;
    fade_text_clear(&scratch);
    fade_text_clear(&line);
    free(widths);
    return failed ? FADE_ENOMEM : FADE_OK;
}

void
fade_table_defuse(fade_table *table)
{
    table->defused = true;
}

/* Spreadsheets calculate what begins so; a telephone number is left alone,
 * because its sign is one that people dial. */
static bool
is_formula(const char *text)
{
    static const char dialled[] = "0123456789 ()./-";

    if (text[0] == '+' || text[0] == '-') {
        return text[1 + strspn(text + 1, dialled)] != '\0';
    }
    return text[0] == '=' || text[0] == '@';
}

static void
csv_field(const fade_table *table, const fade_column *column, const char *text,
          fade_text *line)
{
    bool words =
        column->kind == FADE_CELL_TEXT || column->kind == FADE_CELL_WORDS;
    fade_text harmless = {0};

    if (table->defused && words && is_formula(text)) {
        fade_text_addf(&harmless, "'%s", text);
        fade_csv_add_field(line, fade_text_string(&harmless));
        line->failed = line->failed || harmless.failed;
        fade_text_clear(&harmless);
    } else {
        fade_csv_add_field(line, text);
    }
}

static void
csv_line(const fade_table *table, size_t row, fade_text *line)
{
    bool first = true;

    fade_text_reset(line);
    for (size_t c = 0; c < table->column_count; c++) {
        const cell *from = &table->cells[row * table->column_count + c];

        if (table->columns[c].name) {
            fade_text_add(line, first ? "" : ",");
            csv_field(table, &table->columns[c], from->text ? from->text : "",
                      line);
            first = false;
        }
    }
}

static fade_status
print_csv(const fade_table *table, FILE *out)
{
    fade_text line = {0};
    bool failed = false;

    for (size_t c = 0; c < table->column_count; c++) {
        if (table->columns[c].name) {
            fade_text_addf(&line, "%s%s", line.length > 0 ? "," : "",
                           table->columns[c].name);
        }
    }
    fprintf(out, "%s\n", fade_text_string(&line));
    for (size_t r = 0; r < fade_table_rows(table); r++) {
        csv_line(table, r, &line);
        fprintf(out, "%s\n", fade_text_string(&line));
        failed = failed || line.failed;
    }
    fade_text_clear(&line);
    return failed ? FADE_ENOMEM : FADE_OK;
}

static void
add_json(fade_json *row, const fade_column *column, const cell *from)
{
    if (!column->name) {
        return;
    }
    if (!from->text) {
        fade_json_add_null(row, column->name);
    } else if (column->kind == FADE_CELL_NUMBER) {
        fade_json_add_number(row, column->name, from->number);
    } else if (column->kind == FADE_CELL_INTEGER) {
        fade_json_add_integer(row, column->name, from->integer);
    } else if (column->kind == FADE_CELL_BOOL) {
        fade_json_add_bool(row, column->name, from->integer != 0);
    } else {
        fade_json_add_text(row, column->name, from->text);
    }
}

fade_json *
fade_table_json(const fade_table *table)
{
    fade_json *rows = fade_json_array();

    for (size_t r = 0; r < fade_table_rows(table); r++) {
        fade_json *row = fade_json_object();

        for (size_t c = 0; c < table->column_count; c++) {
            add_json(row, &table->columns[c],
                     &table->cells[r * table->column_count + c]);
        }
        fade_json_add(rows, NULL, row);
    }
    return rows;
}

static fade_status
print_json(const fade_table *table, FILE *out)
{
    fade_json *rows = fade_table_json(table);
    fade_status status = fade_json_write(rows, out);

    fade_json_destroy(rows);
    return status;
}

fade_status
fade_table_print(const fade_table *table, fade_format format, FILE *out)
{
    if (table->failed) {
        return FADE_ENOMEM;
    }
    switch (format) {
    case FADE_FORMAT_CSV:
        return print_csv(table, out);
    case FADE_FORMAT_JSON:
        return print_json(table, out);
    case FADE_FORMAT_TABLE:
        break;
    }
    return print_table(table, out);
}
