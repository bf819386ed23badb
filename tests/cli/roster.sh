# What happens to a roster between two solves, and what check says of one.
names() { python3 -c 'import json, sys; print(*sorted(v["request"] + "=" + v["uid"] for v in json.load(open(sys.argv[1]))["visits"]), sep="\n")' "$1"; }

cp -r ../tiny again
names again/$roster >before
ledsaga solve again --seed 99 >/dev/null
check 'visits keep their names in calendars when the week is solved again' cmp before <(names again/$roster)

cp -r ../tiny same
rm same/$roster
ledsaga solve same >/dev/null
check 'the same input and seed give the same bytes' cmp ../tiny/$roster same/$roster
ledsaga new village --preset village --week $week --quiet
ledsaga solve village --seed 5 >/dev/null
cp village/$roster first.json
rm village/$roster
ledsaga solve village --seed 5 >/dev/null
check 'also in a village' cmp first.json village/$roster

cp -r ../tiny withdrawn
python3 - withdrawn/weeks/$week/week.json <<'END'
import json, sys
week = json.load(open(sys.argv[1]))
gone = week["requests"].pop()["id"]
for key in ("in_step", "pins"):
    week[key] = [row for row in week.get(key, []) if gone not in row.values()]
json.dump(week, open(sys.argv[1], "w"))
END
check 'a withdrawn request does not stop the next solve' says 'no longer fit' ledsaga solve withdrawn
check 'and the other visits keep their names' [ -z "$(names withdrawn/$roster | grep -vxFf before)" ]
check 'a broken roster is not overwritten' bash -c '
    cp -r ../tiny broken && echo "{" >broken/'$roster' && ! ledsaga solve broken 2>/dev/null && [ "$(cat broken/'$roster')" = "{" ]'

# By hand: the escort of one visit is sent to all of them, at one time.
cp -r ../tiny edited
python3 - edited/$roster <<'END'
import json, sys
roster = json.load(open(sys.argv[1]))
for visit in roster["visits"][1:]:
    visit["start"] = roster["visits"][0]["start"]
    visit["escorts"] = roster["visits"][0]["escorts"]
json.dump(roster, open(sys.argv[1], "w"))
END
check 'a roster edited into breach has exit code 1' ends_with 1 ledsaga check edited
check 'its breaches are counted' says 'breaches of hard rules' ledsaga check edited
check 'who is double-booked is named' says overlap ledsaga check edited
check 'as JSON too' bash -c 'ledsaga check edited --json | python3 -c "import json, sys; sys.exit(json.load(sys.stdin)[\"verdict\"][\"lawful\"])"'
check 'its stated value is contradicted' says 'not true of these visits' ledsaga check edited

cp -r ../tiny untrue
sed -i 's/"bound": [0-9]*/"bound": 999999/' untrue/$roster
check 'a bound above the value is contradicted' ends_with 1 ledsaga check untrue

cp -r ../tiny changed
sed -i 's/"name": "rest", "value"/&/; 0,/"weights": {/s//"weights": {"travel_minute": 2, /' changed/unit.json
grep -q '"weights"' changed/unit.json || sed -i '0,/"places"/s//"weights": {"travel_minute": 2}, "places"/' changed/unit.json
check 'a bound for other input is said to prove nothing' says 'prove nothing here' ledsaga check changed

cp -r ../tiny silent
python3 - silent/$roster <<'END'
import json, sys
roster = json.load(open(sys.argv[1]))
json.dump({key: roster[key] for key in ("format", "version", "week", "visits")}, open(sys.argv[1], "w"))
END
check 'a roster that states nothing of itself is judged all the same' says 'states no tiers' ledsaga check silent

check 'a roster can be begun from' ends_with 0 ledsaga solve again --from ../tiny/$roster
check 'a solve leaves one line in the journal' [ "$(wc -l <../tiny/journal.jsonl)" -eq 2 ]
for format in html csv xlsx ics jcal pages text week-ics mathprog mps; do
    check "$format is written and its place told" bash -c "test -e \"\$(ledsaga export again --format $format | head -n 1)\""
done
check 'tier 2 is exported with the value of tier 1' ends_with 0 ledsaga export again --format mps --tier 2
check 'a page goes where it is told' bash -c 'ledsaga export again --format html --out some/where/page.html && test -s some/where/page.html'

# A better roster that is there stays: a short search against one that ended at once.
ledsaga new kept --preset halmstad --week $week --quiet
visits_of() { python3 -c 'import json, sys; print(json.load(open(sys.argv[1]))["visits"])' "$1"; }
at_once() { ledsaga solve kept --effort 1 --no-prove --seed 3 "$@"; }
at_once --quiet
cp kept/$roster worse.json
check 'a better roster replaces a worse one' bash -c 'ledsaga solve kept --effort 3000000 --no-prove --quiet && ! cmp -s worse.json kept/'$roster
cp kept/$roster better.json
check 'a worse one does not replace it' says 'is better (rights' at_once
check 'which keeps its bytes' cmp better.json kept/$roster
at_once --json >json 2>said
ledsaga show kept --json >shown
check 'with --json it is said on stderr' grep -q 'was kept; --force' said
check 'and the JSON is of the one that was kept' cmp <(visits_of json) <(visits_of shown)
at_once --force --quiet
check '--force replaces it' bash -c '! cmp -s better.json kept/'$roster
sed -i 's/"start": "2026-11-2/"start": "2026-11-1/' kept/$roster
check 'one that breaks rules does not stay' bash -c 'ledsaga solve kept --effort 1 --no-prove --quiet && ledsaga check kept >/dev/null'

# Where an export may go.
for format in html mathprog mps; do
    check "$format can go to standard output" bash -c "
        ledsaga export again --format $format --out there.$format >/dev/null && ledsaga export again --format $format --out - | cmp there.$format"
done
check 'calendars cannot' ends_with 2 ledsaga export again --format ics --out -
check 'no file is called -' [ ! -e - ]
touch page.html && ln -s page.html link.html
ledsaga export again --format html --out link.html --quiet
check 'a symbolic link stays' [ -L link.html ]
check 'and its file is written' test -s page.html
mkfifo pipe
for format in html mps; do
    timeout 20 cat pipe >taken &
    timeout 20 "$LEDSAGA" export again --format $format --out pipe --quiet
    wait $!
    check "$format is written into a FIFO" cmp taken there.$format
    check 'which stays one' [ -p pipe ]
done

# A week that is changed while its roster is made: the lock holds solve up before it writes.
cp -r "$work/tiny" meanwhile
changed_meanwhile() {
    ( exec 9<meanwhile && flock 9
      ledsaga solve meanwhile --force --quiet 9<&- &
      sleep 4
      sed -i 's/"minutes": 180/"minutes": 170/' meanwhile/weeks/$week/week.json
      flock -u 9
      wait $! )
}
before=$(cksum <meanwhile/$roster)
check 'a roster of a week that was changed meanwhile is not written, and it is said' \
    says 'the week was changed while' ends_with 10 changed_meanwhile
check 'the one that is there stays' [ "$before" = "$(cksum <meanwhile/$roster)" ]
