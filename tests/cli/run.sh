#!/bin/bash
# The program as somebody types it: every other script here, in one tally. Each gets
# an empty folder to work in, and `tiny`, a solved workspace of four visits, to copy.
cd "$(dirname "$0")/../.." || exit 1
here=$PWD
: "${LEDSAGA:=$here/build/release/ledsaga}"
PATH="$(dirname "$LEDSAGA"):$PATH"
unset LC_ALL LC_MESSAGES LANGUAGE
export LANG=C SOURCE_DATE_EPOCH=1795000000
. tests/tally.sh
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

week=2026-W48
roster=weeks/$week/roster.json
ledsaga new "$work/tiny" --preset tiny --week $week --quiet && ledsaga solve "$work/tiny" --quiet >/dev/null || exit 1

# An exit code, then the command that must end with it.
ends_with() {
    local wanted=$1 code; shift
    "$@"
    code=$?
    [ $code -eq "$wanted" ] || { echo "exit code $code, not $wanted"; return 1; }
}
# A text, then the command that must say it, on stdout or stderr.
says() {
    local text=$1 output; shift
    output=$("$@" 2>&1)
    [[ $output == *"$text"* ]] || { printf '%s\nlacks: %s\n' "$output" "$text"; return 1; }
}
# Is an answer as the schema of that name says? NAME FILE
as_schema() {
    ledsaga schema "$1" >schema.json && python3 -c '
import json, sys
from jsonschema import Draft202012Validator
Draft202012Validator(json.load(open("schema.json"))).validate(json.load(open(sys.argv[1])))' "$2"
}
silent() { [ -z "$("$@" 2>&1)" ]; }

for part in "$here"/tests/cli/*.sh; do
    [ "${part##*/}" = run.sh ] && continue
    folder=$work/$(basename "$part" .sh)
    mkdir "$folder" && cd "$folder" || exit 1
    . "$part"
    cd "$here" || exit 1
done
tally
