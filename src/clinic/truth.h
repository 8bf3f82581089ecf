/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of a truth file, after those that say whose it is. */
#ifndef CLINIC_TRUTH_H
#define CLINIC_TRUTH_H

#include "base/text.h"
#include "clinic/invent.h"

/* "dose,epidermal_fraction,..." without the line's end. */
void fade_truth_head(fade_text *out);

/* One zone's row, likewise; touchup_days is "inf" beyond the horizon. */
void fade_truth_row(const fade_truth *truth, fade_text *out);

#endif
