/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <fadecast/appearance.h>

#include <math.h>

#include "support/near.h"

static const fade_optics REFERENCE = {.dot_radius = 0.15,
                                      .dot_spread = 0.001 / 365.25,
                                      .absorbance = 0.35,
                                      .reference_dots = 120.0,
                                      .surface_reflectance = 0.02,
                                      .halftone_exponent = 2.0};

static fade_appearance
look(double skin, fade_layer permanent, fade_layer temporary)
{
    const fade_layer layers[FADE_PIGMENTS] = {permanent, temporary};
    fade_appearance out = {.tone = nan("")};

    assert_int_equal(fade_appearance_of(skin, layers, &out), FADE_OK);
    return out;
}

static fade_layer
layer(const fade_optics *optics, double density, double ageing, double pigment)
{
    return (fade_layer){.optics = optics,
                        .dots = {.density = density, .ageing = ageing},
                        .pigment = pigment};
}

static void
lightness_matches_published_values(void **state)
{
    (void)state;
    /* CIE 15: white is 100, 18 % grey 49.496, the toe's slope 903.2963. */
    assert_near(fade_lightness(1.0), 100.0, 1e-12);
    assert_near(fade_lightness(0.18), 49.4961, 1e-4);
    assert_near(fade_lightness(0.001), 0.9032963, 1e-7);
    assert_near(fade_lightness(0.0), 0.0, 0.0);
}

static void
lightness_and_luminance_undo_each_other(void **state)
{
    (void)state;
    for (double lightness = 0.0; lightness <= 100.0; lightness += 0.125) {
        assert_near(fade_lightness(fade_luminance(lightness)), lightness,
                    1e-12);
    }
}

static void
toe_meets_the_cube_root(void **state)
{
    (void)state;
    assert_near(fade_lightness(216.0 / 24389.0 * (1.0 + 1e-12)),
                fade_lightness(216.0 / 24389.0 * (1.0 - 1e-12)), 1e-10);
    assert_near(fade_luminance(8.0 + 1e-12), fade_luminance(8.0 - 1e-12),
                1e-14);
}

static void
skin_without_dots_looks_untouched(void **state)
{
    const fade_layer none = {0};
    fade_appearance bare = look(60.0, none, layer(&REFERENCE, 0.0, 0.0, 0.0));

    (void)state;
    assert_near(bare.tone, 0.0, 0.0);
    assert_near(bare.definition, 0.0, 0.0);
    assert_near(bare.coverage, 0.0, 0.0);
}

static void
dots_without_pigment_cover_but_do_not_darken(void **state)
{
    fade_appearance pale =
        look(60.0, layer(&REFERENCE, 120.0, 0.0, 0.0), (fade_layer){0});

    (void)state;
    assert_near(pale.tone, 0.0, 1e-12);
    assert_near(pale.definition, 0.0, 1e-12);
    assert_near(pale.coverage, -expm1(-1.2 * M_PI * 0.0225), 1e-15);
}

/* A fresh reference session has a column of 1: two passes through 0.35. */
static void
fresh_reference_session_follows_the_definition(void **state)
{
    fade_appearance fresh =
        look(60.0, layer(&REFERENCE, 120.0, 0.0, 1.0), (fade_layer){0});
    double skin = fade_luminance(60.0);
    double dot = 0.02 + (skin - 0.02) * pow(10.0, -0.7);
    double cover = -expm1(-1.2 * M_PI * 0.0225);
    double root = cover * sqrt(dot) + (1.0 - cover) * sqrt(skin);

    (void)state;
    assert_near(fresh.coverage, cover, 1e-15);
    assert_near(fresh.definition, 60.0 - fade_lightness(dot), 1e-12);
    assert_near(fresh.tone, 60.0 - fade_lightness(root * root), 1e-12);
}

static void
exponent_one_mixes_by_area(void **state)
{
    fade_optics plain = REFERENCE;
    fade_appearance fresh;
    double skin = fade_luminance(60.0);
    double dot = 0.02 + (skin - 0.02) * pow(10.0, -0.7);

    (void)state;
    plain.halftone_exponent = 1.0;
    fresh = look(60.0, layer(&plain, 120.0, 0.0, 1.0), (fade_layer){0});
    assert_near(fresh.tone,
                60.0
                    - fade_lightness(fresh.coverage * dot
                                     + (1.0 - fresh.coverage) * skin),
                1e-12);
}

static void
exponents_near_two_look_like_two(void **state)
{
    fade_optics near_two = REFERENCE;
    fade_appearance exact, beside;

    (void)state;
    near_two.halftone_exponent = 2.0 + 1e-9;
    exact = look(60.0, layer(&REFERENCE, 200.0, 5e4, 1.0), (fade_layer){0});
    beside = look(60.0, layer(&near_two, 200.0, 5e4, 1.0), (fade_layer){0});
    assert_near(beside.tone, exact.tone, 1e-8);
}

static void
more_pigment_is_darker_and_crisper(void **state)
{
    fade_appearance last = {0};

    (void)state;
    for (double pigment = 0.1; pigment < 4.0; pigment += 0.1) {
        fade_appearance now =
            look(60.0, layer(&REFERENCE, 250.0, 1e5, pigment), (fade_layer){0});

        assert_true(now.tone > last.tone);
        assert_true(now.definition > last.definition);
        last = now;
    }
}

/* The halftone's own physics: the same pigment, spread out, hides more. */
static void
widening_dots_darken_the_area_and_lose_crispness(void **state)
{
    fade_appearance last =
        look(60.0, layer(&REFERENCE, 200.0, 0.0, 1.0), (fade_layer){0});

    (void)state;
    for (double years = 1.0; years <= 20.0; years += 1.0) {
        fade_appearance now =
            look(60.0, layer(&REFERENCE, 200.0, 200.0 * 365.25 * years, 1.0),
                 (fade_layer){0});

        assert_true(now.tone > last.tone);
        assert_true(now.definition < last.definition);
        assert_true(now.coverage > last.coverage);
        last = now;
    }
}

static void
a_class_without_dots_changes_nothing(void **state)
{
    fade_optics other = REFERENCE;
    fade_layer alone = layer(&REFERENCE, 200.0, 3e5, 1.3);
    fade_appearance one, two;

    (void)state;
    other.surface_reflectance = 0.05;
    other.halftone_exponent = 1.5;
    other.absorbance = 0.9;
    one = look(55.0, (fade_layer){0}, alone);
    two = look(55.0, layer(&other, 0.0, 0.0, 0.7), alone);
    assert_near(two.tone, one.tone, 0.0);
    assert_near(two.definition, one.definition, 0.0);
    assert_near(two.coverage, one.coverage, 0.0);
}

static void
a_class_of_vanishing_dots_and_pigment_vanishes(void **state)
{
    fade_layer alone = layer(&REFERENCE, 200.0, 3e5, 1.3);
    fade_appearance one = look(55.0, alone, (fade_layer){0});
    fade_appearance two =
        look(55.0, alone, layer(&REFERENCE, 1e-9, 0.0, 1e-13));

    (void)state;
    assert_near(two.tone, one.tone, 1e-8);
    assert_near(two.definition, one.definition, 1e-12);
}

static void
like_classes_may_change_places(void **state)
{
    fade_layer many = layer(&REFERENCE, 240.0, 4e5, 1.7);
    fade_layer few = layer(&REFERENCE, 90.0, 1e4, 0.4);
    fade_appearance one = look(62.0, many, few);
    fade_appearance two = look(62.0, few, many);

    (void)state;
    assert_near(one.tone, two.tone, 1e-12);
    assert_near(one.definition, two.definition, 1e-12);
    assert_near(one.coverage, two.coverage, 1e-15);
}

/* Random dots of two classes cover what their summed areas would cover. */
static void
coverage_of_two_classes_adds_dot_areas(void **state)
{
    fade_appearance two = look(60.0, layer(&REFERENCE, 200.0, 1e5, 1.0),
                               layer(&REFERENCE, 80.0, 3e4, 0.5));
    fade_appearance one =
        look(60.0, layer(&REFERENCE, 280.0, 1.3e5, 1.5), (fade_layer){0});

    (void)state;
    assert_near(two.coverage, one.coverage, 1e-14);
}

/* With n = 1 the mixed luminance is a plain expectation over the skin. */
static void
where_both_classes_lie_transmittances_multiply(void **state)
{
    fade_optics plain = REFERENCE;
    fade_layer lower, upper;
    fade_appearance mixed;
    double skin = fade_luminance(60.0);
    double lit = skin - 0.02;
    double cover0 = -expm1(-2.0 * M_PI * 0.0225);
    double cover1 = -expm1(-1.0 * M_PI * 0.0225);
    double pass0, pass1, mean;

    (void)state;
    plain.halftone_exponent = 1.0;
    lower = layer(&plain, 200.0, 0.0, 1.2);
    upper = layer(&plain, 100.0, 0.0, 0.8);
    mixed = look(60.0, lower, upper);
    pass0 = pow(10.0, -0.7 * 1.2 / cover0 * -expm1(-1.2 * M_PI * 0.0225));
    pass1 = pow(10.0, -0.7 * 0.8 / cover1 * -expm1(-1.2 * M_PI * 0.0225));
    /* Each class thins the light on its own: the mean factorises. */
    mean = 0.02
           + lit * (1.0 - cover0 + cover0 * pass0)
                 * (1.0 - cover1 + cover1 * pass1);
    assert_near(mixed.tone, 60.0 - fade_lightness(mean), 1e-12);
}

static void
definition_is_of_the_class_with_the_greater_column(void **state)
{
    fade_layer crisp = layer(&REFERENCE, 100.0, 0.0, 1.0);
    fade_layer faint = layer(&REFERENCE, 100.0, 0.0, 0.2);
    double alone = look(60.0, crisp, (fade_layer){0}).definition;

    (void)state;
    assert_near(look(60.0, crisp, faint).definition, alone, 1e-12);
    assert_near(look(60.0, faint, crisp).definition, alone, 1e-12);
}

static void
values_out_of_range_are_refused(void **state)
{
    fade_layer good = layer(&REFERENCE, 100.0, 0.0, 1.0);
    fade_layer layers[FADE_PIGMENTS] = {good, {0}};
    fade_optics bad = REFERENCE;
    fade_appearance out = {.tone = 7.0};

    (void)state;
    assert_int_equal(fade_appearance_of(19.9, layers, &out), FADE_EINVAL);
    assert_int_equal(fade_appearance_of(100.1, layers, &out), FADE_EINVAL);
    assert_int_equal(fade_appearance_of(nan(""), layers, &out), FADE_EINVAL);
    layers[0].pigment = nan("");
    assert_int_equal(fade_appearance_of(60.0, layers, &out), FADE_EINVAL);
    layers[0] = good;
    layers[0].dots.density = -1.0;
    assert_int_equal(fade_appearance_of(60.0, layers, &out), FADE_EINVAL);
    bad.halftone_exponent = 0.9;
    layers[0] = layer(&bad, 100.0, 0.0, 1.0);
    assert_int_equal(fade_appearance_of(60.0, layers, &out), FADE_EINVAL);
    bad = REFERENCE;
    bad.surface_reflectance = 0.5;
    assert_int_equal(fade_appearance_of(60.0, layers, &out), FADE_EINVAL);
    assert_near(out.tone, 7.0, 0.0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lightness_matches_published_values),
        cmocka_unit_test(lightness_and_luminance_undo_each_other),
        cmocka_unit_test(toe_meets_the_cube_root),
        cmocka_unit_test(skin_without_dots_looks_untouched),
        cmocka_unit_test(dots_without_pigment_cover_but_do_not_darken),
        cmocka_unit_test(fresh_reference_session_follows_the_definition),
        cmocka_unit_test(exponent_one_mixes_by_area),
        cmocka_unit_test(exponents_near_two_look_like_two),
        cmocka_unit_test(more_pigment_is_darker_and_crisper),
        cmocka_unit_test(widening_dots_darken_the_area_and_lose_crispness),
        cmocka_unit_test(a_class_without_dots_changes_nothing),
        cmocka_unit_test(a_class_of_vanishing_dots_and_pigment_vanishes),
        cmocka_unit_test(like_classes_may_change_places),
        cmocka_unit_test(coverage_of_two_classes_adds_dot_areas),
        cmocka_unit_test(where_both_classes_lie_transmittances_multiply),
        cmocka_unit_test(definition_is_of_the_class_with_the_greater_column),
        cmocka_unit_test(values_out_of_range_are_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
