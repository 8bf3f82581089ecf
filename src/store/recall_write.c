/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/recall.h"

#include "store/recall_columns.h"

/* Parameters 1 to 23, the same in both statements. */
static void
bind_contents(sqlite3_stmt *to, const fade_recall *recall)
{
    if (recall->zone_id != 0) {
        (void)sqlite3_bind_int64(to, 1, recall->zone_id);
    }
    fade_bind_text(to, 2, fade_recall_state_text(recall->state));
    fade_bind_text(to, 3, fade_recall_status_text(recall->status));
    (void)sqlite3_bind_text(to, 4, recall->reason, -1, SQLITE_TRANSIENT);
    fade_bind_date(to, 5, recall->dates.earliest);
    fade_bind_date(to, 6, recall->dates.recommended);
    fade_bind_date(to, 7, recall->dates.overdue_after);
    fade_bind_date(to, 8, recall->dates.latest);
    fade_bind_date(to, 9, recall->planned);
    (void)sqlite3_bind_int(to, 10, recall->overdue);
    (void)sqlite3_bind_int(to, 11, recall->shown);
    (void)sqlite3_bind_int64(to, 12, recall->sequence);
    (void)sqlite3_bind_int64(to, 13, recall->stamp);
    fade_bind_text(to, 14, recall->view.patient);
    fade_bind_text(to, 15, recall->view.initials);
    fade_bind_text(to, 16, recall->view.name);
    fade_bind_text(to, 17, recall->view.zone);
    fade_bind_text(to, 18, recall->view.practitioner);
    fade_bind_text(to, 19, recall->model.name);
    fade_bind_text(to, 20, recall->model.version);
    fade_bind_text(to, 21, recall->model.fingerprint);
    (void)sqlite3_bind_int64(to, 22, recall->id);
    (void)sqlite3_bind_int64(to, 23, recall->clinic_id);
}

fade_status
fade_recall_add(fade_store *store, fade_recall *recall, fade_diag *diag)
{
    sqlite3_stmt *insert = NULL;
    fade_recall added = *recall;
    fade_status status = fade_recall_name(store, &added, diag);

    if (status == FADE_OK) {
        status = fade_recall_statement(
            store, FADE_RECALL_INSERT,
            "INSERT INTO recall (zone_id, state, status, reason, earliest,"
            " recommended, overdue_after, latest, planned, overdue, shown,"
            " sequence, stamp, patient_code, initials, name, zone_name,"
            " practitioner, model, model_version, fingerprint, id, clinic_id,"
            " cycle, uid, case_code) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8,"
            " ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21,"
            " ?22, ?23, ?24, ?25, ?26)",
            &insert, diag);
    }
    if (status != FADE_OK) {
        return status;
    }
    bind_contents(insert, &added);
    (void)sqlite3_bind_int(insert, 24, added.cycle);
    fade_bind_text(insert, 25, added.uid);
    fade_bind_text(insert, 26, added.case_code);
    status = fade_database_finish(store, insert, diag);
    if (status == FADE_OK) {
        *recall = added;
    }
    return status;
}

fade_status
fade_recall_save(fade_store *store, const fade_recall *recall, fade_diag *diag)
{
    sqlite3_stmt *update = NULL;
    fade_status status = fade_recall_statement(
        store, FADE_RECALL_UPDATE,
        "UPDATE recall SET zone_id = ?1, state = ?2, status = ?3,"
        " reason = ?4, earliest = ?5, recommended = ?6, overdue_after = ?7,"
        " latest = ?8, planned = ?9, overdue = ?10, shown = ?11,"
        " sequence = ?12, stamp = ?13, patient_code = ?14, initials = ?15,"
        " name = ?16, zone_name = ?17, practitioner = ?18, model = ?19,"
        " model_version = ?20, fingerprint = ?21, clinic_id = ?23"
        " WHERE id = ?22",
        &update, diag);

    if (status == FADE_OK) {
        bind_contents(update, recall);
        status = fade_database_finish(store, update, diag);
    }
    return status;
}

fade_status
fade_recall_log(fade_store *store, const fade_recall *recall,
                const fade_recall_state *from, const char *why, fade_diag *diag)
{
    sqlite3_stmt *insert = NULL;
    fade_status status = fade_recall_statement(
        store, FADE_RECALL_LOG,
        "INSERT INTO recall_history (recall_id, at, who, from_state, to_state,"
        " why, status, recommended, planned, model, model_version,"
        " fingerprint) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        &insert, diag);

    if (status != FADE_OK) {
        return status;
    }
    (void)sqlite3_bind_int64(insert, 1, recall->id);
    (void)sqlite3_bind_int64(insert, 2, store->now);
    fade_bind_text(insert, 3, store->who);
    fade_bind_text(insert, 4, from ? fade_recall_state_text(*from) : NULL);
    fade_bind_text(insert, 5, fade_recall_state_text(recall->state));
    fade_bind_text(insert, 6, why);
    fade_bind_text(insert, 7, fade_recall_status_text(recall->status));
    fade_bind_date(insert, 8, recall->dates.recommended);
    fade_bind_date(insert, 9, recall->planned);
    fade_bind_text(insert, 10, recall->model.name);
    fade_bind_text(insert, 11, recall->model.version);
    fade_bind_text(insert, 12, recall->model.fingerprint);
    return fade_database_finish(store, insert, diag);
}
