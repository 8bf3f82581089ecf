/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <sqlite3.h>

#include "store/database.h"
#include "support/cmocka_all.h"
#include "support/records.h"

static int
setup(void **state)
{
    fixture *it = malloc(sizeof *it);

    assert_non_null(it);
    fixture_make(it);
    *state = it;
    return 0;
}

static int
teardown(void **state)
{
    fixture_remove(*state);
    free(*state);
    return 0;
}

static int
mode_of(const fixture *it, const char *name)
{
    char path[SCRATCH_PATH];
    struct stat file;

    if (stat(scratch_path(&it->files, name, path), &file) != 0) {
        return -1;
    }
    return (int)(file.st_mode & 07777);
}

static void
only_its_owner_may_open_the_database_and_its_companions(void **state)
{
    fixture *it = *state;
    mode_t before = umask(0);
    fade_store *store = NULL;
    char path[SCRATCH_PATH];

    assert_int_equal(fade_store_create(scratch_path(&it->files, "x.db", path),
                                       1, &store, &it->diag),
                     FADE_OK);
    assert_int_equal(fade_store_begin(store, "me", 0, NULL), FADE_OK);
    (void)umask(before);
    assert_int_equal(mode_of(it, "x.db"), 0600);
    assert_int_equal(mode_of(it, "x.db-wal"), 0600);
    assert_int_equal(mode_of(it, "x.db-shm"), 0600);
    fade_store_close(store);
}

static void
a_database_that_others_may_open_is_warned_about(void **state)
{
    fixture *it = *state;
    fade_store *store = NULL;

    assert_int_equal(chmod(it->path, 0644), 0);
    assert_int_equal(fade_store_open(it->path, &store, &it->diag), FADE_OK);
    assert_int_equal(it->diag.warnings, 1);
    fade_store_close(store);
}

static int
pragma(const fade_store *store, const char *name)
{
    sqlite3_stmt *query = NULL;
    char sql[64];
    int value = -1;

    (void)snprintf(sql, sizeof sql, "PRAGMA %s", name);
    assert_int_equal(sqlite3_prepare_v2(store->db, sql, -1, &query, NULL),
                     SQLITE_OK);
    assert_int_equal(sqlite3_step(query), SQLITE_ROW);
    value = sqlite3_column_type(query, 0) == SQLITE_TEXT
                ? strcmp((const char *)sqlite3_column_text(query, 0), "wal")
                : sqlite3_column_int(query, 0);
    (void)sqlite3_finalize(query);
    return value;
}

static void
a_reopened_database_is_careful_with_itself(void **state)
{
    fixture *it = *state;

    fade_store_close(it->store);
    assert_int_equal(fade_store_open(it->path, &it->store, &it->diag), FADE_OK);
    assert_int_equal(pragma(it->store, "foreign_keys"), 1);
    assert_int_equal(pragma(it->store, "trusted_schema"), 0);
    assert_int_equal(pragma(it->store, "synchronous"), 2); /* FULL */
    assert_int_equal(pragma(it->store, "journal_mode"), 0);
    assert_int_equal(pragma(it->store, "application_id"), 0x46616465);
    assert_int_equal(pragma(it->store, "user_version"), fade_store_version());
    assert_int_equal(fade_store_seed(it->store), 7);
    assert_int_equal(it->diag.errors, 0);
}

static void
an_existing_file_is_never_overwritten(void **state)
{
    fixture *it = *state;
    fade_store *store = NULL;

    assert_int_equal(fade_store_create(it->path, 1, &store, &it->diag),
                     FADE_ECONFLICT);
    assert_null(store);
    assert_int_equal(it->diag.errors, 1);
    assert_true(mode_of(it, "clinic.db") == 0600);
}

static void
a_missing_database_is_said_to_be_missing(void **state)
{
    fixture *it = *state;
    fade_store *store = NULL;
    char path[SCRATCH_PATH];

    (void)scratch_path(&it->files, "none.db", path);
    assert_int_equal(fade_store_open(path, &store, &it->diag), FADE_ENOTFOUND);
    assert_int_equal(mode_of(it, "none.db"), -1);
    assert_non_null(strstr(it->diag.notes[0].text, "fadecast init"));
}

static void
a_name_that_sqlite_takes_for_memory_is_a_file(void **state)
{
    fixture *it = *state;
    fade_store *store = NULL;
    char before[SCRATCH_PATH];

    assert_non_null(getcwd(before, sizeof before));
    assert_int_equal(chdir(it->files.directory), 0);
    assert_int_equal(fade_store_create(":memory:", 1, &store, &it->diag),
                     FADE_OK);
    fade_store_close(store);
    assert_int_equal(fade_store_open(":memory:", &store, &it->diag), FADE_OK);
    fade_store_close(store);
    assert_int_equal(chdir(before), 0);
}

static void
refuses_unchanged(fixture *it, const char *path, const char *words)
{
    fade_store *store = NULL;
    size_t size = 0;
    size_t size_after = 0;
    char *before = scratch_read(path, &size);
    char *after = NULL;
    char *said = NULL;

    assert_int_equal(fade_store_open(path, &store, &it->diag), FADE_EPARSE);
    assert_null(store);
    after = scratch_read(path, &size_after);
    assert_int_equal(size, size_after);
    assert_memory_equal(before, after, size);
    said = diag_words(&it->diag);
    assert_non_null(strstr(said, words));
    free(said);
    free(before);
    free(after);
}

static void
run_sql(const char *path, const char *sql)
{
    sqlite3 *db = NULL;

    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_close(db), SQLITE_OK);
}

/* Root may write everywhere; nobody may not. */
static void
a_write_protected_folder_is_said_to_be_one(void **state)
{
    enum { NOBODY = 65534 };

    fixture *it = *state;
    fade_store *store = NULL;
    bool root = geteuid() == 0;

    fade_store_close(it->store);
    it->store = NULL;
    if (root) {
        assert_int_equal(chown(it->path, NOBODY, NOBODY), 0);
        assert_int_equal(chown(it->files.directory, NOBODY, NOBODY), 0);
        assert_int_equal(seteuid(NOBODY), 0);
    }
    assert_int_equal(chmod(it->files.directory, 0500), 0);
    assert_int_equal(fade_store_open(it->path, &store, &it->diag),
                     FADE_EDATABASE);
    assert_int_equal(chmod(it->files.directory, 0700), 0);
    if (root) {
        assert_int_equal(seteuid(0), 0);
    }
    assert_int_equal(it->diag.errors, 1);
    assert_non_null(strstr(it->diag.notes[0].text, "write-protected"));
}

static void
a_text_file_is_no_database(void **state)
{
    fixture *it = *state;
    char path[SCRATCH_PATH];

    (void)scratch_write(&it->files, "letter.db",
                        "Dear clinic, here are the records you asked for. "
                        "They are many and this is only the beginning.\n",
                        path);
    assert_int_equal(chmod(path, 0600), 0);
    refuses_unchanged(it, path, "not a fadecast database");
}

static void
another_programs_database_is_refused(void **state)
{
    fixture *it = *state;
    char path[SCRATCH_PATH];

    run_sql(scratch_path(&it->files, "other.db", path),
            "CREATE TABLE clinic (id); PRAGMA application_id = 77");
    refuses_unchanged(it, path, "not a fadecast database");
    assert_int_equal(mode_of(it, "other.db-wal"), -1);
}

static void
a_newer_fadecasts_database_is_refused(void **state)
{
    fixture *it = *state;

    fade_store_close(it->store);
    it->store = NULL;
    run_sql(it->path, "PRAGMA user_version = 99");
    refuses_unchanged(it, it->path, "newer fadecast");
}

static void
a_failed_migration_leaves_no_file_behind(void **state)
{
    fixture *it = *state;
    fade_store *store = NULL;
    char path[SCRATCH_PATH];

    (void)scratch_path(&it->files, "no/such/folder.db", path);
    assert_int_equal(fade_store_create(path, 1, &store, &it->diag), FADE_EIO);
    assert_null(store);
}

static void
a_second_writer_is_told_to_wait(void **state)
{
    fixture *it = *state;
    fade_store *other = NULL;
    char *said = NULL;

    assert_int_equal(fade_store_open(it->path, &other, &it->diag), FADE_OK);
    (void)sqlite3_busy_timeout(other->db, 10);
    assert_int_equal(fade_store_begin(it->store, "a", 0, &it->diag), FADE_OK);
    assert_int_equal(fade_store_begin(other, "b", 0, &it->diag),
                     FADE_EDATABASE);
    said = diag_words(&it->diag);
    assert_non_null(strstr(said, "another program is writing"));
    free(said);
    fade_store_rollback(it->store);
    assert_int_equal(fade_store_begin(other, "b", 0, &it->diag), FADE_OK);
    fade_store_close(other);
}

int
main(void)
{
#define WITH_STORE(test) cmocka_unit_test_setup_teardown(test, setup, teardown)
    const struct CMUnitTest tests[] = {
        WITH_STORE(only_its_owner_may_open_the_database_and_its_companions),
        WITH_STORE(a_database_that_others_may_open_is_warned_about),
        WITH_STORE(a_reopened_database_is_careful_with_itself),
        WITH_STORE(an_existing_file_is_never_overwritten),
        WITH_STORE(a_missing_database_is_said_to_be_missing),
        WITH_STORE(a_name_that_sqlite_takes_for_memory_is_a_file),
        WITH_STORE(a_write_protected_folder_is_said_to_be_one),
        WITH_STORE(a_text_file_is_no_database),
        WITH_STORE(another_programs_database_is_refused),
        WITH_STORE(a_newer_fadecasts_database_is_refused),
        WITH_STORE(a_failed_migration_leaves_no_file_behind),
        WITH_STORE(a_second_writer_is_told_to_wait),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
