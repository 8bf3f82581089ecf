/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `fadecast model list|show|check` */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include <fadecast/model.h>

#include "base/text.h"
#include "cli/message.h"
#include "cli/option.h"
#include "cli/output.h"
#include "clinic/model_shelf.h"

static const fade_column list_columns[] = {
    {"name", "MODEL", FADE_CELL_TEXT, 0},
    {"pigment", "PIGMENT", FADE_CELL_TEXT, 0},
    {"version", "VERSION", FADE_CELL_TEXT, 0},
    {"fingerprint", "FINGERPRINT", FADE_CELL_TEXT, 0},
    {"directory", "DIRECTORY", FADE_CELL_TEXT, 0},
};

static void
add_model(fade_table *table, const fade_model *model, const char *name,
          const char *directory)
{
    char fingerprint[sizeof "0123456789abcdef"];

    snprintf(fingerprint, sizeof fingerprint, "%016llx",
             (unsigned long long)fade_model_fingerprint(model));
    fade_table_text(table, name);
    fade_table_text(table, fade_pigment_name(fade_model_pigment(model)));
    fade_table_text(table, fade_model_version(model));
    fade_table_text(table, fingerprint);
    fade_table_text(table, directory);
}

/* All models of one directory; a missing directory has none. */
static fade_status
add_directory(fade_table *table, const char *directory, fade_diag *diag)
{
    fade_model_list list = {NULL, 0};
    fade_status status = fade_model_list_read(directory, &list);

    if (status == FADE_ENOTFOUND) {
        return FADE_OK;
    }
    for (size_t i = 0; status == FADE_OK && i < list.count; i++) {
        fade_model *model = NULL;

        status = fade_model_open(list.names[i], &directory, 1, &model, diag);
        if (status == FADE_OK) {
            add_model(table, model, list.names[i], directory);
        }
        fade_model_destroy(model);
    }
    fade_model_list_clear(&list);
    return status;
}

static int
run_list(const fade_arguments *args)
{
    fade_shelf_places places;
    fade_format format = FADE_FORMAT_TABLE;
    fade_table *table = NULL;
    fade_diag diag;
    fade_status status = FADE_OK;
    int result = FADE_EXIT_OK;

    if (fade_arg_format(args, &format) != FADE_OK) {
        return FADE_EXIT_USAGE;
    }
    fade_diag_init(&diag, FADE_NOTES_SHOWN);
    fade_shelf_find_places(&places);
    status = fade_table_create(
        list_columns, sizeof list_columns / sizeof list_columns[0], &table);
    for (size_t i = 0; status == FADE_OK && i < FADE_SHELF_DIRECTORIES; i++) {
        if (places.directories[i]) {
            status = add_directory(table, places.directories[i], &diag);
        }
    }
    if (status == FADE_OK) {
        status = fade_table_print(table, format, stdout);
    }
    if (status != FADE_OK) {
        result = fade_failure(args, status, NULL, &diag);
    }
    fade_table_destroy(table);
    fade_diag_clear(&diag);
    return result;
}

/*
 * The table as it was written is for programs; people get its numbers with
 * six digits.
 */
static const fade_column show_columns[] = {
    {"kind", NULL, FADE_CELL_TEXT, 0},
    {"name", "NAME", FADE_CELL_TEXT, 0},
    {"value", NULL, FADE_CELL_TEXT, 0},
    {NULL, "VALUE", FADE_CELL_TEXT, 0},
    {"unit", "UNIT", FADE_CELL_TEXT, 0},
    {"scale", NULL, FADE_CELL_TEXT, 0},
    {"between_patient_sd", "SD", FADE_CELL_TEXT, 0},
    {"between_session_sd", NULL, FADE_CELL_TEXT, 0},
    {"lower", NULL, FADE_CELL_TEXT, 0},
    {"upper", NULL, FADE_CELL_TEXT, 0},
    {"provenance", "FROM", FADE_CELL_TEXT, 0},
    {"source", "SOURCE", FADE_CELL_TEXT, 0},
    {"note", NULL, FADE_CELL_TEXT, 0},
};

static void
add_short_number(fade_table *table, const char *cell)
{
    double value = 0.0;
    char text[FADE_NUMBER_SIZE];

    if (fade_number_parse(cell, &value) == FADE_OK && isfinite(value)) {
        snprintf(text, sizeof text, "%.6g", value);
        fade_table_text(table, text);
    } else {
        fade_table_text(table, cell);
    }
}

static void
add_row(fade_table *table, const fade_model *model, size_t row)
{
    for (int c = 0; c < FADE_MODEL_COLUMNS; c++) {
        const char *cell = fade_model_cell(model, row, (fade_model_column)c);

        fade_table_text(table, cell);
        if (c == FADE_MODEL_COLUMN_VALUE) {
            add_short_number(table, cell);
        }
    }
}

static void
print_head(const fade_model *model)
{
    char line[256];

    snprintf(line, sizeof line,
             "Model %s, version %s, for %s pigment, fingerprint %016llx.",
             fade_model_name(model), fade_model_version(model),
             fade_pigment_name(fade_model_pigment(model)),
             (unsigned long long)fade_model_fingerprint(model));
    fade_print_words(stdout, 0, line);
    fade_print_words(
        stdout, 0,
        "Absolute rates are calibrated to what clinics state about touch-ups; "
        "nobody has measured them. SD is the spread between patients on the "
        "parameter's scale, or the parameter whose random effect it shares.\n"
        "FROM: P published, V derived from clinics' published statements, A "
        "assumed, D a definition, F fitted to data; supported or folklore for "
        "the effect of a covariate (name: parameter~covariate).");
    putchar('\n');
}

static int
print_model(const fade_arguments *args, const fade_model *model,
            fade_format format)
{
    fade_table *table = NULL;
    fade_status status = fade_table_create(
        show_columns, sizeof show_columns / sizeof show_columns[0], &table);

    for (size_t r = 0; status == FADE_OK && r < fade_model_rows(model); r++) {
        const char *kind = fade_model_cell(model, r, FADE_MODEL_COLUMN_KIND);

        /* For people the head says what the model rows say. */
        if (format != FADE_FORMAT_TABLE || strcmp(kind, "model") != 0) {
            add_row(table, model, r);
        }
    }
    if (status == FADE_OK && format == FADE_FORMAT_TABLE) {
        print_head(model);
    }
    if (status == FADE_OK) {
        status = fade_table_print(table, format, stdout);
    }
    fade_table_destroy(table);
    return status == FADE_OK ? FADE_EXIT_OK
                             : fade_failure(args, status, NULL, NULL);
}

static int
run_show(const fade_arguments *args)
{
    fade_format format = FADE_FORMAT_TABLE;
    fade_shelf *shelf = NULL;
    const fade_model *model = NULL;
    fade_diag diag;
    fade_status status = FADE_OK;
    int result = FADE_EXIT_OK;

    if (fade_arg_format(args, &format) != FADE_OK) {
        return FADE_EXIT_USAGE;
    }
    fade_diag_init(&diag, FADE_NOTES_SHOWN);
    status = fade_shelf_create(&shelf);
    if (status == FADE_OK) {
        status =
            fade_shelf_take(shelf, fade_arg_operand(args, 0), &model, &diag);
    }
    result = status == FADE_OK ? print_model(args, model, format)
                               : fade_failure(args, status, NULL, &diag);
    fade_shelf_destroy(shelf);
    fade_diag_clear(&diag);
    return result;
}

static int
check_file(const fade_arguments *args, const char *path)
{
    fade_model *model = NULL;
    fade_diag diag;
    fade_status status = FADE_OK;
    int result = FADE_EXIT_OK;

    fade_diag_init(&diag, FADE_NOTES_SHOWN);
    status = fade_model_read(path, &model, &diag);
    if (status == FADE_OK) {
        fade_message_notes(args, &diag);
        printf("%s: good: model %s, version %s, for %s pigment\n", path,
               fade_model_name(model), fade_model_version(model),
               fade_pigment_name(fade_model_pigment(model)));
    } else {
        result = fade_failure(args, status, path, &diag);
    }
    fade_model_destroy(model);
    fade_diag_clear(&diag);
    return result;
}

static int
run_check(const fade_arguments *args)
{
    int result = FADE_EXIT_OK;

    for (size_t i = 0; i < fade_arg_operand_count(args); i++) {
        if (check_file(args, fade_arg_operand(args, i)) != FADE_EXIT_OK) {
            result = FADE_EXIT_FAILURE;
        }
    }
    return result;
}

static const fade_option formats[] = {
    FADE_OPTION_JSON,
    FADE_OPTION_CSV,
    FADE_OPTION_END,
};

static const fade_cmd subcommands[] = {
    {.name = "list",
     .summary = "List the models that can be named",
     .details = "Looks in $FADECAST_MODELS, where that is set, then among the "
                "installed models, then in the folder models of the source "
                "tree that the program was built in; of two with one name the "
                "first is used.",
     .options = formats,
     .run = run_list},
    {.name = "show",
     .synopsis = "MODEL",
     .summary = "Show a model's numbers and where each is from",
     .details = "MODEL is a name, or a file where it holds a '/' or ends in "
                ".csv.",
     .options = formats,
     .least = 1,
     .most = 1,
     .run = run_show},
    {.name = "check",
     .synopsis = "FILE...",
     .summary = "Check model tables and name every mistake",
     .least = 1,
     .most = FADE_ANY_NUMBER,
     .run = run_check},
    {.name = NULL},
};

const fade_cmd fade_cmd_model = {
    .name = "model",
    .summary = "List, show and check the fading models",
    .subcommands = subcommands,
};
