/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <fadecast/pigment.h>

#include <string.h>

static const char *const names[FADE_PIGMENTS] = {
    [FADE_PERMANENT] = "permanent",
    [FADE_TEMPORARY] = "temporary",
};

const char *
fade_pigment_name(fade_pigment pigment)
{
    return (unsigned)pigment < FADE_PIGMENTS ? names[pigment] : "unknown";
}

fade_status
fade_pigment_parse(const char *word, fade_pigment *out)
{
    for (int i = 0; i < FADE_PIGMENTS; i++) {
        if (strcmp(word, names[i]) == 0) {
            *out = (fade_pigment)i;
            return FADE_OK;
        }
    }
    return FADE_ENOTFOUND;
}
