"""What a peer's solution is worth: its roster is written as a roster file and judged by `ledsaga check`."""

import datetime
import json
import pathlib
import subprocess
import zoneinfo

import program

ZONE = zoneinfo.ZoneInfo("Europe/Stockholm")


class Judge:
    def __init__(self, ledsaga, folder, week, files):
        self.ledsaga, self.folder, self.week = ledsaga, folder, week
        # An option has the same number in both tiers, but each leaves out those that it does without.
        both = [program.Program(f"{files}/tier{tier}.dat") for tier in (1, 2)]
        self.begins, self.minutes, self.session_of = (
            {**getattr(both[0], name), **getattr(both[1], name)} for name in ("begins", "minutes", "session_of"))
        self.requests = len(both[0].REQUEST)
        self.path = pathlib.Path(files) / "judged.json"
        self.monday = datetime.datetime.strptime(f"{week}-1", "%G-W%V-%u").replace(tzinfo=ZONE)

    def clock(self, minutes):
        """Minutes since the week began as local time: also in a week of 167 or 169 hours."""
        moment = self.monday.astimezone(datetime.timezone.utc) + datetime.timedelta(minutes=minutes)
        return moment.astimezone(ZONE).isoformat(timespec="minutes")

    def roster(self, chosen):
        visits = {}
        for request, option, escort in chosen:
            visit = visits.setdefault(request, {
                "request": request, "start": self.clock(self.begins[request, option]),
                "minutes": self.minutes[request, option], "escorts": []})
            visit["escorts"].append(escort)
            session = self.session_of.get((request, option, escort))
            if session:
                visit["session"] = session.removeprefix("session ")
        return {"format": "ledsaga-roster", "version": 1, "week": self.week, "visits": list(visits.values())}

    def verdict(self, chosen):
        """(rights, rest, None), or (None, None, the first rule that it breaks)."""
        self.path.write_text(json.dumps(self.roster(chosen)))
        told = subprocess.run([self.ledsaga, "check", self.folder, "--week", self.week, "--roster", self.path, "--json"],
                              capture_output=True, text=True, check=False)
        if told.returncode > 1:
            return None, None, told.stderr.strip() or f"exit code {told.returncode}"
        verdict = json.loads(told.stdout)["verdict"]
        if not verdict["lawful"]:
            return None, None, ", ".join(sorted({breach["rule"] for breach in verdict["breaches"]}))
        rights = verdict["points"]["rights"]
        return rights, sum(verdict["points"].values()) - rights, None
