# make demo, again and again: what somebody changed in a demo is not lost.
demo() { sh "$here/bench/demo.sh" "$LEDSAGA" "$PWD/demo"; }
ledsaga new demo --preset tiny --week $week --quiet
echo mine >demo/note
check 'a demo is made where there is one' demo
check 'the older one is beside it, with what was changed' grep -q mine demo.old/note
rm -r demo demo.old
ledsaga new demo --preset tiny --week $week --quiet
mkdir demo.old && echo yours >demo.old/note
check 'a folder of somebody else is in the way' bash -c '! sh "$0" "$1" demo' "$here/bench/demo.sh" "$LEDSAGA"
check 'and nothing is moved' test -e demo/unit.json -a -e demo.old/note
