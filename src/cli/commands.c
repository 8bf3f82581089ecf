/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/commands.h"

#include <string.h>

#include "base/text.h"

extern const fade_cmd fade_cmd_init;
extern const fade_cmd fade_cmd_import;
extern const fade_cmd fade_cmd_export;
extern const fade_cmd fade_cmd_clinic;
extern const fade_cmd fade_cmd_practitioner;
extern const fade_cmd fade_cmd_patient;
extern const fade_cmd fade_cmd_zone;
extern const fade_cmd fade_cmd_session;
extern const fade_cmd fade_cmd_reading;
extern const fade_cmd fade_cmd_contraindication;
extern const fade_cmd fade_cmd_forecast;
extern const fade_cmd fade_cmd_schedule;
extern const fade_cmd fade_cmd_recalls;
extern const fade_cmd fade_cmd_feed;
extern const fade_cmd fade_cmd_model;
extern const fade_cmd fade_cmd_simulate;
extern const fade_cmd fade_cmd_help;

/* Add a command here: its declaration above, its row in the help's order. */
/* clang-format off */
static const fade_cmd *const commands[] = {
    &fade_cmd_init,         &fade_cmd_import,
    &fade_cmd_export,       &fade_cmd_clinic,
    &fade_cmd_practitioner, &fade_cmd_patient,
    &fade_cmd_zone,         &fade_cmd_session,
    &fade_cmd_reading,      &fade_cmd_contraindication,
    &fade_cmd_forecast,     &fade_cmd_schedule,
    &fade_cmd_recalls,      &fade_cmd_feed,
    &fade_cmd_model,        &fade_cmd_simulate,
    &fade_cmd_help,
};

/* clang-format on */

enum { COMMANDS = sizeof commands / sizeof commands[0], MOST_NAMES = 64 };

const fade_cmd *const *
fade_commands(size_t *count)
{
    *count = COMMANDS;
    return commands;
}

static const fade_cmd *
find_among_all(const char *name)
{
    for (size_t i = 0; i < COMMANDS; i++) {
        if (strcmp(commands[i]->name, name) == 0) {
            return commands[i];
        }
    }
    return NULL;
}

static const fade_cmd *
find_below(const fade_cmd *parent, const char *name)
{
    for (const fade_cmd *sub = parent->subcommands; sub && sub->name; sub++) {
        if (strcmp(sub->name, name) == 0) {
            return sub;
        }
    }
    return NULL;
}

const fade_cmd *
fade_commands_find(const char *const *words, size_t count, size_t *used)
{
    const fade_cmd *cmd = count > 0 ? find_among_all(words[0]) : NULL;

    *used = 0;
    while (cmd) {
        (*used)++;
        if (!cmd->subcommands || *used >= count || words[*used][0] == '-') {
            return cmd;
        }
        cmd = find_below(cmd, words[*used]);
    }
    return NULL;
}

const char *
fade_commands_suggest(const fade_cmd *parent, const char *word)
{
    const char *names[MOST_NAMES];
    size_t count = 0;

    if (parent) {
        for (const fade_cmd *sub = parent->subcommands;
             sub && sub->name && count < MOST_NAMES; sub++) {
            names[count++] = sub->name;
        }
    } else {
        for (size_t i = 0; i < COMMANDS && count < MOST_NAMES; i++) {
            names[count++] = commands[i]->name;
        }
    }
    return fade_text_nearest(word, names, count);
}
