#include "adapters/workspace/other_week.h"

#include "adapters/workspace/roster_json.h"
#include "adapters/workspace/week_json.h"
#include "base/file.h"
#include "base/text.h"
#include "ledsaga/workspace.h"

struct reading {
    const struct unit *unit;
    struct reader *reader;
    struct ids *requests, *sessions; /* to rows of the week */
    struct other_week *week;
};

static int find_or_none(const struct ids *ids, const char *id)
{
    int index = ids_find(ids, id);

    return index == ID_BROKEN ? NONE : index;
}

/* A reference that may lead to what is no longer there. */
static int read_past_id(const struct reading *in, const struct ids *ids,
                        const char *key, enum presence need, int otherwise)
{
    const char *id;

    return reader_id(in->reader, key, need, &id) ? find_or_none(ids, id)
                                                 : otherwise;
}

/* ---- week.json ---- */

static void read_session(struct reading *in)
{
    struct reader *r = in->reader;
    struct other_week *o = in->week;
    struct other_session s = {.debit_percent = 100};
    const char *id;

    if (!reader_shape(r, NULL))
        return;
    int row = ids_read_own(in->sessions, r, &id);
    s.place = read_past_id(in, in->unit->places, "place", OPTIONAL, NONE);
    reader_int(r, "debit_percent", OPTIONAL, 0, 100, &s.debit_percent);
    if (row == NONE)
        return;
    ids_set(in->sessions, row, o->n_sessions);
    ARENA_PUSH(in->unit->arena, o->sessions, o->n_sessions, o->room_sessions, s);
}

/* A request that nobody carried out belongs to the day it was first offered for;
 * one for a session alone, to the week. */
static int64_t read_first_day(const struct reading *in)
{
    struct reader *r = in->reader;
    int64_t day = in->week->monday;

    if (reader_list(r, "alternatives", OPTIONAL))
        while (reader_next(r))
            if (reader_index(r) == 0 && reader_shape(r, NULL))
                reader_date(r, "date", OPTIONAL, &day);
    return day;
}

static void read_request(struct reading *in)
{
    const struct unit *u = in->unit;
    struct reader *r = in->reader;
    struct other_week *o = in->week;
    struct other_request q = {.series = ""};
    const char *id;

    if (!reader_shape(r, NULL))
        return;
    int row = ids_read_own(in->requests, r, &id);
    q.client = read_past_id(in, u->clients, "client", REQUIRED, NONE);
    reader_id(r, "decision", OPTIONAL, &q.decision);
    reader_id(r, "series", OPTIONAL, &q.series);
    reader_int(r, "minutes", OPTIONAL, 1, DAY, &q.minutes);
    int home = q.client == NONE ? NONE : u->client[q.client].home;
    q.meet = read_past_id(in, u->places, "meet", OPTIONAL, home);
    q.end = read_past_id(in, u->places, "end", OPTIONAL, q.meet);
    q.day = read_first_day(in);
    if (row == NONE)
        return;
    ids_set(in->requests, row, o->n_requests);
    ARENA_PUSH(u->arena, o->requests, o->n_requests, o->room_requests, q);
}

static bool read_requests(struct reading *in)
{
    struct reader *r = in->reader;

    if (!reader_document(r, "ledsaga-week", 1, NULL))
        return false;
    if (reader_list(r, "sessions", OPTIONAL))
        while (reader_next(r))
            read_session(in);
    if (!reader_list(r, "requests", REQUIRED))
        return false;
    while (reader_next(r))
        read_request(in);
    return true;
}

/* ---- roster.json ---- */

static void read_escorts(struct reading *in, struct visit *v)
{
    struct reader *r = in->reader;
    const char *id;

    if (!reader_list(r, "escorts", REQUIRED))
        return;
    while (reader_next(r)) {
        int escort = reader_id(r, NULL, REQUIRED, &id)
                         ? find_or_none(in->unit->escorts, id)
                         : NONE;
        if (escort != NONE && v->n_escorts < STAFF_MAX)
            v->escorts[v->n_escorts++] = escort;
    }
}

static void read_visit(struct reading *in)
{
    struct other_week *o = in->week;
    struct other_visit v = {0};

    if (!reader_shape(in->reader, ROSTER_VISIT_KEYS) ||
        !roster_read_visit(in->reader, &o->week, in->requests, &v.request,
                           &v.it) ||
        !roster_read_session(in->reader, in->sessions, &v.it))
        return;
    read_escorts(in, &v.it);
    ARENA_PUSH(in->unit->arena, o->visits, o->n_visits, o->room_visits, v);
}

static void read_visits(struct reading *in)
{
    struct reader *r = in->reader;

    if (!reader_document(r, "ledsaga-roster", 1, NULL))
        return;
    if (week_read_name(r, &in->week->week) &&
        reader_list(r, "visits", REQUIRED))
        while (reader_next(r))
            read_visit(in);
}

/* ---- both ---- */

static void read_documents(struct reading *in, const char *week,
                           const char *roster, struct faults *f)
{
    struct arena *a = in->unit->arena;

    in->reader = reader_open(a, week, f);
    bool sound = in->reader && read_requests(in);
    reader_close(in->reader);
    in->reader = sound ? reader_open(a, roster, f) : NULL;
    if (in->reader)
        read_visits(in);
    reader_close(in->reader);
}

static struct other_week *begin(const struct unit *u, struct iso_week which,
                                struct faults *f)
{
    struct other_week *o = NEW(u->arena, struct other_week);

    if (week_make(&o->week, which.year, which.week, u->week.zone, f) !=
        STATUS_OK)
        return NULL;
    struct moment m = week_moment(&o->week, 0);
    o->monday = date_days(m.year, m.month, m.mday);
    o->weeks_ago = (int)((u->monday - o->monday) / DAYS);
    return o;
}

const struct other_week *other_week_read(const struct unit *u, const char *dir,
                                         struct iso_week which,
                                         struct faults *f)
{
    struct arena *a = u->arena;
    const char *roster =
        workspace_path(a, dir, which.year, which.week, "roster.json");

    if (!file_exists(roster))
        return NULL;
    struct reading in = {
        .unit = u,
        .week = begin(u, which, f),
        .requests =
            ids_new(a, _("request"), _("requests[] of that week's week.json")),
        .sessions =
            ids_new(a, _("session"), _("sessions[] of that week's week.json")),
    };
    if (in.week)
        read_documents(
            &in, workspace_path(a, dir, which.year, which.week, "week.json"),
            roster, f);
    return in.week;
}
