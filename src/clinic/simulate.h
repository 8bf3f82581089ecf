/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Patients made up from a model, a design and a seed, written as the files
 * that fadecast reads. Same models, design and seed, same bytes; the first n
 * patients of a larger design are those of a smaller one.
 */
#ifndef CLINIC_SIMULATE_H
#define CLINIC_SIMULATE_H

#include <stdbool.h>
#include <stdint.h>

#include <fadecast/diag.h>
#include <fadecast/model.h>

#include "clinic/design.h"

typedef struct fade_simulation {
    const fade_design *design;
    /* Both classes where the design has both; the permanent one always: it
       knows the skin types. */
    const fade_model *model[FADE_PIGMENTS];
    uint64_t seed;
    /* Called after each patient; may be NULL. */
    void (*progress)(void *context, size_t done, size_t all);
    void *context;
} fade_simulation;

typedef struct fade_simulated {
    size_t patients, zones, sessions, readings;
} fade_simulated;

/*
 * DIR/clinics.csv, practitioners.csv, patients.csv, zones.csv, sessions.csv,
 * readings.csv, contraindications.csv, as `fadecast import` takes them, and
 * truth/zones.csv with what the people really are. DIR is made where it does
 * not exist. FADE_EINVAL (fade_design_check()), FADE_EIO, said in `diag`.
 */
fade_status fade_simulate_clinic(const fade_simulation *simulation,
                                 const char *directory, fade_simulated *out,
                                 fade_diag *diag);

/*
 * DIR/cohort.csv in the manner of NONMEM, for estimation: ID, TIME (days since
 * 1 January of the patient's first year), EVID (1 a session, 0 a reading),
 * AMT, DOTS, DV, DVID (1 tone, 2 score, 3 definition), CENS, LIMIT, MDV,
 * SKIN_L, UV_EXPOSURE, SCARRING; and DIR/truth.csv. FADE_EINVAL where the
 * design has special cases (a cohort holds implants in one zone), or both
 * classes of pigment.
 */
fade_status fade_simulate_cohort(const fade_simulation *simulation,
                                 const char *directory, fade_simulated *out,
                                 fade_diag *diag);

#endif
