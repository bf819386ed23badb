#!/usr/bin/env python3
"""CBC or glpsol on the exact program: classic.py cbc|glpsol FOLDER SECONDS.

Both are told by files and tell by their log: what they have on the way is a value only, a roster comes at the end of a
tier. CBC has two threads and begins tier 2 from its own solution of tier 1; glpsol has one and cannot be given a
start, but all its cuts. Tier 1 has half of the time at most, tier 2 what is left.
"""

import itertools
import pathlib
import re
import subprocess
import sys

import program

NOTHING = 1e20
NUMBER = r"([-+]?[\d.]+(?:e[-+]?\d+)?)"


class Cbc:
    value = re.compile(rf"Integer solution of {NUMBER} found|best objective {NUMBER}|Objective value: +{NUMBER}")
    bound = re.compile(rf"best possible {NUMBER}|Lower bound: +{NUMBER}")
    proved = "Optimal solution found"

    def __init__(self, folder):
        self.folder, self.solution = folder, f"{folder}/cbc.solution"

    def command(self, program_file, seconds, start):
        begin = []
        if start:
            begin = ["-mipstart", f"{self.folder}/cbc.start"]
            rows = [f"{i} x[{r},{o},{e}] 1 0" for i, (r, o, e) in enumerate(start)]
            pathlib.Path(begin[1]).write_text("\n".join(["Stopped - objective value 0", *rows, ""]))
        return ["stdbuf", "-oL", "cbc", program_file, "-threads", "2", "-timeMode", "elapsed", "-seconds",
                f"{seconds:.1f}", "-ratio", "0", *begin, "-solve", "-solution", self.solution]

    def visits(self, _):
        """Lines of number, name, value, reduced cost; the first tells how it ended."""
        lines = pathlib.Path(self.solution).read_text().splitlines()
        if not lines or "nfeasible" in lines[0] or "no integer solution" in lines[0]:
            return None
        words = [line.split() for line in lines[1:]]
        return program.chosen((w[1] for w in words), (float(w[2]) for w in words))


class Glpsol:
    value = re.compile(rf"^\+.*>>>>> +{NUMBER} >=|mip = +{NUMBER} >=")
    bound = re.compile(rf"^\+.*>= +{NUMBER}")
    proved = "INTEGER OPTIMAL SOLUTION FOUND"

    def __init__(self, folder):
        self.solution = f"{folder}/glpsol.solution"

    def command(self, program_file, seconds, _):
        return ["stdbuf", "-oL", "glpsol", "--freemps", program_file, "--cuts", "--tmlim", str(max(1, round(seconds))),
                "--write", self.solution]

    def visits(self, program_file):
        """Lines `j NUMBER VALUE` for the columns in the order of the program."""
        lines = [line.split() for line in pathlib.Path(self.solution).read_text().splitlines()]
        if not any(w[:2] == ["s", "mip"] and w[4] in "of" for w in lines if len(w) > 4):
            return None
        return program.chosen(column_names(program_file), (float(w[2]) for w in lines if w[:1] == ["j"]))


def column_names(program_file):
    with open(program_file) as lines:
        inside = itertools.takewhile(lambda line: not line.startswith("RHS"),
                                     itertools.dropwhile(lambda line: not line.startswith("COLUMNS"), lines))
        next(inside)
        names = (line.split()[0] for line in inside if "'MARKER'" not in line)
        return list(dict.fromkeys(names))


def first_number(match):
    """The number in a match, if it is one: 1e50 stands for none yet."""
    number = float(next(group for group in match.groups() if group)) if match else NOTHING
    return None if abs(number) >= NOTHING else number


def follow(report, tier, solver, process):
    """Tells values and bounds as the log does; whether the tier was proved, and the last value."""
    value = bound = None
    proved = False
    for line in process.stdout:
        proved = proved or solver.proved in line
        if (number := first_number(solver.value.search(line))) not in (None, value):
            value = number
            report.tell(tier=tier, value=round(value))
        if (number := first_number(solver.bound.search(line))) not in (None, bound):
            bound = number
            report.tell(tier=tier, bound=bound)
    process.wait()
    return proved, value


def solve(report, solver, tier, program_file, until, start=None):
    """The value and the visits, or None."""
    pathlib.Path(solver.solution).unlink(missing_ok=True)
    command = solver.command(program_file, max(1, until - report.seconds()), start)
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        proved, value = follow(report, tier, solver, process)
    visits = solver.visits(program_file)
    if visits is None or value is None:
        return None
    report.tell(tier=tier, value=round(value), visits=visits, **({"bound": value} if proved else {}))
    return round(value), visits


def main():
    name, folder, seconds = sys.argv[1], sys.argv[2], float(sys.argv[3])
    report = program.Report()
    solver = {"cbc": Cbc, "glpsol": Glpsol}[name](folder)
    first = solve(report, solver, 1, f"{folder}/tier1.mps", seconds / 2)
    if first:
        target = f"{folder}/{name}.mps"
        program.mps_with_rights(f"{folder}/tier2.mps", target, first[0])
        solve(report, solver, 2, target, seconds, first[1])


if __name__ == "__main__":
    main()
