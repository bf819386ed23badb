#!/usr/bin/env python3
"""A workbook of `ledsaga report`, read without any library of workbooks, has the parts
it should have, dates itself by the period, and its numbers are those of the JSON."""
import json
import re
import sys
from xml.etree import ElementTree
from zipfile import ZipFile

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
SUMMARY, KPIS, LEDGER, CLOCK, EQUITY, COST, LEGALITY = range(7)


def column(name):
    """'B7' -> 1"""
    number = 0
    for letter in re.match("[A-Z]+", name).group():
        number = 26 * number + ord(letter) - ord("A") + 1
    return number - 1


def cells(book, number, strings):
    """Rows of a sheet, each a dict from column to text or number."""
    sheet = ElementTree.fromstring(book.read(f"xl/worksheets/sheet{number + 1}.xml"))
    assert sheet.find(f".//{MAIN}pane").get("state") == "frozen"
    rows = []
    for row in sheet.iter(f"{MAIN}row"):
        found = {}
        for cell in row:
            value = cell.find(f"{MAIN}v")
            if value is None:
                continue
            text = cell.get("t") == "s"
            found[column(cell.get("r"))] = strings[int(value.text)] if text else float(value.text)
        rows.append(found)
    return rows


def near(found, wanted):
    assert abs(found - wanted) < 1e-9 * max(1, abs(wanted)), (found, wanted)


def check_kpis(rows, report):
    scale = {"min": 1 / 60, "öre/h": 1 / 100}
    assert len(rows) == 1 + len(report["kpis"])
    for row, kpi in zip(rows[1:], report["kpis"]):
        assert row[2] == kpi["name"]
        assert (1 in row) == (kpi["whole"] != 0), kpi
        if 1 in row:
            near(row[1], kpi["part"] / kpi["whole"] * scale.get(kpi["unit"], 1))


def check_ledger(rows, report):
    keys = ("granted", "carried", "delivered", "planned", "left", "pace", "lapsing")
    assert len(rows) == 1 + len(report["ledger"])
    for row, ledger in zip(rows[1:], report["ledger"]):
        assert (row[0], row[1], row[3]) == (ledger["client"], ledger["decision"], ledger["period"])
        for place, key in enumerate(keys, start=6):
            minutes = ledger[f"{key}_minutes"]
            if minutes is None:
                assert isinstance(row[place], str), row
            else:
                near(row[place], minutes / 60)


def check_cost(rows, report):
    for place, on_cost in enumerate(("average", "marginal"), start=1):
        parts = report["cost"][on_cost]["parts_ore"]
        for row, ore in zip(rows[1:], parts.values()):
            near(row[place], ore / 100)
        near(rows[1 + len(parts)][place], report["cost"][on_cost]["total_ore"] / 100)


def main():
    report = json.load(open(sys.argv[2], encoding="utf-8"))
    with ZipFile(sys.argv[1]) as book:
        assert book.testzip() is None
        assert len(re.findall("<sheet ", book.read("xl/workbook.xml").decode())) == 7
        assert f'>{report["period"]["to"]}T00:00:00Z<' in book.read("docProps/core.xml").decode()
        root = ElementTree.fromstring(book.read("xl/sharedStrings.xml"))
        strings = ["".join(t.text or "" for t in item.iter(f"{MAIN}t")) for item in root]
        sheets = [cells(book, number, strings) for number in range(7)]
    assert report["unit"]["name"] == sheets[SUMMARY][0][0]
    assert report["served"] in [row.get(1) for row in sheets[SUMMARY]]
    check_kpis(sheets[KPIS], report)
    check_ledger(sheets[LEDGER], report)
    check_cost(sheets[COST], report)
    assert len(sheets[CLOCK]) == 1 + max(1, len(report["clock"]))
    assert len(sheets[LEGALITY]) == 1 + max(1, len(report["legality"]["rules"]))
    assert len(sheets[EQUITY]) > 5


if __name__ == "__main__":
    main()
