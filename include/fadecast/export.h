/* SPDX-License-Identifier: GPL-3.0-or-later */
/* FADE_API marks what libfadecast exports; all else in it is hidden. */
#ifndef FADECAST_EXPORT_H
#define FADECAST_EXPORT_H

#if defined(__GNUC__)
#    define FADE_API __attribute__((visibility("default")))
#else
#    define FADE_API
#endif

#endif
