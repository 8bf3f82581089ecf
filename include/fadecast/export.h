/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * FADE_API marks what libfadecast exports; all else in it is hidden.
 * FADE_BEGIN and FADE_END go around declarations so that C++ can call them.
 */
#ifndef FADECAST_EXPORT_H
#define FADECAST_EXPORT_H

#if defined(__GNUC__)
#    define FADE_API __attribute__((visibility("default")))
#else
#    define FADE_API
#endif

#ifdef __cplusplus
#    define FADE_BEGIN extern "C" {
#    define FADE_END   }
#else
#    define FADE_BEGIN
#    define FADE_END
#endif

#endif
