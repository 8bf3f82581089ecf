/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "clinic/export.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "base/csv.h"
#include "base/outfile.h"
#include "base/text.h"

enum { OWNER_ONLY = 0600, OWNER_FOLDER = 0700, PROGRESS_ROWS = 1024 };

typedef struct outgoing {
    fade_store *store;
    const fade_export_request *request;
    int64_t *rows;
    size_t done;  /* rows of all tables */
    size_t total; /* likewise */
    fade_outfile *files[FADE_ENTITIES];
    fade_diag *diag;
} outgoing;

static fade_status
make_folder(const char *path, fade_diag *diag)
{
    if (mkdir(path, OWNER_FOLDER) != 0 && errno != EEXIST) {
        fade_diag_error(diag, (fade_place){.file = path}, "cannot make it: %s",
                        strerror(errno));
        return FADE_EIO;
    }
    return FADE_OK;
}

static fade_status
open_file(outgoing *out, fade_entity_id id)
{
    fade_text path = {0};
    fade_status status = FADE_ENOMEM;

    fade_text_addf(&path, "%s/%s.csv", out->request->directory,
                   fade_entity_get(id)->table);
    if (!path.failed) {
        status = fade_outfile_open(fade_text_string(&path), OWNER_ONLY,
                                   &out->files[id], out->diag);
    }
    fade_text_clear(&path);
    return status;
}

static void
write_line(FILE *stream, const fade_text *line)
{
    /* An error stays with the stream and is found by the commit. */
    (void)fwrite(line->bytes, 1, line->length, stream);
}

static void
write_header(FILE *stream, const fade_entity *entity, fade_text *line)
{
    fade_text_reset(line);
    for (size_t i = 0; i < entity->count; i++) {
        fade_text_add(line, i ? "," : "");
        fade_csv_add_field(line, entity->columns[i].name);
    }
    fade_text_add(line, "\n");
    write_line(stream, line);
}

static void
write_record(FILE *stream, const fade_record *record, fade_text *line)
{
    fade_text_reset(line);
    for (size_t i = 0; i < record->entity->count; i++) {
        fade_text_add(line, i ? "," : "");
        fade_csv_add_field(line, fade_record_get(record, i));
    }
    fade_text_add(line, "\n");
    write_line(stream, line);
}

static fade_status
write_rows(outgoing *out, fade_entity_id id, fade_cursor *cursor,
           fade_record *record, fade_text *line)
{
    FILE *stream = fade_outfile_stream(out->files[id]);
    fade_status status = FADE_OK;

    write_header(stream, record->entity, line);
    while (!status) {
        status = fade_cursor_next(cursor, record, out->diag);
        if (status) {
            break;
        }
        write_record(stream, record, line);
        out->rows[id]++;
        if (++out->done % PROGRESS_ROWS == 0) {
            fade_progress_step(out->request->progress, out->done, out->total);
        }
    }
    if (line->failed) {
        return FADE_ENOMEM;
    }
    return status == FADE_ENOTFOUND ? FADE_OK : status;
}

static fade_status
write_table(outgoing *out, fade_entity_id id)
{
    fade_cursor *cursor = NULL;
    fade_record record;
    fade_text line = {0};
    fade_status status = open_file(out, id);

    fade_record_init(&record, fade_entity_get(id));
    if (!status) {
        status = fade_cursor_open(out->store, record.entity, NULL, &cursor,
                                  out->diag);
    }
    if (!status) {
        status = write_rows(out, id, cursor, &record, &line);
    }
    fade_cursor_close(cursor);
    fade_record_clear(&record);
    fade_text_clear(&line);
    return status;
}

static fade_status
count_rows(outgoing *out)
{
    for (int i = 0; i < FADE_ENTITIES; i++) {
        int64_t count = 0;
        fade_status status = FADE_OK;

        if (out->request->tables[i]) {
            status =
                fade_store_count(out->store, fade_entity_get((fade_entity_id)i),
                                 &count, out->diag);
        }
        if (status) {
            return status;
        }
        out->total += (size_t)count;
    }
    return FADE_OK;
}

static fade_status
write_tables(outgoing *out)
{
    fade_status status = count_rows(out);

    for (int i = 0; !status && i < FADE_ENTITIES; i++) {
        if (out->request->tables[i]) {
            status = write_table(out, (fade_entity_id)i);
        }
    }
    return status;
}

/* Only when every table is written does the first take its place. */
static fade_status
commit_files(outgoing *out)
{
    fade_status status = FADE_OK;

    for (int i = 0; !status && i < FADE_ENTITIES; i++) {
        if (out->files[i]) {
            status = fade_outfile_commit(out->files[i], NULL, out->diag);
            out->files[i] = NULL;
        }
    }
    return status;
}

fade_status
fade_export(fade_store *store, const fade_export_request *request,
            int64_t rows[FADE_ENTITIES], fade_diag *diag)
{
    outgoing out = {
        .store = store, .request = request, .rows = rows, .diag = diag};
    fade_status status = make_folder(request->directory, diag);

    memset(rows, 0, FADE_ENTITIES * sizeof *rows);
    if (status) {
        return status;
    }
    status = fade_store_begin_read(store, diag);
    if (!status) {
        status = write_tables(&out);
    }
    fade_store_rollback(store);
    if (!status) {
        status = commit_files(&out);
    }
    for (int i = 0; i < FADE_ENTITIES; i++) {
        fade_outfile_discard(out.files[i]);
    }
    return status;
}
