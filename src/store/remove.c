/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Removing records, and what hangs below them. */
#include <inttypes.h>

#include "base/text.h"
#include "store/history.h"
#include "store/row.h"
#include "store/sql.h"

/* One number from a statement with one `?`, the id. */
static fade_status
ask(fade_store *store, const char *sql, int64_t id, int64_t *out,
    fade_diag *diag)
{
    sqlite3_stmt *query = NULL;
    fade_status status = fade_database_prepare(store, sql, &query, diag);

    if (!status) {
        (void)sqlite3_bind_int64(query, 1, id);
        status = fade_database_step(store, query, diag);
    }
    if (!status) {
        *out = sqlite3_column_int64(query, 0);
    }
    (void)sqlite3_finalize(query);
    return status;
}

/* "SELECT count(*) FROM below JOIN ... WHERE the id of `top` = ?" */
static void
count_sql(const fade_entity *below, const fade_entity *top, fade_text *out)
{
    const fade_entity *at = below;

    fade_text_addf(out, "SELECT count(*) FROM \"%s\"", below->name);
    while (fade_entity_parent(at) != top) {
        const fade_entity *up = fade_entity_parent(at);

        fade_text_addf(out, " JOIN \"%s\" ON \"%s\".id = \"%s\".%s_id",
                       up->name, up->name, at->name, up->name);
        at = up;
    }
    fade_text_addf(out, " WHERE \"%s\".%s_id = ?", at->name, top->name);
}

static bool
hangs_below(const fade_entity *below, const fade_entity *top)
{
    const fade_entity *at = fade_entity_parent(below);

    while (at && at != top) {
        at = fade_entity_parent(at);
    }
    return at != NULL;
}

static fade_status
count_below(fade_store *store, const fade_entity *below,
            const fade_record *found, int64_t *out, fade_diag *diag)
{
    fade_text sql = {0};
    fade_status status = FADE_OK;

    *out = 0;
    if (hangs_below(below, found->entity)) {
        count_sql(below, found->entity, &sql);
    } else if (found->entity == fade_entity_get(FADE_PRACTITIONER)
               && below == fade_entity_get(FADE_SESSION)) {
        fade_text_add(&sql, "SELECT count(*) FROM session"
                            " WHERE practitioner_id = ?");
    } else {
        return FADE_OK;
    }
    status = sql.failed
                 ? FADE_ENOMEM
                 : ask(store, fade_text_string(&sql), found->id, out, diag);
    fade_text_clear(&sql);
    return status;
}

fade_status
fade_store_below(fade_store *store, const fade_record *found,
                 int64_t counts[FADE_ENTITIES], fade_diag *diag)
{
    fade_status status = FADE_OK;

    for (int i = 0; !status && i < FADE_ENTITIES; i++) {
        status = count_below(store, fade_entity_get((fade_entity_id)i), found,
                             &counts[i], diag);
    }
    return status;
}

static fade_status
refuse_with_below(const fade_record *found, const int64_t counts[FADE_ENTITIES],
                  const char *advice, fade_diag *diag)
{
    fade_text message = {0};
    fade_text key = {0};
    const char *between = " has ";

    fade_record_key(found, &key);
    for (int i = 0; i < FADE_ENTITIES; i++) {
        const fade_entity *entity = fade_entity_get((fade_entity_id)i);

        if (counts[i] > 0) {
            fade_text_addf(&message, "%s%" PRId64 " %s", between, counts[i],
                           counts[i] == 1 ? entity->name : entity->table);
            between = ", ";
        }
    }
    fade_diag_error(diag, (fade_place){0}, "%s '%s'%s; %s", found->entity->name,
                    fade_text_string(&key), fade_text_string(&message), advice);
    fade_text_clear(&message);
    fade_text_clear(&key);
    return FADE_ECONFLICT;
}

/* Recalls that subscribers were shown keep their clinic. */
static fade_status
check_recalls(fade_store *store, const fade_record *found, fade_diag *diag)
{
    int64_t count = 0;
    fade_status status = FADE_OK;

    if (found->entity != fade_entity_get(FADE_CLINIC)) {
        return FADE_OK;
    }
    status = ask(store,
                 "SELECT (SELECT count(*) FROM recall WHERE clinic_id = ?1)"
                 " + (SELECT count(*) FROM feed_link WHERE clinic_id = ?1)",
                 found->id, &count, diag);
    if (!status && count > 0) {
        fade_diag_error(diag, (fade_place){0},
                        "clinic '%s' has recalls or feeds on record and "
                        "stays",
                        fade_record_get(found, 0));
        status = FADE_ECONFLICT;
    }
    return status;
}

static fade_status
check_removable(fade_store *store, const fade_record *found, bool cascade,
                fade_diag *diag)
{
    bool is_practitioner = found->entity == fade_entity_get(FADE_PRACTITIONER);
    int64_t counts[FADE_ENTITIES];
    int64_t total = 0;
    fade_status status = fade_store_below(store, found, counts, diag);

    if (status) {
        return status;
    }
    for (int i = 0; i < FADE_ENTITIES; i++) {
        total += counts[i];
    }
    if (total > 0 && is_practitioner) {
        return refuse_with_below(found, counts,
                                 "who did them stays on record (active no "
                                 "says that somebody has left)",
                                 diag);
    }
    if (total > 0 && !cascade) {
        return refuse_with_below(found, counts, "--cascade removes them too",
                                 diag);
    }
    return check_recalls(store, found, diag);
}

/* Reads the record with this id; FADE_ENOTFOUND where it is gone. */
static fade_status
read_by_id(fade_store *store, int64_t id, fade_record *record, fade_diag *diag)
{
    sqlite3_stmt *query = NULL;
    fade_text sql = {0};
    fade_status status = FADE_OK;

    fade_sql_list(record->entity, NULL, true, &sql);
    status = fade_database_prepare(store, fade_text_string(&sql), &query, diag);
    fade_text_clear(&sql);
    if (!status) {
        (void)sqlite3_bind_int64(query, 1, id);
        status = fade_database_step(store, query, diag);
    }
    if (!status) {
        record->id = id;
        status = fade_row_read(query, 1, 0, record);
    }
    (void)sqlite3_finalize(query);
    return status;
}

static fade_status
delete_one(fade_store *store, const fade_record *record, fade_diag *diag)
{
    sqlite3_stmt *statement = NULL;
    fade_text sql = {0};
    fade_status status = fade_history_remove(store, record, diag);

    if (status) {
        return status;
    }
    fade_text_addf(&sql, "DELETE FROM \"%s\" WHERE id = ?",
                   record->entity->name);
    status =
        fade_database_prepare(store, fade_text_string(&sql), &statement, diag);
    fade_text_clear(&sql);
    if (!status) {
        (void)sqlite3_bind_int64(statement, 1, record->id);
        status = fade_database_finish(store, statement, diag);
    }
    (void)sqlite3_finalize(statement);
    return status;
}

/* The first record of `entity` that belongs to the one with id `parent`. */
static fade_status
first_child(fade_store *store, const fade_entity *entity, int64_t parent,
            fade_record *child, fade_diag *diag)
{
    fade_text sql = {0};
    int64_t id = 0;
    fade_status status = FADE_OK;

    fade_text_addf(&sql,
                   "SELECT id FROM \"%s\" WHERE %s_id = ? ORDER BY id LIMIT 1",
                   entity->name, fade_entity_parent(entity)->name);
    status = sql.failed ? FADE_ENOMEM
                        : ask(store, fade_text_string(&sql), parent, &id, diag);
    fade_text_clear(&sql);
    return status ? status : read_by_id(store, id, child, diag);
}

static fade_status remove_tree(fade_store *store, const fade_record *record,
                               fade_diag *diag);

/* At most as deep as the entities' table: four levels. */
static fade_status
remove_children(fade_store *store, const fade_record *record,
                const fade_entity *entity, fade_diag *diag)
{
    fade_record child;
    fade_status status = FADE_OK;

    fade_record_init(&child, entity);
    while (!status) {
        status = first_child(store, entity, record->id, &child, diag);
        if (!status) {
            status = remove_tree(store, &child, diag);
        }
    }
    fade_record_clear(&child);
    return status == FADE_ENOTFOUND ? FADE_OK : status;
}

/* From the last entity to the first: sessions go before practitioners. */
static fade_status
remove_tree(fade_store *store, const fade_record *record, fade_diag *diag)
{
    fade_status status = FADE_OK;

    for (int i = FADE_ENTITIES - 1; !status && i >= 0; i--) {
        const fade_entity *entity = fade_entity_get((fade_entity_id)i);

        if (fade_entity_parent(entity) == record->entity) {
            status = remove_children(store, record, entity, diag);
        }
    }
    return status ? status : delete_one(store, record, diag);
}

fade_status
fade_store_remove(fade_store *store, const fade_record *found, bool cascade,
                  fade_diag *diag)
{
    fade_status status = check_removable(store, found, cascade, diag);

    if (!status) {
        status = remove_tree(store, found, diag);
    }
    fade_path_forget(store);
    return status;
}
