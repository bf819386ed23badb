#!/usr/bin/env python3
"""A workbook of a roster, read without any library of workbooks, holds what `ledsaga show
--json` says of it: days as dates, times as times of day, lengths as parts of a day."""
import json
import re
import sys
from datetime import date, datetime
from xml.etree import ElementTree
from zipfile import ZipFile

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
DAYS, ESCORTS, CLIENTS, UNSERVED = range(4)
EPOCH = date(1899, 12, 30).toordinal()


def column(name):
    """'B7' -> 1"""
    number = 0
    for letter in re.match("[A-Z]+", name).group():
        number = 26 * number + ord(letter) - ord("A") + 1
    return number - 1


def formats(book):
    """The number format of each style of the workbook."""
    root = ElementTree.fromstring(book.read("xl/styles.xml"))
    codes = {f.get("numFmtId"): f.get("formatCode") for f in root.iter(f"{MAIN}numFmt")}
    return [codes.get(x.get("numFmtId")) for x in root.find(f"{MAIN}cellXfs")]


def rows(book, number, strings, looks):
    """Rows of a sheet, each a list of texts and of (number, format)."""
    sheet = ElementTree.fromstring(book.read(f"xl/worksheets/sheet{number + 1}.xml"))
    assert sheet.find(f".//{MAIN}pane").get("state") == "frozen"
    assert sheet.find(f"{MAIN}pageSetup").get("orientation") == "landscape"
    assert not list(sheet.iter(f"{MAIN}f")), "no cell is a formula"
    found = []
    for row in sheet.iter(f"{MAIN}row"):
        cells = {}
        for cell in row:
            value = cell.find(f"{MAIN}v")
            if value is None:
                continue
            text = cell.get("t") == "s"
            cells[column(cell.get("r"))] = (
                strings[int(value.text)] if text else (float(value.text), looks[int(cell.get("s"))]))
        found.append(cells)
    filtered = sheet.find(f"{MAIN}autoFilter")
    assert (filtered is not None) == (len(found) > 2 or 1 in found[1])
    return found


def moments(start, end, minutes):
    """What the cells of a visit hold from its date on, without its weekday."""
    begin, close = (datetime.fromisoformat(t) for t in (start, end))
    clock = [((t.hour * 60 + t.minute) / 1440, "hh:mm") for t in (begin, close)]
    return [(begin.date().toordinal() - EPOCH, "yyyy-mm-dd"), *clock, (minutes / 1440, "[h]:mm")]


def near(found, wanted):
    for (value, look), (right, form) in zip(found, wanted, strict=True):
        assert look == form and abs(value - right) < 1e-9, (found, wanted)


def check_visits(sheet, first, wanted):
    """wanted: visits as (first cells, visit) in order of the sheet."""
    assert len(sheet) == 1 + max(1, len(wanted)), len(sheet)
    for row, (before, visit) in zip(sheet[1:], wanted):
        assert [row[c] for c in range(first)] == before, row
        near([row[first], row[first + 2], row[first + 3], row[first + 4]],
             moments(visit["start"], visit["end"], visit["minutes"]))
        assert visit["activity"] in row.values() and visit["client"]["name"] in row.values()


def main():
    shown = json.load(open(sys.argv[2], encoding="utf-8"))
    unit = json.load(open(sys.argv[3], encoding="utf-8"))
    with ZipFile(sys.argv[1]) as book:
        assert book.testzip() is None
        root = ElementTree.fromstring(book.read("xl/sharedStrings.xml"))
        strings = ["".join(t.text or "" for t in item.iter(f"{MAIN}t")) for item in root]
        looks = formats(book)
        sheets = [rows(book, number, strings, looks) for number in range(4)]
    visits = shown["visits"]
    check_visits(sheets[DAYS], 0, [([], v) for v in visits])
    check_visits(sheets[ESCORTS], 1,
                 [([e["name"]], v) for e in unit["escorts"] for v in visits
                  if e["id"] in [x["id"] for x in v["escorts"]]])
    check_visits(sheets[CLIENTS], 1,
                 [([v["client"]["name"]], v) for c in unit["clients"] for v in visits
                  if v["client"]["id"] == c["id"]])
    reasons = [(u["client"]["name"], u["activity"], u["asked"], u["sentence"]) for u in shown["unserved"]]
    told = [tuple(row.get(c) for c in (0, 1, 3, 4)) for row in sheets[UNSERVED][1:]]
    assert told == reasons or (not reasons and len(told) == 1), told


if __name__ == "__main__":
    main()
