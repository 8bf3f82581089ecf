/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The picture of a forecast, fit to be shown to a patient: bands of the share
 * of the healed look that is left, over true calendar dates, with the
 * threshold, the sessions, the readings and the recall window, labelled where
 * they are. Everything is borrowed.
 */
#ifndef PLOT_FIGURE_H
#define PLOT_FIGURE_H

#include <stdbool.h>
#include <stddef.h>

#include <fadecast/date.h>
#include <fadecast/diag.h>
#include <fadecast/forecast.h>

typedef struct fade_figure_session {
    fade_date date;
    bool laser;
} fade_figure_session;

typedef struct fade_figure_reading {
    fade_date date;
    double value;     /* [1] share of the healed look */
    double low, high; /* [1] ends of its error bar */
} fade_figure_reading;

typedef struct fade_forecast_figure {
    const char *title;      /* NULL: none; no name of a person by default */
    const char *quantity;   /* what the upright axis shows */
    const double *days;     /* since 1970-01-01, ascending [day] */
    const fade_band *bands; /* [1] at each of the days */
    size_t count;           /* at least 2 */
    bool typical;           /* the typical patient alone: without bands */
    double threshold;       /* [1]; NaN: none */
    const fade_figure_session *sessions;
    size_t session_count;
    const fade_figure_reading *readings;
    size_t reading_count;
    fade_date today;                     /* FADE_NO_DATE: not shown; likewise */
    fade_date window_from, window_until; /* when to come back */
} fade_forecast_figure;

typedef enum fade_figure_format {
    FADE_FIGURE_SVG,
    FADE_FIGURE_PNG,
    FADE_FIGURE_PDF
} fade_figure_format;

/* By the ending of `path`; FADE_EINVAL for any but .svg, .png and .pdf. */
fade_status fade_figure_format_of(const char *path, fade_figure_format *out);

/*
 * Draws into `path`, which is replaced only when the picture is complete.
 * FADE_EINVAL: an unknown ending or too few points; FADE_ENOTFOUND: gnuplot is
 * not installed; FADE_EIO; each said in `diag`.
 */
fade_status fade_figure_draw(const fade_forecast_figure *figure,
                             const char *path, fade_diag *diag);

#endif
