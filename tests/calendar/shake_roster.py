"""shake_roster.py DIR SEED: moves half of the visits of each roster to the night of the
week's Sunday, where the clocks may change, and gives them other lengths. What comes out
is hardly lawful; calendars must tell it all the same."""
import datetime
import json
import random
import sys
from pathlib import Path
from zoneinfo import ZoneInfo

ZONE, UTC = ZoneInfo("Europe/Stockholm"), datetime.timezone.utc
chance = random.Random(int(sys.argv[2]))
for path in sorted(Path(sys.argv[1]).glob("weeks/*/roster.json")):
    roster = json.loads(path.read_text("utf-8"))
    year, week = int(roster["week"][:4]), int(roster["week"][6:])
    evening = datetime.datetime.combine(datetime.date.fromisocalendar(year, week, 6), datetime.time(20), ZONE)
    for visit in roster["visits"]:
        if "session" in visit or chance.random() < 0.5:
            continue
        start = evening.astimezone(UTC) + datetime.timedelta(minutes=15 * chance.randrange(40))
        visit["start"] = start.astimezone(ZONE).isoformat(timespec="minutes")
        visit["minutes"] = 15 * chance.randrange(1, 60)
    path.write_text(json.dumps(roster, ensure_ascii=False, indent=1), "utf-8")
