# Which week is meant.
cp -r ../tiny one
ledsaga new two --preset tiny --week 2026-W53 --weeks 2 --quiet
check 'new tells how many weeks there are' says 'and 3 more, to 2027-W03' ledsaga new four --preset tiny --week 2026-W53 --weeks 4
check 'the only week need not be said' says 'Week 2026-W48' ledsaga solve one
check 'one of two weeks must be said, and both are listed' says '2026-W53, 2027-W01' ledsaga solve two
check 'the latest week is the last' says 'Week 2027-W01' ledsaga solve two --week latest
check 'a week that crosses the year is a week' says 'Week 2026-W53' ledsaga solve two --week 2026-W53
check 'a week that is not there is said' ends_with 2 ledsaga solve two --week 2027-W02
check 'a year without week 53 has none' says "no ISO week '2027-W53'" ledsaga solve two --week 2027-W53
check 'without --week a new workspace is for the week two weeks from today' \
    says 'week 2026-W49' ledsaga new three --preset tiny
for clocks in 2026-W13 2026-W43; do
    ledsaga new $clocks --preset village --week $clocks --quiet
    check "$clocks, when clocks change, is an ordinary week" ends_with 0 ledsaga solve $clocks
    check "$clocks is lawful" ends_with 0 ledsaga check $clocks
done
