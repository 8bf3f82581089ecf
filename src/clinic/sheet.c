/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "clinic/sheet.h"

#include <assert.h>

#include "base/csv.h"

void
fade_sheet_init(fade_sheet *sheet, const fade_entity *entity)
{
    *sheet = (fade_sheet){.entity = entity};
    for (size_t i = 0; i < entity->count; i++) {
        fade_text_add(&sheet->text, i > 0 ? "," : "");
        fade_text_add(&sheet->text, entity->columns[i].name);
    }
    fade_text_add(&sheet->text, "\n");
}

void
fade_sheet_clear(fade_sheet *sheet)
{
    for (size_t i = 0; i < FADE_COLUMNS_MAX; i++) {
        fade_text_clear(&sheet->cells[i]);
    }
    fade_text_clear(&sheet->text);
}

static fade_text *
cell_of(fade_sheet *sheet, const char *column)
{
    size_t index = fade_entity_column_index(sheet->entity, column);

    assert(index < sheet->entity->count);
    fade_text_reset(&sheet->cells[index]);
    return &sheet->cells[index];
}

void
fade_sheet_text(fade_sheet *sheet, const char *column, const char *value)
{
    fade_text_add(cell_of(sheet, column), value);
}

void
fade_sheet_number(fade_sheet *sheet, const char *column, double value)
{
    fade_text_add_number(cell_of(sheet, column), value);
}

void
fade_sheet_date(fade_sheet *sheet, const char *column, fade_date date)
{
    char text[FADE_DATE_SIZE];

    fade_sheet_text(sheet, column, fade_date_format(date, text));
}

void
fade_sheet_flag(fade_sheet *sheet, const char *column, bool value)
{
    fade_sheet_text(sheet, column, value ? "yes" : "no");
}

void
fade_sheet_end_row(fade_sheet *sheet)
{
    for (size_t i = 0; i < sheet->entity->count; i++) {
        fade_text_add(&sheet->text, i > 0 ? "," : "");
        fade_csv_add_field(&sheet->text, fade_text_string(&sheet->cells[i]));
        sheet->text.failed = sheet->text.failed || sheet->cells[i].failed;
        fade_text_reset(&sheet->cells[i]);
    }
    fade_text_add(&sheet->text, "\n");
    sheet->rows++;
}

fade_status
fade_sheet_check(const fade_sheet *sheet)
{
    return sheet->text.failed ? FADE_ENOMEM : FADE_OK;
}
