/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The two halves of a trajectory for whoever needs them apart: what is in the
 * skin at a time, and what that looks like. Forecasts bound the looks between
 * two times by the contents at both.
 */
#ifndef INDIVIDUAL_TRAJECTORY_H
#define INDIVIDUAL_TRAJECTORY_H

#include <fadecast/individual.h>

/* What a zone holds at one time, by class. */
typedef struct fade_contents {
    double pigment[FADE_PIGMENTS]; /* visible [dose] */
    fade_dots dots[FADE_PIGMENTS]; /* of the sessions so far */
} fade_contents;

/* As fade_trajectory_looks(), but before the optics. */
fade_status fade_trajectory_contents(fade_trajectory *trajectory,
                                     const double *times, size_t count,
                                     fade_contents *out);

fade_status fade_trajectory_look(const fade_trajectory *trajectory,
                                 const fade_contents *contents,
                                 fade_appearance *out);

/* Healed looks of the first `count` courses, which `courses` holds. */
fade_status fade_trajectory_healed_looks(fade_trajectory *trajectory,
                                         const fade_course *courses,
                                         size_t count, fade_appearance *out);

/* The baseline among healed looks in order of courses; `count` > 0. */
fade_appearance fade_healed_baseline(const fade_appearance *healed,
                                     size_t count, fade_baseline baseline);

/* The model of an implant's class; NULL where there is none, or a laser. */
const fade_model *fade_zone_implant_model(const fade_zone *zone,
                                          const fade_event *event);

/* NULL before fade_trajectory_set(). */
const fade_zone *fade_trajectory_zone(const fade_trajectory *trajectory);

/* The person's own parameters of one class, which the zone has. */
const fade_values *fade_trajectory_values(const fade_trajectory *trajectory,
                                          fade_pigment pigment);

#endif
