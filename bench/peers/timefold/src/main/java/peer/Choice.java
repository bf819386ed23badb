package peer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An escort carries out a request by an option, or comes to a session. */
final class Choice {
    /** From one visit of a day to the next. */
    record Arc(int points, int paid, boolean withoutBreak) {}

    /** A contractor's night that may be cut short: by these first visits of the next day. */
    record Night(Object id, int points, Set<Choice> first) {}

    final String request;
    final int option;
    final Escort escort;
    final int begin, end, points;
    String client;            // null where an escort comes to a session
    int facePoints;           // once a week for the pair
    Choice staff;             // the session that it takes part in
    int perEscort;            // of a session: clients
    Integer day;              // null: nothing else can be on that day
    int firstPoints, lastPoints;
    boolean mayBeFirst = true, mayBeLast = true;
    int runMost;
    boolean onWeekend, newcomer;
    final Map<Choice, Arc> next = new HashMap<>();
    final Set<Choice> tooFar = new HashSet<>();      // later visits: the day would be too long
    final Set<Choice> tooClose = new HashSet<>();    // first visits of the next day
    final List<Night> nights = new ArrayList<>();
    final Set<String> refused = new HashSet<>();     // requests that do not share an escort with this one

    Choice(String request, int option, Escort escort, int begin, int minutes, int points) {
        this.request = request;
        this.option = option;
        this.escort = escort;
        this.begin = begin;
        this.end = begin + minutes;
        this.points = points;
    }

    int minutes() {
        return end - begin;
    }

    /** What takes the escort's time. */
    Choice stop() {
        return staff == null ? this : staff;
    }
}
