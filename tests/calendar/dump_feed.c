/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * dump_feed: writes the hostile feed.
 * dump_feed FILE: what libical reads in FILE, one JSON object an event, for
 * another reader to agree with.
 */
#include <libical/ical.h>

#include "base/json.h"
#include "calendar/hostile.h"

static void
add_day(fade_json *to, const char *key, icaltimetype time)
{
    char text[FADE_DATE_SIZE] = "";

    (void)snprintf(text, sizeof text, "%04u-%02u-%02u",
                   (unsigned)time.year % 10000U, (unsigned)time.month % 100U,
                   (unsigned)time.day % 100U);
    fade_json_add_text(to, key, text);
}

static void
add_property(fade_json *to, const char *key, icalcomponent *event,
             icalproperty_kind kind)
{
    icalproperty *property = icalcomponent_get_first_property(event, kind);
    char *value =
        property ? icalproperty_get_value_as_string_r(property) : NULL;

    fade_json_add_text(to, key, value);
    icalmemory_free_buffer(value);
}

static fade_json *
event_json(icalcomponent *event)
{
    fade_json *to = fade_json_object();

    fade_json_add_text(to, "uid", icalcomponent_get_uid(event));
    fade_json_add_integer(to, "sequence", icalcomponent_get_sequence(event));
    fade_json_add_integer(
        to, "stamp",
        (int64_t)icaltime_as_timet(icalcomponent_get_dtstamp(event)));
    add_day(to, "start", icalcomponent_get_dtstart(event));
    add_day(to, "end", icalcomponent_get_dtend(event));
    fade_json_add_text(to, "summary", icalcomponent_get_summary(event));
    fade_json_add_text(to, "description", icalcomponent_get_description(event));
    add_property(to, "status", event, ICAL_STATUS_PROPERTY);
    add_property(to, "transp", event, ICAL_TRANSP_PROPERTY);
    add_property(to, "class", event, ICAL_CLASS_PROPERTY);
    return to;
}

static int
dump(const char *path)
{
    FILE *file = fopen(path, "r");
    icalparser *parser = icalparser_new();
    fade_json *events = fade_json_array();
    icalcomponent *calendar;
    icalcomponent *event;
    fade_status status;

    if (!file || !parser) {
        return EXIT_FAILURE;
    }
    icalparser_set_gen_data(parser, file);
    calendar = icalparser_parse(
        parser, (icalparser_line_gen_func)(void (*)(void))fgets);
    for (event =
             icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);
         event; event = icalcomponent_get_next_component(
                    calendar, ICAL_VEVENT_COMPONENT)) {
        fade_json_add(events, NULL, event_json(event));
    }
    status = fade_json_write(events, stdout);
    fade_json_destroy(events);
    icalcomponent_free(calendar);
    icalparser_free(parser);
    (void)fclose(file);
    return status == FADE_OK ? EXIT_SUCCESS : EXIT_FAILURE;
}

int
main(int argc, char **argv)
{
    if (argc > 1) {
        return dump(argv[1]);
    }
    return write_hostile_feed(stdout, FADE_PRIVACY_NAME) ? EXIT_SUCCESS
                                                         : EXIT_FAILURE;
}
