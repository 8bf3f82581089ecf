/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Names that nobody bears, for clinics that do not exist. Addresses end in
 * example.com (RFC 2606); telephone numbers lie in the block that the British
 * regulator keeps free for drama.
 */
#ifndef CLINIC_FICTION_H
#define CLINIC_FICTION_H

#include <stddef.h>

#include "base/text.h"

/* "Barnaby Quillfeather"; 576 different ones, then they come again. */
void fade_fiction_name(size_t index, fade_text *out);

/* "B. Q." */
void fade_fiction_initials(size_t index, fade_text *out);

void fade_fiction_email(size_t index, fade_text *out);
void fade_fiction_phone(size_t index, fade_text *out);

typedef struct fade_fiction {
    const char *code; /* "DS" */
    const char *name; /* "Dot Stippleton" */
} fade_fiction;

/* Twelve practitioners. */
fade_fiction fade_fiction_practitioner(size_t index);

#endif
