/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading whole patients: one query a kind of record and patient. */
#include "store/chart.h"

#include <stdlib.h>

#include "base/array.h"
#include "store/chart_rows.h"

struct fade_chart_cursor {
    fade_store *store;
    sqlite3_stmt *patients;                    /* one, or all */
    sqlite3_stmt *queries[FADE_CHART_QUERIES]; /* of one patient's records */
};

void
fade_chart_init(fade_chart *chart)
{
    *chart = (fade_chart){0};
}

void
fade_chart_clear(fade_chart *chart)
{
    fade_chart_memory *memory = chart->memory;

    if (memory) {
        fade_pool_clear(&memory->strings);
        free(memory->zones);
        free(memory->sessions);
        free(memory->readings);
        free(memory->contraindications);
        free(memory);
    }
    fade_chart_init(chart);
}

/* The zone that a row with this zone id belongs to: rows come zone by zone in
 * the order of the zones, so *at only moves on. */
static fade_chart_zone *
zone_of_row(fade_chart *chart, int64_t zone_id, size_t *at)
{
    while (*at < chart->zone_count && chart->memory->zones[*at].id != zone_id) {
        (*at)++;
    }
    return *at < chart->zone_count ? &chart->memory->zones[*at] : NULL;
}

static fade_status
read_zones(fade_chart_cursor *cursor, fade_chart *chart, fade_diag *diag)
{
    sqlite3_stmt *row = cursor->queries[FADE_CHART_ZONES];
    fade_status status = FADE_OK;

    while (!status) {
        status = fade_database_step(cursor->store, row, diag);
        if (!status) {
            status = fade_chart_take_zone(row, chart);
        }
    }
    return status;
}

static fade_status
read_sessions(fade_chart_cursor *cursor, fade_chart *chart, fade_diag *diag)
{
    sqlite3_stmt *row = cursor->queries[FADE_CHART_SESSIONS];
    fade_chart_memory *memory = chart->memory;
    size_t count = 0;
    size_t at = 0;
    fade_status status = fade_database_step(cursor->store, row, diag);

    while (!status) {
        fade_chart_zone *zone =
            zone_of_row(chart, sqlite3_column_int64(row, CHART_ROW_ZONE), &at);

        status = fade_array_reserve((void **)&memory->sessions,
                                    &memory->session_room, count + 1,
                                    sizeof *memory->sessions);
        if (!status && zone) {
            fade_chart_take_session(row, memory, &memory->sessions[count++]);
            zone->session_count++;
        }
        if (!status) {
            status = fade_database_step(cursor->store, row, diag);
        }
    }
    return status;
}

static fade_status
read_readings(fade_chart_cursor *cursor, fade_chart *chart, fade_diag *diag)
{
    sqlite3_stmt *row = cursor->queries[FADE_CHART_READINGS];
    fade_chart_memory *memory = chart->memory;
    size_t count = 0;
    size_t at = 0;
    fade_status status = fade_database_step(cursor->store, row, diag);

    while (!status) {
        fade_chart_zone *zone =
            zone_of_row(chart, sqlite3_column_int64(row, CHART_ROW_ZONE), &at);

        status = fade_array_reserve((void **)&memory->readings,
                                    &memory->reading_room, count + 1,
                                    sizeof *memory->readings);
        if (!status && zone) {
            fade_chart_take_reading(row, memory, &memory->readings[count++]);
            zone->reading_count++;
        }
        if (!status) {
            status = fade_database_step(cursor->store, row, diag);
        }
    }
    return status;
}

static fade_status
read_contraindications(fade_chart_cursor *cursor, fade_chart *chart,
                       fade_diag *diag)
{
    sqlite3_stmt *row = cursor->queries[FADE_CHART_CONTRAINDICATIONS];
    fade_chart_memory *memory = chart->memory;
    size_t *count = &chart->contraindication_count;
    fade_status status = fade_database_step(cursor->store, row, diag);

    while (!status) {
        status = fade_array_reserve((void **)&memory->contraindications,
                                    &memory->contraindication_room, *count + 1,
                                    sizeof *memory->contraindications);
        if (!status) {
            memory->contraindications[(*count)++] = (fade_contraindication){
                .what = fade_chart_take_text(memory, row, CHART_WHAT),
                .from = fade_row_date(row, CHART_FROM),
                .until = fade_row_date(row, CHART_UNTIL)};
            status = fade_database_step(cursor->store, row, diag);
        }
    }
    return status;
}

/* Only now do the arrays stay where they are. */
static void
tie_together(fade_chart *chart)
{
    fade_chart_memory *memory = chart->memory;
    size_t session = 0;
    size_t reading = 0;

    for (size_t i = 0; i < chart->zone_count; i++) {
        fade_chart_zone *zone = &memory->zones[i];

        zone->sessions =
            zone->session_count ? memory->sessions + session : NULL;
        zone->readings =
            zone->reading_count ? memory->readings + reading : NULL;
        session += zone->session_count;
        reading += zone->reading_count;
    }
    chart->zones = memory->zones;
    chart->contraindications = memory->contraindications;
}

static fade_status
start_chart(fade_chart *chart)
{
    fade_chart_memory *memory = chart->memory;

    if (!memory) {
        memory = calloc(1, sizeof *memory);
    }
    if (!memory) {
        return FADE_ENOMEM;
    }
    fade_pool_reset(&memory->strings);
    memory->failed = false;
    *chart = (fade_chart){.memory = memory};
    return FADE_OK;
}

typedef fade_status read_part(fade_chart_cursor *cursor, fade_chart *chart,
                              fade_diag *diag);

static read_part *const readers[FADE_CHART_QUERIES] = {
    [FADE_CHART_ZONES] = read_zones,
    [FADE_CHART_SESSIONS] = read_sessions,
    [FADE_CHART_READINGS] = read_readings,
    [FADE_CHART_CONTRAINDICATIONS] = read_contraindications};

static fade_status
read_records(fade_chart_cursor *cursor, fade_chart *chart, fade_diag *diag)
{
    for (int i = FADE_CHART_ZONES; i < FADE_CHART_QUERIES; i++) {
        fade_status status = FADE_OK;

        (void)sqlite3_bind_int64(cursor->queries[i], 1, chart->id);
        status = readers[i](cursor, chart, diag);
        (void)sqlite3_reset(cursor->queries[i]);
        if (status != FADE_ENOTFOUND) {
            return status;
        }
    }
    return chart->memory->failed ? FADE_ENOMEM : FADE_OK;
}

fade_status
fade_charts_next(fade_chart_cursor *cursor, fade_chart *chart, fade_diag *diag)
{
    sqlite3_stmt *row = cursor->patients;
    fade_status status = start_chart(chart);

    if (!status) {
        status = fade_database_step(cursor->store, row, diag);
    }
    if (status) {
        return status;
    }
    fade_chart_take_patient(row, chart);
    status = read_records(cursor, chart, diag);
    if (!status) {
        tie_together(chart);
    }
    return status;
}

void
fade_charts_close(fade_chart_cursor *cursor)
{
    if (cursor) {
        (void)sqlite3_finalize(cursor->patients);
        for (int i = 0; i < FADE_CHART_QUERIES; i++) {
            (void)sqlite3_finalize(cursor->queries[i]);
        }
        free(cursor);
    }
}

static fade_status
open_charts(fade_store *store, fade_chart_query patients,
            fade_chart_cursor **out, fade_diag *diag)
{
    fade_chart_cursor *cursor = calloc(1, sizeof *cursor);
    fade_status status = FADE_OK;

    if (!cursor) {
        return FADE_ENOMEM;
    }
    cursor->store = store;
    status = fade_database_prepare(store, fade_chart_sql(patients),
                                   &cursor->patients, diag);
    for (int i = FADE_CHART_ZONES; !status && i < FADE_CHART_QUERIES; i++) {
        status =
            fade_database_prepare(store, fade_chart_sql((fade_chart_query)i),
                                  &cursor->queries[i], diag);
    }
    if (status) {
        fade_charts_close(cursor);
        return status;
    }
    *out = cursor;
    return FADE_OK;
}

fade_status
fade_charts_open(fade_store *store, const char *clinic, fade_chart_cursor **out,
                 fade_diag *diag)
{
    fade_status status = open_charts(store, FADE_CHART_PATIENTS, out, diag);

    if (!status) {
        fade_bind_text((*out)->patients, 1, clinic);
    }
    return status;
}

fade_status
fade_chart_read(fade_store *store, const char *clinic, const char *code,
                fade_chart *chart, fade_diag *diag)
{
    fade_chart_cursor *cursor = NULL;
    fade_record patient;
    fade_status status = FADE_OK;

    fade_record_init(&patient, fade_entity_get(FADE_PATIENT));
    status = fade_record_set(&patient, 0, clinic ? clinic : "", diag);
    if (!status) {
        status = fade_record_set(&patient, 1, code, diag);
    }
    if (!status) {
        status = fade_store_find(store, &patient, diag);
    }
    if (!status) {
        status = open_charts(store, FADE_CHART_PATIENT, &cursor, diag);
    }
    if (!status) {
        (void)sqlite3_bind_int64(cursor->patients, 1, patient.id);
        status = fade_charts_next(cursor, chart, diag);
    }
    fade_charts_close(cursor);
    fade_record_clear(&patient);
    return status;
}

fade_status
fade_charts_count(fade_store *store, const char *clinic, int64_t *out,
                  fade_diag *diag)
{
    sqlite3_stmt *query = NULL;
    fade_status status =
        fade_database_prepare(store,
                              "SELECT count(*) FROM patient JOIN clinic"
                              " ON clinic.id = patient.clinic_id"
                              " WHERE ?1 IS NULL OR clinic.code = ?1",
                              &query, diag);

    if (!status) {
        fade_bind_text(query, 1, clinic);
        status = fade_database_step(store, query, diag);
    }
    if (!status) {
        *out = sqlite3_column_int64(query, 0);
    }
    (void)sqlite3_finalize(query);
    return status;
}
