/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The steps that adding and changing are made of; for this folder only. */
#ifndef STORE_WRITE_H
#define STORE_WRITE_H

#include "store/path.h"

/* Empty columns take their initial value; `keys_only` leaves the others. */
fade_status fade_write_initial(fade_record *record, bool keys_only);

/* Reads the record with this parent and these own keys into `found`. */
fade_status fade_write_find(fade_store *store, int64_t parent,
                            const fade_record *record, fade_record *found,
                            fade_diag *diag);

/* Sets the record's id. */
fade_status fade_write_insert(fade_store *store, fade_record *record,
                              const fade_path *path, fade_diag *diag);

/* By the record's id. */
fade_status fade_write_update(fade_store *store, const fade_record *record,
                              const fade_path *path, fade_diag *diag);

#endif
