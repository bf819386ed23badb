/* One request explained: how the escorts stand, then, where that is asked for, what other
 * rosters would be like. */
#include "solver/explain_parts.h"

#include "base/clock.h"

#include <limits.h>

const char *change_word(enum change_kind k)
{
    static const char *const WORDS[] = {
#define X(NAME, name) #name,
        CHANGE_LIST(X)
#undef X
    };
    return WORDS[k];
}

bool explain_over(const struct explainer *x)
{
    return (x->options->stop && *x->options->stop) ||
           (x->deadline > 0 && clock_seconds() >= x->deadline);
}

struct roster *explain_without(struct arena *a, const struct explainer *x, int request)
{
    struct roster *r = roster_copy(a, x->roster);
    r->visits[request] = (struct visit){0};
    return r;
}

struct explainer *explainer_new(struct arena *a, const struct problem *p, const struct roster *r,
                                const struct explain_options *options)
{
    struct explainer *x = NEW(a, struct explainer);
    *x = (struct explainer){
        .arena = a, .problem = p, .roster = r, .verdict = rules_judge(a, p, r), .options = options};
    if (options->seconds > 0)
        x->end = clock_seconds() + options->seconds;
    return x;
}

/* What earlier ones left over is shared by those to come. */
static void begin_request(struct explainer *x)
{
    int left = x->options->requests - x->n_explained++;
    double now = x->end > 0 ? clock_seconds() : 0;
    if (x->end > 0)
        x->deadline = now + (x->end - now) / (left > 1 ? left : 1);
}

bool way_as_it_is(const struct explainer *x, const struct problem *p, int request,
                  const struct narrowed *to, struct difference *out)
{
    struct arena *scratch = arena_new();
    struct roster *without = explain_without(scratch, x, request);
    struct offer_wish wish = {.request = request, .most = 1, .from = INT_MIN};
    const struct problem *narrow = narrow_choice(scratch, p, request, to);
    bool found = false;
    if (p->requests[request].link == NONE) {
        struct offerings o = offers_find(scratch, narrow, without, &wish);
        found =
            o.n > 0 && difference_of(x, p, offering_taken(scratch, without, request, &o.list[0]),
                                     request, out);
    }
    arena_free(scratch);
    return found;
}

/* Those who could come with nothing else changed, each at their best. */
static const struct difference *ways_of(struct explainer *x, const struct explanation *e)
{
    const struct problem *p = x->problem;
    struct difference *ways = NEW_ARRAY(x->arena, struct difference, p->n_escorts + 1);
    for (int i = 0; i < p->n_escorts; i++) {
        struct narrowed to = {NONE, NONE, i};
        if (e->standings[i].standing == STANDING_FREE)
            way_as_it_is(x, p, e->request, &to, &ways[i]);
    }
    return ways;
}

static bool way_known(const struct explanation *e, int escort)
{
    return e->ways && e->ways[escort].visit.n_escorts > 0;
}

/* A fact for everybody, or somebody who could come after all, or what it would cost. */
static bool explained(const struct explainer *x, const struct explanation *e)
{
    bool all = true;
    for (int i = 0; i < x->problem->n_escorts; i++)
        all = all && (e->standings[i].breach.rule != RULE_NONE || e->served || way_known(e, i) ||
                      e->standings[i].standing == STANDING_FREE);
    return all;
}

static void look_at_facts(struct explainer *x, struct explanation *e)
{
    const struct problem *p = x->problem;
    int option = roster_option(p, x->roster, e->request);
    e->served = roster_serves(x->roster, e->request);
    e->alternative = option == NONE ? NONE : p->options[option].alternative;
    e->standings = rules_standings(x->arena, p, x->roster, e->request);
    for (int i = 0; i < p->n_escorts; i++)
        e->n_standing[e->standings[i].standing]++;
}

static enum status look_at_rosters(struct explainer *x, struct explanation *e, struct faults *f)
{
    static const struct narrowed ANY = {NONE, NONE, NONE};
    e->ways = ways_of(x, e);
    if (e->served)
        return choices_find(x, e, f);
    int could = e->n_standing[STANDING_OCCUPIED] + e->n_standing[STANDING_FREE];
    if (could == 0)
        e->forced.found = FOUND_PROVED_NONE;
    else if (explain_over(x))
        e->cut_short = true;
    else
        TRY(force(x, x->problem, e->request, &ANY, &e->forced, f));
    return x->options->changes ? changes_find(x, e, f) : STATUS_OK;
}

enum status explain_request(struct explainer *x, int request, const struct explanation **out,
                            struct faults *f)
{
    struct explanation *e = NEW(x->arena, struct explanation);
    require(request >= 0 && request < x->problem->n_requests, "the request is of the week");
    e->request = request;
    begin_request(x);
    look_at_facts(x, e);
    if (!x->options->facts_only && x->verdict->n_breaches == 0)
        TRY(look_at_rosters(x, e, f));
    e->explained = explained(x, e);
    *out = e;
    return STATUS_OK;
}
