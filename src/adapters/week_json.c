#include "adapters/week_json.h"

#include "base/text.h"

#include <limits.h>

enum { ALTERNATIVES_MOST = 20, POINTS_MOST = 1000000000 };

struct week_reading {
    struct unit *unit;
    struct reader *reader;
    struct ids *requests; /* to the builder's indices */
};

bool week_read_name(struct reader *r, const struct week *w)
{
    int year, number;
    char name[16];

    if (!reader_week(r, "week", REQUIRED, &year, &number))
        return false;
    week_name(w, name);
    if (year == w->iso_year && number == w->iso_week)
        return true;
    return reader_fault(r, "week",
                        _("Write the week of the folder that the file is in."),
                        _("This is another week than %s"), name);
}

/* ---- alternatives ---- */

/* Index of the day in the week, or NONE after a fault. */
static int read_day(const struct unit *u, struct reader *r)
{
    int64_t date;
    char name[16];

    if (!reader_date(r, "date", REQUIRED, &date))
        return NONE;
    if (date >= u->monday && date < u->monday + DAYS)
        return (int)(date - u->monday);
    week_name(&u->week, name);
    reader_fault(r, "date",
                 _("Give a day of the week, or move the request to the week.json "
                   "of the other week."),
                 _("The day is not in week %s"), name);
    return NONE;
}

static bool fixed_or_window(struct reader *r)
{
    bool at = reader_has(r, "at");
    int ends = reader_has(r, "from") + reader_has(r, "to");

    if (at && ends == 0 && !reader_has(r, "wish"))
        return true;
    if (!at && ends == 2)
        return true;
    return reader_fault(r, NULL,
                        _("Give either \"at\", or \"from\" and \"to\" with or "
                          "without \"wish\"."),
                        at ? _("A fixed start has no window")
                           : _("The start is missing"));
}

static void read_window(const struct week *w, struct reader *r, int day,
                        struct alternative *out)
{
    int from, to, wish = NONE;
    bool sound = reader_clock(r, "from", REQUIRED, &from);

    sound = reader_clock(r, "to", REQUIRED, &to) && sound;
    reader_clock(r, "wish", OPTIONAL, &wish);
    if (!sound)
        return;
    if (to < from)
        to += DAY;
    if (wish != NONE && wish < from)
        wish += DAY;
    if (wish != NONE && wish > to) {
        reader_fault(r, "wish", _("Wish for a start from \"from\" to \"to\"."),
                     _("The start wished for is outside the window"));
        return;
    }
    out->from = week_minute_of_day(w, day, from);
    out->to = week_minute_of_day(w, day, to);
    /* A window over the hour that spring takes away may come out backwards; one
     * over Sunday midnight ends with the week, for later starts are next week's. */
    if (out->to < out->from)
        out->to = out->from;
    if (out->to >= week_length(w) && out->from < week_length(w))
        out->to = week_length(w) - 1;
    if (wish != NONE)
        out->wish = week_minute_of_day(w, day, wish);
    if (out->wish > out->to)
        out->wish = out->to;
}

static void read_alternative(const struct unit *u, struct reader *r,
                             struct alternative *out)
{
    static const char *const KEYS[] = {"date", "at", "from", "to", "wish",
                                       NULL};
    int clock;

    *out = (struct alternative){.wish = NONE};
    if (!reader_shape(r, KEYS))
        return;
    int day = read_day(u, r);
    if (!fixed_or_window(r))
        return;
    if (!reader_has(r, "at"))
        read_window(&u->week, r, day == NONE ? 0 : day, out);
    else if (reader_clock(r, "at", REQUIRED, &clock) && day != NONE)
        out->from = out->to = week_minute_of_day(&u->week, day, clock);
}

static void read_alternatives(struct week_reading *in, struct request *request)
{
    struct reader *r = in->reader;

    if (!reader_list(r, "alternatives", REQUIRED))
        return;
    int n = reader_size(r);
    struct alternative *list = NEW_ARRAY(in->unit->arena, struct alternative, n + 1);
    if (n == 0 || n > ALTERNATIVES_MOST)
        reader_fault(r, NULL,
                     arena_print(in->unit->arena,
                                 _("Give 1 to %d, the best first."),
                                 ALTERNATIVES_MOST),
                     _("There are %d alternatives"), n);
    while (reader_next(r))
        read_alternative(in->unit, r, &list[reader_index(r)]);
    request->alternatives = list;
    request->n_alternatives = n;
}

/* ---- requests ---- */

/* The client and what the request takes from the client unless it says otherwise. */
static void read_whose(struct week_reading *in, struct request *request)
{
    const struct unit *u = in->unit;

    if (!ids_read(u->clients, in->reader, "client", REQUIRED, &request->client))
        return;
    const struct unit_client *c = &u->client[request->client];
    request->meet = c->home;
    ids_read(c->decisions, in->reader, "decision", OPTIONAL,
             &request->decision);
}

static void read_places(struct week_reading *in, struct request *request)
{
    const struct ids *places = in->unit->places;

    ids_read(places, in->reader, "meet", OPTIONAL, &request->meet);
    request->end = request->meet;
    ids_read(places, in->reader, "end", OPTIONAL, &request->end);
}

static void read_points(struct week_reading *in, struct request *request)
{
    struct reader *r = in->reader;
    const struct ids *escorts = in->unit->escorts;

    if (!reader_map(r, "escort_points", OPTIONAL))
        return;
    struct escort_points *list =
        NEW_ARRAY(in->unit->arena, struct escort_points, reader_size(r) + 1);
    while (reader_next(r)) {
        struct escort_points *e = &list[request->n_extra];
        bool known = ids_look_up(escorts, r, reader_key(r), &e->escort);
        if (reader_int(r, NULL, REQUIRED, -POINTS_MOST, POINTS_MOST,
                       &e->points) &&
            known)
            request->n_extra++;
    }
    request->extra = list;
}

static void read_wishes(struct week_reading *in, struct request *request)
{
    int *escorts;
    int n = ids_read_list(in->unit->escorts, in->reader, "wishes", OPTIONAL,
                          INT_MAX, &escorts);

    if (n > 0) {
        request->wishes = escorts;
        request->n_wishes = n;
    }
}

static const char *const REQUEST_KEYS[] = {
    "id",    "client",   "activity", "minutes",
    "minutes_min", "alternatives", "meet", "end",
    "escorts_needed", "needs", "wishes", "escort_points",
    "priority", "decision", "series", NULL};

static void read_request(struct week_reading *in)
{
    WORD_LIST(words, priority, PRIORITY_LOW, priority_word);
    struct reader *r = in->reader;
    struct request q = {.series = "",
                        .client = NONE,
                        .meet = NONE,
                        .end = NONE,
                        .decision = NONE,
                        .needed = 1,
                        .pin_start = NONE,
                        .link = NONE};
    int seen = reader_faults_seen(r), priority = PRIORITY_NORMAL;

    if (!reader_shape(r, REQUEST_KEYS))
        return;
    int row = ids_read_own(in->requests, r, &q.id);
    read_whose(in, &q);
    reader_name(r, "activity", REQUIRED, &q.activity);
    reader_int(r, "minutes", REQUIRED, 1, DAY, &q.minutes);
    q.minutes_min = q.minutes;
    reader_int(r, "minutes_min", OPTIONAL, 1, DAY, &q.minutes_min);
    read_alternatives(in, &q);
    read_places(in, &q);
    reader_int(r, "escorts_needed", OPTIONAL, 1, STAFF_MAX, &q.needed);
    unit_read_needs(in->unit, r, &q.needs);
    read_wishes(in, &q);
    read_points(in, &q);
    reader_word(r, "priority", OPTIONAL, words, &priority);
    q.priority = (enum priority)priority;
    reader_id(r, "series", OPTIONAL, &q.series);
    /* A request whose client is faulty adds no fault of its own. */
    if (seen == reader_faults_seen(r) && q.client != NONE)
        ids_set(in->requests, row,
                problem_add_request(in->unit->builder, reader_path(r), &q));
}

static void read_requests(struct week_reading *in)
{
    if (reader_list(in->reader, "requests", REQUIRED))
        while (reader_next(in->reader))
            read_request(in);
}

/* ---- what is said about requests and escorts ---- */

static void read_link(struct week_reading *in)
{
    static const char *const KEYS[] = {"first",   "second",
                                       "gap_min", "gap_max",
                                       "same_escort_allowed", NULL};
    struct reader *r = in->reader;
    struct link link = {.first = NONE, .second = NONE};
    int seen = reader_faults_seen(r);

    if (!reader_shape(r, KEYS))
        return;
    ids_read(in->requests, r, "first", REQUIRED, &link.first);
    ids_read(in->requests, r, "second", REQUIRED, &link.second);
    reader_int(r, "gap_min", OPTIONAL, -DAY, DAY, &link.gap_min);
    link.gap_max = link.gap_min;
    reader_int(r, "gap_max", OPTIONAL, -DAY, DAY, &link.gap_max);
    reader_bool(r, "same_escort_allowed", OPTIONAL, &link.same_escort);
    if (seen == reader_faults_seen(r) && link.first != NONE &&
        link.second != NONE)
        problem_add_link(in->unit->builder, reader_path(r), &link);
}

static void read_absence(struct week_reading *in)
{
    static const char *const KEYS[] = {"escort", "from", "to", "reason", NULL};
    struct reader *r = in->reader;
    const struct week *w = &in->unit->week;
    struct span away;
    const char *reason;
    int escort = NONE;

    if (!reader_shape(r, KEYS))
        return;
    ids_read(in->unit->escorts, r, "escort", REQUIRED, &escort);
    bool begins = reader_moment(r, "from", REQUIRED, w, &away.from);
    bool ends = reader_moment(r, "to", REQUIRED, w, &away.to);
    reader_text(r, "reason", OPTIONAL, &reason);
    if (!begins || !ends)
        return;
    if (away.to <= away.from)
        reader_fault(r, "to", _("Let it end after it begins."),
                     _("The absence ends before it begins"));
    else
        problem_add_absence(in->unit->builder, escort, away);
}

static void read_pin(struct week_reading *in)
{
    static const char *const KEYS[] = {"request", "start", "escorts", NULL};
    struct reader *r = in->reader;
    int *escorts, request = NONE, start = NONE;
    int seen = reader_faults_seen(r);

    if (!reader_shape(r, KEYS))
        return;
    ids_read(in->requests, r, "request", REQUIRED, &request);
    reader_moment(r, "start", OPTIONAL, &in->unit->week, &start);
    int n = ids_read_list(in->unit->escorts, r, "escorts", OPTIONAL, STAFF_MAX,
                          &escorts);
    if (n == 0 && seen == reader_faults_seen(r))
        reader_fault(r, "escorts",
                     _("Name at least one, or remove the key to leave it open."),
                     _("Nobody is named"));
    if (seen == reader_faults_seen(r))
        problem_pin(in->unit->builder, request, start, n > 0 ? escorts : NULL,
                    n > 0 ? n : 0);
}

static void read_each(struct week_reading *in, const char *key,
                      void (*read)(struct week_reading *in))
{
    if (reader_list(in->reader, key, OPTIONAL))
        while (reader_next(in->reader))
            read(in);
}

void week_read(struct unit *u, struct reader *r)
{
    static const char *const KEYS[] = {"format",   "version",  "week",
                                       "requests", "in_step",  "absences",
                                       "pins",     NULL};
    struct week_reading in = {.unit = u, .reader = r};

    if (!reader_document(r, "ledsaga-week", 1, KEYS))
        return;
    in.requests = ids_new(u->arena, _("request"), _("requests[] of week.json"));
    problem_set_file(u->builder, reader_file(r));
    week_read_name(r, &u->week);
    read_requests(&in);
    read_each(&in, "in_step", read_link);
    read_each(&in, "absences", read_absence);
    read_each(&in, "pins", read_pin);
}
