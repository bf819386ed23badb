#!/usr/bin/env python3
"""The reader of foreign calendars against files that are hard to read: small ones of our own
with what must come out beside them (in/NAME.ics, in/NAME.tsv), rules that dateutil counts
out too, files that are meant to break it, damaged files, and, where LEDSAGA_INSTANCES names
a folder with ics/EXPECTED-COUNTS.tsv, other programs' test files, whose events are counted
and held against what ical.js reads.

  tests/ical/run.py                 all of it
  tests/ical/run.py --write         in/*.tsv anew; look at what changed
  tests/ical/run.py --measure       what files that are meant to break it take, as a table
  tests/ical/run.py --damage N      N damaged files
"""
import csv
import json
import os
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time
from datetime import datetime, timedelta
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PROGRAM = Path(os.environ.get("LEDSAGA_ICAL", ROOT / "build/release/tests/ical/run"))
SANITIZED = Path(os.environ.get("LEDSAGA_ICAL_DEBUG", ROOT / "build/debug/tests/ical/run"))
CORPORA = Path(os.environ.get("LEDSAGA_INSTANCES", "/nonexistent")) / "ics"
SECONDS_MOST, MEMORY_MOST = 15, 512 << 20

passed = failed = skipped = 0


def check(sentence, complaints):
    """complaints: what is wrong, a line each; empty = all is well."""
    global passed, failed
    complaints = list(complaints)
    if not complaints:
        passed += 1
        return
    failed += 1
    print(f"FAILED: {sentence}")
    for line in complaints[:20]:
        print("   ", line)


def skip(sentence):
    global skipped
    skipped += 1
    print(f"skipped: {sentence}")


class Run:
    """One run of the program: its lines, and the processor time and memory that it took."""

    def __init__(self, *arguments, program=PROGRAM, cwd=None):
        process = subprocess.Popen([program, *map(str, arguments)], cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        out, err = process.stdout.read(), process.stderr.read()
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        self.code, self.seconds, self.memory = process.returncode, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024
        self.text, self.err = out.decode("utf-8"), err.decode("utf-8", "replace")
        self.rows = [line.split("\t") for line in self.text.splitlines()]

    def of(self, kind):
        return [row for row in self.rows if row[0] == kind]

    def complaints(self, name):
        if self.code not in (0, 1) or self.err:
            yield f"{name}: ended with {self.code} {self.err[-300:]}"
        if self.seconds > SECONDS_MOST:
            yield f"{name}: {self.seconds:.1f} s"
        if self.memory > MEMORY_MOST:
            yield f"{name}: {self.memory >> 20} MB"


# ---- our own files -----------------------------------------------------------


def own_files(write=False):
    for source in sorted((HERE / "in").glob("*.ics")):
        run = Run(source.name, cwd=HERE / "in")
        expected = source.with_suffix(".tsv")
        if write:
            expected.write_text(run.text)
            continue
        wrong = list(run.complaints(source.name))
        said = expected.read_text() if expected.exists() else ""
        if run.text != said:
            wrong += [f"{'+' if line in run.text.splitlines() else '-'} {line}"
                      for line in sorted(set(run.text.splitlines()) ^ set(said.splitlines()))]
        here = Run("--here", source.name, program=SANITIZED, cwd=HERE / "in")
        if (here.text, here.err) != (run.text, ""):
            wrong.append(f"in its own process and under the sanitizers it says otherwise {here.err[-300:]}")
        check(f"in/{source.name} is read as expected", wrong)


# ---- rules -------------------------------------------------------------------

DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]


def some_rule(chance, start):
    """A rule of the accepted forms. Ordinals and plain weekdays are not mixed: dateutil
    takes a mixture as both at once."""
    frequency = chance.choice(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"])
    large = frequency in ("MONTHLY", "YEARLY")
    parts = [f"FREQ={frequency}"]
    if chance.random() < 0.6:
        parts.append(f"INTERVAL={chance.choice([1, 2, 3, 4, 5, 7, 10])}")
    if chance.random() < 0.3:
        parts.append("BYMONTH=" + ",".join(map(str, chance.sample(range(1, 13), chance.randint(1, 4)))))
    if frequency != "WEEKLY" and chance.random() < 0.3:
        signs = [1, -1] if large else [1]
        parts.append("BYMONTHDAY=" + ",".join(str(chance.choice(signs) * chance.randint(1, 28)) for _ in range(chance.randint(1, 4))))
    if chance.random() < 0.5:
        ordinal = large and chance.random() < 0.5
        parts.append("BYDAY=" + ",".join((str(chance.choice([1, -1]) * chance.randint(1, 5)) if ordinal else "") + chance.choice(DAYS)
                                         for _ in range(chance.randint(1, 3))))
    if large and len(parts) > 2 and chance.random() < 0.25 and any(p.startswith("BY") for p in parts):
        parts.append("BYSETPOS=" + ",".join(str(chance.choice([1, -1]) * chance.randint(1, 4)) for _ in range(chance.randint(1, 2))))
    if chance.random() < 0.3:
        parts.append(f"WKST={chance.choice(DAYS)}")
    kind = chance.random()
    if kind < 0.3:
        parts.append(f"COUNT={chance.randint(1, 40)}")
    elif kind < 0.5:
        until = start + timedelta(days=chance.randint(0, 900))
        parts.append(f"UNTIL={until:%Y%m%d}" + (f"T{until:%H%M%S}" if chance.random() < 0.5 else ""))
    return ";".join(parts)


def counted_out(rule, start, end):
    """By dateutil; the start is always the first, and counted."""
    from dateutil.rrule import rrulestr
    parts = dict(part.split("=") for part in rule.split(";"))
    count, until = int(parts.pop("COUNT", 10**6)), parts.pop("UNTIL", "99991231")
    last = datetime.strptime((until + "T235959")[:15], "%Y%m%dT%H%M%S")
    times = [start]
    for at in rrulestr(";".join(f"{k}={v}" for k, v in parts.items()), dtstart=start):
        if at >= end or at > last or len(times) >= count:
            break
        if at != start:
            times.append(at)
    return [at for at in times if at <= last]


def rules(seed, n):
    try:
        import dateutil.rrule  # noqa: F401
    except ImportError:
        skip("rules: dateutil is not here")
        return
    chance = random.Random(seed)
    begin, end = datetime(2026, 1, 1), datetime(2027, 1, 1)
    cases, lines = [], ["BEGIN:VCALENDAR"]
    for i in range(n):
        start = datetime(2024, 1, 1) + timedelta(minutes=15 * chance.randint(0, 70000))
        rule = some_rule(chance, start)
        cases.append((start, rule))
        lines += ["BEGIN:VEVENT", f"UID:{i}", f"DTSTART;TZID=UTC:{start:%Y%m%dT%H%M%S}", f"RRULE:{rule}", "END:VEVENT"]
    with tempfile.NamedTemporaryFile("w", suffix=".ics") as file:
        file.write("\n".join(lines + ["END:VCALENDAR", ""]))
        file.flush()
        run = Run("--from", "20260101", "--to", "20270101", file.name)
    found = {i: [] for i in range(n)}
    for row in run.of("I"):
        found[int(row[1])].append(datetime.strptime(row[2], "%Y%m%dT%H%M%SZ"))
    wrong = list(run.complaints("rules")) + [row[-1] for row in run.of("X")]
    for i, (start, rule) in enumerate(cases):
        want = [at for at in counted_out(rule, start, end) if begin <= at < end]
        if want != found[i]:
            wrong.append(f"{start} {rule}: {len(found[i])} times, dateutil has {len(want)}")
    check(f"{n} rules are counted out as dateutil does", wrong)


# ---- files that are meant to break it -------------------------------------------

HEAD, TAIL = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//x\r\n", "END:VCALENDAR\r\n"


def event(i, more=""):
    day = f"202601{1 + i % 28:02d}"
    return (f"BEGIN:VEVENT\r\nUID:{i}@x\r\nDTSTAMP:20260101T000000Z\r\nDTSTART;TZID=Europe/Stockholm:{day}T100000\r\n"
            f"DTEND;TZID=Europe/Stockholm:{day}T110000\r\nSUMMARY:Händelse {i}\r\n{more}END:VEVENT\r\n")


def one(more):
    return HEAD + event(1, more) + TAIL


def bombs():
    """Name, what makes the text, words that must be said of it (of the file, the event or in
    a note)."""
    yield "100,000 events", lambda: HEAD + "".join(map(event, range(100000))) + TAIL, "more than 50000 components"
    yield "50,000 components", lambda: HEAD + "".join(map(event, range(49999))) + TAIL, "more than 20000 times"
    yield "20,000 events", lambda: HEAD + "".join(map(event, range(20000))) + TAIL, "read"
    yield "a million BEGINs", lambda: "BEGIN:VEVENT\n" * 10**6 + "END:VEVENT\n" * 500000, "more than 50000 components"
    yield "components in each other", lambda: one("BEGIN:X-A\r\n" * 10**6), "deeper than 8"
    yield "a line of 20 MB", lambda: one("DESCRIPTION:" + "x" * 20_000_000 + "\r\n"), "read"
    yield "over 20 MB", lambda: one("DESCRIPTION:" + "x" * 22_000_000 + "\r\n"), "bytes; 20971520 are read at most"
    yield "a folded line of 20 MB", lambda: one("DESCRIPTION:" + ("x" * 74 + "\r\n ") * 270000 + "\r\n"), "too long"
    yield "an EXDATE line that is too long", lambda: one("RRULE:FREQ=DAILY\r\nEXDATE:" + ",".join(["20260101T100000Z"] * 100000) + "\r\n"), "EXDATE is on a line that is too long"
    yield "100,000 EXDATEs", lambda: one("RRULE:FREQ=DAILY\r\n" + "EXDATE:20260101T100000Z\r\n" * 100000), "more than 10000 dates"
    yield "100,000 parameters", lambda: one("ATTENDEE" + ";X-A=1" * 100000 + ":mailto:a@b\r\n"), "too long"
    yield "100,000 broken lines", lambda: one("å\r\n" * 100000), "99980 more notes like that"
    yield "ten million lines", lambda: "a\n" * 10_000_000, "There is no calendar"
    yield "ten million lines in an event", lambda: one("a\n" * 10_000_000), "read"
    yield "20 MB of text", lambda: HEAD + "".join(event(i, "DESCRIPTION:" + "ö\\n" * 15000 + "\r\n") for i in range(320)) + TAIL, "read"
    yield "10,000 zones", lambda: HEAD + "".join(event(i).replace("Europe/Stockholm", f"/x/{i}/Europe/Stockholm") for i in range(10000)) + TAIL, "read"
    yield "20,000 unknown zones", lambda: HEAD + "".join(event(i).replace("Europe/Stockholm", f"Zon {i}") for i in range(20000)) + TAIL, "not known"
    yield "300 series since 1990", lambda: HEAD + "".join(event(i, "RRULE:FREQ=WEEKLY;BYDAY=MO\r\n").replace(":202601", ":199001") for i in range(300)) + TAIL, "read"
    yield "3,000 series since the year 1", lambda: HEAD + "".join(event(i, "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;COUNT=9999\r\n").replace(":202601", ":000101") for i in range(3000)) + TAIL, "outside"
    yield "10,000 changes onwards", lambda: HEAD + event(1, "RRULE:FREQ=DAILY\r\n") + "".join(
        event(1, f"RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Stockholm:2026{1 + i // 28 % 12:02d}{1 + i % 28:02d}T10{i // 336 % 60:02d}00\r\n") for i in range(10000)) + TAIL, "read"
    for rule in ["FREQ=SECONDLY", "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=30", "FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=30",
                 "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "FREQ=DAILY;INTERVAL=0", "FREQ=DAILY;COUNT=2147483647", "FREQ=DAILY;COUNT=99999999999999",
                 "FREQ=YEARLY;BYSECOND=" + ",".join(str(k % 60) for k in range(100000)), "FREQ=YEARLY;BYDAY=" + ",".join(["1MO"] * 20000),
                 "FREQ=YEARLY;BYSECOND=" + ",".join(str(k % 60) for k in range(1000))]:
        yield f"RRULE:{rule[:60]}", lambda rule=rule: one(f"RRULE:{rule}\r\n"), "rejected"
    yield "a series that is too long", lambda: one("RRULE:FREQ=DAILY\r\n").replace(":202601", ":199001"), "read"
    yield "1,000 rules", lambda: one("RRULE:FREQ=DAILY\r\n" * 1000), "more than 2000 instances"


def write_elsewhere(path, make):
    """In a process of its own, for one that is started carries the memory of ours over."""
    child = os.fork()
    if child == 0:
        path.write_text(make(), newline="")
        os._exit(0)
    os.waitpid(child, 0)


def break_it(measure=False):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bomb.ics"
        for name, make, words in bombs():
            write_elsewhere(path, make)
            run = Run(path)
            wrong = list(run.complaints(name))
            if words not in run.text:
                wrong.append(f"{words!r} is not said, but: {run.text[:300]}")
            if measure:
                print(f"| {name} | {path.stat().st_size / 1e6:.1f} MB | {run.seconds:.2f} s | {run.memory >> 20} MB |")
            else:
                check(f"{name}: it is said, soon, and in little memory", wrong)


def children_of(pid):
    try:
        return [int(p) for p in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def killed_child():
    """A child that dies is a fault and nothing more."""
    if not Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children").exists():
        skip("a child that dies: this kernel does not tell who a process's children are")
        return
    with tempfile.NamedTemporaryFile("w", suffix=".ics", newline="") as file:
        file.write(HEAD + "".join(event(i, "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;COUNT=9999\r\n").replace(":202601", ":000101") for i in range(5000)) + TAIL)
        file.flush()
        for how, words in (signal.SIGKILL, "takes too long"), (signal.SIGSEGV, "cannot be read"), (signal.SIGXCPU, "takes too long"):
            process = subprocess.Popen([PROGRAM, file.name], stdout=subprocess.PIPE)
            until = time.monotonic() + 10
            while not (children := children_of(process.pid)) and time.monotonic() < until:
                time.sleep(0.001)
            for child in children:
                os.kill(child, how)
            said = process.communicate()[0].decode()
            check(f"a child that dies of {how.name} is a fault", [] if process.returncode == 1 and words in said else [f"{process.returncode} {said[:200]}"])


# ---- damaged files -----------------------------------------------------------------


def damaged(rounds):
    sources = [str(p) for p in sorted((HERE / "in").glob("*.ics"))]
    if CORPORA.exists():
        sources += [str(CORPORA / row["file"]) for row in counts() if (CORPORA / row["file"]).stat().st_size < 50000]
    run = Run("--mutate", rounds, 1, *sources, program=SANITIZED)
    print(run.text.strip())
    check(f"{rounds} damaged files do no harm", [] if run.code == 0 and not run.err else [run.err[-1000:] or f"ended with {run.code}"])


# ---- other programs' files ------------------------------------------------------------


def counts():
    with open(CORPORA / "EXPECTED-COUNTS.tsv", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def corpora():
    wrong, fates, seconds, memory = [], {}, 0.0, 0
    for row in counts():
        run = Run(CORPORA / row["file"])
        wrong += run.complaints(row["file"])
        seconds, memory = seconds + run.seconds, max(memory, run.memory)
        begun = int(row["raw_begin_vevent"])
        if run.of("X"):
            if begun:
                wrong.append(f"{row['file']}: {run.of('X')[0][-1]}")
            continue
        events = [e for e in run.of("E") if e[2] == "VEVENT"]
        if (len(events), int(run.of("F")[0][4])) != (begun, begun):
            wrong.append(f"{row['file']}: {len(events)} fates, {run.of('F')[0][4]} begun, {begun} expected")
        for e in events:
            fates[e[3]] = fates.get(e[3], 0) + 1
    check("every event of other programs' files has one fate", wrong)
    print(f"{len(counts())} files, {sum(fates.values())} events ({', '.join(f'{n} {f}' for f, n in sorted(fates.items()))}), "
          f"{seconds:.1f} s, at most {memory >> 20} MB")


def parts(rule):
    """A rule without parameters, the order of its parts and that of what they list. ical.js
    makes something of an empty part."""
    rule = rule.rpartition(":")[2].upper().replace("=UNDEFINED", "").strip(";")
    return sorted("=".join([k, ",".join(sorted(v.split(",")))]) for k, _, v in (part.partition("=") for part in rule.split(";")))


def time_written(text):
    """The value, and its zone where that counts. ical.js takes a day without VALUE=DATE for a
    time of which nothing is left but its day."""
    head, _, value = text.removesuffix("T::").rpartition(":")
    zone = [p for p in head.replace('"', "").split(";") if p.upper().startswith("TZID=")]
    return value.strip().replace("-", ""), [] if value.strip().endswith("Z") else zone


def judged_event(ours, theirs):
    """What differs between a row of ours and what ical.js read."""
    uid, summary, start, _, rule, _, _ = theirs
    if not ours[5].startswith("no-uid-") and plain(ours[5]) != plain(uid or ""):
        yield f"UID {ours[5]!r}, ical.js has {uid!r}"
    if plain(ours[6]) != plain(json.dumps(summary or "", ensure_ascii=False)[1:-1].replace('\\"', '"')):
        yield f"SUMMARY {ours[6]!r}, ical.js has {summary!r}"
    if ours[3] != "rejected" and start and time_written(ours[7]) != time_written(start):
        yield f"DTSTART {ours[7]!r}, ical.js has {start!r}"
    if ours[3] != "rejected" and parts(ours[8]) != parts(rule or ""):
        yield f"RRULE {ours[8]!r}, ical.js has {rule!r}"


def plain(text):
    return " ".join(text.split())


def judged_times(runs, row, theirs):
    """The one time of an event that comes once, by both."""
    if theirs[4] or None in theirs[5:] or row[3] != "read" or "overrides" in row[9]:
        return
    times = {(i[2], i[3]) for run in runs for i in run.of("I") if i[1] == row[1]}
    want = tuple(datetime.utcfromtimestamp(t).strftime("%Y%m%dT%H%M%SZ") for t in theirs[5:])
    if len(times) == 1 and want not in times:
        yield f"{times.pop()}, ical.js has {want}"


# What we read otherwise than ical.js on purpose: file, words of the difference. The clocks
# of these files' VTIMEZONEs are not those of the places that they are named after, as they
# were or became: the name counts, ical.js takes what the file says.
DIFFERENCES = [("OZMovies.ics", "ical.js has ('2003"), ("OZMovies.ics", "ical.js has ('2004"), ("Earth32Seasons.ics", "ical.js has ('20"),
               ("bitfire1.ics", "ical.js has ('2025"), ("stacksize.ics", "ical.js has ('2023"), ("rfc5545-sec4.2.ics", "ical.js has ('1998")]


# Files that ical.js does not come back from.
UNJUDGED = {"python-icalendar/src/icalendar/tests/calendars/invalid_duration.ics"}


def is_known(file, difference):
    return any(file.endswith(f) and words in difference for f, words in DIFFERENCES)


def judged_corpora():
    judges = subprocess.run(["sh", ROOT / "tests/judges.sh"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    if judges.returncode:
        skip("what ical.js reads: " + judges.stderr.strip())
        return
    agreed = [r["file"] for r in counts()
              if r["file"] not in UNJUDGED and r["raw_begin_vevent"] == r["libical3016_vevents"] == r["icaljs_vevents"] == r["py_icalendar403_vevents"] != "0"]
    folder = judges.stdout.strip()
    out = subprocess.run(["node", HERE / "judge.cjs", *agreed], cwd=CORPORA, stdout=subprocess.PIPE, text=True, check=True, timeout=300,
                         env=dict(os.environ, NODE_PATH=folder, PATH=f"{folder}/.bin:{os.environ['PATH']}")).stdout
    wrong, n, known = [], 0, 0
    for line in out.splitlines():
        file, count, theirs = json.loads(line)
        spans = [("19800101", "20050101"), ("20050101", "20150101"), ("20150101", "20300101")]
        runs = [Run("--from", a, "--to", b, CORPORA / file) for a, b in spans]
        rows = {}
        for run in runs:  # where it is read in one span, outside in the others
            for e in run.of("E"):
                if e[2] == "VEVENT" and (e[1] not in rows or e[3] == "read"):
                    rows[e[1]] = e
        if len(rows) != count:
            wrong.append(f"{file}: {len(rows)} events, ical.js has {count} {runs[0].of('X')}")
            continue
        n += count
        for ours, other in zip(rows.values(), theirs):
            for difference in [*judged_event(ours, other), *judged_times(runs, ours, other)]:
                if is_known(file, difference):
                    known += 1
                else:
                    wrong.append(f"{file}:{ours[4]}: {difference}")
    check(f"{n} events are read as ical.js reads them, {known} known differences aside", wrong)


# ---- the suite ---------------------------------------------------------------------------


def main(arguments):
    if arguments == ["--measure"]:
        print("| file | size | processor time | memory |\n| --- | --- | --- | --- |")
        break_it(measure=True)
        return 0
    if arguments == ["--write"]:
        own_files(write=True)
        return 0
    if arguments[:1] == ["--damage"]:
        damaged(int(arguments[1]))
        return failed > 0
    own_files()
    for seed in (1, 2):
        rules(seed, 400)
    break_it()
    killed_child()
    damaged(400)
    if CORPORA.exists():
        corpora()
        judged_corpora()
    else:
        skip("other programs' files: LEDSAGA_INSTANCES names no folder with ics in it")
    print(f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else ""))
    return failed > 0


sys.exit(main(sys.argv[1:]))
