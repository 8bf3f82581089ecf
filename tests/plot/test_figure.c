/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/figure.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "support/cmocka_all.h"

enum { POINTS = 40, SPAN = 3000 /* [day] */, PICTURE_MAX = 1 << 20 };

typedef struct drawing {
    double days[POINTS];
    fade_band bands[POINTS];
    fade_figure_session sessions[2];
    fade_figure_reading reading;
    fade_forecast_figure figure;
    char folder[32];
    char path[64];
    char bytes[PICTURE_MAX];
    fade_diag diag;
} drawing;

static void
draw_curves(drawing *d, fade_date start)
{
    for (int i = 0; i < POINTS; i++) {
        double day = (double)SPAN * i / (POINTS - 1);

        d->days[i] = (double)start + day;
        for (int b = 0; b < FADE_BAND_COUNT; b++) {
            d->bands[i].at[b] = exp(-day / (2000.0 + 1000.0 * b));
        }
    }
}

static int
set_up(void **state)
{
    drawing *d = calloc(1, sizeof *d);
    fade_date start = 0;

    assert_non_null(d);
    assert_int_equal(fade_date_parse("2026-05-01", &start), FADE_OK);
    draw_curves(d, start);
    d->sessions[0] = (fade_figure_session){.date = start};
    d->sessions[1] = (fade_figure_session){.date = start + 900, .laser = true};
    d->reading = (fade_figure_reading){
        .date = start + 400, .value = 0.9, .low = 0.8, .high = 1.0};
    d->figure = (fade_forecast_figure){.title = "Crown",
                                       .quantity = "share that is left",
                                       .days = d->days,
                                       .bands = d->bands,
                                       .count = POINTS,
                                       .threshold = 0.75,
                                       .sessions = d->sessions,
                                       .session_count = 2,
                                       .readings = &d->reading,
                                       .reading_count = 1,
                                       .today = start + 600,
                                       .window_from = start + 800,
                                       .window_until = start + 1500};
    strcpy(d->folder, "figure.XXXXXX");
    assert_non_null(mkdtemp(d->folder));
    fade_diag_init(&d->diag, 10);
    *state = d;
    return 0;
}

static int
tear_down(void **state)
{
    drawing *d = *state;

    unlink(d->path);
    rmdir(d->folder);
    fade_diag_clear(&d->diag);
    free(d);
    return 0;
}

/* Draws and reads the picture back as text. */
static void
draw(drawing *d, const char *name)
{
    FILE *file = NULL;
    size_t length = 0;

    snprintf(d->path, sizeof d->path, "%s/%s", d->folder, name);
    assert_int_equal(fade_figure_draw(&d->figure, d->path, &d->diag), FADE_OK);
    file = fopen(d->path, "rb");
    assert_non_null(file);
    length = fread(d->bytes, 1, sizeof d->bytes - 1, file);
    fclose(file);
    d->bytes[length] = '\0';
    assert_true(length > 1000);
}

static void
picture_says_threshold_and_dates(void **state)
{
    drawing *d = *state;

    draw(d, "a.svg");
    assert_non_null(strstr(d->bytes, "<svg"));
    assert_non_null(strstr(d->bytes, "</svg>"));
    assert_non_null(strstr(d->bytes, "threshold 75 %"));
    assert_non_null(strstr(d->bytes, "Crown"));
    assert_non_null(strstr(d->bytes, ">2027<"));
    assert_non_null(strstr(d->bytes, ">2034<"));
    assert_non_null(strstr(d->bytes, "time for a touch-up"));
    assert_non_null(strstr(d->bytes, "laser"));
    assert_non_null(strstr(d->bytes, "today"));
}

static void
short_forecasts_get_months(void **state)
{
    drawing *d = *state;

    for (int i = 0; i < POINTS; i++) {
        d->days[i] = d->days[0] + 5.0 * i;
    }
    draw(d, "a.svg");
    assert_non_null(strstr(d->bytes, ">Jul 2026<"));
}

static void
what_is_not_known_is_not_drawn(void **state)
{
    drawing *d = *state;

    d->figure.title = NULL;
    d->figure.threshold = nan("");
    d->figure.session_count = 0;
    d->figure.reading_count = 0;
    d->figure.today = FADE_NO_DATE;
    d->figure.window_from = FADE_NO_DATE;
    draw(d, "a.svg");
    assert_null(strstr(d->bytes, "threshold"));
    assert_null(strstr(d->bytes, "today"));
    assert_null(strstr(d->bytes, "time for a touch-up"));
}

static void
typical_patient_has_no_bands(void **state)
{
    drawing *d = *state;

    d->figure.typical = true;
    draw(d, "a.svg");
    assert_non_null(strstr(d->bytes, "typical patient"));
    assert_non_null(strstr(d->bytes, "threshold 75 %"));
    assert_null(strstr(d->bytes, "middle patient"));
    assert_null(strstr(d->bytes, "half of patients"));
    assert_null(strstr(d->bytes, "nine in ten"));
}

static void
window_of_no_days_is_not_drawn(void **state)
{
    drawing *d = *state;

    d->figure.window_until = d->figure.window_from;
    draw(d, "a.svg");
    assert_null(strstr(d->bytes, "time for a touch-up"));
}

static void
endings_choose_the_format(void **state)
{
    drawing *d = *state;

    draw(d, "a.png");
    assert_memory_equal(d->bytes, "\x89PNG\r\n", 6);
    unlink(d->path);
    draw(d, "a.pdf");
    assert_memory_equal(d->bytes, "%PDF-", 5);
}

static void
title_runs_nothing(void **state)
{
    drawing *d = *state;
    char title[256];
    char proof[64];

    snprintf(proof, sizeof proof, "%s/proof", d->folder);
    snprintf(title, sizeof title,
             "it's `touch %s` \"`touch %s`\"\n!touch %s\n@a $(b)", proof, proof,
             proof);
    d->figure.title = title;
    draw(d, "a.svg");
    assert_int_not_equal(access(proof, F_OK), 0);
    assert_non_null(strstr(d->bytes, "`touch"));
}

static void
picture_is_private(void **state)
{
    drawing *d = *state;
    struct stat found;

    draw(d, "it's `a` b.svg");
    assert_int_equal(stat(d->path, &found), 0);
    assert_int_equal(found.st_mode & 0777, 0600);
}

static void
same_figure_gives_same_bytes(void **state)
{
    drawing *d = *state;
    char *first = NULL;

    draw(d, "a.svg");
    first = strdup(d->bytes);
    unlink(d->path);
    draw(d, "a.svg");
    assert_string_equal(first, d->bytes);
    free(first);
}

static void
other_endings_are_refused(void **state)
{
    drawing *d = *state;

    assert_int_equal(fade_figure_draw(&d->figure, "a.jpeg", &d->diag),
                     FADE_EINVAL);
    assert_int_equal(fade_figure_draw(&d->figure, ".svg", &d->diag),
                     FADE_EINVAL);
    assert_int_equal(d->diag.errors, 2);
}

static void
missing_folder_is_said(void **state)
{
    drawing *d = *state;

    assert_int_equal(
        fade_figure_draw(&d->figure, "no/such/folder/a.svg", &d->diag),
        FADE_EIO);
    assert_int_equal(d->diag.errors, 1);
}

static void
missing_gnuplot_is_said(void **state)
{
    drawing *d = *state;
    char *path = strdup(getenv("PATH"));

    setenv("PATH", "/nonexistent", 1);
    assert_int_equal(fade_figure_draw(&d->figure, "a.svg", &d->diag),
                     FADE_ENOTFOUND);
    setenv("PATH", path, 1);
    free(path);
    assert_non_null(strstr(d->diag.notes[0].text, "gnuplot"));
    assert_int_not_equal(access("a.svg", F_OK), 0);
}

static bool
gnuplot_is_there(void)
{
    return system("gnuplot --version >/dev/null 2>&1") == 0;
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(picture_says_threshold_and_dates,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(short_forecasts_get_months, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(what_is_not_known_is_not_drawn, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(typical_patient_has_no_bands, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(window_of_no_days_is_not_drawn, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(endings_choose_the_format, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(title_runs_nothing, set_up, tear_down),
        cmocka_unit_test_setup_teardown(picture_is_private, set_up, tear_down),
        cmocka_unit_test_setup_teardown(same_figure_gives_same_bytes, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(other_endings_are_refused, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(missing_folder_is_said, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(missing_gnuplot_is_said, set_up,
                                        tear_down),
    };

    if (!gnuplot_is_there()) {
        puts("1..0 # SKIP gnuplot is not installed");
        return 0;
    }
    return cmocka_run_group_tests(tests, NULL, NULL);
}
