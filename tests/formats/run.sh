#!/bin/bash
# What the program prints of two small weeks, byte for byte, in both languages: the
# smallest example with the roster that serves everybody and one that a person has
# spoilt by hand (edited.json), and a club with a group, a shared outing, a client with
# protected identity, warnings and answers of a contractor.
#   UPDATE=1 tests/formats/run.sh    takes what the program prints now as right
cd "$(dirname "$0")/../.." || exit 1
. tests/tally.sh
: "${LEDSAGA:=$PWD/build/release/ledsaga}"
here=tests/formats tiny=tests/cases/tiny
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
unset LANGUAGE SOURCE_DATE_EPOCH

print_all() { # name, workspace, roster
    local language order
    for language in en sv; do
        local options=(--week 2026-W48 --roster "$3" --lang "$language") to=$out/$1.$language
        "$LEDSAGA" check "$2" "${options[@]}" >"$to.check.txt"
        for order in day escort client; do
            "$LEDSAGA" show "$2" "${options[@]}" --by $order --width 80 --color never >"$to.$order.txt"
        done
        # The hash tells of the input; it is tested where it is made.
        "$LEDSAGA" show "$2" "${options[@]}" --json | grep -v '"input_hash"' >"$to.json"
        "$LEDSAGA" export "$2" "${options[@]}" --format html --out "$to.html" --quiet
        "$LEDSAGA" export "$2" "${options[@]}" --format csv --out "$to.csv" --quiet
        "$LEDSAGA" export "$2" "${options[@]}" --format week-ics --out "$to.week.ics" --quiet
        print_calendars "$to" "$2" "${options[@]}"
    done
}

# Calendars are of what was told, which the workspace remembers: a copy of it.
print_calendars() { # to, workspace, options...
    local to=$1 workspace=$out/workspace ics
    cp -r "$2" "$workspace"
    shift 2
    "$LEDSAGA" export "$workspace" "$@" --unlawful --on 2026-11-20 --format ics --out "$out" --quiet
    "$LEDSAGA" export "$workspace" "$@" --unlawful --on 2026-11-20 --format jcal --escort eva >"$to.eva.jcal"
    for ics in "$out"/calendars/*/*.ics; do
        mv "$ics" "$to.$(basename "$ics")"
    done
    mv "$workspace/weeks/2026-W48/told.json" "${to%.*}.told.json"
    rm -r "$out/calendars" "$workspace"
}

# The workbook is looked into by tests/cli/report.sh.
print_report() {
    local language format
    for language in en sv; do
        for format in text html json csv; do
            "$LEDSAGA" report "$tiny" --week 2026-W48 --on 2026-11-26 --format $format --lang "$language" --width 80 \
                --color never --quiet --output "$out/tiny.$language.report.$format"
        done
    done
}

print_all tiny "$tiny" "$tiny/weeks/2026-W48/roster.json"
print_all edited "$tiny" "$here/edited.json"
print_all club "$here/club" "$here/club/weeks/2026-W48/roster.json"
print_report

if [ -n "${UPDATE:-}" ]; then
    rm -f "$here"/{tiny,edited,club}.*.*
    cp "$out"/* "$here/"
fi
same_files() { diff <(cd "$here" && ls {tiny,edited,club}.*.*) <(cd "$out" && ls); }
check 'there is an expected file for each that is printed' same_files
for file in "$out"/*; do
    check "$(basename "$file") is as expected" diff -u "$here/$(basename "$file")" "$file"
done

unseen() { ! grep -rl Hidden "$out"; }
check 'nothing tells the name or the home of a client with protected identity' unseen
check 'a roster with warnings alone is lawful' "$LEDSAGA" check "$here/club"
foreign() { ! grep -q 'Fia\|k17' "$out"/club.*.erik.ics; }
check 'no calendar of a client names another client' foreign

crlf() { ! grep -vq $'\r$' "$here"/*.ics; }
check 'every line of a calendar ends in CR LF' crlf

# Another program reads the calendars as the JSON tells the visits.
for python in python3 /usr/bin/python3 none; do
    "$python" -c 'import icalendar' 2>/dev/null && break
done
if [ "$python" = none ]; then
    skip 'another reader sees the visits (python3-icalendar is not here)'
else
    for name in {tiny,edited,club}.{en,sv}; do
        check "another reader sees the visits of $name" "$python" "$here/read_calendars.py" "$here/$name"
    done
fi
tally
