/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a subcommand is: one const row. Parsing, help text and completion all
 * come from it. A command takes its options (option.h), calls one use case,
 * and prints what came out (output.h).
 *
 * A new command: write cmd_<name>.c with a `const fade_cmd fade_cmd_<name>`
 * and add it to the list in commands.c.
 */
#ifndef CLI_CMD_H
#define CLI_CMD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include <fadecast/status.h>

typedef struct fade_cmd fade_cmd;
typedef struct fade_arguments fade_arguments;

enum { FADE_EXIT_OK, FADE_EXIT_FAILURE, FADE_EXIT_USAGE };

/*
 * `name` without its dashes; '_' in it is written '-' on the command line, so
 * that a column's name serves as it is. `argument` is a word in capitals for
 * the help, NULL for a flag. --help and --quiet belong to every command.
 */
typedef struct fade_option {
    const char *name;
    const char *argument;
    const char *help; /* a phrase without capital or full stop */
    bool repeatable;
} fade_option;

/* Rows that many commands have; see option.h for what reads them. */
#define FADE_OPTION_DB                                                       \
    {                                                                        \
        "db", "FILE",                                                        \
            "the clinic's database (else $FADECAST_DB, else ./fadecast.db)", \
            false                                                            \
    }
#define FADE_OPTION_TODAY                                                  \
    {                                                                      \
        "today", "DATE", "the day to judge from (else the clinic's date)", \
            false                                                          \
    }
#define FADE_OPTION_NOW                              \
    {                                                \
        "now", "TIME",                               \
            "the time to stamp changes with, as in " \
            "2026-05-01T09:30:00Z (else the clock)", \
            false                                    \
    }
#define FADE_OPTION_SEED                                                   \
    {                                                                      \
        "seed", "N", "seed of the random numbers: same seed, same output", \
            false                                                          \
    }
#define FADE_OPTION_JSON                  \
    {                                     \
        "json", NULL, "print JSON", false \
    }
#define FADE_OPTION_CSV                 \
    {                                   \
        "csv", NULL, "print CSV", false \
    }
#define FADE_OPTION_END         \
    {                           \
        NULL, NULL, NULL, false \
    }

/* A growing list of options; the rows' strings are borrowed. */
typedef struct fade_option_list {
    fade_option *rows;
    size_t count, room;
} fade_option_list;

fade_status fade_option_list_add(fade_option_list *list, fade_option option);

enum { FADE_ANY_NUMBER = 1000000 };

struct fade_cmd {
    const char *name;
    const char *synopsis; /* of the operands: "PATIENT [FILE...]"; or NULL */
    const char *summary;  /* a line without a full stop */
    const char *details;  /* paragraphs for --help, parted by \n\n; or NULL */
    const fade_option *options;  /* up to FADE_OPTION_END; or NULL */
    const fade_cmd *subcommands; /* up to a row without name; or NULL */
    int least, most;             /* operands; `most` may be FADE_ANY_NUMBER */

    /* Does it and returns an exit status; NULL where subcommands do. */
    int (*run)(const fade_arguments *args);

    /* Options that come from a table elsewhere, after `options`; or NULL. */
    fade_status (*more_options)(const fade_cmd *cmd, fade_option_list *list);
    /* Prints what else --help has to tell, from a table elsewhere; or NULL. */
    void (*more_help)(FILE *out);
    const void *subject; /* whatever `run` and `more_options` want to know */
};

#endif
