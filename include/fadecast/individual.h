/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One patient: zones of skin, what was done to them, what was read off them,
 * and how each fades for given random effects.
 *
 * Time is in days since the record's origin, the 1 January of the year of the
 * patient's first event (data without dates say their own origin), so that
 * all zones of a patient share one season clock.
 *
 * course   implants of either class, each less than 120 days after the one
 *          before it
 * healed   42 days after a course's last implant. What a laser does between
 *          that implant and the healed day is left out of the healed look:
 *          it is what the work healed to, the bar by which fading is judged,
 *          and a laser that takes pigment away must not lower the bar.
 *          (An implant within the 42 days belongs to the course.)
 *
 * A forecast in C, without a database (errors left out):
 *
 *   fade_zone zone = {.model[FADE_PERMANENT] = model, .skin_lightness = 60.0,
 *                     .uv_exposure = nan(""), .uv_peak_day = nan(""),
 *                     .events = sessions, .event_count = 3};
 *   fade_trajectory *fading;
 *   fade_appearance healed, later;
 *
 *   fade_trajectory_create(&fading);
 *   fade_trajectory_set(fading, &zone, NULL, NULL);
 *   fade_trajectory_healed(fading, FADE_BASELINE_BEST, &healed);
 *   fade_trajectory_looks(fading, &day, 1, &later);
 *   retained = later.tone / healed.tone;
 */
#ifndef FADECAST_INDIVIDUAL_H
#define FADECAST_INDIVIDUAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <fadecast/appearance.h>
#include <fadecast/date.h>
#include <fadecast/kinetics.h>
#include <fadecast/model.h>
#include <fadecast/status.h>

FADE_BEGIN

#define FADE_HEALING_DAYS 42.0  /* [day] from a course to its healed look */
#define FADE_COURSE_GAP   120.0 /* [day] implants this far apart: new course */

typedef enum fade_reading_kind {
    FADE_TONE = 1, /* NONMEM's DVID */
    FADE_SCORE = 2,
    FADE_DEFINITION = 3
} fade_reading_kind;

typedef enum fade_censoring {
    FADE_CENSORED_ABOVE = -1, /* it lies in (value, limit or infinity) */
    FADE_NOT_CENSORED = 0,
    FADE_CENSORED_BELOW = 1 /* it lies in (limit or minus infinity, value) */
} fade_censoring;

typedef struct fade_reading {
    double time; /* [day] */
    fade_reading_kind kind;
    bool before; /* of a day with a session: taken before it */
    double value;
    fade_censoring censoring;
    double limit;      /* NaN: open */
    double scale_max;  /* of a score: 10 or 4 */
    double scale_step; /* of a score: 0.5, 1 ... */
    int instrument;    /* 0: unknown; else any numbering within the data */
    int grader;        /* likewise */
} fade_reading;

/* One zone. Everything is borrowed; events and readings ascend in time. */
typedef struct fade_zone {
    const fade_model *model[FADE_PIGMENTS]; /* NULL: no implant of the class */
    fade_covariates covariates;
    double skin_lightness;    /* [L*], 20..100 */
    double uv_exposure;       /* [1]; NaN: the model's */
    double uv_peak_day;       /* [day of year]; NaN: the model's */
    const fade_event *events; /* recorded doses: the hand is in the effects */
    size_t event_count;
    const fade_reading *readings;
    size_t reading_count;
} fade_zone;

/* How one zone of one person fades: parameters made concrete. */
typedef struct fade_trajectory fade_trajectory;

/*
 * A workspace for zones of up to any number of events; reused from person to
 * person. The caller ends it with fade_trajectory_destroy() (NULL is fine).
 */
FADE_API fade_status fade_trajectory_create(fade_trajectory **out);
FADE_API void fade_trajectory_destroy(fade_trajectory *trajectory);

/*
 * Takes a person: `effects` NULL is the typical patient. `session` holds one
 * standardised effect for each event's dose (used for implants), NULL is 0.
 * `zone` must outlive the use of the trajectory.
 */
FADE_API fade_status fade_trajectory_set(fade_trajectory *trajectory,
                                         const fade_zone *zone,
                                         const fade_effects *effects,
                                         const double *session);

/* Looks at `count` ascending times; at the time of an event, after it. */
FADE_API fade_status fade_trajectory_looks(fade_trajectory *trajectory,
                                           const double *times, size_t count,
                                           fade_appearance *out);

typedef enum fade_baseline {
    FADE_BASELINE_FIRST,
    FADE_BASELINE_BEST,
    FADE_BASELINE_LATEST
} fade_baseline;

/* One course of implants in a zone. */
typedef struct fade_course {
    double first, last; /* times of its first and last implant [day] */
    double healed;      /* last + FADE_HEALING_DAYS [day] */
    size_t event_count; /* the zone's events up to its last implant */
} fade_course;

/*
 * The courses of a zone, oldest first. At most `room` are written; returns how
 * many there are.
 */
FADE_API size_t fade_zone_courses(const fade_zone *zone, fade_course *out,
                                  size_t room);

/*
 * The healed look by which fading is judged: that of the first or the latest
 * course, or the best of all, tone, definition and coverage each on its own.
 * FADE_ENOTFOUND where the zone has no implant.
 */
FADE_API fade_status fade_trajectory_healed(fade_trajectory *trajectory,
                                            fade_baseline baseline,
                                            fade_appearance *out);

/*
 * A zone whose last event is a laser is left to fade until the next implant;
 * so is one that has been lasered only.
 */
FADE_API bool fade_zone_lasered(const fade_zone *zone);

/*
 * Simulation: people drawn from a model, and what would be read off them.
 *
 * Every call is a function of (seed, stream) and draws a stream from its
 * beginning, so patients may be made in any order or alone. Give each patient
 * and each purpose a stream of its own, below 2^56; for example 16 i for the
 * effects of patient i, 16 i + 1 and 16 i + 2 for the hands and the readings
 * of the first zone.
 */

/* A person's standardised effects, for any model. */
FADE_API fade_status fade_simulate_effects(uint64_t seed, uint64_t stream,
                                           fade_effects *out);

/* The hands of a zone's `count` sessions, for fade_trajectory_set(). */
FADE_API fade_status fade_simulate_hands(uint64_t seed, uint64_t stream,
                                         double *session, size_t count);

/* How tone and definition are measured. */
typedef struct fade_measuring {
    double resolution;      /* [L*] values are multiples of it; 0: exact */
    double detection_limit; /* [L*] below it: censored; -HUGE_VAL: none */
} fade_measuring;

/*
 * Fills value, censoring and limit of `readings` from the person of
 * `trajectory`: the look at each reading's time, the error model of the zone's
 * permanent class (else of its temporary one), scores rounded to their step
 * within 0..scale_max. A grader or instrument numbered from 1 has a bias,
 * drawn once per seed; 0 has none. FADE_EINVAL where the trajectory has no
 * zone or the zone no model.
 */
FADE_API fade_status fade_simulate_readings(fade_trajectory *trajectory,
                                            const fade_measuring *how,
                                            uint64_t seed, uint64_t stream,
                                            fade_reading *readings,
                                            size_t count);

FADE_END

#endif
