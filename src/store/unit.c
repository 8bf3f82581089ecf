/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/database.h"

#include <stdlib.h>

#include "base/text.h"

static fade_status
begin(fade_store *store, const char *sql, fade_diag *diag)
{
    fade_status status = fade_database_run(store, sql, diag);

    if (!status) {
        store->in_unit = true;
        fade_path_forget(store);
    }
    return status;
}

fade_status
fade_store_begin(fade_store *store, const char *who, int64_t now,
                 fade_diag *diag)
{
    char *copy = fade_text_copy(who);
    fade_status status = FADE_ENOMEM;

    if (!copy) {
        return FADE_ENOMEM;
    }
    status = begin(store, "BEGIN IMMEDIATE", diag);
    if (status) {
        free(copy);
        return status;
    }
    free(store->who);
    store->who = copy;
    store->now = now;
    return FADE_OK;
}

fade_status
fade_store_begin_read(fade_store *store, fade_diag *diag)
{
    return begin(store, "BEGIN", diag);
}

fade_status
fade_store_commit(fade_store *store, fade_diag *diag)
{
    fade_status status = fade_database_run(store, "COMMIT", diag);

    if (!status) {
        store->in_unit = false;
    }
    return status;
}

void
fade_store_rollback(fade_store *store)
{
    if (store->in_unit) {
        /* Where SQLite has already rolled back it refuses, rightly. */
        (void)sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
        store->in_unit = false;
    }
    fade_path_forget(store);
}
