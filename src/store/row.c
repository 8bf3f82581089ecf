/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/row.h"

#include <string.h>

static void
read_value(sqlite3_stmt *row, int index, fade_column_type type, fade_text *out)
{
    if (sqlite3_column_type(row, index) == SQLITE_NULL) {
        return;
    }
    if (type == FADE_TYPE_NUMBER) {
        fade_text_add_number(out, sqlite3_column_double(row, index));
    } else if (type == FADE_TYPE_FLAG) {
        fade_text_add(out, sqlite3_column_int(row, index) ? "yes" : "no");
    } else {
        fade_text_add(out, fade_row_text(row, index));
    }
}

fade_status
fade_row_read(sqlite3_stmt *row, int index, size_t first, fade_record *record)
{
    bool failed = false;

    for (size_t i = first; i < record->entity->count; i++, index++) {
        fade_text *value = &record->values[i];

        fade_text_reset(value);
        read_value(row, index, record->entity->columns[i].type, value);
        record->given[i] = false;
        failed = failed || value->failed;
    }
    return failed ? FADE_ENOMEM : FADE_OK;
}

void
fade_row_bind(sqlite3_stmt *statement, int index, const fade_record *record,
              size_t column, int64_t practitioner)
{
    const char *value = fade_record_get(record, column);
    double number = 0.0;
    int64_t integer = 0;

    switch (record->entity->columns[column].type) {
    case FADE_TYPE_NUMBER:
        if (fade_number_parse(value, &number) == FADE_OK) {
            (void)sqlite3_bind_double(statement, index, number);
        }
        break;
    case FADE_TYPE_INTEGER:
        if (fade_integer_parse(value, &integer) == FADE_OK) {
            (void)sqlite3_bind_int64(statement, index, integer);
        }
        break;
    case FADE_TYPE_FLAG:
        if (*value) {
            (void)sqlite3_bind_int(statement, index, strcmp(value, "yes") == 0);
        }
        break;
    case FADE_TYPE_PRACTITIONER:
        if (practitioner) {
            (void)sqlite3_bind_int64(statement, index, practitioner);
        }
        break;
    case FADE_TYPE_PATH:
    case FADE_TYPE_CODE:
    case FADE_TYPE_TEXT:
    case FADE_TYPE_NOTE:
    case FADE_TYPE_WORD:
    case FADE_TYPE_LEVEL:
    case FADE_TYPE_DATE:
    case FADE_TYPE_TIME_ZONE:
        fade_bind_text(statement, index, value);
        break;
    }
}
