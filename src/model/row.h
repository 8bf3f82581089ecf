/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row of a model table, by its kind. */
#ifndef MODEL_ROW_H
#define MODEL_ROW_H

#include "model/cell.h"

/* Takes the current row. Only FADE_ENOMEM is a failure: see cell.h. */
fade_status fade_draft_take_row(fade_draft *draft);

/* Rows of kind parameter and covariate (row_parameter.c). */
void fade_draft_take_parameter(fade_draft *draft, const fade_model_row *row);
void fade_draft_take_effect(fade_draft *draft, const fade_model_row *row);

/* Names of error, skin and model rows, in their order. */
extern const char *const fade_error_names[FADE_ERROR_COUNT];
extern const char *const fade_skin_names[FADE_SKIN_TYPES];
extern const char *const fade_model_names[FADE_MODEL_LINES];

#endif
