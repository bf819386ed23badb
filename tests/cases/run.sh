#!/bin/bash
# Small workspaces that were solved by hand, each with its arithmetic in README.md. A case
# is a folder with `expected`:
#   week WEEK                     the week to solve; may be left out when there is one
#   outcome WORD
#   rights VALUE BOUND            the two tiers
#   rest VALUE BOUND
#   breaches N
#   visit REQUEST START MINUTES ESCORT...    every visit, where the best roster is the only one
#   unserved REQUEST REASON       every request that is not served
# `solve` must say so, and so must `check` of what was written, with exit code 0.
#   tests/cases/run.sh [CASE...]    only these
cd "$(dirname "$0")/../.." || exit 1
. tests/tally.sh
: "${LEDSAGA:=$PWD/build/release/ledsaga}"
here=tests/cases
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LC_ALL=C.UTF-8 LANGUAGE=en

as_expected() { # expected, command...
    "${@:2}" >"$work/out.json" || { echo "exit code $?"; return 1; }
    python3 "$here/compare.py" "$1" "$work/out.json"
}

[ $# -gt 0 ] || set -- $(cd "$here" && ls -d */ | tr -d /)
for name; do
    expected=$here/$name/expected
    [ -e "$expected" ] || continue
    cp -r "$here/$name" "$work/$name"
    week=$(sed -n 's/^week //p' "$expected")
    args=("$work/$name" ${week:+--week "$week"} --json)
    check "$name solved" as_expected "$expected" "$LEDSAGA" solve "${args[@]}"
    check "$name checked" as_expected "$expected" "$LEDSAGA" check "${args[@]}"
done
tally
