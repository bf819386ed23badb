#!/usr/bin/env python3
"""Solve published instances with ledsaga and compare with the published values.

    run.py [--objective travel|preference] [--keep DIR] [LABEL...]

Labels are those of the best-known.csv beside the instances: 1N ... 10H (Bredstrom-Ronnqvist), D1, E3 ...
(UHHC). Without labels: the quick list 1N 2N 3N 1S 2S 3S D1-D7. A Bredstrom-Ronnqvist instance is solved for each
objective that has a published value.

Environment:
  LEDSAGA            the program; default build/release/ledsaga of this tree
  SOLVE_FLAGS        more flags for `ledsaga solve`
  LEDSAGA_INSTANCES  folder with bredstrom-ronnqvist/ and uhhc/; UHHC falls back on bench/instances/

Every roster is judged by evaluate.py, which reads the original instance. A row fails when ours is infeasible or worse
than published, and also when the program contradicts what is known: a value below a proved optimum, a bound above
a published value, or a tier value that is not what the roster is worth. Exit code 1 when a row failed, 2 when nothing could
be run; the last line is `N passed, N failed, N skipped`.
"""

import argparse
import csv
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
WEEK = "2026-W48"
QUICK = ["1N", "2N", "3N", "1S", "2S", "3S", *(f"D{n}" for n in range(1, 8))]
ORIGINALS = {
    "bredstrom-ronnqvist": "the authors' AMPL data, kept at github.com/sohaibafifi/routing",
    "uhhc": "doi 10.1111/itor.70140, github.com/iolab-uniud/uhhc",
}
# The published UHHC values respect a rule that the published validator does not ask for: see convert.py.
FAMILY_RULES = {"bredstrom-ronnqvist": [], "uhhc": ["--two-carers"]}
# Points per unit of value, and how far two values may lie apart and still be the same one: a bonus is
# rounded to a whole point, and published to six decimals.
SCALE = {"travel": 1, "preference": 10**6}
NEAR = {"travel": 0, "preference": 1e-4}
ROW = "{:<6} {:<10} {:>12} {:>12} {:>12} {:>8}  {}"


@dataclass
class Published:
    value: float
    proven: bool


@dataclass
class Job:
    label: str
    objective: str
    path: pathlib.Path
    published: Published | None


class Usage(Exception):
    """Nothing can be run."""


# ---- which instances, and what is published about them

def family(label):
    return "bredstrom-ronnqvist" if re.fullmatch(r"\d+[NSMLH]", label) else "uhhc"


def folders(name):
    """Where instances of the family may lie, the user's own folder first."""
    own = os.environ.get("LEDSAGA_INSTANCES")
    return [place / name for place in ([pathlib.Path(own)] if own else []) + [ROOT / "bench" / "instances"]]


def table(path):
    if not path.is_file():
        return []
    with path.open(newline="", encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def br_published(where, label):
    """File of the instance and {objective: Published}; a recomputed optimum replaces a published value."""
    for row in table(where / "best-known.csv"):
        if row["label"] == label:
            values = {"travel": Published(float(row["best_travel_units"]), row["proven_optimal"] == "True")}
            for again in table(where / "optimal-recomputed.csv"):
                if again["label"] == label and "proven optimal" in again["method"]:
                    values[again["objective"]] = Published(float(again["value_units"]), True)
            return where / row["file"], values
    return None, {}


def uhhc_published(where, label):
    for row in table(where / "best-known.csv"):
        if row["instance"] == label:
            return where / f"{label}.json", {"travel": Published(float(row["best_known"]), False)}
    return None, {}


def jobs_of(label, objective):
    """What to solve for a label; nothing when the instance is not here."""
    find = br_published if family(label) == "bredstrom-ronnqvist" else uhhc_published
    for where in folders(family(label)):
        path, values = find(where, label)
        if path and path.is_file():
            return [Job(label, name, path, values.get(name)) for name in ([objective] if objective else values)]
    return []


# ---- one instance through converter, program and evaluator

def python(script, *arguments):
    return subprocess.run([sys.executable, script, *map(str, arguments)], capture_output=True, text=True)


def reading(job):
    """How converter and evaluator are both to read the instance."""
    return ["--objective", job.objective, *FAMILY_RULES[family(job.label)]]


def last_line(text):
    return (text.strip().splitlines() or ["no message"])[-1]


def solve(job, program, workspace):
    """(seconds, roster path, None) or (seconds, None, what went wrong)."""
    done = python(ROOT / "bench" / "convert.py", job.path, workspace, *reading(job))
    if done.returncode != 0:
        return 0.0, None, last_line(done.stderr)
    roster = workspace / "weeks" / WEEK / "roster.json"
    roster.unlink(missing_ok=True)  # a kept workspace may hold the roster of an earlier run
    command = [program, "solve", str(workspace), "--week", WEEK, "--quiet", *shlex.split(os.environ.get("SOLVE_FLAGS", ""))]
    began = time.monotonic()
    done = subprocess.run(command, capture_output=True, text=True)
    seconds = time.monotonic() - began
    if done.returncode != 0 or not roster.is_file():
        return seconds, None, f"exit code {done.returncode}, {'a' if roster.is_file() else 'no'} roster: {last_line(done.stderr)}"
    return seconds, roster, None


def rest_tier(roster, objective):
    """Value and bound of tier 2 in units of the objective; None where the roster does not say."""
    tiers = json.loads(roster.read_text(encoding="utf-8")).get("tiers", [])
    tier = next((tier for tier in tiers if tier["name"] == "rest"), {})
    return tuple(tier[key] / SCALE[objective] if key in tier else None for key in ("value", "bound"))


def verdict(job, value, own_value, bound):
    """(passed, sentence) about a feasible roster."""
    near, known = NEAR[job.objective], job.published
    if own_value is not None and abs(own_value - value) > near:
        return False, f"program says {own_value:g}"
    if bound is not None and bound > value + near:
        return False, "bound above its own roster"
    closed = bound is not None and value - bound <= near
    if known is None:
        return True, "nothing published" + (", proved optimal" if closed else "")
    if bound is not None and bound > known.value + near:
        return False, "bound above the published value"
    if abs(value - known.value) <= near:
        return True, "= optimum" if known.proven or closed else "= best known"
    percent = 100 * abs(value - known.value) / (abs(known.value) or 1)
    if value > known.value:
        return False, f"gap {percent:.2f} %"
    return not known.proven, f"{percent:.2f} % below " + ("a proved optimum" if known.proven else "best known")


def number(value, objective):
    return "-" if value is None else f"{value:.0f}" if objective == "travel" else f"{value:.5f}"


def run(job, program, workspace):
    """Print the row of one instance; say whether it passed."""
    published = number(job.published and job.published.value, job.objective)
    seconds, roster, trouble = solve(job, program, workspace)
    value = bound = None
    if trouble:
        passed, sentence = False, trouble
    else:
        judged = python(HERE / "evaluate.py", job.path, roster, *reading(job))
        if judged.returncode == 2:
            passed, sentence = False, last_line(judged.stderr)
        else:
            judgement = json.loads(judged.stdout)
            value, (own_value, bound) = judgement["value"], rest_tier(roster, job.objective)
            passed, sentence = verdict(job, value, own_value, bound)
            if not judgement["feasible"]:
                passed, sentence = False, f"INFEASIBLE, {len(judgement['faults'])} faults: {judgement['faults'][0]}"
    print(ROW.format(job.label, job.objective, published, number(value, job.objective), number(bound, job.objective),
                     f"{seconds:.1f}", ("" if passed else "FAILED ") + sentence), flush=True)
    return passed


# ---- the command

def program_path():
    program = os.environ.get("LEDSAGA") or str(ROOT / "build" / "release" / "ledsaga")
    if not os.access(program, os.X_OK):
        raise Usage(f"no program at {program}: build it, or say where it is in LEDSAGA")
    return str(pathlib.Path(program).resolve())


def run_all(labels, objective, program, keep):
    counts = {"passed": 0, "failed": 0, "skipped": 0}
    print(ROW.format("label", "objective", "published", "ours", "bound", "seconds", "verdict"))
    for label in labels:
        jobs = jobs_of(label, objective)
        if not jobs:
            print(f"{label:<6} skipped: instances not present (published: {ORIGINALS[family(label)]})")
            counts["skipped"] += 1
        for job in jobs:
            passed = run(job, program, keep / f"{label}-{job.objective}")
            counts["passed" if passed else "failed"] += 1
    print(", ".join(f"{count} {name}" for name, count in counts.items()))
    return 1 if counts["failed"] else 0


def main():
    parser = argparse.ArgumentParser(description="Solve published instances and compare with the published values.")
    parser.add_argument("labels", nargs="*", metavar="LABEL", help="default: " + " ".join(QUICK))
    parser.add_argument("--objective", choices=("travel", "preference"), help="only this one")
    parser.add_argument("--keep", type=pathlib.Path, metavar="DIR", help="leave the workspaces here")
    given = parser.parse_args()
    try:
        with tempfile.TemporaryDirectory() as scratch:
            return run_all(given.labels or QUICK, given.objective, program_path(), given.keep or pathlib.Path(scratch))
    except Usage as fault:
        print(f"run.py: {fault}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
