/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/scratch.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "support/cmocka_all.h"

enum { OPEN_FOLDERS = 8 };

void
scratch_make(scratch *it)
{
    const char *base = getenv("TMPDIR");

    (void)snprintf(it->directory, sizeof it->directory, "%s/fadecast.XXXXXX",
                   base && *base ? base : "/tmp");
    if (!mkdtemp(it->directory)) {
        fail_msg("cannot make %s", it->directory);
    }
}

static int
remove_entry(const char *path, const struct stat *entry, int kind,
             struct FTW *where)
{
    (void)entry;
    (void)kind;
    (void)where;
    return remove(path);
}

void
scratch_remove(scratch *it)
{
    (void)nftw(it->directory, remove_entry, OPEN_FOLDERS, FTW_DEPTH | FTW_PHYS);
}

char *
scratch_path(const scratch *it, const char *name, char *out)
{
    (void)snprintf(out, SCRATCH_PATH, "%s/%s", it->directory, name);
    return out;
}

char *
scratch_write(const scratch *it, const char *name, const char *text, char *out)
{
    FILE *file = fopen(scratch_path(it, name, out), "wb");

    assert_non_null(file);
    assert_int_equal(fwrite(text, 1, strlen(text), file), strlen(text));
    assert_int_equal(fclose(file), 0);
    return out;
}

char *
scratch_read(const char *path, size_t *length)
{
    FILE *file = fopen(path, "rb");
    char *bytes = NULL;
    long size = 0;

    if (!file) {
        return NULL;
    }
    (void)fseek(file, 0, SEEK_END);
    size = ftell(file);
    rewind(file);
    bytes = calloc(1, (size_t)size + 1);
    assert_non_null(bytes);
    assert_int_equal(fread(bytes, 1, (size_t)size, file), size);
    (void)fclose(file);
    if (length) {
        *length = (size_t)size;
    }
    return bytes;
}
