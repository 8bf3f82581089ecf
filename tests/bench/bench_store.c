/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Rows per CPU second into and out of the database: a clinic of 2,000
 * patients, each with a zone, three sessions and four readings, as CSV tables
 * on disk, imported in one durable transaction (synchronous FULL) into a new
 * database, then again where nothing changes, exported, and read as charts.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "bench/bench.h"
#include "clinic/export.h"
#include "clinic/import.h"
#include "store/chart.h"

enum {
    PATIENTS = 2000,
    SESSIONS = 3,
    READINGS = 4,
    ROWS = 1 + PATIENTS * (1 + 1 + SESSIONS + READINGS),
    PATH_SIZE = 256
};

typedef struct bench_clinic {
    char folder[PATH_SIZE / 2];
    char database[PATH_SIZE];
    char out[PATH_SIZE];
} bench_clinic;

static void
must(bool right, const char *what)
{
    if (!right) {
        (void)fprintf(stderr, "bench_store: %s failed\n", what);
        exit(EXIT_FAILURE);
    }
}

static FILE *
table(const bench_clinic *clinic, const char *name, const char *header)
{
    char path[PATH_SIZE];
    FILE *file;

    (void)snprintf(path, sizeof path, "%s/%s.csv", clinic->folder, name);
    file = fopen(path, "w");
    must(file != NULL, path);
    must(fprintf(file, "%s\n", header) > 0, path);
    return file;
}

static void
write_patients(const bench_clinic *clinic)
{
    FILE *patients = table(clinic, "patients", "code,name,fitzpatrick");
    FILE *zones = table(clinic, "zones", "patient,zone,skin_lightness");

    for (int i = 0; i < PATIENTS; i++) {
        (void)fprintf(patients, "P%05d,Patient Number %d,%d\n", i, i,
                      1 + i % 6);
        (void)fprintf(zones, "P%05d,crown,%d.5\n", i, 40 + i % 30);
    }
    must(fclose(patients) == 0 && fclose(zones) == 0, "writing");
}

static void
write_events(const bench_clinic *clinic)
{
    FILE *sessions =
        table(clinic, "sessions", "patient,zone,date,pigment,dots");
    FILE *readings = table(clinic, "readings", "patient,zone,date,kind,value");

    for (int i = 0; i < PATIENTS; i++) {
        for (int j = 0; j < SESSIONS; j++) {
            (void)fprintf(sessions, "P%05d,crown,2024-%02d-%02d,permanent,%d\n",
                          i, 1 + j, 1 + i % 28, 90 + i % 50);
        }
        for (int j = 0; j < READINGS; j++) {
            (void)fprintf(readings, "P%05d,crown,2025-%02d-%02d,tone,%d.%d\n",
                          i, 1 + 3 * j, 1 + i % 28, 2 + j % 3, i % 10);
        }
    }
    must(fclose(sessions) == 0 && fclose(readings) == 0, "writing");
}

static void
write_clinic(bench_clinic *clinic)
{
    FILE *clinics;

    (void)snprintf(clinic->folder, sizeof clinic->folder,
                   "/tmp/fadecast-bench-XXXXXX");
    must(mkdtemp(clinic->folder) != NULL, clinic->folder);
    (void)snprintf(clinic->database, sizeof clinic->database, "%s/clinic.db",
                   clinic->folder);
    (void)snprintf(clinic->out, sizeof clinic->out, "%s/out", clinic->folder);
    clinics = table(clinic, "clinics", "code,time_zone");
    must(fprintf(clinics, "main,UTC\n") > 0 && fclose(clinics) == 0, "writing");
    write_patients(clinic);
    write_events(clinic);
}

static void
remove_clinic(const bench_clinic *clinic)
{
    static const char *const names[] = {"clinic.db",
                                        "clinics.csv",
                                        "patients.csv",
                                        "zones.csv",
                                        "sessions.csv",
                                        "readings.csv",
                                        "out/clinics.csv",
                                        "out/patients.csv",
                                        "out/zones.csv",
                                        "out/sessions.csv",
                                        "out/readings.csv",
                                        "out/practitioners.csv",
                                        "out/contraindications.csv"};
    char path[PATH_SIZE];

    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        (void)snprintf(path, sizeof path, "%s/%s", clinic->folder, names[i]);
        (void)unlink(path);
    }
    (void)rmdir(clinic->out);
    (void)rmdir(clinic->folder);
}

static void
import_into(const bench_clinic *clinic, fade_store *store, fade_outcome want)
{
    const char *folder = clinic->folder;
    const fade_import_request request = {
        .paths = &folder, .count = 1, .who = "bench", .today = 20454};
    fade_import_report report;
    int64_t rows = 0;

    must(fade_import(store, &request, &report, NULL) == FADE_OK, "import");
    for (int i = 0; i < FADE_ENTITIES; i++) {
        rows += report.rows[i][want];
    }
    must(rows == ROWS, "counting");
    fade_import_report_clear(&report);
}

static void
import_new(void *context, size_t times)
{
    const bench_clinic *clinic = context;

    for (size_t i = 0; i < times; i++) {
        fade_store *store = NULL;

        (void)unlink(clinic->database);
        must(fade_store_create(clinic->database, 1, &store, NULL) == FADE_OK,
             "init");
        import_into(clinic, store, FADE_ADDED);
        fade_store_close(store);
    }
}

static fade_store *
open_store(const bench_clinic *clinic)
{
    fade_store *store = NULL;

    must(fade_store_open(clinic->database, &store, NULL) == FADE_OK, "open");
    return store;
}

static void
import_again(void *context, size_t times)
{
    const bench_clinic *clinic = context;
    fade_store *store = open_store(clinic);

    for (size_t i = 0; i < times; i++) {
        import_into(clinic, store, FADE_UNCHANGED);
    }
    fade_store_close(store);
}

static void
export_all(void *context, size_t times)
{
    const bench_clinic *clinic = context;
    fade_export_request request = {.directory = clinic->out};
    int64_t rows[FADE_ENTITIES];
    fade_store *store = open_store(clinic);

    for (int i = 0; i < FADE_ENTITIES; i++) {
        request.tables[i] = true;
    }
    for (size_t i = 0; i < times; i++) {
        must(fade_export(store, &request, rows, NULL) == FADE_OK, "export");
    }
    fade_store_close(store);
}

static void
read_charts(void *context, size_t times)
{
    fade_store *store = open_store(context);
    fade_chart chart;

    fade_chart_init(&chart);
    for (size_t i = 0; i < times; i++) {
        fade_chart_cursor *cursor = NULL;

        must(fade_charts_open(store, NULL, &cursor, NULL) == FADE_OK, "charts");
        while (fade_charts_next(cursor, &chart, NULL) == FADE_OK) {
            bench_keep(chart.zones[0].skin_lightness);
        }
        fade_charts_close(cursor);
    }
    fade_chart_clear(&chart);
    fade_store_close(store);
}

int
main(void)
{
    bench_yardstick yardstick = bench_exp_yardstick();
    bench_clinic clinic = {{0}, {0}, {0}};

    write_clinic(&clinic);
    bench_say("rows imported, new", ROWS * bench_rate(import_new, &clinic),
              "rows/s", yardstick);
    bench_say("rows imported, unchanged",
              ROWS * bench_rate(import_again, &clinic), "rows/s", yardstick);
    bench_say("rows exported", ROWS * bench_rate(export_all, &clinic), "rows/s",
              yardstick);
    bench_say("charts read", PATIENTS * bench_rate(read_charts, &clinic),
              "patients/s", yardstick);
    remove_clinic(&clinic);
    return bench_end();
}
