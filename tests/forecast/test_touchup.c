/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "forecast/touchup.h"

#include <float.h>

#include "base/rng.h"
#include "individual/draw.h"
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

static fade_touchup_search
search_of(bench *with, const fade_zone *zone, const fade_effects *effects,
          double tone_threshold)
{
    fade_touchup_search search = {.rule = fade_touchup_rule_default()};
    fade_course courses[4];
    size_t count = fade_zone_courses(zone, courses, 4);

    assert_in_range(count, 1, 4);
    search.rule.tone_threshold = tone_threshold;
    search.healed = courses[count - 1].healed;
    assert_int_equal(fade_trajectory_set(with->fading, zone, effects, NULL),
                     FADE_OK);
    assert_int_equal(fade_trajectory_healed(with->fading, search.rule.baseline,
                                            &search.baseline),
                     FADE_OK);
    return search;
}

static bool
is_below(bench *with, const fade_touchup_search *search, double time)
{
    const fade_touchup_rule *rule = &search->rule;
    fade_appearance look;
    bool tone, definition;

    assert_int_equal(fade_trajectory_looks(with->fading, &time, 1, &look),
                     FADE_OK);
    tone = look.tone < rule->tone_threshold * search->baseline.tone;
    definition = look.definition
                 < rule->definition_threshold * search->baseline.definition;
    return rule->criterion == FADE_BY_TONE         ? tone
           : rule->criterion == FADE_BY_DEFINITION ? definition
                                                   : tone || definition;
}

/* First whole number of days after the healed time that is below. */
static double
scan_daily(bench *with, const fade_touchup_search *search)
{
    for (int day = 0; day <= (int)FADE_HORIZON_DAYS; day++) {
        if (is_below(with, search, search->healed + day)) {
            return search->healed + day;
        }
    }
    return HUGE_VAL;
}

static void
check_against_scan(bench *with, const fade_touchup_search *search)
{
    double scanned = scan_daily(with, search);
    double found;

    assert_int_equal(fade_touchup_time(with->fading, search, &found), FADE_OK);
    if (scanned > search->healed && scanned < HUGE_VAL) {
        assert_near(found, scanned - 0.5, 0.501);
    } else if (scanned < HUGE_VAL) {
        assert_near(found, scanned, 0.0);
    } else {
        assert_true(found > search->healed + FADE_HORIZON_DAYS - 1.0);
    }
    if (found > search->healed && found < HUGE_VAL) {
        assert_false(is_below(with, search, found - 0.01));
        assert_true(is_below(with, search, found + 0.01));
    }
}

/* Random people under a strong sun, by each criterion, at any threshold. */
static void
it_is_the_first_crossing_that_a_daily_scan_finds(void **state)
{
    bench *with = *state;
    const fade_event events[] = {implant_at(100.0, FADE_PERMANENT),
                                 implant_at(114.0, FADE_PERMANENT)};
    const double thresholds[] = {1.0, 0.99, 0.9, 0.75, 0.3};
    fade_zone zone = zone_of(events, 2);
    fade_quasi *points = NULL;
    fade_layout layout;
    double point[FADE_PARAMETER_COUNT + 2];
    double session[2];

    zone.model[FADE_PERMANENT] = with->permanent;
    zone.uv_exposure = 4.0;
    layout = fade_zone_layout(&zone);
    assert_int_equal(fade_quasi_create(layout.dimensions, 4, 0, &points),
                     FADE_OK);
    for (int i = 0; i < 60; i++) {
        fade_touchup_search search;
        fade_effects effects;

        fade_quasi_normal(points, point);
        fade_layout_spread(&layout, &zone, point, &effects, session);
        search = search_of(with, &zone, &effects, thresholds[i % 5]);
        search.rule.criterion = (fade_criterion)(i % 3);
        check_against_scan(with, &search);
    }
    fade_quasi_destroy(points);
}

/* Whether it is above the threshold again within two years of `time`. */
static bool
comes_back(bench *with, const fade_touchup_search *search, double time)
{
    for (int day = 1; day <= 730; day++) {
        if (!is_below(with, search, time + day)) {
            return true;
        }
    }
    return false;
}

/*
 * Pigment that hardly drains under a strong sun: it bleaches in summer, and
 * spreading dots win in winter, so that tone crosses thresholds near 1 down,
 * up and down again.
 */
static void
of_several_crossings_it_is_the_first(void **state)
{
    bench *with = *state;
    const fade_event events[] = {implant_at(0.0, FADE_PERMANENT)};
    fade_zone zone = zone_of(events, 1);
    fade_effects effects = {.z = {0.0}};
    int returns = 0;

    zone.model[FADE_PERMANENT] = with->permanent;
    effects.z[FADE_DRAIN_RATE] = -9.0;
    for (int i = 0; i < 200; i++) {
        fade_touchup_search search;
        double found;
        int sunny = i / 50;

        zone.uv_exposure = 4.0 + 0.5 * sunny;
        search = search_of(with, &zone, &effects, 0.98 + 0.0004 * (i % 50));
        check_against_scan(with, &search);
        assert_int_equal(fade_touchup_time(with->fading, &search, &found),
                         FADE_OK);
        returns += comes_back(with, &search, found) ? 1 : 0;
    }
    print_message("# %d of 200 come back\n", returns);
    assert_true(returns > 20);
}

static void
work_that_never_fades_has_no_touch_up(void **state)
{
    bench *with = *state;
    const fade_event events[] = {implant_at(0.0, FADE_PERMANENT)};
    fade_zone zone = zone_of(events, 1);
    fade_touchup_search search;
    double found = 0.0;

    zone.model[FADE_PERMANENT] = with->permanent;
    search = search_of(with, &zone, NULL, 1e-6);
    assert_int_equal(fade_touchup_time(with->fading, &search, &found), FADE_OK);
    assert_true(found > DBL_MAX);
}

static void
work_that_is_too_pale_when_healed_is_due_at_once(void **state)
{
    bench *with = *state;
    fade_event events[] = {implant_at(0.0, FADE_PERMANENT),
                           implant_at(20.0, FADE_PERMANENT),
                           implant_at(6000.0, FADE_PERMANENT)};
    fade_zone zone = zone_of(events, 3);
    fade_touchup_search search;
    double found = 0.0;

    events[2].dose = 0.05;
    zone.model[FADE_PERMANENT] = with->permanent;
    search = search_of(with, &zone, NULL, 0.75);
    assert_int_equal(fade_touchup_time(with->fading, &search, &found), FADE_OK);
    assert_near(found, 6042.0, 0.0);
}

static void
a_laser_s_jump_below_the_threshold_is_found(void **state)
{
    bench *with = *state;
    const fade_event events[] = {implant_at(0.0, FADE_PERMANENT),
                                 laser_at(777.25, 0.9)};
    fade_zone zone = zone_of(events, 2);
    fade_touchup_search search;
    double found = 0.0;

    zone.model[FADE_PERMANENT] = with->permanent;
    search = search_of(with, &zone, NULL, 0.75);
    assert_int_equal(fade_touchup_time(with->fading, &search, &found), FADE_OK);
    /* Half of what the laser frees is gone at once: 0.9 falls to 0.5. */
    assert_near(found, 777.25, 0.01);
}

static void
two_classes_cross_where_a_daily_scan_says(void **state)
{
    bench *with = *state;
    const fade_event events[] = {implant_at(0.0, FADE_TEMPORARY),
                                 implant_at(30.0, FADE_TEMPORARY),
                                 implant_at(400.0, FADE_PERMANENT)};
    fade_zone zone = zone_of(events, 3);

    zone.model[FADE_PERMANENT] = with->permanent;
    zone.model[FADE_TEMPORARY] = with->temporary;
    for (int criterion = 0; criterion < 3; criterion++) {
        for (int i = 0; i < 8; i++) {
            fade_touchup_search search =
                search_of(with, &zone, NULL, 0.3 + 0.1 * i);

            search.rule.criterion = (fade_criterion)criterion;
            check_against_scan(with, &search);
        }
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int
main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(it_is_the_first_crossing_that_a_daily_scan_finds),
        TEST(of_several_crossings_it_is_the_first),
        TEST(work_that_never_fades_has_no_touch_up),
        TEST(work_that_is_too_pale_when_healed_is_due_at_once),
        TEST(a_laser_s_jump_below_the_threshold_is_found),
        TEST(two_classes_cross_where_a_daily_scan_says),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
