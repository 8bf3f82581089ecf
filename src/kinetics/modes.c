/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kinetics/modes.h"

#include <float.h>
#include <math.h>
#include <stdbool.h>

/* Jacobi's method converges quadratically: 3 to 5 sweeps do for any rates. */
enum { MAX_SWEEPS = 30 };

static const double EPSILON2 = DBL_EPSILON * DBL_EPSILON;

typedef double matrix[FADE_MODES][FADE_MODES];

/*
 * Small against the diagonal that it couples, not against the whole matrix:
 * rates of hours and of decades stand side by side, and so each of them comes
 * out to full relative precision (Demmel & Veselic 1992, SIAM J. Matrix Anal.
 * Appl. 13:1204). Epsilon squared, for scaling the modes back to amounts
 * magnifies by up to 1 / epsilon (rates.h).
 */
static bool
is_coupling(double off_diagonal, double at_p, double at_q)
{
    return off_diagonal * off_diagonal
           > EPSILON2 * EPSILON2 * fabs(at_p * at_q);
}

/* Turns the plane (p, q) so that a[p][q] vanishes; r is the third axis. */
static void
rotate(matrix a, matrix axes, int p, int q)
{
    int r = FADE_MODES - p - q;
    double slant = (a[q][q] - a[p][p]) / (2.0 * a[p][q]);
    double tangent =
        copysign(1.0, slant) / (fabs(slant) + sqrt(1.0 + slant * slant));
    double cosine = 1.0 / sqrt(1.0 + tangent * tangent);
    double sine = cosine * tangent;
    double at_p = a[p][r];
    double at_q = a[q][r];

    a[p][p] -= tangent * a[p][q];
    a[q][q] += tangent * a[p][q];
    a[p][q] = a[q][p] = 0.0;
    a[p][r] = a[r][p] = cosine * at_p - sine * at_q;
    a[q][r] = a[r][q] = sine * at_p + cosine * at_q;
    for (int i = 0; i < FADE_MODES; i++) {
        double along_p = axes[i][p];
        double along_q = axes[i][q];

        axes[i][p] = cosine * along_p - sine * along_q;
        axes[i][q] = sine * along_p + cosine * along_q;
    }
}

/* Jacobi's method: `a` becomes diagonal, the columns of `axes` its axes. */
static void
diagonalise(matrix a, matrix axes)
{
    static const int planes[][2] = {{0, 1}, {0, 2}, {1, 2}};
    bool done = false;

    for (int sweep = 0; !done && sweep < MAX_SWEEPS; sweep++) {
        done = true;
        for (size_t i = 0; i < sizeof planes / sizeof *planes; i++) {
            int p = planes[i][0];
            int q = planes[i][1];

            if (is_coupling(a[p][q], a[p][p], a[q][q])) {
                rotate(a, axes, p, q);
                done = false;
            }
        }
    }
}

/* An empty store needs no scale; one that fills returns (two-way). */
static double
symmetric_scale(double uptake, double release)
{
    return uptake > 0.0 ? sqrt(uptake / release) : 1.0;
}

void
fade_modes_find(const fade_rates *rates, fade_modes *modes)
{
    const double scale[FADE_MODES] = {
        1.0, symmetric_scale(rates->capture_rate, rates->turnover_rate),
        symmetric_scale(rates->store_rate, rates->unstore_rate)};
    double captured = sqrt(rates->capture_rate * rates->turnover_rate);
    double stored = sqrt(rates->store_rate * rates->unstore_rate);
    matrix a = {{rates->capture_rate + rates->drain_rate + rates->store_rate,
                 -captured, -stored},
                {-captured, rates->turnover_rate + rates->soften_rate, 0.0},
                {-stored, 0.0, rates->unstore_rate + rates->soften_rate}};
    matrix axes = {{1.0, 0.0, 0.0}, {0.0, 1.0, 0.0}, {0.0, 0.0, 1.0}};

    diagonalise(a, axes);
    for (int mode = 0; mode < FADE_MODES; mode++) {
        modes->rate[mode] = a[mode][mode];
        for (int place = 0; place < FADE_MODES; place++) {
            modes->weigh[mode][place] = axes[place][mode] / scale[place];
            modes->spread[place][mode] = axes[place][mode] * scale[place];
        }
    }
}
