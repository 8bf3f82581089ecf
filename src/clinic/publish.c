/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "clinic/publish.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/text.h"

enum { PERMISSIONS = 0777, COMPARE_BYTES = 4096 };

struct fade_publication {
    FILE *stream;
    fade_text path;   /* of the file */
    fade_text beside; /* of the new version */
    fade_text directory;
};

static fade_status
failed(const fade_publication *publication, const char *what, fade_diag *diag)
{
    fade_diag_error(diag,
                    (fade_place){.file = fade_text_string(&publication->path)},
                    "%s: %s", what, strerror(errno));
    return FADE_EIO;
}

void
fade_publish_abandon(fade_publication *publication)
{
    if (!publication) {
        return;
    }
    if (publication->stream) {
        (void)fclose(publication->stream);
        (void)unlink(fade_text_string(&publication->beside));
    }
    fade_text_clear(&publication->path);
    fade_text_clear(&publication->beside);
    fade_text_clear(&publication->directory);
    free(publication);
}

/* Who may read the old version may read the new one. */
static void
keep_mode(const fade_publication *publication, int descriptor)
{
    struct stat old;

    if (stat(fade_text_string(&publication->path), &old) == 0) {
        (void)fchmod(descriptor, old.st_mode & PERMISSIONS);
    }
}

static fade_status
open_beside(fade_publication *publication, fade_diag *diag)
{
    int descriptor = mkstemp(publication->beside.bytes);

    if (descriptor < 0) {
        return failed(publication, "cannot write beside it", diag);
    }
    keep_mode(publication, descriptor);
    publication->stream = fdopen(descriptor, "wb");
    if (!publication->stream) {
        (void)close(descriptor);
        (void)unlink(fade_text_string(&publication->beside));
        return failed(publication, "cannot write", diag);
    }
    return FADE_OK;
}

fade_status
fade_publish_begin(const char *directory, const char *name,
                   fade_publication **out, fade_diag *diag)
{
    fade_publication *publication = calloc(1, sizeof *publication);
    fade_status status = FADE_ENOMEM;

    *out = NULL;
    if (!publication) {
        return status;
    }
    fade_text_add(&publication->directory, directory);
    fade_text_addf(&publication->path, "%s/%s", directory, name);
    fade_text_addf(&publication->beside, "%s/.%s.XXXXXX", directory, name);
    if (!publication->directory.failed && !publication->path.failed
        && !publication->beside.failed) {
        status = open_beside(publication, diag);
    }
    if (status != FADE_OK) {
        fade_publish_abandon(publication);
        return status;
    }
    *out = publication;
    return FADE_OK;
}

FILE *
fade_publish_stream(fade_publication *publication)
{
    return publication->stream;
}

static bool
same_streams(FILE *a, FILE *b)
{
    char left[COMPARE_BYTES];
    char right[COMPARE_BYTES];
    size_t got = 0;

    do {
        got = fread(left, 1, sizeof left, a);
        if (got != fread(right, 1, sizeof right, b)
            || memcmp(left, right, got) != 0) {
            return false;
        }
    } while (got > 0);
    return ferror(a) == 0 && ferror(b) == 0;
}

static bool
same_files(const char *a, const char *b)
{
    FILE *left = fopen(a, "rb");
    FILE *right = fopen(b, "rb");
    bool same = left && right && same_streams(left, right);

    if (left) {
        (void)fclose(left);
    }
    if (right) {
        (void)fclose(right);
    }
    return same;
}

/* The rename itself must survive a power cut; not all file systems can. */
static void
settle(const char *directory)
{
    int descriptor = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

    if (descriptor >= 0) {
        (void)fsync(descriptor);
        (void)close(descriptor);
    }
}

static fade_status
close_stream(fade_publication *publication, fade_diag *diag)
{
    FILE *stream = publication->stream;
    bool good = ferror(stream) == 0 && fflush(stream) == 0
                && fsync(fileno(stream)) == 0;

    publication->stream = NULL;
    good = fclose(stream) == 0 && good;
    return good ? FADE_OK : failed(publication, "cannot write", diag);
}

fade_status
fade_publish_end(fade_publication *publication, bool *changed, fade_diag *diag)
{
    const char *beside = fade_text_string(&publication->beside);
    const char *path = fade_text_string(&publication->path);
    fade_status status = close_stream(publication, diag);
    bool same = status == FADE_OK && same_files(beside, path);

    if (status == FADE_OK && !same && rename(beside, path) != 0) {
        status = failed(publication, "cannot replace", diag);
    }
    if (status != FADE_OK || same) {
        (void)unlink(beside);
    } else {
        settle(fade_text_string(&publication->directory));
    }
    if (status == FADE_OK) {
        *changed = !same;
    }
    fade_publish_abandon(publication);
    return status;
}
