/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * fadecast-tables(5) tells of every column what the table of entities says.
 * With any argument the sections are printed instead, to be put into the page
 * after a change of that table.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "store/entity.h"
#include "store/validate.h"
#include "support/cmocka_all.h"
#include "support/scratch.h"

static void
add_sentence(fade_text *out, const char *words)
{
    char first = words[0];

    if (first >= 'a' && first <= 'z') {
        first = (char)(first - 'a' + 'A');
    }
    fade_text_add_bytes(out, &first, 1);
    fade_text_addf(out, "%s.\n", words + 1);
}

static void
add_column(const fade_entity_column *column, fade_text *out)
{
    fade_text allowed = {0};

    fade_text_addf(out, ".It Cm %s\n", column->name);
    add_sentence(out, column->help);
    fade_column_allowed(column, &allowed);
    if (column->unit) {
        fade_text_addf(&allowed, " [%s]", column->unit);
    }
    add_sentence(out, fade_text_string(&allowed));
    if (column->key) {
        fade_text_add(out, "Part of the key.\n");
    }
    if (column->required) {
        fade_text_add(out, "Never empty.\n");
    }
    if (column->initial) {
        fade_text_addf(out, "Empty means %s.\n", column->initial);
    }
    fade_text_clear(&allowed);
}

static void
add_section(const fade_entity *entity, fade_text *out)
{
    fade_text_addf(out, ".Ss %s.csv\n", entity->table);
    add_sentence(out, entity->help);
    fade_text_add(out, ".Bl -tag -width immunosuppression\n");
    for (size_t i = 0; i < entity->count; i++) {
        add_column(&entity->columns[i], out);
    }
    fade_text_add(out, ".El\n");
}

static void
the_page_tells_every_column_of_every_table(void **state)
{
    const char *source = getenv("FADE_SRCDIR");
    char path[SCRATCH_PATH];
    char *page = NULL;

    (void)state;
    (void)snprintf(path, sizeof path, "%s/src/store/fadecast-tables.5",
                   source ? source : ".");
    page = scratch_read(path, NULL);
    assert_non_null(page);
    for (int i = 0; i < FADE_ENTITIES; i++) {
        fade_text section = {0};

        add_section(fade_entity_get((fade_entity_id)i), &section);
        if (!strstr(page, fade_text_string(&section))) {
            fail_msg("the page should have:\n%s", fade_text_string(&section));
        }
        fade_text_clear(&section);
    }
    free(page);
}

int
main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_page_tells_every_column_of_every_table),
    };

    (void)argv;
    for (int i = 0; argc > 1 && i < FADE_ENTITIES; i++) {
        fade_text section = {0};

        add_section(fade_entity_get((fade_entity_id)i), &section);
        (void)fputs(fade_text_string(&section), stdout);
        fade_text_clear(&section);
    }
    return argc > 1 ? EXIT_SUCCESS : cmocka_run_group_tests(tests, NULL, NULL);
}
