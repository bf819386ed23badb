#include "every_roster.h"

enum { FORGET_EVERY = 4096 };

struct walk {
    const struct problem *p;
    struct arena *scratch;
    struct roster *r;
    int64_t tried;
    roster_seen *see;
    void *context;
};

static void look(struct walk *w)
{
    if (++w->tried % FORGET_EVERY == 0) {
        arena_free(w->scratch);
        w->scratch = arena_new();
    }
    const struct verdict *v = rules_judge(w->scratch, w->p, w->r);
    if (v->n_breaches == 0)
        w->see(w->context, w->r, v);
}

static void step(struct walk *w, int request)
{
    if (request == w->p->n_requests) {
        look(w);
        return;
    }
    const struct request *q = &w->p->requests[request];
    struct visit *v = &w->r->visits[request];
    step(w, request + 1);
    for (int o = q->first_option; o < q->first_option + q->n_options; o++)
        for (unsigned team = 1; team < 1U << w->p->n_escorts; team++) {
            const struct option *x = &w->p->options[o];
            if (__builtin_popcount(team) != q->needed)
                continue;
            *v = (struct visit){.start = x->start, .minutes = x->minutes, .session = x->session};
            for (int e = 0; e < w->p->n_escorts; e++)
                if (team >> e & 1)
                    v->escorts[v->n_escorts++] = e;
            step(w, request + 1);
        }
    *v = (struct visit){0};
}

void every_roster(const struct problem *p, roster_seen *see, void *context)
{
    struct arena *a = arena_new();
    struct walk w = {.p = p, .scratch = arena_new(), .r = roster_new(a, p), .see = see,
                     .context = context};
    step(&w, 0);
    arena_free(w.scratch);
    arena_free(a);
}
