/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "clinic/model_shelf.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "base/text.h"

typedef struct kept {
    char *name; /* as it was asked for */
    fade_model *model;
} kept;

struct fade_shelf {
    kept *kept;
    size_t count, room;
};

void
fade_shelf_directories(const char *out[FADE_SHELF_DIRECTORIES])
{
    const char *own = getenv("FADECAST_MODELS");

    out[0] = own && own[0] != '\0' ? own : NULL;
    out[1] = FADE_MODELS_DIR;
}

fade_status
fade_shelf_create(fade_shelf **out)
{
    *out = calloc(1, sizeof **out);
    return *out ? FADE_OK : FADE_ENOMEM;
}

void
fade_shelf_destroy(fade_shelf *shelf)
{
    if (shelf) {
        for (size_t i = 0; i < shelf->count; i++) {
            free(shelf->kept[i].name);
            fade_model_destroy(shelf->kept[i].model);
        }
        free(shelf->kept);
        free(shelf);
    }
}

/* Takes `model` over, also on failure. */
static fade_status
keep(fade_shelf *shelf, const char *name, fade_model *model)
{
    void *items = shelf->kept;
    char *copy = fade_text_copy(name);
    fade_status status =
        copy ? fade_array_reserve(&items, &shelf->room, shelf->count + 1,
                                  sizeof *shelf->kept)
             : FADE_ENOMEM;

    shelf->kept = items;
    if (status != FADE_OK) {
        free(copy);
        fade_model_destroy(model);
        return status;
    }
    shelf->kept[shelf->count++] = (kept){.name = copy, .model = model};
    return FADE_OK;
}

fade_status
fade_shelf_take(fade_shelf *shelf, const char *name, const fade_model **out,
                fade_diag *diag)
{
    const char *directories[FADE_SHELF_DIRECTORIES];
    fade_model *model = NULL;
    fade_status status = FADE_OK;

    for (size_t i = 0; i < shelf->count; i++) {
        if (strcmp(shelf->kept[i].name, name) == 0) {
            *out = shelf->kept[i].model;
            return FADE_OK;
        }
    }
    fade_shelf_directories(directories);
    status = fade_model_open(name, directories, FADE_SHELF_DIRECTORIES, &model,
                             diag);
    if (status == FADE_OK) {
        status = keep(shelf, name, model);
    }
    if (status == FADE_OK) {
        *out = model;
    }
    return status;
}
