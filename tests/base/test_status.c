/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <fadecast/status.h>

#include "support/cmocka_all.h"

static void
every_status_has_its_own_text(void **state)
{
    (void)state;
    for (int a = FADE_OK; a <= FADE_EDATABASE; a++) {
        assert_true(fade_status_text((fade_status)a)[0] != '\0');
        for (int b = FADE_OK; b < a; b++) {
            assert_string_not_equal(fade_status_text((fade_status)a),
                                    fade_status_text((fade_status)b));
        }
    }
}

static void
unknown_status_is_said_to_be_unknown(void **state)
{
    (void)state;
    assert_string_equal(fade_status_text((fade_status)9999), "unknown status");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_status_has_its_own_text),
        cmocka_unit_test(unknown_status_is_said_to_be_unknown),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
