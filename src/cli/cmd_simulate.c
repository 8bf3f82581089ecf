/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `fadecast simulate DIR` */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "cli/help.h"
#include "cli/message.h"
#include "cli/option.h"
#include "cli/progress.h"
#include "clinic/model_shelf.h"
#include "clinic/simulate.h"

typedef struct job {
    const fade_arguments *args;
    fade_design design;
    fade_simulation simulation;
    fade_shelf *shelf;
    bool wrong_usage; /* what failed was a --set */
    fade_diag diag;
} job;

/* --set KEY=VALUE */
static fade_status
set_key(job *todo, const char *word)
{
    const char *equals = strchr(word, '=');
    char *key = equals ? strndup(word, (size_t)(equals - word)) : NULL;
    fade_status status = FADE_ENOMEM;

    todo->wrong_usage = true;
    if (!equals) {
        fade_diag_error(&todo->diag, (fade_place){.field = "--set"},
                        "'%s' is not KEY=VALUE", word);
        return FADE_EINVAL;
    }
    if (key) {
        status = fade_design_set(&todo->design, key, equals + 1,
                                 (fade_place){.field = "--set"}, &todo->diag);
    }
    free(key);
    return status;
}

static fade_status
read_design(job *todo)
{
    const char *path = fade_arg_text(todo->args, "design");
    size_t count = fade_arg_count(todo->args, "set");
    fade_status status = FADE_OK;

    todo->design = fade_design_default();
    if (path) {
        status = fade_design_read(path, &todo->design, &todo->diag);
    }
    for (size_t i = 0; status == FADE_OK && i < count; i++) {
        status = set_key(todo, fade_arg_nth(todo->args, "set", i));
    }
    return status == FADE_OK ? fade_design_check(&todo->design, &todo->diag)
                             : status;
}

/* The shipped models, each replaced by a --model of its class. */
static fade_status
take_models(job *todo)
{
    fade_status status = FADE_OK;
    size_t given = fade_arg_count(todo->args, "model");
    const fade_model *model = NULL;

    for (size_t i = 0; status == FADE_OK && i < given; i++) {
        status =
            fade_shelf_take(todo->shelf, fade_arg_nth(todo->args, "model", i),
                            &model, &todo->diag);
        if (status == FADE_OK) {
            todo->simulation.model[fade_model_pigment(model)] = model;
        }
    }
    for (int p = 0; status == FADE_OK && p < FADE_PIGMENTS; p++) {
        if (!todo->simulation.model[p]) {
            status =
                fade_shelf_take(todo->shelf, fade_pigment_name((fade_pigment)p),
                                &todo->simulation.model[p], &todo->diag);
        }
    }
    return status;
}

static fade_status
simulate(job *todo)
{
    const char *directory = fade_arg_operand(todo->args, 0);
    fade_simulated made = {0};
    fade_bar bar;
    fade_progress progress = fade_bar_start(&bar, todo->args, "simulating");
    fade_status status = FADE_OK;

    todo->simulation.design = &todo->design;
    todo->simulation.progress = progress.step;
    todo->simulation.context = progress.context;
    status = fade_arg_flag(todo->args, "cohort")
                 ? fade_simulate_cohort(&todo->simulation, directory, &made,
                                        &todo->diag)
                 : fade_simulate_clinic(&todo->simulation, directory, &made,
                                        &todo->diag);
    fade_bar_end(&bar);
    if (status == FADE_OK) {
        printf("%s: %zu patients, %zu zones, %zu sessions, %zu readings\n",
               directory, made.patients, made.zones, made.sessions,
               made.readings);
    }
    return status;
}

static int
run_simulate(const fade_arguments *args)
{
    job todo = {.args = args, .simulation = {.seed = 1}};
    fade_status status = FADE_OK;
    int result = FADE_EXIT_OK;

    if (fade_arg_seed(args, &todo.simulation.seed) != FADE_OK) {
        return FADE_EXIT_USAGE;
    }
    fade_diag_init(&todo.diag, FADE_NOTES_SHOWN);
    status = fade_shelf_create(&todo.shelf);
    if (status == FADE_OK) {
        status = read_design(&todo);
    }
    if (status == FADE_OK) {
        todo.wrong_usage = false;
        status = take_models(&todo);
    }
    if (status == FADE_OK) {
        status = simulate(&todo);
    }
    if (status != FADE_OK) {
        result = fade_failure(args, status, NULL, &todo.diag);
        result = todo.wrong_usage ? FADE_EXIT_USAGE : result;
    }
    fade_shelf_destroy(todo.shelf);
    fade_diag_clear(&todo.diag);
    return result;
}

static void
list_keys(FILE *out)
{
    fputs("\nKeys of a design:\n", out);
    for (size_t i = 0; fade_design_key_at(i); i++) {
        const fade_design_key *key = fade_design_key_at(i);

        fade_help_row(out, key->name, key->help);
    }
}

static const fade_option options[] = {
    {"design", "FILE",
     "a table of keys and values; what it leaves out has a "
     "default",
     false},
    {"set", "KEY=VALUE", "one key of the design, over the file's", true},
    {"cohort", NULL, "write one table in the manner of NONMEM for estimation",
     false},
    {"model", "MODEL", "a model for its class of pigment: a name or a file",
     true},
    FADE_OPTION_SEED,
    FADE_OPTION_END,
};

const fade_cmd fade_cmd_simulate = {
    .name = "simulate",
    .synopsis = "DIR",
    .summary = "Make up patients from a model, a design and a seed",
    .details =
        "Writes the tables of a clinic that does not exist into DIR, as "
        "`fadecast import` takes them, and in DIR/truth what these people "
        "really are. Same models, design and seed, same bytes.\n\n"
        "Values are a number (60), a range (90..150), a mix of values with "
        "weights (2:0.2 3:0.8), a date or a word.",
    .options = options,
    .least = 1,
    .most = 1,
    .run = run_simulate,
    .more_help = list_keys,
};
