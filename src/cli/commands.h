/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of subcommands, in the order of the help text. */
#ifndef CLI_COMMANDS_H
#define CLI_COMMANDS_H

#include "cli/cmd.h"

const fade_cmd *const *fade_commands(size_t *count);

/*
 * The command that the words name ("patient", "add"), or NULL. *used is how
 * many of the words belong to it; on failure the index of the bad word. A
 * command with subcommands is found where no further word follows.
 */
const fade_cmd *fade_commands_find(const char *const *words, size_t count,
                                   size_t *used);

/* The subcommand or command nearest to `word`; NULL where none is near. */
const char *fade_commands_suggest(const fade_cmd *parent, const char *word);

#endif
