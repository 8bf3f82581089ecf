/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One invented patient of a design: a frame of covariates, sessions and visits
 * drawn from it, a person drawn from the models, and what would be read off
 * them. Patient `index` depends on the seed and its index alone.
 */
#ifndef CLINIC_INVENT_H
#define CLINIC_INVENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <gsl/gsl_rng.h>

#include <fadecast/individual.h>

#include "clinic/design.h"

enum { FADE_INVENTED_ZONES = 2 };

typedef struct fade_inventor {
    const fade_design *design;
    const fade_model *model[FADE_PIGMENTS];
    uint64_t seed;
    bool clinic; /* observers have biases; some skin is known by type only */
    fade_trajectory *fading;
    gsl_rng *rng;
} fade_inventor;

typedef struct fade_invented_zone {
    const char *name;
    bool let_fade;
    fade_zone zone; /* with the events and readings below */
    fade_event *events;
    size_t event_count, event_room;
    double *session; /* the events' standardised hands */
    size_t session_room;
    fade_reading *readings;
    size_t reading_count, reading_room;
} fade_invented_zone;

typedef struct fade_invented {
    size_t index;
    fade_case kind;
    fade_pigment pigment; /* of the first course */
    fade_date origin;     /* day 0: 1 January of the first year */
    fade_effects effects;
    int fitzpatrick;     /* 1..6 */
    bool skin_measured;  /* else known by type */
    size_t practitioner; /* from 0 */
    bool named;
    fade_invented_zone zones[FADE_INVENTED_ZONES];
    size_t zone_count;
} fade_invented;

/* The caller ends it with fade_inventor_clear(), also after a failure. */
fade_status fade_inventor_init(fade_inventor *inventor,
                               const fade_design *design,
                               const fade_model *const model[FADE_PIGMENTS],
                               uint64_t seed);
void fade_inventor_clear(fade_inventor *inventor);

/* Zero is a valid start; the memory is reused from patient to patient. */
fade_status fade_invent(fade_inventor *inventor, size_t index,
                        fade_invented *out);
void fade_invented_clear(fade_invented *patient);

/* The person behind a zone: what nobody could have read off it. */
typedef struct fade_truth {
    fade_values values; /* of the zone's permanent class, else its other */
    double healed_tone; /* [L*] best course */
    double touchup;     /* [day] T; HUGE_VAL: not within the horizon */
    double last;        /* [day] last implant */
} fade_truth;

/* FADE_ENOTFOUND where the zone has no implant. */
fade_status fade_invent_truth(fade_inventor *inventor,
                              const fade_invented *patient,
                              const fade_invented_zone *zone, fade_truth *out);

#endif
