/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Comparisons of doubles; cmocka's own go through float and would pass at
 * 1e-8. NaN is near nothing.
 */
#ifndef SUPPORT_NEAR_H
#define SUPPORT_NEAR_H

#include <math.h>

#include "support/cmocka_all.h"

static inline void
near_check(double got, double want, double allowed, const char *file, int line)
{
    if (!(fabs(got - want) <= allowed)) {
        print_error("%.17g is not within %.3g of %.17g\n", got, allowed, want);
        _fail(file, line);
    }
}

/* Within `tolerance` of `want`, absolutely. */
#define assert_near(got, want, tolerance) \
    near_check((got), (want), (tolerance), __FILE__, __LINE__)

/* Within `tolerance` times the size of `want`. */
#define assert_rel(got, want, tolerance) \
    near_check((got), (want), fabs(want) * (tolerance), __FILE__, __LINE__)

#endif
