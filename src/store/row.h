/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records to and from the rows of statements; for this folder only. */
#ifndef STORE_ROW_H
#define STORE_ROW_H

#include "store/database.h"
#include "store/record.h"

/* Reads columns `first` ... of the record from row column `index` on; what a
 * record had been given is forgotten. */
fade_status fade_row_read(sqlite3_stmt *row, int index, size_t first,
                          fade_record *record);

/* Binds one column; a practitioner's code by its `practitioner` id. */
void fade_row_bind(sqlite3_stmt *statement, int index,
                   const fade_record *record, size_t column,
                   int64_t practitioner);

#endif
