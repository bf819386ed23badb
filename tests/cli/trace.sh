# How a solve went, as JSON Lines; when it is content.

cp -r ../tiny traced
ledsaga solve traced --trace trace.jsonl >/dev/null
# A python expression on `lines`, the objects of a trace.
trace_is() { python3 -c '
import json, sys
lines = [json.loads(line) for line in open(sys.argv[1])]
assert '"$2"', lines' "$1"; }
both() { echo "[tier['$1'] for tier in lines[-1]['tiers']]"; }

check 'each line of a trace is JSON with its seconds and phase' trace_is trace.jsonl \
    'lines and all(line["phase"] and line["seconds"] >= 0 for line in lines)'
check 'time goes forward in it' trace_is trace.jsonl \
    'all(x["seconds"] <= y["seconds"] for x, y in zip(lines, lines[1:]))'
check 'it ends with the outcome' trace_is trace.jsonl 'lines[-1]["phase"] == "optimal"'
check 'and the value of each tier' trace_is trace.jsonl "$(both value) == [0, 250]"
check 'and the bound of each tier' trace_is trace.jsonl "$(both bound) == [0, 250]"
check 'and all that is served' trace_is trace.jsonl 'lines[-1]["served"] == lines[-1]["requests"] == 4'
check 'it does not change the roster' cmp ../tiny/$roster traced/$roster
ledsaga solve traced --trace trace.jsonl >/dev/null
check 'a trace begins its file anew' trace_is trace.jsonl '[line["phase"] for line in lines].count("optimal") == 1'
ledsaga solve traced --quiet --trace - >stdout.jsonl
check 'it can go to standard output' trace_is stdout.jsonl 'lines[-1]["phase"] == "optimal"'
check 'no file is called -' [ ! -e - ]

ledsaga new town --preset halmstad --week $week --quiet
ledsaga solve town --effort 3000000 --trace town.jsonl --quiet
check 'a search for better rosters shows in it' trace_is town.jsonl \
    'lines[0]["tiers"][0]["value"] > lines[-1]["tiers"][0]["value"]'
check 'a line is there only for what is new, or 0.2 seconds later' trace_is town.jsonl \
    'all(x["phase"] != y["phase"] or x["tiers"] != y["tiers"] or y["seconds"] - x["seconds"] > 0.198 for x, y in zip(lines, lines[1:-1]))'

cp -r ../tiny full
rm full/$roster
check 'a trace that cannot be begun is a fault' ends_with 7 ledsaga solve full --trace nowhere/trace.jsonl
check 'and nothing was solved' [ ! -e full/$roster ]
check 'a trace that cannot be written is a fault' ends_with 7 ledsaga solve full --trace /dev/full
check 'which names the file' says '/dev/full: No space left' ledsaga solve full --trace /dev/full
check 'and costs no roster' cmp ../tiny/$roster full/$roster

for wrong in '--gap -1' '--gap 101' '--gap nan' '--gap 1%' '--threads 0' '--threads 3' '--threads two' '--trace='; do
    # shellcheck disable=SC2086
    check "'$wrong' is refused" ends_with 2 ledsaga solve full $wrong
done
check '--gap takes a part of a percent' ends_with 0 ledsaga solve full --gap 0.1
# Contentment can only be seen where something is left to prove.
proved_within() { python3 -c '
import json, sys
tiers = json.load(open(sys.argv[1]))["tiers"]
sys.exit(any(tier["value"] - tier["bound"] > float(sys.argv[2]) / 100 * tier["value"] for tier in tiers))' "$@"; }
ledsaga solve town --gap 20 --force --quiet
check 'a roster with --gap 20 is proved within 20 %' proved_within town/$roster 20

ledsaga solve town --effort 3000000 --warm --quiet
check 'a warm start is no worse' ends_with 0 ledsaga check town
