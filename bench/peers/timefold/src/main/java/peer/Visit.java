package peer;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.lookup.PlanningId;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;

import java.util.Comparator;
import java.util.List;

/** A request, and the way in which it is carried out: none while it is not. */
@PlanningEntity(difficultyComparatorClass = Visit.Difficulty.class)
public class Visit {
    /** Much at stake and few ways: hard to place. */
    public static final class Difficulty implements Comparator<Visit> {
        @Override
        public int compare(Visit a, Visit b) {
            int stake = Integer.compare(a.rightsPoint * a.asked, b.rightsPoint * b.asked);
            int ways = Integer.compare(b.ways.size(), a.ways.size());
            return stake != 0 ? stake : ways != 0 ? ways : b.request.compareTo(a.request);
        }
    }

    /** Carried out with another or not at all, so long after it. */
    record Link(String first, String second, int least, int most, boolean apart) {}

    @PlanningId
    private String request;
    String client;
    int asked, rightsPoint;
    boolean assessed;
    List<Way> ways;
    @PlanningVariable(allowsUnassigned = true)
    private Way way;

    public Visit() {}

    Visit(String request, String client, int asked, int rightsPoint, boolean assessed, List<Way> ways) {
        this.request = request;
        this.client = client;
        this.asked = asked;
        this.rightsPoint = rightsPoint;
        this.assessed = assessed;
        this.ways = ways;
    }

    @ValueRangeProvider
    public List<Way> getWays() {
        return ways;
    }

    public Way getWay() {
        return way;
    }

    public void setWay(Way way) {
        this.way = way;
    }

    public String getRequest() {
        return request;
    }

    Iterable<Choice> choices() {
        return way.choices();
    }

    int unmet() {
        return way == null ? asked : asked - way.delivered();
    }
}
