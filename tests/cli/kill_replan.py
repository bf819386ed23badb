#!/usr/bin/env python3
"""Kills `ledsaga replan` at random moments: WORKSPACE TIMES EVENT...

Each file is the old one or the new one after that, and after the next command all are old
or all are new."""
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

workspace, times, events = sys.argv[1], int(sys.argv[2]), sys.argv[3:]
WEEK = "weeks/2026-W48"
FILES = ("unit.json", f"{WEEK}/week.json", f"{WEEK}/roster.json", f"{WEEK}/told.json", "journal.jsonl")
chance = random.Random(48)


def fresh():
    shutil.rmtree("k", ignore_errors=True)
    shutil.copytree(workspace, "k")


def contents():
    return {name: path.read_bytes() if (path := Path("k", name)).exists() else b"" for name in FILES}


def replan():
    return subprocess.Popen(["ledsaga", "replan", "k", *events, "--at", "2026-11-23T07:30", "--quiet"])


fresh()
old = contents()
began = time.monotonic()
if replan().wait() != 0:
    sys.exit("it does not end well by itself")
took = time.monotonic() - began
new = contents()
n_killed = n_between = n_new = 0
for i in range(times):
    fresh()
    process = replan()
    try:
        process.wait(chance.uniform(0.6 * took, 1.02 * took))
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        n_killed += 1
    between = contents()
    for name in FILES:
        if between[name] not in (old[name], new[name]):
            sys.exit(f"{i}: {name} is neither the old one nor the new one")
    subprocess.run(["ledsaga", "undo", "k", "--dry-run", "--quiet"], stderr=subprocess.DEVNULL, check=False)
    after = contents()
    if after not in (old, new):
        sys.exit(f"{i}: some files are old and some are new")
    n_between += between != after
    n_new += after == new
print(f"{times} runs, {n_killed} killed, {n_between} of them finished by the next command, {n_new} done")
if n_killed == 0:
    sys.exit("no run was killed")
