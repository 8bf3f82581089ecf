/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "individual/observe.h"
#include "support/near.h"
#include "support/zones.h"

enum { PEOPLE = 20000, VISITS = 20000 };

typedef struct moments {
    double mean, sd;
} moments;

static moments
moments_of(const double *values, size_t count)
{
    moments of = {0.0, 0.0};

    for (size_t i = 0; i < count; i++) {
        of.mean += values[i] / (double)count;
    }
    for (size_t i = 0; i < count; i++) {
        of.sd += (values[i] - of.mean) * (values[i] - of.mean) / (double)count;
    }
    of.sd = sqrt(of.sd);
    return of;
}

/* A mean of n normal numbers is off by 4 sd / sqrt(n) once in 16000 times. */
static double
allowed(double sd, size_t count)
{
    return 4.0 * sd / sqrt((double)count);
}

static void
drawn_people_have_the_model_s_spread(void **state)
{
    static double drain[PEOPLE], dose[PEOPLE];
    fade_model *model = shipped_model("permanent");
    const fade_parameter *rate = fade_model_parameter(model, FADE_DRAIN_RATE);
    moments of;

    (void)state;
    for (size_t i = 0; i < PEOPLE; i++) {
        fade_effects effects;
        fade_values values;

        assert_int_equal(fade_simulate_effects(7, i, &effects), FADE_OK);
        fade_model_individual(model, NULL, &effects, &values);
        drain[i] = log(values.of[FADE_DRAIN_RATE]);
        dose[i] = log(values.of[FADE_DOSE]);
    }
    of = moments_of(drain, PEOPLE);
    assert_near(of.mean, log(rate->value), allowed(rate->patient_sd, PEOPLE));
    assert_near(of.sd, rate->patient_sd, allowed(rate->patient_sd, PEOPLE));
    of = moments_of(dose, PEOPLE);
    assert_near(of.mean, 0.0, allowed(0.2, PEOPLE));
    assert_near(of.sd, 0.2, allowed(0.2, PEOPLE));
    fade_model_destroy(model);
}

static void
people_and_hands_of_different_streams_are_independent(void **state)
{
    static double products[PEOPLE], hands[PEOPLE];

    (void)state;
    for (size_t i = 0; i < PEOPLE; i++) {
        fade_effects one, next;
        double session[2];

        assert_int_equal(fade_simulate_effects(7, 2 * i, &one), FADE_OK);
        assert_int_equal(fade_simulate_effects(7, 2 * i + 1, &next), FADE_OK);
        assert_int_equal(fade_simulate_hands(7, 2 * i, session, 2), FADE_OK);
        products[i] = one.z[FADE_DRAIN_RATE] * next.z[FADE_DRAIN_RATE];
        hands[i] = session[0] * session[1];
    }
    assert_near(moments_of(products, PEOPLE).mean, 0.0, allowed(1.0, PEOPLE));
    assert_near(moments_of(hands, PEOPLE).mean, 0.0, allowed(1.0, PEOPLE));
}

static void
the_same_seed_and_stream_give_the_same_person(void **state)
{
    fade_effects one, again, other_stream, other_seed;

    (void)state;
    assert_int_equal(fade_simulate_effects(7, 3, &one), FADE_OK);
    assert_int_equal(fade_simulate_effects(7, 3, &again), FADE_OK);
    assert_int_equal(fade_simulate_effects(7, 4, &other_stream), FADE_OK);
    assert_int_equal(fade_simulate_effects(8, 3, &other_seed), FADE_OK);
    assert_memory_equal(&one, &again, sizeof one);
    assert_memory_not_equal(&one, &other_stream, sizeof one);
    assert_memory_not_equal(&one, &other_seed, sizeof one);
}

/* The typical patient a hundred days after one session. */
typedef struct sitting {
    fade_model *model;
    fade_event event;
    fade_zone zone;
    fade_trajectory *fading;
    fade_appearance look;
} sitting;

static void
sit_down(sitting *with)
{
    double time = 100.0;

    with->model = shipped_model("permanent");
    with->event = implant_at(0.0, FADE_PERMANENT);
    with->zone = zone_of(&with->event, 1);
    with->zone.model[FADE_PERMANENT] = with->model;
    assert_int_equal(fade_trajectory_create(&with->fading), FADE_OK);
    assert_int_equal(fade_trajectory_set(with->fading, &with->zone, NULL, NULL),
                     FADE_OK);
    assert_int_equal(fade_trajectory_looks(with->fading, &time, 1, &with->look),
                     FADE_OK);
}

static void
get_up(sitting *with)
{
    fade_trajectory_destroy(with->fading);
    fade_model_destroy(with->model);
}

static void
read_often(sitting *with, const fade_measuring *how, const fade_reading *like,
           fade_reading readings[VISITS])
{
    for (size_t i = 0; i < VISITS; i++) {
        readings[i] = *like;
    }
    assert_int_equal(
        fade_simulate_readings(with->fading, how, 11, 5, readings, VISITS),
        FADE_OK);
}

static moments
moments_read(const fade_reading readings[VISITS])
{
    static double values[VISITS];

    for (size_t i = 0; i < VISITS; i++) {
        values[i] = readings[i].value;
    }
    return moments_of(values, VISITS);
}

static void
readings_err_as_the_error_model_says(void **state)
{
    static fade_reading readings[VISITS];
    const fade_measuring exact = {.detection_limit = -HUGE_VAL};
    fade_reading like = {.time = 100.0, .kind = FADE_TONE};
    sitting with;
    moments of;
    double sd;

    (void)state;
    sit_down(&with);
    read_often(&with, &exact, &like, readings);
    of = moments_read(readings);
    sd = hypot(0.8, 0.05 * with.look.tone);
    assert_near(of.mean, with.look.tone, allowed(sd, VISITS));
    assert_near(of.sd, sd, allowed(sd, VISITS));

    like.kind = FADE_DEFINITION;
    read_often(&with, &exact, &like, readings);
    of = moments_read(readings);
    sd = hypot(2.0, 0.08 * with.look.definition);
    assert_near(of.mean, with.look.definition, allowed(sd, VISITS));
    assert_near(of.sd, sd, allowed(sd, VISITS));
    get_up(&with);
}

/* Steps of 1 add a variance of 1/12 to the latent score's. */
static void
scores_are_steps_of_their_scale(void **state)
{
    static fade_reading readings[VISITS];
    const fade_measuring exact = {.detection_limit = -HUGE_VAL};
    const fade_reading like = {.time = 100.0,
                               .kind = FADE_SCORE,
                               .scale_max = 10.0,
                               .scale_step = 1.0};
    sitting with;
    moments of;

    (void)state;
    sit_down(&with);
    read_often(&with, &exact, &like, readings);
    of = moments_read(readings);
    assert_near(of.mean, 1.66 * with.look.tone, 0.06);
    assert_near(of.sd, sqrt(1.0 + 1.0 / 12.0), 0.05);
    for (size_t i = 0; i < VISITS; i++) {
        assert_near(readings[i].value, round(readings[i].value), 0.0);
        assert_true(readings[i].value >= 0.0 && readings[i].value <= 10.0);
    }
    get_up(&with);
}

static void
scores_of_dark_work_stop_at_the_ceiling(void **state)
{
    static fade_reading readings[VISITS];
    const fade_measuring exact = {.detection_limit = -HUGE_VAL};
    const fade_reading like = {
        .time = 100.0, .kind = FADE_SCORE, .scale_max = 4.0, .scale_step = 0.5};
    sitting with;
    size_t full = 0;

    (void)state;
    sit_down(&with);
    with.event.dose = 5.0;
    with.event.dots = 600.0;
    assert_int_equal(fade_trajectory_set(with.fading, &with.zone, NULL, NULL),
                     FADE_OK);
    read_often(&with, &exact, &like, readings);
    for (size_t i = 0; i < VISITS; i++) {
        assert_true(readings[i].value <= 4.0);
        full += readings[i].value > 3.9 ? 1 : 0;
    }
    assert_true(full > VISITS / 2);
    get_up(&with);
}

/* What lies below the limit is said to, as often as it should. */
static void
weak_readings_are_censored(void **state)
{
    static fade_reading readings[VISITS];
    const fade_reading like = {.time = 100.0, .kind = FADE_TONE};
    fade_measuring how = {.resolution = 0.01};
    sitting with;
    double share = 0.0;

    (void)state;
    sit_down(&with);
    how.detection_limit = with.look.tone;
    read_often(&with, &how, &like, readings);
    for (size_t i = 0; i < VISITS; i++) {
        if (readings[i].censoring == FADE_CENSORED_BELOW) {
            share += 1.0 / VISITS;
            assert_near(readings[i].value, how.detection_limit, 0.0);
            assert_true(isnan(readings[i].limit));
        } else {
            assert_near(100.0 * readings[i].value,
                        round(100.0 * readings[i].value), 1e-9);
        }
    }
    assert_near(share, 0.5, 0.02);
    get_up(&with);
}

static void
a_reading_before_a_session_does_not_see_it(void **state)
{
    const fade_measuring exact = {.detection_limit = -HUGE_VAL};
    const double seen_after = 1.0;
    fade_reading readings[2] = {
        {.time = 0.0, .kind = FADE_DEFINITION, .before = true},
        {.time = 0.0, .kind = FADE_DEFINITION}};
    sitting with;

    (void)state;
    sit_down(&with);
    assert_int_equal(
        fade_simulate_readings(with.fading, &exact, 1, 1, readings, 2),
        FADE_OK);
    assert_true(fabs(readings[0].value) < 8.0 + seen_after);
    assert_true(readings[1].value > 15.0);
    get_up(&with);
}

static void
a_grader_s_bias_stays_with_the_grader(void **state)
{
    static fade_reading readings[VISITS];
    const fade_measuring exact = {.detection_limit = -HUGE_VAL};
    fade_reading like = {.time = 100.0, .kind = FADE_TONE};
    double mean[3];
    sitting with;

    (void)state;
    sit_down(&with);
    for (int instrument = 0; instrument < 3; instrument++) {
        like.instrument = instrument;
        read_often(&with, &exact, &like, readings);
        mean[instrument] = moments_read(readings).mean;
    }
    assert_near(mean[0], with.look.tone, 0.03);
    assert_true(fabs(mean[1] - mean[0]) > 0.001);
    assert_true(fabs(mean[1] - mean[2]) > 0.001);
    assert_true(fabs(mean[1] - mean[0]) < 4.0 * 0.3);
    get_up(&with);
}

static void
decimals_come_out_as_one_would_type_them(void **state)
{
    (void)state;
    assert_near(fade_round_to(4.1449, 0.01), 4.14, 0.0);
    assert_near(fade_round_to(0.7, 0.1), 0.7, 0.0);
    assert_near(fade_round_to(7.3, 0.5), 7.5, 0.0);
    assert_near(fade_round_to(7.3, 2.0), 8.0, 0.0);
    assert_near(fade_round_to(7.321, 0.0), 7.321, 0.0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(drawn_people_have_the_model_s_spread),
        cmocka_unit_test(people_and_hands_of_different_streams_are_independent),
        cmocka_unit_test(the_same_seed_and_stream_give_the_same_person),
        cmocka_unit_test(readings_err_as_the_error_model_says),
        cmocka_unit_test(scores_are_steps_of_their_scale),
        cmocka_unit_test(scores_of_dark_work_stop_at_the_ceiling),
        cmocka_unit_test(weak_readings_are_censored),
        cmocka_unit_test(a_reading_before_a_session_does_not_see_it),
        cmocka_unit_test(a_grader_s_bias_stays_with_the_grader),
        cmocka_unit_test(decimals_come_out_as_one_would_type_them),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
