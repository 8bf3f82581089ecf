/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The C locale for one call: `.` is the decimal point everywhere. */
#ifndef BASE_LOCALE_C_H
#define BASE_LOCALE_C_H

#include <locale.h>

/*
 * Puts this thread into the C locale and returns the one before it. glibc
 * keeps one C locale for good, so this allocates nothing.
 */
static inline locale_t
fade_locale_c(void)
{
    locale_t c = newlocale(LC_ALL_MASK, "C", (locale_t)0);

    return uselocale(c);
}

static inline void
fade_locale_back(locale_t before)
{
    locale_t c = uselocale(before);

    if (c != LC_GLOBAL_LOCALE && c != before) {
        freelocale(c);
    }
}

#endif
