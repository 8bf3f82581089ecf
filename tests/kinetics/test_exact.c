/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <fadecast/kinetics.h>

#include "base/rng.h"
#include "kinetics/modes.h"
#include "kinetics/zone.h"

static const double YEAR = 365.25; /* [day] */

static void
epidermis_sheds_by_its_own_rate(void **state)
{
    fade_rates rates = typical_rates();
    const fade_event event = implant_at(10.0, 1.5);
    const fade_site site = zone_of(&rates, &event, 1);

    (void)state;
    rates.bleach_rate = 0.0;
    for (double days = 0.05; days < 300.0; days *= 1.7) {
        fade_amounts got = amounts_at(&site, 10.0 + days);

        assert_rel(got.of[0][FADE_EPIDERMIS], 0.3 * exp(-0.1 * days), 1e-13);
        assert_near(got.of[0][FADE_SHED], -0.3 * expm1(-0.1 * days), 1e-12);
    }
}

static void
free_pigment_alone_drains_by_its_own_rate(void **state)
{
    fade_rates rates = {.capture_capacity = HUGE_VAL,
                        .drain_rate = 0.105,
                        .turnover_rate = 0.3,
                        .unstore_rate = 0.4};
    const fade_event event = implant_at(0.0, 1.0);
    const fade_site site = zone_of(&rates, &event, 1);

    (void)state;
    for (double days = 0.05; days < 300.0; days *= 1.7) {
        fade_amounts got = amounts_at(&site, days);

        assert_rel(got.of[0][FADE_FREE], exp(-0.105 * days), 1e-13);
        assert_near(got.of[0][FADE_DRAINED], -expm1(-0.105 * days), 1e-12);
        assert_near(got.of[0][FADE_MACROPHAGE], 0.0, 0.0);
    }
}

/* F' = -a F + t M, M' = c F - t M: the textbook's two exponentials. */
static void
one_store_follows_two_exponentials(void **state)
{
    const double c = 0.5, d = 0.1, t = 0.02;
    const double mean = (c + d + t) / 2.0;
    const double root = sqrt(mean * mean - d * t);
    const double fast = mean + root, slow = d * t / fast;
    fade_rates rates = {.capture_capacity = HUGE_VAL,
                        .capture_rate = c,
                        .drain_rate = d,
                        .turnover_rate = t};
    const fade_event event = implant_at(0.0, 1.0);
    const fade_site site = zone_of(&rates, &event, 1);

    (void)state;
    for (double days = 0.05; days < 7305.0; days *= 1.7) {
        fade_amounts got = amounts_at(&site, days);
        double held =
            c / (fast - slow) * (exp(-slow * days) - exp(-fast * days));
        double loose =
            ((fast - t) * exp(-fast * days) + (t - slow) * exp(-slow * days))
            / (fast - slow);

        assert_near(got.of[0][FADE_MACROPHAGE], held, 1e-14);
        assert_near(got.of[0][FADE_FREE], loose, 1e-14);
    }
}

/* F -> B -> G, all but without a way back, is Bateman's chain. */
static void
softening_follows_a_chain_of_decays(void **state)
{
    const double store = 0.4, soften = 5e-3, resorb = 1e-2;
    const double rate[] = {store, soften, resorb};
    fade_rates rates = {.capture_capacity = HUGE_VAL,
                        .store_rate = store,
                        .unstore_rate = 1e-15,
                        .soften_rate = soften,
                        .resorb_rate = resorb};
    const fade_event event = implant_at(0.0, 1.0);
    const fade_site site = zone_of(&rates, &event, 1);

    (void)state;
    for (double days = 0.05; days < 2000.0; days *= 1.7) {
        const fade_kinetics_options options = {.method = FADE_EXACT};
        fade_amounts got;

        solve_with(&options, &site, &days, 1, &got);
        assert_near(got.of[0][FADE_SOFTENED],
                    store * soften * chain_of_three(rate, days), 1e-13);
    }
}

static void
light_takes_a_share_known_in_closed_form(void **state)
{
    fade_rates rates = {.capture_capacity = HUGE_VAL, .bleach_rate = 1e-3};
    const fade_event event = implant_at(40.0, 1.0);
    fade_site site = zone_of(&rates, &event, 1);

    (void)state;
    site.sunlight = (fade_sunlight){
        .uv_exposure = 2.0, .uv_amplitude = 0.8, .uv_peak_day = 355.0};
    /* Whole years: the seasons cancel. */
    for (int years = 1; years <= 20; years++) {
        fade_amounts got = amounts_at(&site, 40.0 + years * YEAR);

        assert_rel(got.of[0][FADE_FREE], exp(-2e-3 * years * YEAR), 1e-12);
        assert_near(got.of[0][FADE_BLEACHED], -expm1(-2e-3 * years * YEAR),
                    1e-12);
    }
    /* The half year around the peak: amplitude / pi more than its share. */
    site.events = &(const fade_event){
        .time = 355.0 - YEAR / 4.0, .kind = FADE_IMPLANT, .dose = 1.0};
    assert_rel(amounts_at(&site, 355.0 + YEAR / 4.0).of[0][FADE_FREE],
               exp(-2e-3 * YEAR * (0.5 + 0.8 / M_PI)), 1e-13);
}

static double
softened_at(double resorb_rate, double days)
{
    fade_rates rates = typical_rates();
    const fade_event event = implant_at(0.0, 1.0);
    const fade_site site = zone_of(&rates, &event, 1);
    const fade_kinetics_options options = {.method = FADE_EXACT};
    fade_amounts got;

    rates.resorb_rate = resorb_rate;
    solve_with(&options, &site, &days, 1, &got);
    return got.of[0][FADE_SOFTENED];
}

/*
 * Through every eigenvalue the softened amount is smooth in resorb_rate: at
 * the eigenvalue itself it is the mean of both sides, up to their curvature
 * (a relative step h bends by less than h^2 (rate days)^2).
 */
static void
resorption_passes_every_eigenvalue_smoothly(void **state)
{
    fade_rates rates = typical_rates();
    fade_modes modes;

    (void)state;
    fade_modes_find(&rates, &modes);
    for (int mode = 0; mode < FADE_MODES; mode++) {
        double rate = modes.rate[mode];

        for (double days = 0.05; days < 7305.0; days *= 3.0) {
            double at = softened_at(rate, days);

            for (double step = 1e-15; step < 1e-3; step *= 10.0) {
                double mean = (softened_at(rate * (1.0 + step), days)
                               + softened_at(rate * (1.0 - step), days))
                              / 2.0;
                double bend = step * rate * days;

                assert_near(at, mean, 1e-15 + bend * bend);
            }
        }
    }
}

static void
equal_release_rates_are_a_limit_of_unequal_ones(void **state)
{
    fade_rates same = typical_rates();
    fade_rates close;
    const fade_event event = implant_at(0.0, 1.0);
    const fade_site at = zone_of(&same, &event, 1);
    const fade_site beside = zone_of(&close, &event, 1);

    (void)state;
    same.unstore_rate = same.turnover_rate;
    for (double step = 1e-15; step < 1e-5; step *= 10.0) {
        close = same;
        close.unstore_rate *= 1.0 + step;
        for (double days = 0.05; days < 7305.0; days *= 7.0) {
            fade_amounts want = amounts_at(&at, days);
            fade_amounts got = amounts_at(&beside, days);

            assert_same_amounts(&got, &want, 1e-12 + 10.0 * step);
        }
    }
}

/* A laser that shatters nothing only breaks the interval. */
static void
one_long_step_is_many_short_ones(void **state)
{
    fade_rates rates = typical_rates();
    fade_event events[100] = {implant_at(3.0, 1.0)};
    const fade_site whole = zone_of(&rates, events, 1);
    const fade_site broken = zone_of(&rates, events, LENGTH(events));
    fade_amounts want, got;

    (void)state;
    for (size_t i = 1; i < LENGTH(events); i++) {
        events[i] = laser_at(3.0 + 73.05 * (double)i, 0.0);
    }
    want = amounts_at(&whole, 3.0 + 20.0 * YEAR);
    got = amounts_at(&broken, 3.0 + 20.0 * YEAR);
    assert_same_amounts(&got, &want, 1e-12);
}

static void
implants_superpose(void **state)
{
    fade_rates rates = typical_rates();
    const fade_event events[] = {implant_at(3.0, 0.7), implant_at(31.0, 1.9)};
    const fade_site both = zone_of(&rates, events, 2);
    const fade_site first = zone_of(&rates, &events[0], 1);
    const fade_site second = zone_of(&rates, &events[1], 1);

    (void)state;
    for (double time = 31.0; time < 7305.0; time *= 1.7) {
        fade_amounts sum = amounts_at(&first, time);
        fade_amounts other = amounts_at(&second, time);
        fade_amounts got = amounts_at(&both, time);

        for (size_t j = 0; j < FADE_AMOUNTS; j++) {
            sum.of[0][j] += other.of[0][j];
        }
        assert_same_amounts(&got, &sum, 1e-12);
    }
}

static void
pigment_never_appears_from_nothing(void **state)
{
    gsl_rng *rng = fade_rng_create(2, 1);

    (void)state;
    for (int draw = 0; draw < 300; draw++) {
        fade_rates rates = random_rates(rng);
        const fade_event event = implant_at(0.0, 1.0);
        const fade_site site = zone_of(&rates, &event, 1);
        double last = 1.0;

        for (double days = 0.05; days < 7305.0; days *= 3.0) {
            fade_amounts got = amounts_at(&site, days);
            double visible = fade_amounts_visible(&got, FADE_PERMANENT);

            for (size_t j = 0; j < FADE_AMOUNTS; j++) {
                assert_true(got.of[0][j] >= -1e-17);
            }
            assert_true(visible < last);
            assert_near(sum_of(&got), 1.0, 1e-10);
            last = visible;
        }
    }
    gsl_rng_free(rng);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(epidermis_sheds_by_its_own_rate),
        cmocka_unit_test(free_pigment_alone_drains_by_its_own_rate),
        cmocka_unit_test(one_store_follows_two_exponentials),
        cmocka_unit_test(softening_follows_a_chain_of_decays),
        cmocka_unit_test(light_takes_a_share_known_in_closed_form),
        cmocka_unit_test(resorption_passes_every_eigenvalue_smoothly),
        cmocka_unit_test(equal_release_rates_are_a_limit_of_unequal_ones),
        cmocka_unit_test(one_long_step_is_many_short_ones),
        cmocka_unit_test(implants_superpose),
        cmocka_unit_test(pigment_never_appears_from_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
