/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kinetics/events.h"

/* Of what a laser shatters, this share drains at once; the rest is free. */
static const double LASER_DRAINED = 0.5;

static void
implant(double dose, double epidermal_fraction, double *of)
{
    of[FADE_EPIDERMIS] += dose * epidermal_fraction;
    of[FADE_FREE] += dose * (1.0 - epidermal_fraction);
}

static void
laser(double shatter, double *of)
{
    static const size_t hit[] = {FADE_MACROPHAGE, FADE_FIBROBLAST,
                                 FADE_SOFTENED};

    for (size_t i = 0; i < sizeof hit / sizeof *hit; i++) {
        double lost = shatter * of[hit[i]];

        of[hit[i]] -= lost;
        of[FADE_DRAINED] += LASER_DRAINED * lost;
        of[FADE_FREE] += (1.0 - LASER_DRAINED) * lost;
    }
}

void
fade_event_apply(const fade_event *event, const fade_site *site,
                 fade_amounts *amounts)
{
    if (event->kind == FADE_IMPLANT) {
        implant(event->dose, site->rates[event->pigment]->epidermal_fraction,
                amounts->of[event->pigment]);
        return;
    }
    for (size_t i = 0; i < FADE_PIGMENTS; i++) {
        laser(event->shatter, amounts->of[i]);
    }
}
