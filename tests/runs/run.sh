#!/bin/bash
# Many runs: whoever makes them, in however many processes, in however many tries, the
# comparison is the same to the byte; and what a run may not touch stays as it was.
cd "$(dirname "$0")/../.." || exit 1
. tests/tally.sh
: "${LEDSAGA:=$PWD/build/release/ledsaga}"
here=$PWD work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
ledsaga() { "$LEDSAGA" "$@"; }

week=2026-W48
ledsaga new village --preset village --week $week --weeks 2 --quiet || exit 1
scenarios='as_is commissioned_today employ@50 open_offer@200 leisure_groups'
compare() { # results, more...
    local results=$1
    shift
    # shellcheck disable=SC2086
    ledsaga whatif village --week $week..2026-W49 --demands 2 --results "$results" --json "$@" $scenarios
}
before=$(find village -type f -exec md5sum {} + | sort)

check 'scenarios are compared in one process' eval 'compare one --processes 1 >one.json'
check 'as many runs are there as scenarios, weeks and draws give' eval '[ "$(ls one | wc -l)" -eq 20 ]'
check 'two processes give the same bytes' eval 'compare two --processes 2 >two.json && cmp one.json two.json'
check 'each run gives the same bytes too' diff -r one two
check 'the workspace is as it was' eval '[ "$before" = "$(find village -type f -exec md5sum {} + | sort)" ]'

# What is there is not made again.
stamps() { stat -c '%n %Y %i' one/* | sort; }
made=$(stamps)
check 'what was made is not made again' eval 'compare one >again.json && cmp one.json again.json && [ "$made" = "$(stamps)" ]'

# The program is killed in the middle, and its children with it.
killed() {
    local pid
    setsid "$LEDSAGA" whatif village --week $week..2026-W49 --demands 2 --results killed --processes 2 \
        --json $scenarios >/dev/null 2>&1 &
    pid=$!
    while [ "$(ls killed 2>/dev/null | grep -c 'json$')" -lt 4 ] && kill -0 $pid 2>/dev/null; do sleep 0.05; done
    kill -9 -- -$pid
    wait $pid 2>/dev/null
    [ "$(ls killed | grep -c 'json$')" -lt 20 ]
}
check 'it can be killed in the middle' killed
check 'what is missing is named' eval '! compare killed --merge >/dev/null 2>said && grep -q "missing: .*:2026-W4[89]" said'
check 'and made by the same command, to the same bytes' eval 'compare killed >killed.json && cmp one.json killed.json'

# The list of jobs.
jobs() { compare "$1" --jobs; }
check 'the list has a line for each run' eval 'jobs listed >jobs && [ "$(wc -l <jobs)" -eq 20 ]'
check 'a line makes one run' eval 'head -n 1 jobs | sh && [ "$(ls listed | wc -l)" -eq 1 ]'
check 'which is then no longer listed' eval 'jobs listed >left && [ "$(wc -l <left)" -eq 19 ]'
check 'the lines in any order give the same bytes' eval 'sort -R jobs | sh && compare listed --merge >listed.json && cmp one.json listed.json'
check 'a run that is not named by the list is refused' eval '! ledsaga whatif village --run nobody:0:$week as_is 2>said && grep -q nobody said'
if command -v parallel >/dev/null; then
    by_parallel() {
        jobs parallel >parallel.jobs && "$here/models/carriers/parallel.sh" parallel.jobs &&
            compare parallel --merge >parallel.json && cmp one.json parallel.json
    }
    check 'GNU parallel gives the same bytes' by_parallel
    failing() { # a job that always fails is named in its log, and does not hold up the others
        { jobs failing | head -n 3; echo "false # broken"; } >failing.jobs
        ! "$here/models/carriers/parallel.sh" failing.jobs 2>/dev/null && [ "$(ls failing | wc -l)" -eq 3 ] &&
            grep -q 'false # broken' failing.jobs.log
    }
    check 'a job that fails is named and holds up no other' failing
else
    skip 'GNU parallel: it is not here'
fi

# Another input is another key.
ledsaga new other --preset village --seed 2 --week $week --quiet
check 'another workspace has other results' eval '
    ledsaga whatif other --results one --json as_is >/dev/null && [ "$(ls one | wc -l)" -eq 21 ]'
check 'another seed of the solver too' eval '
    ledsaga whatif other --results one --json --seed 2 as_is >/dev/null && [ "$(ls one | wc -l)" -eq 22 ]'

# The empty scenario leaves the input as solve knows it.
ledsaga solve other --quiet
check 'the empty scenario has the input hash of the week' eval '
    ledsaga whatif other --json as_is | grep -q "\"input_hash\": \"$(sed -n "s/.*\"input_hash\": *\"\([0-9a-f]*\)\".*/\1/p" other/weeks/*/roster.json)\""'

# Faults.
refused() { # exit code, words, arguments...
    local code=$1 words=$2
    shift 2
    ledsaga whatif "$@" >/dev/null 2>said
    [ $? -eq "$code" ] && grep -qF -e "$words" said || { cat said; return 1; }
}
check 'a scenario that is not there is told' refused 2 "Did you mean 'employ'?" village --week $week employs
check 'a value that is not swept is told' refused 2 "'55'" village --week $week employ@55
check 'a week that is not there is told' refused 2 '2026-W50' village --week $week..2026-W50 as_is
check 'weeks must be said where there are several' refused 2 '--week' village as_is
check 'a workspace and a scenario must be named' refused 2 '--list' village
mkdir -p village/scenarios
printf '{"format": "ledsaga-scenario", "version": 1, "id": "bad", "name": "Bad", "operations": [{"op": "engage", "share": 200}]}' \
    >village/scenarios/bad.json
check 'a bad scenario is told with its path' refused 5 'operations[0].share' village --week $week bad
printf '{"format": "ledsaga-scenario", "version": 1, "id": "hard", "name": "Hard", "operations": [{"op": "weights", "set": {"no_such": 1}}]}' \
    >village/scenarios/hard.json
check 'what it does wrong to the unit too' refused 5 'hard: operations[0].set.no_such' village --week $week hard
check 'the list has those that came and the workspace'"'"'s own' eval '
    rm village/scenarios/hard.json village/scenarios/bad.json
    cp "$here/models/scenarios/as_is.json" village/scenarios/mine.json && sed -i "s/\"as_is\"/\"mine\"/" village/scenarios/mine.json
    ledsaga whatif village --list | grep -q "^mine: " && ledsaga whatif --list | grep -q "^employ: "'

# Every format.
for format in text csv html; do
    check "it can be had as $format" eval "
        ledsaga whatif village --week $week..2026-W49 --demands 2 --results two --format $format --output out.$format $scenarios &&
        [ -s out.$format ]"
done
check 'a row of the table for each scenario and measure' eval '[ "$(grep -c "^\"" out.csv)" -gt 200 ]'
check 'the page is well-formed and names every source' python3 "$here/tests/runs/page.py" out.html one.json
check 'the page in Swedish says so' eval '
    ledsaga whatif village --week $week --results two --format html --output - --lang sv as_is commissioned_today >sv.html &&
    grep -q "<html lang=\"sv\">" sv.html && grep -q "Alla ledsagare på uppdrag" sv.html'

CHROMIUM=$(command -v chromium || command -v chromium-browser)
export CHROMIUM
if judges=$(cd "$here" && sh tests/judges.sh) && [ -n "$CHROMIUM" ]; then
    export NODE_PATH=$judges
    for page in out sv; do
        check "html-validate finds nothing in $page.html" node "$judges/.bin/html-validate" $page.html
        check "axe finds nothing in $page.html" node "$here/tests/runs/browse.cjs" $page.html
    done
else
    skip 'the page in a browser (chromium or the judges of npm are not here)'
fi

# A week that was given out, and has begun, is planned from its beginning like any other.
given_out() {
    cp -r village begun && rm -rf begun/whatif && ledsaga solve begun --week $week --quiet &&
        ledsaga publish begun --week $week --to "$work/site" >/dev/null &&
        ledsaga replan begun --week $week sick=e001@2026-11-25T12:00 --at 2026-11-25T12:00 --quiet >/dev/null &&
        grep -q '"now"' begun/weeks/$week/week.json || return
    # But for who is away from Wednesday on, which is true whenever it is planned.
    python3 - begun/weeks/$week/week.json <<'END'
import json, sys
week = json.load(open(sys.argv[1], encoding="utf-8"))
week.pop("absences", None)
json.dump(week, open(sys.argv[1], "w", encoding="utf-8"))
END
    python3 - village/weeks/$week/week.json <<'END'
import json, sys
week = json.load(open(sys.argv[1], encoding="utf-8"))
week.pop("absences", None)
json.dump(week, open(sys.argv[1], "w", encoding="utf-8"))
END
    for unit in village begun; do
        ledsaga whatif $unit --week $week --results $unit.out --json as_is employ@50 |
            grep -vE '"(key|input_hash)"' >$unit.json || return
    done
    cmp village.json begun.json
}
cp -r village village.before
check 'a week that has begun is compared as one that is not yet planned' given_out
rm -rf village && mv village.before village
check 'and has a frontier, in which what has begun stays' eval '
    ledsaga frontier begun --week $week --points 3 --top 1 | grep -q "One more escort"'

# Results are believed if they are what they are called.
swap() {
    cp -r two swapped && cd swapped && cp employ@50.0.2026-W48.*.json "$(ls as_is.0.2026-W48.*.json)" && cd ..
    ! compare swapped --merge >/dev/null 2>said && grep -q "missing: as_is:0:2026-W48" said &&
        compare swapped >swapped.json && cmp one.json swapped.json
}
check 'a result under the name of another is not believed, and made anew' swap
damage() {
    cp -r two damaged && for file in damaged/as_is.*; do head -c 100 "$file" >cut && mv cut "$file"; done
    ! compare damaged --merge >/dev/null 2>said && grep -q "4 results are missing" said &&
        compare damaged >damaged.json && cmp one.json damaged.json
}
check 'a result that ends in the middle is made anew' damage
elsewhere() { compare far --jobs | head -n 1 >far.job && mkdir -p away && (cd away && sh ../far.job) && [ "$(ls far | wc -l)" -eq 1 ]; }
check 'a line of the list can be carried out from any folder' elsewhere
check 'no report takes the place of a file of the workspace' eval '
    before=$(md5sum <village/unit.json) && ! ledsaga whatif village --week $week as_is --format json --output village/unit.json 2>said &&
        grep -q "never changes" said && [ "$before" = "$(md5sum <village/unit.json)" ]'
broken() {
    cp -r village broken && sed -i "0,/\"accepts\": \[/s//\"accepts\": [5, /" broken/unit.json || return
    ledsaga whatif broken --week $week employ@50 >/dev/null 2>said
    [ $? -eq 5 ] && grep -q "accepts\[0\]" said
}
check 'a workspace with a fault is told of, whatever a scenario would do to it' broken

# What more of one thing costs of another.
check 'a frontier has points, proofs and what one more escort gives' eval '
    ledsaga frontier village --week $week --top 2 >frontier.txt && grep -q "proved: none is better" frontier.txt &&
    grep -q "One more escort" frontier.txt'
check 'it can be had as JSON, the same every time' eval '
    ledsaga frontier village --week $week --top 2 --json >frontier.json &&
    ledsaga frontier village --week $week --top 2 --json --threads 1 | cmp frontier.json -'
check 'what is gained is within what the prices say' python3 -c "
import json
for one in json.load(open(\"frontier.json\"))[\"one_more_escort\"]:
    if \"gained\" in one:
        least, most = one[\"gained\"][\"points\"]
        assert 0 <= least <= most <= one.get(\"at_most\", most), one"
ledsaga new dense --preset dense_s --week $week --quiet
check 'its first end leaves no more out than the week as it is weighed' eval '
    ledsaga frontier dense --points 2 --top 0 --effort 100000 --json >dense.json &&
    ledsaga whatif dense --effort 100000 --json as_is >dense.whatif && python3 -c "
import json
measures = {m[\"name\"]: m[\"value\"] for m in json.load(open(\"dense.whatif\"))[\"scenarios\"][0][\"measures\"]}
left = sum(60 * value for name, value in measures.items() if name.startswith(\"unmet\"))
assert json.load(open(\"dense.json\"))[\"points\"][0][\"at\"][0] <= left + 1e-6, left"'
check 'nothing is traded for itself' eval '! ledsaga frontier village --week $week --axis cost 2>said && grep -q -e --against said'
check 'documents are as their schemas say' python3 "$here/tests/runs/schema.py" "$here" village/scenarios two one.json frontier.json

# The scenarios that came with the program do something to a town.
ledsaga new town --preset halmstad --week $week --quiet
for file in "$here"/models/scenarios/*.json; do
    id=$(basename "$file" .json)
    check "$id can be done to a town" eval "ledsaga whatif town --jobs $id >/dev/null"
done
tally
