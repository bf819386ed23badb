#!/bin/bash
# Small workspaces that were solved by hand, each with its arithmetic in README.md. A case
# is a folder with `expected`:
#   week WEEK                     the week to solve; may be left out when there is one
#   outcome WORD
#   rights VALUE BOUND            the two tiers
#   rest VALUE BOUND
#   breaches N                    also in all the weeks of a report
#   points RULE VALUE             what a soft rule makes of it; only the rules that are named
#   warning RULE AMOUNT           every warning
#   visit REQUEST START MINUTES ESCORT...    every visit, where the best roster is the only one
#   unserved REQUEST REASON       every request that is not served
# `solve` must say so, and so must `check` of what was written, with exit code 0. And of
# what `report` must say:
#   report OPTION...              the period, such as --week 2026-W52
#   cost PART ORE                 every part that is not 0, and `total`
#   unsocial CLASS MINUTES        employees' minutes in every class that has some
#   ledger CLIENT DECISION FROM GRANTED CARRIED DELIVERED PLANNED LEFT    every account
# Visits, costs, unsocial hours and accounts may be any where `expected` has no such line.
# For each rule RULE there is a case rule-RULE-binds, in which it decides the roster, and
# a case rule-RULE-nearly, the same but for a minute, a day or a unit, in which it does not.
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

each_rule_has_its_cases() {
    local rule way missing=0
    for rule in $("$LEDSAGA" options --json |
        python3 -c 'import json, sys; print(*(r["name"] for r in json.load(sys.stdin)["rules"]))'); do
        for way in binds nearly; do
            [ -e "$here/rule-$rule-$way/expected" ] || { echo "there is no rule-$rule-$way"; missing=1; }
        done
    done
    return $missing
}

[ $# -gt 0 ] || {
    check 'each rule has a case in which it binds and one in which it nearly does' each_rule_has_its_cases
    set -- $(cd "$here" && ls -d */ | tr -d /)
}
for name; do
    expected=$here/$name/expected
    [ -e "$expected" ] || continue
    cp -r "$here/$name" "$work/$name"
    week=$(sed -n 's/^week //p' "$expected")
    args=("$work/$name" ${week:+--week "$week"} --json)
    check "$name solved" as_expected "$expected" "$LEDSAGA" solve "${args[@]}"
    check "$name checked" as_expected "$expected" "$LEDSAGA" check "${args[@]}"
    read -ra period < <(sed -n 's/^report //p' "$expected")
    [ ${#period[@]} -eq 0 ] ||
        check "$name reported" as_expected "$expected" \
            "$LEDSAGA" report "$work/$name" "${period[@]}" --format json
done
tally
