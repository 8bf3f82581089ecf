/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/forecast_plan.h"

#include "cli/message.h"

enum { MOST_YEARS = 60 };

static fade_status
read_rule(const fade_arguments *args, fade_touchup_rule *rule)
{
    static const char *const words[] = {"tone", "definition", "first"};
    size_t criterion = (size_t)rule->criterion;
    double *threshold = &rule->tone_threshold;
    fade_status status = fade_arg_word(
        args, "criterion", words, sizeof words / sizeof words[0], &criterion);

    if (status != FADE_OK) {
        return status;
    }
    rule->criterion = (fade_criterion)criterion;
    if (rule->criterion == FADE_BY_DEFINITION) {
        threshold = &rule->definition_threshold;
    } else if (rule->criterion == FADE_BY_FIRST_OF_BOTH
               && fade_arg_text(args, "threshold")) {
        fade_wrong_usage(args, "--threshold goes with one criterion, tone or "
                               "definition");
        return FADE_EINVAL;
    }
    return fade_arg_number(args, "threshold", 0.05, 0.99, threshold);
}

/* A step must go forward, or the dates would never end. */
static fade_status
read_step(const fade_arguments *args, fade_date today, fade_period *step)
{
    fade_date next = today;
    fade_status status = fade_arg_period(args, "step", step);

    if (status != FADE_OK || !fade_arg_text(args, "step")) {
        return status;
    }
    if (step->years < 0 || step->months < 0 || step->days < 0
        || fade_date_add(today, *step, &next) != FADE_OK || next <= today) {
        fade_wrong_usage(args, "--step: a step is at least a day");
        return FADE_EINVAL;
    }
    return FADE_OK;
}

fade_status
fade_forecast_plan_read(const fade_arguments *args, fade_date today,
                        fade_outlook_plan *out)
{
    int64_t draws = FADE_DRAWS_USUAL;
    int64_t years = 0;
    fade_status status = FADE_OK;

    *out = fade_outlook_plan_default(today);
    status = read_rule(args, &out->policy.touchup);
    if (status == FADE_OK) {
        status = read_step(args, today, &out->step);
    }
    if (status == FADE_OK) {
        status = fade_arg_integer(args, "draws", 2, FADE_DRAWS_MOST, &draws);
    }
    if (status == FADE_OK) {
        status = fade_arg_seed(args, &out->seed);
    }
    if (status == FADE_OK) {
        status = fade_arg_not_both(args, "until", "years");
    }
    if (status == FADE_OK) {
        status = fade_arg_date(args, "until", &out->until);
    }
    if (status == FADE_OK) {
        status = fade_arg_integer(args, "years", 1, MOST_YEARS, &years);
    }
    out->draws = (size_t)draws;
    out->years = (int)years;
    out->typical = fade_arg_flag(args, "typical");
    return status;
}
