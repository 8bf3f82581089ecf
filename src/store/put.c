/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Adding and changing records. */
#include <string.h>

#include "base/text.h"
#include "store/history.h"
#include "store/write.h"

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
    return fade_write_initial(record, false);
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
    fade_status status = fade_write_update(store, record, path, diag);

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
    fade_status status = fade_write_initial(record, true);

    if (!status) {
        status = fade_path_resolve(store, record, &out->path, diag);
    }
    if (!status) {
        status =
            fade_write_find(store, out->path.parent, record, &out->found, diag);
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
                          : fade_write_initial(record, false);
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
        status = fade_write_insert(store, record, &it.path, diag);
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
        status = fade_write_insert(store, record, &it.path, diag);
    }
    fade_record_clear(&it.found);
    return status;
}

fade_status
fade_store_find(fade_store *store, fade_record *record, fade_diag *diag)
{
    fade_path path = {0};
    fade_text key = {0};
    fade_status status = fade_write_initial(record, true);

    if (!status) {
        status = fade_path_resolve(store, record, &path, diag);
    }
    if (status) {
        return status;
    }
    status = fade_write_find(store, path.parent, record, record, diag);
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
    status = fade_write_find(store, path->parent, record, &other, diag);
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
