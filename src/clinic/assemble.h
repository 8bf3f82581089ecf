/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A zone's records made into what the models take: events and readings on the
 * patient's clock, models by name, covariates, sunlight. What is dated after
 * `today` is a plan: left out and counted.
 */
#ifndef CLINIC_ASSEMBLE_H
#define CLINIC_ASSEMBLE_H

#include <fadecast/individual.h>
#include <fadecast/schedule.h>

#include "clinic/model_shelf.h"
#include "store/chart.h"

/* Where a zone's skin lightness is from. */
typedef enum fade_skin_from {
    FADE_SKIN_MEASURED,
    FADE_SKIN_BY_TYPE, /* of the patient's Fitzpatrick type */
    FADE_SKIN_ASSUMED  /* of type III: nobody wrote anything down */
} fade_skin_from;

/* Points into its own memory, the shelf's models and nothing of the chart. */
typedef struct fade_assembly {
    fade_zone zone;
    fade_date origin;        /* 1 January of the patient's first year */
    fade_date first_session; /* implant; FADE_NO_DATE where there is none */
    fade_date last_session;  /* implant, likewise */
    fade_date last_touchup;  /* last implant of a later course, or none */
    fade_date last_reading;  /* or none */
    fade_skin_from skin_from;
    size_t planned_sessions; /* left out: after today */
    size_t later_readings;   /* likewise */
    fade_event *events;
    fade_reading *readings;
} fade_assembly;

/*
 * `zone` is one of the chart's. Without an implant on or before `today` the
 * assembly has no model; it is then no case for a forecast, and FADE_OK all
 * the same. FADE_EPARSE, FADE_ENOTFOUND and so on, said in `diag`, where a
 * model cannot be read; FADE_ECONFLICT where a session's model is of another
 * pigment. The caller ends *out with fade_assembly_clear().
 */
fade_status fade_assemble(const fade_chart *chart, const fade_chart_zone *zone,
                          fade_date today, fade_shelf *shelf,
                          fade_assembly *out, fade_diag *diag);
void fade_assembly_clear(fade_assembly *assembly);

/* The case for fade_schedule_decide() without T's draws. */
fade_recall_case fade_assembly_case(const fade_assembly *assembly,
                                    const fade_chart *chart,
                                    const fade_chart_zone *zone);

/*
 * The seed of a zone's forecasts: of its stable key, so that the dates on file
 * and those of `forecast` agree, whatever else the database holds.
 */
uint64_t fade_assembly_seed(uint64_t seed, const fade_chart *chart,
                            const fade_chart_zone *zone);

/* A time of the assembly's clock as a date, rounded up; or FADE_NO_DATE. */
fade_date fade_assembly_date(const fade_assembly *assembly, double time);

#endif
