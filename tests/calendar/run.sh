#!/bin/bash
# Calendars as others read them: our lint, three readers that must see what the rosters say,
# also where clocks change; what changes when a roster does; texts that are hard on a line.
cd "$(dirname "$0")/../.." || exit 1
. tests/tally.sh
: "${LEDSAGA:=$PWD/build/release/ledsaga}"
here=tests/calendar
out=$(mktemp -d)
end() {
    [ -z "${server:-}" ] || kill "$server"
    rm -rf "$out"
}
trap end EXIT
unset LANGUAGE SOURCE_DATE_EPOCH
judges=$(sh tests/judges.sh) || judges=
export NODE_PATH=$judges PATH=${judges:+$judges/.bin:}$PATH

hand_out() { # workspace, day, options...
    local workspace=$1 day=$2 week
    shift 2
    for week in "$workspace"/weeks/*/roster.json; do
        week=$(basename "$(dirname "$week")")
        "$LEDSAGA" export "$workspace" --week "$week" --format ics --unlawful --on "$day" --out "$workspace/out" --quiet "$@" || return
    done
}
lint() { /usr/bin/env python3 "$here/lint_feed.py" "$1"/out/calendars/*/*.ics; }
readers_agree() { # workspace, language, clients|escorts, FROM, TO
    python3 "$here/expect.py" "$1" "$2" "$3" >"$out/expected.tsv" || return
    [ -s "$out/expected.tsv" ] || { echo "nothing is expected"; return 1; }
    # shellcheck disable=SC2046 # ids have no spaces
    "$here/agree.sh" "$out/expected.tsv" "$4" "$5" $(cut -f1 "$out/expected.tsv" | sort -u | sed "s|^|$1/out/calendars/$3/|")
}
agree() { # sentence, as readers_agree
    local sentence=$1
    shift
    if [ -n "$judges" ]; then
        check "$sentence" readers_agree "$@"
    else
        skip "$sentence (the judges cannot be installed)"
    fi
}

# ---- where the clocks change ----

python3 "$here/make_clocks.py" "$out/clocks"
for language in sv en; do
    check "five weeks with changing clocks are handed out ($language)" hand_out "$out/clocks" 2026-03-20 --lang $language
    check "the lint finds nothing ($language)" lint "$out/clocks"
    for kind in clients escorts; do
        agree "three readers see what the rosters of changing clocks say of $kind ($language)" \
            "$out/clocks" $language $kind 2026-03-01T00:00:00Z 2027-05-01T00:00:00Z
    done
done

# Rosters of chance, moved to the night of the change.
seed=0
for preset in village village halmstad; do
    for week in 2026-W43 2027-W12; do
        seed=$((seed + 1)) workspace=$out/$preset.$week.$seed
        "$LEDSAGA" new "$workspace" --preset $preset --seed $seed --week $week --weeks 2 --quiet
        for made in "$workspace"/weeks/*; do
            "$LEDSAGA" solve "$workspace" --week "$(basename "$made")" --seed $seed --no-prove --time 0.5 --quiet
        done
        python3 "$here/shake_roster.py" "$workspace" $seed
        from=${week%-*}-01-01T00:00:00Z to=${week%-*}-12-31T00:00:00Z
        check "a $preset of chance in $week is handed out" hand_out "$workspace" "${from%T*}" --lang sv
        check "the lint finds nothing in a $preset in $week" lint "$workspace"
        for kind in clients escorts; do
            agree "three readers see what a $preset in $week (seed $seed) says of $kind" "$workspace" sv $kind "$from" "$to"
        done
    done
done
cp -r tests/formats/club "$out/club"
check 'a club is handed out' hand_out "$out/club" 2026-11-20 --lang en
for kind in clients escorts; do
    agree "three readers see groups as they are told to $kind" "$out/club" en $kind 2026-11-01T00:00:00Z 2026-12-31T00:00:00Z
done

# ---- what changes, and what does not ----

tiny=$out/tiny
cp -r tests/cases/tiny "$tiny"
roster=$tiny/weeks/2026-W48/roster.json
feed_of() { # day, options...
    "$LEDSAGA" export "$tiny" --week 2026-W48 --format ics --unlawful --lang sv --on "$@"
}
roster_edit() { # program
    python3 - "$roster" "$1" <<'PROGRAM'
import json, sys
with open(sys.argv[1], encoding="utf-8") as file:
    roster = json.load(file)
visits = {v["request"]: v for v in roster["visits"]}
exec(sys.argv[2])
roster["visits"] = list(visits.values())
with open(sys.argv[1], "w", encoding="utf-8") as file:
    json.dump(roster, file)
PROGRAM
}
feed_of 2026-11-20 --client anna >"$out/first.ics"
feed_of 2026-11-20 --client anna >"$out/second.ics"
check 'the same roster gives the same bytes' cmp "$out/first.ics" "$out/second.ics"
untouched() {
    feed_of 2026-11-20 --quiet && touch -d 2020-01-01 "$tiny"/weeks/2026-W48/out/calendars/*/* && feed_of 2026-11-20 --quiet &&
        [ -z "$(find "$tiny/weeks/2026-W48/out/calendars" -type f -newermt 2020-01-02)" ]
}
check 'files whose bytes stay are not touched' untouched
strays_go() {
    local folder=$tiny/weeks/2026-W48/out/calendars/clients
    touch "$folder/gone.ics" "$folder/note.txt" && feed_of 2026-11-20 --quiet && [ ! -e "$folder/gone.ics" ] && [ -e "$folder/note.txt" ]
}
check 'the calendar of nobody is removed, and nothing else' strays_go

if command -v vdirsyncer >/dev/null; then
    mkdir -p "$out/web" "$out/copied" "$out/status"
    cp "$out/first.ics" "$out/web/feed.ics"
    python3 "$here/serve.py" "$out/web" 2>"$out/serve.log" &
    server=$!
    for _ in $(seq 50); do [ -s "$out/web/port" ] && break; sleep 0.1; done
    cat >"$out/vdirsyncer" <<CONFIG
[general]
status_path = "$out/status/"
[pair feed]
a = "web"
b = "copy"
collections = null
[storage web]
type = "http"
url = "http://127.0.0.1:$(cat "$out/web/port")/feed.ics"
[storage copy]
type = "filesystem"
path = "$out/copied/"
fileext = ".ics"
CONFIG
    synced() { LC_ALL=C.UTF-8 timeout 60 vdirsyncer -c "$out/vdirsyncer" "$@" 2>&1; }
    copies() { # how many events are copied by a sync
        synced sync >"$out/sync.log"
        [ "$(grep -c 'Copying' "$out/sync.log")" -eq "$1" ] || { cat "$out/sync.log"; return 1; }
    }
    yes | synced discover >/dev/null
    check 'vdirsyncer copies each event' copies 2
    check 'vdirsyncer copies nothing the second time' copies 0
else
    skip 'vdirsyncer copies each event, and nothing the second time (it is not here)'
fi

roster_edit 'visits["swim"]["start"] = "2026-11-28T11:30+01:00"'
feed_of 2026-11-20 --client anna >"$out/moved.ics"
one_change() { [ "$(python3 "$here/one_change.py" "$1" "$2")" = "$3" ]; }
check 'a moved visit changes one event' one_change "$out/first.ics" "$out/moved.ics" 'DTEND DTSTART'
if [ -n "${server:-}" ]; then
    cp "$out/moved.ics" "$out/web/feed.ics"
    check 'vdirsyncer copies the one that changed' copies 1
fi
roster_edit 'visits["swim"]["escorts"] = ["mia"]'
feed_of 2026-11-20 --client anna >"$out/mia.ics"
check 'another escort changes one event' one_change "$out/moved.ics" "$out/mia.ics" SUMMARY
feed_of 2026-11-20 --escort eva >"$out/eva.ics"
given_away() { grep -q 'SUMMARY:Inställt: swimming med Anna' "$out/eva.ics" && [ "$(grep -c BEGIN:VEVENT "$out/eva.ics")" -eq 2 ]; }
check 'the escort who does not come reads that it is cancelled' given_away

roster_edit 'del visits["swim"]'
feed_of 2026-11-20 --client anna >"$out/cancelled.ics"
check 'a visit that falls out changes one event' one_change "$out/mia.ics" "$out/cancelled.ics" 'STATUS SUMMARY TRANSP'
says_cancelled() {
    grep -q '^SUMMARY:Inställt: swimming med Mia' "$out/cancelled.ics" && grep -q '^STATUS:CANCELLED' "$out/cancelled.ics" &&
        grep -q '^TRANSP:TRANSPARENT' "$out/cancelled.ics"
}
check 'it says that it is cancelled' says_cancelled
events_on() { [ "$(feed_of "$1" --client anna | grep -c BEGIN:VEVENT)" -eq "$2" ]; }
check 'it is there on the day after' events_on 2026-11-29 2
check 'it is gone two days after' events_on 2026-11-30 1
roster_edit 'visits.clear()'
feed_of 2026-12-01 --client bo >"$out/none.ics"
nothing() { [ "$(grep -c BEGIN:VEVENT "$out/none.ics")" -eq 1 ] && grep -q 'SUMMARY:Ingen ledsagning är planerad' "$out/none.ics"; }
check 'a calendar without visits has one event that says so' nothing
check 'the lint finds nothing in all of these' python3 "$here/lint_feed.py" "$out"/*.ics
untold() { # a draft of the week after is in nobody's calendar
    cp -r "$tiny/weeks/2026-W48" "$tiny/weeks/2026-W49" && rm -rf "$tiny/weeks/2026-W49"/{told.json,out} &&
        sed -i 's/2026-W48/2026-W49/' "$tiny/weeks/2026-W49"/*.json &&
        feed_of 2026-12-01 --client bo | cmp - "$out/none.ics"
}
check 'a week that was not handed out is in no calendar' untold

# ---- whose language, whose wishes ----

wished=$out/wished
cp -r tests/cases/tiny "$wished"
python3 - "$wished/unit.json" <<'PROGRAM'
import json, sys
with open(sys.argv[1], encoding="utf-8") as file:
    unit = json.load(file)
unit["calendar"] = {"language": "sv", "addresses": True}
unit["clients"][0]["calendar"] = {"language": "en", "alarm_minutes": 60}
unit["clients"][2]["calendar"] = {"short_name": "C."}
with open(sys.argv[1], "w", encoding="utf-8") as file:
    json.dump(unit, file)
PROGRAM
hand_out "$wished" 2026-11-20 --lang en
each_in_their_own() {
    cd "$wished/out/calendars" && grep -q '^NAME:My escorting' clients/anna.ics && grep -q '^NAME:Min ledsagning' clients/bo.ics &&
        grep -q '^SUMMARY:cinema with' clients/anna.ics && grep -q '^SUMMARY:cinema med Anna' escorts/hugo.ics
}
check 'each calendar is in the language of its person, else of the unit' each_in_their_own
reminded() { [ "$(cd "$wished/out/calendars" && grep -c '^TRIGGER:-PT60M' clients/*.ics escorts/*.ics | grep -v ':0')" = clients/anna.ics:2 ]; }
check 'who asked for it is reminded, and nobody else' reminded
named() { grep -q '^SUMMARY:football match med C\.' "$wished/out/calendars/escorts/eva.ics" && grep -q '^LOCATION:Town square' "$wished/out/calendars/escorts/eva.ics"; }
check 'an escort reads the short name, and the address where the office tells it' named

# ---- texts that are hard on a calendar ----

nasty=$out/nasty
mkdir "$nasty"
python3 "$here/make_clocks.py" "$nasty"
nasty_feed() {
    python3 "$here/make_nasty.py" "$nasty" "$1" >"$out/texts.json" &&
        "$LEDSAGA" export "$nasty" --week 2026-W43 --format "$2" --unlawful --on 2026-12-10 --lang en --client kim
}
nasty_feed inject ics >"$out/injected.ics"
one_event() { [ "$(grep -c '^BEGIN:VEVENT' "$out/injected.ics")" -eq 1 ] && ! grep -q '^X-EVIL' "$out/injected.ics"; }
check 'no text begins a line of its own' one_event
refused() { # a name that would
    sed 's/nasty-0000/nasty\\r\\nX-EVIL:1/' "$nasty/weeks/2026-W50/told.json" >"$out/evil.json" && cp "$out/evil.json" "$nasty/weeks/2026-W50/told.json"
    "$LEDSAGA" export "$nasty" --week 2026-W43 --format ics --unlawful --on 2026-12-10 --client kim --lang en 2>&1 | grep -q 'people\[0\].appointments\[0\].uid'
}
check 'a name with a line break is refused' refused
nasty_feed shift ics >"$out/shifted.ics"
nasty_feed shift jcal >"$out/shifted.json"
if [ -n "$judges" ]; then
    check 'ical.js reads back every text at every place of a fold' node "$here/read_back.cjs" "$out/shifted.ics" "$out/texts.json"
    check 'ical.js makes of hard texts what our jCal says' node "$here/jcal.cjs" "$out/shifted.ics" "$out/shifted.json"
else
    skip 'ical.js reads back every text (the judges cannot be installed)'
fi

# ---- jCal ----

jcal_same() {
    local week pairs=() ics
    for week in "$out"/clocks/weeks/*; do
        "$LEDSAGA" export "$out/clocks" --week "$(basename "$week")" --format jcal --unlawful --on 2026-03-20 --out "$out/clocks/out" --lang en --quiet || return
    done
    for ics in "$out"/clocks/out/calendars/*/*.ics; do
        pairs+=("$ics" "${ics%.ics}.json")
    done
    node "$here/jcal.cjs" "${pairs[@]}"
}
if [ -n "$judges" ]; then
    check 'ical.js makes of each calendar what our jCal says' jcal_same
else
    skip 'ical.js makes of each calendar what our jCal says (the judges cannot be installed)'
fi
tally
