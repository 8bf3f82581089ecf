#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# From records to recalls, their list and their feeds.
. "$FADE_SRCDIR/tests/cli/tap.sh"

fadecast init --seed 3 --quiet
{
    fadecast clinic add --code main --time-zone Europe/Berlin --name 'Main St'
    fadecast practitioner add --code kim
    fadecast patient add --code A1 --name 'Ann, "Bee"' --initials AB \
        --email ann@example.org
    fadecast patient add --code A2
    fadecast zone add --patient A1 --zone crown --skin-lightness 60
    fadecast session add --patient A1 --zone crown --date 2025-03-01 \
        --pigment temporary --practitioner kim
} >/dev/null 2>setup || sed 's/^/# /' setup

run fadecast recalls --today 2025-06-01
it "a list before the first schedule succeeds" exits 0
it "it tells that nothing was scheduled" complains "never scheduled"

judge() {
    run fadecast schedule --today "$1" --now "$1T12:00:00Z" --by test
}

judge 2025-06-01
it "schedule succeeds" exits 0
it "it counts by status" prints "1 not due"
it "it counts what it opened" prints "1 opened"
cp fadecast.db before.db
judge 2025-06-01
it "a second run opens nothing" prints "0 opened"
it "it leaves all unchanged" prints "1 unchanged"

run fadecast schedule --today 2025-06-31
it "a day that does not exist is wrong usage" exits 2
run fadecast schedule --clinic nowhere --today 2025-06-01
it "an unknown clinic is a failure" exits 1
it "the unknown clinic is named" complains "nowhere"
run fadecast schedule --db none.db
it "a missing database is a failure" exits 1

run fadecast recalls --today 2025-06-01
it "the list shows the zone" matches '^[0-9A-Z]{6} +A1 +crown +not due +projected'
it "it says why" prints "25 % chance that tone falls below 75 %"
it "it says nothing else" silent
it "it leaves patients without sessions out" prints_not A2

run fadecast recalls --today 2025-06-01 --all
it "--all lists patients without sessions" matches '^ +A2 +no data'

run fadecast recalls --today 2025-06-01 --csv
it "CSV quotes names" prints '"Ann, ""Bee"""'
it "CSV has the address" prints ann@example.org
it "CSV has one header" matches '^case_code,clinic,patient,name,'
run fadecast recalls --today 2025-06-01 --json
it "JSON parses" /usr/bin/env python3 -c 'import json; json.load(open(".out"))'
run fadecast recalls --today 2025-06-01 --csv --json
it "two formats are wrong usage" exits 2

run fadecast recalls --today 2025-06-01 --status not-due --pigment temporary \
    --practitioner kim --clinic main --from 2025-01-01 --until 2026-12-31
it "filters that all hold keep the recall" prints A1
run fadecast recalls --today 2025-06-01 --status overdue
it "another status leaves it out" prints_not A1
it "an empty list is said" complains "no such recalls"
run fadecast recalls --today 2025-06-01 --pigment permanent
it "another pigment leaves it out" prints_not A1
run fadecast recalls --today 2025-06-01 --until 2025-06-02
it "an earlier end leaves it out" prints_not A1
run fadecast recalls --status late
it "an unknown status is wrong usage" exits 2
it "the statuses are listed" complains "not-recommended"
run fadecast recalls --today 2025-06-02
it "a list of another day says so" complains "last scheduled for 2025-06-01"

run fadecast feed write feeds
it "feeds are written" prints "main.ics: 1 event"
it "one a practitioner" test -s feeds/main-kim.ics
it "the default tells no name" sh -c '! grep -q -e Ann -e AB -e A1 feeds/*.ics'
it "a feed is its owner's alone" test "$(stat -c %a feeds/main.ics)" = 600
cp feeds/main.ics first.ics
chmod 644 feeds/main.ics
run fadecast feed write feeds
it "a second writing changes nothing" prints "main.ics: 1 event, unchanged"
it "its bytes are the same" same first.ics feeds/main.ics
run fadecast feed write feeds --privacy name
it "a feed with names has them" grep -q Ann feeds/main.ics
it "a replaced file keeps its mode" test "$(stat -c %a feeds/main.ics)" = 644
it "nothing is left beside" test "$(find feeds -name '.*' -type f | wc -l)" = 0
run fadecast feed write feeds --privacy all
it "an unknown privacy is wrong usage" exits 2
run fadecast feed write feeds --clinic nowhere
it "feeds of an unknown clinic are a failure" exits 1
run fadecast feed write /proc/nowhere
it "a directory that cannot be made is a failure" exits 1
run fadecast feed
it "feed wants a subcommand" exits 2

fadecast session add --patient A1 --zone crown --date 2026-01-15 \
    --pigment temporary --practitioner kim >/dev/null
run fadecast schedule --today 2026-01-16 --dry-run
it "a dry run tells what would close" matches '^closed +[0-9A-Z]{6} +main +A1'
it "a dry run says that it is one" prints "dry run"
judge 2026-01-16
it "a touch-up closes the recall" prints "1 closed"
it "and opens the next" prints "1 opened"
run fadecast schedule --today 2026-01-16 --json
it "counts come as JSON" /usr/bin/env python3 -c '
import json
got = json.load(open(".out"))
assert got["recalls"]["unchanged"] == 2 and got["statuses"]["healing"] == 1'

fadecast contraindication add --patient A1 --what infection \
    --from 2026-02-01 --until 2026-02-20 >/dev/null
judge 2026-02-02
it "a contraindication cancels" matches '^cancelled +[0-9A-Z]{6} +main +A1'
fadecast feed write feeds --quiet >/dev/null
it "the feed shows it cancelled" grep -q STATUS:CANCELLED feeds/main.ics
it "the feed does not name the illness" sh -c '! grep -qi infection feeds/*.ics'
judge 2026-02-21
it "it comes back afterwards" matches '^returned +[0-9A-Z]{6} +main +A1'
fadecast feed write feeds --quiet >/dev/null
it "one event is in the feed again" \
    test "$(grep -c BEGIN:VEVENT feeds/main.ics)" = 1

fadecast patient edit A1 --name '=HYPERLINK("x","y")' --phone '+49 30/12-3' \
    >/dev/null
run fadecast recalls --today 2026-02-21 --csv
it "a name is no formula to a spreadsheet" \
    prints ",\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\","
it "a telephone number stays as it is" prints ",+49 30/12-3,"
run fadecast recalls --today 2026-02-21 --json
it "programs get the name as it is" prints '"=HYPERLINK('
fadecast export out --quiet
it "so does an export" grep -q ',"=HYPERLINK(' out/patients.csv

# Two clinics: patients of one code, and midnight between them.
fadecast clinic add --code west --time-zone America/Los_Angeles >/dev/null
run fadecast recalls --clinic main --today 2026-02-21
it "the list of one clinic does not name it" prints_not CLINIC
run fadecast recalls --today 2026-02-21
it "the list of several clinics names them" matches '^CASE +CLINIC +PATIENT'

plan_done
