/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The clinics that a command is about, each with the date there. */
#ifndef CLI_CLINIC_DAYS_H
#define CLI_CLINIC_DAYS_H

#include <fadecast/date.h>

#include "cli/desk.h"

typedef struct fade_clinic_day {
    int64_t id;
    char *code;
    fade_date today; /* --today, else the date in the clinic's time zone */
} fade_clinic_day;

typedef struct fade_clinic_days {
    fade_clinic_day *items;
    size_t count, room;
} fade_clinic_days;

/*
 * Those of --clinic, or all. Returns an exit status; where that is not
 * FADE_EXIT_OK all was said. fade_clinic_days_clear() ends it either way.
 */
int fade_clinic_days_read(fade_desk *desk, fade_clinic_days *out);
void fade_clinic_days_clear(fade_clinic_days *days);

#endif
