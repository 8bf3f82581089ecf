/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/outfile.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/text.h"

struct fade_outfile {
    char *path;
    fade_text beside; /* path of the file while it is written */
    FILE *stream;
    mode_t mode;
};

static fade_status
io_error(const char *path, const char *what, fade_diag *diag)
{
    fade_diag_error(diag, (fade_place){.file = path}, "%s: %s", what,
                    strerror(errno));
    return FADE_EIO;
}

static void
destroy(fade_outfile *file)
{
    if (file->stream) {
        (void)fclose(file->stream);
    }
    fade_text_clear(&file->beside);
    free(file->path);
    free(file);
}

static fade_status
open_beside(fade_outfile *file, fade_diag *diag)
{
    int fd = mkostemp(file->beside.bytes, O_CLOEXEC);

    if (fd < 0) {
        return io_error(file->path, "cannot be written", diag);
    }
    file->stream = fdopen(fd, "w+");
    if (!file->stream || fchmod(fd, file->mode) != 0) {
        fade_status status = io_error(file->path, "cannot be written", diag);

        if (!file->stream) {
            (void)close(fd);
        }
        (void)unlink(file->beside.bytes);
        return status;
    }
    return FADE_OK;
}

fade_status
fade_outfile_open(const char *path, mode_t mode, fade_outfile **out,
                  fade_diag *diag)
{
    fade_outfile *file = NULL;
    fade_status status = FADE_ENOMEM;

    *out = NULL;
    file = calloc(1, sizeof *file);
    if (!file) {
        return FADE_ENOMEM;
    }
    file->mode = mode;
    file->path = fade_text_copy(path);
    fade_text_addf(&file->beside, "%s.XXXXXX", path);
    if (file->path && !file->beside.failed) {
        status = open_beside(file, diag);
    }
    if (status != FADE_OK) {
        destroy(file);
        return status;
    }
    *out = file;
    return FADE_OK;
}

FILE *
fade_outfile_stream(fade_outfile *file)
{
    return file->stream;
}

static bool
same_bytes(FILE *a, FILE *b)
{
    char left[4096];
    char right[4096];
    size_t got;

    rewind(a);
    do {
        got = fread(left, 1, sizeof left, a);
        if (fread(right, 1, sizeof right, b) != got
            || memcmp(left, right, got) != 0) {
            return false;
        }
    } while (got > 0);
    return !ferror(a) && !ferror(b);
}

/* Whether the place already holds a plain file with these bytes and mode. */
static bool
is_there_already(fade_outfile *file)
{
    struct stat there;
    FILE *old;
    bool same;

    if (lstat(file->path, &there) != 0 || !S_ISREG(there.st_mode)
        || (there.st_mode & 07777) != file->mode) {
        return false;
    }
    old = fopen(file->path, "rbe");
    if (!old) {
        return false;
    }
    same = same_bytes(file->stream, old);
    (void)fclose(old);
    return same;
}

/* A rename is only safe on disk once its folder is. */
static void
sync_folder(const char *path)
{
    const char *slash = strrchr(path, '/');
    fade_text folder = {0};
    int fd;

    fade_text_add_bytes(&folder, path, slash ? (size_t)(slash - path) + 1 : 0);
    fd = open(slash ? fade_text_string(&folder) : ".",
              O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd >= 0) {
        (void)fsync(fd);
        (void)close(fd);
    }
    fade_text_clear(&folder);
}

static fade_status
put_in_place(fade_outfile *file, bool *changed, fade_diag *diag)
{
    if (ferror(file->stream) || fflush(file->stream) != 0) {
        return io_error(file->path, "writing failed", diag);
    }
    *changed = !is_there_already(file);
    if (!*changed) {
        (void)unlink(file->beside.bytes);
        return FADE_OK;
    }
    if (fsync(fileno(file->stream)) != 0
        || rename(file->beside.bytes, file->path) != 0) {
        return io_error(file->path, "writing failed", diag);
    }
    sync_folder(file->path);
    return FADE_OK;
}

fade_status
fade_outfile_commit(fade_outfile *file, bool *changed, fade_diag *diag)
{
    bool is_changed = false;
    fade_status status = put_in_place(file, &is_changed, diag);

    if (status != FADE_OK) {
        fade_outfile_discard(file);
        return status;
    }
    if (changed) {
        *changed = is_changed;
    }
    destroy(file);
    return FADE_OK;
}

void
fade_outfile_discard(fade_outfile *file)
{
    if (!file) {
        return;
    }
    (void)unlink(file->beside.bytes);
    destroy(file);
}
