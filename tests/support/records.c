/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/records.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "support/cmocka_all.h"

enum { KEPT_NOTES = 50, LINE_SIZE = 512 };

void
fixture_make(fixture *it)
{
    fade_outcome outcome;

    *it = (fixture){0};
    scratch_make(&it->files);
    fade_diag_init(&it->diag, KEPT_NOTES);
    (void)scratch_path(&it->files, "clinic.db", it->path);
    assert_int_equal(fade_store_create(it->path, 7, &it->store, &it->diag),
                     FADE_OK);
    assert_int_equal(fixture_put(it, FADE_CLINIC,
                                 "code=main;time_zone=Europe/Berlin", &outcome),
                     FADE_OK);
}

void
fixture_remove(fixture *it)
{
    fade_store_close(it->store);
    fade_diag_clear(&it->diag);
    scratch_remove(&it->files);
}

static fade_status
set_one(fade_record *record, const char *pair, fade_diag *diag)
{
    char name[LINE_SIZE];
    const char *value = strchr(pair, '=');
    size_t length = value ? (size_t)(value - pair) : strlen(pair);
    size_t column;

    memcpy(name, pair, length);
    name[length] = '\0';
    column = fade_entity_column_index(record->entity, name);
    if (column == record->entity->count) {
        fail_msg("%s has no column %s", record->entity->name, name);
    }
    return fade_record_set(record, column, value ? value + 1 : "", diag);
}

fade_status
record_fill(fade_record *record, const char *columns, fade_diag *diag)
{
    fade_status worst = FADE_OK;

    while (*columns) {
        char pair[LINE_SIZE];
        size_t length = strcspn(columns, ";");
        fade_status status;

        assert_true(length < sizeof pair);
        memcpy(pair, columns, length);
        pair[length] = '\0';
        status = set_one(record, pair, diag);
        worst = status ? status : worst;
        columns += length;
        columns += *columns == ';';
    }
    return worst;
}

fade_status
fixture_put(fixture *it, fade_entity_id entity, const char *columns,
            fade_outcome *outcome)
{
    fade_record record;
    fade_status status;

    fade_record_init(&record, fade_entity_get(entity));
    assert_int_equal(
        fade_store_begin(it->store, "tester", FIXTURE_NOW, &it->diag), FADE_OK);
    status = record_fill(&record, columns, &it->diag);
    if (!status) {
        status = fade_store_put(it->store, &record, outcome, &it->diag);
    }
    if (!status) {
        status = fade_store_commit(it->store, &it->diag);
    }
    fade_store_rollback(it->store);
    fade_record_clear(&record);
    return status;
}

char *
diag_words(const fade_diag *diag)
{
    fade_text words = {0};

    for (size_t i = 0; i < diag->kept; i++) {
        char line[LINE_SIZE];

        (void)fade_note_print(&diag->notes[i], line, sizeof line);
        fade_text_addf(&words, "%s\n", line);
    }
    return words.bytes ? words.bytes : fade_text_copy("");
}
