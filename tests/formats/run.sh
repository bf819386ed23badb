#!/bin/bash
# What the program prints of the smallest example, byte for byte, in both languages:
# the roster that serves everybody, and one a person has spoilt by hand (edited.json).
#   UPDATE=1 tests/formats/run.sh    takes what the program prints now as right
cd "$(dirname "$0")/../.." || exit 1
. tests/tally.sh
: "${LEDSAGA:=$PWD/build/release/ledsaga}"
here=tests/formats tiny=tests/cases/tiny
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
unset LANGUAGE SOURCE_DATE_EPOCH

print_all() { # name, roster
    local language order
    for language in en sv; do
        local options=(--week 2026-W48 --roster "$2" --lang "$language") to=$out/$1.$language
        for order in day escort client; do
            "$LEDSAGA" show "$tiny" "${options[@]}" --by $order --width 80 --color never >"$to.$order.txt"
        done
        # The hash tells of the input; it is tested where it is made.
        "$LEDSAGA" show "$tiny" "${options[@]}" --json | grep -v '"input_hash"' >"$to.json"
        "$LEDSAGA" export "$tiny" "${options[@]}" --format html --out "$to.html" --quiet
        "$LEDSAGA" export "$tiny" "${options[@]}" --format ics --out "$out" --quiet
        for ics in "$out"/calendars/*/*.ics; do
            mv "$ics" "$to.$(basename "$ics")"
        done
        rm -r "$out/calendars"
    done
}

print_all tiny "$tiny/weeks/2026-W48/roster.json"
print_all edited "$here/edited.json"

if [ -n "${UPDATE:-}" ]; then
    rm -f "$here"/{tiny,edited}.*.*
    cp "$out"/* "$here/"
fi
same_files() { diff <(cd "$here" && ls {tiny,edited}.*.*) <(cd "$out" && ls); }
check 'there is an expected file for each that is printed' same_files
for file in "$out"/*; do
    check "$(basename "$file") is as expected" diff -u "$here/$(basename "$file")" "$file"
done

crlf() { ! grep -vq $'\r$' "$here"/*.ics; }
check 'every line of a calendar ends in CR LF' crlf

# Another program reads the calendars as the JSON tells the visits.
for python in python3 /usr/bin/python3 none; do
    "$python" -c 'import icalendar' 2>/dev/null && break
done
if [ "$python" = none ]; then
    skip 'another reader sees the visits (python3-icalendar is not here)'
else
    for name in tiny.en tiny.sv edited.en edited.sv; do
        check "another reader sees the visits of $name" "$python" "$here/read_calendars.py" "$here/$name"
    done
fi
tally
