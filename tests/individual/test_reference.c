/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Both solvers and the halftone together, from sessions to looks. */
#include <fadecast/appearance.h>
#include <fadecast/kinetics.h>

#include "support/near.h"
#include "support/reference.h"

static reference solutions;

static void
solve(const reference_case *of, fade_amounts *out)
{
    const fade_kinetics_options options = {.method = FADE_AUTO};
    const fade_site site = reference_site(of);
    double times[REFERENCE_STATE_MAX];
    fade_kinetics *kinetics = NULL;

    for (size_t i = 0; i < of->state_count; i++) {
        times[i] = of->states[i].time;
    }
    assert_int_equal(fade_kinetics_create(&kinetics, &options), FADE_OK);
    assert_int_equal(
        fade_kinetics_solve(kinetics, &site, times, of->state_count, out),
        FADE_OK);
    fade_kinetics_destroy(kinetics);
}

static fade_appearance
look_of(const reference_case *of, double time, const fade_amounts *amounts)
{
    fade_layer layers[FADE_PIGMENTS] = {{0}};
    fade_appearance look = {0};

    layers[of->pigment] =
        (fade_layer){.optics = &of->optics,
                     .dots = reference_dots(of, time),
                     .pigment = fade_amounts_visible(amounts, of->pigment)};
    assert_int_equal(fade_appearance_of(of->skin_lightness, layers, &look),
                     FADE_OK);
    return look;
}

static void
sessions_give_the_looks_of_the_independent_program(void **state)
{
    fade_amounts amounts[REFERENCE_STATE_MAX];

    (void)state;
    for (size_t i = 0; i < REFERENCE_CASES; i++) {
        const reference_case *of = &solutions.cases[i];

        solve(of, amounts);
        for (size_t j = 0; j < of->state_count; j++) {
            const fade_appearance *want = &of->states[j].appearance;
            fade_appearance got = look_of(of, of->states[j].time, &amounts[j]);

            assert_near(got.tone, want->tone, 1e-6);
            assert_near(got.definition, want->definition, 1e-6);
            assert_near(got.coverage, want->coverage, 1e-9);
        }
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sessions_give_the_looks_of_the_independent_program),
    };

    return reference_load(&solutions)
               ? cmocka_run_group_tests(tests, NULL, NULL)
               : 0;
}
