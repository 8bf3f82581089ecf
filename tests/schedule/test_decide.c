/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <fadecast/schedule.h>

#include "schedule/case.h"

static fade_recall_decision
decide(const fade_recall_case *zone, const fade_policy *policy,
       const char *today)
{
    fade_recall_decision decision;

    memset(&decision, 0, sizeof decision);
    assert_int_equal(fade_schedule_decide(zone, policy, day(today), &decision),
                     FADE_OK);
    return decision;
}

static void
four_dates_are_the_quantiles_of_the_touchup_time(void **state)
{
    double draws[CASE_DRAWS];
    fade_policy policy = fade_policy_default();
    fade_recall_case zone;
    fade_recall_decision decision;

    (void)state;
    case_draws(draws);
    zone = case_of(draws);
    decision = decide(&zone, &policy, "2026-06-01");
    assert_int_equal(decision.status, FADE_NOT_DUE);
    assert_day(decision.dates.earliest, "2027-05-16");
    assert_day(decision.dates.recommended, "2027-10-13");
    assert_day(decision.dates.overdue_after, "2029-02-24");
    assert_day(decision.dates.latest, "");
    assert_string_equal(
        decision.reason,
        "25 % chance that tone falls below 75 % of its healed value by "
        "2027-10-13; no readings yet");
}

static void
status_changes_on_the_days_the_dates_say(void **state)
{
    static const struct {
        const char *today;
        fade_recall_status status;
        const char *reason; /* how it begins */
    } rows[] = {
        {"2026-03-01", FADE_HEALING, "healing until 2026-04-11; then 25 % "},
        {"2026-04-11", FADE_HEALING, "healing until 2026-04-11; then 25 % "},
        {"2026-04-12", FADE_NOT_DUE, "25 % chance that tone falls below"},
        {"2027-05-16", FADE_NOT_DUE, "25 % chance that tone falls below"},
        {"2027-10-12", FADE_NOT_DUE, "25 % chance that tone falls below"},
        {"2027-10-13", FADE_DUE,
         "due since 2027-10-13: 25 % chance that tone has fallen below 75 %"},
        {"2029-02-24", FADE_DUE, "due since 2027-10-13: 25 % chance"},
        {"2029-02-25", FADE_OVERDUE,
         "overdue since 2029-02-25: 75 % chance that tone has fallen below "
         "75 % of its healed value by 2029-02-24; no readings yet"},
        {"2039-01-01", FADE_OVERDUE, "overdue since 2029-02-25: 75 % "},
    };

    double draws[CASE_DRAWS];
    fade_policy policy = fade_policy_default();
    fade_recall_case zone;

    (void)state;
    case_draws(draws);
    zone = case_of(draws);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        fade_recall_decision got = decide(&zone, &policy, rows[i].today);

        assert_int_equal(got.status, rows[i].status);
        assert_memory_equal(got.reason, rows[i].reason, strlen(rows[i].reason));
    }
}

/* Where healing, not fading, sets the dates, the quantiles lie before them. */
static void
overdue_words_promise_no_more_than_is_known(void **state)
{
    double draws[CASE_DRAWS];
    fade_policy policy = fade_policy_default();
    fade_recall_case zone;
    fade_recall_decision got;

    (void)state;
    for (int i = 0; i < CASE_DRAWS; i++) {
        draws[i] = 80.0;
    }
    zone = case_of(draws);
    got = decide(&zone, &policy, "2026-04-13");
    assert_int_equal(got.status, FADE_OVERDUE);
    assert_day(got.dates.recommended, "2026-04-12");
    assert_day(got.dates.overdue_after, "2026-04-12");
    assert_string_equal(
        got.reason, "overdue since 2026-04-13: at least 75 % chance that tone "
                    "has fallen below 75 % of its healed value by 2026-04-12; "
                    "no readings yet");
}

/* Each row takes one more reason away; what remains decides. */
static void
first_status_that_applies_wins(void **state)
{
    static const char *const reasons[] = {
        "no implant session on record",
        "no longer followed",
        "infection on file since 2026-03-05 until 2026-03-20",
        "left to fade, as the patient wishes",
        "lasered on 2026-03-02: left to fade until the next implant",
    };
    static const fade_recall_status statuses[] = {
        FADE_NO_DATA, FADE_NO_LONGER_FOLLOWED, FADE_NOT_RECOMMENDED,
        FADE_LET_FADE, FADE_LET_FADE};
    fade_contraindication infection = {"infection", day("2026-03-05"),
                                       day("2026-03-20")};
    double draws[CASE_DRAWS];
    fade_policy policy = fade_policy_default();
    fade_recall_case zone;

    (void)state;
    case_draws(draws);
    zone = case_of(draws);
    zone.last_session = FADE_NO_DATE;
    zone.followed = false;
    zone.contraindications = &infection;
    zone.contraindication_count = 1;
    zone.let_fade = true;
    zone.last_laser = day("2026-03-02");
    for (int step = 0; step < 5; step++) {
        fade_recall_decision got = decide(&zone, &policy, "2026-03-10");

        assert_int_equal(got.status, statuses[step]);
        assert_string_equal(got.reason, reasons[step]);
        if (step != 2) {
            assert_day(got.dates.recommended, "");
            assert_day(got.dates.earliest, "");
        }
        zone.last_session = day("2026-03-01");
        zone.followed = step >= 1;
        zone.contraindication_count = step >= 2 ? 0 : 1;
        zone.let_fade = step < 3;
        if (step == 4) {
            zone.last_laser = FADE_NO_DATE;
        }
    }
    assert_int_equal(decide(&zone, &policy, "2026-03-10").status, FADE_HEALING);
}

static void
readings_are_counted_and_said_to_be_used_or_not(void **state)
{
    double draws[CASE_DRAWS];
    fade_policy policy = fade_policy_default();
    fade_recall_case zone;

    (void)state;
    case_draws(draws);
    zone = case_of(draws);
    zone.reading_count = 3;
    zone.last_reading = day("2026-09-14");
    assert_string_equal(
        decide(&zone, &policy, "2026-10-01").reason,
        "25 % chance that tone falls below 75 % of its healed value by "
        "2027-10-13; 3 readings, the last on 2026-09-14, not yet used by the "
        "forecast");
    zone.reading_count = 1;
    zone.readings_used = true;
    assert_string_equal(
        decide(&zone, &policy, "2026-10-01").reason,
        "25 % chance that tone falls below 75 % of its healed value by "
        "2027-10-13; 1 reading, the last on 2026-09-14");
}

static void
reason_names_the_criterion_of_the_policy(void **state)
{
    double draws[CASE_DRAWS];
    fade_policy policy = fade_policy_default();
    fade_recall_case zone;

    (void)state;
    case_draws(draws);
    zone = case_of(draws);
    policy.risk = 0.125;
    policy.touchup.criterion = FADE_BY_FIRST_OF_BOTH;
    policy.touchup.baseline = FADE_BASELINE_LATEST;
    assert_string_equal(
        decide(&zone, &policy, "2026-10-01").reason,
        "12.5 % chance that tone falls below 75 % or definition falls below "
        "50 % of its latest healed value by 2027-06-10; no readings yet");
    policy.touchup.criterion = FADE_BY_DEFINITION;
    policy.touchup.baseline = FADE_BASELINE_FIRST;
    assert_string_equal(
        decide(&zone, &policy, "2026-10-01").reason,
        "12.5 % chance that definition falls below 50 % of its first healed "
        "value by 2027-06-10; no readings yet");
}

static void
long_contraindication_is_cut_at_a_whole_character(void **state)
{
    char what[900];
    fade_contraindication odd = {what, day("2026-01-01"), FADE_NO_DATE};
    double draws[CASE_DRAWS];
    fade_policy policy = fade_policy_default();
    fade_recall_case zone;
    fade_recall_decision decision;
    size_t length = 0;

    (void)state;
    case_draws(draws);
    for (size_t i = 0; i + 2 < sizeof what; i += 2) {
        memcpy(what + i, "\xc3\xa9", 3); /* e acute */
    }
    zone = case_of(draws);
    zone.contraindications = &odd;
    zone.contraindication_count = 1;
    decision = decide(&zone, &policy, "2026-10-01");
    length = strlen(decision.reason);
    assert_true(length < FADE_REASON_SIZE && length > FADE_REASON_SIZE - 4);
    assert_string_equal(decision.reason + length - 5, "\xc3\xa9...");
}

static void
decision_refuses_what_it_cannot_date(void **state)
{
    double draws[CASE_DRAWS];
    fade_policy policy = fade_policy_default();
    fade_recall_case zone;
    fade_recall_decision decision;

    (void)state;
    case_draws(draws);
    zone = case_of(draws);
    assert_int_equal(
        fade_schedule_decide(&zone, &policy, FADE_NO_DATE, &decision),
        FADE_EINVAL);
    zone.last_session = day("9999-12-30");
    assert_int_equal(
        fade_schedule_decide(&zone, &policy, day("2026-01-01"), &decision),
        FADE_EINVAL);
    zone.last_session = day("2026-03-01");
    policy.risk = 1.5;
    assert_int_equal(
        fade_schedule_decide(&zone, &policy, day("2026-01-01"), &decision),
        FADE_EINVAL);
}

static void
every_status_has_words_that_read_back(void **state)
{
    (void)state;
    for (int i = 0; i < FADE_RECALL_STATUSES; i++) {
        fade_recall_status back = FADE_RECALL_STATUSES;
        const char *text = fade_recall_status_text((fade_recall_status)i);

        assert_int_equal(fade_recall_status_parse(text, &back), FADE_OK);
        assert_int_equal(back, i);
    }
    assert_int_equal(fade_recall_status_parse("late", &(fade_recall_status){0}),
                     FADE_ENOTFOUND);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(four_dates_are_the_quantiles_of_the_touchup_time),
        cmocka_unit_test(status_changes_on_the_days_the_dates_say),
        cmocka_unit_test(overdue_words_promise_no_more_than_is_known),
        cmocka_unit_test(first_status_that_applies_wins),
        cmocka_unit_test(readings_are_counted_and_said_to_be_used_or_not),
        cmocka_unit_test(reason_names_the_criterion_of_the_policy),
        cmocka_unit_test(long_contraindication_is_cut_at_a_whole_character),
        cmocka_unit_test(decision_refuses_what_it_cannot_date),
        cmocka_unit_test(every_status_has_words_that_read_back),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
