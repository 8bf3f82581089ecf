/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "clinic/import.h"

#include <string.h>

#include "base/csv.h"
#include "clinic/import_files.h"
#include "clinic/session_model.h"
#include "store/marks.h"

/* Rows between two looks at the progress. */
enum { PROGRESS_ROWS = 256 };

typedef struct intake {
    fade_store *store;
    const fade_import_request *request;
    fade_import_report *report;
    fade_diag *diag;
    fade_import_files files;
    fade_shelf *models;
    size_t source; /* the file being read, by index */
    size_t bytes;  /* of the files before it */
    fade_csv_reader *reader;
    fade_record record;
    bool unread[FADE_ENTITIES]; /* a file of it could not be read to its end */
    bool failed;                /* nothing will be kept */
} intake;

/* Only the program's own troubles end an import; mistakes are collected. */
static bool
is_fatal(fade_status status)
{
    return status == FADE_ENOMEM || status == FADE_EDATABASE
           || status == FADE_EIO;
}

static const fade_import_file *
current_file(const intake *in)
{
    return &in->files.items[in->source];
}

static fade_status
take_columns(intake *in)
{
    fade_record *record = &in->record;
    fade_status worst = FADE_OK;

    fade_record_reset(record);
    record->file = current_file(in)->path;
    for (size_t i = 0; i < record->entity->count; i++) {
        const char *text = fade_csv_field(in->reader, i);

        if (text) {
            fade_status status = FADE_OK;

            record->line = fade_csv_place(in->reader, i).line;
            status = fade_record_set(record, i, text, in->diag);
            worst = status ? status : worst;
        }
    }
    record->line = fade_csv_line(in->reader);
    return worst;
}

static fade_place
place_of(const intake *in, const char *column)
{
    return fade_record_place(
        &in->record, fade_entity_column_index(in->record.entity, column));
}

static void
warn_of_plan(intake *in)
{
    fade_date date = fade_record_date(&in->record, "date");

    if (date > in->request->today) {
        fade_diag_warning(&in->report->warnings, place_of(in, "date"),
                          "'%s' is yet to come: kept as a plan, not counted "
                          "until then",
                          fade_record_named(&in->record, "date"));
    }
}

static fade_status
warn_of_reading(intake *in)
{
    fade_date date = fade_record_date(&in->record, "date");
    fade_date first = FADE_NO_DATE;
    fade_status status =
        fade_store_first_implant(in->store, &in->record, &first, in->diag);

    if (!status && (first == FADE_NO_DATE || date < first)) {
        fade_diag_warning(&in->report->warnings, place_of(in, "date"),
                          "the zone has no session until then, so that "
                          "nothing can be learnt from this reading");
    }
    return status;
}

/* What is allowed and yet looks like a mistake. */
static fade_status
warn(intake *in)
{
    switch (fade_entity_id_of(in->record.entity)) {
    case FADE_SESSION:
        warn_of_plan(in);
        return FADE_OK;
    case FADE_READING:
        warn_of_plan(in);
        return warn_of_reading(in);
    case FADE_CLINIC:
    case FADE_PRACTITIONER:
    case FADE_PATIENT:
    case FADE_ZONE:
    case FADE_CONTRAINDICATION:
    case FADE_ENTITIES:
        break;
    }
    return FADE_OK;
}

/* The key must not have come before, in this file or another. */
static fade_status
mark(intake *in)
{
    fade_mark here = {.source = in->source, .line = in->record.line};
    fade_mark earlier = {0};
    fade_text key = {0};
    fade_status status =
        fade_marks_set(in->store, &in->record, here, &earlier, in->diag);

    if (status != FADE_ECONFLICT) {
        return status;
    }
    fade_record_key(&in->record, &key);
    fade_diag_error(
        in->diag,
        (fade_place){.file = in->record.file, .line = in->record.line},
        "%s '%s' was given before, in line %zu of %s", in->record.entity->name,
        fade_text_string(&key), earlier.line,
        in->files.items[earlier.source].path);
    fade_text_clear(&key);
    return FADE_ECONFLICT;
}

static fade_status
refuse_row(intake *in)
{
    fade_status status = fade_store_hold_place(in->store, &in->record);

    in->report->refused++;
    in->failed = true;
    return is_fatal(status) ? status : FADE_OK;
}

/* Of a row that the store refuses, the model's mistake is said too. */
static fade_status
put(intake *in, fade_outcome *outcome)
{
    fade_status status =
        fade_store_put(in->store, &in->record, outcome, in->diag);
    fade_status model = FADE_OK;

    if (!is_fatal(status)) {
        model = fade_session_model_check(in->models, &in->record, in->diag);
    }
    return model ? model : status;
}

static fade_status
take_row(intake *in)
{
    fade_outcome outcome = FADE_UNCHANGED;
    fade_status status = take_columns(in);

    if (!status) {
        status = put(in, &outcome);
    }
    if (!status) {
        status = mark(in);
    }
    if (!status && outcome != FADE_UNCHANGED) {
        status = warn(in);
    }
    if (is_fatal(status)) {
        return status;
    }
    if (status) {
        return refuse_row(in);
    }
    in->report->rows[fade_entity_id_of(in->record.entity)][outcome]++;
    return FADE_OK;
}

static void
tell_progress(const intake *in, size_t row)
{
    if (row % PROGRESS_ROWS == 0) {
        fade_progress_step(in->request->progress,
                           in->bytes + fade_csv_bytes(in->reader),
                           in->files.bytes);
    }
}

/* Of a table that was not read to its end nothing more is known. */
static void
give_up_table(intake *in)
{
    in->unread[fade_entity_id_of(current_file(in)->entity)] = true;
    in->failed = true;
}

static fade_status
refuse_line(intake *in)
{
    in->report->refused++;
    in->failed = true;
    if (fade_csv_broken(in->reader)) {
        give_up_table(in);
        return FADE_ENOTFOUND;
    }
    return FADE_OK;
}

static fade_status
take_rows(intake *in)
{
    fade_status status = FADE_OK;

    for (size_t row = 1; !status; row++) {
        status = fade_csv_next(in->reader, in->diag);
        if (!status) {
            status = take_row(in);
            tell_progress(in, row);
        } else if (status == FADE_EPARSE) {
            status = refuse_line(in);
        }
    }
    return status == FADE_ENOTFOUND ? FADE_OK : status;
}

/* Rows whose parents could not be read would all seem to be mistakes. */
static bool
hangs_on_unread(const intake *in, const fade_entity *entity)
{
    const fade_entity *up = fade_entity_parent(entity);

    if (entity == fade_entity_get(FADE_SESSION)
        && in->unread[FADE_PRACTITIONER]) {
        return true;
    }
    while (up && !in->unread[fade_entity_id_of(up)]) {
        up = fade_entity_parent(up);
    }
    return up != NULL;
}

static bool
pass_over(intake *in)
{
    const fade_import_file *file = current_file(in);

    if (!hangs_on_unread(in, file->entity)) {
        return false;
    }
    fade_diag_warning(&in->report->warnings, (fade_place){.file = file->path},
                      "not looked at, because of a table that it builds on");
    in->unread[fade_entity_id_of(file->entity)] = true;
    return true;
}

static fade_status
take_file(intake *in)
{
    const fade_import_file *file = current_file(in);
    const fade_entity *entity = file->entity;
    fade_csv_column columns[FADE_COLUMNS_MAX];
    fade_status status = FADE_OK;

    if (pass_over(in)) {
        return FADE_OK;
    }
    for (size_t i = 0; i < entity->count; i++) {
        columns[i] = (fade_csv_column){
            .name = entity->columns[i].name,
            .required = entity->columns[i].key && entity->columns[i].required};
    }
    status = fade_csv_open(file->path, columns, entity->count, false,
                           &in->reader, in->diag);
    if (status == FADE_EPARSE) {
        give_up_table(in);
        return FADE_OK; /* said; the other files may have mistakes too */
    }
    if (status) {
        return status;
    }
    in->record.entity = entity;
    status = take_rows(in);
    fade_csv_close(in->reader);
    in->reader = NULL;
    in->report->files++;
    in->bytes += file->bytes;
    return status;
}

/* Without a clinic every row of every table would be a mistake. */
static fade_status
check_clinics(intake *in)
{
    fade_cursor *cursor = NULL;
    fade_record clinic;
    fade_status status = FADE_OK;

    if (in->files.count > 0
        && in->files.items[0].entity == fade_entity_get(FADE_CLINIC)) {
        return FADE_OK;
    }
    fade_record_init(&clinic, fade_entity_get(FADE_CLINIC));
    status =
        fade_cursor_open(in->store, clinic.entity, NULL, &cursor, in->diag);
    if (!status) {
        status = fade_cursor_next(cursor, &clinic, in->diag);
    }
    fade_cursor_close(cursor);
    fade_record_clear(&clinic);
    if (status == FADE_ENOTFOUND) {
        fade_diag_error(in->diag, (fade_place){0},
                        "the database has no clinic yet, and there is no "
                        "clinics.csv here; 'fadecast clinic add' makes one");
    }
    return status;
}

static fade_status
take_files(intake *in)
{
    fade_status status = check_clinics(in);

    if (!status) {
        status = fade_marks_begin(in->store, in->diag);
    }
    for (in->source = 0; !status && in->source < in->files.count;
         in->source++) {
        status = take_file(in);
    }
    return status;
}

static fade_status
take_all(intake *in)
{
    fade_status status = fade_store_begin(in->store, in->request->who,
                                          in->request->now, in->diag);

    if (status) {
        return status;
    }
    status = take_files(in);
    if (!status && in->failed) {
        status = FADE_EPARSE;
    }
    if (!status && !in->request->dry_run) {
        status = fade_store_commit(in->store, in->diag);
    }
    fade_store_rollback(in->store);
    return status;
}

fade_status
fade_import(fade_store *store, const fade_import_request *request,
            fade_import_report *report, fade_diag *diag)
{
    intake in = {
        .store = store, .request = request, .report = report, .diag = diag};
    fade_status status = FADE_OK;

    *report = (fade_import_report){0};
    fade_diag_init(&report->warnings, FADE_IMPORT_WARNINGS);
    fade_record_init(&in.record, fade_entity_get(FADE_CLINIC));
    status = fade_import_files_find(request->paths, request->count, &in.files,
                                    &report->warnings, diag);
    if (!status) {
        status = fade_shelf_create(&in.models);
    }
    if (!status) {
        status = take_all(&in);
    }
    fade_shelf_destroy(in.models);
    fade_csv_close(in.reader);
    fade_record_clear(&in.record);
    fade_import_files_clear(&in.files);
    return status;
}

void
fade_import_report_clear(fade_import_report *report)
{
    fade_diag_clear(&report->warnings);
}
