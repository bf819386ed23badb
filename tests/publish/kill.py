#!/usr/bin/env python3
"""Kills `ledsaga publish` at random moments: WORKSPACE FOLDER TIMES.

Each time all visits are moved, so that every file has something new to say, a run is
killed (SIGKILL), and what lies there is compared with what lay there before and with what
the next, whole run makes of it. Every fifth time one address is also renewed."""
import json
import random
import re
import subprocess
import sys
import time
from pathlib import Path

workspace, folder, times = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
roster = f"{workspace}/weeks/2026-W48/roster.json"
move = [sys.executable, str(Path(__file__).parent / "move.py"), roster, "all"]
chance = random.Random(48)
TOKEN = re.compile(r"[a-z2-7]{26}")


def publish(*more):
    return ["ledsaga", "publish", workspace, "--to", str(folder), "--unlawful", *more]


TELL = ("--week", "2026-W48")


def contents():
    return {p.name: p.read_bytes() for p in folder.iterdir() if not p.name.startswith(".")}


def whole(name, data):
    if name.endswith(".ics"):
        events = data.count(b"BEGIN:VEVENT\r\n")
        return (data.startswith(b"BEGIN:VCALENDAR\r\n") and data.endswith(b"END:VCALENDAR\r\n")
                and events == data.count(b"END:VEVENT\r\n") > 0)
    if name.endswith(".html"):
        return data.endswith(b"</html>\n")
    return len(data) > 0


def run(command):
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{command} ends with {done.returncode}: {done.stderr}")
    return done.stdout


def killed(command, seconds):
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        process.wait(seconds)
        return False
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        return True


def fails(sentence):
    print(sentence)
    sys.exit(1)


def people():
    unit = json.loads(Path(workspace, "unit.json").read_text("utf-8"))
    return len(unit["clients"]) + len(unit["escorts"])


def documents_whole():
    for path in ("access.json", "weeks/2026-W48/told.json", "weeks/2026-W48/week.json"):
        json.loads(Path(workspace, path).read_text("utf-8"))


def one_good_address_each():
    rows = json.loads(Path(workspace, "access.json").read_text("utf-8"))["addresses"]
    good = [(r["kind"], r["id"]) for r in rows if "revoked" not in r]
    if len(good) != len(set(good)) or any("made" not in r for r in rows):
        fails("somebody has two good addresses, or one that was not handed over")
    return len(good)


# The first publication is killed too: nobody may be left with an address that nobody was
# shown, and no file with a name that nobody knows.
for _ in range(20):
    killed(publish(*TELL), chance.uniform(0.002, 0.05))
run(publish(*TELL, "--links", "links-first.csv"))
if one_good_address_each() != people():
    fails("not everybody has an address")
strangers = {TOKEN.match(n)[0] for n in contents() if TOKEN.match(n)}
if len(strangers) != people():
    fails(f"{len(strangers)} addresses in the folder for {people()} people")

run([*move, "5"])
began = time.monotonic()
run(publish(*TELL))
took = time.monotonic() - began
n_killed = n_mixed = 0
for i in range(times):
    renew = i % 5 == 4
    before = contents()
    if renew:
        command = publish("--renew", "c002", "--links", f"links-{i}.csv")
    else:
        run([*move, "5" if i % 2 else "-5"])
        command = publish(*TELL)
    n_killed += killed(command, chance.uniform(0, took))
    between = contents()
    documents_whole()
    if renew:  # the address may have been renewed just before: then it is good
        run(publish("--refresh", "--links", f"links-{i}-again.csv"))
    else:
        began = time.monotonic()
        run(command)
        took = (took + time.monotonic() - began) / 2
    after = contents()
    for name, data in between.items():
        if not whole(name, data):
            fails(f"{i}: {name} is not whole")
        if not renew and data != before.get(name) and data != after.get(name):
            fails(f"{i}: {name} is neither the old one nor the new one")
    missing = set(before) - set(between)
    if missing and not renew:
        fails(f"{i}: {missing} is gone")
    n_mixed += any(between.get(n) != before.get(n) for n in before) and between != after
    one_good_address_each()
left = [p.name for p in folder.iterdir() if p.name.startswith(".")]
if left:
    fails(f"temporary files are left: {left}")
print(f"{times} runs, {n_killed} killed, {n_mixed} of them with old and new files")
if n_killed < times / 2:
    fails("hardly any run was killed")
