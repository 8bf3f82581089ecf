/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include <sqlite3.h>

#include "base/text.h"
#include "store/database.h"
#include "store/sql.h"
#include "support/cmocka_all.h"
#include "support/records.h"

static int
setup(void **state)
{
    fixture *it = malloc(sizeof *it);
    fade_outcome outcome;

    assert_non_null(it);
    fixture_make(it);
    assert_int_equal(fixture_put(it, FADE_PRACTITIONER, "code=kim", &outcome),
                     FADE_OK);
    assert_int_equal(
        fixture_put(it, FADE_PATIENT, "code=A12;name=Ann Bee", &outcome),
        FADE_OK);
    assert_int_equal(
        fixture_put(it, FADE_ZONE, "patient=A12;zone=crown", &outcome),
        FADE_OK);
    *state = it;
    return 0;
}

static int
teardown(void **state)
{
    fixture_remove(*state);
    free(*state);
    return 0;
}

#define SESSION \
    "patient=A12;zone=crown;date=2025-03-01;pigment=permanent;practitioner=kim"

/* Is what the diagnoses say among it? They are cleared. */
static void
assert_said(fixture *it, const char *words)
{
    char *said = diag_words(&it->diag);

    if (!strstr(said, words)) {
        fail_msg("'%s' is not in:\n%s", words, said);
    }
    free(said);
    fade_diag_clear(&it->diag);
}

static void
find(fixture *it, fade_record *record, fade_entity_id entity,
     const char *columns)
{
    fade_record_init(record, fade_entity_get(entity));
    assert_int_equal(record_fill(record, columns, &it->diag), FADE_OK);
    assert_int_equal(fade_store_find(it->store, record, &it->diag), FADE_OK);
}

static int
count(fixture *it, const char *table)
{
    sqlite3_stmt *query = NULL;
    fade_text sql = {0};
    int value = -1;

    fade_text_addf(&sql, "SELECT count(*) FROM \"%s\"", table);
    assert_int_equal(
        fade_database_prepare(it->store, fade_text_string(&sql), &query, NULL),
        FADE_OK);
    assert_int_equal(sqlite3_step(query), SQLITE_ROW);
    value = sqlite3_column_int(query, 0);
    (void)sqlite3_finalize(query);
    fade_text_clear(&sql);
    return value;
}

static void
every_column_of_the_table_is_one_of_the_database(void **state)
{
    fixture *it = *state;

    for (int i = 0; i < FADE_ENTITIES; i++) {
        fade_entity_id id = (fade_entity_id)i;
        sqlite3_stmt *query = NULL;
        fade_text sql = {0};

        fade_sql_list(fade_entity_get(id), NULL, false, &sql);
        assert_int_equal(fade_database_prepare(
                             it->store, fade_text_string(&sql), &query, NULL),
                         FADE_OK);
        assert_int_equal(sqlite3_column_count(query),
                         fade_entity_get(id)->count + 1);
        (void)sqlite3_finalize(query);
        fade_text_clear(&sql);
    }
}

static void
every_column_of_the_database_is_one_of_the_table(void **state)
{
    fixture *it = *state;

    for (int i = 0; i < FADE_ENTITIES; i++) {
        const fade_entity *entity = fade_entity_get((fade_entity_id)i);
        size_t own = entity->count - entity->path;
        size_t parent = fade_entity_parent(entity) ? 1 : 0;
        sqlite3_stmt *query = NULL;
        fade_text sql = {0};

        fade_text_addf(&sql, "SELECT * FROM \"%s\"", entity->name);
        assert_int_equal(fade_database_prepare(
                             it->store, fade_text_string(&sql), &query, NULL),
                         FADE_OK);
        assert_int_equal(sqlite3_column_count(query), 1 + parent + own);
        (void)sqlite3_finalize(query);
        fade_text_clear(&sql);
    }
}

static void
lists_stream_off_the_indexes_without_sorting(void **state)
{
    fixture *it = *state;

    for (int i = 0; i < FADE_ENTITIES; i++) {
        sqlite3_stmt *query = NULL;
        fade_text sql = {0};

        fade_text_add(&sql, "EXPLAIN QUERY PLAN ");
        fade_sql_list(fade_entity_get((fade_entity_id)i), NULL, false, &sql);
        assert_int_equal(fade_database_prepare(
                             it->store, fade_text_string(&sql), &query, NULL),
                         FADE_OK);
        while (sqlite3_step(query) == SQLITE_ROW) {
            const char *step = (const char *)sqlite3_column_text(query, 3);

            if (strstr(step, "TEMP B-TREE")) {
                fail_msg("%s: %s", fade_text_string(&sql), step);
            }
        }
        (void)sqlite3_finalize(query);
        fade_text_clear(&sql);
    }
}

static void
a_record_comes_back_in_canonical_form(void **state)
{
    fixture *it = *state;
    fade_outcome outcome;
    fade_record session;

    assert_int_equal(
        fixture_put(it, FADE_SESSION,
                    "patient=A12;zone=crown;date=2025-03-01;kind=Implant;"
                    "pigment=PERMANENT;dose=1.50;dots=0120;practitioner=kim;"
                    "note=  two words ",
                    &outcome),
        FADE_OK);
    assert_int_equal(outcome, FADE_ADDED);
    find(it, &session, FADE_SESSION, "patient=A12;zone=crown;date=2025-03-01");
    assert_string_equal(fade_record_named(&session, "clinic"), "main");
    assert_string_equal(fade_record_named(&session, "number"), "1");
    assert_string_equal(fade_record_named(&session, "kind"), "implant");
    assert_string_equal(fade_record_named(&session, "pigment"), "permanent");
    assert_string_equal(fade_record_named(&session, "dose"), "1.5");
    assert_string_equal(fade_record_named(&session, "dots"), "120");
    assert_string_equal(fade_record_named(&session, "practitioner"), "kim");
    assert_string_equal(fade_record_named(&session, "shatter"), "");
    assert_string_equal(fade_record_named(&session, "note"), "two words");
    fade_record_clear(&session);
}

static void
putting_the_same_record_again_changes_nothing(void **state)
{
    fixture *it = *state;
    fade_outcome outcome;

    assert_int_equal(fixture_put(it, FADE_SESSION, SESSION, &outcome), FADE_OK);
    assert_int_equal(fixture_put(it, FADE_SESSION, SESSION, &outcome), FADE_OK);
    assert_int_equal(outcome, FADE_UNCHANGED);
    assert_int_equal(count(it, "session"), 1);
    assert_int_equal(count(it, "change"), 0);
}

static void
columns_that_are_not_given_stay_and_empty_ones_are_emptied(void **state)
{
    fixture *it = *state;
    fade_outcome outcome;
    fade_record patient;

    assert_int_equal(fixture_put(it, FADE_PATIENT,
                                 "code=A12;followed=no;phone=123", &outcome),
                     FADE_OK);
    assert_int_equal(outcome, FADE_CHANGED);
    assert_int_equal(
        fixture_put(it, FADE_PATIENT, "code=A12;followed;phone", &outcome),
        FADE_OK);
    find(it, &patient, FADE_PATIENT, "code=A12");
    assert_string_equal(fade_record_named(&patient, "name"), "Ann Bee");
    assert_string_equal(fade_record_named(&patient, "followed"), "yes");
    assert_string_equal(fade_record_named(&patient, "phone"), "");
    fade_record_clear(&patient);
}

static fade_status
add_line(void *context, const fade_change *change)
{
    fade_text *lines = context;

    fade_text_addf(lines, "%lld %s %s %s %s: '%s' -> '%s'\n",
                   (long long)change->at, change->who, change->action,
                   change->key, change->column, change->old_value,
                   change->new_value);
    return FADE_OK;
}

static void
an_edit_keeps_who_when_and_both_values(void **state)
{
    fixture *it = *state;
    fade_text lines = {0};
    fade_outcome outcome;
    fade_record patient;

    assert_int_equal(fixture_put(it, FADE_PATIENT,
                                 "code=A12;name=Ann Cee;followed=yes;phone=1",
                                 &outcome),
                     FADE_OK);
    find(it, &patient, FADE_PATIENT, "code=A12");
    assert_int_equal(
        fade_store_history(it->store, &patient, add_line, &lines, &it->diag),
        FADE_OK);
    assert_string_equal(
        fade_text_string(&lines),
        "1767225600 tester edit main/A12 name: 'Ann Bee' -> 'Ann Cee'\n"
        "1767225600 tester edit main/A12 phone: '' -> '1'\n");
    fade_text_clear(&lines);
    fade_record_clear(&patient);
}

static fade_status
edit(fixture *it, fade_record *found, const char *columns,
     fade_outcome *outcome)
{
    fade_record record;
    fade_status status;

    fade_record_init(&record, found->entity);
    assert_int_equal(fade_store_begin(it->store, "tester", 5, NULL), FADE_OK);
    status = record_fill(&record, columns, &it->diag);
    if (!status) {
        status = fade_store_edit(it->store, found, &record, outcome, &it->diag);
    }
    if (!status) {
        status = fade_store_commit(it->store, &it->diag);
    }
    fade_store_rollback(it->store);
    fade_record_clear(&record);
    return status;
}

static void
a_renamed_patient_keeps_zones_and_history(void **state)
{
    fixture *it = *state;
    fade_text lines = {0};
    fade_outcome outcome;
    fade_record patient;
    fade_record zone;

    find(it, &patient, FADE_PATIENT, "code=A12");
    assert_int_equal(edit(it, &patient, "code=B7", &outcome), FADE_OK);
    assert_int_equal(outcome, FADE_CHANGED);
    fade_record_clear(&patient);
    find(it, &zone, FADE_ZONE, "patient=B7;zone=crown");
    fade_record_clear(&zone);
    find(it, &patient, FADE_PATIENT, "code=B7");
    assert_int_equal(
        fade_store_history(it->store, &patient, add_line, &lines, &it->diag),
        FADE_OK);
    assert_string_equal(fade_text_string(&lines),
                        "5 tester edit main/A12 code: 'A12' -> 'B7'\n");
    fade_text_clear(&lines);
    fade_record_clear(&patient);
}

static void
a_key_that_is_taken_is_not_given_again(void **state)
{
    fixture *it = *state;
    fade_outcome outcome;
    fade_record patient;

    assert_int_equal(fixture_put(it, FADE_PATIENT, "code=B7", &outcome),
                     FADE_OK);
    find(it, &patient, FADE_PATIENT, "code=A12");
    assert_int_equal(edit(it, &patient, "code=B7", &outcome), FADE_ECONFLICT);
    assert_said(it, "patient 'main/B7' exists already");
    assert_int_equal(count(it, "change"), 0);
    fade_record_clear(&patient);
}

static fade_status
remove_record(fixture *it, const fade_record *found, bool cascade)
{
    fade_status status;

    assert_int_equal(fade_store_begin(it->store, "tester", 9, NULL), FADE_OK);
    status = fade_store_remove(it->store, found, cascade, &it->diag);
    if (!status) {
        status = fade_store_commit(it->store, &it->diag);
    }
    fade_store_rollback(it->store);
    return status;
}

static void
a_patient_with_records_is_only_removed_with_all_of_them(void **state)
{
    fixture *it = *state;
    fade_outcome outcome;
    fade_record patient;

    assert_int_equal(fixture_put(it, FADE_SESSION, SESSION, &outcome), FADE_OK);
    find(it, &patient, FADE_PATIENT, "code=A12");
    assert_int_equal(remove_record(it, &patient, false), FADE_ECONFLICT);
    assert_said(it, "patient 'main/A12' has 1 zone, 1 session");
    assert_int_equal(count(it, "session"), 1);
    assert_int_equal(remove_record(it, &patient, true), FADE_OK);
    assert_int_equal(count(it, "patient"), 0);
    assert_int_equal(count(it, "zone"), 0);
    assert_int_equal(count(it, "session"), 0);
    fade_record_clear(&patient);
}

static void
what_was_removed_is_in_the_history_under_its_key(void **state)
{
    fixture *it = *state;
    fade_text lines = {0};
    fade_record patient;

    find(it, &patient, FADE_PATIENT, "code=A12");
    assert_int_equal(remove_record(it, &patient, true), FADE_OK);
    patient.id = 0;
    assert_int_equal(
        fade_store_history(it->store, &patient, add_line, &lines, &it->diag),
        FADE_OK);
    assert_string_equal(fade_text_string(&lines),
                        "9 tester remove main/A12 code: 'A12' -> ''\n"
                        "9 tester remove main/A12 name: 'Ann Bee' -> ''\n"
                        "9 tester remove main/A12 followed: 'yes' -> ''\n");
    fade_text_clear(&lines);
    fade_record_clear(&patient);
}

static void
a_practitioner_with_sessions_stays(void **state)
{
    fixture *it = *state;
    fade_outcome outcome;
    fade_record practitioner;

    assert_int_equal(fixture_put(it, FADE_SESSION, SESSION, &outcome), FADE_OK);
    find(it, &practitioner, FADE_PRACTITIONER, "code=kim");
    assert_int_equal(remove_record(it, &practitioner, true), FADE_ECONFLICT);
    assert_said(it, "has 1 session");
    fade_record_clear(&practitioner);
}

static void
a_clinic_without_recalls_goes_with_everything(void **state)
{
    fixture *it = *state;
    fade_outcome outcome;
    fade_record clinic;

    assert_int_equal(fixture_put(it, FADE_SESSION, SESSION, &outcome), FADE_OK);
    find(it, &clinic, FADE_CLINIC, "code=main");
    assert_int_equal(remove_record(it, &clinic, true), FADE_OK);
    assert_int_equal(count(it, "practitioner"), 0);
    fade_record_clear(&clinic);
}

static void
a_unit_that_is_rolled_back_never_happened(void **state)
{
    fixture *it = *state;
    fade_record zone;
    fade_record again;

    find(it, &zone, FADE_ZONE, "patient=A12;zone=crown");
    assert_int_equal(fade_store_begin(it->store, "tester", 9, NULL), FADE_OK);
    assert_int_equal(fade_store_remove(it->store, &zone, true, &it->diag),
                     FADE_OK);
    fade_store_rollback(it->store);
    find(it, &again, FADE_ZONE, "patient=A12;zone=crown");
    assert_int_equal(count(it, "change"), 0);
    fade_record_clear(&zone);
    fade_record_clear(&again);
}

static void
what_a_record_belongs_to_must_exist(void **state)
{
    fixture *it = *state;
    fade_outcome outcome;

    assert_int_equal(
        fixture_put(it, FADE_ZONE, "patient=A13;zone=crown", &outcome),
        FADE_ENOTFOUND);
    assert_said(it, "patient: clinic 'main' has no patient 'A13'");
    assert_int_equal(fixture_put(it, FADE_SESSION,
                                 "patient=A12;zone=crwn;date=2025-03-01;"
                                 "pigment=permanent",
                                 &outcome),
                     FADE_ENOTFOUND);
    assert_said(it, "patient 'A12' has no zone 'crwn' (did you mean 'crown'?)");
    assert_int_equal(fixture_put(it, FADE_SESSION, SESSION "x", &outcome),
                     FADE_ENOTFOUND);
    assert_said(it, "clinic 'main' has no practitioner 'kimx'");
    assert_int_equal(
        fixture_put(it, FADE_PATIENT, "clinic=west;code=A1", &outcome),
        FADE_ENOTFOUND);
    assert_said(it, "there is no clinic 'west'");
}

static void
of_several_clinics_one_must_be_named(void **state)
{
    fixture *it = *state;
    fade_outcome outcome;

    assert_int_equal(
        fixture_put(it, FADE_CLINIC, "code=west;time_zone=UTC", &outcome),
        FADE_OK);
    assert_int_equal(fixture_put(it, FADE_PATIENT, "code=A1", &outcome),
                     FADE_EINVAL);
    assert_said(it, "several clinics");
}

static void
sqlite_itself_refuses_what_slips_through(void **state)
{
    static const char *const wrong[] = {
        "INSERT INTO zone (patient_id, zone, let_fade, followed)"
        " VALUES (99, 'x', 0, 1)",
        "INSERT INTO zone (patient_id, zone, let_fade, followed)"
        " VALUES (1, 'x', 2, 1)",
        "INSERT INTO zone (patient_id, zone, skin_lightness, let_fade,"
        " followed) VALUES (1, 'x', 7.0, 0, 1)",
        "INSERT INTO session (zone_id, date, number, kind)"
        " VALUES (1, '1.3.2025', 1, 'implant')",
        "INSERT INTO session (zone_id, date, number, kind)"
        " VALUES (1, '2025-03-01', 'one', 'implant')",
        "INSERT INTO clinic (code, time_zone, hemisphere)"
        " VALUES ('main', 'UTC', 'north')",
        "DELETE FROM clinic",
    };
    fixture *it = *state;

    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        if (fade_database_run(it->store, wrong[i], NULL) != FADE_EDATABASE) {
            fail_msg("taken: %s", wrong[i]);
        }
    }
}

static void
a_filtered_list_has_only_what_was_asked_for(void **state)
{
    fixture *it = *state;
    fade_outcome outcome;
    fade_record filter;
    fade_record zone;
    fade_cursor *cursor = NULL;

    assert_int_equal(fixture_put(it, FADE_PATIENT, "code=A1", &outcome),
                     FADE_OK);
    assert_int_equal(fixture_put(it, FADE_ZONE,
                                 "patient=A1;zone=crown;scarring=yes",
                                 &outcome),
                     FADE_OK);
    fade_record_init(&filter, fade_entity_get(FADE_ZONE));
    fade_record_init(&zone, fade_entity_get(FADE_ZONE));
    assert_int_equal(record_fill(&filter, "scarring=yes", &it->diag), FADE_OK);
    assert_int_equal(
        fade_cursor_open(it->store, filter.entity, &filter, &cursor, &it->diag),
        FADE_OK);
    assert_int_equal(fade_cursor_next(cursor, &zone, &it->diag), FADE_OK);
    assert_string_equal(fade_record_named(&zone, "patient"), "A1");
    assert_int_equal(fade_cursor_next(cursor, &zone, &it->diag),
                     FADE_ENOTFOUND);
    fade_cursor_close(cursor);
    fade_record_clear(&filter);
    fade_record_clear(&zone);
}

int
main(void)
{
#define WITH_STORE(test) cmocka_unit_test_setup_teardown(test, setup, teardown)
    const struct CMUnitTest tests[] = {
        WITH_STORE(every_column_of_the_table_is_one_of_the_database),
        WITH_STORE(every_column_of_the_database_is_one_of_the_table),
        WITH_STORE(lists_stream_off_the_indexes_without_sorting),
        WITH_STORE(a_record_comes_back_in_canonical_form),
        WITH_STORE(putting_the_same_record_again_changes_nothing),
        WITH_STORE(columns_that_are_not_given_stay_and_empty_ones_are_emptied),
        WITH_STORE(an_edit_keeps_who_when_and_both_values),
        WITH_STORE(a_renamed_patient_keeps_zones_and_history),
        WITH_STORE(a_key_that_is_taken_is_not_given_again),
        WITH_STORE(a_patient_with_records_is_only_removed_with_all_of_them),
        WITH_STORE(what_was_removed_is_in_the_history_under_its_key),
        WITH_STORE(a_practitioner_with_sessions_stays),
        WITH_STORE(a_clinic_without_recalls_goes_with_everything),
        WITH_STORE(a_unit_that_is_rolled_back_never_happened),
        WITH_STORE(what_a_record_belongs_to_must_exist),
        WITH_STORE(of_several_clinics_one_must_be_named),
        WITH_STORE(sqlite_itself_refuses_what_slips_through),
        WITH_STORE(a_filtered_list_has_only_what_was_asked_for),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
