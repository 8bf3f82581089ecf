/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/outfile.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/text.h"

enum { PERMISSIONS = 0777, COMPARED_AT_ONCE = 4096 };

struct fade_outfile {
    char *path;
    fade_text beside; /* path of the file while it is written */
    FILE *stream;
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

/* The mode to give, and a refusal to put a file over a device or folder. */
static fade_status
look_at_place(const char *path, mode_t *mode, fade_diag *diag)
{
    struct stat there;

    if (stat(path, &there) != 0) {
        return FADE_OK;
    }
    if (!S_ISREG(there.st_mode)) {
        fade_diag_error(diag, (fade_place){.file = path}, "is no plain file");
        return FADE_EIO;
    }
    *mode = there.st_mode & PERMISSIONS;
    return FADE_OK;
}

static fade_status
open_beside(fade_outfile *file, mode_t mode, fade_diag *diag)
{
    int fd = mkostemp(file->beside.bytes, O_CLOEXEC);

    if (fd < 0) {
        return io_error(file->path, "cannot be written", diag);
    }
    file->stream = fdopen(fd, "w+");
    if (!file->stream || fchmod(fd, mode) != 0) {
        fade_status status = io_error(file->path, "cannot be written", diag);

        if (!file->stream) {
            (void)close(fd);
        }
        (void)unlink(file->beside.bytes);
        return status;
    }
    return FADE_OK;
}

/* Bytes of `path` that name its folder, with the last '/'. */
static size_t
folder_length(const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash ? (size_t)(slash - path) + 1 : 0;
}

fade_status
fade_outfile_open(const char *path, mode_t mode, fade_outfile **out,
                  fade_diag *diag)
{
    fade_outfile *file = NULL;
    size_t folder = folder_length(path);
    fade_status status = look_at_place(path, &mode, diag);

    *out = NULL;
    if (status != FADE_OK) {
        return status;
    }
    file = calloc(1, sizeof *file);
    if (!file) {
        return FADE_ENOMEM;
    }
    status = FADE_ENOMEM;
    file->path = fade_text_copy(path);
    fade_text_add_bytes(&file->beside, path, folder);
    /* Hidden: a web server on that folder does not show it. */
    fade_text_addf(&file->beside, ".%s.XXXXXX", path + folder);
    if (file->path && !file->beside.failed) {
        status = open_beside(file, mode, diag);
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
    char left[COMPARED_AT_ONCE];
    char right[COMPARED_AT_ONCE];
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

static bool
is_there_already(fade_outfile *file)
{
    FILE *old = fopen(file->path, "rbe");
    bool same;

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
    fade_text folder = {0};
    int fd;

    fade_text_add_bytes(&folder, path, folder_length(path));
    fd = open(folder.length > 0 ? folder.bytes : ".",
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
