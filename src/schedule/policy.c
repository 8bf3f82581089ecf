/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include <fadecast/schedule.h>

enum {
    MONDAY_TO_SATURDAY = 0x3f,
    EVERY_DAY = 0x7f,
    A_YEAR = 366 /* [day] the longest lead and keeping of cancelled events */
};

fade_policy
fade_policy_default(void)
{
    fade_policy policy = {
        .touchup = fade_touchup_rule_default(),
        .rule = FADE_RULE_RISK,
        .early_risk = 0.10,
        .risk = 0.25,
        .late_risk = 0.75,
        /* The cost rule's quantile is then the risk rule's: 1/(1 + 3). */
        .cost_late = 3.0,
        .cost_early = 1.0,
        .healing_interval = {.days = 42},
        .horizon = {.months = 24},
        .lead_days = 28,
        .working_days = MONDAY_TO_SATURDAY,
        .keep_cancelled_days = 30,
    };

    return policy;
}

/* Says what is allowed and counts it as an error where `good` is false. */
static bool
demand(bool good, const char *field, const char *allowed, fade_diag *diag)
{
    if (!good) {
        fade_diag_error(diag, (fade_place){.field = field}, "must be %s",
                        allowed);
    }
    return good;
}

static bool
share(double value)
{
    return value > 0.0 && value <= 1.0;
}

static bool
probability(double value)
{
    return value > 0.0 && value < 1.0;
}

/* Only the ratio counts; these keep it a number that one can read. */
static bool
cost(double value)
{
    return value >= 1e-6 && value <= 1e6;
}

static bool
forward(fade_period period)
{
    return period.years >= 0 && period.months >= 0 && period.days >= 0;
}

/* Long enough to compare intervals of a policy by [day]. */
static double
rough_days(fade_period period)
{
    return 365.25 * period.years + 30.4375 * period.months + period.days;
}

static bool
touchup_is_good(const fade_touchup_rule *rule, fade_diag *diag)
{
    const char *allowed = "above 0 and at most 1";
    bool good =
        demand(share(rule->tone_threshold), "tone_threshold", allowed, diag);

    good &= demand(share(rule->definition_threshold), "definition_threshold",
                   allowed, diag);
    good &= demand((unsigned)rule->criterion <= FADE_BY_FIRST_OF_BOTH,
                   "criterion", "tone, definition or first of both", diag);
    good &= demand((unsigned)rule->baseline <= FADE_BASELINE_LATEST, "baseline",
                   "first, best or latest", diag);
    return good;
}

static bool
risks_are_good(const fade_policy *policy, fade_diag *diag)
{
    const char *allowed = "above 0 and below 1";
    const char *costs = "from 0.000001 to 1000000";
    bool good =
        demand(probability(policy->early_risk), "early_risk", allowed, diag);

    good &= demand(probability(policy->risk), "risk", allowed, diag);
    good &= demand(probability(policy->late_risk), "late_risk", allowed, diag);
    good &= demand(policy->early_risk <= policy->risk, "early_risk",
                   "at most the risk", diag);
    good &= demand(policy->risk <= policy->late_risk, "late_risk",
                   "at least the risk", diag);
    good &= demand((unsigned)policy->rule <= FADE_RULE_COST, "rule",
                   "risk or cost", diag);
    good &= demand(cost(policy->cost_late), "c_late", costs, diag);
    good &= demand(cost(policy->cost_early), "c_early", costs, diag);
    return good;
}

static bool
intervals_are_good(const fade_policy *policy, fade_diag *diag)
{
    const char *allowed = "no negative interval";
    double longest = rough_days(policy->maximum_interval);
    bool capped = longest > 0.0;
    bool good = demand(forward(policy->healing_interval), "healing_interval",
                       allowed, diag);

    good &= demand(forward(policy->minimum_interval), "minimum_interval",
                   allowed, diag);
    good &= demand(forward(policy->maximum_interval), "maximum_interval",
                   allowed, diag);
    good &= demand(!capped || longest >= rough_days(policy->minimum_interval),
                   "maximum_interval", "at least the minimum interval", diag);
    good &= demand(!capped || longest >= rough_days(policy->healing_interval),
                   "maximum_interval", "at least the healing interval", diag);
    good &= demand(forward(policy->horizon) && rough_days(policy->horizon) > 0,
                   "horizon", "an interval above 0", diag);
    return good;
}

fade_status
fade_policy_check(const fade_policy *policy, fade_diag *diag)
{
    bool good = touchup_is_good(&policy->touchup, diag);

    good &= risks_are_good(policy, diag);
    good &= intervals_are_good(policy, diag);
    good &=
        demand(policy->working_days != 0 && policy->working_days <= EVERY_DAY,
               "working_days", "at least one day of the week", diag);
    good &= demand(policy->lead_days >= 0 && policy->lead_days <= A_YEAR,
                   "lead_days", "0 to 366 days", diag);
    good &= demand(policy->keep_cancelled_days >= 0
                       && policy->keep_cancelled_days <= A_YEAR,
                   "keep_cancelled", "0 to 366 days", diag);
    return good ? FADE_OK : FADE_EINVAL;
}
