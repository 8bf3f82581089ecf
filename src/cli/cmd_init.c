/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `fadecast init`: a new database, with its first clinic where one is named. */
#include <stdio.h>
#include <sys/random.h>

#include "cli/message.h"
#include "cli/option.h"
#include "cli/records.h"

static int
take_seed(const fade_arguments *args, uint64_t *seed)
{
    if (fade_arg_text(args, "seed")) {
        return fade_arg_seed(args, seed) ? FADE_EXIT_USAGE : FADE_EXIT_OK;
    }
    if (getrandom(seed, sizeof *seed, 0) != (ssize_t)sizeof *seed) {
        fade_message(args, "the system has no random numbers to give");
        return FADE_EXIT_FAILURE;
    }
    return FADE_EXIT_OK;
}

/* --clinic is the code; the other columns keep their names. */
static fade_status
read_clinic(const fade_arguments *args, fade_record *clinic, fade_diag *diag)
{
    fade_status worst = fade_record_set(
        clinic, fade_entity_column_index(clinic->entity, "code"),
        fade_arg_text(args, "clinic"), diag);
    fade_status status = fade_records_from_options(args, true, clinic, diag);

    return status ? status : worst;
}

static fade_status
add_clinic(fade_desk *desk)
{
    fade_record clinic;
    fade_status status = FADE_OK;

    fade_record_init(&clinic, fade_entity_get(FADE_CLINIC));
    status = read_clinic(desk->args, &clinic, &desk->diag);
    if (!status) {
        status = fade_store_add(desk->store, &clinic, &desk->diag);
    }
    if (!status) {
        status = fade_store_commit(desk->store, &desk->diag);
    }
    fade_record_clear(&clinic);
    return status;
}

/* A wrong value must not leave half a start behind. */
static int
check_clinic(const fade_arguments *args)
{
    fade_record clinic;
    fade_diag diag;
    fade_status status = FADE_OK;
    int result = FADE_EXIT_OK;

    if (!fade_arg_text(args, "clinic")) {
        if (fade_arg_text(args, "name") || fade_arg_text(args, "time_zone")
            || fade_arg_text(args, "hemisphere")) {
            return fade_wrong_usage(args, "which clinic? --clinic is missing");
        }
        return FADE_EXIT_OK;
    }
    fade_record_init(&clinic, fade_entity_get(FADE_CLINIC));
    fade_diag_init(&diag, FADE_NOTES_SHOWN);
    status = read_clinic(args, &clinic, &diag);
    if (!status) {
        status = fade_record_check(&clinic, &diag);
    }
    if (status) {
        (void)fade_failure(args, status, NULL, &diag);
        result = FADE_EXIT_USAGE;
    }
    fade_record_clear(&clinic);
    fade_diag_clear(&diag);
    return result;
}

static int
create(fade_desk *desk, uint64_t seed)
{
    const char *path = fade_arg_db(desk->args);
    fade_status status =
        fade_store_create(path, seed, &desk->store, &desk->diag);
    int result = FADE_EXIT_OK;

    if (status) {
        return fade_desk_fail(desk, status);
    }
    if (fade_arg_text(desk->args, "clinic")) {
        result = fade_desk_begin(desk);
        status = result == FADE_EXIT_OK ? add_clinic(desk) : FADE_OK;
    }
    if (status) {
        return fade_desk_fail(desk, status);
    }
    if (result == FADE_EXIT_OK && !fade_arg_flag(desk->args, "quiet")) {
        printf("made %s\n", path);
    }
    return result;
}

static int
run_init(const fade_arguments *args)
{
    fade_desk desk = {.args = args};
    uint64_t seed = 0;
    int result = check_clinic(args);

    if (result == FADE_EXIT_OK) {
        result = take_seed(args, &seed);
    }
    if (result != FADE_EXIT_OK) {
        return result;
    }
    fade_diag_init(&desk.diag, FADE_NOTES_SHOWN);
    result = create(&desk, seed);
    fade_desk_close(&desk);
    return result;
}

static const fade_option options[] = {
    {"clinic", "CODE", "code of the first clinic; others may be added later",
     false},
    {"name", "TEXT", "its name as patients know it", false},
    {"time_zone", "ZONE", "its IANA time zone, such as Europe/Berlin", false},
    {"hemisphere", "north|south", "which half of the year is summer (north)",
     false},
    {"seed", "N",
     "what recalls' identifiers are drawn from (else the system's chance)",
     false},
    FADE_OPTION_DB,
    FADE_OPTION_BY,
    FADE_OPTION_NOW,
    FADE_OPTION_END,
};

const fade_cmd fade_cmd_init = {
    .name = "init",
    .summary = "Make a new database",
    .details = "An existing file is never overwritten. The file, and those "
               "that the database keeps beside it, may be opened by their "
               "owner only.",
    .options = options,
    .run = run_init,
};
