/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "clinic/recall_update.h"

#include <string.h>

enum { DAY_SECONDS = 86400 };

static bool
same_dates(const fade_recall_dates *a, const fade_recall_dates *b)
{
    return a->earliest == b->earliest && a->recommended == b->recommended
           && a->overdue_after == b->overdue_after && a->latest == b->latest;
}

static bool
same_view(const fade_recall_view *a, const fade_recall_view *b)
{
    return strcmp(a->patient, b->patient) == 0
           && strcmp(a->initials, b->initials) == 0
           && strcmp(a->name, b->name) == 0 && strcmp(a->zone, b->zone) == 0
           && strcmp(a->practitioner, b->practitioner) == 0;
}

static bool
same_model(const fade_recall_model *a, const fade_recall_model *b)
{
    return strcmp(a->name, b->name) == 0 && strcmp(a->version, b->version) == 0
           && strcmp(a->fingerprint, b->fingerprint) == 0;
}

/* Would a feed write the same of both? */
static bool
same_rendering(const fade_recall *a, const fade_recall *b)
{
    if (!a->shown && !b->shown) {
        return true;
    }
    return a->shown == b->shown && a->clinic_id == b->clinic_id
           && (a->state == FADE_CANCELLED) == (b->state == FADE_CANCELLED)
           && (a->state == FADE_BOOKED) == (b->state == FADE_BOOKED)
           && a->status == b->status && a->planned == b->planned
           && a->overdue == b->overdue && strcmp(a->reason, b->reason) == 0
           && same_dates(&a->dates, &b->dates) && same_view(&a->view, &b->view);
}

/* Subscribers notice a change by these two alone. */
static void
stamp(const fade_recall *old, fade_recall *now, const fade_update_day *day)
{
    if (!same_rendering(old, now)) {
        now->sequence = old->sequence + 1;
        now->stamp = day->now > old->stamp ? day->now : old->stamp + 1;
    }
}

static bool
within_horizon(const fade_recall *recall, const fade_update_day *day)
{
    fade_date end = FADE_NO_DATE;

    return recall->planned != FADE_NO_DATE
           && (fade_date_add(day->today, day->policy->horizon, &end) != FADE_OK
               || recall->planned <= end);
}

/* A cancelled event is shown for some days, if it was seen before. */
static bool
still_shown_cancelled(const fade_recall *old, const fade_update_day *day)
{
    fade_date cancelled = (fade_date)(old->stamp / DAY_SECONDS);
    int keep = day->policy->keep_cancelled_days;

    return old->shown && keep > 0
           && (old->state != FADE_CANCELLED || day->today <= cancelled + keep);
}

/* A day that has passed stays, unless the recall is not yet due after all. */
static fade_date
planned_day(const fade_recall *old, fade_date recommended,
            const fade_update_day *day)
{
    bool passed = old && fade_recall_open(old->state)
                  && old->planned != FADE_NO_DATE && old->planned < day->today;

    if (passed && recommended != FADE_NO_DATE && recommended <= day->today) {
        return old->planned;
    }
    return fade_schedule_planned_day(day->policy, recommended, day->today);
}

static void
plan_open(fade_recall *recall, const fade_recall *old,
          const fade_update_day *day)
{
    recall->planned = planned_day(old, recall->dates.recommended, day);
    recall->overdue =
        recall->planned != FADE_NO_DATE
        && (recall->planned < day->today || recall->status == FADE_OVERDUE);
    recall->shown = within_horizon(recall, day);
}

fade_recall
fade_recall_open_new(const fade_update_facts *facts, int64_t zone_id, int cycle,
                     const fade_update_day *day)
{
    fade_recall recall = {
        .clinic_id = facts->clinic_id,
        .zone_id = zone_id,
        .cycle = cycle,
        .state =
            fade_recall_state_after(FADE_PROJECTED, facts->decision->status),
        .status = facts->decision->status,
        .reason = facts->decision->reason,
        .dates = facts->decision->dates,
        .planned = FADE_NO_DATE,
        .stamp = day->now,
        .view = facts->view,
        .model = facts->model,
    };

    if (recall.state != FADE_CANCELLED) {
        plan_open(&recall, NULL, day);
    }
    return recall;
}

fade_recall
fade_recall_judge(const fade_recall *old, const fade_update_facts *facts,
                  const fade_update_day *day)
{
    fade_recall now = *old;

    now.clinic_id = facts->clinic_id;
    now.status = facts->decision->status;
    now.reason = facts->decision->reason;
    now.dates = facts->decision->dates;
    now.model = facts->model;
    now.state = fade_recall_state_after(old->state, now.status);
    if (now.state == FADE_CANCELLED) {
        now.overdue = false;
        now.shown = still_shown_cancelled(old, day);
    } else {
        now.view = facts->view;
        plan_open(&now, old, day);
    }
    stamp(old, &now, day);
    return now;
}

fade_recall
fade_recall_finish(const fade_recall *old, const fade_update_day *day)
{
    fade_recall now = *old;

    if (old->state == FADE_CANCELLED) {
        now.shown = still_shown_cancelled(old, day);
    } else {
        now.state = FADE_DONE;
        now.overdue = false;
        now.shown = false;
    }
    stamp(old, &now, day);
    return now;
}

fade_recall
fade_recall_withdraw(const fade_recall *old, const char *reason,
                     const fade_update_day *day)
{
    fade_recall now = *old;

    now.state = FADE_CANCELLED;
    now.status = FADE_NO_DATA;
    now.reason = reason;
    now.dates = (fade_recall_dates){FADE_NO_DATE, FADE_NO_DATE, FADE_NO_DATE,
                                    FADE_NO_DATE};
    now.overdue = false;
    now.shown = still_shown_cancelled(old, day);
    stamp(old, &now, day);
    return now;
}

static bool
same_row(const fade_recall *a, const fade_recall *b)
{
    return a->state == b->state && a->status == b->status
           && a->zone_id == b->zone_id && a->clinic_id == b->clinic_id
           && a->planned == b->planned && a->overdue == b->overdue
           && a->shown == b->shown && a->sequence == b->sequence
           && a->stamp == b->stamp && strcmp(a->reason, b->reason) == 0
           && same_dates(&a->dates, &b->dates) && same_view(&a->view, &b->view)
           && same_model(&a->model, &b->model);
}

fade_news_kind
fade_recall_compare(const fade_recall *old, const fade_recall *now)
{
    if (same_row(old, now)) {
        return FADE_NEWS_NONE;
    }
    if (old->state != now->state && now->state == FADE_DONE) {
        return FADE_NEWS_CLOSED;
    }
    if (old->state != now->state && now->state == FADE_CANCELLED) {
        return FADE_NEWS_CANCELLED;
    }
    if (!fade_recall_open(old->state) && fade_recall_open(now->state)) {
        return FADE_NEWS_RETURNED;
    }
    return old->planned != now->planned ? FADE_NEWS_MOVED : FADE_NEWS_CHANGED;
}
