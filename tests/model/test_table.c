/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a table may look like, and what is said of each mistake in it. */
#include <stdlib.h>
#include <string.h>

#include <fadecast/model.h>

#include "base/text.h"
#include "model/table_text.h"
#include "support/near.h"

/* One row of the permanent table replaced by a mistaken one. */
typedef struct mistake {
    const char *row;   /* how the row begins that is replaced */
    const char *with;  /* NULL: the row is taken out */
    const char *field; /* NULL: no line and no column can be named */
    const char *says;
} mistake;

static const mistake mistakes[] = {
    /* names */
    {"parameter,drain_rate", "parameter,drain_rat,0.1,1/day,,,,,,A,x,", "name",
     "\"drain_rat\" is no parameter; did you mean \"drain_rate\"?"},
    {"parameter,drain_rate", "paramter,drain_rate,0.1,1/day,,,,,,A,x,", "kind",
     "did you mean \"parameter\"?"},
    {"covariate,drain_rate~scarring",
     "covariate,drain_rate~scaring,2,1,,,,,,supported,x,", "name",
     "did you mean \"scarring\"?"},
    {"covariate,drain_rate~scarring",
     "covariate,drain_rate,2,1,,,,,,supported,x,", "name",
     "no PARAMETER~COVARIATE"},
    {"error,tone_additive_sd", "error,tone_sd,0.8,L*,,,,,,A,x,", "name",
     "\"tone_sd\" is no number of the error model"},
    {"skin,VI", "skin,VII,30,L*,,,,,,A,x,", "name",
     "\"VII\" is no Fitzpatrick type"},
    {"model,version", "model,verson,1,,,,,,,,,", "name",
     "did you mean \"version\"?"},
    {"model,name", "model,name,my model,,,,,,,,,", "value",
     "\"my model\" is no word"},
    {"model,pigment", "model,pigment,permanant,,,,,,,,,", "value",
     "write permanent or temporary"},
    /* the same thing twice */
    {"parameter,store_rate", "parameter,drain_rate,0.1,1/day,,,,,,A,x,", "name",
     "\"drain_rate\" was given already, on line 9"},
    {"covariate,drain_rate~age",
     "covariate,drain_rate~scarring,2,1,,,,,,supported,x,", "name",
     "was given already"},
    {"skin,VI", "skin,V,30,L*,,,,,,A,x,", "name", "was given already"},
    /* missing rows */
    {"parameter,drain_rate", NULL, NULL, "drain_rate [1/day] is missing"},
    {"error,score_grader_sd", NULL, NULL, "score_grader_sd is missing"},
    {"skin,III", NULL, NULL, "III [L*] is missing"},
    {"model,version", NULL, NULL, "version is missing"},
    /* numbers */
    {"parameter,shed_rate", "parameter,shed_rate,,1/day,,,,,,A,x,", "value",
     "the number is missing"},
    {"parameter,shed_rate", "parameter,shed_rate,fast,1/day,,,,,,A,x,", "value",
     "fast"},
    {"parameter,shed_rate", "parameter,shed_rate,\"0,1\",1/day,,,,,,A,x,",
     "value", "0,1"},
    {"parameter,shed_rate", "parameter,shed_rate,inf,1/day,,,,,,A,x,", "value",
     "inf"},
    {"parameter,shed_rate", "parameter,shed_rate,nan,1/day,,,,,,A,x,", "value",
     "nan"},
    {"parameter,shed_rate", "parameter,shed_rate,-0.1,1/day,,,,,,A,x,", "value",
     "-0.1 lies outside 0 to 1000"},
    {"parameter,shed_rate", "parameter,shed_rate,0.1,1/day,,,,0.2,0.3,A,x,",
     "value", "0.1 lies outside 0.2 to 0.3"},
    {"parameter,shed_rate", "parameter,shed_rate,0.1,1/day,,,,0.3,0.2,A,x,",
     "upper", "0.2 lies below lower"},
    {"parameter,shed_rate", "parameter,shed_rate,0.1,1/day,,,,-1,,A,x,",
     "lower", "-1 lies outside 0 to 1000"},
    {"parameter,shed_rate", "parameter,shed_rate,0.1,1/day,,,,,inf,A,x,",
     "upper", "inf"},
    {"parameter,capture_capacity",
     "parameter,capture_capacity,-inf,dose,,,,,,A,x,", "value", "-inf"},
    {"parameter,surface_reflectance",
     "parameter,surface_reflectance,0.2,1,,,,,,A,x,", "value",
     "0.2 lies outside 0 to 0.029"},
    {"skin,VI", "skin,VI,15,L*,,,,,,A,x,", "value",
     "15 lies outside 20 to 100"},
    /* units */
    {"parameter,shed_rate", "parameter,shed_rate,0.1,,,,,,,A,x,", "unit",
     "the unit is missing; it is \"1/day\" here"},
    {"parameter,shed_rate", "parameter,shed_rate,0.1,1/year,,,,,,A,x,", "unit",
     "\"1/year\" is not the unit here; it is \"1/day\""},
    {"error,tone_additive_sd", "error,tone_additive_sd,0.8,1,,,,,,A,x,", "unit",
     "it is \"L*\""},
    /* scales and spreads */
    {"parameter,shed_rate", "parameter,shed_rate,0.1,1/day,lg,,,,,A,x,",
     "scale", "\"lg\" is no scale; did you mean \"log\"?"},
    {"parameter,shed_rate", "parameter,shed_rate,0.1,1/day,logit,,,,,A,x,",
     "scale", "it takes \"log\""},
    {"parameter,shed_rate", "parameter,shed_rate,0.1,1/day,,0.3,,,,A,x,",
     "scale", "a standard deviation needs the scale \"log\" here"},
    {"parameter,halftone_exponent",
     "parameter,halftone_exponent,2,1,,0.3,,,,A,x,", "between_patient_sd",
     "the same for everyone"},
    {"parameter,shed_rate", "parameter,shed_rate,0,1/day,log,,,,,A,x,", "value",
     "0 has no log"},
    {"parameter,shed_rate", "parameter,shed_rate,0.1,1/day,log,-0.3,,,,A,x,",
     "between_patient_sd", "-0.3 lies outside 0 to 3"},
    {"parameter,shed_rate", "parameter,shed_rate,0.1,1/day,log,,0.3,,,A,x,",
     "between_session_sd", "only dose varies"},
    /* shared random effects */
    {"parameter,shed_rate",
     "parameter,shed_rate,0.1,1/day,log,drain_rat,,,,A,x,",
     "between_patient_sd", "did you mean \"drain_rate\"?"},
    {"parameter,shed_rate",
     "parameter,shed_rate,0.1,1/day,log,shed_rate,,,,A,x,",
     "between_patient_sd", "cannot share its own"},
    {"parameter,shed_rate",
     "parameter,shed_rate,0.1,1/day,log,store_rate,,,,A,x,",
     "between_patient_sd", "store_rate has no random effect"},
    {"parameter,shed_rate",
     "parameter,shed_rate,0.1,1/day,log,epidermal_fraction,,,,A,x,", "scale",
     "the scale of epidermal_fraction, which is logit"},
    {"parameter,shed_rate", "parameter,shed_rate,0.1,1/day,log,inf,,,,A,x,",
     "between_patient_sd", "\"inf\" is no number and no parameter"},
    /* covariate effects */
    {"covariate,drain_rate~oily_skin",
     "covariate,drain_rate~oily_skin,1.2,1,,,,,,folklore,x,", "value",
     "a folklore effect is 1"},
    {"covariate,drain_rate~oily_skin",
     "covariate,drain_rate~oily_skin,1,1,,,,,,maybe,x,", "provenance",
     "\"maybe\" is neither supported nor folklore"},
    {"covariate,drain_rate~oily_skin",
     "covariate,uv_peak_day~age,2,1,,,,,,supported,x,", "name",
     "uv_peak_day has neither"},
    {"covariate,drain_rate~oily_skin",
     "covariate,shed_rate~age,1,1,,0.1,,,,folklore,x,", "between_patient_sd",
     "shed_rate has no random effect that this could widen"},
    {"covariate,drain_rate~oily_skin",
     "covariate,drain_rate~oily_skin,0,1,,,,,,supported,x,", "value",
     "0 lies outside 0.01 to 100"},
    /* columns */
    {"parameter,shed_rate", "parameter,shed_rate,0.1,1/day,,,,,,X,x,",
     "provenance", "\"X\" is none of P (published)"},
    {"model,version", "model,version,1,1/day,,,,,,,,", "unit",
     "leave this empty in a row of kind model"},
    {"skin,VI", "skin,VI,37,L*,log,,,,,A,x,", "scale",
     "leave this empty in a row of kind skin"},
    {"parameter,shed_rate", "parameter,shed_rate,0.1,1/day,,,,,,A,x", "note",
     "11 fields, but the header has 12"},
    {"kind,name",
     "kind,nam,value,unit,scale,between_patient_sd,"
     "between_session_sd,lower,upper,provenance,source,note",
     "nam", "did you mean \"name\"?"},
};

static void
expect_note(const mistake *wrong, const fade_diag *diag, size_t line)
{
    for (size_t i = 0; i < diag->kept; i++) {
        const fade_note *note = &diag->notes[i];
        const char *field = note->field ? note->field : "";

        if (strstr(note->text, wrong->says) != NULL
            && strcmp(field, wrong->field ? wrong->field : "") == 0
            && note->line == (wrong->field ? line : 0) && note->file != NULL) {
            return;
        }
    }
    print_error("%s: no such note at line %zu, column %s: %s\n",
                wrong->with ? wrong->with : wrong->row, line,
                wrong->field ? wrong->field : "-", wrong->says);
    for (size_t i = 0; i < diag->kept; i++) {
        char said[1024];

        (void)fade_note_print(&diag->notes[i], said, sizeof said);
        print_error("  said: %s\n", said);
    }
    fail();
}

static void
each_mistake_is_named_with_its_line_and_column(void **state)
{
    char *good = table_text("permanent");

    (void)state;
    for (size_t i = 0; i < sizeof mistakes / sizeof *mistakes; i++) {
        size_t line = 0;
        char *bad =
            table_replace(good, mistakes[i].row, mistakes[i].with, &line);
        fade_model *model = NULL;
        fade_diag diag;

        fade_diag_init(&diag, 10);
        assert_int_equal(table_read(bad, strlen(bad), &model, &diag),
                         FADE_EPARSE);
        assert_null(model);
        expect_note(&mistakes[i], &diag, line);
        fade_diag_clear(&diag);
        free(bad);
    }
    free(good);
}

static void
one_run_names_all_mistakes(void **state)
{
    char *text = table_text("permanent");
    const char *const rows[] = {"parameter,shed_rate", "parameter,dose",
                                "skin,II,"};
    fade_model *model = NULL;
    fade_diag diag;

    (void)state;
    for (size_t i = 0; i < 3; i++) {
        size_t line = 0;
        char *next = table_replace(text, rows[i], "nonsense,,,,,,,,,,,", &line);

        free(text);
        text = next;
    }
    fade_diag_init(&diag, 2);
    assert_int_equal(table_read(text, strlen(text), &model, &diag),
                     FADE_EPARSE);
    assert_int_equal(diag.errors, 6); /* three rows, and what they lack */
    assert_int_equal(diag.kept, 2);
    fade_diag_clear(&diag);
    free(text);
}

static void
a_chain_of_shared_effects_is_refused(void **state)
{
    size_t line = 0;
    char *text = table_text("temporary");
    char *circle = table_replace(
        text, "parameter,soften_rate",
        "parameter,soften_rate,0.0036,1/day,log,resorb_rate,,,,V,x,", &line);
    const mistake wrong = {"", circle, "between_patient_sd",
                           "resorb_rate shares another's random effect"};
    fade_model *model = NULL;
    fade_diag diag;

    (void)state;
    fade_diag_init(&diag, 10);
    assert_int_equal(table_read(circle, strlen(circle), &model, &diag),
                     FADE_EPARSE);
    expect_note(&wrong, &diag, line);
    fade_diag_clear(&diag);
    free(circle);
    free(text);
}

static void
a_nul_byte_is_refused(void **state)
{
    char *text = table_text("permanent");
    size_t size = strlen(text);
    fade_model *model = NULL;
    fade_diag diag;

    (void)state;
    *strstr(text, "shed_rate") = '\0';
    fade_diag_init(&diag, 4);
    assert_int_equal(table_read(text, size, &model, &diag), FADE_EPARSE);
    assert_true(diag.errors > 0);
    assert_non_null(strstr(diag.notes[0].text, "NUL"));
    assert_int_equal(diag.notes[0].line, 6);
    fade_diag_clear(&diag);
    free(text);
}

static void
an_overlong_field_is_refused(void **state)
{
    char *text = table_text("permanent");
    char *note = calloc(1, 20001);
    char *bad;
    fade_model *model = NULL;
    fade_diag diag;

    (void)state;
    assert_non_null(note);
    memset(note, 'x', 20000);
    bad = table_substitute(text, "slow store", note);
    fade_diag_init(&diag, 4);
    assert_int_equal(table_read(bad, strlen(bad), &model, &diag), FADE_EPARSE);
    assert_string_equal(diag.notes[0].field, "note");
    fade_diag_clear(&diag);
    free(bad);
    free(note);
    free(text);
}

static void
a_file_that_is_not_there_is_an_input_error(void **state)
{
    fade_model *model = NULL;
    fade_diag diag;

    (void)state;
    fade_diag_init(&diag, 1);
    assert_int_equal(fade_model_read("/nonexistent/model.csv", &model, &diag),
                     FADE_EIO);
    assert_null(model);
    assert_int_equal(diag.errors, 1);
    fade_diag_clear(&diag);
}

static void
a_file_with_endless_rows_is_given_up(void **state)
{
    char *text = table_text("permanent");
    fade_text bad = {0};
    fade_model *model = NULL;
    fade_diag diag;

    (void)state;
    fade_text_add(&bad, text);
    for (int i = 0; i < 20000; i++) {
        fade_text_add(&bad, "a,,,,,,,,,,,\n");
    }
    fade_diag_init(&diag, 1);
    assert_int_equal(table_read(bad.bytes, bad.length, &model, &diag),
                     FADE_EPARSE);
    assert_true(diag.errors < 1100);
    fade_diag_clear(&diag);
    fade_text_clear(&bad);
    free(text);
}

static void
what_spreadsheets_make_of_it_reads_as_the_same_model(void **state)
{
    char *text = table_text("permanent");
    fade_model *plain = table_model(text);
    char *crlf = table_substitute(text, "\n", "\r\n");
    char *none = table_substitute(text, ";", "");
    char *semicolons = table_substitute(none, ",", ";");
    char *marked = table_substitute(text, "kind,name", "\xEF\xBB\xBFkind,name");
    char *const variants[] = {crlf, semicolons, marked};

    (void)state;
    for (size_t i = 0; i < 3; i++) {
        fade_model *model = table_model(variants[i]);

        assert_true(fade_model_fingerprint(model)
                    == fade_model_fingerprint(plain));
        assert_int_equal(fade_model_rows(model), fade_model_rows(plain));
        fade_model_destroy(model);
        free(variants[i]);
    }
    free(none);
    fade_model_destroy(plain);
    free(text);
}

static void
the_table_can_be_shown_as_it_was_written(void **state)
{
    char *text = table_text("temporary");
    fade_model *model = table_model(text);
    const size_t rows = fade_model_rows(model);

    (void)state;
    for (size_t i = 0, seen = 0; i < rows; i++) {
        if (strcmp(fade_model_cell(model, i, FADE_MODEL_COLUMN_NAME),
                   "resorb_rate")
            == 0) {
            assert_int_equal(++seen, 1);
            assert_string_equal(
                fade_model_cell(model, i, FADE_MODEL_COLUMN_PATIENT_SD),
                "soften_rate");
            assert_string_equal(
                fade_model_cell(model, i, FADE_MODEL_COLUMN_UNIT), "1/day");
        }
    }
    assert_string_equal(fade_model_cell(model, rows, FADE_MODEL_COLUMN_NAME),
                        "");
    assert_string_equal(fade_model_column_name(FADE_MODEL_COLUMN_SESSION_SD),
                        "between_session_sd");
    assert_string_equal(fade_model_parameter(model, FADE_RESORB_RATE)->note,
                        "1.3/365.25: second step; shares the random effect of "
                        "soften_rate");
    fade_model_destroy(model);
    free(text);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_mistake_is_named_with_its_line_and_column),
        cmocka_unit_test(one_run_names_all_mistakes),
        cmocka_unit_test(a_chain_of_shared_effects_is_refused),
        cmocka_unit_test(a_nul_byte_is_refused),
        cmocka_unit_test(an_overlong_field_is_refused),
        cmocka_unit_test(a_file_that_is_not_there_is_an_input_error),
        cmocka_unit_test(a_file_with_endless_rows_is_given_up),
        cmocka_unit_test(what_spreadsheets_make_of_it_reads_as_the_same_model),
        cmocka_unit_test(the_table_can_be_shown_as_it_was_written),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
