# Why a visit is as it is: a sentence of each kind, in a week of four visits that is known by hand.
cp -r "$here/tests/cases/tiny" why
roster_of() { # a week in which these visits are taken out of the roster
    python3 - "$@" <<'END'
import json, sys
path = sys.argv[1] + "/weeks/2026-W48/roster.json"
roster = json.load(open(path))
roster = {key: roster[key] for key in ("format", "version", "week", "visits")}
roster["visits"] = [v for v in roster["visits"] if v["request"] not in sys.argv[2:]]
json.dump(roster, open(path, "w"))
END
}
week_edit() { # workspace, python on `week` and `unit`
    python3 - "$@" <<'END'
import json, sys
folder, code = sys.argv[1:]
paths = [folder + "/weeks/2026-W48/week.json", folder + "/unit.json"]
week, unit = (json.load(open(p)) for p in paths)
exec(code)
for path, document in zip(paths, (week, unit)):
    json.dump(document, open(path, "w"))
END
}
explain() { ledsaga explain "$@" --lang en --width 1000; }

check 'why this time' says 'Time: choice 1 of 1.' explain why cinema
check 'why this escort' says 'Hugo H: choice 2; 2 visits together before.' explain why cinema
check 'why not the one ranked higher, with clock time and source' \
    says 'Eva E, choice 1: is away Wed 25 Nov 18:30–21:00 (absence).' explain why cinema
check 'others are told in number, with the paragraph' says '1 lacks a skill, the language or the sex' explain why cinema
check 'a client: all visits of the week' [ "$(explain why anna | grep -c '^  Served')" -eq 2 ]
check 'an escort: theirs' says 'football match, Cai C (match), Sat 28 Nov 14:00: ' explain why mia
check 'several at once' [ "$(explain why cinema mass | grep -c '^  Served')" -eq 2 ]
check 'a whole name is as good as an id' cmp <(explain why anna) <(explain why 'Anna A')
check 'an unknown name has a near one' says "Did you mean 'Anna A'?" explain why 'Ana A'
check 'nothing unserved is said' says 'There is nothing to explain.' explain why --unserved

cp -r why absent
week_edit absent '
next(e for e in unit["escorts"] if e["id"] == "hugo")["available"][0]["days"].remove("wed")'
roster_of absent cinema
check 'unserved: each escort has a fact' says 'Hugo H, choice 2: is not available Wed 25 Nov 18:30–21:00' explain absent cinema
check 'that no roster serves it is said' says 'No lawful roster serves it, however the rest of the week is planned.' explain absent --unserved
check 'another day helps' says 'The outing is 1 day earlier: Tue 24 Nov 18:30–21:00 with Hugo H. Nothing else changes.' explain absent cinema
check 'so do hours' says 'which is 2 h 30 min more' explain absent cinema
check 'and one escort more' says '1 escort more Wed 25 Nov 18:30–21:00, with the skill GUIDE_BLIND' explain absent cinema
check 'and how much is explained' says 'explained_share' explain absent --unserved --json
check 'everything is explained' bash -c '
    ledsaga explain absent --unserved --json | python3 -c "import json, sys; d = json.load(sys.stdin); sys.exit(d[\"unserved\"] != 1 or d[\"explained\"] != 1)"'
check 'facts alone make no other roster' bash -c '! ledsaga explain absent cinema --facts --lang en | grep -q "What would help"'
check 'no time makes none either, and says so' says 'Not tried, because the time was over' explain absent cinema --time 0.000001
check 'the same question has the same answer' cmp <(explain absent cinema --json) <(explain absent cinema --json)

# Two at once, and one escort who could come to either.
cp -r why crowded
week_edit crowded '
week["requests"].append({"id": "choir", "client": "bo", "activity": "choir", "minutes": 90, "meet": "town",
                         "alternatives": [{"date": "2026-11-25", "at": "19:00"}]})'
roster_of crowded
check 'unserved: the other visit is told by its time' says 'has another visit then, Wed 25 Nov 18:30–21:00' explain crowded choir
check 'the fact tells not whose it is' bash -c '! ledsaga explain crowded choir --lang en | grep -q "Anna"'
check 'what it would take from others is told' says '1 other client would lose a visit (2 h 30 min)' explain crowded choir
check 'and proved' says 'Proved: no roster with it costs fewer points of rights.' explain crowded choir
check 'the smallest shift' says 'The outing begins 2 h 15 min earlier: Wed 25 Nov 16:45–18:15 with Hugo H. Nothing else changes.' explain crowded choir

cp -r why hours
week_edit hours 'unit["clients"][1]["decisions"][0]["minutes"] = 90'
roster_of hours mass
check 'a decision that is short of hours' says 'The decision grants 30 min more' explain hours mass

# The client's version.
explain absent cinema --for-client >client
check 'a client reads for whom it is' grep -q 'For Anna A' client
check 'a client reads easy words' grep -q 'Hugo H does not work then.' client
check 'what the client can do is told' grep -q 'If you go on another day' client
check 'a client is told of no other' bash -c '! grep -qE "Bo B|Cai C|Mia|GUIDE_BLIND" client'
check 'nor as JSON' bash -c '! ledsaga explain absent cinema --for-client --json | grep -qE "Bo B|Cai C|Mia|GUIDE_BLIND|points"'
check 'it is of one client' ends_with 2 ledsaga explain absent cinema mass --for-client
check 'and not of an escort' ends_with 2 ledsaga explain absent eva --for-client

# What is wrong with the question.
check 'an unknown id has a near one' says "Did you mean 'cinema'?" ledsaga explain why cinama
check 'and exit code 2' ends_with 2 ledsaga explain why cinama
check 'an id that is like none' says 'those of visits are in week.json' ledsaga explain why zzzzzzzz
check 'nothing asked is an error' ends_with 2 ledsaga explain why
check 'no roster: exit code 3' bash -c 'rm hours/weeks/2026-W48/roster.json; ledsaga explain hours mass 2>/dev/null; [ $? -eq 3 ]'
cp -r why edited-by-hand
sed -i 's/T18:30/T18:37/' edited-by-hand/$roster
check 'a roster that breaks rules has facts only' says 'The roster breaks rules' explain edited-by-hand cinema
check 'and is explained all the same' ends_with 0 explain edited-by-hand cinema
for width in 40 80; do
    check "no line is wider than $width" [ "$(ledsaga explain absent --unserved --lang en --width $width | wc -L)" -le $width ]
done

# Whole weeks: everything explained, as the schema says, and nothing of others in a client's version.
for preset in village halmstad; do
    ledsaga new $preset --preset $preset --week $week --quiet
    ledsaga solve $preset --effort 1 --quiet >/dev/null
done
check 'a village: explained, by the schema, and discreet' python3 "$here/tests/cli/explain_week.py" village 20000
check 'a unit: the same' python3 "$here/tests/cli/explain_week.py" halmstad 1 en
check 'a week with an unserved visit of each client' python3 "$here/tests/cli/explain_week.py" crowded 20000
