# What comes out does not depend on how many processors there were: not the roster, nor a
# price in its certificate.
same_bytes() { # workspace, options
    local workspace=$1 threads
    shift
    for threads in 1 2; do
        rm -f "$workspace/$roster"
        ledsaga solve "$workspace" --threads $threads --quiet "$@" && cp "$workspace/$roster" $threads.json || return 1
    done
    cmp 1.json 2.json && grep -q '"certificate"' 1.json
}

ledsaga new village --preset village --week $week --quiet
ledsaga new town --preset halmstad --week $week --quiet
cp -r "$here/tests/cases/double" teams
cp -r ../certificate/parts parts
check 'one processor makes the same bytes as two of a village' same_bytes village
check 'of a town' same_bytes town --effort 3000000
check 'of a town in a hurry' same_bytes town --effort 300000
check 'of teams' same_bytes teams
check 'of a week in parts' same_bytes parts
begun_from_prices() {
    local threads
    cp parts/$roster first.json
    for threads in 1 2; do
        cp first.json parts/$roster
        ledsaga solve parts --threads $threads --seed 2 --warm --force --quiet && cp parts/$roster $threads.json || return 1
    done
    cmp 1.json 2.json
}
check 'and when it begins from the prices of another roster' begun_from_prices
