/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shipped tables hold the specified numbers, written out here once more. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <fadecast/model.h>

#include "support/near.h"

#define YEAR 365.25
#define LN2  0.69314718055994530942

typedef struct expected {
    double value[FADE_PIGMENTS];
    double patient_sd[FADE_PIGMENTS];
    fade_scale scale; /* looked at where it has an sd */
} expected;

static const expected numbers[FADE_PARAMETER_COUNT] = {
    [FADE_EPIDERMAL_FRACTION] = {{0.20, 0.25}, {0.35, 0.35}, FADE_LOGIT},
    [FADE_SHED_RATE] = {{0.10, 0.10}, {0.0, 0.0}, FADE_LOG},
    [FADE_CAPTURE_RATE] = {{0.5, 0.5}, {0.0, 0.0}, FADE_LOG},
    [FADE_DRAIN_RATE] = {{0.105, 0.105}, {0.5, 0.45}, FADE_LOG},
    [FADE_STORE_RATE] = {{0.05, 0.05}, {0.0, 0.0}, FADE_LOG},
    [FADE_UNSTORE_RATE] = {{LN2 / 2922, LN2 / 2922}, {0.0, 0.0}, FADE_LOG},
    [FADE_TURNOVER_RATE] = {{LN2 / YEAR, LN2 / YEAR}, {0.3, 0.3}, FADE_LOG},
    [FADE_SOFTEN_RATE] = {{0.0, 1.3 / YEAR}, {0.0, 0.45}, FADE_LOG},
    [FADE_RESORB_RATE] = {{1.3 / YEAR, 1.3 / YEAR}, {0.0, 0.45}, FADE_LOG},
    [FADE_BLEACH_RATE] = {{0.010 / YEAR, 0.020 / YEAR}, {0.6, 0.6}, FADE_LOG},
    [FADE_DOT_RADIUS] = {{0.15, 0.15}, {0.0, 0.0}, FADE_LOG},
    [FADE_DOT_SPREAD] = {{0.001 / YEAR, 0.001 / YEAR}, {0.6, 0.6}, FADE_LOG},
    [FADE_ABSORBANCE] = {{0.35, 0.35}, {0.0, 0.0}, FADE_LOG},
    [FADE_SURFACE_REFLECTANCE] = {{0.02, 0.02}, {0.0, 0.0}, FADE_IDENTITY},
    [FADE_HALFTONE_EXPONENT] = {{2.0, 2.0}, {0.0, 0.0}, FADE_IDENTITY},
    [FADE_DOSE] = {{1.0, 1.0}, {0.2, 0.2}, FADE_LOG},
    [FADE_SCORE_GAIN] = {{1.66, 1.66}, {0.10, 0.10}, FADE_LOG},
    [FADE_UV_EXPOSURE] = {{1.0, 1.0}, {0.0, 0.0}, FADE_IDENTITY},
    [FADE_UV_AMPLITUDE] = {{0.6, 0.6}, {0.0, 0.0}, FADE_IDENTITY},
    [FADE_UV_PEAK_DAY] = {{172.0, 172.0}, {0.0, 0.0}, FADE_IDENTITY},
    [FADE_REFERENCE_DOTS] = {{120.0, 120.0}, {0.0, 0.0}, FADE_IDENTITY},
};

/* Both models, by pigment. */
static int
read_models(void **state)
{
    static fade_model *models[FADE_PIGMENTS];
    const char *source = getenv("FADE_SRCDIR");

    for (int i = 0; i < FADE_PIGMENTS; i++) {
        char path[4096];

        (void)snprintf(path, sizeof path, "%s/models/%s.csv",
                       source ? source : ".",
                       fade_pigment_name((fade_pigment)i));
        if (fade_model_read(path, &models[i], NULL) != FADE_OK) {
            return -1;
        }
    }
    *state = models;
    return 0;
}

static int
destroy_models(void **state)
{
    fade_model **models = *state;

    for (int i = 0; i < FADE_PIGMENTS; i++) {
        fade_model_destroy(models[i]);
    }
    return 0;
}

static void
they_are_called_after_their_pigment(void **state)
{
    fade_model **models = *state;

    for (int i = 0; i < FADE_PIGMENTS; i++) {
        assert_int_equal(fade_model_pigment(models[i]), i);
        assert_string_equal(fade_model_name(models[i]),
                            fade_pigment_name((fade_pigment)i));
        assert_string_equal(fade_model_version(models[i]), "1");
    }
}

static void
check_number(const fade_parameter *got, double value)
{
    assert_rel(got->value, value, 1e-15);
    assert_true(got->lower <= got->value);
    assert_true(got->value <= got->upper);
}

static void
every_parameter_has_the_specified_number(void **state)
{
    fade_model **models = *state;

    for (int i = 0; i < FADE_PARAMETER_COUNT; i++) {
        fade_parameter_id id = (fade_parameter_id)i;

        for (int p = 0; p < FADE_PIGMENTS && i != FADE_CAPTURE_CAPACITY; p++) {
            check_number(fade_model_parameter(models[p], id),
                         numbers[i].value[p]);
        }
    }
}

static void
macrophages_can_always_take_more(void **state)
{
    fade_model **models = *state;

    for (int p = 0; p < FADE_PIGMENTS; p++) {
        assert_true(isinf(
            fade_model_parameter(models[p], FADE_CAPTURE_CAPACITY)->value));
    }
}

static void
check_spread(const fade_parameter *got, double patient_sd, double session_sd)
{
    assert_near(got->patient_sd, patient_sd, 0.0);
    assert_near(got->session_sd, session_sd, 0.0);
}

static void
patients_differ_as_specified(void **state)
{
    fade_model **models = *state;

    for (int p = 0; p < FADE_PIGMENTS; p++) {
        for (int i = 0; i < FADE_PARAMETER_COUNT; i++) {
            const fade_parameter *got =
                fade_model_parameter(models[p], (fade_parameter_id)i);

            check_spread(got, numbers[i].patient_sd[p],
                         i == FADE_DOSE ? 0.15 : 0.0);
            assert_true(!(got->patient_sd > 0.0)
                        || got->scale == numbers[i].scale);
        }
    }
}

static void
permanent_has_seven_random_effects_and_temporary_eight(void **state)
{
    const fade_parameter_id temporary[] = {FADE_EPIDERMAL_FRACTION,
                                           FADE_DRAIN_RATE,
                                           FADE_TURNOVER_RATE,
                                           FADE_SOFTEN_RATE,
                                           FADE_BLEACH_RATE,
                                           FADE_DOT_SPREAD,
                                           FADE_DOSE,
                                           FADE_SCORE_GAIN};
    fade_model **models = *state;
    fade_parameter_id ids[FADE_PARAMETER_COUNT];

    assert_int_equal(fade_model_effects(models[FADE_PERMANENT], ids), 7);
    assert_int_equal(fade_model_effects(models[FADE_TEMPORARY], ids), 8);
    assert_memory_equal(ids, temporary, sizeof temporary);
}

static void
softening_and_resorption_share_one_random_effect(void **state)
{
    fade_model **models = *state;

    assert_int_equal(
        fade_model_parameter(models[FADE_TEMPORARY], FADE_RESORB_RATE)->effect,
        FADE_SOFTEN_RATE);
}

static void
only_scarring_is_given_as_a_fact(void **state)
{
    fade_model **models = *state;

    for (int p = 0; p < FADE_PIGMENTS; p++) {
        size_t count = 0;
        const fade_covariate_effect *effects =
            fade_model_covariate_effects(models[p], &count);

        assert_int_equal(count, FADE_COVARIATE_COUNT);
        for (size_t i = 0; i < count; i++) {
            bool scarring = effects[i].covariate == FADE_SCARRING;

            assert_int_equal(effects[i].parameter, FADE_DRAIN_RATE);
            assert_int_equal(effects[i].supported, scarring);
            assert_near(effects[i].factor, scarring ? 2.0 : 1.0, 0.0);
            assert_true(scarring || effects[i].patient_sd > 0.0);
        }
    }
}

static void
readings_err_as_specified(void **state)
{
    fade_model **models = *state;

    for (int p = 0; p < FADE_PIGMENTS; p++) {
        const fade_error_model *errors = fade_model_errors(models[p]);

        assert_near(errors->tone_additive_sd, 0.8, 0.0);
        assert_near(errors->tone_proportional_sd, 0.05, 0.0);
        assert_near(errors->score_additive_sd, 1.0, 0.0);
        assert_near(errors->definition_additive_sd, 2.0, 0.0);
        assert_near(errors->definition_proportional_sd, 0.08, 0.0);
        assert_near(errors->score_grader_sd, 0.5, 0.0);
        assert_near(errors->tone_instrument_sd, 0.3, 0.0);
    }
}

static void
skin_types_have_the_specified_lightness(void **state)
{
    const double lightness[] = {68.0, 65.0, 61.0, 55.0, 46.0, 37.0};
    fade_model **models = *state;
    double got = -1.0;

    for (int p = 0; p < FADE_PIGMENTS; p++) {
        for (int type = 1; type <= 6; type++) {
            assert_int_equal(fade_model_skin_lightness(models[p], type, &got),
                             FADE_OK);
            assert_near(got, lightness[type - 1], 0.0);
        }
        assert_int_equal(fade_model_skin_lightness(models[p], 0, &got),
                         FADE_EINVAL);
        assert_int_equal(fade_model_skin_lightness(models[p], 7, &got),
                         FADE_EINVAL);
        assert_near(got, 37.0, 0.0);
    }
}

static void
every_number_says_where_it_is_from(void **state)
{
    fade_model **models = *state;

    for (int p = 0; p < FADE_PIGMENTS; p++) {
        for (size_t row = 0; row < fade_model_rows(models[p]); row++) {
            bool is_model =
                strcmp(fade_model_cell(models[p], row, FADE_MODEL_COLUMN_KIND),
                       "model")
                == 0;
            const char *source =
                fade_model_cell(models[p], row, FADE_MODEL_COLUMN_SOURCE);

            assert_true(is_model || source[0] != '\0');
        }
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(they_are_called_after_their_pigment),
        cmocka_unit_test(every_parameter_has_the_specified_number),
        cmocka_unit_test(macrophages_can_always_take_more),
        cmocka_unit_test(patients_differ_as_specified),
        cmocka_unit_test(
            permanent_has_seven_random_effects_and_temporary_eight),
        cmocka_unit_test(softening_and_resorption_share_one_random_effect),
        cmocka_unit_test(only_scarring_is_given_as_a_fact),
        cmocka_unit_test(readings_err_as_specified),
        cmocka_unit_test(skin_types_have_the_specified_lightness),
        cmocka_unit_test(every_number_says_where_it_is_from),
    };

    return cmocka_run_group_tests(tests, read_models, destroy_models);
}
