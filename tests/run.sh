#!/bin/sh
# Runs every test suite and adds up. A suite is, in each folder of tests/:
#   run.sh or run.py            if there is one, else
#   build/MODE/tests/NAME/run   made of the folder's *.c
# Programs, and the scripts that feed files to ledsaga, run under the sanitizers too. A suite
# ends with a line `N passed, N failed` (`, N skipped` may follow). One that ends
# in failure without a failed test counts as one failed.
#   tests/run.sh [NAME...]      only these
set -u
cd "$(dirname "$0")/.." || exit 1
export LEDSAGA="${LEDSAGA:-$PWD/build/release/ledsaga}"
export PYTHONDONTWRITEBYTECODE=1
# The Python whose packages setup.sh looked at, where there are several.
python3 -c 'import jsonschema, icalendar' 2>/dev/null || PATH=/usr/bin:$PATH
unset LC_ALL LC_MESSAGES LANGUAGE
export LANG=C

passed=0 failed=0 skipped=0
log=$(mktemp)
trap 'rm -f "$log"' EXIT

suite() { # title, command...
    local title=$1 code line p=0 f=0 s=0
    shift
    printf '\n== %s\n' "$title"
    "$@" >"$log" 2>&1
    code=$?
    cat "$log"
    line=$(grep -E '^[0-9]+ passed, [0-9]+ failed(, [0-9]+ skipped)?$' "$log" | tail -n 1)
    if [ -n "$line" ]; then
        # shellcheck disable=SC2086
        set -- $line
        p=$1 f=$3 s=${5:-0}
    elif [ $code -eq 0 ]; then
        p=1
    fi
    if [ $code -ne 0 ] && [ "$f" -eq 0 ]; then f=1; fi
    [ "$f" -eq 0 ] || failures="${failures:-} $title,"
    passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s))
}

sanitized() { case $1 in bad | cases | formats) true ;; *) false ;; esac; }

[ $# -gt 0 ] || set -- $(cd tests && ls -d */ | tr -d /)
for name; do
    if [ -e "tests/$name/run.sh" ]; then
        suite "$name" bash "tests/$name/run.sh"
        ! sanitized "$name" || suite "$name (debug)" env LEDSAGA="$PWD/build/debug/ledsaga" bash "tests/$name/run.sh"
    elif [ -e "tests/$name/run.py" ]; then
        suite "$name" python3 "tests/$name/run.py"
    else
        for mode in release debug; do
            program=build/$mode/tests/$name/run
            [ -z "$(ls tests/"$name"/*.c 2>/dev/null)" ] || suite "$name ($mode)" "$program"
        done
    fi
done

[ "$failed" -eq 0 ] || printf '\nFailed in:%s\n' "${failures%,}"
if [ "$skipped" -gt 0 ]; then
    printf '\n%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
else
    printf '\n%d passed, %d failed\n' "$passed" "$failed"
fi
[ "$failed" -eq 0 ]
