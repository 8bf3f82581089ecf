/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <fadecast/kinetics.h>

#include "base/rng.h"
#include "kinetics/zone.h"

static const double YEAR = 365.25; /* [day] */

/* Both classes, four implants and a laser, dates from an hour to 20 years. */
static void
compare_with_exact(const fade_rates rates[FADE_PIGMENTS])
{
    const fade_kinetics_options exact = {.method = FADE_EXACT, .sinks = true};
    const fade_kinetics_options stiff = {
        .method = FADE_STIFF, .sinks = true, .tolerance = 1e-13};
    const double times[] = {0.05,  3.0,   14.0,   60.0,
                            400.0, 900.0, 2000.0, 20.0 * YEAR};
    fade_event events[] = {implant_at(0.0, 1.0), implant_at(0.5, 0.4),
                           implant_at(14.0, 0.8), laser_at(500.0, 0.5),
                           implant_at(1500.0, 0.3)};
    fade_site site = zone_of(&rates[0], events, LENGTH(events));
    fade_amounts want[LENGTH(times)], got[LENGTH(times)];

    events[1].pigment = FADE_TEMPORARY;
    events[4].pigment = FADE_TEMPORARY;
    site.rates[FADE_TEMPORARY] = &rates[1];
    solve_with(&exact, &site, times, LENGTH(times), want);
    solve_with(&stiff, &site, times, LENGTH(times), got);
    for (size_t i = 0; i < LENGTH(times); i++) {
        assert_same_amounts(&got[i], &want[i], 1e-9);
    }
}

static void
stiff_agrees_with_exact_where_both_apply(void **state)
{
    gsl_rng *rng = fade_rng_create(3, 1);

    (void)state;
    for (int draw = 0; draw < 25; draw++) {
        const fade_rates rates[FADE_PIGMENTS] = {random_rates(rng),
                                                 random_rates(rng)};

        compare_with_exact(rates);
    }
    gsl_rng_free(rng);
}

static void
tolerance_is_held(void **state)
{
    fade_rates rates = typical_rates();
    const fade_event event = implant_at(0.0, 1.0);
    const fade_site site = zone_of(&rates, &event, 1);
    const double time = 5.0 * YEAR;
    fade_amounts want;

    (void)state;
    rates.capture_capacity = 0.4;
    want = amounts_at(&site, time);
    for (double tolerance = 1e-3; tolerance > 1e-12; tolerance /= 10.0) {
        const fade_kinetics_options options = {.sinks = true,
                                               .tolerance = tolerance};
        fade_amounts got;

        solve_with(&options, &site, &time, 1, &got);
        assert_same_amounts(&got, &want, tolerance);
    }
}

static void
ample_capacity_is_unlimited_capacity(void **state)
{
    fade_rates unlimited = typical_rates();
    fade_rates ample = unlimited;
    const fade_event event = implant_at(0.0, 1.0);
    const fade_site closed = zone_of(&unlimited, &event, 1);
    const fade_site open = zone_of(&ample, &event, 1);
    fade_amounts want = amounts_at(&closed, 700.0);
    fade_amounts got;

    (void)state;
    ample.capture_capacity = 1e12;
    got = amounts_at(&open, 700.0);
    assert_same_amounts(&got, &want, 1e-10);
}

static void
macrophages_never_hold_more_than_they_can(void **state)
{
    fade_rates rates = typical_rates();
    const fade_event events[] = {implant_at(0.0, 1.0), implant_at(14.0, 1.0),
                                 implant_at(28.0, 1.0)};
    const fade_site site = zone_of(&rates, events, LENGTH(events));
    double most = 0.0;

    (void)state;
    rates.capture_capacity = 0.3;
    rates.capture_rate = 50.0;
    for (double time = 0.01; time < 2000.0; time *= 1.5) {
        fade_amounts got = amounts_at(&site, time);

        most = fmax(most, got.of[0][FADE_MACROPHAGE]);
        assert_near(fmax(got.of[0][FADE_MACROPHAGE], 0.3), 0.3, 1e-12);
    }
    assert_true(most > 0.29);
}

/* Two classes of the same rates are one pigment in two colours. */
static void
classes_share_the_room_in_macrophages(void **state)
{
    fade_rates rates = typical_rates();
    fade_event events[] = {implant_at(0.0, 0.9), implant_at(0.0, 0.5),
                           implant_at(30.0, 0.3)};
    fade_event merged[] = {implant_at(0.0, 1.4), implant_at(30.0, 0.3)};
    fade_site apart = zone_of(&rates, events, LENGTH(events));
    const fade_site together = zone_of(&rates, merged, LENGTH(merged));

    (void)state;
    rates.capture_capacity = 0.6;
    events[1].pigment = FADE_TEMPORARY;
    apart.rates[FADE_TEMPORARY] = &rates;
    for (double time = 0.5; time < 4000.0; time *= 4.0) {
        fade_amounts two = amounts_at(&apart, time);
        fade_amounts one = amounts_at(&together, time);

        for (size_t j = 0; j < FADE_AMOUNTS; j++) {
            assert_near(two.of[0][j] + two.of[1][j], one.of[0][j], 1e-10);
        }
    }
}

static void
smaller_capacity_holds_for_the_zone(void **state)
{
    fade_rates tight = typical_rates();
    fade_rates loose = typical_rates();
    fade_event events[] = {implant_at(0.0, 1.0), implant_at(0.0, 1.0)};
    fade_site mixed = zone_of(&loose, events, 2);
    fade_site same = zone_of(&tight, events, 2);
    fade_amounts got, want;

    (void)state;
    events[1].pigment = FADE_TEMPORARY;
    tight.capture_capacity = 0.5;
    mixed.rates[FADE_TEMPORARY] = same.rates[FADE_TEMPORARY] = &tight;
    got = amounts_at(&mixed, 200.0);
    want = amounts_at(&same, 200.0);
    assert_same_amounts(&got, &want, 0.0);
}

/* F -> M -> G without a way back has no symmetric matrix: Bateman's chain. */
static void
store_that_never_empties_is_solved_all_the_same(void **state)
{
    const double capture = 0.4, soften = 5e-3, resorb = 1e-2;
    fade_rates rates = {.capture_capacity = HUGE_VAL,
                        .capture_rate = capture,
                        .soften_rate = soften,
                        .resorb_rate = resorb};
    const fade_event event = implant_at(0.0, 1.0);
    const fade_site site = zone_of(&rates, &event, 1);
    const double rate[] = {capture, soften, resorb};

    (void)state;
    for (double days = 0.05; days < 2000.0; days *= 3.0) {
        fade_amounts got = amounts_at(&site, days);
        assert_near(got.of[0][FADE_FREE], exp(-capture * days), 1e-10);
        assert_near(got.of[0][FADE_SOFTENED],
                    capture * soften * chain_of_three(rate, days), 1e-10);
    }
}

static fade_rates
wild_rates(gsl_rng *rng)
{
    return (fade_rates){.epidermal_fraction = gsl_rng_uniform(rng),
                        .capture_capacity = random_rate(rng, 1e-4, 1e4),
                        .shed_rate = random_rate(rng, 1e-12, 1e3),
                        .capture_rate = random_rate(rng, 1e-12, 1e3),
                        .drain_rate = random_rate(rng, 1e-12, 1e3),
                        .store_rate = random_rate(rng, 1e-12, 1e3),
                        .unstore_rate = random_rate(rng, 1e-12, 1e3),
                        .turnover_rate = random_rate(rng, 1e-12, 1e3),
                        .soften_rate = random_rate(rng, 1e-12, 1e3),
                        .resorb_rate = random_rate(rng, 1e-12, 1e3),
                        .bleach_rate = random_rate(rng, 1e-12, 1e3)};
}

static void
assert_sound(const fade_rates *rates, const fade_amounts *got, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        assert_near(sum_of(&got[i]), 1.0, 1e-8);
        assert_true(got[i].of[0][FADE_MACROPHAGE]
                    <= rates->capture_capacity + 1e-8);
        for (size_t j = 0; j < FADE_AMOUNTS; j++) {
            assert_true(got[i].of[0][j] >= -1e-8);
        }
    }
}

/* Rates from nothing to seconds: a sound answer, or none. */
static void
what_cannot_be_solved_is_refused(void **state)
{
    gsl_rng *rng = fade_rng_create(3, 2);
    const fade_kinetics_options options = {.sinks = true};
    const fade_event event = implant_at(0.0, 1.0);
    const double times[] = {0.05, 3.0, 60.0, 900.0, 20.0 * YEAR};
    int solved = 0;

    (void)state;
    for (int draw = 0; draw < 60; draw++) {
        fade_rates rates = wild_rates(rng);
        const fade_site site = zone_of(&rates, &event, 1);
        fade_kinetics *kinetics = NULL;
        fade_amounts got[LENGTH(times)];
        fade_status status;

        assert_int_equal(fade_kinetics_create(&kinetics, &options), FADE_OK);
        status =
            fade_kinetics_solve(kinetics, &site, times, LENGTH(times), got);
        fade_kinetics_destroy(kinetics);
        if (status == FADE_OK) {
            solved++;
            assert_sound(&rates, got, LENGTH(times));
        } else {
            assert_int_equal(status, FADE_ECONVERGE);
        }
    }
    assert_true(solved > 50);
    gsl_rng_free(rng);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(stiff_agrees_with_exact_where_both_apply),
        cmocka_unit_test(tolerance_is_held),
        cmocka_unit_test(ample_capacity_is_unlimited_capacity),
        cmocka_unit_test(macrophages_never_hold_more_than_they_can),
        cmocka_unit_test(classes_share_the_room_in_macrophages),
        cmocka_unit_test(smaller_capacity_holds_for_the_zone),
        cmocka_unit_test(what_cannot_be_solved_is_refused),
        cmocka_unit_test(store_that_never_empties_is_solved_all_the_same),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
