/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which feeds a database has: its clinics' and their practitioners'. */
#ifndef CLINIC_FEED_NAMES_H
#define CLINIC_FEED_NAMES_H

#include "store/store.h"

typedef struct fade_feed_name {
    int64_t clinic_id;
    char *clinic;       /* code */
    char *practitioner; /* code; NULL: the whole clinic's */
    char *file;         /* "main-anna.ics" */
    char *title;        /* what calendars list it as */
} fade_feed_name;

typedef struct fade_feed_names {
    fade_feed_name *items;
    size_t count, room;
} fade_feed_names;

/*
 * By clinic, each before its practitioners; `clinic` NULL is every clinic.
 * FADE_ENOTFOUND where it does not exist, FADE_ECONFLICT where two would have
 * one file (clinic a-b, and practitioner b of clinic a): said in `diag`.
 */
fade_status fade_feed_names_read(fade_store *store, const char *clinic,
                                 fade_feed_names *out, fade_diag *diag);
void fade_feed_names_clear(fade_feed_names *names);

#endif
