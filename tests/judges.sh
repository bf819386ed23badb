#!/bin/sh
# The judges that npm has: installs them into build/judges unless they are there, and
# prints their folder. For the scripts that ask them it is NODE_PATH, and its .bin is first
# in PATH: some judges need a newer Node than Debian's, which is then installed beside them.
# Versions are exact (tests/calendar/package-lock.json). Ends in failure, with a sentence,
# where the judges cannot be had.
set -eu
cd "$(dirname "$0")/.."
lock=tests/calendar/package-lock.json
folder=$PWD/build/judges
oldest=20 # Node that every judge runs under

command -v node >/dev/null && command -v npm >/dev/null || { echo "judges.sh: node and npm are not here" >&2; exit 1; }
mkdir -p "$folder"
exec 9>"$folder/lock" # two suites may ask at once
flock 9
if ! cmp -s "$lock" "$folder/installed"; then
    cp tests/calendar/package.json "$lock" "$folder/"
    beside=--include=optional
    [ "$(node -p 'process.versions.node.split(".")[0]')" -lt $oldest ] || beside=--omit=optional
    (cd "$folder" && npm ci $beside --ignore-scripts --no-audit --no-fund >npm.log 2>&1) || {
        tail -n 5 "$folder/npm.log" >&2
        echo "judges.sh: npm could not install the judges" >&2
        exit 1
    }
    cp "$lock" "$folder/installed"
fi
echo "$folder/node_modules"
