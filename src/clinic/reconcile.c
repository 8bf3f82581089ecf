/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "clinic/reconcile.h"

#include <inttypes.h>

#include "base/text.h"

/* A change of one recall and why; `old` NULL: it is new. */
typedef struct change {
    const fade_recall *old;
    fade_recall *now;
    const char *clinic;
    const char *why;
} change;

static void
tell(const fade_reconcile *how, const change *what, fade_news_kind kind)
{
    const fade_news news = {.kind = kind,
                            .clinic = what->clinic,
                            .recall = what->now,
                            .was =
                                what->old ? what->old->planned : FADE_NO_DATE,
                            .why = what->why};

    how->report->news[kind]++;
    if (how->visitor && kind != FADE_NEWS_NONE) {
        how->visitor->visit(how->visitor->context, &news);
    }
}

static fade_status
write_new(const fade_reconcile *how, const change *what, fade_diag *diag)
{
    fade_status status = fade_recall_add(how->store, what->now, diag);

    if (status == FADE_OK) {
        status = fade_recall_log(how->store, what->now, NULL, what->why, diag);
    }
    if (status == FADE_OK) {
        tell(how, what, FADE_NEWS_OPENED);
    }
    return status;
}

static fade_status
write_change(const fade_reconcile *how, const change *what, fade_diag *diag)
{
    fade_news_kind kind = fade_recall_compare(what->old, what->now);
    bool logged = what->old->state != what->now->state
                  || what->old->planned != what->now->planned;
    fade_status status = FADE_OK;

    if (kind != FADE_NEWS_NONE) {
        status = fade_recall_save(how->store, what->now, diag);
    }
    if (status == FADE_OK && logged) {
        status = fade_recall_log(how->store, what->now, &what->old->state,
                                 what->why, diag);
    }
    if (status == FADE_OK) {
        tell(how, what, kind);
    }
    return status;
}

/* The names of the models of a zone's classes, parted by '+'. */
static void
join_models(const fade_zone *zone, fade_text texts[3])
{
    for (int i = 0; i < FADE_PIGMENTS; i++) {
        const fade_model *model = zone->model[i];
        const char *plus = texts[0].length > 0 ? "+" : "";

        if (model) {
            fade_text_addf(&texts[0], "%s%s", plus, fade_model_name(model));
            fade_text_addf(&texts[1], "%s%s", plus, fade_model_version(model));
            fade_text_addf(&texts[2], "%s%016" PRIx64, plus,
                           fade_model_fingerprint(model));
        }
    }
}

/* The code that the last implant on or before `today` names. */
static const char *
practitioner_of(const fade_chart_zone *zone, fade_date today)
{
    const char *code = "";

    for (size_t i = 0; i < zone->session_count; i++) {
        const fade_chart_session *session = &zone->sessions[i];

        if (!session->laser && session->date <= today) {
            code = session->practitioner;
        }
    }
    return code;
}

/* What is on file of a zone's present cycle, NULL where nothing is. */
typedef struct zone_recalls {
    const fade_recall *first;
    size_t count;
    const fade_recall *current;
    int cycle;
} zone_recalls;

static fade_status
update_current(const fade_reconcile *how, const fade_zone_work *work,
               const zone_recalls *recalls, const fade_update_facts *facts,
               fade_diag *diag)
{
    fade_recall now;
    change what = {.old = recalls->current,
                   .now = &now,
                   .clinic = work->chart->clinic,
                   .why = work->decision.reason};

    if (recalls->current) {
        now = fade_recall_judge(recalls->current, facts, &how->day);
        return write_change(how, &what, diag);
    }
    now =
        fade_recall_open_new(facts, work->zone->id, recalls->cycle, &how->day);
    return write_new(how, &what, diag);
}

static fade_status
reconcile_current(const fade_reconcile *how, const fade_zone_work *work,
                  const zone_recalls *recalls, fade_diag *diag)
{
    fade_text models[3] = {{0}, {0}, {0}};
    fade_status status = FADE_ENOMEM;

    join_models(&work->assembly.zone, models);
    if (!models[0].failed && !models[1].failed && !models[2].failed) {
        const fade_update_facts facts = {
            .clinic_id = work->chart->clinic_id,
            .decision = &work->decision,
            .view = {.patient = work->chart->code,
                     .initials = work->chart->initials,
                     .name = work->chart->name,
                     .zone = work->zone->name,
                     .practitioner =
                         practitioner_of(work->zone, how->day.today)},
            .model = {.name = fade_text_string(&models[0]),
                      .version = fade_text_string(&models[1]),
                      .fingerprint = fade_text_string(&models[2])}};

        status = update_current(how, work, recalls, &facts, diag);
    }
    for (int i = 0; i < 3; i++) {
        fade_text_clear(&models[i]);
    }
    return status;
}

/* Cycles before the present one are done; later ones never took place. */
static fade_status
reconcile_other(const fade_reconcile *how, const fade_zone_work *work,
                const fade_recall *old, int cycle, fade_diag *diag)
{
    static const char corrected[] = "its session was corrected or removed";
    fade_recall now;
    char why[64] = "a new course of sessions";
    change what = {
        .old = old, .now = &now, .clinic = work->chart->clinic, .why = why};

    if (old->cycle < cycle) {
        now = fade_recall_finish(old, &how->day);
    } else {
        now = fade_recall_withdraw(old, corrected, &how->day);
        what.why = corrected;
    }
    return write_change(how, &what, diag);
}

static fade_status
reconcile_zone(const fade_reconcile *how, const fade_zone_work *work,
               zone_recalls *recalls, fade_diag *diag)
{
    fade_status status = FADE_OK;

    recalls->cycle = (int)fade_zone_courses(&work->assembly.zone, NULL, 0);
    for (size_t i = 0; status == FADE_OK && i < recalls->count; i++) {
        const fade_recall *old = &recalls->first[i];

        if (old->cycle == recalls->cycle) {
            recalls->current = old;
        } else {
            status = reconcile_other(how, work, old, recalls->cycle, diag);
        }
    }
    if (status == FADE_OK && recalls->cycle > 0) {
        status = reconcile_current(how, work, recalls, diag);
    }
    return status;
}

static void
count_zone(const fade_zone_work *work, fade_refresh_report *report)
{
    const fade_assembly *assembly = &work->assembly;
    bool treated = assembly->last_session != FADE_NO_DATE;

    report->zones++;
    if (work->status != FADE_OK) {
        report->failed++;
        return;
    }
    report->statuses[work->decision.status]++;
    report->skin_by_type +=
        treated && assembly->skin_from == FADE_SKIN_BY_TYPE ? 1 : 0;
    report->skin_assumed +=
        treated && assembly->skin_from == FADE_SKIN_ASSUMED ? 1 : 0;
    report->planned_sessions += assembly->planned_sessions;
    report->later_readings += assembly->later_readings;
}

/* Recalls come by zone id; the zones of a chart by name. */
static zone_recalls
recalls_of(const fade_recall_set *set, int64_t zone_id)
{
    zone_recalls found = {0};

    for (size_t i = 0; i < set->count; i++) {
        if (set->items[i].zone_id == zone_id) {
            found.first = found.first ? found.first : &set->items[i];
            found.count++;
        }
    }
    return found;
}

/* The works from `from` on that belong to one patient; *from moves on. */
static fade_status
reconcile_patient(const fade_reconcile *how, const fade_batch *batch,
                  size_t *from, fade_diag *diag)
{
    const fade_chart *chart = batch->works[*from].chart;
    fade_recall_set set = {0};
    fade_status status =
        fade_recalls_of_patient(how->store, chart->id, &set, diag);

    for (; status == FADE_OK && *from < batch->work_count
           && batch->works[*from].chart == chart;
         ++*from) {
        const fade_zone_work *work = &batch->works[*from];
        zone_recalls recalls = recalls_of(&set, work->zone->id);

        count_zone(work, how->report);
        if (work->status == FADE_OK) {
            status = reconcile_zone(how, work, &recalls, diag);
        }
    }
    fade_recall_set_clear(&set);
    return status;
}

fade_status
fade_reconcile_batch(const fade_reconcile *how, const fade_batch *batch,
                     fade_diag *diag)
{
    fade_status status = FADE_OK;
    size_t from = 0;

    how->report->patients += batch->chart_count;
    while (status == FADE_OK && from < batch->work_count) {
        status = reconcile_patient(how, batch, &from, diag);
    }
    return status;
}

fade_status
fade_reconcile_removed(const fade_reconcile *how, const char *clinic,
                       int64_t clinic_id, fade_diag *diag)
{
    static const char removed[] = "the zone was removed";
    fade_recall_set set = {0};
    fade_status status =
        fade_recalls_without_zone(how->store, clinic_id, &set, diag);

    for (size_t i = 0; status == FADE_OK && i < set.count; i++) {
        fade_recall now =
            fade_recall_withdraw(&set.items[i], removed, &how->day);
        const change what = {.old = &set.items[i],
                             .now = &now,
                             .clinic = clinic,
                             .why = removed};

        status = write_change(how, &what, diag);
    }
    fade_recall_set_clear(&set);
    return status;
}
