/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The clinic's database, opened as a command's options say. */
#ifndef CLI_DESK_H
#define CLI_DESK_H

#include "cli/cmd.h"
#include "store/store.h"

/* A row for commands that write; see fade_arg_by(). */
#define FADE_OPTION_BY                                            \
    {                                                             \
        "by", "NAME",                                             \
            "whom the history shows (else the name that you are " \
            "logged in as)",                                      \
            false                                                 \
    }

enum { FADE_WHO_SIZE = 64 };

/* --by, else the user's login name, else "uid" and a number; fills `out`. */
const char *fade_arg_by(const fade_arguments *args, char out[FADE_WHO_SIZE]);

typedef struct fade_desk {
    const fade_arguments *args;
    fade_store *store;
    fade_diag diag;
} fade_desk;

/*
 * Opens --db and passes its warnings on. Returns an exit status: where that is
 * not FADE_EXIT_OK all was said. Either way fade_desk_close() ends it.
 */
int fade_desk_open(fade_desk *desk, const fade_arguments *args);

/* Begins a unit of work by --by at --now. */
int fade_desk_begin(fade_desk *desk);

/* Says why; 2 where a value was wrong, else 1. Rolls back. */
int fade_desk_fail(fade_desk *desk, fade_status status);

void fade_desk_close(fade_desk *desk);

#endif
