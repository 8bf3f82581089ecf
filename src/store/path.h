/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the path columns of a record to what it belongs to. */
#ifndef STORE_PATH_H
#define STORE_PATH_H

#include "store/database.h"

typedef struct fade_path {
    int64_t clinic;
    int64_t parent;       /* of the record; 0 at the top */
    int64_t practitioner; /* whom the record names; 0: nobody */
} fade_path;

/*
 * Follows the path; an empty clinic is filled in where there is only one.
 * FADE_ENOTFOUND, FADE_EINVAL: said in `diag`.
 */
fade_status fade_path_resolve(fade_store *store, fade_record *record,
                              fade_path *out, fade_diag *diag);

/* The practitioner that the record names, in its clinic. */
fade_status fade_path_practitioner(fade_store *store, const fade_record *record,
                                   fade_path *path, fade_diag *diag);

/* The entity's find statement, prepared when first asked for. */
fade_status fade_path_finder(fade_store *store, const fade_entity *entity,
                             sqlite3_stmt **out, fade_diag *diag);

#endif
