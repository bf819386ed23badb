# Something happens in a week that is out: from the event to the telephones concerned, and
# to no other.
cp -r "$work/village" v
ledsaga publish v --to web --week $week --links links.csv --quiet
ledsaga publish v --to web --week 2026-W49 --quiet
address() { echo "web/$(token links.csv "$1").ics"; }
keep() { rm -rf "$1" && cp -r web "$1"; }
sequences() { # of the visits of this week in somebody's calendar: UID SEQUENCE STATUS START
    python3 - "$1" <<'END'
import sys
from icalendar import Calendar
for e in Calendar.from_ical(open(sys.argv[1], "rb").read()).walk("VEVENT"):
    if e.decoded("DTSTART").strftime("%G-W%V") == "2026-W48" and not e["UID"].startswith("escort-"): # not who comes for the first time
        print(e["UID"], int(e.get("SEQUENCE", 0)), e.get("STATUS", "CONFIRMED"), e.decoded("DTSTART").isoformat())
END
}
told_anew() { python3 -c 'import json; print(*sorted(p["id"] for p in json.load(open("answer.json"))["people"]))'; }
others_same() { # FOLDER: what was there before. Pages say of which hour they are, for everybody.
    local id file concerned=" $(told_anew) "
    for id in $(python3 -c 'import json; u = json.load(open("v/unit.json")); print(*(p["id"] for k in ("clients", "escorts") for p in u[k]))'); do
        [[ $concerned == *" $id "* ]] && continue
        cmp "$(address "$id")" "$1/$(token links.csv "$id").ics" || return
        for file in "$(token links.csv "$id")"{,-$week,-2026-W49}.{html,txt}; do
            [ ! -e "$1/$file" ] && [ ! -e "web/$file" ] && continue
            diff <(grep -v 'This page was made on' "$1/$file") <(grep -v 'This page was made on' "web/$file") || return
        done
    done
}
# What the answer says of each person is what their calendar says, before and now.
as_answered() { python3 - "$1" web links.csv <<'END'
import csv, json, sys
from datetime import datetime
from pathlib import Path
from icalendar import Calendar
tokens = {row[1]: row[3].removesuffix(".html") for row in csv.reader(open(sys.argv[3]), delimiter=";")}
def visits(folder, person):
    events = Calendar.from_ical(Path(folder, tokens[person] + ".ics").read_bytes()).walk("VEVENT")
    return {str(e["UID"]): (e.decoded("DTSTART"), str(e.get("STATUS", "CONFIRMED")), int(e.get("SEQUENCE", 0)))
            for e in events if not e["UID"].startswith("escort-")}
for person in json.load(open("answer.json"))["people"]:
    before, now = visits(sys.argv[1], person["id"]), visits(sys.argv[2], person["id"])
    raised = {uid for uid, (_, _, n) in now.items() if uid in before and n == before[uid][2] + 1}
    new = set(now) - set(before)
    assert all(now[uid] == before[uid] for uid in set(now) & set(before) - raised), person["id"]
    assert set(before) <= set(now), "a visit vanished without being cancelled"
    changes = person["changes"]
    assert len(changes) == len(raised) + len(new), (person["id"], len(changes), raised, new)
    starts = lambda key: sorted(datetime.fromisoformat(c[key]["start"]).timestamp() for c in changes if c[key])
    assert starts("now") == sorted(now[uid][0].timestamp() for uid in raised | new if now[uid][1] != "CANCELLED"), person["id"]
    assert starts("before") == sorted(before[uid][0].timestamp() for uid in raised if before[uid][1] != "CANCELLED"), person["id"]
END
}

sick=$(python3 -c '
import collections, json
visits = [v for v in json.load(open("v/weeks/2026-W48/roster.json"))["visits"] if len(v["escorts"]) == 1]
print(collections.Counter(v["escorts"][0] for v in visits).most_common(1)[0][0])')
keep web-0
check 'a rehearsal leaves the calendars alone' bash -c "ledsaga replan v sick=$sick@2026-11-24..2026-11-29 --week $week --dry-run --quiet &&
    ledsaga publish v --to web --week $week --quiet && diff -r web web-0"
ledsaga replan v sick=$sick@2026-11-24..2026-11-29 --week $week --json >answer.json
check 'the sick escort is told, and somebody else' test "$(told_anew | wc -w)" -gt 1
check 'who must accept is rung before the client who waits for it' python3 -c '
import json
people = [p["id"] for p in json.load(open("answer.json"))["people"]]
waiting = [p for p in json.load(open("answer.json"))["people"] if "once_accepted_by" in p]
assert waiting and all(people.index(p["once_accepted_by"]) < people.index(p["id"]) for p in waiting), waiting'
check 'until it is published, the calendars are as they were' diff -r web web-0
check 'it is published' ledsaga publish v --to web --week $week --quiet
check "nobody else's files change a byte" others_same web-0
check 'calendars say what the answer said' as_answered web-0
gone() { sequences "$(address "$sick")" >now.txt; grep -q ' 1 CANCELLED 2026-11-2[4-9]' now.txt && ! grep -q ' CONFIRMED 2026-11-2[4-9]' now.txt; }
check 'from the day of the sickness on, the visits of the sick are cancelled, SEQUENCE raised' gone
check 'the journal has the events and how many were told' bash -c 'tail -n 2 v/journal.jsonl | head -n 1 |
    python3 -c "import json, sys; line = json.loads(sys.stdin.read()); assert line[\"change\"] == \"replan\" and line[\"events\"] == [\"sick='$sick'@2026-11-24..2026-11-29\"] and line[\"people_told\"] > 0, line"'
check 'the roster is lawful and what was published is what it is' bash -c "ledsaga check v --week $week >/dev/null && ledsaga publish v --to web --week $week --dry-run | grep -q ' 0 new, 0 moved, 0 cancelled'"

keep web-1
check 'it is taken back, though it was published' bash -c "ledsaga undo v --week $week --json >answer.json"
check 'and the old times are published' ledsaga publish v --to web --week $week --quiet
check "still nobody else's files change" others_same web-1
check 'calendars say what taking back said' as_answered web-1
old_times() { # all but the numbers, which went on
    local id
    for id in $(told_anew); do
        diff <(sequences "web-0/$(token links.csv "$id").ics" | grep -v CANCELLED | cut -d' ' -f1,4 | sort) \
            <(sequences "$(address "$id")" | grep -v CANCELLED | cut -d' ' -f1,4 | sort) || return
    done
    sequences "$(address "$sick")" | grep -q ' 2 CONFIRMED'
}
check 'with SEQUENCE raised once more' old_times
check 'the journal has that too' bash -c 'grep -c "\"change\":\"undo\"" v/journal.jsonl | grep -qx 1'
