/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include <fadecast/model.h>

#include "model/table_text.h"
#include "support/near.h"

typedef struct change {
    const char *old, *new;
} change;

static uint64_t
fingerprint_with(const char *text, change made)
{
    char *changed = table_substitute(text, made.old, made.new);
    fade_model *model = table_model(changed);
    uint64_t fingerprint = fade_model_fingerprint(model);

    assert_string_not_equal(changed, text);
    fade_model_destroy(model);
    free(changed);
    return fingerprint;
}

static uint64_t
fingerprint_of(const char *text)
{
    fade_model *model = table_model(text);
    uint64_t fingerprint = fade_model_fingerprint(model);

    fade_model_destroy(model);
    return fingerprint;
}

static void
any_number_that_counts_changes_it(void **state)
{
    const change changes[] = {
        {"drain_rate,0.105,", "drain_rate,0.1051,"},
        {"drain_rate,0.105,1/day,log,0.5", "drain_rate,0.105,1/day,log,0.51"},
        {",0.2,0.15,", ",0.2,0.16,"},
        {"pigment,permanent", "pigment,temporary"},
        {"soften_rate,0,", "soften_rate,0.001,"},
        {"capture_capacity,inf,", "capture_capacity,5,"},
        {"uv_peak_day,172", "uv_peak_day,355"},
        {"scarring,2,", "scarring,1.9,"},
        {"oily_skin,1,1,,0.18,", "oily_skin,1,1,,0.2,"},
        {"tone_additive_sd,0.8", "tone_additive_sd,0.9"},
        {"skin,VI,37", "skin,VI,38"},
    };
    char *text = table_text("permanent");
    uint64_t plain = fingerprint_of(text);
    uint64_t last = plain;

    (void)state;
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        uint64_t changed = fingerprint_with(text, changes[i]);

        assert_true(changed != plain);
        assert_true(changed != last);
        last = changed;
    }
    free(text);
}

static void
words_and_bounds_and_the_order_of_rows_do_not(void **state)
{
    const change changes[] = {
        {"slow store", "a slow store"},
        {"model,version,1", "model,version,2"},
        {"model,name,permanent", "model,name,mine"},
        {"0.0001,10,V", "0.001,9,V"},
        {"drain_rate,0.105,", "drain_rate,1.05e-1,"},
        {"skin,I,68,L*", "# a comment\nskin,I,68,L*"},
        {"skin,V,46,L*,,,,20,100,A,none,\nskin,VI,37,L*,,,,20,100,A,none,\n",
         "skin,VI,37,L*,,,,20,100,A,none,\nskin,V,46,L*,,,,20,100,A,none,\n"},
    };
    char *text = table_text("permanent");
    uint64_t plain = fingerprint_of(text);

    (void)state;
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        assert_true(fingerprint_with(text, changes[i]) == plain);
    }
    free(text);
}

static void
the_two_shipped_models_differ(void **state)
{
    char *permanent = table_text("permanent");
    char *temporary = table_text("temporary");

    (void)state;
    assert_true(fingerprint_of(permanent) != fingerprint_of(temporary));
    free(permanent);
    free(temporary);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(any_number_that_counts_changes_it),
        cmocka_unit_test(words_and_bounds_and_the_order_of_rows_do_not),
        cmocka_unit_test(the_two_shipped_models_differ),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
