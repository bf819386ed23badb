# The roster as a list and as a workbook for spreadsheets.
list() { ledsaga export ../tiny --format "$@"; }

for format in csv xlsx; do
    check "$format goes into the folder of the week" bash -c "
        cp -r ../tiny filed.$format
        [ \"\$(ledsaga export filed.$format --format $format)\" = filed.$format/weeks/$week/out/week.$format ] &&
            test -s filed.$format/weeks/$week/out/week.$format"
    check "$format goes where it is told" list $format --out some/where/it.$format --quiet
    check "$format can go to standard output" cmp <(list $format --out -) some/where/it.$format
done
mkdir scratch
check 'exit code 7: the workbook cannot be written' ends_with 7 env TMPDIR="$PWD/scratch" ledsaga export ../tiny --format xlsx --out /proc/nowhere/it.xlsx
check 'and nothing is left where it was made' rmdir scratch
check 'exit code 7: there is nowhere to make it' ends_with 7 env TMPDIR=/nowhere ledsaga export ../tiny --format xlsx --out -

# A town with visits that are not served, groups, and names from another program.
ledsaga new town --preset village --week $week --quiet
python3 - <<'END'
import json
path = "town/unit.json"
unit = json.load(open(path))
unit["clients"][0]["name"] = "=HYPERLINK(1)"
unit["escorts"][0]["name"] = "@x \"y\"; z"
json.dump(unit, open(path, "w"))
END
ledsaga solve town --quiet >/dev/null
as_shown() {
    ledsaga export town --format xlsx --out town.$1.xlsx --quiet --lang "$1" && ledsaga show town --json --lang "$1" >town.$1.json &&
        python3 "$here/tests/cli/read_roster_workbook.py" town.$1.xlsx town.$1.json town/unit.json
}
check 'the workbook holds what show tells' as_shown en
check 'and so it does in Swedish' as_shown sv
check 'the same roster gives the same workbook' cmp <(ledsaga export town --format xlsx --out - --lang sv) town.sv.xlsx

as_listed() {
    ledsaga export town --format csv --out town.csv --quiet && python3 - <<'END'
import csv, json
shown = json.load(open("town.en.json"))
with open("town.csv", encoding="utf-8-sig", newline="") as file:
    rows = list(csv.DictReader(file, delimiter=";", strict=True))
wanted = [(v["start"][:10], v["start"][11:16], v["end"][11:16], str(v["minutes"]), v["client"]["id"], e["id"], v["activity"])
          for v in shown["visits"] for e in v["escorts"]]
served = [row for row in rows if row["Served"] == "yes"]
keys = ("Date", "From", "To", "Minutes", "Client id", "Escort id", "Activity")
assert [tuple(row[k] for k in keys) for row in served] == wanted
assert [(r["Client id"], r["Why not"]) for r in rows[len(served):]] == [(u["client"]["id"], u["sentence"]) for u in shown["unserved"]]
assert any(r["Client"] == "'=HYPERLINK(1)" for r in rows) and not any(c[:1] in "=+-@" for r in rows for c in r.values() if c)
END
}
check 'the list holds what show tells, and no formula' as_listed
bom() { [ "$(head -c 3 "$1" | od -An -tx1 | tr -d ' ')" = efbbbf ]; }
check 'the list is UTF-8 and says so' bom town.csv
check 'its lines end in CR LF' bash -c "! grep -qv \$'\r\$' town.csv"

if command -v soffice >/dev/null 2>&1; then
    opened() {
        HOME=$PWD soffice --headless --convert-to csv --outdir opened town.en.xlsx >/dev/null 2>&1
        [ "$(wc -l <opened/town.en.csv)" -eq $((1 + $(grep -c '"start":' town.en.json))) ] && grep -q '=HYPERLINK(1)' opened/town.en.csv
    }
    check 'LibreOffice reads the workbook' opened
else
    skip 'LibreOffice reads the workbook (soffice is not here)'
fi
