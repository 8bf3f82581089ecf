/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/write.h"

#include "base/text.h"
#include "store/row.h"
#include "store/sql.h"

fade_status
fade_write_initial(fade_record *record, bool keys_only)
{
    const fade_entity *entity = record->entity;

    for (size_t i = 0; i < entity->count; i++) {
        const fade_entity_column *column = &entity->columns[i];

        if (column->initial && !*fade_record_get(record, i)
            && (column->key || !keys_only)) {
            fade_text_add(&record->values[i], column->initial);
            if (record->values[i].failed) {
                return FADE_ENOMEM;
            }
        }
    }
    return FADE_OK;
}

fade_status
fade_write_find(fade_store *store, int64_t parent, const fade_record *record,
                fade_record *found, fade_diag *diag)
{
    const fade_entity *entity = record->entity;
    sqlite3_stmt *find = NULL;
    int index = 1;
    fade_status status = fade_path_finder(store, entity, &find, diag);

    if (status) {
        return status;
    }
    if (parent) {
        (void)sqlite3_bind_int64(find, index, parent);
    }
    for (size_t i = entity->path; i < entity->count; i++) {
        if (entity->columns[i].key) {
            fade_row_bind(find, ++index, record, i, 0);
        }
    }
    status = fade_database_step(store, find, diag);
    if (!status) {
        found->id = sqlite3_column_int64(find, 0);
        status = fade_row_read(find, 1, entity->path, found);
    }
    (void)sqlite3_reset(find);
    (void)sqlite3_clear_bindings(find);
    return status;
}

static fade_status
prepare(fade_store *store, sqlite3_stmt **statement,
        void (*write)(const fade_entity *entity, fade_text *out),
        const fade_entity *entity, fade_diag *diag)
{
    fade_text sql = {0};
    fade_status status = FADE_OK;

    if (!*statement) {
        write(entity, &sql);
        status = sql.failed ? FADE_ENOMEM
                            : fade_database_prepare(
                                store, fade_text_string(&sql), statement, diag);
        fade_text_clear(&sql);
    }
    return status;
}

static void
bind_own(sqlite3_stmt *statement, int index, const fade_record *record,
         const fade_path *path)
{
    for (size_t i = record->entity->path; i < record->entity->count; i++) {
        fade_row_bind(statement, index++, record, i, path->practitioner);
    }
}

fade_status
fade_write_insert(fade_store *store, fade_record *record, const fade_path *path,
                  fade_diag *diag)
{
    fade_entity_id id = fade_entity_id_of(record->entity);
    sqlite3_stmt **statement = &store->statements[id].insert;
    int index = 1;
    fade_status status =
        prepare(store, statement, fade_sql_insert, record->entity, diag);

    if (status) {
        return status;
    }
    if (path->parent) {
        (void)sqlite3_bind_int64(*statement, index++, path->parent);
    }
    bind_own(*statement, index, record, path);
    status = fade_database_finish(store, *statement, diag);
    if (!status) {
        record->id = sqlite3_last_insert_rowid(store->db);
    }
    if (id == FADE_CLINIC) {
        fade_path_forget(store);
    }
    return status;
}

fade_status
fade_write_update(fade_store *store, const fade_record *record,
                  const fade_path *path, fade_diag *diag)
{
    fade_entity_id id = fade_entity_id_of(record->entity);
    sqlite3_stmt **statement = &store->statements[id].update;
    int own = (int)(record->entity->count - record->entity->path);
    fade_status status =
        prepare(store, statement, fade_sql_update, record->entity, diag);

    if (status) {
        return status;
    }
    bind_own(*statement, 1, record, path);
    (void)sqlite3_bind_int64(*statement, own + 1, record->id);
    return fade_database_finish(store, *statement, diag);
}
