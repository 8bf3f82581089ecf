/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Writing the database as CSV tables that import reads back: the same records
 * give the same bytes. Cells are written as they are, also those that a
 * spreadsheet would take for a formula ("=..."): a changed cell would come
 * back changed.
 */
#ifndef CLINIC_EXPORT_H
#define CLINIC_EXPORT_H

#include <stdbool.h>
#include <stdint.h>

#include <fadecast/diag.h>
#include <fadecast/status.h>

#include "base/progress.h"
#include "store/store.h"

typedef struct fade_export_request {
    const char *directory;         /* made where it is not there */
    bool tables[FADE_ENTITIES];    /* which to write */
    const fade_progress *progress; /* in rows; may be NULL */
} fade_export_request;

/*
 * Writes one file of mode 0600 a table, all of one moment, each appearing
 * whole; `rows` counts their rows. FADE_EIO, FADE_EDATABASE: said in `diag`;
 * files that were there before may then have been replaced or not, each whole.
 */
fade_status fade_export(fade_store *store, const fade_export_request *request,
                        int64_t rows[FADE_ENTITIES], fade_diag *diag);

#endif
