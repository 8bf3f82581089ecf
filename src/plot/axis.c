/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/axis.h"

#include <math.h>

enum { MOST_TICKS = 10, MONTHS_A_YEAR = 12 };

static const double days_a_month = 30.4375; /* [day] */
/* Fresh work reads up to twice its healed tone; more would hide the fading. */
static const double highest_top = 1.6; /* [1] */
static const double lowest_top = 1.1;  /* [1] */
static const double margin = 0.015;    /* of the dates, before the first */

fade_axis
fade_axis_of(const fade_forecast_figure *figure)
{
    fade_axis axis = {.first = figure->days[0],
                      .last = figure->days[figure->count - 1],
                      .top = lowest_top};

    axis.first -= margin * (axis.last - axis.first);
    for (size_t i = 0; i < figure->count; i++) {
        axis.top = fmax(axis.top, 1.05 * figure->bands[i].at[FADE_P95]);
    }
    for (size_t i = 0; i < figure->reading_count; i++) {
        axis.top = fmax(axis.top, 1.05 * figure->readings[i].high);
    }
    axis.top = fmin(axis.top, highest_top);
    return axis;
}

/* [month] the smallest of the usual distances that leaves few enough ticks. */
static int
tick_months(double days)
{
    static const int steps[] = {1, 2, 3, 6, 12, 24, 60};

    enum { STEPS = sizeof steps / sizeof steps[0] };

    for (int i = 0; i < STEPS; i++) {
        if (days / (steps[i] * days_a_month) <= (double)MOST_TICKS) {
            return steps[i];
        }
    }
    return steps[STEPS - 1];
}

static void
add_tick(fade_text *script, fade_ymd ymd, int months, double day)
{
    static const char *const names[] = {"Jan", "Feb", "Mar", "Apr",
                                        "May", "Jun", "Jul", "Aug",
                                        "Sep", "Oct", "Nov", "Dec"};

    if (months >= MONTHS_A_YEAR) {
        fade_text_addf(script, "'%d' %.1f", ymd.year, day);
    } else {
        fade_text_addf(script, "'%s %d' %.1f", names[ymd.month - 1], ymd.year,
                       day);
    }
}

static void
add_date_ticks(const fade_axis *axis, fade_text *script)
{
    int months = tick_months(axis->last - axis->first);
    fade_ymd ymd = fade_date_to_ymd((fade_date)floor(axis->first));
    int month = ymd.year * MONTHS_A_YEAR / months * months;
    const char *before = "";

    fade_text_add(script, "set xtics out scale 0.5 (");
    for (;; month += months) {
        fade_date date = 0;

        ymd = (fade_ymd){.year = month / MONTHS_A_YEAR,
                         .month = month % MONTHS_A_YEAR + 1,
                         .day = 1};
        if (fade_date_from_ymd(ymd, &date) != FADE_OK
            || (double)date > axis->last) {
            break;
        }
        if ((double)date >= axis->first) {
            fade_text_add(script, before);
            add_tick(script, ymd, months, (double)date);
            before = ", ";
        }
    }
    fade_text_add(script, ")\n");
}

void
fade_axis_add(const fade_axis *axis, fade_text *script)
{
    fade_text_addf(script, "set xrange [%.1f:%.1f]\nset yrange [0:%.6f]\n",
                   axis->first, axis->last, axis->top);
    add_date_ticks(axis, script);
    fade_text_add(script, "set ytics (");
    for (int share = 0; share <= (int)(axis->top * 100.0); share += 25) {
        fade_text_addf(script, "%s'%d %%%%' %.2f", share == 0 ? "" : ", ",
                       share, (double)share / 100.0);
    }
    fade_text_add(script, ")\n");
}
