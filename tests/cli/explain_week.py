#!/usr/bin/env python3
"""A whole week explained: is every visit that nobody serves explained, the document as its schema says, and each client's
version free of other clients and of what is nobody's business?

    explain_week.py WORKSPACE EFFORT [LANGUAGE...]

EFFORT is what may be spent on each roster that is made for a client. Of each client with a visit the version in words and the
one as JSON are searched for every other client's name and id, every other client's request, and every word and code of health,
needs and papers that the unit and the week know of.
"""
import json
import pathlib
import re
import subprocess
import sys

from jsonschema import Draft202012Validator

# Keys of the unit's and the week's files whose codes are nobody's business.
PRIVATE = ("skills", "allergies", "exposes", "tasks", "needs", "prefers", "language", "languages", "delegations", "clearances")
WORDS = ("allerg", "sick", "sjuk", "diagnos", "disab", "funktions", "medic", "epilep", "insulin", "blind", "deaf", "döv", "delegat",
         "dele", "register", "skyddad", "protected identit", "pälsdjur", "skill", "kompetens", "rest of", "vila")


def explain(folder, *words, **more):
    return subprocess.run(["ledsaga", "explain", folder, *words], capture_output=True, check=True, text=True, **more).stdout


def codes_in(part, private=False):
    if isinstance(part, dict):
        return {c for key, inner in part.items() for c in codes_in(inner, private or key in PRIVATE)}
    if isinstance(part, list):
        return {c for inner in part for c in codes_in(inner, private)}
    return {part} if private and isinstance(part, str) else set()


def whole(word):
    return re.compile(r"(?<!\w)" + re.escape(word) + r"(?!\w)")


class Week:
    def __init__(self, folder):
        self.folder = folder
        self.unit = json.loads(pathlib.Path(folder, "unit.json").read_text("utf-8"))
        week = next(pathlib.Path(folder, "weeks").iterdir())
        self.requests = json.loads((week / "week.json").read_text("utf-8"))["requests"]
        self.escorts = {e["name"] for e in self.unit["escorts"]} | {e["id"] for e in self.unit["escorts"]}
        # Codes of three capitals or more: "so" and a date are words of other kinds.
        codes = codes_in(self.unit) | codes_in(self.requests)
        self.codes = {c for c in codes if re.fullmatch(r"[A-ZÅÄÖ][A-ZÅÄÖ0-9_]{2,}", c)}

    def clients(self):
        asked = {r["client"] for r in self.requests}
        return [c for c in self.unit["clients"] if c["id"] in asked]

    def forbidden(self, client):
        own = {r["id"] for r in self.requests if r["client"] == client["id"]} | {client["id"], client["name"]}
        others = {word for c in self.unit["clients"] for word in (c["id"], c["name"])} | {r["id"] for r in self.requests}
        return [whole(w) for w in others - own - self.escorts] + [whole(c) for c in self.codes]


def leaks(week, client, effort, languages, validator):
    forbidden, found = week.forbidden(client), []
    activities = {r["activity"] for r in week.requests if r["client"] == client["id"]}
    for language in languages:
        for form in ([], ["--json"]):
            text = explain(week.folder, client["id"], "--for-client", "--lang", language, "--effort", effort, *form)
            found += [(client["id"], p.pattern) for p in forbidden if p.search(text)]
            if form:
                found += [(client["id"], e.json_path) for e in validator.iter_errors(json.loads(text))]
            plain = text
            for activity in activities:
                plain = plain.replace(activity, "")
            found += [(client["id"], w) for w in WORDS if re.search(r"\b" + w, plain, re.IGNORECASE)]
    return found


def main():
    folder, effort, *languages = sys.argv[1:]
    week = Week(folder)
    schema = json.loads(subprocess.run(["ledsaga", "schema", "explain"], capture_output=True, check=True).stdout)
    Draft202012Validator.check_schema(schema)
    validator, faults = Draft202012Validator(schema), []
    documents = [explain(folder, "--unserved", "--json"), explain(folder, "--unserved", "--json", "--facts"),
                 explain(folder, week.unit["escorts"][0]["id"], "--json"),
                 explain(folder, *[c["id"] for c in week.clients()], "--json", "--effort", effort)]
    for text in documents:
        faults += [f"{e.json_path}: {e.message[:200]}" for e in validator.iter_errors(json.loads(text))]
    all_unserved = json.loads(documents[0])
    if all_unserved["unserved"] and all_unserved["explained_share"] != 1:
        faults.append("not explained: " + ", ".join(r["request"] for r in all_unserved["requests"] if not r["explained"]))
    for client in week.clients():
        faults += [f"{who} reads {what}" for who, what in leaks(week, client, effort, languages or ["en", "sv"], validator)]
    print(*faults[:20], sep="\n")
    print(f"{len(week.clients())} clients, {all_unserved['unserved']} unserved, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
