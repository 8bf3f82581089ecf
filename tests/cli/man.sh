#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The manual pages know every command and every option.
. "$FADE_SRCDIR/tests/cli/tap.sh"

pages="$FADE_SRCDIR/src/cli"

# has_option PAGE --name: as "Fl -name", in a list or beside another.
has_option() {
    grep -qE -e "Fl $(echo "$2" | sed 's/^-//')( |\$)" "$1"
}

fadecast help --words >commands
while read -r command; do
    it "fadecast(1) knows $command" \
        grep -qE "^\.It Cm .*\b$command\b" "$pages/fadecast.1"
    page=$pages/fadecast-$command.1
    test -f "$page" || continue
    fadecast help --words "$command" >words
    grep -v ^-- words >subcommands
    while read -r subcommand; do
        it "fadecast-$command(1) knows $subcommand" \
            grep -qE "\b$subcommand\b" "$page"
        fadecast help --words "$command" "$subcommand" >>words
    done <subcommands
    grep ^-- words | tr -d = | sort -u >options
    while read -r option; do
        it "fadecast-$command(1) knows $option" has_option "$page" "$option"
    done <options
done <commands

plan_done
