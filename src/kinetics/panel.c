/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kinetics/panel.h"

#include <math.h>
#include <stddef.h>

/*
 * Gauss-Legendre with n = 16: positive abscissae and weights on (-1, 1),
 * Abramowitz & Stegun (1964) table 25.4, to 17 digits. On a panel that spans a
 * e-foldings either side of its middle the error is below (e a / 4n)^2n of
 * the value there: 1e-17 for a = 7.
 */
enum { HALF = 8 };

static const double ABSCISSA[HALF] = {
    0.09501250983763744019, 0.28160355077925891323, 0.45801677765722738634,
    0.61787624440264374845, 0.75540440835500303390, 0.86563120238783174388,
    0.94457502307323257608, 0.98940093499164993260};
static const double WEIGHT[HALF] = {
    0.18945061045506849629, 0.18260341504492358887, 0.16915651939500253819,
    0.14959598881657673208, 0.12462897125553387205, 0.09515851168249278481,
    0.06225352393864789286, 0.02715245941175409485};

/* The first panel's length in e-foldings of the fastest decay. */
static const double FIRST_PANEL = 8.0;
/* Half a turn of the seasons [day]. */
static const double LONGEST_PANEL = 182.625;

static void
add_point(const fade_integrand *integrand, double time, double weight,
          double sums[FADE_INTEGRALS])
{
    double rate[FADE_INTEGRALS];

    integrand->rates(integrand->context, time, rate);
    for (int i = 0; i < FADE_INTEGRALS; i++) {
        sums[i] += weight * rate[i];
    }
}

static void
add_panel(const fade_integrand *integrand, double from, double to,
          double sums[FADE_INTEGRALS])
{
    double middle = 0.5 * (from + to);
    double half = 0.5 * (to - from);

    for (int i = 0; i < HALF; i++) {
        double off = half * ABSCISSA[i];

        add_point(integrand, middle - off, half * WEIGHT[i], sums);
        add_point(integrand, middle + off, half * WEIGHT[i], sums);
    }
}

void
fade_panel_integrate(const fade_integrand *integrand, fade_span span,
                     double sums[FADE_INTEGRALS])
{
    double first = span.fastest > 0.0 ? FIRST_PANEL / span.fastest : HUGE_VAL;
    double from = span.from;

    while (from < span.to) {
        double length = fmin(fmax(first, from - span.origin), LONGEST_PANEL);
        double to = from + length < span.to ? from + length : span.to;

        add_panel(integrand, from, to, sums);
        from = to;
    }
}
