/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "clinic/model_shelf.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/array.h"
#include "base/text.h"

typedef struct kept {
    char *name; /* as it was asked for */
    fade_status status;
    fade_model *model; /* NULL where it could not be read */
} kept;

struct fade_shelf {
    kept *kept;
    size_t count, room;
};

/* "" where the program's own place cannot be told, or has no such folder. */
static void
find_beside(char out[PATH_MAX])
{
    static const char beside[] = "/../models";
    char path[PATH_MAX];
    ssize_t length =
        readlink("/proc/self/exe", path, sizeof path - sizeof beside);
    char *slash = NULL;

    out[0] = '\0';
    if (length <= 0) {
        return;
    }
    path[length] = '\0';
    slash = strrchr(path, '/');
    if (slash) {
        memcpy(slash, beside, sizeof beside);
    }
    if (!slash || !realpath(path, out)) {
        out[0] = '\0';
    }
}

void
fade_shelf_find_places(fade_shelf_places *out)
{
    const char *own = getenv("FADECAST_MODELS");

    find_beside(out->beside);
    out->directories[0] = own && own[0] != '\0' ? own : NULL;
    out->directories[1] = FADE_MODELS_DIR;
    out->directories[2] = out->beside[0] != '\0' ? out->beside : NULL;
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

/* Takes `model` over, also on failure; `read` is how reading it ended. */
static fade_status
keep(fade_shelf *shelf, const char *name, fade_status read, fade_model *model)
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
    shelf->kept[shelf->count++] =
        (kept){.name = copy, .status = read, .model = model};
    return FADE_OK;
}

fade_status
fade_shelf_take(fade_shelf *shelf, const char *name, const fade_model **out,
                fade_diag *diag)
{
    fade_shelf_places places;
    fade_model *model = NULL;
    fade_status status = FADE_OK;
    fade_status kept_status = FADE_OK;

    for (size_t i = 0; i < shelf->count; i++) {
        if (strcmp(shelf->kept[i].name, name) == 0) {
            if (shelf->kept[i].status == FADE_OK) {
                *out = shelf->kept[i].model;
            }
            return shelf->kept[i].status;
        }
    }
    fade_shelf_find_places(&places);
    status = fade_model_open(name, places.directories, FADE_SHELF_DIRECTORIES,
                             &model, diag);
    kept_status = keep(shelf, name, status, model);
    if (status == FADE_OK && kept_status == FADE_OK) {
        *out = model;
    }
    return status == FADE_OK ? kept_status : status;
}
