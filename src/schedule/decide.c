/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "schedule/reason.h"
#include "schedule/window.h"

static bool
reached(fade_date today, fade_date date)
{
    return date != FADE_NO_DATE && today >= date;
}

/* The first that applies, in the order of fade_recall_status. */
static fade_recall_status
need_of(const fade_recall_case *zone, const fade_window *window,
        fade_date today)
{
    if (zone->last_session == FADE_NO_DATE) {
        return FADE_NO_DATA;
    }
    if (!zone->followed) {
        return FADE_NO_LONGER_FOLLOWED;
    }
    if (fade_window_contraindication(zone, today)) {
        return FADE_NOT_RECOMMENDED;
    }
    if (zone->let_fade || zone->last_laser != FADE_NO_DATE) {
        return FADE_LET_FADE;
    }
    if (today < window->healed) {
        return FADE_HEALING;
    }
    if (window->dates.overdue_after != FADE_NO_DATE
        && today > window->dates.overdue_after) {
        return FADE_OVERDUE;
    }
    return reached(today, window->dates.recommended) ? FADE_DUE : FADE_NOT_DUE;
}

static bool
has_dates(fade_recall_status status)
{
    return status != FADE_NO_DATA && status != FADE_NO_LONGER_FOLLOWED
           && status != FADE_LET_FADE;
}

fade_status
fade_schedule_decide(const fade_recall_case *zone, const fade_policy *policy,
                     fade_date today, fade_recall_decision *out)
{
    static const fade_recall_dates none = {FADE_NO_DATE, FADE_NO_DATE,
                                           FADE_NO_DATE, FADE_NO_DATE};
    fade_window window = {.dates = none};
    fade_recall_decision decision = {.dates = none};
    fade_status status = FADE_OK;

    if (today == FADE_NO_DATE) {
        return FADE_EINVAL;
    }
    status = fade_policy_check(policy, NULL);
    if (status == FADE_OK && zone->last_session != FADE_NO_DATE) {
        status = fade_window_find(zone, policy, today, &window);
    }
    if (status != FADE_OK) {
        return status;
    }
    decision.status = need_of(zone, &window, today);
    if (has_dates(decision.status)) {
        decision.dates = window.dates;
    }
    if (decision.status == FADE_NOT_RECOMMENDED) {
        window.blocking = fade_window_contraindication(zone, today);
    }
    fade_reason_write(zone, policy, decision.status, &window, decision.reason);
    *out = decision;
    return FADE_OK;
}

static const char *const status_texts[FADE_RECALL_STATUSES] = {
    [FADE_NO_DATA] = "no data",
    [FADE_NO_LONGER_FOLLOWED] = "no longer followed",
    [FADE_NOT_RECOMMENDED] = "not recommended",
    [FADE_LET_FADE] = "let fade",
    [FADE_HEALING] = "healing",
    [FADE_OVERDUE] = "overdue",
    [FADE_DUE] = "due",
    [FADE_NOT_DUE] = "not due",
};

const char *
fade_recall_status_text(fade_recall_status status)
{
    return (unsigned)status < FADE_RECALL_STATUSES ? status_texts[status]
                                                   : "unknown";
}

fade_status
fade_recall_status_parse(const char *word, fade_recall_status *out)
{
    for (int i = 0; i < FADE_RECALL_STATUSES; i++) {
        if (strcmp(word, status_texts[i]) == 0) {
            *out = (fade_recall_status)i;
            return FADE_OK;
        }
    }
    return FADE_ENOTFOUND;
}

fade_date
fade_schedule_working_day(const fade_policy *policy, fade_date date)
{
    for (int ahead = 0; ahead < 7; ahead++) {
        fade_date next;

        if (fade_date_add(date, (fade_period){.days = ahead}, &next)
            != FADE_OK) {
            break;
        }
        if (policy->working_days >> fade_date_weekday(next) & 1u) {
            return next;
        }
    }
    return FADE_NO_DATE;
}

fade_date
fade_schedule_planned_day(const fade_policy *policy, fade_date recommended,
                          fade_date today)
{
    if (recommended == FADE_NO_DATE) {
        return FADE_NO_DATE;
    }
    return fade_schedule_working_day(policy,
                                     recommended > today ? recommended : today);
}
