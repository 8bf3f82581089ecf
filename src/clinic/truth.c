/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "clinic/truth.h"

#include "individual/observe.h"

/* What differs between people; the rest is in the model's table. */
static const fade_parameter_id shown[] = {
    FADE_DOSE,          FADE_EPIDERMAL_FRACTION, FADE_DRAIN_RATE,
    FADE_TURNOVER_RATE, FADE_SOFTEN_RATE,        FADE_RESORB_RATE,
    FADE_BLEACH_RATE,   FADE_DOT_SPREAD,         FADE_SCORE_GAIN};

enum { SHOWN = sizeof shown / sizeof shown[0] };

void
fade_truth_head(fade_text *out)
{
    for (size_t i = 0; i < SHOWN; i++) {
        fade_text_addf(out, "%s,", fade_parameter_name(shown[i]));
    }
    fade_text_add(out, "healed_tone,touchup_days");
}

/* Six digits are more than anybody can read off; T is good to 0.01 day. */
void
fade_truth_row(const fade_truth *truth, fade_text *out)
{
    double days = truth->touchup - truth->last;

    for (size_t i = 0; i < SHOWN; i++) {
        fade_text_addf(out, "%.6g,", truth->values.of[shown[i]]);
    }
    fade_text_addf(out, "%.6g,", truth->healed_tone);
    fade_text_add_number(out, fade_round_to(days, 0.1));
}
