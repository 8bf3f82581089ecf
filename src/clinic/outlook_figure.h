/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The picture of an outlook. */
#ifndef CLINIC_OUTLOOK_FIGURE_H
#define CLINIC_OUTLOOK_FIGURE_H

#include "clinic/outlook.h"

/*
 * Draws the forecast of `assembly` into `path` (.svg, .png, .pdf); arguments
 * as fade_outlook_create(), whose dates it chooses by itself. Without a `title` (NULL)
 * it says pigment and day, and names nobody. Failures as fade_figure_draw() and
 * fade_outlook_create().
 */
fade_status fade_outlook_draw(const fade_assembly *assembly,
                              const fade_recall_case *need,
                              const fade_outlook_plan *plan, const char *title,
                              const char *path, fade_diag *diag);

#endif
