/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "clinic/folder.h"
#include "clinic/invent.h"
#include "clinic/simulate.h"
#include "clinic/truth.h"

static fade_status
check(const fade_simulation *simulation, fade_diag *diag)
{
    const fade_design *design = simulation->design;
    bool mixed = design->temporary > 0.0 && design->temporary < 1.0;
    fade_place nowhere = {NULL, 0, NULL};

    if (fade_design_case(design, 0) != FADE_CASE_USUAL) {
        fade_diag_error(diag, nowhere, "a cohort has no special cases");
        return FADE_EINVAL;
    }
    if (mixed) {
        fade_diag_error(diag, nowhere,
                        "a cohort has one class of pigment: make two");
        return FADE_EINVAL;
    }
    return fade_design_check(design, diag);
}

static void
add_covariates(const fade_zone *zone, fade_text *out)
{
    fade_text_addf(out, ",%.1f,%.1f,%d\n", zone->skin_lightness,
                   zone->uv_exposure,
                   zone->covariates.x[FADE_SCARRING] > 0.0 ? 1 : 0);
}

static void
add_session(const fade_invented *patient, const fade_event *event,
            const fade_zone *zone, fade_text *out)
{
    fade_text_addf(out, "%zu,%.1f,1,", patient->index + 1, event->time);
    fade_text_add_number(out, event->dose);
    fade_text_addf(out, ",%.1f,.,.,0,.,1", event->dots);
    add_covariates(zone, out);
}

static void
add_reading(const fade_invented *patient, const fade_reading *reading,
            const fade_zone *zone, fade_text *out)
{
    fade_text_addf(out, "%zu,%.1f,0,0,0,", patient->index + 1, reading->time);
    fade_text_add_number(out, reading->value);
    fade_text_addf(out, ",%d,%d,", (int)reading->kind, (int)reading->censoring);
    if (isnan(reading->limit)) {
        fade_text_add(out, ".");
    } else {
        fade_text_add_number(out, reading->limit);
    }
    fade_text_add(out, ",0");
    add_covariates(zone, out);
}

/* By time; of a reading and a session of one day, as `before` says. */
static void
add_patient(const fade_invented *patient, fade_text *out)
{
    const fade_zone *zone = &patient->zones[0].zone;
    size_t next = 0;

    for (size_t i = 0; i < zone->event_count; i++) {
        double session = zone->events[i].time;

        while (next < zone->reading_count
               && (zone->readings[next].time < session
                   || (zone->readings[next].before
                       && !(zone->readings[next].time > session)))) {
            add_reading(patient, &zone->readings[next++], zone, out);
        }
        add_session(patient, &zone->events[i], zone, out);
    }
    while (next < zone->reading_count) {
        add_reading(patient, &zone->readings[next++], zone, out);
    }
}

static fade_status
invent_all(const fade_simulation *simulation, fade_inventor *inventor,
           fade_text texts[2], fade_simulated *out)
{
    size_t all = (size_t)simulation->design->patients;
    fade_invented patient = {.index = 0};
    fade_status status = FADE_OK;

    for (size_t i = 0; status == FADE_OK && i < all; i++) {
        fade_truth truth;

        status = fade_invent(inventor, i, &patient);
        if (status == FADE_OK) {
            status = fade_invent_truth(inventor, &patient, &patient.zones[0],
                                       &truth);
        }
        if (status == FADE_OK) {
            add_patient(&patient, &texts[0]);
            fade_text_addf(&texts[1], "%zu,", i + 1);
            fade_truth_row(&truth, &texts[1]);
            fade_text_add(&texts[1], "\n");
            out->sessions += patient.zones[0].event_count;
            out->readings += patient.zones[0].reading_count;
        }
        if (simulation->progress) {
            simulation->progress(simulation->context, i + 1, all);
        }
    }
    out->patients = all;
    out->zones = all;
    fade_invented_clear(&patient);
    return status;
}

fade_status
fade_simulate_cohort(const fade_simulation *simulation, const char *directory,
                     fade_simulated *out, fade_diag *diag)
{
    fade_simulated counts = {0};
    fade_inventor inventor;
    fade_text texts[2] = {{0}, {0}};
    fade_status status = check(simulation, diag);

    if (status != FADE_OK) {
        return status;
    }
    fade_text_add(&texts[0], "ID,TIME,EVID,AMT,DOTS,DV,DVID,CENS,LIMIT,MDV,"
                             "SKIN_L,UV_EXPOSURE,SCARRING\n");
    fade_text_add(&texts[1], "ID,");
    fade_truth_head(&texts[1]);
    fade_text_add(&texts[1], "\n");
    status = fade_inventor_init(&inventor, simulation->design,
                                simulation->model, simulation->seed);
    if (status == FADE_OK) {
        status = invent_all(simulation, &inventor, texts, &counts);
    }
    if (status == FADE_OK) {
        status = fade_folder_make(directory, diag);
    }
    if (status == FADE_OK) {
        status = fade_folder_write(directory, "cohort.csv", &texts[0], diag);
    }
    if (status == FADE_OK) {
        status = fade_folder_write(directory, "truth.csv", &texts[1], diag);
    }
    if (status == FADE_OK) {
        *out = counts;
    }
    fade_inventor_clear(&inventor);
    fade_text_clear(&texts[1]);
    fade_text_clear(&texts[0]);
    return status;
}
