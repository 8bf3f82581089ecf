/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program's only look at the clock. */
#ifndef CLI_CLOCK_H
#define CLI_CLOCK_H

#include <stdint.h>

#include <fadecast/date.h>

/* [s] since 1970 UTC. */
int64_t fade_clock_now(void);

/* [ms] of a clock that never goes back. */
int64_t fade_clock_milliseconds(void);

/* RFC 3339 ("2026-05-01T09:30:00+02:00") as [s] since 1970 UTC; FADE_EPARSE. */
fade_status fade_clock_parse(const char *text, int64_t *out);

/*
 * The calendar date at `now` in an IANA time zone ("Europe/Berlin"); NULL is
 * this computer's. FADE_ENOTFOUND where the zone is not known here.
 */
fade_status fade_clock_date(int64_t now, const char *time_zone, fade_date *out);

#endif
