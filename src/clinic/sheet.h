/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One CSV table of an entity's columns in the making. */
#ifndef CLINIC_SHEET_H
#define CLINIC_SHEET_H

#include <fadecast/date.h>
#include <fadecast/status.h>

#include "base/text.h"
#include "store/entity.h"

typedef struct fade_sheet {
    const fade_entity *entity;
    fade_text text;                    /* header and finished rows */
    fade_text cells[FADE_COLUMNS_MAX]; /* of the row at hand */
    size_t rows;                       /* finished */
} fade_sheet;

/* Starts with the header line; ended by fade_sheet_clear(). */
void fade_sheet_init(fade_sheet *sheet, const fade_entity *entity);
void fade_sheet_clear(fade_sheet *sheet);

/* Fill the row at hand; `column` must be one of the entity's. */
void fade_sheet_text(fade_sheet *sheet, const char *column, const char *value);
void fade_sheet_number(fade_sheet *sheet, const char *column, double value);
void fade_sheet_date(fade_sheet *sheet, const char *column, fade_date date);
void fade_sheet_flag(fade_sheet *sheet, const char *column, bool value);

/* Finishes the row; the next one starts empty. */
void fade_sheet_end_row(fade_sheet *sheet);

/* FADE_ENOMEM where anything could not be kept. */
fade_status fade_sheet_check(const fade_sheet *sheet);

#endif
