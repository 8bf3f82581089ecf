/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <inttypes.h>
#include <stdio.h>

#include "base/rng.h"
#include "store/recall_columns.h"

/* Block `turn` of the recall's own stream; no other use has its top bit. */
static void
identity_block(const fade_store *store, int64_t id, uint32_t turn,
               uint32_t out[FADE_PHILOX_WORDS])
{
    const uint64_t stream = (uint64_t)id | UINT64_C(1) << 63;
    const uint32_t counter[] = {turn, 0, (uint32_t)stream,
                                (uint32_t)(stream >> 32)};
    const uint32_t key[] = {(uint32_t)store->seed,
                            (uint32_t)(store->seed >> 32)};

    fade_philox(counter, key, out);
}

/* RFC 4122, version 4: 122 random bits. */
static void
write_uid(const uint32_t random[FADE_PHILOX_WORDS], char out[FADE_UID_SIZE])
{
    (void)snprintf(out, FADE_UID_SIZE,
                   "%08" PRIx32 "-%04" PRIx32 "-4%03" PRIx32 "-%04" PRIx32
                   "-%04" PRIx32 "%08" PRIx32,
                   random[0], random[1] >> 16, random[1] & 0xfff,
                   (random[2] >> 16 & 0x3fff) | 0x8000, random[2] & 0xffff,
                   random[3]);
}

/* Crockford's base 32 has no I, L, O and U: nobody misreads it by telephone. */
static void
write_case_code(uint32_t random, char out[FADE_CASE_SIZE])
{
    static const char digits[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    for (int i = 0; i < FADE_CASE_SIZE - 1; i++) {
        out[i] = digits[random >> 5 * i & 31];
    }
    out[FADE_CASE_SIZE - 1] = '\0';
}

static fade_status
is_taken(fade_store *store, const char *case_code, bool *out, fade_diag *diag)
{
    sqlite3_stmt *query = NULL;
    fade_status status = fade_recall_statement(
        store, FADE_RECALL_TAKEN, "SELECT 1 FROM recall WHERE case_code = ?",
        &query, diag);

    if (status == FADE_OK) {
        fade_bind_text(query, 1, case_code);
        status = fade_database_step(store, query, diag);
        *out = status == FADE_OK;
        (void)sqlite3_reset(query);
    }
    return status == FADE_ENOTFOUND ? FADE_OK : status;
}

/* The id that comes next: AUTOINCREMENT never gives one out twice. */
static fade_status
next_id(fade_store *store, int64_t *out, fade_diag *diag)
{
    sqlite3_stmt *query = NULL;
    fade_status status =
        fade_database_prepare(store,
                              "SELECT coalesce((SELECT seq FROM sqlite_sequence"
                              " WHERE name = 'recall'), 0) + 1",
                              &query, diag);

    if (status == FADE_OK) {
        status = fade_database_step(store, query, diag);
    }
    if (status == FADE_OK) {
        *out = sqlite3_column_int64(query, 0);
    }
    (void)sqlite3_finalize(query);
    return status;
}

/* Draws case codes until one is free: of 2^30, nearly always the first. */
fade_status
fade_recall_name(fade_store *store, fade_recall *recall, fade_diag *diag)
{
    uint32_t random[FADE_PHILOX_WORDS];
    fade_status status = next_id(store, &recall->id, diag);
    bool taken = true;

    if (status == FADE_OK) {
        identity_block(store, recall->id, 0, random);
        write_uid(random, recall->uid);
    }
    for (uint32_t turn = 1; status == FADE_OK && taken; turn++) {
        identity_block(store, recall->id, turn, random);
        write_case_code(random[0], recall->case_code);
        status = is_taken(store, recall->case_code, &taken, diag);
    }
    return status;
}
