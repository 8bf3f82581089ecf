/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files of a folder, written whole. */
#ifndef CLINIC_FOLDER_H
#define CLINIC_FOLDER_H

#include <fadecast/diag.h>
#include <fadecast/status.h>

#include "base/text.h"

/* Makes the folder where it is not there; its parent must be. */
fade_status fade_folder_make(const char *path, fade_diag *diag);

/*
 * Writes DIRECTORY/NAME, readable by the owner alone where it is new: it is
 * about patients. FADE_EIO, said in `diag`, FADE_ENOMEM.
 */
fade_status fade_folder_write(const char *directory, const char *name,
                              const fade_text *text, fade_diag *diag);

#endif
