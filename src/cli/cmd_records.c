/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * `fadecast clinic|practitioner|patient|zone|session|reading|contraindication
 * add|list|show|edit|remove`: one program for all, told apart by the store's
 * table of entities.
 */
#include <inttypes.h>
#include <stdio.h>

#include "base/text.h"
#include "cli/message.h"
#include "cli/option.h"
#include "cli/records.h"
#include "clinic/session_model.h"

static void
tell(const fade_arguments *args, const char *what, const fade_record *record,
     const char *more)
{
    fade_text key = {0};

    if (!fade_arg_flag(args, "quiet")) {
        fade_record_key(record, &key);
        printf("%s %s %s%s\n", what, record->entity->name,
               fade_text_string(&key), more);
    }
    fade_text_clear(&key);
}

/* The steps that an action takes with a record within a unit of work. */
typedef fade_status act(fade_desk *desk, fade_record *record);

static int
run_action(const fade_arguments *args, act *action)
{
    fade_desk desk;
    fade_record record;
    fade_status status = FADE_OK;
    int result = fade_desk_open(&desk, args);

    fade_record_init(&record, fade_records_entity(args));
    if (result == FADE_EXIT_OK) {
        result = fade_desk_begin(&desk);
    }
    if (result == FADE_EXIT_OK) {
        status = fade_records_from_operands(args, &record, &desk.diag);
        status = status ? status : action(&desk, &record);
        result = status ? fade_desk_fail(&desk, status) : FADE_EXIT_OK;
    }
    fade_record_clear(&record);
    fade_desk_close(&desk);
    return result;
}

static fade_status
check_model(fade_desk *desk, const fade_record *record)
{
    fade_shelf *shelf = NULL;
    fade_status status = fade_shelf_create(&shelf);

    if (!status) {
        status = fade_session_model_check(shelf, record, &desk->diag);
    }
    fade_shelf_destroy(shelf);
    return status;
}

static fade_status
add(fade_desk *desk, fade_record *record)
{
    fade_status status =
        fade_records_from_options(desk->args, false, record, &desk->diag);

    if (!status) {
        status = check_model(desk, record);
    }
    if (!status) {
        status = fade_store_add(desk->store, record, &desk->diag);
    }
    if (!status) {
        status = fade_store_commit(desk->store, &desk->diag);
    }
    if (!status) {
        tell(desk->args, "added", record, "");
    }
    return status;
}

static int
run_add(const fade_arguments *args)
{
    return run_action(args, add);
}

static fade_status
edit(fade_desk *desk, fade_record *found)
{
    fade_record record;
    fade_outcome outcome = FADE_UNCHANGED;
    fade_status status = fade_store_find(desk->store, found, &desk->diag);

    fade_record_init(&record, found->entity);
    if (!status) {
        status =
            fade_records_from_options(desk->args, true, &record, &desk->diag);
    }
    if (!status) {
        status = check_model(desk, &record);
    }
    if (!status) {
        status =
            fade_store_edit(desk->store, found, &record, &outcome, &desk->diag);
    }
    if (!status) {
        status = fade_store_commit(desk->store, &desk->diag);
    }
    if (!status) {
        tell(desk->args, outcome == FADE_CHANGED ? "changed" : "unchanged",
             &record, "");
    }
    fade_record_clear(&record);
    return status;
}

static int
run_edit(const fade_arguments *args)
{
    return run_action(args, edit);
}

static void
count_words(const int64_t counts[FADE_ENTITIES], fade_text *out)
{
    for (int i = 0; i < FADE_ENTITIES; i++) {
        const fade_entity *entity = fade_entity_get((fade_entity_id)i);

        if (counts[i] > 0) {
            fade_text_addf(out, "%s%" PRId64 " %s",
                           out->length ? ", " : ", with ", counts[i],
                           counts[i] == 1 ? entity->name : entity->table);
        }
    }
}

static fade_status
remove_found(fade_desk *desk, fade_record *found)
{
    int64_t counts[FADE_ENTITIES];
    fade_text more = {0};
    fade_status status = fade_store_find(desk->store, found, &desk->diag);

    if (!status) {
        status = fade_store_below(desk->store, found, counts, &desk->diag);
    }
    if (!status) {
        status = fade_store_remove(desk->store, found,
                                   fade_arg_flag(desk->args, "cascade"),
                                   &desk->diag);
    }
    if (!status) {
        status = fade_store_commit(desk->store, &desk->diag);
    }
    if (!status) {
        count_words(counts, &more);
        tell(desk->args, "removed", found, fade_text_string(&more));
    }
    fade_text_clear(&more);
    return status;
}

static int
run_remove(const fade_arguments *args)
{
    return run_action(args, remove_found);
}

static const fade_option write_options[] = {
    FADE_OPTION_DB,
    FADE_OPTION_BY,
    FADE_OPTION_NOW,
    FADE_OPTION_END,
};

static const fade_option remove_options[] = {
    {"cascade", NULL, "remove also all that belongs to it", false},
    FADE_OPTION_DB,
    FADE_OPTION_BY,
    FADE_OPTION_NOW,
    FADE_OPTION_END,
};

static const fade_option list_options[] = {
    FADE_OPTION_DB,
    FADE_OPTION_JSON,
    FADE_OPTION_CSV,
    FADE_OPTION_END,
};

static const fade_option show_options[] = {
    FADE_OPTION_DB,
    FADE_OPTION_JSON,
    FADE_OPTION_END,
};

/* The five rows of an entity: KEYS is how operands name one of it. */
#define FIVE(word, NAME, KEYS, fewest, greatest)                               \
    static const fade_entity_id word##_subject = (NAME);                       \
    static const fade_cmd word##_actions[] = {                                 \
        {.name = "add",                                                        \
         .synopsis = "[" KEYS "]",                                             \
         .summary = "Add a " #word,                                            \
         .details = "What the key's columns are may be given as operands "     \
                    "or as options.",                                          \
         .options = write_options,                                             \
         .most = (greatest),                                                   \
         .run = run_add,                                                       \
         .more_options = fade_records_all_options,                             \
         .subject = &word##_subject},                                          \
        {.name = "list",                                                       \
         .summary = "List those whose columns are as the options say",         \
         .options = list_options,                                              \
         .run = fade_records_list,                                             \
         .more_options = fade_records_all_options,                             \
         .subject = &word##_subject},                                          \
        {.name = "show",                                                       \
         .synopsis = (KEYS),                                                   \
         .summary = "Show one with its history",                               \
         .details = "Of one that was removed, its history is what is left.",   \
         .options = show_options,                                              \
         .least = (fewest),                                                    \
         .most = (greatest),                                                   \
         .run = fade_records_show,                                             \
         .more_options = fade_records_key_options,                             \
         .subject = &word##_subject},                                          \
        {.name = "edit",                                                       \
         .synopsis = (KEYS),                                                   \
         .summary = "Change columns of one; the history keeps what they "      \
                    "were",                                                    \
         .details = "An empty value (--note \"\") empties a column, or gives " \
                    "it its usual value again.",                               \
         .options = write_options,                                             \
         .least = (fewest),                                                    \
         .most = (greatest),                                                   \
         .run = run_edit,                                                      \
         .more_options = fade_records_own_options,                             \
         .subject = &word##_subject},                                          \
        {.name = "remove",                                                     \
         .synopsis = (KEYS),                                                   \
         .summary = "Remove one; the history keeps what it was",               \
         .options = remove_options,                                            \
         .least = (fewest),                                                    \
         .most = (greatest),                                                   \
         .run = run_remove,                                                    \
         .more_options = fade_records_key_options,                             \
         .subject = &word##_subject},                                          \
        {.name = NULL},                                                        \
    };                                                                         \
    extern const fade_cmd fade_cmd_##word;                                     \
    const fade_cmd fade_cmd_##word = {                                         \
        .name = #word,                                                         \
        .summary = "Keep records of " #word "s",                               \
        .subcommands = word##_actions,                                         \
    }

FIVE(clinic, FADE_CLINIC, "CODE", 1, 1);
FIVE(practitioner, FADE_PRACTITIONER, "CODE", 1, 1);
FIVE(patient, FADE_PATIENT, "CODE", 1, 1);
FIVE(zone, FADE_ZONE, "PATIENT ZONE", 2, 2);
FIVE(session, FADE_SESSION, "PATIENT ZONE DATE [NUMBER]", 3, 4);
FIVE(reading, FADE_READING, "PATIENT ZONE DATE KIND [NUMBER [TIMING]]", 4, 6);
FIVE(contraindication, FADE_CONTRAINDICATION, "PATIENT WHAT FROM", 3, 3);
