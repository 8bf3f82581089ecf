/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "clinic/outlook.h"

#include <string.h>

#include "base/text.h"
#include "clinic/one_zone.h"
#include "support/near.h"

/* Three reference sessions; `out` and `assembly` are the caller's to end. */
static void
look_ahead(one_zone *one, fade_pigment pigment, const fade_outlook_plan *plan,
           fade_assembly *assembly, fade_outlook **out)
{
    fade_recall_case need;

    add_session(one, "2026-01-01", pigment);
    add_session(one, "2026-01-15", pigment);
    add_session(one, "2026-01-29", pigment);
    assert_int_equal(fade_assemble(&one->chart, &one->zone, plan->today,
                                   one->shelf, assembly, &one->diag),
                     FADE_OK);
    need = fade_assembly_case(assembly, &one->chart, &one->zone);
    assert_int_equal(fade_outlook_create(assembly, &need, plan, out), FADE_OK);
}

static void
table_goes_by_calendar_from_the_last_session(void **state)
{
    one_zone *one = *state;
    fade_outlook_plan plan = fade_outlook_plan_default(day("2026-06-01"));
    static const char *const dates[] = {"2026-03-12", "2026-04-29",
                                        "2026-06-01", "2026-07-29",
                                        "2026-10-29", "2027-01-29"};
    fade_assembly assembly;
    fade_outlook *outlook = NULL;

    plan.step = (fade_period){.months = 3};
    plan.until = day("2027-02-28");
    plan.draws = 16;
    look_ahead(one, FADE_PERMANENT, &plan, &assembly, &outlook);
    assert_int_equal(outlook->count, 6);
    for (size_t i = 0; i < outlook->count; i++) {
        assert_int_equal(fade_outlook_date(outlook, i), day(dates[i]));
    }
    assert_near(fade_outlook_day(outlook, 0), 42.0, 0.0);
    fade_outlook_destroy(outlook);
    fade_assembly_clear(&assembly);
}

static void
typical_patient_is_told_by_years(void **state)
{
    one_zone *one = *state;
    fade_outlook_plan plan = fade_outlook_plan_default(day("2026-06-01"));
    fade_assembly assembly;
    fade_outlook *outlook = NULL;

    plan.typical = true;
    look_ahead(one, FADE_PERMANENT, &plan, &assembly, &outlook);
    assert_int_equal(outlook->count, 8);
    assert_near(fade_outlook_years(outlook, 0), 0.5, 1e-12);
    assert_near(fade_outlook_years(outlook, 7), 10.0, 1e-12);
    fade_outlook_destroy(outlook);
    fade_assembly_clear(&assembly);
}

static void
picture_begins_with_the_first_session(void **state)
{
    one_zone *one = *state;
    fade_outlook_plan plan = fade_outlook_plan_default(day("2026-06-01"));
    fade_assembly assembly;
    fade_outlook *outlook = NULL;

    plan.fine = true;
    plan.draws = 16;
    look_ahead(one, FADE_TEMPORARY, &plan, &assembly, &outlook);
    assert_int_equal(fade_outlook_date(outlook, 0), day("2026-01-01"));
    for (size_t i = 1; i < outlook->count; i++) {
        assert_true(outlook->times[i] > outlook->times[i - 1]);
    }
    assert_int_equal(fade_outlook_date(outlook, outlook->count - 1),
                     day("2028-07-29"));
    fade_outlook_destroy(outlook);
    fade_assembly_clear(&assembly);
}

static void
recommended_day_is_the_risk_quantile(void **state)
{
    one_zone *one = *state;
    fade_outlook_plan plan = fade_outlook_plan_default(day("2026-06-01"));
    fade_assembly assembly;
    fade_outlook *outlook = NULL;

    plan.draws = 256;
    look_ahead(one, FADE_PERMANENT, &plan, &assembly, &outlook);
    assert_int_equal(outlook->decision.dates.recommended,
                     fade_outlook_touchup(outlook, plan.policy.risk));
    assert_int_equal(outlook->decision.dates.overdue_after,
                     fade_outlook_touchup(outlook, plan.policy.late_risk));
    fade_outlook_destroy(outlook);
    fade_assembly_clear(&assembly);
}

static void
words_tell_what_is_not_known(void **state)
{
    one_zone *one = *state;
    fade_outlook_plan plan = fade_outlook_plan_default(day("2026-06-01"));
    fade_assembly assembly;
    fade_outlook *outlook = NULL;
    fade_text words = {0};

    plan.draws = 64;
    add_tone(one, "2026-05-01", 4.4);
    look_ahead(one, FADE_PERMANENT, &plan, &assembly, &outlook);
    fade_outlook_words(outlook, &words);
    assert_non_null(strstr(words.bytes, "not yet learnt from"));
    assert_non_null(strstr(words.bytes, "nobody has measured them"));
    assert_non_null(strstr(words.bytes, "75 % of its healed tone"));
    assert_non_null(strstr(words.bytes, "Today, 2026-06-01"));
    fade_text_clear(&words);
    fade_outlook_destroy(outlook);
    fade_assembly_clear(&assembly);
}

static void
nothing_done_is_nothing_to_forecast(void **state)
{
    one_zone *one = *state;
    fade_outlook_plan plan = fade_outlook_plan_default(day("2026-06-01"));
    fade_assembly assembly;
    fade_recall_case need;
    fade_outlook *outlook = NULL;

    assert_int_equal(assemble(one, "2026-06-01", &assembly), FADE_OK);
    need = fade_assembly_case(&assembly, &one->chart, &one->zone);
    assert_int_equal(fade_outlook_create(&assembly, &need, &plan, &outlook),
                     FADE_ENOTFOUND);
    assert_null(outlook);
    fade_assembly_clear(&assembly);
}

#define ON_ZONE(test) \
    cmocka_unit_test_setup_teardown(test, set_up_zone, tear_down_zone)

int
main(void)
{
    const struct CMUnitTest tests[] = {
        ON_ZONE(table_goes_by_calendar_from_the_last_session),
        ON_ZONE(typical_patient_is_told_by_years),
        ON_ZONE(picture_begins_with_the_first_session),
        ON_ZONE(recommended_day_is_the_risk_quantile),
        ON_ZONE(words_tell_what_is_not_known),
        ON_ZONE(nothing_done_is_nothing_to_forecast),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
