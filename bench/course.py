"""The course of a solve, from its trace: when what was known.

A course is a list of moments (seconds, rights value, rights bound, rest value, rest bound), the last of which is the
result. Seconds are those of the solve; reading and writing the files come on top. Tier 0 is rights, tier 1 the rest.
"""

import json
import math

TIERS = ("rights", "rest")


def read(path):
    course = []
    with open(path, encoding="utf-8") as file:
        for line in file:
            moment = json.loads(line)
            rights, rest = moment["tiers"]
            course.append((moment["seconds"], rights["value"], rights["bound"], rest["value"], rest["bound"]))
    return course


def value(moment, tier):
    return moment[1 + 2 * tier]


def bound(moment, tier):
    return moment[2 + 2 * tier]


def gap(moment, tier):
    """How far the value can be from the best possible at most, as a share of the value."""
    return (value(moment, tier) - bound(moment, tier)) / max(1, abs(value(moment, tier)))


def kept_since(course, holds):
    """The seconds from which on it holds to the end; None if it does not at the end.

    Not the first time that it holds: a better tier 1 takes the bound of tier 2 with it.
    """
    since = None
    for moment in course:
        if not holds(moment):
            since = None
        elif since is None:
            since = moment[0]
    return since


def seconds_to_gap(course, tier, share):
    return kept_since(course, lambda moment: gap(moment, tier) <= share)


def seconds_to_quality(course, best, share):
    """Until the roster is within a share of the best known one in both tiers, whatever was proved by then. With a
    better tier 1 than that, tier 2 has nothing to be compared with."""
    def near(moment):
        values = [value(moment, tier) for tier in (0, 1)]
        within = [v - b <= share * max(1, abs(b)) for v, b in zip(values, best)]
        return values[0] < best[0] or all(within)
    return kept_since(course, near)


def moment_at(course, seconds, limit):
    """What was known then; None if nothing was, or if the solve was cut off before: some stop just short of the limit."""
    if limit and seconds > limit and course[-1][0] >= 0.95 * limit:
        return None
    before = [moment for moment in course if moment[0] <= seconds]
    return before[-1] if before else None


def thinned(course):
    """For drawing: of what happens within some hundredths of the time gone, the last."""
    kept = {}
    for moment in course:
        kept[round(30 * math.log(max(moment[0], 0.001)))] = moment
    return sorted({course[0], *kept.values(), course[-1]}, key=course.index)
