/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz/fuzz.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

void
fuzz_expect(int held, const char *what)
{
    if (!held) {
        (void)fprintf(stderr, "does not hold: %s\n", what);
        abort();
    }
}

const char *
fuzz_file(const uint8_t *data, size_t size)
{
    static int descriptor = -1;
    static char path[64];

    if (descriptor >= 0) {
        (void)close(descriptor);
    }
    descriptor = memfd_create("fuzz", MFD_CLOEXEC);
    fuzz_expect(descriptor >= 0, "a file in memory can be made");
    fuzz_expect(write(descriptor, data, size) == (ssize_t)size,
                "the file in memory can be written");
    (void)snprintf(path, sizeof path, "/proc/self/fd/%d", descriptor);
    return path;
}

char *
fuzz_string(const uint8_t *data, size_t size)
{
    char *string = malloc(size + 1);

    fuzz_expect(string != NULL, "there is memory");
    memcpy(string, data, size);
    string[size] = '\0';
    return string;
}
