/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <fadecast/individual.h>

#include "support/near.h"
#include "support/zones.h"

typedef struct bench {
    fade_model *permanent;
    fade_model *temporary;
    fade_trajectory *fading;
} bench;

static int
set_up(void **state)
{
    bench *made = calloc(1, sizeof *made);

    assert_non_null(made);
    made->permanent = shipped_model("permanent");
    made->temporary = shipped_model("temporary");
    assert_int_equal(fade_trajectory_create(&made->fading), FADE_OK);
    *state = made;
    return 0;
}

static int
tear_down(void **state)
{
    bench *made = *state;

    fade_trajectory_destroy(made->fading);
    fade_model_destroy(made->temporary);
    fade_model_destroy(made->permanent);
    free(made);
    return 0;
}

static fade_zone
permanent_zone(const bench *with, const fade_event *events, size_t count)
{
    fade_zone zone = zone_of(events, count);

    zone.model[FADE_PERMANENT] = with->permanent;
    return zone;
}

/* Look of the typical patient, or of one with session effects. */
static fade_appearance
look_at(bench *with, const fade_zone *zone, const double *session, double time)
{
    fade_appearance look;

    assert_int_equal(fade_trajectory_set(with->fading, zone, NULL, session),
                     FADE_OK);
    assert_int_equal(fade_trajectory_looks(with->fading, &time, 1, &look),
                     FADE_OK);
    return look;
}

static fade_appearance
healed_look(bench *with, const fade_zone *zone, fade_baseline baseline)
{
    fade_appearance look;

    assert_int_equal(fade_trajectory_set(with->fading, zone, NULL, NULL),
                     FADE_OK);
    assert_int_equal(fade_trajectory_healed(with->fading, baseline, &look),
                     FADE_OK);
    return look;
}

static void
sessions_to_come_leave_no_trace_yet(void **state)
{
    bench *with = *state;
    const fade_event events[] = {implant_at(0.0, FADE_PERMANENT),
                                 implant_at(14.0, FADE_PERMANENT)};
    fade_zone all = permanent_zone(with, events, 2);
    fade_zone first = permanent_zone(with, events, 1);
    double before = 13.5;
    double after = 14.0;

    assert_near(look_at(with, &all, NULL, before).coverage,
                look_at(with, &first, NULL, before).coverage, 0.0);
    assert_near(look_at(with, &all, NULL, before).tone,
                look_at(with, &first, NULL, before).tone, 1e-12);
    assert_true(look_at(with, &all, NULL, after).coverage
                > 1.5 * look_at(with, &first, NULL, after).coverage);
}

static void
nothing_is_seen_before_the_first_session(void **state)
{
    bench *with = *state;
    const fade_event events[] = {implant_at(30.0, FADE_PERMANENT)};
    fade_zone zone = permanent_zone(with, events, 1);
    fade_appearance look = look_at(with, &zone, NULL, 29.0);

    assert_near(look.tone, 0.0, 0.0);
    assert_near(look.definition, 0.0, 0.0);
    assert_near(look.coverage, 0.0, 0.0);
}

/* pi r^2 120 dots with r^2 = 0.15^2 + 4 spread t, two ages. */
static void
each_session_s_dots_age_from_their_own_day(void **state)
{
    bench *with = *state;
    const fade_event events[] = {implant_at(10.0, FADE_PERMANENT),
                                 implant_at(1000.0, FADE_PERMANENT)};
    fade_zone zone = permanent_zone(with, events, 2);
    double spread = 0.001 / 365.25;
    double squares = 2.0 * 0.15 * 0.15 + 4.0 * spread * (1990.0 + 1000.0);
    double area = 120.0 * M_PI * squares / 100.0;

    assert_rel(look_at(with, &zone, NULL, 2000.0).coverage, -expm1(-area),
               1e-12);
}

static void
a_heavy_hand_is_a_greater_recorded_dose(void **state)
{
    bench *with = *state;
    fade_event events[] = {implant_at(0.0, FADE_PERMANENT),
                           implant_at(14.0, FADE_PERMANENT)};
    const double session[] = {0.0, 1.7};
    fade_zone zone = permanent_zone(with, events, 2);
    double by_hand = look_at(with, &zone, session, 400.0).tone;

    events[1].dose = exp(0.15 * 1.7);
    assert_rel(look_at(with, &zone, NULL, 400.0).tone, by_hand, 1e-12);
}

static void
the_zone_s_own_sun_replaces_the_model_s(void **state)
{
    bench *with = *state;
    const fade_event events[] = {implant_at(0.0, FADE_PERMANENT)};
    fade_zone typical = permanent_zone(with, events, 1);
    fade_zone sunny = typical;
    fade_zone southern = typical;
    double tone = look_at(with, &typical, NULL, 3000.0).tone;

    sunny.uv_exposure = 1.0;
    assert_rel(look_at(with, &sunny, NULL, 3000.0).tone, tone, 1e-12);
    sunny.uv_exposure = 2.0;
    assert_true(look_at(with, &sunny, NULL, 3000.0).tone < 0.95 * tone);
    southern.uv_peak_day = 355.0;
    assert_true(look_at(with, &southern, NULL, 100.0).tone
                < look_at(with, &typical, NULL, 100.0).tone);
}

/* A light second course: the bar stays where the first one put it. */
static void
baselines_are_the_first_the_latest_or_the_best_course(void **state)
{
    bench *with = *state;
    fade_event events[] = {implant_at(0.0, FADE_PERMANENT),
                           implant_at(14.0, FADE_PERMANENT),
                           implant_at(2500.0, FADE_PERMANENT)};
    fade_event heavier[] = {events[0], events[1],
                            implant_at(2500.0, FADE_PERMANENT)};
    fade_zone zone = permanent_zone(with, events, 3);
    fade_appearance first, latest, best;

    events[2].dose = 0.2;
    heavier[2].dose = 2.0;
    first = look_at(with, &zone, NULL, 14.0 + 42.0);
    latest = look_at(with, &zone, NULL, 2500.0 + 42.0);
    assert_true(latest.tone < first.tone);
    assert_rel(healed_look(with, &zone, FADE_BASELINE_FIRST).tone, first.tone,
               1e-12);
    assert_rel(healed_look(with, &zone, FADE_BASELINE_LATEST).tone, latest.tone,
               1e-12);
    best = healed_look(with, &zone, FADE_BASELINE_BEST);
    assert_rel(best.tone, first.tone, 1e-12);
    assert_rel(best.definition, first.definition, 1e-12);

    zone = permanent_zone(with, heavier, 3);
    latest = look_at(with, &zone, NULL, 2500.0 + 42.0);
    assert_true(latest.tone > first.tone);
    assert_rel(healed_look(with, &zone, FADE_BASELINE_BEST).tone, latest.tone,
               1e-12);
}

static void
a_laser_while_healing_does_not_lower_the_bar(void **state)
{
    bench *with = *state;
    const fade_event events[] = {implant_at(0.0, FADE_PERMANENT),
                                 laser_at(20.0, 0.6)};
    fade_zone zone = permanent_zone(with, events, 2);
    fade_zone alone = permanent_zone(with, events, 1);

    assert_rel(healed_look(with, &zone, FADE_BASELINE_BEST).tone,
               look_at(with, &alone, NULL, 42.0).tone, 1e-12);
    assert_true(look_at(with, &zone, NULL, 42.0).tone
                < 0.9 * look_at(with, &alone, NULL, 42.0).tone);
}

static void
two_classes_are_darker_than_either(void **state)
{
    bench *with = *state;
    const fade_event events[] = {implant_at(0.0, FADE_TEMPORARY),
                                 implant_at(60.0, FADE_PERMANENT)};
    fade_zone both = permanent_zone(with, events, 2);
    fade_zone trial = zone_of(events, 1);
    fade_zone later = permanent_zone(with, events + 1, 1);
    double tone;

    both.model[FADE_TEMPORARY] = with->temporary;
    trial.model[FADE_TEMPORARY] = with->temporary;
    tone = look_at(with, &both, NULL, 200.0).tone;
    assert_true(tone > look_at(with, &trial, NULL, 200.0).tone);
    assert_true(tone > look_at(with, &later, NULL, 200.0).tone);
    assert_true(tone < look_at(with, &trial, NULL, 200.0).tone
                           + look_at(with, &later, NULL, 200.0).tone);
    /* After ten years the trial has gone and the permanent work is left. */
    assert_rel(look_at(with, &both, NULL, 3650.0).tone,
               look_at(with, &later, NULL, 3650.0).tone, 1e-3);
}

static void
impossible_zones_are_refused(void **state)
{
    bench *with = *state;
    const fade_event events[] = {implant_at(0.0, FADE_TEMPORARY)};
    fade_zone zone = permanent_zone(with, events, 1);
    fade_appearance look;

    assert_int_equal(fade_trajectory_set(with->fading, &zone, NULL, NULL),
                     FADE_EINVAL);
    zone.model[FADE_TEMPORARY] = with->temporary;
    zone.skin_lightness = 19.0;
    assert_int_equal(fade_trajectory_set(with->fading, &zone, NULL, NULL),
                     FADE_EINVAL);
    zone.skin_lightness = nan("");
    assert_int_equal(fade_trajectory_set(with->fading, &zone, NULL, NULL),
                     FADE_EINVAL);
    zone.skin_lightness = 60.0;
    zone.event_count = 0;
    assert_int_equal(fade_trajectory_set(with->fading, &zone, NULL, NULL),
                     FADE_OK);
    assert_int_equal(
        fade_trajectory_healed(with->fading, FADE_BASELINE_BEST, &look),
        FADE_ENOTFOUND);
}

/* kinetics.h: `pigment` is an implant's; a laser's may be anything. */
static void
only_implants_need_a_class_of_pigment(void **state)
{
    bench *with = *state;
    fade_event events[] = {implant_at(0.0, FADE_PERMANENT),
                           laser_at(100.0, 0.5)};
    fade_zone zone = permanent_zone(with, events, 2);
    double tone = look_at(with, &zone, NULL, 200.0).tone;

    events[1].pigment = (fade_pigment)1000000;
    assert_near(look_at(with, &zone, NULL, 200.0).tone, tone, 0.0);
    events[0].pigment = (fade_pigment)1000000;
    assert_int_equal(fade_trajectory_set(with->fading, &zone, NULL, NULL),
                     FADE_EINVAL);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int
main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(sessions_to_come_leave_no_trace_yet),
        TEST(nothing_is_seen_before_the_first_session),
        TEST(each_session_s_dots_age_from_their_own_day),
        TEST(a_heavy_hand_is_a_greater_recorded_dose),
        TEST(the_zone_s_own_sun_replaces_the_model_s),
        TEST(baselines_are_the_first_the_latest_or_the_best_course),
        TEST(a_laser_while_healing_does_not_lower_the_bar),
        TEST(two_classes_are_darker_than_either),
        TEST(impossible_zones_are_refused),
        TEST(only_implants_need_a_class_of_pigment),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
