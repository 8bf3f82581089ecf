/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/parallel.h"

#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdlib.h>

enum { THREADS_MAX = 256 };

/*
 * Indices are handed out upwards, so when one fails, all below it are done or
 * being done: the lowest failure is found whatever the timing.
 */
typedef struct job {
    fade_work *work;
    void *context;
    atomic_size_t next;
    atomic_size_t first_failed; /* the count of items while none has */
    fade_status status;         /* of first_failed, under `lock` */
    pthread_mutex_t lock;
} job;

typedef struct worker {
    job *of;
    size_t number;
    pthread_t thread;
} worker;

static void
note_failure(job *of, size_t index, fade_status status)
{
    (void)pthread_mutex_lock(&of->lock);
    if (index < atomic_load(&of->first_failed)) {
        atomic_store(&of->first_failed, index);
        of->status = status;
    }
    (void)pthread_mutex_unlock(&of->lock);
}

static void *
run_worker(void *argument)
{
    const worker *self = argument;
    job *of = self->of;
    size_t index;

    while ((index = atomic_fetch_add(&of->next, 1))
           < atomic_load(&of->first_failed)) {
        fade_status status = of->work(of->context, self->number, index);

        if (status != FADE_OK) {
            note_failure(of, index, status);
        }
    }
    return NULL;
}

/* The calling thread is worker 0; those that cannot be started are missed
 * only in speed. */
static void
run_workers(worker *workers, size_t threads, job *of)
{
    size_t started = 1;

    workers[0] = (worker){.of = of};
    for (; started < threads; started++) {
        worker *next = &workers[started];

        *next = (worker){.of = of, .number = started};
        if (pthread_create(&next->thread, NULL, run_worker, next) != 0) {
            break;
        }
    }
    (void)run_worker(&workers[0]);
    for (size_t i = 1; i < started; i++) {
        (void)pthread_join(workers[i].thread, NULL);
    }
}

size_t
fade_parallel_processors(void)
{
    cpu_set_t allowed;
    int count;

    if (sched_getaffinity(0, sizeof allowed, &allowed) != 0) {
        return 1;
    }
    count = CPU_COUNT(&allowed);
    return count > 0 ? (size_t)count : 1;
}

fade_status
fade_parallel_run(size_t count, size_t threads, fade_work *work, void *context)
{
    job of = {.work = work, .context = context};
    worker *workers;

    threads = threads == 0 ? fade_parallel_processors() : threads;
    threads = threads > count ? count : threads;
    threads = threads > THREADS_MAX ? THREADS_MAX : threads;
    if (count == 0) {
        return FADE_OK;
    }
    workers = calloc(threads, sizeof *workers);
    if (!workers) {
        return FADE_ENOMEM;
    }
    if (pthread_mutex_init(&of.lock, NULL) != 0) {
        free(workers);
        return FADE_ENOMEM;
    }
    atomic_init(&of.next, 0);
    atomic_init(&of.first_failed, count);
    run_workers(workers, threads, &of);
    (void)pthread_mutex_destroy(&of.lock);
    free(workers);
    return of.status;
}
