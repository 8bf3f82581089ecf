/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A shipped table with one row changed, read from a temporary file. */
#ifndef MODEL_TABLE_TEXT_H
#define MODEL_TABLE_TEXT_H

#include <stddef.h>

#include <fadecast/model.h>

/* The bytes of models/NAME.csv, for the caller to free; fails the test. */
char *table_text(const char *name);

/*
 * `text` with the row that begins with `row` replaced by `with` (NULL: taken
 * out); *line is the number of the row. For the caller to free.
 */
char *table_replace(const char *text, const char *row, const char *with,
                    size_t *line);

/* `text` with every `old` replaced by `new`, for the caller to free. */
char *table_substitute(const char *text, const char *old, const char *new);

/* Reads `size` bytes as a table would be read from a file. */
fade_status table_read(const char *bytes, size_t size, fade_model **out,
                       fade_diag *diag);

/* Reads text that must be good. */
fade_model *table_model(const char *text);

#endif
