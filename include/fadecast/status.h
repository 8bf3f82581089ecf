/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a function that can fail returns. Results go through out-parameters;
 * unless its comment says otherwise, a function that does not return FADE_OK
 * has left them, and everything else that it was given, unchanged.
 * A function that makes an object sets the pointer to it to NULL first.
 */
#ifndef FADECAST_STATUS_H
#define FADECAST_STATUS_H

#include <fadecast/export.h>

FADE_BEGIN

#define FADE_STATUSES(X)                                    \
    X(OK, "no error")                                       \
    X(EINVAL, "a value lies outside what is allowed")       \
    X(ENOMEM, "out of memory")                              \
    X(EPARSE, "the input is malformed")                     \
    X(EIO, "reading or writing failed")                     \
    X(ENOTFOUND, "there is no such thing")                  \
    X(ECONFLICT, "it conflicts with what is already there") \
    X(ECONVERGE, "a numerical method did not converge")     \
    X(EDATABASE, "the database refused")

typedef enum fade_status {

#define FADE_STATUS_ENUM(name, text) FADE_##name,
    FADE_STATUSES(FADE_STATUS_ENUM)
#undef FADE_STATUS_ENUM
} fade_status;

/* One sentence without a full stop; never NULL. */
FADE_API const char *fade_status_text(fade_status status);

FADE_END

#endif
