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
# A village of four parts: clients of one third and another have no escort in common, and
# some of one third neither. Two parts have prices: of one tier, of both.
ledsaga new parts --preset village --seed 4 --week $week --quiet
cp -r parts undivided
python3 "$here/tests/cli/divide.py" parts/unit.json
ledsaga solve parts --quiet
# Two towns that prices alone leave a gap in: one in both tiers, one in one of its parts.
ledsaga new cases --preset halmstad --seed 11 --week $week --quiet
cp -r cases casesinparts
python3 "$here/tests/cli/divide.py" casesinparts/unit.json
ledsaga solve cases --effort 300000 --quiet
ledsaga solve casesinparts --quiet
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
for of in town teams grants groups parts cases casesinparts; do
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
check 'whatever the prices are, what they prove is true' python3 "$here/tests/cli/spoil_prices.py" 100 proved town teams grants groups parts cases
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

# Parts. In r they are p.
of=parts
p='p = r["certificate"]["parts"]; '
check 'a week in parts has a part for each' python3 -c "
import json
r = json.load(open('parts/$roster'))
p = r['certificate']['parts']
assert len(p) == 4 and sum(x['rights_value'] for x in p) <= r['certificate']['tiers'][1]['rights_value']
assert all('rights' not in t for t in r['certificate']['tiers'])
assert len({x['rights_value'] for x in p}) > 1 and any(x['rights'] for x in p)
assert sorted(x['priced'] for x in p) == [[], [], [1, 2], [2]]"
check 'how many parts are told, and what it means' says 'Proved in 4 parts. No lawful roster has fewer points of tier 1 in any of them.' ledsaga check parts
check 'where tier 1 is not proved it means less' spoilt 0 'for rosters with no more points of tier 1 in any of them' "$p
for x in p: x['priced'] = [2]
t1['bound'] = r['tiers'][0]['certified'] = 0"
for i in 0 1; do
    check "parts: a bound of tier $((i + 1)) one above what is proved is refused" spoilt 11 'its prices prove' "i = $i; c[i]['bound'] += 1; $both"
done
check 'a part that is left out is missed' spoilt 11 'is left out' "$p p.pop()"
check 'be it the first' spoilt 11 'is left out' "$p del p[0]"
check 'the bound of tier 1 may be true without it' told spoilt "t[1]['certificate']['holds'] == False and 'recomputed' in t[0]['certificate']"
check 'all of them left out are one whole, without a price of rights' spoilt 11 'its prices prove' "$p p.clear()"
check 'without the list the price of rights is missing' spoilt 5 '"rights" is missing' "del r['certificate']['parts']"
check 'the whole has no price of rights beside them' spoilt 5 'Each of the parts has its own' "t2['rights'] = 1"
check 'a part is there once' spoilt 5 'This part is there already' "$p p.append(p[0])"
check 'by whatever request of it' spoilt 11 'is there twice' "$p
ids = {v['request'] for v in r['visits']} - {x['request'] for x in p}
p.extend({**p[0], 'request': id} for id in sorted(ids))"
check 'a part may be named by any of its requests, and is one all the same' honest "$p p.reverse()"
check 'a part of no request is refused' spoilt 5 'is not in requests[]' "$p p[0]['request'] = 'nobody'"
check 'values that change places are not those of the roster' spoilt 11 'of tier 1 in the part of' "$p
a, b = [x for x in p if x['rights_value'] != p[0]['rights_value']][0], p[0]
a['rights_value'], b['rights_value'] = b['rights_value'], a['rights_value']
t2['bound'] = r['tiers'][1]['certified'] = -10**9"
for step in 1 -1; do
    check "nor is one that is another ($step)" spoilt 11 'The certificate of tier 2 does not hold' "$p
x = max(p, key=lambda x: x['rights_value']); x['rights_value'] += $step; t2['bound'] = r['tiers'][1]['certified'] = -10**9"
done
check 'the sum is that of the roster' spoilt 11 'it is for rosters with' "t2['rights_value'] += 1"
check 'a price of rights may be any' honest "$p
for x in p: x['rights'] = 3 * x['rights'] + 1000"
check 'or none' honest "$p
for x in p: x['rights'] = 0"
check 'those of two parts may change places' honest "$p
p[0]['rights'], p[1]['rights'] = p[1]['rights'], p[0]['rights']"
check 'but not be negative' spoilt 5 'too small' "$p p[0]['rights'] = -1"
check 'or beyond all sums' spoilt 11 'prove nothing' "$p
for x in p: x['rights'] = 2**63 - 1"
check 'what was priced may be taken for not priced' honest "$p
for x in p: x['priced'] = []"
check 'and the other way round' honest "$p
for x in p: x['priced'] = [1, 2]"
check 'one price too high is refused' spoilt 11 'its prices prove' "$p
[t['requests'].update({k: far for k in t['requests']}) for t in c if t.get('requests')]"
check 'one price of a wrong sign too' spoilt 5 'too small' "t1.setdefault('requests', {})[r['visits'][0]['request']] = -1"
check 'a week that has become one has other parts' bash -c '
    rm -rf joined && cp -r parts joined && cp undivided/unit.json joined && ledsaga check joined 2>&1 | grep -q "is there twice"'

# Cases. In r they are c1 and c2, by tier.
of=cases
cases='c1, c2 = t1["cases"], t2["cases"]; '
check 'both tiers are proved by cases, and nothing is left open' python3 -c "
import json
r = json.load(open('cases/$roster'))
assert all(t['certified'] == t['bound'] == t['value'] for t in r['tiers'])
assert all(t['cases'] for t in r['certificate']['tiers'])"
check 'which is told' told cases "all(x['certificate']['recomputed'] == x['value'] for x in t)"
check 'one processor makes the same of it as two' bash -c '
    cp -r cases anew2 && rm anew2/'$roster' && ledsaga solve anew2 --effort 300000 --threads 1 --quiet && cmp anew2/'$roster' cases/'$roster
for i in 0 1; do
    tier="cases of tier $((i + 1)):"
    check "$tier a bound one above what is proved is refused" spoilt 11 'its prices prove' "i = $i; c[i]['bound'] += 1; $both"
    check "$tier without them there is a gap" spoilt 11 'its prices prove' "del c[$i]['cases']"
    check "$tier a list of none is none" spoilt 11 'its prices prove' "c[$i]['cases'] = []"
    x="x = c[$i]['cases']; leaf = [y for y in x if 'prices' in y]; "
    check "$tier one that is left out is missed" spoilt 11 'is missing' "$x x.pop()"
    check "$tier be it the first" spoilt 11 'The certificate of tier' "$x
x.pop(0)
for y in x: y['within'] = max(0, y['within'] - 1)"
    check "$tier one that is there twice is one too many" spoilt 11 'is the third of two' "$x x.append(x[-1])"
    check "$tier two of a pair are opposite" spoilt 11 "are not each other's opposite" "$x
x[0]['fork'], x[1]['fork'] = x[1]['fork'], x[1]['fork']"
    check "$tier and of the same request" spoilt 11 "are not each other's opposite" "$x
x[0]['request'] = next(v['request'] for v in r['visits'] if v['request'] != x[0]['request'])"
    check "$tier the first two may change places" honest "$x
x[0]['fork'], x[1]['fork'] = x[1]['fork'], x[0]['fork']"
    check "$tier their prices may" honest "$x
leaf[0]['prices'], leaf[-1]['prices'] = leaf[-1]['prices'], leaf[0]['prices']"
    check "$tier each may have none that is otherwise" honest "$x
for y in leaf: y['prices'] = {}"
    check "$tier what is not split has prices" spoilt 11 'has no prices, and no cases within it' "$x del leaf[0]['prices']"
    check "$tier one price far too dear is refused" spoilt 11 'its prices prove' "$x
leaf[0]['prices'].setdefault('requests', {}).update({v['request']: far for v in r['visits']})"
    check "$tier one beyond all sums proves nothing" spoilt 11 'prove nothing' "$x
leaf[-1]['prices'].setdefault('requests', {})[r['visits'][0]['request']] = 2**63 - 1"
    check "$tier below nothing is only what is to be served" spoilt 11 'prove nothing' "$x
forked = {y['request'] for y in x}
leaf[0]['prices'].setdefault('requests', {})[next(v['request'] for v in r['visits'] if v['request'] not in forked)] = -1"
    check "$tier a case is not within itself" spoilt 5 'too large' "$x x[2]['within'] = 3"
    check "$tier nor within one after it" spoilt 5 'too large' "$x x[0]['within'] = x[1]['within'] = len(x)"
    check "$tier of another one it is no half" spoilt 11 'The certificate of tier' "$x x[2]['within'] = 0 if x[2]['within'] else 1"
    check "$tier a time that leaves nothing earlier proves no more than the truth" honest "$x
v = r['visits'][0]
for y, fork in ((x[0], 'before'), (x[1], 'from')):
    y.pop('escort', None)
    y.update(fork=fork, request=v['request'], start=v['start'])"
    check "$tier a fork is one of six" spoilt 5 '.fork' "$x x[0]['fork'] = 'after'"
    check "$tier of something that is there" spoilt 5 'is not in requests[]' "$x x[0]['request'] = x[1]['request'] = 'nobody'"
    check "$tier what has gone from the week has taken all cases with it" spoilt 11 'its prices prove' "$x
r['made']['input_hash'] = 16 * '0'; x[0]['request'] = x[1]['request'] = 'nobody'"
done
of=town
halves() { # FORK OTHER
    echo "v = next(v for v in r['visits'] if len(v['escorts']) > 1)
for t in c:
    t['cases'] = [{'within': 0, 'fork': fork, 'request': v['request'], 'prices': {}} for fork in ('$1', '$2')]"
}
check 'by an escort is only what one carries out alone' spoilt 11 'of a request that takes several' "$(halves by not_by)
for t in c:
    for x in t['cases']: x['escort'] = v['escorts'][0]"
check 'and has an escort' spoilt 5 '"escort" is missing' "$(halves by not_by)"
check 'but what takes several is served or not' honest "$(halves served unserved)"
check 'before a time or not' honest "$(halves before from)
for t in c:
    for x in t['cases']: x['start'] = v['start']"
of=casesinparts
check 'a part has cases of its own' python3 -c "
import json
r = json.load(open('casesinparts/$roster'))
assert len(r['certificate']['parts']) > 1 and any('cases' in t for t in r['certificate']['tiers'])
assert all(t['certified'] == t['bound'] == t['value'] for t in r['tiers'])"
check 'without them it has a gap' spoilt 11 'its prices prove' "
for t in c: t.pop('cases', None)"
check 'they are all there in it, too' spoilt 11 'is missing' "
for t in c: t.get('cases', [0]).pop()"
