/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The recall list: who is to be called, the most urgent first.
 *
 * Order: overdue, the longest first; due, the longest first; what is not due
 * or healing, by recommended date; what has no date; then, where asked for,
 * zones without need: not recommended, let fade, no longer followed, no data.
 * Ties go by clinic, patient and zone.
 */
#ifndef CLINIC_RECALL_LIST_H
#define CLINIC_RECALL_LIST_H

#include "store/recall_rows.h"

/* A clinic that is listed and the date there: time zones differ. */
typedef struct fade_recall_day {
    const char *clinic; /* code */
    fade_date today;
} fade_recall_day;

typedef struct fade_recall_filter {
    const char *practitioner; /* code; NULL: everybody */
    const char *pigment;      /* name, of the last implant; NULL: any */
    unsigned statuses;        /* bits of fade_recall_status; 0: any */
    fade_date from, until;    /* of the planned day; FADE_NO_DATE: open */
    bool all;                 /* zones without need too */
} fade_recall_filter;

fade_recall_filter fade_recall_filter_any(void);

typedef struct fade_recall_entry {
    fade_recall_row row;
    fade_date today; /* in the clinic */
    bool scheduled;  /* judged, or without anything to judge */
    fade_recall_status status;
    const char *reason;
} fade_recall_entry;

typedef struct fade_recall_list {
    fade_recall_entry *entries;
    size_t count, room;
    size_t unscheduled; /* zones with a session that nobody judged yet */
    struct fade_recall_strings *strings;
} fade_recall_list;

/*
 * The recalls of the clinics of `days`, whose dates tell sessions from plans;
 * the statuses are those of the last `schedule`. The caller ends *out with fade_recall_list_destroy(), which
 * accepts NULL.
 */
fade_status fade_recall_list_read(fade_store *store,
                                  const fade_recall_filter *filter,
                                  const fade_recall_day *days, size_t count,
                                  fade_recall_list **out, fade_diag *diag);
void fade_recall_list_destroy(fade_recall_list *list);

#endif
