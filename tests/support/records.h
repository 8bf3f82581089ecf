/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records put into a store by a line of text, for tests. */
#ifndef SUPPORT_RECORDS_H
#define SUPPORT_RECORDS_H

#include "store/store.h"
#include "support/scratch.h"

typedef struct fixture {
    scratch files;
    char path[SCRATCH_PATH]; /* of the database */
    fade_store *store;
    fade_diag diag;
} fixture;

#define FIXTURE_NOW 1767225600 /* [s] 2026-01-01T00:00:00Z */

/* A new database with the clinic "main" in Europe/Berlin. */
void fixture_make(fixture *it);
void fixture_remove(fixture *it);

/*
 * Sets columns from "code=A12;note=two words" (a column alone is given empty).
 * Returns the worst status.
 */
fade_status record_fill(fade_record *record, const char *columns,
                        fade_diag *diag);

/* Puts one record, in a unit of its own that is committed on FADE_OK. */
fade_status fixture_put(fixture *it, fade_entity_id entity, const char *columns,
                        fade_outcome *outcome);

/* What the diagnoses say, line by line; the caller frees it. */
char *diag_words(const fade_diag *diag);

#endif
