/* Who fits whom. Clients come one by one, in an order drawn by chance; each gets the
 * suitable escorts who live near, are free when the client goes out and are not
 * yet promised to too many others, with some luck in it. So most outings can be
 * carried out, as where client and escort have found each other over the years, and
 * some cannot: nobody speaks the language, the last bus has gone, the only accepted
 * escort is taken. */
#include "adapters/invent/invent.h"

enum { SAMPLES = 4 }; /* times a client is likely to ask for */

void list_add(struct arena *a, struct id_list *l, int id)
{
    ARENA_PUSH(a, l->ids, l->n, l->room, id);
}

bool list_has(const struct id_list *l, int id)
{
    for (int i = 0; i < l->n; i++)
        if (l->ids[i] == id)
            return true;
    return false;
}

/* ---- who must not meet ------------------------------------------------- */

static int distance(const struct invention *v, int client, int escort)
{
    return spot_distance(v->preset->geography, v->clients[client].who.home,
                         v->escorts[escort].who.home);
}

enum { TRIES = 10 };

/* People say no to those they have met: the nearest of a few. */
static int some_near_escort(struct invention *v, int client)
{
    const struct district *d = district_of(v, v->clients[client].who.locality);
    int best = d->first_escort + chance_below(&v->dealer.chance, d->n_escorts);

    for (int i = 1; i < TRIES; i++) {
        int e = d->first_escort + chance_below(&v->dealer.chance, d->n_escorts);
        if (distance(v, client, e) < distance(v, client, best))
            best = e;
    }
    return best;
}

static int some_near_client(struct invention *v, int escort)
{
    const struct district *d = district_of(v, v->escorts[escort].who.locality);
    int best = d->first_client + chance_below(&v->dealer.chance, d->n_clients);

    for (int i = 1; i < TRIES; i++) {
        int c = d->first_client + chance_below(&v->dealer.chance, d->n_clients);
        if (distance(v, c, escort) < distance(v, best, escort))
            best = c;
    }
    return best;
}

void vetoes_invent(struct invention *v)
{
    for (int i = 0; i < v->n_clients; i++)
        if (share_yes(&v->dealer, CLIENT_VETO))
            list_add(v->arena, &v->clients[i].never, some_near_escort(v, i));
    for (int i = 0; i < v->n_escorts; i++)
        if (share_yes(&v->dealer, ESCORT_VETO))
            list_add(v->arena, &v->escorts[i].never, some_near_client(v, i));
}

/* ---- who could --------------------------------------------------------- */

static bool person_suits(const struct invention *v, int client, int escort)
{
    const struct invented_client *c = &v->clients[client];
    const struct invented_escort *e = &v->escorts[escort];

    return (!c->language_hard || e->languages >> c->language & 1) &&
           (!c->needs_sex || c->needs_sex == e->who.sex) &&
           !(c->exposes & e->allergies) && !(c->allergies & e->exposes) &&
           !list_has(&c->never, escort) &&
           !list_has(&e->never, client);
}

bool pair_suits(const struct invention *v, int client, int escort)
{
    const struct invented_client *c = &v->clients[client];
    const struct invented_escort *e = &v->escorts[escort];

    return (e->skills & c->skills) == c->skills &&
           (!is_child(v, c) || e->children.to_day > 0) &&
           (!c->is_protected || e->protected_clients.to_day > 0) &&
           person_suits(v, client, escort);
}

/* Some times that the client might ask for. */
struct habits {
    int minutes;
    struct slot sample[SAMPLES];
};

static bool free_for(const struct invented_escort *e, const struct outing *o)
{
    for (int i = 0; i < o->n_slots; i++)
        if (slot_start(&o->slots[i], o->minutes, e->hours, e->taken) != NONE)
            return true;
    return false;
}

/* Points against an escort; the fewer the better a match. */
static int strain(struct invention *v, int client, int escort,
                  const struct habits *h)
{
    const struct invented_client *c = &v->clients[client];
    const struct invented_escort *e = &v->escorts[escort];
    int points = distance(v, client, escort) / 500;
    int most = e->max_minutes == NONE ? 40 * HOUR : e->max_minutes;
    int load = e->promised * 100 / most;

    points = (points > 60 ? 60 : points) + chance_below(&v->dealer.chance, 15);
    for (int i = 0; i < c->n_series; i++)
        if (!free_for(e, &v->series[c->first_series + i]))
            points += 30;
    for (int i = 0; i < SAMPLES; i++)
        if (slot_start(&h->sample[i], h->minutes, e->hours, e->taken) == NONE)
            points += 12;
    if (load > 60)
        points += 2 * (load - 60);
    if (c->language != NONE && !(e->languages >> c->language & 1))
        points += 30;
    if (c->likes_sex && c->likes_sex != e->who.sex)
        points += 20;
    return points;
}

/* Keep the best `room` in order. */
static void circle_offer(struct invented_client *c, int *points, int room,
                         int escort, int p)
{
    int at = c->n_circle;

    if (at == room && p >= points[room - 1])
        return;
    if (at == room)
        at--;
    else
        c->n_circle++;
    for (; at > 0 && points[at - 1] > p; at--) {
        points[at] = points[at - 1];
        c->circle[at] = c->circle[at - 1];
    }
    points[at] = p;
    c->circle[at] = escort;
}

static void circle_draw(struct invention *v, int client, int room,
                        const struct habits *h,
                        bool (*suits)(const struct invention *, int, int))
{
    const struct district *d = district_of(v, v->clients[client].who.locality);
    int points[CIRCLE_MOST];

    for (int e = d->first_escort; e < d->first_escort + d->n_escorts; e++)
        if (suits(v, client, e))
            circle_offer(&v->clients[client], points, room, e,
                         strain(v, client, e, h));
}

static struct habits habits_draw(struct invention *v, int client)
{
    struct habits h = {.minutes = 2 * HOUR};

    for (int i = 0; i < SAMPLES; i++)
        h.sample[i] = slot_draw(v, v->clients[client].group, h.minutes, false, 0);
    return h;
}

static void train(struct invention *v, const struct invented_client *c, int escort)
{
    struct invented_escort *e = &v->escorts[escort];

    e->skills |= c->skills;
    if (is_child(v, c) && e->children.to_day == 0)
        e->children = clearance_draw(v, CLEARANCE_ENDS);
    if (c->is_protected && e->protected_clients.to_day == 0)
        e->protected_clients = clearance_draw(v, CLEARANCE_ENDS);
}

/* Nobody can: for most such clients the unit has found somebody to train. */
static void recruit(struct invention *v, int client, const struct habits *h)
{
    struct invented_client *c = &v->clients[client];

    if (!share_yes(&v->dealer, RECRUITED))
        return;
    circle_draw(v, client, c->two_escorts ? 2 : 1, h, person_suits);
    for (int i = 0; i < c->n_circle; i++)
        train(v, c, c->circle[i]);
}

/* ---- promises ---------------------------------------------------------- */

/* What the client asks for in a week, shared out: half to the first. */
static void promise(struct invention *v, const struct invented_client *c)
{
    int length = share_mean(length_table(v, c));
    int minutes = c->visits * length / 1000 * (c->two_escorts ? 2 : 1);
    int sharers = c->n_circle < 3 ? c->n_circle : 3;

    for (int i = 0; i < sharers; i++)
        v->escorts[c->circle[i]].promised +=
            sharers == 1 ? minutes : i == 0 ? minutes / 2
                                            : minutes / 2 / (sharers - 1);
}

/* Half an hour on either side for the way. */
static void take(struct invention *v, struct outing *o, int escort, int day,
                 int start)
{
    v->escorts[escort].taken[day] |=
        half_hours(start - HALF_HOUR, o->minutes + 2 * HALF_HOUR);
    o->with[o->n_with++] = escort;
}

static bool series_taken_by(struct invention *v, struct outing *o, int escort)
{
    const struct invented_escort *e = &v->escorts[escort];

    if (o->skill != NONE && !(e->skills >> o->skill & 1))
        return false;
    for (int i = 0; i < (o->staff > 1 ? 1 : o->n_slots); i++) {
        struct slot s = o->slots[i];
        int start;

        if (o->staff > 1) /* both must be there at once */
            s.from = s.to = s.at;
        start = slot_start(&s, o->minutes, e->hours, e->taken);
        if (start != NONE) {
            take(v, o, escort, s.day, start);
            return true;
        }
    }
    return false;
}

/* A contractor who was not free makes room, unless the last bus has gone. */
static bool series_makes_room(struct invention *v, struct outing *o, int escort)
{
    struct invented_escort *e = &v->escorts[escort];
    const struct slot *s = &o->slots[0];
    uint64_t need = half_hours(s->at, o->minutes);
    bool home_late =
        s->at + o->minutes <= 20 * HOUR ||
        v->preset->geography->localities[e->who.locality].evening_bus;

    if (e->engagement != CONTRACTOR || !home_late || e->taken[s->day] & need ||
        (o->skill != NONE && !(e->skills >> o->skill & 1)))
        return false;
    e->hours[s->day] |= need;
    take(v, o, escort, s->day, s->at);
    return true;
}

static bool counts_on(const struct outing *o, int escort)
{
    return (o->n_with > 0 && o->with[0] == escort) ||
           (o->n_with > 1 && o->with[1] == escort);
}

static void series_promise(struct invention *v, const struct invented_client *c,
                           struct outing *o)
{
    for (int i = 0; i < c->n_circle && o->n_with < o->staff; i++)
        series_taken_by(v, o, c->circle[i]);
    if (o->n_with == o->staff || !share_yes(&v->dealer, SERIES_AGREED))
        return;
    for (int i = 0; i < c->n_circle && o->n_with < o->staff; i++)
        if (!counts_on(o, c->circle[i]))
            series_makes_room(v, o, c->circle[i]);
}

/* ---- what the client says ---------------------------------------------- */

static void wishes_draw(struct invention *v, struct invented_client *c)
{
    int n = c->choosy ? c->n_circle : share_draw(&v->dealer, ANYBODY_WISHES);

    c->n_wishes = n < c->n_circle ? n : c->n_circle;
    for (int i = 0; i < c->n_wishes; i++)
        c->wishes[i] = c->circle[i];
    /* The one liked best is not always the one with most time. */
    if (c->n_wishes > 1 && chance_one_in(&v->dealer.chance, 4)) {
        c->wishes[0] = c->circle[1];
        c->wishes[1] = c->circle[0];
    }
    for (int i = 0; i < (c->choosy ? c->n_circle : c->n_wishes); i++)
        if (c->decision.executed > 0 && share_yes(&v->dealer, MET_BEFORE)) {
            c->visits_before[c->n_known] =
                chance_between(&v->dealer.chance, 1, i == 0 ? 60 : 15);
            c->known[c->n_known++] = c->circle[i];
        }
}

/* Those wished for first, if they can come at all. */
static void primary_draw(struct invention *v, int client)
{
    struct invented_client *c = &v->clients[client];

    if (c->n_wishes == 0 || !share_yes(&v->dealer, PRIMARY_NAMED) ||
        !pair_suits(v, client, c->wishes[0]))
        return;
    c->primary = c->wishes[0];
    if (c->n_wishes > 1 && pair_suits(v, client, c->wishes[1]))
        c->deputy = c->wishes[1];
}

static void friend_draw(struct invention *v, int client)
{
    struct invented_client *c = &v->clients[client];
    int escort = some_near_escort(v, client);

    for (int i = 0; i < c->n_circle; i++)
        if (c->circle[i] == escort)
            return;
    if (!list_has(&c->never, escort))
        c->circle[c->n_circle - 1] = escort;
}

/* How many escorts a client's circle has at most; *accepted = 0: takes anybody. Who
 * needs EMERG_MED is accompanied by those with a delegation, whoever else would do. */
static int circle_size(struct invention *v, const struct invented_client *c,
                       int *accepted)
{
    int room;

    *accepted = share_draw(&v->dealer, v->preset->dense ? ACCEPTED_DENSE : ACCEPTED);
    if (c->two_escorts && *accepted > 0 && *accepted < 3)
        *accepted = 3;
    room = *accepted > 0 ? *accepted : CIRCLE_MOST;
    if (needs_task(c)) {
        int delegations = share_draw(&v->dealer, DELEGATIONS);
        room = room < delegations ? room : delegations;
    }
    return room;
}

static void bonds_draw(struct invention *v, int client)
{
    struct invented_client *c = &v->clients[client];
    struct habits h = habits_draw(v, client);
    int accepted, room = circle_size(v, c, &accepted);

    circle_draw(v, client, room, &h, pair_suits);
    if (c->n_circle == 0)
        recruit(v, client, &h);
    c->choosy = accepted > 0 && c->n_circle > 0;
    promise(v, c);
    for (int i = 0; i < c->n_series; i++)
        series_promise(v, c, &v->series[c->first_series + i]);
    if (c->n_circle > 1 && c->choosy && share_yes(&v->dealer, CHOICE_UNSUITABLE))
        friend_draw(v, client);
    if (needs_task(c))
        delegations_draw(v, client);
    wishes_draw(v, c);
    primary_draw(v, client);
}

void bonds_invent(struct invention *v)
{
    int *order = NEW_ARRAY(v->arena, int, v->n_clients);

    for (int i = 0; i < v->n_clients; i++)
        order[i] = i;
    chance_shuffle(&v->dealer.chance, order, v->n_clients);
    for (int i = 0; i < v->n_clients; i++)
        bonds_draw(v, order[i]);
}
