#!/usr/bin/env python3
"""OR-Tools CP-SAT on the exact program: cpsat.py FOLDER SECONDS [rows|paths].

Two workers. `rows` hands over the rows of the MPS file as they are, all numbers being whole. `paths` is a model of
CP-SAT's own made from the data file: a circuit for each escort's day, an interval for each choice that may not overlap
another of the same escort's, clauses instead of sums. Tier 1 has half of the time, more only while it has no roster, and
tier 2 what is left, with the solution of tier 1 as a hint; both are asked of the program of tier 2, so that it fits.
"""

import collections
import itertools
import sys
import threading

import program
from ortools.linear_solver.python import model_builder
from ortools.sat.python import cp_model

FAR = 10 ** 7  # above every sum of minutes or points


# ---- the rows of the MPS file --------------------------------------------------


class Rows:
    def __init__(self, folder):
        reader = model_builder.Model()
        reader.import_from_mps_file(f"{folder}/tier2.mps")
        lp, n = reader.helper, reader.num_variables
        self.model = cp_model.CpModel()
        names = [lp.var_name(i) for i in range(n)]
        self.columns = [self.model.new_int_var(round(lp.var_lower_bound(i)), round(min(lp.var_upper_bound(i), FAR)), "")
                        for i in range(n)]
        self.rights = self.columns[names.index("rights")]
        self.points = cp_model.LinearExpr.weighted_sum(
            self.columns, [round(lp.var_objective_coefficient(i)) for i in range(n)])
        self.x = {(match[1], int(match[2]), match[3]): self.columns[i] for i, name in enumerate(names)
                  if (match := program.COLUMN.match(name)) and not match[1].startswith("session_")}
        for k in range(reader.num_constraints):
            self.add_row(lp, k)

    def add_row(self, lp, k):
        columns = [self.columns[i] for i in lp.constraint_var_indices(k)]
        values = [round(v) for v in lp.constraint_coefficients(k)]
        self.model.add_linear_constraint(cp_model.LinearExpr.weighted_sum(columns, values),
                                         round(max(lp.constraint_lower_bound(k), -FAR * 100)),
                                         round(min(lp.constraint_upper_bound(k), FAR * 100)))


# ---- a model of CP-SAT's own ---------------------------------------------------


class Paths:
    def __init__(self, folder):
        self.p = program.Program(f"{folder}/tier2.dat")
        self.model = cp_model.CpModel()
        self.choices = {c: self.model.new_bool_var("") for c in self.p.CHOICE}
        self.x = {c: v for c, v in self.choices.items() if c[0] not in self.p.SESSION}
        self.y = {o: self.model.new_bool_var("") for o in self.p.TEAM_OPTION}
        self.first, self.last, self.next = {}, {}, {}
        self.points = []
        self.stops = [c for c in self.p.CHOICE if c not in self.p.session_of]
        self.add_requests()
        self.add_sessions()
        self.add_days()
        self.add_hours()
        self.add_rests()
        self.add_rights()
        self.add_points()
        self.points = sum(self.points)

    def served(self, request):
        """(option, literal) for each way to serve a request."""
        return [(o, v) for o, v in (self.team_of if request in self.team else self.single_of)[request]]

    def add_requests(self):
        p, m = self.p, self.model
        self.team = set(p.TEAM)
        self.team_of, self.single_of, members = (collections.defaultdict(list) for _ in range(3))
        for o, v in self.y.items():
            self.team_of[o[0]].append((o, v))
        for (r, o, e), v in self.x.items():
            self.single_of[r].append(((r, o), v))
            members[r, o].append((e, v))
        for r in p.REQUEST:
            m.add_at_most_one(v for _, v in self.served(r))
        for o, y in self.y.items():
            m.add(sum(v for _, v in members[o]) == p.needed[o[0]] * y)
            for _, v in members[o]:
                m.add_implication(v, y)
        for c in p.PINNED:
            m.add_implication(self.y[c[:2]], self.x[c])
        for f, s in p.LINK:
            self.add_link(f, s)
        drawn = collections.defaultdict(list)
        for g, r, o in p.DRAWS:
            drawn[g, r].append((r, o))
        for g in p.GRANT:
            terms = [p.debit[o] * v for (h, r), options in drawn.items() if h == g
                     for o, v in self.served(r) if o in options]
            m.add(sum(terms) <= p.left[g])

    def add_link(self, f, s):
        p, m = self.p, self.model
        def fits(first, second):
            return p.gap_min[f, s] <= p.begins[second] - p.begins[first] <= p.gap_max[f, s]
        for o, v in self.team_of[f]:
            m.add_bool_or([v.negated()] + [w for q, w in self.team_of[s] if fits(o, q)])
        for q, w in self.team_of[s]:
            m.add_bool_or([w.negated()] + [v for o, v in self.team_of[f] if fits(o, q)])
        if (f, s) in p.APART:
            for e in p.ESCORT:
                m.add_at_most_one(v for (r, _, g), v in self.x.items() if r in (f, s) and g == e)

    def add_sessions(self):
        p, m = self.p, self.model
        with_escort, in_session = collections.defaultdict(list), collections.defaultdict(list)
        for s, *choice in p.MEMBER:
            v, staff = self.x[tuple(choice)], self.choices[s, 1, choice[2]]
            m.add_implication(v, staff)
            with_escort[s, choice[2]].append((choice[0], v))
            in_session[s].append(v)
        for (s, e), members in with_escort.items():
            staff = self.choices[s, 1, e]
            m.add_bool_or([staff.negated()] + [v for _, v in members])
            m.add(sum(v for _, v in members) <= p.per_escort[s])
            for t, f, g in p.REFUSAL:
                if t == s:
                    m.add_at_most_one(v for r, v in members if r in (f, g))
        for s, members in in_session.items():
            m.add(sum(members) <= p.capacity[s])

    def add_days(self):
        p, m = self.p, self.model
        in_day, day_of = collections.defaultdict(list), {}
        for e, d, r, o in p.IN_DAY:
            in_day[e, d].append((r, o, e))
            day_of[r, o, e] = (e, d)
        arcs = collections.defaultdict(list)
        for e, r, o, q, n in p.ARC:
            literal = self.next[e, r, o, q, n] = m.new_bool_var("")
            arcs[day_of[r, o, e]].append(((r, o, e), (q, n, e), literal))
        for day, choices in in_day.items():
            self.add_circuit(choices, arcs[day])
        by_escort = collections.defaultdict(list)
        for c in self.stops:
            interval = m.new_optional_fixed_size_interval_var(p.begins[c[:2]], p.minutes[c[:2]], self.choices[c], "")
            by_escort[c[2]].append(interval)
        for intervals in by_escort.values():
            m.add_no_overlap(intervals)
        for k in p.SPAN:
            m.add_at_most_one(self.choices[c[1:]] for c in p.TOO_LONG if c[0] == k)
        lasts, firsts = self.packs(p.NIGHT_LAST, self.last), self.packs(p.NIGHT_FIRST, self.first)
        for k in p.NIGHT:
            m.add_at_most_one(lasts[k] + firsts[k])
        self.add_runs()

    def packs(self, rows, ends):
        found = collections.defaultdict(list)
        for k, *c in rows:
            found[k].append(ends.get(tuple(c), self.choices[tuple(c)]))
        return found

    def add_circuit(self, choices, arcs):
        m, p = self.model, self.p
        number = {c: i + 1 for i, c in enumerate(choices)}
        circuit = [(0, 0, m.new_bool_var(""))]
        for c, i in number.items():
            self.first[c], self.last[c] = m.new_bool_var(""), m.new_bool_var("")
            circuit += [(0, i, self.first[c]), (i, 0, self.last[c]), (i, i, self.choices[c].negated())]
            if not p.may_be_first[c]:
                m.add(self.first[c] == 0)
            if not p.may_be_last[c]:
                m.add(self.last[c] == 0)
        circuit += [(number[a], number[b], literal) for a, b, literal in arcs]
        m.add_circuit(circuit)

    def add_runs(self):
        p, m = self.p, self.model
        run = {c: m.new_int_var(0, p.run_most[c], "") for c in p.RUNS}
        for e, r, o, q, n in p.RUN:
            before = run.get((r, o, e), 0)
            m.add(run[q, n, e] >= before + p.begins[q, n] - p.begins[r, o]).only_enforce_if(self.next[e, r, o, q, n])

    def add_hours(self):
        p, m = self.p, self.model
        week, day = collections.defaultdict(list), collections.defaultdict(list)
        day_of = {(r, o, e): (e, d) for e, d, r, o in p.IN_DAY}
        for c in self.stops:
            term = p.minutes[c[:2]] * self.choices[c]
            week[c[2]].append(term)
            day[day_of.get(c)].append(term)
        for (e, r, o, q, n), literal in self.next.items():
            if p.paid[e, r, o, q, n]:
                week[e].append(p.paid[e, r, o, q, n] * literal)
                day[day_of[r, o, e]].append(p.paid[e, r, o, q, n] * literal)
        for k in p.LONG_DAY:
            m.add(sum(day[k]) <= p.day_minutes_max[k])
        for e in p.LIMITED:
            m.add(sum(week[e]) <= p.week_minutes_max[e])
        self.week = week

    def add_rests(self):
        p, m = self.p, self.model
        windows = collections.defaultdict(list)
        for k, w in p.WINDOW:
            windows[k].append((w, p.rest_ends[k, w], m.new_bool_var("")))
        for k in p.PERIOD:
            m.add_at_most_one(z for _, _, z in windows[k])
        for k, *c in p.WORK:
            begin, end = p.begins[c[0], c[1]], p.begins[c[0], c[1]] + p.minutes[c[0], c[1]]
            m.add_bool_or([self.choices[tuple(c)].negated()] +
                          [z for w, until, z in windows[k] if end <= w or begin >= until])
        for daily, weekly in p.KEEP_APART:
            for w, until, z in windows[daily]:
                m.add_at_most_one([z] + [other for v, ends, other in windows[weekly] if v < until and ends > w])

    def add_rights(self):
        p, m = self.p, self.model
        given, delivered = [], collections.defaultdict(list)
        assessed = set(p.ASSESSED)
        asked = collections.Counter()
        for r in p.REQUEST:
            asked[p.client[r]] += p.asked[r] if r in assessed else 0
            for o, v in self.served(r):
                given.append(p.rights_point[r] * p.delivered[o] * v)
                if r in assessed:
                    delivered[p.client[r]].append(p.delivered[o] * v)
        missing = []
        for c, k in p.SHORT:
            most = max(0, asked[c] - p.over[c, k])
            short = m.new_int_var(0, most, "")
            m.add(short >= asked[c] - p.over[c, k] - sum(delivered[c]))
            missing.append(p.short_points[c, k] * short)
        self.rights = sum(p.rights_point[r] * p.asked[r] for r in p.REQUEST) - sum(given) + sum(missing)

    def once(self, points, literals):
        """Points once if any of the literals holds."""
        any_of = self.model.new_bool_var("")
        for v in literals:
            self.model.add_implication(v, any_of)
        self.points.append(points * any_of)
        return any_of

    def over(self, points, expression, most):
        """Points for each unit of the expression above `most`."""
        excess = self.model.new_int_var(0, FAR, "")
        self.model.add(excess >= expression - most)
        self.points.append(points * excess)

    def add_points(self):
        p = self.p
        self.points += [points * self.choices[c] for c, points in p.choice_points.items()]
        self.points += [points * self.y[o] for o, points in p.team_points.items()]
        self.points += [points * self.first[c] for c, points in p.first_points.items() if points]
        self.points += [points * self.last[c] for c, points in p.last_points.items() if points]
        self.points += [points * self.next[a] for a, points in p.travel_points.items() if points]
        pairs = collections.defaultdict(list)
        for c, v in self.x.items():
            pairs[p.client[c[0]], c[2]].append(v)
        for pair in p.FACE:
            self.once(p.face_points[pair], pairs[pair])
        for e in p.CONTRACT:
            self.over(p.under_points, p.contract_minutes[e], sum(self.week[e]))
            self.over(p.over_points, sum(self.week[e]), p.contract_minutes[e])
        for e in p.WEEKEND:
            self.once(p.weekend_points[e], [self.choices[c] for c in p.ON_WEEKEND if c[2] == e])
        for e in p.USED:
            self.once(p.used_points[e], [self.choices[c] for c in self.stops if c[2] == e])
        self.add_short_nights()
        own = collections.defaultdict(list)
        for c in self.x:
            if c not in p.session_of:
                own[p.client[c[0]], c[2]].append(self.x[c])
        for e, group in itertools.groupby(sorted(p.NEWCOMER, key=lambda pair: pair[1]), key=lambda pair: pair[1]):
            self.over(p.client_over_points, sum(self.once(0, own[pair]) for pair in group), p.clients_room[e])
        for k in p.ASSIGNMENT:
            minutes = sum(p.minutes[c[1], c[2]] * self.choices[c[1:]] for c in p.IN_ASSIGNMENT if c[0] == k)
            self.over(p.assignment_points, minutes, p.assignment_left[k])

    def add_short_nights(self):
        p, m = self.p, self.model
        lasts, firsts = self.packs(p.SOFT_LAST, self.last), self.packs(p.SOFT_FIRST, self.first)
        cut = {k: self.once(points, []) for k, points in p.short_night_points.items()}
        for k in p.SOFT_NIGHT:
            m.add(sum(lasts[k]) + sum(firsts[k]) <= 1 + cut[p.night_of[k]])


# ---- solving -------------------------------------------------------------------


class Follower(cp_model.CpSolverSolutionCallback):
    def __init__(self, report, tier, made, enough):
        super().__init__()
        self.report, self.tier, self.made, self.enough, self.visits = report, tier, made, enough, None

    def on_solution_callback(self):
        self.visits = [list(c) for c, v in self.made.x.items() if self.boolean_value(v)]
        self.report.tell(tier=self.tier, value=round(self.objective_value), bound=self.best_objective_bound,
                         visits=self.visits)
        if self.report.seconds() > self.enough:
            self.stop_search()


def solve(report, made, tier, enough, until):
    """The solver, and what followed it: its last solution's visits or None. From `enough` on any solution will do."""
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 2
    solver.parameters.linearization_level = 2
    solver.parameters.max_time_in_seconds = max(0.1, until - report.seconds())
    solver.best_bound_callback = lambda bound: report.tell(tier=tier, bound=bound)
    follower = Follower(report, tier, made, enough)
    timer = threading.Timer(max(0, enough - report.seconds()), lambda: follower.visits and solver.stop_search())
    timer.start()
    status = solver.solve(made.model, follower)
    timer.cancel()
    report.tell(tier=tier, bound=solver.best_objective_bound, note=solver.status_name(status))
    return solver, follower


def main():
    folder, seconds = sys.argv[1], float(sys.argv[2])
    report = program.Report()
    made = (Rows if sys.argv[3:] == ["rows"] else Paths)(folder)
    made.model.minimize(made.rights)
    solver, follower = solve(report, made, 1, seconds / 2, seconds)
    if follower.visits is None:
        return
    hint = list(enumerate(solver.response_proto.solution))
    made.model.add(made.rights <= round(solver.objective_value))
    for i, value in hint:
        made.model.add_hint(made.model.get_int_var_from_proto_index(i), value)
    made.model.minimize(made.points)
    solve(report, made, 2, seconds, seconds)


if __name__ == "__main__":
    main()
