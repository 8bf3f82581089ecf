/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Clearance of pigment from the skin: capture, release, recapture.
 *
 *   u(t) = bleach_rate uv_exposure
 *          (1 + uv_amplitude cos(2 pi (t - uv_peak_day) / 365.25))
 *   room = 1                                 where capture_capacity is infinite
 *        = max(0, 1 - M / capture_capacity)  otherwise
 *   E' = -(shed_rate + u) E
 *   F' = -(capture_rate room + drain_rate + store_rate + u) F
 *        + turnover_rate M + unstore_rate B
 *   M' =  capture_rate room F - (turnover_rate + soften_rate + u) M
 *   B' =  store_rate F - (unstore_rate + soften_rate + u) B
 *   G' =  soften_rate (M + B) - (resorb_rate + u) G
 *   shed' = shed_rate E           drained' = drain_rate F
 *   resorbed' = resorb_rate G     bleached' = u (E + F + M + B + G)
 *
 * E epidermis, F free, M macrophage, B fibroblast, G softened     [dose]
 * t time since 1 January of the record's first year               [day]
 * A dose is what one reference session (120 dots/cm2) leaves in the skin per
 * area. An implant of d doses adds epidermal_fraction d to E and the rest to
 * F. A laser of `shatter` s takes the share s of M, B and G of every class;
 * half of it drains at once, half is free again. The nine amounts always add
 * up to what was implanted. With two classes in a zone M is the sum of both in
 * `room`, and the capacity is the smaller of the two.
 *
 * Source: Baranska et al. 2018, J Exp Med (PMC5881467); models/README.md
 * eq. (1) to (9).
 */
#ifndef FADECAST_KINETICS_H
#define FADECAST_KINETICS_H

#include <stdbool.h>
#include <stddef.h>

#include <fadecast/pigment.h>
#include <fadecast/status.h>

FADE_BEGIN

/* Places where pigment is seen, then the four sinks where it ends. */
enum {
    FADE_EPIDERMIS,
    FADE_FREE,
    FADE_MACROPHAGE,
    FADE_FIBROBLAST,
    FADE_SOFTENED,
    FADE_POOLS,
    FADE_SHED = FADE_POOLS,
    FADE_DRAINED,
    FADE_BLEACHED,
    FADE_RESORBED,
    FADE_AMOUNTS
};

/* Beyond these a value is a mistake, and refused. */
#define FADE_RATE_MAX 1e3 /* [1/day], also of uv_exposure [1] */
#define FADE_DAY_MAX  1e6 /* [day] of a time, either side of 0 */

/* All rates lie in 0..FADE_RATE_MAX. */
typedef struct fade_rates {
    double epidermal_fraction; /* [1], 0..1 */
    double shed_rate;          /* [1/day] */
    double capture_rate;       /* [1/day] */
    double capture_capacity;   /* [dose], > 0; HUGE_VAL: unlimited */
    double drain_rate;         /* [1/day] */
    double store_rate;         /* [1/day] */
    double unstore_rate;       /* [1/day] */
    double turnover_rate;      /* [1/day] */
    double soften_rate;        /* [1/day] */
    double resorb_rate;        /* [1/day] */
    double bleach_rate;        /* [1/day] at uv_exposure 1 */
} fade_rates;

typedef struct fade_sunlight {
    double uv_exposure;  /* [1], >= 0; 1 is typical */
    double uv_amplitude; /* [1], 0..1; seasonal swing */
    double uv_peak_day;  /* [day of year]; 172 north, 355 south */
} fade_sunlight;

typedef enum fade_event_kind { FADE_IMPLANT, FADE_LASER } fade_event_kind;

typedef struct fade_event {
    double time; /* [day] */
    fade_event_kind kind;
    fade_pigment pigment; /* of an implant */
    double dose;          /* [dose] of an implant, >= 0 */
    double dots;          /* [1/cm2] of an implant, >= 0 */
    double shatter;       /* [1] of a laser, 0..1 */
} fade_event;

/* What happens to one zone of skin. Everything is borrowed. */
typedef struct fade_site {
    const fade_rates *rates[FADE_PIGMENTS]; /* NULL: no implant of the class */
    fade_sunlight sunlight;
    const fade_event *events; /* by ascending time; ties act as ordered */
    size_t event_count;
} fade_site;

/* [dose], by class, FADE_EPIDERMIS to FADE_RESORBED. */
typedef struct fade_amounts {
    double of[FADE_PIGMENTS][FADE_AMOUNTS];
} fade_amounts;

typedef enum fade_method {
    FADE_AUTO,  /* exact where it can be, else stiff */
    FADE_EXACT, /* closed form; FADE_EINVAL where there is none: with a finite
                   capacity, or a store that fills but never empties */
    FADE_STIFF  /* implicit integration */
} fade_method;

typedef struct fade_kinetics_options {
    fade_method method;
    bool sinks;       /* compute the four sinks too; else they are NaN */
    double tolerance; /* [dose] of the stiff method, 1e-13..1e-3; 0: 1e-9 */
} fade_kinetics_options;

/* A workspace; one thread at a time may use it. */
typedef struct fade_kinetics fade_kinetics;

/* The caller ends *out with fade_kinetics_destroy(), which accepts NULL. */
FADE_API fade_status fade_kinetics_create(fade_kinetics **out,
                                          const fade_kinetics_options *options);
FADE_API void fade_kinetics_destroy(fade_kinetics *kinetics);

/*
 * Amounts at `count` ascending times; at the time of an event, after it.
 * Before the first implant everything is 0. FADE_EINVAL where the site, an
 * event or a time is out of range or out of order; FADE_ECONVERGE where the
 * stiff method cannot hold its tolerance. On failure `out` is undefined.
 */
FADE_API fade_status fade_kinetics_solve(fade_kinetics *kinetics,
                                         const fade_site *site,
                                         const double *times, size_t count,
                                         fade_amounts *out);

/* E + F + M + B + G of one class [dose]: what the eye can see. */
FADE_API double fade_amounts_visible(const fade_amounts *amounts,
                                     fade_pigment pigment);

FADE_END

#endif
