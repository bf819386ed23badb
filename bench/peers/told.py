"""What a peer told, and what of it the judge bears out."""

import math


class Told:
    """What a peer had when: rosters judged by us, and values of its log where there is no roster yet."""

    def __init__(self, events, court):
        self.court, self.judged, self.events = court, {}, []
        rights = None
        for number, event in enumerate(events):
            if "value" not in event:
                continue
            if event["tier"] == 1:
                rights = event["value"]
            claim = (event["value"], None) if event["tier"] == 1 else (event.get("rights", rights), event["value"])
            self.events.append({**event, "claim": claim, "number": number})

    def verdict(self, event):
        if event["number"] not in self.judged:
            self.judged[event["number"]] = self.court.verdict(event["visits"])
        return self.judged[event["number"]]

    def rosters(self, until=math.inf):
        return [event for event in self.events if "visits" in event and event["t"] <= until]

    def at(self, seconds):
        """(rights, rest, whether a roster was judged for it, refusal). Of the last rosters of the tiers the better
        one counts: the first steps of tier 2 can be behind what came with tier 1."""
        rosters = self.rosters(seconds)
        rights = rest = None
        for tier in (1, 2):
            of_tier = [event for event in rosters if event["tier"] == tier]
            found = self.verdict(of_tier[-1]) if of_tier else (None, None, None)
            if found[2]:
                return found[0], found[1], True, found[2]
            if found[0] is not None and (rights is None or better(found, (rights, rest))):
                rights, rest = found[:2]
        later = [e for e in self.events if e["t"] <= seconds and (not rosters or e["number"] > rosters[-1]["number"])]
        if later and (rights is None or better(later[-1]["claim"], (rights, rest))):
            return *later[-1]["claim"], False, None
        return rights, rest, True, None

    def reached(self, goal):
        """Seconds until it was as good as that; a roster must bear it out."""
        for event in self.events:
            rights, rest = event["claim"]
            if rights > goal[0] or (rights == goal[0] and rest is not None and rest > goal[1]):
                continue
            if rest is None and "visits" not in event:
                continue
            roster = next((e for e in self.events if e["number"] >= event["number"] and "visits" in e), None)
            found = self.verdict(roster) if roster else (None, None, "no roster")
            if not found[2] and not better(goal, found[:2]):
                return event["t"]
        return None

    def misjudged(self):
        """Does the last roster come to other points than the peer thinks?"""
        last = self.rosters()[-1:]
        rights, rest, refusal = self.verdict(last[0]) if last else (None, None, None)
        claim = last[0]["claim"] if last else None
        if not last or refusal or (rights <= claim[0] and claim[1] in (rest, None)):
            return ""
        return f"says {claim[0]} / {claim[1]} of a roster of {rights} / {rest}"


def better(x, y):
    """Tier 1 first; what is not known of tier 2 is not better."""
    return x[0] < y[0] or (x[0] == y[0] and x[1] is not None and (y[1] is None or x[1] < y[1]))


def bounds(events):
    """The best bound of each tier, whole points: values are whole. That of tier 2 is for its own value of tier 1."""
    found = []
    for tier in (1, 2):
        told = [e["bound"] for e in events if e["tier"] == tier and math.isfinite(e.get("bound", math.inf))]
        found.append(math.ceil(max(told) - 1e-4) if told else None)
    return found
