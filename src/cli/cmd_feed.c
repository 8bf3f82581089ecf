/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `fadecast feed write DIR`: calendar feeds as files. */
#include <stdio.h>

#include "cli/desk.h"
#include "cli/message.h"
#include "cli/option.h"
#include "clinic/render.h"

static void
print_file(void *context, const fade_feed_file *file)
{
    const fade_desk *desk = context;

    if (!fade_arg_flag(desk->args, "quiet")) {
        printf("%s: %zu %s%s\n", file->name, file->events,
               file->events == 1 ? "event" : "events",
               file->changed ? "" : ", unchanged");
    }
}

static fade_status
read_privacy(const fade_arguments *args, fade_privacy *out)
{
    const char *words[FADE_PRIVACIES];
    size_t chosen = 0;
    fade_status status = FADE_OK;

    for (int i = 0; i < FADE_PRIVACIES; i++) {
        words[i] = fade_privacy_text((fade_privacy)i);
    }
    status = fade_arg_word(args, "privacy", words, FADE_PRIVACIES, &chosen);
    if (status == FADE_OK) {
        *out = (fade_privacy)chosen;
    }
    return status;
}

static int
run_write(const fade_arguments *args)
{
    fade_desk desk;
    fade_feed_plan plan = {.directory = fade_arg_operand(args, 0),
                           .clinic = fade_arg_text(args, "clinic")};
    const fade_feed_visitor visitor = {.visit = print_file, .context = &desk};
    fade_status status = read_privacy(args, &plan.privacy);
    int result = FADE_EXIT_USAGE;

    if (status != FADE_OK) {
        return FADE_EXIT_USAGE;
    }
    result = fade_desk_open(&desk, args);
    if (result == FADE_EXIT_OK) {
        status = fade_feeds_write(desk.store, &plan, &visitor, &desk.diag);
        result = status == FADE_OK
                     ? FADE_EXIT_OK
                     : fade_failure(args, status, plan.directory, &desk.diag);
    }
    fade_desk_close(&desk);
    return result;
}

static const fade_option write_options[] = {
    {"clinic", "CODE", "only this clinic's feeds (else every one's)", false},
    {"privacy", "LEVEL",
     "who can be recognised: code (nobody; the default), initials or name",
     false},
    FADE_OPTION_DB,
    FADE_OPTION_END,
};

static const fade_cmd subcommands[] = {
    {
        .name = "write",
        .synopsis = "DIR",
        .summary = "Write the calendar feeds of clinics and practitioners",
        .details =
            "Writes DIR/<clinic>.ics with all recalls of a clinic, and "
            "DIR/<clinic>-<practitioner>.ics for each of its practitioners: "
            "iCalendar files for a web server, or to be opened in a calendar. "
            "They show what the last `fadecast schedule` decided. A file is "
            "replaced as a whole, and left alone where nothing changed.",
        .options = write_options,
        .least = 1,
        .most = 1,
        .run = run_write,
    },
    {.name = NULL},
};

const fade_cmd fade_cmd_feed = {
    .name = "feed",
    .summary = "Publish the recalls as calendars",
    .subcommands = subcommands,
};
