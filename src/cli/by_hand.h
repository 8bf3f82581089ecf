/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A zone described on the command line instead of in a database: a chart of
 * one patient without a name and one zone.
 */
#ifndef CLI_BY_HAND_H
#define CLI_BY_HAND_H

#include "cli/option.h"
#include "clinic/model_shelf.h"
#include "store/chart.h"

/* Rows of the options that fade_by_hand_read() reads. */
#define FADE_BY_HAND_OPTIONS                                                   \
    {"session", "[PIGMENT@]DATE[:DOSE[:DOTS]]",                                \
     "a session of pigment; dose 1 is a reference session of 120 dots/cm2",    \
     true},                                                                    \
        {"pigment", "CLASS",                                                   \
         "class of sessions that name none: permanent (the default) or "       \
         "temporary",                                                          \
         false},                                                               \
        {"laser", "DATE:SHATTER",                                              \
         "a laser treatment, and the share of the held pigment that it "       \
         "shatters",                                                           \
         true},                                                                \
        {"reading", "DATE:KIND:VALUE",                                         \
         "a reading: KIND is tone, score or definition; VALUE a number, "      \
         "<LIMIT or >LIMIT, of a score also 3/4",                              \
         true},                                                                \
        {"model", "MODEL", "a model for its class: a name or a file", true},   \
        {"skin_lightness", "L", "L* of the bare skin, 20 to 100", false},      \
        {"fitzpatrick", "TYPE",                                                \
         "skin type I to VI, where the lightness is not measured", false},     \
        {"uv_exposure", "U", "low, typical, high, or a number; typical is 1",  \
         false},                                                               \
        {"hemisphere", "SIDE", "north (the default) or south", false},         \
        {"scarring", NULL, "the zone is a scar", false},                       \
        {"oily_skin", NULL, "the skin is oily", false},                        \
        {"smoking", NULL, "the patient smokes", false},                        \
        {"immunosuppression", NULL, "the patient is immunosuppressed", false}, \
    {                                                                          \
        "birth_year", "YEAR", "the patient's year of birth", false             \
    }

typedef struct fade_by_hand {
    fade_chart chart; /* points into the members below */
    fade_chart_zone zone;
    fade_chart_session *sessions;
    fade_chart_reading *readings;
    const char *model[FADE_PIGMENTS]; /* as they were given; "": the default */
} fade_by_hand;

/* Was any of the options given that describe a zone? */
bool fade_by_hand_given(const fade_arguments *args);

/*
 * FADE_EINVAL, FADE_EPARSE: wrong usage, said. Other failures are not said but
 * in `diag`. The caller ends *out with fade_by_hand_clear().
 */
fade_status fade_by_hand_read(const fade_arguments *args, fade_shelf *shelf,
                              fade_by_hand *out, fade_diag *diag);
void fade_by_hand_clear(fade_by_hand *hand);

#endif
