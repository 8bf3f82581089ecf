/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What fuzz targets share. */
#ifndef FUZZ_FUZZ_H
#define FUZZ_FUZZ_H

#include <stddef.h>
#include <stdint.h>

/* A target: libFuzzer and replay.c call it with one input. Returns 0. */
/* NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/*
 * A path under which `data` can be read as a file, until the next call; the
 * file lives in memory.
 */
const char *fuzz_file(const uint8_t *data, size_t size);

/* `data` as a string that ends at its first NUL; the caller frees it. */
char *fuzz_string(const uint8_t *data, size_t size);

/* Ends the program where `held` is false: what should always hold did not. */
void fuzz_expect(int held, const char *what);

#define require(held) fuzz_expect((held), #held)

#endif
