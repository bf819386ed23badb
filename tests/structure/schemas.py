#!/usr/bin/env python3
"""Every workspace in tests/cases, and each one named on the command line, is as
models/*.schema.json say; and those are schemas themselves."""
import json
import sys
from pathlib import Path

from jsonschema import Draft202012Validator

ROOT = Path(__file__).resolve().parents[2]
KINDS = ("unit", "week", "roster")


def validators():
    """One validator a kind. The schemas refer to each other by $id, so each is
    looked at as part of a bundle of them all."""
    schemas = {}
    for kind in KINDS:
        text = (ROOT / "models" / f"{kind}.schema.json").read_text("utf-8")
        schemas[kind] = json.loads(text)
        Draft202012Validator.check_schema(schemas[kind])
    return {
        kind: Draft202012Validator(
            {"$id": "ledsaga-bundle", "$defs": schemas, "$ref": schemas[kind]["$id"]}
        )
        for kind in KINDS
    }


def documents(workspace):
    yield "unit", workspace / "unit.json"
    for week in sorted((workspace / "weeks").iterdir()):
        yield "week", week / "week.json"
        if (week / "roster.json").exists():
            yield "roster", week / "roster.json"


def main():
    check = validators()
    workspaces = [f.parent for f in sorted(ROOT.glob("tests/cases/*/unit.json"))]
    workspaces += [Path(name) for name in sys.argv[1:]]
    faults = seen = 0
    for workspace in workspaces:
        for kind, path in documents(workspace):
            seen += 1
            document = json.loads(path.read_text("utf-8"))
            for error in check[kind].iter_errors(document):
                faults += 1
                print(f"{path}: {error.json_path}: {error.message}")
    print(f"{seen} documents of {len(workspaces)} workspaces, {faults} faults")
    return 1 if faults or not seen else 0


if __name__ == "__main__":
    sys.exit(main())
