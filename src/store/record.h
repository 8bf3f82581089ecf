/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One record of any entity as text, column by column, in canonical form:
 * dates as YYYY-MM-DD, the shortest decimal of a number, yes and no, lower
 * case words. What is empty is "".
 */
#ifndef STORE_RECORD_H
#define STORE_RECORD_H

#include <stdbool.h>
#include <stdint.h>

#include <fadecast/date.h>
#include <fadecast/diag.h>
#include <fadecast/status.h>

#include "base/text.h"
#include "store/entity.h"

typedef struct fade_record {
    const fade_entity *entity;
    int64_t id;       /* in the database; 0: not there */
    const char *file; /* where it came from, borrowed; NULL: not from a file */
    size_t line;
    fade_text values[FADE_COLUMNS_MAX];
    bool given[FADE_COLUMNS_MAX]; /* was set, if only to "" */
} fade_record;

void fade_record_init(fade_record *record, const fade_entity *entity);
void fade_record_clear(fade_record *record); /* frees */
void fade_record_reset(fade_record *record); /* nothing given, keeps memory */

/*
 * Checks `text` against the column's type, range and words and stores its
 * canonical form. FADE_EINVAL: it is not allowed, said in `diag`; the column
 * is then empty.
 */
fade_status fade_record_set(fade_record *record, size_t column,
                            const char *text, fade_diag *diag);

/* "" where it is empty. */
const char *fade_record_get(const fade_record *record, size_t column);
const char *fade_record_named(const fade_record *record, const char *column);

/* NaN, FADE_NO_DATE where it is empty. */
double fade_record_number(const fade_record *record, const char *column);
fade_date fade_record_date(const fade_record *record, const char *column);

fade_status fade_record_copy(fade_record *to, const fade_record *from);

/* "main/A12/crown/2026-05-01/1": the key's columns. */
void fade_record_key(const fade_record *record, fade_text *out);

fade_place fade_record_place(const fade_record *record, size_t column);

/*
 * What concerns a record as a whole: required columns, and columns that need
 * or exclude each other. Every complaint is an error in `diag`; FADE_EINVAL
 * where there was one.
 */
fade_status fade_record_check(const fade_record *record, fade_diag *diag);

#endif
