/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kinetics/exact.h"

#include <float.h>
#include <math.h>
#include <string.h>

#include "kinetics/panel.h"
#include "kinetics/sunlight.h"

/* Below this many e-foldings apart a plain difference loses digits. */
static const double CLOSE = 0.5;

/* (1 - exp(-x)) / x. */
static double
relative_loss(double x)
{
    return fabs(x) < DBL_MIN ? 1.0 : -expm1(-x) / x;
}

/* D(a, b; days), given exp(-a days) and exp(-b days). */
static double
convolve(double a, double b, double days, double exp_a, double exp_b)
{
    double apart = (b - a) * days;

    return fabs(apart) > CLOSE ? days * (exp_a - exp_b) / apart
                               : days * exp_a * relative_loss(apart);
}

/* E to G of a class at `days` after the start, `light` typical days of sun. */
static void
visible_at(const fade_exact_class *class, double days, double light,
           double visible[FADE_POOLS])
{
    const fade_rates *rates = class->rates;
    const fade_modes *modes = &class->modes;
    double lit = exp(-rates->bleach_rate * light);
    double mode[FADE_MODES];
    double softened = 0.0;

    for (int k = 0; k < FADE_MODES; k++) {
        mode[k] = exp(-modes->rate[k] * days);
    }
    if (rates->soften_rate > 0.0) {
        double resorbed = exp(-rates->resorb_rate * days);

        for (int k = 0; k < FADE_MODES; k++) {
            softened += class->held[k]
                        * convolve(modes->rate[k], rates->resorb_rate, days,
                                   mode[k], resorbed);
        }
        softened = rates->soften_rate * softened + class->softened * resorbed;
    }
    visible[FADE_EPIDERMIS] =
        lit * class->epidermis * exp(-rates->shed_rate * days);
    for (int place = 0; place < FADE_MODES; place++) {
        double sum = 0.0;

        for (int k = 0; k < FADE_MODES; k++) {
            sum += modes->spread[place][k] * class->weight[k] * mode[k];
        }
        visible[FADE_FREE + place] = lit * sum;
    }
    visible[FADE_SOFTENED] = lit * softened;
}

/* What runs into the sinks of every class at `time` [dose/day]. */
static void
sink_rates(const void *context, double time, double *rate)
{
    const fade_exact *exact = context;
    double light = fade_sunlight_sum(&exact->sunlight, time) - exact->sum;
    double sun = fade_sunlight_at(&exact->sunlight, time);

    for (size_t i = 0; i < FADE_PIGMENTS; i++) {
        const fade_exact_class *class = &exact->classes[i];
        double *of = rate + i * FADE_SINKS;
        double visible[FADE_POOLS];
        double total = 0.0;

        if (!class->rates) {
            memset(of, 0, FADE_SINKS * sizeof *of);
            continue;
        }
        visible_at(class, time - exact->start, light, visible);
        for (int pool = 0; pool < FADE_POOLS; pool++) {
            total += visible[pool];
        }
        of[FADE_SHED - FADE_POOLS] =
            class->rates->shed_rate * visible[FADE_EPIDERMIS];
        of[FADE_DRAINED - FADE_POOLS] =
            class->rates->drain_rate * visible[FADE_FREE];
        of[FADE_BLEACHED - FADE_POOLS] =
            class->rates->bleach_rate * sun * total;
        of[FADE_RESORBED - FADE_POOLS] =
            class->rates->resorb_rate * visible[FADE_SOFTENED];
    }
}

/* The rate of the fastest thing that happens in the interval [1/day]. */
static double
fastest_rate(const fade_exact *exact)
{
    double fastest = 0.0;

    for (size_t i = 0; i < FADE_PIGMENTS; i++) {
        const fade_exact_class *class = &exact->classes[i];

        if (!class->rates) {
            continue;
        }
        fastest = fmax(
            fastest, fmax(class->rates->shed_rate, class->rates->resorb_rate));
        for (int k = 0; k < FADE_MODES; k++) {
            fastest = fmax(fastest, class->modes.rate[k]);
        }
        fastest +=
            class->rates->bleach_rate * 2.0 * exact->sunlight.uv_exposure;
    }
    return fastest;
}

static void
let_sink(fade_exact *exact, double time)
{
    const fade_integrand integrand = {.rates = sink_rates, .context = exact};
    double sunk[FADE_INTEGRALS] = {0.0};

    fade_panel_integrate(&integrand,
                         (fade_span){.origin = exact->start,
                                     .from = exact->reached,
                                     .to = time,
                                     .fastest = fastest_rate(exact)},
                         sunk);
    for (size_t i = 0; i < FADE_PIGMENTS; i++) {
        for (size_t sink = 0; sink < FADE_SINKS; sink++) {
            exact->sunk.of[i][FADE_POOLS + sink] += sunk[i * FADE_SINKS + sink];
        }
    }
    exact->reached = time;
}

void
fade_exact_set(fade_exact *exact, const fade_site *site, bool sinks)
{
    exact->sinks = sinks;
    exact->sunlight = site->sunlight;
    for (size_t i = 0; i < FADE_PIGMENTS; i++) {
        exact->classes[i].rates = site->rates[i];
        if (site->rates[i]) {
            fade_modes_find(site->rates[i], &exact->classes[i].modes);
        }
    }
}

void
fade_exact_begin(fade_exact *exact, double time, const fade_amounts *amounts)
{
    exact->start = exact->reached = time;
    exact->sum = fade_sunlight_sum(&exact->sunlight, time);
    exact->sunk = *amounts;
    for (size_t i = 0; i < FADE_PIGMENTS; i++) {
        fade_exact_class *class = &exact->classes[i];
        const double *of = amounts->of[i];

        if (!class->rates) {
            continue;
        }
        class->epidermis = of[FADE_EPIDERMIS];
        class->softened = of[FADE_SOFTENED];
        for (int k = 0; k < FADE_MODES; k++) {
            const double *weigh = class->modes.weigh[k];

            class->weight[k] = weigh[0] * of[FADE_FREE]
                               + weigh[1] * of[FADE_MACROPHAGE]
                               + weigh[2] * of[FADE_FIBROBLAST];
            class->held[k] =
                class->weight[k]
                * (class->modes.spread[1][k] + class->modes.spread[2][k]);
        }
    }
}

void
fade_exact_at(fade_exact *exact, double time, fade_amounts *out)
{
    double light = fade_sunlight_sum(&exact->sunlight, time) - exact->sum;

    if (exact->sinks && time > exact->reached) {
        let_sink(exact, time);
    }
    *out = exact->sunk;
    for (size_t i = 0; i < FADE_PIGMENTS; i++) {
        if (exact->classes[i].rates) {
            visible_at(&exact->classes[i], time - exact->start, light,
                       out->of[i]);
        }
    }
}
