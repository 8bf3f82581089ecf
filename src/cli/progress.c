/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/progress.h"

#include <stdio.h>
#include <unistd.h>

#include "cli/clock.h"
#include "cli/option.h"

enum {
    PATIENCE = 1000, /* [ms] before a bar is worth its ink */
    REDRAW = 100,    /* [ms] between two drawings */
    BAR_WIDTH = 40
};

static void
draw(fade_bar *bar, size_t done, size_t total)
{
    char filled[BAR_WIDTH + 1];
    double share = total > 0 ? (double)done / (double)total : 0.0;
    int full = (int)(share * BAR_WIDTH);

    for (int i = 0; i < BAR_WIDTH; i++) {
        filled[i] = i < full ? '#' : '.';
    }
    filled[BAR_WIDTH] = '\0';
    fprintf(stderr, "\r%s [%s] %3d %%", bar->label, filled,
            (int)(share * 100.0));
    fflush(stderr);
    bar->shown = true;
}

static void
step(void *context, size_t done, size_t total)
{
    fade_bar *bar = context;
    int64_t now = 0;

    if (!bar->wanted) {
        return;
    }
    now = fade_clock_milliseconds();
    if (now - bar->started >= PATIENCE && now - bar->drawn >= REDRAW) {
        bar->drawn = now;
        draw(bar, done < total ? done : total, total);
    }
}

fade_progress
fade_bar_start(fade_bar *bar, const fade_arguments *args, const char *label)
{
    *bar = (fade_bar){.label = label,
                      .wanted = isatty(STDERR_FILENO)
                                && !fade_arg_flag(args, "quiet"),
                      .started = fade_clock_milliseconds()};
    return (fade_progress){.step = step, .context = bar};
}

void
fade_bar_end(fade_bar *bar)
{
    if (bar->shown) {
        fputs("\r\033[K", stderr);
        bar->shown = false;
    }
}
