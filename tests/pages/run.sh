#!/bin/bash
# One's own week, for those who read with effort, large or not at all: axe-core and measures
# in Chromium, html-validate, the order in which lynx reads, what eSpeak says, what the
# printer gets. The weeks are those of write_weeks.c, then those of a roster.
#   tests/pages/run.sh --write    writes what is expected anew
cd "$(dirname "$0")/../.." || exit 1
. tests/tally.sh
: "${LEDSAGA:=$PWD/build/release/ledsaga}"
here=$PWD/tests/pages
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
export SOURCE_DATE_EPOCH=1795000000
unset LC_ALL LC_MESSAGES LANGUAGE
judges=$(sh tests/judges.sh) || judges=
export NODE_PATH=$judges PATH=${judges:+$judges/.bin:}$PATH
browser=$(command -v chromium)

check 'the weeks are written' "$(dirname "$LEDSAGA")/tests/pages/run" "$out"

# ---- the page as a program sees it ----

judged() { # sentence, command...
    local sentence=$1
    shift
    if [ -n "$judges" ] && [ -n "$browser" ]; then check "$sentence" "$@"; else skip "$sentence (no judges, or no chromium)"; fi
}
for page in "$out"/sv/*.html "$out"/en/{full,moved,escort}.html; do
    name=$(basename "$(dirname "$page")")/$(basename "$page")
    judged "$name: axe, light and dark, 320 pixels, large letters, 55 characters, keys" node "$here/judge.cjs" "$page"
done
judged 'html-validate has nothing to say' node "$judges/html-validate/bin/html-validate.mjs" "$out"/*/*.html
# A page that is wrong in each of these ways is found out.
spoilt() { # sed expression -> a fault must be found
    sed -E "$1" "$out/sv/moved.html" >"$out/spoilt.html"
    ! cmp -s "$out/spoilt.html" "$out/sv/moved.html" || { echo "$1 changes nothing"; return 1; }
    ! node "$here/judge.cjs" "$out/spoilt.html"
}
judged 'a grey that is too light is found' spoilt 's/--ink:#000/--ink:#777/'
judged 'lines that are too long are found' spoilt 's/43ch/90ch/; s/max-width:32rem/max-width:90rem/'
judged 'a script is found' spoilt 's|</body>|<script>1</script></body>|'
judged 'a file from elsewhere is found' spoilt 's|</body>|<img alt="" src="other.png"></body>|'
judged 'a missing language is found' spoilt 's/ lang="sv"//'
judged 'a day without heading is found' spoilt '0,/<h2>/s/<h2>/<h4>/'
judged 'small letters are found' spoilt 's/131.25%/110%/'

# ---- as it is read ----

read_out() { lynx -dump -nolist -width=72 -assume_charset=utf-8 -display_charset=utf-8 "$1"; }
for name in sv/one sv/full sv/moved sv/cancelled sv/autumn sv/escort en/full en/escort; do
    page=$out/$name expected=$here/${name/\//.}
    if [ "${1:-}" = --write ]; then
        read_out "$page.html" >"$expected.lynx"
        cp "$page.txt" "$expected.txt"
    fi
    check "$name is read in the order it should be" diff <(read_out "$page.html") "$expected.lynx"
    check "$name as text is what it should be" diff "$page.txt" "$expected.txt"
done
lines_short() { LC_ALL=C.UTF-8 python3 -c '
import sys
long = [l for f in sys.argv[1:] for l in open(f, encoding="utf-8") if len(l.rstrip("\n")) > 55]
print(*long, sep="")
sys.exit(bool(long))' "$@"; }
check 'no line of a text has more than 55 characters' lines_short "$out"/*/*.txt

# ---- the same out of a workspace ----

"$LEDSAGA" new "$out/unit" --preset village --week 2026-W43 --weeks 2 --quiet &&
    "$LEDSAGA" solve "$out/unit" --week 2026-W43 --effort 2000 --quiet >/dev/null
check 'pages are exported' "$LEDSAGA" export "$out/unit" --week 2026-W43 --format pages --out "$out/exported" --lang sv --quiet
pages_of_everybody() {
    local kind id
    for kind in clients escorts; do
        for id in $(python3 -c 'import json, sys
for x in json.load(open(sys.argv[1]))[sys.argv[2]]: print(x["id"])' "$out/unit/unit.json" $kind); do
            [ -s "$out/exported/pages/$kind/$id.html" ] && [ -s "$out/exported/pages/$kind/$id.txt" ] || { echo "$kind/$id"; return 1; }
        done
    done
}
check 'everybody has a page and a text' pages_of_everybody
same_alone() {
    "$LEDSAGA" export "$out/unit" --week 2026-W43 --format "$1" --"$2" "$3" --lang sv | diff - "$out/exported/pages/$2s/$3.$4"
}
check "one client's page alone is the same" same_alone pages client c001 html
check "one escort's text alone is the same" same_alone text escort e001 txt
judged 'a page of a roster passes' node "$here/judge.cjs" "$out/exported/pages/clients/c001.html" "$out/exported/pages/escorts/e001.html"
check 'no line of an exported text is longer either' lines_short "$out"/exported/pages/*/*.txt
for form in ics jcal; do
    "$LEDSAGA" export "$out/unit" --week 2026-W43 --format $form --out "$out/exported" --lang sv --quiet
done

# ---- as it is spoken ----

# Sounds that no word here has: "punkt", "snedstreck", the letters of "kl".
spoken_badly() { espeak-ng -q -v sv --ipa | grep -nE 'pˈɵŋkt|snˈeːdstrək|kˌoːˈɛl'; }
feed_texts() { # what the calendars say, unfolded and unescaped
    python3 -c '
import re, sys
for f in sys.argv[1:]:
    text = open(f, encoding="utf-8", newline="").read().replace("\r\n ", "")
    for name, value in re.findall(r"^(SUMMARY|DESCRIPTION|LOCATION|NAME)[^:\r\n]*:(.*?)\r$", text, re.M):
        print(re.sub(r"\\(.)", lambda m: "\n" if m[1] in "nN" else m[1], value))' "$@"
}
well_spoken() { # file of strings
    [ "$(wc -l <"$1")" -gt 50 ] || { echo 'there is hardly anything to say'; return 1; }
    local bad
    bad=$(sort -u "$1" | spoken_badly)
    [ -z "$bad" ] || { echo "$bad"; return 1; }
}
for page in "$out"/sv/*.html "$out"/exported/pages/*/*.html; do read_out "$page"; done >"$out/pages.said"
cat "$out"/sv/*.txt "$out"/exported/pages/*/*.txt >"$out/texts.said"
feed_texts "$out"/exported/calendars/*/*.ics >"$out/feeds.said"
check 'eSpeak stumbles over nothing on the pages' well_spoken "$out/pages.said"
check 'eSpeak stumbles over nothing in the texts' well_spoken "$out/texts.said"
check 'eSpeak stumbles over nothing in the calendars' well_spoken "$out/feeds.said"
for bad in 'kl 13' 'klockan 13.00' '24/11'; do
    check "eSpeak would stumble over $bad" spoken_badly <<<"$bad"
done
speaks_dates() { # weekdays, months and times are whole words
    ! grep -nE '\b(mån|tis|ons|tors?|fre|lör|sön|nov|okt|kl)\b|[0-9]\.[0-9]|[0-9] ?– ?[0-9]' "$out/pages.said" "$out/texts.said" "$out/feeds.said"
}
check 'nothing is abbreviated' speaks_dates

# ---- on paper ----

printed() {
    "$browser" --headless=new --no-sandbox --disable-gpu --no-pdf-header-footer --print-to-pdf="$out/week.pdf" "file://$out/sv/one.html" 2>/dev/null
    pdftotext -layout "$out/week.pdf" - | tee "$out/week.printed" | grep -q 'Tisdag 24 november' &&
        grep -q '0123.*45' "$out/week.printed" && ! grep -E 'Förra veckan|Gå till dagarna|kalender' "$out/week.printed"
}
# 16 points, as the printer gets them.
large_print() {
    pdftohtml -xml -stdout -i "$out/week.pdf" | python3 -c '
import re, sys
sizes = [int(s) for s in re.findall(r"<fontspec [^>]*size=\"(\d+)\"", sys.stdin.read())]
print(sizes)
sys.exit(not sizes or min(sizes) < 23)' # pixels of 108 to an inch: 16 points are 24
}
if [ -n "$browser" ]; then
    check 'paper gets the words and not the links' printed
    check 'paper gets large letters' large_print
else
    skip 'what paper gets (no chromium)'
fi
tally
