/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A simulated cohort of an independent program with its known truth:
 * sessions, covariates, and the person behind each patient.
 */
#ifndef SUPPORT_COHORT_H
#define SUPPORT_COHORT_H

#include <stdbool.h>
#include <stddef.h>

#include <fadecast/individual.h>

enum { COHORT_MAX = 300, COHORT_EVENT_MAX = 8 };

typedef struct cohort_patient {
    fade_event events[COHORT_EVENT_MAX];
    size_t event_count;
    size_t reading_count;
    double skin_lightness, uv_exposure, scarring;
    double dose_eta; /* log of the patient's factor on doses */
    double epidermal_fraction, drain_rate, turnover_rate;
    double resorption; /* factor on soften_rate and resorb_rate */
    double bleach_rate, dot_spread, score_gain;
    double healed_tone;
    double touchup_days; /* after the last session; HUGE_VAL: not in 30 years */
} cohort_patient;

typedef struct cohort {
    cohort_patient patients[COHORT_MAX];
} cohort;

/*
 * Reads $FADECAST_REFERENCE/cohorts/NAME. False where there is no such folder;
 * ends the program where it cannot be read.
 */
bool cohort_load(const char *name, fade_pigment pigment, cohort *out);

/* The patient's zone, on `model`; borrows from both. */
fade_zone cohort_zone(const cohort_patient *patient, fade_pigment pigment,
                      const fade_model *model);

/* The random effects that make the patient of `model`. */
fade_effects cohort_effects(const cohort_patient *patient,
                            const fade_model *model);

#endif
