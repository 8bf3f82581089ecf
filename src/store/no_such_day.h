/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates of the right shape that no calendar has, such as 2023-06-31. */
#ifndef STORE_NO_SUCH_DAY_H
#define STORE_NO_SUCH_DAY_H

#include "base/text.h"

/* Appends why there is no such day; nothing where the shape is wrong. */
void fade_no_such_day(const char *text, fade_text *why);

#endif
