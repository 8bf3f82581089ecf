/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Fixed quadrature of what decays fast at first and slowly later, under a
 * yearly wave: Gauss-Legendre panels as long as the time since the origin,
 * so that whatever a panel cannot follow has died out before it begins.
 */
#ifndef KINETICS_PANEL_H
#define KINETICS_PANEL_H

#include <fadecast/kinetics.h>

enum {
    FADE_SINKS = FADE_AMOUNTS - FADE_POOLS,
    FADE_INTEGRALS = FADE_PIGMENTS * FADE_SINKS
};

/* Sets FADE_INTEGRALS values at `time`. */
typedef struct fade_integrand {
    void (*rates)(const void *context, double time, double *rate);
    const void *context;
} fade_integrand;

typedef struct fade_span {
    double origin;  /* where the decays start [day] */
    double from;    /* >= origin [day] */
    double to;      /* >= from [day] */
    double fastest; /* of the decays, >= 0 [1/day] */
} fade_span;

/* Adds the integrals over the span to `sums`. */
void fade_panel_integrate(const fade_integrand *integrand, fade_span span,
                          double sums[FADE_INTEGRALS]);

#endif
