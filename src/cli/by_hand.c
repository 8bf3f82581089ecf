/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/by_hand.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "cli/event_words.h"
#include "cli/message.h"

static const char *const zone_options[] = {
    "session",        "laser",       "reading",    "pigment",
    "skin_lightness", "uv_exposure", "hemisphere", "scarring",
    "fitzpatrick",    "oily_skin",   "smoking",    "immunosuppression",
    "birth_year",
};

static const double most_uv_exposure = 10.0; /* [1] as in tables */

bool
fade_by_hand_given(const fade_arguments *args)
{
    for (size_t i = 0; i < sizeof zone_options / sizeof zone_options[0]; i++) {
        if (fade_arg_count(args, zone_options[i]) > 0) {
            return true;
        }
    }
    return false;
}

static fade_status
read_models(const fade_arguments *args, fade_shelf *shelf, fade_by_hand *out,
            fade_diag *diag)
{
    for (size_t i = 0; i < fade_arg_count(args, "model"); i++) {
        const char *name = fade_arg_nth(args, "model", i);
        const fade_model *model = NULL;
        fade_status status = fade_shelf_take(shelf, name, &model, diag);

        if (status != FADE_OK) {
            /* Not wrong usage: what is wrong is in `diag`. */
            return status == FADE_EPARSE || status == FADE_EINVAL ? FADE_EIO
                                                                  : status;
        }
        out->model[fade_model_pigment(model)] = name;
    }
    return FADE_OK;
}

static fade_status
read_default_pigment(const fade_arguments *args, const fade_by_hand *hand,
                     fade_pigment *out)
{
    static const char *const words[] = {"permanent", "temporary"};
    size_t word = FADE_PERMANENT;
    fade_status status = FADE_OK;

    /* A model of temporary pigment alone says what the sessions are. */
    if (hand->model[FADE_TEMPORARY] && !hand->model[FADE_PERMANENT]) {
        word = FADE_TEMPORARY;
    }
    status = fade_arg_word(args, "pigment", words, FADE_PIGMENTS, &word);
    *out = (fade_pigment)word;
    return status;
}

/* By date; on one day in the order of the command line. */
static int
by_date(const void *left, const void *right)
{
    const fade_chart_session *a = left;
    const fade_chart_session *b = right;

    if (a->date != b->date) {
        return a->date < b->date ? -1 : 1;
    }
    return a->number - b->number;
}

static int
readings_by_date(const void *left, const void *right)
{
    const fade_chart_reading *a = left;
    const fade_chart_reading *b = right;

    if (a->date != b->date) {
        return a->date < b->date ? -1 : 1;
    }
    return a->number - b->number;
}

/* Takes --session, --laser and --reading in the order given. */
static fade_status
read_events(const fade_arguments *args, fade_by_hand *out)
{
    size_t given = fade_arg_given_count(args);
    fade_pigment pigment = FADE_PERMANENT;
    fade_status status = read_default_pigment(args, out, &pigment);

    out->sessions = calloc(given + 1, sizeof *out->sessions);
    out->readings = calloc(given + 1, sizeof *out->readings);
    if (status == FADE_OK && (!out->sessions || !out->readings)) {
        return FADE_ENOMEM;
    }
    for (size_t i = 0; status == FADE_OK && i < given; i++) {
        const char *value = NULL;
        const char *name = fade_arg_given(args, i, &value);
        fade_chart_session *session = &out->sessions[out->zone.session_count];
        fade_chart_reading *reading = &out->readings[out->zone.reading_count];

        session->number = (int)i;
        reading->number = (int)i;
        if (strcmp(name, "session") == 0) {
            status = fade_words_session(args, value, pigment, session);
            out->zone.session_count++;
        } else if (strcmp(name, "laser") == 0) {
            status = fade_words_laser(args, value, session);
            out->zone.session_count++;
        } else if (strcmp(name, "reading") == 0) {
            status = fade_words_reading(args, value, reading);
            out->zone.reading_count++;
        }
    }
    return status;
}

static void
finish_events(fade_by_hand *out)
{
    qsort(out->sessions, out->zone.session_count, sizeof *out->sessions,
          by_date);
    qsort(out->readings, out->zone.reading_count, sizeof *out->readings,
          readings_by_date);
    for (size_t i = 0; i < out->zone.session_count; i++) {
        const char *model = out->model[out->sessions[i].pigment];

        out->sessions[i].model = model ? model : "";
    }
    out->zone.sessions = out->sessions;
    out->zone.readings = out->readings;
}

static fade_status
read_sunlight(const fade_arguments *args, fade_by_hand *out)
{
    static const char *const sides[] = {"north", "south"};
    const char *text = fade_arg_text(args, "uv_exposure");
    size_t side = 0;
    fade_status status = fade_arg_word(args, "hemisphere", sides, 2, &side);

    out->chart.south = side == 1;
    if (status == FADE_OK && text
        && (fade_uv_exposure_parse(text, &out->zone.uv_exposure) != FADE_OK
            || out->zone.uv_exposure > most_uv_exposure)) {
        fade_wrong_usage(args,
                         "--uv-exposure: '%s' is not low, typical, high or a "
                         "number from 0 to 10",
                         text);
        return FADE_EINVAL;
    }
    return status;
}

static fade_status
read_skin(const fade_arguments *args, fade_by_hand *out)
{
    static const char *const types[] = {"I", "II", "III", "IV", "V", "VI",
                                        "1", "2",  "3",   "4",  "5", "6"};
    size_t type = 0;
    int64_t year = 0;

    if (fade_arg_number(args, "skin_lightness", FADE_SKIN_LIGHTNESS_MIN,
                        FADE_SKIN_LIGHTNESS_MAX, &out->zone.skin_lightness)
            != FADE_OK
        || fade_arg_word(args, "fitzpatrick", types,
                         sizeof types / sizeof types[0], &type)
               != FADE_OK
        || fade_arg_integer(args, "birth_year", 1900, 2100, &year) != FADE_OK) {
        return FADE_EINVAL;
    }
    if (fade_arg_text(args, "fitzpatrick")) {
        out->chart.fitzpatrick = (int)(type % 6) + 1;
    }
    out->chart.birth_year = (int)year;
    return FADE_OK;
}

static double
one_if(const fade_arguments *args, const char *flag)
{
    return fade_arg_flag(args, flag) ? 1.0 : nan("");
}

fade_status
fade_by_hand_read(const fade_arguments *args, fade_shelf *shelf,
                  fade_by_hand *out, fade_diag *diag)
{
    fade_status status = FADE_OK;

    *out = (fade_by_hand){
        .chart = {.clinic = "",
                  .time_zone = NULL,
                  .code = "",
                  .name = "",
                  .initials = "",
                  .smoking = one_if(args, "smoking"),
                  .immunosuppression = one_if(args, "immunosuppression"),
                  .followed = true},
        .zone = {.name = "",
                 .skin_lightness = nan(""),
                 .uv_exposure = nan(""),
                 .scarring = one_if(args, "scarring"),
                 .oily_skin = one_if(args, "oily_skin"),
                 .followed = true}};
    status = read_models(args, shelf, out, diag);
    if (status == FADE_OK) {
        status = read_events(args, out);
    }
    if (status == FADE_OK) {
        status = read_sunlight(args, out);
    }
    if (status == FADE_OK) {
        status = read_skin(args, out);
    }
    if (status != FADE_OK) {
        fade_by_hand_clear(out);
        return status;
    }
    finish_events(out);
    out->chart.zones = &out->zone;
    out->chart.zone_count = 1;
    return FADE_OK;
}

void
fade_by_hand_clear(fade_by_hand *hand)
{
    free(hand->sessions);
    free(hand->readings);
    *hand = (fade_by_hand){.zone = {.name = ""}};
}
