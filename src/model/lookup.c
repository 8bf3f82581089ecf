/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Models by name: NAME.csv in a directory. */
#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/array.h"
#include "base/text.h"
#include "model/model.h"

static const char suffix[] = ".csv";

enum { SUFFIX_LENGTH = sizeof suffix - 1 };

static bool
has_suffix(const char *name)
{
    size_t length = strlen(name);

    return length > SUFFIX_LENGTH
           && strcmp(name + length - SUFFIX_LENGTH, suffix) == 0;
}

static fade_status
append(fade_model_list *list, size_t *room, const char *file)
{
    void *names = list->names;
    fade_status status =
        fade_array_reserve(&names, room, list->count + 1, sizeof *list->names);
    char *name;

    list->names = names;
    if (status != FADE_OK) {
        return status;
    }
    name = fade_text_copy(file);
    if (!name) {
        return FADE_ENOMEM;
    }
    name[strlen(name) - SUFFIX_LENGTH] = '\0';
    list->names[list->count++] = name;
    return FADE_OK;
}

static int
by_name(const void *left, const void *right)
{
    return strcmp(*(char *const *)left, *(char *const *)right);
}

fade_status
fade_model_list_read(const char *directory, fade_model_list *out)
{
    fade_model_list list = {NULL, 0};
    size_t room = 0;
    fade_status status = FADE_OK;
    const struct dirent *entry = NULL;
    DIR *stream = opendir(directory);

    if (!stream) {
        return FADE_ENOTFOUND;
    }
    while (status == FADE_OK && (entry = readdir(stream)) != NULL) {
        if (entry->d_name[0] != '.' && has_suffix(entry->d_name)) {
            status = append(&list, &room, entry->d_name);
        }
    }
    closedir(stream);
    if (status != FADE_OK) {
        fade_model_list_clear(&list);
        return status;
    }
    if (list.count > 1) {
        qsort(list.names, list.count, sizeof *list.names, by_name);
    }
    *out = list;
    return FADE_OK;
}

void
fade_model_list_clear(fade_model_list *list)
{
    for (size_t i = 0; i < list->count; i++) {
        free(list->names[i]);
    }
    free(list->names);
    *list = (fade_model_list){NULL, 0};
}

/* Which names there are, for whoever asked for another. */
static void
say_unknown(const char *name, const char *const *directories, size_t count,
            fade_diag *diag)
{
    fade_text known = {0};

    for (size_t i = 0; i < count; i++) {
        fade_model_list list = {NULL, 0};

        if (directories[i]
            && fade_model_list_read(directories[i], &list) == FADE_OK) {
            for (size_t j = 0; j < list.count; j++) {
                fade_text_add(&known, known.length > 0 ? ", " : "");
                fade_text_add(&known, list.names[j]);
            }
            fade_model_list_clear(&list);
        }
    }
    fade_diag_error(diag, (fade_place){0},
                    "there is no model \"%.40s\"; there is %s (or give a "
                    "file, such as ./%.40s.csv)",
                    name, known.length > 0 ? fade_text_string(&known) : "none",
                    name);
    fade_text_clear(&known);
}

/* The path of NAME.csv in `directory` where it can be read, else "". */
static const char *
path_in(const char *directory, const char *name, fade_text *path)
{
    fade_text_reset(path);
    fade_text_addf(path, "%s/%s%s", directory, name, suffix);
    return !path->failed && access(fade_text_string(path), R_OK) == 0
               ? fade_text_string(path)
               : "";
}

fade_status
fade_model_open(const char *name, const char *const *directories, size_t count,
                fade_model **out, fade_diag *diag)
{
    fade_text path = {0};
    fade_status status = FADE_ENOTFOUND;

    *out = NULL;
    if (strchr(name, '/') || has_suffix(name)) {
        return fade_model_read(name, out, diag);
    }
    for (size_t i = 0; i < count && status == FADE_ENOTFOUND; i++) {
        if (directories[i] && name[0] != '\0'
            && path_in(directories[i], name, &path)[0] != '\0') {
            status = fade_model_read(fade_text_string(&path), out, diag);
        }
    }
    if (path.failed) {
        status = FADE_ENOMEM;
    } else if (status == FADE_ENOTFOUND) {
        say_unknown(name, directories, count, diag);
    }
    fade_text_clear(&path);
    return status;
}
