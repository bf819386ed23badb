/* requests[] of week.json. */
#include "adapters/workspace/week_parts.h"

#include "base/text.h"

#include <limits.h>

enum { ALTERNATIVES_MOST = 20, POINTS_MOST = 1000000000 };

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

/* The session says when it is, and where. */
static void read_takes_part(const struct week_reading *in,
                            struct alternative *out)
{
    struct reader *r = in->reader;
    static const char *const TIMES[] = {"date", "at", "from", "to", "wish", NULL};
    int session;

    for (int i = 0; TIMES[i]; i++)
        if (reader_has(r, TIMES[i])) {
            reader_fault(r, TIMES[i], _("Remove it, or remove \"session\"."),
                         _("A session has its own time"));
            break;
        }
    if (ids_read(in->sessions, r, "session", REQUIRED, &session))
        out->session = 1 + session;
}

static void read_alternative(const struct week_reading *in,
                             struct alternative *out)
{
    static const char *const KEYS[] = {"date", "at",      "from", "to",
                                       "wish", "session", NULL};
    const struct unit *u = in->unit;
    struct reader *r = in->reader;
    int clock;

    *out = (struct alternative){.wish = NONE};
    if (!reader_shape(r, KEYS))
        return;
    if (reader_has(r, "session")) {
        read_takes_part(in, out);
        return;
    }
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
        read_alternative(in, &list[reader_index(r)]);
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

static void read_travel(struct week_reading *in, struct request *request)
{
    static const char *const KEYS[] = {"out", "back", "escort_rides", NULL};
    WORD_LIST(words, transport, TRANSPORT_PARATRANSIT, transport_word);
    struct reader *r = in->reader;
    int out = TRANSPORT_NONE, back = TRANSPORT_NONE;

    if (!reader_object(r, "travel", OPTIONAL, KEYS))
        return;
    reader_word(r, "out", OPTIONAL, words, &out);
    reader_word(r, "back", OPTIONAL, words, &back);
    request->out = (enum transport)out;
    request->back = (enum transport)back;
    reader_bool(r, "escort_rides", OPTIONAL, &request->escort_rides);
    reader_leave(r);
}

/* ---- what contractors answered ---- */

static void read_offer(struct week_reading *in, int request)
{
    static const char *const KEYS[] = {"escort", "answer", "on", NULL};
    WORD_LIST(words, answer, ANSWER_DECLINED, answer_word);
    struct reader *r = in->reader;
    struct offer offer = {.escort = NONE};
    int seen = reader_faults_seen(r), answer = ANSWER_OFFERED;

    if (!reader_shape(r, KEYS))
        return;
    ids_read(in->unit->escorts, r, "escort", REQUIRED, &offer.escort);
    reader_word(r, "answer", REQUIRED, words, &answer);
    offer.answer = (enum answer)answer;
    reader_date(r, "on", OPTIONAL, &offer.day);
    if (seen == reader_faults_seen(r) && offer.escort != NONE)
        problem_add_offer(in->unit->builder, request, &offer);
}

/* request may be NONE. */
static void read_offers(struct week_reading *in, int request)
{
    if (reader_list(in->reader, "offers", OPTIONAL))
        while (reader_next(in->reader))
            read_offer(in, request);
}

/* ---- a request ---- */

static const char *const REQUEST_KEYS[] = {
    "id",       "client",         "activity",     "minutes",
    "meet",     "minutes_min",    "alternatives", "end",
    "needs",    "escorts_needed", "tasks",        "travel",
    "wishes",   "escort_points",  "offers",       "priority",
    "decision", "series",         NULL};

static void read_what(struct week_reading *in, struct request *request)
{
    struct reader *r = in->reader;

    reader_name(r, "activity", REQUIRED, &request->activity);
    reader_int(r, "minutes", REQUIRED, 1, DAY, &request->minutes);
    request->minutes_min = request->minutes;
    reader_int(r, "minutes_min", OPTIONAL, 1, DAY, &request->minutes_min);
    read_alternatives(in, request);
    read_places(in, request);
    read_travel(in, request);
}

static void read_by_whom(struct week_reading *in, struct request *request)
{
    struct reader *r = in->reader;

    reader_int(r, "escorts_needed", OPTIONAL, 1, STAFF_MAX, &request->needed);
    unit_read_needs(in->unit, r, &request->needs);
    request->tasks = unit_read_codes(in->unit, r, "tasks", OPTIONAL, CODE_TASK);
    read_wishes(in, request);
    read_points(in, request);
}

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
    int seen = reader_faults_seen(r), priority = PRIORITY_NORMAL, request = NONE;

    if (!reader_shape(r, REQUEST_KEYS))
        return;
    int row = ids_read_own(in->requests, r, &q.id);
    read_whose(in, &q);
    read_what(in, &q);
    read_by_whom(in, &q);
    reader_word(r, "priority", OPTIONAL, words, &priority);
    q.priority = (enum priority)priority;
    reader_id(r, "series", OPTIONAL, &q.series);
    /* A request whose client is faulty adds no fault of its own. */
    if (seen == reader_faults_seen(r) && q.client != NONE)
        request =
            problem_add_request(in->unit->builder, reader_path(r), &q);
    if (request != NONE)
        ids_set(in->requests, row, request);
    read_offers(in, request);
}

void week_read_requests(struct week_reading *in)
{
    if (reader_list(in->reader, "requests", REQUIRED))
        while (reader_next(in->reader))
            read_request(in);
}
