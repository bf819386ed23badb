#!/usr/bin/env python3
"""Calendars of other projects. `ledsaga import DIR FILE --dry-run --json` ends by itself within
15 s and 512 MB, without a signal, and the fates of the events add up to the BEGIN:VEVENT lines
of the file. Then each file is taken into the week of its first event, as wishes, as busy and as
free times: the second time nothing changes, nor when what was imported is written as a calendar
and that is imported.
    corpora.py LEDSAGA UNIT CORPUS EVERY      UNIT: a unit.json with anna, eva and mia in it"""
import csv
import datetime
import json
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SECONDS, MEGABYTES = 15, 512
LEDSAGA, UNIT, CORPUS, EVERY = sys.argv[1:]
MEANINGS = ["wishes", "anna"], ["busy", "eva"], ["free", "mia"]
slowest = 0.0


class Wrong(Exception):
    pass


def ledsaga(*arguments):
    global slowest
    begin = time.monotonic()
    try:
        run = subprocess.run([LEDSAGA, *map(str, arguments)], capture_output=True, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired:
        raise Wrong(f"took longer than {SECONDS} s") from None
    slowest = max(slowest, time.monotonic() - begin)
    if run.returncode not in (0, 1):
        raise Wrong(f"exit code {run.returncode}: {run.stderr.decode(errors='replace')[:300]}")
    return run.stdout


def imported(workspace, file, begun, *options):
    told = json.loads(ledsaga("import", workspace, file, "--json", *options))
    fates = sum(told["counts"].values())
    if not fates == told["events"] == begun:
        raise Wrong(f"{fates} fates of {told['events']} events; the file begins {begun}")
    return told


def week_of(file):
    """The ISO week of the first event, or one in which there is none."""
    found = re.search(rb"BEGIN:VEVENT.*?\nDTSTART[^:\n]*:(\d{4})(\d\d)(\d\d)", file.read_bytes(), re.S)
    try:
        year, week, _ = datetime.date(*map(int, found.groups())).isocalendar()
    except (AttributeError, ValueError):
        year = 0
    return f"{year}-W{week:02d}" if 1980 <= year <= 2037 else "2026-W48"


def make_workspace(folder, week):
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "weeks" / week).mkdir(parents=True)
    shutil.copy(UNIT, folder / "unit.json")
    document = {"format": "ledsaga-week", "version": 1, "week": week, "requests": []}
    (folder / "weeks" / week / "week.json").write_text(json.dumps(document))


def try_meaning(workspace, file, begun, meaning, whose):
    options = "--as", meaning, "--for", whose, "--source", "one"
    before = imported(workspace, file, begun, *options, "--apply")
    again = imported(workspace, file, begun, *options, "--apply")
    if again["changes"]:
        raise Wrong(f"{meaning}: {again['changes']} changes the second time")
    copy = workspace / "copy.ics"
    copy.write_bytes(ledsaga("export", workspace, "--format", "imported", "--out", "-"))
    copied = json.loads(ledsaga("import", workspace, copy, *options, "--json"))
    if copied["changes"]:
        raise Wrong(f"{meaning}: {copied['changes']} changes from the copy")
    return before["changes"]


def main():
    with open(Path(CORPUS) / "EXPECTED-COUNTS.tsv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))[:: int(EVERY)]
    faults = changes = 0
    with tempfile.TemporaryDirectory() as scratch:
        workspace = Path(scratch) / "w"
        for row in rows:
            file, begun = Path(CORPUS) / row["file"], int(row["raw_begin_vevent"])
            try:
                make_workspace(workspace, week_of(file))
                imported(workspace, file, begun, "--dry-run", "--as", MEANINGS[0][0], "--for", MEANINGS[0][1])
                for meaning, whose in MEANINGS:
                    changes += try_meaning(workspace, file, begun, meaning, whose)
            except Wrong as what:
                faults += 1
                print(f"{row['file']}: {what}")
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    print(f"{len(rows)} files, {changes} changes, {faults} faults, slowest {slowest:.2f} s, most memory {memory} MB")
    return 1 if faults or not changes or memory > MEGABYTES else 0


if __name__ == "__main__":
    sys.exit(main())
