/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "clinic/folder.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static fade_status
say(const char *path, const char *what, fade_diag *diag)
{
    fade_diag_error(diag, (fade_place){.file = path}, "%s: %s", what,
                    strerror(errno));
    return FADE_EIO;
}

fade_status
fade_folder_make(const char *path, fade_diag *diag)
{
    struct stat found;

    if (mkdir(path, 0700) == 0) {
        return FADE_OK;
    }
    if (errno == EEXIST && stat(path, &found) == 0 && S_ISDIR(found.st_mode)) {
        return FADE_OK;
    }
    return say(path, "cannot make the folder", diag);
}

static bool
write_all(int file, const char *bytes, size_t length)
{
    while (length > 0) {
        ssize_t done = write(file, bytes, length);

        if (done < 0 && errno != EINTR) {
            return false;
        }
        if (done > 0) {
            bytes += done;
            length -= (size_t)done;
        }
    }
    return true;
}

static fade_status
write_file(const char *beside, const char *path, const fade_text *text,
           fade_diag *diag)
{
    int file = open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    bool written;

    if (file < 0) {
        return say(beside, "cannot write", diag);
    }
    written = write_all(file, fade_text_string(text), text->length);
    if (close(file) != 0 || !written) {
        fade_status status = say(beside, "cannot write", diag);

        unlink(beside);
        return status;
    }
    return rename(beside, path) == 0 ? FADE_OK
                                     : say(path, "cannot replace", diag);
}

fade_status
fade_folder_write(const char *directory, const char *name,
                  const fade_text *text, fade_diag *diag)
{
    fade_text path = {0};
    fade_text beside = {0};
    fade_status status = FADE_ENOMEM;

    fade_text_addf(&path, "%s/%s", directory, name);
    fade_text_addf(&beside, "%s/.%s.new", directory, name);
    if (!path.failed && !beside.failed && !text->failed) {
        status = write_file(fade_text_string(&beside), fade_text_string(&path),
                            text, diag);
    }
    fade_text_clear(&beside);
    fade_text_clear(&path);
    return status;
}
