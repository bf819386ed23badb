#!/usr/bin/env python3
"""Every event of the published folder is on the server, and says the same there:
URL USER PASSWORD FOLDER LINKS. Reads with python-icalendar."""
import base64
import csv
import re
import sys
import urllib.parse
import urllib.request
from pathlib import Path

from icalendar import Calendar

url, user, password, folder, links = sys.argv[1:]
key = base64.b64encode(f"{user}:{password}".encode()).decode()


def ask(method, address, body=None, depth=None):
    headers = {"Authorization": f"Basic {key}"}
    if depth:
        headers["Depth"] = depth
    request = urllib.request.Request(address, data=body, method=method, headers=headers)
    with urllib.request.urlopen(request) as answer:
        return answer.read().decode()


def events(text):
    found = {}
    for event in Calendar.from_ical(text).walk("VEVENT"):
        lines = sorted(event.to_ical().decode().replace("\r\n ", "").splitlines())
        found[str(event["UID"])] = lines
    return found


n = 0
with open(links, encoding="utf-8-sig", newline="") as file:
    for row in csv.DictReader(file, delimiter=";"):
        told = events((Path(folder) / row["calendar"].rsplit("/", 1)[-1]).read_text("utf-8"))
        calendar = f"{url}{row['kind']}s-{row['id']}/"
        listed = ask("PROPFIND", calendar, b"", "1")
        there = {}
        for href in re.findall(r"<(?:\w+:)?href>([^<]*\.ics)</", listed):
            text = ask("GET", urllib.parse.urljoin(url, href))
            assert text.count("BEGIN:VEVENT") == 1 and "METHOD" not in text, href
            there.update(events(text))
        if told != there:
            sys.exit(f"{row['kind']} {row['id']}:\n{told}\n{there}")
        n += len(told)
print(f"{n} events")
if n == 0:
    sys.exit("no events")
