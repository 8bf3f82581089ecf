/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is odd about the dates of a zone's records, said on standard error. */
#ifndef CLI_FORECAST_REMARKS_H
#define CLI_FORECAST_REMARKS_H

#include "cli/option.h"
#include "clinic/assemble.h"

/* `zone` is "" for a zone described on the command line, here and below. */
void fade_remark_no_session(const fade_arguments *args, const char *zone,
                            fade_date today);

/* Readings after `today`; readings and lasers before the first session. */
void fade_remark_assembly(const fade_arguments *args, const char *zone,
                          fade_date today, const fade_assembly *assembly);

/* False, and said as wrong usage, where `until` is before the last session. */
bool fade_until_reaches(const fade_arguments *args, fade_date until,
                        const fade_assembly *assembly);

#endif
