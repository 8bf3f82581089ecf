/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "schedule/reason.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { YEARS_SEARCHED = 30 }; /* FADE_HORIZON_DAYS in words */

typedef struct note_pad {
    char *text; /* FADE_REASON_SIZE bytes */
    size_t length;
} note_pad;

/* A cut text keeps whole characters: bytes 10xxxxxx continue one. */
static void
end_in_dots(note_pad *pad)
{
    size_t end = FADE_REASON_SIZE - sizeof "...";

    while (end > 0 && ((unsigned char)pad->text[end] & 0xc0) == 0x80) {
        end--;
    }
    memcpy(pad->text + end, "...", sizeof "...");
    pad->length = FADE_REASON_SIZE - 1;
}

static void __attribute__((format(printf, 2, 3)))
add(note_pad *pad, const char *format, ...)
{
    size_t room = FADE_REASON_SIZE - pad->length;
    va_list values;
    int needed = 0;

    if (room <= 1) {
        return;
    }
    va_start(values, format);
    needed = vsnprintf(pad->text + pad->length, room, format, values);
    va_end(values);
    if (needed < 0) {
        pad->text[pad->length] = '\0';
    } else if ((size_t)needed >= room) {
        end_in_dots(pad);
    } else {
        pad->length += (size_t)needed;
    }
}

static void
add_date(note_pad *pad, const char *before, fade_date date)
{
    char text[FADE_DATE_SIZE];

    add(pad, "%s%s", before, fade_date_format(date, text));
}

/* "3", "12.5": whole numbers, so that no locale writes a comma. */
static void
add_tenths(note_pad *pad, double value)
{
    long tenths = lround(value);

    if (tenths % 10 == 0) {
        add(pad, "%ld", tenths / 10);
    } else {
        add(pad, "%ld.%ld", tenths / 10, tenths % 10);
    }
}

static void
add_percent(note_pad *pad, double share)
{
    add_tenths(pad, 1000.0 * share);
    add(pad, " %%");
}

static void
add_count(note_pad *pad, int count, const char *unit)
{
    add(pad, "%d %s%s", count, unit, count == 1 ? "" : "s");
}

static void
add_period(note_pad *pad, fade_period period)
{
    const int counts[] = {period.years, period.months, period.days};
    static const char *const units[] = {"year", "month", "day"};
    const char *between = "";

    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        if (counts[i] != 0) {
            add(pad, "%s", between);
            add_count(pad, counts[i], units[i]);
            between = " ";
        }
    }
}

static const char *
verb(bool past)
{
    return past ? "has fallen" : "falls";
}

/* "tone falls below 75 % of its healed value". */
static void
add_criterion(note_pad *pad, const fade_touchup_rule *rule, bool past)
{
    static const char *const healed[] = {"first healed", "healed",
                                         "latest healed"};

    if (rule->criterion != FADE_BY_DEFINITION) {
        add(pad, "tone %s below ", verb(past));
        add_percent(pad, rule->tone_threshold);
    }
    if (rule->criterion == FADE_BY_FIRST_OF_BOTH) {
        add(pad, " or ");
    }
    if (rule->criterion != FADE_BY_TONE) {
        add(pad, "definition %s below ", verb(past));
        add_percent(pad, rule->definition_threshold);
    }
    add(pad, " of its %s value", healed[rule->baseline]);
}

static void
add_no_target(note_pad *pad, const fade_policy *policy)
{
    double asked =
        policy->rule == FADE_RULE_RISK
            ? policy->risk
            : policy->cost_early / (policy->cost_early + policy->cost_late);

    add(pad, "no date: the chance that ");
    add_criterion(pad, &policy->touchup, false);
    add(pad, " within %d years is under ", YEARS_SEARCHED);
    add_percent(pad, asked);
}

static void
add_target(note_pad *pad, const fade_policy *policy, const fade_window *window,
           bool past)
{
    if (window->target == FADE_NO_DATE) {
        add_no_target(pad, policy);
        return;
    }
    if (policy->rule == FADE_RULE_RISK) {
        add_percent(pad, policy->risk);
        add(pad, " chance that ");
        add_criterion(pad, &policy->touchup, past);
        add_date(pad, " by ", window->target);
        return;
    }
    add_date(pad, "least expected cost on ", window->target);
    add(pad, ", where a day late weighs ");
    add_tenths(pad, 10.0 * policy->cost_late / policy->cost_early);
    add(pad, " times a day early and late is when ");
    add_criterion(pad, &policy->touchup, true);
}

/* Where another bound moved the date beyond the quantile, more is certain. */
static void
add_overdue_chance(note_pad *pad, const fade_policy *policy,
                   const fade_window *window)
{
    add(pad, "%s",
        window->dates.overdue_after > window->dates.recommended ? ""
                                                                : "at least ");
    add_percent(pad, policy->late_risk);
    add(pad, " chance that ");
    add_criterion(pad, &policy->touchup, true);
    add_date(pad, " by ", window->dates.overdue_after);
}

/*
 * Why the recommended date is later than fading alone asks. What the
 * contraindication is stays out: calendars show these words.
 */
static void
add_bound(note_pad *pad, const fade_policy *policy, const fade_window *window)
{
    fade_date from = window->dates.recommended;

    if (window->target == FADE_NO_DATE || window->target == from) {
        return;
    }
    if (from == FADE_NO_DATE && window->blocking) {
        add(pad, "; no date because of a contraindication without an end");
        return;
    }
    if (from == FADE_NO_DATE) {
        add(pad, "; no date: the chance within %d years is too small",
            YEARS_SEARCHED);
        return;
    }
    add_date(pad, "; not before ", from);
    if (window->bound == FADE_BOUND_CONTRAINDICATION) {
        add(pad, " because of a contraindication");
    } else if (window->bound == FADE_BOUND_HEALING) {
        add(pad, ", when the skin has healed");
    } else if (window->bound == FADE_BOUND_INTERVAL) {
        add(pad, ", ");
        add_period(pad, policy->minimum_interval);
        add(pad, " after the last touch-up");
    }
}

static void
add_readings(note_pad *pad, const fade_recall_case *zone)
{
    if (zone->reading_count == 0) {
        add(pad, "; no readings yet");
        return;
    }
    add(pad, "; %zu reading%s, the last on ", zone->reading_count,
        zone->reading_count == 1 ? "" : "s");
    add_date(pad, "", zone->last_reading);
    if (!zone->readings_used) {
        add(pad, ", not yet used by the forecast");
    }
}

/* `past`: the recommended date has come. */
static void
add_forecast(note_pad *pad, const fade_recall_case *zone,
             const fade_policy *policy, const fade_window *window, bool past)
{
    if (zone->touchup_count == 0) {
        add(pad, "no forecast");
        return;
    }
    add_target(pad, policy, window, past);
    add_bound(pad, policy, window);
    if (window->dates.latest != FADE_NO_DATE) {
        add_date(pad, "; at the latest on ", window->dates.latest);
    }
    add_readings(pad, zone);
}

static void
add_overdue(note_pad *pad, const fade_recall_case *zone,
            const fade_policy *policy, const fade_window *window)
{
    add_date(pad, "overdue since ", window->dates.overdue_after + 1);
    add(pad, ": ");
    add_overdue_chance(pad, policy, window);
    add_readings(pad, zone);
}

static void
add_contraindication(note_pad *pad, const fade_contraindication *one)
{
    add(pad, "%s on file", one->what);
    add_date(pad, " since ", one->from);
    if (one->until == FADE_NO_DATE) {
        add(pad, ", without an end");
    } else {
        add_date(pad, " until ", one->until);
    }
}

static void
add_let_fade(note_pad *pad, const fade_recall_case *zone)
{
    if (zone->let_fade) {
        add(pad, "left to fade, as the patient wishes");
    } else {
        add_date(pad, "lasered on ", zone->last_laser);
        add(pad, ": left to fade until the next implant");
    }
}

void
fade_reason_write(const fade_recall_case *zone, const fade_policy *policy,
                  fade_recall_status status, const fade_window *window,
                  char out[FADE_REASON_SIZE])
{
    note_pad pad = {.text = out};

    out[0] = '\0';
    if (status == FADE_NO_DATA) {
        add(&pad, "no implant session on record");
    } else if (status == FADE_NO_LONGER_FOLLOWED) {
        add(&pad, "no longer followed");
    } else if (status == FADE_NOT_RECOMMENDED) {
        add_contraindication(&pad, window->blocking);
    } else if (status == FADE_LET_FADE) {
        add_let_fade(&pad, zone);
    } else if (status == FADE_OVERDUE) {
        add_overdue(&pad, zone, policy, window);
    } else {
        if (status == FADE_HEALING) {
            add_date(&pad, "healing until ", window->healed - 1);
            add(&pad, "; then ");
        } else if (status == FADE_DUE) {
            add_date(&pad, "due since ", window->dates.recommended);
            add(&pad, ": ");
        }
        add_forecast(&pad, zone, policy, window, status == FADE_DUE);
    }
}
