/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The axes of a forecast's picture: true dates with ticks that can be read. */
#ifndef PLOT_AXIS_H
#define PLOT_AXIS_H

#include "base/text.h"
#include "plot/figure.h"

typedef struct fade_axis {
    double first, last; /* since 1970-01-01 [day] */
    double top;         /* of the upright axis, from 0 [1] */
} fade_axis;

fade_axis fade_axis_of(const fade_forecast_figure *figure);

/* Ranges and ticks: years, quarters or months, whatever leaves them apart. */
void fade_axis_add(const fade_axis *axis, fade_text *script);

#endif
