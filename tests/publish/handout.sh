# However people are told, they are told the same way: export hands out as publish does. What
# is written into a workspace is written by one run at a time, and a run that ends in the
# middle loses no proof.
published() { python3 - "$1/weeks/$week/week.json" <<'END'
import json, sys
print(json.dumps(json.load(open(sys.argv[1])).get("published"), sort_keys=True))
END
}
for form in ics jcal pages text; do
    cp -r "$work/village" $form
    cp -r "$work/village" $form-broken && python3 "$tests/move.py" $form-broken/weeks/$week/roster.json 0 -600
    check "export -f $form does not hand out what breaks a rule" ends_with 1 ledsaga export $form-broken --week $week -f $form --out none
    untold() { [ ! -e $form-broken/weeks/$week/told.json ] && [ ! -e none ]; }
    check "and nothing of it is told ($form)" untold
    check "unless it is said to ($form)" ledsaga export $form-broken --week $week -f $form --unlawful --out broken
    ledsaga export $form --week $week -f $form --out $form.out --on 2026-11-23 --quiet
    as_published() { [ "$(published $form)" != null ] && [ "$(published $form)" = "$(published v)" ]; }
    [ -e v ] || { cp -r "$work/village" v && ledsaga publish v --week $week --to web --links links.csv --on 2026-11-23 --quiet; }
    check "export -f $form is entered as publish is" as_published
    check "in the journal too ($form)" grep -q '"command":"export","week":"2026-W48"' $form/journal.jsonl
done

# ---- a roster of another file
cp -r "$work/village" draft && mv draft/weeks/$week/roster.json draft.json && cp draft.json draft.before
check 'the roster of another file is handed out' ledsaga publish draft --week $week --roster draft.json --to draft.web --links draft.csv --quiet
check 'and the file is left as it is' cmp draft.json draft.before

# ---- one at a time
printf 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nEND:VCALENDAR\r\n' >empty.ics
escort=$(python3 -c 'import json; print(json.load(open("v/unit.json"))["escorts"][0]["id"])')
exec 9<v && flock 9
check 'publish waits for nobody' ends_with 10 ledsaga publish v --to web --week $week 9<&-
check 'nor does import' ends_with 10 ledsaga import v empty.ics --week $week --as busy --for "$escort" --apply 9<&-
check 'nor export of what people get' ends_with 10 ledsaga export v --week $week -f text --out text.held 9<&-
check 'which is no matter to a page of the week' ledsaga export v --week $week -f html --out page.html 9<&-
before=$(sha256sum <v/weeks/$week/roster.json)
ledsaga solve v --week $week --effort 2000 --force --quiet 9<&- & solver=$!
sleep 2
waits() { kill -0 $solver && [ "$before" = "$(sha256sum <v/weeks/$week/roster.json)" ]; }
check 'solve keeps what it has found and waits' waits
exec 9<&-
wait $solver
check 'until it may write it' test $? -eq 0
rewritten() { [ "$before" != "$(sha256sum <v/weeks/$week/roster.json)" ]; }
check 'and then it does' rewritten
