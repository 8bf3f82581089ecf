/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Taking CSV tables into the database: every row of every file, or none.
 *
 * A table is known by its file's stem (patients.csv); parents are read before
 * what belongs to them, whatever order the files were named in. All mistakes
 * of all files are found in one go. A record that is there already with the
 * same values is left alone, so a second import changes nothing.
 */
#ifndef CLINIC_IMPORT_H
#define CLINIC_IMPORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <fadecast/date.h>
#include <fadecast/diag.h>
#include <fadecast/status.h>

#include "base/progress.h"
#include "store/store.h"

typedef struct fade_import_request {
    const char *const *paths; /* files, or folders of files */
    size_t count;
    const char *who;               /* for the history */
    int64_t now;                   /* likewise; UTC seconds since 1970 */
    fade_date today;               /* later sessions are plans, and warned of */
    bool dry_run;                  /* find out everything, change nothing */
    const fade_progress *progress; /* in bytes; may be NULL */
} fade_import_request;

typedef struct fade_import_report {
    int64_t rows[FADE_ENTITIES][FADE_OUTCOMES];
    int64_t refused;    /* rows with a mistake */
    size_t files;       /* read */
    fade_diag warnings; /* kept apart, so that they hide no error */
} fade_import_report;

enum { FADE_IMPORT_WARNINGS = 20 /* kept */ };

/*
 * FADE_EPARSE where any row had a mistake: all are counted in `diag` and
 * nothing was changed. The caller ends *report with
 * fade_import_report_clear(), also on failure.
 */
fade_status fade_import(fade_store *store, const fade_import_request *request,
                        fade_import_report *report, fade_diag *diag);
void fade_import_report_clear(fade_import_report *report);

#endif
