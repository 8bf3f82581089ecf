/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/pool.h"

#include <stdlib.h>
#include <string.h>

enum { BLOCK_BYTES = 4096 };

struct fade_pool_block {
    fade_pool_block *next;
    size_t used, room;
    char bytes[];
};

static fade_pool_block *
add_block(fade_pool *pool, size_t needed)
{
    size_t room = needed > BLOCK_BYTES ? needed : BLOCK_BYTES;
    fade_pool_block *block = malloc(sizeof *block + room);

    if (block) {
        *block = (fade_pool_block){.next = pool->blocks, .room = room};
        pool->blocks = block;
    }
    return block;
}

const char *
fade_pool_copy(fade_pool *pool, const char *string)
{
    size_t size = strlen(string) + 1;
    fade_pool_block *block = pool->blocks;
    char *copy = NULL;

    if (size == 1) {
        return "";
    }
    if (!block || block->room - block->used < size) {
        block = add_block(pool, size);
    }
    if (!block) {
        return NULL;
    }
    copy = block->bytes + block->used;
    memcpy(copy, string, size);
    block->used += size;
    return copy;
}

void
fade_pool_reset(fade_pool *pool)
{
    while (pool->blocks && pool->blocks->next) {
        fade_pool_block *next = pool->blocks->next;

        free(pool->blocks);
        pool->blocks = next;
    }
    if (pool->blocks) {
        pool->blocks->used = 0;
    }
}

void
fade_pool_clear(fade_pool *pool)
{
    fade_pool_reset(pool);
    free(pool->blocks);
    pool->blocks = NULL;
}
