# SPDX-License-Identifier: GPL-3.0-or-later
"""readers_agree.py FEED JSON: python-icalendar reads the events of FEED as
libical did in JSON. Prints TAP."""
import datetime
import json
import sys

import icalendar


def one(event, key):
    value = event.get(key)
    assert not isinstance(value, list), f"two of {key}"
    return value


def as_read(event):
    start, end = one(event, "DTSTART").dt, one(event, "DTEND").dt
    assert type(start) is datetime.date and type(end) is datetime.date
    assert one(event, "LAST-MODIFIED").dt == one(event, "DTSTAMP").dt
    return {
        "uid": str(one(event, "UID")),
        "sequence": int(one(event, "SEQUENCE")),
        "stamp": int(one(event, "DTSTAMP").dt.timestamp()),
        "start": start.isoformat(),
        "end": end.isoformat(),
        "summary": str(one(event, "SUMMARY")),
        "description": str(one(event, "DESCRIPTION")),
        "status": str(one(event, "STATUS")),
        "transp": str(one(event, "TRANSP")),
        "class": str(one(event, "CLASS")),
    }


def main():
    with open(sys.argv[1], "rb") as file:
        calendar = icalendar.Calendar.from_ical(file.read())
    with open(sys.argv[2], encoding="utf-8") as file:
        wanted = json.load(file)
    events = list(calendar.walk("VEVENT"))
    failed = 0
    print(f"1..{len(wanted) + 1}")
    same = len(events) == len(wanted) and not calendar.errors
    failed += not same
    print(f"{'ok' if same else 'not ok'} 1 - {len(events)} events in both")
    for number, (event, want) in enumerate(zip(events, wanted), 2):
        got = as_read(event)
        wrong = [key for key in want if got[key] != want[key]] + event.errors
        failed += bool(wrong)
        print(f"{'not ok' if wrong else 'ok'} {number} - {want['uid']}")
        for key in wrong:
            print(f"# {key}: {got.get(key)!r} is not {want.get(key)!r}")
    return 1 if failed else 0


sys.exit(main())
