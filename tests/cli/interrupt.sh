# Ctrl-C, a time limit, and a program that is killed where it stands.
ledsaga new city --preset bigcity --week $week --quiet
cp -r city limited

# The longest search there is, in the background; returns once it is under way.
solve_for_ever() {
    ledsaga solve "$1" --effort 9000000000000000000 "${@:2}" >out 2>&1 &
    solver=$!
    sleep 3
}

for signal in INT TERM; do
    solve_for_ever city
    kill -$signal $solver
    wait $solver
    code=$?
    cp out said-$signal
    check "SIG$signal ends a search with exit code 130" [ $code -eq 130 ]
    check "SIG$signal leaves a lawful roster" ends_with 0 ledsaga check city
done
check 'Ctrl-C is answered at once' grep -q 'Ctrl-C again ends at once' said-INT
check 'it is said that it was interrupted' grep -q 'the best roster so far was kept' out

before=$SECONDS
ledsaga solve limited --time 5 >out
check '--time 5 ends within 6 seconds' [ $((SECONDS - before)) -le 6 ]
check '--time leaves a lawful roster' ends_with 0 ledsaga check limited
cp -r "$here/tests/cases/apart" parts
for workspace in limited parts; do
    rm -f $workspace/$roster
    check 'a limit that is over before the week is read leaves a lawful roster' bash -c "
        ledsaga solve $workspace --time 0.001 --quiet && ledsaga check $workspace"
done

# Killed in the middle of a file: the limit on its size ends the program when it has
# written half. The old file must be there whole.
page=city/weeks/$week/out/week.html
ledsaga export city --format html --quiet
cp "$page" old.html
cp city/$roster old.json
check 'a page that is cut short is not there at all' \
    bash -c '! (ulimit -c 0 -f 64; ledsaga export city --format html --quiet)'
check 'the old page is whole' cmp old.html "$page"
check 'a roster that is cut short is not there at all' \
    bash -c '! (ulimit -c 0 -f 64; ledsaga solve city --force --effort 1 --no-prove --quiet >/dev/null)'
check 'the old roster is whole' cmp old.json city/$roster

# And killed at moments of chance.
check 'kill -9 leaves a whole roster' bash -c '
    for delay in 0.2 0.4 0.6 0.8 1.0 1.2 1.4 1.6 1.8 2.0; do
        timeout -s KILL $delay ledsaga solve city --force --effort 1 --no-prove --quiet >/dev/null
        ledsaga check city >/dev/null || exit 1
    done'
