/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/records.h"

#include <string.h>

#include "cli/option.h"

const fade_entity *
fade_records_entity(const fade_arguments *args)
{
    const fade_entity_id *id = fade_arg_cmd(args)->subject;

    return fade_entity_get(*id);
}

/* What --help shows for the option's value. */
static const char *
argument_of(const fade_entity_column *column)
{
    switch (column->type) {
    case FADE_TYPE_WORD:
        return column->words;
    case FADE_TYPE_FLAG:
        return "yes|no";
    case FADE_TYPE_INTEGER:
        return "N";
    case FADE_TYPE_NUMBER:
        return "NUMBER";
    case FADE_TYPE_LEVEL:
        return "NUMBER|low|typical|high";
    case FADE_TYPE_DATE:
        return "DATE";
    case FADE_TYPE_TIME_ZONE:
        return "ZONE";
    case FADE_TYPE_PATH:
    case FADE_TYPE_CODE:
    case FADE_TYPE_PRACTITIONER:
        return "CODE";
    case FADE_TYPE_TEXT:
    case FADE_TYPE_NOTE:
        break;
    }
    return "TEXT";
}

static fade_status
add_columns(const fade_entity *entity, size_t first, size_t end,
            fade_option_list *list)
{
    for (size_t i = first; i < end; i++) {
        const fade_entity_column *column = &entity->columns[i];
        fade_status status = fade_option_list_add(
            list, (fade_option){.name = column->name,
                                .argument = argument_of(column),
                                .help = column->help});

        if (status) {
            return status;
        }
    }
    return FADE_OK;
}

static const fade_entity *
entity_of(const fade_cmd *cmd)
{
    const fade_entity_id *id = cmd->subject;

    return fade_entity_get(*id);
}

fade_status
fade_records_all_options(const fade_cmd *cmd, fade_option_list *list)
{
    return add_columns(entity_of(cmd), 0, entity_of(cmd)->count, list);
}

fade_status
fade_records_key_options(const fade_cmd *cmd, fade_option_list *list)
{
    /* Only the clinic is no operand: most databases have just one. */
    return add_columns(entity_of(cmd), 0, entity_of(cmd)->path > 0 ? 1 : 0,
                       list);
}

fade_status
fade_records_own_options(const fade_cmd *cmd, fade_option_list *list)
{
    const fade_entity *entity = entity_of(cmd);
    fade_status status = fade_records_key_options(cmd, list);

    return status ? status
                  : add_columns(entity, entity->path, entity->count, list);
}

fade_status
fade_records_from_options(const fade_arguments *args, bool own_only,
                          fade_record *record, fade_diag *diag)
{
    const fade_entity *entity = record->entity;
    fade_status worst = FADE_OK;

    for (size_t i = 0; i < fade_arg_given_count(args); i++) {
        const char *value = NULL;
        const char *name = fade_arg_given(args, i, &value);
        size_t column = fade_entity_column_index(entity, name);

        if (column < entity->count && !(own_only && column < entity->path)) {
            fade_status status =
                fade_record_set(record, column, value ? value : "", diag);

            worst = status ? status : worst;
        }
    }
    return worst;
}

static bool
is_operand(const fade_entity_column *column, bool required)
{
    return column->key && column->required == required
           && strcmp(column->name, "clinic") != 0;
}

/* The column of operand `index`: what a key must have comes first. */
static size_t
operand_column(const fade_entity *entity, size_t index)
{
    for (int required = 1; required >= 0; required--) {
        for (size_t i = 0; i < entity->count; i++) {
            if (is_operand(&entity->columns[i], required != 0)
                && index-- == 0) {
                return i;
            }
        }
    }
    return entity->count;
}

fade_status
fade_records_from_operands(const fade_arguments *args, fade_record *record,
                           fade_diag *diag)
{
    const fade_entity *entity = record->entity;
    const char *clinic =
        entity->path > 0 ? fade_arg_text(args, "clinic") : NULL;
    fade_status worst = FADE_OK;

    if (clinic) {
        worst = fade_record_set(record, 0, clinic, diag);
    }
    for (size_t i = 0; i < fade_arg_operand_count(args); i++) {
        fade_status status = fade_record_set(record, operand_column(entity, i),
                                             fade_arg_operand(args, i), diag);

        worst = status ? status : worst;
    }
    return worst;
}
