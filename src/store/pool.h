/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Strings that all live equally long, and never move. */
#ifndef STORE_POOL_H
#define STORE_POOL_H

#include <stddef.h>

typedef struct fade_pool_block fade_pool_block;

/* Zero is a valid start. */
typedef struct fade_pool {
    fade_pool_block *blocks; /* the one in use first */
} fade_pool;

/* A copy that lives until the pool is reset; NULL when out of memory. */
const char *fade_pool_copy(fade_pool *pool, const char *string);

void fade_pool_reset(fade_pool *pool); /* keeps one block */
void fade_pool_clear(fade_pool *pool);

#endif
