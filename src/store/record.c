/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/record.h"

#include <math.h>
#include <string.h>

#include "store/validate.h"

void
fade_record_init(fade_record *record, const fade_entity *entity)
{
    *record = (fade_record){.entity = entity};
}

void
fade_record_clear(fade_record *record)
{
    for (size_t i = 0; i < FADE_COLUMNS_MAX; i++) {
        fade_text_clear(&record->values[i]);
    }
    fade_record_init(record, record->entity);
}

void
fade_record_reset(fade_record *record)
{
    for (size_t i = 0; i < record->entity->count; i++) {
        fade_text_reset(&record->values[i]);
        record->given[i] = false;
    }
    record->id = 0;
    record->file = NULL;
    record->line = 0;
}

static bool
is_blank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
}

static void
add_trimmed(fade_text *out, const char *text)
{
    size_t length = 0;

    while (is_blank(*text)) {
        text++;
    }
    length = strlen(text);
    while (length > 0 && is_blank(text[length - 1])) {
        length--;
    }
    fade_text_add_bytes(out, text, length);
}

fade_place
fade_record_place(const fade_record *record, size_t column)
{
    return (fade_place){.file = record->file,
                        .line = record->line,
                        .field = record->entity->columns[column].name};
}

fade_status
fade_record_set(fade_record *record, size_t column, const char *text,
                fade_diag *diag)
{
    fade_text *value = &record->values[column];
    fade_text trimmed = {0};
    fade_status status = FADE_OK;

    record->given[column] = true;
    fade_text_reset(value);
    add_trimmed(&trimmed, text);
    if (trimmed.length > 0) {
        status = fade_column_canonical(&record->entity->columns[column],
                                       fade_text_string(&trimmed), value,
                                       fade_record_place(record, column), diag);
    }
    if (!status && (trimmed.failed || value->failed)) {
        status = FADE_ENOMEM;
    }
    fade_text_clear(&trimmed);
    if (status) {
        fade_text_reset(value);
    }
    return status;
}

const char *
fade_record_get(const fade_record *record, size_t column)
{
    return fade_text_string(&record->values[column]);
}

const char *
fade_record_named(const fade_record *record, const char *column)
{
    return fade_record_get(record,
                           fade_entity_column_index(record->entity, column));
}

double
fade_record_number(const fade_record *record, const char *column)
{
    double value = 0.0;

    return fade_number_parse(fade_record_named(record, column), &value)
               ? nan("")
               : value;
}

fade_date
fade_record_date(const fade_record *record, const char *column)
{
    fade_date date = FADE_NO_DATE;

    return fade_date_parse(fade_record_named(record, column), &date)
               ? FADE_NO_DATE
               : date;
}

fade_status
fade_record_copy(fade_record *to, const fade_record *from)
{
    bool failed = false;

    to->entity = from->entity;
    to->id = from->id;
    to->file = from->file;
    to->line = from->line;
    for (size_t i = 0; i < from->entity->count; i++) {
        fade_text_reset(&to->values[i]);
        fade_text_add(&to->values[i], fade_record_get(from, i));
        to->given[i] = from->given[i];
        failed = failed || to->values[i].failed;
    }
    return failed ? FADE_ENOMEM : FADE_OK;
}

void
fade_record_key(const fade_record *record, fade_text *out)
{
    const fade_entity *entity = record->entity;
    bool first = true;

    for (size_t i = 0; i < entity->count; i++) {
        if (entity->columns[i].key) {
            fade_text_addf(out, "%s%s", first ? "" : "/",
                           fade_record_get(record, i));
            first = false;
        }
    }
}
