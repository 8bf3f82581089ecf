/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pigment words, growing arrays and small numerics. */
#include <math.h>
#include <stdlib.h>

#include <gsl/gsl_errno.h>
#include <gsl/gsl_sf_log.h>

#include <fadecast/pigment.h>

#include "base/array.h"
#include "base/numeric.h"
#include "support/near.h"

static void
pigment_words_read_back(void **state)
{
    (void)state;
    for (int i = 0; i < FADE_PIGMENTS; i++) {
        fade_pigment out = FADE_PIGMENTS;

        assert_int_equal(
            fade_pigment_parse(fade_pigment_name((fade_pigment)i), &out),
            FADE_OK);
        assert_int_equal(out, i);
    }
    assert_int_equal(fade_pigment_parse("Permanent", &(fade_pigment){0}),
                     FADE_ENOTFOUND);
    assert_int_equal(fade_pigment_parse("", &(fade_pigment){0}),
                     FADE_ENOTFOUND);
}

static void
an_array_keeps_its_items_while_it_grows(void **state)
{
    int *items = NULL;
    size_t room = 0;

    (void)state;
    for (size_t i = 0; i < 1000; i++) {
        void *grown = items;

        assert_int_equal(
            fade_array_reserve(&grown, &room, i + 1, sizeof *items), FADE_OK);
        items = grown;
        items[i] = (int)i;
    }
    for (size_t i = 0; i < 1000; i++) {
        assert_int_equal(items[i], i);
    }
    assert_true(room >= 1000 && room < 2048);
    free(items);
}

static void
an_impossible_array_leaves_the_old_one(void **state)
{
    void *items = NULL;
    size_t room = 0;

    (void)state;
    assert_int_equal(fade_array_reserve(&items, &room, SIZE_MAX / 4, 8),
                     FADE_ENOMEM);
    assert_null(items);
    assert_int_equal(room, 0);
}

/* R: quantile(c(1, 2, 4, 8, 16), c(0, .1, .25, .5, .9, 1)) */
static void
quantiles_are_those_of_r(void **state)
{
    const double values[] = {1, 2, 4, 8, 16};

    (void)state;
    assert_near(fade_quantile(values, 5, 0.0), 1, 0);
    assert_near(fade_quantile(values, 5, 0.1), 1.4, 1e-15);
    assert_near(fade_quantile(values, 5, 0.25), 2, 0);
    assert_near(fade_quantile(values, 5, 0.5), 4, 0);
    assert_near(fade_quantile(values, 5, 0.9), 12.8, 1e-14);
    assert_near(fade_quantile(values, 5, 1.0), 16, 0);
    assert_near(fade_quantile(values, 1, 0.7), 1, 0);
    assert_true(isnan(fade_quantile(values, 0, 0.5)));
    assert_true(isnan(fade_quantile(values, 5, 1.1)));
    assert_true(isnan(fade_quantile(values, 5, nan(""))));
}

static void
infinite_values_count_in_quantiles(void **state)
{
    const double values[] = {1, 2, HUGE_VAL, HUGE_VAL};

    (void)state;
    assert_near(fade_quantile(values, 4, 1.0 / 3.0), 2, 1e-12);
    assert_true(isinf(fade_quantile(values, 4, 0.5)));
    assert_true(isinf(fade_quantile(values, 4, 0.9)));
    assert_true(isinf(fade_quantile(values, 4, 1.0)));
}

static void
sorting_puts_the_infinite_last(void **state)
{
    double values[] = {3, HUGE_VAL, -1, 2, HUGE_VAL, -HUGE_VAL};

    (void)state;
    fade_sort(values, 6);
    assert_true(values[0] < -1e308);
    assert_near(values[1], -1, 0);
    assert_near(values[3], 3, 0);
    assert_true(values[4] > 1e308 && values[5] > 1e308);
    fade_sort(NULL, 0);
}

static void
gsl_returns_instead_of_aborting(void **state)
{
    gsl_sf_result result;

    (void)state;
    fade_numeric_setup();
    assert_int_equal(gsl_sf_log_e(-1.0, &result), GSL_EDOM);
}

static void
ignore(const char *reason, const char *file, int line, int number)
{
    (void)reason;
    (void)file;
    (void)line;
    (void)number;
}

/* Written once, the variable cannot be raced for by threads. */
static void
gsl_s_handler_is_touched_once(void **state)
{
    gsl_error_handler_t *before;

    (void)state;
    fade_numeric_setup();
    before = gsl_set_error_handler(ignore);
    fade_numeric_setup();
    assert_true(gsl_set_error_handler(before) == ignore);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pigment_words_read_back),
        cmocka_unit_test(an_array_keeps_its_items_while_it_grows),
        cmocka_unit_test(an_impossible_array_leaves_the_old_one),
        cmocka_unit_test(quantiles_are_those_of_r),
        cmocka_unit_test(infinite_values_count_in_quantiles),
        cmocka_unit_test(sorting_puts_the_infinite_last),
        cmocka_unit_test(gsl_returns_instead_of_aborting),
        cmocka_unit_test(gsl_s_handler_is_touched_once),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
