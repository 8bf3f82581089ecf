#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# libical and python-icalendar agree on every event of the hostile feed.
set -u
python=/usr/bin/python3 # Debian's modules belong to Debian's Python
here=$FADE_SRCDIR/tests/calendar
dump=$FADE_BUILDDIR/tests/calendar/dump_feed

if ! $python -c 'import icalendar' 2>/dev/null; then
    echo '1..1'
    echo 'ok 1 - readers agree # SKIP python3-icalendar is not installed'
    exit 0
fi
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT
if ! "$dump" >"$folder/feed.ics" ||
    ! "$dump" "$folder/feed.ics" >"$folder/feed.json"; then
    echo 'Bail out! dump_feed failed'
    exit 1
fi
$python "$here/readers_agree.py" "$folder/feed.ics" "$folder/feed.json"
