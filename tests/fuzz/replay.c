/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Runs a fuzz target over its seeds: the program replay_<name> reads
 * tests/fuzz/seeds/<name>/. Each seed is one test; a target that does not hold
 * ends the program.
 */
#include <dirent.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fuzz/fuzz.h"

enum { SEED_MAX = 1 << 20, PATH_ROOM = 4096 };

static bool
replay(const char *path)
{
    FILE *file = fopen(path, "rb");
    uint8_t *data = malloc(SEED_MAX);
    size_t size = file && data ? fread(data, 1, SEED_MAX, file) : 0;
    bool read = file && data && !ferror(file);

    if (file) {
        (void)fclose(file);
    }
    if (read) {
        (void)LLVMFuzzerTestOneInput(data, size);
    }
    free(data);
    return read;
}

static int
is_seed(const struct dirent *entry)
{
    return entry->d_name[0] != '.';
}

int
main(int argc, char **argv)
{
    const char *top = getenv("FADE_SRCDIR");
    const char *name = strrchr(argc > 0 ? argv[0] : "", '_');
    char folder[PATH_ROOM];
    char path[PATH_ROOM + 256];
    struct dirent **seeds = NULL;
    int count;
    int failed = 0;

    (void)snprintf(folder, sizeof folder, "%s/tests/fuzz/seeds/%s",
                   top ? top : ".", name ? name + 1 : "");
    count = scandir(folder, &seeds, is_seed, alphasort);
    printf("1..%d\n", count > 0 ? count : 1);
    if (count <= 0) {
        printf("not ok 1 - no seeds in %s\n", folder);
        return 1;
    }
    for (int i = 0; i < count; i++) {
        (void)snprintf(path, sizeof path, "%s/%s", folder, seeds[i]->d_name);
        bool read = replay(path);

        printf("%s %d - %s holds\n", read ? "ok" : "not ok", i + 1,
               seeds[i]->d_name);
        failed += read ? 0 : 1;
        free(seeds[i]);
    }
    free(seeds);
    return failed > 0;
}
