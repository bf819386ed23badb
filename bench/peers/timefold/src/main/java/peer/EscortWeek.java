package peer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What one escort's week breaks and costs. Hard rules are counted in minutes, or 60 for each time. */
final class EscortWeek {
    private static final int ONCE = 60;
    private static final Comparator<Choice> IN_TIME = Comparator.comparingInt(c -> c.begin);

    long overlap, span, night, dayMinutes, weekMinutes, rest, pause, sessions;
    long choices, travel, faces, contract, weekend, used, shortNights, clients, assignment;

    private final List<Choice> chosen;
    private final List<Choice> stops = new ArrayList<>();
    private final List<Choice> firsts = new ArrayList<>(), lasts = new ArrayList<>();
    private long paid;

    EscortWeek(List<Choice> chosen) {
        this.chosen = chosen;
        Set<Choice> sessionsMet = new HashSet<>();
        for (Choice c : chosen) {
            choices += c.points;
            if (c.staff == null || sessionsMet.add(c.staff)) {
                stops.add(c.stop());
            }
        }
        stops.sort(IN_TIME);
        Escort escort = chosen.get(0).escort;
        days(escort);
        nights();
        week(escort);
        rests(escort);
        if (!sessionsMet.isEmpty()) {
            sessions(sessionsMet);
        }
        people(escort);
    }

    private void days(Escort escort) {
        for (int from = 0, to; from < stops.size(); from = to) {
            to = from + 1;
            Integer day = stops.get(from).day;
            while (day != null && to < stops.size() && day.equals(stops.get(to).day)) {
                to++;
            }
            day(escort, day, stops.subList(from, to));
        }
    }

    private void day(Escort escort, Integer day, List<Choice> visits) {
        Choice first = visits.get(0), last = visits.get(visits.size() - 1);
        long minutes = 0, run = 0;
        firsts.add(first);
        lasts.add(last);
        if (day == null) {
            return;
        }
        travel += first.firstPoints + last.lastPoints;
        overlap += (first.mayBeFirst ? 0 : ONCE) + (last.mayBeLast ? 0 : ONCE);
        for (int i = 0; i < visits.size(); i++) {
            Choice c = visits.get(i);
            minutes += c.minutes();
            for (int k = i + 1; k < visits.size() && !c.tooFar.isEmpty(); k++) {
                span += c.tooFar.contains(visits.get(k)) ? ONCE : 0;
            }
            if (i == 0) {
                continue;
            }
            Choice before = visits.get(i - 1);
            Choice.Arc arc = before.next.get(c);
            if (arc == null) {
                overlap += ONCE + Math.max(0, before.end - c.begin);
                run = 0;
                continue;
            }
            travel += arc.points();
            minutes += arc.paid();
            paid += arc.paid();
            run = arc.withoutBreak() ? run + c.begin - before.begin : 0;
            pause += arc.withoutBreak() ? Math.max(0, run - c.runMost) : 0;
        }
        dayMinutes += Math.max(0, minutes - escort.dayMinutes.getOrDefault(day, Integer.MAX_VALUE));
    }

    private void nights() {
        Set<Object> cut = new HashSet<>();
        for (Choice last : lasts) {
            for (Choice first : firsts) {
                night += last.tooClose.contains(first) ? ONCE : 0;
                for (Choice.Night n : last.nights) {
                    shortNights += n.first().contains(first) && cut.add(n.id()) ? n.points() : 0;
                }
            }
        }
    }

    private void week(Escort escort) {
        long minutes = paid;
        boolean onWeekend = false;
        for (Choice c : stops) {
            minutes += c.minutes();
            onWeekend |= c.onWeekend;
        }
        weekMinutes = Math.max(0, minutes - escort.weekMinutes);
        weekend = onWeekend ? escort.weekendPoints : 0;
        used = escort.usedPoints;
        if (escort.contract >= 0) {
            contract = Math.max(0, escort.contract - minutes) * escort.underPoints +
                    Math.max(0, minutes - escort.contract) * escort.overPoints;
        }
    }

    // ---- daily and weekly rest ---------------------------------------------

    private boolean works(Escort.Rest r) {
        for (Choice c : stops) {
            if (r.work.contains(c)) {
                return true;
            }
        }
        return false;
    }

    private boolean free(Escort.Rest r, Escort.Window w) {
        for (Choice c : stops) {
            if (w.meets(c) && r.work.contains(c)) {
                return false;
            }
        }
        return true;
    }

    /** The free windows of each rest that the work asks for. */
    private List<List<Escort.Window>> freeWindows(List<Escort.Rest> rests) {
        List<List<Escort.Window>> found = new ArrayList<>();
        for (Escort.Rest r : rests) {
            if (works(r)) {
                List<Escort.Window> windows = new ArrayList<>();
                for (Escort.Window w : r.windows) {
                    if (free(r, w)) {
                        windows.add(w);
                    }
                }
                found.add(windows);
            }
        }
        return found;
    }

    /** How many of the daily rests have no window beside the weekly one; null where there is none. */
    private static int missing(List<List<Escort.Window>> daily, Escort.Window weekly) {
        int n = 0;
        for (List<Escort.Window> windows : daily) {
            boolean beside = false;
            for (int i = 0; i < windows.size() && !beside; i++) {
                beside = weekly == null || !windows.get(i).meets(weekly);
            }
            n += beside ? 0 : 1;
        }
        return n;
    }

    private void rests(Escort escort) {
        for (Escort.Rest r : escort.rests) {
            if (r.besideWeekly) {
                continue;
            }
            List<List<Escort.Window>> daily = freeWindows(r.apart.isEmpty() ? List.of(r) : r.apart);
            int alone = missing(daily, null), least = alone;
            if (!r.apart.isEmpty() && works(r)) {
                least++;
                for (int i = 0; i < r.windows.size() && least > alone; i++) {
                    if (free(r, r.windows.get(i))) {
                        least = Math.min(least, missing(daily, r.windows.get(i)));
                    }
                }
            }
            rest += ONCE * least;
        }
    }

    // ---- clients -----------------------------------------------------------

    private void sessions(Set<Choice> met) {
        for (Choice staff : met) {
            List<Choice> members = chosen.stream().filter(c -> c.staff == staff).toList();
            choices += staff.points;
            sessions += ONCE * Math.max(0, members.size() - staff.perEscort);
            for (Choice c : members) {
                for (Choice other : members) {
                    sessions += c.refused.contains(other.request) ? ONCE : 0;
                }
            }
        }
    }

    private void people(Escort escort) {
        Map<String, Integer> faceOf = new HashMap<>();
        Set<String> newcomers = new HashSet<>();
        for (Choice c : chosen) {
            if (c.facePoints > 0) {
                faceOf.put(c.client, c.facePoints);
            }
            if (c.newcomer) {
                newcomers.add(c.client);
            }
        }
        for (int points : faceOf.values()) {
            faces += points;
        }
        clients = (long) escort.clientOverPoints * Math.max(0, newcomers.size() - escort.clientsRoom);
        for (Escort.Assignment a : escort.assignments) {
            int minutes = 0;
            for (Choice c : stops) {
                minutes += a.choices().contains(c) ? c.minutes() : 0;
            }
            assignment += (long) a.points() * Math.max(0, minutes - a.left());
        }
    }
}
