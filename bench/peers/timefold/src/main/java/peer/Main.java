package peer;

import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import ai.timefold.solver.core.api.solver.Solver;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.constructionheuristic.ConstructionHeuristicPhaseConfig;
import ai.timefold.solver.core.config.constructionheuristic.ConstructionHeuristicType;
import ai.timefold.solver.core.config.heuristic.selector.move.composite.UnionMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.factory.MoveIteratorFactoryConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.ChangeMoveSelectorConfig;
import ai.timefold.solver.core.config.localsearch.LocalSearchPhaseConfig;
import ai.timefold.solver.core.config.localsearch.LocalSearchType;
import ai.timefold.solver.core.config.localsearch.decider.acceptor.LocalSearchAcceptorConfig;
import ai.timefold.solver.core.config.localsearch.decider.forager.LocalSearchForagerConfig;
import ai.timefold.solver.core.config.solver.PreviewFeature;
import ai.timefold.solver.core.config.solver.EnvironmentMode;
import ai.timefold.solver.core.config.solver.SolverConfig;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.concurrent.CopyOnWriteArrayList;

/** FOLDER SECONDS: searches the week of FOLDER/tier2.dat and tells each better roster as a line of JSON.
 *
 * Solving one week with several threads is not in the community edition, so two solvers run beside each other, one by
 * simulated annealing and one by diversified late acceptance, and the better roster counts. Tried and worse: the
 * default moves, changes alone, ruin and recreate. */
public final class Main {
    private static final String TEMPERATURE = "0hard/2000medium/500soft"; // a few hours unmet, a few wishes
    private static final double PAUSE = 0.1; // seconds between two rosters that are told
    private final long began = System.nanoTime();
    private Week best, told;

    private double seconds() {
        return (System.nanoTime() - began) / 1e9;
    }

    private synchronized void better(Week w) {
        if (w.score.isFeasible() && (best == null || w.score.compareTo(best.score) > 0)) {
            best = w;
        }
    }

    private synchronized void tell() {
        if (best == told || best.visits.stream().allMatch(v -> v.getWay() == null)) {
            return;
        }
        told = best;
        HardMediumSoftLongScore s = best.score;
        StringJoiner visits = new StringJoiner(",", "[", "]");
        for (Visit v : best.visits) {
            for (Choice c : v.getWay() == null ? List.<Choice>of() : v.getWay().choices()) {
                visits.add("[\"" + c.request + "\"," + c.option + ",\"" + c.escort.id + "\"]");
            }
        }
        System.out.printf("{\"t\":%.3f,\"tier\":2,\"rights\":%d,\"value\":%d,\"visits\":%s}%n", seconds(),
                -s.mediumScore(), -s.softScore(), visits);
        System.out.flush();
    }

    private static SolverConfig config(LocalSearchPhaseConfig search, long seed, double seconds) {
        return new SolverConfig()
                .withPreviewFeature(PreviewFeature.DIVERSIFIED_LATE_ACCEPTANCE)
                .withSolutionClass(Week.class)
                .withEntityClasses(Visit.class)
                .withConstraintProviderClass(Rules.class)
                .withEnvironmentMode(EnvironmentMode.NO_ASSERT)
                .withRandomSeed(seed)
                .withTerminationSpentLimit(Duration.ofMillis((long) (1000 * seconds)))
                .withPhases(
                        new ConstructionHeuristicPhaseConfig().withConstructionHeuristicType(
                                ConstructionHeuristicType.FIRST_FIT_DECREASING),
                        search.withMoveSelectorConfig(new UnionMoveSelectorConfig().withMoveSelectors(
                                new ChangeMoveSelectorConfig(),
                                new MoveIteratorFactoryConfig().withMoveIteratorFactoryClass(Displace.Factory.class))));
    }

    private static LocalSearchPhaseConfig lateAcceptance() {
        return new LocalSearchPhaseConfig().withLocalSearchType(LocalSearchType.DIVERSIFIED_LATE_ACCEPTANCE);
    }

    private static LocalSearchPhaseConfig annealing() {
        return new LocalSearchPhaseConfig()
                .withAcceptorConfig(new LocalSearchAcceptorConfig().withSimulatedAnnealingStartingTemperature(TEMPERATURE))
                .withForagerConfig(new LocalSearchForagerConfig().withAcceptedCountLimit(1));
    }

    private void run(Path folder, double limit) throws Exception {
        List<Solver<Week>> solvers = new CopyOnWriteArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (LocalSearchPhaseConfig search : List.of(annealing(), lateAcceptance())) {
            Week week = Reader.week(new Program(folder.resolve("tier2.dat")));
            long seed = threads.size();
            threads.add(new Thread(() -> {
                Solver<Week> solver = SolverFactory.<Week>create(config(search, seed, limit - seconds())).buildSolver();
                solvers.add(solver);
                solver.addEventListener(event -> better(event.getNewBestSolution()));
                better(solver.solve(week));
            }));
            threads.get(threads.size() - 1).start();
        }
        while (threads.stream().anyMatch(Thread::isAlive)) {
            Thread.sleep((long) (1000 * PAUSE));
            tell();
            if (seconds() > limit) {
                solvers.forEach(Solver::terminateEarly);
            }
        }
        tell();
    }

    public static void main(String[] arguments) throws Exception {
        new Main().run(Path.of(arguments[0]), Double.parseDouble(arguments[1]));
    }
}
