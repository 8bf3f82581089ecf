/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/database.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/text.h"

/* A writer holds the lock for the length of an import at most; who waits
 * longer than this is told so. [ms] */
enum { BUSY_TIMEOUT = 5000, OWNER_ONLY = 0600 };

static void
destroy(fade_store *store)
{
    for (size_t i = 0; i < FADE_ENTITIES; i++) {
        (void)sqlite3_finalize(store->statements[i].find);
        (void)sqlite3_finalize(store->statements[i].insert);
        (void)sqlite3_finalize(store->statements[i].update);
        fade_text_clear(&store->steps[i].key);
    }
    for (size_t i = 0; i < FADE_RECALL_STATEMENTS; i++) {
        (void)sqlite3_finalize(store->recall[i]);
    }
    (void)sqlite3_finalize(store->change);
    (void)sqlite3_finalize(store->mark);
    (void)sqlite3_finalize(store->first_implant);
    (void)sqlite3_close_v2(store->db);
    fade_text_clear(&store->only_clinic);
    free(store->who);
    free(store->path);
    free(store);
}

void
fade_store_close(fade_store *store)
{
    if (store) {
        fade_store_rollback(store);
        destroy(store);
    }
}

/* SQLite takes some names for something else (":memory:"); a path with a
 * slash is always a file. */
static char *
as_file(const char *path)
{
    fade_text text = {0};

    if (!strchr(path, '/')) {
        fade_text_add(&text, "./");
    }
    fade_text_add(&text, path);
    if (text.failed) {
        fade_text_clear(&text);
    }
    return text.bytes;
}

/*
 * Settings of the connection. The schema of a file that somebody sent cannot
 * run anything (defensive, trusted_schema), and what is deleted is
 * overwritten, because it is about people.
 */
static fade_status
configure(fade_store *store, fade_diag *diag)
{
    (void)sqlite3_busy_timeout(store->db, BUSY_TIMEOUT);
    (void)sqlite3_db_config(store->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    (void)sqlite3_db_config(store->db, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
    (void)sqlite3_db_config(store->db, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
    return fade_database_run(store,
                             "PRAGMA foreign_keys = ON;"
                             "PRAGMA trusted_schema = OFF;"
                             "PRAGMA cell_size_check = ON;"
                             "PRAGMA synchronous = FULL;"
                             "PRAGMA secure_delete = ON",
                             diag);
}

static fade_status
connect_file(const char *path, fade_store **out, fade_diag *diag)
{
    fade_store *store = calloc(1, sizeof *store);
    fade_status status = FADE_ENOMEM;

    *out = NULL;
    if (!store) {
        return FADE_ENOMEM;
    }
    store->path = as_file(path);
    if (!store->path) {
        goto fail;
    }
    if (sqlite3_open_v2(store->path, &store->db,
                        SQLITE_OPEN_READWRITE | SQLITE_OPEN_EXRESCODE
                            | SQLITE_OPEN_NOMUTEX,
                        NULL)
        != SQLITE_OK) {
        status = store->db ? fade_database_error(store, diag) : FADE_ENOMEM;
        goto fail;
    }
    status = configure(store, diag);
    if (status) {
        goto fail;
    }
    *out = store;
    return FADE_OK;

fail:
    assert(status != FADE_OK);
    destroy(store);
    return status ? status : FADE_EDATABASE;
}

static fade_status
use_wal(fade_store *store, fade_diag *diag)
{
    return fade_database_run(store, "PRAGMA journal_mode = WAL", diag);
}

static fade_status
read_seed(fade_store *store, fade_diag *diag)
{
    sqlite3_stmt *query = NULL;
    fade_status status = fade_database_prepare(
        store, "SELECT value FROM setting WHERE name = 'seed'", &query, diag);

    if (!status) {
        status = fade_database_step(store, query, diag);
    }
    if (!status) {
        store->seed = strtoull(fade_row_text(query, 0), NULL, 10);
    }
    (void)sqlite3_finalize(query);
    return status == FADE_ENOTFOUND ? FADE_EDATABASE : status;
}

fade_status
fade_store_create(const char *path, uint64_t seed, fade_store **out,
                  fade_diag *diag)
{
    const fade_place place = {.file = path};
    fade_store *store = NULL;
    fade_status status = FADE_OK;
    int file = open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, OWNER_ONLY);

    if (file < 0 && errno == EEXIST) {
        fade_diag_error(diag, place, "it exists already");
        return FADE_ECONFLICT;
    }
    if (file < 0) {
        fade_diag_error(diag, place, "cannot make it: %s", strerror(errno));
        return FADE_EIO;
    }
    (void)close(file);
    status = connect_file(path, &store, diag);
    if (!status) {
        status = use_wal(store, diag);
    }
    if (!status) {
        status = fade_database_migrate(store, &seed, diag);
    }
    if (status) {
        fade_store_close(store);
        (void)unlink(path);
        return status;
    }
    store->seed = seed;
    *out = store;
    return FADE_OK;
}

static fade_status
look_at_file(const char *path, fade_diag *diag)
{
    const fade_place place = {.file = path};
    struct stat file;

    if (stat(path, &file) != 0) {
        bool missing = errno == ENOENT || errno == ENOTDIR;

        fade_diag_error(diag, place, "%s",
                        missing ? "there is no such database; 'fadecast init' "
                                  "makes one"
                                : strerror(errno));
        return missing ? FADE_ENOTFOUND : FADE_EIO;
    }
    if (!S_ISREG(file.st_mode)) {
        fade_diag_error(diag, place, "this is not a file");
        return FADE_EIO;
    }
    if (file.st_mode & (S_IRWXG | S_IRWXO)) {
        fade_diag_warning(diag, place,
                          "others on this computer may open it (mode %04o); "
                          "chmod 600 it",
                          (unsigned)(file.st_mode & 07777));
    }
    return FADE_OK;
}

fade_status
fade_store_open(const char *path, fade_store **out, fade_diag *diag)
{
    fade_store *store = NULL;
    fade_status status = look_at_file(path, diag);

    if (!status) {
        status = connect_file(path, &store, diag);
    }
    /* Whose it is comes first: a stranger's file must stay as it is. */
    if (!status) {
        status = fade_database_migrate(store, NULL, diag);
    }
    if (!status) {
        status = use_wal(store, diag);
    }
    if (!status) {
        status = read_seed(store, diag);
    }
    if (status) {
        fade_store_close(store);
        return status;
    }
    *out = store;
    return FADE_OK;
}

uint64_t
fade_store_seed(const fade_store *store)
{
    return store->seed;
}
