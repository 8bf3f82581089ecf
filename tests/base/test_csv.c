/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/csv.h"

#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "support/near.h"

enum { CODE, DOSE, NOTE };

static const fade_csv_column columns[] = {
    {"code", true}, {"dose", false}, {"note", false}};

typedef struct table {
    char path[32];
    fade_csv_reader *reader;
    fade_diag diag;
} table;

static void
make_file(table *t, const char *bytes, size_t length)
{
    int fd;

    *t = (table){.path = "/tmp/fadecast-csv-XXXXXX"};
    fade_diag_init(&t->diag, 10);
    fd = mkstemp(t->path);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, bytes, length), length);
    (void)close(fd);
}

static fade_status
open_bytes(table *t, const char *bytes, size_t length)
{
    make_file(t, bytes, length);
    return fade_csv_open(t->path, columns, 3, false, &t->reader, &t->diag);
}

static void
open_table(table *t, const char *text)
{
    assert_int_equal(open_bytes(t, text, strlen(text)), FADE_OK);
}

static void
close_table(table *t)
{
    fade_csv_close(t->reader);
    fade_diag_clear(&t->diag);
    (void)unlink(t->path);
}

static void
assert_row(table *t, const char *code, const char *dose, const char *note)
{
    assert_int_equal(fade_csv_next(t->reader, &t->diag), FADE_OK);
    assert_string_equal(fade_csv_field(t->reader, CODE), code);
    assert_string_equal(fade_csv_field(t->reader, DOSE), dose);
    assert_string_equal(fade_csv_field(t->reader, NOTE), note);
}

static void
assert_end(table *t)
{
    assert_int_equal(fade_csv_next(t->reader, &t->diag), FADE_ENOTFOUND);
    assert_int_equal(fade_csv_next(t->reader, &t->diag), FADE_ENOTFOUND);
    assert_int_equal(t->diag.errors, 0);
}

/* The last note is at `line` and `field` and has `words` in it. */
static void
assert_note(const table *t, size_t line, const char *field, const char *words)
{
    const fade_note *note;

    assert_true(t->diag.kept > 0);
    note = &t->diag.notes[t->diag.kept - 1];
    if (!strstr(note->text, words)) {
        fail_msg("\"%s\" does not say \"%s\"", note->text, words);
    }
    assert_string_equal(note->file, t->path);
    assert_int_equal(note->line, line);
    if (field) {
        assert_non_null(note->field);
        assert_string_equal(note->field, field);
    } else {
        assert_null(note->field);
    }
}

static void
plain_rows_are_read_in_the_tables_own_order(void **state)
{
    table t;

    (void)state;
    open_table(&t, "note,code,dose\nfirst,P1,1.5\n\"a, \"\"b\"\"\",P2,\n");
    assert_row(&t, "P1", "1.5", "first");
    assert_int_equal(fade_csv_line(t.reader), 2);
    assert_row(&t, "P2", "", "a, \"b\"");
    assert_end(&t);
    close_table(&t);
}

static void
what_spreadsheets_write_is_accepted(void **state)
{
    static const char *const tables[] = {
        "\xef\xbb\xbf"
        "code,dose,note\r\nP1,2,x y\r\n",
        "code;dose;note\r\nP1;2;x y\r\n;;\r\n",
        "code\tdose\tnote\nP1\t2\tx y\n\t\t\n",
        "# a comment, with a comma\n\n  \ncode,dose,note\n"
        "# another\n\n  P1 , 2 ,\tx y \n,,\n",
        "code,dose,note\nP1,2,x y", /* no last line feed */
        "\"code\",\"dose\",\"note\"\r\n\"P1\",\"2\",\"x y\"\r\n",
        "\"code\" ; \"dose\" ;note\n\" P1\";\"2 \"; \"x y\" \n"};

    (void)state;
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        table t;

        open_table(&t, tables[i]);
        assert_row(&t, "P1", "2", "x y");
        assert_end(&t);
        close_table(&t);
    }
}

static void
lines_are_counted_through_quoted_line_breaks(void **state)
{
    table t;

    (void)state;
    open_table(&t, "code,dose,note\n"
                   "P1,1,\"two\nlines\"\n"
                   "# comment\n"
                   "\"\n\nP2\",\"\n2\",x\n"
                   "P3,3,\n");
    assert_row(&t, "P1", "1", "two\nlines");
    assert_int_equal(fade_csv_line(t.reader), 2);
    assert_int_equal(fade_csv_place(t.reader, NOTE).line, 2);
    assert_int_equal(fade_csv_next(t.reader, &t.diag), FADE_OK);
    assert_int_equal(fade_csv_line(t.reader), 5);
    assert_int_equal(fade_csv_place(t.reader, CODE).line, 5);
    assert_int_equal(fade_csv_place(t.reader, DOSE).line, 7);
    assert_int_equal(fade_csv_place(t.reader, NOTE).line, 8);
    assert_row(&t, "P3", "3", "");
    assert_int_equal(fade_csv_line(t.reader), 9);
    assert_end(&t);
    close_table(&t);
}

static void
absent_columns_have_no_field(void **state)
{
    table t;

    (void)state;
    open_table(&t, "code\nP1\n");
    assert_int_equal(fade_csv_next(t.reader, &t.diag), FADE_OK);
    assert_string_equal(fade_csv_field(t.reader, CODE), "P1");
    assert_null(fade_csv_field(t.reader, DOSE));
    assert_false(fade_csv_has(t.reader, DOSE));
    assert_null(fade_csv_field(t.reader, 99));
    close_table(&t);
}

static void
loose_reading_keeps_unknown_columns_out(void **state)
{
    table t;
    const char *text = "x,code,y\n1,P1,2\n";

    (void)state;
    make_file(&t, text, strlen(text));
    assert_int_equal(
        fade_csv_open(t.path, columns, 3, true, &t.reader, &t.diag), FADE_OK);
    assert_int_equal(fade_csv_next(t.reader, &t.diag), FADE_OK);
    assert_string_equal(fade_csv_field(t.reader, CODE), "P1");
    assert_end(&t);
    close_table(&t);
}

static void
bad_headers_are_refused_with_their_column(void **state)
{
    static const struct {
        const char *text;
        size_t line;
        const char *field;
        const char *words;
    } cases[] = {
        {"", 1, NULL, "is empty"},
        {"# only a comment\n\n", 1, NULL, "is empty"},
        {"\ncode,dsoe\n", 2, "dsoe", "did you mean \"dose\"?"},
        {"code,pigment\n", 1, "pigment", "unknown column \"pigment\""},
        {"code,dose,code\n", 1, "code", "is there twice"},
        {"dose,note\n", 1, "code", "is missing"},
        {"code,,dose\n", 1, "", "column 2 has no name"},
        {"P1,Jane Doe\n", 1, NULL, "no field of the first line names"},
        {"\xff\xfe"
         "c\0o\0",
         1, NULL, "UTF-16"},
        {"code,d\xffose\n", 1, NULL, "field 2 is not UTF-8"},
        {"code,\"dose\n", 1, NULL, "was not closed"},
        {"code,do\"se\nP1,1\n", 1, NULL, "stands inside field 2"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        table t;

        assert_int_equal(open_bytes(&t, cases[i].text, strlen(cases[i].text)),
                         FADE_EPARSE);
        assert_null(t.reader);
        assert_int_equal(t.diag.errors, 1);
        assert_note(&t, cases[i].line, cases[i].field, cases[i].words);
        close_table(&t);
    }
}

static void
bad_rows_are_refused_and_the_next_one_read(void **state)
{
    static const struct {
        const char *row;
        size_t length;
        size_t line;
        const char *field;
        const char *words;
    } cases[] = {
        {"P1,2\n", 5, 2, "note", "2 fields, but the header has 3"},
        {"P1,2,3,4\n", 9, 2, NULL, "4 fields, but the header has 3"},
        {"P1,2\0,3\n", 8, 2, "dose", "NUL"},
        {"P1,2,\xc3(\n", 8, 2, "note", "not UTF-8"},
        {"\"\n\",\xff,3\n", 8, 3, "dose", "not UTF-8"},
        {"P1,2\"3,3\n", 9, 2, "dose", "a quote"},
        {"P1,\"2\"3,3\n", 10, 2, "dose", "a quote"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        table t;
        fade_text text = {0};

        fade_text_add(&text, "code,dose,note\n");
        fade_text_add_bytes(&text, cases[i].row, cases[i].length);
        fade_text_add(&text, "P9,9,nine\n");
        assert_int_equal(open_bytes(&t, text.bytes, text.length), FADE_OK);
        assert_int_equal(fade_csv_next(t.reader, &t.diag), FADE_EPARSE);
        assert_int_equal(t.diag.errors, 1);
        assert_note(&t, cases[i].line, cases[i].field, cases[i].words);
        assert_false(fade_csv_broken(t.reader));
        assert_row(&t, "P9", "9", "nine");
        close_table(&t);
        fade_text_clear(&text);
    }
}

/* "P1," then `count` letters, then ",note" and a good row. */
static fade_status
read_long_field(table *t, size_t count, bool quoted)
{
    fade_text text = {0};

    fade_text_add(&text, "code,dose,note\nP1,");
    fade_text_add(&text, quoted ? "\"" : "");
    for (size_t i = 0; i < count; i++) {
        fade_text_add(&text, "x");
    }
    fade_text_add(&text, quoted ? "\"" : "");
    fade_text_add(&text, ",note\nP9,9,nine\n");
    assert_int_equal(open_bytes(t, text.bytes, text.length), FADE_OK);
    fade_text_clear(&text);
    return fade_csv_next(t->reader, &t->diag);
}

static void
overlong_fields_are_refused_and_the_next_row_read(void **state)
{
    table t;

    (void)state;
    assert_int_equal(read_long_field(&t, FADE_CSV_FIELD_MAX, false), FADE_OK);
    close_table(&t);
    for (int quoted = 0; quoted < 2; quoted++) {
        assert_int_equal(
            read_long_field(&t, FADE_CSV_FIELD_MAX + 1, quoted == 1),
            FADE_EPARSE);
        assert_note(&t, 2, "dose", "longer than 16384 bytes");
        assert_row(&t, "P9", "9", "nine");
        close_table(&t);
    }
}

static void
an_unclosed_quote_ends_the_table(void **state)
{
    const char *tails[] = {"P1,1,\"never\nP2,2,x\n", "P1,\"1"};
    const char *fields[] = {"note", "dose"};

    (void)state;
    for (int i = 0; i < 2; i++) {
        fade_text text = {0};
        table t;

        fade_text_addf(&text, "code,dose,note\nP0,0,\n%s", tails[i]);
        open_table(&t, text.bytes);
        assert_row(&t, "P0", "0", "");
        assert_int_equal(fade_csv_next(t.reader, &t.diag), FADE_EPARSE);
        assert_note(&t, 3, fields[i], "was not closed");
        assert_true(fade_csv_broken(t.reader));
        assert_int_equal(fade_csv_next(t.reader, &t.diag), FADE_EPARSE);
        assert_int_equal(t.diag.errors, 1);
        close_table(&t);
        fade_text_clear(&text);
    }
}

static long
peak_kilobytes(void)
{
    struct rusage usage;

    (void)getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

/* Sanitizers keep freed memory, so that a peak says nothing. */
static bool
sanitized(void)
{
    const char *list = getenv("FADE_INSTRUMENTED");

    return list && *list;
}

/* A quote opened at the start of a file of 48 MB is found out early, and a
 * line of 48 MB or rows of as much in all are read in little memory. */
static void
memory_does_not_grow_with_the_table(void **state)
{
    static const char *const starts[] = {"P1,\"", "P1,", "P1,1,"};
    static const char *const fillers[] = {"xxx\n", "xxxx", "x\nP,1,"};

    (void)state;
    for (int i = 0; i < 3; i++) {
        table t;
        FILE *file;
        long before;
        size_t rows = 0;

        open_table(&t, "code,dose,note\n");
        fade_csv_close(t.reader);
        file = fopen(t.path, "w");
        (void)fprintf(file, "code,dose,note\n%s", starts[i]);
        for (int k = 0; k < 12000000; k++) {
            (void)fputs(fillers[i], file);
        }
        (void)fclose(file);
        before = peak_kilobytes();
        assert_int_equal(
            fade_csv_open(t.path, columns, 3, false, &t.reader, &t.diag),
            FADE_OK);
        while (fade_csv_next(t.reader, &t.diag) == FADE_OK) {
            rows++;
        }
        assert_true(i < 2 ? rows == 0 : rows > 11999999);
        assert_int_equal(t.diag.errors, i < 2 ? 1 : 0);
        assert_true(sanitized() || peak_kilobytes() - before < 4000);
        close_table(&t);
    }
}

static void
numbers_are_read_or_said_to_be_none(void **state)
{
    static const struct {
        const char *field;
        const char *words;
    } cases[] = {{"\"0,75\"", "decimal comma; write 0.75"},
                 {"", "is missing"},
                 {"abc", "\"abc\" is not a number"},
                 {"inf", "\"inf\" is not a finite number"},
                 {"1e999", "not a finite number"},
                 {"nan", "not a number"}};

    double value = 1.25;
    table t;

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        fade_text text = {0};

        fade_text_addf(&text, "code,dose,note\n\"P\n1\",%s,x\n",
                       cases[i].field);
        open_table(&t, text.bytes);
        assert_int_equal(fade_csv_next(t.reader, &t.diag), FADE_OK);
        assert_int_equal(fade_csv_number(t.reader, DOSE, &value, &t.diag),
                         FADE_EPARSE);
        assert_note(&t, 3, "dose", cases[i].words);
        close_table(&t);
        fade_text_clear(&text);
    }
    assert_near(value, 1.25, 0);
    open_table(&t, "code;dose;note\nP1; -2.5e1 ;\n");
    assert_int_equal(fade_csv_next(t.reader, &t.diag), FADE_OK);
    assert_int_equal(fade_csv_number(t.reader, DOSE, &value, &t.diag), FADE_OK);
    assert_near(value, -25, 0);
    close_table(&t);
}

static void
files_that_cannot_be_read_are_named(void **state)
{
    table t = {.path = "/nonexistent/fadecast.csv"};

    (void)state;
    fade_diag_init(&t.diag, 3);
    assert_int_equal(
        fade_csv_open(t.path, columns, 3, false, &t.reader, &t.diag), FADE_EIO);
    assert_note(&t, 0, NULL, "cannot be opened: No such file");
    fade_diag_clear(&t.diag);
    (void)strcpy(t.path, "/tmp");
    assert_int_equal(
        fade_csv_open(t.path, columns, 3, false, &t.reader, &t.diag), FADE_EIO);
    assert_note(&t, 0, NULL, "reading failed: Is a directory");
    fade_diag_clear(&t.diag);
}

static void
what_is_written_reads_back(void **state)
{
    static const char *const fields[] = {
        "plain", "a,b",  "say \"hi\"",    "two\nlines", "#1",
        "x;y",   "a\tb", "M\xc3\xbcller", "\"",         "\r\nx"};

    (void)state;
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        fade_text text = {0};
        table t;

        fade_text_add(&text, "code,dose,note\n");
        fade_csv_add_field(&text, fields[i]);
        fade_text_add(&text, ",,");
        fade_csv_add_field(&text, fields[i]);
        fade_text_add(&text, "\n");
        open_table(&t, text.bytes);
        if (fields[i][0] == '\r') {
            assert_row(&t, "x", "", "x");
        } else {
            assert_row(&t, fields[i], "", fields[i]);
        }
        close_table(&t);
        fade_text_clear(&text);
    }
}

static void
plain_fields_are_written_without_quotes(void **state)
{
    fade_text text = {0};

    (void)state;
    fade_csv_add_field(&text, "P-001 a.b");
    fade_csv_add_field(&text, "");
    assert_string_equal(fade_text_string(&text), "P-001 a.b");
    fade_text_clear(&text);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plain_rows_are_read_in_the_tables_own_order),
        cmocka_unit_test(what_spreadsheets_write_is_accepted),
        cmocka_unit_test(lines_are_counted_through_quoted_line_breaks),
        cmocka_unit_test(absent_columns_have_no_field),
        cmocka_unit_test(loose_reading_keeps_unknown_columns_out),
        cmocka_unit_test(bad_headers_are_refused_with_their_column),
        cmocka_unit_test(bad_rows_are_refused_and_the_next_one_read),
        cmocka_unit_test(overlong_fields_are_refused_and_the_next_row_read),
        cmocka_unit_test(an_unclosed_quote_ends_the_table),
        cmocka_unit_test(memory_does_not_grow_with_the_table),
        cmocka_unit_test(numbers_are_read_or_said_to_be_none),
        cmocka_unit_test(files_that_cannot_be_read_are_named),
        cmocka_unit_test(what_is_written_reads_back),
        cmocka_unit_test(plain_fields_are_written_without_quotes),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
