#!/usr/bin/env python3
"""compare.py EXPECTED JSON: what of the program's JSON is not as expected."""
import json
import sys

# Lines about what `report` says; all others are about the roster. `breaches` is both.
ABOUT_REPORT = {"cost", "unsocial", "ledger"}


def roster_lines(sheet):
    """The lines that the roster's JSON would be expected by."""
    if "outcome" in sheet:
        yield ["outcome", sheet["outcome"]]
    for tier in sheet["tiers"]:
        yield [tier["name"], *(str(tier[key]) for key in ("value", "bound") if key in tier)]
    verdict = sheet["verdict"]
    yield ["breaches", str(len(verdict["breaches"]))]
    for rule, points in verdict["points"].items():
        yield ["points", rule, str(points)]
    for warning in verdict["warnings"]:
        yield ["warning", warning["rule"], str(warning["amount"])]
    for visit in sheet["visits"]:
        escorts = sorted(escort["id"] for escort in visit["escorts"])
        yield ["visit", visit["request"], visit["start"], str(visit["minutes"]), *escorts]
    for request in sheet["unserved"]:
        yield ["unserved", request["request"], request["reason"]]


def report_lines(report):
    """The same of a report."""
    yield ["breaches", str(report["legality"]["breaches"])]
    cost = report["cost"]["average"]
    for part, ore in cost["parts_ore"].items():
        if ore:
            yield ["cost", part, str(ore)]
    yield ["cost", "total", str(cost["total_ore"])]
    for unsocial, minutes in report["cost"]["minutes"]["employees_visits"].items():
        if minutes and unsocial != "none":
            yield ["unsocial", unsocial, str(minutes)]
    for row in report["ledger"]:
        minutes = [row[f"{key}_minutes"] for key in ("granted", "carried", "delivered", "planned", "left")]
        yield ["ledger", row["client"], row["decision"], row["from"], *map(str, minutes)]


with open(sys.argv[2]) as file:
    told = json.load(file)
of_report = told["format"] == "ledsaga-report"
found = list(report_lines(told) if of_report else roster_lines(told))
with open(sys.argv[1]) as file:
    expected = [line.split() for line in file if line.strip() and not line.startswith(("week ", "report "))]
expected = [line for line in expected if line[0] == "breaches" or (line[0] in ABOUT_REPORT) == of_report]

kinds = {line[0] for line in expected}
any_visits = kinds.isdisjoint({"visit", "unserved"})
rules = {line[1] for line in expected if line[0] == "points"}
if any_visits:
    found = [line for line in found if line[0] not in ("visit", "unserved")]
found = [line for line in found if line[0] not in ABOUT_REPORT or line[0] in kinds]
found = [line for line in found if line[0] != "points" or line[1] in rules]
for line in sorted(expected):
    if line not in found:
        print("expected: ", *line)
for line in sorted(found):
    if line not in expected:
        print("found:    ", *line)
sys.exit(sorted(expected) != sorted(found))
