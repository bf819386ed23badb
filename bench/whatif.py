#!/usr/bin/env python3
"""The scenarios that came with the program, side by side, and a country by municipality.

    whatif.py [--demands N] [--processes N] [--sweep PRESET] [--name NAME] [SCENARIO...]

An invented town is made, each run is carried out by itself as its line of `ledsaga whatif --jobs` says, and the results
are merged: into the page bench/results/NAME.html, and NAME.md with what was measured, what was proved and what it took.
--sweep makes a larger unit (sweden) by municipality besides: once as a whole, once in two halves whose results are then put
together, which must give the same bytes.
"""

import argparse
import concurrent.futures
import json
import os
import pathlib
import shlex
import shutil
import tempfile
import time

import instance
import report
import run

SHIPPED = ["as_is", "commissioned_today", "employ", "open_offer", "generous_sol", "leisure_groups", "equalise",
           "min_staff", "lss_inflow", "combined"]
TOWN, WEEK, PATIENCE = "halmstad", instance.WEEK, 600
HEADS = ["scenario", "served, %", "not delivered, h", "first choice, %", "faces", "escorts", "cost, kr", "kr an hour",
         "rights, best against best", "verdict", "pairs proved", "within the gap", "seconds a run"]


def carried_out(lines, processes):
    """Each line of a list of jobs: run name -> what it took."""
    def one(line):
        words = shlex.split(line)
        return words[words.index("--run") + 1], instance.timed(words, PATIENCE)[1]
    with concurrent.futures.ThreadPoolExecutor(processes) as pool:
        return dict(pool.map(one, lines))


class Unit:
    """An invented unit in a folder, compared in one way."""

    def __init__(self, folder, preset, words):
        self.folder, self.words = os.path.join(folder, preset), words
        instance.timed([instance.LEDSAGA, "new", self.folder, "--preset", preset, "--week", WEEK, "--quiet"], None)

    def whatif(self, results, *more):
        return instance.timed([instance.LEDSAGA, "whatif", self.folder, "--week", WEEK, "--results", results, "--quiet", *more,
                               *self.words], None)

    def jobs(self, results):
        return self.whatif(results, "--jobs")[0].decode("utf-8").splitlines()


# ---- the town

def measure(scenario, *names):
    found = {m["name"]: m["value"] for m in scenario["measures"]}
    known = [found[name] for name in names if name in found]
    return sum(known) if known else None


def number(value, decimals):
    return "–" if value is None else f"{value:,.{decimals}f}".replace(",", " ")


def apart(tier):
    if "difference" not in tier:
        return ""
    least, most = (f"{x:+,.0f}".replace(",", " ") if x else "0" for x in tier["difference"])
    return least if least == most else f"{least} to {most}"


def row(scenario, taken):
    rights, pairs = scenario["tiers"][0], [tier["pairs"] for tier in scenario["tiers"]]
    proved = sum(p[word] for p in pairs for word in ("proved_fewer", "proved_more", "proved_same"))
    spent = [x["seconds"] for name, x in taken.items() if name.rsplit(":", 2)[0] == scenario["id"]]
    first = rights["finding"] == "first"
    return [scenario["id"], number(measure(scenario, "served_share"), 1),
            number(measure(scenario, "unmet_lss", "unmet_sol", "unmet_sol_extra"), 1),
            number(measure(scenario, "first_choice_share"), 1), number(measure(scenario, "distinct_escorts"), 2),
            number(measure(scenario, "escorts"), 0), number(measure(scenario, "cost"), 0),
            number(measure(scenario, "cost_per_delivered_hour"), 0), apart(rights), rights["finding"].replace("_", " "),
            "" if first else f"{proved} of {2 * sum(pairs[0].values())}", "" if first else str(sum(p["within_gap"] for p in pairs)),
            number(sum(spent) / len(spent), 1)]


def town(folder, arguments, page):
    unit = Unit(folder, TOWN, ["--demands", str(arguments.demands), *arguments.scenarios])
    results = os.path.join(folder, "town")
    began = time.monotonic()
    taken = carried_out(unit.jobs(results), arguments.processes)
    spent = time.monotonic() - began
    unit.whatif(results, "--merge", "--format", "html", "--output", str(page))
    document = json.loads(unit.whatif(results, "--merge", "--json")[0])
    rows = [row(scenario, taken) for scenario in document["scenarios"]]
    return (f"The scenarios that came with the program, on an invented town ({TOWN}, week {WEEK}), {arguments.demands} draws of "
            f"demand: {len(taken)} runs, {arguments.processes} at a time, in {spent:.0f} s; a run takes "
            f"{number(sum(x['seconds'] for x in taken.values()) / len(taken), 1)} s on the mean, "
            f"{number(max(x['seconds'] for x in taken.values()), 1)} s at most, and "
            f"{max(x['memory'] for x in taken.values()):.0f} MiB at most. The page is [{page.name}]({page.name}).\n\n"
            + report.table(HEADS, rows) +
            "\n\nPairs proved: of the differences in points to the first scenario, draw by draw, in rights and in the rest.\n")


# ---- a country

def halves(unit, folder, names, processes):
    """Every other one in one folder, the rest in another, as two machines would; then together."""
    together = os.path.join(folder, "together")
    os.makedirs(together)
    for part in range(2):
        half = os.path.join(folder, f"half{part}")
        instance.timed([instance.LEDSAGA, "whatif", unit.folder, "--week", WEEK, "--results", half, "--quiet", "--processes",
                        str(processes), "--json", *names[part::2]], None)
        for file in pathlib.Path(half).iterdir():
            shutil.copy(file, together)
    return unit.whatif(together, "--merge", "--json")[0]


def sweep(folder, preset, processes):
    unit = Unit(folder, preset, ["municipality"])
    whole = os.path.join(folder, "whole")
    document, took = unit.whatif(whole, "--processes", str(processes), "--json")
    merged, merging = unit.whatif(whole, "--merge", "--json")
    scenarios = json.loads(document)["scenarios"]
    parts = halves(unit, folder, [s["id"] for s in scenarios], processes)
    asked = sum(measure(s, "requests") for s in scenarios)
    settled = sum(s["runs"][0]["tiers"][0][0] == s["runs"][0]["tiers"][0][1] for s in scenarios)
    same = "the same bytes" if document == merged == parts else "OTHER BYTES"
    return (f"\n`ledsaga whatif {preset} --jobs municipality`: {len(scenarios)} runs with {number(asked, 0)} outings asked for, "
            f"{processes} at a time, in {took['seconds']:.0f} s, reading and comparing included, and at most "
            f"{took['memory']:.0f} MiB a process; rights are proved to be the best in {settled} of them. Merging alone takes "
            f"{merging['seconds']:.0f} s. Made in two halves in folders of their own, and put together: {same}.\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--demands", type=int, default=5)
    parser.add_argument("--processes", type=int, default=os.cpu_count())
    parser.add_argument("--sweep")
    parser.add_argument("--name", default="whatif")
    parser.add_argument("scenarios", nargs="*", default=SHIPPED)
    arguments = parser.parse_args()
    results = instance.ROOT / "bench/results"
    with tempfile.TemporaryDirectory() as folder:
        text = f"# What if\n\n{run.version()}; {run.machine()}.\n\n"
        text += town(folder, arguments, results / f"{arguments.name}.html")
        if arguments.sweep:
            text += sweep(folder, arguments.sweep, arguments.processes)
    (results / f"{arguments.name}.md").write_text(text, "utf-8")
    print(text, end="")


if __name__ == "__main__":
    main()
