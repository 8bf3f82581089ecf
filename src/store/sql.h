/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Statements written from the entity table, for the files of this folder. */
#ifndef STORE_SQL_H
#define STORE_SQL_H

#include "base/text.h"
#include "store/entity.h"
#include "store/record.h"

/* Adds name, with "_id" where the database keeps a reference, in quotes. */
void fade_sql_column(const fade_entity_column *column, fade_text *out);

/* SELECT id, own columns ... WHERE parent and own key columns are ?s. */
void fade_sql_find(const fade_entity *entity, fade_text *out);

/* INSERT (parent, own columns ...), UPDATE (own columns ..., id). */
void fade_sql_insert(const fade_entity *entity, fade_text *out);
void fade_sql_update(const fade_entity *entity, fade_text *out);

/*
 * SELECT id, all columns, in the order of the keys; a `?` for each given
 * column of `filter` (which may be NULL), and with `by_id` one for the id.
 */
void fade_sql_list(const fade_entity *entity, const fade_record *filter,
                   bool by_id, fade_text *out);

#endif
