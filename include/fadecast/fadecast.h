/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All of libfadecast. */
#ifndef FADECAST_FADECAST_H
#define FADECAST_FADECAST_H

#include <fadecast/appearance.h>
#include <fadecast/date.h>
#include <fadecast/diag.h>
#include <fadecast/forecast.h>
#include <fadecast/individual.h>
#include <fadecast/kinetics.h>
#include <fadecast/model.h>
#include <fadecast/pigment.h>
#include <fadecast/schedule.h>
#include <fadecast/status.h>

FADE_BEGIN

/* "0.1.0" */
FADE_API const char *fade_version(void);

FADE_END

#endif
