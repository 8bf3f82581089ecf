/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Threads, and the only place that starts them: work by index, each index a
 * pure function of its own, results gathered by index, so that the number of
 * threads never shows in a result.
 */
#ifndef BASE_PARALLEL_H
#define BASE_PARALLEL_H

#include <stddef.h>

#include <fadecast/status.h>

/* Does item `index`; `worker` (0 .. threads-1) picks a workspace. */
typedef fade_status fade_work(void *context, size_t worker, size_t index);

/* Processors that this process may use, at least 1. */
size_t fade_parallel_processors(void);

/*
 * Runs work(0) .. work(count-1) on `threads` threads (0: all processors).
 * Returns the failure of the lowest failing index, after all have ended.
 */
fade_status fade_parallel_run(size_t count, size_t threads, fade_work *work,
                              void *context);

#endif
