"""expect.py DIR LANGUAGE clients|escorts: what the calendars of a workspace must say of its
rosters, found from the files alone: file, start and end in UTC, UID, SUMMARY."""
import datetime
import json
import sys
from pathlib import Path
from zoneinfo import ZoneInfo

folder, language, kind = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
WITH, AND = {"sv": ("med", "och"), "en": ("with", "and")}[language]
ZONE = ZoneInfo(json.loads((folder / "unit.json").read_text("utf-8")).get("time_zone", "Europe/Stockholm"))
CLIENTS = {"sv": "%d brukare", "en": "%d clients"}[language]


def load(path):
    return json.loads(path.read_text("utf-8"))


def fnv(text):
    value = 0xCBF29CE484222325
    for byte in text.encode():
        value = (value ^ byte) * 0x100000001B3 % 2**64
    return f"{value:016x}"


def utc(time):
    if time.tzinfo is None:
        time = time.replace(tzinfo=ZONE)
    return time.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.000Z")


def listed(names):
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + f" {AND} {names[-1]}"


unit = load(folder / "unit.json")
people = {"clients": unit["clients"], "escorts": unit["escorts"]}
called = {p["id"]: p["id"] if p.get("protected") else p["name"].split()[0] for k in people.values() for p in k}
lines = {p["id"]: set() for p in people[kind]}
for path in sorted(folder.glob("weeks/*/roster.json")):
    week, roster = load(path.parent / "week.json"), load(path)
    requests = {r["id"]: r for r in week["requests"]}
    sessions = {s["id"]: s for s in week.get("sessions", [])}
    together = {}
    for visit in roster["visits"]:
        session = sessions.get(visit.get("session"))
        client = requests[visit["request"]]["client"]
        start = datetime.datetime.fromisoformat(visit["start"])
        times = utc(start), utc(start + datetime.timedelta(minutes=visit["minutes"]))
        name = visit.get("uid", f"{week['week']}-{fnv(visit['request'])}")
        what = session["activity"] if session else requests[visit["request"]]["activity"]
        if kind == "clients":
            who = listed([called[e] for e in sorted(visit["escorts"])])
            lines[client].add((*times, name, f"{what} {WITH} {who}"))
            continue
        uid = f"{week['week']}-{fnv('session/' + session['id'])}" if session else name
        for escort in visit["escorts"]:
            together.setdefault((escort, *times, uid, what), []).append(client)
    for (escort, start, end, uid, what), clients in together.items():
        who = called[clients[0]] if len(clients) == 1 else CLIENTS % len(clients)
        lines[escort].add((start, end, uid, f"{what} {WITH} {who}"))
for person, events in lines.items():
    for start, end, uid, summary in sorted(events):
        print(f"{person}.ics", start, end, f"{uid}@ledsaga.invalid", json.dumps(summary, ensure_ascii=False), sep="\t")
