/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which random numbers one zone of one person needs: the patient's effects
 * that any of the zone's models has, in the order of FADE_PARAMETERS, then one
 * for each implant whose model lets doses vary between sessions.
 */
#ifndef INDIVIDUAL_DRAW_H
#define INDIVIDUAL_DRAW_H

#include <fadecast/individual.h>

typedef struct fade_layout {
    fade_parameter_id effects[FADE_PARAMETER_COUNT];
    size_t effect_count;
    size_t dimensions; /* effects and sessions */
} fade_layout;

fade_layout fade_zone_layout(const fade_zone *zone);

/*
 * Spreads `point` (layout->dimensions standard normal numbers) over `effects`
 * and `session` (one for each of the zone's events); all others become 0.
 */
void fade_layout_spread(const fade_layout *layout, const fade_zone *zone,
                        const double *point, fade_effects *effects,
                        double *session);

#endif
