"""Each kind of price in a roster's certificate in turn at any price, at none, and far too
dear: whatever the prices are, what they prove is no more than the roster's value, and the
certificate is believed if and only if they prove what it says.
  spoil_prices.py LEAST WORKSPACE...     at least so many changes must be possible"""
import copy
import glob
import json
import subprocess
import sys

FAR = 10**15
KINDS = {"requests", "teams", "grants", "sessions", "shortages", "members"}


def listed(change):
    """Of the prices in a list of objects."""
    def spoil(prices):
        for x in prices:
            x["price"] = change(x["price"])
    return spoil


def named(change):
    """Of the prices in an object, by name."""
    def spoil(prices):
        for key, x in prices.items():
            prices[key] = [change(y) for y in x] if isinstance(x, list) else change(x)
    return spoil


def spoils(kind):
    of = listed if kind in ("teams", "grants", "members") else named
    yield "at any price", of(lambda x: 3 * x + 1000)
    yield "at no price", lambda prices: prices.clear()
    yield "far too dear", of(lambda x: FAR)
    yield "one dearer", of(lambda x: x + 1)
    yield "one cheaper", of(lambda x: x - 1)
    if kind == "teams":
        yield "far too well paid", of(lambda x: -FAR)


def honest(tier):
    c = tier["certificate"]
    proved = c.get("recomputed")
    return proved is None and not c["holds"] or \
        proved is not None and proved <= tier["value"] and c["holds"] == (c["bound"] <= proved)


def check(workspace):
    run = subprocess.run(["ledsaga", "check", workspace, "--json"], capture_output=True, text=True)
    if run.returncode == 5:  # a price that no file may have
        return []
    return [tier for tier in json.loads(run.stdout)["tiers"] if "certificate" in tier]


def priced(tier):
    """What has prices: the tier, and the first and the last of the cases that are not split,
    by number; None is the tier itself."""
    leaves = [i for i, case in enumerate(tier.get("cases", [])) if "prices" in case]
    return [None] + leaves[:1] + leaves[1:][-1:]


def prices_of(tier, case):
    return tier if case is None else tier["cases"][case]["prices"]


def changed(path, roster, tier, case, kind, spoil):
    roster = copy.deepcopy(roster)
    spoil(prices_of(roster["certificate"]["tiers"][tier], case)[kind])
    with open(path, "w") as file:
        json.dump(roster, file)


def main(least, *workspaces):
    tried, wrong = 0, 0
    for workspace in workspaces:
        path, = glob.glob(workspace + "/weeks/*/roster.json")
        before = open(path).read()
        roster = json.loads(before)
        for i, tier in enumerate(roster["certificate"]["tiers"]):
            for case, kind in ((case, kind) for case in priced(tier)
                               for kind in sorted(set(prices_of(tier, case)) & KINDS)):
                for how, spoil in spoils(kind):
                    changed(path, roster, i, case, kind, spoil)
                    told = check(workspace)
                    tried += 1
                    if not all(map(honest, told)):
                        print(f"{workspace}, tier {tier['tier']}, case {case}: {kind} {how}:", told)
                        wrong += 1
        with open(path, "w") as file:
            file.write(before)
    print(tried, "ways to spoil prices")
    return wrong > 0 or tried < int(least)


sys.exit(main(*sys.argv[1:]))
