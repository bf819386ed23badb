#!/usr/bin/env python3
"""Where the time of a solve goes: functions by their own time, by source file.

    time_spent.py [--seconds N] [--seed N] [PRESET]        default dense_m, 60 seconds

Needs perf (Debian: linux-perf). The recording with its call chains stays in build/profile/ for `perf report`. A function that
the compiler put into another counts as that one; whole libraries count as one file each.
"""

import argparse
import collections
import re
import shutil
import subprocess
import sys
import tempfile

from instance import LEDSAGA, ROOT, WEEK

LEAST = 0.5 # percent of the whole, for a function to be told


def recorded(preset, seed, seconds):
    data = ROOT / "build/profile" / f"{preset}.perf"
    data.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as top:
        folder = f"{top}/unit"
        subprocess.run([LEDSAGA, "new", folder, "--preset", preset, "--week", WEEK, "--seed", str(seed), "--quiet"], check=True)
        subprocess.run(["perf", "record", "--quiet", "-F", "499", "-g", "-o", data, LEDSAGA, "solve", folder, "--seed", str(seed),
                        "--time", str(seconds), "--quiet"], check=True, stderr=subprocess.DEVNULL)
    return data


def own_times(data):
    """(percent, object, function) by falling share."""
    said = subprocess.run(["perf", "report", "-i", data, "--stdio", "--no-children", "-g", "none", "--percent-limit", "0",
                           "--sort", "dso,sym", "--field-separator", "\t"], check=True, capture_output=True, text=True).stdout
    for line in said.splitlines():
        row = re.match(r"\s*([\d.]+)%\s*\t\s*(\S+)\s*\t\s*\[(.)\]\s*(.*\S)", line)
        if row:
            yield float(row[1]), "kernel" if row[3] == "k" else row[2], row[4]


def source_files():
    """{function: src/ROOM/FILE.c}, from the debugging information of the program."""
    said = subprocess.run(["nm", "-l", LEDSAGA], check=True, capture_output=True, text=True).stdout
    rows = (re.match(r"\S+ [tT] (\S+)\t.*?(src/(?:\w+/)+\w+\.c):\d+$", line) for line in said.splitlines())
    return {row[1].split(".")[0]: row[2] for row in rows if row}


def grouped(data):
    """{file: [(percent, function)]}"""
    sources, groups = source_files(), collections.defaultdict(list)
    for percent, where, function in own_times(data):
        plain = function.split(".")[0] # function.part.0, function.constprop.0
        groups[sources.get(plain, where) if where == "ledsaga" else where].append((percent, function))
    return sorted(groups.items(), key=lambda item: -sum(percent for percent, _ in item[1]))


def report(groups):
    for file, functions in groups:
        whole = sum(percent for percent, _ in functions)
        if whole < LEAST:
            continue
        print(f"{whole:5.1f} %  {file}")
        for percent, function in functions:
            if percent >= LEAST and not function.startswith("0x"): # a library without names
                print(f"          {percent:5.1f} %  {function}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("preset", nargs="?", default="dense_m")
    given = parser.parse_args()
    if not shutil.which("perf"):
        sys.exit("time_spent.py: perf is not here; on Debian: sudo apt-get install linux-perf")
    data = recorded(given.preset, given.seed, given.seconds)
    report(grouped(data))


if __name__ == "__main__":
    main()
