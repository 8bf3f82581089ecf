/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include <fadecast/schedule.h>

#include "schedule/case.h"
#include "support/near.h"

/* A case of one row: dates as text, "" for none. */
typedef struct row {
    const char *name;
    const char *session, *touchup, *today;
    fade_period healing, minimum, maximum;
    fade_contraindication against[2]; /* what NULL: none */
    const char *dates[4]; /* earliest, recommended, overdue after, latest */
    const char *words;    /* that the reason holds */
} row;

static void
check_row(const row *one)
{
    double draws[CASE_DRAWS];
    fade_policy policy = fade_policy_default();
    fade_recall_case zone;
    fade_recall_decision got;

    case_draws(draws);
    zone = case_of(draws);
    zone.last_session = day(one->session);
    zone.last_touchup = day(one->touchup);
    zone.contraindications = one->against;
    while (zone.contraindication_count < 2
           && one->against[zone.contraindication_count].what) {
        zone.contraindication_count++;
    }
    policy.healing_interval = one->healing;
    policy.minimum_interval = one->minimum;
    policy.maximum_interval = one->maximum;
    print_message("# %s\n", one->name);
    assert_int_equal(
        fade_schedule_decide(&zone, &policy, day(one->today), &got), FADE_OK);
    print_message("#   %s\n", got.reason);
    assert_day(got.dates.earliest, one->dates[0]);
    assert_day(got.dates.recommended, one->dates[1]);
    assert_day(got.dates.overdue_after, one->dates[2]);
    assert_day(got.dates.latest, one->dates[3]);
    assert_non_null(strstr(got.reason, one->words));
}

static void
intervals_of_the_policy_bound_the_window(void **state)
{
    const row rows[] = {
        {.name = "healing in months ends on the month's last day",
         .session = "2027-08-31",
         .today = "2026-06-01",
         .healing = {.months = 6},
         .dates = {"2028-02-29", "2028-02-29", "2029-02-24", ""},
         .words = "not before 2028-02-29, when the skin has healed"},
        {.name = "a leap day plus a year is the last of February",
         .session = "2028-02-29",
         .today = "2028-06-01",
         .healing = {.years = 1},
         .dates = {"2029-02-28", "2029-02-28", "2029-02-28", ""},
         .words = "healing until 2029-02-27; then"},
        {.name = "the minimum interval counts from the last touch-up",
         .session = "2026-03-01",
         .touchup = "2026-03-01",
         .today = "2026-06-01",
         .healing = {.days = 42},
         .minimum = {.years = 2},
         .dates = {"2028-03-01", "2028-03-01", "2029-02-24", ""},
         .words = "not before 2028-03-01, 2 years after the last touch-up"},
        {.name = "a first course has no touch-up to count from",
         .session = "2026-03-01",
         .today = "2026-06-01",
         .healing = {.days = 42},
         .minimum = {.years = 2},
         .dates = {"2027-05-16", "2027-10-13", "2029-02-24", ""},
         .words = "by 2027-10-13; no"},
        {.name = "latest exists where the policy has a maximum interval",
         .session = "2026-03-01",
         .today = "2026-06-01",
         .healing = {.days = 42},
         .maximum = {.months = 18},
         .dates = {"2027-05-16", "2027-10-13", "2029-02-24", "2027-09-01"},
         .words = "; at the latest on 2027-09-01"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        check_row(&rows[i]);
    }
}

static void
contraindications_move_what_falls_into_them(void **state)
{
    const row rows[] = {
        {.name = "one that has ended counts while it lasts longer",
         .session = "2026-03-01",
         .today = "2028-06-01",
         .healing = {.days = 42},
         .against = {{"infection", day("2027-11-01"), day("2028-01-31")}},
         .dates = {"2028-02-01", "2028-02-01", "2029-02-24", ""},
         .words = "due since 2028-02-01"},
        {.name = "one under way pushes the window behind its last day",
         .session = "2026-03-01",
         .today = "2027-12-01",
         .healing = {.days = 42},
         .against = {{"infection", day("2027-11-01"), day("2028-01-31")}},
         .dates = {"2028-02-01", "2028-02-01", "2029-02-24", ""},
         .words = "infection on file since 2027-11-01 until 2028-01-31"},
        {.name = "one without an end leaves no date",
         .session = "2026-03-01",
         .today = "2027-12-01",
         .healing = {.days = 42},
         .against = {{"allergy", day("2027-11-01"), FADE_NO_DATE}},
         .dates = {"", "", "", ""},
         .words = "allergy on file since 2027-11-01, without an end"},
        {.name = "one to the calendar's last day has no end",
         .session = "2026-03-01",
         .today = "2026-06-01",
         .healing = {.days = 42},
         .against = {{"allergy", day("2027-09-01"), day("9999-12-31")}},
         .dates = {"2027-05-16", "", "", ""},
         .words = "; no date because of a contraindication without an end"},
        {.name = "also where it is under way",
         .session = "2026-03-01",
         .today = "2027-12-01",
         .healing = {.days = 42},
         .against = {{"allergy", day("2027-11-01"), day("9999-12-31")}},
         .dates = {"", "", "", ""},
         .words = "allergy on file since 2027-11-01 until 9999-12-31"},
        {.name = "on its last day it still holds",
         .session = "2026-03-01",
         .today = "2028-01-31",
         .healing = {.days = 42},
         .against = {{"infection", day("2027-11-01"), day("2028-01-31")}},
         .dates = {"2028-02-01", "2028-02-01", "2029-02-24", ""},
         .words = "infection on file"},
        {.name = "a later one moves the recommended date that it covers",
         .session = "2026-03-01",
         .today = "2026-06-01",
         .healing = {.days = 42},
         .against = {{"pregnancy", day("2027-09-01"), day("2028-05-31")}},
         .dates = {"2027-05-16", "2028-06-01", "2029-02-24", ""},
         .words = "not before 2028-06-01 because of a contraindication"},
        {.name = "a later one elsewhere changes nothing",
         .session = "2026-03-01",
         .today = "2026-06-01",
         .healing = {.days = 42},
         .against = {{"surgery", day("2027-10-14"), day("2028-05-31")}},
         .dates = {"2027-05-16", "2027-10-13", "2029-02-24", ""},
         .words = "by 2027-10-13; no"},
        {.name = "two that touch are one",
         .session = "2026-03-01",
         .today = "2026-06-01",
         .healing = {.days = 42},
         .against = {{"surgery", day("2027-10-01"), day("2027-10-31")},
                     {"infection", day("2027-11-01"), day("2027-11-30")}},
         .dates = {"2027-05-16", "2027-12-01", "2029-02-24", ""},
         .words = "not before 2027-12-01 because of a contraindication"},
        {.name = "a later one without an end leaves no recommended date",
         .session = "2026-03-01",
         .today = "2026-06-01",
         .healing = {.days = 42},
         .against = {{"pregnancy", day("2027-10-13"), FADE_NO_DATE}},
         .dates = {"2027-05-16", "", "", ""},
         .words = "no date because of a contraindication without an end"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        check_row(&rows[i]);
    }
}

static void
contraindication_holds_from_its_first_to_its_last_day(void **state)
{
    static const struct {
        const char *today;
        bool holds;
    } rows[] = {{"2026-05-31", false},
                {"2026-06-01", true},
                {"2026-06-30", true},
                {"2026-07-01", false}};

    const fade_contraindication infection = {"infection", day("2026-06-01"),
                                             day("2026-06-30")};
    double draws[CASE_DRAWS];
    fade_policy policy = fade_policy_default();
    fade_recall_case zone;

    (void)state;
    case_draws(draws);
    zone = case_of(draws);
    zone.contraindications = &infection;
    zone.contraindication_count = 1;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        fade_recall_decision got;

        assert_int_equal(
            fade_schedule_decide(&zone, &policy, day(rows[i].today), &got),
            FADE_OK);
        assert_int_equal(got.status == FADE_NOT_RECOMMENDED, rows[i].holds);
    }
}

/* Quantiles at index 10, 25 and 75 of 101 draws; infinite from `first` on. */
static void
quantile_beyond_the_horizon_is_no_date(void **state)
{
    static const struct {
        int first_infinite;
        const char *dates[3];
        const char *words;
    } rows[] = {
        {76, {"2027-05-16", "2027-10-13", "2029-02-24"}, "by 2027-10-13"},
        {75, {"2027-05-16", "2027-10-13", ""}, "by 2027-10-13"},
        {25,
         {"2027-05-16", "", ""},
         "no date: the chance that tone falls below 75 % of its healed value "
         "within 30 years is under 25 %; no readings yet"},
        {10, {"", "", ""}, "is under 25 %"},
    };

    double draws[CASE_DRAWS];
    fade_policy policy = fade_policy_default();
    fade_recall_case zone;

    (void)state;
    zone = case_of(draws);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        fade_recall_decision got;

        case_draws(draws);
        for (int k = rows[i].first_infinite; k < CASE_DRAWS; k++) {
            draws[k] = HUGE_VAL;
        }
        assert_int_equal(
            fade_schedule_decide(&zone, &policy, day("2027-10-12"), &got),
            FADE_OK);
        assert_int_equal(got.status, FADE_NOT_DUE);
        assert_day(got.dates.earliest, rows[i].dates[0]);
        assert_day(got.dates.recommended, rows[i].dates[1]);
        assert_day(got.dates.overdue_after, rows[i].dates[2]);
        assert_non_null(strstr(got.reason, rows[i].words));
    }
}

static void
part_of_a_day_rounds_up(void **state)
{
    double draws[CASE_DRAWS];
    fade_policy policy = fade_policy_default();
    fade_recall_case zone;
    fade_recall_decision got;

    (void)state;
    case_draws(draws);
    zone = case_of(draws);
    draws[25] += 0.001;
    assert_int_equal(
        fade_schedule_decide(&zone, &policy, day("2026-06-01"), &got), FADE_OK);
    assert_day(got.dates.recommended, "2027-10-14");
}

static void
earlier_risk_opens_the_window_earlier(void **state)
{
    double draws[CASE_DRAWS];
    fade_policy policy = fade_policy_default();
    fade_recall_case zone;
    fade_date last = day("2026-01-01");

    (void)state;
    case_draws(draws);
    zone = case_of(draws);
    for (int percent = 1; percent <= 25; percent++) {
        fade_recall_decision got;

        policy.early_risk = percent / 100.0;
        assert_int_equal(
            fade_schedule_decide(&zone, &policy, day("2026-06-01"), &got),
            FADE_OK);
        assert_true(got.dates.earliest > last);
        assert_true(got.dates.earliest <= got.dates.recommended);
        assert_true(got.dates.recommended <= got.dates.overdue_after);
        last = got.dates.earliest;
    }
}

/* Expected cost of coming on `when`, term by term; finite draws only. */
static double
expected_cost(const double *draws, size_t count, double when,
              const double cost[2])
{
    double sum = 0.0;

    for (size_t i = 0; i < count; i++) {
        sum += cost[0] * fmax(when - draws[i], 0.0)
               + cost[1] * fmax(draws[i] - when, 0.0);
    }
    return sum / (double)count;
}

static void
least_cost_day_is_the_best_of_all_days(void **state)
{
    static const double costs[][2] = {{3, 1},  {1, 1},     {1, 9},
                                      {20, 1}, {0.3, 0.7}, {100, 0.5}};
    double draws[37];

    (void)state;
    for (size_t i = 0; i < 37; i++) {
        double u = ((double)i + 0.37) / 37.0;

        draws[i] = 200.0 + 900.3 * u * u + 3.7 * sin(40.0 * u);
    }
    draws[36] = 1500.4;
    for (size_t c = 0; c < sizeof costs / sizeof *costs; c++) {
        double got =
            fade_schedule_least_cost(draws, 37, costs[c][0], costs[c][1]);
        double least = expected_cost(draws, 37, got, costs[c]);

        assert_near(got, floor(got), 0.0);
        for (double when = 150.0; when < 1600.0; when += 1.0) {
            assert_true(least
                        <= expected_cost(draws, 37, when, costs[c]) + 1e-9);
        }
    }
}

static void
least_cost_day_knows_draws_that_never_come(void **state)
{
    const double draws[] = {100, 200, 300, HUGE_VAL};

    (void)state;
    assert_near(fade_schedule_least_cost(draws, 4, 3, 1), 100, 0);
    assert_near(fade_schedule_least_cost(draws, 4, 1, 1), 200, 0);
    assert_near(fade_schedule_least_cost(draws, 4, 1, 3), 300, 0);
    assert_true(isinf(fade_schedule_least_cost(draws, 4, 1, 4)));
    assert_true(isinf(fade_schedule_least_cost(draws, 0, 1, 1)));
}

static void
cost_rule_recommends_the_least_cost_day(void **state)
{
    double draws[CASE_DRAWS];
    fade_policy policy = fade_policy_default();
    fade_recall_case zone;
    fade_recall_decision got;

    (void)state;
    case_draws(draws);
    zone = case_of(draws);
    policy.rule = FADE_RULE_COST;
    policy.cost_late = 1.5;
    assert_int_equal(
        fade_schedule_decide(&zone, &policy, day("2026-06-01"), &got), FADE_OK);
    /* 1/2.5 of 101 draws: the 41st, 400 + 400 days on. */
    assert_day(got.dates.recommended, "2028-03-11");
    assert_string_equal(
        got.reason,
        "least expected cost on 2028-03-11, where a day late weighs 1.5 times "
        "a day early and late is when tone has fallen below 75 % of its "
        "healed value; no readings yet");
    draws[40] = HUGE_VAL;
    for (int i = 41; i < CASE_DRAWS; i++) {
        draws[i] = HUGE_VAL;
    }
    assert_int_equal(
        fade_schedule_decide(&zone, &policy, day("2026-06-01"), &got), FADE_OK);
    assert_day(got.dates.recommended, "");
    assert_non_null(strstr(got.reason, "is under 40 %"));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(intervals_of_the_policy_bound_the_window),
        cmocka_unit_test(contraindications_move_what_falls_into_them),
        cmocka_unit_test(contraindication_holds_from_its_first_to_its_last_day),
        cmocka_unit_test(quantile_beyond_the_horizon_is_no_date),
        cmocka_unit_test(part_of_a_day_rounds_up),
        cmocka_unit_test(earlier_risk_opens_the_window_earlier),
        cmocka_unit_test(least_cost_day_is_the_best_of_all_days),
        cmocka_unit_test(least_cost_day_knows_draws_that_never_come),
        cmocka_unit_test(cost_rule_recommends_the_least_cost_day),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
