#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# `fadecast forecast PATIENT`: zones of the sample clinic's database.
. "$FADE_SRCDIR/tests/cli/tap.sh"

run fadecast init --seed 1
run fadecast import "$FADE_SRCDIR/data/sample-clinic"
it "the sample clinic is imported" exits 0

readings=$(grep -c '^harley,P0036,' \
    "$FADE_SRCDIR/data/sample-clinic/readings.csv")
run fadecast forecast P0036 --today 2026-11-02
it "a patient's zone is forecast" prints "Zone full scalp"
it "its readings are counted" prints "$readings readings are on file"
cp .out first
run fadecast forecast P0036 --today 2026-11-02
it "the same patient on the same day gives the same bytes" same first .out
# shellcheck disable=SC2016 # the inner shell expands them
it "no name is told" sh -c '! grep -qF "$(grep "^harley,P0036," \
    "$FADE_SRCDIR/data/sample-clinic/patients.csv" | cut -d, -f3 | grep . ||
    echo "no name on file")" .out'

run fadecast forecast P0021 --today 2026-11-02 --draws 50 --csv
it "zones in CSV are told apart by a column" prints "zone,date,day,tone"
# shellcheck disable=SC2016
it "both zones are there" sh -c 'test "$(cut -d, -f1 .out | sort -u | wc -l)" -eq 3'
run fadecast forecast P0021 --today 2026-11-02 --draws 50 --json
it "zones in JSON are a list" prints '"zones": ['
run fadecast forecast P0021 --today 2026-11-02 --draws 50 --plot a.svg
it "a picture of two zones is wrong usage" exits 2
run fadecast forecast P0021 --zone "FUT scar" --today 2026-11-02 --plot a.gif
it "a picture of another kind is wrong usage" exits 2
it "nothing is printed before that is said" test ! -s .out

if command -v gnuplot >/dev/null; then
    run fadecast forecast P0021 --zone "FUT scar" --today 2026-11-02 \
        --draws 50 --plot a.svg
    it "a picture of one zone is drawn" grep -q "threshold 75 %" a.svg
    it "nobody else may read it" test "$(stat -c %a a.svg)" = 600
    run fadecast forecast P0021 --zone "FUT scar" --today 2026-11-02 \
        --draws 50 --plot a.svg --title "it's \`touch proof\`"
    it "a title runs nothing" test ! -e proof
else
    skip "a picture of one zone is drawn" "gnuplot is not here"
fi

run fadecast forecast P0001 --today 2026-11-02
it "a patient not treated yet is a failure" exits 1
it "and it is said why" complains "no session up to 2026-11-02"
run fadecast forecast P9999
it "an unknown patient is a failure" exits 1
run fadecast forecast P0021 --zone nose
it "an unknown zone is a failure" complains "no zone 'nose'"
run fadecast forecast P0021 --session 2026-01-01
it "a patient and a described zone exclude each other" exits 2
run fadecast forecast P0021 --db none.db
it "a missing database is a failure" exits 1
it "it is not made on the way" test ! -e none.db

plan_done
