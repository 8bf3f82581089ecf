/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Any bytes as a table: it could be taken whole, or is refused with a reason.
 * The first byte picks the table. Every run is a dry one, so that one database
 * serves all.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "clinic/import.h"
#include "fuzz/fuzz.h"

enum { PATH_SIZE = 128 };

typedef struct fuzz_clinic {
    char folder[PATH_SIZE / 2];
    char path[PATH_SIZE];
    fade_store *store;
} fuzz_clinic;

static void
put(fade_store *store, fade_entity_id id, const char *const *pairs)
{
    fade_record record;
    fade_outcome outcome;

    fade_record_init(&record, fade_entity_get(id));
    for (; *pairs; pairs += 2) {
        require(fade_record_set(
                    &record, fade_entity_column_index(record.entity, pairs[0]),
                    pairs[1], NULL)
                == FADE_OK);
    }
    require(fade_store_put(store, &record, &outcome, NULL) == FADE_OK);
    fade_record_clear(&record);
}

static void
make_clinic(fuzz_clinic *it)
{
    static const char *const clinic[] = {"code", "main", "time_zone", "UTC",
                                         NULL};
    static const char *const patient[] = {"code", "A1", NULL};
    static const char *const zone[] = {"patient", "A1", "zone", "crown", NULL};

    (void)snprintf(it->folder, sizeof it->folder, "/tmp/fadecast-fuzz-XXXXXX");
    require(mkdtemp(it->folder) != NULL);
    (void)snprintf(it->path, sizeof it->path, "%s/clinic.db", it->folder);
    require(fade_store_create(it->path, 1, &it->store, NULL) == FADE_OK);
    require(fade_store_begin(it->store, "fuzz", 0, NULL) == FADE_OK);
    put(it->store, FADE_CLINIC, clinic);
    put(it->store, FADE_PATIENT, patient);
    put(it->store, FADE_ZONE, zone);
    require(fade_store_commit(it->store, NULL) == FADE_OK);
}

static fuzz_clinic shared;

static void
remove_shared(void)
{
    fade_store_close(shared.store);
    (void)unlink(shared.path);
    (void)rmdir(shared.folder);
}

static fuzz_clinic *
take_shared(void)
{
    if (!shared.store) {
        make_clinic(&shared);
        require(atexit(remove_shared) == 0);
    }
    return &shared;
}

/* A link with the table's name to the file that lives in memory. */
static fade_status
import_as(fuzz_clinic *it, const char *table, const char *file, fade_diag *diag)
{
    char link_path[4 * PATH_SIZE];
    const char *path = link_path;
    const fade_import_request request = {.paths = &path,
                                         .count = 1,
                                         .who = "fuzz",
                                         .today = 20454,
                                         .dry_run = true};
    fade_import_report report;
    fade_status status;

    (void)snprintf(link_path, sizeof link_path, "%s/%s.csv", it->folder, table);
    require(symlink(file, link_path) == 0);
    status = fade_import(it->store, &request, &report, diag);
    fade_import_report_clear(&report);
    (void)unlink(link_path);
    return status;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fade_entity_id id = FADE_READING;
    fuzz_clinic *it = take_shared();
    fade_diag diag;
    int64_t clinics = 0;

    if (size > 0) {
        id = (fade_entity_id)(data[0] % FADE_ENTITIES);
        data++;
        size--;
    }
    fade_diag_init(&diag, 5);
    if (import_as(it, fade_entity_get(id)->table, fuzz_file(data, size), &diag)
        != FADE_OK) {
        require(diag.errors > 0);
    }
    require(fade_store_count(it->store, fade_entity_get(FADE_CLINIC), &clinics,
                             NULL)
            == FADE_OK);
    require(clinics == 1);
    fade_diag_clear(&diag);
    return 0;
}
