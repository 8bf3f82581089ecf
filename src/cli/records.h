/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the commands for records have in common: keys as operands, columns as
 * options, all told from the store's table of entities.
 */
#ifndef CLI_RECORDS_H
#define CLI_RECORDS_H

#include "cli/cmd.h"
#include "cli/desk.h"

/* The entity that the command's subject names. */
const fade_entity *fade_records_entity(const fade_arguments *args);

/* Options of add (all columns), edit (all but the path) and list (all). */
fade_status fade_records_all_options(const fade_cmd *cmd,
                                     fade_option_list *list);
fade_status fade_records_own_options(const fade_cmd *cmd,
                                     fade_option_list *list);
fade_status fade_records_key_options(const fade_cmd *cmd,
                                     fade_option_list *list);

/* Sets the columns that were given as options. FADE_EINVAL, said in diag. */
fade_status fade_records_from_options(const fade_arguments *args, bool own_only,
                                      fade_record *record, fade_diag *diag);

/* Sets the key's columns from the operands and --clinic. */
fade_status fade_records_from_operands(const fade_arguments *args,
                                       fade_record *record, fade_diag *diag);

int fade_records_list(const fade_arguments *args);
int fade_records_show(const fade_arguments *args);

#endif
