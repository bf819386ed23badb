/* Places, the minutes between them, and the hours of rides. */
#include "adapters/workspace/unit_parts.h"

#include "base/text.h"

static void read_place(struct unit *u, struct reader *r)
{
    static const char *const KEYS[] = {"id", "name", "area", "lat", "lon",
                                       NULL};
    struct place place = {.area = ""};
    int seen = reader_faults_seen(r);

    if (!reader_shape(r, KEYS))
        return;
    int row = ids_read_own(u->places, r, &place.id);
    reader_name(r, "name", REQUIRED, &place.name);
    reader_text(r, "area", OPTIONAL, &place.area);
    bool lat = reader_number(r, "lat", OPTIONAL, -90, 90, &place.lat);
    bool lon = reader_number(r, "lon", OPTIONAL, -180, 180, &place.lon);
    place.located = lat && lon;
    if (reader_has(r, "lat") != reader_has(r, "lon"))
        reader_fault(r, NULL, _("Give both \"lat\" and \"lon\", or neither."),
                     _("One of the two coordinates is missing"));
    if (seen == reader_faults_seen(r))
        ids_set(u->places, row,
                problem_add_place(u->builder, reader_path(r), &place));
}

void unit_read_places(struct unit *u, struct reader *r)
{
    if (!reader_list(r, "places", REQUIRED))
        return;
    u->n_places = reader_size(r);
    if (u->n_places == 0)
        reader_fault(r, NULL, _("Add the places where people meet."),
                     _("There are no places"));
    while (reader_next(r))
        read_place(u, r);
}

static void read_matrix_row(struct reader *r, uint16_t *row, int n)
{
    int minutes = 0;

    if (!reader_list(r, NULL, REQUIRED))
        return;
    if (reader_size(r) != n)
        reader_fault(r, NULL,
                     _("Give as many numbers in each row as there are places."),
                     _("The row has %d numbers, there are %d places"),
                     reader_size(r), n);
    while (reader_next(r))
        if (reader_int(r, NULL, REQUIRED, 0, UINT16_MAX, &minutes) &&
            reader_index(r) < n)
            row[reader_index(r)] = (uint16_t)minutes;
}

static void read_matrix(struct unit *u, struct reader *r)
{
    int seen = reader_faults_seen(r), n = u->n_places;

    if (!reader_list(r, "matrix", REQUIRED))
        return;
    if (reader_size(r) != n)
        reader_fault(r, NULL, _("Give one row for each place, in their order."),
                     _("The matrix has %d rows, there are %d places"),
                     reader_size(r), n);

    bool square = reader_size(r) == n;
    uint16_t *minutes =
        square ? NEW_ARRAY(u->arena, uint16_t, (size_t)n * (size_t)n + 1)
               : NULL;
    while (reader_next(r))
        if (square)
            read_matrix_row(r, minutes + (size_t)reader_index(r) * (size_t)n,
                            n);
    if (seen == reader_faults_seen(r))
        problem_set_travel_matrix(u->builder, minutes, n);
}

void unit_read_travel(struct unit *u, struct reader *r)
{
    static const char *const KEYS[] = {
        "matrix",        "detour_percent", "walk_m_per_min", "walk_max_m",
        "ride_m_per_min", "ride_wait_min",  NULL};
    struct travel_speeds speeds = TRAVEL_SPEEDS_DEFAULT;

    if (!reader_object(r, "travel", OPTIONAL, KEYS))
        return;
    bool fast = reader_int(r, "detour_percent", OPTIONAL, 100, 1000,
                           &speeds.detour_percent);
    fast |= reader_int(r, "walk_m_per_min", OPTIONAL, 1, 1000,
                       &speeds.walk_m_per_min);
    fast |= reader_int(r, "walk_max_m", OPTIONAL, 0, 100000,
                       &speeds.walk_max_m);
    fast |= reader_int(r, "ride_m_per_min", OPTIONAL, 1, 10000,
                       &speeds.ride_m_per_min);
    fast |= reader_int(r, "ride_wait_min", OPTIONAL, 0, 600,
                       &speeds.ride_wait_min);
    problem_set_travel_speeds(u->builder, &speeds);
    if (reader_has(r, "matrix")) {
        if (fast)
            reader_fault(r, NULL, _("Remove the matrix or the speeds."),
                         _("There is both a matrix and a speed"));
        read_matrix(u, r);
    }
    reader_leave(r);
}

/* ---- rides that are booked ---- */

static void read_ride_hours(struct unit *u, struct reader *r, bool told[DAYS])
{
    static const char *const KEYS[] = {"days", "from", "to", NULL};
    bool on[DAYS] = {false};
    int from, to;

    if (!reader_shape(r, KEYS))
        return;
    unit_read_weekdays(r, on);
    bool begins = reader_clock(r, "from", REQUIRED, &from);
    bool ends = reader_clock(r, "to", REQUIRED, &to);
    if (begins && ends && to <= from) {
        reader_fault(r, "to", _("Let them end later on the same day."),
                     _("The hours of rides end before they begin"));
        return;
    }
    for (int day = 0; day < DAYS && begins && ends; day++) {
        if (!on[day])
            continue;
        if (told[day])
            reader_fault(r, "days", _("Give one span of hours a day."),
                         _("A day has its hours of rides already"));
        told[day] = true;
        problem_set_paratransit(
            u->builder, day,
            (struct span){week_minute_of_day(&u->week, day, from),
                          week_minute_of_day(&u->week, day, to)});
    }
}

/* A day that is not named has no rides. */
void unit_read_paratransit(struct unit *u, struct reader *r)
{
    static const char *const KEYS[] = {"hours", NULL};
    bool told[DAYS] = {false};

    if (!reader_object(r, "paratransit", OPTIONAL, KEYS))
        return;
    for (int day = 0; day < DAYS; day++)
        problem_set_paratransit(u->builder, day, (struct span){0, 0});
    if (reader_list(r, "hours", REQUIRED))
        while (reader_next(r))
            read_ride_hours(u, r, told);
    reader_leave(r);
}
