package peer;

import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.solution.ProblemFactCollectionProperty;
import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;

import java.util.ArrayList;
import java.util.List;

/** The requests of a week with their ways: hard rules, then tier 1 as medium, then tier 2 as soft. */
@PlanningSolution
public class Week {
    /** Above so many minutes that a client is short in the week, each costs so many points more. */
    record Shortage(String client, int over, int points) {}

    /** Minutes that a decision has left. */
    record Grant(int id, int left) {}

    /** Clients that a group has room for. */
    record Session(String id, int capacity) {}

    @PlanningEntityCollectionProperty
    List<Visit> visits = new ArrayList<>();
    @ProblemFactCollectionProperty
    List<Escort> escorts = new ArrayList<>();
    @ProblemFactCollectionProperty
    List<Shortage> shortages = new ArrayList<>();
    @ProblemFactCollectionProperty
    List<Grant> grants = new ArrayList<>();
    @ProblemFactCollectionProperty
    List<Session> sessions = new ArrayList<>();
    @ProblemFactCollectionProperty
    List<Visit.Link> links = new ArrayList<>();
    @PlanningScore
    HardMediumSoftLongScore score;
}
