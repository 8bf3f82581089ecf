/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The outlook in words that a patient understands. Each function adds one
 * paragraph, a line.
 */
#include <math.h>

#include "clinic/outlook.h"

static const double percent = 100.0;
static const double days_a_year = 365.25;
static const double same_day = 1e-6;      /* [day] */
static const double touchup_error = 0.01; /* [day] of T */

/* Chances of the touch-up time that are told, and their words. */
static const struct {
    double p;
    const char *who;
} told[] = {{0.25, "one patient in four"},
            {0.50, "half of all patients"},
            {0.75, "three in four"},
            {0.90, "nine in ten"}};

enum { TOLD = sizeof told / sizeof told[0] };

/* Of models/permanent.csv and models/temporary.csv: `fadecast model show`. */
static const uint64_t shipped_fingerprints[FADE_PIGMENTS] = {
    [FADE_PERMANENT] = UINT64_C(0x856427cd1bb6d06c),
    [FADE_TEMPORARY] = UINT64_C(0x259c678b3117b67e)};

static const char *
plural(size_t count)
{
    return count == 1 ? "" : "s";
}

static size_t
implant_count(const fade_zone *zone)
{
    size_t count = 0;

    for (size_t i = 0; i < zone->event_count; i++) {
        count += zone->events[i].kind == FADE_IMPLANT ? 1 : 0;
    }
    return count;
}

static void
say_classes(const fade_zone *zone, fade_text *out)
{
    if (zone->model[FADE_PERMANENT] && zone->model[FADE_TEMPORARY]) {
        fade_text_add(out, "Permanent and temporary pigment");
    } else if (zone->model[FADE_PERMANENT]) {
        fade_text_add(out, "Permanent pigment");
    } else {
        fade_text_add(out, "Temporary pigment");
    }
}

static void
say_work(const fade_assembly *assembly, fade_text *out)
{
    char first[FADE_DATE_SIZE];
    char last[FADE_DATE_SIZE];
    size_t sessions = implant_count(&assembly->zone);
    size_t lasers = assembly->zone.event_count - sessions;

    say_classes(&assembly->zone, out);
    fade_text_addf(out, ", %zu session%s", sessions, plural(sessions));
    fade_date_format(assembly->first_session, first);
    fade_date_format(assembly->last_session, last);
    if (assembly->first_session < assembly->last_session) {
        fade_text_addf(out, " from %s to %s", first, last);
    } else {
        fade_text_addf(out, " on %s", last);
    }
    if (lasers > 0) {
        fade_text_addf(out, ", %zu laser treatment%s", lasers, plural(lasers));
    }
    fade_text_addf(out, "; skin lightness %.0f%s.",
                   assembly->zone.skin_lightness,
                   assembly->skin_from == FADE_SKIN_BY_TYPE ? " by skin type"
                   : assembly->skin_from == FADE_SKIN_ASSUMED
                       ? " assumed, as nobody wrote it down"
                       : "");
    if (assembly->planned_sessions > 0) {
        fade_text_addf(out, " %zu later session%s only planned: not counted.",
                       assembly->planned_sessions,
                       assembly->planned_sessions == 1 ? " is" : "s are");
    }
    fade_text_add(out, "\n");
}

/* Who reads a forecast must know where its numbers are not the usual ones. */
static void
say_models(const fade_zone *zone, fade_text *out)
{
    for (int p = 0; p < FADE_PIGMENTS; p++) {
        const fade_model *model = zone->model[p];
        uint64_t fingerprint = model ? fade_model_fingerprint(model) : 0;

        if (!model || fingerprint == shipped_fingerprints[p]) {
            continue;
        }
        fade_text_addf(out,
                       "The model of %s pigment is '%s', version %s, "
                       "fingerprint %016llx: not the one that comes with "
                       "fadecast.\n",
                       fade_pigment_name((fade_pigment)p),
                       fade_model_name(model), fade_model_version(model),
                       (unsigned long long)fingerprint);
    }
}

/* Readings change nothing yet, and whoever gave some must know. */
static void
say_readings(const fade_outlook *outlook, fade_text *out)
{
    size_t count = outlook->assembly->zone.reading_count;
    const char *whose =
        outlook->plan.typical ? "the typical patient" : "all patients";

    if (count == 0) {
        fade_text_addf(out,
                       "Without readings this is the forecast for %s with "
                       "such sessions.\n",
                       whose);
        return;
    }
    fade_text_addf(out,
                   "%zu reading%s %s, but not yet learnt from: this is the "
                   "forecast for %s with such sessions.\n",
                   count, count == 1 ? " is" : "s are",
                   outlook->plan.by_hand ? "given" : "on file", whose);
}

static bool
has_courses(const fade_outlook *outlook)
{
    return fade_zone_courses(&outlook->assembly->zone, NULL, 0) > 1;
}

static void
say_healed(const fade_outlook *outlook, fade_text *out)
{
    fade_band healed = fade_forecast_healed_tone(outlook->forecast);
    bool best = has_courses(outlook);

    fade_text_addf(out, "When healed%s, ",
                   best ? " after its best course" : "");
    if (outlook->plan.typical) {
        fade_text_addf(out,
                       "the area is %.2f L* darker than the bare skin beside "
                       "it: its healed tone.\n",
                       healed.at[FADE_P50]);
        return;
    }
    fade_text_addf(out,
                   "the area is about %.1f L* darker than the "
                   "bare skin beside it (in nine of ten patients %.1f to "
                   "%.1f): its healed tone. All shares below are shares of "
                   "it.\n",
                   healed.at[FADE_P50], healed.at[FADE_P05],
                   healed.at[FADE_P95]);
}

static void
say_today(const fade_outlook *outlook, fade_text *out)
{
    char date[FADE_DATE_SIZE];
    double today = (double)(outlook->plan.today - outlook->assembly->origin);
    fade_band band;

    for (size_t i = 0; !outlook->plan.typical && i < outlook->count; i++) {
        if (fabs(outlook->times[i] - today) > same_day) {
            continue;
        }
        band = fade_forecast_retained_tone(outlook->forecast, i);
        fade_text_addf(out,
                       "Today, %s, about %.0f %% of it is left (in nine of "
                       "ten patients %.0f to %.0f %%).\n",
                       fade_date_format(outlook->plan.today, date),
                       percent * band.at[FADE_P50], percent * band.at[FADE_P05],
                       percent * band.at[FADE_P95]);
        return;
    }
}

static void
say_threshold(const fade_touchup_rule *rule, fade_text *out)
{
    double tone = percent * rule->tone_threshold;
    double definition = percent * rule->definition_threshold;

    switch (rule->criterion) {
    case FADE_BY_TONE:
        fade_text_addf(out, "less than %.0f %% of its healed tone", tone);
        break;
    case FADE_BY_DEFINITION:
        fade_text_addf(out, "less than %.0f %% of its healed crispness",
                       definition);
        break;
    case FADE_BY_FIRST_OF_BOTH:
        fade_text_addf(out,
                       "less than %.0f %% of its healed tone or %.0f %% of "
                       "its healed crispness",
                       tone, definition);
        break;
    }
}

/*
 * Where the last course leaves less than the threshold of the best one's look,
 * T of the middle patient is the very day on which the course has healed.
 */
static void
say_last_course(const fade_outlook *outlook, fade_text *out)
{
    static const char *const looks[] = {[FADE_BY_TONE] = "tone",
                                        [FADE_BY_DEFINITION] = "crispness",
                                        [FADE_BY_FIRST_OF_BOTH] = "look"};
    const fade_forecast *forecast = outlook->forecast;
    double healed = fade_forecast_healed_time(forecast);

    if (has_courses(outlook)
        && fade_forecast_touchup(forecast, 0.5) <= healed + touchup_error) {
        fade_text_addf(out,
                       "The last course does not bring the zone back to its "
                       "best %s, so a touch-up is wanted as soon as it has "
                       "healed.\n",
                       looks[outlook->plan.policy.touchup.criterion]);
    }
}

static void
say_touchup_date(const fade_outlook *outlook, double p, fade_text *out)
{
    char date[FADE_DATE_SIZE];
    fade_date day = fade_outlook_touchup(outlook, p);

    if (day == FADE_NO_DATE) {
        fade_text_add(out, "not within 30 years");
    } else {
        fade_text_addf(out, "by %s", fade_date_format(day, date));
    }
}

static void
say_touchup(const fade_outlook *outlook, fade_text *out)
{
    fade_text_add(out, "A touch-up is wanted when the area keeps ");
    say_threshold(&outlook->plan.policy.touchup, out);
    if (outlook->plan.typical) {
        fade_text_add(out, ". For the typical patient this is reached ");
        say_touchup_date(outlook, 0.5, out);
        fade_text_add(out, ".\n");
        return;
    }
    fade_text_add(out, ". This is reached ");
    for (size_t i = 0; i < TOLD; i++) {
        fade_text_addf(out, "%s%s ", i == 0 ? "in " : ", in ", told[i].who);
        say_touchup_date(outlook, told[i].p, out);
    }
    fade_text_add(out, ".\n");
}

static void
say_chances(const fade_outlook *outlook, fade_text *out)
{
    double today = (double)(outlook->plan.today - outlook->assembly->origin);
    static const int years[] = {1, 2, 5};
    double already = fade_forecast_touchup_before(outlook->forecast, today);

    if (outlook->plan.typical) {
        return;
    }
    fade_text_addf(out, "The chance that it has come to that is %.0f %% today",
                   percent * already);
    for (size_t i = 0; i < sizeof years / sizeof years[0]; i++) {
        double chance = fade_forecast_touchup_before(
            outlook->forecast, today + years[i] * days_a_year);

        fade_text_addf(out, ", %.0f %% in %d year%s", percent * chance,
                       years[i], plural((size_t)years[i]));
    }
    fade_text_add(out, ".\n");
}

static void
say_decision(const fade_outlook *outlook, fade_text *out)
{
    char date[FADE_DATE_SIZE];
    const fade_recall_decision *decision = &outlook->decision;

    if (outlook->plan.typical) {
        return;
    }
    fade_text_addf(out, "Recall: %s",
                   fade_recall_status_text(decision->status));
    if (decision->dates.recommended != FADE_NO_DATE) {
        fade_text_addf(out, ", recommended for %s",
                       fade_date_format(decision->dates.recommended, date));
    }
    if (decision->dates.overdue_after != FADE_NO_DATE) {
        fade_text_addf(out, ", overdue after %s",
                       fade_date_format(decision->dates.overdue_after, date));
    }
    fade_text_add(out, ".\n");
}

void
fade_outlook_words(const fade_outlook *outlook, fade_text *out)
{
    bool let_fade = fade_zone_lasered(&outlook->assembly->zone);

    say_work(outlook->assembly, out);
    say_models(&outlook->assembly->zone, out);
    say_readings(outlook, out);
    if (let_fade) {
        fade_text_add(out, "A laser came last: the zone is left to fade until "
                           "pigment is put in again.\n");
    }
    say_healed(outlook, out);
    say_today(outlook, out);
    if (!let_fade) {
        say_last_course(outlook, out);
        say_touchup(outlook, out);
        say_chances(outlook, out);
    }
    say_decision(outlook, out);
    fade_text_add(out, "Rates are calibrated to what clinics say about "
                       "touch-ups; nobody has measured them.\n");
}
