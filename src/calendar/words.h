/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an event says in words, as far as its feed's privacy lets it. */
#ifndef CALENDAR_WORDS_H
#define CALENDAR_WORDS_H

#include "calendar/event.h"

/* Appends clean text for SUMMARY and DESCRIPTION; libical escapes it. */
void fade_event_summary(const fade_calendar_event *event, fade_privacy privacy,
                        fade_text *out);
void fade_event_description(const fade_calendar_event *event,
                            fade_privacy privacy, fade_text *out);

#endif
