#!/usr/bin/env python3
"""Takes a client, or all but one, out of a unit and its weeks: DIR ID|all. The order of
keys stays; prints who left."""
import json
import sys
from pathlib import Path

folder, who = Path(sys.argv[1]), sys.argv[2]


def edit(path, change):
    document = json.loads(path.read_text("utf-8"))
    change(document)
    path.write_text(json.dumps(document, ensure_ascii=False, indent=1), "utf-8")


unit = json.loads((folder / "unit.json").read_text("utf-8"))
clients = [c["id"] for c in unit["clients"]]
gone = set(clients[1:] if who == "all" else [who])
for week in (folder / "weeks").iterdir():
    requests = json.loads((week / "week.json").read_text("utf-8"))["requests"]
    dropped = {r["id"] for r in requests if r["client"] in gone}

    def leave_week(w):
        w["requests"] = [r for r in w["requests"] if r["id"] not in dropped]
        w.pop("published", None)
        w.pop("in_step", None)

    def leave_roster(r):
        for key in ("visits", "unserved"):
            r[key] = [v for v in r[key] if v["request"] not in dropped]
        r.pop("certificate", None)

    edit(week / "week.json", leave_week)
    edit(week / "roster.json", leave_roster)


def leave_unit(u):
    u["clients"] = [c for c in u["clients"] if c["id"] not in gone]
    for client in u["clients"]:
        client.pop("shares", None)
    for escort in u["escorts"]:
        escort.pop("delegations", None)


edit(folder / "unit.json", leave_unit)
print(",".join(sorted(gone)))
