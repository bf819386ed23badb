#!/bin/bash
# Calendars and tables taken into a week. Each folder of cases/ is taken into a copy of
# tests/cases/tiny with the options in `args`; `expected` has the exit code, the table of what
# would change and what became of week.json. Then what spans several imports, the corpora of
# other projects (LEDSAGA_INSTANCES), and a CalDAV server.
#   tests/import/run.sh [--keep]   --keep: write `expected` anew, to be read before it is kept
cd "$(dirname "$0")/../.." || exit 1
. tests/tally.sh
here=$PWD/tests/import
ledsaga=${LEDSAGA:-$PWD/build/release/ledsaga}
export LC_ALL=C.UTF-8 LANGUAGE=en SOURCE_DATE_EPOCH=1794650400
scratch=$(mktemp -d)
server=
finish() {
    [ -z "$server" ] || kill "$server" 2>/dev/null
    rm -rf "$scratch"
}
trap finish EXIT
week=weeks/2026-W48

fresh() { # a new workspace $scratch/w
    rm -rf "$scratch/w"
    cp -r tests/cases/tiny "$scratch/w"
}
import() { (cd "$scratch" && timeout 60 "$ledsaga" import w "$@" 2>&1); }

# ---- one import each ----------------------------------------------------------------------

week_lines() { # one thing a line, whoever wrote the file
    python3 - "$scratch/w/$week/week.json" <<'PY'
import json, sys
for key, value in json.load(open(sys.argv[1], encoding="utf-8")).items():
    for thing in value if isinstance(value, list) else [value]:
        print(key, json.dumps(thing, ensure_ascii=False))
PY
}

outcome_of() { # case: what `expected` has
    local args
    read -ra args <"$here/cases/$1/args"
    fresh
    rm -rf "$scratch/in" && cp -r "$here/cases/$1" "$scratch/in"
    (cd "$scratch/in" && rm -f args expected)
    local sources
    sources=$(cd "$scratch/in" && ls | grep -v '^map.json$')
    week_lines >"$scratch/before"
    (cd "$scratch/in" && timeout 60 "$ledsaga" import ../w $sources --width 100 "${args[@]}" 2>&1)
    echo "exit $?"
    (cd "$scratch/in" && timeout 60 "$ledsaga" import ../w $sources "${args[@]}" --quiet --apply 2>&1)
    week_lines | diff "$scratch/before" - | grep '^[<>]'
    cp "$scratch/w/$week/week.json" "$scratch/once"
    cp "$scratch/w/$week/imported.json" "$scratch/once-imported"
    (cd "$scratch/in" && timeout 60 "$ledsaga" import ../w $sources "${args[@]}" --apply 2>&1) | tail -n 1
    cmp "$scratch/once" "$scratch/w/$week/week.json"
    cmp "$scratch/once-imported" "$scratch/w/$week/imported.json"
}
as_expected() { outcome_of "$1" | diff "$here/cases/$1/expected" -; }
accounted() { # case: the counts add up to what is in the file
    local args
    read -ra args <"$here/cases/$1/args"
    (cd "$scratch/in" && "$ledsaga" import ../w $(ls | grep -v '^map.json$') "${args[@]}" --json) | python3 -c '
import json, sys
told = json.load(sys.stdin)
assert sum(told["counts"].values()) == told["events"], told["counts"]
for source in told["sources"]:
    assert sum(source["counts"].values()) == source["events"], source
    assert sum(r["events"] for r in source["rejected"]) == source["counts"]["rejected"], source'
}
for case in "$here"/cases/*/; do
    case=$(basename "$case")
    if [ "${1:-}" = --keep ]; then
        outcome_of "$case" >"$here/cases/$case/expected"
    else
        check "$case: the table, the week, and no change the second time" as_expected "$case"
        check "$case: every event is accounted for" accounted "$case"
    fi
done

# ---- from one import to the next --------------------------------------------------------------

event() { # uid, start and end on 2026-11-DD as DDTHHMM, further lines
    printf 'BEGIN:VEVENT\nUID:%s@example\nDTSTART;TZID=Europe/Stockholm:202611%s00\n' "$1" "$2"
    printf 'DTEND;TZID=Europe/Stockholm:202611%s00\n' "$3"
    shift 3
    printf '%s\n' "$@" END:VEVENT
}
calendar() { # file, lines of the calendar; its events come on standard input
    local file=$scratch/$1
    shift
    { printf '%s\n' BEGIN:VCALENDAR VERSION:2.0 "$@"; cat; echo END:VCALENDAR; } | grep -v '^$' >"$file"
}
told() { import "$@" --json | python3 -c '
import json, sys
told = json.load(sys.stdin)
counts = told["counts"]
overtaken = counts.pop("overtaken")
print(told["changes"], *counts.values(), *([overtaken] if overtaken else []))'; }
changes_are() { # changes and the six counts, arguments of import
    local wanted=$1 got
    shift
    got=$(told "$@")
    [ "$got" = "$wanted" ] || { echo "$got, not $wanted"; return 1; }
}
request() { # part of an activity -> its line in week.json
    week_lines | grep '^requests' | grep -F "$1"
}
refuses() { # exit code, piece of a sentence, arguments
    local code=$1 piece=$2 out
    shift 2
    out=$(import "$@")
    [ $? -eq "$code" ] && grep -qF -e "$piece" <<<"$out" || { echo "$out"; return 1; }
}

wishes=(--as wishes --for anna)
{ event swim 24T1300 24T1430 SEQUENCE:2 SUMMARY:Swim; event bio 25T1800 25T2000 SUMMARY:Bio; } | calendar anna.ics
fresh
check 'new wishes are imported' changes_are '2 2 0 0 0 0 0' anna.ics "${wishes[@]}" --apply
check 'the same file again changes nothing' changes_are '0 0 0 2 0 0 0' anna.ics "${wishes[@]}" --apply

# A person gives the request another name, a wish and a second time.
python3 - "$scratch/w/$week/week.json" <<'PY'
import json, sys
path = sys.argv[1]
week = json.load(open(path, encoding="utf-8"))
swim = next(r for r in week["requests"] if r["activity"] == "Swim")
swim.update(activity="Swim with goggles", wishes=["hugo"], **{"x-note": "ring first"})
json.dump(week, open(path, "w", encoding="utf-8"), ensure_ascii=False)
PY
check 'what a person wrote is no change of the source' changes_are '0 0 0 2 0 0 0' anna.ics "${wishes[@]}"
{ event swim 24T1500 24T1600 SEQUENCE:3 SUMMARY:Swim; event bio 25T1800 25T2000 SUMMARY:Bio; } | calendar anna.ics
check 'a moved event is an update' changes_are '1 0 1 1 0 0 0' anna.ics "${wishes[@]}" --apply
check 'an update keeps what a person wrote' request \
    '"activity": "Swim with goggles", "minutes": 60, "alternatives": [{"date": "2026-11-24", "at": "15:00"}], "wishes": ["hugo"], "x-note": "ring first"'
{ event swim 24T0900 24T1000 SEQUENCE:1 SUMMARY:Swim; event bio 25T1800 25T2000 SUMMARY:Bio; } | calendar old.ics
cp "$scratch/w/$week/week.json" "$scratch/before"
check 'an older SEQUENCE is passed over' changes_are '0 0 0 2 0 0 0' old.ics "${wishes[@]}" --apply
check '... and nothing is written' cmp "$scratch/before" "$scratch/w/$week/week.json"

event bio 25T1800 25T2000 SEQUENCE:1 SUMMARY:Bio | calendar cancel.ics METHOD:CANCEL
check 'METHOD:CANCEL takes away what it names and nothing else' changes_are '1 0 0 0 1 0 0' cancel.ics "${wishes[@]}" --apply
check '... the request is gone' bash -c "! grep -q Bio '$scratch/w/$week/week.json'"
check '... once' changes_are '0 0 0 0 1 0 0' cancel.ics "${wishes[@]}" --apply
event never 25T1800 25T2000 SUMMARY:Never | calendar cancel.ics METHOD:CANCEL
check 'METHOD:CANCEL creates nothing' changes_are '0 0 0 0 1 0 0' cancel.ics "${wishes[@]}" --apply

for i in 3 4 5 6 7; do event "e$i" "2${i}T1000" "2${i}T1100"; done >"$scratch/five"
busy=(--as busy --for eva)
fresh
calendar five.ics <"$scratch/five"
check 'five busy times' changes_are '5 5 0 0 0 0 0' five.ics "${busy[@]}" --apply
cp "$scratch/w/$week/week.json" "$scratch/before"
head -c 300 "$scratch/five.ics" >"$scratch/cut.ics"
check 'a truncated subscription removes nothing' changes_are '0 0 0 2 0 0 1' cut.ics "${busy[@]}" --apply
calendar none.ics </dev/null
check 'a calendar without an event removes nothing' changes_are '0 0 0 0 0 0 0' none.ics "${busy[@]}" --apply
event other 27T1000 27T1100 | calendar other.ics
check 'when more than half would go nothing is done' refuses 1 'has lost 5 of the 5' other.ics "${busy[@]}" --apply
check '... so week.json is as it was' cmp "$scratch/before" "$scratch/w/$week/week.json"
check '... unless it is the part of a calendar' changes_are '1 1 0 0 0 0 0' other.ics "${busy[@]}" --partial
check '... or --force says so' changes_are '6 1 0 0 0 0 0' other.ics "${busy[@]}" --force --apply
check '... the old times are gone' bash -c "[ \$(grep -c x-imported '$scratch/w/$week/week.json') = 1 ]"
fresh
import five.ics "${busy[@]}" --apply --quiet
{ event e3 23T1000 23T1100; event e4 24T1000 24T1100; event e5 25T1000 25T1100; event e6 26T1000 26T1100; } | calendar four.ics
check 'what is gone from a whole calendar goes' changes_are '1 0 0 4 0 0 0' four.ics "${busy[@]}" --apply
{ event e3 23T1000 23T1100; printf '%s\n' BEGIN:VEVENT UID:e4@example DTSTART:tomorrow END:VEVENT; event e5 25T1000 25T1100; event e6 26T1000 26T1100; } | calendar spoilt.ics
check 'an event that cannot be read this time stays' changes_are '0 0 0 3 0 0 1' spoilt.ics "${busy[@]}"

# ---- many tables -------------------------------------------------------------------------------

fresh
printf 'Namn;Aktivitet;Datum;Tid\nAnna;Bad;24/11;13-14\n' >"$scratch/plan 1.csv"
printf 'Namn;Aktivitet;Datum;Tid\nBo;Bio;25/11;13-14\n' >"$scratch/plan 2.csv"
check 'a table' changes_are '1 1 0 0 0 0 0' 'plan 1.csv' --as wishes --apply
check '... and another takes nothing of it away' changes_are '1 1 0 0 0 0 0' 'plan 2.csv' --as wishes --apply
check '... both are there' bash -c "[ \$(grep -c '\"id\": \"plan-[12]-wishes' '$scratch/w/$week/week.json') = 2 ]"
sed -i '/"plan-2-wishes/d; s/\("id": "plan-1-wishes.*}\),$/\1/' "$scratch/w/$week/week.json"
check 'a wish that was taken out by hand stays out, and that is told' refuses 0 'taken out of the week by hand' 'plan 2.csv' --as wishes --apply
sed -i 's/13-14/15-16/' "$scratch/plan 2.csv"
check '... also when the table has changed' changes_are '0 0 0 1 0 0 0' 'plan 2.csv' --as wishes --apply
check '... --force brings it back' changes_are '1 1 0 0 0 0 0' 'plan 2.csv' --as wishes --force --apply
check '... once' changes_are '0 0 0 1 0 0 0' 'plan 2.csv' --as wishes --force --apply

# ---- many files --------------------------------------------------------------------------------

fresh
mkdir "$scratch/folder"
event one 24T1000 24T1100 | calendar folder/1.ics
echo '<html>Please log in</html>' >"$scratch/folder/2.ics"
event three 25T1000 25T1100 | calendar folder/3.ics
check 'a broken file among good ones is told' refuses 1 '2.ics' folder "${busy[@]}" --apply
check '... and the others are read' changes_are '0 0 0 2 0 0 0' folder "${busy[@]}"
rm "$scratch/folder/3.ics"
check '... while it is broken nothing is taken away' changes_are '0 0 0 1 0 0 0' folder "${busy[@]}"
check 'standard input' bash -c "cd '$scratch' && '$ledsaga' import w - ${busy[*]} --source pipe <five.ics | grep -q '5 events: 5 imported'"
check 'no folder, no file' refuses 3 'nowhere' nowhere.ics "${busy[@]}"
check 'somebody who is not in the unit' refuses 2 "the unit has no 'bo'" five.ics --as busy --for bo
check 'without a meaning nothing is imported' refuses 2 'nothing is imported: say what it means with --as' five.ics
check '... nor with --apply' refuses 2 'nothing is imported: say what it means with --as' five.ics --apply
check 'a calendar does not say whose it is' refuses 2 'a calendar does not say whose it is' five.ics --as busy
check '--for takes an id, and says which' refuses 2 "Is it 'eva'?" five.ics --as busy --for 'Eva E'
printf 'PK\003\004\001' >"$scratch/plan.xlsx"
check 'a workbook under its own name' refuses 1 'This is a workbook' plan.xlsx --as wishes
printf '%%PDF-1.4\n' >"$scratch/plan.pdf"
check 'a PDF' refuses 1 'This is a PDF' plan.pdf --as wishes
check '... also for who wants to hear of faults alone' refuses 1 'Nothing of it could be read.' plan.pdf --as wishes --quiet --apply
check '--apply and --dry-run' refuses 2 'say one of them' five.ics "${busy[@]}" --apply --dry-run
check 'nothing to import' refuses 2 'sources.json' --apply

cat >"$scratch/w/sources.json" <<'JSON'
{"format": "ledsaga-sources", "version": 1, "sources": [
 {"id": "eva-home", "path": "../five.ics", "as": "busy", "for": "eva"},
 {"id": "anna-phone", "path": "../anna.ics", "as": "wishes", "for": "anna"}]}
JSON
check 'sources.json is imported without naming anything' changes_are '7 7 0 0 0 0 0' --apply
check '... twice' changes_are '0 0 0 7 0 0 0' --apply
sed -i 's/"for": "anna"/"for": "eva"/' "$scratch/w/sources.json"
check '... its faults have a place' refuses 5 'sources[1].for: There is nobody with this id' --apply

# ---- what the week cannot have -------------------------------------------------------------------

fresh
sed -i 's|{"id": "lss", |{"id": "second", "legal_basis": "SOL_11_1", "minutes": 60, "period": "week", "from": "2026-11-24", "to": "2026-11-24"}, &|' "$scratch/w/unit.json"
check 'a request that the week cannot have is refused for itself' refuses 1 'Several decisions of client "anna" hold then' anna.ics "${wishes[@]}" --apply
check '... and the others are written' request '"activity": "Bio"'
check '... it is tried anew the next time' changes_are '0 0 0 1 0 0 1' anna.ics "${wishes[@]}" --apply
echo '{' >"$scratch/w/$week/week.json"
check 'a broken week.json is told, not mended' refuses 4 week.json anna.ics "${wishes[@]}" --apply

# ---- unknown lines stay ---------------------------------------------------------------------------

fresh
cp "$here/cases/wishes/anna.ics" "$scratch/in.ics"
import in.ics "${wishes[@]}" --apply --quiet
export_imported() { (cd "$scratch" && "$ledsaga" export w --format imported --out -); }
lines_kept() {
    export_imported | tr -d '\r' >"$scratch/out.ics"
    python3 - "$scratch/in.ics" "$scratch/out.ics" <<'PY'
import sys
def components(path):
    text = open(path, encoding="utf-8").read().replace("\n ", "")
    found, depth = {}, []
    for line in text.splitlines():
        if line in ("BEGIN:VEVENT", "BEGIN:VTODO"):
            depth = []
        depth.append(line)
        if line in ("END:VEVENT", "END:VTODO"):
            found.setdefault(next(l for l in depth if l.startswith("UID:")), []).append(depth)
            depth = []
    return found
before, after = components(sys.argv[1]), components(sys.argv[2])
assert set(after) == {"UID:swim@example", "UID:cinema@example", "UID:shop@example"}, set(after)
for uid in after:
    assert before[uid] == after[uid], (uid, before[uid], after[uid])
PY
}
check 'export of what was imported has every line of it' lines_kept
cp "$scratch/out.ics" "$scratch/again.ics"
check '... and is the same when it is imported' changes_are '0 0 0 2 0 1 0' again.ics "${wishes[@]}"
cp "$here/cases/busy/eva.ics" "$scratch/eva.ics"
import eva.ics "${busy[@]}" --apply --quiet
echo '{"format": "ledsaga-sources", "version": 1, "sources": [{"id": "a", "url": "https://example.org/a.ics", "as": "busy", "for": "eva"}]}' >"$scratch/w/sources.json"
check 'what is written is as the schemas say' python3 tests/structure/schemas.py "$scratch/w"
check 'of a busy calendar only times are kept' bash -c "! grep -rqi -e secret -e birthday '$scratch/w/weeks'"
check '... and only times are told' bash -c "cd '$scratch' && ! '$ledsaga' import w eva.ics ${busy[*]} --json | grep -qi secret"

# ---- --apply is interrupted ------------------------------------------------------------------------

python3 - >"$scratch/many.ics" <<'PY'
print("BEGIN:VCALENDAR\nVERSION:2.0")
for i in range(1500):
    print(f"BEGIN:VEVENT\nUID:m{i}@example\nDTSTART:202611{23 + i % 7}T{i // 7 % 20:02d}{i % 60:02d}00Z\nDURATION:PT30M\nEND:VEVENT")
print("END:VCALENDAR")
PY
fresh
week_lines >"$scratch/without"
cp -r "$scratch/w" "$scratch/clean"
import many.ics "${busy[@]}" --apply --quiet
week_lines >"$scratch/with"
killed_at() { # seconds: the week is the old one or the new one
    rm -rf "$scratch/w" && cp -r "$scratch/clean" "$scratch/w"
    (cd "$scratch" && exec "$ledsaga" import w many.ics "${busy[@]}" --apply --quiet) &
    local pid=$!
    sleep "$1"
    kill -9 $pid
    wait $pid
    week_lines >"$scratch/now" || return 1
    cmp -s "$scratch/now" "$scratch/without" || cmp "$scratch/now" "$scratch/with"
} 2>/dev/null
all_killed() {
    local ms
    for ms in $(seq 5 9 230); do killed_at "$(printf '0.%03d' "$ms")" || return 1; done
}
check 'a run that is killed leaves the old week or the new one' all_killed
check '... and the next one ends what it began' bash -c "cd '$scratch' && '$ledsaga' import w many.ics ${busy[*]} --apply --quiet"
week_lines >"$scratch/now"
check '... with the same week' cmp "$scratch/now" "$scratch/with"

# ---- as much as a calendar may have ------------------------------------------------------------------

python3 - "$scratch" <<'PY'
import sys
from datetime import datetime, timedelta
monday = datetime(2026, 11, 23)
def at(seconds):
    return (monday + timedelta(seconds=seconds)).strftime("%Y%m%dT%H%M%SZ")
def write(name, n, each, head="", tail=""):
    with open(f"{sys.argv[1]}/{name}.ics", "w", encoding="utf-8") as file:
        file.write("BEGIN:VCALENDAR\nVERSION:2.0\n" + head + "".join(map(each, range(n))) + tail + "END:VCALENDAR\n")
def component(kind, step, length):
    return lambda i: (f"BEGIN:{kind}\nUID:m{i}\nDTSTART:{at(step * i)}\nDTEND:{at(step * i + length)}\n"
                      f"END:{kind}\n")
write("components", 49000, component("VAVAILABILITY", 12, 6))
write("times", 19000, component("AVAILABLE", 30, 15), "BEGIN:VAVAILABILITY\nUID:v\n", "END:VAVAILABILITY\n")
write("events", 19000, component("VEVENT", 30, 600))
write("cancels", 49000, lambda i: f"BEGIN:VEVENT\nUID:m{i}\nSEQUENCE:1\nEND:VEVENT\n", "METHOD:CANCEL\n")
PY
for what in components times events; do
    fresh
    check "19000 and more in 15 s: $what" bash -c "cd '$scratch' && timeout 15 '$ledsaga' import w $what.ics ${busy[*]} --apply --quiet"
done
check '... 49000 that call them off' bash -c "cd '$scratch' && timeout 15 '$ledsaga' import w cancels.ics ${busy[*]} --apply --quiet"
check '... so none of them is left' bash -c "! grep -q x-imported '$scratch/w/$week/week.json'"

# ---- a roster of it ----------------------------------------------------------------------------------

village() {
    rm -rf "$scratch/w"
    (cd "$scratch" && "$ledsaga" new w --preset village --week 2026-W48 --quiet)
}
cp "$here/cases/busy/eva.ics" "$here/cases/wishes/anna.ics" "$scratch"
roster_of_imports() {
    village || return
    import eva.ics --as busy --for e001 --apply --quiet
    import anna.ics --as wishes --for c005 --apply --quiet
    (cd "$scratch" && "$ledsaga" solve w --effort 200000 --quiet && "$ledsaga" check w >checked) || return
    grep -q 'No hard rule is broken' "$scratch/checked" || return
    (cd "$scratch" && "$ledsaga" show w --json) | python3 -c '
import json, sys
week = json.load(open(sys.argv[1], encoding="utf-8"))
wished = {r["id"] for r in week["requests"] if r["id"].startswith("c005-wishes.")}
assert len(wished) == 3, wished
text = sys.stdin.read()
assert all(w in text for w in wished), "a wish is neither served nor told as unserved"' "$scratch/w/$week/week.json"
}
check 'a week with imported times and wishes is solved and lawful' roster_of_imports
then_called_off() {
    sed 's/^STATUS:TENTATIVE/STATUS:CANCELLED/' "$here/cases/wishes/anna.ics" >"$scratch/anna.ics"
    import anna.ics --as wishes --for c005 --apply --quiet
    [ "$(grep -c '"id": "c005-wishes' "$scratch/w/$week/week.json")" = 2 ] &&
        (cd "$scratch" && "$ledsaga" solve w --effort 200000 --quiet && "$ledsaga" check w)
}
check '... and again after a wish was called off' then_called_off

# ---- a calendar on a server ------------------------------------------------------------------------

port=8341
export LEDSAGA_PASSWORD=hemligt
server_start() {
    mkdir -p "$scratch/server/data"
    printf 'eva:%s\n' "$LEDSAGA_PASSWORD" >"$scratch/server/users"
    cat >"$scratch/server/config" <<CONFIG
[server]
hosts = 127.0.0.1:$port
[auth]
type = htpasswd
htpasswd_filename = $scratch/server/users
htpasswd_encryption = plain
[storage]
filesystem_folder = $scratch/server/data
CONFIG
    radicale --config "$scratch/server/config" >"$scratch/server/log" 2>&1 &
    server=$!
    for _ in $(seq 50); do
        curl -s -o "$scratch/answer" "http://127.0.0.1:$port/" && return
        sleep 0.1
    done
    return 1
}
address=http://127.0.0.1:$port/eva/home/
put() { curl -s -f -u "eva:$LEDSAGA_PASSWORD" -X PUT -H 'Content-Type: text/calendar; charset=utf-8' --data-binary "@$1" "$2"; }
server=
if ! command -v radicale >/dev/null; then
    skip 'a calendar on a server: radicale is not here'
elif ! server_start; then
    check 'radicale can be started' cat "$scratch/server/log"
else
    fresh
    { sed '/^END:VCALENDAR$/d' "$scratch/five.ics"; event run 23T0700 23T0800 'RRULE:FREQ=DAILY;COUNT=7'; echo END:VCALENDAR; } |
        sed 's/^UID:.*/&\nDTSTAMP:20261101T080000Z/; s/^VERSION:2.0$/&\nPRODID:-\/\/invented\/\/example\/\/EN/' >"$scratch/six.ics"
    printf 'BEGIN:VTIMEZONE\nTZID:Europe/Stockholm\nBEGIN:STANDARD\nDTSTART:19961027T030000\nTZOFFSETFROM:+0200\nTZOFFSETTO:+0100\nEND:STANDARD\nEND:VTIMEZONE\n' >"$scratch/zone"
    sed -i "/^PRODID/r $scratch/zone" "$scratch/six.ics"
    check 'radicale takes the calendar' put "$scratch/six.ics" "$address"
    check 'a CalDAV calendar is imported' changes_are '12 6 0 0 0 0 0' "$address" "${busy[@]}" --user eva --apply
    check '... twice' changes_are '0 0 0 6 0 0 0' "$address" "${busy[@]}" --user eva --apply
    object=$(find "$scratch/server/data" -name '*.ics' -exec grep -l 'UID:e4@' {} + | head -n 1)
    check '... an object is taken away there' curl -s -f -u "eva:$LEDSAGA_PASSWORD" -X DELETE -o "$scratch/answer" "$address$(basename "$object")"
    check '... and here' changes_are '1 0 0 5 0 0 0' "$address" "${busy[@]}" --user eva --apply
    check 'one file behind an address' changes_are '0 0 0 1 0 0 0' "$address$(basename "$(find "$scratch/server/data" -name '*.ics' -exec grep -l 'UID:e5@' {} + | head -n 1)")" "${busy[@]}" --user eva --partial
    check 'a calendar that is not there' refuses 3 'There is no calendar there' "http://127.0.0.1:$port/eva/none/" "${busy[@]}" --user eva
    check 'a wrong password' env LEDSAGA_PASSWORD=wrong bash -c "cd '$scratch'; '$ledsaga' import w '$address' ${busy[*]} --user eva; [ \$? = 12 ]"
    kill "$server" && wait "$server" 2>/dev/null
    server=
    check 'a server that is away' refuses 12 "127.0.0.1" "$address" "${busy[@]}" --user eva
    check '... changes nothing' bash -c "[ \$(grep -c x-imported '$scratch/w/$week/week.json') = 11 ]"
fi
unset LEDSAGA_PASSWORD

# ---- a server that answers oddly -------------------------------------------------------------------

# The address of a subscription is its only key: it is asked for as it stands and never told.
event sole 24T1000 24T1100 | calendar sole.ics
event pair 25T1000 25T1100 | calendar pair.ics
sed -i '/^VERSION/a BEGIN:VTIMEZONE\nTZID:Europe/Stockholm\nX-NOTE:private\nBEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0100\nEND:STANDARD\nEND:VTIMEZONE' \
    "$scratch/sole.ics" "$scratch/pair.ics"
(cd "$scratch" && exec python3 "$here/answers.py" 8345 sole.ics pair.ics) 2>"$scratch/log" &
server=$!
for _ in $(seq 50); do
    curl -s -o "$scratch/answer" http://127.0.0.1:8345/sole.ics && break
    sleep 0.1
done
odd=http://127.0.0.1:8345
subscription() { # the table of what is behind this path
    import "$odd/$1" "${busy[@]}" "${@:2}" >"$scratch/table"
}
secret_kept() { ! grep -i -e hemlig "$scratch/table"; }
fresh
check 'a subscription is asked for as it stands' subscription 'sole.ics?export&token=H%2FEMLIG%20' --apply
check '... with its question' grep -qxF 'GET /sole.ics?export&token=H%2FEMLIG%20' "$scratch/asked"
check '... and not told' secret_kept
for at in refuse-hemlig.ics move-hemlig.ics hemlig/none/; do
    subscription "$at" && status=0 || status=$?
    check "a subscription that fails is not told either: $at" bash -c "[ $status != 0 ] && [ -s '$scratch/table' ]"
    check '... whatever the server says' secret_kept
done
fresh
check 'a calendar of two objects' changes_are '2 2 0 0 0 0 0' "$odd/hemlig/" "${busy[@]}" --apply
touch "$scratch/part"
check '... of which the server tells a part is told so' bash -c "cd '$scratch' && '$ledsaga' import w $odd/hemlig/ ${busy[*]} | grep -q 'only a part'"
check '... and takes nothing away' changes_are '0 0 0 1 0 0 0' "$odd/hemlig/" "${busy[@]}"
zone_once() {
    export_imported >"$scratch/zones"
    [ "$(grep -c BEGIN:VTIMEZONE "$scratch/zones")" = 1 ] && grep -q TZOFFSETFROM "$scratch/zones" &&
        ! grep -i private "$scratch/zones"
}
check 'what was imported has its time zone, once, and nothing private of it' zone_once
kill "$server" && wait "$server" 2>/dev/null
server=

# ---- the corpora of other projects -------------------------------------------------------------------

# One file in eight, or with EVERY=1 (make test-corpora) each of them.
corpus=${LEDSAGA_INSTANCES:+$LEDSAGA_INSTANCES/ics}
if [ -d "$corpus" ]; then
    check 'calendars of other projects: every event accounted for, twice is once, in time and memory' \
        python3 "$here/corpora.py" "$ledsaga" tests/cases/tiny/unit.json "$corpus" "${EVERY:-8}"
else
    skip 'the calendars of other projects: LEDSAGA_INSTANCES does not name their folder'
fi

tally
