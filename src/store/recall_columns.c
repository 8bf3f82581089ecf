/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/recall_columns.h"

#include <stdio.h>

enum {
    ID,
    CLINIC,
    ZONE,
    CYCLE,
    UID,
    CASE_CODE,
    STATE,
    STATUS,
    REASON,
    EARLIEST,
    RECOMMENDED,
    OVERDUE_AFTER,
    LATEST,
    PLANNED,
    OVERDUE,
    SHOWN,
    SEQUENCE,
    STAMP,
    PATIENT,
    INITIALS,
    NAME,
    ZONE_NAME,
    PRACTITIONER,
    MODEL,
    MODEL_VERSION,
    FINGERPRINT
};

static fade_status
words_from_row(fade_store *store, sqlite3_stmt *row, fade_recall *out,
               fade_diag *diag)
{
    const char *state = fade_row_text(row, STATE);
    const char *status = fade_row_text(row, STATUS);

    if (fade_recall_state_parse(state, &out->state) != FADE_OK
        || fade_recall_status_parse(status, &out->status) != FADE_OK) {
        fade_diag_error(diag, (fade_place){.file = store->path},
                        "the recall %s has the state '%s' and the status "
                        "'%s', which this fadecast does not know",
                        fade_row_text(row, CASE_CODE), state, status);
        return FADE_EPARSE;
    }
    return FADE_OK;
}

fade_status
fade_recall_from_row(fade_store *store, sqlite3_stmt *row, fade_recall *out,
                     fade_diag *diag)
{
    fade_recall recall = {
        .id = sqlite3_column_int64(row, ID),
        .clinic_id = sqlite3_column_int64(row, CLINIC),
        .zone_id = sqlite3_column_int64(row, ZONE),
        .cycle = sqlite3_column_int(row, CYCLE),
        .reason = fade_row_text(row, REASON),
        .dates = {.earliest = fade_row_date(row, EARLIEST),
                  .recommended = fade_row_date(row, RECOMMENDED),
                  .overdue_after = fade_row_date(row, OVERDUE_AFTER),
                  .latest = fade_row_date(row, LATEST)},
        .planned = fade_row_date(row, PLANNED),
        .overdue = sqlite3_column_int(row, OVERDUE) != 0,
        .shown = sqlite3_column_int(row, SHOWN) != 0,
        .sequence = sqlite3_column_int64(row, SEQUENCE),
        .stamp = sqlite3_column_int64(row, STAMP),
        .view = {.patient = fade_row_text(row, PATIENT),
                 .initials = fade_row_text(row, INITIALS),
                 .name = fade_row_text(row, NAME),
                 .zone = fade_row_text(row, ZONE_NAME),
                 .practitioner = fade_row_text(row, PRACTITIONER)},
        .model = {.name = fade_row_text(row, MODEL),
                  .version = fade_row_text(row, MODEL_VERSION),
                  .fingerprint = fade_row_text(row, FINGERPRINT)},
    };
    fade_status status = FADE_OK;

    if (recall.id != 0) {
        status = words_from_row(store, row, &recall, diag);
    }
    if (status == FADE_OK) {
        (void)snprintf(recall.uid, sizeof recall.uid, "%s",
                       fade_row_text(row, UID));
        (void)snprintf(recall.case_code, sizeof recall.case_code, "%s",
                       fade_row_text(row, CASE_CODE));
        *out = recall;
    }
    return status;
}

fade_status
fade_recall_statement(fade_store *store, int which, const char *sql,
                      sqlite3_stmt **out, fade_diag *diag)
{
    fade_status status = FADE_OK;

    if (!store->recall[which]) {
        status = fade_database_prepare(store, sql, &store->recall[which], diag);
    }
    *out = store->recall[which];
    return status;
}
