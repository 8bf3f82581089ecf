/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which files an import reads, and in which order. */
#ifndef CLINIC_IMPORT_FILES_H
#define CLINIC_IMPORT_FILES_H

#include <stddef.h>

#include <fadecast/diag.h>
#include <fadecast/status.h>

#include "store/entity.h"

typedef struct fade_import_file {
    char *path;
    const fade_entity *entity;
    size_t bytes;
} fade_import_file;

/* Parents first; files of one table in the order that they were named in. */
typedef struct fade_import_files {
    fade_import_file *items;
    size_t count, room;
    size_t bytes; /* of all */
} fade_import_files;

/*
 * Files by their stem; of a folder those that have a table's name, its other
 * CSV files being warned of in `warnings`. FADE_EPARSE: a file is no table or
 * a folder has none; FADE_EIO. The caller ends *files with
 * fade_import_files_clear(), also on failure.
 */
fade_status fade_import_files_find(const char *const *paths, size_t count,
                                   fade_import_files *files,
                                   fade_diag *warnings, fade_diag *diag);
void fade_import_files_clear(fade_import_files *files);

/* "clinics.csv, practitioners.csv, ...": for messages. */
char *fade_import_table_names(void);

#endif
