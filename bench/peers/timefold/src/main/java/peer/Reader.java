package peer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** From the data file to a week: everything that one visit and one escort decide alone is counted here, once. */
final class Reader {
    private record Option(int begin, int minutes, int delivered, int debit) {}

    private final Program p;
    private final Week week = new Week();
    private final Map<String, Escort> escorts = new LinkedHashMap<>();
    private final Map<String, String> clientOf = new HashMap<>();
    private final Map<List<String>, Option> options = new HashMap<>();
    private final Map<List<String>, Choice> choices = new LinkedHashMap<>();

    private Reader(Program program) {
        p = program;
    }

    static Week week(Program program) {
        Reader r = new Reader(program);
        r.people();
        r.choices();
        r.sessions();
        r.days();
        r.nights();
        r.hours();
        r.rests();
        r.clients();
        r.visits();
        r.week.escorts.addAll(r.escorts.values());
        return r.week;
    }

    private static int number(String word) {
        return Integer.parseInt(word);
    }

    /** The choice that a row names in its words from there on: request, option, escort. */
    private Choice choice(List<String> row, int from) {
        return choices.get(row.subList(from, from + 3));
    }

    private void people() {
        p.rows("ESCORT", 1).forEach(row -> escorts.put(row.get(0), new Escort(row.get(0))));
        p.rows("client", 5).forEach(row -> clientOf.put(row.get(0), row.get(1)));
        p.rows("over", 4).forEach(row -> week.shortages.add(
                new Week.Shortage(row.get(0), number(row.get(2)), number(row.get(3)))));
        p.rows("left", 2).forEach(row -> week.grants.add(new Week.Grant(number(row.get(0)), number(row.get(1)))));
        Set<List<String>> apart = new HashSet<>(p.rows("APART", 2));
        p.rows("gap_min", 4).forEach(row -> week.links.add(new Visit.Link(
                row.get(0), row.get(1), number(row.get(2)), number(row.get(3)), apart.contains(row.subList(0, 2)))));
    }

    private void choices() {
        p.rows("begins", 6).forEach(row -> options.put(row.subList(0, 2), new Option(
                number(row.get(2)), number(row.get(3)), number(row.get(4)), number(row.get(5)))));
        for (List<String> row : p.rows("choice_points", 4)) {
            Option o = options.get(row.subList(0, 2));
            Choice c = new Choice(row.get(0), number(row.get(1)), escorts.get(row.get(2)), o.begin, o.minutes,
                    number(row.get(3)));
            c.client = clientOf.get(row.get(0));
            choices.put(row.subList(0, 3), c);
        }
    }

    private void sessions() {
        Map<String, List<Choice>> members = new HashMap<>();
        Map<String, Integer> perEscort = new HashMap<>();
        for (List<String> row : p.rows("capacity", 3)) {
            week.sessions.add(new Week.Session(row.get(0), number(row.get(1))));
            perEscort.put(row.get(0), number(row.get(2)));
        }
        for (List<String> row : p.rows("MEMBER", 4)) {
            Choice c = choice(row, 1);
            c.staff = choices.get(List.of(row.get(0), "1", row.get(3)));
            c.staff.perEscort = perEscort.get(row.get(0));
            members.computeIfAbsent(row.get(0) + " " + row.get(1), k -> new ArrayList<>()).add(c);
        }
        for (List<String> row : p.rows("REFUSAL", 3)) {
            members.get(row.get(0) + " " + row.get(1)).forEach(c -> c.refused.add(row.get(2)));
        }
    }

    private void days() {
        for (List<String> row : p.rows("IN_DAY", 4)) {
            choices.get(List.of(row.get(2), row.get(3), row.get(0))).day = number(row.get(1));
        }
        for (List<String> row : p.rows("first_points", 7)) {
            Choice c = choice(row, 0);
            c.firstPoints = number(row.get(3));
            c.lastPoints = number(row.get(4));
            c.mayBeFirst = row.get(5).equals("1");
            c.mayBeLast = row.get(6).equals("1");
        }
        p.rows("run_most", 4).forEach(row -> choice(row, 0).runMost = number(row.get(3)));
        Set<List<String>> runs = new HashSet<>(p.rows("RUN", 5));
        for (List<String> row : p.rows("travel_points", 7)) {
            Choice from = choices.get(List.of(row.get(1), row.get(2), row.get(0)));
            Choice to = choices.get(List.of(row.get(3), row.get(4), row.get(0)));
            from.next.put(to, new Choice.Arc(number(row.get(5)), number(row.get(6)), runs.contains(row.subList(0, 5))));
        }
        for (List<Choice> pair : groups("TOO_LONG").values()) {
            pair.get(0).tooFar.add(pair.get(1));
            pair.get(1).tooFar.add(pair.get(0));
        }
        p.rows("day_minutes_max", 3).forEach(row ->
                escorts.get(row.get(0)).dayMinutes.put(number(row.get(1)), number(row.get(2))));
    }

    /** The choices of a set, by the number in front of each. */
    private Map<String, List<Choice>> groups(String name) {
        Map<String, List<Choice>> found = new HashMap<>();
        for (List<String> row : p.rows(name, 4)) {
            found.computeIfAbsent(row.get(0), k -> new ArrayList<>()).add(choice(row, 1));
        }
        return found;
    }

    private void nights() {
        Map<String, List<Choice>> first = groups("NIGHT_FIRST"), soft = groups("SOFT_FIRST");
        groups("NIGHT_LAST").forEach((k, lasts) -> lasts.forEach(c -> c.tooClose.addAll(first.get(k))));
        Map<String, Integer> points = new HashMap<>();
        Map<String, String> nightOf = new HashMap<>();
        p.rows("short_night_points", 2).forEach(row -> points.put(row.get(0), number(row.get(1))));
        p.rows("night_of", 2).forEach(row -> nightOf.put(row.get(0), row.get(1)));
        groups("SOFT_LAST").forEach((k, lasts) -> lasts.forEach(c -> c.nights.add(
                new Choice.Night(nightOf.get(k), points.get(nightOf.get(k)), new HashSet<>(soft.get(k))))));
    }

    private void hours() {
        p.rows("week_minutes_max", 2).forEach(row -> escorts.get(row.get(0)).weekMinutes = number(row.get(1)));
        for (List<String> row : p.rows("contract_minutes", 2)) {
            Escort e = escorts.get(row.get(0));
            e.contract = number(row.get(1));
            e.underPoints = p.number("under_points");
            e.overPoints = p.number("over_points");
        }
        p.rows("weekend_points", 2).forEach(row -> escorts.get(row.get(0)).weekendPoints = number(row.get(1)));
        p.rows("used_points", 2).forEach(row -> escorts.get(row.get(0)).usedPoints = number(row.get(1)));
        p.rows("ON_WEEKEND", 3).forEach(row -> choice(row, 0).onWeekend = true);
    }

    private void rests() {
        Map<String, Escort.Rest> rests = new LinkedHashMap<>();
        p.rows("PERIOD", 1).forEach(row -> rests.put(row.get(0), new Escort.Rest()));
        p.rows("rest_ends", 3).forEach(row -> rests.get(row.get(0)).windows.add(
                new Escort.Window(number(row.get(1)), number(row.get(2)))));
        for (List<String> row : p.rows("KEEP_APART", 2)) {
            rests.get(row.get(1)).apart.add(rests.get(row.get(0)));
            rests.get(row.get(0)).besideWeekly = true;
        }
        Map<Escort.Rest, Escort> owner = new LinkedHashMap<>();
        groups("WORK").forEach((k, work) -> {
            rests.get(k).work.addAll(work);
            owner.put(rests.get(k), work.get(0).escort);
        });
        owner.forEach((rest, escort) -> escort.rests.add(rest));
    }

    private void clients() {
        Map<List<String>, Integer> faces = new HashMap<>();
        Set<List<String>> newcomers = new HashSet<>(p.rows("NEWCOMER", 2));
        p.rows("face_points", 3).forEach(row -> faces.put(row.subList(0, 2), number(row.get(2))));
        for (Choice c : choices.values()) {
            List<String> pair = c.client == null ? List.of() : List.of(c.client, c.escort.id);
            c.facePoints = faces.getOrDefault(pair, 0);
            c.newcomer = c.staff == null && newcomers.contains(pair);
        }
        for (List<String> row : p.rows("clients_room", 2)) {
            escorts.get(row.get(0)).clientsRoom = number(row.get(1));
            escorts.get(row.get(0)).clientOverPoints = p.number("client_over_points");
        }
        Map<String, List<Choice>> assigned = groups("IN_ASSIGNMENT");
        p.rows("assignment_left", 2).forEach(row -> assigned.get(row.get(0)).get(0).escort.assignments.add(
                new Escort.Assignment(number(row.get(1)), p.number("assignment_points"),
                        new HashSet<>(assigned.get(row.get(0))))));
    }

    // ---- requests and their ways ---------------------------------------------

    private void visits() {
        Map<List<String>, Integer> team = new HashMap<>(), grant = new HashMap<>();
        Map<List<String>, List<Choice>> byOption = new LinkedHashMap<>();
        Map<String, List<Way>> ways = new HashMap<>();
        Set<Choice> pinned = new HashSet<>();
        Map<String, Integer> needed = new HashMap<>();
        p.rows("client", 5).forEach(row -> needed.put(row.get(0), number(row.get(2))));
        p.rows("team_points", 3).forEach(row -> team.put(row.subList(0, 2), number(row.get(2))));
        p.rows("DRAWS", 3).forEach(row -> grant.put(row.subList(1, 3), number(row.get(0))));
        p.rows("PINNED", 3).forEach(row -> pinned.add(choice(row, 0)));
        choices.forEach((key, c) -> {
            if (c.client != null) {
                byOption.computeIfAbsent(key.subList(0, 2), k -> new ArrayList<>()).add(c);
            }
        });
        byOption.forEach((key, all) -> {
            Option o = options.get(key);
            List<Way> found = ways.computeIfAbsent(key.get(0), k -> new ArrayList<>());
            for (List<Choice> some : teams(all, needed.get(key.get(0)), 0)) {
                String session = some.get(0).staff == null ? null : some.get(0).staff.request;
                if (some.containsAll(all.stream().filter(pinned::contains).toList())) {
                    found.add(new Way(number(key.get(1)), o.begin, o.delivered, o.debit, grant.get(key), session,
                            team.getOrDefault(key, 0), some));
                }
            }
        });
        Set<List<String>> assessed = new HashSet<>(p.rows("ASSESSED", 1));
        for (List<String> row : p.rows("client", 5)) {
            week.visits.add(new Visit(row.get(0), row.get(1), number(row.get(3)), number(row.get(4)),
                    assessed.contains(row.subList(0, 1)), ways.getOrDefault(row.get(0), List.of())));
        }
    }

    /** Every so many of the choices from there on. */
    private static List<List<Choice>> teams(List<Choice> all, int needed, int from) {
        if (needed == 0) {
            return List.of(List.of());
        }
        List<List<Choice>> found = new ArrayList<>();
        for (int i = from; i + needed <= all.size(); i++) {
            for (List<Choice> others : teams(all, needed - 1, i + 1)) {
                List<Choice> some = new ArrayList<>(List.of(all.get(i)));
                some.addAll(others);
                found.add(List.copyOf(some));
            }
        }
        return found;
    }
}
