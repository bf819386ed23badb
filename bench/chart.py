#!/usr/bin/env python3
"""Value and bound over time, as a picture: bench/results/PRESET.svg from the course of the first seed.

    chart.py RESULT.json PRESET > PRESET.svg
"""

import json
import math
import sys

from report import RESULTS

WIDTH, PANEL, LEFT, RIGHT, TOP, BETWEEN, BOTTOM = 760, 200, 84, 24, 64, 58, 52
STYLE = """
  svg { font: 13px system-ui, sans-serif; background: #ffffff; }
  text { fill: #24292f; } .quiet { fill: #57606a; } .title { font-size: 15px; font-weight: 600; }
  .grid { stroke: #d0d7de; } .axis { stroke: #57606a; }
  .value, .bound, .between { fill: none; stroke-width: 2; stroke-linejoin: round; }
  .value { stroke: #0860ca; } .bound { stroke: #b35900; stroke-dasharray: 6 3; }
  .between { fill: #0860ca; fill-opacity: .09; stroke: none; }
  @media (prefers-color-scheme: dark) {
    svg { background: #0d1117; } text { fill: #e6edf3; } .quiet { fill: #9198a1; }
    .grid { stroke: #30363d; } .axis { stroke: #9198a1; }
    .value { stroke: #6cb6ff; } .bound { stroke: #f0a050; } .between { fill: #6cb6ff; }
  }"""


class Scale:
    """From data to pixels, along one axis."""

    def __init__(self, least, most, begin, end, log=False):
        self.turn = math.log10 if log else float
        self.least, self.most = self.turn(least), self.turn(most)
        self.begin, self.end = begin, end

    def __call__(self, x):
        share = (self.turn(x) - self.least) / (self.most - self.least)
        return round(self.begin + share * (self.end - self.begin), 1)


def round_step(span):
    """1, 2 or 5 times a power of ten, at least 1, so that a large span has four to nine of them."""
    power = 10 ** max(0, math.floor(math.log10(span / 4)))
    return next((step * power for step in (5, 2) if step * power <= span / 4), power)


def time_range(course):
    """From the first roster on, or the first hundredth of a second, to somewhat after the end."""
    begin = max(0.01, course[0][0])
    return begin, 1.15 * max(course[-1][0], 2 * begin)


def value_range(points):
    """What matters is where value and bound come to; what is more than a third beyond it is cut off."""
    _, last_value, last_bound = points[-1]
    shown = [last_value, last_bound] + [value for _, value, _ in points if value < 4 / 3 * last_value]
    shown += [bound for _, _, bound in points if bound > 2 / 3 * last_value]
    margin = max(0.06 * (max(shown) - min(shown)), 2)
    return max(min(shown) - margin, min(0, last_bound)), max(shown) + margin


def tier_points(course, tier):
    return [(max(moment[0], 0.01), moment[1 + 2 * tier], moment[2 + 2 * tier]) for moment in course]


def steps(points, which, x, y):
    """Each value holds until the next one."""
    path = [f"M{x(points[0][0])} {y(points[0][which])}"]
    for point in points[1:]:
        path.append(f"H{x(point[0])}V{y(point[which])}")
    return "".join(path)


def corners(points, which, x, y):
    """The same steps as points, for the area between two of them."""
    pairs = [(x(points[0][0]), y(points[0][which]))]
    for point in points[1:]:
        pairs += [(x(point[0]), pairs[-1][1]), (x(point[0]), y(point[which]))]
    return pairs


def area(points, x, y):
    around = corners(points, 1, x, y) + corners(points, 2, x, y)[::-1]
    return "M" + "L".join(f"{a} {b}" for a, b in around) + "Z"


def time_ticks(x, begin, end, top, bottom, labelled):
    out, power = [], math.floor(math.log10(begin))
    while 10 ** power <= end:
        for step in (1, 2, 5):
            seconds = step * 10 ** power
            if begin <= seconds <= end:
                out.append(f'<line class="grid" x1="{x(seconds)}" x2="{x(seconds)}" y1="{top}" y2="{bottom}"/>')
                if labelled:
                    out.append(f'<text class="quiet" x="{x(seconds)}" y="{bottom + 18}" text-anchor="middle">{seconds:g}</text>')
        power += 1
    return out


def value_ticks(y, least, most):
    out, step = [], round_step(most - least)
    tick = math.ceil(least / step)
    while tick * step <= most:
        at = y(tick * step)
        out.append(f'<line class="grid" x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{at}" y2="{at}"/>')
        out.append(f'<text class="quiet" x="{LEFT - 8}" y="{at + 4}" text-anchor="end">{tick * step:,.0f}</text>'.replace(",", " "))
        tick += 1
    return out


def state_words(points):
    _, value, bound = points[-1]
    if value == bound:
        return f"{value} points, proved optimal"
    return f"{value} points, at least {bound}, gap {100 * (value - bound) / max(1, abs(value)):.2f} %"


def panel(number, title, points, x, span):
    top = TOP + number * (PANEL + BETWEEN)
    bottom = top + PANEL
    least, most = value_range(points)
    y = Scale(least, most, bottom, top)
    last = number == 1
    return [f'<clipPath id="p{number}"><rect x="{LEFT}" y="{top}" width="{WIDTH - LEFT - RIGHT}" height="{PANEL}"/></clipPath>',
            *time_ticks(x, *span, top, bottom, last), *value_ticks(y, least, most),
            f'<g clip-path="url(#p{number})"><path class="between" d="{area(points, x, y)}"/>'
            f'<path class="bound" d="{steps(points, 2, x, y)}"/><path class="value" d="{steps(points, 1, x, y)}"/></g>',
            f'<path class="axis" fill="none" d="M{LEFT} {top}V{bottom}H{WIDTH - RIGHT}"/>',
            f'<text x="{LEFT}" y="{top - 10}">{title}: <tspan class="quiet">{state_words(points)}</tspan></text>',
            f'<text class="quiet" x="18" y="{(top + bottom) / 2}" text-anchor="middle" '
            f'transform="rotate(-90 18 {(top + bottom) / 2})">points</text>']


def legend(y):
    x = WIDTH - RIGHT - 232
    return [f'<path class="value" d="M{x} {y}h30"/><text x="{x + 38}" y="{y + 4}">value</text>',
            f'<path class="bound" d="M{x + 98} {y}h30"/><text x="{x + 136}" y="{y + 4}">proved bound</text>']


def drawn(run):
    """The picture of one run."""
    course, span = run["course"], time_range(run["course"])
    x = Scale(*span, LEFT, WIDTH - RIGHT, log=True)
    height = TOP + 2 * PANEL + BETWEEN + BOTTOM
    title = f"{run['preset']}, seed {run['seed']}: {run['requests']} requests, {run['escorts']} escorts"
    parts = [f'<text class="title" x="{LEFT}" y="26">{title}</text>', *legend(22)]
    for number, name in enumerate(("Tier 1, rights", "Tier 2, the rest")):
        parts += panel(number, name, tier_points(course, number), x, span)
    parts.append(f'<text class="quiet" x="{(LEFT + WIDTH - RIGHT) / 2}" y="{height - 12}" text-anchor="middle">'
                 "seconds of the solve (logarithmic)</text>")
    body = "\n".join(parts)
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" role="img">\n'
            f"<title>Value and bound over time: {title}</title>\n<style>{STYLE}\n</style>\n{body}\n</svg>\n")


def first_run(result, preset):
    return next((run for run in result["runs"] if run["preset"] == preset and "failure" not in run), None)


def store(result, preset):
    run = first_run(result, preset)
    if run and run["course"][-1][0] >= 1: # what is over at once is no picture
        (RESULTS / f"{preset}.svg").write_text(drawn(run), encoding="utf-8")


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        sys.stdout.write(drawn(first_run(json.load(file), sys.argv[2])))


if __name__ == "__main__":
    main()
