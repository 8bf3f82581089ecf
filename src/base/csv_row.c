/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * libcsv takes the bytes a line at a time, so that a row ends where feeding
 * stops and its line is known. Only LF ends a row; CR counts as a blank, which
 * makes CR LF right as well.
 */
#include "base/csv_row.h"

#include <errno.h>
#include <string.h>

/* An open field this long is a quote that somebody forgot to close. */
enum { RUNAWAY = 4 * FADE_CSV_FIELD_MAX };

/* [byte] that libcsv's room grows by; its own 128 copies long fields often. */
enum { GROWTH = 4096 };

static int
is_blank(unsigned char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

static int
is_row_end(unsigned char c)
{
    return c == '\n';
}

static bool
is_trimmed(char c)
{
    return is_blank((unsigned char)c) || is_row_end((unsigned char)c);
}

static fade_csv_flaw
find_flaw(const char *field, size_t length)
{
    if (length > FADE_CSV_FIELD_MAX) {
        return FADE_CSV_TOO_LONG;
    }
    if (memchr(field, '\0', length)) {
        return FADE_CSV_HAS_NUL;
    }
    return fade_utf8_valid(field, length) ? FADE_CSV_SOUND : FADE_CSV_NOT_UTF8;
}

static void
take_field(void *bytes, size_t length, void *context)
{
    fade_csv_reader *reader = context;
    const char *field = bytes;
    fade_csv_cell *cell;

    if (reader->count >= FADE_CSV_COLUMN_MAX) {
        reader->count++;
        return;
    }
    cell = &reader->cells[reader->count++];
    cell->start = reader->content.length;
    cell->line = reader->field_line;
    cell->flaw = length > 0 ? find_flaw(field, length) : FADE_CSV_SOUND;
    reader->field_line = reader->line;
    while (length > 0 && is_trimmed(*field)) {
        field++;
        length--;
    }
    while (length > 0 && is_trimmed(field[length - 1])) {
        length--;
    }
    reader->filled = reader->filled || length > 0;
    if (cell->flaw == FADE_CSV_SOUND) {
        fade_text_add_bytes(&reader->content, field, length);
    }
    fade_text_add_bytes(&reader->content, "", 1);
}

static void
take_row_end(int last, void *context)
{
    fade_csv_reader *reader = context;

    (void)last;
    reader->row_ended = true;
}

static fade_status
start_parser(fade_csv_reader *reader, unsigned char separator)
{
    if (reader->parsing) {
        csv_free(&reader->parser);
    }
    reader->parsing = false;
    if (csv_init(&reader->parser, CSV_STRICT | CSV_STRICT_FINI) != 0) {
        return FADE_ENOMEM;
    }
    reader->parsing = true;
    csv_set_space_func(&reader->parser, is_blank);
    csv_set_term_func(&reader->parser, is_row_end);
    csv_set_delim(&reader->parser, separator);
    csv_set_blk_size(&reader->parser, GROWTH);
    return FADE_OK;
}

/* Spreadsheets of countries with a decimal comma write `;` between fields. */
static unsigned char
find_separator(const fade_piece *header)
{
    bool quoted = false;
    bool semicolon = false;
    bool tab = false;

    for (size_t i = 0; i < header->length; i++) {
        char c = header->bytes[i];

        quoted = c == '"' ? !quoted : quoted;
        if (quoted) {
            continue;
        }
        if (c == ',') {
            return ',';
        }
        semicolon = semicolon || c == ';';
        tab = tab || c == '\t';
    }
    if (semicolon) {
        return ';';
    }
    return tab ? '\t' : ',';
}

static fade_place
at_line(const fade_csv_reader *reader, size_t line)
{
    return (fade_place){.file = reader->path, .line = line};
}

const char *
fade_csv_name(const fade_csv_reader *reader, size_t index)
{
    return index < reader->width ? reader->name[index] : NULL;
}

static fade_status
read_failed(fade_csv_reader *reader, fade_diag *diag)
{
    reader->broken = true;
    fade_diag_error(diag, at_line(reader, reader->lines.line),
                    "reading failed: %s", strerror(errno));
    return FADE_EIO;
}

/* The rest of a line longer than the buffer, whose row is lost. */
static void
skip_line(fade_csv_reader *reader)
{
    fade_piece piece = {.length = 1};

    while (!reader->lines.at_start && piece.length > 0
           && fade_lines_next(&reader->lines, &piece) == FADE_OK) {
    }
}

static fade_status
report_misquoted(fade_csv_reader *reader, fade_diag *diag)
{
    fade_place place = at_line(reader, reader->line);

    place.field = fade_csv_name(reader, reader->count);
    fade_diag_error(diag, place,
                    "a quote (\") stands inside field %zu; put the whole "
                    "field in quotes and double those inside",
                    reader->count + 1);
    skip_line(reader);
    return start_parser(reader, csv_get_delim(&reader->parser)) == FADE_OK
               ? FADE_EPARSE
               : FADE_ENOMEM;
}

static fade_status
report_unclosed(fade_csv_reader *reader, fade_diag *diag)
{
    fade_place place = at_line(reader, reader->field_line);

    place.field = fade_csv_name(reader, reader->count);
    fade_diag_error(diag, place,
                    "field %zu does not end: a quote (\") was not closed",
                    reader->count + 1);
    reader->broken = true;
    return FADE_EPARSE;
}

static fade_status
feed(fade_csv_reader *reader, const fade_piece *piece, fade_diag *diag)
{
    size_t eaten;

    reader->line = piece->line;
    eaten = csv_parse(&reader->parser, piece->bytes, piece->length, take_field,
                      take_row_end, reader);
    if (eaten < piece->length) {
        if (csv_error(&reader->parser) == CSV_EPARSE) {
            return report_misquoted(reader, diag);
        }
        reader->broken = true;
        return FADE_ENOMEM;
    }
    if (csv_get_buffer_size(&reader->parser) > RUNAWAY && !reader->row_ended) {
        return report_unclosed(reader, diag);
    }
    return FADE_OK;
}

static fade_status
finish_file(fade_csv_reader *reader, fade_diag *diag)
{
    if (!reader->parsing) {
        return FADE_ENOTFOUND;
    }
    if (csv_fini(&reader->parser, take_field, take_row_end, reader) != 0) {
        return report_unclosed(reader, diag);
    }
    return reader->row_ended ? FADE_OK : FADE_ENOTFOUND;
}

static void
begin_row(fade_csv_reader *reader)
{
    reader->count = 0;
    reader->row_ended = false;
    reader->filled = false;
    reader->row_line = 0;
    fade_text_reset(&reader->content);
}

static bool
is_passed_over(const fade_piece *piece)
{
    size_t i = 0;

    if (piece->starts_line && piece->bytes[0] == '#') {
        return true;
    }
    while (i < piece->length && is_trimmed(piece->bytes[i])) {
        i++;
    }
    return i == piece->length;
}

/* Looks at the line that may begin a row; false where none begins there. */
static bool
begins_row(fade_csv_reader *reader, const fade_piece *piece)
{
    if (is_passed_over(piece)) {
        skip_line(reader);
        return false;
    }
    reader->row_line = piece->line;
    reader->field_line = piece->line;
    return true;
}

fade_status
fade_csv_read_row(fade_csv_reader *reader, fade_diag *diag)
{
    fade_piece piece;
    fade_status status = FADE_OK;

    begin_row(reader);
    while (status == FADE_OK && !reader->row_ended) {
        if (fade_lines_next(&reader->lines, &piece) != FADE_OK) {
            return read_failed(reader, diag);
        }
        if (piece.length == 0) {
            return finish_file(reader, diag);
        }
        if (reader->row_line == 0 && !begins_row(reader, &piece)) {
            continue;
        }
        if (!reader->parsing) {
            status = start_parser(reader, find_separator(&piece));
        }
        if (status == FADE_OK) {
            status = feed(reader, &piece, diag);
        }
    }
    if (status == FADE_OK && reader->content.failed) {
        status = FADE_ENOMEM;
    }
    return status;
}
