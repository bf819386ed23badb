#!/usr/bin/env python3
"""Solve published instances with ledsaga and compare with the published values.

    run.py [--objective travel|preference|staff] [--time SECONDS] [--gaps] [--store] [--keep DIR] [all | LABEL...]

Labels are those of the best-known.csv beside the instances: 1N ... 10H (Bredstrom-Ronnqvist), D1, E3 ... (UHHC),
data_8_48_85_33 ... (SMPTSP); `all` is every one that is present. Without labels: the quick list 1N 2N 3N 1S 2S 3S D1-D7. A
Bredstrom-Ronnqvist instance is solved for each objective that has a published value.

Environment:
  LEDSAGA            the program; default build/release/ledsaga of this tree
  SOLVE_FLAGS        more flags for `ledsaga solve`
  LEDSAGA_INSTANCES  folder with bredstrom-ronnqvist/, uhhc/ and smptsp/; UHHC falls back on bench/instances/

Every roster is judged by evaluate.py, which reads the original instance. A row fails when ours is infeasible or worse
than published, and also when the program contradicts what is known: a value below a proved optimum, a bound above
a published value, or a tier value that is not what the roster is worth. --gaps is for measuring: a worse value is then
a gap and no failure, and an instance that ledsaga cannot express is left out with the reason. --store does the same and
keeps what it found as bench/results/literature.md and .json. Exit code 1 when a row failed, 2 when nothing could be run;
the last line is `N passed, N failed, N skipped`.
"""

import argparse
import csv
import json
import os
import pathlib
import platform
import re
import shlex
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
RESULTS = ROOT / "bench" / "results"
WEEK = "2026-W48"
QUICK = ["1N", "2N", "3N", "1S", "2S", "3S", *(f"D{n}" for n in range(1, 8))]
ORIGINALS = {
    "bredstrom-ronnqvist": "the authors' AMPL data, kept at github.com/sohaibafifi/routing",
    "uhhc": "doi 10.1111/itor.70140, github.com/iolab-uniud/uhhc",
    "smptsp": "Krishnamoorthy, Ernst & Baatar 2012, kept at github.com/vale1410/SMPTSP",
}
TITLES = {
    "bredstrom-ronnqvist": "Bredström and Rönnqvist: visits in step",
    "uhhc": "Unified Home Healthcare: travel",
    "smptsp": "Shift minimisation personnel task scheduling: few escorts",
}
# The published UHHC values respect a rule that the published validator does not ask for: see convert.py.
FAMILY_RULES = {"bredstrom-ronnqvist": [], "uhhc": ["--two-carers"], "smptsp": []}
# Points per unit of value, and how far two values may lie apart and still be the same one: a bonus is
# rounded to a whole point, and published to six decimals.
SCALE = {"travel": 1, "preference": 10**6, "staff": 1}
NEAR = {"travel": 0, "preference": 1e-4, "staff": 0}
ROW = "{:<23} {:<10} {:>12} {:>12} {:>12} {:>8}  {}"
REFUSED = 2  # exit code of convert.py


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


@dataclass
class Row:
    """What came of a job. Values are None where there are none."""
    job: Job
    seconds: float = 0.0
    requests: int | None = None
    staff: int | None = None
    value: float | None = None
    bound: float | None = None
    state: str = "failed"  # passed, failed, skipped
    sentence: str = ""

    def gap(self):
        """How much worse than published, as a share; below 0: better."""
        known = self.job.published
        return None if self.value is None or known is None else (self.value - known.value) / (abs(known.value) or 1)

    def open(self):
        """How much better a roster could be than ours at most, as a share."""
        return None if self.value is None or self.bound is None else (self.value - self.bound) / (abs(self.value) or 1)


class Usage(Exception):
    """Nothing can be run."""


# ---- which instances, and what is published about them

def family(label):
    return "bredstrom-ronnqvist" if re.fullmatch(r"\d+[NSMLH]", label) else "smptsp" if label.startswith("data_") else "uhhc"


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


def smptsp_published(where, label):
    """The most tasks under way at once: a bound, and reached by all of them (Smet et al. 2014)."""
    for row in table(where / "best-known.csv"):
        if row["instance"] == label:
            return where / f"{label}.dat", {"staff": Published(float(row["lower_bound"]), True)}
    return None, {}


FINDERS = {"bredstrom-ronnqvist": br_published, "uhhc": uhhc_published, "smptsp": smptsp_published}


def jobs_of(label, objective):
    """What to solve for a label; nothing when the instance is not here."""
    for where in folders(family(label)):
        path, values = FINDERS[family(label)](where, label)
        if path and path.is_file():
            return [Job(label, name, path, values.get(name)) for name in ([objective] if objective else values)]
    return []


def labels_present():
    """Of every family, in the order of its tables."""
    for name in FINDERS:
        rows = [row for where in folders(name) for row in table(where / "best-known.csv")]
        yield from dict.fromkeys(row.get("label") or row["instance"] for row in rows)


# ---- one instance through converter, program and evaluator

def python(script, *arguments):
    return subprocess.run([sys.executable, script, *map(str, arguments)], capture_output=True, text=True)


def reading(job):
    """How converter and evaluator are both to read the instance."""
    return ["--objective", job.objective, *FAMILY_RULES[family(job.label)]]


def last_line(text):
    return (text.strip().splitlines() or ["no message"])[-1]


class Failed(Exception):
    """There is no roster to compare; the sentence says why."""


def convert(row, workspace, gaps):
    """False when the instance is left out."""
    done = python(ROOT / "bench" / "convert.py", row.job.path, workspace, *reading(row.job))
    if done.returncode == REFUSED and gaps:
        row.state, row.sentence = "skipped", last_line(done.stderr).partition(f"{row.job.path}: ")[2]
        return False
    if done.returncode != 0:
        raise Failed(last_line(done.stderr))
    unit, week = (json.loads(path.read_text(encoding="utf-8"))
                  for path in (workspace / "unit.json", workspace / "weeks" / WEEK / "week.json"))
    row.requests, row.staff = len(week["requests"]), len(unit["escorts"])
    return True


def solve(row, program, workspace, flags):
    roster = workspace / "weeks" / WEEK / "roster.json"
    roster.unlink(missing_ok=True)  # a kept workspace may hold the roster of an earlier run
    began = time.monotonic()
    done = subprocess.run([program, "solve", str(workspace), "--week", WEEK, "--quiet", *flags], capture_output=True, text=True)
    row.seconds = time.monotonic() - began
    if done.returncode != 0 or not roster.is_file():
        raise Failed(f"exit code {done.returncode}, {'a' if roster.is_file() else 'no'} roster: {last_line(done.stderr)}")
    return roster


def rest_tier(roster, objective):
    """Value and bound of tier 2 in units of the objective; None where the roster does not say."""
    tiers = json.loads(roster.read_text(encoding="utf-8")).get("tiers", [])
    tier = next((tier for tier in tiers if tier["name"] == "rest"), {})
    return tuple(tier[key] / SCALE[objective] if key in tier else None for key in ("value", "bound"))


def verdict(row, own_value, gaps):
    """(passed, sentence) about a feasible roster."""
    job, value, bound = row.job, row.value, row.bound
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
    percent = abs(100 * row.gap())
    if value > known.value:
        return gaps, f"gap {percent:.2f} %"
    return not known.proven, f"{percent:.2f} % below " + ("a proved optimum" if known.proven else "best known")


def judge(row, roster, gaps):
    judged = python(HERE / "evaluate.py", row.job.path, roster, *reading(row.job))
    if judged.returncode == 2:
        raise Failed(last_line(judged.stderr))
    judgement = json.loads(judged.stdout)
    if not judgement["feasible"]:
        raise Failed(f"INFEASIBLE, {len(judgement['faults'])} faults: {judgement['faults'][0]}")
    row.value, (own_value, row.bound) = judgement["value"], rest_tier(roster, row.job.objective)
    passed, row.sentence = verdict(row, own_value, gaps)
    row.state = "passed" if passed else "failed"


def run(job, program, workspace, flags, gaps):
    row = Row(job)
    try:
        if convert(row, workspace, gaps):
            judge(row, solve(row, program, workspace, flags), gaps)
    except Failed as reason:
        row.sentence = str(reason)
    return row


# ---- what is printed and kept

def number(value, objective):
    return "-" if value is None else f"{value:.5f}" if objective == "preference" else f"{value:.0f}"


def figures(row):
    known = row.job.published
    return [number(value, row.job.objective) for value in (known and known.value, row.value, row.bound)]


def print_row(row):
    verdict_told = {"passed": "", "failed": "FAILED ", "skipped": "left out: "}[row.state] + row.sentence
    print(ROW.format(row.job.label, row.job.objective, *figures(row), f"{row.seconds:.1f}", verdict_told), flush=True)


def percent(share):
    return "-" if share is None else "0" if share == 0 else f"{100 * share:.2f}"


def told(rows):
    """A family in Markdown; numbers to the right."""
    heads = ["instance", "objective", "visits", "staff", "published", "ours", "gap %", "bound", "open %", "seconds", "verdict"]
    lines = [[row.job.label, row.job.objective, str(row.requests), str(row.staff), *figures(row)[:2], percent(row.gap()),
              figures(row)[2], percent(row.open()), f"{row.seconds:.1f}", row.sentence] for row in rows]
    widths = [max(len(line[i]) for line in [heads, *lines]) for i in range(len(heads))]
    left = {0, 1, len(heads) - 1}

    def line(cells):
        return "| " + " | ".join(c.ljust(w) if i in left else c.rjust(w) for i, (c, w) in enumerate(zip(cells, widths))) + " |"
    rule = "|" + "|".join("-" * (w + 1) + ("-" if i in left else ":") for i, w in enumerate(widths)) + "|"
    return "\n".join([line(heads), rule, *map(line, lines)])


def summary(rows):
    solved = [row for row in rows if row.value is not None]
    near = {id(row): NEAR[row.job.objective] for row in solved}
    compared = [row for row in solved if row.job.published]
    reached = sum(row.value <= row.job.published.value + near[id(row)] for row in compared)
    proved = sum(row.bound is not None and row.value - row.bound <= near[id(row)] for row in solved)
    return f"{len(rows)} runs: {reached} of {len(compared)} reach the published value, {proved} are proved optimal by ledsaga."


def report(rows, origin):
    parts = [f"# Published instances\n\n`{origin['command']}`: {origin['program']}; {origin['machine']}.\n\n"
             "Values are recounted from the original files by `tests/literature/evaluate.py`. The gap is to the published value, what"
             " is open is between our value and our own bound.\n"]
    for name, title in TITLES.items():
        of_family = [row for row in rows if family(row.job.label) == name]
        solved = [row for row in of_family if row.state != "skipped"]
        if solved:
            parts.append(f"## {title}\n\n{summary(solved)}\n\n{told(solved)}\n")
        parts += [f"Left out: {row.job.label}. {row.sentence}.\n" for row in of_family if row.state == "skipped"]
    return "\n".join(parts)


def as_json(row):
    known = row.job.published
    return {"instance": row.job.label, "family": family(row.job.label), "objective": row.job.objective, "visits": row.requests,
            "staff": row.staff, "published": known and known.value, "published_proved": known and known.proven, "value": row.value,
            "bound": row.bound, "seconds": round(row.seconds, 2), "state": row.state, "verdict": row.sentence}


def store(rows, origin):
    RESULTS.mkdir(parents=True, exist_ok=True)
    (RESULTS / "literature.md").write_text(report(rows, origin), encoding="utf-8")
    lines = ",\n".join("  " + json.dumps(as_json(row)) for row in rows)
    head = ", ".join(f"{json.dumps(key)}: {json.dumps(value)}" for key, value in origin.items())
    (RESULTS / "literature.json").write_text(f'{{{head}, "runs": [\n{lines}\n]}}\n', encoding="utf-8")


def origin_of(program, given):
    said = subprocess.run([program, "version"], capture_output=True, text=True).stdout.splitlines()
    words = ["tests/literature/run.py", "--store", *(["--time", f"{given.time:g}"] if given.time else []), *given.labels]
    flags = os.environ.get("SOLVE_FLAGS")
    return {"command": (f"SOLVE_FLAGS='{flags}' " if flags else "") + " ".join(words), "program": said[0] if said else "ledsaga",
            "machine": f"{platform.machine()}, {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f} at the beginning"}


# ---- the command

def program_path():
    program = os.environ.get("LEDSAGA") or str(ROOT / "build" / "release" / "ledsaga")
    if not os.access(program, os.X_OK):
        raise Usage(f"no program at {program}: build it, or say where it is in LEDSAGA")
    return str(pathlib.Path(program).resolve())


def run_all(given, program, keep):
    flags = shlex.split(os.environ.get("SOLVE_FLAGS", "")) + (["--time", f"{given.time:g}"] if given.time else [])
    counts, rows, origin = {"passed": 0, "failed": 0, "skipped": 0}, [], origin_of(program, given)
    print(ROW.format("label", "objective", "published", "ours", "bound", "seconds", "verdict"))
    for label in list(labels_present()) if given.labels == ["all"] else given.labels or QUICK:
        jobs = jobs_of(label, given.objective)
        if not jobs:
            print(f"{label:<6} skipped: instances not present (published: {ORIGINALS[family(label)]})")
            counts["skipped"] += 1
        for job in jobs:
            rows.append(run(job, program, keep / f"{label}-{job.objective}", flags, given.gaps or given.store))
            print_row(rows[-1])
            counts[rows[-1].state] += 1
    if given.store:
        store(rows, origin)
    print(", ".join(f"{count} {name}" for name, count in counts.items()))
    return 1 if counts["failed"] else 0


def main():
    parser = argparse.ArgumentParser(description="Solve published instances and compare with the published values.")
    parser.add_argument("labels", nargs="*", metavar="LABEL", help="or `all`; default: " + " ".join(QUICK))
    parser.add_argument("--objective", choices=sorted(SCALE), help="only this one")
    parser.add_argument("--time", type=float, default=0, metavar="SECONDS", help="limit of each run, 0 = none")
    parser.add_argument("--gaps", action="store_true", help="a value worse than published is no failure")
    parser.add_argument("--store", action="store_true", help="that, and keep the table in bench/results")
    parser.add_argument("--keep", type=pathlib.Path, metavar="DIR", help="leave the workspaces here")
    given = parser.parse_args()
    try:
        with tempfile.TemporaryDirectory() as scratch:
            return run_all(given, program_path(), given.keep or pathlib.Path(scratch))
    except Usage as fault:
        print(f"run.py: {fault}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
