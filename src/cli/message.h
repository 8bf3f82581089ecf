/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Messages to the user on standard error, as "fadecast <command>: text".
 * They never hold a patient's name or a secret token.
 */
#ifndef CLI_MESSAGE_H
#define CLI_MESSAGE_H

#include <fadecast/diag.h>

#include "cli/cmd.h"

/* Notes of a diag that are printed; the rest is counted. */
enum { FADE_NOTES_SHOWN = 50 };

/* `args` may be NULL, then without a command. Always one line. */
void fade_message(const fade_arguments *args, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Says what was wrong and where the help is; returns FADE_EXIT_USAGE. */
int fade_wrong_usage(const fade_arguments *args, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Like fade_message(), but nothing under --quiet. */
void fade_remark(const fade_arguments *args, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* All notes of `diag`, and how many were left out. */
void fade_message_notes(const fade_arguments *args, const fade_diag *diag);

/*
 * Says why something failed: the notes of `diag` (NULL: none) where it has
 * errors, else the status's own text, after `what` (what was tried, or NULL).
 * Returns FADE_EXIT_FAILURE.
 */
int fade_failure(const fade_arguments *args, fade_status status,
                 const char *what, const fade_diag *diag);

#endif
