"""The exact program of a week as `ledsaga export` writes it, for those who solve it elsewhere.

The data file of models/roster.mod is read whole: sets become lists of tuples, parameters become dictionaries. A
column of the MPS file that is a choice is named x[request,option,escort], and the data file says when an option
begins and how long it is; so a solution of any of the two is a roster.

A peer is a program that is called with a folder and a number of seconds and prints one JSON object a line:
{"t": seconds, "tier": 1 or 2, "value": points, "bound": points, "visits": [[request, option, escort], ...]}.
A field that is not known is left out. Its clock begins when it begins to read its files.
"""

import json
import pathlib
import re
import sys
import time

# How many words make the key of a table, by its first column; the name of the set that it fills, if any.
TABLE_KEYS = {"client": 1, "begins": 2, "choice_points": 3, "capacity": 1, "team_points": 2, "gap_min": 2, "left": 1,
              "first_points": 3, "travel_points": 5, "day_minutes_max": 2, "week_minutes_max": 1,
              "contract_minutes": 1, "run_most": 3, "rest_ends": 2, "over": 2, "face_points": 2, "weekend_points": 1,
              "used_points": 1, "short_night_points": 1, "clients_room": 1, "assignment_left": 1, "night_of": 1}
SET_WORDS = {"MEMBER": 4, "REFUSAL": 3, "PINNED": 3, "APART": 2, "DRAWS": 3, "DAY": 2, "IN_DAY": 4, "NIGHT_LAST": 4,
             "NIGHT_FIRST": 4, "TOO_LONG": 4, "RUN": 5, "KEEP_APART": 2, "WORK": 4, "ON_WEEKEND": 3, "SOFT_LAST": 4,
             "SOFT_FIRST": 4, "NEWCOMER": 2, "IN_ASSIGNMENT": 4}
COLUMN = re.compile(r"x\[([^,\]]+),(\d+),([^,\]]+)\]$")


def _word(text):
    return text[1:-1] if text.startswith("'") else int(text)


def _groups(words, size):
    return [tuple(words[i:i + size]) for i in range(0, len(words), size)]


class Program:
    """Sets and parameters of the data file as attributes, by the names of models/roster.mod."""

    def __init__(self, path):
        text = re.sub(r"(?m)^#.*$", "", pathlib.Path(path).read_text())
        for statement in text.split(";"):
            head, equals, body = statement.partition(":=")
            if equals:
                self._take(head.split(), [_word(w) for w in re.findall(r"'[^']*'|\S+", body)])
        self.session_of = {(r, o, e): s for s, r, o, e in self.MEMBER}

    def _take(self, head, words):
        if head[0] == "set":
            size = SET_WORDS.get(head[1], 1)
            setattr(self, head[1], words if size == 1 else _groups(words, size))
            return
        names = [name for name in head[1:] if name != ":"]
        if names[0] not in TABLE_KEYS and not names[0].isupper():
            setattr(self, names[0], words[0])
            return
        columns = [name for name in names if not name.isupper()]
        keys = TABLE_KEYS[columns[0]]
        rows = [(row[:keys] if keys > 1 else row[0], row[keys:]) for row in _groups(words, keys + len(columns))]
        for name in names:
            if name.isupper():
                setattr(self, name, [key for key, _ in rows])
        for i, name in enumerate(columns):
            setattr(self, name, {key: values[i] for key, values in rows})


def chosen(columns, values):
    """The visits that a solution of the MPS file says: (request, option, escort) of each column above a half."""
    found = []
    for name, value in zip(columns, values):
        if value > 0.5:
            match = COLUMN.match(name)
            if match and not match[1].startswith("session_"):
                found.append([match[1], int(match[2]), match[3]])
    return found



class Report:
    """The lines of a peer, with its clock."""

    def __init__(self):
        self.began = time.monotonic()

    def seconds(self):
        return time.monotonic() - self.began

    def tell(self, **fields):
        print(json.dumps({"t": round(self.seconds(), 3), **fields}, separators=(",", ":")), flush=True)

    def log(self, *words):
        print(*words, file=sys.stderr, flush=True)


def mps_with_rights(source, target, value):
    """A copy of the program of tier 2 that keeps tier 1 at this value."""
    line = re.compile(r"(?m)^ UP BND1 rights .*$|^ FX BND1 rights .*$")
    text, n = line.subn(f" UP BND1 rights {value}", pathlib.Path(source).read_text())
    if n != 1:
        sys.exit(f"{source}: {n} bounds of rights")
    pathlib.Path(target).write_text(text)
