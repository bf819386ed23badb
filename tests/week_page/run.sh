#!/bin/bash
# The scheduler's page of the week: its policy, its size, and in Chromium what people do
# with it by keyboard, as axe-core and html-validate judge it.
cd "$(dirname "$0")/../.." || exit 1
. tests/tally.sh
: "${LEDSAGA:=$PWD/build/release/ledsaga}"
here=tests/week_page week=2026-W49
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
unset LC_ALL LC_MESSAGES LANGUAGE
export LANG=C SOURCE_DATE_EPOCH=1795000000

# preset, seconds
solved() {
    "$LEDSAGA" new "$work/$1" --preset "$1" --week $week --quiet &&
        "$LEDSAGA" solve "$work/$1" --time "$2" --no-prove --quiet >/dev/null
}
page() { "$LEDSAGA" export "$1" --week "$2" --format html --out "$3" --quiet "${@:4}"; }

check 'a week of a town can be made' solved halmstad 3
check 'and one of a great city' solved bigcity 5
check 'the town gives its week out and changes it' /usr/bin/env python3 $here/given_out.py "$work/halmstad" $week
for language in en sv; do
    check "the page of the town, $language" page "$work/halmstad" $week "$work/town.$language.html" --lang $language
done
check 'the page of the city' page "$work/bigcity" $week "$work/city.html" --lang sv
check 'the page of a club' page tests/formats/club 2026-W48 "$work/club.html" --roster tests/formats/club/weeks/2026-W48/roster.json
"$LEDSAGA" new "$work/empty" --preset tiny --week $week --quiet
printf '{"format": "ledsaga-week", "version": 1, "week": "%s", "requests": []}' $week >"$work/empty/weeks/$week/week.json"
"$LEDSAGA" solve "$work/empty" --quiet >/dev/null
check 'the page of a week in which nothing is wished' page "$work/empty" $week "$work/empty.html"

# The policy names the one script by its hash; src/adapters/show/page_script.h says what it is.
hash_is_right() {
    python3 - "$1" <<'END'
import base64, hashlib, re, sys
page = open(sys.argv[1], encoding="utf-8").read()
script = re.search("<script>(.*?)</script>", page, re.S).group(1)
found = "sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
assert f"script-src '{found}';" in page, f"PAGE_SCRIPT_HASH should be {found}"
END
}
check 'the policy knows the script' hash_is_right "$work/club.html"

# Each visit is there by day, by escort and by client: about 560 bytes for all three.
bytes_a_visit() {
    python3 - "$1" "$2" <<'END'
import json, os, sys
requests = len(json.load(open(sys.argv[1], encoding="utf-8"))["requests"])
size = os.path.getsize(sys.argv[2]) / requests
assert requests > 1500 and size < 600, f"{size:.0f} bytes for each of {requests} requests"
END
}
check 'the page of a great city is small' bytes_a_visit "$work/bigcity/weeks/$week/week.json" "$work/city.html"

CHROMIUM=$(command -v chromium || command -v chromium-browser)
export CHROMIUM
if ! judges=$(sh tests/judges.sh) || [ -z "$CHROMIUM" ]; then
    skip 'the page in a browser (chromium or the judges of npm are not here)'
    tally
    exit
fi
export NODE_PATH=$judges PATH=$judges/.bin:$PATH
browse() { timeout 120 node $here/browse.cjs "$@"; }

for page in town.en town.sv club empty; do
    check "html-validate finds nothing in $page" node "$judges/.bin/html-validate" "$work/$page.html"
    check "axe finds nothing in $page" browse axe "$work/$page.html"
    check "$page fits in 320 pixels and with letters of 200 %" browse reflow "$work/$page.html"
done
town=$work/town.sv.html
check 'words are seen on every ground' browse contrast "$town"
check 'without scripts everything is there' browse plain "$town"
check 'the filters work by keyboard' browse filters "$town"
check 'the filters of what is changed and not served' browse kinds "$town"
check 'the filters of a great city' browse filters "$work/city.html"
check 'Tab goes through the page in its order and is seen' browse focus "$town"
check 'links lead to what is not shown' browse links "$town"
check 'today has a line where it is now' browse now "$town"
check 'no other script runs and nothing is fetched' browse policy "$town"
check 'it is printed on A4 across, without the filters' browse print "$town"
tally
