/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Places held for records that were refused. */
#include "base/text.h"
#include "store/write.h"

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

/* Does any other entity name its records? */
static bool
is_named_by_others(const fade_entity *entity)
{
    for (int i = 0; i < FADE_ENTITIES; i++) {
        if (fade_entity_parent(fade_entity_get((fade_entity_id)i)) == entity) {
            return true;
        }
    }
    return entity == fade_entity_get(FADE_PRACTITIONER);
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
    fade_path path = {0};
    fade_record found;
    fade_status status = fade_write_initial(record, true);

    if (status || !is_named_by_others(record->entity)
        || !has_whole_key(record)) {
        return status;
    }
    status = fade_path_resolve(store, record, &path, NULL);
    if (status) {
        return status;
    }
    fade_record_init(&found, record->entity);
    status = fade_write_find(store, path.parent, record, &found, NULL);
    fade_record_clear(&found);
    if (status != FADE_ENOTFOUND) {
        return status;
    }
    keep_key_alone(record);
    status = fade_write_initial(record, false);
    return status ? status : fade_write_insert(store, record, &path, NULL);
}
