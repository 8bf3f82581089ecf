/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decided zones against the recalls on file: what is new is written. */
#ifndef CLINIC_RECONCILE_H
#define CLINIC_RECONCILE_H

#include "clinic/recall_update.h"
#include "clinic/refresh_batch.h"

typedef struct fade_reconcile {
    fade_store *store;
    fade_update_day day;
    const fade_refresh_visitor *visitor; /* or NULL */
    fade_refresh_report *report;
} fade_reconcile;

/* All zones of a batch, patient by patient. */
fade_status fade_reconcile_batch(const fade_reconcile *how,
                                 const fade_batch *batch, fade_diag *diag);

/* Recalls whose zone was removed. */
fade_status fade_reconcile_removed(const fade_reconcile *how,
                                   const char *clinic, int64_t clinic_id,
                                   fade_diag *diag);

#endif
