"""make_clocks.py DIR: a workspace by hand whose visits are where clocks change: weeks 13, 43
and 44 of 2026 and 12 and 13 of 2027, with nights from 22:00 to 07:00, 01:30 to 03:30, in
the hour that comes twice 02:30 to 02:30, and whole days."""
import datetime
import json
import os
import sys
import uuid
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Europe/Stockholm")
WEEKS = ("2026-W13", "2026-W43", "2026-W44", "2027-W12", "2027-W13")
# day of the week, clock, fold, day and clock of the end, fold
VISITS = [
    (0, "13:00", 0, 0, "15:00", 0),
    (5, "22:00", 0, 6, "07:00", 0),
    (6, "01:30", 0, 6, "03:30", 0),
    (6, "02:30", 0, 6, "02:30", 1),
    (6, "02:45", 1, 6, "04:00", 0),
    (6, "00:00", 0, 7, "00:00", 0),
    (6, "00:00", 0, 6, "01:45", 0),
    (6, "03:00", 0, 6, "04:15", 0),
    (2, "00:00", 0, 3, "00:00", 0),
    (4, "23:00", 0, 5, "00:00", 0),
]


def at(monday, day, clock, fold):
    time = datetime.datetime.combine(monday + datetime.timedelta(day), datetime.time.fromisoformat(clock), ZONE)
    return time.replace(fold=fold)


def visits_of(week):
    monday = datetime.date.fromisocalendar(int(week[:4]), int(week[6:]), 1)
    for number, (day, clock, fold, end_day, end_clock, end_fold) in enumerate(VISITS):
        start, end = at(monday, day, clock, fold), at(monday, end_day, end_clock, end_fold)
        minutes = int((end.timestamp() - start.timestamp()) // 60)
        if 0 < minutes <= 1440 and start.timestamp() == start.astimezone(datetime.timezone.utc).timestamp():
            yield number, monday + datetime.timedelta(day), start, minutes


def week_files(week):
    requests, visits = [], []
    for number, day, start, minutes in visits_of(week):
        request = f"r{number}"
        # Back and forth: a clock time that does not exist gets the name of the one that does.
        exact = start.astimezone(datetime.timezone.utc).astimezone(ZONE)
        requests.append({
            "id": request, "client": ("kim", "eva")[number % 2], "activity": f"Utflykt nummer {number}",
            "minutes": minutes, "alternatives": [{"date": day.isoformat(), "at": "12:00"}], "meet": "hall",
            "escorts_needed": 1 + number % 2,
        })
        visits.append({
            "request": request, "uid": uuid.uuid5(uuid.NAMESPACE_OID, week + request).hex,
            "start": exact.isoformat(timespec="minutes"), "minutes": minutes,
            "escorts": ["anna", "bo"][: 1 + number % 2],
        })
    yield "week.json", {"format": "ledsaga-week", "version": 1, "week": week, "requests": requests}
    yield "roster.json", {"format": "ledsaga-roster", "version": 1, "week": week, "visits": visits}


def save(path, document):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        json.dump(document, file, ensure_ascii=False, indent=1)


def person(ident, name, **more):
    return {"id": ident, "name": name, **more}


folder = sys.argv[1]
save(f"{folder}/unit.json", {
    "format": "ledsaga-unit", "version": 1, "id": "clocks", "name": "Klockbyn",
    "synthetic": {"preset": "by hand", "seed": 0, "assumptions": ["Everybody here is invented."]},
    "places": [{"id": "hall", "name": "Simhallen, Solna"}], "travel": {"matrix": [[0]]},
    "clients": [person("kim", "Kim Ek"), person("eva", "Eva Öst"), person("lo", "Lo Å")],
    "escorts": [person("anna", "Anna Berg", engagement="contractor"), person("bo", "Bo Ask", engagement="contractor")],
})
for name in WEEKS:
    for file_name, content in week_files(name):
        save(f"{folder}/weeks/{name}/{file_name}", content)
