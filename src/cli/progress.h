/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A progress bar on standard error, for whatever takes over a second, where
 * that is a terminal and nobody asked for quiet.
 *
 *     fade_bar bar;
 *     fade_progress progress = fade_bar_start(&bar, args, "importing");
 *     status = fade_import(..., &progress, ...);
 *     fade_bar_end(&bar);
 */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include <stdint.h>

#include "base/progress.h"
#include "cli/cmd.h"

typedef struct fade_bar {
    const char *label;
    bool wanted;
    bool shown;
    int64_t started, drawn; /* [ms] of a clock that never goes back */
} fade_bar;

/* `bar` must live as long as the returned value is used. */
fade_progress fade_bar_start(fade_bar *bar, const fade_arguments *args,
                             const char *label);

/* Wipes the bar where it was drawn. */
void fade_bar_end(fade_bar *bar);

#endif
