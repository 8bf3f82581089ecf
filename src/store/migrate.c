/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/database.h"

#include <inttypes.h>
#include <stdio.h>

/*
 * The tables, version by version. A version that was released never changes;
 * what comes later is a new list. That the tables of the last version agree
 * with entity.c is a test.
 *
 * Dates are TEXT "YYYY-MM-DD", instants INTEGER UTC seconds since 1970, flags
 * INTEGER 0 or 1; what is not known is NULL. Keys are AUTOINCREMENT so that
 * the history of a removed record never passes to another.
 */
#define ID      "id INTEGER PRIMARY KEY AUTOINCREMENT"
#define FLAG(c) c " INTEGER CHECK (" c " IN (0, 1))"
#define DAY(c) \
    c " TEXT CHECK (" c " GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')"

static const char *const version_1[] = {
    "CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL)"
    " STRICT, WITHOUT ROWID",

    "CREATE TABLE clinic (" ID ", code TEXT NOT NULL UNIQUE, name TEXT,"
    " time_zone TEXT NOT NULL,"
    " hemisphere TEXT NOT NULL CHECK (hemisphere IN ('north', 'south')))"
    " STRICT",

    "CREATE TABLE practitioner (" ID ","
    " clinic_id INTEGER NOT NULL REFERENCES clinic (id),"
    " code TEXT NOT NULL, name TEXT, " FLAG(
        "active") " NOT NULL,"
                  " UNIQUE (clinic_id, code)) STRICT",

    "CREATE TABLE patient (" ID ","
    " clinic_id INTEGER NOT NULL REFERENCES clinic (id),"
    " code TEXT NOT NULL, name TEXT, initials TEXT, email TEXT, phone TEXT,"
    " birth_year INTEGER,"
    " fitzpatrick INTEGER CHECK (fitzpatrick BETWEEN 1 AND 6),"
    " " FLAG("smoking") ", " FLAG(
        "immunosuppression") ","
                             " " FLAG(
                                 "followed") " NOT NULL, note TEXT,"
                                             " UNIQUE (clinic_id, code)) STRICT",

    "CREATE TABLE zone (" ID ","
    " patient_id INTEGER NOT NULL REFERENCES patient (id),"
    " zone TEXT NOT NULL,"
    " skin_lightness REAL CHECK (skin_lightness BETWEEN 20 AND 100),"
    " uv_exposure TEXT, " FLAG("scarring") ", " FLAG(
        "oily_skin") ","
                     " " FLAG("let_fade") " NOT NULL, " FLAG(
                         "followed") " NOT NULL,"
                                     " note TEXT, UNIQUE (patient_id, zone)) STRICT",

    "CREATE TABLE session (" ID ","
    " zone_id INTEGER NOT NULL REFERENCES zone (id),"
    " " DAY(
        "date") " NOT NULL, number INTEGER NOT NULL,"
                " kind TEXT NOT NULL CHECK (kind IN ('implant', 'laser')),"
                " pigment TEXT CHECK (pigment IN ('permanent', 'temporary')),"
                " model TEXT, dose REAL CHECK (dose > 0), dots REAL CHECK (dots > 0),"
                " shatter REAL CHECK (shatter BETWEEN 0 AND 1),"
                " practitioner_id INTEGER REFERENCES practitioner (id), note TEXT,"
                " UNIQUE (zone_id, date, number)) STRICT",

    "CREATE INDEX session_practitioner ON session (practitioner_id)",

    "CREATE TABLE reading (" ID ","
    " zone_id INTEGER NOT NULL REFERENCES zone (id),"
    " " DAY(
        "date") " NOT NULL, number INTEGER NOT NULL,"
                " timing TEXT NOT NULL CHECK (timing IN ('before', 'after')),"
                " kind TEXT NOT NULL CHECK (kind IN ('tone', 'score', 'definition')),"
                " value REAL NOT NULL,"
                " censored TEXT CHECK (censored IN ('below', 'above')),"
                " \"limit\" REAL, scale_max REAL CHECK (scale_max > 0),"
                " scale_step REAL CHECK (scale_step > 0), instrument TEXT, grader TEXT,"
                " note TEXT, UNIQUE (zone_id, date, number, timing, kind)) STRICT",

    "CREATE TABLE contraindication (" ID ","
    " patient_id INTEGER NOT NULL REFERENCES patient (id),"
    " what TEXT NOT NULL, " DAY("\"from\"") " NOT NULL, " DAY(
        "until") ","
                 " note TEXT, UNIQUE (patient_id, what, \"from\")) STRICT",

    /* Who changed what: one row a column. `record` is the id in the entity's
     * table, `key` the natural key at that time. */
    "CREATE TABLE change (" ID ", at INTEGER NOT NULL, who TEXT NOT NULL,"
    " entity TEXT NOT NULL, record INTEGER NOT NULL, key TEXT NOT NULL,"
    " action TEXT NOT NULL CHECK (action IN ('edit', 'remove')),"
    " \"column\" TEXT NOT NULL, old TEXT, new TEXT) STRICT",
    "CREATE INDEX change_record ON change (entity, record)",
    "CREATE INDEX change_key ON change (entity, key)",

    /* A recall outlives its zone: subscribers must still see it cancelled.
     * From patient_code to practitioner it is what a feed shows; sequence and
     * stamp move exactly when that changes. */
    "CREATE TABLE recall (" ID ","
    " clinic_id INTEGER NOT NULL REFERENCES clinic (id),"
    " zone_id INTEGER REFERENCES zone (id) ON DELETE SET NULL,"
    " cycle INTEGER NOT NULL, uid TEXT NOT NULL UNIQUE,"
    " case_code TEXT NOT NULL UNIQUE,"
    " state TEXT NOT NULL CHECK (state IN ('projected', 'due', 'contacted',"
    " 'booked', 'done', 'snoozed', 'declined', 'missed', 'cancelled')),"
    " status TEXT NOT NULL, reason TEXT NOT NULL,"
    " " DAY("earliest") ", " DAY("recommended") ", " DAY(
        "overdue_after") ","
                         " " DAY("latest") ", " DAY(
                             "planned") ","
                                        " " FLAG("overdue") " NOT NULL, " FLAG(
                                            "shown") " NOT NULL,"
                                                     " sequence INTEGER NOT NULL, stamp INTEGER NOT NULL,"
                                                     " patient_code TEXT NOT NULL, initials TEXT, name TEXT,"
                                                     " zone_name TEXT NOT NULL, practitioner TEXT,"
                                                     " model TEXT, model_version TEXT, fingerprint TEXT,"
                                                     " UNIQUE (zone_id, cycle)) STRICT",
    "CREATE INDEX recall_clinic ON recall (clinic_id, planned)",

    "CREATE TABLE recall_history (" ID ","
    " recall_id INTEGER NOT NULL REFERENCES recall (id),"
    " at INTEGER NOT NULL, who TEXT NOT NULL, from_state TEXT,"
    " to_state TEXT NOT NULL, why TEXT, status TEXT, " DAY(
        "recommended") ","
                       " " DAY(
                           "planned") ", model TEXT, model_version TEXT, fingerprint TEXT)"
                                      " STRICT",
    "CREATE INDEX recall_history_recall ON recall_history (recall_id)",

    /* Only the digest of a link's secret is ever stored. */
    "CREATE TABLE feed_link (" ID ","
    " clinic_id INTEGER NOT NULL REFERENCES clinic (id),"
    " public_id TEXT NOT NULL UNIQUE, token_sha256 BLOB NOT NULL UNIQUE"
    " CHECK (length(token_sha256) = 32), options TEXT NOT NULL,"
    " created INTEGER NOT NULL, revoked INTEGER, last_fetched INTEGER,"
    " last_client TEXT) STRICT",
    NULL,
};

static const char *const *const versions[] = {version_1};

enum {
    VERSIONS = (int)(sizeof versions / sizeof versions[0]),
    APPLICATION_ID = 0x46616465 /* "Fade" */
};

int
fade_store_version(void)
{
    return VERSIONS;
}

static fade_status
read_pragma(fade_store *store, const char *sql, int *out, fade_diag *diag)
{
    sqlite3_stmt *query = NULL;
    fade_status status = fade_database_prepare(store, sql, &query, diag);

    if (!status) {
        status = fade_database_step(store, query, diag);
    }
    if (!status) {
        *out = sqlite3_column_int(query, 0);
    }
    sqlite3_finalize(query);
    return status;
}

static fade_status
check_owner(fade_store *store, bool is_new, int *version, fade_diag *diag)
{
    const fade_place place = {.file = store->path};
    int application = 0;
    fade_status status =
        read_pragma(store, "PRAGMA application_id", &application, diag);

    if (!status) {
        status = read_pragma(store, "PRAGMA user_version", version, diag);
    }
    if (status || is_new) {
        return status;
    }
    if (application != APPLICATION_ID) {
        fade_diag_error(diag, place, "this is not a fadecast database");
        return FADE_EPARSE;
    }
    if (*version > VERSIONS) {
        fade_diag_error(diag, place,
                        "a newer fadecast wrote this database (tables of "
                        "version %d; this fadecast knows %d)",
                        *version, VERSIONS);
        return FADE_EPARSE;
    }
    return FADE_OK;
}

static fade_status
apply_versions(fade_store *store, int version, fade_diag *diag)
{
    char sql[64];

    for (; version < VERSIONS; version++) {
        for (const char *const *text = versions[version]; *text; text++) {
            fade_status status = fade_database_run(store, *text, diag);

            if (status) {
                return status;
            }
        }
    }
    (void)snprintf(sql, sizeof sql,
                   "PRAGMA application_id = %d; PRAGMA user_version = %d",
                   APPLICATION_ID, VERSIONS);
    return fade_database_run(store, sql, diag);
}

static fade_status
write_seed(fade_store *store, uint64_t seed, fade_diag *diag)
{
    sqlite3_stmt *insert = NULL;
    char text[24];
    fade_status status = fade_database_prepare(
        store, "INSERT INTO setting (name, value) VALUES ('seed', ?)", &insert,
        diag);

    if (!status) {
        (void)snprintf(text, sizeof text, "%" PRIu64, seed);
        fade_bind_text(insert, 1, text);
        status = fade_database_finish(store, insert, diag);
    }
    sqlite3_finalize(insert);
    return status;
}

static fade_status
migrate_within(fade_store *store, const uint64_t *new_seed, fade_diag *diag)
{
    int version = 0;
    fade_status status = check_owner(store, new_seed != NULL, &version, diag);

    if (!status && version < VERSIONS) {
        status = apply_versions(store, version, diag);
    }
    if (!status && new_seed) {
        status = write_seed(store, *new_seed, diag);
    }
    return status;
}

fade_status
fade_database_migrate(fade_store *store, const uint64_t *new_seed,
                      fade_diag *diag)
{
    int version = 0;
    fade_status status = check_owner(store, new_seed != NULL, &version, diag);

    /* The usual case takes no write lock, so that readers never wait. */
    if (status || version == VERSIONS) {
        return status;
    }
    status = fade_database_run(store, "BEGIN IMMEDIATE", diag);
    if (status) {
        return status;
    }
    status = migrate_within(store, new_seed, diag);
    if (!status) {
        status = fade_database_run(store, "COMMIT", diag);
    }
    if (status) {
        (void)sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
    }
    return status;
}
