#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# init and the commands that keep records, as a receptionist meets them.
. "$FADE_SRCDIR/tests/cli/tap.sh"

mode_of() { stat -c %a "$1"; }

run fadecast patient list
it "without a database the way to one is said" complains "fadecast init"
it "without a database a command fails" exits 1

run fadecast init --clinic main --time-zone Europe/Berln
it "a wrong time zone is wrong usage" exits 2
it "a wrong time zone leaves no file behind" test ! -e fadecast.db

run fadecast init --clinic main --name "Crown House" --time-zone Europe/Berlin
it "init makes a database" prints "made ./fadecast.db"
it "only its owner may open it" test "$(mode_of fadecast.db)" = 600
run fadecast init
it "init overwrites nothing" complains "exists already"
it "init on an existing file fails" exits 1

run env FADECAST_DB="$work/other.db" fadecast init
it "the environment names the database" test -e other.db
run fadecast patient list --db other.db
it "an option names the database" complains "no patients"

run fadecast practitioner add kim --name "Kim Lee"
it "a practitioner is added" prints "added practitioner main/kim"
run fadecast patient add --code A12 --name "Ann Bee" --fitzpatrick 2
it "a patient is added by options" prints "added patient main/A12"
run fadecast patient add A12
it "a code is given once" complains "patient 'main/A12' exists already"
run fadecast zone add A12 crown --skin-lightness 61.50 --uv-exposure HIGH
it "a zone is added by operands" prints "added zone main/A12/crown"
run fadecast session add A12 crown 2024-03-01 --pigment permanent \
    --practitioner kim
it "a session is added" prints "added session main/A12/crown/2024-03-01/1"
run fadecast session add A12 crown 2024-09-01 --kind laser
it "a laser needs its shatter" complains "shatter: a laser session needs it"
it "a value that is missing is wrong usage" exits 2
run fadecast session add A12 crown 2024-09-02 --pigment permanent \
    --model bigmodel
it "a session's model must be there" complains "model: 'bigmodel': there is no"
it "an unknown model is wrong usage" exits 2
run fadecast session add A12 crwn 2024-09-01 --pigment permanent
it "a zone that is not there is answered with the nearest" \
    complains "did you mean 'crown'?"
run fadecast reading add A12 crown 2024-05-01 tone --value 4.35
it "a reading is added" prints "main/A12/crown/2024-05-01/1/after/tone"
run fadecast contraindication add A12 pregnancy 2025-01-01
it "a contraindication is added" exits 0
run fadecast clinic add west --time-zone Asia/Tokio
it "a time zone is looked up" complains "'Asia/Tokio' is not a time zone"

run fadecast zone list --csv
it "a list as CSV is the table that import reads" prints \
    "main,A12,crown,61.5,high,,,no,yes,"
run fadecast zone list --json
it "a list as JSON has numbers" prints '"skin_lightness": 61.5'
it "a list as JSON has truth values" prints '"let_fade": false'
run fadecast patient list --fitzpatrick 3
it "a list has only what was asked for" complains "no patients"

run fadecast patient edit A12 --phone 123 --by kim --now 2026-05-01T09:30:00Z
it "an edit is said" prints "changed patient main/A12"
run fadecast patient edit A12 --phone 123
it "an edit to what it was is none" prints "unchanged patient main/A12"
run fadecast patient show A12
it "show has the history" prints \
    "2026-05-01T09:30:00Z kim: phone was '', became '123'"
it "show counts what belongs to it" matches '^sessions +1$'
run fadecast patient edit A12 --name "" --code B7
it "a code can change" prints "changed patient main/B7"
run fadecast zone show B7 crown --json
it "what belongs to a renamed patient stays" prints '"patient": "B7"'
run fadecast patient edit B7 --birth-year 70
it "a value out of range says the range" complains \
    "'70' is not a whole number from 1900 to 2100"

run fadecast practitioner remove kim
it "a practitioner with sessions stays" complains "has 1 session"
run fadecast patient remove B7
it "a patient with records stays without --cascade" complains "--cascade"
it "a refused removal fails" exits 1
run fadecast patient remove B7 --cascade
it "a removal says what went" prints \
    "removed patient main/B7, with 1 zone, 1 session, 1 reading, 1 contra"
run fadecast patient show B7
it "the removed is not there" exits 1
it "its history is" prints "fitzpatrick removed, was '2'"
it "messages name no patient" complains "there is no patient 'main/B7'"

run fadecast clinic add east --time-zone Asia/Tokyo
run fadecast patient add C1
it "of several clinics one must be named" complains "say which"
run fadecast patient add C1 --clinic east
it "the clinic is an option" prints "added patient east/C1"
run fadecast patient show C1 --clinic east
it "the clinic is an option of a key too" exits 0

run fadecast reading add --help
it "help lists the columns of the table" prints "--scale-step NUMBER"
it "help shows the words of a column" prints "--kind tone|score|definition"
plan_done
