"""read_calendars.py NAME: the calendars NAME.*.ics, read by python-icalendar, hold exactly the visits of NAME.json,
a session of an escort once; that of the week has each outing once."""
import datetime
import glob
import json
import sys

import icalendar

name = sys.argv[1]
with open(name + ".json", encoding="utf-8") as f:
    visits = json.load(f)["visits"]
expected = {}
for visit in visits:
    times = (visit["start"], visit["end"])
    for person in [visit["client"]["id"]] + [e["id"] for e in visit["escorts"]] + ["week"]:
        events = expected.setdefault(person, [])
        if "session" not in visit or times not in events:
            events.append(times)


def utc(time):
    return time.astimezone(datetime.timezone.utc)


bad = 0
for path in sorted(glob.glob(name + ".*.ics")):
    person = path[len(name) + 1:-len(".ics")]
    with open(path, "rb") as f:
        events = icalendar.Calendar.from_ical(f.read()).walk("VEVENT")
    seen = sorted((utc(e["DTSTART"].dt), utc(e["DTEND"].dt)) for e in events if str(e["TRANSP"]) == "OPAQUE")
    wanted = sorted(tuple(utc(datetime.datetime.fromisoformat(t)) for t in times) for times in expected.pop(person, []))
    if seen != wanted or not events:
        print(path, "has", seen, "and not", wanted)
        bad = 1
for person in expected:
    print("no calendar for", person)
    bad = 1
sys.exit(bad)
