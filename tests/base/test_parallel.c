/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/parallel.h"

#include <stdatomic.h>
#include <time.h>

#include "base/rng.h"
#include "support/near.h"

enum { ITEMS = 500 };

typedef struct gathered {
    double results[ITEMS];
    atomic_int done;
    size_t threads;
} gathered;

static fade_status
draw(void *context, size_t worker, size_t index)
{
    gathered *into = context;
    gsl_rng *rng = fade_rng_create(1, index);

    if (!rng || worker >= into->threads) {
        return FADE_EINVAL;
    }
    for (size_t i = 0; i < 1 + index % 17; i++) {
        into->results[index] += gsl_rng_uniform(rng);
    }
    atomic_fetch_add(&into->done, 1);
    gsl_rng_free(rng);
    return FADE_OK;
}

static void
results_do_not_depend_on_the_number_of_threads(void **state)
{
    gathered one = {.threads = 1};
    gathered eight = {.threads = 8};

    (void)state;
    assert_int_equal(fade_parallel_run(ITEMS, 1, draw, &one), FADE_OK);
    assert_int_equal(fade_parallel_run(ITEMS, 8, draw, &eight), FADE_OK);
    assert_int_equal(one.done, ITEMS);
    assert_int_equal(eight.done, ITEMS);
    assert_memory_equal(one.results, eight.results, sizeof one.results);
}

/* The later failure comes sooner: the earlier one must win all the same. */
static fade_status
fail_at_40_and_90(void *context, size_t worker, size_t index)
{
    (void)context;
    (void)worker;
    if (index == 40) {
        (void)nanosleep(&(struct timespec){.tv_nsec = 20000000}, NULL);
        return FADE_ECONVERGE;
    }
    return index == 90 ? FADE_EPARSE : FADE_OK;
}

static void
the_lowest_failure_is_returned(void **state)
{
    (void)state;
    for (size_t threads = 1; threads <= 8; threads *= 2) {
        assert_int_equal(
            fade_parallel_run(ITEMS, threads, fail_at_40_and_90, NULL),
            FADE_ECONVERGE);
    }
}

static void
no_work_is_done_at_once(void **state)
{
    (void)state;
    assert_int_equal(fade_parallel_run(0, 0, draw, NULL), FADE_OK);
    assert_true(fade_parallel_processors() >= 1);
}

static void
more_threads_than_items_are_not_started(void **state)
{
    gathered into = {.threads = 3};

    (void)state;
    assert_int_equal(fade_parallel_run(3, 100000, draw, &into), FADE_OK);
    assert_int_equal(into.done, 3);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(results_do_not_depend_on_the_number_of_threads),
        cmocka_unit_test(the_lowest_failure_is_returned),
        cmocka_unit_test(no_work_is_done_at_once),
        cmocka_unit_test(more_threads_than_items_are_not_started),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
