"""The best roster that was ever seen of each invented week: bench/results/best.json.

A week is known by its preset and seed, and by the hash of its input: one that is invented otherwise now begins anew.
"""

import json

import course
from instance import ROOT

PATH = ROOT / "bench/results/best.json"


def read():
    return json.loads(PATH.read_text(encoding="utf-8")) if PATH.exists() else {}


def write(bests):
    rows = (f"  {json.dumps(key)}: {json.dumps(bests[key])}" for key in sorted(bests))
    PATH.parent.mkdir(exist_ok=True)
    PATH.write_text("{\n" + ",\n".join(rows) + "\n}\n", encoding="utf-8")


def learned(bests, run):
    """The values of both tiers of the best roster, this run's own included."""
    key = f"{run['preset']}/{run['seed']}"
    known = bests.get(key)
    values = [course.value(run["course"][-1], tier) for tier in (0, 1)]
    if not known or known["input"] != run["input"] or values < known["values"]:
        bests[key] = known = {"input": run["input"], "values": values}
    return known["values"]
