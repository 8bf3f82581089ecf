/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/database.h"

#include <math.h>
#include <stdlib.h>

#include "base/text.h"

fade_status
fade_database_error(const fade_store *store, fade_diag *diag)
{
    int code = sqlite3_errcode(store->db);

    if ((code & 0xff) == SQLITE_NOMEM) {
        return FADE_ENOMEM;
    }
    if ((code & 0xff) == SQLITE_NOTADB) {
        fade_diag_error(diag, (fade_place){.file = store->path},
                        "this is not a fadecast database");
        return FADE_EPARSE;
    }
    if ((code & 0xff) == SQLITE_BUSY) {
        fade_diag_error(diag, (fade_place){.file = store->path},
                        "another program is writing to this database; try "
                        "again when it is done");
        return FADE_EDATABASE;
    }
    if ((code & 0xff) == SQLITE_READONLY || (code & 0xff) == SQLITE_CANTOPEN) {
        fade_diag_error(diag, (fade_place){.file = store->path},
                        "it or its folder is write-protected, or not yours "
                        "to open");
        return FADE_EDATABASE;
    }
    fade_diag_error(diag, (fade_place){.file = store->path}, "%s",
                    sqlite3_errmsg(store->db));
    return FADE_EDATABASE;
}

fade_status
fade_database_run(fade_store *store, const char *sql, fade_diag *diag)
{
    if (sqlite3_exec(store->db, sql, NULL, NULL, NULL) != SQLITE_OK) {
        return fade_database_error(store, diag);
    }
    return FADE_OK;
}

fade_status
fade_database_prepare(fade_store *store, const char *sql, sqlite3_stmt **out,
                      fade_diag *diag)
{
    *out = NULL;
    if (sqlite3_prepare_v3(store->db, sql, -1, SQLITE_PREPARE_PERSISTENT, out,
                           NULL)
        != SQLITE_OK) {
        return fade_database_error(store, diag);
    }
    return FADE_OK;
}

fade_status
fade_database_finish(fade_store *store, sqlite3_stmt *statement,
                     fade_diag *diag)
{
    int code = SQLITE_ROW;
    fade_status status = FADE_OK;

    while (code == SQLITE_ROW) {
        code = sqlite3_step(statement);
    }
    if (code != SQLITE_DONE) {
        status = fade_database_error(store, diag);
    }
    (void)sqlite3_reset(statement);
    (void)sqlite3_clear_bindings(statement);
    return status;
}

fade_status
fade_database_step(fade_store *store, sqlite3_stmt *statement, fade_diag *diag)
{
    int code = sqlite3_step(statement);

    if (code == SQLITE_ROW) {
        return FADE_OK;
    }
    return code == SQLITE_DONE ? FADE_ENOTFOUND
                               : fade_database_error(store, diag);
}

void
fade_bind_text(sqlite3_stmt *statement, int index, const char *text)
{
    if (text && *text) {
        (void)sqlite3_bind_text(statement, index, text, -1, SQLITE_TRANSIENT);
    } else {
        (void)sqlite3_bind_null(statement, index);
    }
}

void
fade_bind_number(sqlite3_stmt *statement, int index, double value)
{
    if (isnan(value)) {
        (void)sqlite3_bind_null(statement, index);
    } else {
        (void)sqlite3_bind_double(statement, index, value);
    }
}

void
fade_bind_date(sqlite3_stmt *statement, int index, fade_date date)
{
    char text[FADE_DATE_SIZE];

    fade_bind_text(statement, index, fade_date_format(date, text));
}

const char *
fade_row_text(sqlite3_stmt *statement, int index)
{
    const unsigned char *text = sqlite3_column_text(statement, index);

    return text ? (const char *)text : "";
}

double
fade_row_number(sqlite3_stmt *statement, int index)
{
    return sqlite3_column_type(statement, index) == SQLITE_NULL
               ? nan("")
               : sqlite3_column_double(statement, index);
}

fade_date
fade_row_date(sqlite3_stmt *statement, int index)
{
    fade_date date = FADE_NO_DATE;

    if (fade_date_parse(fade_row_text(statement, index), &date) != FADE_OK) {
        return FADE_NO_DATE;
    }
    return date;
}
