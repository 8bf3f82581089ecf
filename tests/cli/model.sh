#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# `fadecast model`: what the models say, and what is wrong with a user's own.
. "$FADE_SRCDIR/tests/cli/tap.sh"

run fadecast model list
it "both shipped models are listed" matches '^permanent +permanent'
it "with the class of their pigment" matches '^temporary +temporary'
run fadecast model list --csv
it "a list in CSV has a header" prints "name,pigment,version,fingerprint,directory"
run fadecast model list --json --csv
it "two formats at once are wrong usage" exits 2

run fadecast model show permanent
it "a number comes with unit, spread, provenance and source" \
    matches "drain_rate +0\.105 +1/day +0\.5 +V +clinics' published"
it "rates are said to be calibrated" prints "calibrated to what clinics state"
it "rates are said not to be measured" prints "measured them."
run fadecast model show temporary
it "a shared random effect is named" matches 'resorb_rate .* soften_rate'
run fadecast model show permanent --json
it "JSON carries the table as it was written" prints '"name": "drain_rate"'

fadecast model show permanent --csv >mine.csv
run fadecast model check mine.csv
it "a table that was shown passes the check" exits 0
fadecast model show ./mine.csv --csv >again.csv
it "a user's own file goes wherever a name goes" same mine.csv again.csv

sed 's/^parameter,drain_rate,0.105/parameter,drain_rat,0.105/' mine.csv >bad.csv
run fadecast model check bad.csv mine.csv
it "a bad table fails the check" exits 1
it "the mistake is named with file, line and column" complains "bad.csv:9: name"
it "the good table beside it is said to be good" prints "mine.csv: good"

run fadecast model show permanet
it "an unknown model is a failure" exits 1
it "an unknown model is answered with what there is" complains "permanent, temporary"
run fadecast model show
it "a missing operand is wrong usage" exits 2
run fadecast model chek mine.csv
it "an unknown subcommand is answered with the nearest" complains "'check' is meant?"
run fadecast model
it "a missing subcommand is wrong usage" exits 2
run fadecast model check missing.csv
it "a missing file is a failure" exits 1

plan_done
