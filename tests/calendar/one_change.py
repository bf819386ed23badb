"""one_change.py OLD.ics NEW.ics: exactly one event is another than before: same UID, SEQUENCE
one higher, DTSTAMP and LAST-MODIFIED later and the same. Prints which of its lines
differ besides."""
import re
import sys


def events(path):
    with open(path, encoding="utf-8", newline="") as file:
        text = file.read().replace("\r\n ", "")
    found = {}
    for event in re.findall(r"BEGIN:VEVENT\r\n(.*?)END:VEVENT\r\n", text, re.S):
        lines = dict(re.split("[:;]", line, maxsplit=1) for line in event.split("\r\n") if line)
        found[lines["UID"]] = lines
    return found, re.sub(r"BEGIN:VEVENT.*END:VEVENT", "", text, flags=re.S)


(old, head), (new, new_head) = events(sys.argv[1]), events(sys.argv[2])
changed = [uid for uid in old if old[uid] != new.get(uid)]
if head != new_head or set(old) != set(new) or len(changed) != 1:
    sys.exit(f"{len(changed)} events are changed, {set(old) ^ set(new)} came or went")
was, now = old[changed[0]], new[changed[0]]
if int(now["SEQUENCE"]) != int(was["SEQUENCE"]) + 1 or not now["DTSTAMP"] > was["DTSTAMP"] or now["DTSTAMP"] != now["LAST-MODIFIED"]:
    sys.exit(f"{was} became {now}")
print(*sorted(name for name in now if now[name] != was.get(name) and name not in ("SEQUENCE", "DTSTAMP", "LAST-MODIFIED")))
