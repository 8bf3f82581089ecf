/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON output; jansson's only door. Infinite and NaN numbers become null. */
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include <fadecast/status.h>

typedef struct fade_json fade_json; /* a value, owned by its parent */

/*
 * NULL when out of memory. All functions accept NULL, and remember a failure
 * for fade_json_write(), so that only its status needs a look.
 */
fade_json *fade_json_object(void);
fade_json *fade_json_array(void);

/* Add to an object (key) or append to an array (key NULL). A NULL text is
 * null. */
void fade_json_add_text(fade_json *parent, const char *key, const char *value);
void fade_json_add_number(fade_json *parent, const char *key, double value);
void fade_json_add_integer(fade_json *parent, const char *key, int64_t value);
void fade_json_add_bool(fade_json *parent, const char *key, bool value);
void fade_json_add_null(fade_json *parent, const char *key);
/* Takes `child` over, also on failure. */
void fade_json_add(fade_json *parent, const char *key, fade_json *child);

void fade_json_destroy(fade_json *value);

/*
 * Indented, in the order of addition, numbers with 15 digits, with a last
 * newline. FADE_ENOMEM, FADE_EINVAL (text that is not UTF-8), FADE_EIO.
 */
fade_status fade_json_write(const fade_json *value, FILE *out);

#endif
