#!/usr/bin/env python3
"""Tests of bench/convert.py and evaluate.py that need no solver.

Two tiny instances, printed the way the published files are, each with a roster worked out by hand. A good roster must be
found feasible and worth what the hand says; each rule is then broken once, and exactly that rule must be named. The
converter's output must keep to models/*.schema.json, and converter and evaluator, which share no code, must have
understood the same: every lawful start minute, way, shift, staff member, link and bonus. The same is asked of the published
instances that are present (bench/instances, LEDSAGA_INSTANCES).

Last line: `N passed, N failed`; exit code 1 when something failed.
"""

import csv
import importlib.util
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import traceback

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
TESTS = []


def load(path):
    spec = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = module  # dataclasses look their module up there
    spec.loader.exec_module(module)
    return module


sys.dont_write_bytecode = True
convert = load(ROOT / "bench" / "convert.py")
evaluate = load(HERE / "evaluate.py")


def test(function):
    TESTS.append(function)
    return function


def equal(found, wanted):
    assert found == wanted, f"found {found!r}, wanted {wanted!r}"


# ---- the tiny instances

# Visits 2 and 3 are twins. Every way differs from its way back, and depot row 0 from column 5, so that a
# transposed matrix or a forgotten depot column shows.
BR = """param NO_Staff = 2

    ;
param NO_Visits = 4

    ;
param T_MAX = 170

    ;
param nModeOfTravel = 1

    ;
param extra_staff_penalty = 99999

    ;
set Visit_Demands[2] := 3;
set Visit_Demands[3] := ; # empty
set Visit_Demands[1] := ; # empty
set Visit_Demands[4] := ; # empty

param :    a     b     :=
0     0   170
1     5    30
2    40    90
3    40    90
4   120   125
5     0   170
;

param Duration [*] :=
 1   20
 2   30
 3   30
 4   15
;

param TimeMatrix [*,*,1]
:     0      1      2      3    :=
0     0     10     20     20
1    11  10000      7      7
2    21      8  10000  10000
3    21      8  10000  10000
4    31      9      5      5
5     0     10     20     20

:     4      5    :=
0    30      0
1     9     12
2     6     22
3     6     22
4 10000     33
5    30      0
;

param BonusMatrix [*,*] (tr)
:       1          2        :=
1    -1.5       2.25
2     0.5      -3
3     0.5      -3
4     4.0000004  -4.125
;
"""

# s1 travels 10 + 7 + 6 + 33, s2 20 + 22.
BR_ROSTER = {"r1": ("s1", 10, 20), "r2": ("s1", 60, 30), "r4": ("s1", 120, 15), "r3": ("s2", 60, 30)}
BR_TRAVEL = 98
BR_PREFERENCE = 4e-07  # -1.5 + 0.5 - 3 + 4.0000004: only exact arithmetic gives exactly this

# The depot is not the first row; a may serve all but s3, b all but s2; b is refused by p1 and not preferred by p4.
UHHC = {
    "metadata": {
        "time_window_met": "at_service_end", "name": "tiny", "origin": "bazirha", "horizon": 1000,
        "cost_components": {"travel_time": 2, "total_tardiness": "HARD", "total_extra_time": "HARD"},
    },
    "distances": [[0, 9, 12, 15, 8], [10, 0, 14, 20, 11], [13, 15, 0, 25, 16], [14, 19, 24, 0, 17], [7, 12, 18, 21, 0]],
    "terminal_points": [{"id": "d1", "distance_matrix_index": 3, "location": [0.0, 0.0]}],
    "caregivers": [
        {"id": "a", "abilities": ["s1", "s2"], "departing_point": "d1", "arrival_point": "d1", "working_shift": {"start": 50, "end": 400}},
        {"id": "b", "abilities": ["s1", "s3"], "departing_point": "d1", "arrival_point": "d1", "working_shift": {"start": 0, "end": 350}},
    ],
    "patients": [
        {"id": "p1", "distance_matrix_index": 0, "required_services": [{"service": "s1", "duration": 20}],
         "time_windows": [{"start": 100.0, "end": 160.0}, {"start": 200.0, "end": 260.0}], "incompatible_caregivers": ["b"]},
        {"id": "p2", "distance_matrix_index": 1, "required_services": [{"service": "s1", "duration": 30}, {"service": "s3", "duration": 10}],
         "time_windows": [{"start": 60.0, "end": 150.0}], "synchronization": {"type": "simultaneous"}},
        {"id": "p3", "distance_matrix_index": 2, "required_services": [{"service": "s2", "duration": 20}, {"service": "s1", "duration": 10}],
         "time_windows": [{"start": 250.0, "end": 360.0}], "synchronization": {"type": "sequential", "distance": {"min": 15, "max": 40}}},
        {"id": "p4", "distance_matrix_index": 4, "required_services": [{"service": "s1"}, {"service": "s2", "duration": 15}],
         "time_windows": [{"start": 150.0, "end": 240.0}], "synchronization": {"type": "independent"}, "preferred_caregivers": ["a"]},
    ],
    "services": [{"id": "s1", "type": "s1", "default_duration": 25}, {"id": "s2", "type": "s2"}, {"id": "s3", "type": "s3"}],
}

# a travels 19 + 10 + 8 + 0 + 18 + 25, b 19 + 14 + 25; a minute of travel weighs 2.
UHHC_ROSTER = {
    "p2.1": ("a", 80, 30), "p1.1": ("a", 125, 20), "p4.1": ("a", 175, 25), "p4.2": ("a", 200, 15), "p3.1": ("a", 260, 20),
    "p2.2": ("b", 80, 10), "p3.2": ("b", 280, 10),
}
UHHC_TRAVEL = 2 * 138

# The published solution of D3 (UHHC, CC BY 4.0, see bench/instances/uhhc/README.md), worth 709.
D3_ROSTER = {
    "p7.1": ("c1", 60, 18), "p10.2": ("c1", 128, 16), "p8.1": ("c1", 240, 18), "p2.2": ("c1", 303, 19),
    "p1.1": ("c2", 62, 17), "p10.1": ("c2", 128, 20), "p5.1": ("c2", 333, 16), "p3.1": ("c2", 373, 20),
    "p2.1": ("c3", 303, 19), "p4.1": ("c3", 375, 18), "p5.2": ("c3", 425, 16), "p9.1": ("c3", 446, 18), "p6.1": ("c3", 482, 17),
}


# ---- helpers

def instance_file(folder, content, name="tiny"):
    path = folder / (name + (".dat" if isinstance(content, str) else ".json"))
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return path


def changed(instance, *steps, to):
    """A copy of a JSON instance with one value replaced."""
    copy = json.loads(json.dumps(instance))
    at = copy
    for step in steps[:-1]:
        at = at[step]
    at[steps[-1]] = to
    return copy


def roster_visits(roster):
    """`roster` maps request -> (staff, start minute, minutes), or holds such rows in a list."""
    rows = [(request, *row) for request, row in roster.items()] if isinstance(roster, dict) else roster
    return [{"request": request, "start": f"2026-11-23T{start // 60:02d}:{start % 60:02d}", "minutes": minutes,
             "escorts": [staff] if isinstance(staff, str) else staff} for request, staff, start, minutes in rows]


def roster_file(folder, roster):
    path = folder / "roster.json"
    path.write_text(json.dumps({"format": "ledsaga-roster", "version": 1, "week": "2026-W48", "visits": roster_visits(roster)}))
    return path


def judgement(content, roster, objective="travel", two_carers=False):
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        instance = evaluate.read_instance(instance_file(folder, content), two_carers)
        return evaluate.judge(instance, evaluate.read_roster(roster_file(folder, roster)), objective)


def broken_rules(content, roster, **how):
    return {fault.split(":")[0] for fault in judgement(content, roster, **how)["faults"]}


def expect_broken(content, good, *cases):
    """Each case: the rules that must be named, no others, after these visits were replaced."""
    for rules, replaced in cases:
        equal((replaced, broken_rules(content, {**good, **replaced})), (replaced, set(rules.split())))


def refusal(content, **how):
    with tempfile.TemporaryDirectory() as folder:
        try:
            convert.workspace(instance_file(pathlib.Path(folder), content), how.get("objective", "travel"))
        except convert.Refusal as fault:
            return str(fault)
    raise AssertionError("was not refused")


def converted(content, objective="travel", two_carers=False):
    with tempfile.TemporaryDirectory() as folder:
        return convert.workspace(instance_file(pathlib.Path(folder), content), objective, two_carers)


def request_of(week, name):
    return next(request for request in week["requests"] if request["id"] == name)


# ---- schemas: the part of JSON Schema that models/ uses; anything else is an error here, never ignored

def schema_named(name, schemas={}):
    if name not in schemas:
        schemas[name] = json.loads((ROOT / "models" / f"{name}.schema.json").read_text(encoding="utf-8"))
    return schemas[name]


def schema_target(reference, root):
    document, pointer = reference.split("#")
    if document:
        root = schema_named(re.fullmatch(r"ledsaga-(\w+)-1", document).group(1))
    at = root
    for step in pointer.strip("/").split("/"):
        at = at[step]
    return at, root


JSON_TYPES = {"object": dict, "array": list, "string": str, "integer": int, "number": (int, float), "boolean": bool}
NOTES = {"$schema", "$id", "$defs", "title", "description", "type"}


def is_type(value, name):
    return isinstance(value, JSON_TYPES[name]) and (name == "boolean" or not isinstance(value, bool))


def schema_faults(value, schema, root, where="$"):
    if "type" in schema and not is_type(value, schema["type"]):
        yield f"{where}: {value!r} is no {schema['type']}"
        return
    for word, rule in schema.items():
        if word not in NOTES:
            yield from SCHEMA_WORDS[word](value, rule, schema, root, where)


def objects(value):
    return value if isinstance(value, dict) else {}


def extra_keys(value, rule, schema, root, where):
    patterns = schema.get("patternProperties", {})
    for key, item in objects(value).items():
        if key in schema.get("properties", {}) or any(re.search(pattern, key) for pattern in patterns):
            continue
        if rule is False:
            yield f"{where}: unknown key {key}"
        else:
            yield from schema_faults(item, rule, root, f"{where}.{key}")


def sub_keys(value, rule, _schema, root, where):
    for key in rule:
        if key in objects(value):
            yield from schema_faults(value[key], rule[key], root, f"{where}.{key}")


def sub_items(value, rule, _schema, root, where):
    for at, item in enumerate(value if isinstance(value, list) else []):
        yield from schema_faults(item, rule, root, f"{where}[{at}]")


def reference(value, rule, _schema, root, where):
    target, target_root = schema_target(rule, root)
    yield from schema_faults(value, target, target_root, where)


def demand(lawful):
    def check(value, rule, _schema, _root, where):
        if not lawful(value, rule):
            yield f"{where}: {value!r} against {rule!r}"
    return check


SCHEMA_WORDS = {
    "required": demand(lambda v, r: set(r) <= set(objects(v)) or not isinstance(v, dict)),
    "enum": demand(lambda v, r: v in r),
    "const": demand(lambda v, r: v == r),
    "pattern": demand(lambda v, r: re.search(r, v) is not None),
    "minimum": demand(lambda v, r: v >= r),
    "maximum": demand(lambda v, r: v <= r),
    "minLength": demand(lambda v, r: len(v) >= r),
    "minItems": demand(lambda v, r: len(v) >= r),
    "maxItems": demand(lambda v, r: len(v) <= r),
    "uniqueItems": demand(lambda v, r: len({json.dumps(item) for item in v}) == len(v)),
    "properties": sub_keys,
    "patternProperties": demand(lambda _v, r: r == {"^x-": True}),
    "additionalProperties": extra_keys,
    "items": sub_items,
    "$ref": reference,
}


def check_schemas(unit, week):
    for document, name in ((unit, "unit"), (week, "week")):
        schema = schema_named(name)
        equal(list(schema_faults(document, schema, schema)), [])


# ---- converter and evaluator must have understood the same

def alternatives_allow(request, minute):
    for choice in request["alternatives"]:
        first, last = (minute_of(choice["at"]),) * 2 if "at" in choice else (minute_of(choice["from"]), minute_of(choice["to"]))
        if first <= minute <= last:
            return True
    return False


def minute_of(clock):
    return int(clock[:2]) * 60 + int(clock[3:])


def lawful_starts(instance, name, minutes):
    """Those minutes at which the evaluator finds nothing wrong with the window."""
    rows = (evaluate.Done(name, minute, instance.visits[name].duration, []) for minute in minutes)
    return [row.start for row in rows if not list(evaluate.inside_window(instance, [row]))]


def agree_on_requests(instance, unit, week):
    clients = {client["id"]: client for client in unit["clients"]}
    places = [place["id"] for place in unit["places"]]
    day = range(max(end for _, end in instance.shifts.values()))
    equal({request["id"] for request in week["requests"]}, set(instance.visits))
    for request in week["requests"]:
        visit, client = instance.visits[request["id"]], clients[request["client"]]
        equal(request["minutes"], visit.duration)
        equal(places.index(client["home"]), visit.place)
        equal([minute for minute in day if alternatives_allow(request, minute)], lawful_starts(instance, request["id"], day))
        skills = set(request.get("needs", {}).get("skills", []))
        equal({e["id"] for e in unit["escorts"] if skills <= set(e.get("skills", []))
               and e["id"] in client.get("accepts", instance.shifts) and e["id"] not in client.get("never", [])}, visit.able)
        if "escort_points" in request:
            equal(request["escort_points"], {staff: int(round(bonus * 10**6)) for staff, bonus in visit.bonus.items()})


def agree_on_frame(instance, unit, week):
    clocks = {e["id"]: (minute_of(e["available"][0]["from"]), minute_of(e["available"][0]["to"])) for e in unit["escorts"]}
    equal(clocks, instance.shifts)
    matrix = unit["travel"]["matrix"]
    ways = [(a, b) for a in range(len(matrix)) for b in range(len(matrix)) if a != b]
    equal([matrix[a][b] for a, b in ways], [instance.leg(a, b) for a, b in ways])
    equal({matrix[a][a] for a in range(len(matrix))}, {0})
    links = {(pair["first"], pair["second"], (pair["gap_min"], pair["gap_max"]), not pair.get("same_escort_allowed", False))
             for pair in week["in_step"]}
    equal(links, {(link.first, link.second, link.gap or (-1440, 1440), link.apart) for link in instance.links})


def check_agreement(path, objective="travel", two_carers=False):
    unit, week = convert.workspace(path, objective, two_carers)
    instance = evaluate.read_instance(path, two_carers)
    check_schemas(unit, week)
    agree_on_requests(instance, unit, week)
    agree_on_frame(instance, unit, week)
    equal(unit["weights"]["travel_minute"], instance.travel_weight if objective == "travel" else 0)
    return unit, week


def check_agreement_of(content, **how):
    with tempfile.TemporaryDirectory() as folder:
        check_agreement(instance_file(pathlib.Path(folder), content), **how)


# ---- tests of the evaluator

@test
def a_good_br_roster_is_feasible_and_worth_its_travel():
    equal(judgement(BR, BR_ROSTER), {"feasible": True, "faults": [], "value": BR_TRAVEL, "value_hours": 5.188})


@test
def a_good_br_roster_is_worth_its_bonus():
    equal(judgement(BR, BR_ROSTER, "preference"), {"feasible": True, "faults": [], "value": BR_PREFERENCE})


@test
def each_br_rule_broken_is_found():
    expect_broken(
        BR, BR_ROSTER,
        ("request", {"r9": ("s1", 140, 5)}),
        ("request", {"p1.1": ("s1", 140, 5)}),
        ("staff", {"r3": ("s7", 60, 30)}),
        ("staff", {"r3": ([], 60, 30)}),
        ("staff", {"r1": (["s1", "s2"], 10, 20)}),
        ("duration", {"r1": ("s1", 10, 19)}),
        ("window", {"r1": ("s1", 31, 20)}),
        ("window", {"r2": ("s1", 39, 30), "r3": ("s2", 39, 30)}),
        ("in-step", {"r3": ("s2", 61, 30)}),
        ("apart travel", {"r3": ("s1", 60, 30)}),
        ("travel", {"r2": ("s1", 85, 30), "r3": ("s2", 85, 30)}),
        ("shift", {"r1": ("s1", 9, 20)}),
        ("shift", {"r4": ("s1", 123, 15)}))


@test
def a_visit_left_out_or_carried_out_twice_is_found():
    equal(broken_rules(BR, {name: row for name, row in BR_ROSTER.items() if name != "r4"}), {"once"})
    equal(broken_rules(BR, [(name, *row) for name, row in BR_ROSTER.items()] + [("r1", "s2", 30, 20)]), {"once"})
    equal(broken_rules(BR, {}), {"once"})


@test
def a_visit_on_another_day_is_outside_its_window():
    with tempfile.TemporaryDirectory() as folder:
        path = roster_file(pathlib.Path(folder), BR_ROSTER)
        path.write_text(path.read_text().replace("2026-11-23T02:00", "2026-11-24T02:00"))
        instance = evaluate.read_instance(instance_file(pathlib.Path(folder), BR))
        faults = evaluate.judge(instance, evaluate.read_roster(path), "travel")["faults"]
        equal({fault.split(":")[0] for fault in faults}, {"window", "shift"})


@test
def a_good_uhhc_roster_is_feasible_and_worth_its_weighted_travel():
    equal(judgement(UHHC, UHHC_ROSTER), {"feasible": True, "faults": [], "value": UHHC_TRAVEL})


@test
def each_uhhc_rule_broken_is_found():
    expect_broken(
        UHHC, UHHC_ROSTER,
        ("duration", {"p4.1": ("a", 175, 20)}),
        ("window", {"p1.1": ("a", 141, 20)}),      # ends after its window, before the next one begins
        ("window", {"p3.1": ("a", 249, 20)}),
        ("ability", {"p3.1": ("b", 260, 20)}),     # does not have it
        ("ability", {"p1.1": ("b", 125, 20)}),     # is refused
        ("ability", {"p4.1": ("b", 175, 25)}),     # is not preferred
        ("in-step", {"p2.2": ("b", 81, 10)}),
        ("in-step", {"p3.2": ("b", 274, 10)}),
        ("in-step", {"p3.2": ("b", 301, 10)}),
        ("apart ability travel", {"p2.2": ("a", 80, 10)}),
        ("travel", {"p1.1": ("a", 119, 20)}),
        ("shift", {"p2.1": ("a", 65, 30), "p2.2": ("b", 65, 10)}),
        ("shift", {"p3.1": ("a", 290, 20), "p3.2": ("b", 320, 10)}))
    equal(broken_rules(UHHC, {name: row for name, row in UHHC_ROSTER.items() if name != "p4.2"}), {"once"})


@test
def a_second_window_serves_as_well():
    later = {"p4.1": ("a", 150, 25), "p4.2": ("a", 175, 15), "p1.1": ("a", 200, 20)}
    equal(judgement(UHHC, {**UHHC_ROSTER, **later})["faults"], [])


@test
def a_window_met_at_service_start_may_be_overrun():
    at_start = changed(UHHC, "metadata", "time_window_met", to="at_service_start")
    equal(broken_rules(at_start, {**UHHC_ROSTER, "p1.1": ("a", 141, 20)}), set())


@test
def two_carers_are_asked_for_only_on_request():
    equal(broken_rules(UHHC, UHHC_ROSTER, two_carers=True), {"apart"})


@test
def evaluator_refuses_costs_it_has_no_rule_for():
    for name, weight in (("total_waiting_time", 1), ("total_waiting_time", "HARD"), ("total_tardiness", 3), ("total_extra_time", None)):
        try:
            judgement(changed(UHHC, "metadata", "cost_components", name, to=weight), UHHC_ROSTER)
        except evaluate.Unjudgeable as fault:
            assert name in str(fault), fault
        else:
            raise AssertionError(f"{name} {weight} was judged")


@test
def evaluator_command_prints_one_line_and_says_it_by_exit_code():
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        path = instance_file(folder, BR)
        for roster, code in ((BR_ROSTER, 0), ({}, 1)):
            done = subprocess.run([sys.executable, HERE / "evaluate.py", path, roster_file(folder, roster)], capture_output=True, text=True)
            equal((done.returncode, done.stdout.count("\n"), json.loads(done.stdout)["feasible"]), (code, 1, code == 0))
        (folder / "roster.json").write_text("{}")
        done = subprocess.run([sys.executable, HERE / "evaluate.py", path, folder / "roster.json"], capture_output=True, text=True)
        equal((done.returncode, done.stdout), (2, ""))


# ---- tests of the converter

@test
def converter_and_evaluator_agree_on_the_tiny_instances():
    check_agreement_of(BR)
    check_agreement_of(BR, objective="preference")
    check_agreement_of(UHHC)
    check_agreement_of(UHHC, two_carers=True)
    check_agreement_of(changed(UHHC, "metadata", "time_window_met", to="at_service_start"))


@test
def br_conversion_is_what_the_hand_writes():
    unit, week = converted(BR)
    equal(unit["travel"]["matrix"], [[0, 10, 20, 20, 30], [12, 0, 7, 7, 9], [22, 8, 0, 10000, 6], [22, 8, 10000, 0, 6], [33, 9, 5, 5, 0]])
    equal(unit["escorts"][1], {
        "id": "s2", "name": "Staff s2", "home": "depot", "engagement": "contractor",
        "available": [{"days": ["mon"], "from": "00:00", "to": "02:50"}]})
    equal(request_of(week, "r4"), {
        "id": "r4", "client": "c4", "activity": "visit", "minutes": 15,
        "alternatives": [{"date": "2026-11-23", "from": "02:00", "to": "02:05"}]})
    equal(week["in_step"], [{"first": "r2", "second": "r3", "gap_min": 0, "gap_max": 0}])
    equal({name for name, points in unit["weights"].items() if points}, {"travel_minute"})
    equal(unit["rules"], {"gap_minutes": 0, "home_legs": 1})


@test
def a_window_of_width_nought_is_a_fixed_start():
    _, week = converted(BR.replace("4   120   125", "4   120   120"))
    equal(request_of(week, "r4")["alternatives"], [{"date": "2026-11-23", "at": "02:00"}])


@test
def a_bonus_is_rounded_to_whole_points_and_travel_is_free_then():
    unit, week = converted(BR, "preference")
    equal(request_of(week, "r4")["escort_points"], {"s1": 4000000, "s2": -4125000})
    equal(unit["weights"]["travel_minute"], 0)


@test
def uhhc_conversion_is_what_the_hand_writes():
    unit, week = converted(UHHC)
    equal(unit["travel"]["matrix"], [[0, 14, 19, 24, 17], [15, 0, 9, 12, 8], [20, 10, 0, 14, 11], [25, 13, 15, 0, 16], [21, 7, 12, 18, 0]])
    equal(unit["weights"]["travel_minute"], 2)
    equal(unit["skills"], ["s1", "s2", "s3"])
    equal(unit["clients"][0], {"id": "p1", "name": "Patient p1", "home": "p1", "never": ["b"]})
    equal(unit["clients"][3]["accepts"], ["a"])
    equal(request_of(week, "p1.1"), {
        "id": "p1.1", "client": "p1", "activity": "s1", "minutes": 20, "needs": {"skills": ["s1"]},
        "alternatives": [{"date": "2026-11-23", "from": "01:40", "to": "02:20"}, {"date": "2026-11-23", "from": "03:20", "to": "04:00"}]})
    equal(week["in_step"], [
        {"first": "p2.1", "second": "p2.2", "gap_min": 0, "gap_max": 0},
        {"first": "p3.1", "second": "p3.2", "gap_min": 15, "gap_max": 40, "same_escort_allowed": True}])


@test
def a_window_too_short_for_the_service_is_left_out():
    windows = [{"start": 100, "end": 119}, {"start": 200, "end": 260}]
    _, week = converted(changed(UHHC, "patients", 0, "time_windows", to=windows))
    equal(len(request_of(week, "p1.1")["alternatives"]), 1)
    assert "fits none" in refusal(changed(UHHC, "patients", 0, "time_windows", to=windows[:1]))


@test
def a_start_is_judged_by_the_last_window_that_has_begun():
    for end_of_second in (200, 160):  # 160 is too short for the service: nothing may start from 150 on
        windows = [{"start": 100, "end": 300}, {"start": 150, "end": end_of_second}]
        check_agreement_of(changed(UHHC, "patients", 0, "time_windows", to=windows))


@test
def every_cost_that_ledsaga_cannot_express_is_refused_by_name():
    for name, weight in (("total_waiting_time", 1), ("max_idle_time", 35), ("workload_balance", "HARD"), ("total_tardiness", 3),
                         ("total_extra_time", None), ("travel_time", 0), ("optional_patients", 0), ("caregiver_preferences", 12),
                         ("qualification", 5), ("missed_lunch_break", 70)):
        message = refusal(changed(UHHC, "metadata", "cost_components", name, to=weight))
        assert f"{name} ({weight})" in message, message
    for name in ("total_waiting_time", "caregiver_preferences", "missed_lunch_break"):
        converted(changed(UHHC, "metadata", "cost_components", name, to=0))


@test
def what_else_cannot_be_carried_over_is_refused():
    assert "missed_lunch_break" in refusal(changed(UHHC, "caregivers", 0, "lunch_break", to=True))
    assert "terminal points" in refusal(changed(UHHC, "caregivers", 0, "arrival_point", to="d2"))
    assert "whole minutes" in refusal(changed(UHHC, "distances", 0, 1, to=9.5))
    assert "working_shift" in refusal(changed(UHHC, "caregivers", 0, "working_shift", to=None))
    assert "1441" in refusal(changed(UHHC, "caregivers", 0, "working_shift", "end", to=1441))
    assert "bonus matrix" in refusal(UHHC, objective="preference")
    assert "cost_components" in refusal({"patients": []})
    assert "malformed" in refusal(changed(UHHC, "patients", 0, "required_services", to=[{}]))
    assert "malformed" in refusal(BR.replace(" 4   15\n", ""))
    assert "incomplete row" in refusal(BR.replace("5    30      0\n", "5    30\n"))
    assert "never" in refusal(BR.replace("4   120   125", "4   125   120"))
    assert "nModeOfTravel" in refusal(BR.replace("nModeOfTravel = 1", "nModeOfTravel = 2"))
    assert "neither" in refusal("BEGIN:VCALENDAR")


@test
def converter_command_writes_a_workspace_that_names_its_origin():
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        command = [sys.executable, ROOT / "bench" / "convert.py", instance_file(folder, BR), folder / "out"]
        equal(subprocess.run(command).returncode, 0)
        unit = json.loads((folder / "out" / "unit.json").read_text())
        week = json.loads((folder / "out" / "weeks" / "2026-W48" / "week.json").read_text())
        equal((unit, week), converted(BR))
        equal(sorted(unit["x-instance"]), ["family", "file", "licence", "objective"])
        (folder / "tiny.dat").write_text("nothing")
        done = subprocess.run(command, capture_output=True, text=True)
        equal((done.returncode, done.stderr.count("\n")), (2, 1))


@test
def the_schema_check_itself_finds_faults():
    _, week = converted(BR)
    schema, good = schema_named("week"), request_of(week, "r4")
    for key, value in (("minutes", "15"), ("minutes", 0), ("minutes", True), ("colour", "red"), ("id", "r 1"), ("alternatives", []),
                       ("priority", "high"), ("wishes", ["s1", "s1"]), ("needs", {"sex": "X"})):
        week["requests"] = [{**good, key: value}]
        equal((key, value, len(list(schema_faults(week, schema, schema)))), (key, value, 1))


# ---- tests on published instances

def published_folders(name):
    own = os.environ.get("LEDSAGA_INSTANCES")
    found = [place / name for place in [ROOT / "bench" / "instances"] + ([pathlib.Path(own)] if own else [])]
    return [place for place in found if (place / "best-known.csv").is_file()]


def rows(folder):
    with (folder / "best-known.csv").open(newline="", encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


@test
def published_br_instances_are_read_as_their_table_says():
    folders = published_folders("bredstrom-ronnqvist")
    if not folders:
        print("Bredstrom-Ronnqvist skipped: instances not present (authors' AMPL data, kept at github.com/sohaibafifi/routing)")
    for folder in folders:
        for row in rows(folder):
            unit, week = check_agreement(folder / row["file"])
            check_agreement(folder / row["file"], "preference")
            counts = (len(week["requests"]), len(week["in_step"]), len(unit["escorts"]), minute_of(unit["escorts"][0]["available"][0]["to"]))
            equal(counts, tuple(int(row[column]) for column in ("visits", "sync_pairs", "staff", "T_MAX")))


@test
def published_uhhc_instances_are_read_as_their_table_says():
    for folder in published_folders("uhhc"):
        for row in rows(folder):
            path = folder / f"{row['instance']}.json"
            if not row["family"].startswith("converted-bazirha"):
                assert "total_waiting_time" in refusal(json.loads(path.read_text())), path
                continue
            unit, week = check_agreement(path)
            check_agreement(path, two_carers=True)
            counts = (len(unit["clients"]), len(week["requests"]), len(unit["escorts"]))
            equal(counts, tuple(int(row[column]) for column in ("patients", "visits", "caregivers")))


@test
def the_published_solution_of_d3_is_feasible_and_worth_what_is_published():
    instance = json.loads((ROOT / "bench" / "instances" / "uhhc" / "D3.json").read_text())
    equal(judgement(instance, D3_ROSTER, two_carers=True), {"feasible": True, "faults": [], "value": 709})
    one_carer = {**D3_ROSTER, "p5.1": ("c2", 334, 16), "p5.2": ("c2", 350, 16), "p3.1": ("c2", 390, 20),
                 "p6.1": ("c3", 412, 17), "p9.1": ("c3", 447, 18)}
    equal(judgement(instance, one_carer), {"feasible": True, "faults": [], "value": 677})
    equal(broken_rules(instance, one_carer, two_carers=True), {"apart"})


def main():
    failed = 0
    for function in TESTS:
        try:
            function()
        except Exception:
            failed += 1
            print(f"FAILED {function.__name__.replace('_', ' ')}\n{traceback.format_exc()}")
    print(f"{len(TESTS) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
