/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <fadecast/individual.h>

static bool
begins_course(const fade_event *implant, const fade_course *latest)
{
    return !latest || !(implant->time - latest->last < FADE_COURSE_GAP);
}

size_t
fade_zone_courses(const fade_zone *zone, fade_course *out, size_t room)
{
    fade_course latest = {0};
    size_t count = 0;

    for (size_t i = 0; i < zone->event_count; i++) {
        const fade_event *event = &zone->events[i];

        if (event->kind != FADE_IMPLANT) {
            continue;
        }
        if (begins_course(event, count > 0 ? &latest : NULL)) {
            latest.first = event->time;
            count++;
        }
        latest.last = event->time;
        latest.healed = event->time + FADE_HEALING_DAYS;
        latest.event_count = i + 1;
        if (count <= room) {
            out[count - 1] = latest;
        }
    }
    return count;
}

bool
fade_zone_lasered(const fade_zone *zone)
{
    size_t count = zone->event_count;

    return count > 0 && zone->events[count - 1].kind == FADE_LASER;
}
