#!/usr/bin/env python3
"""The sessions in the README are real: every ```console block is typed again, in one folder, in English, and must print
what the README says. The folder has nothing but the files that the README shows (```csv NAME), and the day is always the same.

    tour.py [--write]      --write: put what is printed now into the README
"""

import difflib
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
README = ROOT / "README.md"
BLOCK = re.compile(r"(```console\n)(.*?)(```\n)", re.S)
FILE = re.compile(r"```csv (\S+)\n(.*?)```\n", re.S)
DAY = "1794819600"  # Monday 16 November 2026


def typed_again(block, folder, environment):
    lines = []
    for command in re.findall(r"^\$ (.*)$", block, re.M):
        done = subprocess.run(command, shell=True, cwd=folder, env=environment, text=True, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, check=False)
        lines += [f"$ {command}", *(line.rstrip() for line in done.stdout.splitlines())]
    return "\n".join(lines) + "\n"


def main():
    program = pathlib.Path(os.environ.get("LEDSAGA", ROOT / "build/release/ledsaga"))
    environment = {"PATH": f"{program.parent}:{os.environ['PATH']}", "LANG": "C", "SOURCE_DATE_EPOCH": DAY}
    old = README.read_text("utf-8")
    with tempfile.TemporaryDirectory() as folder:
        for name, text in FILE.findall(old):
            pathlib.Path(folder, name).write_text(text, "utf-8")
        new = BLOCK.sub(lambda m: m[1] + typed_again(m[2], folder, environment) + m[3], old)
    if "--write" in sys.argv:
        README.write_text(new, "utf-8")
        return 0
    sys.stdout.writelines(difflib.unified_diff(old.splitlines(True), new.splitlines(True), "README.md", "printed now"))
    return not BLOCK.search(old) or new != old


if __name__ == "__main__":
    sys.exit(main())
