/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/text.h"

#include <float.h>
#include <locale.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/rng.h"
#include "support/cmocka_all.h"

static void
nothing_added_is_the_empty_string(void **state)
{
    fade_text text = {0};

    (void)state;
    assert_string_equal(fade_text_string(&text), "");
    fade_text_add(&text, "");
    assert_string_equal(text.bytes, "");
    fade_text_clear(&text);
}

static void
text_grows_over_any_length(void **state)
{
    fade_text text = {0};

    (void)state;
    for (int i = 0; i < 1000; i++) {
        fade_text_addf(&text, "%03d", i);
    }
    assert_false(text.failed);
    assert_int_equal(text.length, 3000);
    assert_int_equal(strlen(text.bytes), 3000);
    assert_memory_equal(text.bytes + 2997, "999", 3);
    fade_text_reset(&text);
    fade_text_addf(&text, "%s", "x");
    assert_string_equal(fade_text_string(&text), "x");
    fade_text_clear(&text);
}

static void
long_formatted_text_is_whole(void **state)
{
    fade_text text = {0};
    char filler[5001];

    (void)state;
    memset(filler, 'a', sizeof filler - 1);
    filler[sizeof filler - 1] = '\0';
    fade_text_add(&text, "<");
    fade_text_addf(&text, "%s>", filler);
    assert_int_equal(text.length, 5002);
    assert_true(text.bytes[5001] == '>');
    fade_text_clear(&text);
}

static void
numbers_are_printed_as_short_as_they_read_back(void **state)
{
    static const struct {
        double value;
        const char *text;
    } cases[] = {{0.1, "0.1"},
                 {1.0 / 3.0, "0.3333333333333333"},
                 {0.1 + 0.2, "0.30000000000000004"},
                 {100, "100"},
                 {-2.5, "-2.5"},
                 {0, "0"},
                 {1e300, "1e+300"},
                 {5e-324, "5e-324"},
                 {123456.789, "123456.789"}};

    char out[FADE_NUMBER_SIZE];

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_string_equal(fade_number_format(cases[i].value, out),
                            cases[i].text);
    }
    assert_string_equal(fade_number_format(HUGE_VAL, out), "inf");
    assert_string_equal(fade_number_format(-HUGE_VAL, out), "-inf");
    assert_string_equal(fade_number_format(nan(""), out), "nan");
}

static void
any_double_reads_back_as_itself(void **state)
{
    gsl_rng *rng = fade_rng_create(7, 1);
    char out[FADE_NUMBER_SIZE];

    (void)state;
    assert_non_null(rng);
    for (int i = 0; i < 20000; i++) {
        double back;
        double value = ldexp(gsl_rng_uniform(rng) - 0.5,
                             (int)gsl_rng_uniform_int(rng, 2000) - 1050);

        assert_int_equal(
            fade_number_parse(fade_number_format(value, out), &back), FADE_OK);
        assert_memory_equal(&back, &value, sizeof value);
    }
    gsl_rng_free(rng);
}

static void
what_is_not_a_whole_number_is_refused(void **state)
{
    static const char *const bad[] = {
        "",      " 1",   "1 ",       "0x10", "nan", "NaN", "infinity",
        "Inf",   "+inf", ".",        "-",    "1e",  "1e+", "1,5",
        "1.2.3", "--1",  "1_0",      "e5",   "1d",  "1.f", "1 2",
        "\t1",   "1\n",  "\xd9\xa1", "1e5.0"};
    double out = 42;

    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        assert_int_equal(fade_number_parse(bad[i], &out), FADE_EPARSE);
    }
    assert_int_equal(fade_number_parse("1e999", &out), FADE_EINVAL);
    assert_int_equal(fade_number_parse("-1e999", &out), FADE_EINVAL);
    assert_memory_equal(&out, &(double){42}, sizeof out);
}

static void
c_notation_is_read(void **state)
{
    static const struct {
        const char *text;
        double value;
    } cases[] = {{"1", 1},           {"+1.5", 1.5}, {"-.5", -0.5},
                 {"5.", 5},          {"1e3", 1000}, {"1E-3", 0.001},
                 {"1e-400", 0},      {"007", 7},    {"inf", HUGE_VAL},
                 {"-inf", -HUGE_VAL}};

    double out;

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_int_equal(fade_number_parse(cases[i].text, &out), FADE_OK);
        assert_memory_equal(&out, &cases[i].value, sizeof out);
    }
}

/* Uses whichever locale with a decimal comma the machine has. */
static void
a_locale_with_a_decimal_comma_changes_nothing(void **state)
{
    static const char *const names[] = {"de_DE.UTF-8", "de_DE.utf8",
                                        "fr_FR.UTF-8", "it_IT.UTF-8"};
    const char *found = NULL;
    char out[FADE_NUMBER_SIZE];
    fade_text text = {0};
    double value;

    (void)state;
    for (size_t i = 0; i < sizeof names / sizeof *names && !found; i++) {
        found = setlocale(LC_ALL, names[i]);
    }
    if (!found) {
        print_message("# no locale with a decimal comma is installed\n");
    }
    assert_string_equal(fade_number_format(1.5, out), "1.5");
    assert_int_equal(fade_number_parse("1.5", &value), FADE_OK);
    assert_memory_equal(&value, &(double){1.5}, sizeof value);
    assert_int_equal(fade_number_parse("1,5", &value), FADE_EPARSE);
    fade_text_addf(&text, "%.1f", 1.5);
    assert_string_equal(fade_text_string(&text), "1.5");
    fade_text_clear(&text);
    (void)setlocale(LC_ALL, "C");
}

static void
integers_are_whole_or_refused(void **state)
{
    int64_t out = 0;

    (void)state;
    assert_int_equal(fade_integer_parse("-12", &out), FADE_OK);
    assert_int_equal(out, -12);
    assert_int_equal(fade_integer_parse("9223372036854775807", &out), FADE_OK);
    assert_true(out == INT64_MAX);
    assert_int_equal(fade_integer_parse("9223372036854775808", &out),
                     FADE_EINVAL);
    assert_int_equal(fade_integer_parse("1.0", &out), FADE_EPARSE);
    assert_int_equal(fade_integer_parse("", &out), FADE_EPARSE);
    assert_int_equal(fade_integer_parse("-", &out), FADE_EPARSE);
    assert_int_equal(fade_integer_parse(" 1", &out), FADE_EPARSE);
    assert_int_equal(fade_integer_parse("0x1", &out), FADE_EPARSE);
}

static void
well_formed_utf8_is_told_from_other_bytes(void **state)
{
    static const char *const good[] = {
        "",
        "plain",
        "M\xc3\xbcller",
        "\xe2\x82\xac",
        "\xf0\x9f\x98\x80",
        "\xed\x9f\xbf",     /* U+D7FF, last before the surrogates */
        "\xf4\x8f\xbf\xbf", /* U+10FFFF */
        "\xef\xbf\xbf"};
    static const char *const bad[] = {"\x80",
                                      "\xc3",
                                      "\xc0\x80",         /* overlong NUL */
                                      "\xc1\xbf",         /* overlong */
                                      "\xe0\x80\x80",     /* overlong */
                                      "\xf0\x80\x80\x80", /* overlong */
                                      "\xed\xa0\x80", /* U+D800, a surrogate */
                                      "\xf4\x90\x80\x80", /* above U+10FFFF */
                                      "\xf5\x80\x80\x80",
                                      "\xfe",
                                      "\xe2\x82",
                                      "a\xe2\x28\xa1"};

    (void)state;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        assert_true(fade_utf8_valid(good[i], strlen(good[i])));
    }
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        assert_false(fade_utf8_valid(bad[i], strlen(bad[i])));
    }
    assert_true(fade_utf8_valid("a\0b", 3));
}

static void
clipping_keeps_characters_whole(void **state)
{
    (void)state;
    assert_int_equal(fade_text_clip("abc", 3), 3);
    assert_int_equal(fade_text_clip("abcd", 3), 3);
    assert_int_equal(fade_text_clip("ab\xe2\x82\xac", 4), 2);
    assert_int_equal(fade_text_clip("ab\xe2\x82\xac", 5), 5);
    assert_int_equal(fade_text_clip("", 5), 0);
}

static void
the_nearest_word_is_what_was_meant(void **state)
{
    static const char *const words[] = {"drain_rate", "dot_radius",
                                        "dot_spread", "absorbance", "dose"};
    const size_t count = sizeof words / sizeof *words;

    (void)state;
    assert_string_equal(fade_text_nearest("drian_rate", words, count),
                        "drain_rate");
    assert_string_equal(fade_text_nearest("DOSE", words, count), "dose");
    assert_string_equal(fade_text_nearest("dot_raduis", words, count),
                        "dot_radius");
    assert_string_equal(fade_text_nearest("dot_spred", words, count),
                        "dot_spread");
    assert_null(fade_text_nearest("pigment", words, count));
    assert_null(fade_text_nearest("", words, count));
    assert_null(fade_text_nearest("xyz", words, 0));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_added_is_the_empty_string),
        cmocka_unit_test(text_grows_over_any_length),
        cmocka_unit_test(long_formatted_text_is_whole),
        cmocka_unit_test(numbers_are_printed_as_short_as_they_read_back),
        cmocka_unit_test(any_double_reads_back_as_itself),
        cmocka_unit_test(what_is_not_a_whole_number_is_refused),
        cmocka_unit_test(c_notation_is_read),
        cmocka_unit_test(a_locale_with_a_decimal_comma_changes_nothing),
        cmocka_unit_test(integers_are_whole_or_refused),
        cmocka_unit_test(well_formed_utf8_is_told_from_other_bytes),
        cmocka_unit_test(clipping_keeps_characters_whole),
        cmocka_unit_test(the_nearest_word_is_what_was_meant),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
