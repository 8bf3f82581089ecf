/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a session does to the amounts, at once. */
#ifndef KINETICS_EVENTS_H
#define KINETICS_EVENTS_H

#include <fadecast/kinetics.h>

/*
 * Implants or lasers. The amounts that `event` moves add up before and after,
 * an implant's dose apart.
 */
void fade_event_apply(const fade_event *event, const fade_site *site,
                      fade_amounts *amounts);

#endif
