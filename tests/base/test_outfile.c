/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/outfile.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "support/cmocka_all.h"

typedef struct place {
    char folder[32];
    char path[64];
} place;

static int
make_folder(void **state)
{
    static place here;

    (void)strcpy(here.folder, "/tmp/fadecast-out-XXXXXX");
    if (!mkdtemp(here.folder)) {
        return -1;
    }
    (void)snprintf(here.path, sizeof here.path, "%s/feed.ics", here.folder);
    *state = &here;
    return 0;
}

static int
remove_folder(void **state)
{
    const place *here = *state;

    (void)unlink(here->path);
    return rmdir(here->folder); /* fails where something was left behind */
}

static fade_status
write_file(const char *path, const char *bytes, bool *changed)
{
    fade_outfile *file = NULL;

    assert_int_equal(fade_outfile_open(path, 0600, &file, NULL), FADE_OK);
    (void)fputs(bytes, fade_outfile_stream(file));
    return fade_outfile_commit(file, changed, NULL);
}

static void
assert_content(const char *path, const char *want)
{
    char got[64] = "";
    FILE *file = fopen(path, "r");

    assert_non_null(file);
    got[fread(got, 1, sizeof got - 1, file)] = '\0';
    (void)fclose(file);
    assert_string_equal(got, want);
}

static void
a_file_appears_whole_and_private(void **state)
{
    const place *here = *state;
    fade_outfile *file = NULL;
    struct stat info;
    mode_t before = umask(0777);

    assert_int_equal(fade_outfile_open(here->path, 0600, &file, NULL), FADE_OK);
    (void)umask(before);
    (void)fputs("one", fade_outfile_stream(file));
    assert_int_equal(stat(here->path, &info), -1);
    assert_int_equal(fade_outfile_commit(file, NULL, NULL), FADE_OK);
    assert_int_equal(stat(here->path, &info), 0);
    assert_int_equal(info.st_mode & 07777, 0600);
    assert_content(here->path, "one");
}

static void
a_new_version_replaces_the_old_one(void **state)
{
    const place *here = *state;
    bool changed = false;

    assert_int_equal(write_file(here->path, "one", &changed), FADE_OK);
    assert_true(changed);
    assert_int_equal(write_file(here->path, "three", &changed), FADE_OK);
    assert_true(changed);
    assert_content(here->path, "three");
}

static void
the_same_bytes_leave_the_file_alone(void **state)
{
    const place *here = *state;
    bool changed = true;
    struct stat before;
    struct stat after;

    assert_int_equal(write_file(here->path, "one", NULL), FADE_OK);
    assert_int_equal(stat(here->path, &before), 0);
    assert_int_equal(write_file(here->path, "one", &changed), FADE_OK);
    assert_false(changed);
    assert_int_equal(stat(here->path, &after), 0);
    assert_true(before.st_ino == after.st_ino);
    assert_int_equal(write_file(here->path, "on", &changed), FADE_OK);
    assert_true(changed);
}

static void
who_may_read_the_old_file_may_read_the_new_one(void **state)
{
    const place *here = *state;
    struct stat info;

    assert_int_equal(write_file(here->path, "one", NULL), FADE_OK);
    assert_int_equal(chmod(here->path, 0640), 0);
    assert_int_equal(write_file(here->path, "two", NULL), FADE_OK);
    assert_int_equal(stat(here->path, &info), 0);
    assert_int_equal(info.st_mode & 07777, 0640);
}

static void
a_discarded_file_leaves_nothing(void **state)
{
    const place *here = *state;
    fade_outfile *file = NULL;

    assert_int_equal(write_file(here->path, "old", NULL), FADE_OK);
    assert_int_equal(fade_outfile_open(here->path, 0600, &file, NULL), FADE_OK);
    (void)fputs("half", fade_outfile_stream(file));
    fade_outfile_discard(file);
    fade_outfile_discard(NULL);
    assert_content(here->path, "old");
}

static void
a_place_that_cannot_be_written_is_named(void **state)
{
    fade_outfile *file = NULL;
    fade_diag diag;

    (void)state;
    fade_diag_init(&diag, 1);
    assert_int_equal(
        fade_outfile_open("/nonexistent/feed.ics", 0600, &file, &diag),
        FADE_EIO);
    assert_null(file);
    assert_string_equal(diag.notes[0].file, "/nonexistent/feed.ics");
    assert_non_null(strstr(diag.notes[0].text, "No such file"));
    fade_diag_clear(&diag);
}

static void
only_plain_files_are_replaced(void **state)
{
    const place *here = *state;
    fade_outfile *file = NULL;

    assert_int_equal(fade_outfile_open(here->folder, 0600, &file, NULL),
                     FADE_EIO);
    assert_int_equal(fade_outfile_open("/dev/null", 0600, &file, NULL),
                     FADE_EIO);
    assert_null(file);
}

static void
a_full_disk_keeps_the_old_file(void **state)
{
    const place *here = *state;
    fade_outfile *file = NULL;
    struct rlimit none = {0, RLIM_INFINITY};
    struct rlimit before;
    fade_diag diag;

    fade_diag_init(&diag, 1);
    assert_int_equal(write_file(here->path, "old", NULL), FADE_OK);
    assert_int_equal(fade_outfile_open(here->path, 0600, &file, NULL), FADE_OK);
    (void)fputs("new", fade_outfile_stream(file));
    (void)getrlimit(RLIMIT_FSIZE, &before);
    none.rlim_max = before.rlim_max;
    (void)signal(SIGXFSZ, SIG_IGN);
    (void)setrlimit(RLIMIT_FSIZE, &none);
    assert_int_equal(fade_outfile_commit(file, NULL, &diag), FADE_EIO);
    (void)setrlimit(RLIMIT_FSIZE, &before);
    assert_int_equal(diag.errors, 1);
    assert_content(here->path, "old");
    fade_diag_clear(&diag);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_file_appears_whole_and_private,
                                        make_folder, remove_folder),
        cmocka_unit_test_setup_teardown(a_new_version_replaces_the_old_one,
                                        make_folder, remove_folder),
        cmocka_unit_test_setup_teardown(the_same_bytes_leave_the_file_alone,
                                        make_folder, remove_folder),
        cmocka_unit_test_setup_teardown(
            who_may_read_the_old_file_may_read_the_new_one, make_folder,
            remove_folder),
        cmocka_unit_test_setup_teardown(a_discarded_file_leaves_nothing,
                                        make_folder, remove_folder),
        cmocka_unit_test(a_place_that_cannot_be_written_is_named),
        cmocka_unit_test_setup_teardown(only_plain_files_are_replaced,
                                        make_folder, remove_folder),
        cmocka_unit_test_setup_teardown(a_full_disk_keeps_the_old_file,
                                        make_folder, remove_folder),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
