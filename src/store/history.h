/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing the history of edits and removals; for this folder only. */
#ifndef STORE_HISTORY_H
#define STORE_HISTORY_H

#include "store/database.h"

/* One line for each column that differs. */
fade_status fade_history_edit(fade_store *store, const fade_record *before,
                              const fade_record *after, fade_diag *diag);

/* One line for each column that is not empty. */
fade_status fade_history_remove(fade_store *store, const fade_record *record,
                                fade_diag *diag);

#endif
