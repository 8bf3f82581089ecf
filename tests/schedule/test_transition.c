/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <fadecast/schedule.h>

#include "support/cmocka_all.h"

static void
every_state_has_a_word_that_reads_back(void **state)
{
    (void)state;
    for (int i = 0; i < FADE_RECALL_STATES; i++) {
        fade_recall_state back = FADE_RECALL_STATES;
        const char *text = fade_recall_state_text((fade_recall_state)i);

        assert_int_equal(fade_recall_state_parse(text, &back), FADE_OK);
        assert_int_equal(back, i);
        assert_true(fade_recall_may_become(back, back));
    }
    assert_int_equal(fade_recall_state_parse("lost", &(fade_recall_state){0}),
                     FADE_ENOTFOUND);
}

static void
life_runs_from_projected_to_done(void **state)
{
    static const fade_recall_state life[] = {
        FADE_PROJECTED, FADE_STATE_DUE, FADE_CONTACTED, FADE_BOOKED, FADE_DONE};

    (void)state;
    for (size_t i = 1; i < sizeof life / sizeof *life; i++) {
        assert_true(fade_recall_may_become(life[i - 1], life[i]));
    }
    assert_true(fade_recall_may_become(FADE_BOOKED, FADE_MISSED));
    assert_true(fade_recall_may_become(FADE_MISSED, FADE_STATE_DUE));
}

static void
what_cannot_happen_is_refused(void **state)
{
    (void)state;
    assert_false(fade_recall_may_become(FADE_PROJECTED, FADE_MISSED));
    assert_false(fade_recall_may_become(FADE_CONTACTED, FADE_MISSED));
    assert_false(fade_recall_may_become(FADE_DONE, FADE_CONTACTED));
    assert_false(fade_recall_may_become(FADE_DONE, FADE_BOOKED));
    assert_false(fade_recall_may_become(FADE_CANCELLED, FADE_BOOKED));
    assert_false(fade_recall_may_become(FADE_DECLINED, FADE_MISSED));
}

static void
any_open_recall_may_end(void **state)
{
    (void)state;
    for (int i = 0; i < FADE_RECALL_STATES; i++) {
        fade_recall_state from = (fade_recall_state)i;

        assert_int_equal(fade_recall_open(from),
                         from != FADE_DONE && from != FADE_CANCELLED);
        assert_true(fade_recall_may_become(from, FADE_DONE));
        assert_true(fade_recall_may_become(from, FADE_CANCELLED));
    }
}

static void
need_drives_only_the_models_states(void **state)
{
    (void)state;
    for (int i = 0; i < FADE_RECALL_STATES; i++) {
        for (int need = 0; need < FADE_RECALL_STATUSES; need++) {
            fade_recall_state from = (fade_recall_state)i;
            fade_recall_state to =
                fade_recall_state_after(from, (fade_recall_status)need);

            assert_true(fade_recall_may_become(from, to));
        }
    }
    assert_int_equal(fade_recall_state_after(FADE_PROJECTED, FADE_DUE),
                     FADE_STATE_DUE);
    assert_int_equal(fade_recall_state_after(FADE_STATE_DUE, FADE_OVERDUE),
                     FADE_STATE_DUE);
    assert_int_equal(fade_recall_state_after(FADE_STATE_DUE, FADE_NOT_DUE),
                     FADE_PROJECTED);
    assert_int_equal(fade_recall_state_after(FADE_CANCELLED, FADE_HEALING),
                     FADE_PROJECTED);
    assert_int_equal(fade_recall_state_after(FADE_BOOKED, FADE_DUE),
                     FADE_BOOKED);
    assert_int_equal(
        fade_recall_state_after(FADE_BOOKED, FADE_NO_LONGER_FOLLOWED),
        FADE_CANCELLED);
    assert_int_equal(
        fade_recall_state_after(FADE_STATE_DUE, FADE_NOT_RECOMMENDED),
        FADE_CANCELLED);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_state_has_a_word_that_reads_back),
        cmocka_unit_test(life_runs_from_projected_to_done),
        cmocka_unit_test(what_cannot_happen_is_refused),
        cmocka_unit_test(any_open_recall_may_end),
        cmocka_unit_test(need_drives_only_the_models_states),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
