/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The models that records and commands ask for by name, each read once: a name
 * with a '/' or ending in ".csv" is a file, any other is looked for in
 * $FADECAST_MODELS, then among those that were installed, then in the folder
 * `models` beside the one that the program lies in: so a program that was
 * built and not installed finds those of its source tree.
 */
#ifndef CLINIC_MODEL_SHELF_H
#define CLINIC_MODEL_SHELF_H

#include <limits.h>

#include <fadecast/model.h>

typedef struct fade_shelf fade_shelf;

enum { FADE_SHELF_DIRECTORIES = 3 };

/* Directories where names are looked for; NULL where there is none. */
typedef struct fade_shelf_places {
    const char *directories[FADE_SHELF_DIRECTORIES];
    char beside[PATH_MAX]; /* memory of the last one */
} fade_shelf_places;

void fade_shelf_find_places(fade_shelf_places *out);

/* The caller ends *out with fade_shelf_destroy(), which accepts NULL. */
fade_status fade_shelf_create(fade_shelf **out);
void fade_shelf_destroy(fade_shelf *shelf);

/*
 * *out lives as long as the shelf. Failures as fade_model_open(); a model that
 * failed once fails again, but is said in `diag` the first time only.
 */
fade_status fade_shelf_take(fade_shelf *shelf, const char *name,
                            const fade_model **out, fade_diag *diag);

#endif
