/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/output.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "support/cmocka_all.h"

static const fade_column columns[] = {
    {"name", "NAME", FADE_CELL_TEXT, 0},
    {"share", "SHARE", FADE_CELL_NUMBER, 2},
    {"count", "N", FADE_CELL_INTEGER, 0},
    {"good", "GOOD", FADE_CELL_BOOL, 0},
    {"hidden", NULL, FADE_CELL_TEXT, 0},
    {NULL, "SHOWN", FADE_CELL_TEXT, 0},
};

static fade_table *
two_rows(void)
{
    fade_table *table = NULL;

    assert_int_equal(fade_table_create(columns, 6, &table), FADE_OK);
    fade_table_text(table, "Jörg, \"Joe\"");
    fade_table_number(table, 0.123456);
    fade_table_integer(table, 12);
    fade_table_bool(table, true);
    fade_table_text(table, "h");
    fade_table_text(table, "s\x1b[31m");
    fade_table_empty(table);
    fade_table_number(table, nan(""));
    fade_table_integer(table, -7);
    fade_table_bool(table, false);
    fade_table_text(table, NULL);
    fade_table_text(table, "");
    return table;
}

/* The caller frees it. */
static char *
printed(fade_format format)
{
    char *bytes = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&bytes, &length);
    fade_table *table = two_rows();

    assert_int_equal(fade_table_rows(table), 2);
    assert_int_equal(fade_table_print(table, format, out), FADE_OK);
    fclose(out);
    fade_table_destroy(table);
    return bytes;
}

static void
table_is_aligned_by_characters(void **state)
{
    char *text = printed(FADE_FORMAT_TABLE);

    (void)state;
    assert_string_equal(text, "NAME         SHARE   N  GOOD  SHOWN\n"
                              "Jörg, \"Joe\"   0.12  12  yes   s [31m\n"
                              "                    -7  no\n");
    free(text);
}

static void
csv_has_all_digits_and_no_shown_columns(void **state)
{
    char *text = printed(FADE_FORMAT_CSV);

    (void)state;
    assert_string_equal(text, "name,share,count,good,hidden\n"
                              "\"Jörg, \"\"Joe\"\"\",0.123456,12,1,h\n"
                              ",,-7,0,\n");
    free(text);
}

static void
json_says_null_for_nothing(void **state)
{
    char *text = printed(FADE_FORMAT_JSON);

    (void)state;
    assert_non_null(strstr(text, "\"name\": null"));
    assert_non_null(strstr(text, "\"share\": 0.123456"));
    assert_non_null(strstr(text, "\"good\": true"));
    assert_non_null(strstr(text, "\"count\": -7"));
    assert_null(strstr(text, "SHOWN"));
    free(text);
}

static void
words_break_before_column_80(void **state)
{
    char *bytes = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&bytes, &length);
    fade_text text = {0};
    char *rest = NULL;

    (void)state;
    for (int i = 0; i < 30; i++) {
        fade_text_add(&text, "größer 75 % ");
    }
    fade_print_words(out, 3, fade_text_string(&text));
    fade_text_clear(&text);
    fclose(out);
    for (char *line = strtok_r(bytes, "\n", &rest); line;
         line = strtok_r(NULL, "\n", &rest)) {
        assert_true(fade_text_columns(line) < 80);
        assert_memory_equal(line, "   ", 3);
        assert_int_not_equal(line[3], ' ');
        assert_int_not_equal(line[3], '%');
    }
    free(bytes);
}

static void
labels_stand_in_the_indent(void **state)
{
    char *bytes = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&bytes, &length);

    (void)state;
    fade_print_labelled(out, "  --db FILE", 14, "a file\nof its own");
    fclose(out);
    assert_string_equal(bytes, "  --db FILE   a file\n"
                               "              of its own\n");
    free(bytes);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(table_is_aligned_by_characters),
        cmocka_unit_test(csv_has_all_digits_and_no_shown_columns),
        cmocka_unit_test(json_says_null_for_nothing),
        cmocka_unit_test(words_break_before_column_80),
        cmocka_unit_test(labels_stand_in_the_indent),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
