/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The 24 reference solutions of the model's equations, made by an independent
 * program: parameters, sessions and states of each case.
 */
#ifndef SUPPORT_REFERENCE_H
#define SUPPORT_REFERENCE_H

#include <stdbool.h>
#include <stddef.h>

#include <fadecast/appearance.h>
#include <fadecast/kinetics.h>

enum {
    REFERENCE_CASES = 24,
    REFERENCE_EVENT_MAX = 16,
    REFERENCE_STATE_MAX = 64
};

typedef struct reference_state {
    double time;                /* [day] */
    double of[FADE_AMOUNTS];    /* [dose] */
    fade_appearance appearance; /* of the zone */
} reference_state;

typedef struct reference_case {
    fade_pigment pigment;
    fade_rates rates;
    fade_optics optics;
    fade_sunlight sunlight;
    double skin_lightness;
    size_t event_count;
    fade_event events[REFERENCE_EVENT_MAX];
    size_t state_count;
    reference_state states[REFERENCE_STATE_MAX];
} reference_case;

typedef struct reference {
    reference_case cases[REFERENCE_CASES];
} reference;

/*
 * Reads the folder $FADECAST_REFERENCE. False where there is none: then it has
 * printed a TAP plan that skips the whole program, which should return 0. Ends
 * the program where the folder is there but cannot be read.
 */
bool reference_load(reference *out);

/* The site of a case; borrows from it. */
fade_site reference_site(const reference_case *of);

/* The dots at one time: sums over the implants so far. */
fade_dots reference_dots(const reference_case *of, double time);

#endif
