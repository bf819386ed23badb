# A certificate is believed for what its prices prove, and for nothing else: each kind of
# price, name and number in it is spoilt in turn, and the roster under it too.
ledsaga new proved --preset village --week $week --quiet
ledsaga solve proved --quiet
ledsaga new town --preset halmstad --week $week --quiet
ledsaga solve town --effort 300000 --quiet
cp -r "$here/tests/cases/double" teams
cp -r "$here/tests/cases/rule-grant-binds" grants
cp -r "$here/tests/formats/club" groups
for of in teams grants groups; do
    ledsaga solve $of --force --quiet
done
of=proved # the workspace that is spoilt

# A copy of a workspace after Python has changed the roster r; t1 and t2 are the tiers of
# its certificate, c both, far a price far too high. What a week has no price of is
# changed nowhere.
spoil() { # from, to, Python
    rm -rf "$2" && cp -r "$1" "$2" && python3 - "$2/$roster" "$3" <<'END'
import json, sys
path, change = sys.argv[1:]
r = json.load(open(path))
c = r["certificate"]["tiers"]
t1, t2 = c
far = 10**15
exec(change)
json.dump(r, open(path, "w"))
END
}
# What Python must find true of the tiers t that check tells as JSON.
told() { # workspace, Python
    ledsaga check "$1" --json 2>/dev/null | python3 -c "
import json, sys
t = json.load(sys.stdin)['tiers']
assert $2, t"
}
# An exit code, what is said, and the Python that spoils the village.
spoilt() {
    local code=$1 said=$2
    shift 2
    spoil $of spoilt "$1" && ends_with "$code" ledsaga check spoilt >out 2>&1 && grep -qF -e "$said" out ||
        { cat out; echo "lacks: $said"; return 1; }
}
# Whatever the prices are, what they prove is no more than the roster's value, and it is
# believed if and only if it is what the file says.
honest() { # Python
    spoil $of spoilt "$1" && told spoilt "all(
        c['holds'] == ('recomputed' in c and c['bound'] <= c['recomputed'])
        and c.get('recomputed', 0) <= tier['value']
        for tier in t for c in [tier['certificate']])"
}

check 'solve writes a certificate of both tiers' python3 -c "
import json, sys
r = json.load(open('proved/$roster'))
assert [t['tier'] for t in r['certificate']['tiers']] == [1, 2]
assert [t['certified'] for t in r['tiers']] == [t['bound'] for t in r['certificate']['tiers']]
assert all(t['certified'] <= t['bound'] <= t['value'] for t in r['tiers'])"
check 'it holds' ends_with 0 ledsaga check proved
for of in town teams grants groups; do
    check "it holds of $of too" says 'from the prices alone:' ledsaga check $of
done
of=proved
check 'value, bound, certified and gap are told' says 'from the prices alone:' ledsaga check proved
check 'as JSON too' told proved \
    "all(x['certificate']['holds'] and x['certificate']['bound'] <= x['certificate']['recomputed'] <= x['value'] for x in t)"
check 'the same bytes are written again' bash -c '
    cp -r proved anew && rm anew/'$roster' && ledsaga solve anew --quiet && cmp anew/'$roster' proved/'$roster

# The bound.
both='r["tiers"][i]["certified"] = c[i]["bound"]'
for i in 0 1; do
    check "tier $((i + 1)): a bound that is not the one told of the tier is refused" spoilt 11 'the list of tiers' "c[$i]['bound'] += 1"
    check "tier $((i + 1)): nor may the tier tell another" spoilt 11 'the list of tiers' "r['tiers'][$i]['certified'] -= 1"
    check "tier $((i + 1)): a bound one above what is proved is refused" spoilt 11 'its prices prove' "
proved = $(ledsaga check proved --json | python3 -c "import json, sys; print(json.load(sys.stdin)['tiers'][$i]['certificate']['recomputed'])")
i = $i; c[i]['bound'] = proved + 1; $both"
    check "tier $((i + 1)): so is one far above" spoilt 11 'its prices prove' "i = $i; c[i]['bound'] = 2**62; $both"
    check "tier $((i + 1)): a lower bound is true" spoilt 0 'recomputed' "i = $i; c[i]['bound'] -= 1; $both"
    check "tier $((i + 1)): a bound that is not whole is no bound" spoilt 5 "tiers[$i].bound" "c[$i]['bound'] += 0.5"
    check "tier $((i + 1)): no prices, no proof" spoilt 11 'no prices to prove it' "del c[$i]"
done
check 'no certificate, no proof' spoilt 11 'no prices to prove it' "del r['certificate']"
check 'a roster that speaks of neither is none the worse' spoilt 0 'What the file states' "
del r['certificate']
for t in r['tiers']: del t['certified']"
check 'without the tiers it is judged all the same' spoilt 0 'from the prices alone:' "del r['tiers']"

# Prices, of each kind: town has those of shortages, teams and their members.
check 'whatever the prices are, what they prove is true' python3 "$here/tests/cli/spoil_prices.py" 50 proved town teams grants groups
for i in 0 1; do
    tier="tier $((i + 1)):"
    check "$tier everything far too dear is refused" spoilt 11 'its prices prove' "
c[$i]['requests'] = {v['request']: far for v in r['visits']}"
    check "$tier prices beyond all sums prove nothing" spoilt 11 'prove nothing' "
c[$i].setdefault('requests', {})[r['visits'][0]['request']] = 2**63 - 1"
    check "$tier a negative price is refused" spoilt 5 'too small' "
c[$i].setdefault('requests', {})[r['visits'][0]['request']] = -1"
    check "$tier a price of nothing that is there is refused" spoilt 5 'is not in requests[]' "
c[$i].setdefault('requests', {})['nobody'] = 1"
    check "$tier a team at a time that is none is refused" spoilt 5 'has no such time' "
v = r['visits'][0]
c[$i].setdefault('teams', []).append({'request': v['request'], 'start': v['start'], 'minutes': 1, 'price': 1})"
    check "$tier what a visit of one costs its team proves nothing" spoilt 11 'prove nothing' "
v = next(v for v in r['visits'] if len(v['escorts']) == 1 and 'session' not in v)
c[$i].setdefault('teams', []).append({'request': v['request'], 'start': v['start'], 'minutes': v['minutes'], 'price': 1})"
    check "$tier two prices of one thing are refused" spoilt 5 'has a price already' "
v = r['visits'][0]
c[$i]['teams'] = 2 * [{key: v[key] for key in ('request', 'start', 'minutes', 'session') if key in v} | {'price': 1}]"
done

# Tiers.
check 'prices of one tier are none of the other' honest "
keep = ('tier', 'bound', 'rights', 'rights_value')
for a, b in ((t1.copy(), t2), (t2.copy(), t1)):
    for key in [key for key in b if key not in keep]: del b[key]
    b.update((key, a[key]) for key in a if key not in keep)"
check 'the tiers cannot change places' spoilt 5 'Only tier 2 has this' "t1['tier'], t2['tier'] = 2, 1"
check 'nor be one twice' spoilt 5 'is there already' "c[0] = t2"
check 'a third tier is none' spoilt 5 'tiers[0].tier' "t1['tier'] = 3"
for step in 1 -1; do
    check "the second tier is of rosters as good in the first ($step)" spoilt 11 'The certificate of tier 2 does not hold' "t2['rights_value'] = abs(t2['rights_value'] + $step)"
done
check 'the price of tier 1 may be any' honest "t2['rights'] = 3 * t2['rights'] + 1000"
check 'or none' honest "t2['rights'] = 0"
check 'but not negative' spoilt 5 'rights' "t2['rights'] = -1"
check 'another scale is another file' spoilt 5 'scale' "r['certificate']['scale'] = 1"

# The roster under it.
check 'a visit taken out contradicts the file' spoilt 1 'not true of these visits' "del r['visits'][0]"
# A worse roster whose file is true of it: of its first tier the bound is true still, of
# the second it says nothing.
spoil proved worse "del r['visits'][0]"
values=$(ledsaga check worse --json 2>/dev/null | python3 -c 'import json, sys; print([t["value"] for t in json.load(sys.stdin)["tiers"]])')
worse="
del r['visits'][0]
for t, value in zip(r['tiers'], $values): t.update(value=value, bound=min(value, t['bound']))"
check 'a worse roster has its gap in tier 1, and none is proved in tier 2' spoilt 11 'it is for rosters with' "$worse"
check 'which is said of that tier alone' told spoilt "t[0]['certificate']['holds'] and not t[1]['certificate']['holds']"
check 'that it is said to be for these does not help' spoilt 11 'The certificate of tier 2' "$worse
t2['rights_value'] = r['tiers'][0]['value']; t2['rights'] += 1000000"
spoil proved unlawful "
for v in r['visits']: v['escorts'] = r['visits'][0]['escorts'][:len(v['escorts'])]"
check 'a breach is the first thing to be told' ends_with 1 ledsaga check unlawful
check 'and the bound stays true of lawful rosters' told unlawful "all(x['certificate']['holds'] for x in t)"

# Other input: what is proved counts, not the hash.
check 'another hash proves nothing and disproves nothing' spoilt 0 'of the week as it is now' "r['made']['input_hash'] = 16 * '0'"
check 'what is gone from the week has lost its price' spoilt 0 'of the week as it is now' "
r['made']['input_hash'] = 16 * '0'
t1.setdefault('requests', {})['nobody'] = 1"
check 'but a wrong bound is as wrong' spoilt 11 'its prices prove' "
r['made']['input_hash'] = 16 * '0'
i = 1; c[i]['bound'] = 2**62; $both"
