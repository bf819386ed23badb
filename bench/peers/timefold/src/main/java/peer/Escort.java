package peer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is known of an escort's week beforehand. */
final class Escort {
    record Window(int from, int to) {
        boolean meets(Window other) {
            return from < other.to && other.from < to;
        }

        boolean meets(Choice c) {
            return c.begin < to && from < c.end;
        }
    }

    /** One of the windows stays free of work. */
    static final class Rest {
        final List<Window> windows = new ArrayList<>();
        final Set<Choice> work = new HashSet<>();
        final List<Rest> apart = new ArrayList<>(); // of a weekly rest: the daily ones that it must not meet
        boolean besideWeekly;                       // of a daily rest: it is among those
    }

    /** So many minutes for one client before each more costs points. */
    record Assignment(int left, int points, Set<Choice> choices) {}

    final String id;
    int weekMinutes = Integer.MAX_VALUE;
    int contract = -1, underPoints, overPoints;
    int weekendPoints, usedPoints;
    int clientsRoom = Integer.MAX_VALUE, clientOverPoints;
    final Map<Integer, Integer> dayMinutes = new HashMap<>();
    final List<Rest> rests = new ArrayList<>();
    final List<Assignment> assignments = new ArrayList<>();

    Escort(String id) {
        this.id = id;
    }
}
