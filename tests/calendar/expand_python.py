"""expand_python.py FROM TO FILE...: what python-icalendar sees, as expand_icaljs.cjs."""
import datetime
import json
import os
import sys

import icalendar
import recurring_ical_events

UTC = datetime.timezone.utc


def utc(time):
    if not isinstance(time, datetime.datetime):  # a day, told as others tell it
        time = datetime.datetime.combine(time, datetime.time()).astimezone()
    if time.tzinfo is None:
        return time.isoformat() + " floating"
    return time.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z")


window = [datetime.datetime.fromisoformat(t.replace("Z", "+00:00")) for t in sys.argv[1:3]]
out = []
for path in sys.argv[3:]:
    with open(path, "rb") as file:
        calendar = icalendar.Calendar.from_ical(file.read())
    for event in recurring_ical_events.of(calendar).between(*window):
        summary = json.dumps(str(event["SUMMARY"]), ensure_ascii=False)
        out.append("\t".join([os.path.basename(path), utc(event["DTSTART"].dt), utc(event["DTEND"].dt),
                              str(event["UID"]), summary]))
print("\n".join(sorted(out)))
