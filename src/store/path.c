/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/path.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "base/text.h"
#include "store/sql.h"

void
fade_path_forget(fade_store *store)
{
    for (size_t i = 0; i < FADE_ENTITIES; i++) {
        store->steps[i].id = 0;
    }
    fade_text_reset(&store->only_clinic);
}

fade_status
fade_path_finder(fade_store *store, const fade_entity *entity,
                 sqlite3_stmt **out, fade_diag *diag)
{
    sqlite3_stmt **find = &store->statements[fade_entity_id_of(entity)].find;
    fade_status status = FADE_OK;

    if (!*find) {
        fade_text sql = {0};

        fade_sql_find(entity, &sql);
        status = sql.failed ? FADE_ENOMEM
                            : fade_database_prepare(
                                store, fade_text_string(&sql), find, diag);
        fade_text_clear(&sql);
    }
    *out = *find;
    return status;
}

/* Id of the entity's record under `parent` whose one own key is `key`.
 * Files are mostly sorted, so the last answer is often the next. */
static fade_status
step_down(fade_store *store, const fade_entity *entity, int64_t parent,
          const char *key, int64_t *out)
{
    fade_path_step *step = &store->steps[fade_entity_id_of(entity)];
    sqlite3_stmt *find = NULL;
    fade_status status = FADE_OK;

    if (step->id && step->parent == parent
        && strcmp(fade_text_string(&step->key), key) == 0) {
        *out = step->id;
        return FADE_OK;
    }
    status = fade_path_finder(store, entity, &find, NULL);
    if (status) {
        return status;
    }
    if (parent) {
        (void)sqlite3_bind_int64(find, 1, parent);
    }
    fade_bind_text(find, 2, key);
    status = fade_database_step(store, find, NULL);
    if (!status) {
        *out = sqlite3_column_int64(find, 0);
        step->parent = parent;
        fade_text_reset(&step->key);
        fade_text_add(&step->key, key);
        step->id = step->key.failed ? 0 : *out;
    }
    (void)sqlite3_reset(find);
    (void)sqlite3_clear_bindings(find);
    return status;
}

/* The zone's name that was meant, among those that the patient has. */
static fade_status
suggest_zone(fade_store *store, int64_t patient, const char *name,
             fade_text *out)
{
    sqlite3_stmt *query = NULL;
    char **names = NULL;
    size_t count = 0;
    size_t room = 0;
    const char *nearest = NULL;
    fade_status status = fade_database_prepare(
        store, "SELECT zone FROM zone WHERE patient_id = ? ORDER BY zone",
        &query, NULL);

    if (status) {
        return status;
    }
    (void)sqlite3_bind_int64(query, 1, patient);
    while (!status && fade_database_step(store, query, NULL) == FADE_OK) {
        status = fade_array_reserve((void **)&names, &room, count + 1,
                                    sizeof *names);
        if (!status) {
            names[count] = fade_text_copy(fade_row_text(query, 0));
            status = names[count] ? FADE_OK : FADE_ENOMEM;
            count += names[count] != NULL;
        }
    }
    (void)sqlite3_finalize(query);
    nearest = fade_text_nearest(name, (const char *const *)names, count);
    if (nearest) {
        fade_text_addf(out, " (did you mean '%s'?)", nearest);
    }
    for (size_t i = 0; i < count; i++) {
        free(names[i]);
    }
    free(names);
    return status;
}

static fade_status
report_missing(fade_store *store, const fade_record *record, size_t index,
               int64_t parent, fade_diag *diag)
{
    const fade_place place = fade_record_place(record, index);
    const char *key = fade_record_get(record, index);
    fade_text hint = {0};

    if (index == 0) {
        fade_diag_error(diag, place, "there is no clinic '%s'", key);
    } else if (index == 1) {
        fade_diag_error(diag, place, "clinic '%s' has no patient '%s'",
                        fade_record_get(record, 0), key);
    } else {
        (void)suggest_zone(store, parent, key, &hint);
        fade_diag_error(diag, place, "patient '%s' has no zone '%s'%s",
                        fade_record_get(record, 1), key,
                        fade_text_string(&hint));
    }
    fade_text_clear(&hint);
    return FADE_ENOTFOUND;
}

/* Fills store->only_clinic. */
static fade_status
find_only_clinic(fade_store *store, fade_place place, fade_diag *diag)
{
    sqlite3_stmt *query = NULL;
    int count = 0;
    fade_status status = FADE_OK;

    if (store->only_clinic.length > 0) {
        return FADE_OK;
    }
    status = fade_database_prepare(
        store, "SELECT code FROM clinic ORDER BY code LIMIT 2", &query, diag);
    while (!status && fade_database_step(store, query, NULL) == FADE_OK) {
        fade_text_reset(&store->only_clinic);
        fade_text_add(&store->only_clinic, fade_row_text(query, 0));
        count++;
    }
    (void)sqlite3_finalize(query);
    if (status || count == 1) {
        return status;
    }
    fade_text_reset(&store->only_clinic);
    fade_diag_error(diag, place, "%s",
                    count == 0 ? "there is no clinic yet; add one first"
                               : "there are several clinics: say which");
    return count == 0 ? FADE_ENOTFOUND : FADE_EINVAL;
}

static fade_status
fill_clinic(fade_store *store, fade_record *record, fade_diag *diag)
{
    fade_status status = FADE_OK;

    if (*fade_record_get(record, 0)) {
        return FADE_OK;
    }
    status = find_only_clinic(store, fade_record_place(record, 0), diag);
    if (!status) {
        fade_text_add(&record->values[0],
                      fade_text_string(&store->only_clinic));
    }
    return status;
}

static fade_status
follow(fade_store *store, const fade_record *record, fade_path *out,
       fade_diag *diag)
{
    static const fade_entity_id levels[FADE_PATH_MAX] = {
        FADE_CLINIC, FADE_PATIENT, FADE_ZONE};
    int64_t at = 0;

    for (size_t i = 0; i < record->entity->path && i < FADE_PATH_MAX; i++) {
        const char *key = fade_record_get(record, i);
        int64_t next = 0;
        fade_status status = FADE_OK;

        if (!*key) {
            fade_diag_error(diag, fade_record_place(record, i),
                            "it must not be empty");
            return FADE_EINVAL;
        }
        status = step_down(store, fade_entity_get(levels[i]), at, key, &next);
        if (status == FADE_ENOTFOUND) {
            return report_missing(store, record, i, at, diag);
        }
        if (status) {
            return status;
        }
        at = next;
        if (i == 0) {
            out->clinic = at;
        }
    }
    out->parent = at;
    return FADE_OK;
}

fade_status
fade_path_resolve(fade_store *store, fade_record *record, fade_path *out,
                  fade_diag *diag)
{
    fade_status status = FADE_OK;

    *out = (fade_path){0};
    if (record->entity->path == 0) {
        return FADE_OK;
    }
    status = fill_clinic(store, record, diag);
    return status ? status : follow(store, record, out, diag);
}

fade_status
fade_path_practitioner(fade_store *store, const fade_record *record,
                       fade_path *path, fade_diag *diag)
{
    const fade_entity *entity = record->entity;
    size_t column = fade_entity_column_index(entity, "practitioner");
    const char *code = NULL;
    fade_status status = FADE_OK;

    path->practitioner = 0;
    if (column == entity->count || !*fade_record_get(record, column)) {
        return FADE_OK;
    }
    code = fade_record_get(record, column);
    status = step_down(store, fade_entity_get(FADE_PRACTITIONER), path->clinic,
                       code, &path->practitioner);
    if (status == FADE_ENOTFOUND) {
        fade_diag_error(diag, fade_record_place(record, column),
                        "clinic '%s' has no practitioner '%s'",
                        fade_record_get(record, 0), code);
    }
    return status;
}
