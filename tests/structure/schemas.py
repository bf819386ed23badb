#!/usr/bin/env python3
"""Every workspace in tests/cases, each one named on the command line and every
profile are as models/*.schema.json say; those are schemas themselves, and allow the
keys that the readers know, no more and no fewer."""
import json
import re
import sys
from pathlib import Path

from jsonschema import Draft202012Validator

ROOT = Path(__file__).resolve().parents[2]
KINDS = ("unit", "week", "roster", "profile", "told", "imported", "sources", "import-map", "events")
READERS = {
    "unit": ["unit_*.c", "calendar_settings.c"],
    "week": ["week_*.c"],
    "roster": ["roster_json.c", "certificate_json.c", "cases_json.c", "prices_json.[ch]"],
    "profile": ["profiles.c"],
    "told": ["told_json.c"],
    "imported": ["import_record.c"],
    "sources": ["import_sources.c"],
    "import-map": ["import_map.c"],
    "events": ["event.c"],
}


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
    for profile in sorted((workspace / "profiles").glob("*.json")):
        yield "profile", profile
    if (workspace / "sources.json").exists():
        yield "sources", workspace / "sources.json"
    for week in sorted((workspace / "weeks").iterdir()):
        yield "week", week / "week.json"
        for kind in ("roster", "told", "imported"):
            if (week / f"{kind}.json").exists():
                yield kind, week / f"{kind}.json"


def keys_of_schema(part):
    """What each kind of object in the schema may hold, as a set of sets."""
    found = set()
    if isinstance(part, dict):
        if part.get("type") == "object" and "properties" in part:
            found.add(frozenset(part["properties"]))
        part = list(part.values())
    if isinstance(part, list):
        for inner in part:
            found |= keys_of_schema(inner)
    return found


def keys_of_reader(kind):
    """The same of the reader: its lists of keys that are given to a cursor. Keys that
    several lists have in common have a name."""
    text = "".join(
        path.read_text("utf-8")
        for pattern in READERS[kind]
        for path in (ROOT / "src" / "adapters").rglob(pattern)
    )
    shared = dict(re.findall(r'#define (\w+) ("[^\n]*)', text))
    lists = re.findall(r"\*const \w*KEYS\[\] = \{([^}]*)\}", text)
    return {
        frozenset(re.findall(r'"([^"]*)"', re.sub(r"\b[A-Z_]+\b", lambda name: shared.get(name[0], name[0]), keys)))
        for keys in lists
    }


def keys_apart():
    """How many objects are known to a schema or its reader alone."""
    faults = 0
    for kind in KINDS:
        schema = json.loads((ROOT / "models" / f"{kind}.schema.json").read_text("utf-8"))
        known = keys_of_schema(schema), keys_of_reader(kind)
        for keys in known[0] ^ known[1]:
            faults += 1
            where = "schema" if keys in known[0] else "reader"
            print(f"{kind}: only the {where} has an object of {', '.join(sorted(keys))}")
    return faults


def main():
    check = validators()
    workspaces = [f.parent for f in sorted(ROOT.glob("tests/cases/*/unit.json"))]
    workspaces += [Path(name) for name in sys.argv[1:]]
    files = [file for workspace in workspaces for file in documents(workspace)]
    files += [("profile", f) for f in sorted(ROOT.glob("models/profiles/*.json"))]
    files += [("import-map", ROOT / "models" / "import-map.json")]
    faults, seen = keys_apart(), len(files)
    for kind, path in files:
        document = json.loads(path.read_text("utf-8"))
        for error in check[kind].iter_errors(document):
            faults += 1
            print(f"{path}: {error.json_path}: {error.message}")
    print(f"{seen} documents of {len(workspaces)} workspaces, {faults} faults")
    return 1 if faults or not seen else 0


if __name__ == "__main__":
    sys.exit(main())
