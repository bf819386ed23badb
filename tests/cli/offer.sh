# A wish on the telephone.
cp -r ../tiny t
where=t/weeks/$week
answers() { python3 -c "import json, sys; o = json.load(sys.stdin); sys.exit(not ($1))"; }
offered() { ledsaga offer t c001 --activity Fika --minutes 60 --day 2026-11-26@14:00..16:00 --week $week "$@"; }
sums() { (cd "$1" && find . -type f ! -name offer.json ! -path '*/undo/*' -exec md5sum {} + | sort -k 2); }

sums t >before
check 'a wish is answered with offers, numbered' says '  1  Thu 26 Nov' offered
check 'it is said that all ways were looked at' says 'all were looked at' offered
check 'and what each changes for others' says nothing offered
check 'asking changes nothing' diff before <(sums t)
check 'as JSON too, no more than were asked for' bash -c "ledsaga offer t c001 -a Fika -m 60 --most 1 --json --week $week |
    python3 -c 'import json, sys; o = json.load(sys.stdin); sys.exit(not (len(o[\"offers\"]) == 1 and o[\"all_ways\"] and o[\"offers\"][0][\"moves\"] is None))'"
check 'a start of a day is asked for with @' bash -c "ledsaga offer t c001 -a Fika -m 60 --day 2026-11-26@14:15 --json |
    python3 -c 'import json, sys; o = json.load(sys.stdin); sys.exit(not all(\"T14:15\" in x[\"start\"] for x in o[\"offers\"]))'"
check 'nothing is offered that is past' bash -c "ledsaga offer t c001 -a Fika -m 60 --at 2026-11-28T12:00 --json |
    python3 -c 'import json, sys; o = json.load(sys.stdin); sys.exit(not (o[\"offers\"] and min(x[\"start\"] for x in o[\"offers\"]) >= \"2026-11-28T12:00\"))'"

check 'a weekday is a day too, in English or in the language spoken' bash -c "ledsaga offer t c001 -a Fika -m 60 --day thu@14:15 | grep -q 'Thu 26 Nov' &&
    ledsaga offer t c001 -a Fika -m 60 --day tor@14:15 --lang sv | grep -q '14:15'"
check 'the client is known by name too' says '(wish-1): 1 h' ledsaga offer t "$(python3 -c 'import json; print(json.load(open("t/unit.json"))["clients"][0]["name"])')" -a Fika -m 60
check 'a day of another week is refused' says 'It goes from 2026-11-23 to 2026-11-29' ledsaga offer t c001 -a Fika -m 60 --day 2026-12-26
check 'as are times that go backwards' says 'from 14:00 to 12:00 goes backwards' ledsaga offer t c001 -a Fika -m 60 --day thu@14:00..12:00
check 'and one time beside a first and a last' ends_with 2 ledsaga offer t c001 -a Fika -m 60 --start 14:00 --from 10:00
check 'a place that is not there is of no file' bash -c "! ledsaga offer t c001 -a Fika -m 60 --place nowhere 2>told && grep -q '^ledsaga: place \"nowhere\"' told"
check 'when all is past, that is said' says 'The times asked for are past: it is Sun 29 Nov 22:00' ledsaga offer t c001 -a Fika -m 60 --at 2026-11-29T22:00
busy=$(python3 -c '
import json
v = json.load(open("t/'$roster'"))["visits"][0]
print(v["start"][:10] + "@" + v["start"][11:16])')
check 'who has another visit then is named' bash -c "ledsaga offer t c001 -a x -m 60 --day $busy | grep -q '  - .*: has another visit then'"
ledsaga offer t c001 -a x -m 60 --day $busy --json >none.json
check 'an answer without an offer is as its schema says' as_schema offers none.json

offered --quiet
check 'what was offered to one client is not taken up for another' says 'what was offered last is for' ledsaga offer t c002 --accept 1
check 'nor once its time has come' says 'past the time' ledsaga offer t c001 --accept 1 --at 2026-11-27T08:00
ledsaga offer t c001 -a Fika -m 60 --most 7 --json >seven.json
check 'offers are as their schema says' as_schema offers seven.json
n=$(python3 -c 'import json; print(len(json.load(open("seven.json"))["offers"]))')
check 'of as many as were shown the last can be taken up' bash -c "[ $n -gt 5 ] && ledsaga offer t --accept $n -q && ledsaga undo t -q"
offered --quiet
check 'one of them is taken up with one more command' says 'Taken up: Fika' ledsaga offer t c001 --accept 1
check 'the request is in the week' grep -q '"id": "wish-1"' $where/week.json
check 'the visit is in the roster' grep -q '"request": "wish-1"' $where/roster.json
check 'the roster is lawful' ends_with 0 ledsaga check t
check 'the journal knows' grep -q '"command":"offer".*"request":"wish-1"' t/journal.jsonl
check 'a roster that was told to nobody is told to nobody' [ ! -e $where/told.json ]
check 'what was offered then is not offered any more' says 'taken up already' ledsaga offer t --accept 1
check 'it is taken back' says "Taken back: 'offer'" ledsaga undo t
check 'byte for byte' diff <(grep -v journal before) <(sums t | grep -v journal)

ledsaga export t --format ics --quiet
offered --quiet
ledsaga offer t --accept 1 --json >taken.json
check 'where people were told, they are told, and rung but for the caller' python3 -c '
import json
o = json.load(open("taken.json"))
assert o["taken"] == 1 and o["people_told"] == 1, o
assert [(p["kind"], p["knows"]) for p in o["people"]] == [("escort", False), ("client", True)], o["people"]'
check 'which is as its schema says' as_schema offers taken.json
check 'the client and the escort' [ "$(grep -c 'request/wish-1' $where/told.json)" = 2 ]
check 'and the week says that it was published' grep -q '"published"' $where/week.json
offered --quiet --place p002
python3 - $where/roster.json <<'END'
import json, sys
roster = json.load(open(sys.argv[1]))
roster["x-note"] = "by hand"
json.dump(roster, open(sys.argv[1], "w"))
END
check 'offers of a roster that was changed since are refused' says 'has changed since' ledsaga offer t --accept 1
check 'with an exit code for a wrong file' ends_with 5 ledsaga offer t --accept 1

rm -rf t && cp -r ../tiny t
python3 - t/$roster <<'END'
import json, sys
roster = json.load(open(sys.argv[1]))
gone = roster["visits"].pop(0)["request"]
roster.pop("certificate", None)
json.dump(roster, open(sys.argv[1], "w"))
print(gone, file=open("gone", "w"))
END
check 'a request that is not served is offered by its id' says "($(cat gone))" ledsaga offer t "$(cat gone)"
check 'and taken up' ends_with 0 ledsaga offer t "$(cat gone)" --accept 1 --quiet
check 'without becoming another request' [ "$(grep -c '"id": "wish-' t/weeks/$week/week.json)" = 0 ]

check 'a client who is not there is refused, with the one who may be meant' says "Did you mean 'c001'?" ledsaga offer t c01 -a x -m 60
check 'a wish without a length is refused' says 'needs --activity and --minutes' ledsaga offer t c001 -a x
check 'a day that is none is refused' says "'2026-11-2' is no time" ledsaga offer t c001 -a x -m 60 --day 2026-11-2
check 'a skill that nobody has is told by name' says 'skill "zz"' ledsaga offer t c001 -a x -m 60 --need zz
check 'a number that was not offered is refused' ends_with 2 ledsaga offer t c001 -a x -m 60 --accept 19
check 'what is served is not offered' says 'served already' ledsaga offer t r48-001
check 'where nobody can, it is said why' says 'no lawful way' ledsaga offer t c001 -a x -m 60 --day 2026-11-26@03:00 --escorts 4
check 'nothing but offers is asked of a workspace without a roster' ends_with 3 bash -c 'cp -r t empty && rm empty/'$roster' && ledsaga offer empty c001 -a x -m 60'

rm -rf t && cp -r ../tiny t
python3 - t/weeks/$week/week.json <<'END'
import json, sys
week = json.load(open(sys.argv[1]))
week["requests"].append({"id": "len", "client": "c001", "activity": "x", "minutes": 120, "minutes_min": 60,
                         "alternatives": [{"date": "2026-11-26", "from": "14:00", "to": "14:30"}]})
json.dump(week, open(sys.argv[1], "w"))
END
ledsaga offer t len --move --json >len.json
check 'starts are counted once, however long the visit and whoever moves' python3 -c '
import json
o = json.load(open("len.json"))
assert o["offers"] and all(1 <= x["starts"] <= 3 for x in o["offers"]) and o["ways"] > 3, o
assert all(x["first_start"] <= x["start"] <= x["last_start"] for x in o["offers"])
free = {tuple(e["id"] for e in x["escorts"]) for x in o["offers"] if not x["moves"]}
assert not any(tuple(e["id"] for e in x["escorts"]) in free for x in o["offers"] if x["moves"])'
