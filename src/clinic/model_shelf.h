/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The models that records and commands ask for by name, each read once: a name
 * with a '/' or ending in ".csv" is a file, any other is looked for in
 * $FADECAST_MODELS, then among those that were installed.
 */
#ifndef CLINIC_MODEL_SHELF_H
#define CLINIC_MODEL_SHELF_H

#include <fadecast/model.h>

typedef struct fade_shelf fade_shelf;

/* Directories where names are looked for; NULL where there is none. */
enum { FADE_SHELF_DIRECTORIES = 2 };

void fade_shelf_directories(const char *out[FADE_SHELF_DIRECTORIES]);

/* The caller ends *out with fade_shelf_destroy(), which accepts NULL. */
fade_status fade_shelf_create(fade_shelf **out);
void fade_shelf_destroy(fade_shelf *shelf);

/* *out lives as long as the shelf. Failures as fade_model_open(). */
fade_status fade_shelf_take(fade_shelf *shelf, const char *name,
                            const fade_model **out, fade_diag *diag);

#endif
