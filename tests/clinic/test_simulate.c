/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "clinic/simulate.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/csv.h"
#include "base/text.h"
#include "support/near.h"
#include "support/zones.h"

/* A folder for what the test writes, and both models. */
typedef struct bench {
    char folder[64];
    fade_model *model[FADE_PIGMENTS];
    fade_design design;
} bench;

static int
set_up(void **state)
{
    bench *made = calloc(1, sizeof *made);

    assert_non_null(made);
    strcpy(made->folder, "test_simulate.XXXXXX");
    assert_non_null(mkdtemp(made->folder));
    made->model[FADE_PERMANENT] = shipped_model("permanent");
    made->model[FADE_TEMPORARY] = shipped_model("temporary");
    made->design = fade_design_default();
    *state = made;
    return 0;
}

static int
tear_down(void **state)
{
    static const char *const files[] = {
        "cohort.csv",        "truth.csv",    "clinics.csv",
        "practitioners.csv", "patients.csv", "zones.csv",
        "sessions.csv",      "readings.csv", "contraindications.csv",
        "truth/zones.csv"};
    bench *made = *state;
    char path[128];

    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        snprintf(path, sizeof path, "%s/%s", made->folder, files[i]);
        unlink(path);
    }
    snprintf(path, sizeof path, "%s/truth", made->folder);
    rmdir(path);
    rmdir(made->folder);
    fade_model_destroy(made->model[FADE_TEMPORARY]);
    fade_model_destroy(made->model[FADE_PERMANENT]);
    free(made);
    return 0;
}

static void
set(bench *with, const char *key, const char *value)
{
    assert_int_equal(fade_design_set(&with->design, key, value,
                                     (fade_place){NULL, 0, NULL}, NULL),
                     FADE_OK);
}

static fade_simulation
simulation_of(bench *with, uint64_t seed)
{
    return (fade_simulation){
        .design = &with->design,
        .model = {with->model[FADE_PERMANENT], with->model[FADE_TEMPORARY]},
        .seed = seed};
}

static fade_simulated
simulate_cohort(bench *with, uint64_t seed)
{
    fade_simulation simulation = simulation_of(with, seed);
    fade_simulated made;

    assert_int_equal(
        fade_simulate_cohort(&simulation, with->folder, &made, NULL), FADE_OK);
    return made;
}

/* All of a written file, for the caller to free. */
static char *
contents_of(const char *folder, const char *name)
{
    char path[4096];
    char *bytes = NULL;
    size_t room = 0;
    FILE *file;

    snprintf(path, sizeof path, "%s/%s", folder, name);
    file = fopen(path, "r");
    assert_non_null(file);
    assert_true(getdelim(&bytes, &room, '\0', file) > 0);
    fclose(file);
    return bytes;
}

static void
the_same_seed_writes_the_same_bytes(void **state)
{
    bench *with = *state;
    char *first, *again, *other;

    set(with, "patients", "50");
    simulate_cohort(with, 3);
    first = contents_of(with->folder, "cohort.csv");
    simulate_cohort(with, 3);
    again = contents_of(with->folder, "cohort.csv");
    simulate_cohort(with, 4);
    other = contents_of(with->folder, "cohort.csv");
    assert_string_equal(first, again);
    assert_string_not_equal(first, other);
    free(other);
    free(again);
    free(first);
}

static void
more_patients_leave_the_first_ones_as_they_are(void **state)
{
    bench *with = *state;
    char *few, *many;

    set(with, "patients", "20");
    simulate_cohort(with, 3);
    few = contents_of(with->folder, "cohort.csv");
    set(with, "patients", "40");
    simulate_cohort(with, 3);
    many = contents_of(with->folder, "cohort.csv");
    assert_memory_equal(few, many, strlen(few));
    free(many);
    free(few);
}

static fade_csv_reader *
open_written(bench *with, const char *name, const fade_csv_column *columns,
             size_t count)
{
    fade_csv_reader *table = NULL;
    char path[128];

    snprintf(path, sizeof path, "%s/%s", with->folder, name);
    assert_int_equal(fade_csv_open(path, columns, count, true, &table, NULL),
                     FADE_OK);
    return table;
}

static double
number_in(const fade_csv_reader *table, size_t column)
{
    double value = 0.0;

    assert_int_equal(fade_number_parse(fade_csv_field(table, column), &value),
                     FADE_OK);
    return value;
}

/* Mean and sd of the truth's log drain rate are the model's, x2 in scars. */
static void
planted_people_are_the_model_s(void **state)
{
    static const fade_csv_column columns[] = {
        {"drain_rate", true}, {"dose", true}, {"healed_tone", true}};
    bench *with = *state;

    enum { PEOPLE = 4000 };

    double drain[2] = {0.0, 0.0};
    double dose[2] = {0.0, 0.0};
    fade_csv_reader *table;

    set(with, "patients", "4000");
    set(with, "scarring", "0");
    simulate_cohort(with, 9);
    table = open_written(with, "truth.csv", columns, 3);
    while (fade_csv_next(table, NULL) == FADE_OK) {
        double z = log(number_in(table, 0) / 0.105);

        drain[0] += z / PEOPLE;
        drain[1] += z * z / PEOPLE;
        z = log(number_in(table, 1));
        dose[0] += z / PEOPLE;
        dose[1] += z * z / PEOPLE;
        assert_true(number_in(table, 2) > 0.0);
    }
    fade_csv_close(table);
    assert_near(drain[0], 0.0, 4.0 * 0.5 / sqrt(PEOPLE));
    assert_near(sqrt(drain[1]), 0.5, 0.025);
    assert_near(dose[0], 0.0, 4.0 * 0.2 / sqrt(PEOPLE));
    assert_near(sqrt(dose[1]), 0.2, 0.01);
}

static void
a_cohort_follows_its_design(void **state)
{
    static const fade_csv_column columns[] = {
        {"ID", true},   {"TIME", true},   {"EVID", true},
        {"DOTS", true}, {"DV", true},     {"DVID", true},
        {"CENS", true}, {"SKIN_L", true}, {"UV_EXPOSURE", true}};
    bench *with = *state;
    double id = 0.0;
    double time = 0.0;
    fade_simulated made;
    fade_csv_reader *table;
    size_t rows = 0;

    set(with, "patients", "200");
    set(with, "dots", "100..101");
    set(with, "sessions", "3");
    made = simulate_cohort(with, 5);
    assert_int_equal(made.sessions, 600);
    table = open_written(with, "cohort.csv", columns, 9);
    while (fade_csv_next(table, NULL) == FADE_OK) {
        bool same = !(fabs(number_in(table, 0) - id) > 0.0);

        assert_true(!same || number_in(table, 1) >= time);
        id = number_in(table, 0);
        time = number_in(table, 1);
        if (number_in(table, 2) > 0.0) {
            assert_in_range((int)number_in(table, 3), 100, 101);
        } else if (number_in(table, 5) < 1.5) {
            assert_true(number_in(table, 4) >= 0.5);
        }
        assert_true(number_in(table, 7) >= 30.0 && number_in(table, 7) <= 75.0);
        rows++;
    }
    fade_csv_close(table);
    assert_int_equal(rows, made.sessions + made.readings);
}

/* Deterministic to the byte, so what lies in data/ proves its recipe. */
static void
the_sample_clinic_is_what_its_recipe_makes(void **state)
{
    static const char *const files[] = {
        "clinics.csv",           "practitioners.csv",
        "patients.csv",          "zones.csv",
        "sessions.csv",          "readings.csv",
        "contraindications.csv", "truth/zones.csv"};
    bench *with = *state;
    fade_simulation simulation = simulation_of(with, 2026);
    fade_simulated made;
    char folder[2048];
    char recipe[2100];

    snprintf(folder, sizeof folder, "%s/data/sample-clinic",
             getenv("FADE_SRCDIR"));
    snprintf(recipe, sizeof recipe, "%s.csv", folder);
    assert_int_equal(fade_design_read(recipe, &with->design, NULL), FADE_OK);
    assert_int_equal(
        fade_simulate_clinic(&simulation, with->folder, &made, NULL), FADE_OK);
    assert_int_equal(made.patients, 60);
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        char *here = contents_of(folder, files[i]);
        char *fresh = contents_of(with->folder, files[i]);

        assert_string_equal(here, fresh);
        free(fresh);
        free(here);
    }
}

static size_t
rows_with(bench *with, const char *file, const char *column, const char *value)
{
    const fade_csv_column columns[] = {{column, true}};
    fade_csv_reader *table = open_written(with, file, columns, 1);
    size_t count = 0;

    while (fade_csv_next(table, NULL) == FADE_OK) {
        count += strcmp(fade_csv_field(table, 0), value) == 0 ? 1 : 0;
    }
    fade_csv_close(table);
    return count;
}

static void
special_patients_are_as_many_as_asked_for(void **state)
{
    bench *with = *state;
    fade_simulation simulation = simulation_of(with, 1);
    fade_simulated made;

    set(with, "patients", "10");
    set(with, "until", "2026-10-30");
    set(with, "case_no_session", "1");
    set(with, "case_lasered", "1");
    set(with, "case_let_fade", "2");
    set(with, "case_contraindicated", "1");
    set(with, "case_not_followed", "1");
    set(with, "case_fut_scar", "1");
    assert_int_equal(
        fade_simulate_clinic(&simulation, with->folder, &made, NULL), FADE_OK);
    assert_int_equal(made.zones, 11);
    assert_int_equal(rows_with(with, "sessions.csv", "patient", "P0001"), 0);
    assert_true(rows_with(with, "sessions.csv", "kind", "laser") > 0);
    assert_int_equal(rows_with(with, "zones.csv", "let_fade", "yes"), 2);
    assert_int_equal(rows_with(with, "zones.csv", "zone", "FUT scar"), 1);
    assert_int_equal(
        rows_with(with, "contraindications.csv", "patient", "P0005"), 1);
    assert_int_equal(rows_with(with, "patients.csv", "followed", "no"), 1);
}

static void
nothing_is_on_file_after_the_last_day(void **state)
{
    static const fade_csv_column columns[] = {{"date", true}};
    static const char *const files[] = {"sessions.csv", "readings.csv"};
    bench *with = *state;
    fade_simulation simulation = simulation_of(with, 1);
    fade_simulated made;

    set(with, "patients", "100");
    set(with, "until", "2021-06-30");
    set(with, "case_healing", "5");
    assert_int_equal(
        fade_simulate_clinic(&simulation, with->folder, &made, NULL), FADE_OK);
    for (int i = 0; i < 2; i++) {
        fade_csv_reader *table = open_written(with, files[i], columns, 1);

        while (fade_csv_next(table, NULL) == FADE_OK) {
            assert_true(strcmp(fade_csv_field(table, 0), "2021-06-30") <= 0);
        }
        fade_csv_close(table);
    }
}

static void
refuse(bench *with, const char *key, const char *value, const char *word)
{
    fade_diag diag;

    fade_diag_init(&diag, 1);
    assert_int_equal(fade_design_set(&with->design, key, value,
                                     (fade_place){NULL, 0, NULL}, &diag),
                     FADE_EINVAL);
    assert_int_equal(diag.errors, 1);
    assert_non_null(strstr(diag.notes[0].text, word));
    fade_diag_clear(&diag);
}

static void
bad_designs_are_refused_in_words(void **state)
{
    bench *with = *state;
    fade_simulation simulation = simulation_of(with, 1);
    fade_simulated made;

    refuse(with, "patient", "5", "patients");
    refuse(with, "patients", "2.5", "whole number");
    refuse(with, "dots", "150..90", "LOW..HIGH");
    refuse(with, "dots", "90", "LOW..HIGH");
    refuse(with, "sessions", "0:1", "1 to 20");
    refuse(with, "sessions", "3:-1", "VALUE:WEIGHT");
    refuse(with, "uv_exposure", "", "VALUE:WEIGHT");
    refuse(with, "until", "2026-02-30", "YYYY-MM-DD");
    refuse(with, "temporary", "0,5", "number");
    set(with, "case_lasered", "1");
    assert_int_equal(
        fade_simulate_clinic(&simulation, with->folder, &made, NULL),
        FADE_EINVAL);
    set(with, "until", "2026-10-30");
    assert_int_equal(
        fade_simulate_cohort(&simulation, with->folder, &made, NULL),
        FADE_EINVAL);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int
main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_same_seed_writes_the_same_bytes),
        TEST(more_patients_leave_the_first_ones_as_they_are),
        TEST(planted_people_are_the_model_s),
        TEST(a_cohort_follows_its_design),
        TEST(the_sample_clinic_is_what_its_recipe_makes),
        TEST(special_patients_are_as_many_as_asked_for),
        TEST(nothing_is_on_file_after_the_last_day),
        TEST(bad_designs_are_refused_in_words),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
