/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/marks.h"

#include "store/database.h"
#include "store/path.h"

fade_status
fade_marks_begin(fade_store *store, fade_diag *diag)
{
    return fade_database_run(
        store,
        "DROP TABLE IF EXISTS temp.mark;"
        "CREATE TEMP TABLE mark (entity INTEGER, record INTEGER,"
        " source INTEGER NOT NULL, line INTEGER NOT NULL,"
        " PRIMARY KEY (entity, record)) STRICT, WITHOUT ROWID",
        diag);
}

static fade_status
read_mark(fade_store *store, const fade_record *record, fade_mark *out,
          fade_diag *diag)
{
    sqlite3_stmt *query = NULL;
    fade_status status = fade_database_prepare(
        store,
        "SELECT source, line FROM temp.mark WHERE entity = ? AND record = ?",
        &query, diag);

    if (!status) {
        (void)sqlite3_bind_int(query, 1,
                               (int)fade_entity_id_of(record->entity));
        (void)sqlite3_bind_int64(query, 2, record->id);
        status = fade_database_step(store, query, diag);
    }
    if (!status) {
        out->source = (size_t)sqlite3_column_int64(query, 0);
        out->line = (size_t)sqlite3_column_int64(query, 1);
    }
    (void)sqlite3_finalize(query);
    return status ? status : FADE_ECONFLICT;
}

fade_status
fade_marks_set(fade_store *store, const fade_record *record, fade_mark mark,
               fade_mark *earlier, fade_diag *diag)
{
    fade_status status = FADE_OK;

    if (!store->mark) {
        status = fade_database_prepare(
            store,
            "INSERT OR IGNORE INTO temp.mark (entity, record, source, line)"
            " VALUES (?, ?, ?, ?)",
            &store->mark, diag);
    }
    if (status) {
        return status;
    }
    (void)sqlite3_bind_int(store->mark, 1,
                           (int)fade_entity_id_of(record->entity));
    (void)sqlite3_bind_int64(store->mark, 2, record->id);
    (void)sqlite3_bind_int64(store->mark, 3, (sqlite3_int64)mark.source);
    (void)sqlite3_bind_int64(store->mark, 4, (sqlite3_int64)mark.line);
    status = fade_database_finish(store, store->mark, diag);
    if (!status && sqlite3_changes(store->db) == 0) {
        return read_mark(store, record, earlier, diag);
    }
    return status;
}

fade_status
fade_store_first_implant(fade_store *store, fade_record *reading,
                         fade_date *out, fade_diag *diag)
{
    fade_path path = {0};
    fade_status status = fade_path_resolve(store, reading, &path, diag);

    if (!status && !store->first_implant) {
        status = fade_database_prepare(
            store,
            "SELECT date FROM session WHERE zone_id = ? AND kind = 'implant'"
            " ORDER BY date, number LIMIT 1",
            &store->first_implant, diag);
    }
    if (status) {
        return status;
    }
    *out = FADE_NO_DATE;
    (void)sqlite3_bind_int64(store->first_implant, 1, path.parent);
    status = fade_database_step(store, store->first_implant, diag);
    if (!status) {
        *out = fade_row_date(store->first_implant, 0);
    }
    (void)sqlite3_reset(store->first_implant);
    return status == FADE_ENOTFOUND ? FADE_OK : status;
}
