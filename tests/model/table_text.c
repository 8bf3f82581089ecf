/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/table_text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/text.h"
#include "support/cmocka_all.h"

enum { TEXT_SIZE = 65536 };

char *
table_text(const char *name)
{
    const char *source = getenv("FADE_SRCDIR");
    char path[4096];
    char *text = calloc(1, TEXT_SIZE);
    FILE *file;

    assert_non_null(text);
    (void)snprintf(path, sizeof path, "%s/models/%s.csv", source ? source : ".",
                   name);
    file = fopen(path, "rb");
    assert_non_null(file);
    assert_true(fread(text, 1, TEXT_SIZE - 1, file) > 0);
    (void)fclose(file);
    return text;
}

char *
table_replace(const char *text, const char *row, const char *with, size_t *line)
{
    size_t length = strlen(row);
    fade_text out = {0};
    size_t number = 0;

    *line = 0;
    while (*text != '\0') {
        size_t width = strcspn(text, "\n") + 1;

        number++;
        if (strncmp(text, row, length) != 0) {
            fade_text_add_bytes(&out, text, width);
        } else {
            assert_int_equal(*line, 0);
            *line = number;
            fade_text_add(&out, with ? with : "");
            fade_text_add(&out, with ? "\n" : "");
        }
        text += width;
    }
    assert_true(*line > 0);
    assert_false(out.failed);
    return out.bytes;
}

char *
table_substitute(const char *text, const char *old, const char *new)
{
    fade_text out = {0};
    const char *next;

    for (; (next = strstr(text, old)) != NULL; text = next + strlen(old)) {
        fade_text_add_bytes(&out, text, (size_t)(next - text));
        fade_text_add(&out, new);
    }
    fade_text_add(&out, text);
    assert_false(out.failed);
    return out.bytes;
}

fade_status
table_read(const char *bytes, size_t size, fade_model **out, fade_diag *diag)
{
    char path[] = "/tmp/fadecast-table-XXXXXX";
    int handle = mkstemp(path);
    fade_status status;

    assert_true(handle >= 0);
    assert_int_equal(write(handle, bytes, size), size);
    (void)close(handle);
    status = fade_model_read(path, out, diag);
    (void)unlink(path);
    return status;
}

fade_model *
table_model(const char *text)
{
    fade_model *model = NULL;

    assert_int_equal(table_read(text, strlen(text), &model, NULL), FADE_OK);
    assert_non_null(model);
    return model;
}
