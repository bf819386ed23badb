#!/usr/bin/env python3
"""ledsaga and its peers on the same weeks, one after the other: run.py [--seconds N] [--peers NAME,...] PRESET...

For each preset a week is made and its exact program is exported, once. ledsaga solves the week; then each peer
solves the program in the same time. A peer's solution is turned back into a roster, and only what `ledsaga check` says
of that roster counts. The tables are printed and kept in bench/results/peers.md and peers.json; a preset that is run again
replaces its old figures.
"""

import argparse
import json
import os
import pathlib
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
import page # noqa: E402
import told # noqa: E402

BUILD = instance.ROOT / "build/peers"
PYTHON = BUILD / "venv/bin/python"
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
            subprocess.run([instance.LEDSAGA, "export", folder, "--quiet", "--format", form, "--tier", tier, "--rights",
                            OPEN, "--out", f"{files}/tier{tier}.{suffix}"], check=True)
    return time.monotonic() - began


def events_of(name, files, seconds):
    """What a peer tells, and why it ended if not by itself."""
    _, command, needed = PEERS[name]
    if not (pathlib.Path(needed).exists() or shutil.which(str(needed))):
        return [], "not installed"
    output, log = pathlib.Path(files) / f"{name}.jsonl", pathlib.Path(files) / f"{name}.log"
    ended = None
    with open(output, "w", encoding="utf-8") as out, open(log, "w", encoding="utf-8") as errors:
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
    events = [json.loads(line) for line in output.read_text().splitlines() if line.endswith("}")]
    return [event for event in events if event["t"] <= LATE * seconds + 1], ended


# ---- comparing -------------------------------------------------------------------


def marks(seconds):
    return [mark for mark in MARKS if mark < seconds] + [seconds]


def seconds_as_good(moments, goal):
    """From when on ledsaga had something as good as that."""
    return course.kept_since(moments, lambda m: not told.better(goal, (m[1], m[3])))


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
    peer = told.Told(events, court)
    at = {mark: peer.at(mark if mark < seconds else float("inf")) for mark in marks(seconds)}
    rights, rest, judged, refusal = at[seconds]
    final = (rights, rest) if judged and rights is not None else None
    first = next((event["t"] for event in peer.rosters() if event["visits"]), None) # to serve nobody is no roster
    note = "; ".join(filter(None, [refusal and f"refused by the judge: {refusal}", peer.misjudged(), ended]))
    return {"name": PEERS[name][0], "first": first,
            "at": {mark: list(values[:3]) for mark, values in at.items()}, "final": (rights, rest),
            "bounds": told.bounds(events), "reached": peer.reached((moments[-1][1], moments[-1][3])),
            "settled": final and peer.reached(final),
            "matched": final and seconds_as_good(moments, final), "ended": events[-1]["t"] if events else None,
            "note": note, "course": [[e["t"], *e["claim"]] for e in peer.events]}


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
        page.store(week)
        print(f"{preset}\n{page.table(week)}", flush=True)


if __name__ == "__main__":
    main()
