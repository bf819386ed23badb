#!/usr/bin/env python3
"""How long does `ledsaga explain` take on weeks that are solved?

    explain.py [--seeds N] [--name NAME] [PRESET...]

Of each preset the weeks of the seeds 1..N are made and solved (with a limit of time), and each question is asked: how the
escorts stand to one visit that nobody serves, the same visit with everything that can be tried, a visit that is served, and all
that nobody serves. Seconds are of the whole command as somebody waits for it, medians over the seeds; the worst is the longest
of all. The tables are printed and kept as bench/results/NAME.md.
"""

import argparse
import json
import os
import pathlib
import statistics
import tempfile

import instance
import report
from run import machine

# How long the roster is solved for, in seconds.
PRESETS = {"halmstad": 30, "bigcity": 60}
QUESTIONS = ["facts of one visit", "one unserved visit", "one served visit", "all unserved visits"]


def visits_of(folder):
    """The requests that are served and those that are not, in the order of the week's file."""
    week = pathlib.Path(folder, "weeks", instance.WEEK)
    served = {v["request"] for v in json.loads((week / "roster.json").read_text("utf-8"))["visits"]}
    asked = [r["id"] for r in json.loads((week / "week.json").read_text("utf-8"))["requests"]]
    return [r for r in asked if r in served], [r for r in asked if r not in served]


def words_of(folder, question):
    served, unserved = visits_of(folder)
    one = unserved[len(unserved) // 2]
    return {"facts of one visit": [one, "--facts"], "one unserved visit": [one],
            "one served visit": [served[len(served) // 2]], "all unserved visits": ["--unserved"]}[question]


def asked(folder, question):
    output, spent = instance.timed([instance.LEDSAGA, "explain", folder, *words_of(folder, question), "--json"], None)
    answer = json.loads(output)
    return {**spent, "visits": len(answer["requests"]), "unserved": answer["unserved"], "explained": answer.get("explained", 0)}


def measured(preset, seeds, limit):
    found = {question: [] for question in QUESTIONS}
    for seed in range(1, seeds + 1):
        with tempfile.TemporaryDirectory() as top:
            folder = os.path.join(top, "unit")
            instance.timed([instance.LEDSAGA, "new", folder, "--preset", preset, "--week", instance.WEEK, "--seed", str(seed),
                            "--quiet"], None)
            instance.timed([instance.LEDSAGA, "solve", folder, "--time", str(limit), "--quiet"], limit + instance.GRACE)
            for question in QUESTIONS:
                found[question].append(asked(folder, question))
    return found


def rows_of(preset, found):
    rows = []
    for question, runs in found.items():
        seconds, unserved = [run["seconds"] for run in runs], sum(run["unserved"] for run in runs)
        told = f"{sum(run['explained'] for run in runs)} of {unserved}"
        rows.append([f"{preset}: {question}", report.seconds(statistics.median(seconds)), report.seconds(max(seconds)),
                     report.seconds(statistics.median(run["cpu_seconds"] for run in runs)),
                     f"{statistics.median(run['visits'] for run in runs):.0f}",
                     told if "unserved" in question else "–"])
    return rows


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--name", default="explain")
    parser.add_argument("names", metavar="PRESET", nargs="*", default=list(PRESETS))
    given = parser.parse_args()
    where, rows = machine(), []
    for preset in given.names:
        rows += rows_of(preset, measured(preset, given.seeds, PRESETS[preset]))
    text = (f"# How long an explanation takes\n\nBy `bench/explain.py`; {where}. Medians over {given.seeds} seeds. Explained: each "
            "escort has a fact or a way to come, it is proved what serving the visit costs at least or that no roster serves it, "
            "and a change helps or each kind of change was tried.\n\n"
            + report.table(["question", "seconds", "worst", "CPU seconds", "visits", "explained"], rows))
    (instance.ROOT / "bench/results" / f"{given.name}.md").write_text(text, "utf-8")
    print(text, end="")


if __name__ == "__main__":
    main()
