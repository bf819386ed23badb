"""The tables of bench/results/peers.md, and peers.json behind them."""

import json
import os
import platform
import subprocess

import instance
import report

RESULTS = instance.ROOT / "bench/results/peers.json"


def number(value):
    return "–" if value is None else str(value)


def pair(values):
    rights, rest, judged = values
    if rights is None:
        return "–"
    return f"{'' if judged else '~'}{rights} / {number(rest)}"


def ratio(theirs, ours):
    return "–" if theirs is None or ours is None else f"{theirs / max(ours, 0.001):.3g}"


def gaps(row):
    shares = []
    for value, bound in zip(row["final"], row["bounds"]):
        shares.append("–" if value is None or bound is None else report.percent(max(0, value - bound) / max(1, value)))
    return " / ".join(shares)


def table(week):
    own = week["rows"][0]
    times = sorted((int(mark) for mark in own["at"]))
    heads = ["solver", "first roster s", *(f"at {mark} s" for mark in times), "bounds", "gap %", "best at s",
             "ledsaga had that at s", "ratio", "ledsaga's best at s", "ratio", "remark"]
    rows = []
    for row in week["rows"]:
        at = {int(mark): values for mark, values in row["at"].items()}
        rows.append([row["name"], report.seconds(row["first"]), *(pair(at[mark]) for mark in times),
                     " / ".join(number(b) for b in row["bounds"]), gaps(row),
                     report.seconds(row["settled"]), report.seconds(row["matched"]), ratio(row["settled"], row["matched"]),
                     report.seconds(row["reached"]), ratio(row["reached"], own["reached"]), row["note"]])
    return report.table(heads, rows)


def page(weeks):
    parts = ["""# Peers on the same weeks

Made by `make bench-peers`. Values are points of tier 1 / tier 2, less is better, of rosters that `ledsaga check` has
judged; ~ is what a log says of a roster that is not there yet. A bound of tier 2 is for the solver's own value of tier 1.
*Best* is what a solver has at its end: when it had that, when ledsaga had something as good, and how many times as long it
took; then when it had something as good as ledsaga's best. All have two processors.

- All but Timefold get the exact program that `ledsaga export` writes. Tier 1 has half of the time (HiGHS and CP-SAT stay
  with it until they have a roster), tier 2 keeps its value and has the rest. Each clock begins when the program is read:
  neither making the file nor starting Python or Java is counted. For ledsaga everything is, from the files of the week to
  the file of the roster.
- HiGHS and CBC have two threads and begin tier 2 from their own roster of tier 1; glpsol has one thread and all cuts.
- CP-SAT has two workers, `linearization_level` 2, the program of tier 2 for both tiers and its own tier 1 as a hint. It
  gets the rows of the program; "own model" has circuits for the days, intervals that do not overlap, and clauses. The rows
  did better on halmstad.
- Timefold (community edition) has the same choices, rules and points as constraint streams, tier 1 as medium and tier 2 as
  soft score. Several threads on one week are not in that edition, so two solvers run beside each other, simulated
  annealing and diversified late acceptance, with moves that put elsewhere whoever is in the way. It proves nothing.
"""]
    for week in weeks:
        before, after = week["load"]
        parts.append(f"""## {week['preset']}: {week['clients']} clients, {week['escorts']} escorts, \
{week['requests']} requests, {week['seconds']} s each

{table(week)}
{week['program']}; {week['machine']}, load {before} before and {after} after. The program took {week['export_seconds']} s to
write.
""")
    return "\n".join(parts)


def store(week):
    known = json.loads(RESULTS.read_text(encoding="utf-8"))["weeks"] if RESULTS.exists() else []
    version = subprocess.run([instance.LEDSAGA, "version"], check=True, capture_output=True, text=True).stdout
    week["program"] = version.splitlines()[0]
    week["machine"] = f"{platform.machine()}, {os.cpu_count()} processors"
    weeks = sorted([w for w in known if w["preset"] != week["preset"]] + [week], key=lambda w: w["requests"])
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps({"weeks": weeks}, separators=(",", ":")) + "\n", encoding="utf-8")
    RESULTS.with_suffix(".md").write_text(page(weeks), encoding="utf-8")
