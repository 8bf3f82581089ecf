/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/figure.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "plot/axis.h"
#include "plot/gnuplot.h"

/*
 * Two blues for the bands, a dark one for the middle, one warm accent for the
 * threshold and a pale one for the recall window: told apart in grey, too.
 */
#define COLOR_OUTER     "#dce9f3"
#define COLOR_INNER     "#a9cbe3"
#define COLOR_MIDDLE    "#1d4f78"
#define COLOR_THRESHOLD "#b4532a"
#define COLOR_WINDOW    "#fbeecb"
#define COLOR_WORDS     "#8a6a1c"
#define COLOR_QUIET     "#6b7480"
#define COLOR_TEXT      "#26323d"

static const double label_gap = 0.055;    /* of the upright axis */
static const double mark_height = 0.025;  /* of the upright axis */
static const double laser_height = 0.075; /* likewise, of a laser */
static const fade_date label_room = 120;  /* [day] beside a session's mark */

/* How the picture is made in each format. */
static const char *const terminals[] = {
    [FADE_FIGURE_SVG] = "set terminal svg noenhanced size 1100,660 "
                        "font 'DejaVu Sans,Helvetica,Arial,sans-serif,16' "
                        "background '#ffffff'\n",
    [FADE_FIGURE_PNG] =
        "set terminal pngcairo noenhanced size 2200,1320 "
        "font 'DejaVu Sans,16' fontscale 1.7 linewidth 2 pointscale 2 "
        "background '#ffffff'\n",
    [FADE_FIGURE_PDF] = "set terminal pdfcairo noenhanced size 27.5cm,16.5cm "
                        "font 'DejaVu Sans,17' linewidth 1.4 "
                        "background '#ffffff'\n"};

/* gnuplot's terminals do not agree on the size of a point. */
static const double point_scales[] = {
    [FADE_FIGURE_SVG] = 0.65, [FADE_FIGURE_PNG] = 1.0, [FADE_FIGURE_PDF] = 0.6};

fade_status
fade_figure_format_of(const char *path, fade_figure_format *out)
{
    static const char *const endings[] = {".svg", ".png", ".pdf"};
    size_t length = strlen(path);

    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++) {
        size_t ending = strlen(endings[i]);

        if (length > ending
            && strcmp(path + length - ending, endings[i]) == 0) {
            *out = (fade_figure_format)i;
            return FADE_OK;
        }
    }
    return FADE_EINVAL;
}

static void
add_head(const fade_forecast_figure *figure, const fade_axis *axis,
         fade_text *script)
{
    fade_text_add(script, "set encoding utf8\nunset key\nset tics nomirror\n"
                          "set border 2 linecolor rgb '" COLOR_QUIET "'\n"
                          "set style fill solid noborder\n"
                          "set tmargin 4\nset bmargin 3.5\nset lmargin 9\n"
                          "set rmargin 19\n");
    if (figure->title) {
        fade_text_add(script, "set label 1000 ");
        fade_gnuplot_quote(script, figure->title);
        fade_text_add(script, " at graph 0, screen 0.945 left font ',20' "
                              "textcolor rgb '" COLOR_TEXT "' front\n");
    }
    fade_text_add(script, "set ylabel ");
    fade_gnuplot_quote(script, figure->quantity);
    fade_text_add(script, " textcolor rgb '" COLOR_TEXT "' offset 0.5,0\n");
    fade_axis_add(axis, script);
    fade_text_add(script,
                  "set ytics out scale 0.5 textcolor rgb '" COLOR_TEXT "'\n"
                  "set grid ytics linetype 1 linewidth 0.5 "
                  "linecolor rgb '#e8ecef' back\n");
}

static void
add_window(const fade_forecast_figure *figure, const fade_axis *axis,
           fade_text *script)
{
    double from = (double)figure->window_from;
    double until = (double)figure->window_until;

    if (figure->window_from == FADE_NO_DATE || !(from < axis->last)) {
        return;
    }
    if (figure->window_until == FADE_NO_DATE || until > axis->last) {
        until = axis->last;
    }
    if (!(from < until)) {
        return;
    }
    fade_text_addf(script,
                   "set object 1 rectangle from %.1f, graph 0 to %.1f, "
                   "graph 1 fillcolor rgb '" COLOR_WINDOW
                   "' fillstyle solid noborder behind\n"
                   "set label 1 'time for a touch-up' at %.1f, graph 1.03 "
                   "center textcolor rgb '" COLOR_WORDS "'\n",
                   from, until, (from + until) / 2.0);
}

static void
add_threshold(const fade_forecast_figure *figure, const fade_axis *axis,
              fade_text *script)
{
    if (!isnan(figure->threshold)) {
        fade_text_addf(
            script,
            "set arrow 1 from %.1f, %.6f to %.1f, %.6f nohead "
            "linewidth 1.5 dashtype (12,8) linecolor rgb '" COLOR_THRESHOLD
            "' front\n",
            axis->first, figure->threshold, axis->last, figure->threshold);
    }
}

static void
add_today(const fade_forecast_figure *figure, const fade_axis *axis,
          fade_text *script)
{
    double today = (double)figure->today;
    bool left = today - axis->first < (axis->last - axis->first) / 8.0;

    if (figure->today == FADE_NO_DATE || today < axis->first
        || today > axis->last) {
        return;
    }
    fade_text_addf(script,
                   "set arrow 2 from %.1f, graph 0 to %.1f, graph 1 nohead "
                   "linewidth 1 dashtype (2,4) linecolor rgb '" COLOR_QUIET
                   "' front\n"
                   "set label 3 'today' at %.1f, graph 0.97 %s "
                   "textcolor rgb '" COLOR_QUIET "' front\n",
                   today, today, today,
                   left ? "left offset 0.6,0" : "right offset -0.6,0");
}

/* The last mark of a kind that has room beside it says what it is. */
static void
add_session_label(const fade_forecast_figure *figure, bool laser,
                  fade_text *script)
{
    for (size_t i = figure->session_count; i > 0; i--) {
        const fade_figure_session *session = &figure->sessions[i - 1];
        bool room = i == figure->session_count
                    || session[1].date > session->date + label_room;

        if (session->laser != laser || !room) {
            continue;
        }
        fade_text_addf(script,
                       "set label %d '%s' at %d, graph %.3f left "
                       "offset 1.2,0 textcolor rgb '%s' front\n",
                       laser ? 21 : 20, laser ? "laser" : "sessions",
                       (int)session->date, laser ? laser_height : mark_height,
                       laser ? COLOR_THRESHOLD : COLOR_MIDDLE);
        return;
    }
}

typedef struct end_label {
    double at; /* [1] on the upright axis */
    char words[32];
    const char *color;
} end_label;

enum { END_LABELS = 4 };

static int
by_height(const void *left, const void *right)
{
    const end_label *a = left;
    const end_label *b = right;

    return a->at < b->at ? -1 : a->at > b->at ? 1 : 0;
}

/* Words at the right end, each beside what it names, apart from each other. */
static void
add_end_labels(const fade_forecast_figure *figure, const fade_axis *axis,
               fade_text *script)
{
    const double *end = figure->bands[figure->count - 1].at;
    double gap = label_gap * axis->top;
    end_label labels[END_LABELS] = {
        {end[FADE_P50], "middle patient", COLOR_MIDDLE},
        {(end[FADE_P50] + end[FADE_P75]) / 2.0, "half of patients", "#4d87b0"},
        {(end[FADE_P75] + end[FADE_P95]) / 2.0, "nine in ten", "#6f9abb"}};
    size_t count = END_LABELS - 1;

    if (figure->typical) {
        labels[0] = (end_label){end[FADE_P50], "typical patient", COLOR_MIDDLE};
        count = 1;
    }
    if (!isnan(figure->threshold)) {
        labels[count] = (end_label){figure->threshold, "", COLOR_THRESHOLD};
        snprintf(labels[count].words, sizeof labels[0].words,
                 "threshold %.0f %%", figure->threshold * 100.0);
        count++;
    }
    qsort(labels, count, sizeof labels[0], by_height);
    for (size_t i = 0; i < count; i++) {
        if (i > 0 && labels[i].at < labels[i - 1].at + gap) {
            labels[i].at = labels[i - 1].at + gap;
        }
        fade_text_addf(script,
                       "set label %zu '%s' at graph 1, first %.6f left "
                       "offset 0.8,0 textcolor rgb '%s'\n",
                       10 + i, labels[i].words, labels[i].at, labels[i].color);
    }
}

static void
add_curve_data(const fade_forecast_figure *figure, fade_text *script)
{
    fade_text_add(script, "$curve << EOD\n");
    for (size_t i = 0; i < figure->count; i++) {
        fade_text_addf(script, "%.3f", figure->days[i]);
        for (int b = 0; b < FADE_BAND_COUNT; b++) {
            fade_text_addf(script, " %.6f", figure->bands[i].at[b]);
        }
        fade_text_add(script, "\n");
    }
    fade_text_add(script, "EOD\n");
}

static void
add_point_data(const fade_forecast_figure *figure, const fade_axis *axis,
               fade_text *script)
{
    fade_text_add(script, "$sessions << EOD\n");
    for (size_t i = 0; i < figure->session_count; i++) {
        bool laser = figure->sessions[i].laser;

        fade_text_addf(script, "%d %.6f %d\n", (int)figure->sessions[i].date,
                       (laser ? laser_height : mark_height) * axis->top,
                       laser ? 1 : 0);
    }
    fade_text_add(script, "EOD\n$readings << EOD\n");
    for (size_t i = 0; i < figure->reading_count; i++) {
        const fade_figure_reading *reading = &figure->readings[i];

        fade_text_addf(script, "%d %.6f %.6f %.6f\n", (int)reading->date,
                       reading->value, reading->low, reading->high);
    }
    fade_text_add(script, "EOD\n");
}

static void
add_plot(const fade_forecast_figure *figure, double points, fade_text *script)
{
    fade_text_add(script, "plot ");
    if (!figure->typical) {
        fade_text_add(script,
                      "$curve using 1:2:6 with filledcurves fillcolor rgb "
                      "'" COLOR_OUTER "', $curve using 1:3:5 with filledcurves "
                      "fillcolor rgb '" COLOR_INNER "', ");
    }
    fade_text_add(script, "$curve using 1:4 with lines linewidth 3 "
                          "linecolor rgb '" COLOR_MIDDLE "'");
    if (figure->session_count > 0) {
        fade_text_addf(script,
                       ", $sessions using 1:($3 == 0 ? $2 : 1/0) with points "
                       "pointtype 9 pointsize %.2f linecolor rgb '" COLOR_MIDDLE
                       "', $sessions using 1:($3 == 1 ? $2 : 1/0) with points "
                       "pointtype 2 pointsize %.2f linewidth 2 "
                       "linecolor rgb '" COLOR_THRESHOLD "'",
                       1.3 * points, 1.2 * points);
    }
    if (figure->reading_count > 0) {
        fade_text_addf(script,
                       ", $readings using 1:2:3:4 with yerrorbars "
                       "pointtype 7 pointsize %.2f linewidth 1.6 "
                       "linecolor rgb '" COLOR_TEXT "'",
                       points);
    }
    fade_text_add(script, "\n");
}

fade_status
fade_figure_draw(const fade_forecast_figure *figure, const char *path,
                 fade_diag *diag)
{
    fade_figure_format format = FADE_FIGURE_SVG;
    fade_axis axis;
    fade_text script = {0};
    fade_status status = FADE_OK;

    if (fade_figure_format_of(path, &format) != FADE_OK) {
        fade_diag_error(diag, (fade_place){.file = path},
                        "pictures end in .svg, .png or .pdf");
        return FADE_EINVAL;
    }
    if (figure->count < 2) {
        fade_diag_error(diag, (fade_place){.file = path},
                        "there are too few dates to draw");
        return FADE_EINVAL;
    }
    axis = fade_axis_of(figure);
    fade_text_add(&script, terminals[format]);
    add_head(figure, &axis, &script);
    add_window(figure, &axis, &script);
    add_threshold(figure, &axis, &script);
    add_today(figure, &axis, &script);
    add_session_label(figure, false, &script);
    add_session_label(figure, true, &script);
    add_end_labels(figure, &axis, &script);
    add_curve_data(figure, &script);
    add_point_data(figure, &axis, &script);
    add_plot(figure, point_scales[format], &script);
    status = script.failed ? FADE_ENOMEM
                           : fade_gnuplot_run(script.bytes, path, diag);
    fade_text_clear(&script);
    return status;
}
