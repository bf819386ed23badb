#!/bin/bash
# The unit tests, and a small week from beginning to end, under valgrind.
cd "$(dirname "$0")/.." || exit 1
. tests/tally.sh
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# Memory still reachable at the end is the C library's locale and GLPK's environment.
under() {
    LANG=C valgrind --quiet --error-exitcode=99 --leak-check=full --errors-for-leak-kinds=definite "$@" >/dev/null
}
ledsaga=build/release/ledsaga
check 'unit tests' under build/release/tests/unit/run
check 'new' under $ledsaga new "$work/v" --preset village --week 2026-W48
check 'solve' under $ledsaga solve "$work/v"
check 'check' under $ledsaga check "$work/v"
check 'show' under $ledsaga show "$work/v" --by client
for format in html ics mathprog mps; do
    check "export $format" under $ledsaga export "$work/v" --format $format
done
tally
