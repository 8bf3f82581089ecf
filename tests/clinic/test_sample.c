/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sample clinic goes in without a word, and shows every status. */
#include <stdio.h>
#include <stdlib.h>

#include "clinic/import.h"
#include "clinic/refresh.h"
#include "support/cmocka_all.h"
#include "support/scratch.h"

typedef struct desk {
    scratch files;
    fade_store *store;
} desk;

static int
set_up(void **state)
{
    static desk made;
    char path[SCRATCH_PATH];

    scratch_make(&made.files);
    scratch_path(&made.files, "clinic.db", path);
    assert_int_equal(fade_store_create(path, 1, &made.store, NULL), FADE_OK);
    *state = &made;
    return 0;
}

static int
tear_down(void **state)
{
    desk *made = *state;

    fade_store_close(made->store);
    scratch_remove(&made->files);
    return 0;
}

static fade_date
the_day(void)
{
    fade_date date = FADE_NO_DATE;

    assert_int_equal(fade_date_parse("2026-11-02", &date), FADE_OK);
    return date;
}

static void
import_sample(fade_store *store, fade_outcome expected)
{
    char folder[4096];
    const char *const paths[] = {folder};
    const fade_import_request request = {.paths = paths,
                                         .count = 1,
                                         .who = "test",
                                         .now = 1793577600,
                                         .today = the_day()};
    fade_import_report report = {.refused = 0};
    fade_diag diag;

    snprintf(folder, sizeof folder, "%s/data/sample-clinic",
             getenv("FADE_SRCDIR"));
    fade_diag_init(&diag, 1);
    assert_int_equal(fade_import(store, &request, &report, &diag), FADE_OK);
    assert_int_equal(diag.errors + report.warnings.warnings, 0);
    assert_int_equal(report.rows[FADE_PATIENT][expected], 60);
    assert_true(report.rows[FADE_SESSION][expected] > 150);
    assert_true(report.rows[FADE_READING][expected] > 150);
    fade_import_report_clear(&report);
    fade_diag_clear(&diag);
}

static void
the_sample_goes_in_once_without_complaint(void **state)
{
    desk *with = *state;

    import_sample(with->store, FADE_ADDED);
    import_sample(with->store, FADE_UNCHANGED);
}

static void
the_sample_shows_every_status(void **state)
{
    desk *with = *state;
    const fade_refresh_clinic clinic = {.code = "harley", .today = the_day()};
    fade_refresh_plan plan = fade_refresh_plan_default(with->store);
    fade_refresh_report report = {.patients = 0};

    import_sample(with->store, FADE_ADDED);
    plan.clinics = &clinic;
    plan.clinic_count = 1;
    plan.who = "test";
    plan.now = 1793577600;
    assert_int_equal(
        fade_refresh(with->store, &plan, NULL, NULL, &report, NULL), FADE_OK);
    assert_int_equal(report.patients, 60);
    assert_int_equal(report.failed, 0);
    for (int i = 0; i < FADE_RECALL_STATUSES; i++) {
        print_message("# %s: %zu zones\n",
                      fade_recall_status_text((fade_recall_status)i),
                      report.statuses[i]);
        assert_true(report.statuses[i] > 0);
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int
main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_sample_goes_in_once_without_complaint),
        TEST(the_sample_shows_every_status),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
