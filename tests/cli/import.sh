#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# import and export on the sample clinic.
. "$FADE_SRCDIR/tests/cli/tap.sh"

sample=$FADE_SRCDIR/data/sample-clinic
fadecast init --quiet --seed 1
last() { tail -n 1 "$out" | grep -qE "$1"; }

run fadecast import "$sample" --dry-run --today 2026-11-22
it "a dry run succeeds" exits 0
it "a dry run says that it was one" prints "dry run, nothing was changed"
run fadecast patient list
it "a dry run changes nothing" complains "no patients"

run fadecast import "$sample" --today 2026-11-22
it "the sample clinic comes in" exits 0
it "its rows are counted" last '^in all: [1-9][0-9]+ added, 0 changed, 0 unch'
run fadecast import "$sample" --today 2026-11-22
it "a second import changes nothing" last '^in all: 0 added, 0 changed, [1-9]'
run fadecast import "$sample" --json
it "the counts come as JSON" prints '"unchanged"'

run fadecast export first
it "an export succeeds" exits 0
it "its files are for their owner" \
    test "$(stat -c %a first/patients.csv)" = 600
fadecast init --quiet --db again.db
fadecast import --quiet --db again.db first
fadecast export --quiet --db again.db second
it "what was exported comes back byte for byte" diff -r first second
run fadecast export third --table zones --table patients
it "single tables can be exported" test "$(cd third && echo *)" = \
    "patients.csv zones.csv"
run fadecast export third --table zone
it "an unknown table is wrong usage" exits 2
it "an unknown table is answered with the nearest" complains "'zones'?"

cp -R "$sample" wrong
chmod -R u+w wrong
sed -i '3s/permanent/permanet/' wrong/sessions.csv
run fadecast import wrong
it "a mistake fails the import" exits 1
it "a mistake is said with file, line and column" complains \
    "wrong/sessions.csv:3: pigment: 'permanet' is not one of permanent, temp"
it "nothing is imported, and it is said" complains "nothing was imported"
cp -R "$sample" unknown
chmod -R u+w unknown
sed -i '3s/permanent,,/permanent,bigmodel,/' unknown/sessions.csv
run fadecast import unknown
it "an unknown model fails the import" exits 1
it "it is said where, and which models there are" complains \
    "unknown/sessions.csv:3: model: 'bigmodel': there is no model"
run fadecast import nowhere
it "a missing folder is a failure" exits 1
run fadecast import
it "import needs something to read" exits 2
printf "main,P1,Jane Doe,jane@example.org\n" >patients.csv
run fadecast import patients.csv
it "a table without a header is refused" exits 1
it "what is missing is said" complains "a header line is needed"
it "no message repeats the person in its first line" \
    sh -c '! grep -q -e Jane -e example .err'

plan_done
