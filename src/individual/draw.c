/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "individual/draw.h"

#include "individual/trajectory.h"

static bool
dose_varies(const fade_zone *zone, const fade_event *event)
{
    const fade_model *model = fade_zone_implant_model(zone, event);

    return model && fade_model_parameter(model, FADE_DOSE)->session_sd > 0.0;
}

static void
mark_effects(const fade_model *model, bool has[FADE_PARAMETER_COUNT])
{
    fade_parameter_id ids[FADE_PARAMETER_COUNT];
    size_t count = fade_model_effects(model, ids);

    for (size_t i = 0; i < count; i++) {
        has[ids[i]] = true;
    }
}

fade_layout
fade_zone_layout(const fade_zone *zone)
{
    bool has[FADE_PARAMETER_COUNT] = {false};
    fade_layout layout = {.effect_count = 0};

    for (int class = 0; class < FADE_PIGMENTS; class ++) {
        if (zone->model[class]) {
            mark_effects(zone->model[class], has);
        }
    }
    for (int id = 0; id < FADE_PARAMETER_COUNT; id++) {
        if (has[id]) {
            layout.effects[layout.effect_count++] = (fade_parameter_id)id;
        }
    }
    layout.dimensions = layout.effect_count;
    for (size_t i = 0; i < zone->event_count; i++) {
        layout.dimensions += dose_varies(zone, &zone->events[i]) ? 1 : 0;
    }
    return layout;
}

void
fade_layout_spread(const fade_layout *layout, const fade_zone *zone,
                   const double *point, fade_effects *effects, double *session)
{
    size_t next = layout->effect_count;

    *effects = (fade_effects){.z = {0.0}};
    for (size_t i = 0; i < layout->effect_count; i++) {
        effects->z[layout->effects[i]] = point[i];
    }
    for (size_t i = 0; i < zone->event_count; i++) {
        session[i] = dose_varies(zone, &zone->events[i]) ? point[next++] : 0.0;
    }
}
