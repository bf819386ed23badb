/* One week: the series that fall due, single outings up to the week's volume, and
 * who is away. A week depends on the seed, the unit and, through what clients have
 * asked for already this month, on the weeks before it. */
#include "adapters/invent/invent.h"
#include "base/file.h"

#include <stdlib.h>
#include <string.h>

enum { TRIES = 8 };

/* ---- what is already asked for ----------------------------------------- */

/* Months since the one in which the workspace begins. */
static int month_of(const struct invention *v, int64_t day)
{
    int year, month, mday, first_year, first_month;

    date_of_days(day, &year, &month, &mday);
    date_of_days(v->monday, &first_year, &first_month, &mday);
    return (year - first_year) * 12 + month - first_month;
}

static int *asked_of(struct invention *v, const struct invented_week *w,
                     const struct outing *o)
{
    int month = month_of(v, w->monday + o->slots[0].day);

    return &v->clients[o->client].asked[month];
}

/* Weeks are numbered from a Monday long ago, so that a fortnightly series keeps its
 * rhythm over a year of 53 weeks. */
static int64_t week_number(int64_t monday)
{
    return (monday + 3) / DAYS;
}

static bool is_due(const struct outing *series, int64_t monday)
{
    return week_number(monday) % series->every == series->phase;
}

/* Minutes of the client's series that later weeks of the month of `day` will bring. */
static int to_come(const struct invention *v, const struct invented_week *w,
                   const struct invented_client *c, int64_t day)
{
    int minutes = 0, month = month_of(v, day);

    for (int i = c->first_series; i < c->first_series + c->n_series; i++) {
        const struct outing *o = &v->series[i];
        int64_t monday = w->monday + DAYS;

        for (; month_of(v, monday + o->slots[0].day) <= month; monday += DAYS)
            if (is_due(o, monday))
                minutes += o->minutes;
    }
    return minutes;
}

/* Clients keep count: a single outing is asked for only if the month's hours allow
 * it beside the habits, and not if the week has had its even share already. A
 * series goes on, whatever the calendar makes of the month. */
static bool grant_allows(struct invention *v, const struct invented_week *w,
                         const struct outing *o)
{
    const struct invented_client *c = &v->clients[o->client];
    int64_t day = w->monday + o->slots[0].day;

    return c->asked_week < c->decision.minutes * 12 / 52 &&
           *asked_of(v, w, o) + o->minutes + to_come(v, w, c, day) <=
               c->decision.minutes;
}

/* ---- who could carry it out -------------------------------------------- */

static bool has_room(const struct invented_escort *e, const struct outing *o)
{
    int most = e->max_minutes == NONE ? 40 * HOUR : e->max_minutes;

    return e->this_week + o->minutes <= most &&
           (o->skill == NONE || e->skills >> o->skill & 1);
}

/* The first start in the slot at which enough of the client's circle are free, and
 * who they are; NONE. */
static int slot_staffed(const struct invention *v, const struct outing *o,
                        const struct slot *s, int who[2])
{
    const struct invented_client *c = &v->clients[o->client];

    for (int i = 0; i < c->n_circle; i++) {
        const struct invented_escort *e = &v->escorts[c->circle[i]];
        int start = has_room(e, o)
                        ? slot_start(s, o->minutes, e->hours, e->week)
                        : NONE;
        struct slot then = {s->day, start, start, start};

        who[0] = c->circle[i];
        if (start == NONE)
            continue;
        if (o->staff == 1)
            return start;
        for (int k = i + 1; k < c->n_circle; k++) {
            e = &v->escorts[who[1] = c->circle[k]];
            if (has_room(e, o) &&
                slot_start(&then, o->minutes, e->hours, e->week) != NONE)
                return start;
        }
    }
    return NONE;
}

/* Somebody can come: counts on them. Half an hour on either side for the way. */
static bool outing_placed(struct invention *v, const struct outing *o)
{
    int who[2], start;

    for (int i = 0; i < o->n_slots; i++) {
        int day = o->slots[i].day;

        if ((start = slot_staffed(v, o, &o->slots[i], who)) == NONE)
            continue;
        for (int k = 0; k < o->staff; k++) {
            v->escorts[who[k]].week[day] |=
                half_hours(start - HALF_HOUR, o->minutes + 2 * HALF_HOUR);
            v->escorts[who[k]].this_week += o->minutes;
        }
        return true;
    }
    return false;
}

/* ---- outings of the week ----------------------------------------------- */

static void outing_take(struct invention *v, struct invented_week *w,
                        struct outing o)
{
    v->clients[o.client].days_taken |= 1 << o.slots[0].day;
    if (o.group > 0)
        v->clients[o.client].days_taken |= 1 << v->groups[o.group - 1].day;
    v->clients[o.client].asked_week += o.minutes;
    *asked_of(v, w, &o) += o.minutes;
    ARENA_PUSH(v->arena, w->outings, w->n_outings, w->room, o);
}

static void week_begin(struct invention *v)
{
    for (int i = 0; i < v->n_escorts; i++) {
        struct invented_escort *e = &v->escorts[i];

        memcpy(e->week, e->taken, sizeof e->week);
        e->this_week = 0;
    }
    for (int i = 0; i < v->n_groups; i++)
        for (int k = 0; k < v->groups[i].n_leaders; k++)
            v->escorts[v->groups[i].leaders[k]].this_week += v->groups[i].minutes;
    for (int i = 0; i < v->n_clients; i++)
        v->clients[i].days_taken = v->clients[i].asked_week = 0;
}

static void series_due(struct invention *v, struct invented_week *w)
{
    for (int i = 0; i < v->n_series; i++) {
        const struct outing *o = &v->series[i];

        if (!is_due(o, w->monday))
            continue;
        for (int k = 0; k < o->n_with; k++)
            v->escorts[o->with[k]].this_week += o->minutes;
        outing_take(v, w, *o);
    }
}

/* Draws anew while the outing would fall on a day when the client is out already, or,
 * for those who ask for what is possible, while nobody can come; the length stays,
 * or short outings would win. */
static bool single_draw(struct invention *v, const struct invented_week *w,
                        int client, struct outing *o)
{
    bool sensible = share_yes(&v->dealer, ASKS_WHEN_POSSIBLE), clash = true;
    int days_taken = v->clients[client].days_taken;
    int minutes = length_draw(v, client);

    for (int i = 0; i < TRIES; i++) {
        *o = outing_draw(v, client, minutes, false, days_taken);
        clash = days_taken >> o->slots[0].day & 1;
        if (!clash && grant_allows(v, w, o) &&
            (!sensible || outing_placed(v, o)))
            return true;
    }
    if (!clash && grant_allows(v, w, o))
        return true;
    length_refuse(v, client, minutes);
    return false;
}

/* One of the client's contractors was asked before the week is planned. Where the
 * client has one escort only, the two have agreed and nobody needs to ask. */
static void offer_draw(struct invention *v, const struct invented_week *w,
                       struct outing *o)
{
    const struct invented_client *c = &v->clients[o->client];
    int answer = share_draw(&v->dealer, ANSWERED);
    int first = answer == ANSWER_DECLINED ? 1 : 0;

    if (answer == NONE || c->n_circle < 2)
        return;
    o->asked = c->circle[first];
    o->answer = (enum answer)answer;
    o->answered_on =
        w->monday - PLANNED_BEFORE - chance_below(&v->dealer.chance, DAYS);
    o->offered = v->escorts[o->asked].engagement == CONTRACTOR;
}

static void singles_draw(struct invention *v, struct invented_week *w)
{
    struct chance *chance = &v->dealer.chance;
    int wanted = chance_between(chance, v->preset->visits_least,
                                v->preset->visits_most);
    int *weights = NEW_ARRAY(v->arena, int, v->n_clients);

    for (int i = 0; i < v->n_clients; i++) {
        const struct invented_client *c = &v->clients[i];
        int least = c->visits / 10 + 1;

        weights[i] = c->visits - c->in_series > least ? c->visits - c->in_series
                                                      : least;
    }
    for (int patience = 50 * wanted; w->n_outings < wanted && patience > 0;
         patience--) {
        struct outing o;
        int client = chance_weighted(chance, weights, v->n_clients);

        if (!single_draw(v, w, client, &o))
            continue;
        offer_draw(v, w, &o);
        outing_take(v, w, o);
    }
}

/* ---- who is away ------------------------------------------------------- */

static int absence_order(const void *a, const void *b)
{
    return ((const struct invented_absence *)a)->escort -
           ((const struct invented_absence *)b)->escort;
}

static void away(struct invention *v, struct invented_week *w, int escort,
                 int from, int to, const char *reason)
{
    struct invented_absence a = {escort, from, to, reason};

    ARENA_PUSH(v->arena, w->absences, w->n_absences, w->absence_room, a);
}

static bool absence_draw(struct invention *v, struct invented_week *w,
                         int escort)
{
    struct dealer *d = &v->dealer;
    const struct invented_escort *e = &v->escorts[escort];
    int ill = share_draw(d, SICK_DAYS);

    if (share_yes(d, e->who.sex == 'F' ? SICK_WEEK_F : SICK_WEEK_M)) {
        away(v, w, escort, 0, DAYS, "sjuk");
    } else if (e->engagement == CONTRACTOR && share_yes(d, HOLIDAY)) {
        away(v, w, escort, 0, DAYS, "semester");
    } else if (ill != NONE) {
        int from = chance_between(&d->chance, 0, DAYS - ill);
        away(v, w, escort, from, from + ill, "sjuk");
    } else {
        return false;
    }
    return true;
}

/* A small unit is not emptied by bad luck: at most one in AWAY_MOST is away, of those
 * who come first from a place drawn by chance. Then those whose weekend is free. */
static void absences_draw(struct invention *v, struct invented_week *w)
{
    int first = chance_below(&v->dealer.chance, v->n_escorts), n_away = 0;

    for (int i = 0; i < v->n_escorts; i++) {
        int escort = (first + i) % v->n_escorts;

        if (n_away < v->n_escorts / AWAY_MOST && absence_draw(v, w, escort))
            n_away++;
        else if (v->escorts[escort].weekend_phase == week_number(w->monday) % 2)
            away(v, w, escort, 5, DAYS, "ledig helg");
    }
    if (w->n_absences > 0)
        qsort(w->absences, (size_t)w->n_absences, sizeof *w->absences, absence_order);
}

/* ---- the week ---------------------------------------------------------- */

static int outing_order(const void *a, const void *b)
{
    const struct outing *x = a, *y = b;
    const struct slot *s = &x->slots[0], *t = &y->slots[0];

    if (s->day != t->day)
        return s->day - t->day;
    if (s->at != t->at)
        return s->at - t->at;
    return x->client != y->client ? x->client - y->client
                                  : x->series - y->series;
}

void week_invent(struct invention *v, struct invented_week *w)
{
    const char *name =
        arena_print(v->arena, "%04d-W%02d", w->iso_year, w->iso_week);

    memset(v->spare, 0, sizeof v->spare);
    dealer_seed(&v->dealer, hash_bytes(v->seed, name, strlen(name)));
    week_begin(v);
    series_due(v, w);
    singles_draw(v, w);
    qsort(w->outings, (size_t)w->n_outings, sizeof *w->outings, outing_order);
    groups_offer(v, w);
    absences_draw(v, w);
}
