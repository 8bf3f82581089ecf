/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <fadecast/status.h>

#include <stddef.h>

const char *
fade_status_text(fade_status status)
{
    static const char *const texts[] = {
#define FADE_STATUS_TEXT(name, text) text,
        FADE_STATUSES(FADE_STATUS_TEXT)
#undef FADE_STATUS_TEXT
    };
    size_t index = (size_t)status;

    return index < sizeof texts / sizeof *texts ? texts[index]
                                                : "unknown status";
}
