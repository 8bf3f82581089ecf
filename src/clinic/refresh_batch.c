/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "clinic/refresh_batch.h"

#include <stdlib.h>

#include "base/array.h"
#include "base/parallel.h"

fade_status
fade_batch_create(fade_batch **out)
{
    fade_batch *batch = calloc(1, sizeof *batch);

    *out = batch;
    if (!batch) {
        return FADE_ENOMEM;
    }
    for (size_t i = 0; i < FADE_BATCH_PATIENTS; i++) {
        fade_chart_init(&batch->charts[i]);
    }
    return FADE_OK;
}

static void
clear_works(fade_batch *batch)
{
    for (size_t i = 0; i < batch->work_count; i++) {
        fade_assembly_clear(&batch->works[i].assembly);
    }
    batch->work_count = 0;
}

void
fade_batch_destroy(fade_batch *batch)
{
    if (!batch) {
        return;
    }
    clear_works(batch);
    free(batch->works);
    for (size_t i = 0; i < FADE_BATCH_PATIENTS; i++) {
        fade_chart_clear(&batch->charts[i]);
    }
    free(batch);
}

static fade_status
add_works(fade_batch *batch, const fade_chart *chart)
{
    void *works = batch->works;
    fade_status status = fade_array_reserve(
        &works, &batch->work_room, batch->work_count + chart->zone_count,
        sizeof *batch->works);

    if (status != FADE_OK) {
        return status;
    }
    batch->works = works;
    for (size_t i = 0; i < chart->zone_count; i++) {
        batch->works[batch->work_count++] =
            (fade_zone_work){.chart = chart, .zone = &chart->zones[i]};
    }
    return FADE_OK;
}

fade_status
fade_batch_read(fade_batch *batch, fade_chart_cursor *cursor, fade_diag *diag)
{
    fade_status status = FADE_OK;

    clear_works(batch);
    batch->chart_count = 0;
    while (status == FADE_OK && batch->chart_count < FADE_BATCH_PATIENTS) {
        fade_chart *chart = &batch->charts[batch->chart_count];

        status = fade_charts_next(cursor, chart, diag);
        if (status == FADE_OK) {
            batch->chart_count++;
            status = add_works(batch, chart);
        }
    }
    batch->last = status == FADE_ENOTFOUND;
    return batch->last ? FADE_OK : status;
}

/* Without need there is no date, and without a date nothing to forecast. */
static bool
wants_forecast(const fade_recall_case *need)
{
    return need->last_session != FADE_NO_DATE && need->followed
           && !need->let_fade && need->last_laser == FADE_NO_DATE;
}

static fade_status
decide(fade_zone_work *work, const fade_batch_task *task)
{
    const fade_refresh_plan *plan = task->plan;
    fade_recall_case need =
        fade_assembly_case(&work->assembly, work->chart, work->zone);
    const fade_forecast_request request = {
        .zone = &work->assembly.zone,
        .rule = plan->policy.touchup,
        .draws = plan->draws,
        .seed = fade_assembly_seed(plan->seed, work->chart, work->zone)};
    fade_forecast *forecast = NULL;
    fade_status status = FADE_OK;

    if (wants_forecast(&need)) {
        status = fade_forecast_create(&request, &forecast);
    }
    if (forecast) {
        need.touchup =
            fade_forecast_touchup_draws(forecast, &need.touchup_count);
    }
    if (status == FADE_OK) {
        status = fade_schedule_decide(&need, &plan->policy, task->today,
                                      &work->decision);
    }
    fade_forecast_destroy(forecast);
    return status;
}

typedef struct decide_context {
    fade_batch *batch;
    const fade_batch_task *task;
} decide_context;

static fade_status
decide_one(void *context, size_t worker, size_t index)
{
    const decide_context *all = context;
    fade_zone_work *work = &all->batch->works[index];

    (void)worker;
    if (work->status == FADE_OK) {
        work->status = decide(work, all->task);
    }
    return work->status == FADE_ENOMEM ? FADE_ENOMEM : FADE_OK;
}

static void
say_failure(const fade_zone_work *work, fade_diag *diag)
{
    fade_diag_error(diag, (fade_place){.field = work->zone->name},
                    "patient %s of clinic %s was left as it was: %s",
                    work->chart->code, work->chart->clinic,
                    fade_status_text(work->status));
}

fade_status
fade_batch_decide(fade_batch *batch, const fade_batch_task *task,
                  fade_diag *diag)
{
    decide_context context = {.batch = batch, .task = task};
    fade_status status = FADE_OK;

    for (size_t i = 0; i < batch->work_count; i++) {
        fade_zone_work *work = &batch->works[i];

        work->status = fade_assemble(work->chart, work->zone, task->today,
                                     task->shelf, &work->assembly, diag);
    }
    status = fade_parallel_run(batch->work_count, task->plan->threads,
                               decide_one, &context);
    for (size_t i = 0; status == FADE_OK && i < batch->work_count; i++) {
        if (batch->works[i].status != FADE_OK) {
            say_failure(&batch->works[i], diag);
        }
    }
    return status;
}
