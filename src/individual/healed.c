/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

#include "individual/trajectory.h"

static double
greater(double a, double b)
{
    return a > b ? a : b;
}

/* The best of each look on its own: the darkest may not be the crispest. */
static fade_appearance
best_of(const fade_appearance *healed, size_t count)
{
    fade_appearance best = healed[0];

    for (size_t i = 1; i < count; i++) {
        best.tone = greater(best.tone, healed[i].tone);
        best.definition = greater(best.definition, healed[i].definition);
        best.coverage = greater(best.coverage, healed[i].coverage);
    }
    return best;
}

fade_appearance
fade_healed_baseline(const fade_appearance *healed, size_t count,
                     fade_baseline baseline)
{
    if (baseline == FADE_BASELINE_FIRST) {
        return healed[0];
    }
    if (baseline == FADE_BASELINE_LATEST) {
        return healed[count - 1];
    }
    return best_of(healed, count);
}

static bool
is_baseline(fade_baseline baseline)
{
    return baseline == FADE_BASELINE_FIRST || baseline == FADE_BASELINE_BEST
           || baseline == FADE_BASELINE_LATEST;
}

fade_status
fade_trajectory_healed(fade_trajectory *trajectory, fade_baseline baseline,
                       fade_appearance *out)
{
    const fade_zone *zone = fade_trajectory_zone(trajectory);
    fade_course *courses = NULL;
    fade_appearance *healed = NULL;
    fade_status status = FADE_ENOMEM;
    size_t count;

    if (!zone || !is_baseline(baseline)) {
        return FADE_EINVAL;
    }
    count = fade_zone_courses(zone, NULL, 0);
    if (count == 0) {
        return FADE_ENOTFOUND;
    }
    courses = calloc(count, sizeof *courses);
    healed = calloc(count, sizeof *healed);
    if (!courses || !healed) {
        goto done;
    }
    fade_zone_courses(zone, courses, count);
    status = fade_trajectory_healed_looks(trajectory, courses, count, healed);
    if (status == FADE_OK) {
        *out = fade_healed_baseline(healed, count, baseline);
    }

done:
    free(healed);
    free(courses);
    return status;
}
