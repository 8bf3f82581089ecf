/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kinetics/flow.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

#include <gsl/gsl_errno.h>

#include "kinetics/sunlight.h"

/*
 * Without the floor at 0 of its definition: uptake stops as room runs out, so
 * that the true solution never needs the floor, and an approximate one is
 * drawn back instead of being held beyond the capacity.
 */
static double
free_room(const fade_flow *flow, const double y[])
{
    double held = 0.0;

    for (size_t i = 0; i < flow->classes; i++) {
        held += y[i * flow->stride + FADE_MACROPHAGE];
    }
    return 1.0 - held / flow->capacity;
}

static void
class_slope(const fade_rates *r, double u, double room, const double y[],
            double dydt[])
{
    double captured = r->capture_rate * room * y[FADE_FREE];

    dydt[FADE_EPIDERMIS] = -(r->shed_rate + u) * y[FADE_EPIDERMIS];
    dydt[FADE_FREE] = -captured
                      - (r->drain_rate + r->store_rate + u) * y[FADE_FREE]
                      + r->turnover_rate * y[FADE_MACROPHAGE]
                      + r->unstore_rate * y[FADE_FIBROBLAST];
    dydt[FADE_MACROPHAGE] =
        captured - (r->turnover_rate + r->soften_rate + u) * y[FADE_MACROPHAGE];
    dydt[FADE_FIBROBLAST] =
        r->store_rate * y[FADE_FREE]
        - (r->unstore_rate + r->soften_rate + u) * y[FADE_FIBROBLAST];
    dydt[FADE_SOFTENED] =
        r->soften_rate * (y[FADE_MACROPHAGE] + y[FADE_FIBROBLAST])
        - (r->resorb_rate + u) * y[FADE_SOFTENED];
}

static void
sink_slope(const fade_rates *r, double u, const double y[], double dydt[])
{
    double visible = 0.0;

    for (int pool = 0; pool < FADE_POOLS; pool++) {
        visible += y[pool];
    }
    dydt[FADE_SHED] = r->shed_rate * y[FADE_EPIDERMIS];
    dydt[FADE_DRAINED] = r->drain_rate * y[FADE_FREE];
    dydt[FADE_BLEACHED] = u * visible;
    dydt[FADE_RESORBED] = r->resorb_rate * y[FADE_SOFTENED];
}

int
fade_flow_slope(double t, const double y[], double dydt[], void *params)
{
    const fade_flow *flow = params;
    double room = free_room(flow, y);
    double light = fade_sunlight_at(&flow->sunlight, t);

    for (size_t i = 0; i < flow->classes; i++) {
        const fade_rates *rates = flow->rates[i];
        size_t at = i * flow->stride;

        class_slope(rates, rates->bleach_rate * light, room, y + at, dydt + at);
        if (flow->stride == FADE_AMOUNTS) {
            sink_slope(rates, rates->bleach_rate * light, y + at, dydt + at);
        }
    }
    return GSL_SUCCESS;
}

/* Rows of one class, `row[to * dimension + from]`, room held fixed. */
static void
class_jacobian(const fade_rates *r, double u, double room, double *row,
               size_t dimension)
{
    double *epidermis = row + FADE_EPIDERMIS * dimension;
    double *free = row + FADE_FREE * dimension;
    double *macrophage = row + FADE_MACROPHAGE * dimension;
    double *fibroblast = row + FADE_FIBROBLAST * dimension;
    double *softened = row + FADE_SOFTENED * dimension;

    epidermis[FADE_EPIDERMIS] = -(r->shed_rate + u);
    free[FADE_FREE] =
        -(r->capture_rate * room + r->drain_rate + r->store_rate + u);
    free[FADE_MACROPHAGE] = r->turnover_rate;
    free[FADE_FIBROBLAST] = r->unstore_rate;
    macrophage[FADE_FREE] = r->capture_rate * room;
    macrophage[FADE_MACROPHAGE] = -(r->turnover_rate + r->soften_rate + u);
    fibroblast[FADE_FREE] = r->store_rate;
    fibroblast[FADE_FIBROBLAST] = -(r->unstore_rate + r->soften_rate + u);
    softened[FADE_MACROPHAGE] = r->soften_rate;
    softened[FADE_FIBROBLAST] = r->soften_rate;
    softened[FADE_SOFTENED] = -(r->resorb_rate + u);
}

static void
sink_jacobian(const fade_rates *r, double u, double *row, size_t dimension)
{
    row[FADE_SHED * dimension + FADE_EPIDERMIS] = r->shed_rate;
    row[FADE_DRAINED * dimension + FADE_FREE] = r->drain_rate;
    for (int pool = 0; pool < FADE_POOLS; pool++) {
        row[FADE_BLEACHED * dimension + (size_t)pool] = u;
    }
    row[FADE_RESORBED * dimension + FADE_SOFTENED] = r->resorb_rate;
}

/* What pigment in macrophages of any class does to the uptake of class i. */
static void
room_jacobian(const fade_flow *flow, size_t i, const double y[], double *dfdy)
{
    size_t dimension = flow->classes * flow->stride;
    size_t at = i * flow->stride;
    double blocked =
        flow->rates[i]->capture_rate * y[at + FADE_FREE] / flow->capacity;

    for (size_t j = 0; j < flow->classes; j++) {
        size_t from = j * flow->stride + FADE_MACROPHAGE;

        dfdy[(at + FADE_FREE) * dimension + from] += blocked;
        dfdy[(at + FADE_MACROPHAGE) * dimension + from] -= blocked;
    }
}

/* du/dt moves every visible amount, and what bleaches. */
static void
season_slope(const fade_rates *r, double swing, bool sinks, const double y[],
             double dfdt[])
{
    double bleached = 0.0;

    for (int pool = 0; pool < FADE_POOLS; pool++) {
        dfdt[pool] = -r->bleach_rate * swing * y[pool];
        bleached -= dfdt[pool];
    }
    if (sinks) {
        dfdt[FADE_BLEACHED] = bleached;
    }
}

int
fade_flow_jacobian(double t, const double y[], double *dfdy, double dfdt[],
                   void *params)
{
    const fade_flow *flow = params;
    size_t dimension = flow->classes * flow->stride;
    double room = free_room(flow, y);
    double light = fade_sunlight_at(&flow->sunlight, t);
    double swing = fade_sunlight_slope(&flow->sunlight, t);
    bool sinks = flow->stride == FADE_AMOUNTS;

    memset(dfdy, 0, dimension * dimension * sizeof *dfdy);
    memset(dfdt, 0, dimension * sizeof *dfdt);
    for (size_t i = 0; i < flow->classes; i++) {
        const fade_rates *rates = flow->rates[i];
        size_t at = i * flow->stride;
        double *block = dfdy + at * dimension + at;
        double u = rates->bleach_rate * light;

        class_jacobian(rates, u, room, block, dimension);
        if (sinks) {
            sink_jacobian(rates, u, block, dimension);
        }
        room_jacobian(flow, i, y, dfdy);
        season_slope(rates, swing, sinks, y + at, dfdt + at);
    }
    return GSL_SUCCESS;
}
