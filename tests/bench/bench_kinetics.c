/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Trajectories per CPU second. One trajectory is a person of their own (all
 * rates vary, so nothing is reused), half of them of either pigment: three
 * sessions, twelve dates from six weeks to ten years.
 */
#include <math.h>
#include <stdlib.h>

#include <gsl/gsl_odeiv2.h>

#include <fadecast/appearance.h>
#include <fadecast/kinetics.h>

#include "base/numeric.h"
#include "bench/bench.h"
#include "kinetics/flow.h"

enum { PEOPLE = 512, DATES = 12, SESSIONS = 3 };

static const double YEAR = 365.25; /* [day] */
static const double SKIN = 60.0;   /* [L*] */
static const double DOTS = 120.0;  /* [1/cm2] a session */

typedef struct bench_person {
    fade_rates rates;
    fade_optics optics;
    fade_event events[SESSIONS];
    fade_site site;
} bench_person;

typedef struct bench_crowd {
    bench_person people[PEOPLE];
    double times[DATES];
    fade_kinetics *kinetics;
} bench_crowd;

/* The same factor on every machine, about exp(-0.6) to exp(0.6). */
static double
vary(size_t person, size_t parameter)
{
    size_t mixed = (person * 7919 + parameter * 104729) % 1009;

    return exp(1.2 * ((double)mixed / 1009.0 - 0.5));
}

static void
make_person(bench_person *to, size_t i)
{
    fade_pigment pigment = i % 2 ? FADE_TEMPORARY : FADE_PERMANENT;
    double soften = i % 2 ? 1.3 / YEAR : 0.0;

    to->rates = (fade_rates){.epidermal_fraction = 0.2 * vary(i, 0),
                             .shed_rate = 0.1 * vary(i, 1),
                             .capture_rate = 0.5 * vary(i, 2),
                             .capture_capacity = HUGE_VAL,
                             .drain_rate = 0.105 * vary(i, 3),
                             .store_rate = 0.05 * vary(i, 4),
                             .unstore_rate = M_LN2 / 2922.0 * vary(i, 5),
                             .turnover_rate = M_LN2 / YEAR * vary(i, 6),
                             .soften_rate = soften * vary(i, 7),
                             .resorb_rate = 1.3 / YEAR * vary(i, 8),
                             .bleach_rate = 0.01 / YEAR * vary(i, 9)};
    to->optics = (fade_optics){.dot_radius = 0.15,
                               .dot_spread = 0.001 / YEAR * vary(i, 10),
                               .absorbance = 0.35,
                               .reference_dots = 120.0,
                               .surface_reflectance = 0.02,
                               .halftone_exponent = 2.0};
    for (size_t j = 0; j < SESSIONS; j++) {
        to->events[j] = (fade_event){.time = 14.0 * (double)j,
                                     .kind = FADE_IMPLANT,
                                     .pigment = pigment,
                                     .dose = vary(i, 11 + j),
                                     .dots = DOTS};
    }
    to->site = (fade_site){.sunlight = {.uv_exposure = 1.0,
                                        .uv_amplitude = 0.6,
                                        .uv_peak_day = 172.0},
                           .events = to->events,
                           .event_count = SESSIONS};
    to->site.rates[pigment] = &to->rates;
}

static bench_crowd *
make_crowd(void)
{
    static const double years[DATES] = {0.25, 0.5, 1.0, 1.5, 2.0, 3.0,
                                        4.0,  5.0, 6.0, 7.0, 8.5, 10.0};
    bench_crowd *made = calloc(1, sizeof *made);

    if (!made) {
        exit(1);
    }
    for (size_t i = 0; i < PEOPLE; i++) {
        make_person(&made->people[i], i);
    }
    for (size_t i = 0; i < DATES; i++) {
        made->times[i] = 28.0 + YEAR * years[i];
    }
    return made;
}

static void
solve_amounts(void *context, size_t times)
{
    const bench_crowd *crowd = context;
    fade_amounts amounts[DATES];

    for (size_t i = 0; i < times; i++) {
        if (fade_kinetics_solve(crowd->kinetics,
                                &crowd->people[i % PEOPLE].site, crowd->times,
                                DATES, amounts)
            != FADE_OK) {
            exit(1);
        }
        bench_keep(amounts[DATES - 1].of[0][FADE_FREE]);
    }
}

static void
look_at(const bench_person *person, double time, const fade_amounts *amounts,
        fade_appearance *out)
{
    fade_layer layers[FADE_PIGMENTS] = {{0}};
    fade_pigment pigment = person->events[0].pigment;
    fade_layer *layer = &layers[pigment];

    layer->optics = &person->optics;
    layer->pigment = fade_amounts_visible(amounts, pigment);
    for (size_t i = 0; i < SESSIONS; i++) {
        layer->dots.density += person->events[i].dots;
        layer->dots.ageing +=
            person->events[i].dots * (time - person->events[i].time);
    }
    if (fade_appearance_of(SKIN, layers, out) != FADE_OK) {
        exit(1);
    }
}

static void
solve_and_look(void *context, size_t times)
{
    const bench_crowd *crowd = context;
    fade_amounts amounts[DATES];

    for (size_t i = 0; i < times; i++) {
        const bench_person *person = &crowd->people[i % PEOPLE];
        fade_appearance look = {0};

        if (fade_kinetics_solve(crowd->kinetics, &person->site, crowd->times,
                                DATES, amounts)
            != FADE_OK) {
            exit(1);
        }
        for (size_t j = 0; j < DATES; j++) {
            look_at(person, crowd->times[j], &amounts[j], &look);
        }
        bench_keep(look.tone);
    }
}

/* What one would write first: an explicit solver between the same dates. */
static void
solve_naively(void *context, size_t times)
{
    const bench_crowd *crowd = context;

    for (size_t i = 0; i < times; i++) {
        const bench_person *person = &crowd->people[i % PEOPLE];
        fade_flow flow = {.sunlight = person->site.sunlight,
                          .capacity = HUGE_VAL,
                          .rates = {&person->rates},
                          .classes = 1,
                          .stride = FADE_POOLS};
        gsl_odeiv2_system system = {.function = fade_flow_slope,
                                    .dimension = FADE_POOLS,
                                    .params = &flow};
        gsl_odeiv2_driver *driver = gsl_odeiv2_driver_alloc_y_new(
            &system, gsl_odeiv2_step_rkf45, 0.01, 1e-9, 0.0);
        double y[FADE_POOLS] = {0.0};
        double time = 0.0;

        for (size_t j = 0; j < SESSIONS + DATES; j++) {
            double next = j < SESSIONS ? person->events[j].time
                                       : crowd->times[j - SESSIONS];
            double dose = j < SESSIONS ? person->events[j].dose : 0.0;

            if (gsl_odeiv2_driver_apply(driver, &time, next, y) != 0) {
                exit(1);
            }
            y[FADE_EPIDERMIS] += dose * person->rates.epidermal_fraction;
            y[FADE_FREE] += dose * (1.0 - person->rates.epidermal_fraction);
        }
        bench_keep(y[FADE_MACROPHAGE]);
        gsl_odeiv2_driver_free(driver);
    }
}

static double
rate_of(bench_crowd *crowd, bench_body *body, fade_kinetics_options options)
{
    double rate;

    if (fade_kinetics_create(&crowd->kinetics, &options) != FADE_OK) {
        exit(1);
    }
    rate = bench_rate(body, crowd);
    fade_kinetics_destroy(crowd->kinetics);
    return rate;
}

int
main(void)
{
    static const char unit[] = "trajectories/s";
    bench_crowd *crowd = make_crowd();
    bench_yardstick naive = {.name = "rkf45 at 1e-9"};
    const fade_kinetics_options plain = {.method = FADE_EXACT};
    const fade_kinetics_options sinks = {.method = FADE_EXACT, .sinks = true};
    const fade_kinetics_options stiff = {.method = FADE_STIFF};

    fade_numeric_setup();
    naive.rate = bench_rate(solve_naively, crowd);
    bench_say("naive explicit solver", naive.rate, unit, bench_exp_yardstick());
    bench_say("exact, amounts", rate_of(crowd, solve_amounts, plain), unit,
              naive);
    bench_say("exact, amounts and appearance",
              rate_of(crowd, solve_and_look, plain), unit, naive);
    bench_say("exact, amounts and sinks", rate_of(crowd, solve_amounts, sinks),
              unit, naive);
    bench_say("stiff at 1e-9, amounts", rate_of(crowd, solve_amounts, stiff),
              unit, naive);
    free(crowd);
    return bench_end();
}
