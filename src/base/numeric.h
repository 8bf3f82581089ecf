/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small numerics that GSL does not have, and GSL's own set-up. */
#ifndef BASE_NUMERIC_H
#define BASE_NUMERIC_H

#include <stddef.h>

/*
 * GSL's default handler aborts the process: every entry that uses GSL calls
 * this first. Only the first call does anything, as the handler is one variable
 * for all threads; a handler that the program sets later is left alone.
 */
void fade_numeric_setup(void);

/* Sorts ascending; HUGE_VAL last. No NaN. */
void fade_sort(double *values, size_t count);

/*
 * Quantile p (0..1) of ascending `values`, Hyndman & Fan's type 7 (R's
 * default), where infinite values count as such: between a finite and an
 * infinite one it is infinite.
 */
double fade_quantile(const double *values, size_t count, double p);

#endif
