/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Building components with libical, failures kept for one look at the end. */
#ifndef CALENDAR_BUILD_H
#define CALENDAR_BUILD_H

#include <stdbool.h>

#include <libical/ical.h>

#include "base/text.h"

typedef struct fade_component {
    icalcomponent *ical;
    bool failed; /* out of memory at some point */
} fade_component;

/* Takes `property` over; NULL is a failure. */
void fade_component_add(fade_component *to, icalproperty *property);

/* NAME:VALUE of an experimental name; NAME;VALUE=DATE:VALUE with `is_date`. */
void fade_component_add_x(fade_component *to, const char *name,
                          const char *value, bool is_date);

/* Appends the component as text. FADE_ENOMEM. */
fade_status fade_component_print(const fade_component *from, fade_text *out);

#endif
