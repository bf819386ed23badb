/* The Lagrangean of the plan program. A request of one escort is served by the plans that
 * contain it, at most once; a team's option by as many plans as it needs, or by none. */
#include "solver/charge.h"

#include "ledsaga/certificate.h"

#include <string.h>

__extension__ typedef __int128 wide;

/* So small that nothing a week of work adds up leaves 64 bits. */
static const int64_t PRICE_MOST = INT64_C(100000000000000), CHARGE_MOST = INT64_C(1000000000000000);

static int64_t *copied(struct arena *a, const int64_t *from, int n)
{
    int64_t *to = NEW_ARRAY(a, int64_t, n + 1);
    if (from && n > 0)
        memcpy(to, from, (size_t)n * sizeof *to);
    return to;
}

struct prices *prices_copy(struct arena *a, const struct problem *p, const struct prices *from)
{
    struct prices *x = NEW(a, struct prices);
    struct member_price *members = NEW_ARRAY(a, struct member_price, from->n_members + 1);
    if (from->n_members > 0)
        memcpy(members, from->members, (size_t)from->n_members * sizeof *members);
    *x = (struct prices){.rights = from->rights,
                         .request = copied(a, from->request, p->n_requests),
                         .team = copied(a, from->team, p->n_options),
                         .grant = copied(a, from->grant, p->n_grants),
                         .session = copied(a, from->session, p->n_sessions),
                         .shortage = copied(a, from->shortage, 2 * p->n_clients),
                         .n_members = from->n_members,
                         .members = members};
    return x;
}

struct prices *prices_new(struct arena *a, const struct problem *p, int members)
{
    struct prices *x = prices_copy(a, p, &(struct prices){0});
    x->members = NEW_ARRAY(a, struct member_price, members + 1);
    return x;
}

static bool within(const int64_t *price, int n, int64_t least)
{
    for (int i = 0; i < n; i++)
        if (price[i] < least || price[i] > PRICE_MOST)
            return false;
    return true;
}

/* Of a point of tier 1. */
static int64_t rights_price(int tier, const struct prices *x)
{
    return tier == TIER_RIGHTS ? PRICE_SCALE : x->rights;
}

/* A minute short cannot be worth more than it costs. */
static int64_t most_of_shortage(const struct problem *p, int tier, const struct prices *x, int level)
{
    return (level == 0 ? p->weight.short_1 : p->weight.short_2) * rights_price(tier, x);
}

static bool shortages_sound(const struct problem *p, int tier, const struct prices *x)
{
    for (int i = 0; i < 2 * p->n_clients; i++)
        if (x->shortage[i] > most_of_shortage(p, tier, x, i % 2))
            return false;
    return true;
}

void prices_cap(const struct problem *p, int tier, struct prices *x)
{
    for (int i = 0; i < 2 * p->n_clients; i++)
        if (x->shortage[i] > most_of_shortage(p, tier, x, i % 2))
            x->shortage[i] = most_of_shortage(p, tier, x, i % 2);
}

static int64_t fitting(wide cost)
{
    return cost > CHARGE_MOST ? CHARGE_MOST : cost < -CHARGE_MOST ? -CHARGE_MOST : (int64_t)cost;
}

/* Serving a request by an option, once: all but what its escorts' weeks cost. */
static wide serving(const struct problem *p, int tier, const struct prices *x, int option)
{
    const struct option *o = &p->options[option];
    const struct request *q = &p->requests[o->request];
    wide cost = x->request[o->request] - (wide)rights_price(tier, x) * q->rights * o->delivered;
    if (tier == TIER_REST)
        cost += (wide)o->points * PRICE_SCALE;
    if (o->grant != NONE)
        cost += (wide)x->grant[o->grant] * o->debit;
    if (o->session)
        cost += x->session[o->session - 1];
    if (q->assessed)
        cost -= (wide)(x->shortage[2 * q->client] + x->shortage[2 * q->client + 1]) * o->delivered;
    return cost;
}

static bool fits(wide cost)
{
    return cost <= CHARGE_MOST && cost >= -CHARGE_MOST;
}

/* With the members of an option, of whom there may be many. */
static bool charges_fit(const struct problem *p, int tier, const struct prices *x)
{
    wide members = 0;
    for (int i = 0; i < x->n_members; i++)
        members += x->members[i].price;
    for (int o = 0; o < p->n_options; o++) {
        wide cost = serving(p, tier, x, o), team = x->team[o];
        if (!fits(cost) || !fits(cost - STAFF_MAX * team - members) || !fits(team + members))
            return false;
    }
    return true;
}

static bool requests_sound(const struct problem *p, const signed char *served,
                           const struct prices *x)
{
    for (int r = 0; r < p->n_requests; r++)
        if (!within(&x->request[r], 1, served && served[r] > 0 ? -PRICE_MOST : 0))
            return false;
    return true;
}

static bool sound(const struct problem *p, const signed char *served, int tier,
                  const struct prices *x)
{
    if (!within(&x->rights, 1, 0) || (tier == TIER_RIGHTS && x->rights != 0) ||
        !requests_sound(p, served, x) || !within(x->team, p->n_options, -PRICE_MOST) ||
        !within(x->grant, p->n_grants, 0) || !within(x->session, p->n_sessions, 0) ||
        !within(x->shortage, 2 * p->n_clients, 0) || !shortages_sound(p, tier, x))
        return false;
    for (int o = 0; o < p->n_options; o++)
        if (x->team[o] != 0 && !request_is_team(&p->requests[p->options[o].request]))
            return false;
    for (int i = 0; i < x->n_members; i++)
        if (!within(&x->members[i].price, 1, 0) ||
            !request_is_team(&p->requests[p->options[x->members[i].option].request]))
            return false;
    return charges_fit(p, tier, x);
}

bool prices_sound(const struct problem *p, int tier, const struct prices *x)
{
    return sound(p, NULL, tier, x);
}

/* What is taken as given must be dearer than it can be worth: it has no nodes to tell. */
static bool given_sound(const struct net *net, int tier, const struct prices *x)
{
    const struct problem *p = net->problem;
    for (int r = 0; net->stance && r < p->n_requests; r++) {
        const struct request *q = &p->requests[r];
        wide minute = (wide)q->rights * rights_price(tier, x);
        if (q->assessed)
            minute += (wide)x->shortage[2 * q->client] + x->shortage[2 * q->client + 1];
        if (net->stance[r] == STANCE_GIVEN && x->request[r] < minute * net->longest[r])
            return false;
    }
    return true;
}

bool prices_sound_in(const struct net *net, int tier, const struct prices *x)
{
    return sound(net->problem, net->served, tier, x) && given_sound(net, tier, x);
}

void charge_nodes(const struct net *net, int tier, const struct prices *x, int64_t *charge)
{
    const struct problem *p = net->problem;
    for (int o = 0; o < p->n_options; o++) {
        bool team = request_is_team(&p->requests[p->options[o].request]);
        int64_t cost = team ? x->team[o] : fitting(serving(p, tier, x, o));
        for (int n = net->of_option[o]; n < net->of_option[o + 1]; n++)
            charge[n] = cost;
    }
    for (int i = 0; i < x->n_members; i++)
        for (int n = net->of_option[x->members[i].option];
             n < net->of_option[x->members[i].option + 1]; n++)
            if (net->nodes[n].escort == x->members[i].escort)
                charge[n] += x->members[i].price;
    for (int n = 0; net->shut && n < net->n_nodes; n++)
        if (net->shut[n])
            charge[n] = CHARGE_MOST;
}

void charge_teams(const struct net *net, int tier, const struct prices *x, int64_t *charge)
{
    const struct problem *p = net->problem;
    for (int o = 0; o < p->n_options; o++) {
        const struct request *q = &p->requests[p->options[o].request];
        charge[o] = request_is_team(q) ? fitting(serving(p, tier, x, o) - (wide)q->needed * x->team[o])
                                       : 0;
    }
    for (int i = 0; i < x->n_members; i++)
        charge[x->members[i].option] -= x->members[i].price;
}

/* Options without enough escorts have no nodes and cannot be used. */
static bool usable(const struct net *net, int option)
{
    return net->of_option[option] < net->of_option[option + 1];
}

static int64_t cheapest_option(const struct net *net, const int64_t *charge, int request)
{
    const struct request *q = &net->problem->requests[request];
    int64_t least = 0;
    for (int o = q->first_option; o < q->first_option + q->n_options; o++)
        if (usable(net, o) && charge[o] < least)
            least = charge[o];
    return least;
}

/* Both or neither, in step. */
static int64_t cheapest_pair(const struct net *net, const int64_t *charge, const struct link *l)
{
    const struct problem *p = net->problem;
    const struct request *x = &p->requests[l->first], *y = &p->requests[l->second];
    int64_t least = 0;
    for (int o = x->first_option; o < x->first_option + x->n_options; o++)
        for (int m = y->first_option; usable(net, o) && m < y->first_option + y->n_options; m++) {
            int gap = p->options[m].start - p->options[o].start;
            if (usable(net, m) && gap >= l->gap_min && gap <= l->gap_max &&
                charge[o] + charge[m] < least)
                least = charge[o] + charge[m];
        }
    return least;
}

static wide teams_cost(const struct net *net, int tier, const struct prices *x)
{
    const struct problem *p = net->problem;
    struct arena *scratch = arena_new();
    int64_t *charge = NEW_ARRAY(scratch, int64_t, p->n_options + 1);
    wide sum = 0;
    charge_teams(net, tier, x, charge);
    for (int r = 0; r < p->n_requests; r++)
        if (p->requests[r].needed > 1 && p->requests[r].link == NONE)
            sum += cheapest_option(net, charge, r);
    for (int i = 0; i < p->n_links; i++)
        sum += cheapest_pair(net, charge, &p->links[i]);
    arena_free(scratch);
    return sum;
}

/* What a client is short of when nothing is served, at the prices of their minutes. */
static wide shortages_cost(const struct problem *p, const struct prices *x)
{
    struct arena *scratch = arena_new();
    int *asked = NEW_ARRAY(scratch, int, p->n_clients + 1);
    const int over[] = {p->weight.short_1_minutes, p->weight.short_2_minutes};
    wide sum = 0;
    for (int r = 0; r < p->n_requests; r++)
        if (p->requests[r].assessed)
            asked[p->requests[r].client] += p->requests[r].minutes;
    for (int c = 0; c < p->n_clients; c++)
        for (int level = 0; level < 2; level++) {
            int before = p->clients[c].short_before;
            int room = before < over[level] ? over[level] - before : 0;
            sum += (wide)x->shortage[2 * c + level] * (asked[c] - room);
        }
    arena_free(scratch);
    return sum;
}

int64_t charge_bound(const struct net *net, int tier, const struct prices *x,
                     int64_t rights_value, const int64_t *least)
{
    const struct problem *p = net->problem;
    int64_t rights = rights_price(tier, x);
    wide sum = 0;
    for (int e = 0; e < p->n_escorts; e++)
        sum += least[e];
    for (int r = 0; r < p->n_requests; r++)
        sum += (wide)rights * p->requests[r].rights * p->requests[r].minutes -
               (net->served && net->served[r] < 0 ? 0 : x->request[r]);
    for (int g = 0; g < p->n_grants; g++)
        sum -= (wide)x->grant[g] * p->grants[g].left;
    for (int s = 0; s < p->n_sessions; s++)
        sum -= (wide)x->session[s] * p->sessions[s].capacity;
    if (tier == TIER_REST)
        sum -= (wide)rights * rights_value;
    sum += shortages_cost(p, x) + teams_cost(net, tier, x);
    return sum > INT64_MAX || sum < INT64_MIN ? INT64_MIN : (int64_t)sum;
}

static int64_t common_measure(int64_t a, int64_t b)
{
    a = a < 0 ? -a : a;
    b = b < 0 ? -b : b;
    while (b != 0) {
        int64_t rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

/* Every term of tier 1 is a multiple of this: minutes of requests and options at their
 * rights, minutes short of each client at theirs. */
static int64_t rights_measure(const struct problem *p)
{
    struct arena *scratch = arena_new();
    int *asked = NEW_ARRAY(scratch, int, p->n_clients + 1);
    const int over[] = {p->weight.short_1_minutes, p->weight.short_2_minutes};
    const int points[] = {p->weight.short_1, p->weight.short_2};
    int64_t measure = 0;
    for (int r = 0; r < p->n_requests; r++) {
        const struct request *q = &p->requests[r];
        asked[q->client] += q->assessed ? q->minutes : 0;
        measure = common_measure(measure, (int64_t)q->rights * q->minutes);
        for (int o = q->first_option; o < q->first_option + q->n_options; o++) {
            int64_t delivered = p->options[o].delivered;
            measure = common_measure(measure, q->rights * delivered);
            for (int level = 0; q->assessed && level < 2; level++)
                measure = common_measure(measure, points[level] * delivered);
        }
    }
    for (int c = 0; c < p->n_clients; c++)
        for (int level = 0; asked[c] > 0 && level < 2; level++) {
            int before = p->clients[c].short_before;
            int room = before < over[level] ? over[level] - before : 0;
            if (asked[c] > room) /* else never short of so much */
                measure = common_measure(measure, (int64_t)points[level] * (asked[c] - room));
        }
    arena_free(scratch);
    return measure > 0 ? measure : 1;
}

int64_t charge_whole(const struct problem *p, int tier, int64_t bound)
{
    int64_t measure = tier == TIER_RIGHTS ? rights_measure(p) : 1;
    int64_t points = bound / PRICE_SCALE + (bound % PRICE_SCALE > 0);
    int64_t rest = points % measure;
    if (bound == INT64_MIN)
        return bound;
    return points + (rest > 0 ? measure - rest : rest < 0 ? -rest : 0);
}
