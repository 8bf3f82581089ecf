/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/entity.h"

#include <stdint.h>
#include <string.h>

/* Bytes of UTF-8: generous for names, short enough for a calendar. */
#define CODE_BYTES 32
#define WORD_BYTES 64
#define LINE_BYTES 200
#define NOTE_BYTES 10000

/* clang-format off */
#define CLINIC_PATH                                                           \
    {                                                                         \
        .name = "clinic", .type = FADE_TYPE_PATH, .key = true,              \
        .upper = CODE_BYTES,                                                  \
        .help = "code of the clinic; may be left out where there is only one" \
    }
#define PATIENT_PATH                                                         \
    {                                                                        \
        .name = "patient", .type = FADE_TYPE_PATH, .key = true,            \
        .required = true, .upper = WORD_BYTES, .help = "code of the patient" \
    }
#define ZONE_PATH                                                         \
    {                                                                     \
        .name = "zone", .type = FADE_TYPE_PATH, .key = true,            \
        .required = true, .upper = WORD_BYTES, .help = "name of the zone" \
    }
#define NOTE                                                                   \
    {                                                                          \
        .name = "note", .type = FADE_TYPE_NOTE, .upper = NOTE_BYTES,         \
        .personal = true, .help = "anything worth keeping; not used otherwise" \
    }

static const fade_entity_column clinic_columns[] = {
    {.name = "code", .type = FADE_TYPE_CODE, .key = true, .required = true,
     .upper = CODE_BYTES,
     .help = "short code, unique; names the clinic's feed"},
    {.name = "name", .type = FADE_TYPE_TEXT, .upper = LINE_BYTES,
     .help = "name as patients know it"},
    {.name = "time_zone", .type = FADE_TYPE_TIME_ZONE, .required = true,
     .upper = WORD_BYTES,
     .help = "IANA time zone, such as Europe/Berlin: says which day it is"},
    {.name = "hemisphere", .type = FADE_TYPE_WORD, .words = "north|south",
     .initial = "north", .help = "which half of the year is summer"},
};

static const fade_entity_column practitioner_columns[] = {
    CLINIC_PATH,
    {.name = "code", .type = FADE_TYPE_CODE, .key = true, .required = true,
     .upper = CODE_BYTES,
     .help = "short code, unique in the clinic; names a feed"},
    {.name = "name", .type = FADE_TYPE_TEXT, .upper = LINE_BYTES,
     .help = "name"},
    {.name = "active", .type = FADE_TYPE_FLAG, .initial = "yes",
     .help = "still takes patients"},
};

static const fade_entity_column patient_columns[] = {
    CLINIC_PATH,
    {.name = "code", .type = FADE_TYPE_TEXT, .key = true, .required = true,
     .upper = WORD_BYTES,
     .help = "opaque code, unique in the clinic; messages show only this"},
    {.name = "name", .type = FADE_TYPE_TEXT, .upper = LINE_BYTES,
     .personal = true, .help = "name; may stay empty"},
    {.name = "initials", .type = FADE_TYPE_TEXT, .upper = 16,
     .personal = true, .help = "for feeds that show initials"},
    {.name = "email", .type = FADE_TYPE_TEXT, .upper = LINE_BYTES,
     .personal = true, .help = "for recall letters; may stay empty"},
    {.name = "phone", .type = FADE_TYPE_TEXT, .upper = WORD_BYTES,
     .personal = true, .help = "for recall calls; may stay empty"},
    {.name = "birth_year", .type = FADE_TYPE_INTEGER, .lower = 1900,
     .upper = 2100, .unit = "year", .help = "year of birth"},
    {.name = "fitzpatrick", .type = FADE_TYPE_INTEGER, .lower = 1,
     .upper = 6, .help = "skin type, used where no skin_lightness is known"},
    {.name = "smoking", .type = FADE_TYPE_FLAG, .help = "smokes"},
    {.name = "immunosuppression", .type = FADE_TYPE_FLAG,
     .help = "takes immunosuppressants"},
    {.name = "followed", .type = FADE_TYPE_FLAG, .initial = "yes",
     .help = "still to be called back for touch-ups"},
    NOTE,
};

static const fade_entity_column zone_columns[] = {
    CLINIC_PATH,
    PATIENT_PATH,
    {.name = "zone", .type = FADE_TYPE_TEXT, .key = true, .required = true,
     .upper = WORD_BYTES,
     .help = "name of the area, such as hairline, crown, FUT scar"},
    {.name = "skin_lightness", .type = FADE_TYPE_NUMBER, .lower = 20,
     .upper = 100, .unit = "L*", .help = "lightness of the untreated skin"},
    {.name = "uv_exposure", .type = FADE_TYPE_LEVEL, .upper = 10,
     .words = "low|typical|high",
     .help = "sunlight on the zone: low is 0.5, typical 1, high 2"},
    {.name = "scarring", .type = FADE_TYPE_FLAG, .help = "scarred skin"},
    {.name = "oily_skin", .type = FADE_TYPE_FLAG, .help = "oily skin"},
    {.name = "let_fade", .type = FADE_TYPE_FLAG, .initial = "no",
     .help = "the patient wants it gone: no recalls"},
    {.name = "followed", .type = FADE_TYPE_FLAG, .initial = "yes",
     .help = "still to be called back for touch-ups"},
    NOTE,
};

#define NUMBER_OF_DAY(words_for_it)                                           \
    {                                                                         \
        .name = "number", .type = FADE_TYPE_INTEGER, .key = true,           \
        .lower = 1, .upper = 99, .initial = "1", .help = (words_for_it)       \
    }

static const fade_entity_column session_columns[] = {
    CLINIC_PATH,
    PATIENT_PATH,
    ZONE_PATH,
    {.name = "date", .type = FADE_TYPE_DATE,
     .key = true, .required = true,
     .help = "day of the session; a day to come is a plan"},
    NUMBER_OF_DAY("order of several sessions on one day"),
    {.name = "kind", .type = FADE_TYPE_WORD, .words = "implant|laser",
     .initial = "implant", .help = "what was done"},
    {.name = "pigment", .type = FADE_TYPE_WORD,
     .words = "permanent|temporary",
     .help = "class of the pigment; an implant needs it, a laser has none"},
    {.name = "model", .type = FADE_TYPE_TEXT, .upper = WORD_BYTES,
     .help = "name of the model; empty: the one named like the pigment"},
    {.name = "dose", .type = FADE_TYPE_NUMBER, .above = true, .upper = 10,
     .unit = "dose", .help = "pigment per area; empty: dots / 120"},
    {.name = "dots", .type = FADE_TYPE_NUMBER, .above = true, .upper = 2000,
     .unit = "1/cm2", .help = "dots per area; empty: 120"},
    {.name = "shatter", .type = FADE_TYPE_NUMBER, .above = true, .upper = 1,
     .help = "share that a laser breaks up; a laser needs it"},
    {.name = "practitioner", .type = FADE_TYPE_PRACTITIONER,
     .upper = CODE_BYTES, .help = "code of who did it"},
    NOTE,
};

static const fade_entity_column reading_columns[] = {
    CLINIC_PATH,
    PATIENT_PATH,
    ZONE_PATH,
    {.name = "date", .type = FADE_TYPE_DATE,
     .key = true, .required = true, .help = "day of the reading"},
    NUMBER_OF_DAY("tells apart equal readings of one day"),
    {.name = "timing", .type = FADE_TYPE_WORD, .key = true,
     .words = "before|after", .initial = "after",
     .help = "before or after a session of the same day"},
    {.name = "kind", .type = FADE_TYPE_WORD, .key = true, .required = true,
     .words = "tone|score|definition",
     .help = "colorimeter, visual density or macro photograph"},
    {.name = "value", .type = FADE_TYPE_NUMBER, .required = true,
     .lower = -20, .upper = 100,
     .help = "L* darker than the skin beside, or points of the score"},
    {.name = "censored", .type = FADE_TYPE_WORD, .words = "below|above",
     .help = "the truth lies below, or above, value"},
    {.name = "limit", .type = FADE_TYPE_NUMBER, .lower = -20, .upper = 100,
     .help = "the other end of a censored reading; empty: open"},
    {.name = "scale_max", .type = FADE_TYPE_NUMBER, .above = true,
     .upper = 100, .help = "highest point of the score's scale; empty: 10"},
    {.name = "scale_step", .type = FADE_TYPE_NUMBER, .above = true,
     .upper = 10, .help = "step of the score's scale; empty: 1"},
    {.name = "instrument", .type = FADE_TYPE_TEXT, .upper = WORD_BYTES,
     .help = "which colorimeter or camera"},
    {.name = "grader", .type = FADE_TYPE_TEXT, .upper = WORD_BYTES,
     .help = "who gave the score"},
    NOTE,
};

static const fade_entity_column contraindication_columns[] = {
    CLINIC_PATH,
    PATIENT_PATH,
    {.name = "what", .type = FADE_TYPE_TEXT, .key = true, .required = true,
     .upper = WORD_BYTES, .help = "such as infection, pregnancy or allergy"},
    {.name = "from", .type = FADE_TYPE_DATE, .key = true, .required = true,
     .help = "its first day"},
    {.name = "until", .type = FADE_TYPE_DATE,
     .help = "its last day; empty: no end in sight"},
    NOTE,
};
/* clang-format on */

#define COLUMNS(list) .columns = (list), .count = sizeof(list) / sizeof *(list)

static const fade_entity entities[FADE_ENTITIES] = {
    [FADE_CLINIC] = {.name = "clinic",
                     .table = "clinics",
                     .parent = FADE_CLINIC,
                     .help = "a place where people are treated",
                     COLUMNS(clinic_columns)},
    [FADE_PRACTITIONER] = {.name = "practitioner",
                           .table = "practitioners",
                           .parent = FADE_CLINIC,
                           .help = "somebody who treats people there",
                           .path = 1,
                           COLUMNS(practitioner_columns)},
    [FADE_PATIENT] = {.name = "patient",
                      .table = "patients",
                      .parent = FADE_CLINIC,
                      .help = "somebody who is treated there",
                      .path = 1,
                      COLUMNS(patient_columns)},
    [FADE_ZONE] = {.name = "zone",
                   .table = "zones",
                   .parent = FADE_PATIENT,
                   .help = "an area of a patient's scalp",
                   .path = 2,
                   COLUMNS(zone_columns)},
    [FADE_SESSION] = {.name = "session",
                      .table = "sessions",
                      .parent = FADE_ZONE,
                      .help = "what was done to a zone on a day",
                      .path = 3,
                      COLUMNS(session_columns)},
    [FADE_READING] = {.name = "reading",
                      .table = "readings",
                      .parent = FADE_ZONE,
                      .help = "how dark or crisp a zone looked on a day",
                      .path = 3,
                      COLUMNS(reading_columns)},
    [FADE_CONTRAINDICATION] = {.name = "contraindication",
                               .table = "contraindications",
                               .parent = FADE_PATIENT,
                               .help = "why a patient cannot be treated now",
                               .path = 2,
                               COLUMNS(contraindication_columns)},
};

const fade_entity *
fade_entity_get(fade_entity_id id)
{
    return &entities[id];
}

fade_entity_id
fade_entity_id_of(const fade_entity *entity)
{
    return (fade_entity_id)(entity - entities);
}

const fade_entity *
fade_entity_named(const char *name)
{
    for (size_t i = 0; i < FADE_ENTITIES; i++) {
        if (strcmp(entities[i].name, name) == 0) {
            return &entities[i];
        }
    }
    return NULL;
}

const fade_entity *
fade_entity_of_table(const char *table)
{
    for (size_t i = 0; i < FADE_ENTITIES; i++) {
        if (strcmp(entities[i].table, table) == 0) {
            return &entities[i];
        }
    }
    return NULL;
}

const fade_entity *
fade_entity_parent(const fade_entity *entity)
{
    const fade_entity *parent = &entities[entity->parent];

    return parent == entity ? NULL : parent;
}

size_t
fade_entity_column_index(const fade_entity *entity, const char *name)
{
    size_t i = 0;

    while (i < entity->count && strcmp(entity->columns[i].name, name) != 0) {
        i++;
    }
    return i;
}
