/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/event_words.h"

#include <math.h>
#include <string.h>

#include "base/text.h"
#include "cli/message.h"

enum { WORD_MAX = 96, PARTS_MAX = 3 };

static const double reference_dots = 120.0; /* [1/cm2] of one dose */
static const double most_dose = 10.0;       /* [dose] */
static const double most_dots = 2000.0;     /* [1/cm2] */
static const double most_lightness = 100.0; /* [L*] */
static const double least_value = -20.0;    /* [L*] of a noisy reading */
static const double usual_scale = 10.0;     /* of a score */

typedef struct parts {
    char bytes[WORD_MAX];
    char *part[PARTS_MAX];
    size_t count;
} parts;

/* Splits at ':'; false where there are too many parts or letters. */
static bool
split(const char *word, parts *out)
{
    char *at = out->bytes;

    out->count = 0;
    if (strlen(word) >= sizeof out->bytes) {
        return false;
    }
    memcpy(out->bytes, word, strlen(word) + 1);
    while (at) {
        char *colon = strchr(at, ':');

        if (out->count == PARTS_MAX) {
            return false;
        }
        out->part[out->count++] = at;
        if (colon) {
            *colon++ = '\0';
        }
        at = colon;
    }
    return true;
}

static fade_status
complain(const fade_arguments *args, const char *option, const char *word,
         const char *what)
{
    fade_wrong_usage(args, "--%s %s: %s", option, word, what);
    return FADE_EINVAL;
}

/* A number in (lower, upper], or [lower, upper] where `closed`. */
static bool
number_in(const char *text, double lower, double upper, bool closed,
          double *out)
{
    double value = 0.0;

    if (fade_number_parse(text, &value) != FADE_OK
        || !(closed ? value >= lower : value > lower) || !(value <= upper)) {
        return false;
    }
    *out = value;
    return true;
}

fade_status
fade_words_session(const fade_arguments *args, const char *word,
                   fade_pigment pigment, fade_chart_session *out)
{
    const char *at = strchr(word, '@');
    double dose = nan("");
    double dots = reference_dots;
    char class[WORD_MAX] = "";
    parts cut;

    if (at && (size_t)(at - word) < sizeof class) {
        memcpy(class, word, (size_t)(at - word));
        if (fade_pigment_parse(class, &pigment) != FADE_OK) {
            return complain(args, "session", word,
                            "before the @ stands permanent or temporary");
        }
    }
    if (!split(at ? at + 1 : word, &cut)
        || fade_date_parse(cut.part[0], &out->date) != FADE_OK) {
        return complain(args, "session", word,
                        "sessions look like 2026-05-31, 2026-05-31:0.8 or "
                        "temporary@2026-05-31:0.8:100");
    }
    if (cut.count > 1 && cut.part[1][0] != '\0'
        && !number_in(cut.part[1], 0.0, most_dose, false, &dose)) {
        return complain(args, "session", word,
                        "the dose is a number above 0, at most 10");
    }
    if (cut.count > 2
        && !number_in(cut.part[2], 0.0, most_dots, false, &dots)) {
        return complain(args, "session", word,
                        "the dots per cm2 are a number above 0, at most 2000");
    }
    out->laser = false;
    out->pigment = pigment;
    out->dots = dots;
    out->dose = isnan(dose) ? dots / reference_dots : dose;
    return FADE_OK;
}

fade_status
fade_words_laser(const fade_arguments *args, const char *word,
                 fade_chart_session *out)
{
    parts cut;

    if (!split(word, &cut) || cut.count != 2
        || fade_date_parse(cut.part[0], &out->date) != FADE_OK
        || !number_in(cut.part[1], 0.0, 1.0, false, &out->shatter)) {
        return complain(args, "laser", word,
                        "lasers look like 2026-05-31:0.4, the share that is "
                        "shattered above 0, at most 1");
    }
    out->laser = true;
    return FADE_OK;
}

static bool
kind_of(const char *word, fade_reading_kind *out)
{
    static const struct {
        const char *word;
        fade_reading_kind kind;
    } kinds[] = {{"tone", FADE_TONE},
                 {"score", FADE_SCORE},
                 {"definition", FADE_DEFINITION}};

    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        if (strcmp(kinds[i].word, word) == 0) {
            *out = kinds[i].kind;
            return true;
        }
    }
    return false;
}

static bool
value_of(char *text, fade_chart_reading *out)
{
    char *slash = strchr(text, '/');
    bool score = out->kind == FADE_SCORE;
    double top;

    out->scale_max = usual_scale;
    out->scale_step = 1.0;
    if (slash && score) {
        *slash = '\0';
        if (!number_in(slash + 1, 0.0, most_lightness, false,
                       &out->scale_max)) {
            return false;
        }
    }
    if (text[0] == '<' || text[0] == '>') {
        out->censoring =
            text[0] == '<' ? FADE_CENSORED_BELOW : FADE_CENSORED_ABOVE;
        text++;
    }
    top = score ? out->scale_max : most_lightness;
    return number_in(text, score ? 0.0 : least_value, top, true, &out->value);
}

fade_status
fade_words_reading(const fade_arguments *args, const char *word,
                   fade_chart_reading *out)
{
    parts cut;

    if (!split(word, &cut) || cut.count != 3
        || fade_date_parse(cut.part[0], &out->date) != FADE_OK) {
        return complain(args, "reading", word,
                        "readings look like 2026-05-31:tone:4.2, "
                        "2026-05-31:tone:<0.5 or 2026-05-31:score:3/4");
    }
    if (!kind_of(cut.part[1], &out->kind)) {
        return complain(args, "reading", word,
                        "a reading is one of tone, score, definition");
    }
    out->censoring = FADE_NOT_CENSORED;
    out->limit = nan("");
    if (!value_of(cut.part[2], out)) {
        return complain(args, "reading", word,
                        "the value is no number on its scale");
    }
    out->instrument = "";
    out->grader = "";
    return FADE_OK;
}
