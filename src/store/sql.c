/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/sql.h"

void
fade_sql_column(const fade_entity_column *column, fade_text *out)
{
    fade_text_addf(out, "\"%s%s\"", column->name,
                   column->type == FADE_TYPE_PRACTITIONER ? "_id" : "");
}

static bool
has_practitioner(const fade_entity *entity)
{
    for (size_t i = entity->path; i < entity->count; i++) {
        if (entity->columns[i].type == FADE_TYPE_PRACTITIONER) {
            return true;
        }
    }
    return false;
}

/* The entity whose key stands in path column `index`. */
static const fade_entity *
ancestor(const fade_entity *entity, size_t index)
{
    const fade_entity *up = entity;

    for (size_t i = entity->path; i > index; i--) {
        up = fade_entity_parent(up);
    }
    return up;
}

/* What column `index` is read from. */
static void
add_source(const fade_entity *entity, size_t index, fade_text *out)
{
    const fade_entity_column *column = &entity->columns[index];

    if (index < entity->path) {
        const fade_entity *up = ancestor(entity, index);

        fade_text_addf(out, "\"%s\".\"%s\"", up->name,
                       up->columns[up->path].name);
    } else if (column->type == FADE_TYPE_PRACTITIONER) {
        fade_text_add(out, "who.code");
    } else {
        fade_text_addf(out, "\"%s\".\"%s\"", entity->name, column->name);
    }
}

static void
add_practitioner_join(const fade_entity *entity, fade_text *out)
{
    if (has_practitioner(entity)) {
        fade_text_addf(out,
                       " LEFT JOIN practitioner AS who"
                       " ON who.id = \"%s\".practitioner_id",
                       entity->name);
    }
}

static void
add_selected(const fade_entity *entity, size_t first, fade_text *out)
{
    fade_text_addf(out, "SELECT \"%s\".id", entity->name);
    for (size_t i = first; i < entity->count; i++) {
        fade_text_add(out, ", ");
        add_source(entity, i, out);
    }
}

void
fade_sql_find(const fade_entity *entity, fade_text *out)
{
    const fade_entity *parent = fade_entity_parent(entity);

    add_selected(entity, entity->path, out);
    fade_text_addf(out, " FROM \"%s\"", entity->name);
    add_practitioner_join(entity, out);
    if (parent) {
        fade_text_addf(out, " WHERE \"%s\".%s_id = ?", entity->name,
                       parent->name);
    } else {
        fade_text_add(out, " WHERE ? IS NULL");
    }
    for (size_t i = entity->path; i < entity->count; i++) {
        if (entity->columns[i].key) {
            fade_text_add(out, " AND ");
            add_source(entity, i, out);
            fade_text_add(out, " = ?");
        }
    }
}

void
fade_sql_insert(const fade_entity *entity, fade_text *out)
{
    const fade_entity *parent = fade_entity_parent(entity);

    fade_text_addf(out, "INSERT INTO \"%s\" (", entity->name);
    if (parent) {
        fade_text_addf(out, "%s_id, ", parent->name);
    }
    for (size_t i = entity->path; i < entity->count; i++) {
        fade_text_add(out, i > entity->path ? ", " : "");
        fade_sql_column(&entity->columns[i], out);
    }
    fade_text_add(out, parent ? ") VALUES (?" : ") VALUES (");
    for (size_t i = entity->path; i < entity->count; i++) {
        fade_text_add(out, parent || i > entity->path ? ", ?" : "?");
    }
    fade_text_add(out, ")");
}

void
fade_sql_update(const fade_entity *entity, fade_text *out)
{
    fade_text_addf(out, "UPDATE \"%s\" SET ", entity->name);
    for (size_t i = entity->path; i < entity->count; i++) {
        fade_text_add(out, i > entity->path ? ", " : "");
        fade_sql_column(&entity->columns[i], out);
        fade_text_add(out, " = ?");
    }
    fade_text_add(out, " WHERE id = ?");
}

/*
 * From the top down, in the order that the keys sort in: CROSS JOIN keeps
 * SQLite to it, so that rows stream off the indexes and nothing is sorted.
 */
static void
add_joins(const fade_entity *entity, fade_text *out)
{
    const fade_entity *up = ancestor(entity, 0);

    fade_text_addf(out, " FROM \"%s\"", up->name);
    for (size_t i = 1; i <= entity->path; i++) {
        const fade_entity *below = ancestor(entity, i);

        fade_text_addf(out, " CROSS JOIN \"%s\" ON \"%s\".%s_id = \"%s\".id",
                       below->name, below->name, up->name, up->name);
        up = below;
    }
    add_practitioner_join(entity, out);
}

void
fade_sql_list(const fade_entity *entity, const fade_record *filter, bool by_id,
              fade_text *out)
{
    const char *between = " ORDER BY ";

    add_selected(entity, 0, out);
    add_joins(entity, out);
    fade_text_add(out, " WHERE ");
    if (by_id) {
        fade_text_addf(out, "\"%s\".id = ?", entity->name);
    } else {
        fade_text_add(out, "1");
    }
    for (size_t i = 0; filter && i < entity->count; i++) {
        if (filter->given[i]) {
            fade_text_add(out, " AND ");
            add_source(entity, i, out);
            fade_text_add(out, " IS ?");
        }
    }
    for (size_t i = 0; i < entity->count; i++) {
        if (entity->columns[i].key) {
            fade_text_add(out, between);
            add_source(entity, i, out);
            between = ", ";
        }
    }
}
