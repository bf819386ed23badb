#!/usr/bin/env python3
"""Tests of bench/convert.py and evaluate.py that need no solver.

Three tiny instances, printed the way the published files are, each with a roster worked out by hand. A good roster must be
found feasible and worth what the hand says; each rule is then broken once, and exactly that rule must be named. The
converter's output must keep to models/*.schema.json, and converter and evaluator, which share no code, must have
understood the same: every lawful start minute, way, shift, staff member, link and bonus. The same is asked of the published
instances that are present (bench/instances, LEDSAGA_INSTANCES).

Last line: `N passed, N failed`; exit code 1 when something failed.
"""

import csv
import datetime
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
SCHEMAS = load(ROOT / "tests" / "structure" / "schemas.py").validators()


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


# Task 1 begins when task 0 ends; 2 runs through both. Worker 0 may do 0 and 1, worker 1 may do 1 and 2, worker 2 all.
SMPTSP = """# a comment, 12
Type = 1
Jobs = 3
 600  660
 660  720
 610  700
Qualifications = 3
 2:   1   0
 2:   1   2
 3:   0   2   1
"""
SMPTSP_ROSTER = {"j0": ("w0", 600, 60), "j1": ("w0", 660, 60), "j2": ("w2", 610, 90)}


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


def objective_of(content):
    return "staff" if "Qualifications" in content else "travel"


def refusal(content, **how):
    with tempfile.TemporaryDirectory() as folder:
        try:
            convert.workspace(instance_file(pathlib.Path(folder), content), how.get("objective", objective_of(content)))
        except convert.Refusal as fault:
            return str(fault)
    raise AssertionError("was not refused")


def converted(content, objective="travel", two_carers=False):
    with tempfile.TemporaryDirectory() as folder:
        return convert.workspace(instance_file(pathlib.Path(folder), content), objective, two_carers)


def request_of(week, name):
    return next(request for request in week["requests"] if request["id"] == name)


# ---- schemas

def check_schemas(unit, week):
    for document, name in ((unit, "unit"), (week, "week")):
        equal([f"{fault.json_path}: {fault.message}" for fault in SCHEMAS[name].iter_errors(document)], [])


# ---- converter and evaluator must have understood the same

def starts_allowed(request):
    """Minutes of the week."""
    for choice in request["alternatives"]:
        first, last = (minute_of(choice["at"]),) * 2 if "at" in choice else (minute_of(choice["from"]), minute_of(choice["to"]))
        midnight = (datetime.date.fromisoformat(choice["date"]) - datetime.date(2026, 11, 23)).days * 1440
        yield from range(midnight + first, midnight + last + 1)


def minute_of(clock):
    return int(clock[:2]) * 60 + int(clock[3:])


ALWAYS = (0, 7 * 1440)


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
        equal(sorted(minute for minute in set(starts_allowed(request)) if minute in day), lawful_starts(instance, request["id"], day))
        skills = set(request.get("needs", {}).get("skills", []))
        equal({e["id"] for e in unit["escorts"] if skills <= set(e.get("skills", []))
               and e["id"] in client.get("accepts", instance.shifts) and e["id"] not in client.get("never", [])}, visit.able)
        if not visit.bonus:
            equal(request.get("escort_points", {}), visit.price)
        elif "escort_points" in request:
            equal(request["escort_points"], {staff: int(round(bonus * 10**6)) for staff, bonus in visit.bonus.items()})


def agree_on_frame(instance, unit, week):
    clocks = {e["id"]: (minute_of(e["available"][0]["from"]), minute_of(e["available"][0]["to"])) if "available" in e else ALWAYS
              for e in unit["escorts"]}
    equal(clocks, instance.shifts)
    places = [place["id"] for place in unit["places"]]
    equal({e["id"]: places.index(e["home"]) for e in unit["escorts"]}, instance.depots)
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
    equal(unit["weights"]["escort_used"], 1 if objective == "staff" else 0)
    return unit, week


def check_agreement_of(content, **how):
    with tempfile.TemporaryDirectory() as folder:
        check_agreement(instance_file(pathlib.Path(folder), content), **how)


# With a client who may be left out and a caregiver who has a break.
ALL_KINDS = changed(changed(UHHC, "patients", 2, "optional", to=True), "caregivers", 0, "lunch_break", to=True)


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


@test
def a_service_by_a_caregiver_who_is_not_preferred_is_paid_for():
    priced = changed(UHHC, "metadata", "cost_components", "caregiver_preferences", to=9)
    swapped = {**UHHC_ROSTER, "p4.1": ("b", 175, 25)}
    equal(judgement(priced, UHHC_ROSTER), {"feasible": True, "faults": [], "value": UHHC_TRAVEL})
    by_way = 2 * (11 + 18 - 14)  # a is at p4 for the other service all the same
    equal(judgement(priced, swapped), {"feasible": True, "faults": [], "value": UHHC_TRAVEL + by_way + 9})


@test
def routes_may_begin_and_end_at_several_terminal_points():
    # b leaves from p2's own place and ends at p4's: 0 to p2, 14 on to p3, 16 to the end.
    points = [*UHHC["terminal_points"], *({"id": name, "distance_matrix_index": row, "location": [0, 0]} for name, row in (("d2", 1), ("d3", 4)))]
    several = changed(changed(changed(UHHC, "terminal_points", to=points), "caregivers", 1, "departing_point", to="d2"),
                      "caregivers", 1, "arrival_point", to="d3")
    equal(judgement(several, UHHC_ROSTER), {"feasible": True, "faults": [], "value": 2 * (80 + 0 + 14 + 16)})
    early = {"p2.1": ("a", 70, 30), "p2.2": ("b", 70, 10)}
    equal(broken_rules(several, {**UHHC_ROSTER, **early}), set())
    late = changed(several, "caregivers", 1, "working_shift", "end", to=305)
    equal(broken_rules(late, UHHC_ROSTER), {"shift"})


@test
def a_good_smptsp_roster_is_feasible_and_worth_its_staff():
    equal(judgement(SMPTSP, SMPTSP_ROSTER, "staff"), {"feasible": True, "faults": [], "value": 2})
    three = {**SMPTSP_ROSTER, "j1": ("w1", 660, 60)}
    equal(judgement(SMPTSP, three, "staff"), {"feasible": True, "faults": [], "value": 3})


@test
def each_smptsp_rule_broken_is_found():
    expect_broken(
        SMPTSP, SMPTSP_ROSTER,
        ("request", {"j3": ("w0", 0, 5)}),
        ("staff", {"j2": ("w3", 610, 90)}),
        ("ability", {"j2": ("w0", 610, 90), "j0": ("w2", 600, 60), "j1": ("w2", 660, 60)}),
        ("window", {"j1": ("w0", 661, 60)}),
        ("duration", {"j2": ("w2", 610, 89)}),
        ("travel", {"j1": ("w2", 660, 60)}))
    equal(broken_rules(SMPTSP, {name: row for name, row in SMPTSP_ROSTER.items() if name != "j2"}), {"once"})


# ---- tests of the converter

@test
def converter_and_evaluator_agree_on_the_tiny_instances():
    check_agreement_of(BR)
    check_agreement_of(BR, objective="preference")
    check_agreement_of(UHHC)
    check_agreement_of(UHHC, two_carers=True)
    check_agreement_of(changed(UHHC, "metadata", "time_window_met", to="at_service_start"))
    check_agreement_of(changed(UHHC, "metadata", "cost_components", "caregiver_preferences", to=9))
    check_agreement_of(SMPTSP, objective="staff")


@test
def several_terminal_points_are_several_depots():
    points = [*UHHC["terminal_points"], {"id": "d2", "distance_matrix_index": 1, "location": [0, 0]}]
    several = changed(changed(UHHC, "terminal_points", to=points), "caregivers", 1, "arrival_point", to="d2")
    check_agreement_of(several)
    unit, _ = converted(several)
    equal([place["id"] for place in unit["places"]][:3], ["depot.1", "depot.2", "p1"])
    equal([row[:3] for row in unit["travel"]["matrix"][:3]], [[0, 19, 14], [0, 0, 14], [15, 9, 0]])


@test
def smptsp_conversion_is_what_the_hand_writes():
    unit, week = converted(SMPTSP, "staff")
    equal(unit["clients"][1], {"id": "c1", "name": "Task 1", "home": "depot", "accepts": ["w0", "w1", "w2"]})
    equal(unit["escorts"][2], {"id": "w2", "name": "Staff w2", "home": "depot", "engagement": "contractor", "day_anchor": "00:00"})
    equal(request_of(week, "j2"), {"id": "j2", "client": "c2", "activity": "task", "minutes": 90,
                                   "alternatives": [{"date": "2026-11-23", "at": "10:10"}]})
    equal({name for name, points in unit["weights"].items() if points}, {"escort_used"})


@test
def a_long_timeline_goes_on_through_the_week_and_beyond_it_only_the_order_stays():
    over_midnight = SMPTSP.replace("660  720", "4260  4320").replace("610  700", "4280 4400")
    check_agreement_of(over_midnight, objective="staff")
    _, week = converted(over_midnight, "staff")
    equal(request_of(week, "j1")["alternatives"], [{"date": "2026-11-25", "at": "23:00"}])
    for far in (SMPTSP.replace("660  720", "660  72000"), SMPTSP.replace("600  660", "-5  660")):
        check_agreement_of(far, objective="staff")
        _, week = converted(far, "staff")
        equal([(request["minutes"], request["alternatives"][0]["at"]) for request in week["requests"]],
              [(2, "00:00"), (2, "00:02"), (2, "00:01")])
        ranked = {"j0": ("w0", 0, 2), "j1": ("w0", 2, 2), "j2": ("w2", 1, 2)}
        equal(judgement(far, ranked, "staff"), {"feasible": True, "faults": [], "value": 2})
        equal(broken_rules(far, {**ranked, "j1": ("w2", 2, 2)}), {"travel"})


@test
def br_conversion_is_what_the_hand_writes():
    unit, week = converted(BR)
    equal(unit["travel"]["matrix"], [[0, 10, 20, 20, 30], [12, 0, 7, 7, 9], [22, 8, 0, 10000, 6], [22, 8, 10000, 0, 6], [33, 9, 5, 5, 0]])
    equal(unit["escorts"][1], {
        "id": "s2", "name": "Staff s2", "home": "depot", "engagement": "contractor", "day_anchor": "00:00",
        "available": [{"days": ["mon"], "from": "00:00", "to": "02:50"}]})
    equal(request_of(week, "r4"), {
        "id": "r4", "client": "c4", "activity": "visit", "minutes": 15,
        "alternatives": [{"date": "2026-11-23", "from": "02:00", "to": "02:05"}]})
    equal(week["in_step"], [{"first": "r2", "second": "r3", "gap_min": 0, "gap_max": 0}])
    equal({name for name, points in unit["weights"].items() if points}, {"travel_minute"})
    equal(unit["rules"], {"gap_minutes": 0, "home_legs": 1, "contractor_occasion_minutes": 1440})


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
                         ("total_extra_time", None), ("travel_time", 0), ("optional_patients", 0), ("caregiver_preferences", 1.5),
                         ("incompabilities", 4), ("qualification", 5), ("missed_lunch_break", 70)):
        message = refusal(changed(ALL_KINDS, "metadata", "cost_components", name, to=weight))
        assert f"{name} ({weight})" in message, message
    for name in ("total_waiting_time", "caregiver_preferences", "incompabilities"):
        converted(changed(UHHC, "metadata", "cost_components", name, to=0))


@test
def the_price_of_what_the_data_do_not_have_does_not_matter():
    for name in ("optional_patients", "missed_lunch_break"):
        priced = changed(UHHC, "metadata", "cost_components", name, to=70)
        converted(priced)
        equal(judgement(priced, UHHC_ROSTER)["value"], UHHC_TRAVEL)


@test
def what_else_cannot_be_carried_over_is_refused():
    assert "missed_lunch_break" in refusal(changed(UHHC, "caregivers", 0, "lunch_break", to=True))
    assert "malformed" in refusal(changed(UHHC, "caregivers", 0, "arrival_point", to="d2"))
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
    assert "few workers" in refusal(SMPTSP, objective="travel")
    assert "travel or preference" in refusal(BR, objective="staff")
    assert "Type = 2" in refusal(SMPTSP.replace("Type = 1", "Type = 2"))
    assert "Jobs = 4" in refusal(SMPTSP.replace("Jobs = 3", "Jobs = 4"))
    assert "Qualifications = 4" in refusal(SMPTSP.replace("ons = 3", "ons = 4"))
    assert "worker 0" in refusal(SMPTSP.replace("1   0", "1   3"))
    assert "worker 0" in refusal(SMPTSP.replace("1   0", "1   1"))
    assert "nobody may do task 0" in refusal(SMPTSP.replace("2:   1   0", "1:   1").replace("3:   0", "2:    "))
    assert "lasts 0" in refusal(SMPTSP.replace("600  660", "600  600"))


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
def published_smptsp_instances_are_read_as_their_table_says():
    folders = published_folders("smptsp")
    if not folders:
        print("SMPTSP skipped: instances not present (kept at github.com/vale1410/SMPTSP)")
    for folder in folders:
        for row in rows(folder):
            path, large = folder / f"{row['instance']}.dat", int(row["tasks"]) > 250
            unit, week = convert.workspace(path, "staff") if large else check_agreement(path, "staff")
            equal((len(week["requests"]), len(unit["escorts"])), (int(row["tasks"]), int(row["workers"])))
            equal(most_at_once(week), int(row["max_overlap"]))


def most_at_once(week):
    starts = {request["id"]: next(starts_allowed(request)) for request in week["requests"]}
    spans = [(starts[request["id"]], starts[request["id"]] + request["minutes"]) for request in week["requests"]]
    return max(sum(start <= minute < end for start, end in spans) for minute, _ in spans)


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
