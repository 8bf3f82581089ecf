/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `fadecast import`: CSV tables into the database, whole or not at all. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "cli/desk.h"
#include "cli/message.h"
#include "cli/option.h"
#include "cli/output.h"
#include "cli/progress.h"
#include "clinic/import.h"

static const char *const outcome_names[FADE_OUTCOMES] = {
    [FADE_ADDED] = "added",
    [FADE_CHANGED] = "changed",
    [FADE_UNCHANGED] = "unchanged"};

static void
print_counts(const char *what, const int64_t counts[FADE_OUTCOMES])
{
    printf("%s: ", what);
    for (int i = 0; i < FADE_OUTCOMES; i++) {
        printf("%s%" PRId64 " %s", i ? ", " : "", counts[i], outcome_names[i]);
    }
    putchar('\n');
}

static void
print_report(const fade_import_report *report, bool dry_run)
{
    int64_t total[FADE_OUTCOMES] = {0};

    for (int i = 0; i < FADE_ENTITIES; i++) {
        int64_t rows = 0;

        for (int outcome = 0; outcome < FADE_OUTCOMES; outcome++) {
            rows += report->rows[i][outcome];
            total[outcome] += report->rows[i][outcome];
        }
        if (rows > 0) {
            print_counts(fade_entity_get((fade_entity_id)i)->table,
                         report->rows[i]);
        }
    }
    print_counts(dry_run ? "in all (dry run, nothing was changed)" : "in all",
                 total);
}

static fade_status
print_json(const fade_import_report *report, bool dry_run)
{
    fade_json *object = fade_json_object();
    fade_status status = FADE_OK;

    fade_json_add_bool(object, "dry_run", dry_run);
    for (int i = 0; i < FADE_ENTITIES; i++) {
        fade_json *table = fade_json_object();

        for (int outcome = 0; outcome < FADE_OUTCOMES; outcome++) {
            fade_json_add_integer(table, outcome_names[outcome],
                                  report->rows[i][outcome]);
        }
        fade_json_add(object, fade_entity_get((fade_entity_id)i)->table, table);
    }
    status = fade_json_write(object, stdout);
    fade_json_destroy(object);
    return status;
}

static int
fail(fade_desk *desk, const fade_import_report *report, fade_status status)
{
    int result = fade_desk_fail(desk, status);

    if (status == FADE_EPARSE) {
        fade_message(desk->args,
                     "%zu %s in %" PRId64 " %s: nothing was "
                     "imported",
                     desk->diag.errors,
                     desk->diag.errors == 1 ? "mistake" : "mistakes",
                     report->refused, report->refused == 1 ? "row" : "rows");
    }
    fade_message_notes(desk->args, &report->warnings);
    return result;
}

static int
import(fade_desk *desk, const fade_import_request *asked)
{
    const fade_arguments *args = desk->args;
    fade_import_request request = *asked;
    fade_import_report report;
    fade_bar bar;
    fade_progress progress = fade_bar_start(&bar, args, "importing");
    fade_status status = FADE_OK;
    int result = FADE_EXIT_OK;

    request.progress = &progress;
    status = fade_import(desk->store, &request, &report, &desk->diag);
    fade_bar_end(&bar);
    if (status) {
        result = fail(desk, &report, status);
    } else {
        fade_message_notes(args, &report.warnings);
        if (fade_arg_flag(args, "json")) {
            status = print_json(&report, request.dry_run);
        } else if (!fade_arg_flag(args, "quiet")) {
            print_report(&report, request.dry_run);
        }
        result = status ? fade_desk_fail(desk, status) : FADE_EXIT_OK;
    }
    fade_import_report_clear(&report);
    return result;
}

static int
import_paths(fade_desk *desk, const char **paths, size_t count)
{
    const fade_arguments *args = desk->args;
    char who[FADE_WHO_SIZE];
    fade_import_request request = {.paths = paths,
                                   .count = count,
                                   .who = fade_arg_by(args, who),
                                   .dry_run = fade_arg_flag(args, "dry_run")};

    if (fade_arg_now(args, &request.now)
        || fade_arg_today(args, NULL, &request.today)) {
        return FADE_EXIT_USAGE;
    }
    return import(desk, &request);
}

static int
run_import(const fade_arguments *args)
{
    fade_desk desk;
    size_t count = fade_arg_operand_count(args);
    const char **paths = calloc(count, sizeof *paths);
    int result = FADE_EXIT_OK;

    if (!paths) {
        return fade_failure(args, FADE_ENOMEM, NULL, NULL);
    }
    for (size_t i = 0; i < count; i++) {
        paths[i] = fade_arg_operand(args, i);
    }
    result = fade_desk_open(&desk, args);
    if (result == FADE_EXIT_OK) {
        result = import_paths(&desk, paths, count);
    }
    fade_desk_close(&desk);
    free(paths);
    return result;
}

static const fade_option options[] = {
    {"dry_run", NULL, "find every mistake and count, but change nothing",
     false},
    FADE_OPTION_DB,
    FADE_OPTION_BY,
    FADE_OPTION_TODAY,
    FADE_OPTION_NOW,
    FADE_OPTION_JSON,
    FADE_OPTION_END,
};

const fade_cmd fade_cmd_import = {
    .name = "import",
    .synopsis = "DIR|FILE...",
    .summary = "Take CSV tables into the database",
    .details =
        "A table is known by its file's name: clinics.csv, practitioners.csv, "
        "patients.csv, zones.csv, sessions.csv, readings.csv, "
        "contraindications.csv. Their columns are in fadecast-tables(5).\n\n"
        "All rows of all files are taken, or none: every mistake is counted "
        "and the first 50 are shown. What is there already with the same "
        "values stays as it is, so a second import changes nothing; what "
        "differs is changed, and the history keeps what it was.",
    .options = options,
    .least = 1,
    .most = FADE_ANY_NUMBER,
    .run = run_import,
};
