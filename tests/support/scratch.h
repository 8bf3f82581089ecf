/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A folder for one test's files, gone with all that is in it afterwards. */
#ifndef SUPPORT_SCRATCH_H
#define SUPPORT_SCRATCH_H

#include <stddef.h>

typedef struct scratch {
    char directory[512];
} scratch;

/* Fails the test where no folder can be made. */
void scratch_make(scratch *it);
void scratch_remove(scratch *it);

/* "<folder>/<name>" in `out` of 1024 bytes; returns `out`. */
enum { SCRATCH_PATH = 1024 };

char *scratch_path(const scratch *it, const char *name, char *out);

/* Writes a file of this text and returns its path, as above. */
char *scratch_write(const scratch *it, const char *name, const char *text,
                    char *out);

/* The whole file and a NUL, for the caller to free; NULL where there is none.
 * `length` may be NULL. */
char *scratch_read(const char *path, size_t *length);

#endif
