/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/option.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/cmocka_all.h"
#include "support/near.h"

static const fade_option rows[] = {
    {"skin_lightness", "L", "a number", false},
    {"count", "N", "a whole number", false},
    {"day", "DATE", "a date", false},
    {"every", "PERIOD", "an interval", false},
    {"kind", "WORD", "a word", false},
    {"part", "TEXT", "a part", true},
    {"loud", NULL, "a flag", false},
    FADE_OPTION_SEED,
    FADE_OPTION_NOW,
    FADE_OPTION_TODAY,
    FADE_OPTION_DB,
    FADE_OPTION_END,
};

static const fade_cmd command = {.name = "test",
                                 .synopsis = "THING",
                                 .options = rows,
                                 .least = 0,
                                 .most = 2};

enum { MOST = 12 };

/* Words are parted by blanks. */
static fade_status
parse(const char *line, char copy[256], fade_arguments **out)
{
    char *words[MOST] = {0};
    int count = 0;
    char *rest = NULL;

    (void)snprintf(copy, 256, "%s", line);
    for (char *word = strtok_r(copy, " ", &rest); word;
         word = strtok_r(NULL, " ", &rest)) {
        assert_true(count < MOST);
        words[count++] = word;
    }
    return fade_arguments_parse(&command, "test", count, words, out);
}

static void
values_follow_as_word_or_after_equals(void **state)
{
    fade_arguments *args = NULL;
    char copy[256];
    double number = 0.0;
    int64_t whole = 0;

    (void)state;
    assert_int_equal(
        parse("one --skin-lightness 58.5 --count=-3 two --loud", copy, &args),
        FADE_OK);
    assert_int_equal(
        fade_arg_number(args, "skin_lightness", 20.0, 100.0, &number), FADE_OK);
    assert_near(number, 58.5, 0.0);
    assert_int_equal(fade_arg_integer(args, "count", -5, 5, &whole), FADE_OK);
    assert_int_equal(whole, -3);
    assert_true(fade_arg_flag(args, "loud"));
    assert_false(fade_arg_flag(args, "quiet"));
    assert_int_equal(fade_arg_operand_count(args), 2);
    assert_string_equal(fade_arg_operand(args, 1), "two");
    assert_null(fade_arg_operand(args, 2));
    fade_arguments_destroy(args);
}

static void
repeated_options_keep_their_order(void **state)
{
    fade_arguments *args = NULL;
    char copy[256];
    const char *value = NULL;

    (void)state;
    assert_int_equal(parse("--part a --day 2026-05-01 --part=b=c", copy, &args),
                     FADE_OK);
    assert_int_equal(fade_arg_count(args, "part"), 2);
    assert_string_equal(fade_arg_nth(args, "part", 0), "a");
    assert_string_equal(fade_arg_nth(args, "part", 1), "b=c");
    assert_null(fade_arg_nth(args, "part", 2));
    assert_int_equal(fade_arg_given_count(args), 3);
    assert_string_equal(fade_arg_given(args, 1, &value), "day");
    assert_string_equal(value, "2026-05-01");
    fade_arguments_destroy(args);
}

static void
after_two_dashes_all_are_operands(void **state)
{
    fade_arguments *args = NULL;
    char copy[256];

    (void)state;
    assert_int_equal(parse("-- --loud -", copy, &args), FADE_OK);
    assert_false(fade_arg_flag(args, "loud"));
    assert_string_equal(fade_arg_operand(args, 0), "--loud");
    assert_string_equal(fade_arg_operand(args, 1), "-");
    fade_arguments_destroy(args);
}

static void
wrong_lines_are_refused(void **state)
{
    static const char *const wrong[] = {
        "--lou",           "--louder", "--loud=1", "--day",
        "--day 1 --day 2", "-l",       "a b c",    "--skin",
    };

    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        fade_arguments *args = NULL;
        char copy[256];

        assert_int_equal(parse(wrong[i], copy, &args), FADE_EINVAL);
        assert_null(args);
    }
}

static void
help_excuses_everything_else(void **state)
{
    fade_arguments *args = NULL;
    char copy[256];

    (void)state;
    assert_int_equal(parse("a b c --help", copy, &args), FADE_OK);
    assert_true(fade_arg_flag(args, "help"));
    fade_arguments_destroy(args);
}

static void
wrong_values_leave_the_variable_alone(void **state)
{
    static const char *const words[] = {"red", "blue"};
    fade_arguments *args = NULL;
    char copy[256];
    double number = 7.0;
    int64_t whole = 7;
    uint64_t seed = 7;
    fade_date date = 7;
    fade_period period = {.days = 7};
    size_t word = 1;

    (void)state;
    assert_int_equal(parse("--skin-lightness 5,5 --count 2.5 --day 31.12.2026 "
                           "--every soon --kind green --seed=-1",
                           copy, &args),
                     FADE_OK);
    assert_int_not_equal(
        fade_arg_number(args, "skin_lightness", 0.0, 9.0, &number), FADE_OK);
    assert_int_not_equal(fade_arg_integer(args, "count", 0, 9, &whole),
                         FADE_OK);
    assert_int_not_equal(fade_arg_seed(args, &seed), FADE_OK);
    assert_int_not_equal(fade_arg_date(args, "day", &date), FADE_OK);
    assert_int_not_equal(fade_arg_period(args, "every", &period), FADE_OK);
    assert_int_not_equal(fade_arg_word(args, "kind", words, 2, &word), FADE_OK);
    assert_near(number, 7.0, 0.0);
    assert_int_equal(whole, 7);
    assert_int_equal(seed, 7);
    assert_int_equal(date, 7);
    assert_int_equal(period.days, 7);
    assert_int_equal(word, 1);
    fade_arguments_destroy(args);
}

static void
absent_options_leave_their_default(void **state)
{
    fade_arguments *args = NULL;
    char copy[256];
    double number = 7.0;

    (void)state;
    unsetenv("FADECAST_DB");
    assert_int_equal(parse("", copy, &args), FADE_OK);
    assert_int_equal(
        fade_arg_number(args, "skin_lightness", 20.0, 100.0, &number), FADE_OK);
    assert_near(number, 7.0, 0.0);
    assert_string_equal(fade_arg_db(args), "./fadecast.db");
    setenv("FADECAST_DB", "/elsewhere.db", 1);
    assert_string_equal(fade_arg_db(args), "/elsewhere.db");
    fade_arguments_destroy(args);
    assert_int_equal(parse("--db here.db", copy, &args), FADE_OK);
    assert_string_equal(fade_arg_db(args), "here.db");
    fade_arguments_destroy(args);
    unsetenv("FADECAST_DB");
}

static void
today_follows_now_where_it_is_not_given(void **state)
{
    fade_arguments *args = NULL;
    char copy[256];
    char text[FADE_DATE_SIZE];
    fade_date today = 0;

    (void)state;
    assert_int_equal(parse("--now 2026-06-30T23:30:00Z", copy, &args), FADE_OK);
    assert_int_equal(fade_arg_today(args, "Europe/Berlin", &today), FADE_OK);
    assert_string_equal(fade_date_format(today, text), "2026-07-01");
    fade_arguments_destroy(args);
    assert_int_equal(
        parse("--now 2026-06-30T23:30:00Z --today 2020-01-02", copy, &args),
        FADE_OK);
    assert_int_equal(fade_arg_today(args, "Europe/Berlin", &today), FADE_OK);
    assert_string_equal(fade_date_format(today, text), "2020-01-02");
    fade_arguments_destroy(args);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(values_follow_as_word_or_after_equals),
        cmocka_unit_test(repeated_options_keep_their_order),
        cmocka_unit_test(after_two_dashes_all_are_operands),
        cmocka_unit_test(wrong_lines_are_refused),
        cmocka_unit_test(help_excuses_everything_else),
        cmocka_unit_test(wrong_values_leave_the_variable_alone),
        cmocka_unit_test(absent_options_leave_their_default),
        cmocka_unit_test(today_follows_now_where_it_is_not_given),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
