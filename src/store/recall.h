/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Recalls: one for each zone and cycle (its courses of implants, from 1), kept
 * with an identifier for life, what a calendar shows of it, and a history.
 *
 * What a feed shows of a recall is the part `view`, the state, the dates and
 * the planned day; `sequence` and `stamp` move exactly when that moves. Who
 * writes a recall sees to it (clinic/refresh).
 */
#ifndef STORE_RECALL_H
#define STORE_RECALL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <fadecast/pigment.h>
#include <fadecast/schedule.h>

#include "store/store.h"

enum {
    FADE_UID_SIZE = 37, /* a UUID and its NUL */
    FADE_CASE_SIZE = 7  /* six of Crockford's 32 and its NUL */
};

/* What a feed may show of the patient; "" where it is not known. */
typedef struct fade_recall_view {
    const char *patient; /* code */
    const char *initials;
    const char *name;
    const char *zone;
    const char *practitioner; /* code, of the last session */
} fade_recall_view;

/* Whose parameters it was computed with; "" where none were needed. */
typedef struct fade_recall_model {
    const char *name; /* two of them parted by '+' */
    const char *version;
    const char *fingerprint;
} fade_recall_model;

/* Strings are borrowed. */
typedef struct fade_recall {
    int64_t id; /* 0: not in the database */
    int64_t clinic_id;
    int64_t zone_id; /* 0: the zone was removed */
    int cycle;
    char uid[FADE_UID_SIZE];
    char case_code[FADE_CASE_SIZE];
    fade_recall_state state;
    fade_recall_status status;
    const char *reason;
    fade_recall_dates dates;
    fade_date planned;
    bool overdue; /* the planned day has passed */
    bool shown;   /* feeds have it */
    int64_t sequence;
    int64_t stamp; /* UTC seconds since 1970 */
    fade_recall_view view;
    fade_recall_model model;
} fade_recall;

/* Recalls with the memory that their strings live in; zero is a good start. */
typedef struct fade_recall_set {
    fade_recall *items;
    size_t count, room;
    char **strings;
    size_t string_count, string_room;
} fade_recall_set;

void fade_recall_set_clear(fade_recall_set *set);

/* Those of the zones that a patient has now, by zone and cycle. */
fade_status fade_recalls_of_patient(fade_store *store, int64_t patient_id,
                                    fade_recall_set *out, fade_diag *diag);

/* Those of a clinic that are open or shown, but whose zone was removed. */
fade_status fade_recalls_without_zone(fade_store *store, int64_t clinic_id,
                                      fade_recall_set *out, fade_diag *diag);

/*
 * Stores a new one (within a unit of work) and gives it id, uid and case code:
 * of a stream of the database's seed, so the same seed gives the same.
 */
fade_status fade_recall_add(fade_store *store, fade_recall *recall,
                            fade_diag *diag);

/* Stores what may change: all but id, cycle, uid and case code. */
fade_status fade_recall_save(fade_store *store, const fade_recall *recall,
                             fade_diag *diag);

/* A line of the recall's history; `from` NULL: it is new. */
fade_status fade_recall_log(fade_store *store, const fade_recall *recall,
                            const fade_recall_state *from, const char *why,
                            fade_diag *diag);

/* The day that a clinic's recalls were last judged from; FADE_NO_DATE. */
fade_status fade_recalls_judged(fade_store *store, int64_t clinic_id,
                                fade_date *out, fade_diag *diag);
fade_status fade_recalls_set_judged(fade_store *store, int64_t clinic_id,
                                    fade_date today, fade_diag *diag);

#endif
