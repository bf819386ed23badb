/* Of a week that falls into parts, whatever the prices are, and whatever of tier 1 each
 * part may have: what they prove is true of every lawful roster, since it is no more than
 * what the parts' best rosters come to. A part more or less is seen, another value too. */
#include "property.h"

#include "oracle/brute_force.h"
#include "solver/components.h"
#include "solver/part_prices.h"
#include "sound_prices.h"

enum { DRAWS = 6, PARTS_MOST = 8 };

struct week_in_parts {
    const struct components *components;
    const struct part *parts[PARTS_MOST];
    struct truth truths[PARTS_MOST];
};

/* The week as if every other client accepted every other escort only. */
static const struct problem *divided(struct arena *a, const struct problem *p)
{
    struct problem *out = NEW(a, struct problem);
    size_t n = (size_t)p->n_clients * (size_t)p->n_escorts;
    uint8_t *barred = arena_grow(a, p->barred, n, n, sizeof *barred);
    for (int c = 0; c < p->n_clients; c++)
        for (int e = 0; e < p->n_escorts; e++)
            if ((c + e) % 2)
                barred[c * p->n_escorts + e] = BAR_NOT_ACCEPTED;
    *out = *p;
    out->barred = barred;
    return out;
}

static int64_t drawn(struct chance *c, int64_t most)
{
    return (int64_t)(chance_share(c) * (double)most);
}

/* Each part may have tier 1 at what some good roster of it has; the least of tier 2 then. */
static int64_t draw_values(struct trial *t, const struct week_in_parts *w,
                           struct certificate *c)
{
    int64_t rest = 0;
    for (int i = 0; i < w->components->n; i++) {
        const struct truth *truth = &w->truths[i];
        int k = (int)drawn(&t->chance, truth->n_front);
        rest += truth->front[k].rest;
        c->rights_value += truth->front[k].rights;
        if (i == w->components->idle)
            continue;
        c->parts[c->n_parts++] = (struct part_proof){
            .request = w->parts[i]->requests[0],
            .priced = {!chance_one_in(&t->chance, 4), !chance_one_in(&t->chance, 4)},
            .rights = c->prices[1].rights + drawn(&t->chance, PRICE_SCALE),
            .rights_value = truth->front[k].rights};
    }
    return rest;
}

static struct certificate *draw_certificate(struct trial *t, const struct net *net,
                                            const struct week_in_parts *w, int64_t *rest)
{
    struct certificate *c = NEW(t->arena, struct certificate);
    c->parts = NEW_ARRAY(t->arena, struct part_proof, PARTS_MOST + 1);
    for (int i = 0; i < 2; i++) {
        c->stated[i] = true;
        c->prices[i] = *sound_prices(t->arena, net, TIER_RIGHTS + i, &t->chance);
    }
    *rest = draw_values(t, w, c);
    return c;
}

static void look_at_drawn(struct trial *t, const struct net *net,
                          const struct week_in_parts *w)
{
    int64_t rights = 0, rest;
    for (int i = 0; i < w->components->n; i++)
        rights += w->truths[i].rights;
    struct certificate *c = draw_certificate(t, net, w, &rest);
    struct certified found = certificate_recompute(t->problem, c, NULL);
    complain(t, found.fit == PARTS_FIT, "the week's own parts do not fit it");
    complain(t, found.bound[0] > INT64_MIN && found.bound[1] > INT64_MIN,
             "drawn prices prove nothing");
    complain(t, found.bound[0] <= rights, "tier 1 is proved at %lld, a roster has %lld",
             (long long)found.bound[0], (long long)rights);
    complain(t, found.bound[1] <= rest, "tier 2 is proved at %lld, a roster has %lld",
             (long long)found.bound[1], (long long)rest);
    c->parts[c->n_parts++] = c->parts[0];
    found = certificate_recompute(t->problem, c, NULL);
    complain(t, found.fit == PARTS_TWICE && found.bound[1] == INT64_MIN && found.bound[0] <= rights,
             "a part that is there twice is not seen");
    c->n_parts -= 2;
    found = certificate_recompute(t->problem, c, NULL);
    complain(t, found.fit == PARTS_MISSING && found.bound[1] == INT64_MIN && found.bound[0] <= rights,
             "a part that is left out is not seen");
}

/* What the solver says of the week, and what it says again from those prices. */
static void look_at_solved(struct trial *t, const struct week_in_parts *w)
{
    const struct certificate *before = NULL;
    int64_t best[2] = {0, 0};
    for (int i = 0; i < w->components->n; i++) {
        best[0] += w->truths[i].rights;
        best[1] += w->truths[i].rest;
    }
    for (int threads = 1; threads <= 2; threads++) {
        struct solve_options options = {
            .seed = t->seed, .prove = true, .threads = threads, .prices = before};
        const struct solution *s;
        struct faults f = {0};
        if (!complain(t, solve(t->arena, t->problem, &options, NULL, &s, &f) == STATUS_OK,
                      "not solved: %s", f.list[0].what))
            return;
        before = s->certificate;
        complain(t, before->n_parts == w->components->n - (w->components->idle != NONE),
                 "the certificate is of %d parts", before->n_parts);
        struct certified found = certificate_recompute(t->problem, before, s->roster);
        complain(t, found.fit == PARTS_FIT, "the certificate does not fit its roster");
        for (int i = 0; i < 2; i++) {
            int64_t told = i ? s->rest.bound : s->rights.bound;
            complain(t, found.bound[i] == before->bound[i] && found.bound[i] <= told,
                     "tier %d: certified %lld, recomputed %lld, told %lld", i + 1,
                     (long long)before->bound[i], (long long)found.bound[i], (long long)told);
            complain(t, told <= best[i] || (i == 1 && s->rights.value > best[0]),
                     "tier %d: %lld is told, a roster has %lld", i + 1, (long long)told,
                     (long long)best[i]);
        }
    }
}

/* Those of one part are left, in the order in which they were. */
static void look_at_members(struct trial *t, const struct components *c,
                            const struct prices *x, const struct prices *joined)
{
    int n = 0;
    for (int i = 0; i < x->n_members; i++) {
        const struct member_price *m = &x->members[i], *left = &joined->members[n];
        if (c->of_request[t->problem->options[m->option].request] != c->of_escort[m->escort])
            continue;
        complain(t, n < joined->n_members && left->option == m->option &&
                        left->escort == m->escort && left->price == m->price,
                 "member %d has another price", i);
        n++;
    }
    complain(t, n == joined->n_members, "there are %d members, not %d", joined->n_members, n);
}

/* Cut and joined again they are the same: what is priced is in one part, or in none. */
static void look_at_joined(struct trial *t, const struct net *net,
                           const struct week_in_parts *w)
{
    struct priced_part parts[PARTS_MOST], again[PARTS_MOST];
    const struct prices *x = sound_prices(t->arena, net, TIER_REST, &t->chance);
    for (int i = 0; i < w->components->n; i++)
        parts[i] = (struct priced_part){w->parts[i], prices_cut(t->arena, w->parts[i], x)};
    const struct prices *joined =
        prices_join(t->arena, t->problem, parts, w->components->n);
    for (int i = 0; i < w->components->n; i++)
        again[i] =
            (struct priced_part){w->parts[i], prices_cut(t->arena, w->parts[i], joined)};
    joined = prices_join(t->arena, t->problem, again, w->components->n);
    complain(t, joined->rights == x->rights, "the price of rights is not the dearest");
    for (int r = 0; r < t->problem->n_requests; r++)
        complain(t, joined->request[r] == x->request[r], "request %d has another price", r);
    for (int o = 0; o < t->problem->n_options; o++)
        complain(t, joined->team[o] == x->team[o], "option %d has another price", o);
    look_at_members(t, w->components, x, joined);
}

void property_proved_parts(struct trial *t)
{
    struct week_in_parts w;
    t->problem = divided(t->arena, t->problem);
    const struct net *net = net_new(t->arena, t->problem);
    w.components = components_of(t->arena, net);
    if (w.components->n > PARTS_MOST ||
        w.components->n - (w.components->idle != NONE) < 2)
        return;
    for (int i = 0; i < w.components->n; i++) {
        w.parts[i] = component_part(t->arena, t->problem, w.components, i);
        w.truths[i] = brute_force(w.parts[i]->problem);
    }
    for (int i = 0; i < DRAWS; i++)
        look_at_drawn(t, net, &w);
    look_at_joined(t, net, &w);
    look_at_solved(t, &w);
}
