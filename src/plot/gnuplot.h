/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs gnuplot: no shell, no path and no patient's data in its arguments. */
#ifndef PLOT_GNUPLOT_H
#define PLOT_GNUPLOT_H

#include <fadecast/diag.h>
#include <fadecast/status.h>

#include "base/text.h"

/*
 * Gives `script` to gnuplot on its standard input and keeps its standard
 * output in `path`, mode 0600, written beside and renamed. FADE_ENOTFOUND:
 * gnuplot is not there; FADE_EIO: it failed, or the file could not be written.
 */
fade_status fade_gnuplot_run(const char *script, const char *path,
                             fade_diag *diag);

/*
 * Adds text as a gnuplot string: in single quotes, those within doubled, where
 * gnuplot expands nothing; control characters become blanks.
 */
void fade_gnuplot_quote(fade_text *script, const char *text);

#endif
