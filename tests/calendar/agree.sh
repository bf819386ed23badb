#!/bin/bash
# agree.sh EXPECTED.tsv FROM TO FEED.ics...: three readers of others see in the feeds what is
# expected, and so the same: file, start and end in UTC, UID, SUMMARY. NODE_PATH is the
# folder that tests/judges.sh tells.
set -u
here=$(dirname "$(readlink -f "$0")")
expected=$1
shift
export TZ=Europe/Stockholm LC_ALL=C # sorting; the zone is what whole days are told in
seen=$(mktemp -d)
trap 'rm -rf "$seen"' EXIT

see() { # reader, command...
    local reader=$1
    shift
    "$@" >"$seen/$reader" || { echo "$reader: failed"; exit 2; }
    sort "$seen/$reader" | diff -u <(sort "$expected") - >"$seen/difference" || {
        echo "$reader: DIFFERS"
        cat "$seen/difference"
        different=1
        return
    }
    echo "$reader: same ($(grep -c . "$seen/$reader") events)"
}
different=0
see ical.js node "$here/expand_icaljs.cjs" "$@"
see node-ical node "$here/expand_nodeical.cjs" "$@"
for python in python3 /usr/bin/python3; do # some machines have one of their own before Debian's
    "$python" -c 'import recurring_ical_events' 2>/dev/null && break
done
see python-icalendar "$python" "$here/expand_python.py" "$@"
exit $different
