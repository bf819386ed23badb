"""The figures of a run, and their medians over runs."""

import statistics

import course

GAPS = (0.05, 0.01, 0.001, 0)
TIMES = (10, 60, 300)


def measured(run, best):
    """The run without its whole course, with the figures that are taken from it."""
    moments, last = run["course"], run["course"][-1]
    figures = {"first": moments[0][0]}
    for tier, name in enumerate(course.TIERS):
        for share in GAPS:
            figures[f"{name} gap {share:g}"] = course.seconds_to_gap(moments, tier, share)
        for seconds in TIMES:
            moment = course.moment_at(moments, seconds, run["limit"])
            figures[f"{name} value at {seconds}"] = moment and course.value(moment, tier)
            figures[f"{name} gap at {seconds}"] = moment and course.gap(moment, tier)
        figures[f"{name} value"] = course.value(last, tier)
        figures[f"{name} bound"] = course.bound(last, tier)
        figures[f"{name} gap"] = course.gap(last, tier)
    for share in GAPS:
        figures[f"quality {share:g}"] = course.seconds_to_quality(moments, best, share)
    return {**run, "best": best, "figures": figures, "course": course.thinned(moments)}


def median(values):
    """Never reached is later than anything: None where most runs are there, or half of them."""
    known = sorted(value for value in values if value is not None)
    ordered = known + [float("inf")] * (len(values) - len(known))
    middle = statistics.median(ordered) if ordered else float("inf")
    return None if middle == float("inf") else middle


def figure(runs, key):
    return median([run["figures"][key] for run in runs])


def figure_of_all(runs, key):
    """For values: the median of some of the weeks would be of other weeks than that beside it."""
    return figure(runs, key) if all(run["figures"][key] is not None for run in runs) else None


def field(runs, key):
    return median([run[key] for run in runs])
