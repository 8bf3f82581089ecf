/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A patient's chart: everything on file about one patient, typed, with what
 * the records leave out filled in as the model's description says. Charts are
 * read one after the other into the same memory, so that a refresh of all
 * patients needs no more than the largest of them.
 */
#ifndef STORE_CHART_H
#define STORE_CHART_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <fadecast/date.h>
#include <fadecast/individual.h>
#include <fadecast/pigment.h>
#include <fadecast/schedule.h>
#include <fadecast/status.h>

#include "store/store.h"

typedef struct fade_chart_session {
    int64_t id;
    fade_date date;
    int number;               /* order within the day */
    bool laser;               /* else an implant */
    fade_pigment pigment;     /* of an implant */
    const char *model;        /* "": the pigment's own */
    double dose;              /* [dose] as recorded, else dots / 120 */
    double dots;              /* [1/cm2] as recorded, else 120 */
    double shatter;           /* [1] of a laser */
    const char *practitioner; /* code; "": unknown */
} fade_chart_session;

typedef struct fade_chart_reading {
    int64_t id;
    fade_date date;
    int number;
    bool before; /* of a day with a session: taken before it */
    fade_reading_kind kind;
    double value;
    fade_censoring censoring;
    double limit;           /* NaN: open */
    double scale_max;       /* of a score: 10 unless recorded */
    double scale_step;      /* of a score: 1 unless recorded */
    const char *instrument; /* "": unknown */
    const char *grader;     /* "": unknown */
} fade_chart_reading;

typedef struct fade_chart_zone {
    int64_t id;
    const char *name;
    double skin_lightness; /* [L*]; NaN: not measured */
    double uv_exposure;    /* [1]; NaN: not known */
    double scarring;       /* 0, 1; NaN: not known */
    double oily_skin;      /* 0, 1; NaN: not known */
    bool let_fade;
    bool followed;
    const fade_chart_session *sessions; /* by date, then number */
    size_t session_count;
    const fade_chart_reading *readings; /* by date, those before a session
                                           first, then kind and number */
    size_t reading_count;
} fade_chart_zone;

typedef struct fade_chart_memory fade_chart_memory;

/* Everything in it lives until the next patient is read into it. */
typedef struct fade_chart {
    int64_t id; /* the patient's */
    int64_t clinic_id;
    const char *clinic;    /* code */
    const char *time_zone; /* the clinic's, IANA */
    bool south;            /* the clinic's hemisphere */
    const char *code;
    const char *name; /* "": not on file; likewise below */
    const char *initials;
    int birth_year;  /* 0: not known */
    int fitzpatrick; /* 1..6; 0: not known */
    double smoking;  /* 0, 1; NaN: not known */
    double immunosuppression;
    bool followed;
    const fade_chart_zone *zones; /* by name */
    size_t zone_count;
    const fade_contraindication *contraindications; /* by first day */
    size_t contraindication_count;
    fade_chart_memory *memory;
} fade_chart;

void fade_chart_init(fade_chart *chart);
void fade_chart_clear(fade_chart *chart);

/*
 * Reads the patient with this code; `clinic` NULL or "" is the only clinic.
 * FADE_ENOTFOUND, said in `diag`, where there is none.
 */
fade_status fade_chart_read(fade_store *store, const char *clinic,
                            const char *code, fade_chart *chart,
                            fade_diag *diag);

/*
 * All patients, by clinic code and patient code; `clinic` NULL is every
 * clinic. Recalls may be written while the charts are read.
 */
typedef struct fade_chart_cursor fade_chart_cursor;

fade_status fade_charts_open(fade_store *store, const char *clinic,
                             fade_chart_cursor **out, fade_diag *diag);
/* FADE_ENOTFOUND at the end. */
fade_status fade_charts_next(fade_chart_cursor *cursor, fade_chart *chart,
                             fade_diag *diag);
void fade_charts_close(fade_chart_cursor *cursor);

/* How many patients fade_charts_open() would give: for progress. */
fade_status fade_charts_count(fade_store *store, const char *clinic,
                              int64_t *out, fade_diag *diag);

#endif
