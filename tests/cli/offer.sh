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

offered --quiet
check 'one of them is taken up with one more command' says 'Taken up: Fika' ledsaga offer t --accept 1
check 'the request is in the week' grep -q '"id": "wish-1"' $where/week.json
check 'the visit is in the roster' grep -q '"request": "wish-1"' $where/roster.json
check 'the roster is lawful' ends_with 0 ledsaga check t
check 'the journal knows' grep -q '"command":"offer".*"request":"wish-1"' t/journal.jsonl
check 'a roster that was told to nobody is told to nobody' [ ! -e $where/told.json ]
check 'what was offered then is not offered any more' says 'served already' ledsaga offer t --accept 1
check 'it is taken back' says "Taken back: 'offer'" ledsaga undo t
check 'byte for byte' diff <(grep -v journal before) <(sums t | grep -v journal)

ledsaga export t --format ics --quiet
offered --quiet
check 'where people were told, they are told' ends_with 0 ledsaga offer t --accept 1 --quiet
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
