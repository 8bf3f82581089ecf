/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "clinic/refreshed.h"

#include <stdio.h>
#include <stdlib.h>

int
refreshed_setup(void **state)
{
    fixture *it = malloc(sizeof *it);
    const char *source = getenv("FADE_SRCDIR");
    char models[SCRATCH_PATH];

    assert_non_null(it);
    (void)snprintf(models, sizeof models, "%s/models", source ? source : ".");
    assert_int_equal(setenv("FADECAST_MODELS", models, 0), 0);
    fixture_make(it);
    put(it, FADE_PRACTITIONER, "code=kim");
    put(it, FADE_PATIENT, "code=A12;name=Ann Bee;initials=AB");
    put(it, FADE_ZONE, "patient=A12;zone=crown;skin_lightness=60");
    *state = it;
    return 0;
}

int
refreshed_teardown(void **state)
{
    fixture_remove(*state);
    free(*state);
    return 0;
}

fade_date
day(const char *text)
{
    fade_date date = FADE_NO_DATE;

    assert_int_equal(fade_date_parse(text, &date), FADE_OK);
    return date;
}

int64_t
noon(const char *text)
{
    return (int64_t)day(text) * 86400 + 43200;
}

/* Fails with what was said. */
static void
assert_done(fixture *it, fade_status status)
{
    if (status != FADE_OK) {
        char *said = diag_words(&it->diag);

        print_error("%s: %s\n", fade_status_text(status), said);
        free(said);
        fail();
    }
}

void
put(fixture *it, fade_entity_id entity, const char *columns)
{
    fade_outcome outcome = FADE_UNCHANGED;

    assert_done(it, fixture_put(it, entity, columns, &outcome));
}

static void
find(fixture *it, fade_record *record, fade_entity_id entity, const char *key)
{
    fade_record_init(record, fade_entity_get(entity));
    assert_done(it, record_fill(record, key, &it->diag));
    assert_done(it, fade_store_find(it->store, record, &it->diag));
}

void
edit(fixture *it, fade_entity_id entity, const char *key, const char *columns)
{
    fade_outcome outcome = FADE_UNCHANGED;
    fade_record found;
    fade_record changes;

    assert_done(it,
                fade_store_begin(it->store, "test", FIXTURE_NOW, &it->diag));
    find(it, &found, entity, key);
    fade_record_init(&changes, fade_entity_get(entity));
    assert_done(it, record_fill(&changes, columns, &it->diag));
    assert_done(
        it, fade_store_edit(it->store, &found, &changes, &outcome, &it->diag));
    assert_done(it, fade_store_commit(it->store, &it->diag));
    fade_record_clear(&found);
    fade_record_clear(&changes);
}

void
remove_it(fixture *it, fade_entity_id entity, const char *key)
{
    fade_record found;

    assert_done(it,
                fade_store_begin(it->store, "test", FIXTURE_NOW, &it->diag));
    find(it, &found, entity, key);
    assert_done(it, fade_store_remove(it->store, &found, true, &it->diag));
    assert_done(it, fade_store_commit(it->store, &it->diag));
    fade_record_clear(&found);
}

fade_refresh_plan
judge_plan(const fixture *it, const char *today, fade_refresh_clinic *clinic)
{
    fade_refresh_plan plan = fade_refresh_plan_default(it->store);

    *clinic = (fade_refresh_clinic){.code = "main", .today = day(today)};
    plan.clinics = clinic;
    plan.clinic_count = 1;
    plan.now = noon(today);
    plan.draws = 200;
    return plan;
}

fade_refresh_report
judge(fixture *it, const char *today)
{
    fade_refresh_clinic clinic;
    fade_refresh_plan plan = judge_plan(it, today, &clinic);
    fade_refresh_report report;

    assert_done(it,
                fade_refresh(it->store, &plan, NULL, NULL, &report, &it->diag));
    return report;
}

fade_recall_set
recalls(fixture *it)
{
    fade_recall_set set = {0};
    fade_record patient;

    find(it, &patient, FADE_PATIENT, "code=A12");
    assert_done(
        it, fade_recalls_of_patient(it->store, patient.id, &set, &it->diag));
    fade_record_clear(&patient);
    return set;
}

fade_recall
recall_of(fixture *it, int cycle)
{
    fade_recall_set set = recalls(it);
    fade_recall found = {0};

    for (size_t i = 0; i < set.count; i++) {
        if (set.items[i].cycle == cycle) {
            found = set.items[i];
        }
    }
    assert_int_not_equal(found.id, 0);
    fade_recall_set_clear(&set);
    return found;
}

static void
add_date(fade_text *out, fade_date date)
{
    char text[FADE_DATE_SIZE];

    fade_text_addf(out, " %s", fade_date_format(date, text));
}

fade_text
dump(fixture *it)
{
    fade_recall_set set = recalls(it);
    fade_text out = {0};

    for (size_t i = 0; i < set.count; i++) {
        const fade_recall *one = &set.items[i];

        fade_text_addf(
            &out, "%s %s %d %s %s '%s' %d %d %d %d", one->uid, one->case_code,
            one->cycle, fade_recall_state_text(one->state),
            fade_recall_status_text(one->status), one->reason, one->overdue,
            one->shown, (int)one->sequence, (int)one->stamp);
        add_date(&out, one->dates.earliest);
        add_date(&out, one->dates.recommended);
        add_date(&out, one->dates.overdue_after);
        add_date(&out, one->dates.latest);
        add_date(&out, one->planned);
        fade_text_addf(&out, " %s %s %s %s %s %s %s %s\n", one->view.patient,
                       one->view.initials, one->view.name, one->view.zone,
                       one->view.practitioner, one->model.name,
                       one->model.version, one->model.fingerprint);
    }
    assert_false(out.failed);
    fade_recall_set_clear(&set);
    return out;
}
