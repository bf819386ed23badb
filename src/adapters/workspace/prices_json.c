/* What is read is a list of prices, and so is what is written: those that are not zero, or
 * those that are otherwise than others. */
#include "adapters/workspace/prices_json.h"

#include <stdlib.h>
#include <string.h>

enum { LEVELS = 2 }; /* of a client's shortage */

/* ---- reading ---- */

struct prices_reading prices_reading_of(struct arena *a, struct reader *r,
                                        const struct problem *p,
                                        const struct priced_ids *ids, bool same_input)
{
    return (struct prices_reading){.arena = a,
                                   .reader = r,
                                   .problem = p,
                                   .ids = ids,
                                   .same_input = same_input,
                                   .option_seen = NEW_ARRAY(a, int, p->n_options + 1),
                                   .grant_seen = NEW_ARRAY(a, int, p->n_grants + 1)};
}

/* A list that is being read. */
struct price_list {
    struct prices_reading *in;
    struct price_changes found;
    int room;
};

static void found(struct price_list *l, enum price_kind of, int index, int escort,
                  int64_t price)
{
    struct price_change x = {of, index, escort, price};

    ARENA_PUSH(l->in->arena, l->found.list, l->found.n, l->room, x);
}

bool price_read(struct reader *r, const char *key, int64_t *price)
{
    return reader_int64(r, key, REQUIRED, 0, INT64_MAX, price);
}

bool priced_find(const struct prices_reading *in, const struct ids *ids, const char *key,
                 int *index)
{
    struct reader *r = in->reader;
    const char *id = key ? NULL : reader_key(r);

    if (key && !reader_text(r, key, REQUIRED, &id))
        return false;
    if (!in->same_input)
        return (*index = ids_find(ids, id)) != NONE;
    return key ? ids_read(ids, r, key, REQUIRED, index)
               : ids_look_up(ids, r, id, index);
}

static bool gone(const struct prices_reading *in, const char *what)
{
    if (in->same_input)
        reader_fault(in->reader, NULL, _("Make the roster anew with `ledsaga solve`."),
                     "%s", what);
    return false;
}

/* False if it has a price in this object already. */
static bool first_time(const struct prices_reading *in, int *seen)
{
    if (*seen == in->n_objects)
        return reader_fault(in->reader, NULL, _("Remove one of the two."),
                            _("This has a price already"));
    *seen = in->n_objects;
    return true;
}

static void read_by_id(struct price_list *l, enum price_kind of, const char *key,
                       const struct ids *ids, int64_t least)
{
    struct reader *r = l->in->reader;
    int64_t price;
    int i;

    if (reader_map(r, key, OPTIONAL))
        while (reader_next(r))
            if (priced_find(l->in, ids, NULL, &i) &&
                reader_int64(r, NULL, REQUIRED, least, INT64_MAX, &price))
                found(l, of, i, 0, price);
}

static void read_levels(struct price_list *l, int client)
{
    struct reader *r = l->in->reader;
    int64_t prices[LEVELS] = {0};

    if (!reader_list(r, NULL, REQUIRED))
        return;
    if (reader_size(r) != LEVELS)
        reader_fault(r, NULL, _("Give a price for each of the two levels."),
                     _("There are %d"), reader_size(r));
    while (reader_next(r))
        if (reader_index(r) < LEVELS)
            price_read(r, NULL, &prices[reader_index(r)]);
    for (int i = 0; i < LEVELS; i++)
        found(l, PRICED_SHORTAGE, LEVELS * client + i, 0, prices[i]);
}

static void read_shortages(struct price_list *l)
{
    struct reader *r = l->in->reader;
    int client;

    if (reader_map(r, "shortages", OPTIONAL))
        while (reader_next(r))
            if (priced_find(l->in, l->in->ids->clients, NULL, &client))
                read_levels(l, client);
}

static int option_like(const struct problem *p, const struct option *like)
{
    const struct request *q = &p->requests[like->request];

    for (int i = q->first_option; i < q->first_option + q->n_options; i++)
        if (p->options[i].start == like->start &&
            p->options[i].minutes == like->minutes &&
            p->options[i].session == like->session)
            return i;
    return NONE;
}

static bool read_option(const struct prices_reading *in, int *option)
{
    const struct problem *p = in->problem;
    struct reader *r = in->reader;
    struct option like = {0};
    int session;
    bool good = priced_find(in, in->ids->requests, "request", &like.request);

    good = reader_moment(r, "start", REQUIRED, &p->week, &like.start) && good;
    good = reader_int(r, "minutes", REQUIRED, 1, DAY, &like.minutes) && good;
    if (reader_has(r, "session")) {
        good = priced_find(in, in->ids->sessions, "session", &session) && good;
        like.session = good ? 1 + session : 0;
    }
    if (!good)
        return false;
    *option = option_like(p, &like);
    return *option != NONE ||
           gone(in, _("The request has no such time, length and session"));
}

static void read_teams(struct price_list *l)
{
    static const char *const KEYS[] = {"request", "start", "minutes",
                                       "session", "price", NULL};
    struct reader *r = l->in->reader;
    int64_t price;
    int option;

    if (!reader_list(r, "teams", OPTIONAL))
        return;
    while (reader_next(r)) {
        if (!reader_shape(r, KEYS) || !read_option(l->in, &option))
            continue;
        first_time(l->in, &l->in->option_seen[option]);
        if (reader_int64(r, "price", REQUIRED, INT64_MIN, INT64_MAX, &price))
            found(l, PRICED_TEAM, option, 0, price);
    }
}

static int64_t first_day(const struct problem *p, const struct grant *g)
{
    return problem_date(p, week_day(&p->week, g->span.from));
}

static bool read_grant(const struct prices_reading *in, int *grant)
{
    const struct problem *p = in->problem;
    struct reader *r = in->reader;
    const char *id;
    int64_t day;
    int client;
    bool good = priced_find(in, in->ids->clients, "client", &client);

    good = reader_text(r, "decision", REQUIRED, &id) && good;
    good = reader_date(r, "from", REQUIRED, &day) && good;
    if (!good)
        return false;
    for (int i = 0; i < p->n_grants; i++) {
        const struct decision *d = &p->decisions[p->grants[i].decision];
        if (d->client == client && strcmp(d->id, id) == 0 &&
            first_day(p, &p->grants[i]) == day) {
            *grant = i;
            return true;
        }
    }
    return gone(in, _("The client has no such decision with a period from this day"));
}

static void read_grants(struct price_list *l)
{
    static const char *const KEYS[] = {"client", "decision", "from", "price", NULL};
    struct reader *r = l->in->reader;
    int64_t price;
    int grant;

    if (!reader_list(r, "grants", OPTIONAL))
        return;
    while (reader_next(r)) {
        if (!reader_shape(r, KEYS) || !read_grant(l->in, &grant))
            continue;
        first_time(l->in, &l->in->grant_seen[grant]);
        if (price_read(r, "price", &price))
            found(l, PRICED_GRANT, grant, 0, price);
    }
}

static int by_option_and_escort(const void *x, const void *y)
{
    const struct price_change *a = x, *b = y;

    return a->index != b->index ? a->index - b->index : a->escort - b->escort;
}

static void read_member(struct price_list *l)
{
    static const char *const KEYS[] = {"request", "start",  "minutes", "session",
                                       "escort",  "price", NULL};
    struct reader *r = l->in->reader;
    int64_t price;
    int option, escort;

    if (!reader_shape(r, KEYS))
        return;
    bool good = read_option(l->in, &option);
    good = priced_find(l->in, l->in->ids->escorts, "escort", &escort) && good;
    good = price_read(r, "price", &price) && good;
    if (good)
        found(l, PRICED_MEMBER, option, escort, price);
}

static void read_members(struct price_list *l)
{
    const struct problem *p = l->in->problem;
    struct reader *r = l->in->reader;
    int before = l->found.n;

    if (!reader_list(r, "members", OPTIONAL))
        return;
    while (reader_next(r))
        read_member(l);
    if (l->found.n == before)
        return;
    struct price_change *list = &l->found.list[before];
    int n = l->found.n - before;
    qsort(list, (size_t)n, sizeof *list, by_option_and_escort);
    for (int i = 1; i < n; i++)
        if (by_option_and_escort(&list[i - 1], &list[i]) == 0)
            reader_fault(r, "members", _("Remove one of the two."),
                         _("The escort \"%s\" has two prices for the same time of \"%s\""),
                         p->escorts[list[i].escort].id,
                         p->requests[p->options[list[i].index].request].id);
}

void prices_read(struct prices_reading *in, bool anything, struct price_changes *out)
{
    struct price_list l = {.in = in, .found = *out, .room = out->n};

    in->n_objects++;
    read_by_id(&l, PRICED_REQUEST, "requests", in->ids->requests, anything ? INT64_MIN : 0);
    read_teams(&l);
    read_grants(&l);
    read_by_id(&l, PRICED_SESSION, "sessions", in->ids->sessions, 0);
    read_shortages(&l);
    read_members(&l);
    *out = l.found;
}

/* ---- writing ---- */

/* Where a group begins and ends, and what stands between its prices. */
struct prices_layout {
    const char *before, *first, *between, *after;
};

struct price_group {
    const char *name;
    const char *brackets;
};

static const struct price_group GROUPS[] = {
    [PRICED_REQUEST] = {"requests", "{}"},   [PRICED_TEAM] = {"teams", "[]"},
    [PRICED_GRANT] = {"grants", "[]"},       [PRICED_SESSION] = {"sessions", "{}"},
    [PRICED_SHORTAGE] = {"shortages", "{}"}, [PRICED_MEMBER] = {"members", "[]"},
};

void value_write(struct prices_writing *out, json_t *value)
{
    char *dump = json_dumps(value, JSON_ENCODE_ANY);

    if (!dump)
        out->exhausted = true;
    else
        text_add(out->text, dump);
    free(dump);
    json_decref(value);
}

static void member_write(struct prices_writing *out, const char *id, json_t *price)
{
    value_write(out, json_string(id));
    text_add(out->text, ": ");
    value_write(out, price);
}

static json_t *option_object(const struct problem *p, int option, const char *escort,
                             int64_t price)
{
    const struct option *o = &p->options[option];
    const char *session = o->session ? p->sessions[o->session - 1].id : NULL;
    char start[32];

    week_format(&p->week, o->start, start);
    return json_pack("{s:s, s:s, s:i, s:s*, s:s*, s:I}", "request",
                     p->requests[o->request].id, "start", start, "minutes", o->minutes,
                     "session", session, "escort", escort, "price", (json_int_t)price);
}

static json_t *grant_object(const struct problem *p, int grant, int64_t price)
{
    const struct decision *d = &p->decisions[p->grants[grant].decision];
    char from[32];

    week_format(&p->week, p->grants[grant].span.from, from);
    from[strlen("YYYY-MM-DD")] = '\0';
    return json_pack("{s:s, s:s, s:s, s:I}", "client", p->clients[d->client].id, "decision",
                     d->id, "from", from, "price", (json_int_t)price);
}

/* Returns how many of the list were written: both levels of a client are one thing. */
static int thing_write(struct prices_writing *out, const struct price_change *x)
{
    const struct problem *p = out->problem;

    switch (x->of) {
    case PRICED_REQUEST:
        member_write(out, p->requests[x->index].id, json_integer(x->price));
        return 1;
    case PRICED_TEAM:
        value_write(out, option_object(p, x->index, NULL, x->price));
        return 1;
    case PRICED_GRANT:
        value_write(out, grant_object(p, x->index, x->price));
        return 1;
    case PRICED_SESSION:
        member_write(out, p->sessions[x->index].id, json_integer(x->price));
        return 1;
    case PRICED_SHORTAGE:
        member_write(out, p->clients[x->index / LEVELS].id,
                     json_pack("[I, I]", (json_int_t)x[0].price, (json_int_t)x[1].price));
        return LEVELS;
    case PRICED_MEMBER:
        value_write(out, option_object(p, x->index, p->escorts[x->escort].id, x->price));
        return 1;
    case PRICED_RIGHTS:
        break;
    }
    return 1;
}

static int group_write(struct prices_writing *out, const struct price_changes *prices, int at,
                       const struct prices_layout *layout)
{
    enum price_kind of = prices->list[at].of;
    const struct price_group *group = &GROUPS[of];
    const char *between = layout->first;

    text_print(out->text, "\"%s\": %c", group->name, group->brackets[0]);
    while (at < prices->n && prices->list[at].of == of) {
        text_add(out->text, between);
        between = layout->between;
        at += thing_write(out, &prices->list[at]);
    }
    text_print(out->text, "%s%c", layout->after, group->brackets[1]);
    return at;
}

void prices_write(struct prices_writing *out, const struct price_changes *prices,
                  bool in_one_line)
{
    static const struct prices_layout LINES = {",\n    ", "\n     ", ",\n     ", "\n    "},
                                      ONE_LINE = {", ", "", ", ", ""};
    const struct prices_layout *layout = in_one_line ? &ONE_LINE : &LINES;
    bool begun = !in_one_line;
    int i = 0;

    if (prices->n > 0 && prices->list[0].of == PRICED_RIGHTS) {
        if (in_one_line)
            text_print(out->text, "\"rights\": %lld", (long long)prices->list[0].price);
        begun = true;
        i++;
    }
    while (i < prices->n) {
        if (begun)
            text_add(out->text, layout->before);
        begun = true;
        i = group_write(out, prices, i, layout);
    }
}
