/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "store/chart.h"
#include "support/cmocka_all.h"
#include "support/near.h"
#include "support/records.h"

typedef struct row {
    fade_entity_id entity;
    const char *columns;
} row;

static const row rows[] = {
    {FADE_PRACTITIONER, "code=kim"},
    {FADE_PATIENT, "code=A2;fitzpatrick=3;smoking=no"},
    {FADE_PATIENT, "code=A1;name=Ann Bee;birth_year=1970;followed=no"},
    {FADE_ZONE,
     "patient=A1;zone=hairline;skin_lightness=61.5;uv_exposure=high"},
    {FADE_ZONE, "patient=A1;zone=crown;uv_exposure=0.75;scarring=yes"},
    {FADE_ZONE, "patient=A2;zone=crown;let_fade=yes"},
    {FADE_SESSION, "patient=A1;zone=hairline;date=2024-03-15;dots=96;"
                   "pigment=permanent;practitioner=kim"},
    {FADE_SESSION, "patient=A1;zone=hairline;date=2024-03-01;"
                   "pigment=permanent"},
    {FADE_SESSION, "patient=A1;zone=hairline;date=2024-03-01;number=2;"
                   "pigment=temporary;dose=0.5;model=mine"},
    {FADE_SESSION, "patient=A2;zone=crown;date=2025-01-01;kind=laser;"
                   "shatter=0.3"},
    {FADE_READING, "patient=A1;zone=hairline;date=2024-05-01;kind=tone;"
                   "value=4"},
    {FADE_READING, "patient=A1;zone=hairline;date=2024-05-01;kind=score;"
                   "value=8;scale_max=10;scale_step=1;grader=kim"},
    {FADE_READING, "patient=A1;zone=hairline;date=2024-05-01;timing=before;"
                   "kind=tone;value=0.5;censored=below"},
    {FADE_CONTRAINDICATION, "patient=A1;what=infection;from=2025-01-01"},
    {FADE_CONTRAINDICATION, "patient=A1;what=pregnancy;from=2024-06-01;"
                            "until=2025-03-01"},
};

static int
setup(void **state)
{
    fixture *it = malloc(sizeof *it);
    fade_outcome outcome;

    assert_non_null(it);
    fixture_make(it);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_int_equal(
            fixture_put(it, rows[i].entity, rows[i].columns, &outcome),
            FADE_OK);
    }
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

static fade_date
day(const char *text)
{
    fade_date date = FADE_NO_DATE;

    assert_int_equal(fade_date_parse(text, &date), FADE_OK);
    return date;
}

static void
a_chart_has_the_patient_and_what_is_not_known(void **state)
{
    fixture *it = *state;
    fade_chart chart;

    fade_chart_init(&chart);
    assert_int_equal(fade_chart_read(it->store, NULL, "A1", &chart, &it->diag),
                     FADE_OK);
    assert_string_equal(chart.clinic, "main");
    assert_string_equal(chart.time_zone, "Europe/Berlin");
    assert_false(chart.south);
    assert_string_equal(chart.code, "A1");
    assert_string_equal(chart.name, "Ann Bee");
    assert_string_equal(chart.initials, "");
    assert_int_equal(chart.birth_year, 1970);
    assert_int_equal(chart.fitzpatrick, 0);
    assert_true(isnan(chart.smoking));
    assert_false(chart.followed);
    fade_chart_clear(&chart);
}

static void
sessions_come_by_date_and_number_with_their_usual_dose(void **state)
{
    fixture *it = *state;
    fade_chart chart;
    const fade_chart_session *session;

    fade_chart_init(&chart);
    assert_int_equal(fade_chart_read(it->store, "", "A1", &chart, &it->diag),
                     FADE_OK);
    assert_int_equal(chart.zone_count, 2);
    assert_string_equal(chart.zones[0].name, "crown");
    assert_int_equal(chart.zones[0].session_count, 0);
    assert_near(chart.zones[0].uv_exposure, 0.75, 0.0);
    assert_near(chart.zones[0].scarring, 1.0, 0.0);
    assert_near(chart.zones[1].uv_exposure, 2.0, 0.0);
    assert_near(chart.zones[1].skin_lightness, 61.5, 0.0);
    assert_true(isnan(chart.zones[1].scarring));
    assert_int_equal(chart.zones[1].session_count, 3);
    session = chart.zones[1].sessions;
    assert_int_equal(session[0].date, day("2024-03-01"));
    assert_near(session[0].dose, 1.0, 0.0);
    assert_near(session[0].dots, 120.0, 0.0);
    assert_int_equal(session[1].pigment, FADE_TEMPORARY);
    assert_string_equal(session[1].model, "mine");
    assert_near(session[1].dose, 0.5, 0.0);
    assert_int_equal(session[2].date, day("2024-03-15"));
    assert_near(session[2].dose, 96.0 / 120.0, 1e-15);
    assert_string_equal(session[2].practitioner, "kim");
    fade_chart_clear(&chart);
}

static void
readings_before_a_session_of_the_day_come_first(void **state)
{
    fixture *it = *state;
    fade_chart chart;
    const fade_chart_reading *reading;

    fade_chart_init(&chart);
    assert_int_equal(fade_chart_read(it->store, NULL, "A1", &chart, &it->diag),
                     FADE_OK);
    assert_int_equal(chart.zones[1].reading_count, 3);
    reading = chart.zones[1].readings;
    assert_true(reading[0].before);
    assert_int_equal(reading[0].censoring, FADE_CENSORED_BELOW);
    assert_true(isnan(reading[0].limit));
    assert_int_equal(reading[1].kind, FADE_TONE);
    assert_int_equal(reading[2].kind, FADE_SCORE);
    assert_near(reading[2].scale_max, 10.0, 0.0);
    assert_string_equal(reading[2].grader, "kim");
    assert_int_equal(chart.contraindication_count, 2);
    assert_string_equal(chart.contraindications[0].what, "pregnancy");
    assert_int_equal(chart.contraindications[1].until, FADE_NO_DATE);
    fade_chart_clear(&chart);
}

static void
all_charts_come_in_order_while_records_are_written(void **state)
{
    fixture *it = *state;
    fade_chart chart;
    fade_chart_cursor *cursor = NULL;
    fade_outcome outcome;
    int64_t count = 0;

    fade_chart_init(&chart);
    assert_int_equal(fade_charts_count(it->store, "main", &count, NULL),
                     FADE_OK);
    assert_int_equal(count, 2);
    assert_int_equal(fade_charts_open(it->store, NULL, &cursor, &it->diag),
                     FADE_OK);
    assert_int_equal(fade_charts_next(cursor, &chart, &it->diag), FADE_OK);
    assert_string_equal(chart.code, "A1");
    assert_int_equal(fixture_put(it, FADE_PRACTITIONER, "code=lee", &outcome),
                     FADE_OK);
    assert_int_equal(fade_charts_next(cursor, &chart, &it->diag), FADE_OK);
    assert_string_equal(chart.code, "A2");
    assert_near(chart.smoking, 0.0, 0.0);
    assert_true(chart.zones[0].let_fade);
    assert_true(chart.zones[0].sessions[0].laser);
    assert_near(chart.zones[0].sessions[0].shatter, 0.3, 0.0);
    assert_int_equal(fade_charts_next(cursor, &chart, &it->diag),
                     FADE_ENOTFOUND);
    fade_charts_close(cursor);
    fade_chart_clear(&chart);
}

static void
a_patient_who_is_not_there_is_said_by_code(void **state)
{
    fixture *it = *state;
    fade_chart chart;

    fade_chart_init(&chart);
    assert_int_equal(fade_chart_read(it->store, NULL, "A9", &chart, &it->diag),
                     FADE_ENOTFOUND);
    assert_string_equal(it->diag.notes[0].text,
                        "there is no patient 'main/A9'");
    fade_chart_clear(&chart);
}

int
main(void)
{
#define WITH_ROWS(test) cmocka_unit_test_setup_teardown(test, setup, teardown)
    const struct CMUnitTest tests[] = {
        WITH_ROWS(a_chart_has_the_patient_and_what_is_not_known),
        WITH_ROWS(sessions_come_by_date_and_number_with_their_usual_dose),
        WITH_ROWS(readings_before_a_session_of_the_day_come_first),
        WITH_ROWS(all_charts_come_in_order_while_records_are_written),
        WITH_ROWS(a_patient_who_is_not_there_is_said_by_code),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
