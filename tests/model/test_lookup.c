/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fadecast/model.h>

#include "model/table_text.h"
#include "support/near.h"

enum { PATH_SIZE = 4096 };

typedef struct places {
    char shipped[PATH_SIZE];
    char own[32]; /* temporary.csv here is the permanent table */
    char table[64];
} places;

static int
make_places(void **state)
{
    static places made;
    const char *source = getenv("FADE_SRCDIR");
    char *text = table_text("permanent");
    FILE *file;

    (void)snprintf(made.shipped, sizeof made.shipped, "%s/models",
                   source ? source : ".");
    (void)snprintf(made.own, sizeof made.own, "/tmp/fadecast-models-XXXXXX");
    if (!mkdtemp(made.own)) {
        return -1;
    }
    (void)snprintf(made.table, sizeof made.table, "%s/temporary.csv", made.own);
    file = fopen(made.table, "wb");
    if (!file) {
        return -1;
    }
    (void)fputs(text, file);
    (void)fclose(file);
    free(text);
    *state = &made;
    return 0;
}

static int
remove_places(void **state)
{
    places *made = *state;

    (void)unlink(made->table);
    return rmdir(made->own);
}

static void
a_name_is_found_in_the_directories_in_order(void **state)
{
    places *made = *state;
    const char *own_first[] = {NULL, made->own, made->shipped};
    const char *shipped[] = {made->shipped};
    fade_model *model = NULL;

    assert_int_equal(fade_model_open("temporary", own_first, 3, &model, NULL),
                     FADE_OK);
    assert_int_equal(fade_model_pigment(model), FADE_PERMANENT);
    fade_model_destroy(model);
    assert_int_equal(fade_model_open("permanent", own_first, 3, &model, NULL),
                     FADE_OK);
    fade_model_destroy(model);
    assert_int_equal(fade_model_open("temporary", shipped, 1, &model, NULL),
                     FADE_OK);
    assert_int_equal(fade_model_pigment(model), FADE_TEMPORARY);
    fade_model_destroy(model);
}

static void
a_path_is_a_file_whatever_the_directories_have(void **state)
{
    places *made = *state;
    const char *shipped[] = {made->shipped};
    fade_model *model = NULL;

    assert_int_equal(fade_model_open(made->table, shipped, 1, &model, NULL),
                     FADE_OK);
    assert_int_equal(fade_model_pigment(model), FADE_PERMANENT);
    fade_model_destroy(model);
    assert_int_equal(fade_model_open("permanent.csv", shipped, 1, &model, NULL),
                     FADE_EIO);
    assert_null(model);
}

static void
an_unknown_name_says_which_there_are(void **state)
{
    places *made = *state;
    const char *shipped[] = {made->shipped};
    fade_model *model = NULL;
    fade_diag diag;

    fade_diag_init(&diag, 1);
    assert_int_equal(fade_model_open("lasting", shipped, 1, &model, &diag),
                     FADE_ENOTFOUND);
    assert_null(model);
    assert_non_null(strstr(diag.notes[0].text, "\"lasting\""));
    assert_non_null(strstr(diag.notes[0].text, "permanent, temporary"));
    fade_diag_clear(&diag);
    assert_int_equal(fade_model_open("", shipped, 1, &model, NULL),
                     FADE_ENOTFOUND);
}

static void
a_list_is_in_order_and_has_tables_only(void **state)
{
    places *made = *state;
    fade_model_list list = {NULL, 0};

    assert_int_equal(fade_model_list_read(made->shipped, &list), FADE_OK);
    assert_int_equal(list.count, 2); /* and not README.md */
    assert_string_equal(list.names[0], "permanent");
    assert_string_equal(list.names[1], "temporary");
    fade_model_list_clear(&list);
    assert_int_equal(fade_model_list_read("/nonexistent", &list),
                     FADE_ENOTFOUND);
    assert_int_equal(list.count, 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_name_is_found_in_the_directories_in_order),
        cmocka_unit_test(a_path_is_a_file_whatever_the_directories_have),
        cmocka_unit_test(an_unknown_name_says_which_there_are),
        cmocka_unit_test(a_list_is_in_order_and_has_tables_only),
    };

    return cmocka_run_group_tests(tests, make_places, remove_places);
}
