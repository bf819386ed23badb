#!/usr/bin/env python3
"""The page of a comparison: every element is closed, ids are unique and referred to rightly,
charts have names, and every assumption of the comparison stands there with its source."""
import html.parser
import json
import re
import sys

VOID = {"meta", "br", "line", "circle", "rect", "polyline"}


class Page(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.open, self.ids, self.refs, self.charts, self.faults = [], [], [], 0, []
        self.words = []

    def handle_starttag(self, tag, attributes):
        a = dict(attributes)
        self.ids += [a["id"]] if "id" in a else []
        self.refs += [a["aria-labelledby"]] if "aria-labelledby" in a else []
        self.refs += [a["href"][1:]] if a.get("href", "").startswith("#") else []
        if tag == "svg":
            self.charts += 1
            if a.get("role") != "img" or not a.get("aria-label"):
                self.faults.append("a chart without a name")
        if tag == "th" and "scope" not in a:
            self.faults.append("a heading of a table without scope")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        if tag not in VOID:
            self.faults.append(f"{tag} closes itself")

    def handle_endtag(self, tag):
        while self.open and self.open[-1] != tag and self.open[-1] in {"li", "p"}:
            self.open.pop()
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"{tag} is closed out of turn")

    def handle_data(self, data):
        self.words.append(data)


def plain(text):
    return re.sub(r"\s+", " ", text)


def main():
    page, comparison = Page(), json.load(open(sys.argv[2], encoding="utf-8"))
    page.feed(open(sys.argv[1], encoding="utf-8").read())
    faults = page.faults + [f"{tag} is left open" for tag in page.open]
    faults += [f"{name} is there twice" for name in set(page.ids) if page.ids.count(name) > 1]
    faults += [f"{name} is nowhere" for name in page.refs if name not in page.ids]
    text = plain("".join(page.words))
    for scenario in comparison["scenarios"]:
        for assumption in scenario["assumptions"]:
            for key in ("text", "source"):
                if plain(assumption[key].replace("`", "")) not in text:
                    faults.append(f"{scenario['id']}: not on the page: {assumption[key]}")
    if page.charts < 5:
        faults.append("there are too few charts")
    print("\n".join(faults[:20]))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
