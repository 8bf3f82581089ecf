/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One person's parameters against calculations by hand. */
#include <math.h>
#include <stdlib.h>

#include <fadecast/model.h>

#include "model/table_text.h"
#include "support/near.h"

static fade_model *
model_of(const char *name)
{
    char *text = table_text(name);
    fade_model *model = table_model(text);

    free(text);
    return model;
}

static void
the_typical_patient_has_the_tables_numbers(void **state)
{
    fade_model *model = model_of("temporary");
    fade_values values;

    (void)state;
    fade_model_individual(model, NULL, NULL, &values);
    for (int i = 0; i < FADE_PARAMETER_COUNT; i++) {
        double value = fade_model_parameter(model, (fade_parameter_id)i)->value;

        if (i == FADE_CAPTURE_CAPACITY) {
            assert_true(isinf(values.of[i]));
        } else {
            assert_rel(values.of[i], value, 1e-15);
        }
    }
    fade_model_destroy(model);
}

static void
random_effects_act_on_each_parameters_scale(void **state)
{
    fade_model *model = model_of("permanent");
    fade_effects effects = {{0.0}};
    fade_values values;

    (void)state;
    effects.z[FADE_DRAIN_RATE] = 1.2;
    effects.z[FADE_EPIDERMAL_FRACTION] = -2.0;
    effects.z[FADE_SHED_RATE] = 3.0;
    fade_model_individual(model, NULL, &effects, &values);
    assert_rel(values.of[FADE_DRAIN_RATE], 0.105 * exp(0.5 * 1.2), 1e-15);
    /* logit 0.2 = -ln 4; odds 1/4 exp(-0.7) */
    assert_rel(values.of[FADE_EPIDERMAL_FRACTION],
               exp(-0.7) / (4.0 + exp(-0.7)), 1e-14);
    assert_near(values.of[FADE_SHED_RATE], 0.1, 0.0); /* nobody differs */
    assert_rel(values.of[FADE_TURNOVER_RATE], log(2.0) / 365.25, 1e-15);
    fade_model_destroy(model);
}

static void
a_shared_effect_moves_both_parameters_alike(void **state)
{
    fade_model *model = model_of("temporary");
    fade_effects effects = {{0.0}};
    fade_values values;

    (void)state;
    effects.z[FADE_SOFTEN_RATE] = -1.5;
    effects.z[FADE_RESORB_RATE] = 9.0; /* owns none: without effect */
    fade_model_individual(model, NULL, &effects, &values);
    assert_rel(values.of[FADE_SOFTEN_RATE], 1.3 / 365.25 * exp(-0.675), 1e-14);
    assert_rel(values.of[FADE_RESORB_RATE], 1.3 / 365.25 * exp(-0.675), 1e-14);
    fade_model_destroy(model);
}

static void
a_scar_doubles_the_drain_and_nothing_else(void **state)
{
    fade_model *model = model_of("permanent");
    fade_covariates scar = {{0.0}};
    fade_values in_scar, elsewhere;

    (void)state;
    scar.x[FADE_SCARRING] = 1.0;
    fade_model_individual(model, &scar, NULL, &in_scar);
    fade_model_individual(model, NULL, NULL, &elsewhere);
    for (int i = 0; i < FADE_PARAMETER_COUNT; i++) {
        if (i == FADE_DRAIN_RATE) {
            assert_rel(in_scar.of[i], 0.210, 1e-14);
        } else if (i != FADE_CAPTURE_CAPACITY) {
            assert_near(in_scar.of[i], elsewhere.of[i], 0.0);
        }
    }
    fade_model_destroy(model);
}

static void
folklore_leaves_the_typical_patient_alone_and_widens_the_spread(void **state)
{
    fade_model *model = model_of("permanent");
    fade_covariates oily = {{0.0}};
    fade_effects effects = {{0.0}};
    fade_values values;

    (void)state;
    oily.x[FADE_OILY_SKIN] = 1.0;
    oily.x[FADE_AGE] = 2.0;
    fade_model_individual(model, &oily, NULL, &values);
    assert_near(values.of[FADE_DRAIN_RATE], 0.105, 0.0);

    /* 0.5^2 + 0.18^2 + (2 x 0.05)^2 = 0.2924 */
    effects.z[FADE_DRAIN_RATE] = 1.0;
    fade_model_individual(model, &oily, &effects, &values);
    assert_rel(values.of[FADE_DRAIN_RATE], 0.105 * exp(sqrt(0.2924)), 1e-14);
    fade_model_destroy(model);
}

static void
an_unknown_covariate_counts_as_absent(void **state)
{
    fade_model *model = model_of("permanent");
    fade_covariates unknown;
    fade_effects effects = {{0.0}};
    fade_values values;

    (void)state;
    for (int i = 0; i < FADE_COVARIATE_COUNT; i++) {
        unknown.x[i] = nan("");
    }
    effects.z[FADE_DRAIN_RATE] = 1.0;
    fade_model_individual(model, &unknown, &effects, &values);
    assert_rel(values.of[FADE_DRAIN_RATE], 0.105 * exp(0.5), 1e-14);
    fade_model_destroy(model);
}

static void
a_factor_acts_by_its_covariates_power(void **state)
{
    char *text = table_text("permanent");
    size_t line = 0;
    char *with = table_replace(
        text, "covariate,drain_rate~age",
        "covariate,epidermal_fraction~age,1.5,1,,,,,,supported,x,", &line);
    fade_model *model = table_model(with);
    fade_covariates age = {{0.0}};
    fade_values values;

    (void)state;
    age.x[FADE_AGE] = -2.0;
    fade_model_individual(model, &age, NULL, &values);
    /* On the logit scale the odds are multiplied: 1/4 / 2.25 = 1/9. */
    assert_rel(values.of[FADE_EPIDERMAL_FRACTION], 0.1, 1e-14);
    fade_model_destroy(model);
    free(with);
    free(text);
}

static void
values_are_carried_over_to_their_owners(void **state)
{
    fade_values values;
    fade_rates rates;
    fade_optics optics;
    fade_sunlight sunlight;

    (void)state;
    for (int i = 0; i < FADE_PARAMETER_COUNT; i++) {
        values.of[i] = 100.0 + i;
    }
    rates = fade_values_rates(&values);
    optics = fade_values_optics(&values);
    sunlight = fade_values_sunlight(&values);
    assert_near(rates.epidermal_fraction, 100.0 + FADE_EPIDERMAL_FRACTION, 0);
    assert_near(rates.shed_rate, 100.0 + FADE_SHED_RATE, 0.0);
    assert_near(rates.capture_rate, 100.0 + FADE_CAPTURE_RATE, 0.0);
    assert_near(rates.capture_capacity, 100.0 + FADE_CAPTURE_CAPACITY, 0.0);
    assert_near(rates.drain_rate, 100.0 + FADE_DRAIN_RATE, 0.0);
    assert_near(rates.store_rate, 100.0 + FADE_STORE_RATE, 0.0);
    assert_near(rates.unstore_rate, 100.0 + FADE_UNSTORE_RATE, 0.0);
    assert_near(rates.turnover_rate, 100.0 + FADE_TURNOVER_RATE, 0.0);
    assert_near(rates.soften_rate, 100.0 + FADE_SOFTEN_RATE, 0.0);
    assert_near(rates.resorb_rate, 100.0 + FADE_RESORB_RATE, 0.0);
    assert_near(rates.bleach_rate, 100.0 + FADE_BLEACH_RATE, 0.0);
    assert_near(optics.dot_radius, 100.0 + FADE_DOT_RADIUS, 0.0);
    assert_near(optics.dot_spread, 100.0 + FADE_DOT_SPREAD, 0.0);
    assert_near(optics.absorbance, 100.0 + FADE_ABSORBANCE, 0.0);
    assert_near(optics.reference_dots, 100.0 + FADE_REFERENCE_DOTS, 0.0);
    assert_near(optics.surface_reflectance, 100.0 + FADE_SURFACE_REFLECTANCE,
                0.0);
    assert_near(optics.halftone_exponent, 100.0 + FADE_HALFTONE_EXPONENT, 0.0);
    assert_near(sunlight.uv_exposure, 100.0 + FADE_UV_EXPOSURE, 0.0);
    assert_near(sunlight.uv_amplitude, 100.0 + FADE_UV_AMPLITUDE, 0.0);
    assert_near(sunlight.uv_peak_day, 100.0 + FADE_UV_PEAK_DAY, 0.0);
}

static void
sun_exposure_is_a_word_or_a_number(void **state)
{
    double exposure = -1.0;

    (void)state;
    assert_int_equal(fade_uv_exposure_parse("low", &exposure), FADE_OK);
    assert_near(exposure, 0.5, 0.0);
    assert_int_equal(fade_uv_exposure_parse("typical", &exposure), FADE_OK);
    assert_near(exposure, 1.0, 0.0);
    assert_int_equal(fade_uv_exposure_parse("high", &exposure), FADE_OK);
    assert_near(exposure, 2.0, 0.0);
    assert_int_equal(fade_uv_exposure_parse("1.25", &exposure), FADE_OK);
    assert_near(exposure, 1.25, 0.0);
    assert_int_equal(fade_uv_exposure_parse("-1", &exposure), FADE_EPARSE);
    assert_int_equal(fade_uv_exposure_parse("inf", &exposure), FADE_EPARSE);
    assert_int_equal(fade_uv_exposure_parse("sunny", &exposure), FADE_EPARSE);
    assert_near(exposure, 1.25, 0.0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_typical_patient_has_the_tables_numbers),
        cmocka_unit_test(random_effects_act_on_each_parameters_scale),
        cmocka_unit_test(a_shared_effect_moves_both_parameters_alike),
        cmocka_unit_test(a_scar_doubles_the_drain_and_nothing_else),
        cmocka_unit_test(
            folklore_leaves_the_typical_patient_alone_and_widens_the_spread),
        cmocka_unit_test(an_unknown_covariate_counts_as_absent),
        cmocka_unit_test(a_factor_acts_by_its_covariates_power),
        cmocka_unit_test(values_are_carried_over_to_their_owners),
        cmocka_unit_test(sun_exposure_is_a_word_or_a_number),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
