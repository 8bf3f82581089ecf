/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench/bench.h"

#include <math.h>
#include <stdio.h>

#include <sys/resource.h>

double
bench_cpu(void)
{
    struct rusage usage;

    (void)getrusage(RUSAGE_SELF, &usage);
    return (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
           + 1e-6 * (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec);
}

static double
seconds_of(bench_body *body, void *context, size_t times)
{
    double start = bench_cpu();

    body(context, times);
    return bench_cpu() - start;
}

/* Doubles the number of units until a round is long enough. */
double
bench_rate(bench_body *body, void *context)
{
    size_t times = 1;
    double seconds = seconds_of(body, context, times);
    double best;

    while (seconds < BENCH_ROUND) {
        times *= 2;
        seconds = seconds_of(body, context, times);
    }
    best = seconds;
    for (int round = 1; round < BENCH_ROUNDS; round++) {
        best = fmin(best, seconds_of(body, context, times));
    }
    return (double)times / best;
}

static void
call_exp(void *context, size_t times)
{
    double x = 0.5;

    (void)context;
    for (size_t i = 0; i < times; i++) {
        x = exp(-x);
    }
    bench_keep(x);
}

bench_yardstick
bench_exp_yardstick(void)
{
    return (bench_yardstick){.name = "exp() calls",
                             .rate = bench_rate(call_exp, NULL)};
}

void
bench_say(const char *name, double value, const char *unit,
          bench_yardstick yardstick)
{
    printf("%s\t%.4g\t%s\t%.3g\tx %s\n", name, value, unit,
           value / yardstick.rate, yardstick.name);
    (void)fflush(stdout);
}

void
bench_keep(double value)
{
    static volatile double kept;

    kept = value;
    (void)kept;
}

int
bench_end(void)
{
    return fflush(stdout) == 0 && !ferror(stdout) ? 0 : 1;
}
