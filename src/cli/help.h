/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Help text, made from the rows of the commands. */
#ifndef CLI_HELP_H
#define CLI_HELP_H

#include <stdio.h>

#include "cli/cmd.h"

/* All commands, one a line. */
void fade_help_overview(FILE *out);

/* `path` is the command's words ("patient add"). */
fade_status fade_help_command(FILE *out, const fade_cmd *cmd, const char *path);

/* One row of a list: a word, and what it is, wrapped in its own column. */
void fade_help_row(FILE *out, const char *left, const char *right);

/* Subcommands or options of `cmd` (NULL: commands), one a line: completion. */
fade_status fade_help_words(FILE *out, const fade_cmd *cmd);

#endif
