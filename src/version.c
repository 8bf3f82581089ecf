/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <fadecast/fadecast.h>

const char *
fade_version(void)
{
    return PACKAGE_VERSION;
}
