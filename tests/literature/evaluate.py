#!/usr/bin/env python3
"""Judge a ledsaga roster by the ORIGINAL published instance.

    evaluate.py INSTANCE ROSTER_JSON [--objective travel|preference|staff] [--two-carers]

Independent of bench/convert.py and of the program: own parsers, own arithmetic; what the three share is
only the convention below. Prints one line of JSON, {"feasible", "faults", "value"} and, for the travel of
a Bredstrom-Ronnqvist instance, "value_hours". Exit code 0 feasible, 1 not, 2 when it cannot be judged.

Convention: minute 0 is 00:00 on Monday 2026-11-23, one instance time unit is one minute. Of SMPTSP (fixed tasks, few
workers) only the order of the times matters: where some lie outside 0..10080, or a task is longer than 1440, the time that
is the k-th of those that occur (from 0) is minute k.

  BR      visit 7 is request r7, staff member 2 is escort s2
  UHHC    the first required service of patient p3 is request p3.1, a caregiver keeps the caregiver id
  SMPTSP  tasks and workers are numbered from 0: task 7 is request j7, worker 2 is escort w2

The value: travel, with UHHC what services by caregivers who are not preferred cost besides; or the bonus; or how many
staff members work.

--two-carers (UHHC): also ask that two services of one patient are given by two caregivers, which all published
values of the sets D and E respect although the published validator does not ask for it.

Each fault begins with the rule it breaks:

  request    names no visit of the instance           duration   not as long as the instance says
  once       carried out never, or more than once     window     starts (or ends) outside its windows
  staff      not exactly one known staff member       in-step    two linked visits too near or too far
  apart      two linked visits with the same staff    ability    staff member may not do this visit
  travel     too little time from the visit before    shift      leaves the depot too early, is back too late
"""

import argparse
import bisect
import datetime
import json
import pathlib
import re
import sys
from dataclasses import dataclass, field
from decimal import Decimal

MONDAY = datetime.datetime(2026, 11, 23)
DAY, DAYS = 1440, 7


class Unjudgeable(Exception):
    """The instance or the roster cannot be read, or holds something this evaluator has no rule for."""


@dataclass
class Visit:
    place: int
    duration: int
    windows: list  # (first, last), ascending
    window_met_at_end: bool = False  # the last minute is for the end of service, not for its start
    able: set = field(default_factory=set)
    bonus: dict = field(default_factory=dict)  # staff -> Decimal
    price: dict = field(default_factory=dict)  # staff -> what this one costs; 0 where nothing is said


@dataclass
class Link:
    first: str
    second: str
    gap: tuple  # lawful start(second) - start(first); None: any
    apart: bool  # by different staff


@dataclass
class Instance:
    visits: dict
    shifts: dict  # staff -> (start, end)
    links: list
    leg: object  # (place, place) -> minutes
    depots: dict  # staff -> place where the route begins and ends
    travel_weight: int = 1
    hours_per_unit: float = 0.0  # 0: times are not reported in hours


# ---- Bredstrom & Ronnqvist: line by line, the way the file is printed

def br_number(text, name):
    return int(re.search(rf"param\s+{name}\s*=\s*(\d+)", text).group(1))


def br_section(text, start):
    return re.search(start + r"(.*?);", text, re.S).group(1)


def br_matrix(section):
    """{row: {column: text}} of a table printed in blocks of columns."""
    rows, columns = {}, []
    for line in section.splitlines():
        words = line.split()
        if words and words[0] == ":":
            columns = [int(word) for word in words[1:-1]]
        elif words:
            rows.setdefault(int(words[0]), {}).update(zip(columns, words[1:]))
    return rows


def br_windows(text):
    lines = br_section(text, r"param\s*:\s*a\s+b\s*:=").split("\n")
    return {int(i): (int(a), int(b)) for i, a, b in (line.split() for line in lines if line.strip())}


def br_read(text):
    text = re.sub(r"#[^\n]*", "", text)
    count, horizon = br_number(text, "NO_Visits"), br_number(text, "T_MAX")
    staff = {f"s{s}": s for s in range(1, br_number(text, "NO_Staff") + 1)}
    travel = br_matrix(br_section(text, r"param\s+TimeMatrix\s*\[\*,\*,1\]"))
    bonus = br_matrix(br_section(text, r"param\s+BonusMatrix\s*\[\*,\*\]\s*\(tr\)"))
    durations = dict(re.findall(r"(\d+)\s+(\d+)", br_section(text, r"param\s+Duration\s*\[\*\]\s*:=")))
    windows = br_windows(text)
    visits = {
        f"r{v}": Visit(v, int(durations[str(v)]), [windows[v]], able=set(staff),
                       bonus={name: Decimal(bonus[v][s]) for name, s in staff.items()})
        for v in range(1, count + 1)
    }
    twins = [(i, j) for i, others in re.findall(r"set\s+Visit_Demands\[(\d+)\]\s*:=([^;]*);", text) for j in others.split()]
    return Instance(
        visits, {name: (0, horizon) for name in staff},
        [Link(f"r{i}", f"r{j}", (0, 0), True) for i, j in twins],
        lambda a, b: int(travel[a][b or count + 1]),
        {name: 0 for name in staff},
        hours_per_unit=9 / horizon)


# ---- UHHC

UHHC_HARD_HERE = {
    "total_tardiness", "total_extra_time", "caregiver_preferences", "incompabilities", "optional_patients", "qualification",
}
UHHC_PRICED_HERE = {"travel_time", "caregiver_preferences"}


def uhhc_cost_parts(data):
    """Weight of each cost component; a value is only comparable when no other has to be paid than those priced here."""
    parts = {name: weight for name, weight in data["metadata"]["cost_components"].items() if weight is not None}
    if not any(p.get("optional") for p in data["patients"]):
        parts.pop("optional_patients", None)
    if not any(p.get("incompatible_caregivers") for p in data["patients"]):
        parts.pop("incompabilities", None)
    if not any(c.get("lunch_break") for c in data["caregivers"]):
        parts.pop("missed_lunch_break", None)
    for name in ("total_tardiness", "total_extra_time"):
        if parts.get(name) != "HARD":
            raise Unjudgeable(f"{name} is not HARD")
    for name, weight in parts.items():
        if weight != 0 and name not in (UHHC_HARD_HERE if weight == "HARD" else UHHC_PRICED_HERE):
            raise Unjudgeable(f"cost component {name} ({weight}) has no rule here")
    if any(c.get("lunch_break") for c in data["caregivers"]) and parts.get("missed_lunch_break") != 0:
        raise Unjudgeable("lunch breaks have no rule here")
    return parts


def uhhc_able(patient, service, data, parts):
    """Who has the ability and is neither refused nor, where there is a list, outside the preferred.

    A list binds unless its cost component says otherwise: 0, free, or what it costs.
    """
    able = {c["id"] for c in data["caregivers"] if service in c["abilities"]}
    if parts.get("incompabilities") != 0:
        able -= set(patient.get("incompatible_caregivers") or [])
    if parts.get("caregiver_preferences", "HARD") == "HARD" and patient.get("preferred_caregivers"):
        able &= set(patient["preferred_caregivers"])
    return able


def uhhc_price(patient, data, parts):
    weight, preferred = parts.get("caregiver_preferences", "HARD"), patient.get("preferred_caregivers")
    if weight in (0, "HARD") or not preferred:
        return {}
    return {c["id"]: weight for c in data["caregivers"] if c["id"] not in preferred}


def uhhc_visits(data, parts, place_of):
    default = {s["id"]: s.get("default_duration") for s in data["services"]}
    at_end = data["metadata"].get("time_window_met", "at_service_start") == "at_service_end"
    for patient in data["patients"]:
        windows = sorted((w["start"], w["end"]) for w in patient["time_windows"])
        for number, need in enumerate(patient["required_services"], start=1):
            yield f"{patient['id']}.{number}", Visit(
                place_of[patient["id"]], need.get("duration") or default[need["service"]], windows, at_end,
                able=uhhc_able(patient, need["service"], data, parts), price=uhhc_price(patient, data, parts))


def uhhc_links(data, two_carers):
    for patient in data["patients"]:
        kind = (patient.get("synchronization") or {}).get("type")
        first, second = f"{patient['id']}.1", f"{patient['id']}.2"
        if kind == "simultaneous":
            yield Link(first, second, (0, 0), True)
        elif kind == "sequential":
            gap = patient["synchronization"]["distance"]
            yield Link(first, second, (gap["min"], gap["max"]), two_carers)
        elif two_carers and len(patient["required_services"]) == 2:
            yield Link(first, second, None, True)


def uhhc_ends(data):
    """staff -> the two terminal points of the route."""
    return {c["id"]: (c["departing_point"], c.get("arrival_point") or c["departing_point"]) for c in data["caregivers"]}


def uhhc_read(text, two_carers):
    data = json.loads(text)
    parts, ends = uhhc_cost_parts(data), uhhc_ends(data)
    point = {t["id"]: t["distance_matrix_index"] for t in data["terminal_points"]}
    pairs = []
    for pair in ends.values():
        if pair not in pairs:
            pairs.append(pair)
    # Places: the depots, then the patients. A depot has one row to leave by and another column to enter by.
    leave = [point[out] for out, _ in pairs] + [p["distance_matrix_index"] for p in data["patients"]]
    enter = [point[back] for _, back in pairs] + [p["distance_matrix_index"] for p in data["patients"]]
    place_of = {p["id"]: place for place, p in enumerate(data["patients"], start=len(pairs))}
    return Instance(
        dict(uhhc_visits(data, parts, place_of)),
        {c["id"]: (c["working_shift"]["start"], c["working_shift"]["end"]) for c in data["caregivers"]},
        list(uhhc_links(data, two_carers)),
        lambda a, b: data["distances"][leave[a]][enter[b]],
        {name: pairs.index(pair) for name, pair in ends.items()},
        travel_weight=parts["travel_time"])


# ---- SMPTSP: one number after the other, the way the file counts them

def smptsp_read(text):
    bare = re.sub(r"#[^\n]*", "", text)
    numbers = iter([int(word) for word in re.findall(r"-?\d+", bare)])
    if next(numbers) != 1:
        raise Unjudgeable("only tasks at fixed times (Type = 1) have a rule here")
    tasks = [(next(numbers), next(numbers)) for _ in range(next(numbers))]
    workers = [{next(numbers) for _ in range(next(numbers))} for _ in range(next(numbers))]
    times = sorted(time for task in set(tasks) for time in task)
    as_it_is = times[0] >= 0 and times[-1] <= DAYS * DAY and all(end - start <= DAY for start, end in tasks)
    ranked = sorted(set(times))
    minute = (lambda time: time) if as_it_is else (lambda time: bisect.bisect_left(ranked, time))
    return Instance(
        {f"j{number}": Visit(0, minute(end) - minute(start), [(minute(start), minute(start))],
                             able={f"w{worker}" for worker, tasks_able in enumerate(workers) if number in tasks_able})
         for number, (start, end) in enumerate(tasks)},
        {f"w{worker}": (0, DAYS * DAY) for worker in range(len(workers))},
        [], lambda a, b: 0, {f"w{worker}": 0 for worker in range(len(workers))})


def reader_of(text, two_carers):
    if text.lstrip().startswith("{"):
        return lambda: uhhc_read(text, two_carers)
    return (lambda: smptsp_read(text)) if "Qualifications" in text else (lambda: br_read(text))


def read_instance(path, two_carers=False):
    text = path.read_text(encoding="utf-8")
    try:
        return reader_of(text, two_carers)()
    except (KeyError, IndexError, ValueError, AttributeError, TypeError, StopIteration, RuntimeError) as fault:
        raise Unjudgeable(f"malformed instance: {type(fault).__name__} {fault}") from fault


# ---- the roster

@dataclass
class Done:
    """One visit as the roster has it."""
    request: str
    start: int
    minutes: int
    staff: list


def read_roster(path):
    try:
        visits = json.loads(path.read_text(encoding="utf-8"))["visits"]
        return [Done(v["request"], minute_of(v["start"]), v["minutes"], v["escorts"]) for v in visits]
    except (KeyError, ValueError, TypeError) as fault:
        raise Unjudgeable(f"malformed roster: {type(fault).__name__} {fault}") from fault


def minute_of(start):
    """Wall clock; any offset says nothing on a day without a clock change."""
    return int((datetime.datetime.fromisoformat(start).replace(tzinfo=None) - MONDAY).total_seconds()) // 60


# ---- the rules, one function each; every one yields its faults

def each_once(instance, roster):
    counts = {name: 0 for name in instance.visits}
    for done in roster:
        if done.request in counts:
            counts[done.request] += 1
        else:
            yield f"request: {done.request} is not a visit of the instance"
    for name, count in counts.items():
        if count != 1:
            yield f"once: {name} is carried out {count} times"


def one_known_staff(instance, roster):
    for done in roster:
        if len(done.staff) != 1 or done.staff[0] not in instance.shifts:
            yield f"staff: {done.request} is carried out by {', '.join(done.staff) or 'nobody'}"


def right_length(instance, roster):
    for done in known(instance, roster):
        asked = instance.visits[done.request].duration
        if done.minutes != asked:
            yield f"duration: {done.request} lasts {done.minutes}, not {asked}"


def inside_window(instance, roster):
    """A start is judged by the last window that has begun by then."""
    for done in known(instance, roster):
        visit = instance.visits[done.request]
        begun = [window for window in visit.windows if window[0] <= done.start]
        judged = done.start + (visit.duration if visit.window_met_at_end else 0)
        if not begun or judged > begun[-1][1]:
            yield f"window: {done.request} starts at {done.start}, windows {visit.windows}"


def linked_in_step(instance, roster):
    at = {done.request: done for done in roster}
    for link in instance.links:
        if link.first not in at or link.second not in at:
            continue
        first, second = at[link.first], at[link.second]
        if link.gap and not link.gap[0] <= second.start - first.start <= link.gap[1]:
            yield f"in-step: {link.second} starts {second.start - first.start} after {link.first}, not {link.gap[0]}..{link.gap[1]}"
        if link.apart and set(first.staff) & set(second.staff):
            yield f"apart: {link.first} and {link.second} are both carried out by {', '.join(first.staff)}"


def by_the_able(instance, roster):
    for done in known(instance, roster):
        for staff in done.staff:
            if staff in instance.shifts and staff not in instance.visits[done.request].able:
                yield f"ability: {staff} may not carry out {done.request}"


def in_time(instance, roster):
    for staff, route in routes(instance, roster).items():
        begin, end = instance.shifts[staff]
        free, place = begin, instance.depots[staff]
        for rank, done in enumerate(route):
            arrival = free + instance.leg(place, instance.visits[done.request].place)
            if arrival > done.start:
                rule = "travel" if rank else "shift"
                yield f"{rule}: {staff} is at {done.request} at {arrival} at the earliest, after its start {done.start}"
            free, place = done.start + done.minutes, instance.visits[done.request].place
        home = free + instance.leg(place, instance.depots[staff])
        if home > end:
            yield f"shift: {staff} is back at {home}, after {end}"


RULES = (each_once, one_known_staff, right_length, inside_window, linked_in_step, by_the_able, in_time)


def known(instance, roster):
    return [done for done in roster if done.request in instance.visits]


def routes(instance, roster):
    """staff -> visits by start; staff without visits stay at home and are left out."""
    found = {}
    for done in sorted(known(instance, roster), key=lambda done: done.start):
        for staff in done.staff:
            if staff in instance.shifts:
                found.setdefault(staff, []).append(done)
    return found


# ---- the value

def travel(instance, roster):
    minutes = price = 0
    for staff, route in routes(instance, roster).items():
        stops = [instance.depots[staff], *(instance.visits[done.request].place for done in route), instance.depots[staff]]
        minutes += sum(instance.leg(a, b) for a, b in zip(stops, stops[1:]))
        price += sum(instance.visits[done.request].price.get(staff, 0) for done in route)
    return minutes * instance.travel_weight + price


def preference(instance, roster):
    """Twins count once each: both halves have their own row."""
    if not all(visit.bonus for visit in instance.visits.values()):
        raise Unjudgeable("this instance has no bonus matrix: use --objective travel")
    return sum((instance.visits[done.request].bonus[staff]
                for staff, route in routes(instance, roster).items() for done in route), Decimal(0))


def staff_at_work(instance, roster):
    return len(routes(instance, roster))


VALUES = {"travel": travel, "preference": lambda *both: float(preference(*both)), "staff": staff_at_work}


def judge(instance, roster, objective):
    faults = [fault for rule in RULES for fault in rule(instance, roster)]
    value = VALUES[objective](instance, roster)
    verdict = {"feasible": not faults, "faults": faults, "value": value}
    if objective == "travel" and instance.hours_per_unit:
        verdict["value_hours"] = round(value * instance.hours_per_unit, 3)
    return verdict


def main(arguments=None):
    parser = argparse.ArgumentParser(description="Judge a ledsaga roster by the original published instance.")
    parser.add_argument("instance", type=pathlib.Path)
    parser.add_argument("roster", type=pathlib.Path)
    parser.add_argument("--objective", choices=sorted(VALUES), default="travel")
    parser.add_argument("--two-carers", action="store_true", help="UHHC: two services of a patient, two caregivers")
    given = parser.parse_args(arguments)
    try:
        verdict = judge(read_instance(given.instance, given.two_carers), read_roster(given.roster), given.objective)
    except (Unjudgeable, OSError) as fault:
        print(f"evaluate.py: {fault}", file=sys.stderr)
        return 2
    print(json.dumps(verdict))
    return 0 if verdict["feasible"] else 1


if __name__ == "__main__":
    sys.exit(main())
