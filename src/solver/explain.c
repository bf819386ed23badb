/* One request explained: how the escorts stand, then, where that is asked for, what other
 * rosters would be like. */
#include "solver/explain_parts.h"

#include "base/clock.h"
#include "model/builder.h"

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

/* Whom a fact stops, or who comes, or could. */
static bool each_explained(const struct explainer *x, const struct explanation *e)
{
    for (int i = 0; i < x->problem->n_escorts; i++)
        if ((e->standings[i].standing == STANDING_BLOCKED ||
             e->standings[i].standing == STANDING_OCCUPIED) &&
            e->standings[i].breach.rule == RULE_NONE)
            return false;
    return true;
}

static bool price_proved(const struct forced *f)
{
    return f->found == FOUND_PROVED_NONE || (f->found == FOUND_ROSTER && f->bounded);
}

/* Where somebody is free nothing needs to change. */
static bool changes_known(const struct explanation *e)
{
    bool all = true;
    for (int kind = 0; kind < CHANGE_COUNT; kind++)
        all = all && e->tried[kind] != TRIED_TOO_LATE;
    return all || e->n_changes > 0 || e->n_standing[STANDING_FREE] > 0;
}

static bool explained(const struct explainer *x, const struct explanation *e, bool rosters)
{
    if (!each_explained(x, e))
        return false;
    return e->served || !rosters ||
           (price_proved(&e->forced) && (!x->options->changes || changes_known(e)));
}

/* A time that was asked for may be none of its options: the decision may not hold then. */
static int asked_for(const struct explainer *x, int request)
{
    const struct request *q = &x->problem->requests[request];
    const struct visit *v = &x->roster->visits[request];
    for (int k = 0; v->n_escorts > 0 && k < q->n_alternatives; k++)
        if (q->alternatives[k].session == v->session &&
            alternative_offers(&q->alternatives[k], v->start, x->problem->grid))
            return k;
    return NONE;
}

static void look_at_facts(struct explainer *x, struct explanation *e)
{
    const struct problem *p = x->problem;
    int option = roster_option(p, x->roster, e->request);
    e->served = roster_serves(x->roster, e->request);
    e->alternative = option == NONE ? asked_for(x, e->request) : p->options[option].alternative;
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
    bool rosters = !x->options->facts_only && x->verdict->n_breaches == 0 &&
                   !x->problem->requests[request].held;
    if (rosters)
        TRY(look_at_rosters(x, e, f));
    e->explained = explained(x, e, rosters);
    *out = e;
    return STATUS_OK;
}
