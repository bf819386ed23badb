/* Of a request that is served: each time and each escort that the client ranks higher. */
#include "solver/explain_parts.h"

struct choosing {
    struct explainer *x;
    struct explanation *e;
    struct choice *list;
    const struct request *request;
    const struct visit *visit;
};

static void add(struct choosing *c, struct choice choice)
{
    c->list[c->e->n_choices++] = choice;
}

static void list_times(struct choosing *c)
{
    int now = c->e->alternative;
    for (int k = 0; k < now; k++)
        if (c->request->alternatives[k].to >= c->x->problem->now)
            add(c, (struct choice){.kind = CHOICE_TIME, .rank = k, .alternative = k, .escort = NONE});
    if (now == NONE)
        return;
    int wish = c->request->alternatives[now].wish;
    if (wish != NONE && wish != c->visit->start && c->visit->session == 0 &&
        wish >= c->x->problem->now)
        add(c,
            (struct choice){.kind = CHOICE_START, .rank = now, .alternative = now, .escort = NONE});
}

/* Until the first of those who come. */
static void list_escorts(struct choosing *c)
{
    const struct request *q = c->request;
    for (int i = 0; i < q->n_wishes && !visit_has_escort(c->visit, q->wishes[i]); i++)
        add(c, (struct choice){
                   .kind = CHOICE_ESCORT, .rank = i, .alternative = NONE, .escort = q->wishes[i]});
}

/* Whom nothing but the visit itself stops needs no roster to say so. */
static bool blocked(const struct explanation *e, const struct choice *c)
{
    return c->kind == CHOICE_ESCORT && e->standings[c->escort].standing == STANDING_BLOCKED;
}

/* Who stands how at that time alone, those who come now too. */
static const struct standing_fact *standings_then(struct choosing *c, const struct narrowed *to)
{
    struct arena *scratch = arena_new();
    const struct problem *p = c->x->problem;
    const struct problem *narrow = narrow_choice(scratch, p, c->e->request, to);
    const struct standing_fact *found = rules_standings(
        scratch, narrow, explain_without(scratch, c->x, c->e->request), c->e->request);
    struct standing_fact *facts = NEW_ARRAY(c->x->arena, struct standing_fact, p->n_escorts + 1);
    for (int i = 0; i < p->n_escorts; i++) {
        facts[i] = found[i];
        facts[i].option = NONE;
    }
    arena_free(scratch);
    return facts;
}

static enum status follow(struct choosing *c, struct choice *choice, struct faults *f)
{
    struct narrowed to = {choice->alternative, NONE, choice->escort};
    const struct problem *p = c->x->problem;
    if (choice->kind == CHOICE_START)
        to.start = c->request->alternatives[choice->alternative].wish;
    if (blocked(c->e, choice)) {
        choice->forced = (struct forced){.found = FOUND_PROVED_NONE, .whole = true};
        return STATUS_OK;
    }
    choice->as_it_is = way_as_it_is(c->x, p, c->e->request, &to, &choice->difference);
    if (choice->as_it_is)
        return STATUS_OK;
    if (choice->kind != CHOICE_ESCORT)
        choice->standings = standings_then(c, &to);
    if (explain_over(c->x)) {
        c->e->cut_short = true;
        return STATUS_OK;
    }
    return force(c->x, p, c->e->request, &to, &choice->forced, f);
}

enum status choices_find(struct explainer *x, struct explanation *e, struct faults *f)
{
    const struct request *q = &x->problem->requests[e->request];
    struct choosing c = {.x = x,
                         .e = e,
                         .list = NEW_ARRAY(x->arena, struct choice,
                                           q->n_alternatives + q->n_wishes + 1),
                         .request = q,
                         .visit = &x->roster->visits[e->request]};
    e->choices = c.list;
    list_times(&c);
    list_escorts(&c);
    for (int i = 0; i < e->n_choices; i++)
        TRY(follow(&c, &c.list[i], f));
    return STATUS_OK;
}
