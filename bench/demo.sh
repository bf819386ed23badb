#!/bin/sh
# One week, end to end: demo.sh PROGRAM FOLDER. An older demo in the folder goes away;
# anything else there is left alone.
set -eu
ledsaga=$1 folder=$2
week=2026-W48

if [ -e "$folder" ]; then
    if ! grep -q '"synthetic"' "$folder/unit.json" 2>/dev/null; then
        echo "'$folder' is in the way, and it is not an older demo. Move it and try again." >&2
        exit 1
    fi
    rm -rf "$folder"
fi
"$ledsaga" new "$folder" --preset halmstad --week $week
"$ledsaga" solve "$folder" --week $week
"$ledsaga" show "$folder" --week $week
"$ledsaga" export "$folder" --week $week --format html --quiet
"$ledsaga" export "$folder" --week $week --format ics --quiet
echo
echo "Page for a browser:  $folder/weeks/$week/out/week.html"
echo "Calendars:           $folder/weeks/$week/out/calendars/"
echo "The roster itself:   $folder/weeks/$week/roster.json"
echo "What to type next:   $ledsaga show $folder --week $week --by escort"
