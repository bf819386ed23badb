#!/usr/bin/env python3
"""A quarter as it goes: each week is solved and given out, and then things happen.

    disruptions.py [--preset NAME] [--seed N] [--weeks N] [--name NAME]

Week by week an invented unit is solved, what happens is drawn by rates a week of 130 visits has (assumptions, RATES), and
each event is answered at its time: by `ledsaga replan`, or by `ledsaga offer` where somebody rings with a new wish. The
roster is judged from the files after each. The tables say how many people were told something new, with how much notice,
whether the fewest changes were proved, and what of the wishes was served before and after. They are printed and kept as
bench/results/NAME.md.
"""

import argparse
import collections
import datetime
import json
import os
import pathlib
import random
import statistics
import subprocess
import sys
import tempfile
import time

import report
from instance import LEDSAGA, ROOT
from run import machine

# Events in a week of 130 visits.
RATES = {"sick": 4, "sick for three days": 2, "cancelled early": 6, "cancelled late": 5, "no-show": 1, "decision ended": 1.5,
         "new wish": 9.5, "moved by the organiser": 2, "resigns": 0.23, "never again": 0.5}
VISITS = 130
FIRST_WEEK = "2026-W27"
HOUR = datetime.timedelta(hours=1)


def moment(text):
    return datetime.datetime.fromisoformat(text[:16])


def at(when):
    return when.isoformat()[:16]


def day_at(when, hour, minute=0):
    return when.replace(hour=hour, minute=minute)


# ---- what happens

class Week:
    """The files of a week, as they are at the moment."""

    def __init__(self, folder, name):
        self.folder, self.name = folder, name
        self.read()

    def read(self):
        where = pathlib.Path(self.folder, "weeks", self.name)
        self.week = json.loads((where / "week.json").read_text("utf-8"))
        self.visits = {v["request"]: v for v in json.loads((where / "roster.json").read_text("utf-8"))["visits"]}
        self.requests = {r["id"]: r for r in self.week["requests"]}

    def to_come(self, after):
        return sorted((v for v in self.visits.values() if moment(v["start"]) > after and v["request"] in self.requests),
                      key=lambda v: (v["start"], v["request"]))


def drawn(chance, monday, n_visits):
    """(when it is known, what kind) of the whole week, in the order in which it is known."""
    events = []
    for kind, rate in RATES.items():
        mean = rate * n_visits / VISITS
        n = int(mean) + (chance.random() < mean - int(mean))
        for _ in range(n):
            day = monday + datetime.timedelta(days=chance.randrange(7))
            hour = {"sick": 6.5, "sick for three days": 6.5}.get(kind, chance.uniform(8, 17))
            events.append((day + hour * HOUR, kind))
    return sorted(events)


def on_that_day(chance, visits, when):
    """A visit of the day, or else of the days after it."""
    today = [v for v in visits if v["start"][:10] == at(when)[:10]]
    return chance.choice(today or visits)


def event_of(chance, kind, when, week):
    """The words for `replan`, and when they are said; None where nobody is left for it to happen to."""
    visits = week.to_come(when)
    if not visits:
        return None
    visit = on_that_day(chance, visits, when) if kind in ("sick", "sick for three days", "cancelled late") else chance.choice(visits)
    request, escort = week.requests[visit["request"]], visit["escorts"][0]
    start = moment(visit["start"])
    if kind == "sick":
        return f"sick={escort}@{at(when)}", when
    if kind == "sick for three days":
        until = min(when + datetime.timedelta(days=2), moment(f"{sunday(week)}T23:00"))
        return f"sick={escort}@{at(when)}..{at(until)[:10]}", when
    if kind == "resigns":
        return f"sick={escort}@{at(when)}..{sunday(week)}", when
    if kind == "no-show":
        return f"noshow={visit['request']}", start + datetime.timedelta(minutes=15)
    if kind == "never again":
        return f"veto={request['client']}:{escort}", when
    if kind == "moved by the organiser":
        moved = start + chance.choice((-2, -1, 1, 2)) * HOUR
        moved = min(max(moved, when + HOUR), day_at(start, 20))
        return (f"move={visit['request']}@{at(moved)}", when) if moved.date() == start.date() and moved > when else None
    if kind == "decision ended":
        mine = [v["request"] for v in visits if week.requests[v["request"]]["client"] == request["client"]]
        return " ".join(f"cancel={r}" for r in mine), when
    return f"cancel={visit['request']}", when


def sunday(week):
    year, number = week.name.split("-W")
    return datetime.date.fromisocalendar(int(year), int(number), 7).isoformat()


def wish_of(chance, when, week, monday):
    """The words for `offer`: an outing in the next days, for somebody who goes out."""
    client = chance.choice(sorted({r["client"] for r in week.requests.values()}))
    first = when.date() + datetime.timedelta(days=chance.randrange(1, 3))
    days = [d for i in range(3) if (d := first + datetime.timedelta(days=i)) < monday.date() + datetime.timedelta(days=7)]
    if not days:
        return None
    minutes = chance.choice((60, 90, 120, 120, 180))
    return [client, "--activity", "Utflykt", "--minutes", str(minutes), "--day", ",".join(map(str, days))]


# ---- how it is answered

def called(*words):
    """The answer as JSON (None where it is none), the exit code, and what it took."""
    began, before = time.monotonic(), os.times()
    done = subprocess.run([LEDSAGA, *words], capture_output=True, text=True, check=False)
    after = os.times()
    spent = (after.children_user - before.children_user) + (after.children_system - before.children_system)
    answer = json.loads(done.stdout) if done.stdout.startswith("{") else None
    return answer, done.returncode, time.monotonic() - began, spent


class Tally:
    def __init__(self):
        self.events = collections.defaultdict(list)
        self.weeks = []
        self.unlawful = self.refused = 0

    def add(self, kind, entry):
        self.events[kind].append(entry)


def notices(answer, when):
    """Hours until what each of the people told is told of."""
    return [(moment(p["first"]) - when).total_seconds() / 3600 for p in answer["people"] if not p["knows"]]


def answer_event(folder, week, tally, kind, words, when):
    answer, code, seconds, spent = called("replan", folder, *words.split(), "--week", week.name, "--at", at(when), "--json")
    if code:
        tally.refused += 1
        print(f"{week.name} {words} --at {at(when)} ends with {code}", file=sys.stderr)
        return
    tally.add(kind, {"told": answer["people_told"], "proved": answer["changes"]["proved"], "notices": notices(answer, when),
                     "lost": answer["before"]["served"] - answer["now"]["served"], "seconds": seconds, "cpu": spent})


def answer_wish(folder, week, tally, words, when):
    asked = [*words, "--week", week.name, "--at", at(when)]
    answer, code, seconds, spent = called("offer", folder, *asked, "--json")
    n = 0 if code else len(answer["offers"])
    tally.add("new wish", {"told": 0, "proved": bool(code == 0 and answer["all_ways"]), "notices": [], "offers": n, "seconds": seconds,
                           "cpu": spent})
    if n and called("offer", folder, *asked, "--accept", "1", "--json")[1]:
        tally.refused += 1


def lawful(folder, week):
    return subprocess.run([LEDSAGA, "check", folder, "--week", week.name], stdout=subprocess.DEVNULL, check=False).returncode == 0


def share(week):
    return len(week.visits), len(week.requests)


def live(folder, name, chance, tally):
    """One week from its solve to its Sunday."""
    subprocess.run([LEDSAGA, "solve", folder, "--week", name, "--quiet"], check=True)
    subprocess.run([LEDSAGA, "export", folder, "--week", name, "--format", "ics", "--quiet"], check=True)
    week = Week(folder, name)
    year, number = name.split("-W")
    monday = datetime.datetime.combine(datetime.date.fromisocalendar(int(year), int(number), 1), datetime.time())
    now, before = monday, share(week)
    for when, kind in drawn(chance, monday, len(week.visits)):
        when = max(when.replace(second=0, microsecond=0), now)
        if kind == "new wish":
            words = wish_of(chance, when, week, monday)
            if words:
                answer_wish(folder, week, tally, words, when)
        else:
            said = event_of(chance, kind, when, week)
            if not said:
                continue
            words, when = said
            now = max(now, when)
            answer_event(folder, week, tally, kind, words, now)
        tally.unlawful += not lawful(folder, week)
        week.read()
    tally.weeks.append((name, before, share(week)))


# ---- tables

def mean(values):
    return f"{statistics.mean(values):.1f}" if values else "–"


def high(values):
    return f"{sorted(values)[int(0.9 * (len(values) - 1))]:.0f}" if values else "–"


def events_table(tally):
    rows = []
    for kind in RATES:
        found = tally.events[kind]
        told, hours = [e["told"] for e in found], [h for e in found for h in e["notices"]]
        rows.append([kind, str(len(found)), mean(told), high(told), f"{sum(e['proved'] for e in found)} of {len(found)}",
                     mean([e.get("lost", 0) for e in found]), f"{statistics.median(hours):.0f}" if hours else "–",
                     f"{statistics.median(e['seconds'] for e in found):.2f}" if found else "–",
                     f"{statistics.median(e['cpu'] for e in found):.2f}" if found else "–"])
    return report.table(["event", "times", "told, mean", "told, p90", "proved", "outings lost, mean", "notice, median h",
                         "seconds", "CPU seconds"], rows)


def weeks_table(tally):
    rows = [[name, f"{before[0]} of {before[1]}", f"{after[0]} of {after[1]}", f"{100 * before[0] / before[1]:.1f}",
             f"{100 * after[0] / after[1]:.1f}"] for name, before, after in tally.weeks]
    return report.table(["week", "served when given out", "served at its end", "%", "% at its end"], rows)


def summary(tally):
    events = [e for found in tally.events.values() for e in found]
    replans = [e for kind, found in tally.events.items() if kind != "new wish" for e in found]
    hours = [h for e in replans for h in e["notices"]]
    wishes = tally.events["new wish"]
    late = sum(h < 24 for h in hours)
    lines = [f"- {len(events)} events in {len(tally.weeks)} weeks; {tally.refused} refused; {tally.unlawful} times the roster broke a "
             "hard rule afterwards.",
             f"- {statistics.mean(e['told'] for e in replans):.1f} people told something new an event that is planned anew, at most "
             f"{max(e['told'] for e in replans)}; the fewest changes were proved in {sum(e['proved'] for e in replans)} of "
             f"{len(replans)}.",
             f"- {late} of {len(hours)} of these news came with less than a day's notice."]
    if wishes:
        lines.append(f"- {sum(e['offers'] > 0 for e in wishes)} of {len(wishes)} new wishes were offered something that changes "
                     "nothing for others.")
    return "\n".join(lines) + "\n"


def page(arguments, tally, where):
    return (f"# A quarter with its disruptions: {arguments.preset}, seed {arguments.seed}\n\n"
            f"By `bench/disruptions.py`; {where}. Rates a week of {VISITS} visits (assumptions): "
            + ", ".join(f"{kind} {rate}" for kind, rate in RATES.items())
            + ". Those who know already (who is sick, who cancels) are not counted among the told.\n\n"
            + summary(tally) + "\n" + events_table(tally) + "\n" + weeks_table(tally))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--preset", default="halmstad")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--weeks", type=int, default=13)
    parser.add_argument("--name", default="disruptions")
    arguments = parser.parse_args()
    chance, tally, where = random.Random(arguments.seed), Tally(), machine()
    with tempfile.TemporaryDirectory() as top:
        folder = os.path.join(top, "unit")
        subprocess.run([LEDSAGA, "new", folder, "--preset", arguments.preset, "--seed", str(arguments.seed), "--week", FIRST_WEEK,
                        "--weeks", str(arguments.weeks), "--quiet"], check=True)
        for name in sorted(os.listdir(os.path.join(folder, "weeks"))):
            live(folder, name, chance, tally)
            print(f"{name}: {tally.weeks[-1][1]} -> {tally.weeks[-1][2]}", file=sys.stderr, flush=True)
    text = page(arguments, tally, where)
    (ROOT / "bench/results" / f"{arguments.name}.md").write_text(text, "utf-8")
    print(text, end="")


if __name__ == "__main__":
    main()
