/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/recall.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/array.h"
#include "store/recall_columns.h"

void
fade_recall_set_clear(fade_recall_set *set)
{
    for (size_t i = 0; i < set->string_count; i++) {
        free(set->strings[i]);
    }
    free(set->strings);
    free(set->items);
    *set = (fade_recall_set){0};
}

static fade_status
keep(fade_recall_set *set, const char **string)
{
    void *strings = set->strings;
    char *copy = NULL;
    fade_status status =
        fade_array_reserve(&strings, &set->string_room, set->string_count + 1,
                           sizeof *set->strings);

    if (status == FADE_OK) {
        set->strings = strings;
        copy = fade_text_copy(*string);
        status = copy ? FADE_OK : FADE_ENOMEM;
    }
    if (status == FADE_OK) {
        set->strings[set->string_count++] = copy;
        *string = copy;
    }
    return status;
}

static fade_status
keep_all(fade_recall_set *set, fade_recall *recall)
{
    const char **strings[] = {
        &recall->reason,           &recall->view.patient,
        &recall->view.initials,    &recall->view.name,
        &recall->view.zone,        &recall->view.practitioner,
        &recall->model.name,       &recall->model.version,
        &recall->model.fingerprint};
    fade_status status = FADE_OK;

    for (size_t i = 0;
         status == FADE_OK && i < sizeof strings / sizeof *strings; i++) {
        status = keep(set, strings[i]);
    }
    return status;
}

static fade_status
append(fade_recall_set *set, const fade_recall *recall)
{
    void *items = set->items;
    fade_status status = fade_array_reserve(&items, &set->room, set->count + 1,
                                            sizeof *set->items);

    if (status == FADE_OK) {
        set->items = items;
        set->items[set->count] = *recall;
        status = keep_all(set, &set->items[set->count]);
    }
    if (status == FADE_OK) {
        set->count++;
    }
    return status;
}

/* Appends all rows of a query, and resets it. */
static fade_status
read_rows(fade_store *store, sqlite3_stmt *query, fade_recall_set *out,
          fade_diag *diag)
{
    fade_status status = FADE_OK;

    while (status == FADE_OK) {
        fade_recall recall;

        status = fade_database_step(store, query, diag);
        if (status == FADE_OK) {
            status = fade_recall_from_row(store, query, &recall, diag);
        }
        if (status == FADE_OK) {
            status = append(out, &recall);
        }
    }
    (void)sqlite3_reset(query);
    return status == FADE_ENOTFOUND ? FADE_OK : status;
}

fade_status
fade_recalls_of_patient(fade_store *store, int64_t patient_id,
                        fade_recall_set *out, fade_diag *diag)
{
    sqlite3_stmt *query = NULL;
    fade_status status = fade_recall_statement(
        store, FADE_RECALL_OF_PATIENT,
        "SELECT " FADE_RECALL_COLUMNS " FROM zone z"
        " JOIN recall r ON r.zone_id = z.id WHERE z.patient_id = ?"
        " ORDER BY r.zone_id, r.cycle",
        &query, diag);

    if (status == FADE_OK) {
        (void)sqlite3_bind_int64(query, 1, patient_id);
        status = read_rows(store, query, out, diag);
    }
    return status;
}

fade_status
fade_recalls_without_zone(fade_store *store, int64_t clinic_id,
                          fade_recall_set *out, fade_diag *diag)
{
    sqlite3_stmt *query = NULL;
    fade_status status = fade_database_prepare(
        store,
        "SELECT " FADE_RECALL_COLUMNS " FROM recall r"
        " WHERE r.clinic_id = ? AND r.zone_id IS NULL"
        " AND (r.shown OR r.state NOT IN ('done', 'cancelled'))"
        " ORDER BY r.id",
        &query, diag);

    if (status == FADE_OK) {
        (void)sqlite3_bind_int64(query, 1, clinic_id);
        status = read_rows(store, query, out, diag);
    }
    (void)sqlite3_finalize(query);
    return status;
}

/* Names and binds the clinic's setting. */
static void
bind_setting(sqlite3_stmt *statement, int64_t clinic_id)
{
    char name[40];

    (void)snprintf(name, sizeof name, "judged:%" PRId64, clinic_id);
    fade_bind_text(statement, 1, name);
}

fade_status
fade_recalls_judged(fade_store *store, int64_t clinic_id, fade_date *out,
                    fade_diag *diag)
{
    sqlite3_stmt *query = NULL;
    fade_status status = fade_database_prepare(
        store, "SELECT value FROM setting WHERE name = ?", &query, diag);

    if (status == FADE_OK) {
        bind_setting(query, clinic_id);
        status = fade_database_step(store, query, diag);
    }
    if (status == FADE_OK || status == FADE_ENOTFOUND) {
        *out = status == FADE_OK ? fade_row_date(query, 0) : FADE_NO_DATE;
        status = FADE_OK;
    }
    (void)sqlite3_finalize(query);
    return status;
}

fade_status
fade_recalls_set_judged(fade_store *store, int64_t clinic_id, fade_date today,
                        fade_diag *diag)
{
    sqlite3_stmt *upsert = NULL;
    fade_status status = fade_database_prepare(
        store,
        "INSERT INTO setting (name, value) VALUES (?1, ?2)"
        " ON CONFLICT (name) DO UPDATE SET value = ?2 WHERE value <> ?2",
        &upsert, diag);

    if (status == FADE_OK) {
        bind_setting(upsert, clinic_id);
        fade_bind_date(upsert, 2, today);
        status = fade_database_finish(store, upsert, diag);
    }
    (void)sqlite3_finalize(upsert);
    return status;
}
