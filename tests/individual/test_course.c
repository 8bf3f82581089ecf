/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <fadecast/individual.h>

#include "support/near.h"

static fade_event
implant(double time)
{
    return (fade_event){
        .time = time, .kind = FADE_IMPLANT, .dose = 1.0, .dots = 120.0};
}

static fade_event
laser(double time)
{
    return (fade_event){.time = time, .kind = FADE_LASER, .shatter = 0.5};
}

static size_t
courses_of(const fade_event *events, size_t count, fade_course out[4])
{
    const fade_zone zone = {.events = events, .event_count = count};

    return fade_zone_courses(&zone, out, 4);
}

static void
a_zone_without_implants_has_no_course(void **state)
{
    const fade_event events[] = {laser(5.0)};
    fade_course courses[4];

    (void)state;
    assert_int_equal(courses_of(NULL, 0, courses), 0);
    assert_int_equal(courses_of(events, 1, courses), 0);
}

static void
sessions_two_weeks_apart_are_one_course(void **state)
{
    const fade_event events[] = {implant(10.0), implant(24.0), implant(38.0)};
    fade_course courses[4];

    (void)state;
    assert_int_equal(courses_of(events, 3, courses), 1);
    assert_near(courses[0].first, 10.0, 0.0);
    assert_near(courses[0].last, 38.0, 0.0);
    assert_near(courses[0].healed, 80.0, 0.0);
    assert_int_equal(courses[0].event_count, 3);
}

static void
a_gap_of_120_days_begins_a_course_and_119_do_not(void **state)
{
    const fade_event apart[] = {implant(0.0), implant(120.0)};
    const fade_event close[] = {implant(0.0), implant(119.0)};
    fade_course courses[4];

    (void)state;
    assert_int_equal(courses_of(apart, 2, courses), 2);
    assert_near(courses[0].last, 0.0, 0.0);
    assert_near(courses[1].first, 120.0, 0.0);
    assert_int_equal(courses_of(close, 2, courses), 1);
}

static void
gaps_are_measured_from_the_implant_before(void **state)
{
    const fade_event events[] = {implant(0.0), implant(100.0), implant(200.0)};
    fade_course courses[4];

    (void)state;
    assert_int_equal(courses_of(events, 3, courses), 1);
    assert_near(courses[0].healed, 242.0, 0.0);
}

static void
a_laser_neither_begins_nor_prolongs_a_course(void **state)
{
    const fade_event events[] = {implant(0.0), laser(20.0), implant(130.0)};
    fade_course courses[4];

    (void)state;
    assert_int_equal(courses_of(events, 3, courses), 2);
    assert_near(courses[0].healed, 42.0, 0.0);
    assert_int_equal(courses[0].event_count, 1);
    assert_int_equal(courses[1].event_count, 3);
}

static void
both_classes_of_pigment_share_a_course(void **state)
{
    fade_event events[] = {implant(0.0), implant(30.0)};
    fade_course courses[4];

    (void)state;
    events[0].pigment = FADE_TEMPORARY;
    assert_int_equal(courses_of(events, 2, courses), 1);
}

static void
no_more_courses_are_written_than_there_is_room_for(void **state)
{
    const fade_event events[] = {implant(0.0), implant(500.0)};
    const fade_zone zone = {.events = events, .event_count = 2};
    fade_course one = {0};

    (void)state;
    assert_int_equal(fade_zone_courses(&zone, NULL, 0), 2);
    assert_int_equal(fade_zone_courses(&zone, &one, 1), 2);
    assert_near(one.last, 0.0, 0.0);
}

static void
a_zone_is_lasered_until_the_next_implant(void **state)
{
    const fade_event events[] = {implant(0.0), laser(50.0), implant(400.0)};
    fade_zone zone = {.events = events, .event_count = 1};

    (void)state;
    assert_false(fade_zone_lasered(&zone));
    zone.event_count = 2;
    assert_true(fade_zone_lasered(&zone));
    zone.event_count = 3;
    assert_false(fade_zone_lasered(&zone));
    zone.event_count = 0;
    assert_false(fade_zone_lasered(&zone));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_zone_without_implants_has_no_course),
        cmocka_unit_test(sessions_two_weeks_apart_are_one_course),
        cmocka_unit_test(a_gap_of_120_days_begins_a_course_and_119_do_not),
        cmocka_unit_test(gaps_are_measured_from_the_implant_before),
        cmocka_unit_test(a_laser_neither_begins_nor_prolongs_a_course),
        cmocka_unit_test(both_classes_of_pigment_share_a_course),
        cmocka_unit_test(no_more_courses_are_written_than_there_is_room_for),
        cmocka_unit_test(a_zone_is_lasered_until_the_next_implant),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
