/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How long work tells its caller how far it is, without knowing who listens:
 * a use case takes a `const fade_progress *`, NULL where nobody does.
 */
#ifndef BASE_PROGRESS_H
#define BASE_PROGRESS_H

#include <stddef.h>

typedef struct fade_progress {
    /* Called from one thread only, as often as work likes; it is cheap. */
    void (*step)(void *context, size_t done, size_t total);
    void *context;
} fade_progress;

static inline void
fade_progress_step(const fade_progress *progress, size_t done, size_t total)
{
    if (progress) {
        progress->step(progress->context, done, total);
    }
}

#endif
