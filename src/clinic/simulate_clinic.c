/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdio.h>

#include "clinic/fiction.h"
#include "clinic/folder.h"
#include "clinic/invent.h"
#include "clinic/sheet.h"
#include "clinic/simulate.h"
#include "clinic/truth.h"

typedef struct binder {
    const fade_design *design;
    fade_sheet sheets[FADE_ENTITIES];
    fade_text truth;
    char patient[16]; /* code of the one at hand */
} binder;

static void
open_binder(binder *book, const fade_design *design)
{
    *book = (binder){.design = design};
    for (int i = 0; i < FADE_ENTITIES; i++) {
        fade_sheet_init(&book->sheets[i], fade_entity_get((fade_entity_id)i));
    }
    fade_text_add(&book->truth, "patient,zone,");
    fade_truth_head(&book->truth);
    fade_text_add(&book->truth, "\n");
}

static void
close_binder(binder *book)
{
    for (int i = 0; i < FADE_ENTITIES; i++) {
        fade_sheet_clear(&book->sheets[i]);
    }
    fade_text_clear(&book->truth);
}

/* A row's first cells: whose it is. */
static fade_sheet *
begin_row(binder *book, fade_entity_id id, const fade_invented_zone *zone)
{
    fade_sheet *sheet = &book->sheets[id];

    fade_sheet_text(sheet, "clinic", book->design->clinic);
    if (id != FADE_PATIENT && id != FADE_PRACTITIONER) {
        fade_sheet_text(sheet, "patient", book->patient);
    }
    if (zone) {
        fade_sheet_text(sheet, "zone", zone->name);
    }
    return sheet;
}

static void
add_clinic(binder *book)
{
    fade_sheet *clinic = &book->sheets[FADE_CLINIC];

    fade_sheet_text(clinic, "code", book->design->clinic);
    fade_sheet_text(clinic, "name", book->design->clinic_name);
    fade_sheet_text(clinic, "time_zone", book->design->time_zone);
    fade_sheet_text(clinic, "hemisphere", "north");
    fade_sheet_end_row(clinic);
    for (size_t i = 0; (double)i < book->design->practitioners; i++) {
        fade_fiction practitioner = fade_fiction_practitioner(i);
        fade_sheet *sheet = begin_row(book, FADE_PRACTITIONER, NULL);

        fade_sheet_text(sheet, "code", practitioner.code);
        fade_sheet_text(sheet, "name", practitioner.name);
        fade_sheet_flag(sheet, "active", true);
        fade_sheet_end_row(sheet);
    }
}

/* Some give a name and neither address nor number. */
static void
add_contact(fade_sheet *sheet, size_t index)
{
    fade_text text = {0};

    fade_fiction_name(index, &text);
    fade_sheet_text(sheet, "name", fade_text_string(&text));
    fade_text_reset(&text);
    fade_fiction_initials(index, &text);
    fade_sheet_text(sheet, "initials", fade_text_string(&text));
    if (index % 3 != 2) {
        fade_text_reset(&text);
        fade_fiction_email(index, &text);
        fade_sheet_text(sheet, "email", fade_text_string(&text));
    }
    if (index % 4 != 1) {
        fade_text_reset(&text);
        fade_fiction_phone(index, &text);
        fade_sheet_text(sheet, "phone", fade_text_string(&text));
    }
    fade_text_clear(&text);
}

static void
add_person(binder *book, const fade_invented *patient)
{
    fade_sheet *sheet = begin_row(book, FADE_PATIENT, NULL);

    fade_sheet_text(sheet, "code", book->patient);
    if (patient->named) {
        add_contact(sheet, patient->index);
    }
    fade_sheet_number(sheet, "fitzpatrick", patient->fitzpatrick);
    fade_sheet_flag(sheet, "followed", patient->kind != FADE_CASE_NOT_FOLLOWED);
    fade_sheet_end_row(sheet);
}

/* Around the day of assessment; every third has no end in sight. */
static void
add_contraindication(binder *book, const fade_invented *patient)
{
    static const char *const what[] = {"infection", "isotretinoin", "pregnancy",
                                       "allergy under test"};
    int turn = (int)(patient->index % 12);
    fade_sheet *sheet = begin_row(book, FADE_CONTRAINDICATION, NULL);

    fade_sheet_text(sheet, "what", what[turn % 4]);
    fade_sheet_date(sheet, "from", book->design->until - 20 - 7 * (turn % 5));
    if (turn % 3 != 0) {
        fade_sheet_date(sheet, "until", book->design->until + 60 + 15 * turn);
    }
    fade_sheet_end_row(sheet);
}

static void
add_zone(binder *book, const fade_invented *patient,
         const fade_invented_zone *zone)
{
    fade_sheet *sheet = begin_row(book, FADE_ZONE, zone);

    if (patient->skin_measured) {
        fade_sheet_number(sheet, "skin_lightness", zone->zone.skin_lightness);
    }
    fade_sheet_number(sheet, "uv_exposure", zone->zone.uv_exposure);
    fade_sheet_flag(sheet, "scarring",
                    zone->zone.covariates.x[FADE_SCARRING] > 0.0);
    fade_sheet_flag(sheet, "let_fade", zone->let_fade);
    fade_sheet_flag(sheet, "followed", true);
    fade_sheet_end_row(sheet);
}

static fade_date
date_of(const fade_invented *patient, double time)
{
    return patient->origin + (fade_date)lround(time);
}

/* Doses of dots / 120 are left for the reader to fill in. */
static void
add_session(binder *book, const fade_invented *patient,
            const fade_invented_zone *zone, const fade_event *event)
{
    fade_sheet *sheet = begin_row(book, FADE_SESSION, zone);

    fade_sheet_date(sheet, "date", date_of(patient, event->time));
    fade_sheet_text(sheet, "number", "1");
    if (event->kind == FADE_LASER) {
        fade_sheet_text(sheet, "kind", "laser");
        fade_sheet_number(sheet, "shatter", event->shatter);
    } else {
        fade_sheet_text(sheet, "kind", "implant");
        fade_sheet_text(sheet, "pigment", fade_pigment_name(event->pigment));
        fade_sheet_number(sheet, "dots", event->dots);
        if (book->design->dose > 0.0) {
            fade_sheet_number(sheet, "dose", event->dose);
        }
    }
    fade_sheet_text(sheet, "practitioner",
                    fade_fiction_practitioner(patient->practitioner).code);
    fade_sheet_end_row(sheet);
}

static void
add_scale(fade_sheet *sheet, const fade_invented *patient,
          const fade_reading *reading)
{
    if (reading->kind != FADE_SCORE) {
        fade_sheet_text(sheet, "instrument",
                        reading->kind == FADE_TONE ? "colorimeter-1"
                                                   : "macro-1");
        return;
    }
    fade_sheet_number(sheet, "scale_max", reading->scale_max);
    fade_sheet_number(sheet, "scale_step", reading->scale_step);
    fade_sheet_text(sheet, "grader",
                    fade_fiction_practitioner(patient->practitioner).code);
}

static void
add_reading(binder *book, const fade_invented *patient,
            const fade_invented_zone *zone, const fade_reading *reading)
{
    static const char *const kinds[] = {[FADE_TONE] = "tone",
                                        [FADE_SCORE] = "score",
                                        [FADE_DEFINITION] = "definition"};
    fade_sheet *sheet = begin_row(book, FADE_READING, zone);

    fade_sheet_date(sheet, "date", date_of(patient, reading->time));
    fade_sheet_text(sheet, "number", "1");
    fade_sheet_text(sheet, "timing", reading->before ? "before" : "after");
    fade_sheet_text(sheet, "kind", kinds[reading->kind]);
    fade_sheet_number(sheet, "value", reading->value);
    if (reading->censoring == FADE_CENSORED_BELOW) {
        fade_sheet_text(sheet, "censored", "below");
    }
    add_scale(sheet, patient, reading);
    fade_sheet_end_row(sheet);
}

static fade_status
add_truth(binder *book, fade_inventor *inventor, const fade_invented *patient,
          const fade_invented_zone *zone)
{
    fade_truth truth;
    fade_status status = fade_invent_truth(inventor, patient, zone, &truth);

    if (status == FADE_OK) {
        fade_text_addf(&book->truth, "%s,%s,", book->patient, zone->name);
        fade_truth_row(&truth, &book->truth);
        fade_text_add(&book->truth, "\n");
    }
    return status == FADE_ENOTFOUND ? FADE_OK : status;
}

static fade_status
add_patient(binder *book, fade_inventor *inventor, const fade_invented *patient)
{
    fade_status status = FADE_OK;

    snprintf(book->patient, sizeof book->patient, "P%04zu", patient->index + 1);
    add_person(book, patient);
    if (patient->kind == FADE_CASE_CONTRAINDICATED) {
        add_contraindication(book, patient);
    }
    for (size_t i = 0; status == FADE_OK && i < patient->zone_count; i++) {
        const fade_invented_zone *zone = &patient->zones[i];

        add_zone(book, patient, zone);
        for (size_t k = 0; k < zone->event_count; k++) {
            add_session(book, patient, zone, &zone->events[k]);
        }
        for (size_t k = 0; k < zone->reading_count; k++) {
            add_reading(book, patient, zone, &zone->readings[k]);
        }
        status = add_truth(book, inventor, patient, zone);
    }
    return status;
}

static fade_status
invent_all(const fade_simulation *simulation, fade_inventor *inventor,
           binder *book)
{
    size_t all = (size_t)simulation->design->patients;
    fade_invented patient = {.index = 0};
    fade_status status = FADE_OK;

    add_clinic(book);
    for (size_t i = 0; status == FADE_OK && i < all; i++) {
        status = fade_invent(inventor, i, &patient);
        if (status == FADE_OK) {
            status = add_patient(book, inventor, &patient);
        }
        if (simulation->progress) {
            simulation->progress(simulation->context, i + 1, all);
        }
    }
    fade_invented_clear(&patient);
    return status;
}

static fade_status
write_truth(const binder *book, const char *directory, fade_diag *diag)
{
    fade_text folder = {0};
    fade_status status;

    fade_text_addf(&folder, "%s/truth", directory);
    status = folder.failed ? FADE_ENOMEM
                           : fade_folder_make(fade_text_string(&folder), diag);
    if (status == FADE_OK) {
        status = fade_folder_write(fade_text_string(&folder), "zones.csv",
                                   &book->truth, diag);
    }
    fade_text_clear(&folder);
    return status;
}

static fade_status
write_binder(const binder *book, const char *directory, fade_diag *diag)
{
    fade_status status = fade_folder_make(directory, diag);

    for (int i = 0; status == FADE_OK && i < FADE_ENTITIES; i++) {
        const fade_sheet *sheet = &book->sheets[i];
        fade_text name = {0};

        fade_text_addf(&name, "%s.csv", sheet->entity->table);
        status = fade_sheet_check(sheet);
        if (status == FADE_OK) {
            status = fade_folder_write(directory, fade_text_string(&name),
                                       &sheet->text, diag);
        }
        fade_text_clear(&name);
    }
    return status == FADE_OK ? write_truth(book, directory, diag) : status;
}

fade_status
fade_simulate_clinic(const fade_simulation *simulation, const char *directory,
                     fade_simulated *out, fade_diag *diag)
{
    fade_inventor inventor;
    binder book;
    fade_status status = fade_design_check(simulation->design, diag);

    if (status != FADE_OK) {
        return status;
    }
    open_binder(&book, simulation->design);
    status = fade_inventor_init(&inventor, simulation->design,
                                simulation->model, simulation->seed);
    inventor.clinic = true;
    if (status == FADE_OK) {
        status = invent_all(simulation, &inventor, &book);
    }
    if (status == FADE_OK) {
        status = write_binder(&book, directory, diag);
    }
    if (status == FADE_OK) {
        *out = (fade_simulated){.patients = book.sheets[FADE_PATIENT].rows,
                                .zones = book.sheets[FADE_ZONE].rows,
                                .sessions = book.sheets[FADE_SESSION].rows,
                                .readings = book.sheets[FADE_READING].rows};
    }
    fade_inventor_clear(&inventor);
    close_binder(&book);
    return status;
}
