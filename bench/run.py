#!/usr/bin/env python3
"""How soon, how good, how well proved: `ledsaga solve` on invented weeks.

    run.py [--seeds N] [--time SECONDS] [--effort N] [--threads N] [--no-prove] [--name NAME] GROUP | PRESET...

GROUP is quick (some minutes) or all (the larger weeks, hours). For each preset the weeks of the seeds 1..N are made, solved
with a trace, and checked from their files; the tables have medians over the seeds, each column by itself. They are
printed, and kept as bench/results/NAME.md and NAME.json, with a chart of the first seed beside them and a summary of all
results. Seconds are of the machine that is named, values are the same everywhere unless the time limit cut the solve off.
"""

import argparse
import os
import platform
import subprocess
import sys

import best
import chart
import instance
import measures
import report

# What is solved, with how many seeds and which limit in seconds.
PRESETS = {
    "quick": {"village": (3, 10), "halmstad": (3, 30), "region": (3, 60), "dense_s": (3, 60)},
    "all": {"halmstad_open": (3, 60), "bigcity": (3, 300), "dense_m": (3, 300), "dense_l": (1, 600), "stress": (1, 600),
            "sweden": (1, 900)},
}
OTHERWISE = (3, 300)


def plan(names):
    """(preset, seeds, limit) of each preset that is meant."""
    if len(names) == 1 and names[0] in PRESETS:
        return [(preset, *row) for preset, row in PRESETS[names[0]].items()]
    known = {preset: row for group in PRESETS.values() for preset, row in group.items()}
    return [(preset, *known.get(preset, OTHERWISE)) for preset in names]


def machine():
    model = "processor unknown"
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as file:
            model = next((line.split(":", 1)[1].strip() for line in file if line.startswith("model name")), model)
    except OSError:
        pass
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (f"{platform.machine()}, {os.cpu_count()} processors ({model}), {memory:.0f} GiB, "
            f"load {os.getloadavg()[0]:.1f} at the beginning")


def version():
    said = subprocess.run([instance.LEDSAGA, "version"], check=True, capture_output=True, text=True).stdout.splitlines()[0]
    commit = subprocess.run(["git", "-C", instance.ROOT, "describe", "--always", "--dirty=+"], check=False,
                            capture_output=True, text=True).stdout.strip()
    return f"{said}, commit {commit}" if commit else said


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seeds", type=int, help="else by the preset")
    parser.add_argument("--time", type=float, help="limit in seconds, 0 = none, else by the preset")
    parser.add_argument("--effort")
    parser.add_argument("--threads")
    parser.add_argument("--no-prove", action="store_true")
    parser.add_argument("--name", help="of the files in bench/results, else the group or the presets")
    parser.add_argument("names", metavar="GROUP|PRESET", nargs="*", default=["quick"])
    return parser.parse_args()


def flags_of(given):
    flags = [word for name in ("effort", "threads") if getattr(given, name)
             for word in (f"--{name}", getattr(given, name))]
    return flags + (["--no-prove"] if given.no_prove else [])


def solve_all(preset, seeds, limit, flags, bests):
    """The measures of each seed; a failed one has its reason instead."""
    runs = []
    for seed in range(1, seeds + 1):
        print(f"{preset}, seed {seed} of {seeds}, at most {limit:g} s ...", end=" ", file=sys.stderr, flush=True)
        try:
            run = instance.solved(preset, seed, limit, flags)
        except instance.Failure as failure:
            print(failure, file=sys.stderr)
            runs.append({"preset": preset, "seed": seed, "failure": str(failure)})
            continue
        runs.append(measures.measured(run, best.learned(bests, run)))
        print(f"{run['seconds']:.1f} s, {run['outcome']}", file=sys.stderr)
    return runs


def main():
    given = arguments()
    name = given.name or "-".join(given.names)
    flags = flags_of(given)
    result = {"name": name, "program": version(), "machine": machine(),
              "command": " ".join(["bench/run.py", *sys.argv[1:]]), "runs": []}
    bests = best.read()
    for preset, seeds, limit in plan(given.names):
        limit = limit if given.time is None else given.time
        result["runs"] += solve_all(preset, given.seeds or seeds, limit, flags, bests)
        # After each preset: whoever stops a long bench keeps what was measured.
        best.write(bests)
        report.store(result)
        chart.store(result, preset)
    print(report.tables(result))
    report.store_summary()


if __name__ == "__main__":
    main()
