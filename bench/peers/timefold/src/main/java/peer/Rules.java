package peer;

import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintCollectors;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.ConstraintProvider;
import ai.timefold.solver.core.api.score.stream.Joiners;
import ai.timefold.solver.core.api.score.stream.bi.BiConstraintStream;
import ai.timefold.solver.core.api.score.stream.uni.UniConstraintCollector;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** The same rules and weights as the program's. What concerns one escort's week is counted once a change, in
 * EscortWeek, and shared by all the constraints that ask for it. */
public class Rules implements ConstraintProvider {
    private static final HardMediumSoftLongScore HARD = HardMediumSoftLongScore.ONE_HARD;
    private static final HardMediumSoftLongScore RIGHTS = HardMediumSoftLongScore.ONE_MEDIUM;
    private static final HardMediumSoftLongScore REST = HardMediumSoftLongScore.ONE_SOFT;
    private static final Function<Visit, Iterable<Choice>> CHOICES = Visit::choices;
    private static final Function<Choice, Escort> ESCORT = c -> c.escort;
    private static final UniConstraintCollector<Choice, ?, EscortWeek> WEEK =
            ConstraintCollectors.collectAndThen(ConstraintCollectors.toList(), EscortWeek::new);

    @Override
    public Constraint[] defineConstraints(ConstraintFactory f) {
        List<Constraint> all = new ArrayList<>(List.of(
                week(f, HARD, "overlap", w -> w.overlap),
                week(f, HARD, "span", w -> w.span),
                week(f, HARD, "night", w -> w.night),
                week(f, HARD, "working_day", w -> w.dayMinutes),
                week(f, HARD, "week_max", w -> w.weekMinutes),
                week(f, HARD, "rest", w -> w.rest),
                week(f, HARD, "break", w -> w.pause),
                week(f, HARD, "session", w -> w.sessions),
                week(f, REST, "choices", w -> w.choices),
                week(f, REST, "travel", w -> w.travel),
                week(f, REST, "faces", w -> w.faces),
                week(f, REST, "weekend", w -> w.weekend),
                week(f, REST, "few_escorts", w -> w.used),
                week(f, REST, "soft_rest", w -> w.shortNights),
                week(f, REST, "clients", w -> w.clients),
                week(f, REST, "assignment", w -> w.assignment),
                contract(f), idle(f), teams(f), capacity(f), grant(f), together(f), inStep(f), unmet(f), shortage(f)));
        return all.toArray(Constraint[]::new);
    }

    private static BiConstraintStream<Escort, EscortWeek> weeks(ConstraintFactory f) {
        return f.forEach(Visit.class).flattenLast(CHOICES).groupBy(ESCORT, WEEK);
    }

    private static Constraint week(ConstraintFactory f, HardMediumSoftLongScore level, String name,
                                   ToLongFunction<EscortWeek> amount) {
        BiPredicate<Escort, EscortWeek> some = (e, w) -> amount.applyAsLong(w) > 0;
        return weeks(f).filter(some).penalizeLong(level, (e, w) -> amount.applyAsLong(w)).asConstraint(name);
    }

    /** Those who do nothing are under their contract by all of it; those who work, by less, or over it. */
    private static Constraint idle(ConstraintFactory f) {
        return f.forEach(Escort.class).filter(e -> e.contract > 0)
                .penalizeLong(REST, e -> (long) e.contract * e.underPoints).asConstraint("contract, idle");
    }

    private static Constraint contract(ConstraintFactory f) {
        return weeks(f).filter((e, w) -> e.contract >= 0)
                .impactLong(REST, (e, w) -> (long) e.contract * e.underPoints - w.contract).asConstraint("contract");
    }

    private static Constraint teams(ConstraintFactory f) {
        return f.forEach(Visit.class).filter(v -> v.getWay().teamPoints() > 0)
                .penalizeLong(REST, v -> v.getWay().teamPoints()).asConstraint("teams");
    }

    private static Constraint capacity(ConstraintFactory f) {
        return f.forEach(Visit.class).filter(v -> v.getWay().session() != null)
                .groupBy(v -> v.getWay().session(), ConstraintCollectors.count())
                .join(Week.Session.class, Joiners.equal((id, n) -> id, Week.Session::id))
                .filter((id, n, s) -> n > s.capacity())
                .penalizeLong(HARD, (id, n, s) -> 60L * (n - s.capacity())).asConstraint("capacity");
    }

    private static Constraint grant(ConstraintFactory f) {
        return f.forEach(Visit.class).filter(v -> v.getWay().grant() != null)
                .groupBy(v -> v.getWay().grant(), ConstraintCollectors.sum(v -> v.getWay().debit()))
                .join(Week.Grant.class, Joiners.equal((id, n) -> id, Week.Grant::id))
                .filter((id, n, g) -> n > g.left())
                .penalizeLong(HARD, (id, n, g) -> n - g.left()).asConstraint("grant");
    }

    private static Constraint together(ConstraintFactory f) {
        return f.forEach(Visit.Link.class)
                .join(f.forEachIncludingUnassigned(Visit.class), Joiners.equal(Visit.Link::first, Visit::getRequest))
                .join(f.forEachIncludingUnassigned(Visit.class),
                        Joiners.equal((l, v) -> l.second(), Visit::getRequest))
                .filter((l, v, w) -> (v.getWay() == null) != (w.getWay() == null))
                .penalizeLong(HARD, (l, v, w) -> 60L).asConstraint("in step, both or neither");
    }

    private static Constraint inStep(ConstraintFactory f) {
        return f.forEach(Visit.Link.class)
                .join(Visit.class, Joiners.equal(Visit.Link::first, Visit::getRequest))
                .join(Visit.class, Joiners.equal((l, v) -> l.second(), Visit::getRequest))
                .filter((l, v, w) -> !fits(l, v.getWay(), w.getWay()))
                .penalizeLong(HARD, (l, v, w) -> 60L).asConstraint("in step");
    }

    private static boolean fits(Visit.Link l, Way first, Way second) {
        int gap = second.begin() - first.begin();
        boolean shared = first.choices().stream().anyMatch(
                c -> second.choices().stream().anyMatch(d -> c.escort == d.escort));
        return gap >= l.least() && gap <= l.most() && !(l.apart() && shared);
    }

    private static Constraint unmet(ConstraintFactory f) {
        return f.forEachIncludingUnassigned(Visit.class).filter(v -> v.unmet() > 0)
                .penalizeLong(RIGHTS, v -> (long) v.unmet() * v.rightsPoint).asConstraint("rights");
    }

    private static Constraint shortage(ConstraintFactory f) {
        return f.forEachIncludingUnassigned(Visit.class).filter(v -> v.assessed)
                .groupBy(v -> v.client, ConstraintCollectors.sum(Visit::unmet))
                .join(Week.Shortage.class, Joiners.equal((client, n) -> client, Week.Shortage::client))
                .filter((client, n, s) -> n > s.over())
                .penalizeLong(RIGHTS, (client, n, s) -> (long) (n - s.over()) * s.points()).asConstraint("shortage");
    }
}
