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
    "$@" --json >answer.json && as_schema replan answer.json || return
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
check 'said again, nothing changes' answer 'o["people_told"] == 0 and not o["written"]' ledsaga replan t sick=$escort@2026-11-23..2026-11-29
check 'and nothing more can be taken back' [ ! -e $where/undo/002 ]
check 'a rehearsal of taking it back tells what would be' says "Would be taken back: 'replan', change 001 of the week: sick=$escort@" ledsaga undo t --dry-run
check 'it is taken back' says "Taken back: 'replan', change 001 of the week: sick=$escort@" ledsaga undo t
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
check 'before a visit begins nobody can have stayed away' says 'has not begun' ledsaga replan t noshow=r48-001
check 'nobody is told that the client did not come' answer 'o["people_told"] == 0 and o["written"]' ledsaga replan t noshow=r48-001 --at "${first% *}"
check 'the visit stays as worked' [ "$(planned r48-001)" = "$first" ]
check 'the week and the journal know' bash -c "grep -q x-noshow $where/week.json && grep -q 'noshow=r48-001' t/journal.jsonl"
check 'what has begun is not cancelled' says 'has begun and cannot be cancelled' ledsaga replan t cancel=r48-001 --at "$(python3 -c "import datetime; print((datetime.datetime.fromisoformat('${first% *}') + datetime.timedelta(minutes=1)).isoformat()[:16])")"
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

# What has begun since cannot be taken back.
back
ledsaga replan t sick=$escort@${begun%T*} --quiet
check 'a change is taken back before it shows' says 'Would be taken back' ledsaga undo t --at $before_it --dry-run
check 'but not once a visit has begun that would become another' says 'has begun meanwhile that would become another' ledsaga undo t --at $at
check 'nor a day later' ends_with 10 ledsaga undo t --at 2026-11-29T00:00 --quiet

# Before the week.
back
ledsaga replan t cancel=r48-004 --at 2026-11-20T12:00 --quiet
check 'before the week the day is what counts' bash -c "grep -q '\"today\": \"2026-11-20\"' $where/week.json && ! grep -q '\"now\"' $where/week.json"
back
ledsaga replan t sick=$escort@2026-11-23..2026-11-29 --at 2026-11-22T12:00 --freeze 1440 --quiet
check 'a freeze that begins before it reaches into it' grep -q '"freeze_minutes": 720' $where/week.json

# Pins.
back
python3 - $where/week.json <<END
import json, sys
week = json.load(open(sys.argv[1]))
week["pins"] = [{"request": "r48-001", "escorts": ["$escort"]}]
json.dump(week, open(sys.argv[1], "w"))
END
cp -r t pinned
check 'who was pinned and is sick keeps nobody else away' says "was pinned to" ledsaga replan t sick=$escort@${begun%T*} --dry-run
unpinned=$(ledsaga replan t sick=$escort@${begun%T*} --dry-run --json | python3 -c 'import json, sys; print(json.load(sys.stdin)["now"])')
back
check 'it is planned as if there were no pin' [ "$unpinned" = "$(ledsaga replan t sick=$escort@${begun%T*} --dry-run --json | python3 -c 'import json, sys; print(json.load(sys.stdin)["now"])')" ]
rm -rf t && cp -r pinned t
ledsaga replan t veto=$client:$escort --quiet
check 'a veto takes the pin too' bash -c "! grep -q '\"request\": \"r48-001\", \"escorts\": \[\"$escort\"\]' $where/week.json && ledsaga check t >/dev/null"

# A veto is for good.
rm -rf two && ledsaga new two --preset tiny --week $week --weeks 2 --quiet
for w in $week 2026-W49; do ledsaga solve two --week $w --quiet; done
pair=$(python3 - <<'END'
import json
requests = {r["id"]: r["client"] for r in json.load(open("two/weeks/2026-W49/week.json"))["requests"]}
visit = json.load(open("two/weeks/2026-W49/roster.json"))["visits"][0]
print(requests[visit["request"]] + ":" + visit["escorts"][0])
END
)
check 'it is told which weeks it touches beside' says '2026-W49 is against it too: plan that week anew with --week 2026-W49 veto='$pair ledsaga replan two veto=$pair --week $week --width 200
check 'which are planned anew by the same event' ends_with 0 ledsaga replan two veto=$pair --week 2026-W49 --quiet
check 'and then are lawful' ends_with 0 ledsaga check two --week 2026-W49

# A move to where nobody is.
back
check 'a move to a time at which nobody can come is told first' says '! ' ledsaga replan t move=r48-004@2026-11-28T03:00 --dry-run
check 'a clock time ends a stretch of its day' says '13:00–15:00' ledsaga replan t move=r48-004@2026-11-28T13:00..15:00 --dry-run
check 'who names a client is told of the requests' says 'say which of these: r48-' ledsaga replan t cancel=$client

back
check 'an escort who is not there is refused, with the one who may be meant' says 'no escort' ledsaga replan t sick=nobody
check 'an event that is none is refused' says "Did you mean 'cancel='?" ledsaga replan t cancl=r48-001
check 'without an event nothing changes where nothing is amiss' says 'Nothing changes, and nothing was written' ledsaga replan t
check 'two things about one visit are refused' says "'cancel=r48-001' and 'move=r48-001@2026-11-26T10:00' are about the same" ledsaga replan t cancel=r48-001 move=r48-001@2026-11-26T10:00
check 'as is a week that is over' says 'the week is over' env SOURCE_DATE_EPOCH=1797000000 ledsaga replan t cancel=r48-001
check 'a file that is not there too' ends_with 3 ledsaga replan t nothing.json
check 'a request that the week cannot have is told as of the week' bash -c 'echo "{\"id\": \"n\", \"client\": \"nobody\", \"activity\": \"x\", \"minutes\": 5, \"alternatives\": []}" >bad.json; ledsaga replan t new=bad.json; [ $? = 5 ]'
check 'none of these changed anything' diff <(sums as-told) <(sums t)

check 'killed 40 times, the files are all old or all new' python3 "$here/tests/cli/kill_replan.py" as-told 40 sick=$escort@2026-11-23..2026-11-29 veto=$client:$escort
check 'another run at the same time is waited for' bash -c 'flock t sleep 1 & sleep 0.3
    ledsaga undo t --dry-run 2>&1 | grep -q "waiting until it is done"; wait'
check 'one that hands out is refused meanwhile' bash -c 'exec 9<t && flock 9 && ledsaga export t --format ics; [ $? = 10 ]'

# Killed between its files: unit.json and told.json are new, week.json and roster.json old.
back
ledsaga replan t veto=$client:$escort --quiet
cp -r t done
half() {
    rm -rf h && cp -r done h
    sed -i 's/"state": "done"/"state": "begun"/' h/weeks/$week/undo/001/change.json
    cp h/weeks/$week/undo/001/was/{week,roster}.json h/weeks/$week/
    cp as-told/journal.jsonl h/journal.jsonl
}
whole() { # files; the command has ended
    local file
    for file in "$@"; do cmp "h/$file" "done/$file" || return; done
}
finishes() { # files, --, the command that says so and leaves them as the change did
    local files=(); while [ "$1" != -- ]; do files+=("$1"); shift; done; shift
    half
    says 'change 001 of 2026-W48 was interrupted; it is finished now' "$@" && whole unit.json "${files[@]}" &&
        head -n "$(wc -l <done/journal.jsonl)" h/journal.jsonl | cmp - done/journal.jsonl &&
        grep -q '"state": "done"' h/weeks/$week/undo/001/change.json
}
both="weeks/$week/week.json weeks/$week/roster.json"
printf 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:t\r\nBEGIN:VEVENT\r\nUID:u\r\nDTSTAMP:20261101T000000Z\r\nDTSTART:20261128T030000Z\r\nDTEND:20261128T040000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n' >busy.ics
check 'a change that was interrupted is finished by check' finishes $both -- ledsaga check h
check 'by show' finishes $both -- ledsaga show h
check 'by explain' finishes $both -- ledsaga explain h --unserved --facts
check 'by a report of the week' finishes $both -- ledsaga report h --week $week
check 'by a report of the month' finishes $both -- ledsaga report h --month 2026-11
check 'by a page of the week' finishes $both -- ledsaga export h --format html
check "by people's calendars" finishes $both -- ledsaga export h --format ics
check 'by publish' finishes $both -- ledsaga publish h --to web
check 'by a rehearsal of publish' finishes $both -- ledsaga publish h --to web --dry-run
check 'by solve, whatever becomes of the roster then' finishes weeks/$week/week.json -- ledsaga solve h
check 'by import, before it looks' finishes $both -- ledsaga import h busy.ics --as busy --for $escort
check 'by import, before it writes' finishes -- ledsaga import h busy.ics --as busy --for $escort --apply
check 'by offer' finishes $both -- ledsaga offer h c001 -a x -m 60
check 'by a rehearsal of replan' finishes $both -- ledsaga replan h cancel=r48-004 --dry-run
check 'by undo, which then takes it back' says "change 001 of the week" bash -c "$(declare -f half); week=$week; half; ledsaga undo h"
half
ledsaga new h/weeks/../../h49 --preset tiny --week 2026-W49 --quiet && cp -r h49/weeks/2026-W49 h/weeks/
check 'also by those who are about another week' says 'change 001 of 2026-W48' ledsaga solve h --week 2026-W49 --quiet
half
sed -i 's/"format"/"x-note": "by hand", "format"/' h/weeks/$week/week.json
cp h/weeks/$week/week.json by-hand
check 'not over what somebody wrote meanwhile' ends_with 10 ledsaga replan h cancel=r48-004
check 'who reads is warned, and reads' bash -c 'ledsaga show h 2>told >/dev/null && grep -q "may be half of it" told && grep -q "as they were" told'
check 'nothing of it is overwritten' cmp by-hand h/weeks/$week/week.json
rm h/weeks/$week/undo/001/change.json
check 'what was put right by hand is planned on from' ends_with 0 ledsaga replan h cancel=r48-004 --quiet
