#!/usr/bin/env python3
"""HiGHS on the exact program: highs.py FOLDER SECONDS.

Two threads, presolve on, everything else as HiGHS chooses. Tier 1 has half of the time, more only while it has no roster,
tier 2 what is left; it begins from HiGHS' own solution of tier 1 where its program has the same columns.
"""

import sys

import highspy
import program


class Solver:
    def __init__(self, report, folder, seconds):
        self.report, self.folder, self.seconds, self.visits = report, folder, seconds, None

    def read(self, tier):
        highs = highspy.Highs()
        for name, value in {"output_flag": False, "threads": 2, "parallel": "on", "presolve": "on", "mip_rel_gap": 0,
                            "mip_abs_gap": 0.999}.items():
            highs.setOptionValue(name, value)
        highs.readModel(f"{self.folder}/tier{tier}.mps")
        highs.setOptionValue("time_limit", max(0.1, self.seconds - self.report.seconds()))
        self.names = list(highs.getLp().col_names_)
        return highs

    def follow(self, highs, tier):
        def improved(event):
            out = event.data_out
            self.visits = program.chosen(self.names, out.mip_solution)
            self.report.tell(tier=tier, value=round(out.objective_function_value), visits=self.visits)

        def logged(event):
            self.report.tell(tier=tier, bound=event.data_out.mip_dual_bound)

        def asked(event):
            if tier == 1 and self.visits and self.report.seconds() > self.seconds / 2:
                event.interrupt()

        highs.cbMipInterrupt.subscribe(asked)
        highs.cbMipImprovingSolution.subscribe(improved)
        highs.cbMipLogging.subscribe(logged)

    def solve(self, tier, rights=None):
        highs = self.read(tier)
        if rights is not None:
            highs.changeColBounds(self.names.index("rights"), 0, rights)
            column = {name: i for i, name in enumerate(self.names)}
            taken = [column[name] for r, o, e in self.visits if (name := f"x[{r},{o},{e}]") in column]
            highs.setSolution(len(taken), taken, [1.0] * len(taken))
        self.follow(highs, tier)
        highs.run()
        info = highs.getInfo()
        self.report.tell(tier=tier, bound=info.mip_dual_bound, note=highs.modelStatusToString(highs.getModelStatus()))
        if info.primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
            return None
        self.visits = program.chosen(self.names, highs.getSolution().col_value)
        value = round(info.objective_function_value)
        self.report.tell(tier=tier, value=value, visits=self.visits)
        return value


def main():
    solver = Solver(program.Report(), sys.argv[1], float(sys.argv[2]))
    rights = solver.solve(1)
    if rights is not None:
        solver.solve(2, rights)


if __name__ == "__main__":
    main()
