/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "base/csv.h"

/* What a reader would take for something else, or trim, without quotes. */
static bool
needs_quotes(const char *field, size_t length)
{
    return length > 0
           && (strpbrk(field, "\",;\t\r\n") || strchr(" #", field[0])
               || field[length - 1] == ' ');
}

void
fade_csv_add_field(fade_text *text, const char *field)
{
    const char *quote;

    if (!needs_quotes(field, strlen(field))) {
        fade_text_add(text, field);
        return;
    }
    fade_text_add(text, "\"");
    while ((quote = strchr(field, '"')) != NULL) {
        fade_text_add_bytes(text, field, (size_t)(quote - field) + 1);
        fade_text_add(text, "\"");
        field = quote + 1;
    }
    fade_text_add(text, field);
    fade_text_add(text, "\"");
}
