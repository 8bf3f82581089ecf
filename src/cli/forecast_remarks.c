/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/forecast_remarks.h"

#include <stdio.h>

#include "cli/message.h"

static const char *
colon(const char *zone)
{
    return zone[0] == '\0' ? "" : ": ";
}

void
fade_remark_no_session(const fade_arguments *args, const char *zone,
                       fade_date today)
{
    char date[FADE_DATE_SIZE];

    fade_remark(args,
                "%s%sno session up to %s: nothing fades (--today sets the day)",
                zone, colon(zone), fade_date_format(today, date));
}

/* "2 readings are dated before ..."; nothing where there is none. */
static void
remark_dates(const fade_arguments *args, const char *zone, const char *what,
             size_t count, const char *when)
{
    if (count > 0) {
        fade_remark(args, "%s%s%zu %s%s dated %s", zone, colon(zone), count,
                    what, count == 1 ? " is" : "s are", when);
    }
}

static void
remark_later(const fade_arguments *args, const char *zone, fade_date today,
             const fade_assembly *assembly)
{
    char date[FADE_DATE_SIZE];
    char when[64];

    snprintf(when, sizeof when, "after %s (see --today): left out",
             fade_date_format(today, date));
    remark_dates(args, zone, "reading", assembly->later_readings, when);
}

static void
remark_earlier(const fade_arguments *args, const char *zone,
               const fade_assembly *assembly)
{
    const fade_zone *records = &assembly->zone;
    double first = (double)(assembly->first_session - assembly->origin);
    char date[FADE_DATE_SIZE];
    char when[64];
    size_t readings = 0;
    size_t lasers = 0;

    for (size_t i = 0; i < records->reading_count; i++) {
        readings += records->readings[i].time < first ? 1 : 0;
    }
    for (size_t i = 0; i < records->event_count; i++) {
        lasers += records->events[i].time < first ? 1 : 0;
    }
    snprintf(when, sizeof when, "before the first session, %s",
             fade_date_format(assembly->first_session, date));
    remark_dates(args, zone, "reading", readings, when);
    remark_dates(args, zone, "laser treatment", lasers, when);
}

void
fade_remark_assembly(const fade_arguments *args, const char *zone,
                     fade_date today, const fade_assembly *assembly)
{
    remark_later(args, zone, today, assembly);
    remark_earlier(args, zone, assembly);
}

bool
fade_until_reaches(const fade_arguments *args, fade_date until,
                   const fade_assembly *assembly)
{
    char last[FADE_DATE_SIZE];

    if (until == FADE_NO_DATE || until >= assembly->last_session) {
        return true;
    }
    fade_wrong_usage(args, "--until: it is before the last session, %s",
                     fade_date_format(assembly->last_session, last));
    return false;
}
