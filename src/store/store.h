/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A clinic's database: one SQLite file of mode 0600. What changes it does so
 * inside a unit of work, which says who and when; edits and removals are kept
 * in a history.
 *
 * A store belongs to one thread; another opens its own.
 * Typed reading of whole patients is in chart.h, recalls are in recall.h.
 */
#ifndef STORE_STORE_H
#define STORE_STORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <fadecast/diag.h>
#include <fadecast/status.h>

#include "store/entity.h"
#include "store/record.h"

typedef struct fade_store fade_store;

/*
 * Makes a new database. FADE_ECONFLICT where `path` exists already. `seed`
 * decides the identifiers of recalls (recall.h). On failure nothing is left
 * behind. The caller ends *out with fade_store_close().
 */
fade_status fade_store_create(const char *path, uint64_t seed, fade_store **out,
                              fade_diag *diag);

/*
 * Opens a database and brings an older one up to date. FADE_ENOTFOUND where
 * there is none, FADE_EPARSE where the file is no fadecast database or a newer
 * fadecast wrote it, FADE_EIO, FADE_EDATABASE.
 */
fade_status fade_store_open(const char *path, fade_store **out,
                            fade_diag *diag);
void fade_store_close(fade_store *store); /* rolls an open unit back */

uint64_t fade_store_seed(const fade_store *store);

/* The version of the tables that this program writes. */
int fade_store_version(void);

/*
 * A unit of work: all of it happens or nothing. `who` and `now` (UTC seconds
 * since 1970) go into the history; `who` is copied.
 */
fade_status fade_store_begin(fade_store *store, const char *who, int64_t now,
                             fade_diag *diag);
fade_status fade_store_commit(fade_store *store, fade_diag *diag);
void fade_store_rollback(fade_store *store); /* fine without a unit */

/* One moment's view for several reads; ended by fade_store_rollback(). */
fade_status fade_store_begin_read(fade_store *store, fade_diag *diag);

typedef enum fade_outcome {
    FADE_ADDED,
    FADE_CHANGED,
    FADE_UNCHANGED,
    FADE_OUTCOMES
} fade_outcome;

/*
 * Finds the record that has the key columns of `record`; an empty `clinic` is
 * the only clinic, an empty key column its initial value. On FADE_OK all
 * columns and the id are filled in. FADE_ENOTFOUND: there is none, or nothing
 * that it would belong to, said in `diag`.
 */
fade_status fade_store_find(fade_store *store, fade_record *record,
                            fade_diag *diag);

/*
 * Adds `record`, or changes the one with its key: columns that are not given
 * stay, those given as "" become their initial value or empty. On FADE_OK
 * `record` is as it is now stored. FADE_EINVAL, FADE_ENOTFOUND (what it
 * belongs to, or the practitioner, does not exist): said in `diag`, nothing
 * changed.
 */
fade_status fade_store_put(fade_store *store, fade_record *record,
                           fade_outcome *outcome, fade_diag *diag);

/* Like put, but FADE_ECONFLICT where the key exists. */
fade_status fade_store_add(fade_store *store, fade_record *record,
                           fade_diag *diag);

/*
 * Makes a place for a record that was refused, with its key alone, so that
 * what belongs to it isn't refused as well and a file's faults are all found
 * at once. Only in a unit that will be rolled back.
 */
fade_status fade_store_hold_place(fade_store *store, fade_record *record);

/*
 * Changes the record `found` (by fade_store_find()) to the given columns of
 * `record`, key columns included; FADE_ECONFLICT where the new key is taken.
 */
fade_status fade_store_edit(fade_store *store, const fade_record *found,
                            fade_record *record, fade_outcome *outcome,
                            fade_diag *diag);

/* How many records of each entity hang below `found`, itself not counted. */
fade_status fade_store_below(fade_store *store, const fade_record *found,
                             int64_t counts[FADE_ENTITIES], fade_diag *diag);

/*
 * Removes the record `found`. Where something hangs below it: FADE_ECONFLICT,
 * or with `cascade` all of that too. Everything removed goes into the history,
 * column by column.
 */
fade_status fade_store_remove(fade_store *store, const fade_record *found,
                              bool cascade, fade_diag *diag);

/*
 * Records of one entity in the order of their keys, or those whose given
 * columns equal `filter`'s (NULL: all). One at a time, so memory does not grow
 * with their number.
 */
typedef struct fade_cursor fade_cursor;

fade_status fade_cursor_open(fade_store *store, const fade_entity *entity,
                             const fade_record *filter, fade_cursor **out,
                             fade_diag *diag);
/* FADE_ENOTFOUND at the end. */
fade_status fade_cursor_next(fade_cursor *cursor, fade_record *record,
                             fade_diag *diag);
void fade_cursor_close(fade_cursor *cursor);

/* How many records of the entity there are. */
fade_status fade_store_count(fade_store *store, const fade_entity *entity,
                             int64_t *out, fade_diag *diag);

/* One line of the history, oldest first. Strings live until the next one. */
typedef struct fade_change {
    int64_t at; /* UTC seconds since 1970 */
    const char *who;
    const char *action; /* "edit", "remove" */
    const char *key;    /* as it was then */
    const char *column;
    const char *old_value;
    const char *new_value;
} fade_change;

typedef fade_status fade_change_visit(void *context, const fade_change *change);

/*
 * Visits the history of `record`: of what it is (its id is set) or of all that
 * ever had its key. Stops at the first visit that does not return FADE_OK and
 * returns that.
 */
fade_status fade_store_history(fade_store *store, const fade_record *record,
                               fade_change_visit *visit, void *context,
                               fade_diag *diag);

#endif
