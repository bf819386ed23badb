/* Every other week that has a roster is read twice over: its week.json says which
 * client and decision a request belongs to, its roster.json which visits there
 * were. Only that much is looked at; the rest is judged when that week is read
 * for itself. */
#include "adapters/history.h"

#include "adapters/roster_json.h"
#include "adapters/week_json.h"
#include "adapters/weeks.h"
#include "base/file.h"
#include "base/text.h"
#include "ledsaga/workspace.h"

/* A request of another week; index into unit->client or NONE. */
struct past_request {
    int client;
    const char *decision; /* as named; NULL = the only one that holds that day */
};

struct other_week {
    struct unit *unit;
    struct week week;
    bool earlier;
    struct ids *requests; /* to list below */
    int n, room;
    struct past_request *list;
};

static int find_or_none(const struct ids *ids, const char *id)
{
    int index = ids_find(ids, id);

    return index == ID_BROKEN ? NONE : index;
}

static void read_request(struct other_week *o, struct reader *r)
{
    struct past_request past = {.client = NONE};
    const char *id, *client;

    if (!reader_shape(r, NULL))
        return;
    int row = ids_read_own(o->requests, r, &id);
    if (reader_id(r, "client", REQUIRED, &client))
        past.client = find_or_none(o->unit->clients, client);
    reader_id(r, "decision", OPTIONAL, &past.decision);
    if (row == NONE)
        return;
    ids_set(o->requests, row, o->n);
    ARENA_PUSH(o->unit->arena, o->list, o->n, o->room, past);
}

static bool read_requests(struct other_week *o, struct reader *r)
{
    if (!reader_document(r, "ledsaga-week", 1, NULL))
        return false;
    if (!reader_list(r, "requests", REQUIRED))
        return false;
    while (reader_next(r))
        read_request(o, r);
    return true;
}

/* The decision that a visit on this day draws on: the one that was named, else
 * the client's only one that holds. */
static int decision_on(const struct unit *u, const struct past_request *past,
                       int64_t day)
{
    const struct unit_client *c = &u->client[past->client];
    int found = NONE;

    if (past->decision)
        return find_or_none(c->decisions, past->decision);
    for (int i = 0; i < c->n_decisions; i++) {
        if (day < c->decision[i].from_day || day > c->decision[i].to_day)
            continue;
        if (found != NONE)
            return NONE;
        found = c->decision[i].index;
    }
    return found;
}

static int64_t day_of(const struct week *w, int minute)
{
    struct moment m = week_moment(w, minute);

    return date_days(m.year, m.month, m.mday);
}

static struct span on_this_week(const struct other_week *o,
                                const struct visit *v)
{
    int from = week_minute_of_utc(&o->unit->week, week_utc(&o->week, v->start));

    return (struct span){from, from + v->minutes};
}

static void remember(const struct other_week *o,
                     const struct past_request *past, const struct visit *v,
                     int escort)
{
    struct span duty = on_this_week(o, v);
    int length = week_length(&o->unit->week);

    if (o->earlier)
        problem_add_history(o->unit->builder, past->client, escort, 1);
    if (duty.to > -DAYS * DAY && duty.from < length + DAYS * DAY)
        problem_add_outside(o->unit->builder, escort, duty);
}

static void read_visit(const struct other_week *o, struct reader *r)
{
    struct visit v = {0};
    const char *id;
    int request;

    if (!reader_shape(r, ROSTER_VISIT_KEYS) ||
        !roster_read_visit(r, &o->week, o->requests, &request, &v))
        return;
    const struct past_request *past = &o->list[request];
    if (past->client != NONE) {
        int64_t day = day_of(&o->week, v.start);
        problem_add_used(o->unit->builder, decision_on(o->unit, past, day),
                         day, v.minutes);
    }
    if (reader_list(r, "escorts", REQUIRED))
        while (reader_next(r))
            if (reader_id(r, NULL, REQUIRED, &id))
                remember(o, past, &v, find_or_none(o->unit->escorts, id));
}

static void read_visits(const struct other_week *o, struct reader *r)
{
    if (!reader_document(r, "ledsaga-roster", 1, NULL))
        return;
    if (week_read_name(r, &o->week) && reader_list(r, "visits", REQUIRED))
        while (reader_next(r))
            read_visit(o, r);
}

static void read_week(struct unit *u, const char *dir, struct iso_week which,
                      struct faults *f)
{
    struct other_week o = {.unit = u};
    struct iso_week this = {u->week.iso_year, u->week.iso_week};
    const char *roster = workspace_path(u->arena, dir, which.year, which.week,
                                        "roster.json");

    if (!file_exists(roster) ||
        week_make(&o.week, which.year, which.week, u->week.zone, f) !=
            STATUS_OK)
        return;
    o.earlier = weeks_compare(which, this) < 0;
    o.requests =
        ids_new(u->arena, _("request"), _("requests[] of that week's week.json"));

    struct reader *r = reader_open(
        u->arena,
        workspace_path(u->arena, dir, which.year, which.week, "week.json"), f);
    bool sound = r && read_requests(&o, r);
    reader_close(r);
    r = sound ? reader_open(u->arena, roster, f) : NULL;
    if (r)
        read_visits(&o, r);
    reader_close(r);
}

void history_read(struct unit *u, const char *dir, struct faults *f)
{
    struct iso_week *list, this = {u->week.iso_year, u->week.iso_week};
    int n = weeks_list(u->arena, dir, &list);

    for (int i = 0; i < n; i++)
        if (weeks_compare(list[i], this) != 0)
            read_week(u, dir, list[i], f);
}
