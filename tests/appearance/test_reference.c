/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks of the reference's amounts, against an independent program. */
#include <fadecast/appearance.h>

#include "support/near.h"
#include "support/reference.h"

static reference solutions;

static fade_appearance
look_at(const reference_case *of, const reference_state *at)
{
    fade_layer layers[FADE_PIGMENTS] = {{0}};
    fade_layer *layer = &layers[of->pigment];
    fade_appearance look = {0};

    layer->optics = &of->optics;
    layer->dots = reference_dots(of, at->time);
    for (int pool = 0; pool < FADE_POOLS; pool++) {
        layer->pigment += at->of[pool];
    }
    assert_int_equal(fade_appearance_of(of->skin_lightness, layers, &look),
                     FADE_OK);
    return look;
}

static void
looks_match(void **state)
{
    (void)state;
    for (size_t i = 0; i < REFERENCE_CASES; i++) {
        const reference_case *of = &solutions.cases[i];

        for (size_t j = 0; j < of->state_count; j++) {
            const fade_appearance *want = &of->states[j].appearance;
            fade_appearance got = look_at(of, &of->states[j]);

            assert_near(got.tone, want->tone, 1e-10);
            assert_near(got.definition, want->definition, 1e-10);
            assert_near(got.coverage, want->coverage, 1e-12);
        }
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(looks_match),
    };

    return reference_load(&solutions)
               ? cmocka_run_group_tests(tests, NULL, NULL)
               : 0;
}
