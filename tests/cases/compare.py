#!/usr/bin/env python3
"""compare.py EXPECTED JSON: what of the program's JSON is not as expected."""
import json
import sys


def told(sheet):
    """The lines that the program's JSON would be expected by."""
    yield ["outcome", sheet.get("outcome", "none")]
    for tier in sheet.get("tiers", []):
        yield [tier["name"], str(tier["value"]), str(tier["bound"])]
    yield ["breaches", str(len(sheet["verdict"]["breaches"]))]
    for visit in sheet["visits"]:
        escorts = sorted(escort["id"] for escort in visit["escorts"])
        yield ["visit", visit["request"], visit["start"], str(visit["minutes"]), *escorts]
    for request in sheet["unserved"]:
        yield ["unserved", request["request"], request["reason"]]


with open(sys.argv[1]) as file:
    expected = [line.split() for line in file if line.strip() and not line.startswith("week ")]
with open(sys.argv[2]) as file:
    found = list(told(json.load(file)))
# Without a line of visits any visits will do.
if not any(line[0] in ("visit", "unserved") for line in expected):
    found = [line for line in found if line[0] not in ("visit", "unserved")]
for line in sorted(expected):
    if line not in found:
        print("expected: ", *line)
for line in sorted(found):
    if line not in expected:
        print("found:    ", *line)
sys.exit(sorted(expected) != sorted(found))
