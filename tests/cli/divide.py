"""Every third client accepts every third escort only: a unit that falls into parts.
  divide.py UNIT_JSON"""
import json
import sys


def main(path):
    unit = json.load(open(path))
    escorts = [e["id"] for e in unit["escorts"]]
    for i, c in enumerate(unit["clients"]):
        c["accepts"] = escorts[i % 3::3]
        c["wishes"] = [e for e in c.get("wishes", []) if e in c["accepts"]]
        for named in ("primary", "deputy"):
            c.pop(named, None)
    with open(path, "w") as file:
        json.dump(unit, file)


main(*sys.argv[1:])
