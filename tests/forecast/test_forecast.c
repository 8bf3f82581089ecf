/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <fadecast/forecast.h>

#include <float.h>
#include <string.h>

#include "support/near.h"
#include "support/zones.h"

/* Three reference sessions; everything else counts from the last of them. */
static const double last_session = 28.0;

typedef struct bench {
    fade_model *model[FADE_PIGMENTS];
    fade_event events[3];
} bench;

static int
set_up(void **state)
{
    bench *made = calloc(1, sizeof *made);

    assert_non_null(made);
    made->model[FADE_PERMANENT] = shipped_model("permanent");
    made->model[FADE_TEMPORARY] = shipped_model("temporary");
    *state = made;
    return 0;
}

static int
tear_down(void **state)
{
    bench *made = *state;

    fade_model_destroy(made->model[FADE_TEMPORARY]);
    fade_model_destroy(made->model[FADE_PERMANENT]);
    free(made);
    return 0;
}

static fade_zone
reference_zone(bench *with, fade_pigment pigment)
{
    fade_zone zone = zone_of(with->events, 3);

    for (int i = 0; i < 3; i++) {
        with->events[i] = implant_at(14.0 * i, pigment);
    }
    zone.model[pigment] = with->model[pigment];
    return zone;
}

static fade_forecast_request
request_of(const fade_zone *zone, size_t draws)
{
    return (fade_forecast_request){.zone = zone,
                                   .rule = fade_touchup_rule_default(),
                                   .draws = draws,
                                   .seed = 1};
}

static fade_forecast *
forecast_of(const fade_forecast_request *request)
{
    fade_forecast *forecast = NULL;

    assert_int_equal(fade_forecast_create(request, &forecast), FADE_OK);
    return forecast;
}

/*
 * The published table of the default models' typical patient, rounded to three
 * decimals; 0.788 stands there for 0.787498.
 */
static const double table_rounding = 0.000503;

enum { AGES = 8 };

static const double ages[AGES] = {0.5, 1.0, 2.0, 3.0, 4.0, 5.0, 7.0, 10.0};

static void
check_table(bench *with, fade_pigment pigment, double healed,
            const double tone[AGES], const double definition[AGES])
{
    fade_zone zone = reference_zone(with, pigment);
    fade_forecast_request request = request_of(&zone, 1);
    fade_forecast *forecast;
    double times[AGES];

    for (int i = 0; i < AGES; i++) {
        times[i] = last_session + 365.25 * ages[i];
    }
    request.times = times;
    request.time_count = AGES;
    forecast = forecast_of(&request);
    assert_near(fade_forecast_healed_tone(forecast).at[FADE_P50], healed,
                0.005);
    for (size_t i = 0; i < AGES; i++) {
        fade_band band = fade_forecast_retained_tone(forecast, i);

        assert_near(band.at[FADE_P50], tone[i], table_rounding);
        assert_near(band.at[FADE_P05], band.at[FADE_P95], 0.0);
        if (definition) {
            band = fade_forecast_retained_definition(forecast, i);
            assert_near(band.at[FADE_P50], definition[i], table_rounding);
        }
    }
    fade_forecast_destroy(forecast);
}

static void
the_typical_patient_fades_as_published(void **state)
{
    const double permanent[AGES] = {0.982, 0.959, 0.904, 0.846,
                                    0.788, 0.732, 0.632, 0.509};
    const double definition[AGES] = {0.923, 0.837, 0.693, 0.581,
                                     0.493, 0.422, 0.317, 0.219};
    const double temporary[AGES] = {0.874, 0.653, 0.281, 0.100,
                                    0.033, 0.010, 0.001, 0.000};

    check_table(*state, FADE_PERMANENT, 4.63, permanent, definition);
    check_table(*state, FADE_TEMPORARY, 4.37, temporary, NULL);
}

/*
 * Median and spread of the published population; the 16th and 84th percent
 * points of a normal logarithm are two sd apart. The published medians fit
 * times from the first session (the typical patient's 75 % of the table above
 * is 0.78 y after the last one, 0.86 y after the first); the published sds
 * came from a smaller sample than these 4000 draws, which are good to 2 %.
 */
static void
check_population(bench *with, fade_pigment pigment, double median, double sd)
{
    fade_zone zone = reference_zone(with, pigment);
    fade_forecast_request request = request_of(&zone, 4000);
    fade_forecast *forecast = forecast_of(&request);
    double p16 = fade_forecast_touchup(forecast, 0.15866);
    double p50 = fade_forecast_touchup(forecast, 0.5);
    double p84 = fade_forecast_touchup(forecast, 0.84134);

    print_message("# %s: median %.3f y, log-sd %.3f\n",
                  fade_pigment_name(pigment), p50 / 365.25,
                  0.5 * log(p84 / p16));
    assert_rel(p50 / 365.25, median, 0.03);
    assert_rel(0.5 * log(p84 / p16), sd, 0.12);
    assert_rel(log(p84 / p50), log(p50 / p16), 0.15);
    fade_forecast_destroy(forecast);
}

static void
touchup_times_spread_over_people_as_published(void **state)
{
    check_population(*state, FADE_PERMANENT, 4.7, 0.51);
    check_population(*state, FADE_TEMPORARY, 0.85, 0.33);
}

static bool
is_ordered(const fade_band *band)
{
    for (int i = 1; i < FADE_BAND_COUNT; i++) {
        if (band->at[i] < band->at[i - 1]) {
            return false;
        }
    }
    return true;
}

static void
bands_are_ordered_and_hold_the_typical_patient(void **state)
{
    fade_zone zone = reference_zone(*state, FADE_PERMANENT);
    fade_forecast_request request = request_of(&zone, 500);
    const double times[] = {-5.0, 0.0, 20.0, 70.0, 1000.0, 4000.0, 12000.0};
    fade_forecast *people, *typical;

    request.times = times;
    request.time_count = sizeof times / sizeof times[0];
    people = forecast_of(&request);
    request.draws = 1;
    typical = forecast_of(&request);
    for (size_t i = 0; i < request.time_count; i++) {
        fade_band tone = fade_forecast_tone(people, i);
        fade_band crisp = fade_forecast_definition(people, i);
        fade_band kept = fade_forecast_retained_tone(people, i);
        fade_band kept_crisp = fade_forecast_retained_definition(people, i);
        double usual = fade_forecast_tone(typical, i).at[FADE_P50];

        assert_true(is_ordered(&tone) && is_ordered(&crisp));
        assert_true(is_ordered(&kept) && is_ordered(&kept_crisp));
        assert_true(tone.at[FADE_P05] <= usual && usual <= tone.at[FADE_P95]);
        assert_near(usual, tone.at[FADE_P50], 0.06 * tone.at[FADE_P50]);
    }
    assert_near(fade_forecast_tone(people, 0).at[FADE_P95], 0.0, 0.0);
    fade_forecast_destroy(typical);
    fade_forecast_destroy(people);
}

static void
touchup_draws_are_sorted_and_agree_with_their_summaries(void **state)
{
    fade_zone zone = reference_zone(*state, FADE_PERMANENT);
    fade_forecast_request request = request_of(&zone, 800);
    fade_forecast *forecast = forecast_of(&request);
    size_t count;
    const double *draws = fade_forecast_touchup_draws(forecast, &count);
    double median = fade_forecast_touchup(forecast, 0.5);

    assert_int_equal(count, 800);
    for (size_t i = 1; i < count; i++) {
        assert_true(draws[i - 1] <= draws[i]);
    }
    assert_true(draws[0] >= fade_forecast_healed_time(forecast));
    assert_near(fade_forecast_healed_time(forecast), 70.0, 0.0);
    assert_near(fade_forecast_touchup_before(forecast, median), 0.5, 0.002);
    assert_near(fade_forecast_touchup_before(forecast, draws[799]), 1.0, 0.0);
    assert_near(fade_forecast_touchup_before(forecast, 69.0), 0.0, 0.0);
    fade_forecast_destroy(forecast);
}

static void
what_never_fades_has_infinite_quantiles(void **state)
{
    fade_zone zone = reference_zone(*state, FADE_PERMANENT);
    fade_forecast_request request = request_of(&zone, 100);
    fade_forecast *forecast;

    request.rule.tone_threshold = 1e-6;
    forecast = forecast_of(&request);
    assert_true(fade_forecast_touchup(forecast, 0.0) > DBL_MAX);
    assert_near(fade_forecast_touchup_before(forecast, 1e6), 0.0, 0.0);
    fade_forecast_destroy(forecast);
}

/* Some people keep half of their tone for more than thirty years. */
static void
people_beyond_the_horizon_are_counted(void **state)
{
    fade_zone zone = reference_zone(*state, FADE_PERMANENT);
    fade_forecast_request request = request_of(&zone, 1000);
    fade_forecast *forecast;
    double never;

    request.rule.tone_threshold = 0.4;
    forecast = forecast_of(&request);
    never = 1.0 - fade_forecast_touchup_before(forecast, DBL_MAX);
    assert_true(never > 0.01 && never < 0.5);
    assert_true(fade_forecast_touchup(forecast, 1.0 - 0.9 * never) > DBL_MAX);
    assert_true(fade_forecast_touchup(forecast, 1.0 - 1.1 * never) < DBL_MAX);
    fade_forecast_destroy(forecast);
}

static void
the_same_seed_gives_the_same_forecast(void **state)
{
    fade_zone zone = reference_zone(*state, FADE_TEMPORARY);
    fade_forecast_request request = request_of(&zone, 200);
    fade_forecast *first = forecast_of(&request);
    fade_forecast *again = forecast_of(&request);
    fade_forecast *other;
    const double *a, *b, *c;
    size_t count;

    request.seed = 2;
    other = forecast_of(&request);
    a = fade_forecast_touchup_draws(first, &count);
    b = fade_forecast_touchup_draws(again, &count);
    c = fade_forecast_touchup_draws(other, &count);
    assert_memory_equal(a, b, count * sizeof *a);
    assert_int_not_equal(memcmp(a, c, count * sizeof *a), 0);
    assert_rel(c[100], a[100], 0.1);
    fade_forecast_destroy(other);
    fade_forecast_destroy(again);
    fade_forecast_destroy(first);
}

/* A small touch-up: against the best course it is due sooner. */
static void
the_best_course_is_a_higher_bar_than_a_light_latest_one(void **state)
{
    bench *with = *state;
    fade_zone zone = reference_zone(with, FADE_PERMANENT);
    fade_forecast_request request = request_of(&zone, 1);
    double best, latest, first;
    fade_forecast *forecast;

    with->events[2].time = 1500.0;
    with->events[2].dose = 0.3;
    forecast = forecast_of(&request);
    best = fade_forecast_touchup(forecast, 0.5);
    assert_near(fade_forecast_healed_time(forecast), 1542.0, 0.0);
    fade_forecast_destroy(forecast);
    request.rule.baseline = FADE_BASELINE_LATEST;
    forecast = forecast_of(&request);
    latest = fade_forecast_touchup(forecast, 0.5);
    fade_forecast_destroy(forecast);
    request.rule.baseline = FADE_BASELINE_FIRST;
    forecast = forecast_of(&request);
    first = fade_forecast_touchup(forecast, 0.5);
    fade_forecast_destroy(forecast);
    assert_true(best < latest || best < first);
    assert_true(best <= latest && best <= first);
}

static void
either_criterion_comes_no_later_than_both_alone(void **state)
{
    fade_zone zone = reference_zone(*state, FADE_PERMANENT);
    fade_forecast_request request = request_of(&zone, 300);
    double median[3];

    for (int i = 0; i < 3; i++) {
        fade_forecast *forecast;

        request.rule.criterion = (fade_criterion)i;
        request.rule.definition_threshold = 0.45;
        forecast = forecast_of(&request);
        median[i] = fade_forecast_touchup(forecast, 0.5);
        fade_forecast_destroy(forecast);
    }
    assert_true(median[FADE_BY_FIRST_OF_BOTH] <= median[FADE_BY_TONE]);
    assert_true(median[FADE_BY_FIRST_OF_BOTH] <= median[FADE_BY_DEFINITION]);
}

/* What is left of a trial fades sooner than the permanent work over it. */
static void
a_trial_under_permanent_work_brings_the_touch_up_forward(void **state)
{
    bench *with = *state;
    fade_zone alone = reference_zone(with, FADE_PERMANENT);
    fade_forecast_request request = request_of(&alone, 1);
    fade_forecast *forecast = forecast_of(&request);
    double without = fade_forecast_touchup(forecast, 0.5);
    fade_event events[4];
    fade_zone both = alone;

    fade_forecast_destroy(forecast);
    events[0] = implant_at(-150.0, FADE_TEMPORARY);
    memcpy(&events[1], with->events, sizeof with->events);
    both.events = events;
    both.event_count = 4;
    both.model[FADE_TEMPORARY] = with->model[FADE_TEMPORARY];
    request.zone = &both;
    forecast = forecast_of(&request);
    assert_true(fade_forecast_touchup(forecast, 0.5) < without - 30.0);
    assert_true(fade_forecast_touchup(forecast, 0.5) > 70.0);
    fade_forecast_destroy(forecast);
}

static void
impossible_requests_are_refused(void **state)
{
    fade_zone zone = reference_zone(*state, FADE_PERMANENT);
    fade_zone black = zone;
    fade_zone empty = zone;
    const double backwards[] = {100.0, 50.0};
    fade_forecast_request request = request_of(&zone, 10);
    fade_forecast *forecast = NULL;

    request.draws = 0;
    assert_int_equal(fade_forecast_create(&request, &forecast), FADE_EINVAL);
    request.draws = 10;
    request.rule.tone_threshold = 0.0;
    assert_int_equal(fade_forecast_create(&request, &forecast), FADE_EINVAL);
    request.rule = fade_touchup_rule_default();
    request.times = backwards;
    request.time_count = 2;
    assert_int_equal(fade_forecast_create(&request, &forecast), FADE_EINVAL);
    request.time_count = 0;
    black.skin_lightness = 5.0;
    request.zone = &black;
    assert_int_equal(fade_forecast_create(&request, &forecast), FADE_EINVAL);
    empty.event_count = 0;
    request.zone = &empty;
    assert_int_equal(fade_forecast_create(&request, &forecast), FADE_ENOTFOUND);
    assert_null(forecast);
}

/* kinetics.h: `pigment` is an implant's; a laser's may be anything. */
static void
the_class_of_a_laser_is_never_looked_at(void **state)
{
    bench *with = *state;
    fade_zone zone = reference_zone(with, FADE_PERMANENT);
    fade_forecast_request request = request_of(&zone, 16);
    fade_forecast *forecast = NULL;
    double touchup;

    with->events[2] = laser_at(20.0, 0.2);
    forecast = forecast_of(&request);
    touchup = fade_forecast_touchup(forecast, 0.5);
    fade_forecast_destroy(forecast);
    with->events[2].pigment = (fade_pigment)1000000;
    forecast = forecast_of(&request);
    assert_near(fade_forecast_touchup(forecast, 0.5), touchup, 0.0);
    fade_forecast_destroy(forecast);
    with->events[1].pigment = (fade_pigment)1000000;
    assert_int_equal(fade_forecast_create(&request, &forecast), FADE_EINVAL);
}

/* Doses of 0 leave dots that nobody sees, not a look made of rounding. */
static void
work_without_pigment_never_calls_for_a_touch_up(void **state)
{
    bench *with = *state;
    fade_zone zone = reference_zone(with, FADE_PERMANENT);
    const double day = 400.0;
    fade_forecast_request request = request_of(&zone, 16);
    fade_forecast *forecast;

    request.times = &day;
    request.time_count = 1;
    for (int i = 0; i < 3; i++) {
        with->events[i].dose = 0.0;
    }
    for (double skin = 25.0; skin < 90.0; skin += 7.3) {
        zone.skin_lightness = skin;
        forecast = forecast_of(&request);
        assert_near(fade_forecast_healed_tone(forecast).at[FADE_P50], 0.0, 0.0);
        assert_near(fade_forecast_retained_tone(forecast, 0).at[FADE_P50], 0.0,
                    0.0);
        assert_true(isinf(fade_forecast_touchup(forecast, 0.5)));
        fade_forecast_destroy(forecast);
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int
main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_typical_patient_fades_as_published),
        TEST(touchup_times_spread_over_people_as_published),
        TEST(bands_are_ordered_and_hold_the_typical_patient),
        TEST(touchup_draws_are_sorted_and_agree_with_their_summaries),
        TEST(what_never_fades_has_infinite_quantiles),
        TEST(people_beyond_the_horizon_are_counted),
        TEST(the_same_seed_gives_the_same_forecast),
        TEST(the_best_course_is_a_higher_bar_than_a_light_latest_one),
        TEST(either_criterion_comes_no_later_than_both_alone),
        TEST(a_trial_under_permanent_work_brings_the_touch_up_forward),
        TEST(impossible_requests_are_refused),
        TEST(the_class_of_a_laser_is_never_looked_at),
        TEST(work_without_pigment_never_calls_for_a_touch_up),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
