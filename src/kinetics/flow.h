/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The equations of kinetics.h as GSL's integrators want them: the slope of
 * all amounts at once, and its Jacobian.
 */
#ifndef KINETICS_FLOW_H
#define KINETICS_FLOW_H

#include <stddef.h>

#include <fadecast/kinetics.h>

/* The classes in the site, one after the other in the state vector. */
typedef struct fade_flow {
    fade_sunlight sunlight;
    double capacity; /* [dose] */
    const fade_rates *rates[FADE_PIGMENTS];
    size_t classes; /* that are there */
    size_t stride;  /* amounts of a class in the vector: 5, or 9 with sinks */
} fade_flow;

/* `params` is the fade_flow; both return GSL_SUCCESS. */
int fade_flow_slope(double t, const double y[], double dydt[], void *params);
int fade_flow_jacobian(double t, const double y[], double *dfdy, double dfdt[],
                       void *params);

#endif
