#!/usr/bin/env python3
"""lint_feed.py FILE...: what a feed of ours must be, byte for byte, and what it must never
have in it: strict where readers of calendars differ. For our own feeds, not for foreign
files. Ends in failure on any finding."""
import datetime
import re
import sys

ZONE = """BEGIN:VTIMEZONE
TZID:Europe/Stockholm
BEGIN:DAYLIGHT
DTSTART:19970330T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
END:STANDARD
END:VTIMEZONE""".split("\n")
NEEDED = {"UID", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "DTSTART", "DTEND", "SUMMARY", "STATUS", "TRANSP", "CLASS"}
ONCE = NEEDED | {"LOCATION", "DESCRIPTION", "URL"}
NEVER = {"X-WR-TIMEZONE", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID", "METHOD", "ATTENDEE", "ORGANIZER"}
TEXTS = {"SUMMARY", "DESCRIPTION", "LOCATION", "X-WR-CALNAME", "NAME"}
COMPONENTS = {"VCALENDAR", "VTIMEZONE", "STANDARD", "DAYLIGHT", "VEVENT", "VALARM"}
PARAMETERS = r'(?:;[A-Z0-9-]+=(?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)*'
LINE = re.compile(r"([A-Z0-9-]+)(" + PARAMETERS + r"):(.*)$", re.S)
# Half past one as 1.30 is read as a number, 13-15 as two numbers, tis as a word.
UNSPEAKABLE = re.compile(r"\bkl\.?\s?\d|\d[.]\d\d\b|\b(?:mån|tis|ons|tors|tor|fre|lör|sön)\b|\d\s?[-–]\s?\d")
PERSONAL_NUMBER = re.compile(r"\b(?:19|20)?\d{6}[-+ ]?\d{4}\b")


def last_sunday(year, month):
    day = datetime.date(year, month, 31)
    return day - datetime.timedelta((day.weekday() + 1) % 7)


def meets_clock_change(start, end):
    """Clock times: do they meet the hour from two on a last Sunday, or go over it?"""
    for year in {start.year, end.year}:
        for month in (3, 10):
            two = datetime.datetime.combine(last_sunday(year, month), datetime.time(2))
            if start < two + datetime.timedelta(hours=1) and end >= two:
                return True
    return False


class Feed:
    def __init__(self, path):
        self.path, self.faults = path, []
        with open(path, "rb") as file:
            self.bytes = file.read()
        self.calendar, self.open, self.event, self.zone = {}, [], None, []
        self.begun, self.uids = 0, set()

    def fault(self, line, text):
        self.faults.append(f"{self.path}:{line}: {text}")

    def lines(self):
        """Unfolded, as pairs of number and text."""
        b = self.bytes
        if b.startswith(b"\xef\xbb\xbf"):
            self.fault(1, "a byte order mark")
        if not b.endswith(b"END:VCALENDAR\r\n"):
            self.fault(0, "does not end with END:VCALENDAR CR LF")
        bare = b.replace(b"\r\n", b"")
        if b"\n" in bare or b"\r" in bare:
            self.fault(0, "a bare CR or LF")
        whole = []
        for number, line in enumerate(b.split(b"\r\n")[:-1], 1):
            if len(line) > 75:
                self.fault(number, f"{len(line)} octets")
            if not line:
                self.fault(number, "a blank line")
            try:
                text = line.decode("utf-8")
            except UnicodeDecodeError:
                self.fault(number, "not UTF-8, or a character cut by folding")
                text = line.decode("utf-8", "replace")
            if re.search("[\x00-\x1f\x7f]", text):
                self.fault(number, "a control character")
            if text.startswith(" ") and whole:
                whole[-1][1] += text[1:]
            else:
                whole.append([number, text])
        return whole

    def check_times(self, line, start, end):
        if start[0] != end[0] or start[1].endswith("Z") != end[1].endswith("Z"):
            self.fault(line, "DTSTART and DTEND of different forms")
        local = start[0] == ";TZID=Europe/Stockholm"
        form = "%Y%m%d" if start[0] == ";VALUE=DATE" else "%Y%m%dT%H%M%S"
        if start[0] not in (";VALUE=DATE", ";TZID=Europe/Stockholm") and not (start[0] == "" and start[1].endswith("Z")):
            self.fault(line, "a time that is neither local, UTC nor a date: " + start[0] + start[1])
            return
        try:
            x, y = (datetime.datetime.strptime(t[1].rstrip("Z"), form) for t in (start, end))
        except ValueError:
            self.fault(line, f"not times: {start[1]} {end[1]}")
            return
        if y <= x and not (local and meets_clock_change(x, y)):
            self.fault(line, "ends before it begins")
        if local and meets_clock_change(x, y):
            self.fault(line, "meets a change of the clocks and is not in UTC")

    def check_event(self, line):
        event = self.event
        for name in sorted(NEEDED - set(event)):
            self.fault(line, "no " + name)
        uid = event.get("UID", ("", ""))[1]
        if uid in self.uids:
            self.fault(line, "UID twice: " + uid)
        self.uids.add(uid)
        if not re.fullmatch(r"[A-Za-z0-9._-]{8,64}@[A-Za-z0-9.-]+", uid):
            self.fault(line, "UID " + uid)
        for name in ("DTSTAMP", "LAST-MODIFIED"):
            if name in event and not re.fullmatch(r"\d{8}T\d{6}Z", event[name][1]):
                self.fault(line, name + " is not UTC")
        if "DTSTART" in event and "DTEND" in event:
            self.check_times(line, event["DTSTART"], event["DTEND"])
        status, summary = event.get("STATUS", ("", ""))[1], event.get("SUMMARY", ("", ""))[1]
        if status not in ("CONFIRMED", "TENTATIVE", "CANCELLED"):
            self.fault(line, "STATUS " + status)
        if status == "CANCELLED" and not re.match("Inställt: |Cancelled: ", summary):
            self.fault(line, "cancelled, but SUMMARY does not say so")
        if status == "CANCELLED" and event.get("TRANSP", ("", ""))[1] != "TRANSPARENT":
            self.fault(line, "cancelled, but not TRANSPARENT")
        if not event.get("SEQUENCE", ("", "0"))[1].isdigit():
            self.fault(line, "SEQUENCE")

    def check_text(self, line, name, value):
        if re.search(r"(?<!\\)(?:\\\\)*[,;]", value):
            self.fault(line, "an unescaped , or ; in " + name)
        if re.search(r"(?<!\\)(?:\\\\)*\\(?![\\,;nN])", value):
            self.fault(line, "a bad escape in " + name)
        text = re.sub(r"\\(.)", lambda m: "\n" if m[1] in "nN" else m[1], value)
        if PERSONAL_NUMBER.search(text):
            self.fault(line, "what looks like a personal number in " + name)
        if UNSPEAKABLE.search(text):
            self.fault(line, "what a screen reader misreads in " + name)

    def read_line(self, number, line):
        match = LINE.match(line)
        if not match:
            self.fault(number, "not a content line: " + line[:40])
            return
        name, parameters, value = match.groups()
        if name.startswith("X-LIC"):
            self.fault(number, "a note of libical's")
        if name in NEVER and "VTIMEZONE" not in self.open:
            self.fault(number, name + " must not be in a feed")
        if "VTIMEZONE" in self.open or value == "VTIMEZONE":
            self.zone.append(line)
        if name == "BEGIN":
            self.open.append(value)
            if value not in COMPONENTS:
                self.fault(number, "component " + value)
            if value == "VEVENT":
                self.event, self.begun = {}, self.begun + 1
        elif name == "END":
            if not self.open or self.open.pop() != value:
                self.fault(number, "an END without its BEGIN")
            if value == "VEVENT":
                self.check_event(number)
                self.event = None
        else:
            if self.open[-1:] == ["VEVENT"]:
                if name in ONCE and name in self.event:
                    self.fault(number, name + " twice")
                self.event[name] = (parameters, value)
            elif self.open == ["VCALENDAR"]:
                self.calendar[name] = value
            if name in TEXTS:
                self.check_text(number, name, value)

    def check(self):
        for number, line in self.lines():
            self.read_line(number, line)
        if self.open:
            self.fault(0, f"not closed: {self.open}")
        wanted = {"VERSION": "2.0", "CALSCALE": "GREGORIAN", "X-PUBLISHED-TTL": "PT1H", "REFRESH-INTERVAL": "PT1H"}
        for name in list(wanted) + ["X-WR-CALNAME", "NAME", "PRODID"]:
            if name not in self.calendar or self.calendar[name] != wanted.get(name, self.calendar[name]):
                self.fault(0, name + " of the calendar")
        if self.calendar.get("NAME") != self.calendar.get("X-WR-CALNAME"):
            self.fault(0, "NAME and X-WR-CALNAME differ")
        if self.begun == 0:
            self.fault(0, "no event: some readers then keep the old ones")
        if self.zone != ZONE:
            self.fault(0, "the zone is not the fixed block")
        return self.faults


faults = [fault for path in sys.argv[1:] for fault in Feed(path).check()]
print("\n".join(faults) if faults else "lint: ok")
sys.exit(bool(faults))
