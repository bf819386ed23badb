#!/bin/bash
# What converter and evaluator make of published instances, and what ledsaga makes of the small ones.
cd "$(dirname "$0")/../.." || exit 1
. tests/tally.sh

suite() { # script; its last line is added to the tally, one without such a line failed
    local output line
    output=$(python3 "tests/literature/$1")
    line=$(printf '%s\n' "$output" | grep -E '^[0-9]+ passed, [0-9]+ failed' | tail -n 1)
    printf '%s\n' "$output" | grep -vxF "${line:-none}"
    read -r -a line <<<"${line:-0 passed, 1 failed}"
    passed=$((passed + line[0])) failed=$((failed + line[2])) skipped=$((skipped + ${line[4]:-0}))
}

suite selftest.py
suite run.py
tally
