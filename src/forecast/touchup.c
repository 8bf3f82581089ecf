/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "forecast/touchup.h"

#include <math.h>

enum { PIECES = 8, ROOT_STEPS = 60 };

static const double first_piece = 182.625; /* [day] half a year */
static const double last_piece = 3.0;      /* [day] split no further */
static const double time_tolerance = 0.01; /* [day] of T */

/* Something happened at `at`, or nothing did in the whole interval. */
typedef struct crossing {
    bool found;
    double at; /* [day] */
} crossing;

/* One interval, cut into pieces at equal distances. */
typedef struct stretch {
    double piece; /* [day] */
    double times[PIECES + 1];
    fade_contents contents[PIECES + 1];
} stretch;

/* How far the criterion is above its threshold [L*], looks given. */
static double
margin_of(const fade_touchup_search *search, double tone, double definition)
{
    const fade_touchup_rule *rule = &search->rule;
    double tone_margin = tone - rule->tone_threshold * search->baseline.tone;
    double definition_margin =
        definition - rule->definition_threshold * search->baseline.definition;

    switch (rule->criterion) {
    case FADE_BY_TONE:
        return tone_margin;
    case FADE_BY_DEFINITION:
        return definition_margin;
    case FADE_BY_FIRST_OF_BOTH:
        break;
    }
    return fmin(tone_margin, definition_margin);
}

static fade_status
margin_in(const fade_trajectory *trajectory, const fade_touchup_search *search,
          const fade_contents *contents, double *out)
{
    fade_appearance look;
    fade_status status = fade_trajectory_look(trajectory, contents, &look);

    if (status == FADE_OK) {
        *out = margin_of(search, look.tone, look.definition);
    }
    return status;
}

static fade_status
margin_at(fade_trajectory *trajectory, const fade_touchup_search *search,
          double time, double *out)
{
    fade_contents contents;
    fade_status status =
        fade_trajectory_contents(trajectory, &time, 1, &contents);

    if (status == FADE_OK) {
        status = margin_in(trajectory, search, &contents, out);
    }
    return status;
}

/* The least margin that any time between `a` and `b` can have (touchup.h). */
static fade_status
margin_bound(const fade_trajectory *trajectory,
             const fade_touchup_search *search, const fade_contents *a,
             const fade_contents *b, double *out)
{
    fade_contents palest = *b;
    fade_appearance dark;
    fade_appearance crisp = {0};
    fade_status status;

    for (int c = 0; c < FADE_PIGMENTS; c++) {
        palest.dots[c] = a->dots[c];
    }
    status = fade_trajectory_look(trajectory, &palest, &dark);
    if (status == FADE_OK && search->rule.criterion != FADE_BY_TONE) {
        status = fade_trajectory_look(trajectory, b, &crisp);
    }
    if (status == FADE_OK) {
        *out = margin_of(search, dark.tone, crisp.definition);
    }
    return status;
}

/*
 * Root of the margin in `bracket`, whose `margins` are >= 0 at the left end
 * and negative at the right one: regula falsi. The margin of the end that
 * stays is halved, so that the next guess lands beyond the root and both ends
 * close in; every third step bisects, which bounds the steps where a laser
 * makes the margin jump. Gives the right end of a bracket shorter than the
 * tolerance.
 */
static fade_status
refine(fade_trajectory *trajectory, const fade_touchup_search *search,
       double bracket[2], double margins[2], double *out)
{
    for (int step = 1; step <= ROOT_STEPS; step++) {
        double width = bracket[1] - bracket[0];
        double share =
            step % 3 == 0 ? 0.5 : margins[0] / (margins[0] - margins[1]);
        double time, margin;
        fade_status status;

        if (!(width > time_tolerance)) {
            break;
        }
        share = fmin(fmax(share, 0.25 * time_tolerance / width),
                     1.0 - 0.25 * time_tolerance / width);
        time = bracket[0] + share * width;
        status = margin_at(trajectory, search, time, &margin);
        if (status != FADE_OK) {
            return status;
        }
        bracket[margin < 0.0 ? 1 : 0] = time;
        margins[margin < 0.0 ? 1 : 0] = margin;
        margins[margin < 0.0 ? 0 : 1] *= 0.5;
    }
    *out = bracket[1];
    return FADE_OK;
}

static fade_status
look_ahead(fade_trajectory *trajectory, double from, double piece, stretch *out)
{
    out->piece = piece;
    for (int i = 0; i <= PIECES; i++) {
        out->times[i] = from + piece * i;
    }
    return fade_trajectory_contents(trajectory, out->times, PIECES + 1,
                                    out->contents);
}

static fade_status search_stretch(fade_trajectory *trajectory,
                                  const fade_touchup_search *search,
                                  double from, double piece, crossing *out);

/* A piece that may hold a crossing: splits it, or looks at its two ends. */
static fade_status
search_piece(fade_trajectory *trajectory, const fade_touchup_search *search,
             const stretch *ahead, int i, crossing *out)
{
    double bracket[2] = {ahead->times[i], ahead->times[i + 1]};
    double margins[2];

    if (ahead->piece > last_piece) {
        return search_stretch(trajectory, search, ahead->times[i],
                              ahead->piece / PIECES, out);
    }
    for (int end = 0; end < 2; end++) {
        fade_status status = margin_in(
            trajectory, search, &ahead->contents[i + end], &margins[end]);

        if (status != FADE_OK) {
            return status;
        }
    }
    if (!(margins[1] < 0.0)) {
        return FADE_OK;
    }
    out->found = true;
    if (margins[0] < 0.0) {
        out->at = bracket[0];
        return FADE_OK;
    }
    return refine(trajectory, search, bracket, margins, &out->at);
}

/* Goes through PIECES pieces from `from` on until one holds a crossing. */
static fade_status
search_stretch(fade_trajectory *trajectory, const fade_touchup_search *search,
               double from, double piece, crossing *out)
{
    stretch ahead;
    fade_status status = look_ahead(trajectory, from, piece, &ahead);

    for (int i = 0; status == FADE_OK && !out->found && i < PIECES; i++) {
        double bound;

        status = margin_bound(trajectory, search, &ahead.contents[i],
                              &ahead.contents[i + 1], &bound);
        if (status == FADE_OK && bound < 0.0) {
            status = search_piece(trajectory, search, &ahead, i, out);
        }
    }
    return status;
}

fade_status
fade_touchup_time(fade_trajectory *trajectory,
                  const fade_touchup_search *search, double *out)
{
    const double stride = PIECES * first_piece;
    double end = search->healed + FADE_HORIZON_DAYS;
    crossing first = {.at = search->healed};
    double margin;
    fade_status status = margin_at(trajectory, search, search->healed, &margin);

    first.found = status == FADE_OK && margin < 0.0;
    for (int i = 0;
         status == FADE_OK && !first.found && i * stride < FADE_HORIZON_DAYS;
         i++) {
        status = search_stretch(trajectory, search, search->healed + i * stride,
                                first_piece, &first);
    }
    if (status == FADE_OK) {
        *out = first.found && first.at <= end ? first.at : HUGE_VAL;
    }
    return status;
}
