/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inside of a store, for the files of this folder only: SQLite's only door. */
#ifndef STORE_DATABASE_H
#define STORE_DATABASE_H

#include <stdbool.h>
#include <stdint.h>

#include <sqlite3.h>

#include "store/store.h"

/* Statements of one entity, prepared when first needed. */
typedef struct fade_entity_statements {
    sqlite3_stmt *find; /* own columns by parent and key */
    sqlite3_stmt *insert;
    sqlite3_stmt *update;
} fade_entity_statements;

/* The record that the path of the last record led to, per entity. */
typedef struct fade_path_step {
    int64_t parent;
    int64_t id; /* 0: nothing remembered */
    fade_text key;
} fade_path_step;

enum { FADE_RECALL_STATEMENTS = 5 };

struct fade_store {
    sqlite3 *db;
    char *path;
    uint64_t seed;
    bool in_unit;
    char *who;
    int64_t now; /* UTC seconds since 1970 */
    fade_entity_statements statements[FADE_ENTITIES];
    fade_path_step steps[FADE_ENTITIES];
    fade_text only_clinic; /* code of the one clinic; "": not asked yet */
    sqlite3_stmt *change;  /* insert into the history */
    sqlite3_stmt *mark;    /* marks.c */
    sqlite3_stmt *first_implant;
    sqlite3_stmt *recall[FADE_RECALL_STATEMENTS]; /* recall_columns.h */
};

/* Says what SQLite said, and gives FADE_EDATABASE or FADE_ENOMEM. */
fade_status fade_database_error(const fade_store *store, fade_diag *diag);

/* Runs statements that give no rows and take no parameters. */
fade_status fade_database_run(fade_store *store, const char *sql,
                              fade_diag *diag);

/* The caller ends *out with sqlite3_finalize(); NULL on failure. */
fade_status fade_database_prepare(fade_store *store, const char *sql,
                                  sqlite3_stmt **out, fade_diag *diag);

/* Steps a statement to its end and resets it: inserts, updates, deletes. */
fade_status fade_database_finish(fade_store *store, sqlite3_stmt *statement,
                                 fade_diag *diag);

/* One step of a query: FADE_OK with a row, FADE_ENOTFOUND at the end. */
fade_status fade_database_step(fade_store *store, sqlite3_stmt *statement,
                               fade_diag *diag);

/* "" is stored as NULL; the text is copied. */
void fade_bind_text(sqlite3_stmt *statement, int index, const char *text);
/* NaN is stored as NULL. */
void fade_bind_number(sqlite3_stmt *statement, int index, double value);
/* FADE_NO_DATE is stored as NULL. */
void fade_bind_date(sqlite3_stmt *statement, int index, fade_date date);

/* "" for NULL; valid until the next step. */
const char *fade_row_text(sqlite3_stmt *statement, int index);
/* NaN for NULL. */
double fade_row_number(sqlite3_stmt *statement, int index);
/* FADE_NO_DATE for NULL and for what is no date. */
fade_date fade_row_date(sqlite3_stmt *statement, int index);

/*
 * Brings the tables of an open database up to date, in one transaction; a new
 * one also gets its seed.
 */
fade_status fade_database_migrate(fade_store *store, const uint64_t *new_seed,
                                  fade_diag *diag);

/* Forgets which records the last path led to. */
void fade_path_forget(fade_store *store);

#endif
