/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include <fadecast/schedule.h>

#include "schedule/case.h"

static void
default_policy_is_good(void **state)
{
    fade_policy policy = fade_policy_default();

    (void)state;
    assert_int_equal(fade_policy_check(&policy, NULL), FADE_OK);
}

/* Checks that `bad` is refused and that the first note names `field`. */
static void
refused(const fade_policy *bad, const char *field)
{
    fade_diag diag;

    fade_diag_init(&diag, 10);
    assert_int_equal(fade_policy_check(bad, &diag), FADE_EINVAL);
    assert_int_equal(diag.errors, diag.kept);
    assert_true(diag.kept > 0);
    assert_string_equal(diag.notes[0].field, field);
    fade_diag_clear(&diag);
}

static void
each_bad_value_is_named(void **state)
{
    const fade_policy good = fade_policy_default();
    fade_policy bad = good;

    (void)state;
    bad.touchup.tone_threshold = 0.0;
    refused(&bad, "tone_threshold");
    bad = good;
    bad.touchup.definition_threshold = 1.01;
    refused(&bad, "definition_threshold");
    bad = good;
    bad.early_risk = 0.3;
    refused(&bad, "early_risk");
    bad = good;
    bad.risk = nan("");
    refused(&bad, "risk");
    bad = good;
    bad.late_risk = 0.2;
    refused(&bad, "late_risk");
    bad = good;
    bad.cost_late = HUGE_VAL;
    refused(&bad, "c_late");
    bad = good;
    bad.cost_late = 1e7;
    refused(&bad, "c_late");
    bad = good;
    bad.cost_early = 1e-7;
    refused(&bad, "c_early");
    bad = good;
    bad.cost_early = 0.0;
    refused(&bad, "c_early");
    bad = good;
    bad.healing_interval.days = -1;
    refused(&bad, "healing_interval");
    bad = good;
    bad.maximum_interval = (fade_period){.days = 41};
    refused(&bad, "maximum_interval");
    bad = good;
    bad.horizon = (fade_period){0};
    refused(&bad, "horizon");
    bad = good;
    bad.working_days = 0;
    refused(&bad, "working_days");
    bad = good;
    bad.working_days = 0x80;
    refused(&bad, "working_days");
    bad = good;
    bad.lead_days = -1;
    refused(&bad, "lead_days");
    bad = good;
    bad.keep_cancelled_days = 367;
    refused(&bad, "keep_cancelled");
}

static void
planned_day_is_a_working_day_from_today_on(void **state)
{
    static const struct {
        const char *recommended, *today, *planned;
    } rows[] = {
        {"", "2026-11-20", ""},
        {"2026-11-26", "2026-11-20", "2026-11-26"}, /* a Thursday */
        {"2026-11-29", "2026-11-20", "2026-11-30"}, /* Sunday to Monday */
        {"2019-05-01", "2026-11-20", "2026-11-20"}, /* years ago: today */
        {"2019-05-01", "2026-11-22", "2026-11-23"}, /* and today is Sunday */
        {"2026-11-22", "2026-11-22", "2026-11-23"},
    };

    fade_policy policy = fade_policy_default();

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_day(fade_schedule_planned_day(&policy, day(rows[i].recommended),
                                             day(rows[i].today)),
                   rows[i].planned);
    }
}

static void
each_weekday_alone_is_found_within_a_week(void **state)
{
    fade_policy policy = fade_policy_default();
    fade_date monday = day("2026-11-16");

    (void)state;
    for (int weekday = 0; weekday < 7; weekday++) {
        policy.working_days = 1u << weekday;
        for (int from = 0; from < 7; from++) {
            fade_date got = fade_schedule_working_day(&policy, monday + from);

            assert_int_equal(fade_date_weekday(got), weekday);
            assert_true(got >= monday + from && got < monday + from + 7);
        }
    }
}

static void
no_working_day_lies_beyond_the_calendar(void **state)
{
    fade_policy policy = fade_policy_default();
    fade_date last = day("9999-12-31"); /* a Friday */

    (void)state;
    assert_int_equal(fade_schedule_working_day(&policy, last), last);
    policy.working_days = 1u << 6;
    assert_int_equal(fade_schedule_working_day(&policy, last), FADE_NO_DATE);
    assert_int_equal(fade_schedule_working_day(&policy, FADE_NO_DATE),
                     FADE_NO_DATE);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(default_policy_is_good),
        cmocka_unit_test(each_bad_value_is_named),
        cmocka_unit_test(planned_day_is_a_working_day_from_today_on),
        cmocka_unit_test(each_weekday_alone_is_found_within_a_week),
        cmocka_unit_test(no_working_day_lies_beyond_the_calendar),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
