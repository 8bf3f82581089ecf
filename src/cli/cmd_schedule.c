/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `fadecast schedule`: judge every zone anew and keep the recalls. */
#include <stdio.h>
#include <stdlib.h>

#include "cli/clinic_days.h"
#include "cli/message.h"
#include "cli/option.h"
#include "cli/output.h"
#include "cli/progress.h"
#include "clinic/refresh.h"

static const fade_column move_columns[] = {
    {"change", "CHANGE", FADE_CELL_TEXT, 0},
    {"case_code", "CASE", FADE_CELL_TEXT, 0},
    {"clinic", "CLINIC", FADE_CELL_TEXT, 0},
    {"patient", "PATIENT", FADE_CELL_TEXT, 0},
    {"zone", "ZONE", FADE_CELL_TEXT, 0},
    {"from", "FROM", FADE_CELL_TEXT, 0},
    {"to", "TO", FADE_CELL_TEXT, 0},
    {"why", "WHY", FADE_CELL_TEXT, 0},
};

/* Statuses in the order of their urgency. */
static const fade_recall_status told_statuses[] = {FADE_OVERDUE,
                                                   FADE_DUE,
                                                   FADE_NOT_DUE,
                                                   FADE_HEALING,
                                                   FADE_LET_FADE,
                                                   FADE_NOT_RECOMMENDED,
                                                   FADE_NO_LONGER_FOLLOWED,
                                                   FADE_NO_DATA};

enum { TOLD_STATUSES = sizeof told_statuses / sizeof told_statuses[0] };

static void
add_date(fade_table *table, fade_date date)
{
    char text[FADE_DATE_SIZE];

    fade_table_text(table, fade_date_format(date, text));
}

/* What people have to know of: days that moved, recalls that came or went. */
static void
add_move(void *context, const fade_news *news)
{
    fade_table *table = context;
    const fade_recall *recall = news->recall;
    bool open = fade_recall_open(recall->state);

    if (news->kind == FADE_NEWS_OPENED || news->kind == FADE_NEWS_CHANGED) {
        return;
    }
    fade_table_text(table, fade_news_text(news->kind));
    fade_table_text(table, recall->case_code);
    fade_table_text(table, news->clinic);
    fade_table_text(table, recall->view.patient);
    fade_table_text(table, recall->view.zone);
    add_date(table, news->was);
    add_date(table, open ? recall->planned : FADE_NO_DATE);
    fade_table_text(table, news->why);
}

static void
print_summary(const fade_refresh_report *report, const fade_refresh_plan *plan)
{
    char today[FADE_DATE_SIZE];
    const char *before = " ";

    printf("%zu %s of %zu %s, judged from %s:", report->zones,
           report->zones == 1 ? "zone" : "zones", report->patients,
           report->patients == 1 ? "patient" : "patients",
           fade_date_format(plan->clinics[0].today, today));
    for (int i = 0; i < TOLD_STATUSES; i++) {
        size_t count = report->statuses[told_statuses[i]];

        if (count > 0) {
            printf("%s%zu %s", before, count,
                   fade_recall_status_text(told_statuses[i]));
            before = ", ";
        }
    }
    printf("%s\nrecalls: ", report->zones == 0 ? " nothing" : "");
    for (int kind = 0; kind < FADE_NEWS_KINDS; kind++) {
        printf("%s%zu %s", kind == 0 ? "" : ", ", report->news[kind],
               fade_news_text((fade_news_kind)kind));
    }
    printf("%s\n", plan->dry_run ? " (dry run, nothing was changed)" : "");
}

static fade_json *
status_json(const fade_refresh_report *report)
{
    fade_json *object = fade_json_object();

    for (int i = 0; i < FADE_RECALL_STATUSES; i++) {
        fade_json_add_integer(object,
                              fade_recall_status_text((fade_recall_status)i),
                              (int64_t)report->statuses[i]);
    }
    return object;
}

static fade_status
print_json(const fade_refresh_report *report, const fade_refresh_plan *plan,
           const fade_table *moves)
{
    fade_json *object = fade_json_object();
    fade_json *recalls = fade_json_object();
    fade_status status = FADE_OK;

    fade_json_add_bool(object, "dry_run", plan->dry_run);
    fade_json_add_integer(object, "patients", (int64_t)report->patients);
    fade_json_add_integer(object, "zones", (int64_t)report->zones);
    fade_json_add_integer(object, "failed", (int64_t)report->failed);
    fade_json_add(object, "statuses", status_json(report));
    for (int kind = 0; kind < FADE_NEWS_KINDS; kind++) {
        fade_json_add_integer(recalls, fade_news_text((fade_news_kind)kind),
                              (int64_t)report->news[kind]);
    }
    fade_json_add(object, "recalls", recalls);
    fade_json_add(object, "changes", fade_table_json(moves));
    status = fade_json_write(object, stdout);
    fade_json_destroy(object);
    return status;
}

static fade_status
print_report(const fade_arguments *args, const fade_refresh_report *report,
             const fade_refresh_plan *plan, const fade_table *moves)
{
    if (fade_arg_flag(args, "json")) {
        return print_json(report, plan, moves);
    }
    if (fade_arg_flag(args, "quiet")) {
        return FADE_OK;
    }
    print_summary(report, plan);
    if (fade_table_rows(moves) == 0) {
        return FADE_OK;
    }
    putchar('\n');
    return fade_table_print(moves, FADE_FORMAT_TABLE, stdout);
}

/* "3 zones have" or "1 zone has". */
static void
remark_zones(const fade_arguments *args, size_t count, const char *what)
{
    if (count > 0) {
        fade_remark(args, "%zu %s %s", count,
                    count == 1 ? "zone has" : "zones have", what);
    }
}

static void
print_remarks(const fade_arguments *args, const fade_refresh_report *report)
{
    remark_zones(args, report->skin_by_type,
                 "no skin_lightness: taken from the Fitzpatrick type");
    remark_zones(args, report->skin_assumed,
                 "neither skin_lightness nor a Fitzpatrick type: type III is "
                 "assumed");
    if (report->planned_sessions > 0) {
        fade_remark(args, "%zu %s and not counted yet",
                    report->planned_sessions,
                    report->planned_sessions == 1
                        ? "session is to come: kept as a plan"
                        : "sessions are to come: kept as plans");
    }
    if (report->later_readings > 0) {
        fade_remark(args, "%zu %s dated after today and left out",
                    report->later_readings,
                    report->later_readings == 1 ? "reading is"
                                                : "readings are");
    }
}

static int
refresh(fade_desk *desk, const fade_refresh_plan *plan, fade_table *moves)
{
    const fade_arguments *args = desk->args;
    const fade_refresh_visitor visitor = {.visit = add_move, .context = moves};
    fade_refresh_report report;
    fade_bar bar;
    fade_progress progress = fade_bar_start(&bar, args, "scheduling");
    fade_status status = fade_refresh(desk->store, plan, &progress, &visitor,
                                      &report, &desk->diag);

    fade_bar_end(&bar);
    if (status == FADE_OK) {
        status = print_report(args, &report, plan, moves);
    }
    if (status != FADE_OK) {
        return fade_desk_fail(desk, status);
    }
    print_remarks(args, &report);
    fade_message_notes(args, &desk->diag);
    return report.failed > 0 ? FADE_EXIT_FAILURE : FADE_EXIT_OK;
}

static int
refresh_clinics(fade_desk *desk, fade_refresh_plan *plan,
                const fade_clinic_days *days)
{
    fade_refresh_clinic *clinics = calloc(days->count, sizeof *clinics);
    fade_table *moves = NULL;
    int result = FADE_EXIT_OK;

    if (!clinics
        || fade_table_create(move_columns,
                             sizeof move_columns / sizeof move_columns[0],
                             &moves)
               != FADE_OK) {
        free(clinics);
        return fade_failure(desk->args, FADE_ENOMEM, NULL, NULL);
    }
    for (size_t i = 0; i < days->count; i++) {
        clinics[i] = (fade_refresh_clinic){.code = days->items[i].code,
                                           .today = days->items[i].today};
    }
    plan->clinics = clinics;
    plan->clinic_count = days->count;
    result = refresh(desk, plan, moves);
    fade_table_destroy(moves);
    free(clinics);
    return result;
}

static int
schedule(fade_desk *desk)
{
    const fade_arguments *args = desk->args;
    char who[FADE_WHO_SIZE];
    fade_refresh_plan plan = fade_refresh_plan_default(desk->store);
    fade_clinic_days days = {0};
    int result = FADE_EXIT_USAGE;

    plan.who = fade_arg_by(args, who);
    plan.dry_run = fade_arg_flag(args, "dry_run");
    if (fade_arg_now(args, &plan.now) == FADE_OK
        && fade_arg_seed(args, &plan.seed) == FADE_OK) {
        result = fade_clinic_days_read(desk, &days);
    }
    if (result == FADE_EXIT_OK) {
        result = refresh_clinics(desk, &plan, &days);
    }
    fade_clinic_days_clear(&days);
    return result;
}

static int
run_schedule(const fade_arguments *args)
{
    fade_desk desk;
    int result = fade_desk_open(&desk, args);

    if (result == FADE_EXIT_OK) {
        result = schedule(&desk);
    }
    fade_desk_close(&desk);
    return result;
}

static const fade_option options[] = {
    {"clinic", "CODE", "only this clinic (else every one)", false},
    {"dry_run", NULL, "tell what would change, but change nothing", false},
    FADE_OPTION_DB,
    FADE_OPTION_BY,
    FADE_OPTION_TODAY,
    FADE_OPTION_NOW,
    FADE_OPTION_SEED,
    FADE_OPTION_JSON,
    FADE_OPTION_END,
};

const fade_cmd fade_cmd_schedule = {
    .name = "schedule",
    .summary = "Judge every zone anew and keep the recalls",
    .details =
        "Forecasts every zone, decides whether and when a touch-up is called "
        "for, and keeps the answer as a recall with an identifier for life, a "
        "planned day and a history. Run it every night, and after records have "
        "changed.\n\n"
        "A new course of sessions closes the open recall and opens the next. A "
        "second run on the same records and day changes nothing. What moved, "
        "closed, was cancelled or came back is listed.",
    .options = options,
    .run = run_schedule,
};
