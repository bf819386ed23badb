# Into a folder: who has which files, and what becomes of them.
cp -r "$work/village" v
publish() { ledsaga publish v --to web "$@"; }
calendars() { ls web/*.ics | wc -l; }
people=$(python3 -c 'import json; u = json.load(open("v/unit.json")); print(len(u["clients"]) + len(u["escorts"]))')

nothing_written() { publish --week $week --dry-run && [ ! -e web ] && [ ! -e v/access.json ] && [ ! -e v/weeks/$week/told.json ]; }
check 'a dry run tells and writes nothing' nothing_written
check 'a dry run says how much is new' says "$people new, 0 closed" publish --week $week --dry-run
check 'new addresses need somewhere to be shown' ends_with 2 publish --week $week --quiet
check 'the first publication' publish --week $week --links links.csv
check 'everybody has a calendar' test "$(calendars)" = "$people"
each_has_all() {
    local token
    for token in $(cut -d'"' -f8 links.csv | grep html | sed 's/\.html//'); do
        [ -s "web/$token.ics" ] && [ -s "web/$token.html" ] && [ -s "web/$token.txt" ] && [ -s "web/$token-$week.html" ] ||
            { echo "$token lacks something"; return 1; }
    done
}
check 'everybody has a calendar, a page, a text and the page of the week' each_has_all
check 'the new addresses are for their owner alone' test "$(stat -c %a links.csv)" = 600
check 'what is kept of addresses is for its owner alone' test "$(stat -c %a v/access.json)" = 600
no_secret_kept() { ! grep -rqFf <(cut -d'"' -f8 links.csv | grep -oE '[a-z2-7]{26}') v; }
check 'no address is kept in the workspace' no_secret_kept
check 'the folder names nobody' bash -c '! grep -iqE "$(cut -d\" -f6 links.csv | tail -n +2 | sort -u | paste -sd "|")" web/index.html web/robots.txt'
check 'addresses are shown once' ends_with 10 publish --week $week --links links.csv
published() { python3 -c '
import json
w, r = (json.load(open(f"v/weeks/2026-W48/{f}.json")) for f in ("week", "roster"))
told = {(v["request"], v["start"][:16], v["minutes"], tuple(v["escorts"])) for v in w["published"]["visits"]}
made = {(v["request"], v["start"][:16], v["minutes"], tuple(v["escorts"])) for v in r["visits"]}
assert w["published"]["on"] == "2026-11-23", w["published"]["on"]
assert told == made, told ^ made'; }
check 'the week keeps what was published' published
check 'the workspace is still whole' says 'No hard rule is broken' ledsaga check v --week $week

states() { (cd web && stat -c '%n %Y %s %i' *; cat *) | sha256sum; }
before=$(states)
check 'nothing is written where nothing changed' says '0 written, '"$people"' unchanged' publish --week $week
check 'the files are the same, to the second' test "$before" = "$(states)"

move 15 0 v
mentions() { grep -l "$(python3 -c 'import json; print(json.load(open("v/weeks/2026-W48/roster.json"))["visits"][0]["uid"])')" web/*.ics | sort; }
stat -c '%n %Y' web/*.ics | sort >before.txt
check 'a visit that moved is told to its people only' says '2 written, '$((people - 2))' unchanged' publish --week $week --unlawful
touched() { stat -c '%n %Y' web/*.ics | sort | comm -13 before.txt - | cut -d' ' -f1; }
check 'and their calendars are those that changed' test "$(mentions)" = "$(touched)"
first_day_kept() { publish --week $week --unlawful --on 2026-11-24 >/dev/null && grep -q '"on": "2026-11-23"' v/weeks/$week/week.json; }
check 'the day of the first publication stays' first_day_kept

times() { stat -c %Y web/*.ics | sort -u; }
check 'the next day every calendar has a later time' bash -c '
    newest=$(stat -c %Y web/*.ics | sort -n | tail -n 1)
    ledsaga publish v --to web --refresh --on 2026-11-25 >/dev/null
    oldest=$(stat -c %Y web/*.ics | sort -n | head -n 1)
    [ "$oldest" -gt "$newest" ]'
before=$(states)
check 'but once a day only' bash -c 'ledsaga publish v --to web --refresh --on 2026-11-25'
check 'and what is in them did not change' test "$before" = "$(states)"

check 'a second week has pages of its own' publish --week 2026-W49 --on 2026-11-25
first=$(token links.csv c001)
links_both_ways() { grep -q "href=\"$first-2026-W49.html\"" web/$first-$week.html && grep -q "href=\"$first-$week.html\"" web/$first-2026-W49.html; }
check 'the weeks lead to each other' links_both_ways
check 'the first page is the week of the day' cmp web/$first.html web/$first-$week.html
check 'and later that of the next week' bash -c "ledsaga publish v --to web --refresh --on 2026-11-30 && cmp web/$first.html web/$first-2026-W49.html"
check 'pages of weeks long past go' bash -c "ledsaga publish v --to web --refresh --on 2027-01-01 && [ ! -e web/$first-$week.html ] && [ -e web/$first-2026-W49.html ]"
publish --refresh --on 2026-11-25 >/dev/null

# ---- addresses that are taken back
one_event() { [ "$(grep -c BEGIN:VEVENT "$1")" = 1 ] && grep -q "SUMMARY:The calendar is closed" "$1"; }
check 'an address is revoked' publish --revoke c001 --on 2026-11-25
check 'its calendar says so, with one event' one_event web/$first.ics
check 'its page says so' grep -q 'This page is closed' web/$first.html
check 'its other files are gone' bash -c "! ls web/$first* | grep -vE '$first\.(ics|html)$'"
check 'a revoked calendar stays the same' bash -c "before=\$(sha256sum <web/$first.ics); ledsaga publish v --to web --refresh --on 2026-12-20 2>/dev/null >&2; [ \"\$before\" = \"\$(sha256sum <web/$first.ics)\" ]"
check 'nobody gets a new address by himself' says '1 person has no address' publish --refresh --on 2026-12-20
check 'after 30 days it is gone' bash -c "ledsaga publish v --to web --refresh --on 2026-12-25 2>/dev/null >&2; ! ls web/$first* 2>/dev/null"
check 'and still nobody gets a new address by himself' says '1 person has no address' publish --refresh --on 2027-01-30
check 'an address is made new on demand' publish --renew c001 --links renewed.csv --on 2026-11-25
check 'it is another one' bash -c "[ -s web/$(token renewed.csv c001).ics ] && [ '$(token renewed.csv c001)' != $first ]"
second=$(token links.csv c002)
publish --renew c002 --links renewed2.csv --on 2026-11-25 >/dev/null
both() { one_event web/$second.ics && ! one_event "web/$(token renewed2.csv c002).ics"; }
check 'an address that is replaced is closed, and the new one is open' both
check 'an id that nobody has' ends_with 2 publish --revoke nobody
check 'telling and revoking are two things' ends_with 2 publish --week $week --revoke c002

# ---- people who leave, files that are lost
third=$(token links.csv c003)
gone=$(python3 "$tests/leave.py" v c003)
check 'somebody left the unit' test "$gone" = c003
check 'the calendar of somebody who left is closed' bash -c "ledsaga publish v --to web --refresh --on 2026-11-25 && [ \$(grep -c BEGIN:VEVENT web/$third.ics) = 1 ]"
check 'and goes after 30 days' bash -c "ledsaga publish v --to web --refresh --on 2026-12-23 >/dev/null && [ -e web/$third.ics ] && ledsaga publish v --to web --refresh --on 2026-12-25 >/dev/null && [ ! -e web/$third.ics ]"
fourth=$(token links.csv c004)
rm web/$fourth*
check 'lost files are told, with what to do' says 'no longer in the folder: c004' publish --refresh --on 2026-11-25
check 'and are not made under another address' bash -c "! ls web/$fourth* 2>/dev/null"
check 'new addresses for those who lost theirs' bash -c "ledsaga publish v --to web --refresh --renew-missing --links lost.csv --on 2026-11-25 && [ \$(wc -l <lost.csv) = 2 ] && grep -q c004 lost.csv"
check 'a folder without anything is the wrong one' ends_with 3 ledsaga publish v --to elsewhere --refresh
check 'and is not made' test ! -e elsewhere
touch web/aaaaaaaaaaaaaaaaaaaaaaaaaa.ics web/notes.txt
check 'calendars of others are told' says '1 calendar in the folder has an address unknown' publish --refresh --on 2026-11-25
check 'and left, as all that is not ours' test -e web/aaaaaaaaaaaaaaaaaaaaaaaaaa.ics -a -e web/notes.txt
cp -r v mostly && python3 "$tests/leave.py" mostly all >/dev/null
check 'when most people are gone the unit is doubted' ends_with 10 ledsaga publish mostly --to web --refresh --on 2026-11-25

# ---- what stands in the way
check 'a file is no folder' ends_with 3 ledsaga publish v --to links.csv --refresh
check 'without --to there is nowhere' ends_with 2 ledsaga publish v --week $week
check 'a roster that breaks a rule is not handed out' bash -c "
    cp -r '$work/village' broken && python3 '$tests/move.py' broken/weeks/$week/roster.json 0 -600
    ledsaga publish broken --week $week --to web3; [ \$? = 1 ] && [ ! -e web3 ] && [ ! -e broken/weeks/$week/told.json ]"
if [ "$(id -u)" -ne 0 ]; then
    mkdir closed && chmod 500 closed
    check 'a folder that cannot be written to' ends_with 7 ledsaga publish v --to closed/web --refresh
else
    mkdir closed && chmod 755 closed "$work" . && cp -r "$work/village" other && chmod -R a+rwX other
    check 'a folder that cannot be written to' ends_with 7 setpriv --reuid 65534 --clear-groups "$LEDSAGA" publish other --week $week --to closed/web --links other/links.csv
    check 'is seen before anything is told' test ! -e other/weeks/$week/told.json
fi
json_is_whole() { publish --refresh --on 2026-11-25 --json 2>/dev/null | python3 -c 'import json, sys; d = json.load(sys.stdin); assert d["folder"]["unknown"] == 1 and d["folder"]["links"] == [], d'; }
check 'the same as JSON' json_is_whole
check 'the journal has a line for each' grep -q '"command":"publish","week":"2026-W48"' v/journal.jsonl
