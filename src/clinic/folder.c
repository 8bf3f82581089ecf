/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "clinic/folder.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "base/outfile.h"

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

fade_status
fade_folder_write(const char *directory, const char *name,
                  const fade_text *text, fade_diag *diag)
{
    fade_text path = {0};
    fade_outfile *file = NULL;
    fade_status status = FADE_ENOMEM;

    fade_text_addf(&path, "%s/%s", directory, name);
    if (!path.failed && !text->failed) {
        status = fade_outfile_open(fade_text_string(&path), 0600, &file, diag);
    }
    if (status == FADE_OK) {
        fwrite(fade_text_string(text), 1, text->length,
               fade_outfile_stream(file));
        status = fade_outfile_commit(file, NULL, diag);
    }
    fade_text_clear(&path);
    return status;
}
