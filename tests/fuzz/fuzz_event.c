/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Hostile texts in every field of a calendar event, split at '|': the result
 * is one event of lines that a strict reader takes.
 */
#include <libical/ical.h>
#include <stdlib.h>
#include <string.h>

#include "calendar/event.h"
#include "fuzz/fuzz.h"

enum { LINE_MAX_OCTETS = 75, TEXTS = 5 };

static void
look_at_lines(const char *bytes, size_t length)
{
    size_t start = 0;
    int begins = 0;

    fuzz_expect(strlen(bytes) == length, "an event holds no NUL");
    fuzz_expect(fade_utf8_valid(bytes, length), "an event is UTF-8");
    for (size_t i = 0; i < length; i++) {
        bool line_feed = bytes[i] == '\n';

        fuzz_expect(line_feed == (i > 0 && bytes[i - 1] == '\r'),
                    "a line ends in CR LF, and neither stands alone");
        if (line_feed) {
            fuzz_expect(i - 1 - start <= LINE_MAX_OCTETS,
                        "a line has at most 75 octets");
            begins += strncmp(bytes + start, "BEGIN:", 6) == 0;
            start = i + 1;
        }
    }
    fuzz_expect(start == length, "the last line is ended");
    fuzz_expect(begins == 1, "one event is one component");
}

static void
look_with_libical(const char *bytes)
{
    icalcomponent *event = icalparser_parse_string(bytes);

    fuzz_expect(event != NULL, "libical reads the event");
    fuzz_expect(icalcomponent_count_errors(event) == 0,
                "libical finds no error");
    icalcomponent_free(event);
}

static void
split(char *text, const char *parts[TEXTS])
{
    for (int i = 0; i < TEXTS; i++) {
        char *end = text ? strchr(text, '|') : NULL;

        parts[i] = text;
        if (end) {
            *end = '\0';
        }
        text = end ? end + 1 : NULL;
    }
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *text = fuzz_string(data, size);
    const char *parts[TEXTS];
    fade_text out = {0};

    split(text, parts);
    for (int privacy = 0; privacy < FADE_PRIVACIES; privacy++) {
        fade_calendar_event event = {.uid = "1b4e28ba-2fa1-4d3b",
                                     .case_code = "7K3M2",
                                     .stamp = 1800000000,
                                     .planned = 20000,
                                     .earliest = 19000,
                                     .recommended = 20000,
                                     .overdue_after = 20100,
                                     .latest = FADE_NO_DATE,
                                     .initials = parts[0],
                                     .name = parts[1],
                                     .zone = parts[2],
                                     .practitioner = parts[3],
                                     .reason = parts[4]};

        fade_text_reset(&out);
        fuzz_expect(fade_event_render(&event, (fade_privacy)privacy, &out)
                        == FADE_OK,
                    "any text can be shown");
        look_at_lines(fade_text_string(&out), out.length);
        look_with_libical(fade_text_string(&out));
    }
    fade_text_clear(&out);
    free(text);
    return 0;
}
