/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The steps by which one patient is invented, for invent.c. */
#ifndef CLINIC_INVENT_PARTS_H
#define CLINIC_INVENT_PARTS_H

#include "clinic/invent.h"

/* Covariates, zones and sessions, from the inventor's generator. */
fade_status fade_invent_frame(const fade_inventor *by, fade_invented *patient);

/* Days, kinds and scales of a zone's readings; their values come later. */
fade_status fade_invent_visits(const fade_inventor *by,
                               const fade_invented *patient,
                               fade_invented_zone *zone);

/* The last day that is on file, on the patient's clock; or HUGE_VAL. */
double fade_invented_end(const fade_inventor *by, const fade_invented *patient);

#endif
