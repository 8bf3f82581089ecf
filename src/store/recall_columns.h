/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts that recalls are read and written with, for this folder only. */
#ifndef STORE_RECALL_COLUMNS_H
#define STORE_RECALL_COLUMNS_H

#include "store/database.h"
#include "store/recall.h"

/* In the order that fade_recall_from_row() reads; the table is `r`. */
#define FADE_RECALL_COLUMNS                                               \
    "r.id, r.clinic_id, r.zone_id, r.cycle, r.uid, r.case_code, r.state," \
    " r.status, r.reason, r.earliest, r.recommended, r.overdue_after,"    \
    " r.latest, r.planned, r.overdue, r.shown, r.sequence, r.stamp,"      \
    " r.patient_code, r.initials, r.name, r.zone_name, r.practitioner,"   \
    " r.model, r.model_version, r.fingerprint"

enum { FADE_RECALL_COLUMN_COUNT = 26 };

/*
 * The row's first columns; strings live until the next step. Where all are
 * NULL (an outer join) the id is 0. FADE_EPARSE, said in `diag`: a word that
 * this program does not know.
 */
fade_status fade_recall_from_row(fade_store *store, sqlite3_stmt *row,
                                 fade_recall *out, fade_diag *diag);

/* Statements that a store keeps until it is closed. */
enum {
    FADE_RECALL_OF_PATIENT,
    FADE_RECALL_INSERT,
    FADE_RECALL_UPDATE,
    FADE_RECALL_LOG,
    FADE_RECALL_TAKEN
};

/* Prepares it when first asked for; the store ends it. */
fade_status fade_recall_statement(fade_store *store, int which, const char *sql,
                                  sqlite3_stmt **out, fade_diag *diag);

/* Gives a recall that will be added its id, uid and case code. */
fade_status fade_recall_name(fade_store *store, fade_recall *recall,
                             fade_diag *diag);

#endif
