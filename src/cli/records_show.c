/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "base/json.h"
#include "base/text.h"
#include "cli/message.h"
#include "cli/option.h"
#include "cli/output.h"
#include "cli/records.h"

enum { LABEL_WIDTH = 20, TIME_SIZE = 32 };

static const char *
time_text(int64_t at, char out[TIME_SIZE])
{
    time_t seconds = (time_t)at;
    struct tm parts;

    if (!gmtime_r(&seconds, &parts)
        || strftime(out, TIME_SIZE, "%Y-%m-%dT%H:%M:%SZ", &parts) == 0) {
        (void)snprintf(out, TIME_SIZE, "%" PRId64, at);
    }
    return out;
}

static void
print_columns(const fade_record *record)
{
    for (size_t i = 0; i < record->entity->count; i++) {
        const fade_entity_column *column = &record->entity->columns[i];
        const char *value = fade_record_get(record, i);
        fade_text words = {0};

        if (*value) {
            fade_text_addf(&words, "%s%s%s", value, column->unit ? " " : "",
                           column->unit ? column->unit : "");
            fade_print_labelled(stdout, column->name, LABEL_WIDTH,
                                fade_text_string(&words));
        }
        fade_text_clear(&words);
    }
}

static void
add_column(fade_json *object, const fade_entity_column *column,
           const char *value)
{
    double number = 0.0;
    int64_t integer = 0;

    if (!*value) {
        fade_json_add_null(object, column->name);
    } else if (column->type == FADE_TYPE_FLAG) {
        fade_json_add_bool(object, column->name, strcmp(value, "yes") == 0);
    } else if (column->type == FADE_TYPE_INTEGER
               && fade_integer_parse(value, &integer) == FADE_OK) {
        fade_json_add_integer(object, column->name, integer);
    } else if (column->type == FADE_TYPE_NUMBER
               && fade_number_parse(value, &number) == FADE_OK) {
        fade_json_add_number(object, column->name, number);
    } else {
        fade_json_add_text(object, column->name, value);
    }
}

static fade_status
print_line(void *context, const fade_change *change)
{
    char at[TIME_SIZE];
    fade_text words = {0};
    bool *began = context;

    if (!*began) {
        fputs("\nHistory:\n", stdout);
        *began = true;
    }
    fade_text_addf(&words, "%s %s: %s", time_text(change->at, at), change->who,
                   change->column);
    if (strcmp(change->action, "remove") == 0) {
        fade_text_addf(&words, " removed, was '%s'", change->old_value);
    } else {
        fade_text_addf(&words, " was '%s', became '%s'", change->old_value,
                       change->new_value);
    }
    fade_print_words(stdout, 2, fade_text_string(&words));
    fade_text_clear(&words);
    return FADE_OK;
}

static fade_status
add_line(void *context, const fade_change *change)
{
    char at[TIME_SIZE];
    fade_json *line = fade_json_object();

    fade_json_add_text(line, "at", time_text(change->at, at));
    fade_json_add_text(line, "who", change->who);
    fade_json_add_text(line, "action", change->action);
    fade_json_add_text(line, "key", change->key);
    fade_json_add_text(line, "column", change->column);
    fade_json_add_text(line, "old", change->old_value);
    fade_json_add_text(line, "new", change->new_value);
    fade_json_add(context, NULL, line);
    return FADE_OK;
}

static fade_status
print_below(fade_desk *desk, const fade_record *record)
{
    int64_t counts[FADE_ENTITIES];
    fade_status status =
        fade_store_below(desk->store, record, counts, &desk->diag);

    for (int i = 0; !status && i < FADE_ENTITIES; i++) {
        char count[TIME_SIZE];

        if (counts[i] > 0) {
            (void)snprintf(count, sizeof count, "%" PRId64, counts[i]);
            fade_print_labelled(stdout,
                                fade_entity_get((fade_entity_id)i)->table,
                                LABEL_WIDTH, count);
        }
    }
    return status;
}

static fade_status
show_words(fade_desk *desk, const fade_record *record)
{
    bool began = false;
    fade_status status = FADE_OK;

    if (record->id) {
        print_columns(record);
        status = print_below(desk, record);
    }
    return status ? status
                  : fade_store_history(desk->store, record, print_line, &began,
                                       &desk->diag);
}

static fade_status
show_json(fade_desk *desk, const fade_record *record)
{
    fade_json *object = fade_json_object();
    fade_json *history = fade_json_array();
    fade_status status = FADE_OK;

    for (size_t i = 0; i < record->entity->count; i++) {
        add_column(object, &record->entity->columns[i],
                   fade_record_get(record, i));
    }
    status =
        fade_store_history(desk->store, record, add_line, history, &desk->diag);
    fade_json_add(object, "history", history);
    if (!status) {
        status = fade_json_write(object, stdout);
    }
    fade_json_destroy(object);
    return status;
}

/* What was removed is gone, but not what is known of it. */
static int
show_removed(fade_desk *desk, const fade_record *record, fade_status missing)
{
    fade_status status =
        *fade_record_get(record, 0) ? show_words(desk, record) : FADE_OK;

    return fade_desk_fail(desk, status ? status : missing);
}

int
fade_records_show(const fade_arguments *args)
{
    fade_desk desk;
    fade_record record;
    fade_status status = FADE_OK;
    int result = fade_desk_open(&desk, args);

    fade_record_init(&record, fade_records_entity(args));
    if (result != FADE_EXIT_OK) {
        goto done;
    }
    status = fade_records_from_operands(args, &record, &desk.diag);
    if (status) {
        result = fade_desk_fail(&desk, status);
        goto done;
    }
    status = fade_store_find(desk.store, &record, &desk.diag);
    if (status == FADE_ENOTFOUND) {
        result = show_removed(&desk, &record, status);
        goto done;
    }
    if (!status) {
        status = fade_arg_flag(args, "json") ? show_json(&desk, &record)
                                             : show_words(&desk, &record);
    }
    if (status) {
        result = fade_desk_fail(&desk, status);
    }

done:
    fade_record_clear(&record);
    fade_desk_close(&desk);
    return result;
}
