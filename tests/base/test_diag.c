/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <fadecast/diag.h>

#include <string.h>

#include "support/cmocka_all.h"

static void
all_are_counted_and_the_first_are_kept(void **state)
{
    fade_diag diag;

    (void)state;
    fade_diag_init(&diag, 2);
    for (int i = 0; i < 5; i++) {
        fade_diag_error(&diag, (fade_place){0}, "error %d", i);
        fade_diag_warning(&diag, (fade_place){0}, "warning %d", i);
    }
    assert_int_equal(diag.errors, 5);
    assert_int_equal(diag.warnings, 5);
    assert_int_equal(diag.kept, 2);
    assert_string_equal(diag.notes[0].text, "error 0");
    assert_int_equal(diag.notes[1].severity, FADE_WARNING);
    fade_diag_clear(&diag);
    assert_int_equal(diag.errors, 0);
    assert_int_equal(diag.kept, 0);
    assert_int_equal(diag.limit, 2);
    assert_null(diag.notes);
}

static void
no_diag_is_allowed(void **state)
{
    (void)state;
    fade_diag_error(NULL, (fade_place){0}, "%s", "x");
    fade_diag_warning(NULL, (fade_place){0}, "%s", "x");
    fade_diag_clear(NULL);
}

static void
a_note_names_the_parts_that_it_has(void **state)
{
    static const struct {
        fade_place place;
        const char *want;
    } cases[] = {
        {{"a.csv", 7, "dose"}, "a.csv:7: dose: bad"},
        {{"a.csv", 7, NULL}, "a.csv:7: bad"},
        {{"a.csv", 0, NULL}, "a.csv: bad"},
        {{NULL, 7, "dose"}, "line 7: dose: bad"},
        {{NULL, 0, "dose"}, "dose: bad"},
        {{NULL, 0, NULL}, "bad"},
    };

    char out[64];

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        fade_diag diag;

        fade_diag_init(&diag, 1);
        fade_diag_error(&diag, cases[i].place, "bad");
        assert_int_equal(fade_note_print(diag.notes, out, sizeof out),
                         strlen(cases[i].want));
        assert_string_equal(out, cases[i].want);
        fade_diag_clear(&diag);
    }
}

static void
a_note_is_cut_where_the_room_ends(void **state)
{
    fade_note note = {.line = 3, .text = (char[]){"too many"}};
    char out[8] = "xxxxxxx";

    (void)state;
    assert_int_equal(fade_note_print(&note, NULL, 0), 16);
    assert_int_equal(fade_note_print(&note, out, sizeof out), 16);
    assert_string_equal(out, "line 3:");
}

static void
a_note_cannot_steer_the_terminal(void **state)
{
    fade_diag diag;

    (void)state;
    fade_diag_init(&diag, 1);
    fade_diag_error(&diag, (fade_place){"a\nb", 1, "c\033[2J"}, "\x7f%s",
                    "\r\033]0;x\a");
    assert_string_equal(diag.notes[0].file, "a?b");
    assert_string_equal(diag.notes[0].field, "c?[2J");
    assert_string_equal(diag.notes[0].text, "???]0;x?");
    fade_diag_clear(&diag);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_are_counted_and_the_first_are_kept),
        cmocka_unit_test(no_diag_is_allowed),
        cmocka_unit_test(a_note_names_the_parts_that_it_has),
        cmocka_unit_test(a_note_is_cut_where_the_room_ends),
        cmocka_unit_test(a_note_cannot_steer_the_terminal),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
