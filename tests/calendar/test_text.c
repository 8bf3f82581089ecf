/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calendar/text.h"

#include <string.h>

#include "support/cmocka_all.h"

static void
assert_clean(const char *raw, fade_lines_allowed lines, size_t limit,
             const char *want)
{
    fade_text out = {0};

    fade_text_add(&out, "<");
    fade_calendar_text(&out, raw, lines, limit);
    assert_string_equal(fade_text_string(&out) + 1, want);
    assert_int_equal(strlen(out.bytes), out.length);
    fade_text_clear(&out);
}

static void
ordinary_text_passes_unchanged(void **state)
{
    static const char *const texts[] = {
        "Anna Berg",        "M\xc3\xbcller, J\xc3\xb6rg",
        "a;b,c\"e",         "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d",
        "\xf0\x9f\x98\x80", ""};

    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        assert_clean(texts[i], FADE_ONE_LINE, 100, texts[i]);
        assert_clean(texts[i], FADE_MANY_LINES, 100, texts[i]);
    }
    assert_clean(NULL, FADE_ONE_LINE, 100, "");
}

static void
line_breaks_of_every_kind_are_tamed(void **state)
{
    const char *raw = "a\nb\r\nc\rd\xe2\x80\xa8"
                      "e\x0b"
                      "f\xc2\x85g";

    (void)state;
    assert_clean(raw, FADE_ONE_LINE, 100, "a b c d e f g");
    assert_clean(raw, FADE_MANY_LINES, 100, "a\nb\nc\nd\ne\nf\ng");
    assert_clean("\r\n\r\n a \r\n", FADE_MANY_LINES, 100, "a");
}

static void
control_and_direction_characters_are_left_out(void **state)
{
    (void)state;
    assert_clean("a\x01\x1b[2J\x7f\xc2\x9b"
                 "b",
                 FADE_ONE_LINE, 100, "a[2Jb");
    assert_clean("a\xe2\x80\xae"
                 "b\xe2\x81\xa9"
                 "c",
                 FADE_ONE_LINE, 100, "abc");
    assert_clean("\xef\xbb\xbf"
                 "a\xef\xbf\xbe"
                 "b",
                 FADE_ONE_LINE, 100, "ab");
}

static void
backslashes_become_slashes(void **state)
{
    (void)state;
    assert_clean("a\\n\\\\,b", FADE_ONE_LINE, 100, "a/n//,b");
}

static void
bytes_that_are_no_utf8_are_replaced(void **state)
{
    (void)state;
    assert_clean("a\xff"
                 "b",
                 FADE_ONE_LINE, 100,
                 "a\xef\xbf\xbd"
                 "b");
    assert_clean("\xe2\x82", FADE_ONE_LINE, 100, "\xef\xbf\xbd\xef\xbf\xbd");
    assert_clean("\xed\xa0\x80", FADE_ONE_LINE, 100,
                 "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd");
}

static void
long_text_is_cut_at_a_character(void **state)
{
    (void)state;
    assert_clean("abcdefgh", FADE_ONE_LINE, 8, "abcdefgh");
    assert_clean("abcdefghi", FADE_ONE_LINE, 8, "abcde\xe2\x80\xa6");
    assert_clean("abc\xf0\x9f\x98\x80xyz", FADE_ONE_LINE, 8, "abc\xe2\x80\xa6");
    assert_clean("ab      \n     xyz", FADE_ONE_LINE, 9, "ab    \xe2\x80\xa6");
}

static void
identifiers_need_no_gate(void **state)
{
    char longest[66];

    (void)state;
    memset(longest, 'a', sizeof longest);
    longest[64] = '\0';
    assert_true(fade_calendar_identifier(longest));
    longest[64] = 'a';
    longest[65] = '\0';
    assert_false(fade_calendar_identifier(longest));
    assert_true(fade_calendar_identifier("5f8b-3c_1.e@x"));
    assert_false(fade_calendar_identifier(""));
    assert_false(fade_calendar_identifier(NULL));
    assert_false(fade_calendar_identifier("a b"));
    assert_false(fade_calendar_identifier("a\r\nX:1"));
    assert_false(fade_calendar_identifier("\xc3\xbc"));
}

static void
list_values_are_escaped(void **state)
{
    fade_text out = {0};

    (void)state;
    fade_calendar_list_value(&out, "a,b;c");
    assert_string_equal(out.bytes, "a\\,b\\;c");
    fade_text_clear(&out);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ordinary_text_passes_unchanged),
        cmocka_unit_test(line_breaks_of_every_kind_are_tamed),
        cmocka_unit_test(control_and_direction_characters_are_left_out),
        cmocka_unit_test(backslashes_become_slashes),
        cmocka_unit_test(bytes_that_are_no_utf8_are_replaced),
        cmocka_unit_test(long_text_is_cut_at_a_character),
        cmocka_unit_test(identifiers_need_no_gate),
        cmocka_unit_test(list_values_are_escaped),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
