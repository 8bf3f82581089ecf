#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Completion by bash offers what the table of commands has.
# shellcheck source=tests/cli/tap.sh
. "$FADE_SRCDIR/tests/cli/tap.sh"
# shellcheck source=src/cli/completion.bash
. "$FADE_SRCDIR/src/cli/completion.bash"

# complete_words WORD...: what the last word is completed to, in $out.
complete_words() {
    COMP_WORDS=("$@")
    COMP_CWORD=$(($# - 1))
    _fadecast
    printf '%s\n' "${COMPREPLY[@]}" >"$out"
}

fadecast help --words >commands
complete_words fadecast ""
it "nothing is completed to every command" same "$out" commands
complete_words fadecast fore
it "a beginning is completed to its command" same "$out" <(echo forecast)
complete_words fadecast model ""
it "a command is followed by its subcommands" same "$out" <(printf 'list\nshow\ncheck\n')
complete_words fadecast forecast --skin
it "two dashes are completed to an option" same "$out" <(echo --skin-lightness=)
complete_words fadecast model show --js
it "a subcommand has its options" same "$out" <(echo --json)
complete_words fadecast forecast P1 --zo
it "options are offered after an operand" same "$out" <(echo --zone=)
complete_words fadecast help mod
it "help is followed by a command" same "$out" <(echo model)

while read -r command; do
    fadecast help --words "$command" >words
    complete_words fadecast "$command" "$(grep -q ^-- words && echo --)"
    it "all words of $command are offered" same "$out" words
done < <(grep -vx help commands)

plan_done
