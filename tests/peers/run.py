#!/usr/bin/env python3
"""What the comparison with other solvers makes of what they tell; the peers themselves need not be here."""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "bench/peers"))

import classic # noqa: E402 the folder is known only now
import judge # noqa: E402
import program # noqa: E402
import run # noqa: E402
from told import Told, bounds # noqa: E402

LEDSAGA = os.environ.get("LEDSAGA", str(ROOT / "build/release/ledsaga"))
WEEK = "2026-W48"


class Court:
    """Judges as the roster says of itself: [rights, rest] or the rule that it breaks."""

    def verdict(self, roster):
        return (None, None, roster) if isinstance(roster, str) else (*roster, None)


def told(*events):
    return Told([{"t": t, "tier": tier, **fields} for t, tier, fields in events], Court())


class WhatIsTold(unittest.TestCase):
    def test_a_roster_counts_as_the_judge_says_not_as_the_peer_says(self):
        course = told((1, 1, {"value": 10, "visits": [50, 7]}))
        self.assertEqual(course.at(2), (50, 7, True, None))

    def test_the_last_roster_before_a_mark_counts(self):
        course = told((1, 1, {"value": 50, "visits": [50, 7]}), (3, 1, {"value": 40, "visits": [40, 9]}))
        self.assertEqual(course.at(2)[:2], (50, 7))
        self.assertEqual(course.at(3)[:2], (40, 9))
        self.assertEqual(course.at(0.5), (None, None, True, None))

    def test_tier_2_may_begin_behind_what_came_with_tier_1(self):
        course = told((1, 1, {"value": 50, "visits": [50, 90]}), (2, 2, {"value": 95, "visits": [50, 95]}))
        self.assertEqual(course.at(2), (50, 90, True, None))
        self.assertEqual(course.reached((50, 90)), 1)

    def test_a_value_without_a_roster_is_marked_as_not_judged(self):
        course = told((1, 1, {"value": 50, "visits": [50, 90]}), (2, 2, {"value": 70}))
        self.assertEqual(course.at(2), (50, 70, False, None))

    def test_a_roster_that_breaks_a_rule_is_refused(self):
        course = told((1, 1, {"value": 50, "visits": "overlap"}))
        self.assertEqual(course.at(2), (None, None, True, "overlap"))
        self.assertIsNone(course.reached((60, 0)))

    def test_other_points_than_the_peer_thinks_are_told(self):
        self.assertEqual(told((1, 2, {"rights": 50, "value": 70, "visits": [50, 71]})).misjudged(),
                         "says 50 / 70 of a roster of 50 / 71")
        self.assertEqual(told((1, 2, {"rights": 50, "value": 70, "visits": [49, 70]})).misjudged(), "")

    def test_as_good_as_means_tier_1_first(self):
        course = told((1, 1, {"value": 50, "visits": [50, 90]}), (2, 2, {"value": 80, "visits": [50, 80]}),
                      (4, 2, {"value": 70, "visits": [50, 70]}))
        self.assertEqual(course.reached((50, 80)), 2)
        self.assertEqual(course.reached((50, 75)), 4)
        self.assertEqual(course.reached((51, 0)), 1)
        self.assertIsNone(course.reached((49, 1000)))

    def test_what_a_log_reached_needs_a_roster_in_the_end(self):
        reached = ((1, 1, {"value": 50, "visits": [50, 90]}), (2, 2, {"value": 70}))
        self.assertIsNone(told(*reached).reached((50, 70)))
        self.assertEqual(told(*reached, (9, 2, {"value": 70, "visits": [50, 70]})).reached((50, 70)), 2)

    def test_one_score_of_both_tiers_is_understood(self):
        course = told((1, 2, {"rights": 50, "value": 70, "visits": [50, 70]}))
        self.assertEqual(course.reached((50, 70)), 1)

    def test_bounds_are_rounded_up_to_whole_points(self):
        events = [{"t": 0, "tier": 1, "bound": float("-inf")}, {"t": 1, "tier": 1, "bound": 9.0000000001},
                  {"t": 2, "tier": 2, "bound": 70.2}, {"t": 3, "tier": 2, "bound": 66}]
        self.assertEqual(bounds(events), [9, 71])


class Logs(unittest.TestCase):
    def number(self, pattern, line):
        return classic.first_number(pattern.search(line))

    def test_values_and_bounds_of_cbc(self):
        self.assertEqual(self.number(classic.Cbc.value, "Cbc0012I Integer solution of 10518 found by Dive"), 10518)
        self.assertEqual(self.number(classic.Cbc.bound, "Cbc0010I After 100 nodes, 3 on tree, 12 best solution, "
                                                        "best possible 10.5 (0.80 seconds)"), 10.5)

        self.assertIsNone(self.number(classic.Cbc.value, "Cbc0001I Search completed - best objective 1e+50, took 0"))

    def test_values_and_bounds_of_glpsol(self):
        line = "+  1725: >>>>>   3.156000000e+04 >=   3.155000000e+04 < 0.1% (161; 0)"
        self.assertEqual(self.number(classic.Glpsol.value, line), 31560)
        self.assertEqual(self.number(classic.Glpsol.bound, line), 31550)
        self.assertIsNone(classic.Glpsol.value.search("+   805: mip =     not found yet >=              -inf        (1; 0)"))


class Village(unittest.TestCase):
    """The whole way with glpsol: program, solution, roster, judge."""

    @classmethod
    def setUpClass(cls):
        cls.place = tempfile.TemporaryDirectory()
        cls.folder = f"{cls.place.name}/unit"
        subprocess.run([LEDSAGA, "new", cls.folder, "--preset", "village", "--week", WEEK, "--quiet"], check=True)
        run.instance.LEDSAGA = LEDSAGA
        run.exported(cls.folder, cls.place.name)
        cls.court = judge.Judge(LEDSAGA, cls.folder, WEEK, cls.place.name)
        told = subprocess.run([sys.executable, ROOT / "bench/peers/classic.py", "glpsol", cls.place.name, "20"], check=True,
                              capture_output=True, text=True).stdout
        cls.events = [json.loads(line) for line in told.splitlines()]

    @classmethod
    def tearDownClass(cls):
        cls.place.cleanup()

    def rosters(self, tier):
        return [e for e in self.events if e["tier"] == tier and "visits" in e]

    def test_the_judge_finds_the_value_that_the_program_says(self):
        rights, rest = self.rosters(1)[-1]["value"], self.rosters(2)[-1]["value"]
        self.assertEqual(self.court.verdict(self.rosters(1)[-1]["visits"])[0], rights)
        self.assertEqual(self.court.verdict(self.rosters(2)[-1]["visits"]), (rights, rest, None))

    def test_the_judge_refuses_a_roster_with_one_escort_everywhere(self):
        everywhere = [[request, option, "e001"] for request, option, _ in self.rosters(2)[-1]["visits"]]
        self.assertIsNotNone(self.court.verdict(everywhere)[2])

    def test_tier_2_keeps_the_value_of_tier_1_that_it_is_told(self):
        target = f"{self.place.name}/kept.mps"
        program.mps_with_rights(f"{self.place.name}/tier2.mps", target, 1234)
        self.assertIn(" UP BND1 rights 1234\n", pathlib.Path(target).read_text())

    def test_the_program_is_read_whole(self):
        p = program.Program(f"{self.place.name}/tier2.dat")
        self.assertEqual(len(p.REQUEST), self.court.requests)
        self.assertEqual(set(p.choice_points), set(p.CHOICE))
        self.assertTrue(all(c[:2] in p.begins for c in p.CHOICE))
        self.assertTrue(all(e in p.ESCORT for e in p.contract_minutes))

    def test_a_clock_time_is_right_in_the_week_when_summer_time_ends(self):
        court = judge.Judge(LEDSAGA, self.folder, "2026-W43", self.place.name)
        self.assertEqual(court.clock(0), "2026-10-19T00:00+02:00")
        self.assertEqual(court.clock(6 * 1440 + 12 * 60), "2026-10-25T11:00+01:00")


if __name__ == "__main__":
    result = unittest.main(exit=False, verbosity=0).result
    bad = len(result.failures) + len(result.errors)
    print(f"{result.testsRun - bad} passed, {bad} failed")
    sys.exit(bool(bad))
