#!/usr/bin/env python3
"""Kills a publication to a server at random moments and goes on:
WORKSPACE URL PASSWORD-FILE TIMES. Half of the times what is known of the server is lost
too; at the end a whole run."""
import random
import subprocess
import sys
import time
from pathlib import Path

workspace, url, password, times = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])
command = ["ledsaga", "publish", workspace, "--week", "2026-W48", "--unlawful", "--to", url,
           "--user", "office", "--password-file", password]
chance = random.Random(4791)
n_killed = 0
for i in range(times):
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    time.sleep(chance.uniform(0.05, 0.3))
    process.kill()
    error = process.communicate()[1].decode()
    n_killed += process.returncode == -9
    if process.returncode not in (0, -9) or "Somebody" in error:
        sys.exit(f"{process.returncode}: {error}")
    if i % 2:
        Path(workspace, "caldav.json").unlink(missing_ok=True)
done = subprocess.run(command, capture_output=True, text=True, check=False)
print(n_killed, "killed", done.stdout)
if done.returncode != 0 or "Somebody" in done.stderr or n_killed < 3:
    sys.exit(f"{done.returncode}: {done.stderr}")
