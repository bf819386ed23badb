"""An invented week, made and solved in a folder of its own, and what that took."""

import json
import os
import pathlib
import subprocess
import tempfile
import threading
import time

import course

ROOT = pathlib.Path(__file__).resolve().parents[1]
LEDSAGA = os.environ.get("LEDSAGA", str(ROOT / "build/release/ledsaga"))
WEEK = "2026-W48"
GRACE = 60  # seconds after its limit in which a solve must end by itself


class Failure(Exception):
    """A solve that ended otherwise than with a roster, or whose roster does not stand up."""


def timed(command, patience):
    """The output of a command and what it took; it is killed after so many seconds of patience."""
    began = time.monotonic()
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        killer = threading.Timer(patience, process.kill) if patience else None
        if killer:
            killer.start()
        output = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if killer:
            killer.cancel()
    if process.returncode:
        raise Failure(f"ledsaga {command[1]} ended with {process.returncode}")
    return output, {"seconds": time.monotonic() - began, "cpu_seconds": usage.ru_utime + usage.ru_stime,
                    "memory": usage.ru_maxrss / 1024}


def size(folder):
    with open(f"{folder}/unit.json", encoding="utf-8") as file:
        unit = json.load(file)
    return {"clients": len(unit["clients"]), "escorts": len(unit["escorts"])}


def solved(preset, seed, limit, flags):
    """Everything that is known of one solve; its whole course is under "course"."""
    with tempfile.TemporaryDirectory() as top:
        folder, trace = os.path.join(top, "unit"), os.path.join(top, "trace.jsonl")
        timed([LEDSAGA, "new", folder, "--preset", preset, "--week", WEEK, "--seed", str(seed), "--quiet"], None)
        output, spent = timed(
            [LEDSAGA, "solve", folder, "--seed", str(seed), "--json", "--quiet", "--trace", trace, "--time", str(limit),
             *flags], limit + GRACE if limit else None)
        document = json.loads(output)
        _, check = timed([LEDSAGA, "check", folder, "--json"], None)
        return {"preset": preset, "seed": seed, "limit": limit, **size(folder), "requests": document["requests"],
                "served": document["served"], "input": document["input_hash"], "outcome": document["outcome"],
                **spent, "check_seconds": check["seconds"], "course": course.read(trace)}
