/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Sessions, lasers and readings as a user writes them in one word. Each
 * function says what is wrong on standard error and returns FADE_EINVAL.
 */
#ifndef CLI_EVENT_WORDS_H
#define CLI_EVENT_WORDS_H

#include "cli/option.h"
#include "store/chart.h"

/* [PIGMENT@]DATE[:DOSE[:DOTS]]; `pigment` where the word names none. */
fade_status fade_words_session(const fade_arguments *args, const char *word,
                               fade_pigment pigment, fade_chart_session *out);

/* DATE:SHATTER */
fade_status fade_words_laser(const fade_arguments *args, const char *word,
                             fade_chart_session *out);

/* DATE:KIND:VALUE, where VALUE may be <LIMIT, >LIMIT, and of a score 3/4. */
fade_status fade_words_reading(const fade_arguments *args, const char *word,
                               fade_chart_reading *out);

#endif
