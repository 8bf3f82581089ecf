/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The two classes of pigment that a zone of skin may carry side by side. */
#ifndef FADECAST_PIGMENT_H
#define FADECAST_PIGMENT_H

#include <fadecast/status.h>

FADE_BEGIN

typedef enum fade_pigment {
    FADE_PERMANENT, /* carbon black in its usual carrier: years */
    FADE_TEMPORARY, /* resorbable: months */
    FADE_PIGMENTS
} fade_pigment;

/* "permanent", "temporary". */
FADE_API const char *fade_pigment_name(fade_pigment pigment);

/* FADE_ENOTFOUND for any other word. */
FADE_API fade_status fade_pigment_parse(const char *word, fade_pigment *out);

FADE_END

#endif
