/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The queries that a chart is read with, and what their rows say. */
#ifndef STORE_CHART_ROWS_H
#define STORE_CHART_ROWS_H

#include <stdbool.h>
#include <stddef.h>

#include "store/chart.h"
#include "store/database.h"
#include "store/pool.h"

struct fade_chart_memory {
    fade_pool strings;
    fade_chart_zone *zones;
    fade_chart_session *sessions;
    fade_chart_reading *readings;
    fade_contraindication *contraindications;
    size_t zone_room, session_room, reading_room, contraindication_room;
    bool failed; /* out of memory for a string */
};

typedef enum fade_chart_query {
    FADE_CHART_PATIENT,  /* ? the patient's id */
    FADE_CHART_PATIENTS, /* ? clinic's code or NULL */
    FADE_CHART_ZONES,    /* ? the patient's id, likewise below */
    FADE_CHART_SESSIONS,
    FADE_CHART_READINGS,
    FADE_CHART_CONTRAINDICATIONS,
    FADE_CHART_QUERIES
} fade_chart_query;

const char *fade_chart_sql(fade_chart_query query);

enum { CHART_WHAT, CHART_FROM, CHART_UNTIL };

/* Copies the text into the chart's memory, which notes a failure. */
const char *fade_chart_take_text(fade_chart_memory *memory, sqlite3_stmt *row,
                                 int index);

void fade_chart_take_patient(sqlite3_stmt *row, fade_chart *chart);

/* Appends a zone to the chart's memory. */
fade_status fade_chart_take_zone(sqlite3_stmt *row, fade_chart *chart);

/* The zone's id that a session or a reading belongs to stands first. */
enum { CHART_ROW_ZONE };

void fade_chart_take_session(sqlite3_stmt *row, fade_chart_memory *memory,
                             fade_chart_session *out);
void fade_chart_take_reading(sqlite3_stmt *row, fade_chart_memory *memory,
                             fade_chart_reading *out);

#endif
