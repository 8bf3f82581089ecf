/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Adding and changing records. */
#include <string.h>

#include "base/text.h"
#include "store/history.h"
#include "store/path.h"
#include "store/row.h"
#include "store/sql.h"

/* Empty columns take their initial value; `keys_only` leaves the others. */
static fade_status
fill_initial(fade_record *record, bool keys_only)
{
    const fade_entity *entity = record->entity;

    for (size_t i = 0; i < entity->count; i++) {
        const fade_entity_column *column = &entity->columns[i];

        if (column->initial && !*fade_record_get(record, i)
            && (column->key || !keys_only)) {
            fade_text_add(&record->values[i], column->initial);
            if (record->values[i].failed) {
                return FADE_ENOMEM;
            }
        }
    }
    return FADE_OK;
}

/* Reads the record with this parent and these own keys into `found`. */
static fade_status
find_below(fade_store *store, int64_t parent, const fade_record *record,
           fade_record *found, fade_diag *diag)
{
    const fade_entity *entity = record->entity;
    sqlite3_stmt *find = NULL;
    int index = 1;
    fade_status status = fade_path_finder(store, entity, &find, diag);

    if (status) {
        return status;
    }
    if (parent) {
        (void)sqlite3_bind_int64(find, index, parent);
    }
    for (size_t i = entity->path; i < entity->count; i++) {
        if (entity->columns[i].key) {
            fade_row_bind(find, ++index, record, i, 0);
        }
    }
    status = fade_database_step(store, find, diag);
    if (!status) {
        found->id = sqlite3_column_int64(find, 0);
        status = fade_row_read(find, 1, entity->path, found);
    }
    (void)sqlite3_reset(find);
    (void)sqlite3_clear_bindings(find);
    return status;
}

static fade_status
copy_path(fade_record *to, const fade_record *from)
{
    for (size_t i = 0; i < from->entity->path; i++) {
        fade_text_reset(&to->values[i]);
        fade_text_add(&to->values[i], fade_record_get(from, i));
        if (to->values[i].failed) {
            return FADE_ENOMEM;
        }
    }
    return FADE_OK;
}

/* What was not given stays as it was found. */
static fade_status
take_over(fade_record *record, const fade_record *found)
{
    for (size_t i = 0; i < record->entity->count; i++) {
        if (!record->given[i]) {
            fade_text_reset(&record->values[i]);
            fade_text_add(&record->values[i], fade_record_get(found, i));
        }
        if (record->values[i].failed) {
            return FADE_ENOMEM;
        }
    }
    record->id = found->id;
    return fill_initial(record, false);
}

static fade_status
prepare(fade_store *store, sqlite3_stmt **statement,
        void (*write)(const fade_entity *entity, fade_text *out),
        const fade_entity *entity, fade_diag *diag)
{
    fade_text sql = {0};
    fade_status status = FADE_OK;

    if (!*statement) {
        write(entity, &sql);
        status = sql.failed ? FADE_ENOMEM
                            : fade_database_prepare(
                                store, fade_text_string(&sql), statement, diag);
        fade_text_clear(&sql);
    }
    return status;
}

static void
bind_own(sqlite3_stmt *statement, int index, const fade_record *record,
         const fade_path *path)
{
    for (size_t i = record->entity->path; i < record->entity->count; i++) {
        fade_row_bind(statement, index++, record, i, path->practitioner);
    }
}

static fade_status
insert(fade_store *store, fade_record *record, const fade_path *path,
       fade_diag *diag)
{
    fade_entity_id id = fade_entity_id_of(record->entity);
    sqlite3_stmt **statement = &store->statements[id].insert;
    int index = 1;
    fade_status status =
        prepare(store, statement, fade_sql_insert, record->entity, diag);

    if (status) {
        return status;
    }
    if (path->parent) {
        (void)sqlite3_bind_int64(*statement, index++, path->parent);
    }
    bind_own(*statement, index, record, path);
    status = fade_database_finish(store, *statement, diag);
    if (!status) {
        record->id = sqlite3_last_insert_rowid(store->db);
    }
    if (id == FADE_CLINIC) {
        fade_path_forget(store);
    }
    return status;
}

static fade_status
update(fade_store *store, const fade_record *record, const fade_path *path,
       fade_diag *diag)
{
    fade_entity_id id = fade_entity_id_of(record->entity);
    sqlite3_stmt **statement = &store->statements[id].update;
    int own = (int)(record->entity->count - record->entity->path);
    fade_status status =
        prepare(store, statement, fade_sql_update, record->entity, diag);

    if (status) {
        return status;
    }
    bind_own(*statement, 1, record, path);
    (void)sqlite3_bind_int64(*statement, own + 1, record->id);
    return fade_database_finish(store, *statement, diag);
}

static bool
same(const fade_record *one, const fade_record *other)
{
    for (size_t i = one->entity->path; i < one->entity->count; i++) {
        if (strcmp(fade_record_get(one, i), fade_record_get(other, i)) != 0) {
            return false;
        }
    }
    return true;
}

/* Writes `record`, which was `found`, and what changed. */
static fade_status
write_changes(fade_store *store, const fade_record *record,
              const fade_record *found, const fade_path *path, fade_diag *diag)
{
    fade_status status = update(store, record, path, diag);

    if (!status) {
        status = fade_history_edit(store, found, record, diag);
    }
    return status;
}

/* A target of put: where it goes and what is there. */
typedef struct spot {
    fade_path path;
    bool exists;
    fade_record found;
} spot;

/* Finds the place, fills the record up, and checks it, saying all that is
 * wrong at once. */
static fade_status
settle(fade_store *store, fade_record *record, spot *out, fade_diag *diag)
{
    fade_status checked = FADE_OK;
    fade_status status = fill_initial(record, true);

    if (!status) {
        status = fade_path_resolve(store, record, &out->path, diag);
    }
    if (!status) {
        status = find_below(store, out->path.parent, record, &out->found, diag);
        out->exists = status == FADE_OK;
        status = status == FADE_ENOTFOUND ? FADE_OK : status;
    }
    if (!status && out->exists) {
        status = copy_path(&out->found, record);
    }
    if (status == FADE_ENOMEM || status == FADE_EDATABASE) {
        return status;
    }
    checked = out->exists ? take_over(record, &out->found)
                          : fill_initial(record, false);
    if (!checked) {
        checked = fade_record_check(record, diag);
    }
    if (!status) {
        status = fade_path_practitioner(store, record, &out->path, diag);
    }
    return status ? status : checked;
}

fade_status
fade_store_put(fade_store *store, fade_record *record, fade_outcome *outcome,
               fade_diag *diag)
{
    spot it = {0};
    fade_status status = FADE_OK;

    fade_record_init(&it.found, record->entity);
    status = settle(store, record, &it, diag);
    if (status) {
        goto done;
    }
    if (!it.exists) {
        *outcome = FADE_ADDED;
        status = insert(store, record, &it.path, diag);
    } else if (same(record, &it.found)) {
        *outcome = FADE_UNCHANGED;
    } else {
        *outcome = FADE_CHANGED;
        status = write_changes(store, record, &it.found, &it.path, diag);
    }

done:
    fade_record_clear(&it.found);
    return status;
}

static fade_status
report_taken(const fade_record *record, fade_diag *diag)
{
    fade_text key = {0};

    fade_record_key(record, &key);
    fade_diag_error(diag, (fade_place){0}, "%s '%s' exists already",
                    record->entity->name, fade_text_string(&key));
    fade_text_clear(&key);
    return FADE_ECONFLICT;
}

fade_status
fade_store_add(fade_store *store, fade_record *record, fade_diag *diag)
{
    spot it = {0};
    fade_status status = FADE_OK;

    fade_record_init(&it.found, record->entity);
    status = settle(store, record, &it, diag);
    if (!status && it.exists) {
        status = report_taken(record, diag);
    }
    if (!status) {
        status = insert(store, record, &it.path, diag);
    }
    fade_record_clear(&it.found);
    return status;
}

fade_status
fade_store_find(fade_store *store, fade_record *record, fade_diag *diag)
{
    fade_path path = {0};
    fade_text key = {0};
    fade_status status = fill_initial(record, true);

    if (!status) {
        status = fade_path_resolve(store, record, &path, diag);
    }
    if (status) {
        return status;
    }
    status = find_below(store, path.parent, record, record, diag);
    if (status == FADE_ENOTFOUND) {
        fade_record_key(record, &key);
        fade_diag_error(diag, (fade_place){0}, "there is no %s '%s'",
                        record->entity->name, fade_text_string(&key));
        fade_text_clear(&key);
    }
    return status;
}

/* Does another record than `found` have the key that `record` now has? */
static fade_status
check_free(fade_store *store, const fade_record *record,
           const fade_record *found, const fade_path *path, fade_diag *diag)
{
    fade_record other;
    fade_status status = FADE_OK;

    fade_record_init(&other, record->entity);
    status = find_below(store, path->parent, record, &other, diag);
    if (!status && other.id != found->id) {
        status = report_taken(record, diag);
    } else if (status == FADE_ENOTFOUND) {
        status = FADE_OK;
    }
    fade_record_clear(&other);
    return status;
}

fade_status
fade_store_edit(fade_store *store, const fade_record *found,
                fade_record *record, fade_outcome *outcome, fade_diag *diag)
{
    fade_path path = {0};
    fade_status status = take_over(record, found);

    if (!status) {
        status = fade_record_check(record, diag);
    }
    if (!status) {
        status = fade_path_resolve(store, record, &path, diag);
    }
    if (!status) {
        status = fade_path_practitioner(store, record, &path, diag);
    }
    if (!status) {
        status = check_free(store, record, found, &path, diag);
    }
    if (status) {
        return status;
    }
    *outcome = same(record, found) ? FADE_UNCHANGED : FADE_CHANGED;
    if (*outcome == FADE_CHANGED) {
        status = write_changes(store, record, found, &path, diag);
        fade_path_forget(store);
    }
    return status;
}

static bool
has_whole_key(const fade_record *record)
{
    for (size_t i = record->entity->path; i < record->entity->count; i++) {
        if (record->entity->columns[i].key && !*fade_record_get(record, i)) {
            return false;
        }
    }
    return true;
}

static void
keep_key_alone(fade_record *record)
{
    for (size_t i = record->entity->path; i < record->entity->count; i++) {
        const fade_entity_column *column = &record->entity->columns[i];

        if (!column->key) {
            fade_text_reset(&record->values[i]);
            fade_text_add(&record->values[i], column->required ? "?" : "");
        }
    }
}

fade_status
fade_store_hold_place(fade_store *store, fade_record *record)
{
    spot it = {0};
    fade_status status = fill_initial(record, true);

    if (status || !has_whole_key(record)) {
        return status;
    }
    status = fade_path_resolve(store, record, &it.path, NULL);
    if (status) {
        return status;
    }
    fade_record_init(&it.found, record->entity);
    status = find_below(store, it.path.parent, record, &it.found, NULL);
    fade_record_clear(&it.found);
    if (status != FADE_ENOTFOUND) {
        return status;
    }
    keep_key_alone(record);
    status = fill_initial(record, false);
    return status ? status : insert(store, record, &it.path, NULL);
}
