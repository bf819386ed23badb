#!/bin/sh
# A quarter of an invented unit, week by week, as a scheduler would have made it: each
# week is solved with what the weeks before it left (hours used, rest, known faces, who was
# short), judged from the files alone, and then the quarter is reported.
#   bench/quarter.sh [PRESET [SEED]]     default halmstad 1
# Stops with code 1 if a week breaks a hard rule.
set -eu
cd "$(dirname "$0")/.."
: "${LEDSAGA:=$PWD/build/release/ledsaga}"
preset=${1-halmstad} seed=${2-1}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$LEDSAGA" version | head -n 1
"$LEDSAGA" new "$work/unit" --preset "$preset" --seed "$seed" --week 2026-W27 --weeks 13 >&2
printf '%-9s %8s %8s %8s  %s\n' week seconds rights rest outcome
for week in 27 28 29 30 31 32 33 34 35 36 37 38 39; do
    began=$(date +%s.%N)
    "$LEDSAGA" solve "$work/unit" --week "2026-W$week" --json >"$work/solved.json"
    ended=$(date +%s.%N)
    "$LEDSAGA" check "$work/unit" --week "2026-W$week" --json >"$work/checked.json" ||
        { echo "2026-W$week breaks a hard rule"; exit 1; }
    python3 - "$work/solved.json" "2026-W$week" "$began" "$ended" <<'PYTHON'
import json
import sys

with open(sys.argv[1]) as file:
    sheet = json.load(file)
rights, rest = (tier["value"] for tier in sheet["tiers"])
seconds = float(sys.argv[4]) - float(sys.argv[3])
print(f"{sys.argv[2]:9} {seconds:8.1f} {rights:8} {rest:8}  {sheet['outcome']}")
PYTHON
done
"$LEDSAGA" report "$work/unit" --quarter 2026-Q3
