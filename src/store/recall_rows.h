/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Recalls read one after the other: for lists, and for feeds. */
#ifndef STORE_RECALL_ROWS_H
#define STORE_RECALL_ROWS_H

#include "store/recall.h"

/*
 * One zone with the recall that counts now: the open one, else the latest that
 * was cancelled. A patient without zones has one row too. Strings live until
 * the next row.
 */
typedef struct fade_recall_row {
    fade_recall recall; /* id 0: there is none */
    const char *clinic; /* code */
    const char *patient, *name, *initials, *email, *phone; /* as of now */
    const char *zone;
    const char *pigment;    /* of the last implant; "": none */
    fade_date last_session; /* last implant; or none */
    bool followed;          /* the patient and the zone */
} fade_recall_row;

typedef struct fade_recall_cursor fade_recall_cursor;

/*
 * Every zone of every patient, by clinic, patient and zone; `clinic` NULL is
 * every clinic. Sessions after `today` do not count.
 */
fade_status fade_recall_rows_open(fade_store *store, const char *clinic,
                                  fade_date today, fade_recall_cursor **out,
                                  fade_diag *diag);
fade_status fade_recall_rows_next(fade_recall_cursor *cursor,
                                  fade_recall_row *row, fade_diag *diag);

/*
 * What feeds show of a clinic, by planned day and case code; `practitioner`
 * NULL is everybody's.
 */
fade_status fade_recalls_shown_open(fade_store *store, int64_t clinic_id,
                                    const char *practitioner,
                                    fade_recall_cursor **out, fade_diag *diag);
fade_status fade_recalls_shown_next(fade_recall_cursor *cursor,
                                    fade_recall *recall, fade_diag *diag);

/* FADE_ENOTFOUND at the end of both. */
void fade_recall_cursor_close(fade_recall_cursor *cursor);

#endif
