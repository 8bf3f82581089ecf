/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/cohort.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/csv.h"

#define LENGTH(list) (sizeof(list) / sizeof *(list))

static void
give_up(const char *what)
{
    fprintf(stderr, "%s cannot be read\n", what);
    exit(1);
}

static fade_csv_reader *
open_table(const char *name, const char *file, const fade_csv_column *columns,
           size_t count)
{
    const char *folder = getenv("FADECAST_REFERENCE");
    fade_csv_reader *table = NULL;
    fade_text path = {0};
    FILE *there;

    fade_text_addf(&path, "%s/cohorts/%s/%s", folder ? folder : ".", name,
                   file);
    there = fopen(fade_text_string(&path), "r");
    if (there) {
        fclose(there);
        if (fade_csv_open(fade_text_string(&path), columns, count, true, &table,
                          NULL)
            != FADE_OK) {
            give_up(fade_text_string(&path));
        }
    }
    fade_text_clear(&path);
    return table;
}

/* "nan" is a touch-up that never comes. */
static double
field(const fade_csv_reader *table, size_t column)
{
    const char *text = fade_csv_field(table, column);
    double value;

    if (strcmp(text, "nan") == 0) {
        return HUGE_VAL;
    }
    if (fade_number_parse(text, &value) != FADE_OK) {
        give_up(text);
    }
    return value;
}

static cohort_patient *
patient_of(const fade_csv_reader *table, cohort *out)
{
    double id = field(table, 0);

    if (!(id >= 1.0 && id <= COHORT_MAX)) {
        give_up("ID");
    }
    return &out->patients[(int)id - 1];
}

static void
read_records(fade_csv_reader *table, fade_pigment pigment, cohort *out)
{
    while (fade_csv_next(table, NULL) == FADE_OK) {
        cohort_patient *patient = patient_of(table, out);

        patient->skin_lightness = field(table, 5);
        patient->uv_exposure = field(table, 6);
        patient->scarring = field(table, 7);
        if (!(field(table, 2) > 0.0)) {
            patient->reading_count++;
        } else if (patient->event_count < COHORT_EVENT_MAX) {
            patient->events[patient->event_count++] =
                (fade_event){.time = field(table, 1),
                             .kind = FADE_IMPLANT,
                             .pigment = pigment,
                             .dose = field(table, 3),
                             .dots = field(table, 4)};
        }
    }
}

static void
read_truth(fade_csv_reader *table, cohort *out)
{
    while (fade_csv_next(table, NULL) == FADE_OK) {
        cohort_patient *patient = patient_of(table, out);

        patient->dose_eta = field(table, 1);
        patient->epidermal_fraction = field(table, 2);
        patient->drain_rate = field(table, 3);
        patient->turnover_rate = field(table, 4);
        patient->resorption = field(table, 5);
        patient->bleach_rate = field(table, 6);
        patient->dot_spread = field(table, 7);
        patient->score_gain = field(table, 8);
        patient->healed_tone = field(table, 9);
        patient->touchup_days = field(table, 10);
    }
}

bool
cohort_load(const char *name, fade_pigment pigment, cohort *out)
{
    static const fade_csv_column records[] = {
        {"ID", true},          {"TIME", true},    {"EVID", true},
        {"AMT", true},         {"DOTS", true},    {"SKIN_L", true},
        {"UV_EXPOSURE", true}, {"SCARRING", true}};
    static const fade_csv_column truth[] = {{"ID", true},
                                            {"dose_eta", true},
                                            {"epidermal_fraction", true},
                                            {"drain_rate", true},
                                            {"turnover_rate", true},
                                            {"resorption", true},
                                            {"bleach_rate", true},
                                            {"dot_spread", true},
                                            {"score_gain", true},
                                            {"healed_tone", true},
                                            {"touchup_days", true}};
    fade_csv_reader *table =
        open_table(name, "cohort.csv", records, LENGTH(records));

    if (!table) {
        return false;
    }
    memset(out, 0, sizeof *out);
    read_records(table, pigment, out);
    fade_csv_close(table);
    table = open_table(name, "truth.csv", truth, LENGTH(truth));
    if (!table) {
        give_up("truth.csv");
        return false;
    }
    read_truth(table, out);
    fade_csv_close(table);
    return true;
}

fade_zone
cohort_zone(const cohort_patient *patient, fade_pigment pigment,
            const fade_model *model)
{
    fade_zone zone = {.skin_lightness = patient->skin_lightness,
                      .uv_exposure = patient->uv_exposure,
                      .uv_peak_day = nan(""),
                      .events = patient->events,
                      .event_count = patient->event_count};

    zone.model[pigment] = model;
    zone.covariates.x[FADE_SCARRING] = patient->scarring;
    return zone;
}

/* The z whose parameter is `value` where the covariates alone give `usual`. */
static void
set_effect(const fade_model *model, fade_parameter_id id, double value,
           double usual, fade_effects *out)
{
    const fade_parameter *of = fade_model_parameter(model, id);

    if (of->patient_sd > 0.0) {
        out->z[of->effect] = (fade_scale_apply(of->scale, value)
                              - fade_scale_apply(of->scale, usual))
                             / of->patient_sd;
    }
}

fade_effects
cohort_effects(const cohort_patient *patient, const fade_model *model)
{
    fade_effects effects = {.z = {0.0}};
    fade_covariates covariates = {.x = {0.0}};
    fade_values usual;

    covariates.x[FADE_SCARRING] = patient->scarring;
    fade_model_individual(model, &covariates, NULL, &usual);
    set_effect(model, FADE_DOSE, exp(patient->dose_eta), 1.0, &effects);
    set_effect(model, FADE_EPIDERMAL_FRACTION, patient->epidermal_fraction,
               usual.of[FADE_EPIDERMAL_FRACTION], &effects);
    set_effect(model, FADE_DRAIN_RATE, patient->drain_rate,
               usual.of[FADE_DRAIN_RATE], &effects);
    set_effect(model, FADE_TURNOVER_RATE, patient->turnover_rate,
               usual.of[FADE_TURNOVER_RATE], &effects);
    set_effect(model, FADE_SOFTEN_RATE,
               patient->resorption * usual.of[FADE_SOFTEN_RATE],
               usual.of[FADE_SOFTEN_RATE], &effects);
    set_effect(model, FADE_BLEACH_RATE, patient->bleach_rate,
               usual.of[FADE_BLEACH_RATE], &effects);
    set_effect(model, FADE_DOT_SPREAD, patient->dot_spread,
               usual.of[FADE_DOT_SPREAD], &effects);
    set_effect(model, FADE_SCORE_GAIN, patient->score_gain,
               usual.of[FADE_SCORE_GAIN], &effects);
    return effects;
}
