/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A command's arguments, parsed: `--name value`, `--name=value`, flags, `--`.
 *
 * Asking for an option that the command's row does not have is a programmer's
 * mistake (assert). The typed getters leave *out alone and return FADE_OK
 * where the option was not given; where its value is wrong they have said so
 * on standard error and return another status, and the command returns
 * FADE_EXIT_USAGE.
 */
#ifndef CLI_OPTION_H
#define CLI_OPTION_H

#include <stdint.h>

#include <fadecast/date.h>

#include "cli/cmd.h"

/*
 * Parses what follows the command's words; `argv` is borrowed. `path` is
 * those words ("patient add"). FADE_EINVAL: wrong usage, said on standard
 * error. Where --help is among them the rest is not checked.
 */
fade_status fade_arguments_parse(const fade_cmd *cmd, const char *path,
                                 int argc, char *const argv[],
                                 fade_arguments **out);
void fade_arguments_destroy(fade_arguments *args);

const fade_cmd *fade_arg_cmd(const fade_arguments *args);
const char *fade_arg_path(const fade_arguments *args);

/* All options of the command, the common ones last. */
fade_status fade_cmd_options(const fade_cmd *cmd, fade_option_list *list);

size_t fade_arg_operand_count(const fade_arguments *args);
/* Operand `index` from 0; NULL beyond the last. */
const char *fade_arg_operand(const fade_arguments *args, size_t index);

bool fade_arg_flag(const fade_arguments *args, const char *name);
/* How often the option was given, and its values in that order. */
size_t fade_arg_count(const fade_arguments *args, const char *name);
const char *fade_arg_nth(const fade_arguments *args, const char *name,
                         size_t index);
/* Its only value; NULL where it was not given. */
const char *fade_arg_text(const fade_arguments *args, const char *name);

/* Has the command such an option? */
bool fade_arg_known(const fade_arguments *args, const char *name);

/* All options that were given, in the order of the command line. */
size_t fade_arg_given_count(const fade_arguments *args);
const char *fade_arg_given(const fade_arguments *args, size_t index,
                           const char **value);

/* Ranges include their ends. */
fade_status fade_arg_number(const fade_arguments *args, const char *name,
                            double lower, double upper, double *out);
fade_status fade_arg_integer(const fade_arguments *args, const char *name,
                             int64_t lower, int64_t upper, int64_t *out);
fade_status fade_arg_seed(const fade_arguments *args, uint64_t *out);
fade_status fade_arg_date(const fade_arguments *args, const char *name,
                          fade_date *out);
fade_status fade_arg_period(const fade_arguments *args, const char *name,
                            fade_period *out);
/* RFC 3339 as seconds since 1970 UTC. */
fade_status fade_arg_time(const fade_arguments *args, const char *name,
                          int64_t *out);
/* One of `words`: its index. */
fade_status fade_arg_word(const fade_arguments *args, const char *name,
                          const char *const *words, size_t count, size_t *out);

/* FADE_EINVAL where both are given. */
fade_status fade_arg_not_both(const fade_arguments *args, const char *one,
                              const char *other);

/* --db, else $FADECAST_DB, else ./fadecast.db. */
const char *fade_arg_db(const fade_arguments *args);

/* --now, else the clock [s since 1970 UTC]. */
fade_status fade_arg_now(const fade_arguments *args, int64_t *out);

/*
 * --today, else the date now (as above, where the command has --now) in the
 * IANA `time_zone`; NULL is this computer's.
 */
fade_status fade_arg_today(const fade_arguments *args, const char *time_zone,
                           fade_date *out);

#endif
