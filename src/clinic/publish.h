/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file that readers see whole or not at all: written beside, then renamed. */
#ifndef CLINIC_PUBLISH_H
#define CLINIC_PUBLISH_H

#include <stdbool.h>
#include <stdio.h>

#include <fadecast/diag.h>
#include <fadecast/status.h>

typedef struct fade_publication fade_publication;

/*
 * Begins a new version of `directory`/`name`. The file is for its owner alone
 * (0600), or has the mode of the one that it replaces. FADE_EIO, said in
 * `diag`.
 */
fade_status fade_publish_begin(const char *directory, const char *name,
                               fade_publication **out, fade_diag *diag);

/* Where to write; belongs to the publication. */
FILE *fade_publish_stream(fade_publication *publication);

/*
 * Puts it in place, unless the file there has the same bytes: that one is then
 * left alone, with its time. Ends the publication, also on failure.
 */
fade_status fade_publish_end(fade_publication *publication, bool *changed,
                             fade_diag *diag);

/* Leaves what is there as it is; NULL is fine. */
void fade_publish_abandon(fade_publication *publication);

#endif
