/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include <fadecast/model.h>

#include "model/parameter.h"
#include "support/near.h"

static void
every_name_is_found_again(void **state)
{
    (void)state;
    for (int i = 0; i < FADE_PARAMETER_COUNT; i++) {
        fade_parameter_id id = FADE_PARAMETER_COUNT;
        const char *name = fade_parameter_name((fade_parameter_id)i);

        assert_int_equal(fade_parameter_parse(name, &id), FADE_OK);
        assert_int_equal(id, i);
    }
    for (int i = 0; i < FADE_COVARIATE_COUNT; i++) {
        fade_covariate_id id = FADE_COVARIATE_COUNT;
        const char *name = fade_covariate_name((fade_covariate_id)i);

        assert_int_equal(fade_covariate_parse(name, &id), FADE_OK);
        assert_int_equal(id, i);
    }
}

static void
an_unknown_name_changes_nothing(void **state)
{
    fade_parameter_id parameter = FADE_DOSE;
    fade_covariate_id covariate = FADE_AGE;

    (void)state;
    assert_int_equal(fade_parameter_parse("Dose", &parameter), FADE_ENOTFOUND);
    assert_int_equal(parameter, FADE_DOSE);
    assert_int_equal(fade_covariate_parse("", &covariate), FADE_ENOTFOUND);
    assert_int_equal(covariate, FADE_AGE);
}

static void
scales_match_their_closed_forms(void **state)
{
    (void)state;
    assert_near(fade_scale_apply(FADE_LOG, 20.085536923187668), 3.0, 1e-15);
    assert_near(fade_scale_apply(FADE_LOGIT, 0.2), -log(4.0), 1e-15);
    assert_near(fade_scale_apply(FADE_LOGIT, 0.5), 0.0, 1e-15);
    assert_near(fade_scale_apply(FADE_IDENTITY, -7.5), -7.5, 0.0);
    assert_near(fade_scale_invert(FADE_LOGIT, log(3.0)), 0.75, 1e-15);
    assert_near(fade_scale_invert(FADE_LOG, log(0.105)), 0.105, 1e-15);
}

static void
scales_and_their_inverses_cancel(void **state)
{
    const fade_scale scales[] = {FADE_IDENTITY, FADE_LOG, FADE_LOGIT};

    (void)state;
    for (size_t i = 0; i < 3; i++) {
        for (double value = 1e-9; value < 1.0; value *= 3.0) {
            double there = fade_scale_apply(scales[i], value);

            assert_rel(fade_scale_invert(scales[i], there), value, 1e-13);
        }
    }
}

static void
a_far_logit_neither_overflows_nor_leaves_zero_to_one(void **state)
{
    (void)state;
    assert_near(fade_scale_invert(FADE_LOGIT, 1000.0), 1.0, 0.0);
    assert_near(fade_scale_invert(FADE_LOGIT, -1000.0), 0.0, 0.0);
    assert_near(fade_scale_move(FADE_LOGIT, 0.2, 1000.0), 1.0, 0.0);
    assert_near(fade_scale_move(FADE_LOGIT, 0.2, -1000.0), 0.0, 0.0);
}

static void
moving_equals_transforming_adding_and_transforming_back(void **state)
{
    const fade_scale scales[] = {FADE_IDENTITY, FADE_LOG, FADE_LOGIT};

    (void)state;
    for (size_t i = 0; i < 3; i++) {
        for (double shift = -3.0; shift <= 3.0; shift += 0.75) {
            double there = fade_scale_apply(scales[i], 0.3) + shift;

            assert_rel(fade_scale_move(scales[i], 0.3, shift),
                       fade_scale_invert(scales[i], there), 1e-14);
        }
    }
}

static void
a_shift_of_nothing_returns_the_very_number(void **state)
{
    (void)state;
    assert_near(fade_scale_move(FADE_LOG, 0.105, 0.0), 0.105, 0.0);
    assert_near(fade_scale_move(FADE_LOGIT, 0.2, 0.0), 0.2, 0.0);
    assert_true(isinf(fade_scale_move(FADE_LOG, HUGE_VAL, 0.0)));
}

static void
people_who_differ_stay_within_what_is_possible(void **state)
{
    (void)state;
    for (int i = 0; i < FADE_PARAMETER_COUNT; i++) {
        fade_domain domain = fade_parameter_domain((fade_parameter_id)i);

        assert_true(domain.lower < domain.upper);
        if (domain.varying == FADE_LOG) {
            assert_true(domain.lower >= 0.0);
        } else if (domain.varying == FADE_LOGIT) {
            assert_near(domain.lower, 0.0, 0.0);
            assert_near(domain.upper, 1.0, 0.0);
        }
    }
}

static void
darkest_skin_is_lighter_than_any_surface_reflection(void **state)
{
    /* CIE: Y = ((L* + 16) / 116)^3 above the toe. */
    double luminance = pow((FADE_SKIN_LIGHTNESS_MIN + 16.0) / 116.0, 3.0);
    fade_domain domain = fade_parameter_domain(FADE_SURFACE_REFLECTANCE);

    (void)state;
    assert_true(domain.upper < luminance);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_name_is_found_again),
        cmocka_unit_test(an_unknown_name_changes_nothing),
        cmocka_unit_test(scales_match_their_closed_forms),
        cmocka_unit_test(scales_and_their_inverses_cancel),
        cmocka_unit_test(a_far_logit_neither_overflows_nor_leaves_zero_to_one),
        cmocka_unit_test(
            moving_equals_transforming_adding_and_transforming_back),
        cmocka_unit_test(a_shift_of_nothing_returns_the_very_number),
        cmocka_unit_test(people_who_differ_stay_within_what_is_possible),
        cmocka_unit_test(darkest_skin_is_lighter_than_any_surface_reflection),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
