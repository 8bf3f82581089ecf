/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A file that appears whole or not at all: written beside its place, synced,
 * then renamed over what was there. Where the bytes are the same, the old file
 * stays untouched, with its time.
 */
#ifndef BASE_OUTFILE_H
#define BASE_OUTFILE_H

#include <stdbool.h>
#include <stdio.h>
#include <sys/types.h>

#include <fadecast/diag.h>
#include <fadecast/status.h>

typedef struct fade_outfile fade_outfile;

/*
 * `mode` is a new file's, whatever the umask (0600 for patient data); a file
 * that is replaced hands its own on. FADE_EIO, also where the path leads to
 * something that is no plain file (a device, a folder).
 */
fade_status fade_outfile_open(const char *path, mode_t mode, fade_outfile **out,
                              fade_diag *diag);

/* Where to write; an error there is noticed by the commit. */
FILE *fade_outfile_stream(fade_outfile *file);

/*
 * Puts the file in its place and ends it, also on failure: FADE_EIO, and then
 * what was there before is still there. `changed` may be NULL.
 */
fade_status fade_outfile_commit(fade_outfile *file, bool *changed,
                                fade_diag *diag);

/* Drops what was written; accepts NULL. */
void fade_outfile_discard(fade_outfile *file);

#endif
