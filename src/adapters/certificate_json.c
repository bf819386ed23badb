/* A price is of a thing that has an id (a request, a session, a client), and then a
 * member of an object, or of what takes several words to name (a time, a decision in
 * a period, an escort of a time), and then an item of a list. A part of the week has
 * no id: a request of it stands for it. */
#include "adapters/certificate_json.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

enum { LEVELS = 2 }; /* of a client's shortage */

/* ---- reading ---- */

struct certificate_reading {
    struct arena *arena;
    struct reader *reader;
    const struct problem *problem;
    const struct priced_ids *ids;
    bool same_input;
};

static bool price_read(struct reader *r, const char *key, int64_t *price)
{
    return reader_int64(r, key, REQUIRED, 0, INT64_MAX, price);
}

/* The thing whose id is the value of the key, or is itself the key of the value the
 * reader stands on (key NULL). */
static bool find(const struct certificate_reading *in, const struct ids *ids,
                 const char *key, int *index)
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

static bool gone(const struct certificate_reading *in, const char *what)
{
    if (in->same_input)
        reader_fault(in->reader, NULL, _("Make the roster anew with `ledsaga solve`."),
                     "%s", what);
    return false;
}

static bool priced_twice(struct reader *r)
{
    return reader_fault(r, NULL, _("Remove one of the two."),
                        _("This has a price already"));
}

static int64_t *read_by_id(const struct certificate_reading *in, const char *key,
                           const struct ids *ids, int n)
{
    int64_t *prices = NEW_ARRAY(in->arena, int64_t, n + 1);
    int i;

    if (reader_map(in->reader, key, OPTIONAL))
        while (reader_next(in->reader))
            if (find(in, ids, NULL, &i))
                price_read(in->reader, NULL, &prices[i]);
    return prices;
}

static void read_levels(struct reader *r, int64_t prices[LEVELS])
{
    if (!reader_list(r, NULL, REQUIRED))
        return;
    if (reader_size(r) != LEVELS)
        reader_fault(r, NULL, _("Give a price for each of the two levels."),
                     _("There are %d"), reader_size(r));
    while (reader_next(r))
        if (reader_index(r) < LEVELS)
            price_read(r, NULL, &prices[reader_index(r)]);
}

static int64_t *read_shortages(const struct certificate_reading *in)
{
    int64_t *prices =
        NEW_ARRAY(in->arena, int64_t, LEVELS * in->problem->n_clients + 1);
    int client;

    if (reader_map(in->reader, "shortages", OPTIONAL))
        while (reader_next(in->reader))
            if (find(in, in->ids->clients, NULL, &client))
                read_levels(in->reader, &prices[LEVELS * client]);
    return prices;
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

static bool read_option(const struct certificate_reading *in, int *option)
{
    const struct problem *p = in->problem;
    struct reader *r = in->reader;
    struct option like = {0};
    int session;
    bool good = find(in, in->ids->requests, "request", &like.request);

    good = reader_moment(r, "start", REQUIRED, &p->week, &like.start) && good;
    good = reader_int(r, "minutes", REQUIRED, 1, DAY, &like.minutes) && good;
    if (reader_has(r, "session")) {
        good = find(in, in->ids->sessions, "session", &session) && good;
        like.session = good ? 1 + session : 0;
    }
    if (!good)
        return false;
    *option = option_like(p, &like);
    return *option != NONE ||
           gone(in, _("The request has no such time, length and session"));
}

static int64_t *read_teams(const struct certificate_reading *in)
{
    static const char *const KEYS[] = {"request", "start", "minutes",
                                       "session", "price", NULL};
    struct reader *r = in->reader;
    int64_t *prices = NEW_ARRAY(in->arena, int64_t, in->problem->n_options + 1);
    bool *seen = NEW_ARRAY(in->arena, bool, in->problem->n_options + 1);
    int option;

    if (!reader_list(r, "teams", OPTIONAL))
        return prices;
    while (reader_next(r)) {
        if (!reader_shape(r, KEYS) || !read_option(in, &option))
            continue;
        if (seen[option])
            priced_twice(r);
        seen[option] = true;
        reader_int64(r, "price", REQUIRED, INT64_MIN, INT64_MAX, &prices[option]);
    }
    return prices;
}

static int64_t first_day(const struct problem *p, const struct grant *g)
{
    return problem_date(p, week_day(&p->week, g->span.from));
}

static bool read_grant(const struct certificate_reading *in, int *grant)
{
    const struct problem *p = in->problem;
    struct reader *r = in->reader;
    const char *id;
    int64_t day;
    int client;
    bool good = find(in, in->ids->clients, "client", &client);

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

static int64_t *read_grants(const struct certificate_reading *in)
{
    static const char *const KEYS[] = {"client", "decision", "from", "price", NULL};
    struct reader *r = in->reader;
    int64_t *prices = NEW_ARRAY(in->arena, int64_t, in->problem->n_grants + 1);
    bool *seen = NEW_ARRAY(in->arena, bool, in->problem->n_grants + 1);
    int grant;

    if (!reader_list(r, "grants", OPTIONAL))
        return prices;
    while (reader_next(r)) {
        if (!reader_shape(r, KEYS) || !read_grant(in, &grant))
            continue;
        if (seen[grant])
            priced_twice(r);
        seen[grant] = true;
        price_read(r, "price", &prices[grant]);
    }
    return prices;
}

static int by_option_and_escort(const void *x, const void *y)
{
    const struct member_price *a = x, *b = y;

    return a->option != b->option ? a->option - b->option : a->escort - b->escort;
}

static void read_member(const struct certificate_reading *in, struct prices *prices,
                        struct member_price *list)
{
    static const char *const KEYS[] = {"request", "start",  "minutes", "session",
                                       "escort",  "price", NULL};
    struct reader *r = in->reader;
    struct member_price m;

    if (!reader_shape(r, KEYS))
        return;
    bool good = read_option(in, &m.option);
    good = find(in, in->ids->escorts, "escort", &m.escort) && good;
    good = price_read(r, "price", &m.price) && good;
    if (good)
        list[prices->n_members++] = m;
}

static void read_members(const struct certificate_reading *in, struct prices *prices)
{
    const struct problem *p = in->problem;
    struct reader *r = in->reader;

    if (!reader_list(r, "members", OPTIONAL))
        return;
    struct member_price *list =
        NEW_ARRAY(in->arena, struct member_price, reader_size(r) + 1);
    while (reader_next(r))
        read_member(in, prices, list);
    qsort(list, (size_t)prices->n_members, sizeof *list, by_option_and_escort);
    for (int i = 1; i < prices->n_members; i++)
        if (by_option_and_escort(&list[i - 1], &list[i]) == 0)
            reader_fault(r, "members", _("Remove one of the two."),
                         _("The escort \"%s\" has two prices for the same time of \"%s\""),
                         p->escorts[list[i].escort].id,
                         p->requests[p->options[list[i].option].request].id);
    prices->members = list;
}

/* What the first tier has no use for; the price is the parts' where there are any, be it
 * that none of them is left. */
static void read_rights(struct reader *r, int tier, struct certificate *c)
{
    static const char *const ONLY_REST[] = {"rights", "rights_value"};

    if (tier == 2) {
        reader_int64(r, ONLY_REST[1], REQUIRED, 0, INT64_MAX, &c->rights_value);
        if (!c->parts)
            price_read(r, ONLY_REST[0], &c->prices[1].rights);
        else if (reader_has(r, ONLY_REST[0]))
            reader_fault(r, ONLY_REST[0], _("Remove it."),
                         _("Each of the parts has its own"));
        return;
    }
    for (int i = 0; i < 2; i++)
        if (reader_has(r, ONLY_REST[i]))
            reader_fault(r, ONLY_REST[i], _("Remove it."), _("Only tier 2 has this"));
}

static void read_tier(const struct certificate_reading *in, struct certificate *c)
{
    static const char *const KEYS[] = {
        "tier",  "bound",  "rights",   "rights_value", "requests",
        "teams", "grants", "sessions", "shortages",    "members", NULL};
    const struct problem *p = in->problem;
    struct reader *r = in->reader;
    int tier;

    if (!reader_shape(r, KEYS) || !reader_int(r, "tier", REQUIRED, 1, 2, &tier))
        return;
    if (c->stated[tier - 1]) {
        reader_fault(r, "tier", _("Remove one of the two."),
                     _("Tier %d is there already"), tier);
        return;
    }
    struct prices *prices = &c->prices[tier - 1];
    c->stated[tier - 1] = true;
    reader_int64(r, "bound", REQUIRED, INT64_MIN, INT64_MAX, &c->bound[tier - 1]);
    read_rights(r, tier, c);
    prices->request = read_by_id(in, "requests", in->ids->requests, p->n_requests);
    prices->team = read_teams(in);
    prices->grant = read_grants(in);
    prices->session = read_by_id(in, "sessions", in->ids->sessions, p->n_sessions);
    prices->shortage = read_shortages(in);
    read_members(in, prices);
}

static void read_priced(struct reader *r, bool priced[2])
{
    int tier;

    if (!reader_list(r, "priced", REQUIRED))
        return;
    while (reader_next(r)) {
        if (!reader_int(r, NULL, REQUIRED, 1, 2, &tier))
            continue;
        if (priced[tier - 1])
            reader_fault(r, NULL, _("Remove one of the two."),
                         _("Tier %d is there already"), tier);
        priced[tier - 1] = true;
    }
}

static void read_part(const struct certificate_reading *in, struct certificate *c,
                      bool *seen)
{
    static const char *const KEYS[] = {"request", "priced", "rights", "rights_value", NULL};
    struct reader *r = in->reader;
    struct part_proof x = {0};

    if (!reader_shape(r, KEYS))
        return;
    bool good = find(in, in->ids->requests, "request", &x.request);
    good = price_read(r, "rights", &x.rights) && good;
    good = reader_int64(r, "rights_value", REQUIRED, 0, INT64_MAX, &x.rights_value) && good;
    read_priced(r, x.priced);
    if (!good)
        return;
    if (seen[x.request])
        reader_fault(r, NULL, _("Remove one of the two."), _("This part is there already"));
    seen[x.request] = true;
    c->parts[c->n_parts++] = x;
    if (x.rights > c->prices[1].rights)
        c->prices[1].rights = x.rights;
}

static void read_parts(const struct certificate_reading *in, struct certificate *c)
{
    struct reader *r = in->reader;

    if (!reader_list(r, "parts", OPTIONAL))
        return;
    bool *seen = NEW_ARRAY(in->arena, bool, in->problem->n_requests + 1);
    c->parts = NEW_ARRAY(in->arena, struct part_proof, reader_size(r) + 1);
    while (reader_next(r))
        read_part(in, c, seen);
}

const struct certificate *certificate_read(struct arena *a, struct reader *r,
                                           const struct problem *p,
                                           const struct priced_ids *ids,
                                           bool same_input)
{
    static const char *const KEYS[] = {"scale", "parts", "tiers", NULL};
    const struct certificate_reading in = {a, r, p, ids, same_input};
    struct certificate *c = NEW(a, struct certificate);
    int scale;

    if (!reader_object(r, "certificate", OPTIONAL, KEYS))
        return NULL;
    reader_int(r, "scale", REQUIRED, PRICE_SCALE, PRICE_SCALE, &scale);
    read_parts(&in, c);
    if (reader_list(r, "tiers", REQUIRED))
        while (reader_next(r))
            read_tier(&in, c);
    reader_leave(r);
    return c->stated[0] || c->stated[1] ? c : NULL;
}

/* ---- writing ---- */

struct certificate_writing {
    struct text *text;
    const struct problem *problem;
    int n;          /* entries written of the group */
    bool exhausted; /* jansson ran out of memory somewhere */
};

/* Takes the value. */
static void write_value(struct certificate_writing *out, json_t *value)
{
    char *dump = json_dumps(value, JSON_ENCODE_ANY);

    if (!dump)
        out->exhausted = true;
    else
        text_add(out->text, dump);
    free(dump);
    json_decref(value);
}

/* Begins a line; the first also begins the group. */
static void entry_begin(struct certificate_writing *out, const char *group,
                        char bracket)
{
    if (out->n++ == 0)
        text_print(out->text, ",\n    \"%s\": %c\n     ", group, bracket);
    else
        text_add(out->text, ",\n     ");
}

static void group_end(struct certificate_writing *out, char bracket)
{
    if (out->n > 0)
        text_print(out->text, "\n    %c", bracket);
    out->n = 0;
}

static void write_member(struct certificate_writing *out, const char *group,
                         const char *id, json_t *price)
{
    entry_begin(out, group, '{');
    write_value(out, json_string(id));
    text_add(out->text, ": ");
    write_value(out, price);
}

static void write_item(struct certificate_writing *out, const char *group,
                       json_t *item)
{
    entry_begin(out, group, '[');
    write_value(out, item);
}

static void write_requests(struct certificate_writing *out, const struct prices *prices)
{
    for (int i = 0; i < out->problem->n_requests; i++)
        if (prices->request[i])
            write_member(out, "requests", out->problem->requests[i].id,
                         json_integer(prices->request[i]));
    group_end(out, '}');
}

static void write_sessions(struct certificate_writing *out, const struct prices *prices)
{
    for (int i = 0; i < out->problem->n_sessions; i++)
        if (prices->session[i])
            write_member(out, "sessions", out->problem->sessions[i].id,
                         json_integer(prices->session[i]));
    group_end(out, '}');
}

static void write_shortages(struct certificate_writing *out, const struct prices *prices)
{
    for (int i = 0; i < out->problem->n_clients; i++) {
        const int64_t *levels = &prices->shortage[LEVELS * i];
        if (levels[0] || levels[1])
            write_member(out, "shortages", out->problem->clients[i].id,
                         json_pack("[I, I]", (json_int_t)levels[0],
                                   (json_int_t)levels[1]));
    }
    group_end(out, '}');
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

static void write_teams(struct certificate_writing *out, const struct prices *prices)
{
    for (int i = 0; i < out->problem->n_options; i++)
        if (prices->team[i])
            write_item(out, "teams",
                       option_object(out->problem, i, NULL, prices->team[i]));
    group_end(out, ']');
}

static void write_members(struct certificate_writing *out, const struct prices *prices)
{
    const struct problem *p = out->problem;

    for (int i = 0; i < prices->n_members; i++) {
        const struct member_price *m = &prices->members[i];
        if (m->price)
            write_item(out, "members",
                       option_object(p, m->option, p->escorts[m->escort].id, m->price));
    }
    group_end(out, ']');
}

static void write_grants(struct certificate_writing *out, const struct prices *prices)
{
    const struct problem *p = out->problem;

    for (int i = 0; i < p->n_grants; i++) {
        const struct decision *d = &p->decisions[p->grants[i].decision];
        char from[32];
        if (!prices->grant[i])
            continue;
        week_format(&p->week, p->grants[i].span.from, from);
        from[strlen("YYYY-MM-DD")] = '\0';
        write_item(out, "grants",
                   json_pack("{s:s, s:s, s:s, s:I}", "client", p->clients[d->client].id,
                             "decision", d->id, "from", from, "price",
                             (json_int_t)prices->grant[i]));
    }
    group_end(out, ']');
}

static void write_tier(struct certificate_writing *out, const struct certificate *c,
                       int tier)
{
    const struct prices *prices = &c->prices[tier - 1];

    text_print(out->text, "   {\n    \"tier\": %d,\n    \"bound\": %lld", tier,
               (long long)c->bound[tier - 1]);
    if (tier == 2 && c->n_parts == 0)
        text_print(out->text, ",\n    \"rights\": %lld", (long long)prices->rights);
    if (tier == 2)
        text_print(out->text, ",\n    \"rights_value\": %lld", (long long)c->rights_value);
    write_requests(out, prices);
    write_teams(out, prices);
    write_grants(out, prices);
    write_sessions(out, prices);
    write_shortages(out, prices);
    write_members(out, prices);
    text_add(out->text, "\n   }");
}

static json_t *priced_list(const struct part_proof *x)
{
    json_t *list = json_array();

    for (int i = 0; i < 2; i++)
        if (x->priced[i])
            json_array_append_new(list, json_integer(i + 1));
    return list;
}

static void write_parts(struct certificate_writing *out, const struct certificate *c)
{
    if (c->n_parts == 0)
        return;
    text_add(out->text, "  \"parts\": [");
    for (int i = 0; i < c->n_parts; i++) {
        const struct part_proof *x = &c->parts[i];
        text_add(out->text, i ? ",\n   " : "\n   ");
        write_value(out, json_pack("{s:s, s:o, s:I, s:I}", "request",
                                   out->problem->requests[x->request].id, "priced",
                                   priced_list(x), "rights", (json_int_t)x->rights,
                                   "rights_value", (json_int_t)x->rights_value));
    }
    text_add(out->text, "\n  ],\n");
}

bool certificate_write(struct text *text, const struct problem *p,
                       const struct certificate *c)
{
    struct certificate_writing out = {.text = text, .problem = p};

    if (!c || (!c->stated[0] && !c->stated[1]))
        return true;
    text_print(text, " \"certificate\": {\n  \"scale\": %d,\n", PRICE_SCALE);
    write_parts(&out, c);
    text_add(text, "  \"tiers\": [\n");
    if (c->stated[0])
        write_tier(&out, c, 1);
    if (c->stated[0] && c->stated[1])
        text_add(text, ",\n");
    if (c->stated[1])
        write_tier(&out, c, 2);
    text_add(text, "\n  ]\n },\n");
    return !out.exhausted;
}
