/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/recall_rows.h"

#include <stdlib.h>

#include "store/recall_columns.h"

struct fade_recall_cursor {
    fade_store *store;
    sqlite3_stmt *query;
};

void
fade_recall_cursor_close(fade_recall_cursor *cursor)
{
    if (cursor) {
        (void)sqlite3_finalize(cursor->query);
        free(cursor);
    }
}

static fade_status
open_cursor(fade_store *store, const char *sql, fade_recall_cursor **out,
            fade_diag *diag)
{
    fade_recall_cursor *cursor = calloc(1, sizeof *cursor);
    fade_status status = FADE_ENOMEM;

    *out = NULL;
    if (!cursor) {
        return status;
    }
    cursor->store = store;
    status = fade_database_prepare(store, sql, &cursor->query, diag);
    if (status != FADE_OK) {
        fade_recall_cursor_close(cursor);
        return status;
    }
    *out = cursor;
    return FADE_OK;
}

/* Which recall of a zone counts: an open one, else the latest cancelled. */
#define CURRENT_RECALL                                                \
    "(SELECT id FROM recall WHERE zone_id = z.id AND state <> 'done'" \
    " ORDER BY state = 'cancelled', cycle DESC LIMIT 1)"

#define LAST_IMPLANT                                                    \
    "(SELECT id FROM session WHERE zone_id = z.id AND kind = 'implant'" \
    " AND date <= ?2 ORDER BY date DESC, number DESC LIMIT 1)"

fade_status
fade_recall_rows_open(fade_store *store, const char *clinic, fade_date today,
                      fade_recall_cursor **out, fade_diag *diag)
{
    fade_status status = open_cursor(
        store,
        "SELECT " FADE_RECALL_COLUMNS
        ", c.code, p.code, p.name, p.initials, p.email, p.phone, z.zone,"
        " s.pigment, s.date, p.followed AND coalesce(z.followed, 1)"
        " FROM patient p JOIN clinic c ON c.id = p.clinic_id"
        " LEFT JOIN zone z ON z.patient_id = p.id"
        " LEFT JOIN recall r ON r.id = " CURRENT_RECALL
        " LEFT JOIN session s ON s.id = " LAST_IMPLANT
        " WHERE ?1 IS NULL OR c.code = ?1"
        " ORDER BY c.code, p.code, z.zone",
        out, diag);

    if (status == FADE_OK) {
        fade_bind_text((*out)->query, 1, clinic);
        fade_bind_date((*out)->query, 2, today);
    }
    return status;
}

fade_status
fade_recall_rows_next(fade_recall_cursor *cursor, fade_recall_row *row,
                      fade_diag *diag)
{
    enum { MORE = FADE_RECALL_COLUMN_COUNT };

    sqlite3_stmt *query = cursor->query;
    fade_recall recall;
    fade_status status = fade_database_step(cursor->store, query, diag);

    if (status == FADE_OK) {
        status = fade_recall_from_row(cursor->store, query, &recall, diag);
    }
    if (status == FADE_OK) {
        *row = (fade_recall_row){
            .recall = recall,
            .clinic = fade_row_text(query, MORE),
            .patient = fade_row_text(query, MORE + 1),
            .name = fade_row_text(query, MORE + 2),
            .initials = fade_row_text(query, MORE + 3),
            .email = fade_row_text(query, MORE + 4),
            .phone = fade_row_text(query, MORE + 5),
            .zone = fade_row_text(query, MORE + 6),
            .pigment = fade_row_text(query, MORE + 7),
            .last_session = fade_row_date(query, MORE + 8),
            .followed = sqlite3_column_int(query, MORE + 9) != 0,
        };
    }
    return status;
}

fade_status
fade_recalls_shown_open(fade_store *store, int64_t clinic_id,
                        const char *practitioner, fade_recall_cursor **out,
                        fade_diag *diag)
{
    fade_status status =
        open_cursor(store,
                    "SELECT " FADE_RECALL_COLUMNS " FROM recall r"
                    " WHERE r.clinic_id = ?1 AND r.shown"
                    " AND (?2 IS NULL OR r.practitioner = ?2)"
                    " ORDER BY r.planned, r.case_code",
                    out, diag);

    if (status == FADE_OK) {
        (void)sqlite3_bind_int64((*out)->query, 1, clinic_id);
        fade_bind_text((*out)->query, 2, practitioner);
    }
    return status;
}

fade_status
fade_recalls_shown_next(fade_recall_cursor *cursor, fade_recall *recall,
                        fade_diag *diag)
{
    fade_status status = fade_database_step(cursor->store, cursor->query, diag);

    if (status == FADE_OK) {
        status =
            fade_recall_from_row(cursor->store, cursor->query, recall, diag);
    }
    return status;
}
