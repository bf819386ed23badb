#!/usr/bin/env python3
"""Scenarios that came with the program and those of a folder, results of runs, a
comparison and a frontier are as their schemas say; and the schema of scenarios has every operation and key
that the program has, no more and no fewer."""
import json
import re
import sys
from pathlib import Path

from jsonschema import Draft202012Validator


def validator(root, name):
    schema = json.loads((root / "models" / f"{name}.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def operations_of_program(root):
    text = (root / "src/adapters/whatif/scenario_operations.c").read_text("utf-8")
    keys = {}
    for name, body in re.findall(r"operation_key (\w+)_KEYS\[\] = \{(.*?)END\};", text, re.S):
        keys[name] = set(re.findall(r'\("(\w+)"', body)) | {"op"}
    return keys


def main():
    root, own, results, comparison, frontier = map(Path, sys.argv[1:])
    scenario = validator(root, "scenario")
    files = [(scenario, f) for f in sorted((root / "models/scenarios").glob("*.json"))]
    files += [(scenario, f) for f in sorted(own.glob("*.json"))]
    files += [(validator(root, "run"), f) for f in sorted(results.glob("*.json"))]
    files += [(validator(root, "whatif"), comparison), (validator(root, "frontier"), frontier)]
    faults = 0
    for check, path in files:
        for error in check.iter_errors(json.loads(path.read_text("utf-8"))):
            faults += 1
            print(f"{path}: {error.json_path}: {error.message[:200]}")
    known = {name: set(part["properties"]) for name, part in scenario.schema["$defs"].items() if name != "assumptions"}
    for name in known.keys() | operations_of_program(root).keys():
        if known.get(name) != operations_of_program(root).get(name):
            faults += 1
            print(f"{name}: the schema has {known.get(name)}, the program {operations_of_program(root).get(name)}")
    print(f"{len(files)} documents, {faults} faults")
    return 1 if faults or len(files) < 20 else 0


if __name__ == "__main__":
    sys.exit(main())
