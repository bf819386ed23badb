#!/usr/bin/env python3
"""What the bench makes of traces that a person can work out, and what it draws of them."""

import json
import pathlib
import sys
import tempfile
import unittest
import xml.etree.ElementTree

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "bench"))

import best # noqa: E402 the folder is known only now
import chart # noqa: E402
import course # noqa: E402
import measures # noqa: E402
import report # noqa: E402

# Rights are proved at 8 s. The rest is within 5 % at 4 s, loses its bound when rights get better, and comes back.
COURSE = [(1, 120, 0, 500, 0), (4, 110, 50, 400, 390), (5, 100, 90, 420, 0), (8, 100, 100, 400, 380), (20, 100, 100, 390, 390)]


def run(moments=None, limit=60, **more):
    return {"preset": "small", "seed": 1, "limit": limit, "clients": 4, "escorts": 2, "requests": 10, "served": 9,
            "input": "abc", "outcome": "optimal", "seconds": 20.5, "cpu_seconds": 39, "check_seconds": 0.1, "memory": 30,
            "course": COURSE if moments is None else moments, **more}


class Course(unittest.TestCase):
    def test_a_trace_is_read(self):
        tiers = [{"name": "rights", "value": 7, "bound": 5}, {"name": "rest", "value": 9, "bound": 2}]
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as file:
            file.write(json.dumps({"seconds": 0.5, "phase": "search", "served": 1, "requests": 2, "tiers": tiers}) + "\n")
            file.flush()
            self.assertEqual(course.read(file.name), [(0.5, 7, 5, 9, 2)])

    def test_a_gap_is_a_share_of_the_value(self):
        self.assertEqual(course.gap((1, 100, 90, 400, 0), 0), 0.1)
        self.assertEqual(course.gap((1, 100, 90, 400, 0), 1), 1)
        self.assertEqual(course.gap((1, 0, 0, 400, 0), 0), 0)

    def test_a_gap_counts_from_when_it_is_kept(self):
        self.assertEqual(course.seconds_to_gap(COURSE, 0, 0), 8)
        self.assertEqual(course.seconds_to_gap(COURSE, 0, 0.1), 5)
        self.assertEqual(course.seconds_to_gap(COURSE, 1, 0.05), 8)
        self.assertEqual(course.seconds_to_gap(COURSE, 1, 0.01), 20)

    def test_a_gap_that_was_not_reached_has_no_time(self):
        self.assertIsNone(course.seconds_to_gap(COURSE[:3], 1, 0.05))

    def test_a_good_roster_is_near_the_best_in_both_tiers(self):
        self.assertEqual(course.seconds_to_quality(COURSE, (100, 390), 0), 20)
        self.assertEqual(course.seconds_to_quality(COURSE, (100, 390), 0.03), 8)
        self.assertEqual(course.seconds_to_quality(COURSE, (100, 390), 0.1), 4)
        self.assertIsNone(course.seconds_to_quality(COURSE, (90, 390), 0.1))

    def test_better_rights_excuse_the_rest(self):
        self.assertEqual(course.seconds_to_quality(COURSE, (105, 200), 0), 5)

    def test_a_solve_that_ended_stays_as_it_ended(self):
        self.assertEqual(course.moment_at(COURSE, 10, 60), COURSE[3])
        self.assertEqual(course.moment_at(COURSE, 300, 60), COURSE[-1])

    def test_before_the_first_roster_there_is_nothing(self):
        self.assertIsNone(course.moment_at(COURSE, 0.5, 60))

    def test_what_would_have_come_after_the_limit_is_not_known(self):
        self.assertIsNone(course.moment_at(COURSE, 300, 20))
        self.assertIsNone(course.moment_at(COURSE, 300, 20.5))

    def test_thinning_keeps_first_and_last_and_order(self):
        many = [(1 + i / 1000, 100, 0, 400 - i, 0) for i in range(300)]
        few = course.thinned(many)
        self.assertEqual((few[0], few[-1]), (many[0], many[-1]))
        self.assertLess(len(few), 20)
        self.assertEqual(few, sorted(few))


class Measures(unittest.TestCase):
    def test_a_median_of_some_that_never_came(self):
        self.assertEqual(measures.median([3, None, 1]), 3)
        self.assertIsNone(measures.median([3, None, None]))
        self.assertIsNone(measures.median([3, None]))
        self.assertEqual(measures.median([1, 2]), 1.5)

    def test_a_value_is_a_median_of_all_weeks_or_of_none(self):
        runs = [measures.measured(run(limit=limit), [100, 390]) for limit in (60, 60, 20)]
        self.assertEqual(measures.figure_of_all(runs, "rest value at 10"), 400)
        self.assertIsNone(measures.figure_of_all(runs, "rest value at 60"))

    def test_figures_of_a_run(self):
        figures = measures.measured(run(), [100, 390])["figures"]
        self.assertEqual(figures["first"], 1)
        self.assertEqual(figures["rights value at 10"], 100)
        self.assertEqual(figures["rest gap at 10"], 0.05)
        self.assertEqual(figures["rest bound"], 390)
        self.assertEqual(figures["quality 0"], 20)

    def test_the_best_is_learned_tier_by_tier(self):
        bests = {}
        best.learned(bests, run())
        self.assertEqual(best.learned(bests, run([(1, 101, 0, 1, 0)])), [100, 390])
        self.assertEqual(best.learned(bests, run([(1, 100, 0, 389, 0)])), [100, 389])

    def test_another_week_has_another_best(self):
        bests = {}
        best.learned(bests, run())
        self.assertEqual(best.learned(bests, run([(1, 200, 0, 400, 0)], input="def")), [200, 400])


class Report(unittest.TestCase):
    def result(self):
        failed = {"preset": "large", "seed": 1, "failure": "ledsaga solve ended with 8"}
        return {"name": "trial", "program": "ledsaga", "machine": "a machine", "command": "bench/run.py small",
                "runs": [measures.measured(run(), [100, 390]), failed]}

    def test_tables_have_every_preset_and_every_failure(self):
        said = report.tables(self.result())
        self.assertIn("| small, rest ", said)
        self.assertIn("- large, seed 1: ledsaga solve ended with 8", said)
        self.assertIn("bench/run.py small", said)

    def test_columns_are_as_many_in_each_line(self):
        lines = [line for line in report.tables(self.result()).splitlines() if line.startswith("|")]
        heads = [line for line, rule in zip(lines, lines[1:]) if rule.startswith("|-")]
        self.assertEqual(len(heads), 4)
        for line, following in zip(lines, lines[1:]):
            self.assertTrue(line.count("|") == following.count("|") or following in heads)

    def test_the_summary_goes_by_size(self):
        small, large = (measures.measured(run(requests=n, preset=name), [100, 390]) for n, name in ((10, "b"), (900, "a")))
        said = report.summary([{**self.result(), "runs": [large, small]}])
        self.assertLess(said.index("| b "), said.index("| a "))


class Chart(unittest.TestCase):
    def picture(self, moments):
        return xml.etree.ElementTree.fromstring(chart.drawn(run(moments)))

    def texts(self, moments):
        return " ".join("".join(text.itertext()) for text in self.picture(moments).iter("{http://www.w3.org/2000/svg}text"))

    def test_it_is_xml_with_axes_and_legend(self):
        said = self.texts(COURSE)
        for words in ("seconds of the solve", "points", "value", "proved bound", "Tier 1, rights", "390 points, proved optimal"):
            self.assertIn(words, said)

    def test_a_gap_that_is_left_is_told(self):
        self.assertIn("100 points, at least 90, gap 10.00 %", self.texts(COURSE[:3]))

    def test_what_hardly_began_can_be_drawn(self):
        self.picture([(0, 0, 0, 0, 0)])
        self.picture([(0.004, 0, 0, 5, 0), (0.004, 0, 0, 5, 5)])


if __name__ == "__main__":
    program = unittest.main(exit=False)
    ill = len(program.result.failures) + len(program.result.errors)
    print(f"{program.result.testsRun - ill} passed, {ill} failed")
    sys.exit(ill > 0)
