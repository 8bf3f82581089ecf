/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What becomes of one recall on a day: pure, for the refresh of all. */
#ifndef CLINIC_RECALL_UPDATE_H
#define CLINIC_RECALL_UPDATE_H

#include "clinic/refresh.h"

/* The day, the clock and the rules that an update goes by. */
typedef struct fade_update_day {
    const fade_policy *policy;
    fade_date today;
    int64_t now; /* UTC seconds since 1970 */
} fade_update_day;

/* What the records say of the recall now; strings are borrowed. */
typedef struct fade_update_facts {
    int64_t clinic_id;
    const fade_recall_decision *decision;
    fade_recall_view view;
    fade_recall_model model;
} fade_update_facts;

/* A new recall for a zone's cycle, before it has an identity. */
fade_recall fade_recall_open_new(const fade_update_facts *facts,
                                 int64_t zone_id, int cycle,
                                 const fade_update_day *day);

/* The recall of the zone's present cycle, judged anew. */
fade_recall fade_recall_judge(const fade_recall *old,
                              const fade_update_facts *facts,
                              const fade_update_day *day);

/* A touch-up took place: the recall of an earlier cycle is done. */
fade_recall fade_recall_finish(const fade_recall *old,
                               const fade_update_day *day);

/* What it was for is gone, for `reason`. */
fade_recall fade_recall_withdraw(const fade_recall *old, const char *reason,
                                 const fade_update_day *day);

/* What happened to a recall from one to the other. */
fade_news_kind fade_recall_compare(const fade_recall *old,
                                   const fade_recall *now);

#endif
