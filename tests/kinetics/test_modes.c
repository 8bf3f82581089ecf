/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kinetics/modes.h"

#include "base/rng.h"
#include "kinetics/zone.h"

enum { DRAWS = 2000 };

/* K (modes.h) times the modes' amounts must be their rates times them. */
static double
worst_residual(const fade_rates *r, const fade_modes *modes)
{
    const double k[FADE_MODES][FADE_MODES] = {
        {r->capture_rate + r->drain_rate + r->store_rate, -r->turnover_rate,
         -r->unstore_rate},
        {-r->capture_rate, r->turnover_rate + r->soften_rate, 0.0},
        {-r->store_rate, 0.0, r->unstore_rate + r->soften_rate}};
    double worst = 0.0;

    for (int mode = 0; mode < FADE_MODES; mode++) {
        for (int i = 0; i < FADE_MODES; i++) {
            double residual = -modes->rate[mode] * modes->spread[i][mode];
            double size = fabs(residual);

            for (int j = 0; j < FADE_MODES; j++) {
                residual += k[i][j] * modes->spread[j][mode];
                size += fabs(k[i][j] * modes->spread[j][mode]);
            }
            worst = fmax(worst, fabs(residual) / fmax(size, 1e-300));
        }
    }
    return worst;
}

static void
modes_decay_each_at_its_own_rate(void **state)
{
    gsl_rng *rng = fade_rng_create(1, 1);

    (void)state;
    for (int i = 0; i < DRAWS; i++) {
        fade_rates rates = random_rates(rng);
        fade_modes modes;

        fade_modes_find(&rates, &modes);
        assert_near(worst_residual(&rates, &modes), 0.0, 1e-12);
    }
    gsl_rng_free(rng);
}

static void
spreading_undoes_weighing(void **state)
{
    gsl_rng *rng = fade_rng_create(1, 2);

    (void)state;
    for (int i = 0; i < DRAWS; i++) {
        fade_rates rates = random_rates(rng);
        fade_modes modes;

        fade_modes_find(&rates, &modes);
        for (int place = 0; place < FADE_MODES; place++) {
            double sum = 0.0;

            for (int mode = 0; mode < FADE_MODES; mode++) {
                sum += modes.spread[place][mode] * modes.weigh[mode][place];
            }
            assert_near(sum, 1.0, 1e-13);
        }
    }
    gsl_rng_free(rng);
}

/*
 * The determinant of K, written without a difference, is the product of the
 * rates: even the slowest is right to all its digits.
 */
static void
slow_rates_are_as_precise_as_fast_ones(void **state)
{
    gsl_rng *rng = fade_rng_create(1, 3);

    (void)state;
    for (int i = 0; i < DRAWS; i++) {
        fade_rates r = random_rates(rng);
        fade_modes modes;
        double held, stored, determinant;

        r.turnover_rate = random_rate(rng, 1e-9, 1e-3);
        r.unstore_rate = random_rate(rng, 1e-9, 1e-3);
        r.soften_rate = 0.0;
        held = r.turnover_rate;
        stored = r.unstore_rate;
        determinant = r.drain_rate * held * stored;
        fade_modes_find(&r, &modes);
        assert_rel(modes.rate[0] * modes.rate[1] * modes.rate[2], determinant,
                   1e-12);
    }
    gsl_rng_free(rng);
}

static void
stores_of_one_rate_have_a_mode_of_that_rate(void **state)
{
    fade_rates rates = typical_rates();
    fade_modes modes;
    double nearest = HUGE_VAL;

    (void)state;
    rates.unstore_rate = rates.turnover_rate;
    fade_modes_find(&rates, &modes);
    for (int mode = 0; mode < FADE_MODES; mode++) {
        nearest = fmin(nearest, fabs(modes.rate[mode] - rates.turnover_rate
                                     - rates.soften_rate));
    }
    assert_near(nearest, 0.0, 1e-17);
    assert_near(worst_residual(&rates, &modes), 0.0, 1e-13);
}

static void
rates_of_zero_are_no_obstacle(void **state)
{
    fade_rates rates = {0};
    fade_modes modes;

    (void)state;
    fade_modes_find(&rates, &modes);
    for (int mode = 0; mode < FADE_MODES; mode++) {
        assert_near(modes.rate[mode], 0.0, 0.0);
        assert_near(modes.spread[mode][mode], 1.0, 0.0);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(modes_decay_each_at_its_own_rate),
        cmocka_unit_test(spreading_undoes_weighing),
        cmocka_unit_test(slow_rates_are_as_precise_as_fast_ones),
        cmocka_unit_test(stores_of_one_rate_have_a_mode_of_that_rate),
        cmocka_unit_test(rates_of_zero_are_no_obstacle),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
