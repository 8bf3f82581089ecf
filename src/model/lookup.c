/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Models by name: NAME.csv in a directory. */
#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/text.h"
#include "model/model.h"

static const char suffix[] = ".csv";

enum { SUFFIX_LENGTH = sizeof suffix - 1, NAME_SHOWN = 40 /* bytes */ };

static bool
has_suffix(const char *name)
{
    size_t length = strlen(name);

    return length > SUFFIX_LENGTH
           && strcmp(name + length - SUFFIX_LENGTH, suffix) == 0;
}

static int
is_table(const struct dirent *entry)
{
    return entry->d_name[0] != '.' && has_suffix(entry->d_name);
}

/* Not alphasort(), whose order depends on the locale. */
static int
by_name(const struct dirent **left, const struct dirent **right)
{
    return strcmp((*left)->d_name, (*right)->d_name);
}

/* Names without their suffix; what could not be copied is NULL. */
static fade_status
take_names(struct dirent **entries, size_t count, fade_model_list *list)
{
    list->names = calloc(count + 1, sizeof *list->names);
    if (!list->names) {
        return FADE_ENOMEM;
    }
    for (; list->count < count; list->count++) {
        char *name = fade_text_copy(entries[list->count]->d_name);

        if (!name) {
            return FADE_ENOMEM;
        }
        name[strlen(name) - SUFFIX_LENGTH] = '\0';
        list->names[list->count] = name;
    }
    return FADE_OK;
}

fade_status
fade_model_list_read(const char *directory, fade_model_list *out)
{
    fade_model_list list = {NULL, 0};
    struct dirent **entries = NULL;
    int count = scandir(directory, &entries, is_table, by_name);
    fade_status status;

    if (count < 0) {
        return FADE_ENOTFOUND;
    }
    status = take_names(entries, (size_t)count, &list);
    for (int i = 0; i < count; i++) {
        free(entries[i]);
    }
    free(entries);
    if (status != FADE_OK) {
        fade_model_list_clear(&list);
        return status;
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

static void
add_names(fade_text *text, const char *directory)
{
    fade_model_list list = {NULL, 0};

    if (!directory || fade_model_list_read(directory, &list) != FADE_OK) {
        return;
    }
    for (size_t i = 0; i < list.count; i++) {
        fade_text_add(text, text->length > 0 ? ", " : "");
        fade_text_add(text, list.names[i]);
    }
    fade_model_list_clear(&list);
}

/* Which names there are, for whoever asked for another. */
static void
say_unknown(const char *name, const char *const *directories, size_t count,
            fade_diag *diag)
{
    fade_text known = {0};

    for (size_t i = 0; i < count; i++) {
        add_names(&known, directories[i]);
    }
    fade_diag_error(diag, (fade_place){0},
                    "there is no model \"%.*s\"; there is %s (a file is "
                    "given as ./NAME.csv)",
                    fade_text_clip(name, NAME_SHOWN), name,
                    known.length > 0 ? fade_text_string(&known) : "none");
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
