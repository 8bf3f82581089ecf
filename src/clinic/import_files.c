/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "clinic/import_files.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/array.h"
#include "base/text.h"

static const char suffix[] = ".csv";

char *
fade_import_table_names(void)
{
    fade_text names = {0};

    for (int i = 0; i < FADE_ENTITIES; i++) {
        fade_text_addf(&names, "%s%s%s", i ? ", " : "",
                       fade_entity_get((fade_entity_id)i)->table, suffix);
    }
    return names.bytes;
}

static bool
ends_in_csv(const char *name)
{
    size_t length = strlen(name);
    size_t end = strlen(suffix);

    return length > end && strcmp(name + length - end, suffix) == 0;
}

static const char *
file_name(const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash ? slash + 1 : path;
}

/* The table that a path's stem names; NULL where it names none. */
static const fade_entity *
table_of(const char *path)
{
    const char *name = file_name(path);
    const char *point = strrchr(name, '.');
    fade_text stem = {0};
    const fade_entity *entity = NULL;

    fade_text_add_bytes(&stem, name,
                        point ? (size_t)(point - name) : strlen(name));
    entity = fade_entity_of_table(fade_text_string(&stem));
    fade_text_clear(&stem);
    return entity;
}

static fade_status
add_file(fade_import_files *files, const char *path, size_t bytes)
{
    fade_status status =
        fade_array_reserve((void **)&files->items, &files->room,
                           files->count + 1, sizeof *files->items);
    char *copy = NULL;

    if (status) {
        return status;
    }
    copy = fade_text_copy(path);
    if (!copy) {
        return FADE_ENOMEM;
    }
    files->items[files->count++] = (fade_import_file){
        .path = copy, .entity = table_of(path), .bytes = bytes};
    files->bytes += bytes;
    return FADE_OK;
}

/* Appends an entry of a folder where it is a table. */
static fade_status
add_entry(fade_import_files *files, const char *folder, const char *name,
          fade_diag *warnings)
{
    fade_text path = {0};
    struct stat file;
    fade_status status = FADE_OK;

    fade_text_addf(&path, "%s/%s", folder, name);
    if (path.failed) {
        status = FADE_ENOMEM;
    } else if (stat(fade_text_string(&path), &file) != 0
               || !S_ISREG(file.st_mode)) {
        status = FADE_OK;
    } else if (table_of(name)) {
        status = add_file(files, fade_text_string(&path), (size_t)file.st_size);
    } else {
        fade_diag_warning(warnings,
                          (fade_place){.file = fade_text_string(&path)},
                          "it has no table's name and was passed over");
    }
    fade_text_clear(&path);
    return status;
}

static int
is_csv_entry(const struct dirent *entry)
{
    return entry->d_name[0] != '.' && ends_in_csv(entry->d_name);
}

static int
by_name(const struct dirent **one, const struct dirent **other)
{
    return strcmp((*one)->d_name, (*other)->d_name);
}

static fade_status
add_folder(fade_import_files *files, const char *folder, fade_diag *warnings,
           fade_diag *diag)
{
    struct dirent **entries = NULL;
    size_t before = files->count;
    int count = scandir(folder, &entries, is_csv_entry, by_name);
    fade_status status = FADE_OK;

    if (count < 0) {
        fade_diag_error(diag, (fade_place){.file = folder}, "%s",
                        strerror(errno));
        return FADE_EIO;
    }
    for (int i = 0; i < count; i++) {
        if (!status) {
            status = add_entry(files, folder, entries[i]->d_name, warnings);
        }
        free(entries[i]);
    }
    free(entries);
    if (!status && files->count == before) {
        char *names = fade_import_table_names();

        fade_diag_error(diag, (fade_place){.file = folder},
                        "it has no table to import (%s)", names ? names : "");
        free(names);
        status = FADE_EPARSE;
    }
    return status;
}

static fade_status
add_path(fade_import_files *files, const char *path, fade_diag *warnings,
         fade_diag *diag)
{
    const fade_place place = {.file = path};
    struct stat file;
    char *names = NULL;

    if (stat(path, &file) != 0) {
        fade_diag_error(diag, place, "%s", strerror(errno));
        return FADE_EIO;
    }
    if (S_ISDIR(file.st_mode)) {
        return add_folder(files, path, warnings, diag);
    }
    if (table_of(path)) {
        return add_file(files, path, (size_t)file.st_size);
    }
    names = fade_import_table_names();
    fade_diag_error(diag, place,
                    "its name is no table's; a table is named as one of %s",
                    names ? names : "");
    free(names);
    return FADE_EPARSE;
}

/* Insertion keeps the order of equals; the files are few. */
static void
sort_by_entity(fade_import_files *files)
{
    for (size_t i = 1; i < files->count; i++) {
        fade_import_file file = files->items[i];
        size_t at = i;

        while (at > 0
               && fade_entity_id_of(files->items[at - 1].entity)
                      > fade_entity_id_of(file.entity)) {
            files->items[at] = files->items[at - 1];
            at--;
        }
        files->items[at] = file;
    }
}

fade_status
fade_import_files_find(const char *const *paths, size_t count,
                       fade_import_files *files, fade_diag *warnings,
                       fade_diag *diag)
{
    fade_status worst = FADE_OK;

    *files = (fade_import_files){0};
    for (size_t i = 0; i < count; i++) {
        fade_status status = add_path(files, paths[i], warnings, diag);

        worst = status ? status : worst;
    }
    sort_by_entity(files);
    return worst;
}

void
fade_import_files_clear(fade_import_files *files)
{
    for (size_t i = 0; i < files->count; i++) {
        free(files->items[i].path);
    }
    free(files->items);
    *files = (fade_import_files){0};
}
