/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The `schedule` use case: judges every zone anew and keeps the recalls.
 *
 * A recall is one zone in one cycle, the number of its courses of implants so
 * far. A new course closes the open recall as done and opens the next; without
 * need, or without its sessions, a recall is cancelled, and comes back under
 * the same UID. A second run on the same records and day changes nothing.
 *
 * Forecasts are seeded by a zone's stable key, so neither the order of the
 * patients nor the number of threads shows in a date.
 */
#ifndef CLINIC_REFRESH_H
#define CLINIC_REFRESH_H

#include <fadecast/schedule.h>

#include "base/progress.h"
#include "store/recall.h"

/* A clinic and the day to judge from: its own, for time zones differ. */
typedef struct fade_refresh_clinic {
    const char *code;
    fade_date today;
} fade_refresh_clinic;

typedef struct fade_refresh_plan {
    const fade_refresh_clinic *clinics;
    size_t clinic_count;
    fade_policy policy;
    const char *who; /* into the history */
    int64_t now;     /* UTC seconds since 1970, for stamps and history */
    uint64_t seed;
    size_t draws;
    size_t threads; /* 0: all processors */
    bool dry_run;   /* report, but change nothing */
} fade_refresh_plan;

/* With the store's own seed. */
fade_refresh_plan fade_refresh_plan_default(const fade_store *store);

typedef enum fade_news_kind {
    FADE_NEWS_OPENED,
    FADE_NEWS_CLOSED,    /* a new course: done */
    FADE_NEWS_CANCELLED, /* no need any more */
    FADE_NEWS_RETURNED,  /* needed again, under its old UID */
    FADE_NEWS_MOVED,     /* another planned day */
    FADE_NEWS_CHANGED,   /* anything else that is kept */
    FADE_NEWS_NONE,      /* unchanged: counted, never visited */
    FADE_NEWS_KINDS
} fade_news_kind;

/* "opened", "closed" ... */
const char *fade_news_text(fade_news_kind kind);

/* Borrowed for the visit. */
typedef struct fade_news {
    fade_news_kind kind;
    const char *clinic;
    const fade_recall *recall; /* as it is now */
    fade_date was;             /* its planned day before; or none */
    const char *why;
} fade_news;

typedef struct fade_refresh_visitor {
    void (*visit)(void *context, const fade_news *news);
    void *context;
} fade_refresh_visitor;

typedef struct fade_refresh_report {
    size_t patients, zones;
    size_t failed; /* zones that could not be forecast: left as they were */
    size_t news[FADE_NEWS_KINDS];            /* recalls */
    size_t statuses[FADE_RECALL_STATUSES];   /* zones */
    size_t skin_by_type, skin_assumed;       /* zones forecast so */
    size_t planned_sessions, later_readings; /* after today: left out */
} fade_refresh_report;

/*
 * Streams over the patients, in one transaction; memory does not grow with
 * their number. `visitor` may be NULL. Zones that fail are counted, and said
 * in `diag`; any other failure leaves the database as it was.
 */
fade_status fade_refresh(fade_store *store, const fade_refresh_plan *plan,
                         const fade_progress *progress,
                         const fade_refresh_visitor *visitor,
                         fade_refresh_report *report, fade_diag *diag);

#endif
