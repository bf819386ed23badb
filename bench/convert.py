#!/usr/bin/env python3
"""Turn a published instance into a ledsaga workspace.

    convert.py INSTANCE OUTDIR [--objective travel|preference|staff] [--two-carers]

writes OUTDIR/unit.json and OUTDIR/weeks/2026-W48/week.json (formats: models/*.schema.json).
Three families are recognised by content:

  BR      Bredstrom & Ronnqvist, AMPL data: windows for starts, twins (double staffing), a travel
          matrix and a bonus matrix (visit x staff, lower is better).
  UHHC    Unified Home Healthcare JSON (Ceschia, Da Ros, Di Gaspero, Schaerf et al.), when its cost is travel and
          services by other caregivers than the preferred, and all else is hard. Any other cost component that
          matters is refused by name, because a value without it could not be compared with the published one.
  SMPTSP  Shift minimisation personnel task scheduling (Krishnamoorthy, Ernst, Baatar 2012): tasks at fixed times,
          workers who may do some of them, and as few workers as possible who do any.

How an instance is laid on the week: one instance time unit is one minute, minute 0 is 00:00 on
Monday 2026-11-23 (week 2026-W48). The start and end of every route is the place `depot`; where routes begin or end at
several, `depot.1`, `depot.2` ..., in the order in which the caregivers name them. Of SMPTSP only the order of the
times matters: where some lie outside the week, or a task is longer than a day, the time that is the k-th of those that
occur (from 0) becomes minute k.

Ids, shared with tests/literature/evaluate.py:

  BR      visit 7: request r7, client c7, place p7;  staff member 2: escort s2
  UHHC    patient p3: client p3, place p3;  its first required service: request p3.1;
          a caregiver keeps the caregiver id
  SMPTSP  the task of line 7, from 0: request j7, client c7;  the worker of line 2, from 0: escort w2

--two-carers (UHHC): two services of one patient always go to two caregivers. The published validator does not
ask for it, yet the published values of the sets D and E are the optima under exactly this rule: without
it D3 is 677 instead of 709 and E5 is 1159 instead of 1246, one caregiver giving two independent services
in one stay. Use it to compare with published values.

Points: travel counts weight x minutes; a bonus counts 10^6 points per unit; a worker who works counts one.
Exit code 2 and one sentence on stderr when the instance cannot be expressed.
"""

import argparse
import datetime
import json
import pathlib
import re
import sys
from decimal import Decimal

WEEK = "2026-W48"
DATE = "2026-11-23"
DAY, DAYS = 1440, 7
DEPOT = "depot"
POINTS_PER_BONUS = 10**6
NO_WEIGHT = {
    "later_choice": 0, "off_wish_minute": 0, "escort_rank": 0, "escort_unlisted": 0, "face_new": 0,
    "face_known": 0, "face_familiar": 0, "contract_under_minute": 0, "contract_over_minute": 0,
    "travel_minute": 0, "sex_wish": 0, "language_wish": 0, "no_interest": 0, "series_other": 0,
    "not_primary": 0, "deputy": 0, "face_again_14": 0, "face_again_84": 0, "introduction": 0,
    "split_day": 0, "night_minute": 0, "weekend_again": 0, "weekend_share": 0, "evening_share": 0,
    "soft_rest": 0, "client_over": 0, "assignment_over_minute": 0, "change_early": 0,
    "change_notice": 0, "change_shifted": 0, "cost_100_kr": 0,
    "escort_used": 0,
}


class Refusal(Exception):
    """The instance says something that a ledsaga workspace cannot say."""


# ---- what the families share

def clock(minute):
    if not 0 <= minute <= DAY:
        raise Refusal(f"minute {minute} is outside the one day 0..{DAY} that an instance may span")
    return f"{minute // 60:02d}:{minute % 60:02d}"


def ident(text):
    if not re.fullmatch(r"[A-Za-z0-9._-]{1,64}", text):
        raise Refusal(f"{text!r} cannot be an id: 1-64 letters, digits, dots, dashes or underscores")
    return text


def alternative(earliest, latest):
    if earliest == latest:
        return {"date": DATE, "at": clock(earliest)}
    return {"date": DATE, "from": clock(earliest), "to": clock(latest)}


def minutes_long(duration, what):
    if duration < 1:
        raise Refusal(f"{what} lasts {duration}: a visit lasts at least one minute")
    return duration


def escort(name, **more):
    return {"id": ident(name), "name": f"Staff {name}", "engagement": "contractor", "day_anchor": "00:00", **more}


def on_duty(start, end):
    return [{"days": ["mon"], "from": clock(start), "to": clock(end)}]


# Travel from home to the first visit and from the last one home counts and must fit the hours.
RULES = {"gap_minutes": 0, "home_legs": 1, "contractor_occasion_minutes": DAY}
RULES_SMPTSP = {"gap_minutes": 0, "contractor_occasion_minutes": DAY, "week_minutes_max": DAYS * DAY}


def unit_document(name, origin, rules, weights, places, matrix, clients, escorts, skills=()):
    return {
        "format": "ledsaga-unit", "version": 1, "id": ident(name),
        "name": f"{origin['family']}: {name}",
        "x-instance": origin,
        "grid_minutes": 1,
        "rules": rules,
        "weights": {**NO_WEIGHT, **weights},
        **({"skills": list(skills)} if skills else {}),
        "places": [{"id": ident(place), "name": place} for place in places],
        "travel": {"matrix": matrix},
        "clients": clients,
        "escorts": escorts,
    }


def week_document(requests, in_step):
    return {"format": "ledsaga-week", "version": 1, "week": WEEK, "requests": requests, "in_step": in_step}


# ---- Bredstrom & Ronnqvist

def ampl_table(tokens):
    """`: c1 c2 := r1 v v r2 v v : c3 := ...` (column blocks) as {(row, column): text}."""
    cells = {}
    while tokens:
        head = tokens.index(":=")
        columns = tokens[1:head]
        rest = tokens[head + 1:]
        end = rest.index(":") if ":" in rest else len(rest)
        body, tokens = rest[:end], rest[end:]
        width = len(columns) + 1
        if len(body) % width:
            raise Refusal(f"a table with columns {' '.join(columns)} has an incomplete row")
        for at in range(0, len(body), width):
            cells.update({(body[at], column): text for column, text in zip(columns, body[at + 1:at + width])})
    return cells


def ampl_data(text):
    """Each statement of the file under its name; the unnamed table of windows under `windows`."""
    data = {}
    for statement in re.sub(r"#.*", "", text).split(";"):
        tokens = re.findall(r":=|[:=]|[^\s:=]+", statement)
        if not tokens:
            continue
        name = "windows" if tokens[1] == ":" else tokens[1]
        if ":" in tokens:
            data[name] = ampl_table(tokens[tokens.index(":"):])
        else:
            sign = tokens.index("=" if "=" in tokens else ":=")
            data[name] = tokens[sign + 1:]
    return data


def br_twins(data, visits):
    """Pairs (i, j): two halves of one double-staffed visit."""
    return [(i, int(j)) for i in visits for j in data.get(f"Visit_Demands[{i}]", [])]


def br_matrix(data, visits):
    """The depot is left by row 0 and entered by column N+1; a visit's own place is no way at all."""
    travel = data["TimeMatrix"]
    home = str(len(visits) + 1)

    def way(a, b):
        return 0 if a == b else int(travel[str(a), home if b == 0 else str(b)])

    return [[way(a, b) for b in [0, *visits]] for a in [0, *visits]]


def br_points(data, visit, staff):
    """Exact decimal arithmetic: rounding happens once, to whole points."""
    bonus = data["BonusMatrix"]
    return {f"s{s}": int((Decimal(bonus[str(visit), str(s)]) * POINTS_PER_BONUS).to_integral_value())
            for s in staff}


def br_request(data, durations, visit, staff, objective):
    earliest, latest = (int(data["windows"][str(visit), side]) for side in "ab")
    if earliest > latest:
        raise Refusal(f"visit {visit} may start from {earliest} to {latest}: never")
    request = {
        "id": f"r{visit}", "client": f"c{visit}", "activity": "visit",
        "minutes": minutes_long(durations[visit], f"visit {visit}"),
        "alternatives": [alternative(earliest, latest)],
    }
    if objective == "preference":
        request["escort_points"] = br_points(data, visit, staff)
    return request


def br_workspace(path, text, objective, _two_carers):
    data = ampl_data(text)
    if objective not in ("travel", "preference"):
        raise Refusal("Bredstrom-Ronnqvist instances are for --objective travel or preference")
    if int(data.get("nModeOfTravel", ["1"])[0]) != 1:
        raise Refusal("nModeOfTravel is not 1: only one travel matrix can be carried over")
    visits = range(1, int(data["NO_Visits"][0]) + 1)
    staff = range(1, int(data["NO_Staff"][0]) + 1)
    flat = [int(number) for number in data["Duration"]]
    durations = dict(zip(flat[::2], flat[1::2]))
    origin = {
        "file": path.name, "family": "Bredstrom & Ronnqvist 2007/2008", "objective": objective,
        "licence": "research, non-commercial; not to be redistributed",
    }
    unit = unit_document(
        path.stem, origin, RULES, {"travel_minute": 1 if objective == "travel" else 0},
        [DEPOT, *(f"p{v}" for v in visits)], br_matrix(data, visits),
        [{"id": f"c{v}", "name": f"Visit {v}", "home": f"p{v}"} for v in visits],
        [escort(f"s{s}", home=DEPOT, available=on_duty(0, int(data["T_MAX"][0]))) for s in staff])
    week = week_document(
        [br_request(data, durations, v, staff, objective) for v in visits],
        [{"first": f"r{i}", "second": f"r{j}", "gap_min": 0, "gap_max": 0} for i, j in br_twins(data, visits)])
    return unit, week


# ---- UHHC

# Rules about who serves whom: hard when absent or "HARD" (published validator). A price is carried over for the first,
# and for the second where it is 0, which is the same as without the rule; for the other two it would change
# what a roster is. Where no data fall under the rule, its price does not matter.
UHHC_WHO = ("caregiver_preferences", "incompabilities", "optional_patients", "qualification")
UHHC_FALLS_UNDER = {
    "caregiver_preferences": lambda data: any(p.get("preferred_caregivers") for p in data["patients"]),
    "incompabilities": lambda data: any(p.get("incompatible_caregivers") for p in data["patients"]),
    "optional_patients": lambda data: any(p.get("optional") for p in data["patients"]),
    "missed_lunch_break": lambda data: any(c.get("lunch_break") for c in data["caregivers"]),
}


def uhhc_is_hard(weights, name):
    return weights.get(name) in (None, "HARD")


def uhhc_is_price(weight):
    return isinstance(weight, int) and weight >= 0


def uhhc_who_carried(weights, name):
    weight = weights.get(name)
    return (uhhc_is_hard(weights, name) or (name == "caregiver_preferences" and uhhc_is_price(weight))
            or (name == "incompabilities" and weight == 0))


def uhhc_uncarried(data):
    """Every cost component that stands in the way, with its weight and why."""
    weights = data["metadata"]["cost_components"]

    def says(name, why):
        return f"{name} ({weights.get(name, 'absent')}): {why}"

    if not isinstance(weights.get("travel_time"), int) or weights["travel_time"] < 1:
        yield says("travel_time", "must have a positive whole weight")
    # These two are free when absent, and ledsaga's windows and hours are hard.
    for name in ("total_tardiness", "total_extra_time"):
        if weights.get(name) != "HARD":
            yield says(name, "only HARD can be carried over")
    matters = {name for name in {*weights, *UHHC_WHO} if UHHC_FALLS_UNDER.get(name, lambda _data: True)(data)}
    for name in UHHC_WHO:
        if name in matters and not uhhc_who_carried(weights, name):
            yield says(name, "this price on it cannot be carried over")
    for name in sorted(matters - {"travel_time", "total_tardiness", "total_extra_time", *UHHC_WHO}):
        if weights[name] not in (None, 0):
            yield says(name, "cannot be carried over")
    if UHHC_FALLS_UNDER["missed_lunch_break"](data) and weights.get("missed_lunch_break") is None:
        yield says("missed_lunch_break", "the lunch breaks of the caregivers are hard")


def whole(number, what):
    if number != int(number):
        raise Refusal(f"{what} is {number}: times must be whole minutes")
    return int(number)


def uhhc_ends(caregiver):
    """Where a caregiver's route begins and where it ends."""
    return caregiver["departing_point"], caregiver.get("arrival_point", caregiver["departing_point"])


def uhhc_depots(data):
    """Each place that routes begin and end at: its name by the two terminal points."""
    ends = list(dict.fromkeys(uhhc_ends(c) for c in data["caregivers"]))
    return {pair: DEPOT if len(ends) == 1 else f"{DEPOT}.{i}" for i, pair in enumerate(ends, start=1)}


def uhhc_matrix(data):
    """A depot is left by the row of the one terminal point and entered by the column of the other."""
    row_of = {t["id"]: t["distance_matrix_index"] for t in data["terminal_points"]}
    ways = [(row_of[out], row_of[back]) for out, back in uhhc_depots(data)]
    depots = len(ways)
    ways += [(p["distance_matrix_index"],) * 2 for p in data["patients"]]

    def way(a, b):
        return 0 if a == b and a < depots else whole(data["distances"][ways[a][0]][ways[b][1]], "a distance")

    return [[way(a, b) for b in range(len(ways))] for a in range(len(ways))]


def uhhc_escort(caregiver, depots):
    if not caregiver.get("working_shift"):
        raise Refusal(f"caregiver {caregiver['id']} has no working_shift")
    start, end = (whole(caregiver["working_shift"][side], "a shift") for side in ("start", "end"))
    return escort(caregiver["id"], home=depots[uhhc_ends(caregiver)], skills=caregiver["abilities"],
                  available=on_duty(start, end))


def uhhc_client(patient, weights):
    client = {"id": ident(patient["id"]), "name": f"Patient {patient['id']}", "home": patient["id"]}
    if patient.get("preferred_caregivers") and uhhc_is_hard(weights, "caregiver_preferences"):
        client["accepts"] = sorted(patient["preferred_caregivers"])
    if patient.get("incompatible_caregivers") and uhhc_is_hard(weights, "incompabilities"):
        client["never"] = sorted(patient["incompatible_caregivers"])
    return client


def uhhc_starts(patient, minutes, at_end, day_end):
    """Spans of lawful starts, one per window.

    A start is judged by the last window that has begun, so a window also ends where the next begins;
    nothing starts after the last shift is over, however long the window.
    """
    windows = sorted((whole(w["start"], "a window"), whole(w["end"], "a window")) for w in patient["time_windows"])
    until = [start - 1 for start, _ in windows[1:]] + [day_end]
    spans = [(start, min(end - minutes if at_end else end, stop)) for (start, end), stop in zip(windows, until)]
    return [(earliest, latest) for earliest, latest in spans if earliest <= latest]


def uhhc_points(patient, data):
    """What a service costs by those who are not preferred, where there is a list and a price."""
    weight, preferred = data["metadata"]["cost_components"].get("caregiver_preferences"), patient.get("preferred_caregivers")
    if not preferred or not uhhc_is_price(weight) or weight == 0:
        return {}
    others = sorted({c["id"] for c in data["caregivers"]} - set(preferred))
    return {"escort_points": {name: weight for name in others}} if others else {}


def uhhc_requests(patient, data):
    at_end = data["metadata"].get("time_window_met") == "at_service_end"
    usual = {s["id"]: s.get("default_duration") for s in data["services"]}
    day_end = max(whole(c["working_shift"]["end"], "a shift") for c in data["caregivers"])
    for number, wanted in enumerate(patient["required_services"], start=1):
        name, service = f"{patient['id']}.{number}", wanted["service"]
        minutes = minutes_long(whole(wanted.get("duration") or usual[service] or 0, name), name)
        spans = uhhc_starts(patient, minutes, at_end, day_end)
        if not spans:
            raise Refusal(f"{name} lasts {minutes} and fits none of its windows")
        yield {
            "id": ident(name), "client": patient["id"], "activity": service, "minutes": minutes,
            "alternatives": [alternative(*span) for span in spans], "needs": {"skills": [service]},
            **uhhc_points(patient, data),
        }


def uhhc_gap(patient):
    """Lawful start(second) - start(first) of a patient's two services; None where they are independent."""
    kind = patient.get("synchronization") or {"type": "independent"}
    if kind["type"] == "sequential":
        return kind["distance"]["min"], kind["distance"]["max"]
    return (0, 0) if kind["type"] == "simultaneous" else None


def uhhc_in_step(patient, two_carers):
    count, gap = len(patient["required_services"]), uhhc_gap(patient)
    if count < 2 or (gap is None and not two_carers):
        return []
    if count > 2:
        raise Refusal(f"patient {patient['id']} needs more than two services that depend on each other")
    low, high = gap or (-1440, 1440)
    pair = {"first": f"{patient['id']}.1", "second": f"{patient['id']}.2", "gap_min": low, "gap_max": high}
    if gap != (0, 0) and not two_carers:
        pair["same_escort_allowed"] = True
    return [pair]


def uhhc_workspace(path, text, objective, two_carers):
    data = json.loads(text)
    if objective != "travel":
        raise Refusal("UHHC instances have no bonus matrix and count no staff: use --objective travel")
    if "cost_components" not in data.get("metadata", {}):
        raise Refusal("no metadata.cost_components: not a UHHC instance (older HHCRSP files must be converted to UHHC first)")
    uncarried = list(uhhc_uncarried(data))
    if uncarried:
        raise Refusal("cost components that ledsaga cannot express: " + "; ".join(uncarried))
    weights = data["metadata"]["cost_components"]
    origin = {
        "file": path.name, "family": "UHHC (Unified Home Healthcare), doi 10.1111/itor.70140", "objective": objective,
        "two_carers": two_carers,
        "licence": "CC BY 4.0, Ceschia, Da Ros, Di Gaspero, Mancini, Maniezzo, Montemanni, Rosati, Schaerf",
    }
    depots = uhhc_depots(data)
    unit = unit_document(
        path.stem, origin, RULES, {"travel_minute": weights["travel_time"]},
        [*depots.values(), *(p["id"] for p in data["patients"])], uhhc_matrix(data),
        [uhhc_client(p, weights) for p in data["patients"]],
        [uhhc_escort(c, depots) for c in data["caregivers"]],
        skills=[s["id"] for s in data["services"]])
    week = week_document(
        [request for p in data["patients"] for request in uhhc_requests(p, data)],
        [pair for p in data["patients"] for pair in uhhc_in_step(p, two_carers)])
    return unit, week


# ---- SMPTSP

def smptsp_data(text):
    """(start, end) of each task, and the tasks that each worker may do."""
    lines = [line for line in (re.sub(r"#.*", "", line).strip() for line in text.splitlines()) if line]
    heads = {line.split("=")[0].strip(): (int(line.split("=")[1]), at) for at, line in enumerate(lines) if "=" in line}
    if heads["Type"][0] != 1:
        raise Refusal(f"Type = {heads['Type'][0]}: only 1, fixed tasks, can be carried over")

    def section(name):
        count, at = heads[name]
        rows = lines[at + 1:at + 1 + count]
        if len(rows) != count or any("=" in row for row in rows):
            raise Refusal(f"{name} = {count}, but there are fewer lines")
        return rows

    tasks = [tuple(int(word) for word in row.split()) for row in section("Jobs")]
    workers = [(int(count), [int(word) for word in listed.split()])
               for count, listed in (row.split(":") for row in section("Qualifications"))]
    for number, (count, able) in enumerate(workers):
        if count != len(set(able)) or not set(able) <= set(range(len(tasks))):
            raise Refusal(f"worker {number} may do {count} tasks, but other tasks are listed")
    return tasks, [set(able) for _, able in workers]


def smptsp_minutes(tasks):
    """The minute of the week for each time that occurs."""
    times = sorted({time for task in tasks for time in task})
    if 0 <= times[0] and times[-1] <= DAYS * DAY and max(end - start for start, end in tasks) <= DAY:
        return {time: time for time in times}
    if len(times) > DAYS * DAY:
        raise Refusal(f"{len(times)} different times are more than a week has minutes")
    return {time: minute for minute, time in enumerate(times)}


def smptsp_request(number, start, end):
    if end - start > DAY:
        raise Refusal(f"task {number} has more than {DAY} different times in it")
    day = datetime.date.fromisoformat(DATE) + datetime.timedelta(start // DAY)
    return {
        "id": f"j{number}", "client": f"c{number}", "activity": "task", "minutes": minutes_long(end - start, f"task {number}"),
        "alternatives": [{"date": day.isoformat(), "at": clock(start % DAY)}],
    }


def smptsp_client(number, workers):
    accepts = [f"w{worker}" for worker, able in enumerate(workers) if number in able]
    if not accepts:
        raise Refusal(f"nobody may do task {number}")
    return {"id": f"c{number}", "name": f"Task {number}", "home": DEPOT, "accepts": accepts}


def smptsp_workspace(path, text, objective, _two_carers):
    if objective != "staff":
        raise Refusal("SMPTSP instances ask for few workers: use --objective staff")
    tasks, workers = smptsp_data(text)
    minute = smptsp_minutes(tasks)
    origin = {
        "file": path.name, "family": "SMPTSP, Krishnamoorthy, Ernst & Baatar 2012", "objective": objective,
        "licence": "none stated; not to be redistributed",
    }
    unit = unit_document(
        path.stem, origin, RULES_SMPTSP, {"escort_used": 1}, [DEPOT], [[0]],
        [smptsp_client(number, workers) for number in range(len(tasks))],
        [escort(f"w{number}", home=DEPOT) for number in range(len(workers))])
    return unit, week_document([smptsp_request(number, minute[start], minute[end]) for number, (start, end) in enumerate(tasks)], [])


# ---- the command

def workspace(path, objective, two_carers=False):
    text = path.read_text(encoding="utf-8")
    if text.lstrip().startswith("{"):
        make = uhhc_workspace
    elif "NO_Visits" in text and "TimeMatrix" in text:
        make = br_workspace
    elif re.search(r"^\s*Qualifications\s*=", text, re.M):
        make = smptsp_workspace
    else:
        raise Refusal("neither Bredstrom-Ronnqvist AMPL data, UHHC JSON nor SMPTSP")
    try:
        return make(path, text, objective, two_carers)
    except (KeyError, IndexError, ValueError, TypeError) as fault:
        raise Refusal(f"malformed instance: {type(fault).__name__} {fault}") from fault


def pretty(value, indent=""):
    """JSON with one line for whatever fits on a line, so that a matrix reads as one."""
    line = json.dumps(value, ensure_ascii=False)
    if len(indent + line) <= 120 or not isinstance(value, (list, dict)) or all(isinstance(v, int) for v in value):
        return line
    deeper = indent + "  "
    if isinstance(value, dict):
        parts = [f"{json.dumps(key)}: {pretty(item, deeper)}" for key, item in value.items()]
    else:
        parts = [pretty(item, deeper) for item in value]
    left, right = "{}" if isinstance(value, dict) else "[]"
    return left + "\n" + ",\n".join(deeper + part for part in parts) + "\n" + indent + right


def write_workspace(outdir, unit, week):
    week_dir = outdir / "weeks" / WEEK
    week_dir.mkdir(parents=True, exist_ok=True)
    (outdir / "unit.json").write_text(pretty(unit) + "\n", encoding="utf-8")
    (week_dir / "week.json").write_text(pretty(week) + "\n", encoding="utf-8")


def main(arguments=None):
    parser = argparse.ArgumentParser(description="Turn a published instance into a ledsaga workspace.")
    parser.add_argument("instance", type=pathlib.Path)
    parser.add_argument("outdir", type=pathlib.Path)
    parser.add_argument("--objective", choices=("travel", "preference", "staff"), default="travel")
    parser.add_argument("--two-carers", action="store_true", help="UHHC: two services of a patient, two caregivers")
    given = parser.parse_args(arguments)
    try:
        write_workspace(given.outdir, *workspace(given.instance, given.objective, given.two_carers))
    except (Refusal, OSError) as fault:
        print(f"convert.py: {given.instance}: {fault}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
