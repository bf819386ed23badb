#!/bin/sh
# One week, end to end: demo.sh PROGRAM FOLDER. An older demo in the folder, which somebody
# may have edited, moves to FOLDER.old; only an older demo goes away there. Anything else in
# either place is left alone.
set -eu
ledsaga=$1 folder=${2%/}
week=2026-W48

in_the_way() {
    [ -e "$1" ] && ! grep -q '"synthetic"' "$1/unit.json" 2>/dev/null
}
for place in "$folder" "$folder.old"; do
    if in_the_way "$place"; then
        echo "'$place' is in the way, and it is not an older demo. Move it and try again." >&2
        exit 1
    fi
done
if [ -e "$folder" ]; then
    rm -rf "$folder.old"
    mv "$folder" "$folder.old"
    echo "The demo that was here is now in '$folder.old'."
fi
"$ledsaga" new "$folder" --preset halmstad --week $week
"$ledsaga" solve "$folder" --week $week
"$ledsaga" show "$folder" --week $week
"$ledsaga" export "$folder" --week $week --format html --quiet
"$ledsaga" export "$folder" --week $week --format ics --quiet
"$ledsaga" export "$folder" --week $week --format pages --quiet
echo
echo "Page for a browser:  $folder/weeks/$week/out/week.html"
echo "Calendars:           $folder/weeks/$week/out/calendars/"
echo "Everybody's page:    $folder/weeks/$week/out/pages/"
echo "The roster itself:   $folder/weeks/$week/roster.json"
echo "What to type next:   $ledsaga show $folder --week $week --by escort"
