#include "adapters/replan/vetoed.h"

#include "ledsaga/workspace.h"

static bool comes(const struct visit *v, const struct problem *p, const char *escort)
{
    for (int i = 0; i < v->n_escorts; i++)
        if (v->escorts[i] == problem_find_escort(p, escort))
            return true;
    return false;
}

static int visits_of(const struct problem *p, const struct roster *r, const char *client,
                     const char *escort)
{
    int n = 0;

    for (int i = 0; i < p->n_requests; i++)
        n += p->requests[i].client == problem_find_client(p, client) &&
             comes(&r->visits[i], p, escort);
    return n;
}

static bool any_veto(const struct events *events)
{
    for (int i = 0; i < events->n; i++)
        if (events->list[i].kind == EVENT_VETO)
            return true;
    return false;
}

static const struct roster *roster_of(struct arena *a, const char *dir, struct iso_week w,
                                      const struct problem **p)
{
    struct faults untold = {0};
    struct roster *r = NULL;

    if (workspace_read(a, dir, w.year, w.week, p, &untold) != STATUS_OK)
        return NULL;
    roster_read(a, *p, workspace_path(a, dir, w.year, w.week, "roster.json"), &r, NULL, &untold);
    return r;
}

int vetoed_find(const char *dir, struct iso_week after, const struct events *events,
                const struct vetoed **out)
{
    struct arena *a = events->arena;
    const struct problem *here = events->problem, *p;
    struct vetoed *list = NULL;
    struct iso_week *weeks;
    int n = 0, room = 0, n_weeks = any_veto(events) ? weeks_list(a, dir, &weeks) : 0;

    for (int w = 0; w < n_weeks; w++) {
        const struct roster *r =
            weeks_compare(weeks[w], after) > 0 ? roster_of(a, dir, weeks[w], &p) : NULL;
        for (int i = 0; r && i < events->n; i++) {
            const struct event *e = &events->list[i];
            int visits = e->kind == EVENT_VETO ? visits_of(p, r, here->clients[e->client].id,
                                                           here->escorts[e->escort].id)
                                               : 0;
            if (visits > 0)
                ARENA_PUSH(a, list, n, room, ((struct vetoed){weeks[w], e->said, visits}));
        }
    }
    *out = list;
    return n;
}
