/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes a command line apart; option.c reads the values. */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "base/text.h"
#include "cli/message.h"
#include "cli/option.h"

typedef struct given {
    const fade_option *option;
    const char *value; /* NULL for a flag */
} given;

struct fade_arguments {
    const fade_cmd *cmd;
    const char *path;
    fade_option_list options;
    given *given;
    size_t given_count, given_room;
    const char **operands;
    size_t operand_count, operand_room;
};

static const fade_option common_options[] = {
    {"quiet", NULL, "no remarks and no progress bar", false},
    {"help", NULL, "print this text", false},
    FADE_OPTION_END,
};

fade_status
fade_option_list_add(fade_option_list *list, fade_option option)
{
    void *rows = list->rows;
    fade_status status = fade_array_reserve(&rows, &list->room, list->count + 1,
                                            sizeof *list->rows);

    list->rows = rows;
    if (status == FADE_OK) {
        list->rows[list->count++] = option;
    }
    return status;
}

static fade_status
add_all(fade_option_list *list, const fade_option *rows)
{
    fade_status status = FADE_OK;

    for (; status == FADE_OK && rows && rows->name; rows++) {
        status = fade_option_list_add(list, *rows);
    }
    return status;
}

fade_status
fade_cmd_options(const fade_cmd *cmd, fade_option_list *list)
{
    fade_status status = add_all(list, cmd->options);

    if (status == FADE_OK && cmd->more_options) {
        status = cmd->more_options(cmd, list);
    }
    return status == FADE_OK ? add_all(list, common_options) : status;
}

/* '_' and '-' are the same in an option's name. */
static char
dashed(char letter)
{
    if (letter == '_') {
        return '-';
    }
    return letter;
}

static bool
same_name(const char *row, const char *word, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        if (dashed(row[i]) != dashed(word[i])) {
            return false;
        }
    }
    return row[length] == '\0';
}

static const fade_option *
find_option(const fade_option_list *list, const char *word, size_t length)
{
    for (size_t i = 0; i < list->count; i++) {
        const char *name = list->rows[i].name;

        if (strlen(name) >= length && same_name(name, word, length)) {
            return &list->rows[i];
        }
    }
    return NULL;
}

static void
complain_unknown(const fade_arguments *args, const char *word, size_t length)
{
    char *name = strndup(word, length);
    const char **names = calloc(args->options.count + 1, sizeof *names);
    const char *near = NULL;

    for (size_t i = 0; names && i < args->options.count; i++) {
        names[i] = args->options.rows[i].name;
    }
    if (name && names) {
        near = fade_text_nearest(name, names, args->options.count);
    }
    if (near) {
        char *shown = fade_text_copy(near);

        for (char *c = shown; c && *c; c++) {
            *c = dashed(*c);
        }
        fade_wrong_usage(args, "unknown option --%.*s; --%s is meant?",
                         (int)length, word, shown ? shown : near);
        free(shown);
    } else {
        fade_wrong_usage(args, "unknown option --%.*s", (int)length, word);
    }
    free(names);
    free(name);
}

static fade_status
add_given(fade_arguments *args, const fade_option *option, const char *value)
{
    void *items = args->given;
    fade_status status = fade_array_reserve(
        &items, &args->given_room, args->given_count + 1, sizeof *args->given);

    args->given = items;
    if (status == FADE_OK) {
        args->given[args->given_count++] =
            (given){.option = option, .value = value};
    }
    return status;
}

static fade_status
add_operand(fade_arguments *args, const char *operand)
{
    void *items = args->operands;
    fade_status status =
        fade_array_reserve(&items, &args->operand_room, args->operand_count + 1,
                           sizeof *args->operands);

    args->operands = items;
    if (status == FADE_OK) {
        args->operands[args->operand_count++] = operand;
    }
    return status;
}

/* Takes argv[*at], which begins with "--", and perhaps the word after it. */
static fade_status
take_option(fade_arguments *args, int argc, char *const argv[], int *at)
{
    const char *word = argv[*at] + 2;
    const char *equals = strchr(word, '=');
    size_t length = equals ? (size_t)(equals - word) : strlen(word);
    const fade_option *option = find_option(&args->options, word, length);
    const char *value = NULL;

    if (!option) {
        complain_unknown(args, word, length);
        return FADE_EINVAL;
    }
    if (!option->repeatable && option->argument
        && fade_arg_count(args, option->name) > 0) {
        fade_wrong_usage(args, "--%.*s is given twice", (int)length, word);
        return FADE_EINVAL;
    }
    if (!option->argument && equals) {
        fade_wrong_usage(args, "--%.*s takes no value", (int)length, word);
        return FADE_EINVAL;
    }
    if (option->argument) {
        value = equals ? equals + 1 : NULL;
        if (!value && *at + 1 < argc) {
            value = argv[++*at];
        }
        if (!value) {
            fade_wrong_usage(args, "--%s needs a value: %s", word,
                             option->argument);
            return FADE_EINVAL;
        }
    }
    return add_given(args, option, value);
}

static fade_status
take_words(fade_arguments *args, int argc, char *const argv[])
{
    fade_status status = FADE_OK;
    bool only_operands = false;

    for (int i = 0; status == FADE_OK && i < argc; i++) {
        const char *word = argv[i];

        if (only_operands || word[0] != '-' || word[1] == '\0') {
            status = add_operand(args, word);
        } else if (strcmp(word, "--") == 0) {
            only_operands = true;
        } else if (word[1] == '-') {
            status = take_option(args, argc, argv, &i);
        } else {
            fade_wrong_usage(args, "%s: options begin with two dashes", word);
            status = FADE_EINVAL;
        }
    }
    return status;
}

static fade_status
check_operands(const fade_arguments *args)
{
    const fade_cmd *cmd = args->cmd;
    size_t count = args->operand_count;

    if (count < (size_t)cmd->least) {
        fade_wrong_usage(args, "%s is missing", cmd->synopsis);
        return FADE_EINVAL;
    }
    if (count > (size_t)cmd->most) {
        fade_wrong_usage(args, "'%s' is one word too many",
                         fade_arg_operand(args, (size_t)cmd->most));
        return FADE_EINVAL;
    }
    return FADE_OK;
}

fade_status
fade_arguments_parse(const fade_cmd *cmd, const char *path, int argc,
                     char *const argv[], fade_arguments **out)
{
    fade_arguments *args = calloc(1, sizeof *args);
    fade_status status = args ? FADE_OK : FADE_ENOMEM;

    *out = NULL;
    if (args) {
        args->cmd = cmd;
        args->path = path;
        status = fade_cmd_options(cmd, &args->options);
    }
    if (status == FADE_OK) {
        status = take_words(args, argc, argv);
    }
    if (status == FADE_OK && !fade_arg_flag(args, "help")) {
        status = check_operands(args);
    }
    if (status != FADE_OK) {
        fade_arguments_destroy(args);
        return status;
    }
    *out = args;
    return FADE_OK;
}

void
fade_arguments_destroy(fade_arguments *args)
{
    if (args) {
        free(args->options.rows);
        free(args->given);
        free(args->operands);
        free(args);
    }
}

const fade_cmd *
fade_arg_cmd(const fade_arguments *args)
{
    return args->cmd;
}

const char *
fade_arg_path(const fade_arguments *args)
{
    return args->path;
}

size_t
fade_arg_operand_count(const fade_arguments *args)
{
    return args->operand_count;
}

const char *
fade_arg_operand(const fade_arguments *args, size_t index)
{
    return args->operands && index < args->operand_count ? args->operands[index]
                                                         : NULL;
}

size_t
fade_arg_given_count(const fade_arguments *args)
{
    return args->given_count;
}

const char *
fade_arg_given(const fade_arguments *args, size_t index, const char **value)
{
    *value = args->given[index].value;
    return args->given[index].option->name;
}

bool
fade_arg_known(const fade_arguments *args, const char *name)
{
    return find_option(&args->options, name, strlen(name)) != NULL;
}

size_t
fade_arg_count(const fade_arguments *args, const char *name)
{
    const fade_option *option = find_option(&args->options, name, strlen(name));
    size_t count = 0;

    assert(option);
    for (size_t i = 0; i < args->given_count; i++) {
        count += args->given[i].option == option ? 1 : 0;
    }
    return count;
}

const char *
fade_arg_nth(const fade_arguments *args, const char *name, size_t index)
{
    const fade_option *option = find_option(&args->options, name, strlen(name));

    assert(option);
    for (size_t i = 0; i < args->given_count; i++) {
        if (args->given[i].option == option && index-- == 0) {
            return args->given[i].value;
        }
    }
    return NULL;
}
