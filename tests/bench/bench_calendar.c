/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Events written per CPU second: rendered by libical, folded and streamed to
 * /dev/null, names shown. Then the memory of a feed of 100,000 events beside
 * that of 1,000: the peak of the whole process, which must not grow.
 */
#include <stdlib.h>

#include <sys/resource.h>

#include "bench/bench.h"
#include "calendar/feed.h"

enum { SMALL = 1000, LARGE = 100000 };

static const fade_feed_head head = {.name = "Recalls",
                                    .privacy = FADE_PRIVACY_NAME};

static const fade_calendar_event recall = {
    .uid = "5f8b3c1e-0d1f-4b8a-9a55-6a6a3b1c9d10",
    .case_code = "7K3M-9Q2P",
    .stamp = 1790000000,
    .sequence = 3,
    .planned = 22341,
    .earliest = 22309,
    .recommended = 22340,
    .overdue_after = 22524,
    .latest = FADE_NO_DATE,
    .initials = "A. B.",
    .name = "Anna Berg",
    .zone = "hairline",
    .practitioner = "P1",
    .reason = "25 % chance that tone falls below 75 % of its healed value "
              "by 2031-03-02; 3 readings, the last on 2030-09-14"};

static void
write_feed(void *context, size_t times)
{
    FILE *stream = context;
    fade_calendar_event event = recall;
    fade_feed *feed = NULL;

    if (fade_feed_begin(&head, stream, &feed) != FADE_OK) {
        abort();
    }
    for (size_t i = 0; i < times; i++) {
        event.planned = recall.planned + (fade_date)(i % 730);
        event.sequence = (int)(i % 7);
        if (fade_feed_add(feed, &event) != FADE_OK) {
            abort();
        }
    }
    if (fade_feed_end(feed) != FADE_OK) {
        abort();
    }
    fade_feed_destroy(feed);
}

/* [MB] */
static double
peak_after(FILE *stream, size_t events)
{
    struct rusage usage;

    write_feed(stream, events);
    (void)getrusage(RUSAGE_SELF, &usage);
    return (double)usage.ru_maxrss / 1024.0;
}

int
main(void)
{
    FILE *null = fopen("/dev/null", "w");
    bench_yardstick small = {.name = "peak at 1,000 events"};
    double large;

    if (!null) {
        return 1;
    }
    small.rate = peak_after(null, SMALL);
    large = peak_after(null, LARGE);
    bench_say("calendar: peak memory at 100,000 events", large, "MB", small);
    bench_say("calendar: events written", bench_rate(write_feed, null),
              "events/s", bench_exp_yardstick());
    (void)fclose(null);
    return bench_end();
}
