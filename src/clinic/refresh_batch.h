/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Some patients at a time: read in order, forecast in parallel. */
#ifndef CLINIC_REFRESH_BATCH_H
#define CLINIC_REFRESH_BATCH_H

#include "clinic/assemble.h"
#include "clinic/refresh.h"

enum { FADE_BATCH_PATIENTS = 128 };

/* One zone on its way from the chart to a decision. */
typedef struct fade_zone_work {
    const fade_chart *chart;
    const fade_chart_zone *zone;
    fade_assembly assembly;
    fade_recall_decision decision;
    fade_status status;
} fade_zone_work;

typedef struct fade_batch {
    fade_chart charts[FADE_BATCH_PATIENTS];
    size_t chart_count;
    bool last;             /* no patient comes after these */
    fade_zone_work *works; /* by chart, then zone */
    size_t work_count, work_room;
} fade_batch;

/* The caller ends *out with fade_batch_destroy(), which accepts NULL. */
fade_status fade_batch_create(fade_batch **out);
void fade_batch_destroy(fade_batch *batch);

/* Reads the next patients; `last` says whether more are to come. */
fade_status fade_batch_read(fade_batch *batch, fade_chart_cursor *cursor,
                            fade_diag *diag);

/* What a batch is judged by. */
typedef struct fade_batch_task {
    const fade_refresh_plan *plan;
    fade_date today;
    fade_shelf *shelf;
} fade_batch_task;

/*
 * Decides every zone. A zone that fails keeps its status and is said in
 * `diag`; only FADE_ENOMEM ends the batch.
 */
fade_status fade_batch_decide(fade_batch *batch, const fade_batch_task *task,
                              fade_diag *diag);

#endif
