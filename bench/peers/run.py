#!/usr/bin/env python3
"""ledsaga and its peers on the same weeks, one after the other: run.py [--seconds N] [--peers NAME,...] PRESET...

For each preset a week is made and its exact program is exported, once. ledsaga solves the week; then each peer
solves the program in the same time. A peer's solution is turned back into a roster, and only what `ledsaga check` says
of that roster counts. The tables are printed and kept in bench/results/peers.md and peers.json; a preset that is run again
replaces its old figures.
"""

import argparse
import json
import math
import os
import pathlib
import platform
import shutil
import signal
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

import course # noqa: E402 the folder is known only now
import instance # noqa: E402
import judge # noqa: E402
import report # noqa: E402

BUILD = instance.ROOT / "build/peers"
PYTHON = BUILD / "venv/bin/python"
RESULTS = instance.ROOT / "bench/results/peers.json"
OPEN = "1000000000"  # no roster has so many points in tier 1
MARKS = (10, 60, 300)
LATE = 1.05 # what is told later than this share of the limit does not count
GRACE = 60  # seconds that a peer may take beyond its limit before it is stopped


def python(script, *mode):
    return lambda folder, seconds: [PYTHON, HERE / script, folder, str(seconds), *mode]


def classic(name):
    return lambda folder, seconds: [sys.executable, HERE / "classic.py", name, folder, str(seconds)]


def timefold(folder, seconds):
    libraries = (BUILD / "timefold/classpath").read_text().strip()
    return ["java", "-Xmx6g", "-cp", f"{BUILD}/timefold/classes:{libraries}", "peer.Main", folder, str(seconds)]


# name: (what is shown, its command, what must be there)
PEERS = {
    "highs": ("HiGHS", python("highs.py"), PYTHON),
    "cpsat": ("CP-SAT", python("cpsat.py", "rows"), PYTHON),
    "cpsat-paths": ("CP-SAT, own model", python("cpsat.py", "paths"), PYTHON),
    "cbc": ("CBC", classic("cbc"), "cbc"),
    "glpsol": ("glpsol", classic("glpsol"), "glpsol"),
    "timefold": ("Timefold", timefold, BUILD / "timefold/classpath"),
}


# ---- running ---------------------------------------------------------------------


def solved_by_ledsaga(folder, seconds):
    """Its course as a list of (seconds, rights, rights bound, rest, rest bound), files and all included in the time."""
    trace = f"{folder}/trace.jsonl"
    _, spent = instance.timed([instance.LEDSAGA, "solve", folder, "--quiet", "--force", "--threads", "2", "--time",
                               str(seconds), "--trace", trace], seconds + GRACE)
    moments = course.read(trace)
    beside = max(0, spent["seconds"] - moments[-1][0])
    return [(moment[0] + beside, *moment[1:]) for moment in moments], spent


def exported(folder, files):
    """Both tiers as MPS and as data of roster.mod; tier 2 holds nothing of tier 1 yet."""
    began = time.monotonic()
    for tier in ("1", "2"):
        for form, suffix in (("mps", "mps"), ("mathprog", "dat")):
            subprocess.run([instance.LEDSAGA, "export", folder, "--quiet", "--format", form, "--tier", tier, "--rights", OPEN,
                            "--out", f"{files}/tier{tier}.{suffix}"], check=True)
    return time.monotonic() - began


def events_of(name, files, seconds):
    """What a peer tells, and why it ended if not by itself."""
    _, command, needed = PEERS[name]
    if not (pathlib.Path(needed).exists() or shutil.which(str(needed))):
        return [], "not installed"
    told, log = pathlib.Path(files) / f"{name}.jsonl", pathlib.Path(files) / f"{name}.log"
    ended = None
    with open(told, "w", encoding="utf-8") as out, open(log, "w", encoding="utf-8") as errors:
        process = subprocess.Popen([str(word) for word in command(files, seconds)], stdout=out, stderr=errors,
                                   start_new_session=True)
        try:
            if process.wait(seconds + GRACE) != 0:
                ended = f"exit code {process.returncode}: " + (log.read_text().strip().splitlines() or [""])[-1][:120]
        except subprocess.TimeoutExpired:
            ended = f"stopped {GRACE} s after its limit"
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
    events = [json.loads(line) for line in told.read_text().splitlines() if line.endswith("}")]
    return [event for event in events if event["t"] <= LATE * seconds + 1], ended


# ---- judging ---------------------------------------------------------------------


class Course:
    """What a peer had when: rosters judged by us, and values of its log where there is no roster yet."""

    def __init__(self, events, court):
        self.court, self.judged, self.events = court, {}, []
        rights = None
        for number, event in enumerate(events):
            if "value" not in event:
                continue
            if event["tier"] == 1:
                rights = event["value"]
            claim = (event["value"], None) if event["tier"] == 1 else (event.get("rights", rights), event["value"])
            self.events.append({**event, "claim": claim, "number": number})

    def verdict(self, event):
        if event["number"] not in self.judged:
            self.judged[event["number"]] = self.court.verdict(event["visits"])
        return self.judged[event["number"]]

    def rosters(self, until=math.inf):
        return [event for event in self.events if "visits" in event and event["t"] <= until]

    def at(self, seconds):
        """(rights, rest, whether a roster was judged for it, refusal). Of the last rosters of the tiers the better
        one counts: the first steps of tier 2 can be behind what came with tier 1."""
        rosters = self.rosters(seconds)
        rights = rest = None
        for tier in (1, 2):
            of_tier = [event for event in rosters if event["tier"] == tier]
            found = self.verdict(of_tier[-1]) if of_tier else (None, None, None)
            if found[2]:
                return found[0], found[1], True, found[2]
            if found[0] is not None and (rights is None or better(found, (rights, rest))):
                rights, rest = found[:2]
        later = [e for e in self.events if e["t"] <= seconds and (not rosters or e["number"] > rosters[-1]["number"])]
        if later and (rights is None or better(later[-1]["claim"], (rights, rest))):
            return *later[-1]["claim"], False, None
        return rights, rest, True, None

    def reached(self, goal):
        """Seconds until it was as good as that; a roster must bear it out."""
        for event in self.events:
            rights, rest = event["claim"]
            if rights > goal[0] or (rights == goal[0] and rest is not None and rest > goal[1]):
                continue
            if rest is None and "visits" not in event:
                continue
            roster = next((e for e in self.events if e["number"] >= event["number"] and "visits" in e), None)
            found = self.verdict(roster) if roster else (None, None, "no roster")
            if not found[2] and not better(goal, found[:2]):
                return event["t"]
        return None

    def misjudged(self):
        """Does the last roster come to other points than the peer thinks?"""
        last = self.rosters()[-1:]
        rights, rest, refusal = self.verdict(last[0]) if last else (None, None, None)
        claim = last[0]["claim"] if last else None
        if not last or refusal or (rights <= claim[0] and claim[1] in (rest, None)):
            return ""
        return f"says {claim[0]} / {claim[1]} of a roster of {rights} / {rest}"


def better(x, y):
    """Tier 1 first; what is not known of tier 2 is not better."""
    return x[0] < y[0] or (x[0] == y[0] and x[1] is not None and (y[1] is None or x[1] < y[1]))


def bounds(events):
    """The best bound of each tier, whole points: values are whole. That of tier 2 is for its own value of tier 1."""
    found = []
    for tier in (1, 2):
        told = [e["bound"] for e in events if e["tier"] == tier and math.isfinite(e.get("bound", math.inf))]
        found.append(math.ceil(max(told) - 1e-4) if told else None)
    return found


def marks(seconds):
    return [mark for mark in MARKS if mark < seconds] + [seconds]


def seconds_as_good(moments, goal):
    """From when on ledsaga had something as good as that."""
    return course.kept_since(moments, lambda m: not better(goal, (m[1], m[3])))


def row_of_ledsaga(moments, seconds, verdict):
    at = {}
    for mark in marks(seconds):
        before = [m for m in moments if m[0] <= mark or mark == seconds]
        at[mark] = [before[-1][1], before[-1][3], True] if before else [None, None, True]
    goal = (moments[-1][1], moments[-1][3])
    if verdict[:2] != goal:
        raise SystemExit(f"ledsaga says {goal} of its roster, the judge says {verdict}")
    last, reached = moments[-1], seconds_as_good(moments, goal)
    return {"name": "ledsaga", "first": moments[0][0], "at": at, "final": goal, "bounds": [last[2], last[4]],
            "reached": reached, "settled": reached, "matched": reached, "ended": last[0], "note": ""}


def row_of_peer(name, events, ended, court, seconds, moments):
    told = Course(events, court)
    at = {mark: told.at(mark if mark < seconds else math.inf) for mark in marks(seconds)}
    rights, rest, _, refusal = at[seconds]
    rosters, final = told.rosters(), None if rights is None else (rights, rest)
    note = "; ".join(filter(None, [refusal and f"refused by the judge: {refusal}", told.misjudged(), ended]))
    return {"name": PEERS[name][0], "first": rosters[0]["t"] if rosters else None,
            "at": {mark: list(values[:3]) for mark, values in at.items()}, "final": (rights, rest),
            "bounds": bounds(events), "reached": told.reached((moments[-1][1], moments[-1][3])),
            "settled": final and told.reached(final), "matched": final and seconds_as_good(moments, final), "ended": events[-1]["t"] if events else None,
            "note": note, "course": [[e["t"], *e["claim"]] for e in told.events]}


def compared(preset, seconds, peers):
    """Everything about one week."""
    with tempfile.TemporaryDirectory() as top:
        folder, files = f"{top}/unit", f"{top}/program"
        os.mkdir(files)
        instance.timed([instance.LEDSAGA, "new", folder, "--preset", preset, "--week", instance.WEEK, "--quiet"], None)
        print(f"{preset}: ledsaga ...", file=sys.stderr, flush=True)
        load = os.getloadavg()[0]
        moments, spent = solved_by_ledsaga(folder, seconds)
        took = exported(folder, files)
        court = judge.Judge(instance.LEDSAGA, folder, instance.WEEK, files)
        own = json.loads(subprocess.run([instance.LEDSAGA, "check", folder, "--json"], check=True, capture_output=True,
                                        text=True).stdout)["verdict"]["points"]
        rows = [row_of_ledsaga(moments, seconds, (own["rights"], sum(own.values()) - own["rights"]))]
        for name in peers:
            print(f"{preset}: {PEERS[name][0]} ...", file=sys.stderr, flush=True)
            events, ended = events_of(name, files, seconds)
            rows.append(row_of_peer(name, events, ended, court, seconds, moments))
        sizes = instance.size(folder)
        requests = court.requests
    return {"preset": preset, "seconds": seconds, **sizes, "requests": requests, "export_seconds": round(took, 2),
            "memory": spent["memory"], "load": [round(load, 1), round(os.getloadavg()[0], 1)], "rows": rows}


# ---- telling ---------------------------------------------------------------------


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


def page(result):
    parts = [f"""# Peers on the same weeks

{result['program']}; {result['machine']}. Made by `make bench-peers`.

Values are points of tier 1 / tier 2, less is better, of rosters that `ledsaga check` has judged; ~ is what a log says of a
roster that is not there yet. A bound of tier 2 is for the solver's own value of tier 1. Two processors each. *Best* is what a solver has at its end: when it had that,
when ledsaga had something as good, and how many times as long it took; then when it had something as good as ledsaga's best.

- All but Timefold get the exact program that `ledsaga export` writes. Tier 1 has half of the time at most, tier 2 keeps its
  value and has the rest. Each clock begins when the program is read: making the file is not counted, starting Python or
  Java is not. For ledsaga everything is counted, from the files of the week to the file of the roster.
- HiGHS and CBC have two threads and begin tier 2 from their own roster of tier 1; glpsol has one thread and all cuts.
- CP-SAT has two workers, `linearization_level` 2, the program of tier 2 for both tiers and its own tier 1 as a hint. It gets the rows of the program;
  "own model" has circuits for the days, intervals that do not overlap, and clauses. The rows did better on halmstad.
- Timefold (community edition) has the same choices, rules and points as constraint streams, tier 1 as medium and tier 2 as
  soft score. Several threads on one week are not in that edition, so two solvers run beside each other, simulated
  annealing and diversified late acceptance, with moves that put elsewhere whoever is in the way. It proves nothing.
"""]
    for week in result["weeks"]:
        parts.append(f"""## {week['preset']}: {week['clients']} clients, {week['escorts']} escorts, {week['requests']} requests, {week['seconds']} s each

{table(week)}
The program took {week['export_seconds']} s to write. Load of the machine {week['load'][0]} before and {week['load'][1]} after.
""")
    return "\n".join(parts)


def machine():
    return f"{platform.machine()}, {os.cpu_count()} processors"


def store(week):
    known = json.loads(RESULTS.read_text(encoding="utf-8")) if RESULTS.exists() else {"weeks": []}
    weeks = [w for w in known["weeks"] if w["preset"] != week["preset"]] + [week]
    weeks.sort(key=lambda w: w["requests"])
    version = subprocess.run([instance.LEDSAGA, "version"], check=True, capture_output=True, text=True).stdout
    result = {"program": version.splitlines()[0], "machine": machine(), "weeks": weeks}
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps(result, separators=(",", ":")) + "\n", encoding="utf-8")
    RESULTS.with_suffix(".md").write_text(page(json.loads(RESULTS.read_text(encoding="utf-8"))), encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--peers", default="highs,cpsat,cbc,glpsol,timefold", help=f"of {', '.join(PEERS)}")
    parser.add_argument("preset", nargs="*", default=["halmstad", "region"])
    given = parser.parse_args()
    peers = given.peers.split(",")
    if unknown := [name for name in peers if name not in PEERS]:
        parser.error(f"no peer is called {unknown[0]}")
    for preset in given.preset:
        week = compared(preset, given.seconds, peers)
        store(week)
        print(f"{preset}\n{table(week)}", flush=True)


if __name__ == "__main__":
    main()
