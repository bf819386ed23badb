#!/usr/bin/env python3
"""How soon an answer is there: `ledsaga offer` and `ledsaga replan` on weeks that are solved and given out.

    answers.py [--seeds N] [--name NAME] [PRESET...]

Of each preset the weeks of the seeds 1..N are made and solved (a city with a limit of time), and each question is asked
of a fresh copy: an offer, an offer for which one other visit may move, a sick escort, a cancelled visit, three events at
once. Seconds are of the whole command as somebody waits for it, medians over the seeds; the worst is the longest of all.
The tables are printed and kept as bench/results/NAME.md.
"""

import argparse
import json
import os
import pathlib
import shutil
import statistics
import tempfile

import instance
import report
from run import machine

# How long the roster is solved for, and what offer and replan may take, in seconds.
PRESETS = {"halmstad": (30, 0.2, 1), "bigcity": (60, 1, 5)}
MONDAY, TUESDAY = "2026-11-23T07:30", "2026-11-24"
QUESTIONS = ["offer", "offer --move", "replan, sick escort", "replan, cancelled visit", "replan, three events"]


def visits_of(folder):
    where = pathlib.Path(folder, "weeks", instance.WEEK, "roster.json")
    return json.loads(where.read_text("utf-8"))["visits"]


def clients_of(folder):
    where = pathlib.Path(folder, "weeks", instance.WEEK, "week.json")
    return [r["client"] for r in json.loads(where.read_text("utf-8"))["requests"]]


def words_of(folder, question):
    """The command's words after the folder. The sick one has most visits on Tuesday and the two days after it."""
    visits, clients = visits_of(folder), clients_of(folder)
    busy = {}
    for v in visits:
        if TUESDAY <= v["start"][:10] <= "2026-11-26":
            busy[v["escorts"][0]] = busy.get(v["escorts"][0], 0) + 1
    escort = min(busy, key=lambda e: (-busy[e], e))
    later = [v["request"] for v in visits if v["start"][:10] > TUESDAY and escort not in v["escorts"]]
    wish = [clients[len(clients) // 2], "--activity", "Bio", "--minutes", "120"]
    sick, cancelled, moved = f"sick={escort}@{TUESDAY}..2026-11-26", f"cancel={later[0]}", f"cancel={later[-1]}"
    return {"offer": ["offer", *wish], "offer --move": ["offer", *wish, "--move"], "replan, sick escort": ["replan", sick],
            "replan, cancelled visit": ["replan", cancelled], "replan, three events": ["replan", sick, cancelled, moved]}[question]


def asked(folder, copy, question):
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(folder, copy)
    command, *words = words_of(folder, question)
    output, spent = instance.timed([instance.LEDSAGA, command, copy, *words, "--at", MONDAY, "--json"], None)
    answer = json.loads(output)
    instance.timed([instance.LEDSAGA, "check", copy, "--json"], None)
    proved = answer["all_ways"] if command == "offer" else answer["changes"]["proved"] and not answer["as_delivered"]
    return {**spent, "told": answer.get("people_told", 0), "proved": proved,
            "as_delivered": command == "replan" and answer["changes"]["proved"] and answer["as_delivered"]}


def measured(preset, seeds, limit):
    found = {question: [] for question in QUESTIONS}
    for seed in range(1, seeds + 1):
        with tempfile.TemporaryDirectory() as top:
            folder, copy = os.path.join(top, "unit"), os.path.join(top, "copy")
            instance.timed([instance.LEDSAGA, "new", folder, "--preset", preset, "--week", instance.WEEK, "--seed", str(seed), "--quiet"],
                           None)
            instance.timed([instance.LEDSAGA, "solve", folder, "--time", str(limit), "--quiet"], limit + instance.GRACE)
            for question in QUESTIONS:
                found[question].append(asked(folder, copy, question))
    return found


def rows_of(preset, found, bars):
    rows = []
    for question, runs in found.items():
        seconds, n = [run["seconds"] for run in runs], len(runs)
        rows.append([f"{preset}: {question}", report.seconds(statistics.median(seconds)), report.seconds(max(seconds)),
                     report.seconds(statistics.median(run["cpu_seconds"] for run in runs)), f"{bars['offer' not in question]:g}",
                     f"{statistics.median(run['told'] for run in runs):.0f}", f"{sum(run['proved'] for run in runs)} of {n}",
                     f"{sum(run['as_delivered'] for run in runs)} of {n}"])
    return rows


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--name", default="answers")
    parser.add_argument("names", metavar="PRESET", nargs="*", default=list(PRESETS))
    given = parser.parse_args()
    where, rows = machine(), []
    for preset in given.names:
        limit, *bars = PRESETS[preset]
        rows += rows_of(preset, measured(preset, given.seeds, limit), bars)
    text = (f"# How soon an answer is there\n\nBy `bench/answers.py`; {where}. Medians over {given.seeds} seeds. Proved: all ways "
            "were looked at, or there is no lawful roster with the same rights that changes less; as delivered: none that "
            "delivers as much of each visit does (weeks too large to be proved as a whole).\n\n"
            + report.table(["question", "seconds", "worst", "CPU seconds", "wanted below", "people told", "proved", "as delivered"],
                           rows))
    (instance.ROOT / "bench/results" / f"{given.name}.md").write_text(text, "utf-8")
    print(text, end="")


if __name__ == "__main__":
    main()
