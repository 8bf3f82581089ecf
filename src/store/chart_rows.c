/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/chart_rows.h"

#include <math.h>
#include <string.h>

#include "base/array.h"
#include "base/text.h"

#define USUAL_DOTS       120.0 /* [1/cm2] of a session that recorded none */
#define USUAL_SCALE_MAX  10.0  /* [points] */
#define USUAL_SCALE_STEP 1.0   /* [points] */

enum {
    CHART_PATIENT_ID,
    CHART_CLINIC_ID,
    CHART_CLINIC,
    CHART_TIME_ZONE,
    CHART_HEMISPHERE,
    CHART_CODE,
    CHART_NAME,
    CHART_INITIALS,
    CHART_BIRTH_YEAR,
    CHART_FITZPATRICK,
    CHART_SMOKING,
    CHART_IMMUNOSUPPRESSION,
    CHART_FOLLOWED
};

enum {
    CHART_ZONE_ID,
    CHART_ZONE,
    CHART_SKIN_LIGHTNESS,
    CHART_UV_EXPOSURE,
    CHART_SCARRING,
    CHART_OILY_SKIN,
    CHART_LET_FADE,
    CHART_ZONE_FOLLOWED
};

enum {
    CHART_SESSION_ID = CHART_ROW_ZONE + 1,
    CHART_SESSION_DATE,
    CHART_SESSION_NUMBER,
    CHART_SESSION_KIND,
    CHART_PIGMENT,
    CHART_MODEL,
    CHART_DOSE,
    CHART_DOTS,
    CHART_SHATTER,
    CHART_PRACTITIONER
};

enum {
    CHART_READING_ID = CHART_ROW_ZONE + 1,
    CHART_READING_DATE,
    CHART_READING_NUMBER,
    CHART_TIMING,
    CHART_READING_KIND,
    CHART_VALUE,
    CHART_CENSORED,
    CHART_LIMIT,
    CHART_SCALE_MAX,
    CHART_SCALE_STEP,
    CHART_INSTRUMENT,
    CHART_GRADER
};

#define PATIENTS                                                        \
    "SELECT patient.id, clinic.id, clinic.code, time_zone, hemisphere," \
    " patient.code, patient.name, initials, birth_year, fitzpatrick,"   \
    " smoking, immunosuppression, followed"                             \
    " FROM clinic CROSS JOIN patient ON patient.clinic_id = clinic.id"

static const char *const queries[FADE_CHART_QUERIES] = {
    [FADE_CHART_PATIENT] = PATIENTS " WHERE patient.id = ?",
    [FADE_CHART_PATIENTS] = PATIENTS " WHERE ?1 IS NULL OR clinic.code = ?1"
                                     " ORDER BY clinic.code, patient.code",
    [FADE_CHART_ZONES] =
        "SELECT id, zone, skin_lightness, uv_exposure, scarring, oily_skin,"
        " let_fade, followed FROM zone WHERE patient_id = ? ORDER BY zone",
    [FADE_CHART_SESSIONS] =
        "SELECT zone.id, session.id, date, number, kind, pigment, model,"
        " dose, dots, shatter, practitioner.code"
        " FROM zone CROSS JOIN session ON session.zone_id = zone.id"
        " LEFT JOIN practitioner ON practitioner.id = practitioner_id"
        " WHERE patient_id = ? ORDER BY zone.zone, date, number",
    /* What was read before a session of the day comes first. */
    [FADE_CHART_READINGS] =
        "SELECT zone.id, reading.id, date, number, timing, kind, value,"
        " censored, \"limit\", scale_max, scale_step, instrument, grader"
        " FROM zone CROSS JOIN reading ON reading.zone_id = zone.id"
        " WHERE patient_id = ?"
        " ORDER BY zone.zone, date, timing DESC, kind DESC, number",
    [FADE_CHART_CONTRAINDICATIONS] =
        "SELECT what, \"from\", until FROM contraindication"
        " WHERE patient_id = ? ORDER BY \"from\", what",
};

const char *
fade_chart_sql(fade_chart_query query)
{
    return queries[query];
}

const char *
fade_chart_take_text(fade_chart_memory *memory, sqlite3_stmt *row, int index)
{
    const char *text =
        fade_pool_copy(&memory->strings, fade_row_text(row, index));

    memory->failed = memory->failed || !text;
    return text ? text : "";
}

static bool
is_word(sqlite3_stmt *row, int index, const char *word)
{
    return strcmp(fade_row_text(row, index), word) == 0;
}

void
fade_chart_take_patient(sqlite3_stmt *row, fade_chart *chart)
{
    fade_chart_memory *memory = chart->memory;

    chart->id = sqlite3_column_int64(row, CHART_PATIENT_ID);
    chart->clinic_id = sqlite3_column_int64(row, CHART_CLINIC_ID);
    chart->clinic = fade_chart_take_text(memory, row, CHART_CLINIC);
    chart->time_zone = fade_chart_take_text(memory, row, CHART_TIME_ZONE);
    chart->south = is_word(row, CHART_HEMISPHERE, "south");
    chart->code = fade_chart_take_text(memory, row, CHART_CODE);
    chart->name = fade_chart_take_text(memory, row, CHART_NAME);
    chart->initials = fade_chart_take_text(memory, row, CHART_INITIALS);
    chart->birth_year = sqlite3_column_int(row, CHART_BIRTH_YEAR);
    chart->fitzpatrick = sqlite3_column_int(row, CHART_FITZPATRICK);
    chart->smoking = fade_row_number(row, CHART_SMOKING);
    chart->immunosuppression = fade_row_number(row, CHART_IMMUNOSUPPRESSION);
    chart->followed = sqlite3_column_int(row, CHART_FOLLOWED) != 0;
}

/* models/README.md, "Sun exposure": low 0.5, typical 1, high 2. */
static double
exposure(const char *text)
{
    double value = 0.0;

    if (strcmp(text, "low") == 0) {
        return 0.5;
    }
    if (strcmp(text, "typical") == 0) {
        return 1.0;
    }
    if (strcmp(text, "high") == 0) {
        return 2.0;
    }
    return fade_number_parse(text, &value) ? nan("") : value;
}

fade_status
fade_chart_take_zone(sqlite3_stmt *row, fade_chart *chart)
{
    fade_chart_memory *memory = chart->memory;
    fade_status status =
        fade_array_reserve((void **)&memory->zones, &memory->zone_room,
                           chart->zone_count + 1, sizeof *memory->zones);

    if (status) {
        return status;
    }
    memory->zones[chart->zone_count++] = (fade_chart_zone){
        .id = sqlite3_column_int64(row, CHART_ZONE_ID),
        .name = fade_chart_take_text(memory, row, CHART_ZONE),
        .skin_lightness = fade_row_number(row, CHART_SKIN_LIGHTNESS),
        .uv_exposure = exposure(fade_row_text(row, CHART_UV_EXPOSURE)),
        .scarring = fade_row_number(row, CHART_SCARRING),
        .oily_skin = fade_row_number(row, CHART_OILY_SKIN),
        .let_fade = sqlite3_column_int(row, CHART_LET_FADE) != 0,
        .followed = sqlite3_column_int(row, CHART_ZONE_FOLLOWED) != 0};
    return FADE_OK;
}

static double
or_usual(double value, double usual)
{
    return isnan(value) ? usual : value;
}

void
fade_chart_take_session(sqlite3_stmt *row, fade_chart_memory *memory,
                        fade_chart_session *out)
{
    double dots = or_usual(fade_row_number(row, CHART_DOTS), USUAL_DOTS);

    *out = (fade_chart_session){
        .id = sqlite3_column_int64(row, CHART_SESSION_ID),
        .date = fade_row_date(row, CHART_SESSION_DATE),
        .number = sqlite3_column_int(row, CHART_SESSION_NUMBER),
        .laser = is_word(row, CHART_SESSION_KIND, "laser"),
        .pigment = is_word(row, CHART_PIGMENT, "temporary") ? FADE_TEMPORARY
                                                            : FADE_PERMANENT,
        .model = fade_chart_take_text(memory, row, CHART_MODEL),
        .dose = or_usual(fade_row_number(row, CHART_DOSE), dots / USUAL_DOTS),
        .dots = dots,
        .shatter = or_usual(fade_row_number(row, CHART_SHATTER), 0.0),
        .practitioner = fade_chart_take_text(memory, row, CHART_PRACTITIONER)};
}

static fade_reading_kind
reading_kind(sqlite3_stmt *row)
{
    if (is_word(row, CHART_READING_KIND, "score")) {
        return FADE_SCORE;
    }
    return is_word(row, CHART_READING_KIND, "definition") ? FADE_DEFINITION
                                                          : FADE_TONE;
}

static fade_censoring
censoring(sqlite3_stmt *row)
{
    if (is_word(row, CHART_CENSORED, "below")) {
        return FADE_CENSORED_BELOW;
    }
    return is_word(row, CHART_CENSORED, "above") ? FADE_CENSORED_ABOVE
                                                 : FADE_NOT_CENSORED;
}

void
fade_chart_take_reading(sqlite3_stmt *row, fade_chart_memory *memory,
                        fade_chart_reading *out)
{
    *out = (fade_chart_reading){
        .id = sqlite3_column_int64(row, CHART_READING_ID),
        .date = fade_row_date(row, CHART_READING_DATE),
        .number = sqlite3_column_int(row, CHART_READING_NUMBER),
        .before = is_word(row, CHART_TIMING, "before"),
        .kind = reading_kind(row),
        .value = sqlite3_column_double(row, CHART_VALUE),
        .censoring = censoring(row),
        .limit = fade_row_number(row, CHART_LIMIT),
        .scale_max =
            or_usual(fade_row_number(row, CHART_SCALE_MAX), USUAL_SCALE_MAX),
        .scale_step =
            or_usual(fade_row_number(row, CHART_SCALE_STEP), USUAL_SCALE_STEP),
        .instrument = fade_chart_take_text(memory, row, CHART_INSTRUMENT),
        .grader = fade_chart_take_text(memory, row, CHART_GRADER)};
}
