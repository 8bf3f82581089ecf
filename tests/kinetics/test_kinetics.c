/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <fadecast/kinetics.h>

#include <string.h>

#include "kinetics/zone.h"

/* What solving returns, with everything else in order. */
static fade_status
status_of(fade_method method, const fade_site *site, double time)
{
    const fade_kinetics_options options = {.method = method};
    fade_kinetics *kinetics = NULL;
    fade_amounts out;
    fade_status status;

    assert_int_equal(fade_kinetics_create(&kinetics, &options), FADE_OK);
    status = fade_kinetics_solve(kinetics, site, &time, 1, &out);
    fade_kinetics_destroy(kinetics);
    return status;
}

static void
options_out_of_range_are_refused(void **state)
{
    const fade_kinetics_options bad[] = {{.tolerance = -1e-9},
                                         {.tolerance = 1e-14},
                                         {.tolerance = 0.1},
                                         {.tolerance = nan("")}};

    (void)state;
    for (size_t i = 0; i < LENGTH(bad); i++) {
        fade_kinetics *kinetics = NULL;

        assert_int_equal(fade_kinetics_create(&kinetics, &bad[i]), FADE_EINVAL);
        assert_null(kinetics);
    }
    fade_kinetics_destroy(NULL);
}

static void
every_rate_out_of_range_is_refused(void **state)
{
    const double bad[] = {-1e-9, 2.0 * FADE_RATE_MAX, nan(""), HUGE_VAL};
    const size_t members[] = {
        offsetof(fade_rates, epidermal_fraction),
        offsetof(fade_rates, shed_rate),
        offsetof(fade_rates, capture_rate),
        offsetof(fade_rates, drain_rate),
        offsetof(fade_rates, store_rate),
        offsetof(fade_rates, unstore_rate),
        offsetof(fade_rates, turnover_rate),
        offsetof(fade_rates, soften_rate),
        offsetof(fade_rates, resorb_rate),
        offsetof(fade_rates, bleach_rate),
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(members); i++) {
        for (size_t j = 0; j < LENGTH(bad); j++) {
            fade_rates rates = typical_rates();
            const fade_event event = implant_at(0.0, 1.0);
            const fade_site site = zone_of(&rates, &event, 1);

            memcpy((char *)&rates + members[i], &bad[j], sizeof bad[j]);
            assert_int_equal(status_of(FADE_AUTO, &site, 1.0), FADE_EINVAL);
        }
    }
}

static void
capacity_must_be_positive(void **state)
{
    fade_rates rates = typical_rates();
    const fade_event event = implant_at(0.0, 1.0);
    const fade_site site = zone_of(&rates, &event, 1);

    (void)state;
    rates.capture_capacity = 0.0;
    assert_int_equal(status_of(FADE_AUTO, &site, 1.0), FADE_EINVAL);
    rates.capture_capacity = nan("");
    assert_int_equal(status_of(FADE_AUTO, &site, 1.0), FADE_EINVAL);
}

static void
events_out_of_range_are_refused(void **state)
{
    fade_rates rates = typical_rates();
    fade_event bad[] = {implant_at(0.0, -1.0),     implant_at(0.0, nan("")),
                        implant_at(nan(""), 1.0),  implant_at(2e6, 1.0),
                        laser_at(0.0, 1.1),        laser_at(0.0, -0.1),
                        implant_at(0.0, HUGE_VAL), implant_at(0.0, 1.0)};

    (void)state;
    bad[LENGTH(bad) - 1].pigment = FADE_TEMPORARY; /* no rates for it */
    for (size_t i = 0; i < LENGTH(bad); i++) {
        const fade_site site = zone_of(&rates, &bad[i], 1);

        assert_int_equal(status_of(FADE_AUTO, &site, 1.0), FADE_EINVAL);
    }
}

static void
events_and_times_must_ascend(void **state)
{
    fade_rates rates = typical_rates();
    const fade_event events[] = {implant_at(5.0, 1.0), implant_at(4.0, 1.0)};
    const fade_site bad = zone_of(&rates, events, 2);
    const fade_site good = zone_of(&rates, events, 1);
    const double times[] = {10.0, 9.0};
    const fade_kinetics_options options = {0};
    fade_kinetics *kinetics = NULL;
    fade_amounts out[2];

    (void)state;
    assert_int_equal(status_of(FADE_AUTO, &bad, 10.0), FADE_EINVAL);
    assert_int_equal(fade_kinetics_create(&kinetics, &options), FADE_OK);
    assert_int_equal(fade_kinetics_solve(kinetics, &good, times, 2, out),
                     FADE_EINVAL);
    fade_kinetics_destroy(kinetics);
}

static void
exact_refuses_what_has_no_closed_form(void **state)
{
    fade_rates limited = typical_rates();
    fade_rates one_way = typical_rates();
    const fade_event event = implant_at(0.0, 1.0);
    const fade_site tight = zone_of(&limited, &event, 1);
    const fade_site lasting = zone_of(&one_way, &event, 1);

    (void)state;
    limited.capture_capacity = 1.0;
    one_way.turnover_rate = 0.0;
    assert_int_equal(status_of(FADE_EXACT, &tight, 1.0), FADE_EINVAL);
    assert_int_equal(status_of(FADE_EXACT, &lasting, 1.0), FADE_EINVAL);
    assert_int_equal(status_of(FADE_AUTO, &tight, 1.0), FADE_OK);
    assert_int_equal(status_of(FADE_AUTO, &lasting, 1.0), FADE_OK);
}

static void
asking_for_no_times_is_fine(void **state)
{
    fade_rates rates = typical_rates();
    const fade_event event = implant_at(0.0, 1.0);
    const fade_site site = zone_of(&rates, &event, 1);
    const fade_kinetics_options options = {0};

    (void)state;
    solve_with(&options, &site, NULL, 0, NULL);
}

static void
a_time_may_be_asked_for_twice(void **state)
{
    fade_rates rates = typical_rates();
    const fade_event event = implant_at(0.0, 1.0);
    const fade_site site = zone_of(&rates, &event, 1);
    const double times[] = {40.0, 40.0};

    (void)state;
    for (fade_method method = FADE_EXACT; method <= FADE_STIFF; method++) {
        const fade_kinetics_options options = {.method = method, .sinks = true};
        fade_amounts out[2];

        solve_with(&options, &site, times, 2, out);
        assert_same_amounts(&out[0], &out[1], 0.0);
    }
}

static void
workspace_forgets_the_last_site(void **state)
{
    fade_rates rates = typical_rates();
    fade_rates limited = typical_rates();
    const fade_event event = implant_at(0.0, 1.0);
    fade_event mixed_events[] = {event, event};
    fade_site mixed = zone_of(&limited, mixed_events, 2);
    const fade_site sites[] = {zone_of(&rates, &event, 1),
                               zone_of(&limited, &event, 1)};
    const fade_kinetics_options options = {.sinks = true};
    const double time = 333.0;
    fade_kinetics *kinetics = NULL;

    (void)state;
    limited.capture_capacity = 0.7;
    mixed_events[1].pigment = FADE_TEMPORARY;
    mixed.rates[FADE_TEMPORARY] = &rates;
    assert_int_equal(fade_kinetics_create(&kinetics, &options), FADE_OK);
    for (size_t i = 0; i < LENGTH(sites); i++) {
        fade_amounts first, between, again;

        assert_int_equal(
            fade_kinetics_solve(kinetics, &sites[i], &time, 1, &first),
            FADE_OK);
        assert_int_equal(
            fade_kinetics_solve(kinetics, &mixed, &time, 1, &between), FADE_OK);
        assert_int_equal(
            fade_kinetics_solve(kinetics, &sites[i], &time, 1, &again),
            FADE_OK);
        assert_memory_equal(&first, &again, sizeof first);
    }
    fade_kinetics_destroy(kinetics);
}

static void
other_dates_do_not_move_an_answer(void **state)
{
    fade_rates rates = typical_rates();
    const fade_event event = implant_at(0.0, 1.0);
    const fade_site site = zone_of(&rates, &event, 1);
    const fade_kinetics_options options = {.sinks = true};
    double times[200];
    fade_amounts many[LENGTH(times)], one;

    (void)state;
    for (size_t i = 0; i < LENGTH(times); i++) {
        times[i] = 36.525 * (double)i;
    }
    solve_with(&options, &site, times, LENGTH(times), many);
    one = amounts_at(&site, times[LENGTH(times) - 1]);
    assert_same_amounts(&many[LENGTH(times) - 1], &one, 1e-12);
}

static void
classes_do_not_meet_where_there_is_room_for_all(void **state)
{
    fade_rates permanent = typical_rates();
    fade_rates temporary = typical_rates();
    fade_event events[] = {implant_at(0.0, 1.0), implant_at(20.0, 0.6)};
    fade_site both = zone_of(&permanent, events, 2);
    const fade_site alone = zone_of(&permanent, &events[0], 1);
    fade_amounts got, want;

    (void)state;
    permanent.soften_rate = 0.0;
    events[1].pigment = FADE_TEMPORARY;
    both.rates[FADE_TEMPORARY] = &temporary;
    got = amounts_at(&both, 800.0);
    want = amounts_at(&alone, 800.0);
    for (size_t j = 0; j < FADE_AMOUNTS; j++) {
        assert_near(got.of[FADE_PERMANENT][j], want.of[FADE_PERMANENT][j],
                    1e-12);
    }
    assert_true(got.of[FADE_TEMPORARY][FADE_SOFTENED] > 0.0);
    assert_near(got.of[FADE_PERMANENT][FADE_SOFTENED], 0.0, 0.0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(options_out_of_range_are_refused),
        cmocka_unit_test(every_rate_out_of_range_is_refused),
        cmocka_unit_test(capacity_must_be_positive),
        cmocka_unit_test(events_out_of_range_are_refused),
        cmocka_unit_test(events_and_times_must_ascend),
        cmocka_unit_test(exact_refuses_what_has_no_closed_form),
        cmocka_unit_test(asking_for_no_times_is_fine),
        cmocka_unit_test(a_time_may_be_asked_for_twice),
        cmocka_unit_test(workspace_forgets_the_last_site),
        cmocka_unit_test(other_dates_do_not_move_an_answer),
        cmocka_unit_test(classes_do_not_meet_where_there_is_room_for_all),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
