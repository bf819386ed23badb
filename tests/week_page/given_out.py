#!/usr/bin/env python3
"""Makes a workspace's week one that was given out otherwise than its roster is now: of the
visits every tenth half an hour earlier, every seventh with another escort, every
thirteenth not at all, and the first request that is not served.
    given_out.py DIR WEEK"""
import json
import sys
from datetime import datetime, timedelta


def main():
    folder, name = sys.argv[1:]
    path = f"{folder}/weeks/{name}/week.json"
    week = json.load(open(path, encoding="utf-8"))
    roster = json.load(open(f"{folder}/weeks/{name}/roster.json", encoding="utf-8"))
    escorts = [e["id"] for e in json.load(open(f"{folder}/unit.json", encoding="utf-8"))["escorts"]]
    visits = []
    for number, visit in enumerate(roster["visits"], start=1):
        told = {key: visit[key] for key in ("request", "start", "minutes", "escorts")}
        if number % 10 == 0:
            earlier = datetime.fromisoformat(told["start"]) - timedelta(minutes=30)
            told["start"] = earlier.isoformat(timespec="minutes")
        if number % 7 == 0:
            told["escorts"] = [next(e for e in escorts if e not in told["escorts"])]
        if number % 13 != 0:
            visits.append(told)
    for unserved in roster["unserved"][:1]:
        visits.append({**visits[0], "request": unserved["request"]})
    week["published"] = {"on": week["today"], "visits": visits}
    json.dump(week, open(path, "w", encoding="utf-8"), ensure_ascii=False)


if __name__ == "__main__":
    main()
