/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kinetics/stiff.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <gsl/gsl_errno.h>
#include <gsl/gsl_odeiv2.h>

#include "base/numeric.h"
#include "kinetics/flow.h"
#include "kinetics/rates.h"

/* Share of the tolerance that one step may lose: errors add up. */
static const double STEP_SHARE = 0.1;
/* Beyond these, rounding is coarser, or the estimate too hopeful [dose]. */
static const double FINEST_STEP = 1e-14;
static const double COARSEST_STEP = 1e-8;
/* An amount this many tolerances below nothing shows that control was lost. */
static const double UNSOUND = 10.0;
/* Longest step: half a turn of the seasons must not be stepped over [day]. */
static const double LONGEST_STEP = 182.625;
/*
 * bsimp refuses steps in which an amount grows many times over, which the
 * last trace of an old implant always does after a new one. Below this, less
 * than any tolerance, it starts from nothing [dose].
 */
static const double TRACE = 1e-14;
/* First step in units of the fastest rate's time. */
static const double FIRST_STEP = 0.3;

/* More steps to the next time asked for than any sound problem takes. */
enum { MAX_STEPS = 100000 };

struct fade_stiff {
    fade_flow flow;
    double step_error; /* [dose] */
    double slack;      /* by which amounts may seem impossible [dose] */
    size_t place[FADE_PIGMENTS]; /* of a class in the vector; SIZE_MAX: none */
    gsl_odeiv2_system system[FADE_PIGMENTS];  /* by number of classes, less 1 */
    gsl_odeiv2_driver *driver[FADE_PIGMENTS]; /* NULL until needed */
    double time;
    double y[FADE_PIGMENTS * FADE_AMOUNTS];
};

fade_status
fade_stiff_create(fade_stiff **out, double tolerance, bool sinks)
{
    fade_stiff *stiff = calloc(1, sizeof *stiff);

    *out = NULL;
    if (!stiff) {
        return FADE_ENOMEM;
    }
    stiff->step_error =
        fmin(fmax(STEP_SHARE * tolerance, FINEST_STEP), COARSEST_STEP);
    stiff->slack = UNSOUND * tolerance;
    stiff->flow.stride = sinks ? FADE_AMOUNTS : FADE_POOLS;
    *out = stiff;
    return FADE_OK;
}

void
fade_stiff_destroy(fade_stiff *stiff)
{
    if (!stiff) {
        return;
    }
    for (size_t i = 0; i < FADE_PIGMENTS; i++) {
        if (stiff->driver[i]) {
            gsl_odeiv2_driver_free(stiff->driver[i]);
        }
    }
    free(stiff);
}

static fade_status
make_driver(fade_stiff *stiff, size_t classes)
{
    gsl_odeiv2_system *system = &stiff->system[classes - 1];
    gsl_odeiv2_driver **driver = &stiff->driver[classes - 1];

    *system = (gsl_odeiv2_system){.function = fade_flow_slope,
                                  .jacobian = fade_flow_jacobian,
                                  .dimension = classes * stiff->flow.stride,
                                  .params = &stiff->flow};
    fade_numeric_setup();
    *driver = gsl_odeiv2_driver_alloc_y_new(system, gsl_odeiv2_step_bsimp,
                                            FIRST_STEP, stiff->step_error, 0.0);
    if (!*driver) {
        return FADE_ENOMEM;
    }
    gsl_odeiv2_driver_set_hmax(*driver, LONGEST_STEP);
    gsl_odeiv2_driver_set_nmax(*driver, MAX_STEPS);
    return FADE_OK;
}

fade_status
fade_stiff_set(fade_stiff *stiff, const fade_site *site)
{
    fade_flow *flow = &stiff->flow;

    flow->sunlight = site->sunlight;
    flow->capacity = fade_site_capacity(site);
    flow->classes = 0;
    for (size_t i = 0; i < FADE_PIGMENTS; i++) {
        stiff->place[i] = SIZE_MAX;
        if (site->rates[i]) {
            stiff->place[i] = flow->classes * flow->stride;
            flow->rates[flow->classes++] = site->rates[i];
        }
    }
    if (flow->classes == 0 || stiff->driver[flow->classes - 1]) {
        return FADE_OK;
    }
    return make_driver(stiff, flow->classes);
}

static double
first_step(const fade_flow *flow)
{
    double fastest = 0.0;

    for (size_t i = 0; i < flow->classes; i++) {
        const fade_rates *r = flow->rates[i];

        fastest =
            fmax(fastest, r->capture_rate + r->drain_rate + r->store_rate
                              + r->shed_rate + r->resorb_rate + r->soften_rate);
    }
    return fastest > 0.0 ? fmin(FIRST_STEP / fastest, LONGEST_STEP)
                         : LONGEST_STEP;
}

static void
load_class(double *y, const double *amounts, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        y[i] = fabs(amounts[i]) < TRACE ? 0.0 : amounts[i];
    }
}

void
fade_stiff_begin(fade_stiff *stiff, double time, const fade_amounts *amounts)
{
    const fade_flow *flow = &stiff->flow;

    stiff->time = time;
    for (size_t i = 0; i < FADE_PIGMENTS; i++) {
        if (stiff->place[i] != SIZE_MAX) {
            load_class(stiff->y + stiff->place[i], amounts->of[i],
                       flow->stride);
        }
    }
    if (flow->classes > 0) {
        gsl_odeiv2_driver *driver = stiff->driver[flow->classes - 1];

        gsl_odeiv2_driver_reset_hstart(driver, first_step(flow));
    }
}

/* No pool below 0, nor more in macrophages than they can hold; no NaN. */
static bool
is_sound(const fade_stiff *stiff)
{
    const fade_flow *flow = &stiff->flow;
    double held = 0.0;

    for (size_t i = 0; i < flow->classes; i++) {
        const double *of = stiff->y + i * flow->stride;

        held += of[FADE_MACROPHAGE];
        for (size_t pool = 0; pool < FADE_POOLS; pool++) {
            if (!(of[pool] >= -stiff->slack)) {
                return false;
            }
        }
    }
    return held <= flow->capacity + stiff->slack;
}

fade_status
fade_stiff_at(fade_stiff *stiff, double time, fade_amounts *out)
{
    const fade_flow *flow = &stiff->flow;

    if (flow->classes > 0 && time > stiff->time) {
        gsl_odeiv2_driver *driver = stiff->driver[flow->classes - 1];

        if (gsl_odeiv2_driver_apply(driver, &stiff->time, time, stiff->y)
                != GSL_SUCCESS
            || !is_sound(stiff)) {
            return FADE_ECONVERGE;
        }
    }
    for (size_t i = 0; i < FADE_PIGMENTS; i++) {
        for (size_t j = 0; j < FADE_AMOUNTS; j++) {
            bool known = j < flow->stride;
            bool there = stiff->place[i] != SIZE_MAX;

            out->of[i][j] = !known  ? nan("")
                            : there ? stiff->y[stiff->place[i] + j]
                                    : 0.0;
        }
    }
    return FADE_OK;
}
