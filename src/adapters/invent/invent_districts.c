/* Which localities belong together, and how many people live there. A unit is one
 * district; where municipalities are apart, each is one, and what there is in all is
 * shared out by inhabitants. */
#include "adapters/invent/invent.h"

/* In the smallest municipality somebody asks, and somebody can stand in. */
enum { CLIENTS_LEAST = 1, ESCORTS_LEAST = 2 };

/* Of `total`, what falls to those from..to of `all`, rounded so that stretches which
 * follow each other come to the whole. */
static int shared_out(int total, int from, int to, int all)
{
    int64_t half = all / 2;

    return (int)(((int64_t)total * to + half) / all -
                 ((int64_t)total * from + half) / all);
}

/* As many for each district at least, the rest by inhabitants. */
static int dealt(const struct invention *v, int total, int least, int from, int to,
                 int all)
{
    return least + shared_out(total - least * v->n_districts, from, to, all);
}

static void localities_set(struct invention *v, int i)
{
    const struct geography *g = v->preset->geography;
    struct district *d = &v->districts[i];

    d->first_locality = g->apart ? i : 0;
    d->n_localities = g->apart ? 1 : g->n;
    for (int k = d->first_locality; k < d->first_locality + d->n_localities; k++)
        d->inhabitants += g->localities[k].inhabitants;
}

/* `before` of `all` inhabitants live in the districts before this one. */
static void people_set(const struct invention *v, struct district *d, int before,
                       int all)
{
    const struct preset *p = v->preset;
    int to = before + d->inhabitants;

    d->n_escorts = dealt(v, p->escorts, ESCORTS_LEAST, before, to, all);
    d->n_lss = shared_out(p->lss, before, to, all);
    d->n_sol = dealt(v, p->sol, CLIENTS_LEAST, before, to, all);
    d->n_clients = d->n_lss + d->n_sol + shared_out(p->open, before, to, all);
}

void districts_invent(struct invention *v)
{
    const struct geography *g = v->preset->geography;
    int all = 0, before = 0, escorts = 0, clients = 0;

    v->n_districts = g->apart ? g->n : 1;
    v->districts = NEW_ARRAY(v->arena, struct district, v->n_districts);
    for (int i = 0; i < v->n_districts; i++) {
        localities_set(v, i);
        all += v->districts[i].inhabitants;
    }
    for (int i = 0; i < v->n_districts; i++) {
        struct district *d = &v->districts[i];

        people_set(v, d, before, all);
        d->first_escort = escorts;
        d->first_client = clients;
        before += d->inhabitants;
        escorts += d->n_escorts;
        clients += d->n_clients;
    }
}

const struct district *district_of(const struct invention *v, int locality)
{
    return &v->districts[v->preset->geography->apart ? locality : 0];
}
