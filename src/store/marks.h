/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which row of which file each record came from, while a unit of work takes
 * files in: a key that comes twice is a mistake, and both rows are named. Kept
 * in a temporary table, so that memory doesn't grow with the files.
 */
#ifndef STORE_MARKS_H
#define STORE_MARKS_H

#include "store/store.h"

typedef struct fade_mark {
    size_t source; /* the caller's number of the file */
    size_t line;
} fade_mark;

/* Forgets all marks; within a unit of work. */
fade_status fade_marks_begin(fade_store *store, fade_diag *diag);

/*
 * Marks the record, whose id is set. FADE_ECONFLICT where it was marked
 * before: *earlier says with what.
 */
fade_status fade_marks_set(fade_store *store, const fade_record *record,
                           fade_mark mark, fade_mark *earlier, fade_diag *diag);

/* The first implant in the reading's zone; FADE_NO_DATE: none. */
fade_status fade_store_first_implant(fade_store *store, fade_record *reading,
                                     fade_date *out, fade_diag *diag);

#endif
