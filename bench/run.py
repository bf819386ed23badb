#!/usr/bin/env python3
"""How long, how much memory, how good: `ledsaga solve` on invented weeks.

    run.py [--seeds N] [--effort N] [--no-prove] [PRESET...]

For each preset the week of each seed 1..N is made and solved; a line has medians over the seeds: seconds, peak
memory in MB, share of requests served, and per tier the value, the bound and the gap. The machine is named first: the
seconds are its own, the values are the same everywhere.
"""

import argparse
import json
import os
import pathlib
import platform
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[1]
LEDSAGA = os.environ.get("LEDSAGA", str(ROOT / "build/release/ledsaga"))
ROW = "{:<14} {:>8} {:>7} {:>8}  {:>9} {:>9} {:>7}  {:>9} {:>9} {:>7}"


def solve(folder, seed, flags):
    """One solve: what the program says, its seconds, and its peak memory in MB."""
    command = [LEDSAGA, "solve", folder, "--seed", str(seed), "--json", "--quiet", *flags]
    began = time.monotonic()
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        document = json.load(process.stdout)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join(command)} ended with {process.returncode}")
    return document, time.monotonic() - began, usage.ru_maxrss / 1024


def measure(preset, seeds, flags):
    rows = []
    for seed in range(1, seeds + 1):
        with tempfile.TemporaryDirectory() as top:
            folder = os.path.join(top, "unit")
            subprocess.run([LEDSAGA, "new", folder, "--preset", preset, "--week", "2026-W48", "--seed", str(seed),
                            "--quiet"], check=True)
            document, seconds, memory = solve(folder, seed, flags)
            row = [seconds, memory, 100 * document["served"] / document["requests"]]
            for tier in document["tiers"]:
                value, bound = tier["value"], tier["bound"]
                row += [value, bound, 100 * (value - bound) / max(1, abs(value))]
            rows.append(row)
    return [statistics.median(column) for column in zip(*rows)]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--effort")
    parser.add_argument("--no-prove", action="store_true")
    parser.add_argument("preset", nargs="*", default=["tiny", "village", "halmstad", "halmstad_open", "region", "bigcity"])
    given = parser.parse_args()
    flags = (["--effort", given.effort] if given.effort else []) + (["--no-prove"] if given.no_prove else [])
    version = subprocess.run([LEDSAGA, "version"], check=True, capture_output=True, text=True).stdout.splitlines()[0]
    print(f"{version}; {platform.machine()}, {os.cpu_count()} processors; medians of {given.seeds} seeds")
    print(ROW.format("preset", "seconds", "MB", "served %", "rights", "bound", "gap %", "rest", "bound", "gap %"))
    for preset in given.preset:
        s, mb, served, v1, b1, g1, v2, b2, g2 = measure(preset, given.seeds, flags)
        print(ROW.format(preset, f"{s:.1f}", f"{mb:.0f}", f"{served:.1f}", f"{v1:.0f}", f"{b1:.0f}", f"{g1:.2f}",
                         f"{v2:.0f}", f"{b2:.0f}", f"{g2:.2f}"), flush=True)


if __name__ == "__main__":
    main()
