#!/usr/bin/env python3
"""Tables of what bench/run.py measured.

    report.py            the summary of all results anew
    report.py --readme   the same, and into the README
"""

import json
import sys

import course
import measures
from instance import ROOT

RESULTS = ROOT / "bench/results"
README_BEGIN, README_END = "<!-- bench/results/summary.md -->\n", "<!-- end of the summary -->\n"


# ---- numbers

def seconds(value):
    if value is None:
        return "–"
    return "<0.01" if value < 0.005 else f"{value:.2f}" if value < 1 else f"{value:.1f}" if value < 100 else f"{value:.0f}"


def percent(share):
    return "–" if share is None else "0" if share == 0 else f"{100 * share:.3f}" if share < 0.001 else f"{100 * share:.2f}"


def whole(value):
    return "–" if value is None else f"{value:.0f}"


# ---- tables

def table(heads, rows):
    """A table in Markdown that can be read as it is: the first column to the left, numbers to the right."""
    widths = [max(len(row[i]) for row in [heads, *rows]) for i in range(len(heads))]

    def line(cells):
        return "| " + " | ".join(cell.rjust(w) if i else cell.ljust(w) for i, (cell, w) in enumerate(zip(cells, widths))) + " |"
    rule = "|" + "|".join("-" * (w + 1) + (":" if i else "-") for i, w in enumerate(widths)) + "|"
    return "\n".join([line(heads), rule, *map(line, rows)]) + "\n"


def by_preset(runs):
    """{preset: its runs that ended with a roster}, in the order in which they were made."""
    groups = {}
    for run in runs:
        if "failure" not in run:
            groups.setdefault(run["preset"], []).append(run)
    return groups


def sizes_table(groups):
    rows = []
    for preset, runs in groups.items():
        memory, requests = measures.field(runs, "memory"), measures.field(runs, "requests")
        proved = sum(run["outcome"] == "optimal" for run in runs)
        rows.append([preset, str(len(runs)), *(whole(measures.field(runs, key)) for key in ("clients", "escorts", "requests")),
                     percent(measures.median([run["served"] / run["requests"] for run in runs])),
                     whole(runs[0]["limit"]) if runs[0]["limit"] else "–", seconds(measures.field(runs, "seconds")),
                     seconds(measures.field(runs, "cpu_seconds")), f"{proved} of {len(runs)}", seconds(measures.field(runs, "check_seconds")), whole(memory),
                     whole(1024 * memory / requests)])
    return table(["week", "seeds", "clients", "escorts", "requests", "served %", "limit s", "total s", "CPU s", "optimal",
                  "check s", "MB", "kB a request"], rows)


def gaps_table(groups):
    rows = [[f"{preset}, {name}", seconds(measures.figure(runs, "first")),
             *(seconds(measures.figure(runs, f"{name} gap {share:g}")) for share in measures.GAPS)]
            for preset, runs in groups.items() for name in course.TIERS]
    return table(["week, tier", "first roster s", *(f"{100 * share:g} % s" for share in measures.GAPS)], rows)


def quality_table(groups):
    rows = [[preset, *(seconds(measures.figure(runs, f"quality {share:g}")) for share in measures.GAPS),
             *(whole(measures.median([run["best"][tier] for run in runs])) for tier in (0, 1))]
            for preset, runs in groups.items()]
    return table(["week", *(f"{100 * share:g} % s" for share in measures.GAPS), "best rights", "best rest"], rows)


def times_table(groups):
    rows = []
    for preset, runs in groups.items():
        for name in course.TIERS:
            cells = [f"{preset}, {name}"]
            for at in measures.TIMES:
                cells += [whole(measures.figure_of_all(runs, f"{name} value at {at}")),
                          percent(measures.figure_of_all(runs, f"{name} gap at {at}"))]
            rows.append(cells + [whole(measures.figure(runs, f"{name} value")), whole(measures.figure(runs, f"{name} bound")),
                                 percent(measures.figure(runs, f"{name} gap"))])
    heads = [head for at in measures.TIMES for head in (f"at {at} s", "gap %")]
    return table(["week, tier", *heads, "at the end", "bound", "gap %"], rows)


def failures(runs):
    lines = [f"- {run['preset']}, seed {run['seed']}: {run['failure']}\n" for run in runs if "failure" in run]
    return "\nFailed:\n\n" + "".join(lines) if lines else ""


def origin(result):
    return f"{result['program']}; {result['machine']}. Made by `{result['command']}`."


def tables(result):
    groups = by_preset(result["runs"])
    return f"""# Bench: {result['name']}

{origin(result)}
Medians over the seeds, each column by itself; – was not reached, or not within the limit.

## Size and cost

{sizes_table(groups)}
*Total* has the reading and writing of files in it, the seconds below have not. *CPU* is of all processors together; much less
of it than of *total* says that the machine was busy with something else. *Check* counts roster and bounds anew from
the files. MB are the peak; below 20 they are those of the measuring program.

## Seconds to a proved gap

{gaps_table(groups)}
How far from the best possible the value is at most, from then on to the end. Rights come strictly first; the bound of
the rest is for one value of rights.

## Seconds to a good roster

{quality_table(groups)}
Within so much of the best roster known of that week (`bench/results/best.json`) in both tiers, proved or not.

## Value and gap by time

{times_table(groups)}{failures(result['runs'])}"""


# ---- the summary of all results

def summary_row(preset, runs):
    memory, requests = measures.field(runs, "memory"), measures.field(runs, "requests")
    return [preset, whole(requests), seconds(measures.figure(runs, "first")), seconds(measures.figure(runs, "rights gap 0")),
            *(seconds(measures.figure(runs, f"rest gap {share:g}")) for share in measures.GAPS[1:]),
            seconds(measures.field(runs, "seconds")), seconds(measures.field(runs, "cpu_seconds")),
            percent(measures.figure(runs, "rights gap")), percent(measures.figure(runs, "rest gap")), whole(memory), whole(1024 * memory / requests)]


def summary(results):
    """One line a preset, from the smallest to the largest: how seconds and memory grow."""
    newest = {}
    for result in results:
        newest.update(by_preset(result["runs"]))
    in_order = sorted(newest.items(), key=lambda item: (item[0].startswith("dense"), measures.field(item[1], "requests")))
    heads = ["week", "requests", "first roster s", "rights proved s", "rest 1 % s", "0.1 % s", "proved s", "total s", "CPU s",
             "rights gap %", "rest gap %", "MB", "kB a request"]
    origins = "".join(f"- {', '.join(by_preset(result['runs']))}: {origin(result)}\n" for result in results)
    return f"{table(heads, [summary_row(*item) for item in in_order])}\n{origins}"


def stored_results():
    """Those that the groups made: a trial under another name is not the bench."""
    paths = [RESULTS / f"{name}.json" for name in ("quick", "all")]
    return [json.loads(path.read_text(encoding="utf-8")) for path in paths if path.exists()]


def store_summary():
    results = stored_results()
    if results:
        (RESULTS / "summary.md").write_text(summary(results), encoding="utf-8")


def store(result):
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / f"{result['name']}.md").write_text(tables(result), encoding="utf-8")
    (RESULTS / f"{result['name']}.json").write_text(json.dumps(result, separators=(",", ":")) + "\n", encoding="utf-8")


def write_readme():
    path = ROOT / "README.md"
    before, rest = path.read_text(encoding="utf-8").split(README_BEGIN)
    after = rest.split(README_END)[1]
    told = (RESULTS / "summary.md").read_text(encoding="utf-8")
    path.write_text(before + README_BEGIN + told + README_END + after, encoding="utf-8")


if __name__ == "__main__":
    store_summary()
    if sys.argv[1:] == ["--readme"]:
        write_readme()
