/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "clinic/feed_names.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"

static void
clear_name(fade_feed_name *name)
{
    free(name->clinic);
    free(name->practitioner);
    free(name->file);
    free(name->title);
}

void
fade_feed_names_clear(fade_feed_names *names)
{
    for (size_t i = 0; i < names->count; i++) {
        clear_name(&names->items[i]);
    }
    free(names->items);
    *names = (fade_feed_names){0};
}

/* A copy of what was written into `text`, which is emptied; or NULL. */
static char *
take(fade_text *text)
{
    char *copy = text->failed ? NULL : fade_text_copy(fade_text_string(text));

    fade_text_clear(text);
    return copy;
}

/* A recall list on a receptionist's screen: no word of the treatment. */
static fade_feed_name
name_of(const fade_record *clinic, const fade_record *practitioner)
{
    const char *code = fade_record_named(clinic, "code");
    const char *called = fade_record_named(clinic, "name");
    fade_feed_name name = {.clinic_id = clinic->id,
                           .clinic = fade_text_copy(code)};
    fade_text file = {0};
    fade_text title = {0};

    fade_text_add(&file, code);
    fade_text_addf(&title, "Recalls %s", called[0] != '\0' ? called : code);
    if (practitioner) {
        const char *own = fade_record_named(practitioner, "code");

        name.practitioner = fade_text_copy(own);
        fade_text_addf(&file, "-%s", own);
        fade_text_addf(&title, ", %s", own);
    }
    fade_text_add(&file, ".ics");
    name.file = take(&file);
    name.title = take(&title);
    return name;
}

static fade_status
append(fade_feed_names *names, const fade_record *clinic,
       const fade_record *practitioner)
{
    void *items = names->items;
    fade_feed_name name = name_of(clinic, practitioner);
    fade_status status = FADE_ENOMEM;

    if (name.clinic && name.file && name.title
        && (!practitioner || name.practitioner)) {
        status = fade_array_reserve(&items, &names->room, names->count + 1,
                                    sizeof *names->items);
    }
    if (status != FADE_OK) {
        clear_name(&name);
        return status;
    }
    names->items = items;
    names->items[names->count++] = name;
    return FADE_OK;
}

static fade_status
add_practitioners(fade_store *store, const fade_record *clinic,
                  fade_feed_names *out, fade_diag *diag)
{
    const fade_entity *entity = fade_entity_get(FADE_PRACTITIONER);
    fade_cursor *cursor = NULL;
    fade_record filter;
    fade_record found;
    fade_status status = FADE_OK;

    fade_record_init(&filter, entity);
    fade_record_init(&found, entity);
    status =
        fade_record_set(&filter, fade_entity_column_index(entity, "clinic"),
                        fade_record_named(clinic, "code"), diag);
    if (status == FADE_OK) {
        status = fade_cursor_open(store, entity, &filter, &cursor, diag);
    }
    while (status == FADE_OK) {
        status = fade_cursor_next(cursor, &found, diag);
        if (status == FADE_OK) {
            status = append(out, clinic, &found);
        }
    }
    fade_cursor_close(cursor);
    fade_record_clear(&found);
    fade_record_clear(&filter);
    return status == FADE_ENOTFOUND ? FADE_OK : status;
}

static fade_status
add_clinics(fade_store *store, const char *clinic, fade_feed_names *out,
            fade_diag *diag)
{
    const fade_entity *entity = fade_entity_get(FADE_CLINIC);
    fade_cursor *cursor = NULL;
    fade_record found;
    fade_status status = fade_cursor_open(store, entity, NULL, &cursor, diag);

    fade_record_init(&found, entity);
    while (status == FADE_OK) {
        status = fade_cursor_next(cursor, &found, diag);
        if (status != FADE_OK
            || (clinic
                && strcmp(clinic, fade_record_named(&found, "code")) != 0)) {
            continue;
        }
        status = append(out, &found, NULL);
        if (status == FADE_OK) {
            status = add_practitioners(store, &found, out, diag);
        }
    }
    fade_cursor_close(cursor);
    fade_record_clear(&found);
    return status == FADE_ENOTFOUND ? FADE_OK : status;
}

static fade_status
check_files_differ(const fade_feed_names *names, fade_diag *diag)
{
    for (size_t i = 0; i < names->count; i++) {
        for (size_t k = 0; k < i; k++) {
            if (strcmp(names->items[i].file, names->items[k].file) == 0) {
                fade_diag_error(
                    diag, (fade_place){.file = names->items[i].file},
                    "clinic %s and clinic %s both have a feed of this name; "
                    "write them into different directories with --clinic",
                    names->items[k].clinic, names->items[i].clinic);
                return FADE_ECONFLICT;
            }
        }
    }
    return FADE_OK;
}

fade_status
fade_feed_names_read(fade_store *store, const char *clinic,
                     fade_feed_names *out, fade_diag *diag)
{
    fade_feed_names names = {0};
    fade_status status = add_clinics(store, clinic, &names, diag);

    if (status == FADE_OK && clinic && names.count == 0) {
        fade_diag_error(diag, (fade_place){.field = "clinic"},
                        "there is no clinic '%s'", clinic);
        status = FADE_ENOTFOUND;
    }
    if (status == FADE_OK) {
        status = check_files_differ(&names, diag);
    }
    if (status != FADE_OK) {
        fade_feed_names_clear(&names);
        return status;
    }
    *out = names;
    return FADE_OK;
}
