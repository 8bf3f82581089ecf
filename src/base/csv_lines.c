/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/csv_lines.h"

#include <string.h>

static fade_status
fill(fade_lines *lines)
{
    size_t left = lines->end - lines->start;
    size_t got;

    memmove(lines->bytes, lines->bytes + lines->start, left);
    got = fread(lines->bytes + left, 1, FADE_LINES_ROOM - left, lines->file);
    lines->start = 0;
    lines->end = left + got;
    if (lines->end < FADE_LINES_ROOM) {
        lines->ended = true;
        return ferror(lines->file) ? FADE_EIO : FADE_OK;
    }
    return FADE_OK;
}

static bool
begins_with(const fade_lines *lines, const char *mark)
{
    size_t length = strlen(mark);

    return lines->end >= length && memcmp(lines->bytes, mark, length) == 0;
}

fade_status
fade_lines_start(fade_lines *lines, FILE *file)
{
    lines->file = file;
    lines->start = 0;
    lines->end = 0;
    lines->line = 1;
    lines->at_start = true;
    lines->ended = false;
    lines->utf16 = false;
    if (fill(lines) != FADE_OK) {
        return FADE_EIO;
    }
    lines->utf16 =
        begins_with(lines, "\xff\xfe") || begins_with(lines, "\xfe\xff");
    lines->start = begins_with(lines, "\xef\xbb\xbf") ? 3 : 0;
    return FADE_OK;
}

/* Bytes up to and with the next LF; 0 where the buffer has none. */
static size_t
line_length(const fade_lines *lines)
{
    const char *from = lines->bytes + lines->start;
    const char *feed = memchr(from, '\n', lines->end - lines->start);

    return feed ? (size_t)(feed - from) + 1 : 0;
}

fade_status
fade_lines_next(fade_lines *lines, fade_piece *out)
{
    size_t length = line_length(lines);
    bool whole;

    if (length == 0 && !lines->ended) {
        if (fill(lines) != FADE_OK) {
            return FADE_EIO;
        }
        length = line_length(lines);
    }
    whole = length > 0;
    if (!whole) {
        length = lines->end - lines->start;
    }
    *out = (fade_piece){.bytes = lines->bytes + lines->start,
                        .length = length,
                        .line = lines->line,
                        .starts_line = lines->at_start};
    lines->start += length;
    lines->line += whole ? 1 : 0;
    lines->at_start = whole;
    return FADE_OK;
}
