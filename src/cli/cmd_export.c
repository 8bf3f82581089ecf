/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `fadecast export`: the database as CSV tables. */
#include <inttypes.h>
#include <stdio.h>

#include "base/text.h"
#include "cli/desk.h"
#include "cli/message.h"
#include "cli/option.h"
#include "cli/progress.h"
#include "clinic/export.h"

/* The tables that --table names, all where it names none. */
static int
choose_tables(const fade_arguments *args, bool tables[FADE_ENTITIES])
{
    const char *names[FADE_ENTITIES];
    size_t count = fade_arg_count(args, "table");

    for (int i = 0; i < FADE_ENTITIES; i++) {
        names[i] = fade_entity_get((fade_entity_id)i)->table;
        tables[i] = count == 0;
    }
    for (size_t i = 0; i < count; i++) {
        const char *name = fade_arg_nth(args, "table", i);
        const fade_entity *entity = fade_entity_of_table(name);
        const char *nearest = NULL;

        if (entity) {
            tables[fade_entity_id_of(entity)] = true;
            continue;
        }
        nearest = fade_text_nearest(name, names, FADE_ENTITIES);
        return fade_wrong_usage(args, "there is no table '%s'%s%s%s", name,
                                nearest ? " (did you mean '" : "",
                                nearest ? nearest : "", nearest ? "'?)" : "");
    }
    return FADE_EXIT_OK;
}

static void
print_counts(const fade_export_request *request,
             const int64_t rows[FADE_ENTITIES])
{
    for (int i = 0; i < FADE_ENTITIES; i++) {
        if (request->tables[i]) {
            printf("%s/%s.csv: %" PRId64 " rows\n", request->directory,
                   fade_entity_get((fade_entity_id)i)->table, rows[i]);
        }
    }
}

static int
run_export(const fade_arguments *args)
{
    fade_export_request request = {.directory = fade_arg_operand(args, 0)};
    int64_t rows[FADE_ENTITIES];
    fade_desk desk;
    fade_bar bar;
    fade_progress progress;
    fade_status status = FADE_OK;
    int result = choose_tables(args, request.tables);

    if (result != FADE_EXIT_OK) {
        return result;
    }
    result = fade_desk_open(&desk, args);
    if (result == FADE_EXIT_OK) {
        progress = fade_bar_start(&bar, args, "exporting");
        request.progress = &progress;
        status = fade_export(desk.store, &request, rows, &desk.diag);
        fade_bar_end(&bar);
        result = status ? fade_desk_fail(&desk, status) : FADE_EXIT_OK;
    }
    if (result == FADE_EXIT_OK && !fade_arg_flag(args, "quiet")) {
        print_counts(&request, rows);
    }
    fade_desk_close(&desk);
    return result;
}

static const fade_option options[] = {
    {"table", "NAME", "only this table, such as patients", true},
    FADE_OPTION_DB,
    FADE_OPTION_END,
};

const fade_cmd fade_cmd_export = {
    .name = "export",
    .synopsis = "DIR",
    .summary = "Write the database as CSV tables",
    .details = "The files are what import reads, byte for byte the same for "
               "the same records, and may be opened by their owner only. "
               "Cells are written as they are: one that begins with '=' is a "
               "formula to a spreadsheet, so import such columns there as "
               "text.",
    .options = options,
    .least = 1,
    .most = 1,
    .run = run_export,
};
