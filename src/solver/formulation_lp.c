/* The sets of the formulation as columns and rows. Each function below is one
 * family of models/roster.mod, by the same name. */
#include "solver/formulation.h"

struct build {
    struct arena *arena;
    const struct formulation *f;
    const struct problem *p;
    struct lp *lp;
    int tier;
    bool named;
    int *y;                 /* columns of team options */
    int *first, *last;      /* columns by choice, NONE off flow days */
    int *next;              /* columns of arcs */
    int *run;               /* columns by choice, NONE */
};

static const struct node *chosen(const struct build *b, int choice)
{
    return formulation_node(b->f, choice);
}

static const char *name_of(const struct build *b, const char *family, int choice)
{
    if (!b->named)
        return NULL;
    const struct node *n = chosen(b, choice);
    const struct request *q = &b->p->requests[n->request];
    if (choice >= b->f->n_choices)
        return arena_print(b->arena, "%s[session %s,1,%s]", family,
                           b->p->sessions[n->session - 1].id,
                           b->p->escorts[n->escort].id);
    return arena_print(b->arena, "%s[%s,%d,%s]", family, q->id,
                       n->option - q->first_option + 1,
                       b->p->escorts[n->escort].id);
}

static const char *numbered(const struct build *b, const char *family, int i)
{
    return b->named ? arena_print(b->arena, "%s[%d]", family, i + 1) : NULL;
}

/* ---- columns ------------------------------------------------------------- */

static void add_x_and_y(struct build *b)
{
    const struct formulation *f = b->f;
    for (int i = 0; i < f->n_choices + f->n_staff; i++)
        lp_col(b->lp, name_of(b, "x", i), 0, 1,
               b->tier == TIER_REST ? f->choices[i].points : 0, LP_INTEGER);
    b->y = NEW_ARRAY(b->arena, int, f->n_teams + 1);
    for (int t = 0; t < f->n_teams; t++)
        b->y[t] = lp_col(b->lp, numbered(b, "y", t), 0, 1,
                         b->tier == TIER_REST ? f->teams[t].points : 0,
                         LP_INTEGER);
}

static void add_flow_columns(struct build *b)
{
    const struct formulation *f = b->f;
    bool rest = b->tier == TIER_REST;
    int n = f->n_choices + f->n_staff;
    b->first = NEW_ARRAY(b->arena, int, n + 1);
    b->last = NEW_ARRAY(b->arena, int, n + 1);
    b->run = NEW_ARRAY(b->arena, int, n + 1);
    b->next = NEW_ARRAY(b->arena, int, f->n_arcs + 1);
    for (int i = 0; i < n; i++) {
        const struct choice *c = &f->choices[i];
        b->first[i] = b->last[i] = b->run[i] = NONE;
        if (c->flow == NONE)
            continue;
        b->first[i] = lp_col(b->lp, name_of(b, "first", i), 0,
                             c->may_be_first ? 1 : 0,
                             rest ? c->first_points : 0, LP_IMPLIED);
        b->last[i] = lp_col(b->lp, name_of(b, "last", i), 0,
                            c->may_be_last ? 1 : 0,
                            rest ? c->last_points : 0, LP_IMPLIED);
        if (c->run_most != NONE)
            b->run[i] = lp_col(b->lp, name_of(b, "run", i), 0, c->run_most, 0,
                               LP_REAL);
    }
    for (int i = 0; i < f->n_arcs; i++)
        b->next[i] = lp_col(b->lp, numbered(b, "next", i), 0, 1,
                            rest ? f->arcs[i].points : 0, LP_IMPLIED);
}

/* ---- requests ------------------------------------------------------------ */

static void served_once(struct build *b, int r)
{
    const struct formulation *f = b->f;
    if (f->first[r] == f->first[r + 1])
        return;
    int row = lp_row(b->lp, numbered(b, "served_once", r),
                     net_stance(f->net, r) == STANCE_MUST ? 1 : -LP_INFINITY, 1);
    for (int i = f->first[r]; !f->team[r] && i < f->first[r + 1]; i++)
        lp_term(b->lp, row, i, 1);
    for (int t = f->team_first[r]; f->team[r] && t < f->team_first[r + 1]; t++)
        lp_term(b->lp, row, b->y[t], 1);
}

static void team_staffed(struct build *b, int t)
{
    const struct team_option *o = &b->f->teams[t];
    const struct request *q = &b->p->requests[b->p->options[o->option].request];
    int row = lp_row(b->lp, numbered(b, "team_staffed", t), 0, 0);
    for (int i = o->first_choice; i < o->first_choice + o->n_choices; i++)
        lp_term(b->lp, row, i, 1);
    lp_term(b->lp, row, b->y[t], -q->needed);
    for (int i = o->first_choice; i < o->first_choice + o->n_choices; i++) {
        /* Half a visit each by one escort is no visit; a pinned escort is there. */
        bool pinned = pin_names(q, chosen(b, i)->escort);
        if (q->needed == 1 && !pinned)
            continue;
        int whole = lp_row(b->lp, name_of(b, "whole", i),
                           pinned ? 0 : -LP_INFINITY, 0);
        lp_term(b->lp, whole, i, 1);
        lp_term(b->lp, whole, b->y[t], -1);
    }
}

/* Each option of one needs a fitting option of the other. */
static void in_step_one_way(struct build *b, const struct link *l, int of,
                            int other)
{
    const struct formulation *f = b->f;
    for (int t = f->team_first[of]; t < f->team_first[of + 1]; t++) {
        int row = lp_row(b->lp, numbered(b, "in_step", t), -LP_INFINITY, 0);
        lp_term(b->lp, row, b->y[t], 1);
        for (int u = f->team_first[other]; u < f->team_first[other + 1]; u++) {
            int gap = b->p->options[f->teams[u].option].start -
                      b->p->options[f->teams[t].option].start;
            if (of == l->second)
                gap = -gap;
            if (gap >= l->gap_min && gap <= l->gap_max)
                lp_term(b->lp, row, b->y[u], -1);
        }
    }
}

static bool escort_on(const struct build *b, int r, int escort)
{
    for (int i = b->f->first[r]; i < b->f->first[r + 1]; i++)
        if (chosen(b, i)->escort == escort)
            return true;
    return false;
}

static void different_escorts(struct build *b, const struct link *l)
{
    const int both[] = {l->first, l->second};
    for (int e = 0; e < b->p->n_escorts; e++) {
        if (!escort_on(b, l->first, e) || !escort_on(b, l->second, e))
            continue;
        int row = lp_row(b->lp, NULL, -LP_INFINITY, 1);
        for (int k = 0; k < 2; k++)
            for (int i = b->f->first[both[k]]; i < b->f->first[both[k] + 1]; i++)
                if (chosen(b, i)->escort == e)
                    lp_term(b->lp, row, i, 1);
    }
}

/* What a row counts of a served option. */
static double counted(const struct option *o, int grant)
{
    return grant == NONE ? o->delivered : o->debit;
}

/* coefficient x minutes delivered by each served option of a request, or drawn from a
 * grant, on a row. */
static void add_minutes(struct build *b, int row, int r, int grant,
                        double coefficient)
{
    const struct formulation *f = b->f;
    const struct option *options = b->p->options;
    for (int i = f->first[r]; !f->team[r] && i < f->first[r + 1]; i++) {
        const struct option *o = &options[chosen(b, i)->option];
        if (grant == NONE || o->grant == grant)
            lp_term(b->lp, row, i, coefficient * counted(o, grant));
    }
    for (int t = f->team_first[r]; f->team[r] && t < f->team_first[r + 1]; t++) {
        const struct option *o = &options[f->teams[t].option];
        if (grant == NONE || o->grant == grant)
            lp_term(b->lp, row, b->y[t], coefficient * counted(o, grant));
    }
}

static int most_debit(const struct problem *p, int r)
{
    const struct request *q = &p->requests[r];
    int most = 0;
    for (int o = q->first_option; o < q->first_option + q->n_options; o++)
        if (p->options[o].debit > most)
            most = p->options[o].debit;
    return most;
}

static void within_grant(struct build *b)
{
    const struct problem *p = b->p;
    for (int g = 0; g < p->n_grants; g++) {
        int most = 0;
        for (int r = 0; r < p->n_requests; r++)
            if (p->requests[r].decision == p->grants[g].decision)
                most += most_debit(p, r);
        if (most <= p->grants[g].left)
            continue;
        int row = lp_row(b->lp, numbered(b, "within_grant", g), -LP_INFINITY,
                         p->grants[g].left);
        for (int r = 0; r < p->n_requests; r++)
            if (p->requests[r].decision == p->grants[g].decision)
                add_minutes(b, row, r, g, 1);
    }
}

/* ---- sessions ------------------------------------------------------------ */

/* An escort comes if and only if somebody is with them, and then per_escort at most. */
static void staffed_session(struct build *b, int k)
{
    const struct staff *s = &b->f->staff[k];
    int staff = b->f->n_choices + k;
    int needed = lp_row(b->lp, name_of(b, "staff_needed", staff), -LP_INFINITY, 0);
    int room = lp_row(b->lp, name_of(b, "per_escort", staff), -LP_INFINITY, 0);
    lp_term(b->lp, needed, staff, 1);
    lp_term(b->lp, room, staff, -b->p->sessions[s->session].per_escort);
    for (int i = 0; i < s->n_members; i++) {
        int row = lp_row(b->lp, name_of(b, "member_staffed", s->members[i]),
                         -LP_INFINITY, 0);
        lp_term(b->lp, needed, s->members[i], -1);
        lp_term(b->lp, room, s->members[i], 1);
        lp_term(b->lp, row, s->members[i], 1);
        lp_term(b->lp, row, staff, -1);
    }
}

static void refused(struct build *b, const struct refusal *no, const struct staff *s)
{
    int row = lp_row(b->lp, NULL, -LP_INFINITY, 1);
    for (int i = 0; i < s->n_members; i++) {
        int r = chosen(b, s->members[i])->request;
        if (r == no->first || r == no->second)
            lp_term(b->lp, row, s->members[i], 1);
    }
}

static void add_sessions(struct build *b)
{
    const struct formulation *f = b->f;
    int *capacity = NEW_ARRAY(b->arena, int, b->p->n_sessions + 1);
    for (int s = 0; s < b->p->n_sessions; s++)
        capacity[s] = lp_row(b->lp, numbered(b, "capacity", s), -LP_INFINITY,
                             b->p->sessions[s].capacity);
    for (int k = 0; k < f->n_staff; k++) {
        staffed_session(b, k);
        for (int i = 0; i < f->staff[k].n_members; i++)
            lp_term(b->lp, capacity[f->staff[k].session], f->staff[k].members[i], 1);
        for (int i = 0; i < f->n_refusals; i++)
            if (f->refusals[i].session == f->staff[k].session)
                refused(b, &f->refusals[i], &f->staff[k]);
    }
}

static void add_requests(struct build *b)
{
    for (int r = 0; r < b->p->n_requests; r++)
        served_once(b, r);
    for (int t = 0; t < b->f->n_teams; t++)
        team_staffed(b, t);
    for (int i = 0; i < b->p->n_links; i++) {
        const struct link *l = &b->p->links[i];
        in_step_one_way(b, l, l->first, l->second);
        in_step_one_way(b, l, l->second, l->first);
        if (!l->same_escort)
            different_escorts(b, l);
    }
    within_grant(b);
}

/* ---- days ---------------------------------------------------------------- */

static void path_of_day(struct build *b)
{
    const struct formulation *f = b->f;
    int *in = NEW_ARRAY(b->arena, int, f->n_choices + f->n_staff + 1);
    int *out = NEW_ARRAY(b->arena, int, f->n_choices + f->n_staff + 1);
    for (int i = 0; i < f->n_choices + f->n_staff; i++) {
        if (f->choices[i].flow == NONE)
            continue;
        in[i] = lp_row(b->lp, name_of(b, "comes_in", i), 0, 0);
        lp_term(b->lp, in[i], b->first[i], 1);
        lp_term(b->lp, in[i], i, -1);
        out[i] = lp_row(b->lp, name_of(b, "goes_out", i), 0, 0);
        lp_term(b->lp, out[i], b->last[i], 1);
        lp_term(b->lp, out[i], i, -1);
    }
    for (int k = 0; k < f->n_arcs; k++) {
        lp_term(b->lp, in[f->arcs[k].to], b->next[k], 1);
        lp_term(b->lp, out[f->arcs[k].from], b->next[k], 1);
    }
    for (int d = 0; d < f->n_flows; d++) {
        const struct flow_day *day = &f->flows[d];
        int row = lp_row(b->lp, numbered(b, "one_path", d), -LP_INFINITY, 1);
        for (int i = 0; i < day->n_choices; i++)
            lp_term(b->lp, row, b->first[f->by_day[day->first_choice + i]], 1);
    }
}

static void working_day(struct build *b)
{
    const struct formulation *f = b->f;
    int *row = NEW_ARRAY(b->arena, int, f->n_flows + 1);
    for (int d = 0; d < f->n_flows; d++) {
        const struct flow_day *day = &f->flows[d];
        if (day->limit == NONE)
            continue;
        row[d] = lp_row(b->lp, numbered(b, "working_day", d), -LP_INFINITY,
                        day->limit);
        for (int k = 0; k < day->n_choices; k++) {
            int i = f->by_day[day->first_choice + k];
            lp_term(b->lp, row[d], i, chosen(b, i)->end - chosen(b, i)->start);
        }
    }
    for (int k = 0; k < f->n_arcs; k++)
        if (f->flows[f->arcs[k].flow].limit != NONE && f->arcs[k].paid > 0)
            lp_term(b->lp, row[f->arcs[k].flow], b->next[k], f->arcs[k].paid);
}

/* run[n] >= run[m] + start to start, if n follows m without a break. */
static void rest_break(struct build *b)
{
    const struct formulation *f = b->f;
    for (int k = 0; k < f->n_arcs; k++) {
        const struct arc *c = &f->arcs[k];
        if (c->run == NONE)
            continue;
        int before = b->run[c->from];
        double most = c->run + (before == NONE ? 0 : f->choices[c->from].run_most);
        int row = lp_row(b->lp, numbered(b, "rest_break", k), c->run - most,
                         LP_INFINITY);
        lp_term(b->lp, row, b->run[c->to], 1);
        lp_term(b->lp, row, b->next[k], -most);
        if (before != NONE)
            lp_term(b->lp, row, before, -1);
    }
}

/* A daily rest is not a part of the weekly one. */
static void rests_apart(struct build *b, const struct rest_period *daily,
                        const int *z_daily, const struct rest_period *weekly,
                        const int *z_weekly)
{
    for (int i = 0; i < daily->n_windows; i++) {
        int row = lp_row(b->lp, NULL, -LP_INFINITY, 1);
        lp_term(b->lp, row, z_daily[i], 1);
        for (int k = 0; k < weekly->n_windows; k++)
            if (weekly->windows[k].from < daily->windows[i].to &&
                weekly->windows[k].to > daily->windows[i].from)
                lp_term(b->lp, row, z_weekly[k], 1);
    }
}

static void rest_taken(struct build *b)
{
    const struct formulation *f = b->f;
    int **z_of = NEW_ARRAY(b->arena, int *, f->n_rests + 1);
    for (int k = 0; k < f->n_rests; k++) {
        const struct rest_period *r = &f->rests[k];
        int *z = z_of[k] = NEW_ARRAY(b->arena, int, r->n_windows + 1);
        int one = lp_row(b->lp, numbered(b, "one_rest", k), -LP_INFINITY, 1);
        for (int w = 0; w < r->n_windows; w++) {
            z[w] = lp_col(b->lp, NULL, 0, 1, 0, LP_INTEGER);
            lp_term(b->lp, one, z[w], 1);
        }
        for (int i = 0; i < r->n_choices; i++) {
            const struct node *n = chosen(b, r->choices[i]);
            int row = lp_row(b->lp, NULL, -LP_INFINITY, 0);
            lp_term(b->lp, row, r->choices[i], 1);
            for (int w = 0; w < r->n_windows; w++)
                if (n->end <= r->windows[w].from || n->start >= r->windows[w].to)
                    lp_term(b->lp, row, z[w], -1);
        }
    }
    for (int k = 0; k < f->n_rest_pairs; k++)
        rests_apart(b, &f->rests[f->rest_pairs[k].daily],
                    z_of[f->rest_pairs[k].daily],
                    &f->rests[f->rest_pairs[k].weekly],
                    z_of[f->rest_pairs[k].weekly]);
}

static int add_pack(struct build *b, const struct pack *k)
{
    int row = lp_row(b->lp, NULL, -LP_INFINITY, 1);
    for (int i = 0; i < k->n_choices; i++)
        lp_term(b->lp, row, k->choices[i], 1);
    for (int i = 0; i < k->n_last; i++)
        lp_term(b->lp, row,
                b->last[k->last[i]] == NONE ? k->last[i] : b->last[k->last[i]], 1);
    for (int i = 0; i < k->n_first; i++)
        lp_term(b->lp, row,
                b->first[k->first[i]] == NONE ? k->first[i]
                                              : b->first[k->first[i]], 1);
    return row;
}

static void add_short_nights(struct build *b)
{
    for (int k = 0; k < b->f->n_short_nights; k++) {
        const struct short_night *night = &b->f->short_nights[k];
        int cut = lp_col(b->lp, numbered(b, "cut_short", k), 0, 1, night->points,
                         LP_IMPLIED);
        for (int i = night->first; i < night->first + night->n; i++)
            lp_term(b->lp, add_pack(b, &b->f->soft_nights[i]), cut, -1);
    }
}

static void add_days(struct build *b)
{
    path_of_day(b);
    working_day(b);
    rest_break(b);
    rest_taken(b);
    for (int i = 0; i < b->f->n_spans; i++)
        add_pack(b, &b->f->spans[i]);
    for (int i = 0; i < b->f->n_nights; i++)
        add_pack(b, &b->f->nights[i]);
}

/* ---- what follows from a week limit ---------------------------------------
 *
 * sum minutes <= limit says little of fractions of visits. Two families of rows
 * that whole visits obey anyway say more, and roster.mod does without them:
 * of visits longer than limit / (m + 1) an escort has at most m (Chvatal-Gomory
 * rounding); and a visit of d minutes leaves no room for any longer than
 * limit - d, which leave no room for each other (covers of two, as cliques). */

struct eligible { /* one escort's requests and sessions, by their shortest choice */
    int task, minutes;
};

static int eligible_requests(const struct build *b, int escort,
                             struct eligible *out)
{
    const struct formulation *f = b->f;
    int n = 0;
    for (int i = 0; i < f->n_choices + f->n_staff; i++) {
        const struct node *x = chosen(b, i);
        int minutes = x->end - x->start, task = formulation_task(f, i);
        if (x->escort != escort || f->choices[i].staff != NONE)
            continue;
        if (n == 0 || out[n - 1].task != task)
            out[n++] = (struct eligible){task, minutes};
        else if (minutes < out[n - 1].minutes)
            out[n - 1].minutes = minutes;
    }
    return n;
}

static void add_task(struct build *b, int row, int task, int escort)
{
    const struct formulation *f = b->f;
    bool request = task < b->p->n_requests;
    int from = request ? f->first[task] : f->n_choices;
    int to = request ? f->first[task + 1] : f->n_choices + f->n_staff;
    for (int i = from; i < to; i++)
        if (chosen(b, i)->escort == escort && f->choices[i].staff == NONE &&
            formulation_task(f, i) == task)
            lp_term(b->lp, row, i, 1);
}

static void at_most(struct build *b, const struct hours_row *h,
                    const struct eligible *q, int n, int longer_than, int m)
{
    int row = NONE;
    for (int i = 0; i < n; i++) {
        if (q[i].minutes <= longer_than)
            continue;
        if (row == NONE)
            row = lp_row(b->lp, NULL, -LP_INFINITY, m);
        add_task(b, row, q[i].task, h->escort);
    }
}

static void no_room_beside(struct build *b, const struct hours_row *h,
                           const struct eligible *q, int n, int beside)
{
    int row = NONE;
    for (int i = 0; i < n; i++) {
        if (q[i].minutes <= h->limit - q[beside].minutes)
            continue;
        if (row == NONE) {
            row = lp_row(b->lp, NULL, -LP_INFINITY, 1);
            add_task(b, row, q[beside].task, h->escort);
        }
        add_task(b, row, q[i].task, h->escort);
    }
}

static void week_limit_implies(struct build *b, const struct hours_row *h)
{
    struct eligible *q =
        NEW_ARRAY(b->arena, struct eligible,
                  b->p->n_requests + b->p->n_sessions + 1);
    int n = eligible_requests(b, h->escort, q);
    for (int m = 1; m <= 3; m++)
        at_most(b, h, q, n, h->limit / (m + 1), m);
    for (int i = 0; i < n; i++)
        if (2 * q[i].minutes <= h->limit)
            no_room_beside(b, h, q, n, i);
}

/* Week limits and contracts: working minutes of one escort on its rows. */
static void add_hours(struct build *b)
{
    const struct formulation *f = b->f;
    const struct weight_figures *w = &b->p->weight;
    int *limit = NEW_ARRAY(b->arena, int, b->p->n_escorts + 1);
    int *contract = NEW_ARRAY(b->arena, int, b->p->n_escorts + 1);
    for (int e = 0; e < b->p->n_escorts; e++)
        limit[e] = contract[e] = NONE;
    for (int k = 0; k < f->n_hours; k++) {
        const struct hours_row *h = &f->hours[k];
        if (h->limit != NONE) {
            limit[h->escort] = lp_row(b->lp, numbered(b, "week_max", k),
                                      -LP_INFINITY, h->limit);
            week_limit_implies(b, h);
        }
        if (h->contract == NONE || b->tier != TIER_REST)
            continue;
        int row = lp_row(b->lp, numbered(b, "contract", k), h->contract,
                         h->contract);
        contract[h->escort] = row;
        lp_term(b->lp, row, lp_col(b->lp, numbered(b, "under", k), 0, LP_INFINITY,
                                   w->contract_under_minute, LP_REAL), 1);
        lp_term(b->lp, row, lp_col(b->lp, numbered(b, "over", k), 0, LP_INFINITY,
                                   w->contract_over_minute, LP_REAL), -1);
    }
    for (int k = 0; k < f->n_stops; k++) {
        int i = f->by_day[k];
        const struct node *n = chosen(b, i);
        if (limit[n->escort] != NONE)
            lp_term(b->lp, limit[n->escort], i, n->end - n->start);
        if (contract[n->escort] != NONE)
            lp_term(b->lp, contract[n->escort], i, n->end - n->start);
    }
    for (int k = 0; k < f->n_arcs; k++) {
        int e = f->flows[f->arcs[k].flow].escort;
        if (limit[e] != NONE && f->arcs[k].paid > 0)
            lp_term(b->lp, limit[e], b->next[k], f->arcs[k].paid);
        if (contract[e] != NONE && f->arcs[k].paid > 0)
            lp_term(b->lp, contract[e], b->next[k], f->arcs[k].paid);
    }
}

/* ---- what is best -------------------------------------------------------- */

static void add_faces(struct build *b)
{
    const struct formulation *f = b->f;
    int *face = NEW_ARRAY(b->arena, int, f->n_faces + 1);
    int *row = NEW_ARRAY(b->arena, int, f->n_faces + 1);
    int *row_request = NEW_ARRAY(b->arena, int, f->n_faces + 1); /* + 1 */
    for (int k = 0; k < f->n_faces; k++)
        face[k] = lp_col(b->lp, numbered(b, "meets", k), 0, 1, f->faces[k].points,
                         LP_IMPLIED);
    /* One row per request and face: all options of one pair together. */
    for (int r = 0; r < b->p->n_requests; r++) {
        for (int i = f->first[r]; i < f->first[r + 1]; i++) {
            int k = f->choices[i].face;
            if (k == NONE)
                continue;
            if (row_request[k] != r + 1) {
                row[k] = lp_row(b->lp, NULL, -LP_INFINITY, 0);
                row_request[k] = r + 1;
                lp_term(b->lp, row[k], face[k], -1);
            }
            lp_term(b->lp, row[k], i, 1);
        }
    }
}

/* One row per task of those choices: all its options together are below the column. */
static void add_meeting_rows(struct build *b, const int *choices, int n, int column)
{
    int row = NONE, task = NONE;
    for (int i = 0; i < n; i++) {
        if (formulation_task(b->f, choices[i]) != task) {
            task = formulation_task(b->f, choices[i]);
            row = lp_row(b->lp, NULL, -LP_INFINITY, 0);
            lp_term(b->lp, row, column, -1);
        }
        lp_term(b->lp, row, choices[i], 1);
    }
}

static void add_worked(struct build *b, const char *family, const struct worked *worked,
                       int n)
{
    for (int k = 0; k < n; k++) {
        const struct worked *w = &worked[k];
        int column = lp_col(b->lp, numbered(b, family, k), 0, 1, w->points, LP_IMPLIED);
        add_meeting_rows(b, w->choices, w->n_choices, column);
    }
}

static void add_newcomers(struct build *b)
{
    for (int k = 0; k < b->f->n_newcomers; k++) {
        const struct newcomers *w = &b->f->newcomers[k];
        int over = lp_col(b->lp, numbered(b, "too_many", k), 0, LP_INFINITY, w->points,
                          LP_REAL);
        int sum = lp_row(b->lp, numbered(b, "clients_max", k), -LP_INFINITY, w->room);
        lp_term(b->lp, sum, over, -1);
        for (int i = 0; i < w->n; i++) {
            int meets = lp_col(b->lp, NULL, 0, 1, 0, LP_IMPLIED);
            lp_term(b->lp, sum, meets, 1);
            add_meeting_rows(b, w->pairs[i].choices, w->pairs[i].n_choices, meets);
        }
    }
}

static void add_assignments(struct build *b)
{
    for (int k = 0; k < b->f->n_assignments; k++) {
        const struct assignment *s = &b->f->assignments[k];
        int over = lp_col(b->lp, numbered(b, "over_assignment", k), 0, LP_INFINITY,
                          s->points, LP_REAL);
        int row = lp_row(b->lp, numbered(b, "assignment", k), -LP_INFINITY, s->left);
        lp_term(b->lp, row, over, -1);
        for (int i = 0; i < s->n_choices; i++)
            lp_term(b->lp, row, s->choices[i],
                    chosen(b, s->choices[i])->end - chosen(b, s->choices[i])->start);
    }
}

/* Minutes that go unmet if the program serves nothing of a request. */
static int open_minutes(const struct formulation *f, int r)
{
    return f->net->problem->requests[r].minutes -
           (net_stance(f->net, r) == STANCE_GIVEN ? f->net->longest[r] : 0);
}

/* What tier 1 would be if nothing more were served, shortages apart. */
static double rights_constant(const struct formulation *f)
{
    const struct problem *p = f->net->problem;
    double points = 0;
    for (int r = 0; r < p->n_requests; r++)
        points += (double)p->requests[r].rights * open_minutes(f, r);
    return points;
}

/* rights = the tier's value, as a free column, so that it can be the objective or
 * be held below a value. */
static void add_rights(struct build *b, int64_t rights_value)
{
    const struct formulation *f = b->f;
    const struct problem *p = b->p;
    double constant = rights_constant(f);
    bool first = b->tier == TIER_RIGHTS;
    int rights = lp_col(b->lp, "rights", 0,
                        first ? LP_INFINITY : (double)rights_value,
                        first ? 1 : 0, LP_REAL);
    int row = lp_row(b->lp, "rights", constant, constant);
    lp_term(b->lp, row, rights, 1);
    for (int r = 0; r < p->n_requests; r++)
        add_minutes(b, row, r, NONE, p->requests[r].rights);
    for (int k = 0; k < f->n_shortages; k++) {
        const struct shortage *s = &f->shortages[k];
        int over = lp_col(b->lp, numbered(b, "short", k), 0, LP_INFINITY, 0,
                          LP_REAL);
        int short_row = lp_row(b->lp, numbered(b, "shared_out", k),
                               s->asked - s->over, LP_INFINITY);
        lp_term(b->lp, short_row, over, 1);
        for (int r = 0; r < p->n_requests; r++)
            if (p->requests[r].client == s->client && p->requests[r].assessed)
                add_minutes(b, short_row, r, NONE, 1);
        lp_term(b->lp, row, over, -s->points);
    }
}

struct lp *formulation_lp(struct arena *a, const struct formulation *f,
                          int64_t rights_value, bool named)
{
    struct build b = {.arena = a, .f = f, .p = f->net->problem, .lp = lp_new(),
                      .tier = f->tier, .named = named};
    add_x_and_y(&b);
    add_flow_columns(&b);
    add_requests(&b);
    add_sessions(&b);
    add_days(&b);
    add_hours(&b);
    if (f->tier == TIER_REST) {
        add_faces(&b);
        add_worked(&b, "works_weekend", f->weekends, f->n_weekends);
        add_worked(&b, "works", f->used, f->n_used);
        add_short_nights(&b);
        add_newcomers(&b);
        add_assignments(&b);
    }
    add_rights(&b, rights_value);
    return b.lp;
}
