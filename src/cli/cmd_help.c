/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `fadecast help [COMMAND [SUBCOMMAND]]` */
#include <stdio.h>

#include "base/text.h"
#include "cli/commands.h"
#include "cli/help.h"
#include "cli/message.h"
#include "cli/option.h"

enum { MOST_WORDS = 2 };

static int
help_about(const fade_arguments *args, const fade_cmd *cmd, const char *path)
{
    fade_status status = FADE_OK;

    if (fade_arg_flag(args, "words")) {
        status = fade_help_words(stdout, cmd);
    } else if (cmd) {
        status = fade_help_command(stdout, cmd, path);
    } else {
        fade_help_overview(stdout);
    }
    return status == FADE_OK ? FADE_EXIT_OK
                             : fade_failure(args, status, NULL, NULL);
}

static int
run_help(const fade_arguments *args)
{
    size_t count = fade_arg_operand_count(args);
    const char *words[MOST_WORDS] = {0};
    const fade_cmd *cmd = NULL;
    fade_text path = {0};
    size_t used = 0;
    int result = FADE_EXIT_USAGE;

    for (size_t i = 0; i < count; i++) {
        words[i] = fade_arg_operand(args, i);
        fade_text_addf(&path, "%s%s", i == 0 ? "" : " ", words[i]);
    }
    cmd = fade_commands_find(words, count, &used);
    if (count > 0 && (!cmd || used < count)) {
        fade_wrong_usage(NULL, "there is no command '%s'",
                         fade_text_string(&path));
    } else {
        result = help_about(args, cmd, fade_text_string(&path));
    }
    fade_text_clear(&path);
    return result;
}

static const fade_option options[] = {
    {"words", NULL, "one word a line, for completion by the shell", false},
    FADE_OPTION_END,
};

const fade_cmd fade_cmd_help = {
    .name = "help",
    .synopsis = "[COMMAND [SUBCOMMAND]]",
    .summary = "Tell what a command does",
    .options = options,
    .most = MOST_WORDS,
    .run = run_help,
};
