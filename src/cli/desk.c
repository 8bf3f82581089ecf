/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/desk.h"

#include <pwd.h>
#include <stdio.h>
#include <unistd.h>

#include "cli/message.h"
#include "cli/option.h"

enum { USER_ROOM = 4096 };

static void
login_name(char out[FADE_WHO_SIZE])
{
    struct passwd entry;
    struct passwd *user = NULL;
    char room[USER_ROOM];

    if (getpwuid_r(geteuid(), &entry, room, sizeof room, &user) == 0 && user) {
        (void)snprintf(out, FADE_WHO_SIZE, "%s", user->pw_name);
    } else {
        (void)snprintf(out, FADE_WHO_SIZE, "uid %ld", (long)geteuid());
    }
}

const char *
fade_arg_by(const fade_arguments *args, char out[FADE_WHO_SIZE])
{
    const char *by = fade_arg_text(args, "by");

    if (by && *by) {
        (void)snprintf(out, FADE_WHO_SIZE, "%s", by);
    } else {
        login_name(out);
    }
    return out;
}

int
fade_desk_open(fade_desk *desk, const fade_arguments *args)
{
    fade_status status = FADE_OK;

    *desk = (fade_desk){.args = args};
    fade_diag_init(&desk->diag, FADE_NOTES_SHOWN);
    status = fade_store_open(fade_arg_db(args), &desk->store, &desk->diag);
    if (status) {
        return fade_failure(args, status, fade_arg_db(args), &desk->diag);
    }
    fade_message_notes(args, &desk->diag);
    fade_diag_clear(&desk->diag);
    return FADE_EXIT_OK;
}

int
fade_desk_begin(fade_desk *desk)
{
    char who[FADE_WHO_SIZE];
    int64_t now = 0;
    fade_status status = fade_arg_now(desk->args, &now);

    if (status) {
        return FADE_EXIT_USAGE;
    }
    status = fade_store_begin(desk->store, fade_arg_by(desk->args, who), now,
                              &desk->diag);
    return status ? fade_desk_fail(desk, status) : FADE_EXIT_OK;
}

int
fade_desk_fail(fade_desk *desk, fade_status status)
{
    int result = fade_failure(desk->args, status, NULL, &desk->diag);

    if (desk->store) {
        fade_store_rollback(desk->store);
    }
    return status == FADE_EINVAL ? FADE_EXIT_USAGE : result;
}

void
fade_desk_close(fade_desk *desk)
{
    fade_store_close(desk->store);
    fade_diag_clear(&desk->diag);
    desk->store = NULL;
}
