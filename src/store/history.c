/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/history.h"

#include <string.h>

#include "base/text.h"

typedef struct line {
    const char *action;
    const char *key;
    const char *old_value;
    const char *new_value;
} line;

static fade_status
write_line(fade_store *store, const fade_record *record, size_t column,
           const line *it, fade_diag *diag)
{
    fade_status status = FADE_OK;

    if (!store->change) {
        status = fade_database_prepare(
            store,
            "INSERT INTO change (at, who, entity, record, key, action,"
            " \"column\", old, new) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            &store->change, diag);
    }
    if (status) {
        return status;
    }
    (void)sqlite3_bind_int64(store->change, 1, store->now);
    fade_bind_text(store->change, 2, store->who);
    fade_bind_text(store->change, 3, record->entity->name);
    (void)sqlite3_bind_int64(store->change, 4, record->id);
    fade_bind_text(store->change, 5, it->key);
    fade_bind_text(store->change, 6, it->action);
    fade_bind_text(store->change, 7, record->entity->columns[column].name);
    fade_bind_text(store->change, 8, it->old_value);
    fade_bind_text(store->change, 9, it->new_value);
    return fade_database_finish(store, store->change, diag);
}

fade_status
fade_history_edit(fade_store *store, const fade_record *before,
                  const fade_record *after, fade_diag *diag)
{
    fade_text key = {0};
    fade_status status = FADE_OK;

    fade_record_key(before, &key);
    for (size_t i = before->entity->path; !status && i < before->entity->count;
         i++) {
        const line it = {"edit", fade_text_string(&key),
                         fade_record_get(before, i), fade_record_get(after, i)};

        if (strcmp(it.old_value, it.new_value) != 0) {
            status = write_line(store, before, i, &it, diag);
        }
    }
    fade_text_clear(&key);
    return status;
}

fade_status
fade_history_remove(fade_store *store, const fade_record *record,
                    fade_diag *diag)
{
    fade_text key = {0};
    fade_status status = FADE_OK;

    fade_record_key(record, &key);
    for (size_t i = record->entity->path; !status && i < record->entity->count;
         i++) {
        const line it = {"remove", fade_text_string(&key),
                         fade_record_get(record, i), ""};

        if (*it.old_value) {
            status = write_line(store, record, i, &it, diag);
        }
    }
    fade_text_clear(&key);
    return status;
}

#define HISTORY_OF                                                  \
    "SELECT at, who, action, key, \"column\", old, new FROM change" \
    " WHERE entity = ? AND "

fade_status
fade_store_history(fade_store *store, const fade_record *record,
                   fade_change_visit *visit, void *context, fade_diag *diag)
{
    sqlite3_stmt *query = NULL;
    fade_text key = {0};
    fade_status status =
        fade_database_prepare(store,
                              record->id ? HISTORY_OF "record = ? ORDER BY id"
                                         : HISTORY_OF "key = ? ORDER BY id",
                              &query, diag);

    if (status) {
        return status;
    }
    fade_bind_text(query, 1, record->entity->name);
    if (record->id) {
        (void)sqlite3_bind_int64(query, 2, record->id);
    } else {
        fade_record_key(record, &key);
        fade_bind_text(query, 2, fade_text_string(&key));
    }
    while (!status) {
        status = fade_database_step(store, query, diag);
        if (!status) {
            const fade_change change = {.at = sqlite3_column_int64(query, 0),
                                        .who = fade_row_text(query, 1),
                                        .action = fade_row_text(query, 2),
                                        .key = fade_row_text(query, 3),
                                        .column = fade_row_text(query, 4),
                                        .old_value = fade_row_text(query, 5),
                                        .new_value = fade_row_text(query, 6)};

            status = visit(context, &change);
        }
    }
    (void)sqlite3_finalize(query);
    fade_text_clear(&key);
    return status == FADE_ENOTFOUND ? FADE_OK : status;
}
