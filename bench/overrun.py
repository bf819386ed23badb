#!/usr/bin/env python3
"""Is a time limit kept? `ledsaga solve --time` on invented weeks, from the command's start to its end.

    overrun.py [--limits SECONDS,...] [--solve-flags FLAGS] [PRESET...]

A limit that is over before the week is read is the shortest way to a roster that is written: the first of the limits. Over
is what the end came later than the limit. Rosters are checked from their files. Seconds are of this machine as busy as it
is, which the first line tells.
"""

import argparse
import json
import os
import shlex
import tempfile

import instance

PRESETS = ["halmstad", "region", "bigcity", "dense_m", "dense_l", "stress", "sweden"]
LIMITS = "0.001,5"


def solved(folder, limit, flags):
    _, spent = instance.timed([instance.LEDSAGA, "solve", folder, "--quiet", "--force", "--time", str(limit), *flags],
                              limit + instance.GRACE)
    output, _ = instance.timed([instance.LEDSAGA, "check", folder, "--json"], None)
    return json.loads(output), spent


def row(preset, limit, document, spent):
    return (f"{preset:10} {document['requests']:8} {document['served']:7} {limit:8g} {spent['seconds']:7.2f} "
            f"{max(0, spent['seconds'] - limit):6.2f} {spent['cpu_seconds']:7.2f} {spent['memory']:6.0f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--limits", default=LIMITS)
    parser.add_argument("--solve-flags", default="", type=shlex.split)
    parser.add_argument("names", metavar="PRESET", nargs="*", default=PRESETS)
    given = parser.parse_args()
    print(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f} at the beginning")
    print(f"{'week':10} {'requests':>8} {'served':>7} {'limit s':>8} {'wall s':>7} {'over s':>6} {'CPU s':>7} {'MB':>6}")
    for preset in given.names:
        with tempfile.TemporaryDirectory() as top:
            folder = f"{top}/unit"
            instance.timed([instance.LEDSAGA, "new", folder, "--preset", preset, "--week", instance.WEEK, "--seed", "1", "--quiet"], None)
            for limit in map(float, given.limits.split(",")):
                print(row(preset, limit, *solved(folder, limit, given.solve_flags)), flush=True)


if __name__ == "__main__":
    main()
