/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a simulated clinic or cohort looks like: a CSV table of two columns,
 * `key` and `value`, one row a key; keys left out have their default.
 *
 *   a number     60        0.3
 *   a range      14..28    evenly between both
 *   a mix        2:0.3 3:0.7   these values with these weights
 *   a date       2019-03-01
 *   a word       harley
 *
 * fade_design_key_at() lists the keys with their meaning. The rows `case_...`
 * say how many patients are special; the first patients are, in the order of
 * the keys, and the others are usual.
 */
#ifndef CLINIC_DESIGN_H
#define CLINIC_DESIGN_H

#include <stddef.h>
#include <stdint.h>

#include <fadecast/date.h>
#include <fadecast/diag.h>
#include <fadecast/status.h>

typedef enum fade_case {
    FADE_CASE_NO_SESSION,      /* on file, not treated yet */
    FADE_CASE_HEALING,         /* latest session days before `until` */
    FADE_CASE_LASERED,         /* a laser was the last that happened */
    FADE_CASE_LET_FADE,        /* temporary, wants it gone */
    FADE_CASE_CONTRAINDICATED, /* not to be treated around `until` */
    FADE_CASE_NOT_FOLLOWED,    /* has moved away */
    FADE_CASE_TRIAL,           /* temporary first, permanent over it later */
    FADE_CASE_FUT_SCAR,        /* a second zone: a strip's scar */
    FADE_CASE_FUE_SCARS,       /* a second zone: many small scars */
    FADE_CASE_SPARSE,          /* no readings */
    FADE_CASE_RICH,            /* many visits, every kind of reading */
    FADE_CASES,
    FADE_CASE_USUAL = FADE_CASES
} fade_case;

enum { FADE_MIX_MAX = 8, FADE_DESIGN_WORD = 64, FADE_VISITS_MAX = 100 };

typedef struct fade_mix {
    double values[FADE_MIX_MAX];
    double weights[FADE_MIX_MAX];
    size_t count;
} fade_mix;

typedef struct fade_range {
    double low, high;
} fade_range;

typedef struct fade_design {
    double patients;
    double temporary;     /* share whose pigment is temporary */
    fade_date start_from; /* first sessions lie evenly between these */
    fade_date start_to;
    fade_date until;        /* nothing is on file after it; or FADE_NO_DATE */
    fade_mix sessions;      /* of the first course */
    fade_range session_gap; /* [day] between sessions of a course */
    fade_range dots;        /* [1/cm2] of a session */
    double dose;            /* [dose] as recorded; 0: dots / 120 */
    fade_mix touchups;      /* later courses, of one session each */
    fade_range touchup_gap; /* [year] between courses, permanent pigment */
    fade_range touchup_gap_temporary; /* [year] likewise */
    fade_range skin_lightness;        /* [L*] where skin_sd is 0; its bounds */
    double skin_mean, skin_sd;        /* [L*] normal, within the bounds */
    fade_mix uv_exposure;
    double scarring;       /* share of scarred zones */
    double healed_visit;   /* share of patients read on the healed day */
    fade_mix visits;       /* with readings, after the first course */
    fade_range visit_time; /* [year] after the first course's last session */
    double tone_share;     /* share of visits with a reading of the kind */
    double score_share;
    double definition_share;
    double score_max, score_step;
    double resolution;      /* [L*] of tone and definition */
    double detection_limit; /* [L*] likewise */
    double practitioners;
    double named;                       /* share of patients with a name */
    char clinic[FADE_DESIGN_WORD];      /* code */
    char clinic_name[FADE_DESIGN_WORD]; /* as patients know it */
    char time_zone[FADE_DESIGN_WORD];
    double cases[FADE_CASES]; /* patients of each kind */
} fade_design;

typedef struct fade_design_key {
    const char *name;
    const char *help;
} fade_design_key;

/* Key `index` in the order of the documentation; NULL after the last. */
const fade_design_key *fade_design_key_at(size_t index);

/* A cohort of 300 patients with permanent pigment and no special cases. */
fade_design fade_design_default(void);

/*
 * Sets one key from text: FADE_EINVAL, said in `diag`, where key or value is
 * not allowed; the design is then unchanged.
 */
fade_status fade_design_set(fade_design *design, const char *key,
                            const char *value, fade_place place,
                            fade_diag *diag);

/* Reads a design over the defaults; FADE_EIO, FADE_EPARSE, FADE_ENOMEM. */
fade_status fade_design_read(const char *path, fade_design *out,
                             fade_diag *diag);

/* What keys must be between them; FADE_EINVAL and words in `diag`. */
fade_status fade_design_check(const fade_design *design, fade_diag *diag);

/* Which case patient `index` (from 0) is. */
fade_case fade_design_case(const fade_design *design, size_t index);

#endif
