/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The frame of `make bench`. One program a floor, bench_<floor>.c, listed in
 * module.mk; each figure is one line:
 *
 *   name <tab> value <tab> unit <tab> ratio <tab> yardstick
 *
 * Method: CPU time (user and system) of the whole process, by getrusage(), so
 * that other work on the machine and threads of one's own do not flatter. A
 * body runs in rounds of at least BENCH_ROUND CPU seconds; the best of
 * BENCH_ROUNDS counts. The ratio is the value over that of a yardstick measured
 * in the same run: it travels from machine to machine, the value does not.
 *
 *   int main(void)
 *   {
 *       double rate = bench_rate(my_body, &my_context);
 *       bench_say("rows imported", rate, "rows/s",
 *                 bench_exp_yardstick());
 *       return bench_end();
 *   }
 */
#ifndef BENCH_BENCH_H
#define BENCH_BENCH_H

#include <stddef.h>

#define BENCH_ROUND 0.3 /* [CPU s] */

enum { BENCH_ROUNDS = 3 };

/* Does `times` units of the work that is measured. */
typedef void bench_body(void *context, size_t times);

typedef struct bench_yardstick {
    const char *name;
    double rate; /* [1/CPU s] */
} bench_yardstick;

/* CPU seconds that this process, threads included, has used. */
double bench_cpu(void);

/* Units of work per CPU second. */
double bench_rate(bench_body *body, void *context);

/* Calls of exp() per CPU second, each waiting for the one before. */
bench_yardstick bench_exp_yardstick(void);

void bench_say(const char *name, double value, const char *unit,
               bench_yardstick yardstick);

/* Keeps the compiler from dropping work whose result nobody reads. */
void bench_keep(double value);

/* What main returns: 0, or 1 where printing failed. */
int bench_end(void);

#endif
