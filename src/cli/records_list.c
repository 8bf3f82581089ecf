/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "cli/message.h"
#include "cli/option.h"
#include "cli/output.h"
#include "cli/records.h"

typedef struct listing {
    fade_desk *desk;
    fade_record *filter;
    fade_format format;
    fade_column columns[FADE_COLUMNS_MAX];
    char headings[FADE_COLUMNS_MAX][FADE_WHO_SIZE];
    bool used[FADE_COLUMNS_MAX]; /* some record has something there */
} listing;

/* Calls `visit` with each record. */
static fade_status
walk(listing *it,
     void (*visit)(listing *it, const fade_record *record, void *context),
     void *context)
{
    fade_cursor *cursor = NULL;
    fade_record record;
    fade_status status = fade_cursor_open(it->desk->store, it->filter->entity,
                                          it->filter, &cursor, &it->desk->diag);

    fade_record_init(&record, it->filter->entity);
    while (!status) {
        status = fade_cursor_next(cursor, &record, &it->desk->diag);
        if (!status) {
            visit(it, &record, context);
        }
    }
    fade_cursor_close(cursor);
    fade_record_clear(&record);
    return status == FADE_ENOTFOUND ? FADE_OK : status;
}

static void
note_used(listing *it, const fade_record *record, void *context)
{
    (void)context;
    for (size_t i = 0; i < record->entity->count; i++) {
        it->used[i] = it->used[i] || *fade_record_get(record, i);
    }
}

static fade_cell_kind
kind_of(const fade_entity_column *column, fade_format format)
{
    if (format == FADE_FORMAT_CSV) {
        return FADE_CELL_TEXT; /* as import reads it */
    }
    switch (column->type) {
    case FADE_TYPE_NUMBER:
        return FADE_CELL_NUMBER;
    case FADE_TYPE_INTEGER:
        return FADE_CELL_INTEGER;
    case FADE_TYPE_FLAG:
        return FADE_CELL_BOOL;
    case FADE_TYPE_PATH:
    case FADE_TYPE_CODE:
    case FADE_TYPE_TEXT:
    case FADE_TYPE_NOTE:
    case FADE_TYPE_WORD:
    case FADE_TYPE_LEVEL:
    case FADE_TYPE_DATE:
    case FADE_TYPE_TIME_ZONE:
    case FADE_TYPE_PRACTITIONER:
        break;
    }
    return FADE_CELL_TEXT;
}

static void
make_heading(const char *name, char out[FADE_WHO_SIZE])
{
    size_t i = 0;

    for (; name[i] && i + 1 < FADE_WHO_SIZE; i++) {
        bool lower = name[i] >= 'a' && name[i] <= 'z';
        int upper = lower ? name[i] - 'a' + 'A' : name[i];

        out[i] = (char)(name[i] == '_' ? ' ' : upper);
    }
    out[i] = '\0';
}

/* People see no columns that are empty throughout, and no long notes. */
static void
lay_out(listing *it)
{
    const fade_entity *entity = it->filter->entity;

    for (size_t i = 0; i < entity->count; i++) {
        const fade_entity_column *column = &entity->columns[i];
        bool shown = it->used[i] && column->type != FADE_TYPE_NOTE;

        make_heading(column->name, it->headings[i]);
        it->columns[i] =
            (fade_column){.name = column->name,
                          .heading = shown ? it->headings[i] : NULL,
                          .kind = kind_of(column, it->format),
                          .decimals = -1};
    }
}

static void
add_cell(const fade_column *column, const char *value, fade_table *table)
{
    double number = 0.0;

    if (!*value) {
        fade_table_empty(table);
    } else if (column->kind == FADE_CELL_BOOL) {
        fade_table_bool(table, strcmp(value, "yes") == 0);
    } else if (column->kind == FADE_CELL_TEXT
               || fade_number_parse(value, &number)) {
        fade_table_text(table, value);
    } else if (column->kind == FADE_CELL_INTEGER) {
        fade_table_integer(table, (int64_t)number);
    } else {
        fade_table_number(table, number);
    }
}

static void
add_record(listing *it, const fade_record *record, void *context)
{
    for (size_t i = 0; i < record->entity->count; i++) {
        add_cell(&it->columns[i], fade_record_get(record, i), context);
    }
}

static fade_status
print_records(listing *it)
{
    fade_table *table = NULL;
    fade_status status = FADE_OK;

    if (it->format == FADE_FORMAT_TABLE) {
        status = walk(it, note_used, NULL);
    }
    lay_out(it);
    if (!status) {
        status =
            fade_table_create(it->columns, it->filter->entity->count, &table);
    }
    if (!status) {
        status = walk(it, add_record, table);
    }
    if (!status
        && (it->format != FADE_FORMAT_TABLE || fade_table_rows(table) > 0)) {
        status = fade_table_print(table, it->format, stdout);
    }
    if (!status && fade_table_rows(table) == 0) {
        fade_remark(it->desk->args, "no %s", it->filter->entity->table);
    }
    fade_table_destroy(table);
    return status;
}

int
fade_records_list(const fade_arguments *args)
{
    fade_desk desk;
    fade_record filter;
    listing it = {.desk = &desk, .filter = &filter};
    fade_status status = FADE_OK;
    int result = FADE_EXIT_OK;

    if (fade_arg_format(args, &it.format)) {
        return FADE_EXIT_USAGE;
    }
    fade_record_init(&filter, fade_records_entity(args));
    result = fade_desk_open(&desk, args);
    if (result == FADE_EXIT_OK) {
        status = fade_records_from_options(args, false, &filter, &desk.diag);
        status = status ? status : print_records(&it);
    }
    if (status) {
        result = fade_desk_fail(&desk, status);
    }
    fade_record_clear(&filter);
    fade_desk_close(&desk);
    return result;
}
