#!/bin/bash
# Publishing, from the roster to what a telephone gets: every other script here, in one
# tally. Each gets an empty folder to work in, and `village`, a solved workspace of eight
# clients and their escorts with two weeks, to copy. Servers run on this machine only.
cd "$(dirname "$0")/../.." || exit 1
here=$PWD
: "${LEDSAGA:=$here/build/release/ledsaga}"
PATH="$(dirname "$LEDSAGA"):$PATH:/usr/sbin"
unset LC_ALL LC_MESSAGES LANGUAGE LEDSAGA_PASSWORD
export LANG=C SOURCE_DATE_EPOCH=1795420800 # 2026-11-23 08:00 UTC, the Monday of the week
. tests/tally.sh
# In memory where that is to be had: thousands of files are written and waited for.
[ -w /dev/shm ] && work=$(mktemp -d -p /dev/shm) || work=$(mktemp -d)
servers=()
trap 'for pid in "${servers[@]}"; do kill "$pid" 2>/dev/null; done; rm -rf "$work"' EXIT

week=2026-W48
tests=$here/tests/publish
ledsaga new "$work/village" --preset village --week $week --weeks 2 --quiet &&
    ledsaga solve "$work/village" --week $week --effort 2000 --quiet >/dev/null &&
    ledsaga solve "$work/village" --week 2026-W49 --effort 2000 --quiet >/dev/null || exit 1

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
# Move the n-th visit of a roster by so many minutes: MINUTES N DIR [WEEK]
move() { python3 "$tests/move.py" "$3/weeks/${4:-$week}/roster.json" "$2" "$1"; }
# The secret part of somebody's address: FILE ID
token() { awk -F'"' -v id="$2" '$4 == id { sub(/.*\//, "", $8); sub(/\.html$/, "", $8); print $8 }' "$1"; }
# Start a server, with what it says in a file: LOG COMMAND...
serve() {
    local log=$1; shift
    "$@" >"$log" 2>&1 &
    server=$!
    servers+=("$server")
}
# Wait until something answers on a port.
answers() {
    local i
    for ((i = 0; i < 100; i++)); do
        (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null && return
        sleep 0.1
    done
    echo "nothing answers on port $1"
    return 1
}
stop() { kill "$1" && wait "$1" 2>/dev/null; }

for part in "$tests"/*.sh; do
    [ "${part##*/}" = run.sh ] && continue
    folder=$work/$(basename "$part" .sh)
    mkdir "$folder" && cd "$folder" || exit 1
    . "$part"
    cd "$here" || exit 1
done
tally
