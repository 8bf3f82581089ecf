/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/text.h"
#include "clinic/export.h"
#include "clinic/import.h"
#include "clinic/tables.h"
#include "support/cmocka_all.h"
#include "support/records.h"

typedef struct situation {
    scratch files;
    char path[SCRATCH_PATH]; /* of the database */
    fade_store *store;
    fade_diag diag;
    fade_import_report report;
} situation;

static void
make_store(situation *it, const char *name)
{
    assert_int_equal(fade_store_create(scratch_path(&it->files, name, it->path),
                                       1, &it->store, &it->diag),
                     FADE_OK);
}

static void
write_tables(const situation *it)
{
    char path[SCRATCH_PATH];

    (void)scratch_write(&it->files, "clinics.csv", CLINICS, path);
    (void)scratch_write(&it->files, "practitioners.csv", PRACTITIONERS, path);
    (void)scratch_write(&it->files, "patients.csv", PATIENTS, path);
    (void)scratch_write(&it->files, "zones.csv", ZONES, path);
    (void)scratch_write(&it->files, "sessions.csv", SESSIONS, path);
    (void)scratch_write(&it->files, "readings.csv", READINGS, path);
    (void)scratch_write(&it->files, "contraindications.csv", CONTRAINDICATIONS,
                        path);
}

static int
setup(void **state)
{
    situation *it = calloc(1, sizeof *it);

    assert_non_null(it);
    scratch_make(&it->files);
    fade_diag_init(&it->diag, 50);
    fade_diag_init(&it->report.warnings, 0);
    make_store(it, "clinic.db");
    write_tables(it);
    *state = it;
    return 0;
}

static int
teardown(void **state)
{
    situation *it = *state;

    fade_store_close(it->store);
    fade_import_report_clear(&it->report);
    fade_diag_clear(&it->diag);
    scratch_remove(&it->files);
    free(it);
    return 0;
}

static fade_status
import_paths(situation *it, const char *const *paths, size_t count,
             bool dry_run)
{
    const fade_import_request request = {.paths = paths,
                                         .count = count,
                                         .who = "tester",
                                         .now = FIXTURE_NOW,
                                         .today = 20454, /* 2026-01-01 */
                                         .dry_run = dry_run};

    fade_import_report_clear(&it->report);
    fade_diag_clear(&it->diag);
    return fade_import(it->store, &request, &it->report, &it->diag);
}

static fade_status
import_folder(situation *it, bool dry_run)
{
    const char *folder = it->files.directory;

    return import_paths(it, &folder, 1, dry_run);
}

static int64_t
total(const situation *it, fade_outcome outcome)
{
    int64_t sum = 0;

    for (int i = 0; i < FADE_ENTITIES; i++) {
        sum += it->report.rows[i][outcome];
    }
    return sum;
}

static int64_t
count(const situation *it, fade_entity_id entity)
{
    int64_t rows = -1;

    assert_int_equal(
        fade_store_count(it->store, fade_entity_get(entity), &rows, NULL),
        FADE_OK);
    return rows;
}

static void
a_folder_of_tables_comes_in_whole(void **state)
{
    situation *it = *state;

    assert_int_equal(import_folder(it, false), FADE_OK);
    assert_int_equal(total(it, FADE_ADDED), ALL_ROWS);
    assert_int_equal(it->report.files, FADE_ENTITIES);
    assert_int_equal(it->report.warnings.warnings, 0);
    assert_int_equal(count(it, FADE_SESSION), 4);
}

static void
a_second_import_changes_nothing(void **state)
{
    situation *it = *state;

    assert_int_equal(import_folder(it, false), FADE_OK);
    assert_int_equal(import_folder(it, false), FADE_OK);
    assert_int_equal(total(it, FADE_ADDED), 0);
    assert_int_equal(total(it, FADE_CHANGED), 0);
    assert_int_equal(total(it, FADE_UNCHANGED), ALL_ROWS);
}

static void
a_value_that_differs_is_changed(void **state)
{
    situation *it = *state;
    char path[SCRATCH_PATH];

    assert_int_equal(import_folder(it, false), FADE_OK);
    (void)scratch_write(&it->files, "patients.csv",
                        "code,phone\nA1,+49 30 2\nA2,\n", path);
    assert_int_equal(import_folder(it, false), FADE_OK);
    assert_int_equal(total(it, FADE_CHANGED), 1);
    assert_int_equal(it->report.rows[FADE_PATIENT][FADE_CHANGED], 1);
}

static void
a_dry_run_counts_and_changes_nothing(void **state)
{
    situation *it = *state;

    assert_int_equal(import_folder(it, true), FADE_OK);
    assert_int_equal(total(it, FADE_ADDED), ALL_ROWS);
    assert_int_equal(count(it, FADE_CLINIC), 0);
}

static void
files_may_be_named_in_any_order(void **state)
{
    situation *it = *state;
    static const char *const names[] = {"zones.csv", "patients.csv",
                                        "clinics.csv"};
    char paths[3][SCRATCH_PATH];
    const char *list[3];

    for (size_t i = 0; i < 3; i++) {
        list[i] = scratch_path(&it->files, names[i], paths[i]);
    }
    assert_int_equal(import_paths(it, list, 3, false), FADE_OK);
    assert_int_equal(count(it, FADE_ZONE), 3);
    assert_int_equal(count(it, FADE_SESSION), 0);
}

static void
spreadsheets_with_semicolons_are_read(void **state)
{
    situation *it = *state;
    char path[SCRATCH_PATH];

    (void)scratch_write(&it->files, "patients.csv",
                        "\xef\xbb\xbf"
                        "code;name;fitzpatrick\r\nA1;Ann;3\r\nA2;;\r\n",
                        path);
    assert_int_equal(import_folder(it, false), FADE_OK);
    assert_int_equal(count(it, FADE_PATIENT), 2);
}

typedef struct mistake {
    const char *file;
    const char *text;
    const char *said; /* place and words */
} mistake;

static const mistake mistakes[] = {
    {"clinics.csv", "code,time_zone\nmain,Europe/Berlni\n",
     "clinics.csv:2: time_zone: 'Europe/Berlni' is not a time zone"},
    {"clinics.csv", "code,time_zone\nmain,../passwd\n",
     "clinics.csv:2: time_zone: '../passwd' is not an IANA time zone"},
    {"clinics.csv", "code,time_zone\nmain,\n",
     "clinics.csv:2: time_zone: it must not be empty"},
    {"clinics.csv", "code,time_zone\nma/in,UTC\n",
     "clinics.csv:2: code: 'ma/in' is not a code"},
    {"clinics.csv", "code,time_zone,hemisphere\nmain,UTC,nroth\n",
     "clinics.csv:2: hemisphere: 'nroth' is not one of north, south (did you "
     "mean 'north'?)"},
    {"practitioners.csv", "code,active\nkim,maybe\n",
     "practitioners.csv:2: active: 'maybe' is not yes or no"},
    {"patients.csv", "code,fitzpatrick\nA1,7\nA2,\n",
     "patients.csv:2: fitzpatrick: '7' is not a whole number from 1 to 6"},
    {"patients.csv", "code,name\nA1,\"Ann\nBee\"\nA2,\n",
     "patients.csv:2: name: the value has a line break"},
    {"patients.csv", "code,nmae\nA1,Ann\nA2,\n", "patients.csv:1: nmae: "},
    {"patients.csv", "code\nA1\nA2\nA1\n",
     "patients.csv:4: patient 'main/A1' was given before, in line 2 of"},
    {"patients.csv", "clinic,code\nmain,A1\nwest,A2\n",
     "patients.csv:3: clinic: there is no clinic 'west'"},
    {"zones.csv", "patient,zone,skin_lightness\nA1,hairline,15\n",
     "zones.csv:2: skin_lightness: '15' is not a number from 20 to 100"},
    {"zones.csv", "patient,zone,skin_lightness\nA1,hairline,\"58,5\"\n",
     "zones.csv:2: skin_lightness: '58,5' is not a number (the decimal sign"},
    {"zones.csv", "patient,zone,uv_exposure\nA1,hairline,hgih\n",
     "zones.csv:2: uv_exposure: 'hgih' is not a number from 0 to 10 or one of "
     "low, typical, high"},
    {"zones.csv", "patient,zone\nA9,crown\n",
     "zones.csv:2: patient: clinic 'main' has no patient 'A9'"},
    {"sessions.csv",
     "patient,zone,date,pigment\nA1,crown,2024-01-01,permanent\n",
     "sessions.csv:2: zone: patient 'A1' has no zone 'crown'"},
    {"sessions.csv", "patient,zone,date\nA1,hairline,2024-01-01\n",
     "sessions.csv:2: pigment: an implant needs its pigment"},
    {"sessions.csv",
     "patient,zone,date,pigment\nA1,hairline,2023-02-29,permanent\n",
     "sessions.csv:2: date: '2023-02-29' does not exist: February 2023 has 28 days"},
    {"sessions.csv",
     "patient,zone,date,pigment\nA1,hairline,0024-02-29,permanent\n",
     "sessions.csv:2: date: '0024-02-29' is not a date as in 2026-05-01, "
     "years 1900 to 2199"},
    {"sessions.csv",
     "patient,zone,date,pigment\nA1,hairline,1.3.2024,permanent\n",
     "sessions.csv:2: date: '1.3.2024' is not a date as in 2026-05-01"},
    {"sessions.csv", "patient,zone,date,kind\nA1,hairline,2024-01-01,laser\n",
     "sessions.csv:2: shatter: a laser session needs it"},
    {"sessions.csv",
     "patient,zone,date,pigment,shatter\n"
     "A1,hairline,2024-01-01,permanent,0.3\n",
     "sessions.csv:2: shatter: '0.3': only a laser session has it"},
    {"sessions.csv",
     "patient,zone,date,pigment,dose\nA1,hairline,2024-01-01,permanent,0\n",
     "sessions.csv:2: dose: '0' is not a number above 0 up to 10"},
    {"sessions.csv",
     "patient,zone,date,pigment,practitioner\n"
     "A1,hairline,2024-01-01,permanent,pat\n",
     "sessions.csv:2: practitioner: clinic 'main' has no practitioner 'pat'"},
    {"sessions.csv",
     "patient,zone,date,pigment,model\n"
     "A1,hairline,2024-01-01,permanent,bigmodel\n",
     "sessions.csv:2: model: 'bigmodel': there is no model \"bigmodel\"; there "
     "is "},
    {"sessions.csv",
     "patient,zone,date,pigment,model\n"
     "A1,hairline,2024-01-01,permanent,bigmodel\n"
     "A1,hairline,2024-01-02,permanent,bigmodel\n",
     "sessions.csv:3: model: 'bigmodel': it cannot be used"},
    {"sessions.csv", "patient,zone,date,pigment\nA1,hairline,2024-01-01\n",
     "sessions.csv:2: "},
    {"readings.csv",
     "patient,zone,date,kind,value\nA1,hairline,2024-05-01,tone,\n",
     "readings.csv:2: value: it must not be empty"},
    {"sessions.csv",
     "patient,zone,date,pigment\nA1,hairline,2024-13-01,permanent\n",
     "sessions.csv:2: date: '2024-13-01' does not exist: the month"},
    {"sessions.csv",
     "patient,zone,date,kind,pigment,shatter\n"
     "A1,hairline,2024-01-01,laser,permanent,0.3\n",
     "sessions.csv:2: pigment: 'permanent': a laser session has none"},
    {"practitioners.csv", "code\nkim\nM\xc3\x9c\n",
     "practitioners.csv:3: code: 'M\xc3\x9c' is not a code: letters a to z"},
    {"readings.csv",
     "patient,zone,date,kind,value\nA1,hairline,2024-05-01,tone,<3\n",
     "readings.csv:2: value: '<3' is not a number: give the number alone, and "
     "below in the column censored"},
    {"readings.csv",
     "patient,zone,date,kind,value\nA1,hairline,2024-05-01,score,11\n",
     "readings.csv:2: value: '11' is off the scale of 0 to 10"},
    {"readings.csv",
     "patient,zone,date,kind,value\nA1,hairline,2024-05-01,score,7.5\n",
     "readings.csv:2: value: '7.5' is no point of this scale, which goes in "
     "steps of 1; "},
    {"readings.csv",
     "patient,zone,date,kind,value,limit\nA1,hairline,2024-05-01,tone,3,1\n",
     "readings.csv:2: limit: '1': only a censored reading has it"},
    {"readings.csv",
     "patient,zone,date,kind,value,censored,limit\n"
     "A1,hairline,2024-05-01,tone,3,below,4\n",
     "readings.csv:2: limit: '4' must lie under the value, '3'"},
    {"readings.csv",
     "patient,zone,date,kind,value,scale_max\n"
     "A1,hairline,2024-05-01,tone,3,10\n",
     "readings.csv:2: scale_max: '10': only a score has it"},
    {"contraindications.csv",
     "patient,what,from,until\nA1,infection,2024-05-01,2024-04-01\n",
     "contraindications.csv:2: until: '2024-04-01' lies before the first day, "
     "'2024-05-01'"},
};

static void
assert_said(const situation *it, const mistake *made)
{
    char *words = diag_words(&it->diag);

    if (!strstr(words, made->said)) {
        fail_msg("%s%s\nshould say: %s\nsays: %s", made->file, made->text,
                 made->said, words);
    }
    free(words);
}

static void
every_mistake_is_said_with_place_value_and_what_is_allowed(void **state)
{
    situation *it = *state;

    for (size_t i = 0; i < sizeof mistakes / sizeof *mistakes; i++) {
        char path[SCRATCH_PATH];

        write_tables(it);
        (void)scratch_write(&it->files, mistakes[i].file, mistakes[i].text,
                            path);
        assert_int_equal(import_folder(it, false), FADE_EPARSE);
        assert_said(it, &mistakes[i]);
        assert_int_equal(count(it, FADE_CLINIC), 0);
    }
}

static void
one_mistake_brings_no_others_with_it(void **state)
{
    situation *it = *state;
    char path[SCRATCH_PATH];

    (void)scratch_write(&it->files, "patients.csv",
                        "code,fitzpatrick\nA1,9\nA2,1\n", path);
    assert_int_equal(import_folder(it, false), FADE_EPARSE);
    assert_int_equal(it->diag.errors, 1);
    assert_int_equal(it->report.refused, 1);
    (void)scratch_write(&it->files, "patients.csv", "code,nmae\nA1,\n", path);
    assert_int_equal(import_folder(it, false), FADE_EPARSE);
    assert_int_equal(it->diag.errors, 1);
}

static void
all_mistakes_of_all_files_are_counted(void **state)
{
    situation *it = *state;
    fade_text table = {0};
    char path[SCRATCH_PATH];

    fade_text_add(&table, "patient,zone,date,kind,value\n");
    for (int i = 0; i < 100; i++) {
        fade_text_add(&table, "A1,hairline,2024-13-01,tone,x\n");
    }
    (void)scratch_write(&it->files, "readings.csv", fade_text_string(&table),
                        path);
    (void)scratch_write(&it->files, "contraindications.csv",
                        "patient,what,from\nA1,infection,soon\n", path);
    fade_text_clear(&table);
    assert_int_equal(import_folder(it, false), FADE_EPARSE);
    assert_int_equal(it->diag.errors, 201);
    assert_int_equal(it->diag.kept, 50);
    assert_int_equal(it->report.refused, 101);
}

static void
what_looks_like_a_mistake_is_warned_of(void **state)
{
    situation *it = *state;
    char path[SCRATCH_PATH];
    char *words = NULL;

    (void)scratch_write(&it->files, "sessions.csv",
                        "patient,zone,date,pigment\n"
                        "A1,hairline,2030-01-01,permanent\n",
                        path);
    (void)scratch_write(&it->files, "readings.csv",
                        "patient,zone,date,kind,value\n"
                        "A1,hairline,2024-01-01,tone,3\n",
                        path);
    assert_int_equal(import_folder(it, false), FADE_OK);
    words = diag_words(&it->report.warnings);
    assert_non_null(strstr(words, "sessions.csv:2: date: '2030-01-01' is yet"));
    assert_non_null(strstr(words, "readings.csv:2: date: the zone has no"));
    free(words);
    assert_int_equal(count(it, FADE_READING), 1);
}

static void
without_any_clinic_one_thing_is_said(void **state)
{
    situation *it = *state;
    char path[SCRATCH_PATH];

    assert_int_equal(remove(scratch_path(&it->files, "clinics.csv", path)), 0);
    assert_int_equal(import_folder(it, false), FADE_ENOTFOUND);
    assert_int_equal(it->diag.errors, 1);
    assert_non_null(strstr(it->diag.notes[0].text, "no clinic yet"));
}

static void
a_file_that_is_no_table_is_refused_by_name(void **state)
{
    situation *it = *state;
    char path[SCRATCH_PATH];
    const char *list[] = {
        scratch_write(&it->files, "clients.csv", "code\nA1\n", path)};

    assert_int_equal(import_paths(it, list, 1, false), FADE_EPARSE);
    assert_non_null(strstr(it->diag.notes[0].text, "patients.csv"));
    assert_int_equal(import_folder(it, false), FADE_OK);
    assert_int_equal(it->report.warnings.warnings, 1);
}

static const char *const table_files[FADE_ENTITIES] = {
    "clinics.csv",  "practitioners.csv", "patients.csv",         "zones.csv",
    "sessions.csv", "readings.csv",      "contraindications.csv"};

static void
export_to(situation *it, const char *name, char *folder)
{
    fade_export_request request = {.directory =
                                       scratch_path(&it->files, name, folder)};
    int64_t rows[FADE_ENTITIES];

    for (int i = 0; i < FADE_ENTITIES; i++) {
        request.tables[i] = true;
    }
    assert_int_equal(fade_export(it->store, &request, rows, &it->diag),
                     FADE_OK);
}

static void
assert_same_files(const char *one, const char *other)
{
    for (int i = 0; i < FADE_ENTITIES; i++) {
        char path[2 * SCRATCH_PATH];
        char *bytes;
        char *others;

        (void)snprintf(path, sizeof path, "%s/%s", one, table_files[i]);
        bytes = scratch_read(path, NULL);
        (void)snprintf(path, sizeof path, "%s/%s", other, table_files[i]);
        others = scratch_read(path, NULL);
        assert_non_null(bytes);
        assert_non_null(others);
        assert_string_equal(bytes, others);
        free(bytes);
        free(others);
    }
}

static void
what_was_exported_comes_back_byte_for_byte(void **state)
{
    situation *it = *state;
    char first[SCRATCH_PATH];
    char second[SCRATCH_PATH];
    const char *folder = first;

    assert_int_equal(import_folder(it, false), FADE_OK);
    export_to(it, "first", first);
    fade_store_close(it->store);
    make_store(it, "again.db");
    assert_int_equal(import_paths(it, &folder, 1, false), FADE_OK);
    assert_int_equal(total(it, FADE_ADDED), ALL_ROWS);
    export_to(it, "second", second);
    assert_same_files(first, second);
}

static void
an_import_of_the_export_changes_nothing(void **state)
{
    situation *it = *state;
    char first[SCRATCH_PATH];
    const char *folder = first;

    assert_int_equal(import_folder(it, false), FADE_OK);
    export_to(it, "first", first);
    assert_int_equal(import_paths(it, &folder, 1, false), FADE_OK);
    assert_int_equal(total(it, FADE_UNCHANGED), ALL_ROWS);
}

static void
an_export_is_sorted_canonical_and_for_its_owner_only(void **state)
{
    situation *it = *state;
    char folder[SCRATCH_PATH];
    char path[2 * SCRATCH_PATH];
    struct stat file;
    char *bytes;

    assert_int_equal(import_folder(it, false), FADE_OK);
    export_to(it, "out", folder);
    (void)snprintf(path, sizeof path, "%s/sessions.csv", folder);
    assert_int_equal(stat(path, &file), 0);
    assert_int_equal(file.st_mode & 07777, 0600);
    bytes = scratch_read(path, NULL);
    assert_string_equal(
        bytes,
        "clinic,patient,zone,date,number,kind,pigment,model,dose,dots,shatter,"
        "practitioner,note\n"
        "main,A1,FUT scar,2024-03-01,1,implant,temporary,,0.8,,,,\n"
        "main,A1,FUT scar,2024-09-01,1,laser,,,,,0.35,,\n"
        "main,A1,hairline,2024-03-01,1,implant,permanent,,1,110,,kim,\n"
        "main,A1,hairline,2024-03-15,1,implant,permanent,,,96,,kim,\n");
    free(bytes);
    assert_int_equal(stat(folder, &file), 0);
    assert_int_equal(file.st_mode & 07777, 0700);
}

int
main(void)
{
#define WITH_TABLES(test) cmocka_unit_test_setup_teardown(test, setup, teardown)
    const struct CMUnitTest tests[] = {
        WITH_TABLES(a_folder_of_tables_comes_in_whole),
        WITH_TABLES(a_second_import_changes_nothing),
        WITH_TABLES(a_value_that_differs_is_changed),
        WITH_TABLES(a_dry_run_counts_and_changes_nothing),
        WITH_TABLES(files_may_be_named_in_any_order),
        WITH_TABLES(spreadsheets_with_semicolons_are_read),
        WITH_TABLES(every_mistake_is_said_with_place_value_and_what_is_allowed),
        WITH_TABLES(one_mistake_brings_no_others_with_it),
        WITH_TABLES(all_mistakes_of_all_files_are_counted),
        WITH_TABLES(what_looks_like_a_mistake_is_warned_of),
        WITH_TABLES(without_any_clinic_one_thing_is_said),
        WITH_TABLES(a_file_that_is_no_table_is_refused_by_name),
        WITH_TABLES(what_was_exported_comes_back_byte_for_byte),
        WITH_TABLES(an_import_of_the_export_changes_nothing),
        WITH_TABLES(an_export_is_sorted_canonical_and_for_its_owner_only),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
