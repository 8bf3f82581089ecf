#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# `fadecast simulate`: made-up clinics and cohorts.
. "$FADE_SRCDIR/tests/cli/tap.sh"

run fadecast simulate clinic --set patients=5 --seed 3
it "a clinic is made" exits 0
it "what was made is counted" prints "clinic: 5 patients"
it "its tables are those of an import" test -s clinic/patients.csv
it "the truth lies apart from them" test -s clinic/truth/zones.csv
run fadecast simulate again --set patients=5 --seed 3
it "the same seed makes the same clinic" diff -r clinic again
run fadecast simulate other --set patients=5 --seed 4
it "another seed makes another" sh -c '! diff -rq clinic other >/dev/null'

run fadecast simulate cohort --cohort --set patients=4 --set temporary=1
it "a cohort is made" exits 0
it "in one table" sh -c 'head -n 1 cohort/cohort.csv | grep -q "^ID,TIME,EVID"'

printf 'key,value\npatients,2\n' >design.csv
run fadecast simulate small --design design.csv
it "a design is read from a file" prints "small: 2 patients"
run fadecast simulate small --design design.csv --set patients=3
it "--set comes over the file" prints "small: 3 patients"

run fadecast simulate x --set patient=3
it "an unknown key is wrong usage" exits 2
it "an unknown key is answered with the nearest" complains "'patients'"
run fadecast simulate x --set patients
it "a key without a value is wrong usage" exits 2
printf 'key,value\npatients,many\n' >design.csv
run fadecast simulate x --design design.csv
it "a mistake in a design is a failure" exits 1
it "it is named with file and line" complains "design.csv:2"
run fadecast simulate x --set patients=0
it "a bound is written out" complains "within 1 to 10000000"
run fadecast simulate nowhere/below --set patients=1
it "a folder that cannot be made is a failure" exits 1
run fadecast simulate
it "a missing directory is wrong usage" exits 2
run fadecast simulate --help
it "the help lists the keys" prints "case_let_fade"

plan_done
