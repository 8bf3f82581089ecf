/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/array.h"

#include <stdint.h>
#include <stdlib.h>

enum { FIRST_ROOM = 8 };

fade_status
fade_array_reserve(void **items, size_t *room, size_t needed, size_t size)
{
    size_t more = *room ? *room : FIRST_ROOM;
    void *grown;

    if (needed <= *room) {
        return FADE_OK;
    }
    if (size == 0 || needed > SIZE_MAX / 2 / size) {
        return FADE_ENOMEM;
    }
    while (more < needed) {
        more *= 2;
    }
    grown = realloc(*items, more * size);
    if (!grown) {
        return FADE_ENOMEM;
    }
    *items = grown;
    *room = more;
    return FADE_OK;
}
