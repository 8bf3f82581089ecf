#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What every command has in common.
. "$FADE_SRCDIR/tests/cli/tap.sh"

run fadecast
it "no command is wrong usage" exits 2
it "no command shows the commands on standard error" complains "Commands:"

run fadecast --help
it "--help succeeds" exits 0
it "--help shows the commands on standard output" prints "Commands:"
it "--help is silent on standard error" silent

run fadecast --version
it "--version says name and version" matches '^fadecast [0-9]+\.[0-9]+'

run fadecast hepl
it "an unknown command is wrong usage" exits 2
it "an unknown command is answered with the nearest" complains "'help' is meant?"

run fadecast help nonsense
it "help about an unknown command is wrong usage" exits 2

run fadecast help --wrods
it "an unknown option is wrong usage" exits 2
it "an unknown option is answered with the nearest" complains "--words is meant?"
it "a message names its command" complains "fadecast help: "

run fadecast help --words=1
it "a flag refuses a value" complains "--words takes no value"
it "a flag with a value is wrong usage" exits 2

run fadecast help -w
it "short options are refused" complains "two dashes"

run fadecast help help -- more words
it "a word too many is wrong usage" exits 2

run fadecast help -- help
it "after -- words are operands" prints "Usage: fadecast help"

run fadecast help "$(printf '\033[31mred\r')"
it "control characters do not reach the terminal" complains "?[31mred?"

if test -w /dev/full; then
    code=0
    fadecast --help >/dev/full 2>"$err" || code=$?
    it "a full disk is a failure" exits 1
    it "a full disk is said" complains "writing the output failed"
else
    skip "a full disk is a failure" "no /dev/full here"
fi

fadecast help --words >commands
while read -r command; do
    run fadecast help "$command"
    it "help tells of $command" prints "Usage: fadecast $command"
    it "help of $command keeps to 80 columns" \
        test "$(wc -L <.out)" -le 80
    run fadecast "$command" --help
    it "$command --help succeeds" exits 0
done <commands

plan_done
