package peer;

import ai.timefold.solver.core.api.score.director.ScoreDirector;
import ai.timefold.solver.core.impl.heuristic.move.AbstractSimplifiedMove;
import ai.timefold.solver.core.impl.heuristic.selector.move.factory.MoveIteratorFactory;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A visit takes an escort's time, and who stands in its way goes elsewhere: to the escort who became free, to
 * another, or nowhere. With changes of one visit alone the search stands still as soon as every escort whom a visit
 * could have is taken, for nothing may get worse in tier 1 on the way. */
final class Displace extends AbstractSimplifiedMove<Week> {
    private static final int TRIES = 8;
    private final Map<Visit, Way> to;

    private Displace(Map<Visit, Way> to) {
        this.to = to;
    }

    @Override
    public boolean isMoveDoable(ScoreDirector<Week> director) {
        return to.entrySet().stream().anyMatch(e -> e.getKey().getWay() != e.getValue());
    }

    @Override
    protected void doMoveOnGenuineVariables(ScoreDirector<Week> director) {
        to.forEach((visit, way) -> {
            director.beforeVariableChanged(visit, "way");
            visit.setWay(way);
            director.afterVariableChanged(visit, "way");
        });
    }

    /** Draws such moves at random. */
    public static final class Factory implements MoveIteratorFactory<Week, Displace> {
        private List<Visit> visits;

        @Override
        public void phaseStarted(ScoreDirector<Week> director) {
            visits = director.getWorkingSolution().visits.stream().filter(v -> !v.ways.isEmpty()).toList();
        }

        @Override
        public long getSize(ScoreDirector<Week> director) {
            return visits.stream().mapToLong(v -> v.ways.size()).sum();
        }

        @Override
        public Iterator<Displace> createOriginalMoveIterator(ScoreDirector<Week> director) {
            throw new UnsupportedOperationException("these moves are drawn at random only");
        }

        @Override
        public Iterator<Displace> createRandomMoveIterator(ScoreDirector<Week> director, Random random) {
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return !visits.isEmpty();
                }

                @Override
                public Displace next() {
                    return drawn(visits, random);
                }
            };
        }
    }

    private static <T> T any(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    private static Displace drawn(List<Visit> visits, Random random) {
        Visit visit = any(visits, random);
        Way way = any(visit.ways, random);
        boolean wholeWeek = random.nextInt(4) == 0; // hours of the week may stand in the way, too
        Map<Visit, Way> to = new LinkedHashMap<>();
        to.put(visit, way);
        for (Visit other : visits) {
            if (other != visit && other.getWay() != null && inTheWay(way, other.getWay(), wholeWeek)) {
                to.put(other, elsewhere(other, way, visit.getWay(), random));
                wholeWeek = false;
            }
        }
        return new Displace(to);
    }

    private static boolean inTheWay(Way way, Way other, boolean wholeWeek) {
        for (Choice c : way.choices()) {
            for (Choice d : other.choices()) {
                if (c.escort == d.escort && c.stop() != d.stop() && (wholeWeek || !fit(c.stop(), d.stop()))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean fit(Choice a, Choice b) {
        if (a.day == null || !a.day.equals(b.day)) {
            return true;
        }
        return a.begin < b.begin ? a.next.containsKey(b) : b.next.containsKey(a);
    }

    /** A few draws look for a way that leaves the escorts of `taken` alone, first with those of `left`. */
    private static Way elsewhere(Visit visit, Way taken, Way left, Random random) {
        Way second = null;
        for (int draw = random.nextInt(TRIES); draw < TRIES; draw++) {
            Way way = any(visit.ways, random);
            if (meet(way, taken)) {
                continue;
            }
            if (left == null || meet(way, left)) {
                return way;
            }
            second = way;
        }
        return second;
    }

    private static boolean meet(Way way, Way other) {
        for (Choice c : way.choices()) {
            for (Choice d : other.choices()) {
                if (c.escort == d.escort) {
                    return true;
                }
            }
        }
        return false;
    }
}
