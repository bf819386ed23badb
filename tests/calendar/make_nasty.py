"""make_nasty.py DIR [shift|inject]: a told.json of week 2026-W50 of DIR, as somebody could have
written it by hand, with texts that are hard on a calendar. shift: one event for each place
at which a line may be folded. inject: texts that would begin lines of their own."""
import json
import os
import sys

NASTY = "a,b;c\\d\\n\"e\"\n f: g=\r\nh\ti\x07j\x7fk\x1b åäö 🦐 "
EVIL = "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:evil-evil-evil\r\nX-EVIL:1"
MORE = "".join("å" if i % 3 else "z" for i in range(300))


def appointment(number, text):
    return {
        "uid": f"nasty-{number:04d}", "outing": f"request/{number}", "changed": "2026-11-20T09:00:00Z",
        "start": f"2026-12-{7 + number // 20:02d}T{number % 20:02d}:00+01:00",
        "end": f"2026-12-{7 + number // 20:02d}T{number % 20:02d}:30+01:00",
        "activity": text, "with": [{"id": "anna", "name": text[:200]}], "place": text, "end_place": text,
    }


texts = ["x" * shift + NASTY + MORE for shift in range(90)] if sys.argv[2] == "shift" else [EVIL]
os.makedirs(f"{sys.argv[1]}/weeks/2026-W50", exist_ok=True)
with open(f"{sys.argv[1]}/weeks/2026-W50/told.json", "w", encoding="utf-8") as file:
    json.dump({
        "format": "ledsaga-told", "version": 1, "week": "2026-W50", "told": "2026-11-20T09:00:00Z",
        "people": [{"kind": "client", "id": "kim", "name": "Kim",
                    "appointments": [appointment(i, text) for i, text in enumerate(texts)]}],
    }, file)
# What a reader must see: a calendar's text has no control character but the newline.
clean = [text.translate({c: None for c in [*range(10), *range(11, 32), 127]}) for text in texts]
print(json.dumps(clean))
