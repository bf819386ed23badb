#!/usr/bin/env python3
"""Moves visits of a roster by some minutes: FILE N MINUTES; N "all" = every visit."""
import json
import sys
from datetime import datetime, timedelta

path, which, minutes = sys.argv[1], sys.argv[2], int(sys.argv[3])
with open(path, encoding="utf-8") as file:
    roster = json.load(file)
for i, visit in enumerate(roster["visits"]):
    if which in ("all", str(i)):
        start = datetime.fromisoformat(visit["start"][:16]) + timedelta(minutes=minutes)
        visit["start"] = start.isoformat(timespec="minutes")
with open(path, "w", encoding="utf-8") as file:
    json.dump(roster, file, ensure_ascii=False, indent=1)
