/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Kinetics against solutions made by an independent program. */
#include <fadecast/kinetics.h>

#include <math.h>

#include "support/near.h"
#include "support/reference.h"

static reference solutions;

static bool
is_unlimited(const reference_case *of)
{
    return isinf(of->rates.capture_capacity);
}

/* The whole case in one call, as a user would ask. */
static void
solve(const reference_case *of, fade_method method, double tolerance,
      fade_amounts *out)
{
    const fade_kinetics_options options = {
        .method = method, .sinks = true, .tolerance = tolerance};
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

static double
worst_difference(const reference_case *of, const fade_amounts *got, int from,
                 int to)
{
    double worst = 0.0;

    for (size_t i = 0; i < of->state_count; i++) {
        for (int j = from; j < to; j++) {
            worst = fmax(worst,
                         fabs(got[i].of[of->pigment][j] - of->states[i].of[j]));
        }
    }
    return worst;
}

static void
exact_amounts_match(void **state)
{
    fade_amounts got[REFERENCE_STATE_MAX];

    (void)state;
    for (size_t i = 0; i < REFERENCE_CASES; i++) {
        const reference_case *of = &solutions.cases[i];

        if (is_unlimited(of)) {
            solve(of, FADE_EXACT, 0.0, got);
            assert_near(worst_difference(of, got, 0, FADE_POOLS), 0.0, 1e-12);
        }
    }
}

static void
exact_sinks_match(void **state)
{
    fade_amounts got[REFERENCE_STATE_MAX];

    (void)state;
    for (size_t i = 0; i < REFERENCE_CASES; i++) {
        const reference_case *of = &solutions.cases[i];

        if (is_unlimited(of)) {
            solve(of, FADE_EXACT, 0.0, got);
            assert_near(worst_difference(of, got, FADE_POOLS, FADE_AMOUNTS),
                        0.0, 1e-10);
        }
    }
}

static void
stiff_amounts_match(void **state)
{
    fade_amounts got[REFERENCE_STATE_MAX];

    (void)state;
    for (size_t i = 0; i < REFERENCE_CASES; i++) {
        const reference_case *of = &solutions.cases[i];

        solve(of, FADE_STIFF, 0.0, got);
        assert_near(worst_difference(of, got, 0, FADE_POOLS), 0.0, 1e-7);
        assert_near(worst_difference(of, got, FADE_POOLS, FADE_AMOUNTS), 0.0,
                    1e-8);
    }
}

static void
finest_tolerance_holds_a_billionth(void **state)
{
    fade_amounts got[REFERENCE_STATE_MAX];

    (void)state;
    for (size_t i = 0; i < REFERENCE_CASES; i++) {
        const reference_case *of = &solutions.cases[i];

        solve(of, FADE_STIFF, 1e-13, got);
        assert_near(worst_difference(of, got, 0, FADE_AMOUNTS), 0.0, 1e-9);
    }
}

static double
implanted_by(const reference_case *of, double time)
{
    double sum = 0.0;

    for (size_t i = 0; i < of->event_count; i++) {
        sum += of->events[i].time <= time ? of->events[i].dose : 0.0;
    }
    return sum;
}

static void
amounts_add_up_to_what_was_implanted(void **state)
{
    fade_amounts got[REFERENCE_STATE_MAX];

    (void)state;
    for (size_t i = 0; i < REFERENCE_CASES; i++) {
        const reference_case *of = &solutions.cases[i];

        solve(of, FADE_AUTO, 0.0, got);
        for (size_t j = 0; j < of->state_count; j++) {
            double sum = 0.0;

            for (int place = 0; place < FADE_AMOUNTS; place++) {
                sum += got[j].of[of->pigment][place];
            }
            assert_near(sum, implanted_by(of, of->states[j].time),
                        is_unlimited(of) ? 1e-10 : 1e-8);
        }
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(exact_amounts_match),
        cmocka_unit_test(exact_sinks_match),
        cmocka_unit_test(stiff_amounts_match),
        cmocka_unit_test(finest_tolerance_holds_a_billionth),
        cmocka_unit_test(amounts_add_up_to_what_was_implanted),
    };

    return reference_load(&solutions)
               ? cmocka_run_group_tests(tests, NULL, NULL)
               : 0;
}
