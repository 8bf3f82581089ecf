/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/csv.h"

#include <assert.h>
#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/csv_row.h"

enum { SHOWN = 40 /* bytes of a value in a message */ };

static fade_place
at_cell(const fade_csv_reader *reader, size_t index)
{
    return (fade_place){.file = reader->path,
                        .line =
                            index < FADE_CSV_COLUMN_MAX && index < reader->count
                                ? reader->cells[index].line
                                : reader->row_line,
                        .field = fade_csv_name(reader, index)};
}

static const char *
flaw_text(fade_csv_flaw flaw)
{
    switch (flaw) {
    case FADE_CSV_HAS_NUL:
        return "holds a NUL byte";
    case FADE_CSV_NOT_UTF8:
        return "is not UTF-8 text; save the table as \"CSV UTF-8\"";
    case FADE_CSV_TOO_LONG:
        return "is longer than 16384 bytes";
    case FADE_CSV_SOUND:
        break;
    }
    return "";
}

static_assert(FADE_CSV_FIELD_MAX == 16384, "flaw_text() says so");

/* Says every flaw of the row's fields; true where there is none. */
static bool
fields_are_sound(const fade_csv_reader *reader, fade_diag *diag)
{
    bool sound = true;

    for (size_t i = 0; i < reader->count && i < FADE_CSV_COLUMN_MAX; i++) {
        if (reader->cells[i].flaw != FADE_CSV_SOUND) {
            fade_diag_error(diag, at_cell(reader, i), "field %zu %s", i + 1,
                            flaw_text(reader->cells[i].flaw));
            sound = false;
        }
    }
    return sound;
}

static size_t
find_column(const fade_csv_reader *reader, const char *name)
{
    size_t i = 0;

    while (i < reader->column_count
           && strcmp(reader->columns[i].name, name) != 0) {
        i++;
    }
    return i;
}

static void
report_unknown(const fade_csv_reader *reader, size_t index, fade_diag *diag)
{
    const char *name = reader->name[index];
    const char *known[FADE_CSV_COLUMN_MAX];
    const char *nearest;

    for (size_t i = 0; i < reader->column_count; i++) {
        known[i] = reader->columns[i].name;
    }
    nearest = fade_text_nearest(name, known, reader->column_count);
    fade_diag_error(
        diag, at_cell(reader, index), "unknown column \"%.*s\"%s%s%s",
        fade_text_clip(name, SHOWN), name, nearest ? "; did you mean \"" : "",
        nearest ? nearest : "", nearest ? "\"?" : "");
}

static bool
is_named_before(const fade_csv_reader *reader, size_t index)
{
    for (size_t i = 0; i < index; i++) {
        if (strcmp(reader->name[i], reader->name[index]) == 0) {
            return true;
        }
    }
    return false;
}

/* Finds the place of the header's field `index`; false where it is refused. */
static bool
take_name(fade_csv_reader *reader, size_t index, bool loose, fade_diag *diag)
{
    const char *name = reader->name[index];
    size_t column = find_column(reader, name);

    if (name[0] == '\0') {
        fade_diag_error(diag, at_cell(reader, index), "column %zu has no name",
                        index + 1);
        return false;
    }
    if (is_named_before(reader, index)) {
        fade_diag_error(diag, at_cell(reader, index),
                        "column \"%.*s\" is there twice",
                        fade_text_clip(name, SHOWN), name);
        return false;
    }
    if (column < reader->column_count) {
        reader->place_of[column] = (int)index;
    } else if (!loose) {
        report_unknown(reader, index, diag);
        return false;
    }
    return true;
}

static bool
required_are_there(const fade_csv_reader *reader, fade_diag *diag)
{
    bool complete = true;

    for (size_t i = 0; i < reader->column_count; i++) {
        if (reader->columns[i].required
            && reader->place_of[i] == FADE_CSV_ABSENT) {
            fade_place place = {.file = reader->path,
                                .line = reader->row_line,
                                .field = reader->columns[i].name};

            fade_diag_error(diag, place, "this column is missing");
            complete = false;
        }
    }
    return complete;
}

/* Where a table came without a header its first row is somebody's data, which
 * no message may repeat. */
static bool
is_no_header(const fade_csv_reader *reader, bool loose)
{
    for (size_t i = 0; i < reader->width; i++) {
        if (find_column(reader, reader->name[i]) < reader->column_count) {
            return false;
        }
    }
    return !loose && reader->width > 1;
}

static fade_status
report_no_header(const fade_csv_reader *reader, fade_diag *diag)
{
    fade_diag_error(
        diag, (fade_place){.file = reader->path, .line = reader->row_line},
        "no field of the first line names a column of this table (\"%s\" is "
        "one); a header line is needed",
        reader->column_count > 0 ? reader->columns[0].name : "");
    return FADE_EPARSE;
}

/* Makes the row just read the header. */
static fade_status
take_header(fade_csv_reader *reader, bool loose, fade_diag *diag)
{
    bool good = true;

    if (!fields_are_sound(reader, diag)) {
        return FADE_EPARSE;
    }
    if (reader->count > FADE_CSV_COLUMN_MAX) {
        fade_diag_error(diag, at_cell(reader, reader->count),
                        "%zu columns; at most %d are taken", reader->count,
                        FADE_CSV_COLUMN_MAX);
        return FADE_EPARSE;
    }
    reader->names = reader->content;
    reader->content = (fade_text){0};
    reader->width = reader->count;
    for (size_t i = 0; i < reader->width; i++) {
        reader->name[i] = reader->names.bytes + reader->cells[i].start;
    }
    if (is_no_header(reader, loose)) {
        return report_no_header(reader, diag);
    }
    for (size_t i = 0; i < reader->width; i++) {
        good = take_name(reader, i, loose, diag) && good;
    }
    good = required_are_there(reader, diag) && good;
    return good ? FADE_OK : FADE_EPARSE;
}

static fade_status
read_header(fade_csv_reader *reader, bool loose, fade_diag *diag)
{
    fade_place start = {.file = reader->path, .line = 1};
    fade_status status;

    if (fade_lines_start(&reader->lines, reader->file) != FADE_OK) {
        fade_diag_error(diag, (fade_place){.file = reader->path},
                        "reading failed: %s", strerror(errno));
        return FADE_EIO;
    }
    if (reader->lines.utf16) {
        fade_diag_error(diag, start,
                        "is UTF-16 text; save the table as \"CSV UTF-8\"");
        return FADE_EPARSE;
    }
    status = fade_csv_read_row(reader, diag);
    if (status == FADE_ENOTFOUND) {
        fade_diag_error(diag, start, "is empty; a header line is needed");
        return FADE_EPARSE;
    }
    return status == FADE_OK ? take_header(reader, loose, diag) : status;
}

static fade_status
open_file(fade_csv_reader *reader, const char *path, fade_diag *diag)
{
    bool is_stdin = strcmp(path, "-") == 0;

    reader->path = fade_text_copy(is_stdin ? "standard input" : path);
    if (!reader->path) {
        return FADE_ENOMEM;
    }
    reader->file = is_stdin ? stdin : fopen(path, "rbe");
    if (!reader->file) {
        fade_diag_error(diag, (fade_place){.file = path},
                        "cannot be opened: %s", strerror(errno));
        return FADE_EIO;
    }
    return FADE_OK;
}

fade_status
fade_csv_open(const char *path, const fade_csv_column *columns, size_t count,
              bool loose, fade_csv_reader **out, fade_diag *diag)
{
    fade_csv_reader *reader = NULL;
    fade_status status;

    *out = NULL;
    if (count > FADE_CSV_COLUMN_MAX) {
        return FADE_EINVAL;
    }
    reader = calloc(1, sizeof *reader);
    if (!reader) {
        return FADE_ENOMEM;
    }
    reader->columns = columns;
    reader->column_count = count;
    for (size_t i = 0; i < count; i++) {
        reader->place_of[i] = FADE_CSV_ABSENT;
    }
    status = open_file(reader, path, diag);
    if (status == FADE_OK) {
        status = read_header(reader, loose, diag);
    }
    if (status != FADE_OK) {
        fade_csv_close(reader);
        return status;
    }
    *out = reader;
    return FADE_OK;
}

void
fade_csv_close(fade_csv_reader *reader)
{
    if (!reader) {
        return;
    }
    if (reader->file && reader->file != stdin) {
        (void)fclose(reader->file);
    }
    if (reader->parsing) {
        csv_free(&reader->parser);
    }
    fade_text_clear(&reader->names);
    fade_text_clear(&reader->content);
    free(reader->path);
    free(reader);
}

static fade_status
report_ragged(const fade_csv_reader *reader, fade_diag *diag)
{
    fade_place place = {.file = reader->path,
                        .line = reader->row_line,
                        .field = fade_csv_name(reader, reader->count)};

    fade_diag_error(diag, place, "%zu fields, but the header has %zu",
                    reader->count, reader->width);
    return FADE_EPARSE;
}

fade_status
fade_csv_next(fade_csv_reader *reader, fade_diag *diag)
{
    fade_status status;

    if (reader->broken) {
        return FADE_EPARSE;
    }
    do {
        status = fade_csv_read_row(reader, diag);
    } while (status == FADE_OK && !reader->filled);
    if (status != FADE_OK) {
        return status;
    }
    if (!fields_are_sound(reader, diag)) {
        return FADE_EPARSE;
    }
    return reader->count == reader->width ? FADE_OK
                                          : report_ragged(reader, diag);
}

bool
fade_csv_broken(const fade_csv_reader *reader)
{
    return reader->broken;
}

bool
fade_csv_has(const fade_csv_reader *reader, size_t column)
{
    return column < reader->column_count
           && reader->place_of[column] != FADE_CSV_ABSENT;
}

const char *
fade_csv_field(const fade_csv_reader *reader, size_t column)
{
    size_t index;

    if (!fade_csv_has(reader, column)) {
        return NULL;
    }
    index = (size_t)reader->place_of[column];
    return reader->content.bytes + reader->cells[index].start;
}

fade_place
fade_csv_place(const fade_csv_reader *reader, size_t column)
{
    fade_place place = {.file = reader->path, .line = reader->row_line};

    if (column < reader->column_count) {
        place.field = reader->columns[column].name;
    }
    if (fade_csv_has(reader, column)) {
        place.line = reader->cells[reader->place_of[column]].line;
    }
    return place;
}

size_t
fade_csv_line(const fade_csv_reader *reader)
{
    return reader->row_line;
}

size_t
fade_csv_bytes(const fade_csv_reader *reader)
{
    long at = ftell(reader->file);

    return at > 0 ? (size_t)at : 0;
}

/* True for "0,75": what a spreadsheet of many countries writes for 0.75. */
static bool
is_decimal_comma(const char *field, char with_point[FADE_NUMBER_SIZE])
{
    const char *comma = strchr(field, ',');
    size_t length = strlen(field);
    double value;

    if (!comma || length >= FADE_NUMBER_SIZE) {
        return false;
    }
    memcpy(with_point, field, length + 1);
    with_point[comma - field] = '.';
    return fade_number_parse(with_point, &value) == FADE_OK;
}

fade_status
fade_csv_number(const fade_csv_reader *reader, size_t column, double *out,
                fade_diag *diag)
{
    const char *field = fade_csv_field(reader, column);
    fade_place place = fade_csv_place(reader, column);
    char with_point[FADE_NUMBER_SIZE];
    double value;
    fade_status status;

    if (!field || field[0] == '\0') {
        fade_diag_error(diag, place, "a number is missing");
        return FADE_EPARSE;
    }
    status = fade_number_parse(field, &value);
    if (status == FADE_OK && isfinite(value)) {
        *out = value;
        return FADE_OK;
    }
    if (status == FADE_EPARSE && is_decimal_comma(field, with_point)) {
        fade_diag_error(diag, place, "\"%s\" has a decimal comma; write %s",
                        field, with_point);
    } else {
        fade_diag_error(diag, place, "\"%.*s\" is not a %snumber",
                        fade_text_clip(field, SHOWN), field,
                        status == FADE_EPARSE ? "" : "finite ");
    }
    return FADE_EPARSE;
}
