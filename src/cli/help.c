/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/help.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "cli/commands.h"
#include "cli/option.h"
#include "cli/output.h"

enum { HELP_COLUMN = 26 };

void
fade_help_row(FILE *out, const char *left, const char *right)
{
    fade_text line = {0};
    size_t width = fade_text_columns(left) + 2;

    if (width >= HELP_COLUMN) {
        fprintf(out, "  %s\n", left);
        fade_print_words(out, HELP_COLUMN, right);
        return;
    }
    fade_text_addf(&line, "  %s", left);
    fade_print_labelled(out, fade_text_string(&line), HELP_COLUMN, right);
    fade_text_clear(&line);
}

void
fade_help_overview(FILE *out)
{
    size_t count = 0;
    const fade_cmd *const *commands = fade_commands(&count);

    fputs("Usage: fadecast COMMAND [OPTION...] [OPERAND...]\n\n", out);
    fade_print_words(out, 0,
                     "Forecasts how scalp micropigmentation fades, and when "
                     "to call patients back for a touch-up.");
    fputs("\nCommands:\n", out);
    for (size_t i = 0; i < count; i++) {
        fade_help_row(out, commands[i]->name, commands[i]->summary);
    }
    fputs("\n'fadecast COMMAND --help' tells more of each.\n", out);
}

static void
print_usage(FILE *out, const fade_cmd *cmd, const char *path)
{
    fprintf(out, "Usage: fadecast %s", path);
    if (cmd->subcommands) {
        const char *before = " ";

        for (const fade_cmd *sub = cmd->subcommands; sub->name; sub++) {
            fprintf(out, "%s%s", before, sub->name);
            before = "|";
        }
    }
    fputs(cmd->subcommands ? " ..." : " [OPTION...]", out);
    fprintf(out, "%s%s\n\n", cmd->synopsis ? " " : "",
            cmd->synopsis ? cmd->synopsis : "");
}

static void
print_option(FILE *out, const fade_option *option)
{
    fade_text left = {0};
    fade_text right = {0};

    fade_text_add(&left, "--");
    for (const char *c = option->name; *c; c++) {
        fade_text_add_bytes(&left, *c == '_' ? "-" : c, 1);
    }
    if (option->argument) {
        fade_text_addf(&left, " %s", option->argument);
    }
    fade_text_addf(&right, "%s%s", option->help,
                   option->repeatable ? " (may be repeated)" : "");
    fade_help_row(out, fade_text_string(&left), fade_text_string(&right));
    fade_text_clear(&left);
    fade_text_clear(&right);
}

fade_status
fade_help_command(FILE *out, const fade_cmd *cmd, const char *path)
{
    fade_option_list list = {0};
    fade_status status = fade_cmd_options(cmd, &list);

    print_usage(out, cmd, path);
    fprintf(out, "%s.\n", cmd->summary);
    if (cmd->details) {
        fputc('\n', out);
        fade_print_words(out, 0, cmd->details);
    }
    if (cmd->subcommands) {
        fputs("\nSubcommands:\n", out);
    }
    for (const fade_cmd *sub = cmd->subcommands; sub && sub->name; sub++) {
        fade_help_row(out, sub->name, sub->summary);
    }
    if (!cmd->subcommands && list.count > 0) {
        fputs("\nOptions:\n", out);
    }
    for (size_t i = 0; !cmd->subcommands && i < list.count; i++) {
        print_option(out, &list.rows[i]);
    }
    if (cmd->more_help) {
        cmd->more_help(out);
    }
    free(list.rows);
    return status;
}

static fade_status
print_option_words(FILE *out, const fade_cmd *cmd)
{
    fade_option_list list = {0};
    fade_status status = fade_cmd_options(cmd, &list);

    for (size_t i = 0; i < list.count; i++) {
        fputs("--", out);
        for (const char *c = list.rows[i].name; *c; c++) {
            fputc(*c == '_' ? '-' : *c, out);
        }
        fputs(list.rows[i].argument ? "=\n" : "\n", out);
    }
    free(list.rows);
    return status;
}

fade_status
fade_help_words(FILE *out, const fade_cmd *cmd)
{
    size_t count = 0;
    const fade_cmd *const *commands = fade_commands(&count);

    for (size_t i = 0; !cmd && i < count; i++) {
        fprintf(out, "%s\n", commands[i]->name);
    }
    for (const fade_cmd *sub = cmd ? cmd->subcommands : NULL; sub && sub->name;
         sub++) {
        fprintf(out, "%s\n", sub->name);
    }
    return cmd && !cmd->subcommands ? print_option_words(out, cmd) : FADE_OK;
}
