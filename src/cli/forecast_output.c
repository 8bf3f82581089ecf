/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/forecast_output.h"

#include <math.h>

#include "base/text.h"

static const double percent = 100.0;

/* Data columns carry shares, people's columns per cent. */
#define BAND_COLUMNS(name)                        \
    {name "_p05", NULL, FADE_CELL_NUMBER, 0},     \
        {name "_p25", NULL, FADE_CELL_NUMBER, 0}, \
        {name "_p50", NULL, FADE_CELL_NUMBER, 0}, \
        {name "_p75", NULL, FADE_CELL_NUMBER, 0}, \
    {                                             \
        name "_p95", NULL, FADE_CELL_NUMBER, 0    \
    }

/* The first is left out where there is but one zone without a name. */
static const fade_column band_columns[] = {
    {"zone", NULL, FADE_CELL_TEXT, 0},
    {"date", "DATE", FADE_CELL_TEXT, 0},
    {"day", NULL, FADE_CELL_NUMBER, 0},
    {"tone", NULL, FADE_CELL_NUMBER, 0},
    {"definition", NULL, FADE_CELL_NUMBER, 0},
    BAND_COLUMNS("retained_tone"),
    BAND_COLUMNS("retained_definition"),
    {"touchup_probability", NULL, FADE_CELL_NUMBER, 0},
    {NULL, "YEARS", FADE_CELL_NUMBER, 2},
    {NULL, "TONE", FADE_CELL_NUMBER, 0},
    {NULL, "HALF", FADE_CELL_TEXT, 0},
    {NULL, "9 IN 10", FADE_CELL_TEXT, 0},
    {NULL, "CRISP", FADE_CELL_NUMBER, 0},
    {NULL, "9 IN 10", FADE_CELL_TEXT, 0},
    {NULL, "TOUCH-UP", FADE_CELL_NUMBER, 0},
};

static const fade_column typical_columns[] = {
    {"zone", NULL, FADE_CELL_TEXT, 0},
    {"date", "DATE", FADE_CELL_TEXT, 0},
    {"day", NULL, FADE_CELL_NUMBER, 0},
    {"years", "YEARS", FADE_CELL_NUMBER, 2},
    {"tone", "TONE", FADE_CELL_NUMBER, 3},
    {"definition", "DEFINITION", FADE_CELL_NUMBER, 3},
    {"retained_tone", "RETAINED TONE", FADE_CELL_NUMBER, 3},
    {"retained_definition", "RETAINED DEFINITION", FADE_CELL_NUMBER, 3},
};

static void
add_band(fade_table *table, fade_band band)
{
    for (int b = 0; b < FADE_BAND_COUNT; b++) {
        fade_table_number(table, band.at[b]);
    }
}

static void
add_range(fade_table *table, double low, double high)
{
    char text[FADE_NUMBER_SIZE];

    snprintf(text, sizeof text, "%3.0f-%.0f", percent * low, percent * high);
    fade_table_text(table, text);
}

static void
add_people_columns(fade_table *table, const fade_outlook *outlook, size_t i)
{
    const fade_forecast *forecast = outlook->forecast;
    fade_band tone = fade_forecast_retained_tone(forecast, i);
    fade_band definition = fade_forecast_retained_definition(forecast, i);

    fade_table_number(table, fade_outlook_years(outlook, i));
    fade_table_number(table, percent * tone.at[FADE_P50]);
    add_range(table, tone.at[FADE_P25], tone.at[FADE_P75]);
    add_range(table, tone.at[FADE_P05], tone.at[FADE_P95]);
    fade_table_number(table, percent * definition.at[FADE_P50]);
    add_range(table, definition.at[FADE_P05], definition.at[FADE_P95]);
    fade_table_number(
        table,
        percent * fade_forecast_touchup_before(forecast, outlook->times[i]));
}

static void
add_start(fade_table *table, const fade_outlook *outlook, size_t i)
{
    char date[FADE_DATE_SIZE];

    fade_table_text(table,
                    fade_date_format(fade_outlook_date(outlook, i), date));
    fade_table_number(table, fade_outlook_day(outlook, i));
}

static void
add_band_row(fade_table *table, const fade_outlook *outlook, size_t i)
{
    const fade_forecast *forecast = outlook->forecast;

    add_start(table, outlook, i);
    fade_table_number(table, fade_forecast_tone(forecast, i).at[FADE_P50]);
    fade_table_number(table,
                      fade_forecast_definition(forecast, i).at[FADE_P50]);
    add_band(table, fade_forecast_retained_tone(forecast, i));
    add_band(table, fade_forecast_retained_definition(forecast, i));
    fade_table_number(
        table, fade_forecast_touchup_before(forecast, outlook->times[i]));
    add_people_columns(table, outlook, i);
}

static void
add_typical_row(fade_table *table, const fade_outlook *outlook, size_t i)
{
    const fade_forecast *forecast = outlook->forecast;

    add_start(table, outlook, i);
    fade_table_number(table, fade_outlook_years(outlook, i));
    fade_table_number(table, fade_forecast_tone(forecast, i).at[FADE_P50]);
    fade_table_number(table,
                      fade_forecast_definition(forecast, i).at[FADE_P50]);
    fade_table_number(table,
                      fade_forecast_retained_tone(forecast, i).at[FADE_P50]);
    fade_table_number(
        table, fade_forecast_retained_definition(forecast, i).at[FADE_P50]);
}

static void
add_rows(fade_table *table, const fade_outlook *outlook, const char *zone)
{
    for (size_t i = 0; i < outlook->count; i++) {
        if (zone) {
            fade_table_text(table, zone);
        }
        if (outlook->plan.typical) {
            add_typical_row(table, outlook, i);
        } else {
            add_band_row(table, outlook, i);
        }
    }
}

/* `named`: with the first column, the zone's name. */
static fade_status
create_table(bool typical, bool named, fade_table **out)
{
    const fade_column *columns = typical ? typical_columns : band_columns;
    size_t count = typical ? sizeof typical_columns / sizeof *columns
                           : sizeof band_columns / sizeof *columns;

    return named ? fade_table_create(columns, count, out)
                 : fade_table_create(columns + 1, count - 1, out);
}

fade_status
fade_forecast_table(const fade_outlook *const *outlooks,
                    const char *const *zones, size_t count, fade_format format,
                    FILE *out)
{
    fade_table *table = NULL;
    fade_status status = FADE_OK;

    if (count == 0) {
        return FADE_OK;
    }
    status = create_table(outlooks[0]->plan.typical, zones != NULL, &table);
    for (size_t i = 0; status == FADE_OK && i < count; i++) {
        add_rows(table, outlooks[i], zones ? zones[i] : NULL);
    }
    if (status == FADE_OK) {
        status = fade_table_print(table, format, out);
    }
    fade_table_destroy(table);
    return status;
}

static void
add_date(fade_json *object, const char *key, fade_date date)
{
    char text[FADE_DATE_SIZE];

    if (date == FADE_NO_DATE) {
        fade_json_add_null(object, key);
    } else {
        fade_json_add_text(object, key, fade_date_format(date, text));
    }
}

static void
add_models(fade_json *object, const fade_zone *zone)
{
    fade_json *models = fade_json_array();

    for (int p = 0; p < FADE_PIGMENTS; p++) {
        const fade_model *model = zone->model[p];
        char fingerprint[FADE_NUMBER_SIZE];
        fade_json *one = NULL;

        if (!model) {
            continue;
        }
        one = fade_json_object();
        snprintf(fingerprint, sizeof fingerprint, "%016llx",
                 (unsigned long long)fade_model_fingerprint(model));
        fade_json_add_text(one, "name", fade_model_name(model));
        fade_json_add_text(one, "version", fade_model_version(model));
        fade_json_add_text(one, "pigment", fade_pigment_name((fade_pigment)p));
        fade_json_add_text(one, "fingerprint", fingerprint);
        fade_json_add(models, NULL, one);
    }
    fade_json_add(object, "models", models);
}

static void
add_json_band(fade_json *object, const char *key, fade_band band)
{
    static const char *const names[] = {"p05", "p25", "p50", "p75", "p95"};
    fade_json *quantiles = fade_json_object();

    for (int b = 0; b < FADE_BAND_COUNT; b++) {
        fade_json_add_number(quantiles, names[b], band.at[b]);
    }
    fade_json_add(object, key, quantiles);
}

static void
add_touchup(fade_json *object, const fade_outlook *outlook)
{
    static const double told[] = {0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95};
    const fade_touchup_rule *rule = &outlook->plan.policy.touchup;
    fade_json *touchup = fade_json_object();
    fade_json *quantiles = fade_json_array();

    fade_json_add_text(touchup, "criterion",
                       rule->criterion == FADE_BY_TONE ? "tone"
                       : rule->criterion == FADE_BY_DEFINITION
                           ? "definition"
                           : "first of both");
    fade_json_add_number(touchup, "tone_threshold", rule->tone_threshold);
    fade_json_add_number(touchup, "definition_threshold",
                         rule->definition_threshold);
    for (size_t i = 0; i < sizeof told / sizeof told[0]; i++) {
        fade_json *one = fade_json_object();

        fade_json_add_number(one, "probability", told[i]);
        add_date(one, "date", fade_outlook_touchup(outlook, told[i]));
        fade_json_add(quantiles, NULL, one);
    }
    fade_json_add(touchup, "quantiles", quantiles);
    fade_json_add(object, "touchup", touchup);
}

static void
add_recall(fade_json *object, const fade_recall_decision *decision)
{
    fade_json *recall = fade_json_object();

    fade_json_add_text(recall, "status",
                       fade_recall_status_text(decision->status));
    fade_json_add_text(recall, "reason", decision->reason);
    add_date(recall, "earliest", decision->dates.earliest);
    add_date(recall, "recommended", decision->dates.recommended);
    add_date(recall, "overdue_after", decision->dates.overdue_after);
    add_date(recall, "latest", decision->dates.latest);
    fade_json_add(object, "recall", recall);
}

static void
add_points(fade_json *object, const fade_outlook *outlook)
{
    fade_table *table = NULL;
    fade_json *points = NULL;

    if (create_table(outlook->plan.typical, false, &table) == FADE_OK) {
        add_rows(table, outlook, NULL);
        points = fade_table_json(table);
    }
    fade_json_add(object, "forecast", points);
    fade_table_destroy(table);
}

/* All 64 bits: as text, for numbers in JSON have 53. */
static void
add_seed(fade_json *object, uint64_t seed)
{
    char text[FADE_NUMBER_SIZE];

    snprintf(text, sizeof text, "%llu", (unsigned long long)seed);
    fade_json_add_text(object, "seed", text);
}

fade_json *
fade_forecast_json(const fade_outlook *outlook, const char *zone)
{
    const fade_assembly *assembly = outlook->assembly;
    const fade_forecast *forecast = outlook->forecast;
    fade_json *object = fade_json_object();
    fade_text words = {0};

    if (zone) {
        fade_json_add_text(object, "zone", zone);
    }
    add_date(object, "today", outlook->plan.today);
    add_date(object, "first_session", assembly->first_session);
    add_date(object, "last_session", assembly->last_session);
    fade_json_add_number(object, "skin_lightness",
                         assembly->zone.skin_lightness);
    fade_json_add_integer(object, "readings",
                          (int64_t)assembly->zone.reading_count);
    fade_json_add_bool(object, "readings_learnt_from", false);
    fade_json_add_integer(object, "draws",
                          outlook->plan.typical ? 0
                                                : (int64_t)outlook->plan.draws);
    add_seed(object, outlook->plan.seed);
    add_models(object, &assembly->zone);
    add_json_band(object, "healed_tone", fade_forecast_healed_tone(forecast));
    add_json_band(object, "healed_definition",
                  fade_forecast_healed_definition(forecast));
    add_touchup(object, outlook);
    add_recall(object, &outlook->decision);
    fade_outlook_words(outlook, &words);
    fade_json_add_text(object, "words", fade_text_string(&words));
    fade_text_clear(&words);
    add_points(object, outlook);
    return object;
}
