/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <stdlib.h>

#include <fadecast/fadecast.h>

int
main(void)
{
    return printf("fadecast %s\n", PACKAGE_VERSION) < 0 ? EXIT_FAILURE
                                                        : EXIT_SUCCESS;
}
