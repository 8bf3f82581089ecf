/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a column may hold, told from the entity table. */
#ifndef STORE_VALIDATE_H
#define STORE_VALIDATE_H

#include <fadecast/diag.h>
#include <fadecast/status.h>

#include "base/text.h"
#include "store/entity.h"

/*
 * Puts the canonical form of `text` (not empty, no blanks around it) into
 * `out`. FADE_EINVAL: it is not allowed; why, and what is, went to `diag`.
 */
fade_status fade_column_canonical(const fade_entity_column *column,
                                  const char *text, fade_text *out,
                                  fade_place place, fade_diag *diag);

/* "a number from 20 to 100", "one of implant, laser": for help and pages. */
void fade_column_allowed(const fade_entity_column *column, fade_text *out);

#endif
