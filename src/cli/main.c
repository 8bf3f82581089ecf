/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "cli/commands.h"
#include "cli/help.h"
#include "cli/message.h"
#include "cli/option.h"

/* Complains about words[used], which names no command. */
static int
unknown_command(const char *const *words, size_t used)
{
    size_t parents = 0;
    const fade_cmd *parent =
        used > 0 ? fade_commands_find(words, used, &parents) : NULL;
    const char *near = fade_commands_suggest(parent, words[used]);

    return fade_wrong_usage(NULL, "there is no command '%s%s%s'%s%s%s",
                            parent ? words[0] : "", parent ? " " : "",
                            words[used], near ? "; '" : "", near ? near : "",
                            near ? "' is meant?" : "");
}

static int
run_command(const fade_cmd *cmd, const char *path, int argc, char *argv[])
{
    fade_arguments *args = NULL;
    fade_status status = fade_arguments_parse(cmd, path, argc, argv, &args);
    int result = FADE_EXIT_FAILURE;

    if (status == FADE_ENOMEM) {
        fade_message(NULL, "%s", fade_status_text(status));
        return FADE_EXIT_FAILURE;
    }
    if (status != FADE_OK) {
        return FADE_EXIT_USAGE;
    }
    if (fade_arg_flag(args, "help")) {
        result = fade_help_command(stdout, cmd, path) == FADE_OK
                     ? FADE_EXIT_OK
                     : FADE_EXIT_FAILURE;
    } else if (cmd->run) {
        result = cmd->run(args);
    } else {
        result = fade_wrong_usage(args, "a subcommand is missing");
    }
    fade_arguments_destroy(args);
    return result;
}

static int
dispatch(int argc, char *argv[])
{
    const char *const *words = (const char *const *)argv;
    const fade_cmd *cmd = NULL;
    fade_text path = {0};
    size_t used = 0;
    int result = FADE_EXIT_OK;

    if (argc == 0) {
        fade_help_overview(stderr);
        return FADE_EXIT_USAGE;
    }
    if (strcmp(argv[0], "--version") == 0) {
        printf("fadecast %s\n", PACKAGE_VERSION);
        return FADE_EXIT_OK;
    }
    if (strcmp(argv[0], "--help") == 0) {
        fade_help_overview(stdout);
        return FADE_EXIT_OK;
    }
    cmd = fade_commands_find(words, (size_t)argc, &used);
    if (!cmd) {
        return unknown_command(words, used);
    }
    for (size_t i = 0; i < used; i++) {
        fade_text_addf(&path, "%s%s", i == 0 ? "" : " ", words[i]);
    }
    result = run_command(cmd, fade_text_string(&path), argc - (int)used,
                         argv + used);
    fade_text_clear(&path);
    return result;
}

int
main(int argc, char *argv[])
{
    int result = dispatch(argc > 0 ? argc - 1 : 0, argv + 1);

    /* A full disk shows only here. */
    if (fflush(stdout) != 0 || ferror(stdout)) {
        fade_message(NULL, "writing the output failed: %s", strerror(errno));
        return FADE_EXIT_FAILURE;
    }
    return result;
}
