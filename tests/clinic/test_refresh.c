/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "clinic/refreshed.h"

#define CROWN "patient=A12;zone=crown;"
#define TREATED \
    CROWN "date=2025-03-01;pigment=temporary;practitioner=kim;dots=120"

static void
second_run_changes_nothing(void **state)
{
    fixture *it = *state;
    fade_text first;
    fade_text second;
    fade_refresh_report report;

    put(it, FADE_SESSION, TREATED);
    report = judge(it, "2025-06-01");
    assert_int_equal(report.news[FADE_NEWS_OPENED], 1);
    assert_int_equal(report.statuses[FADE_NOT_DUE], 1);
    first = dump(it);
    report = judge(it, "2025-06-01");
    assert_int_equal(report.news[FADE_NEWS_NONE], 1);
    assert_int_equal(report.news[FADE_NEWS_OPENED], 0);
    report = judge(it, "2025-06-02");
    assert_int_equal(report.news[FADE_NEWS_NONE], 1);
    second = dump(it);
    assert_string_equal(fade_text_string(&first), fade_text_string(&second));
    fade_text_clear(&first);
    fade_text_clear(&second);
}

static void
new_recall_keeps_what_it_was_made_with(void **state)
{
    fixture *it = *state;
    fade_recall_set set;

    put(it, FADE_SESSION, TREATED);
    (void)judge(it, "2025-06-01");
    set = recalls(it);
    assert_int_equal(set.count, 1);
    assert_int_equal(strlen(set.items[0].uid), FADE_UID_SIZE - 1);
    assert_int_equal(set.items[0].uid[14], '4');
    assert_int_equal(strlen(set.items[0].case_code), FADE_CASE_SIZE - 1);
    assert_int_equal(set.items[0].sequence, 0);
    assert_int_equal(set.items[0].stamp, noon("2025-06-01"));
    assert_string_equal(set.items[0].view.practitioner, "kim");
    assert_string_equal(set.items[0].view.name, "Ann Bee");
    assert_string_equal(set.items[0].model.name, "temporary");
    assert_int_equal(strlen(set.items[0].model.fingerprint), 16);
    assert_true(set.items[0].dates.earliest < set.items[0].dates.recommended);
    fade_recall_set_clear(&set);
}

static void
touchup_closes_the_recall_and_opens_the_next(void **state)
{
    fixture *it = *state;
    fade_refresh_report report;
    fade_recall first;
    fade_recall second;

    put(it, FADE_SESSION, TREATED);
    (void)judge(it, "2025-06-01");
    first = recall_of(it, 1);
    put(it, FADE_SESSION, CROWN "date=2026-01-10;pigment=temporary");
    report = judge(it, "2026-01-11");
    assert_int_equal(report.news[FADE_NEWS_CLOSED], 1);
    assert_int_equal(report.news[FADE_NEWS_OPENED], 1);
    assert_int_equal(report.statuses[FADE_HEALING], 1);
    second = recall_of(it, 2);
    assert_int_equal(second.state, FADE_PROJECTED);
    assert_string_not_equal(second.uid, first.uid);
    assert_string_equal(recall_of(it, 1).uid, first.uid);
    assert_int_equal(recall_of(it, 1).state, FADE_DONE);
    assert_false(recall_of(it, 1).shown);
    report = judge(it, "2026-01-11");
    assert_int_equal(report.news[FADE_NEWS_NONE], 2);
}

static void
session_within_the_course_only_moves_the_recall(void **state)
{
    fixture *it = *state;
    fade_refresh_report report;
    fade_recall before;
    fade_recall after;

    put(it, FADE_SESSION, TREATED);
    (void)judge(it, "2025-03-20");
    before = recall_of(it, 1);
    put(it, FADE_SESSION, CROWN "date=2025-06-28;pigment=temporary");
    report = judge(it, "2025-06-29");
    assert_int_equal(report.news[FADE_NEWS_MOVED], 1);
    after = recall_of(it, 1);
    assert_string_equal(after.uid, before.uid);
    assert_true(after.planned > before.planned);
    assert_int_equal(after.sequence, before.sequence + 1);
    assert_int_equal(after.stamp, noon("2025-06-29"));
}

static void
corrected_date_joins_two_courses_again(void **state)
{
    fixture *it = *state;
    fade_refresh_report report;
    fade_recall first;

    put(it, FADE_SESSION, TREATED);
    (void)judge(it, "2025-03-20");
    first = recall_of(it, 1);
    put(it, FADE_SESSION, CROWN "date=2025-11-28;pigment=temporary");
    (void)judge(it, "2025-12-01");
    assert_int_equal(recall_of(it, 1).state, FADE_DONE);
    edit(it, FADE_SESSION, CROWN "date=2025-11-28", "date=2025-04-28");
    report = judge(it, "2025-12-01");
    assert_int_equal(report.news[FADE_NEWS_RETURNED], 1);
    assert_int_equal(report.news[FADE_NEWS_CANCELLED], 1);
    assert_string_equal(recall_of(it, 1).uid, first.uid);
    assert_true(fade_recall_open(recall_of(it, 1).state));
    assert_int_equal(recall_of(it, 2).state, FADE_CANCELLED);
    assert_true(recall_of(it, 1).sequence > first.sequence);
    assert_true(recall_of(it, 1).stamp > first.stamp);
}

static void
contraindication_cancels_until_it_ends(void **state)
{
    fixture *it = *state;
    fade_refresh_report report;
    fade_recall before;
    fade_recall during;
    fade_recall after;

    put(it, FADE_SESSION, TREATED);
    (void)judge(it, "2025-06-01");
    before = recall_of(it, 1);
    put(it, FADE_CONTRAINDICATION,
        "patient=A12;what=infection;from=2025-06-05;until=2025-06-20");
    report = judge(it, "2025-06-05");
    assert_int_equal(report.news[FADE_NEWS_CANCELLED], 1);
    assert_int_equal(report.statuses[FADE_NOT_RECOMMENDED], 1);
    during = recall_of(it, 1);
    assert_int_equal(during.state, FADE_CANCELLED);
    assert_true(during.shown);
    assert_int_equal(during.planned, before.planned);
    assert_int_equal(judge(it, "2025-06-20").news[FADE_NEWS_NONE], 1);
    report = judge(it, "2025-06-21");
    assert_int_equal(report.news[FADE_NEWS_RETURNED], 1);
    after = recall_of(it, 1);
    assert_string_equal(after.uid, before.uid);
    assert_true(after.sequence > during.sequence
                && during.sequence > before.sequence);
    assert_int_equal(after.state, FADE_PROJECTED);
}

static void
cancelled_event_is_dropped_after_thirty_days(void **state)
{
    fixture *it = *state;

    put(it, FADE_SESSION, TREATED);
    (void)judge(it, "2025-06-01");
    put(it, FADE_ZONE, CROWN "let_fade=yes");
    (void)judge(it, "2025-06-10");
    assert_true(recall_of(it, 1).shown);
    (void)judge(it, "2025-07-10");
    assert_true(recall_of(it, 1).shown);
    (void)judge(it, "2025-07-11");
    assert_false(recall_of(it, 1).shown);
    assert_int_equal(judge(it, "2025-07-12").news[FADE_NEWS_NONE], 1);
}

static void
removed_zone_leaves_a_cancelled_event(void **state)
{
    fixture *it = *state;
    fade_refresh_report report;

    put(it, FADE_SESSION, TREATED);
    (void)judge(it, "2025-06-01");
    remove_it(it, FADE_ZONE, CROWN);
    report = judge(it, "2025-06-02");
    assert_int_equal(report.news[FADE_NEWS_CANCELLED], 1);
    assert_int_equal(judge(it, "2025-06-03").news[FADE_NEWS_NONE], 1);
    report = judge(it, "2025-07-03");
    assert_int_equal(report.news[FADE_NEWS_CHANGED], 1);
    report = judge(it, "2025-07-03");
    assert_int_equal(report.news[FADE_NEWS_CHANGED], 0);
    assert_int_equal(report.news[FADE_NEWS_NONE], 0);
}

static void
removed_sessions_cancel_the_recall(void **state)
{
    fixture *it = *state;
    fade_refresh_report report;

    put(it, FADE_SESSION, TREATED);
    (void)judge(it, "2025-06-01");
    remove_it(it, FADE_SESSION, CROWN "date=2025-03-01");
    report = judge(it, "2025-06-02");
    assert_int_equal(report.news[FADE_NEWS_CANCELLED], 1);
    assert_int_equal(report.statuses[FADE_NO_DATA], 1);
    assert_int_equal(recall_of(it, 1).state, FADE_CANCELLED);
}

static void
stamp_moves_exactly_when_a_feed_would_read_differently(void **state)
{
    fixture *it = *state;
    fade_recall before;
    fade_recall after;
    fade_refresh_clinic clinic;
    fade_refresh_plan plan;
    fade_refresh_report report;

    put(it, FADE_SESSION, TREATED);
    (void)judge(it, "2025-06-01");
    before = recall_of(it, 1);
    put(it, FADE_PATIENT, "code=A12;note=likes coffee;phone=12345");
    assert_int_equal(judge(it, "2025-06-02").news[FADE_NEWS_NONE], 1);
    put(it, FADE_PATIENT, "code=A12;name=Ann Cee");
    plan = judge_plan(it, "2025-06-03", &clinic);
    plan.now = before.stamp - 1000; /* a clock that was set back */
    assert_int_equal(
        fade_refresh(it->store, &plan, NULL, NULL, &report, &it->diag),
        FADE_OK);
    assert_int_equal(report.news[FADE_NEWS_CHANGED], 1);
    after = recall_of(it, 1);
    assert_int_equal(after.sequence, before.sequence + 1);
    assert_int_equal(after.stamp, before.stamp + 1);
}

static void
planned_day_that_has_passed_stays_and_is_overdue(void **state)
{
    fixture *it = *state;
    fade_recall planned;
    fade_recall after;

    put(it, FADE_SESSION, TREATED);
    (void)judge(it, "2027-11-20"); /* a Saturday, and a clinic's first import */
    planned = recall_of(it, 1);
    assert_int_equal(planned.planned, day("2027-11-20"));
    assert_int_equal(planned.status, FADE_OVERDUE);
    (void)judge(it, "2027-11-29");
    after = recall_of(it, 1);
    assert_int_equal(after.planned, planned.planned);
    assert_true(after.overdue);
    assert_int_equal(judge(it, "2027-12-24").news[FADE_NEWS_NONE], 1);
}

static void
recall_becomes_due_and_then_overdue_once_each(void **state)
{
    fixture *it = *state;
    fade_recall first;
    fade_recall now;
    char today[FADE_DATE_SIZE];

    put(it, FADE_SESSION, TREATED);
    (void)judge(it, "2025-06-01");
    first = recall_of(it, 1);
    assert_int_equal(first.planned, first.dates.recommended);
    (void)judge(it, fade_date_format(first.planned - 1, today));
    assert_int_equal(recall_of(it, 1).sequence, 0);
    (void)judge(it, fade_date_format(first.planned, today));
    now = recall_of(it, 1);
    assert_int_equal(now.state, FADE_STATE_DUE);
    assert_int_equal(now.sequence, 1);
    assert_false(now.overdue);
    (void)judge(it, fade_date_format(first.planned + 1, today));
    now = recall_of(it, 1);
    assert_true(now.overdue);
    assert_int_equal(now.sequence, 2);
    assert_int_equal(now.planned, first.planned);
}

static void
event_is_shown_from_the_planning_horizon_on(void **state)
{
    fixture *it = *state;
    fade_recall recall;

    put(it, FADE_SESSION,
        CROWN "date=2025-03-01;pigment=permanent;practitioner=kim");
    (void)judge(it, "2025-05-01");
    recall = recall_of(it, 1);
    assert_true(recall.planned > day("2027-05-01"));
    assert_false(recall.shown);
    (void)judge(it, "2026-12-31");
    assert_true(recall.planned <= day("2028-12-31"));
    assert_true(recall_of(it, 1).shown);
}

static void
session_to_come_is_a_plan_and_no_data(void **state)
{
    fixture *it = *state;
    fade_refresh_report report;
    fade_recall_set set;

    put(it, FADE_SESSION, TREATED);
    report = judge(it, "2025-02-28");
    assert_int_equal(report.statuses[FADE_NO_DATA], 1);
    assert_int_equal(report.planned_sessions, 1);
    set = recalls(it);
    assert_int_equal(set.count, 0);
    fade_recall_set_clear(&set);
    assert_int_equal(judge(it, "2025-03-01").news[FADE_NEWS_OPENED], 1);
}

static void
zone_without_need_has_a_hidden_recall(void **state)
{
    fixture *it = *state;

    put(it, FADE_SESSION, TREATED);
    put(it, FADE_SESSION, CROWN "date=2025-05-01;kind=laser;shatter=0.5");
    assert_int_equal(judge(it, "2025-06-01").statuses[FADE_LET_FADE], 1);
    assert_int_equal(recall_of(it, 1).state, FADE_CANCELLED);
    assert_false(recall_of(it, 1).shown);
    assert_int_equal(judge(it, "2025-06-01").news[FADE_NEWS_NONE], 1);
    put(it, FADE_SESSION, CROWN "date=2025-06-10;pigment=temporary");
    assert_int_equal(judge(it, "2025-06-11").news[FADE_NEWS_RETURNED], 1);
    assert_true(recall_of(it, 1).shown);
}

static void
threads_and_order_do_not_show(void **state)
{
    fixture *it = *state;
    fade_refresh_clinic clinic;
    fade_refresh_plan plan;
    fade_refresh_report report;
    fade_recall one;
    fade_recall other;
    fixture *twin = NULL;

    put(it, FADE_SESSION, TREATED);
    plan = judge_plan(it, "2025-06-01", &clinic);
    plan.threads = 1;
    assert_int_equal(
        fade_refresh(it->store, &plan, NULL, NULL, &report, &it->diag),
        FADE_OK);
    one = recall_of(it, 1);

    assert_int_equal(refreshed_setup((void **)&twin), 0);
    put(twin, FADE_PATIENT, "code=A01");
    put(twin, FADE_ZONE, "patient=A01;zone=crown");
    put(twin, FADE_SESSION,
        "patient=A01;zone=crown;date=2024-01-01;pigment=permanent");
    put(twin, FADE_SESSION, TREATED);
    plan = judge_plan(twin, "2025-06-01", &clinic);
    plan.threads = 3;
    assert_int_equal(
        fade_refresh(twin->store, &plan, NULL, NULL, &report, &twin->diag),
        FADE_OK);
    assert_int_equal(report.zones, 2);
    assert_int_equal(report.skin_assumed, 1);
    other = recall_of(twin, 1);
    assert_memory_equal(&one.dates, &other.dates, sizeof one.dates);
    assert_int_equal(refreshed_teardown((void **)&twin), 0);
}

static void
dry_run_reports_and_writes_nothing(void **state)
{
    fixture *it = *state;
    fade_refresh_clinic clinic;
    fade_refresh_plan plan;
    fade_refresh_report report;
    fade_recall_set set;

    put(it, FADE_SESSION, TREATED);
    plan = judge_plan(it, "2025-06-01", &clinic);
    plan.dry_run = true;
    assert_int_equal(
        fade_refresh(it->store, &plan, NULL, NULL, &report, &it->diag),
        FADE_OK);
    assert_int_equal(report.news[FADE_NEWS_OPENED], 1);
    set = recalls(it);
    assert_int_equal(set.count, 0);
    fade_recall_set_clear(&set);
}

static void
zone_with_a_model_that_is_not_there_is_left_alone(void **state)
{
    fixture *it = *state;
    fade_refresh_report report;

    put(it, FADE_ZONE, "patient=A12;zone=hairline;skin_lightness=60");
    put(it, FADE_SESSION,
        "patient=A12;zone=hairline;date=2025-03-01;pigment=permanent;"
        "model=nowhere");
    put(it, FADE_SESSION, TREATED);
    report = judge(it, "2025-06-01");
    assert_int_equal(report.failed, 1);
    assert_int_equal(report.news[FADE_NEWS_OPENED], 1);
    assert_true(it->diag.errors > 0);
    fade_diag_clear(&it->diag);
}

#define TEST(name) \
    cmocka_unit_test_setup_teardown(name, refreshed_setup, refreshed_teardown)

int
main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(second_run_changes_nothing),
        TEST(new_recall_keeps_what_it_was_made_with),
        TEST(touchup_closes_the_recall_and_opens_the_next),
        TEST(session_within_the_course_only_moves_the_recall),
        TEST(corrected_date_joins_two_courses_again),
        TEST(contraindication_cancels_until_it_ends),
        TEST(cancelled_event_is_dropped_after_thirty_days),
        TEST(removed_zone_leaves_a_cancelled_event),
        TEST(removed_sessions_cancel_the_recall),
        TEST(stamp_moves_exactly_when_a_feed_would_read_differently),
        TEST(planned_day_that_has_passed_stays_and_is_overdue),
        TEST(recall_becomes_due_and_then_overdue_once_each),
        TEST(event_is_shown_from_the_planning_horizon_on),
        TEST(session_to_come_is_a_plan_and_no_data),
        TEST(zone_without_need_has_a_hidden_recall),
        TEST(threads_and_order_do_not_show),
        TEST(dry_run_reports_and_writes_nothing),
        TEST(zone_with_a_model_that_is_not_there_is_left_alone),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
