/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A forecast on standard output: words and a table, CSV, JSON. */
#ifndef CLI_FORECAST_OUTPUT_H
#define CLI_FORECAST_OUTPUT_H

#include "cli/output.h"
#include "clinic/outlook.h"

/* The table by dates; `zone` is the zone's name for CSV, NULL: no column. */
fade_status fade_forecast_table(const fade_outlook *const *outlooks,
                                const char *const *zones, size_t count,
                                fade_format format, FILE *out);

/* All that is known, as a JSON object. NULL when out of memory. */
fade_json *fade_forecast_json(const fade_outlook *outlook, const char *zone);

#endif
