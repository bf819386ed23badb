# What a roster's file states of itself is as true after publishing as before, though what
# was published is part of the input from then on.
ledsaga new w --preset village --week $week --quiet
ledsaga solve w --quiet
ledsaga check w >before.txt
check 'a roster is proved before it is published' grep -q 'at least' before.txt
cp w/weeks/$week/roster.json before.roster && cp w/weeks/$week/week.json before.week
publish() { ledsaga publish w --to pub --links "$1" --quiet; }
publish links.csv
cp -r w published
ledsaga check w >after.txt
check 'and its file states the same once it was published' diff before.txt after.txt

python3 - <<'END'
import json
week = json.load(open("w/weeks/2026-W48/week.json"))
visit = week["published"]["visits"][0]
week.setdefault("absences", []).append(
    {"escort": visit["escorts"][0], "from": "2026-11-23T00:00", "to": "2026-11-29T23:00"})
json.dump(week, open("w/weeks/2026-W48/week.json", "w"), indent=1)
END
ledsaga solve w --quiet
changes() { ledsaga check w | grep -q '^  change '; }
check 'what was made anew costs for what it changes' changes
publish more.csv
unchanged() { ! changes; }
check 'what was published again costs for no change' unchanged
proved() { ledsaga check w >again.txt && grep -q '0.0 %' again.txt; }
check 'and its certificate still proves what the file states' proved

# Killed between the two files of the week. What is too large to be written ends a run, and
# here only the roster is, for it has a long note.
cp -r published half && cp before.week half/weeks/$week/week.json
python3 - <<'END'
import json
roster = json.load(open("before.roster"))
roster["x-note"] = "x" * 30000
json.dump(roster, open("half/weeks/2026-W48/roster.json", "w"), indent=1)
END
publish_half() { ledsaga publish half --to pub --quiet --links half.csv; }
cut_short() { (ulimit -f 20; ! publish_half); }
check 'a run ends while it writes the roster' cut_short
rm -f half/weeks/$week/.*.[0-9]*-[0-9]*
publish_half
proved_half() { ledsaga check half >half.txt && diff before.txt half.txt; }
check 'and the next one loses no proof' proved_half
