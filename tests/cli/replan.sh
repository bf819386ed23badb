# What happens in a week that was given out.
cp -r ../tiny t
where=t/weeks/$week
ledsaga export t --format ics --quiet
sums() { (cd "$1" && find . -type f ! -path '*/undo/*' ! -path '*/out/*' -exec md5sum {} + | sort -k 2); }
told() { python3 -c "
import json, sys
people = {p['id']: p['appointments'] for p in json.load(open('$where/told.json'))['people']}
sys.exit(not ($1))"; }
answer() { # a condition on the JSON answer, then the command
    local condition=$1; shift
    "$@" --json >answer.json || return
    python3 -c "import json, sys; o = json.load(open('answer.json')); sys.exit(not ($condition))" || { head -c 2000 answer.json; return 1; }
}
planned() { python3 -c "
import json, sys
for v in json.load(open(sys.argv[1]))['visits']:
    if v['request'] == sys.argv[2]: print(v['start'][:16], *v['escorts'])" "$where/roster.json" "$1"; }
sums t >before
cp -r t as-told
back() { rm -rf t && cp -r as-told t; }
first=$(planned r48-001) escort=${first#* }

check 'a rehearsal tells what would be' says 'Nothing was written' ledsaga replan t sick=$escort@2026-11-23..2026-11-29 --dry-run
check 'and writes nothing' diff before <(sums t)
check 'a sick escort loses every visit' answer 'not any(k["id"] == "'$escort'" and c["now"] for k in o["people"] for c in k["changes"])' \
    ledsaga replan t sick=$escort@2026-11-23..2026-11-29
check 'the roster is lawful' ends_with 0 ledsaga check t
check 'the absence is in the week' grep -q '"reason": "sick"' $where/week.json
check 'nobody is told of it by the sick one' python3 -c 'import json; assert all(p["knows"] for p in json.load(open("answer.json"))["people"] if p["id"] == "'$escort'")'
check 'the fewest changes are proved' python3 -c 'import json; o = json.load(open("answer.json")); assert o["changes"]["proved"] and o["rights"]["proved"] and not o["as_delivered"]'
check 'the visit is cancelled in the calendar of the sick escort, which has counted' told "any(a.get('cancelled') and a['sequence'] == 1 for a in people['$escort'])"
ledsaga export t --format ics --quiet
check 'the calendars say so: SEQUENCE and CANCELLED' grep -lq 'STATUS:CANCELLED' -r $where/out
check 'the journal has the events and how many were told' grep -q '"events":\["sick='$escort $'t/journal.jsonl'
check 'the week is published as it is now' python3 -c '
import json
week, roster = (json.load(open("'$where'/" + name)) for name in ("week.json", "roster.json"))
told = {v["request"]: (v["start"], v["escorts"]) for v in week["published"]["visits"]}
assert told == {v["request"]: (v["start"], v["escorts"]) for v in roster["visits"]}'
check 'planning anew changes nothing more' answer 'o["people_told"] == 0' ledsaga replan t sick=$escort@2026-11-23..2026-11-29
check 'the last is taken back' says "Taken back: 'replan', change 002" ledsaga undo t
check 'and the one before' says 'change 001' ledsaga undo t
check 'all but what people were told is as it was' diff <(grep -v 'told\|journal' before) <(sums t | grep -v 'told\|journal')
check 'what they were told has counted on' told "any(a['sequence'] == 2 and not a.get('cancelled') for a in people['$escort'])"
check 'then there is nothing to take back' says 'nothing to take back' ledsaga undo t

back
check 'a cancelled visit falls out' answer 'o["now"]["requests"] == o["before"]["requests"] - 1' ledsaga replan t cancel=r48-001
check 'its client knows, its escort is told' python3 -c '
import json
people = json.load(open("answer.json"))["people"]
assert [p["knows"] for p in people if p["kind"] == "client"] == [True]
assert [p["knows"] for p in people if p["kind"] == "escort"] == [False]'
check 'the request is gone from the week' [ "$(grep -c r48-001 $where/week.json)" = 0 ]

back
check 'nobody came: the escort knows' answer '[p["knows"] for p in o["people"] if p["kind"] == "escort"] == [True]' ledsaga replan t noshow=r48-001
back
check 'a visit is moved' ends_with 0 ledsaga replan t move=r48-004@2026-11-28T10:00 --quiet
check 'and is where it was moved to' [ "$(planned r48-004 | cut -c 1-16)" = 2026-11-28T10:00 ]
back
client=$(python3 -c 'import json; print(next(r["client"] for r in json.load(open("'$where'/week.json"))["requests"] if r["id"] == "r48-001"))')
check 'who is not wanted comes no more' answer 'o["rights"]["proved"]' ledsaga replan t veto=$client:$escort
check 'which the unit says from now on' grep -q '"never": \["'$escort'"' t/unit.json
check 'somebody else comes, or nobody' [ "$(planned r48-001)" != "$first" ]
check 'taking it back is for the unit too' bash -c "ledsaga undo t -q && cmp t/unit.json as-told/unit.json"
back
echo '{"id": "new-1", "client": "c001", "activity": "Fika", "minutes": 60, "alternatives": [{"date": "2026-11-26", "at": "14:00"}]}' >new.json
check 'a new request is served' answer 'o["now"]["served"] == o["before"]["served"] + 1' ledsaga replan t new=new.json
check 'at the time it asks for' [ "$(planned new-1 | cut -c 1-16)" = 2026-11-26T14:00 ]
back
cat >monday.json <<END
{"format": "ledsaga-events", "version": 1, "events": [
  {"sick": "$escort", "from": "2026-11-24", "to": "2026-11-24"}, {"cancel": "r48-004"},
  {"new": {"id": "new-1", "client": "c001", "activity": "Fika", "minutes": 60, "alternatives": [{"date": "2026-11-26", "at": "14:00"}]}}]}
END
check 'several events stand in a file' answer 'len(o["events"]) == 3' ledsaga replan t monday.json
check 'the file is as its schema says' python3 -c '
import json, subprocess
from jsonschema import Draft202012Validator
schema = json.loads(subprocess.run(["ledsaga", "schema", "events"], capture_output=True, check=True).stdout)
Draft202012Validator(schema).validate(json.load(open("monday.json")))'

# In the middle of the week.
back
begun=${first% *}
at=$(python3 -c "import datetime; print((datetime.datetime.fromisoformat('$begun') + datetime.timedelta(minutes=30)).isoformat()[:16])")
check 'what has begun stays, though its escort goes' says 'see to it that somebody takes over' ledsaga replan t leaves=$escort@$at --at $at --width 200
check 'as it was' [ "$(planned r48-001)" = "$first" ]
check 'and is lawful' ends_with 0 ledsaga check t
check 'what has begun is not moved' says 'has begun' ledsaga replan t move=r48-001@2026-11-28T10:00
check 'time does not go back' says 'already further' ledsaga replan t cancel=r48-004 --at 2026-11-23T00:00
check 'by hand, its escort is not replaced' bash -c "python3 - t/$roster <<'END'
import json, sys
roster = json.load(open(sys.argv[1]))
for v in roster['visits']:
    if v['request'] == 'r48-001': v['start'] = v['start'][:14] + '45' + v['start'][16:]
json.dump(roster, open(sys.argv[1], 'w'))
END
    ledsaga check t; [ \$? = 1 ]"
back
before_it=$(python3 -c "import datetime; print((datetime.datetime.fromisoformat('$begun') - datetime.timedelta(minutes=30)).isoformat()[:16])")
ledsaga replan t cancel=r48-004 --at $before_it --freeze 60 --quiet
check 'what begins within the freeze is kept by the week' grep -q '"freeze_minutes": 60' $where/week.json
check 'unless its escort is away' bash -c "ledsaga replan t sick=$escort --at $before_it --freeze 60 --quiet"
check 'then somebody else comes, or nobody' [ "$(planned r48-001)" != "$first" ]

back
check 'an escort who is not there is refused, with the one who may be meant' says 'no escort' ledsaga replan t sick=nobody
check 'an event that is none is refused' says "Did you mean 'cancel='?" ledsaga replan t cancl=r48-001
check 'no event at all too' ends_with 2 ledsaga replan t
check 'a file that is not there too' ends_with 3 ledsaga replan t nothing.json
check 'a request that the week cannot have is told as of the week' bash -c 'echo "{\"id\": \"n\", \"client\": \"nobody\", \"activity\": \"x\", \"minutes\": 5, \"alternatives\": []}" >bad.json; ledsaga replan t new=bad.json; [ $? = 5 ]'
check 'none of these changed anything' diff <(sums as-told) <(sums t)

check 'killed 40 times, the files are all old or all new' python3 "$here/tests/cli/kill_replan.py" as-told 40 sick=$escort@2026-11-23..2026-11-29 veto=$client:$escort
check 'another run at the same time is refused' bash -c 'exec 9<t/weeks/'$week' && flock 9 && ledsaga undo t; [ $? = 10 ]'
