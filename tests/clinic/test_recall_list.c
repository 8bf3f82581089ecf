/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "clinic/recall_list.h"
#include "clinic/refreshed.h"
#include "clinic/render.h"

/* A patient with one zone treated once with temporary pigment. */
static void
add_patient(fixture *it, const char *code, const char *session)
{
    char columns[256];

    (void)snprintf(columns, sizeof columns, "code=%s", code);
    put(it, FADE_PATIENT, columns);
    (void)snprintf(columns, sizeof columns,
                   "patient=%s;zone=crown;skin_lightness=60", code);
    put(it, FADE_ZONE, columns);
    if (session) {
        (void)snprintf(columns, sizeof columns,
                       "patient=%s;zone=crown;date=%s;pigment=temporary;"
                       "practitioner=kim",
                       code, session);
        put(it, FADE_SESSION, columns);
    }
}

/* One patient of every kind, on 2026-01-01; the codes do not sort so. */
static void
add_all_kinds(fixture *it)
{
    add_patient(it, "Z", "2023-01-01"); /* overdue the longest */
    add_patient(it, "Y", "2024-06-01"); /* overdue */
    add_patient(it, "X", "2025-04-01"); /* due */
    add_patient(it, "W", "2025-08-01"); /* not due */
    add_patient(it, "V", "2025-12-15"); /* healing */
    add_patient(it, "U", "2025-04-01");
    add_patient(it, "T", "2025-04-01");
    add_patient(it, "S", "2025-04-01");
    put(it, FADE_CONTRAINDICATION, "patient=U;what=allergy;from=2025-05-01");
    put(it, FADE_ZONE, "patient=T;zone=crown;let_fade=yes");
    put(it, FADE_PATIENT, "code=S;followed=no");
    put(it, FADE_PATIENT, "code=R"); /* without a zone */
}

/* The patients of a list in its order, as one word. */
static void
assert_order(fixture *it, const fade_recall_filter *filter, const char *want)
{
    const fade_recall_day today = {"main", day("2026-01-01")};
    fade_recall_list *list = NULL;
    fade_text got = {0};

    assert_int_equal(
        fade_recall_list_read(it->store, filter, &today, 1, &list, &it->diag),
        FADE_OK);
    for (size_t i = 0; i < list->count; i++) {
        fade_text_add(&got, list->entries[i].row.patient);
    }
    assert_string_equal(fade_text_string(&got), want);
    fade_text_clear(&got);
    fade_recall_list_destroy(list);
}

static void
the_most_urgent_come_first(void **state)
{
    fixture *it = *state;
    fade_recall_filter filter = fade_recall_filter_any();
    fade_refresh_report report;

    add_all_kinds(it);
    report = judge(it, "2026-01-01");
    assert_int_equal(report.statuses[FADE_OVERDUE], 2);
    assert_int_equal(report.statuses[FADE_DUE], 1);
    assert_int_equal(report.statuses[FADE_HEALING], 1);
    assert_order(it, &filter, "ZYXWV");
    filter.all = true;
    assert_order(it, &filter, "ZYXWVUTSA12R");
}

static void
filters_keep_what_they_name(void **state)
{
    fixture *it = *state;
    fade_recall_filter filter = fade_recall_filter_any();

    add_all_kinds(it);
    (void)judge(it, "2026-01-01");
    filter.statuses = 1u << FADE_OVERDUE | 1u << FADE_HEALING;
    assert_order(it, &filter, "ZYV");
    filter.statuses = 1u << FADE_LET_FADE;
    assert_order(it, &filter, "T");
    filter = fade_recall_filter_any();
    filter.until = day("2026-01-01");
    assert_order(it, &filter, "ZYX");
    filter.from = day("2026-01-02");
    filter.until = FADE_NO_DATE;
    assert_order(it, &filter, "WV");
    filter = fade_recall_filter_any();
    filter.practitioner = "nobody";
    assert_order(it, &filter, "");
    filter = fade_recall_filter_any();
    filter.pigment = "permanent";
    assert_order(it, &filter, "");
}

/* Past midnight here is not past midnight there. */
static void
each_clinic_is_listed_by_its_own_date(void **state)
{
    fixture *it = *state;
    const fade_recall_filter filter = {
        .from = FADE_NO_DATE, .until = FADE_NO_DATE, .all = true};
    const fade_recall_day days[] = {{"main", day("2026-01-02")},
                                    {"west", day("2026-01-01")},
                                    {"none", day("2026-01-02")}};
    fade_recall_list *list = NULL;

    put(it, FADE_CLINIC, "code=west;time_zone=America/Los_Angeles");
    for (int i = 0; i < 2; i++) {
        char columns[128];

        (void)snprintf(columns, sizeof columns, "clinic=%s;code=P",
                       days[i].clinic);
        put(it, FADE_PATIENT, columns);
        (void)snprintf(columns, sizeof columns, "clinic=%s;patient=P;zone=z",
                       days[i].clinic);
        put(it, FADE_ZONE, columns);
        (void)snprintf(columns, sizeof columns,
                       "clinic=%s;patient=P;zone=z;date=2026-01-02;"
                       "pigment=permanent",
                       days[i].clinic);
        put(it, FADE_SESSION, columns);
    }
    assert_int_equal(
        fade_recall_list_read(it->store, &filter, days, 3, &list, &it->diag),
        FADE_OK);
    assert_int_equal(list->unscheduled, 1);
    for (size_t i = 0; i < list->count; i++) {
        const fade_recall_entry *entry = &list->entries[i];
        bool west = strcmp(entry->row.clinic, "west") == 0;

        assert_int_equal(entry->today, days[west ? 1 : 0].today);
        if (strcmp(entry->row.patient, "P") == 0) {
            assert_int_equal(entry->row.last_session,
                             west ? FADE_NO_DATE : day("2026-01-02"));
        }
    }
    fade_recall_list_destroy(list);
}

static void
zone_that_waits_for_schedule_is_counted(void **state)
{
    fixture *it = *state;
    fade_recall_filter filter = fade_recall_filter_any();
    const fade_recall_day today = {"main", day("2026-01-01")};
    fade_recall_list *list = NULL;

    add_patient(it, "Z", "2025-03-01");
    assert_int_equal(
        fade_recall_list_read(it->store, &filter, &today, 1, &list, &it->diag),
        FADE_OK);
    assert_int_equal(list->count, 0);
    assert_int_equal(list->unscheduled, 1);
    fade_recall_list_destroy(list);
}

static void
count_file(void *context, const fade_feed_file *file)
{
    size_t *changed = context;

    *changed += file->changed ? 1 : 0;
}

static size_t
write_feeds(fixture *it, const char *directory)
{
    const fade_feed_plan plan = {.directory = directory};
    size_t changed = 0;
    const fade_feed_visitor visitor = {.visit = count_file,
                                       .context = &changed};

    assert_int_equal(fade_feeds_write(it->store, &plan, &visitor, &it->diag),
                     FADE_OK);
    return changed;
}

static void
feeds_change_only_when_schedule_changed_something(void **state)
{
    fixture *it = *state;
    char directory[SCRATCH_PATH];

    add_patient(it, "Z", "2025-03-01");
    (void)judge(it, "2025-06-01");
    (void)scratch_path(&it->files, "feeds", directory);
    assert_int_equal(write_feeds(it, directory), 2);
    assert_int_equal(write_feeds(it, directory), 0);
    put(it, FADE_PATIENT, "code=Z;initials=ZZ");
    assert_int_equal(write_feeds(it, directory), 0);
    (void)judge(it, "2025-06-02");
    assert_int_equal(write_feeds(it, directory), 2);
}

static void
withdrawn_event_does_not_name_the_illness(void **state)
{
    const fade_recall recall = {.state = FADE_CANCELLED,
                                .status = FADE_NOT_RECOMMENDED,
                                .reason = "infection on file",
                                .sequence = 4};
    fade_calendar_event event = fade_recall_event(&recall);

    (void)state;
    assert_int_equal(event.status, FADE_EVENT_CANCELLED);
    assert_int_equal(event.sequence, 4);
    assert_null(strstr(event.reason, "infection"));
}

static void
two_feeds_of_one_file_name_are_refused(void **state)
{
    fixture *it = *state;
    char directory[SCRATCH_PATH];
    fade_feed_plan plan = {.directory = directory};
    struct stat none;

    put(it, FADE_CLINIC, "code=main-kim;time_zone=UTC");
    (void)scratch_path(&it->files, "feeds", directory);
    assert_int_equal(fade_feeds_write(it->store, &plan, NULL, &it->diag),
                     FADE_ECONFLICT);
    assert_int_not_equal(stat(directory, &none), 0);
    fade_diag_clear(&it->diag);
    plan.clinic = "main";
    assert_int_equal(fade_feeds_write(it->store, &plan, NULL, &it->diag),
                     FADE_OK);
}

#define TEST(name) \
    cmocka_unit_test_setup_teardown(name, refreshed_setup, refreshed_teardown)

int
main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_most_urgent_come_first),
        TEST(filters_keep_what_they_name),
        TEST(each_clinic_is_listed_by_its_own_date),
        TEST(zone_that_waits_for_schedule_is_counted),
        TEST(feeds_change_only_when_schedule_changed_something),
        cmocka_unit_test(withdrawn_event_does_not_name_the_illness),
        TEST(two_feeds_of_one_file_name_are_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
