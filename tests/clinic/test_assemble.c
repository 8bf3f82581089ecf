/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "clinic/assemble.h"

#include <string.h>

#include "base/text.h"
#include "clinic/one_zone.h"
#include "support/near.h"

static void
plans_are_left_out_and_counted(void **state)
{
    one_zone *one = *state;
    fade_assembly got;

    add_session(one, "2026-05-01", FADE_PERMANENT);
    add_session(one, "2026-06-01", FADE_PERMANENT);
    add_session(one, "2026-06-02", FADE_PERMANENT);
    add_tone(one, "2026-05-20", 4.0);
    add_tone(one, "2026-07-20", 4.0);
    assert_int_equal(assemble(one, "2026-06-01", &got), FADE_OK);
    assert_int_equal(got.zone.event_count, 2);
    assert_int_equal(got.planned_sessions, 1);
    assert_int_equal(got.zone.reading_count, 1);
    assert_int_equal(got.later_readings, 1);
    assert_int_equal(got.first_session, day("2026-05-01"));
    assert_int_equal(got.last_session, day("2026-06-01"));
    assert_int_equal(got.last_reading, day("2026-05-20"));
    fade_assembly_clear(&got);
}

static void
clock_starts_with_the_patients_first_year(void **state)
{
    one_zone *one = *state;
    fade_chart_session early = {.date = day("2024-03-01"), .model = ""};
    fade_chart_zone zones[2];
    fade_assembly got;

    add_session(one, "2026-05-01", FADE_PERMANENT);
    zones[0] = one->zone;
    zones[1] = one->zone;
    zones[1].sessions = &early;
    zones[1].session_count = 1;
    one->chart.zones = zones;
    one->chart.zone_count = 2;
    assert_int_equal(assemble(one, "2027-01-01", &got), FADE_OK);
    assert_int_equal(got.origin, day("2024-01-01"));
    assert_near(got.zone.events[0].time,
                (double)(day("2026-05-01") - day("2024-01-01")), 0.0);
    fade_assembly_clear(&got);
}

static void
only_a_later_course_is_a_touchup(void **state)
{
    one_zone *one = *state;
    fade_assembly got;

    add_session(one, "2026-01-01", FADE_PERMANENT);
    add_session(one, "2026-02-01", FADE_PERMANENT);
    assert_int_equal(assemble(one, "2030-01-01", &got), FADE_OK);
    assert_int_equal(got.last_touchup, FADE_NO_DATE);
    fade_assembly_clear(&got);
    add_session(one, "2029-02-01", FADE_PERMANENT);
    assert_int_equal(assemble(one, "2030-01-01", &got), FADE_OK);
    assert_int_equal(got.last_touchup, day("2029-02-01"));
    fade_assembly_clear(&got);
}

static void
each_class_has_its_model(void **state)
{
    one_zone *one = *state;
    fade_assembly got;

    add_session(one, "2026-01-01", FADE_TEMPORARY);
    add_session(one, "2026-09-01", FADE_PERMANENT);
    assert_int_equal(assemble(one, "2026-03-01", &got), FADE_OK);
    assert_null(got.zone.model[FADE_PERMANENT]);
    assert_string_equal(fade_model_name(got.zone.model[FADE_TEMPORARY]),
                        "temporary");
    fade_assembly_clear(&got);
    assert_int_equal(assemble(one, "2027-03-01", &got), FADE_OK);
    assert_string_equal(fade_model_name(got.zone.model[FADE_PERMANENT]),
                        "permanent");
    fade_assembly_clear(&got);
}

static void
model_of_another_pigment_is_refused(void **state)
{
    one_zone *one = *state;
    fade_assembly got;

    add_session(one, "2026-01-01", FADE_TEMPORARY)->model = "permanent";
    assert_int_equal(assemble(one, "2026-03-01", &got), FADE_ECONFLICT);
    assert_int_equal(one->diag.errors, 1);
}

static void
unknown_model_is_said(void **state)
{
    one_zone *one = *state;
    fade_assembly got;

    add_session(one, "2026-01-01", FADE_TEMPORARY)->model = "nonsense";
    assert_int_equal(assemble(one, "2026-03-01", &got), FADE_ENOTFOUND);
    assert_non_null(strstr(one->diag.notes[0].text, "nonsense"));
}

static void
measured_skin_wins_over_its_type(void **state)
{
    one_zone *one = *state;
    fade_assembly got;

    add_session(one, "2026-01-01", FADE_PERMANENT);
    one->chart.fitzpatrick = 5;
    assert_int_equal(assemble(one, "2026-03-01", &got), FADE_OK);
    assert_int_equal(got.skin_from, FADE_SKIN_MEASURED);
    assert_near(got.zone.skin_lightness, 60.0, 0.0);
    fade_assembly_clear(&got);
    one->zone.skin_lightness = nan("");
    assert_int_equal(assemble(one, "2026-03-01", &got), FADE_OK);
    assert_int_equal(got.skin_from, FADE_SKIN_BY_TYPE);
    assert_near(got.zone.skin_lightness, 46.0, 0.0);
    fade_assembly_clear(&got);
    one->chart.fitzpatrick = 0;
    assert_int_equal(assemble(one, "2026-03-01", &got), FADE_OK);
    assert_int_equal(got.skin_from, FADE_SKIN_ASSUMED);
    assert_near(got.zone.skin_lightness, 61.0, 0.0);
    fade_assembly_clear(&got);
}

static void
southern_summers_are_in_december(void **state)
{
    one_zone *one = *state;
    fade_assembly got;

    add_session(one, "2026-01-01", FADE_PERMANENT);
    assert_int_equal(assemble(one, "2026-03-01", &got), FADE_OK);
    assert_true(isnan(got.zone.uv_peak_day));
    fade_assembly_clear(&got);
    one->chart.south = true;
    assert_int_equal(assemble(one, "2026-03-01", &got), FADE_OK);
    assert_near(got.zone.uv_peak_day, 355.0, 0.0);
    fade_assembly_clear(&got);
}

static void
times_become_dates_rounded_up(void **state)
{
    fade_assembly got = {.origin = day("2026-01-01")};

    (void)state;
    assert_int_equal(fade_assembly_date(&got, 31.0), day("2026-02-01"));
    assert_int_equal(fade_assembly_date(&got, 31.01), day("2026-02-02"));
    assert_int_equal(fade_assembly_date(&got, HUGE_VAL), FADE_NO_DATE);
}

static void
nothing_on_file_is_no_case(void **state)
{
    one_zone *one = *state;
    fade_assembly got;

    assert_int_equal(assemble(one, "2026-03-01", &got), FADE_OK);
    assert_int_equal(got.last_session, FADE_NO_DATE);
    assert_int_equal(got.zone.event_count, 0);
    fade_assembly_clear(&got);
}

#define ON_ZONE(test) \
    cmocka_unit_test_setup_teardown(test, set_up_zone, tear_down_zone)

int
main(void)
{
    const struct CMUnitTest tests[] = {
        ON_ZONE(plans_are_left_out_and_counted),
        ON_ZONE(clock_starts_with_the_patients_first_year),
        ON_ZONE(only_a_later_course_is_a_touchup),
        ON_ZONE(each_class_has_its_model),
        ON_ZONE(model_of_another_pigment_is_refused),
        ON_ZONE(unknown_model_is_said),
        ON_ZONE(measured_skin_wins_over_its_type),
        ON_ZONE(southern_summers_are_in_december),
        ON_ZONE(times_become_dates_rounded_up),
        ON_ZONE(nothing_on_file_is_no_case),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
