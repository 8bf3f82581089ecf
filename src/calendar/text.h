/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The one gate that text passes before libical: it lets control characters,
 * CR LF (in some properties) and bad UTF-8 through.
 */
#ifndef CALENDAR_TEXT_H
#define CALENDAR_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"

typedef enum fade_lines_allowed {
    FADE_ONE_LINE,  /* line breaks become blanks */
    FADE_MANY_LINES /* CR LF, CR and Unicode's breaks become LF */
} fade_lines_allowed;

/*
 * Appends `raw`, at most `limit` bytes of it with "..." (one character) where
 * it was cut. Bytes that are not UTF-8 become U+FFFD; control characters,
 * byte order marks, noncharacters and the characters that turn the direction
 * of what follows are left out; blanks at both ends too. A backslash becomes
 * "/", because readers undo its escaping differently. NULL is "".
 */
void fade_calendar_text(fade_text *out, const char *raw,
                        fade_lines_allowed lines, size_t limit);

/* True for 1..64 letters, digits, '-', '.', '_', '@': what needs no gate. */
bool fade_calendar_identifier(const char *text);

/*
 * Appends one value of a comma-separated property (CATEGORIES), which libical
 * writes as it is: comma and semicolon are escaped here.
 */
void fade_calendar_list_value(fade_text *out, const char *clean);

#endif
