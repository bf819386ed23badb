/* Weekly leisure activities in a group: the municipality's own, led by escorts that
 * the members accept for it. A member would take the group instead of one of their
 * habits, or of a single outing, if that cannot be had. One group is charged to the
 * decision, the other is beside it and takes a fee. */
#include "adapters/invent/invent.h"

#include <stdlib.h>

enum { WEDNESDAY = 2, SATURDAY = 5, REACH = 8000 /* metres */, MORE_THAN_FIT = 2 };

static const struct invented_group GROUPS[GROUPS_MOST] = {
    {.activity = "Musikgrupp", .where = CULTURE_HOUSE, .day = WEDNESDAY,
     .start = 18 * HOUR, .minutes = 120, .capacity = 8, .per_escort = 4,
     .debit_percent = 100},
    {.activity = "Idrottsgrupp", .where = SPORTS_HALL, .day = SATURDAY,
     .start = 13 * HOUR, .minutes = 120, .capacity = 6, .per_escort = 3,
     .debit_percent = 0, .fee_ore = 4000},
};

static int *shuffled(struct invention *v, int n)
{
    int *order = NEW_ARRAY(v->arena, int, n);

    for (int i = 0; i < n; i++)
        order[i] = i;
    chance_shuffle(&v->dealer.chance, order, n);
    return order;
}

/* Half an hour on either side for the way. Nobody leads a group whom some members
 * could not be near. */
static bool leads(struct invented_escort *e, const struct invented_group *g)
{
    uint64_t need = half_hours(g->start - HALF_HOUR, g->minutes + 2 * HALF_HOUR);

    if (e->allergies || e->exposes || (e->hours[g->day] & need) != need ||
        e->taken[g->day] & need)
        return false;
    e->taken[g->day] |= need;
    e->promised += g->minutes;
    return true;
}

static void leaders_draw(struct invention *v, struct invented_group *g)
{
    const int *order = shuffled(v, v->n_escorts);

    for (int i = 0; i < v->n_escorts && g->n_leaders < LEADERS_MOST; i++)
        if (leads(&v->escorts[order[i]], g))
            g->leaders[g->n_leaders++] = order[i];
}

static bool would_come(const struct invention *v, int client,
                       const struct invented_group *g)
{
    const struct invented_client *c = &v->clients[client];
    bool comes = c->group == GROUP_LSS && c->group_activity == 0 &&
                 !c->two_escorts && !c->is_protected &&
                 spot_distance(v->preset->geography, c->who.home,
                               v->venues[g->venue].spot) < REACH;

    for (int i = 0; i < g->n_leaders; i++)
        comes = comes && pair_suits(v, client, g->leaders[i]);
    return comes;
}

/* Somebody alone with one escort, no more than an hour longer or shorter. */
static bool would_do(const struct outing *o, const struct invented_group *g)
{
    return abs(o->minutes - g->minutes) <= HOUR && o->skill == NONE &&
           o->n_slots < SLOTS_MOST;
}

/* A habit that the group can stand in for, if the client is not out on its day with
 * another one. */
static void habit_choose(struct invention *v, int client, int row)
{
    const struct invented_client *c = &v->clients[client];
    const struct invented_group *g = &v->groups[row];
    struct outing *series = &v->series[c->first_series];
    int chosen = NONE;

    for (int i = 0; i < c->n_series; i++)
        if (chosen == NONE && would_do(&series[i], g))
            chosen = i;
    for (int i = 0; i < c->n_series; i++)
        if (i != chosen && series[i].slots[0].day == g->day)
            return;
    if (chosen != NONE)
        series[chosen].group = row + 1;
}

static void members_draw(struct invention *v, int row)
{
    const struct invented_group *g = &v->groups[row];
    const int *order = shuffled(v, v->n_clients);

    for (int i = 0, n = 0;
         i < v->n_clients && n < g->capacity + MORE_THAN_FIT; i++)
        if (would_come(v, order[i], g)) {
            v->clients[order[i]].group_activity = row + 1;
            habit_choose(v, order[i], row);
            n++;
        }
}

void groups_invent(struct invention *v)
{
    struct spot middle = v->preset->geography->localities[0].spot;

    for (int i = 0; i < v->preset->groups; i++) {
        struct invented_group *g = &v->groups[v->n_groups++];

        *g = GROUPS[i];
        g->venue = venue_draw(v, g->where, 0, middle);
        leaders_draw(v, g);
        members_draw(v, i);
    }
}

/* In a week in which the client is not out on the group's day anyway. */
static bool free_for_it(const struct invented_client *c, const struct outing *o,
                        const struct invented_group *g)
{
    return o->slots[0].day == g->day || !(c->days_taken >> g->day & 1);
}

void groups_offer(struct invention *v, struct invented_week *w)
{
    bool *offered = NEW_ARRAY(v->arena, bool, v->n_clients);

    for (int i = 0; i < w->n_outings; i++)
        offered[w->outings[i].client] |= w->outings[i].group > 0;
    for (int i = 0; i < w->n_outings; i++) {
        struct outing *o = &w->outings[i];
        const struct invented_client *c = &v->clients[o->client];
        const struct invented_group *g;

        if (c->group_activity == 0 || offered[o->client] || o->series > 0)
            continue;
        g = &v->groups[c->group_activity - 1];
        if (!would_do(o, g) || !free_for_it(c, o, g))
            continue;
        offered[o->client] = true;
        o->group = c->group_activity;
    }
}
