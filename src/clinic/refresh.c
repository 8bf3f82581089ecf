/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "clinic/refresh.h"

#include "clinic/outlook.h"
#include "clinic/reconcile.h"

fade_refresh_plan
fade_refresh_plan_default(const fade_store *store)
{
    return (fade_refresh_plan){.policy = fade_policy_default(),
                               .who = "schedule",
                               .seed = fade_store_seed(store),
                               .draws = FADE_DRAWS_USUAL};
}

const char *
fade_news_text(fade_news_kind kind)
{
    static const char *const texts[FADE_NEWS_KINDS] = {
        [FADE_NEWS_OPENED] = "opened",       [FADE_NEWS_CLOSED] = "closed",
        [FADE_NEWS_CANCELLED] = "cancelled", [FADE_NEWS_RETURNED] = "returned",
        [FADE_NEWS_MOVED] = "moved",         [FADE_NEWS_CHANGED] = "changed",
        [FADE_NEWS_NONE] = "unchanged",
    };

    return (unsigned)kind < FADE_NEWS_KINDS ? texts[kind] : "unknown";
}

/* One refresh under way. */
typedef struct run {
    const fade_refresh_plan *plan;
    fade_shelf *shelf;
    fade_batch *batch;
    fade_reconcile how;
    const fade_progress *progress;
    size_t done, total; /* patients, of all clinics */
} run;

static fade_status
find_clinic(fade_store *store, const char *code, int64_t *out, fade_diag *diag)
{
    const fade_entity *entity = fade_entity_get(FADE_CLINIC);
    fade_record record;
    fade_status status = FADE_OK;

    fade_record_init(&record, entity);
    status = fade_record_set(&record, fade_entity_column_index(entity, "code"),
                             code, diag);
    if (status == FADE_OK) {
        status = fade_store_find(store, &record, diag);
    }
    if (status == FADE_OK) {
        *out = record.id;
    }
    fade_record_clear(&record);
    return status;
}

static fade_status
count_patients(run *all, fade_diag *diag)
{
    fade_status status = FADE_OK;

    for (size_t i = 0; status == FADE_OK && i < all->plan->clinic_count; i++) {
        int64_t count = 0;

        status = fade_charts_count(all->how.store, all->plan->clinics[i].code,
                                   &count, diag);
        all->total += (size_t)count;
    }
    return status;
}

static fade_status
refresh_patients(run *all, const fade_refresh_clinic *clinic, fade_diag *diag)
{
    const fade_batch_task task = {
        .plan = all->plan, .today = clinic->today, .shelf = all->shelf};
    fade_chart_cursor *cursor = NULL;
    fade_status status =
        fade_charts_open(all->how.store, clinic->code, &cursor, diag);

    all->batch->last = false;
    while (status == FADE_OK && !all->batch->last) {
        status = fade_batch_read(all->batch, cursor, diag);
        if (status == FADE_OK) {
            status = fade_batch_decide(all->batch, &task, diag);
        }
        if (status == FADE_OK) {
            status = fade_reconcile_batch(&all->how, all->batch, diag);
        }
        all->done += all->batch->chart_count;
        fade_progress_step(all->progress, all->done, all->total);
    }
    fade_charts_close(cursor);
    return status;
}

static fade_status
refresh_clinic(run *all, const fade_refresh_clinic *clinic, fade_diag *diag)
{
    int64_t id = 0;
    fade_status status = find_clinic(all->how.store, clinic->code, &id, diag);

    all->how.day.today = clinic->today;
    if (status == FADE_OK) {
        status = refresh_patients(all, clinic, diag);
    }
    if (status == FADE_OK) {
        status = fade_reconcile_removed(&all->how, clinic->code, id, diag);
    }
    if (status == FADE_OK) {
        status =
            fade_recalls_set_judged(all->how.store, id, clinic->today, diag);
    }
    return status;
}

/* All clinics within one unit of work. */
static fade_status
refresh_all(run *all, fade_diag *diag)
{
    fade_store *store = all->how.store;
    fade_status status =
        fade_store_begin(store, all->plan->who, all->plan->now, diag);

    if (status != FADE_OK) {
        return status;
    }
    status = count_patients(all, diag);
    for (size_t i = 0; status == FADE_OK && i < all->plan->clinic_count; i++) {
        status = refresh_clinic(all, &all->plan->clinics[i], diag);
    }
    if (status == FADE_OK && !all->plan->dry_run) {
        status = fade_store_commit(store, diag);
    }
    if (status != FADE_OK || all->plan->dry_run) {
        fade_store_rollback(store);
    }
    return status;
}

fade_status
fade_refresh(fade_store *store, const fade_refresh_plan *plan,
             const fade_progress *progress, const fade_refresh_visitor *visitor,
             fade_refresh_report *report, fade_diag *diag)
{
    run all = {.plan = plan, .progress = progress};
    fade_status status = fade_policy_check(&plan->policy, diag);

    *report = (fade_refresh_report){0};
    all.how =
        (fade_reconcile){.store = store,
                         .day = {.policy = &plan->policy, .now = plan->now},
                         .visitor = visitor,
                         .report = report};
    if (status == FADE_OK) {
        status = fade_shelf_create(&all.shelf);
    }
    if (status == FADE_OK) {
        status = fade_batch_create(&all.batch);
    }
    if (status == FADE_OK) {
        status = refresh_all(&all, diag);
    }
    fade_batch_destroy(all.batch);
    fade_shelf_destroy(all.shelf);
    return status;
}
