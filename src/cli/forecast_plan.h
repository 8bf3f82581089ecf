/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The options that say how to forecast, whatever zone it is. */
#ifndef CLI_FORECAST_PLAN_H
#define CLI_FORECAST_PLAN_H

#include "cli/option.h"
#include "clinic/outlook.h"

/* Rows of the options that fade_forecast_plan_read() reads. */
#define FADE_FORECAST_PLAN_OPTIONS                                            \
    {"criterion", "WHAT",                                                     \
     "what calls for a touch-up: tone (the default), definition or first",    \
     false},                                                                  \
        {"threshold", "SHARE",                                                \
         "the share of the healed look below which it does; 0.75 of tone, "   \
         "0.5 of definition",                                                 \
         false},                                                              \
        {"until", "DATE", "the last date", false},                            \
        {"years", "N", "years to show after the last session", false},        \
        {"step", "PERIOD", "time between two dates: 6 months, 2 weeks",       \
         false},                                                              \
        {"typical", NULL, "the typical patient alone, without draws", false}, \
        {"draws", "N", "patients to draw; 1000 is usual", false},             \
    {                                                                         \
        "seed", "N", "seed of the draws: same seed, same output", false       \
    }

/* FADE_EINVAL, FADE_EPARSE: wrong usage, said. */
fade_status fade_forecast_plan_read(const fade_arguments *args, fade_date today,
                                    fade_outlook_plan *out);

#endif
