/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/json.h"

#include <math.h>
#include <stdlib.h>

#include "support/cmocka_all.h"

/* What `value` is written as; the caller frees it. */
static char *
written(const fade_json *value, fade_status want)
{
    char *bytes = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&bytes, &length);

    assert_non_null(out);
    assert_int_equal(fade_json_write(value, out), want);
    (void)fclose(out);
    return bytes;
}

static void
values_are_written_in_the_order_of_addition(void **state)
{
    fade_json *root = fade_json_object();
    fade_json *list = fade_json_array();
    char *text;

    (void)state;
    fade_json_add_text(root, "zone", "hair\"line\n");
    fade_json_add_number(root, "dose", 0.1);
    fade_json_add(root, "bands", list);
    fade_json_add_integer(list, NULL, INT64_MAX);
    fade_json_add_number(list, NULL, HUGE_VAL);
    fade_json_add_number(list, NULL, nan(""));
    fade_json_add_null(list, NULL);
    fade_json_add_bool(root, "a", true);
    text = written(root, FADE_OK);
    assert_string_equal(text, "{\n  \"zone\": \"hair\\\"line\\n\",\n"
                              "  \"dose\": 0.1,\n"
                              "  \"bands\": [\n    9223372036854775807,\n"
                              "    null,\n    null,\n    null\n  ],\n"
                              "  \"a\": true\n}\n");
    free(text);
    fade_json_destroy(root);
}

static void
text_that_is_not_utf8_is_refused_however_deep(void **state)
{
    fade_json *root = fade_json_object();
    fade_json *child = fade_json_object();

    (void)state;
    fade_json_add(root, "child", child);
    fade_json_add_text(child, "bad", "\xff");
    free(written(root, FADE_EINVAL));
    fade_json_destroy(root);
}

static void
no_text_is_null(void **state)
{
    fade_json *root = fade_json_array();
    char *text;

    (void)state;
    fade_json_add_text(root, NULL, NULL);
    text = written(root, FADE_OK);
    assert_string_equal(text, "[\n  null\n]\n");
    free(text);
    fade_json_destroy(root);
}

static void
nothing_is_accepted_everywhere(void **state)
{
    fade_json *root = fade_json_object();

    (void)state;
    fade_json_add_text(NULL, "a", "b");
    fade_json_add_number(NULL, "a", 1);
    fade_json_add_integer(NULL, "a", 1);
    fade_json_add_bool(NULL, "a", true);
    fade_json_add_null(NULL, "a");
    fade_json_add(NULL, "a", fade_json_object());
    fade_json_destroy(NULL);
    fade_json_add(root, "a", NULL);
    free(written(root, FADE_ENOMEM));
    free(written(NULL, FADE_ENOMEM));
    fade_json_destroy(root);
}

static void
a_full_disk_is_noticed(void **state)
{
    fade_json *root = fade_json_object();
    FILE *full = fopen("/dev/full", "w");

    (void)state;
    if (full) {
        setvbuf(full, NULL, _IONBF, 0);
        assert_int_equal(fade_json_write(root, full), FADE_EIO);
        (void)fclose(full);
    }
    fade_json_destroy(root);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(values_are_written_in_the_order_of_addition),
        cmocka_unit_test(text_that_is_not_utf8_is_refused_however_deep),
        cmocka_unit_test(no_text_is_null),
        cmocka_unit_test(nothing_is_accepted_everywhere),
        cmocka_unit_test(a_full_disk_is_noticed),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
