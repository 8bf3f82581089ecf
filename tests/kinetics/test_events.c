/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <fadecast/kinetics.h>

#include "kinetics/zone.h"

static void
zone_without_events_stays_empty(void **state)
{
    fade_rates rates = typical_rates();
    const fade_site site = zone_of(&rates, NULL, 0);
    const fade_amounts nothing = {0};
    fade_amounts got = amounts_at(&site, 1000.0);

    (void)state;
    assert_same_amounts(&got, &nothing, 0.0);
}

static void
nothing_is_there_before_the_first_event(void **state)
{
    fade_rates rates = typical_rates();
    const fade_event event = implant_at(100.0, 1.0);
    const fade_site site = zone_of(&rates, &event, 1);
    const fade_amounts nothing = {0};
    fade_amounts got = amounts_at(&site, 99.999);

    (void)state;
    assert_same_amounts(&got, &nothing, 0.0);
}

static void
state_at_an_event_is_the_one_after_it(void **state)
{
    fade_rates rates = typical_rates();
    const fade_event event = implant_at(100.0, 2.0);
    const fade_site site = zone_of(&rates, &event, 1);
    fade_amounts got = amounts_at(&site, 100.0);

    (void)state;
    assert_near(got.of[0][FADE_EPIDERMIS], 0.4, 1e-15);
    assert_near(got.of[0][FADE_FREE], 1.6, 1e-15);
    assert_near(sum_of(&got), 2.0, 1e-15);
}

static void
sinks_are_not_numbers_unless_asked_for(void **state)
{
    fade_rates rates = typical_rates();
    const fade_event events[] = {implant_at(0.0, 1.0), laser_at(50.0, 0.3)};
    const fade_kinetics_options options = {.sinks = false};
    const double times[] = {-1.0, 10.0, 60.0};
    fade_amounts got[LENGTH(times)];

    (void)state;
    for (double capacity = 1.0; capacity < 3.0; capacity += 1.0) {
        const fade_site site = zone_of(&rates, events, LENGTH(events));

        rates.capture_capacity = capacity > 1.5 ? HUGE_VAL : capacity;
        solve_with(&options, &site, times, LENGTH(times), got);
        for (size_t i = 0; i < LENGTH(times); i++) {
            for (size_t j = 0; j < FADE_AMOUNTS; j++) {
                assert_true(isnan(got[i].of[0][j]) == (j >= FADE_POOLS));
            }
        }
    }
}

static void
laser_frees_half_of_what_it_shatters(void **state)
{
    fade_rates rates = typical_rates();
    const fade_event events[] = {implant_at(0.0, 1.0), laser_at(300.0, 0.4)};
    const fade_site before = zone_of(&rates, events, 1);
    const fade_site after = zone_of(&rates, events, 2);
    fade_amounts was = amounts_at(&before, 300.0);
    fade_amounts is = amounts_at(&after, 300.0);
    double lost = 0.4
                  * (was.of[0][FADE_MACROPHAGE] + was.of[0][FADE_FIBROBLAST]
                     + was.of[0][FADE_SOFTENED]);

    (void)state;
    for (size_t pool = FADE_MACROPHAGE; pool <= FADE_SOFTENED; pool++) {
        assert_rel(is.of[0][pool], 0.6 * was.of[0][pool], 1e-14);
    }
    assert_near(is.of[0][FADE_FREE], was.of[0][FADE_FREE] + lost / 2.0, 1e-15);
    assert_near(is.of[0][FADE_DRAINED], was.of[0][FADE_DRAINED] + lost / 2.0,
                1e-15);
    assert_near(is.of[0][FADE_EPIDERMIS], was.of[0][FADE_EPIDERMIS], 0.0);
}

static void
laser_of_untouched_skin_does_nothing(void **state)
{
    fade_rates rates = typical_rates();
    const fade_event events[] = {laser_at(5.0, 0.9), implant_at(20.0, 1.0)};
    const fade_site lasered = zone_of(&rates, events, 2);
    const fade_site plain = zone_of(&rates, &events[1], 1);
    fade_amounts got = amounts_at(&lasered, 400.0);
    fade_amounts want = amounts_at(&plain, 400.0);

    (void)state;
    assert_same_amounts(&got, &want, 0.0);
}

static void
lasers_at_one_time_act_one_after_the_other(void **state)
{
    fade_rates rates = typical_rates();
    const fade_event events[] = {implant_at(0.0, 1.0), laser_at(300.0, 0.5),
                                 laser_at(300.0, 0.5)};
    const fade_site once = zone_of(&rates, events, 1);
    const fade_site twice = zone_of(&rates, events, 3);
    fade_amounts was = amounts_at(&once, 300.0);
    fade_amounts is = amounts_at(&twice, 300.0);

    (void)state;
    assert_rel(is.of[0][FADE_MACROPHAGE], 0.25 * was.of[0][FADE_MACROPHAGE],
               1e-14);
}

static void
laser_spares_what_is_implanted_the_same_day(void **state)
{
    fade_rates rates = typical_rates();
    const fade_event events[] = {implant_at(0.0, 1.0), laser_at(0.0, 1.0)};
    const fade_site site = zone_of(&rates, events, 2);
    fade_amounts got = amounts_at(&site, 0.0);

    (void)state;
    assert_near(fade_amounts_visible(&got, FADE_PERMANENT), 1.0, 1e-15);
}

static void
laser_reaches_both_classes(void **state)
{
    fade_rates rates = typical_rates();
    fade_event events[] = {implant_at(0.0, 1.0), implant_at(0.0, 1.0),
                           laser_at(200.0, 0.7)};
    fade_site site = zone_of(&rates, events, 3);
    fade_amounts got;

    (void)state;
    events[1].pigment = FADE_TEMPORARY;
    site.rates[FADE_TEMPORARY] = &rates;
    got = amounts_at(&site, 260.0);
    for (size_t j = 0; j < FADE_AMOUNTS; j++) {
        assert_near(got.of[FADE_TEMPORARY][j], got.of[FADE_PERMANENT][j], 0.0);
    }
    assert_near(sum_of(&got), 2.0, 1e-11);
}

static void
dose_of_zero_changes_nothing(void **state)
{
    fade_rates rates = typical_rates();
    const fade_event events[] = {implant_at(0.0, 1.0), implant_at(50.0, 0.0)};
    const fade_site with = zone_of(&rates, events, 2);
    const fade_site without = zone_of(&rates, events, 1);
    fade_amounts got = amounts_at(&with, 900.0);
    fade_amounts want = amounts_at(&without, 900.0);

    (void)state;
    assert_same_amounts(&got, &want, 1e-13);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(zone_without_events_stays_empty),
        cmocka_unit_test(nothing_is_there_before_the_first_event),
        cmocka_unit_test(state_at_an_event_is_the_one_after_it),
        cmocka_unit_test(sinks_are_not_numbers_unless_asked_for),
        cmocka_unit_test(laser_frees_half_of_what_it_shatters),
        cmocka_unit_test(laser_of_untouched_skin_does_nothing),
        cmocka_unit_test(lasers_at_one_time_act_one_after_the_other),
        cmocka_unit_test(laser_spares_what_is_implanted_the_same_day),
        cmocka_unit_test(laser_reaches_both_classes),
        cmocka_unit_test(dose_of_zero_changes_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
