/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `fadecast recalls`: the recall list, the most urgent first. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "cli/clinic_days.h"
#include "cli/message.h"
#include "cli/option.h"
#include "cli/output.h"
#include "clinic/recall_list.h"

enum { CLINIC_COLUMN = 1 };

static const fade_column columns[] = {
    {"case_code", "CASE", FADE_CELL_TEXT, 0},
    [CLINIC_COLUMN] = {"clinic", NULL, FADE_CELL_TEXT, 0},
    {"patient", "PATIENT", FADE_CELL_TEXT, 0},
    {"name", NULL, FADE_CELL_TEXT, 0},
    {"initials", NULL, FADE_CELL_TEXT, 0},
    {"email", NULL, FADE_CELL_TEXT, 0},
    {"phone", NULL, FADE_CELL_TEXT, 0},
    {"zone", "ZONE", FADE_CELL_TEXT, 0},
    {"pigment", NULL, FADE_CELL_TEXT, 0},
    {"status", "STATUS", FADE_CELL_TEXT, 0},
    {"state", "STATE", FADE_CELL_TEXT, 0},
    {"planned_day_passed", NULL, FADE_CELL_BOOL, 0},
    {"planned", "PLANNED", FADE_CELL_TEXT, 0},
    {"earliest", "EARLIEST", FADE_CELL_TEXT, 0},
    {"recommended", "RECOMMENDED", FADE_CELL_TEXT, 0},
    {"overdue_after", "OVERDUE AFTER", FADE_CELL_TEXT, 0},
    {"latest", "LATEST", FADE_CELL_TEXT, 0},
    {"last_session", NULL, FADE_CELL_TEXT, 0},
    {"practitioner", "BY", FADE_CELL_TEXT, 0},
    {"reason", "REASON", FADE_CELL_WORDS, 0},
};

static void
add_date(fade_table *table, fade_date date)
{
    char text[FADE_DATE_SIZE];

    fade_table_text(table, fade_date_format(date, text));
}

static void
add_person(fade_table *table, const fade_recall_row *row)
{
    fade_table_text(table, row->recall.case_code);
    fade_table_text(table, row->clinic);
    fade_table_text(table, row->patient);
    fade_table_text(table, row->name);
    fade_table_text(table, row->initials);
    fade_table_text(table, row->email);
    fade_table_text(table, row->phone);
    fade_table_text(table, row->zone);
    fade_table_text(table, row->pigment);
}

static void
add_entry(fade_table *table, const fade_recall_entry *entry)
{
    const fade_recall *recall = &entry->row.recall;
    bool kept = recall->id != 0;
    bool open = kept && fade_recall_open(recall->state);
    fade_date planned = open ? recall->planned : FADE_NO_DATE;

    add_person(table, &entry->row);
    fade_table_text(
        table, entry->scheduled ? fade_recall_status_text(entry->status) : "");
    fade_table_text(table, kept ? fade_recall_state_text(recall->state) : "");
    fade_table_bool(table, planned != FADE_NO_DATE && planned < entry->today);
    add_date(table, planned);
    add_date(table, kept ? recall->dates.earliest : FADE_NO_DATE);
    add_date(table, kept ? recall->dates.recommended : FADE_NO_DATE);
    add_date(table, kept ? recall->dates.overdue_after : FADE_NO_DATE);
    add_date(table, kept ? recall->dates.latest : FADE_NO_DATE);
    add_date(table, entry->row.last_session);
    fade_table_text(table, kept ? recall->view.practitioner : "");
    fade_table_text(table, entry->reason);
}

/* Two clinics may have patients of one code: then the table names them. */
static fade_status
print_list(const fade_recall_list *list, bool one_clinic, fade_format format)
{
    fade_column shown[sizeof columns / sizeof columns[0]];
    fade_table *table = NULL;
    fade_status status =
        fade_table_create(shown, sizeof columns / sizeof columns[0], &table);

    memcpy(shown, columns, sizeof columns);
    shown[CLINIC_COLUMN].heading = one_clinic ? NULL : "CLINIC";
    if (status == FADE_OK) {
        fade_table_defuse(table);
    }
    for (size_t i = 0; status == FADE_OK && i < list->count; i++) {
        add_entry(table, &list->entries[i]);
    }
    if (status == FADE_OK && (list->count > 0 || format != FADE_FORMAT_TABLE)) {
        status = fade_table_print(table, format, stdout);
    }
    fade_table_destroy(table);
    return status;
}

/* The list is as old as the last `schedule`. */
static fade_status
remark_age(fade_desk *desk, const fade_clinic_days *days)
{
    fade_status status = FADE_OK;

    for (size_t i = 0; status == FADE_OK && i < days->count; i++) {
        const fade_clinic_day *one = &days->items[i];
        fade_date judged = FADE_NO_DATE;
        char text[FADE_DATE_SIZE];

        status =
            fade_recalls_judged(desk->store, one->id, &judged, &desk->diag);
        if (status == FADE_OK && judged == FADE_NO_DATE) {
            fade_remark(desk->args,
                        "clinic %s was never scheduled: run fadecast schedule",
                        one->code);
        } else if (status == FADE_OK && judged != one->today) {
            fade_remark(desk->args,
                        "clinic %s was last scheduled for %s: run fadecast "
                        "schedule",
                        one->code, fade_date_format(judged, text));
        }
    }
    return status;
}

static void
remark_list(const fade_arguments *args, const fade_recall_list *list)
{
    if (list->count == 0) {
        fade_remark(args, "there are no such recalls");
    }
    if (list->unscheduled > 0) {
        fade_remark(args,
                    "%zu %s a session but no recall yet: run fadecast "
                    "schedule",
                    list->unscheduled,
                    list->unscheduled == 1 ? "zone has" : "zones have");
    }
}

/* "not-due" is "not due": no quotes needed in a shell. */
static fade_status
read_statuses(const fade_arguments *args, unsigned *out)
{
    for (size_t i = 0; i < fade_arg_count(args, "status"); i++) {
        const char *word = fade_arg_nth(args, "status", i);
        fade_recall_status status = FADE_NO_DATA;
        fade_text spaced = {0};
        bool known = false;

        for (const char *c = word; *c; c++) {
            fade_text_add_bytes(&spaced, *c == '-' ? " " : c, 1);
        }
        known = fade_recall_status_parse(fade_text_string(&spaced), &status)
                == FADE_OK;
        fade_text_clear(&spaced);
        if (!known) {
            (void)fade_wrong_usage(
                args,
                "there is no status '%s': overdue, due, not-due, healing, "
                "let-fade, not-recommended, no-longer-followed, no-data",
                word);
            return FADE_EINVAL;
        }
        *out |= 1u << status;
    }
    return FADE_OK;
}

static fade_status
read_filter(const fade_arguments *args, fade_recall_filter *out)
{
    static const char *const pigments[] = {"permanent", "temporary"};
    size_t pigment = 0;
    fade_status status = read_statuses(args, &out->statuses);

    out->practitioner = fade_arg_text(args, "practitioner");
    out->all = fade_arg_flag(args, "all");
    if (status == FADE_OK) {
        status = fade_arg_date(args, "from", &out->from);
    }
    if (status == FADE_OK) {
        status = fade_arg_date(args, "until", &out->until);
    }
    if (status == FADE_OK) {
        status = fade_arg_word(args, "pigment", pigments, 2, &pigment);
    }
    if (status == FADE_OK && fade_arg_text(args, "pigment")) {
        out->pigment = pigments[pigment];
    }
    return status;
}

static fade_status
read_list(fade_desk *desk, const fade_clinic_days *days,
          const fade_recall_filter *filter, fade_recall_list **out)
{
    fade_recall_day *listed = calloc(days->count, sizeof *listed);
    fade_status status = FADE_ENOMEM;

    if (listed) {
        for (size_t i = 0; i < days->count; i++) {
            listed[i] = (fade_recall_day){.clinic = days->items[i].code,
                                          .today = days->items[i].today};
        }
        status = fade_recall_list_read(desk->store, filter, listed, days->count,
                                       out, &desk->diag);
    }
    free(listed);
    return status;
}

static int
list_recalls(fade_desk *desk, const fade_clinic_days *days,
             const fade_recall_filter *filter, fade_format format)
{
    fade_recall_list *list = NULL;
    fade_status status = read_list(desk, days, filter, &list);

    if (status == FADE_OK) {
        status = print_list(list, days->count == 1, format);
    }
    if (status == FADE_OK) {
        remark_list(desk->args, list);
        status = remark_age(desk, days);
    }
    fade_recall_list_destroy(list);
    return status == FADE_OK ? FADE_EXIT_OK : fade_desk_fail(desk, status);
}

static int
run_recalls(const fade_arguments *args)
{
    fade_recall_filter filter = fade_recall_filter_any();
    fade_format format = FADE_FORMAT_TABLE;
    fade_clinic_days days = {0};
    fade_desk desk;
    int result = FADE_EXIT_USAGE;

    if (fade_arg_format(args, &format) != FADE_OK
        || read_filter(args, &filter) != FADE_OK) {
        return FADE_EXIT_USAGE;
    }
    result = fade_desk_open(&desk, args);
    if (result == FADE_EXIT_OK) {
        result = fade_clinic_days_read(&desk, &days);
    }
    if (result == FADE_EXIT_OK) {
        result = list_recalls(&desk, &days, &filter, format);
    }
    fade_clinic_days_clear(&days);
    fade_desk_close(&desk);
    return result;
}

static const fade_option options[] = {
    {"clinic", "CODE", "only this clinic", false},
    {"practitioner", "CODE", "only whose last session was by this one", false},
    {"pigment", "CLASS", "only permanent or only temporary pigment", false},
    {"status", "STATUS", "only this status, as in not-due", true},
    {"from", "DATE", "only planned for this day or later", false},
    {"until", "DATE", "only planned for this day or earlier", false},
    {"all", NULL, "zones without need and patients without sessions too",
     false},
    FADE_OPTION_DB,
    FADE_OPTION_TODAY,
    FADE_OPTION_JSON,
    FADE_OPTION_CSV,
    FADE_OPTION_END,
};

const fade_cmd fade_cmd_recalls = {
    .name = "recalls",
    .summary = "List the recalls, the most urgent first",
    .details =
        "Shows what the last `fadecast schedule` decided: overdue first, the "
        "longest overdue at the top; then due; then by recommended date. "
        "--csv and --json add names and addresses, where the database has "
        "them, for a mail merge.",
    .options = options,
    .run = run_recalls,
};
