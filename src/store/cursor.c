/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

#include "base/text.h"
#include "store/row.h"
#include "store/sql.h"

struct fade_cursor {
    fade_store *store;
    sqlite3_stmt *query;
};

static void
bind_filter(sqlite3_stmt *query, const fade_record *filter)
{
    int index = 1;

    for (size_t i = 0; i < filter->entity->count; i++) {
        if (!filter->given[i]) {
            continue;
        }
        if (filter->entity->columns[i].type == FADE_TYPE_PRACTITIONER) {
            fade_bind_text(query, index, fade_record_get(filter, i));
        } else {
            fade_row_bind(query, index, filter, i, 0);
        }
        index++;
    }
}

fade_status
fade_cursor_open(fade_store *store, const fade_entity *entity,
                 const fade_record *filter, fade_cursor **out, fade_diag *diag)
{
    fade_cursor *cursor = calloc(1, sizeof *cursor);
    fade_text sql = {0};
    fade_status status = FADE_OK;

    if (!cursor) {
        return FADE_ENOMEM;
    }
    cursor->store = store;
    fade_sql_list(entity, filter, false, &sql);
    status = sql.failed ? FADE_ENOMEM
                        : fade_database_prepare(store, fade_text_string(&sql),
                                                &cursor->query, diag);
    fade_text_clear(&sql);
    if (status) {
        fade_cursor_close(cursor);
        return status;
    }
    if (filter) {
        bind_filter(cursor->query, filter);
    }
    *out = cursor;
    return FADE_OK;
}

fade_status
fade_cursor_next(fade_cursor *cursor, fade_record *record, fade_diag *diag)
{
    fade_status status = fade_database_step(cursor->store, cursor->query, diag);

    if (!status) {
        record->id = sqlite3_column_int64(cursor->query, 0);
        status = fade_row_read(cursor->query, 1, 0, record);
    }
    return status;
}

void
fade_cursor_close(fade_cursor *cursor)
{
    if (cursor) {
        (void)sqlite3_finalize(cursor->query);
        free(cursor);
    }
}

fade_status
fade_store_count(fade_store *store, const fade_entity *entity, int64_t *out,
                 fade_diag *diag)
{
    sqlite3_stmt *query = NULL;
    fade_text sql = {0};
    fade_status status = FADE_OK;

    fade_text_addf(&sql, "SELECT count(*) FROM \"%s\"", entity->name);
    status = sql.failed ? FADE_ENOMEM
                        : fade_database_prepare(store, fade_text_string(&sql),
                                                &query, diag);
    fade_text_clear(&sql);
    if (!status) {
        status = fade_database_step(store, query, diag);
    }
    if (!status) {
        *out = sqlite3_column_int64(query, 0);
    }
    (void)sqlite3_finalize(query);
    return status;
}
