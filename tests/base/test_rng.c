/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/rng.h"

#include <gsl/gsl_cdf.h>

#include "support/near.h"

/* Random123's kat_vectors, philox4x32 with 10 rounds. */
static void
philox_gives_the_published_blocks(void **state)
{
    static const struct {
        uint32_t counter[4];
        uint32_t key[2];
        uint32_t want[4];
    } cases[] = {
        {{0, 0, 0, 0},
         {0, 0},
         {0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}},
        {{0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff},
         {0xffffffff, 0xffffffff},
         {0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}},
        {{0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344},
         {0xa4093822, 0x299f31d0},
         {0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        uint32_t out[4];

        fade_philox(cases[i].counter, cases[i].key, out);
        assert_memory_equal(out, cases[i].want, sizeof out);
    }
}

static void
the_generator_hands_out_those_blocks(void **state)
{
    gsl_rng *rng = fade_rng_create(0, 0);

    (void)state;
    assert_int_equal(gsl_rng_get(rng), 0x6627e8d5);
    assert_int_equal(gsl_rng_get(rng), 0xe169c58d);
    assert_int_equal(gsl_rng_get(rng), 0xbc57ac4c);
    assert_int_equal(gsl_rng_get(rng), 0x9b00dbd8);
    assert_int_not_equal(gsl_rng_get(rng), 0x6627e8d5);
    gsl_rng_free(rng);
}

static void
seed_and_stream_decide_alone(void **state)
{
    const uint64_t big = UINT64_C(0x123456789abcdef0);
    gsl_rng *one = fade_rng_create(big, 5);
    gsl_rng *two = fade_rng_create(1, 1);
    gsl_rng *other = fade_rng_create(big, 5 + (UINT64_C(1) << 32));
    int same = 0;

    (void)state;
    for (int i = 0; i < 7; i++) {
        (void)gsl_rng_get(two);
    }
    fade_rng_set(two, big, 5);
    for (int i = 0; i < 1000; i++) {
        unsigned long word = gsl_rng_get(one);

        assert_int_equal(word, gsl_rng_get(two));
        same += word == gsl_rng_get(other);
    }
    assert_true(same < 3);
    gsl_rng_free(one);
    gsl_rng_free(two);
    gsl_rng_free(other);
}

static void
uniform_numbers_fill_the_unit_interval(void **state)
{
    gsl_rng *rng = fade_rng_create(11, 3);
    int cells[64] = {0};
    double chi_squared = 0;
    const int draws = 64000;

    (void)state;
    for (int i = 0; i < draws; i++) {
        double u = gsl_rng_uniform(rng);

        assert_true(u >= 0.0 && u < 1.0);
        cells[(int)(64.0 * u)]++;
    }
    for (int i = 0; i < 64; i++) {
        chi_squared += pow(cells[i] - draws / 64.0, 2) / (draws / 64.0);
    }
    assert_true(gsl_cdf_chisq_Q(chi_squared, 63) > 0.001);
    assert_true(gsl_cdf_chisq_P(chi_squared, 63) > 0.001);
    gsl_rng_free(rng);
}

/* A net of 2^k points has exactly one point in each of 2^k slices. */
static void
quasi_points_are_even_in_every_dimension(void **state)
{
    enum { DIMENSIONS = 12, POINTS = 1024 };

    static unsigned char seen[DIMENSIONS][POINTS];
    fade_quasi *quasi = NULL;

    (void)state;
    assert_int_equal(fade_quasi_create(DIMENSIONS, 3, 9, &quasi), FADE_OK);
    for (int i = 0; i < POINTS; i++) {
        double z[DIMENSIONS];

        fade_quasi_normal(quasi, z);
        for (int d = 0; d < DIMENSIONS; d++) {
            int slice = (int)(gsl_cdf_ugaussian_P(z[d]) * POINTS);

            assert_int_equal(seen[d][slice]++, 0);
        }
    }
    fade_quasi_destroy(quasi);
}

static void
quasi_points_are_standard_normal_past_sobols_table_too(void **state)
{
    enum { DIMENSIONS = 50, POINTS = 4096 };

    double sum[DIMENSIONS] = {0};
    double squares[DIMENSIONS] = {0};
    double product = 0;
    fade_quasi *quasi = NULL;

    (void)state;
    assert_int_equal(fade_quasi_create(DIMENSIONS, 5, 0, &quasi), FADE_OK);
    for (int i = 0; i < POINTS; i++) {
        double z[DIMENSIONS];

        fade_quasi_normal(quasi, z);
        for (int d = 0; d < DIMENSIONS; d++) {
            assert_true(isfinite(z[d]));
            sum[d] += z[d];
            squares[d] += z[d] * z[d];
        }
        product += z[0] * z[49];
    }
    for (int d = 0; d < DIMENSIONS; d++) {
        double allowed = d < 40 ? 0.003 : 0.1;

        assert_near(sum[d] / POINTS, 0, allowed);
        assert_near(squares[d] / POINTS, 1, 2 * allowed);
    }
    assert_near(product / POINTS, 0, 0.1);
    fade_quasi_destroy(quasi);
}

static void
quasi_points_repeat_and_differ_by_stream(void **state)
{
    fade_quasi *quasi[3] = {NULL};
    double z[3];

    (void)state;
    assert_int_equal(fade_quasi_create(1, 1, 1, &quasi[0]), FADE_OK);
    assert_int_equal(fade_quasi_create(1, 1, 1, &quasi[1]), FADE_OK);
    assert_int_equal(fade_quasi_create(1, 1, 2, &quasi[2]), FADE_OK);
    for (int i = 0; i < 100; i++) {
        for (int k = 0; k < 3; k++) {
            fade_quasi_normal(quasi[k], &z[k]);
        }
        assert_memory_equal(&z[0], &z[1], sizeof z[0]);
        assert_true(fabs(z[0] - z[2]) > 1e-12);
    }
    for (int k = 0; k < 3; k++) {
        fade_quasi_destroy(quasi[k]);
    }
    assert_int_equal(fade_quasi_create(0, 1, 1, &quasi[0]), FADE_EINVAL);
    assert_null(quasi[0]);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(philox_gives_the_published_blocks),
        cmocka_unit_test(the_generator_hands_out_those_blocks),
        cmocka_unit_test(seed_and_stream_decide_alone),
        cmocka_unit_test(uniform_numbers_fill_the_unit_interval),
        cmocka_unit_test(quasi_points_are_even_in_every_dimension),
        cmocka_unit_test(
            quasi_points_are_standard_normal_past_sobols_table_too),
        cmocka_unit_test(quasi_points_repeat_and_differ_by_stream),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
