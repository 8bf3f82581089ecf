/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Growing arrays of plain structs. */
#ifndef BASE_ARRAY_H
#define BASE_ARRAY_H

#include <stddef.h>

#include <fadecast/status.h>

/*
 * Makes room for `needed` items of `size` bytes in *items, which holds
 * *room items now (NULL and 0 at first). Doubles, so appending is linear.
 * FADE_ENOMEM leaves both as they were. The caller frees *items.
 */
fade_status fade_array_reserve(void **items, size_t *room, size_t needed,
                               size_t size);

#endif
