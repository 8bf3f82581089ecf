/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A decision in the words of a receptionist. */
#ifndef SCHEDULE_REASON_H
#define SCHEDULE_REASON_H

#include "schedule/window.h"

/*
 * Writes the reason for `status`; `window` NULL where the zone has no window.
 * A text that does not fit ends in "...", never inside a character.
 */
void fade_reason_write(const fade_recall_case *zone, const fade_policy *policy,
                       fade_recall_status status, const fade_window *window,
                       char out[FADE_REASON_SIZE]);

#endif
