# What a period amounts to: every format, which weeks and days count, and what is never told.
report() { ledsaga report ../tiny "$@"; }
# What Python must find true of the report r.
json() {
    local wanted=$1; shift
    report --format json "$@" >told.json && python3 -c "import json; r = json.load(open('told.json')); assert $wanted"
}

check 'the only week need not be said' says 'Week 48, 2026' report
check 'a month is its weeks' says 'November 2026' report --month 2026-11
check 'a quarter too' says 'Quarter 4, 2026' report --quarter 2026-Q4
check 'the last month that can be written has no roster' says 'no week of 9999-12 has a roster' timeout 10 ledsaga report ../tiny --month 9999-12
check 'nor has the last quarter' says 'no week of 9999-Q4 has a roster' timeout 10 ledsaga report ../tiny --quarter 9999-Q4
check 'weeks without a roster are counted' says '13 of 14 weeks have no roster' report --quarter 2026-Q4
check 'what lapses is not said where they are missing' says 'no roster' report --quarter 2026-Q4
check 'two periods at once are refused' ends_with 2 report --month 2026-11 --quarter 2026-Q4
check 'a month that is none is said' says "no month '2026-13'" report --month 2026-13
check 'a quarter that is none is said' says "written like 2026-Q4" report --quarter 2026-Q5
check 'a date that is none is said' says "no date '2026-02-30'" report --on 2026-02-30
check 'a period without a roster is said' says 'no week of 2027-Q1 has a roster' report --quarter 2027-Q1
check 'with the rosters there are' says 'there are rosters of 2026-W48' report --quarter 2027-Q1
check 'and is a file that is missing' ends_with 3 report --quarter 2027-Q1
ledsaga new two --preset tiny --week $week --weeks 2 --quiet
check 'of several weeks one must be named' says 'Say one with --week, --month or --quarter' ledsaga report two
check 'without any roster it is said how to make one' says "'ledsaga solve two --week WEEK' makes one." ledsaga report two --month 2026-11
check 'no folder is no workspace' says "'ledsaga new nowhere'" ledsaga report nowhere

# Before the day of --on visits are delivered, from it on planned; nothing is lost between.
minutes() { json "[sum(row[key] for row in r['ledger']) for key in ('delivered_minutes', 'planned_minutes')] == [$1, $2]" "${@:3}"; }
all=$(report --format json | python3 -c 'import json, sys; print(sum(row["delivered_minutes"] for row in json.load(sys.stdin)["ledger"]))')
check 'a period is over unless a day is named' [ "$all" -gt 0 ]
check 'before its first day all of it is planned' minutes 0 "$all" --on 2026-11-23
check 'after its last day all of it is delivered' minutes "$all" 0 --on 2026-11-30
planned_on() { # a copy of the workspace whose week was planned on that day
    rm -rf planned; cp -r ../tiny planned
    python3 - "$1" <<'END'
import json, sys
path = "planned/weeks/2026-W48/week.json"
week = json.load(open(path))
week["today"] = sys.argv[1]
json.dump(week, open(path, "w"))
END
}
as_of() { ledsaga report planned --format json | grep -q "\"as_of\": \"$1\""; }
planned_on 2026-11-25
check 'the day on which a week was planned is that of its report' as_of 2026-11-25
planned_on 2026-12-24
check 'but not beyond the period' as_of 2026-11-30
check 'granted is delivered, planned and left' json \
    "all(l['granted_minutes'] + l['carried_minutes'] == l['delivered_minutes'] + l['planned_minutes'] + l['left_minutes'] for l in r['ledger'])" --on 2026-11-26
check 'the parts of the cost are the total' json \
    "all(sum(c['parts_ore'].values()) == c['total_ore'] > 0 for c in (r['cost']['average'], r['cost']['marginal']))"

as_the_schema_says() {
    python3 - "$here/models/report.schema.json" "$1" <<'END'
import json, sys
from jsonschema import Draft202012Validator
schema, document = (json.load(open(name)) for name in sys.argv[1:])
Draft202012Validator.check_schema(schema)
Draft202012Validator(schema).validate(document)
END
}
report --format json >report.json
check 'the JSON is as its schema says' as_the_schema_says report.json
check 'schema report is the file of models/' cmp <(ledsaga schema report) "$here/models/report.schema.json"

# Where it goes.
cp -r ../tiny filed
for format in html xlsx csv; do
    check "$format goes into the folder of reports" bash -c "
        [ \"\$(ledsaga report filed --format $format)\" = filed/reports/$week.$format ] && test -s filed/reports/$week.$format"
    check "$format goes where it is told" bash -c "
        ledsaga report filed --format $format --output some/where/it.$format --quiet && cmp some/where/it.$format filed/reports/$week.$format"
    check "$format can go to standard output" cmp <(ledsaga report filed --format $format --output -) filed/reports/$week.$format
done
check 'the text can go into a file, without colours' bash -c '
    ledsaga report filed --output report.txt --color always --quiet && cmp report.txt <(ledsaga report filed --width 100)'
check 'exit code 7: nobody takes the report' ends_with 7 bash -c 'ledsaga report filed >/dev/full'
check 'exit code 7: it cannot be written' ends_with 7 ledsaga report filed --format csv --output /proc/nowhere/it.csv

# Who is never told: names of clients, and groups of fewer than five.
ledsaga report filed >report.txt
names_absent() {
    ! python3 -c 'import json, sys; print(*(c["name"] for c in json.load(open("filed/unit.json"))["clients"]), sep="\n")' |
        grep -Ff - report.txt report.json "filed/reports/$week.html" "filed/reports/$week.csv"
}
check 'clients are not named' names_absent
check 'three clients are no group' json "all(not d['groups'] and d['groups_not_told'] > 0 for d in r['equity'])"

bom() { [ "$(head -c 3 "$1" | od -An -tx1 | tr -d ' ')" = efbbbf ]; }
check 'the list is UTF-8 and says so' bom filed/reports/$week.csv
check 'its lines end in CR LF' bash -c "! grep -qv \$'\r\$' filed/reports/$week.csv"

check 'the workbook counts as the JSON does' python3 "$here/tests/cli/read_workbook.py" filed/reports/$week.xlsx report.json
ledsaga report filed --format xlsx --quiet --output again.xlsx
check 'the same report gives the same workbook' cmp again.xlsx filed/reports/$week.xlsx
ledsaga report filed --format xlsx --lang sv --quiet --output svensk.xlsx
check 'a Swedish workbook counts alike' python3 "$here/tests/cli/read_workbook.py" svensk.xlsx report.json

if command -v soffice >/dev/null 2>&1; then
    converted() {
        HOME=$PWD soffice --headless --convert-to csv --outdir converted again.xlsx >/dev/null 2>&1
        grep -q '^Visits served,4$' converted/again.csv
    }
    check 'LibreOffice reads the workbook' converted
else
    skip 'LibreOffice reads the workbook (soffice is not here)'
fi
