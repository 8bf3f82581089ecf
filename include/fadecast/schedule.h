/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From a forecast to a recall: four dates, a status and a reason.
 *
 *   earliest      latest of: last session + healing interval; last touch-up +
 *                 minimum interval; quantile early_risk of T; end of a
 *                 contraindication                            (FHIR 30981-5)
 *   recommended   max(earliest, quantile risk of T)           (FHIR 30980-7)
 *   overdue_after max(recommended, quantile late_risk of T)   (FHIR 59778-1)
 *   latest        last session + maximum interval, where the policy has one
 *                                                             (FHIR 59777-3)
 *
 * T is the touch-up time's distribution (forecast.h). A quantile's date is
 * rounded up to the day; one beyond the horizon is no date. The date logic
 * follows immunisation forecasters (CDC CDSi).
 */
#ifndef FADECAST_SCHEDULE_H
#define FADECAST_SCHEDULE_H

#include <stdbool.h>
#include <stddef.h>

#include <fadecast/date.h>
#include <fadecast/forecast.h>
#include <fadecast/status.h>

FADE_BEGIN

typedef enum fade_recall_rule {
    FADE_RULE_RISK, /* quantile `risk` of T */
    FADE_RULE_COST  /* least expected cost of being late or early */
} fade_recall_rule;

/* A clinic's policy; fade_policy_default() gives the defaults below. */
typedef struct fade_policy {
    fade_touchup_rule touchup;
    fade_recall_rule rule;
    double early_risk, risk, late_risk; /* [1] 0.10, 0.25, 0.75, ascending */
    double cost_late, cost_early;       /* per day, 1e-6..1e6 */
    fade_period healing_interval;       /* 42 days */
    fade_period minimum_interval;       /* since the last touch-up; 0: none */
    fade_period maximum_interval;       /* 0: no latest date */
    fade_period horizon;                /* events exist so far; 24 months */
    int lead_days;                      /* reminder before the day; 28 */
    unsigned working_days;              /* bit 0 Monday .. bit 6 Sunday */
    int keep_cancelled_days;            /* 30 */
} fade_policy;

FADE_API fade_policy fade_policy_default(void);

/* FADE_EINVAL and a sentence in `diag` for each value out of range. */
FADE_API fade_status fade_policy_check(const fade_policy *policy,
                                       fade_diag *diag);

typedef enum fade_recall_status {
    FADE_NO_DATA,
    FADE_NO_LONGER_FOLLOWED,
    FADE_NOT_RECOMMENDED,
    FADE_LET_FADE,
    FADE_HEALING,
    FADE_OVERDUE,
    FADE_DUE,
    FADE_NOT_DUE,
    FADE_RECALL_STATUSES
} fade_recall_status;

/* "no data", "healing", "not due" ... */
FADE_API const char *fade_recall_status_text(fade_recall_status status);

typedef struct fade_contraindication {
    const char *what; /* "infection", "pregnancy" ... */
    fade_date from;
    fade_date until; /* its last day; FADE_NO_DATE: open */
} fade_contraindication;

/* What the decision needs to know of one zone. Everything is borrowed. */
typedef struct fade_recall_case {
    bool followed;          /* false: patient or zone no longer followed */
    bool let_fade;          /* the patient wants it gone */
    fade_date last_laser;   /* a laser after the last implant, or none */
    fade_date last_session; /* last implant on or before today, or none */
    fade_date last_touchup; /* last implant of a later course, or none */
    const fade_contraindication *contraindications;
    size_t contraindication_count;
    fade_date origin;       /* day 0 of the draws */
    const double *touchup;  /* draws of T since origin [day], ascending */
    size_t touchup_count;   /* 0 where nothing was forecast */
    size_t reading_count;   /* on or before today, for the reason's words */
    fade_date last_reading; /* or none */
    bool readings_used;     /* the draws have learnt from them */
} fade_recall_case;

typedef struct fade_recall_dates {
    fade_date earliest, recommended, overdue_after, latest;
} fade_recall_dates;

enum { FADE_REASON_SIZE = 512 };

/*
 * The reason says nothing that changes from day to day, so that a recall that
 * is only one day older reads the same.
 */
typedef struct fade_recall_decision {
    fade_recall_status status;
    fade_recall_dates dates;       /* FADE_NO_DATE where there is none */
    char reason[FADE_REASON_SIZE]; /* words for a receptionist */
} fade_recall_decision;

/*
 * Decides one zone's need on the assessment date `today`: the first status of
 * fade_recall_status that applies. A contraindication under way pushes the
 * window behind its last day; a later one moves a date that falls into it.
 * FADE_EINVAL: a bad policy, no `today`, or a date beyond the calendar.
 */
FADE_API fade_status fade_schedule_decide(const fade_recall_case *zone,
                                          const fade_policy *policy,
                                          fade_date today,
                                          fade_recall_decision *out);

/*
 * The day that minimises cost_late E(d - T)+ + cost_early E(T - d)+ over the
 * ascending draws of T [day]: the quantile cost_early/(cost_early + cost_late)
 * to the better of the two whole days beside it. HUGE_VAL where that quantile
 * lies beyond the horizon.
 */
FADE_API double fade_schedule_least_cost(const double *touchup, size_t count,
                                         double cost_late, double cost_early);

/*
 * First working day of the policy on or after `date`; FADE_NO_DATE where
 * `date` is none, or the calendar ends before it.
 */
FADE_API fade_date fade_schedule_working_day(const fade_policy *policy,
                                             fade_date date);

/* The day of the calendar event; FADE_NO_DATE where nothing is recommended. */
FADE_API fade_date fade_schedule_planned_day(const fade_policy *policy,
                                             fade_date recommended,
                                             fade_date today);

/*
 * Where a recall is in its life:
 *
 *   projected -> due -> contacted -> booked -> done
 *                 |-> snoozed | declined | missed -> due | cancelled
 *
 * Need alone moves a recall between projected, due and cancelled; people
 * (and new sessions) do the rest. done and cancelled are left only because a
 * record was corrected or a reason to stop has gone.
 */
typedef enum fade_recall_state {
    FADE_PROJECTED,
    FADE_STATE_DUE,
    FADE_CONTACTED,
    FADE_BOOKED,
    FADE_DONE,
    FADE_SNOOZED,
    FADE_DECLINED,
    FADE_MISSED,
    FADE_CANCELLED,
    FADE_RECALL_STATES
} fade_recall_state;

/* "projected", "due" ... */
FADE_API const char *fade_recall_state_text(fade_recall_state state);

/* FADE_ENOTFOUND for any other word. */
FADE_API fade_status fade_recall_state_parse(const char *word,
                                             fade_recall_state *out);
FADE_API fade_status fade_recall_status_parse(const char *word,
                                              fade_recall_status *out);

/* Still to be acted on: neither done nor cancelled. */
FADE_API bool fade_recall_open(fade_recall_state state);

/* Whether a recall may go from one state to another; to its own always. */
FADE_API bool fade_recall_may_become(fade_recall_state from,
                                     fade_recall_state to);

/*
 * The state after the need was decided anew: what people decided (contacted,
 * booked, snoozed, declined, missed) stays while there is need.
 */
FADE_API fade_recall_state fade_recall_state_after(fade_recall_state now,
                                                   fade_recall_status need);

FADE_END

#endif
