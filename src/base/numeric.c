/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/numeric.h"

#include <math.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdlib.h>

#include <gsl/gsl_errno.h>

/* Whoever comes first turns it off; the others wait until it is done. */
void
fade_numeric_setup(void)
{
    enum { UNTOUCHED, BUSY, DONE };

    static atomic_int stage = UNTOUCHED;
    int expected = UNTOUCHED;

    if (atomic_load(&stage) == DONE) {
        return;
    }
    if (atomic_compare_exchange_strong(&stage, &expected, BUSY)) {
        (void)gsl_set_error_handler_off();
        atomic_store(&stage, DONE);
    }
    while (atomic_load(&stage) != DONE) {
        (void)sched_yield();
    }
}

static int
compare(const void *left, const void *right)
{
    double a = *(const double *)left;
    double b = *(const double *)right;

    return (a > b) - (a < b);
}

void
fade_sort(double *values, size_t count)
{
    if (count > 1) {
        qsort(values, count, sizeof *values, compare);
    }
}

double
fade_quantile(const double *values, size_t count, double p)
{
    double rank = p * ((double)count - 1.0);
    double share;
    size_t below;

    if (count == 0 || !(p >= 0.0 && p <= 1.0)) {
        return nan("");
    }
    below = (size_t)rank;
    share = rank - (double)below;
    if (!(share > 0.0) || below + 1 >= count) {
        return values[below];
    }
    if (isinf(values[below]) || isinf(values[below + 1])) {
        return isinf(values[below]) ? values[below] : values[below + 1];
    }
    return values[below] + share * (values[below + 1] - values[below]);
}
