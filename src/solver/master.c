/* Rows that cannot bind are left out: a grant larger than all that could be drawn on it,
 * a shortage that cannot come about. Rows for the members of teams come when they are
 * broken: with their sum alone, one eligible escort could make half a visit. */
#include "solver/master.h"

#include "ledsaga/certificate.h"

#include <math.h>
#include <string.h>

static double points_of(const struct master *m, double points)
{
    return m->tier == TIER_REST ? points : 0;
}

/* ---- rows --------------------------------------------------------------------- */

static int *no_rows(struct arena *a, int n)
{
    int *rows = NEW_ARRAY(a, int, n + 1);
    for (int i = 0; i < n; i++)
        rows[i] = NONE;
    return rows;
}

/* Who can do nothing has an empty week, and no say. */
static void add_escort_rows(struct master *m)
{
    for (int n = 0; n < m->net->n_nodes; n++) {
        int e = m->net->nodes[n].escort;
        if (m->row_escort[e] == NONE)
            m->row_escort[e] = live_row(m->lp, 1, 1);
    }
}

static void add_request_rows(struct master *m)
{
    const struct problem *p = m->net->problem;
    for (int r = 0; r < p->n_requests; r++) {
        if (m->net->first[r] == m->net->first[r + 1])
            continue;
        m->row_request[r] = live_row(m->lp, -LP_INFINITY, 1);
        if (!request_is_team(&p->requests[r]))
            continue;
        for (int o = p->requests[r].first_option;
             o < p->requests[r].first_option + p->requests[r].n_options; o++)
            if (m->net->of_option[o] < m->net->of_option[o + 1])
                m->row_team[o] = live_row(m->lp, 0, 0);
    }
}

/* The most that a request's options could draw on each grant. */
static void add_grant_rows(struct master *m)
{
    const struct problem *p = m->net->problem;
    struct arena *scratch = arena_new();
    int64_t *most = NEW_ARRAY(scratch, int64_t, p->n_grants + 1);
    int *of_request = NEW_ARRAY(scratch, int, p->n_grants + 1);
    for (int r = 0; r < p->n_requests; r++) {
        const struct request *q = &p->requests[r];
        for (int o = q->first_option; o < q->first_option + q->n_options; o++) {
            const struct option *x = &p->options[o];
            if (x->grant == NONE || m->net->of_option[o] == m->net->of_option[o + 1])
                continue;
            if (x->debit > of_request[x->grant]) {
                most[x->grant] += x->debit - of_request[x->grant];
                of_request[x->grant] = x->debit;
            }
        }
        for (int o = q->first_option; o < q->first_option + q->n_options; o++)
            if (p->options[o].grant != NONE)
                of_request[p->options[o].grant] = 0;
    }
    for (int g = 0; g < p->n_grants; g++)
        if (most[g] > p->grants[g].left)
            m->row_grant[g] = live_row(m->lp, -LP_INFINITY, p->grants[g].left);
    arena_free(scratch);
}

static void add_session_rows(struct master *m)
{
    const struct problem *p = m->net->problem;
    for (int s = 0; s < p->n_sessions; s++)
        m->row_session[s] = live_row(m->lp, -LP_INFINITY, p->sessions[s].capacity);
}

/* rights, with nothing served, is a constant; served minutes take from it. */
static void add_rights_rows(struct master *m, int64_t rights_value)
{
    const struct problem *p = m->net->problem;
    const struct weight_figures *w = &p->weight;
    const int over[] = {w->short_1_minutes, w->short_2_minutes};
    const int points[] = {w->short_1, w->short_2};
    struct arena *scratch = arena_new();
    int *asked = NEW_ARRAY(scratch, int, p->n_clients + 1);
    double constant = 0;
    for (int r = 0; r < p->n_requests; r++) {
        int given = net_stance(m->net, r) == STANCE_GIVEN ? m->net->longest[r] : 0;
        constant += (double)p->requests[r].rights * (p->requests[r].minutes - given);
        if (p->requests[r].assessed)
            asked[p->requests[r].client] += p->requests[r].minutes - given;
    }
    if (m->tier == TIER_REST) {
        double minus = -1;
        m->row_rights = live_row(m->lp, -LP_INFINITY, (double)rights_value - constant);
        m->excess = live_col(m->lp, 0, 0, 0, 1, &m->row_rights, &minus);
        struct column none = {NONE, NONE, NONE};
        ARENA_PUSH(m->arena, m->columns, m->n_columns, m->room_columns, none);
    }
    for (int c = 0; c < p->n_clients; c++)
        for (int level = 0; level < 2; level++) {
            int before = p->clients[c].short_before;
            int room = before < over[level] ? over[level] - before : 0;
            if (asked[c] <= room || points[level] == 0)
                continue;
            int row = live_row(m->lp, asked[c] - room, LP_INFINITY);
            int rows[2] = {row, m->row_rights};
            double terms[2] = {1, points[level]};
            m->row_shortage[2 * c + level] = row;
            live_col(m->lp, 0, LP_INFINITY, m->tier == TIER_RIGHTS ? points[level] : 0,
                     m->tier == TIER_REST ? 2 : 1, rows, terms);
            struct column none = {NONE, NONE, NONE};
            ARENA_PUSH(m->arena, m->columns, m->n_columns, m->room_columns, none);
        }
    arena_free(scratch);
}

/* ---- columns ------------------------------------------------------------------- */

static void make_room(struct master *m)
{
    int n = live_rows(m->lp);
    if (n <= m->room_rows)
        return;
    m->room_rows = 2 * n;
    m->coefficient = NEW_ARRAY(m->arena, double, m->room_rows);
    m->touched = NEW_ARRAY(m->arena, int, m->room_rows);
}

static void put(struct master *m, int *n, int row, double coefficient)
{
    if (row == NONE || coefficient == 0)
        return;
    if (m->coefficient[row] == 0)
        m->touched[(*n)++] = row;
    m->coefficient[row] += coefficient;
}

static int push_column(struct master *m, int n, double cost, struct column c)
{
    struct arena *scratch = arena_new();
    double *terms = NEW_ARRAY(scratch, double, n + 1);
    for (int i = 0; i < n; i++) {
        terms[i] = m->coefficient[m->touched[i]];
        m->coefficient[m->touched[i]] = 0;
    }
    int col = live_col(m->lp, 0, LP_INFINITY, cost, n, m->touched, terms);
    ARENA_PUSH(m->arena, m->columns, m->n_columns, m->room_columns, c);
    arena_free(scratch);
    return col;
}

/* What serving a request by an option once puts into the shared rows; returns its cost. */
static double put_serving(struct master *m, int *n, int option)
{
    const struct problem *p = m->net->problem;
    const struct option *o = &p->options[option];
    const struct request *q = &p->requests[o->request];
    double rights = (double)q->rights * o->delivered;
    put(m, n, m->row_request[o->request], 1);
    if (o->grant != NONE)
        put(m, n, m->row_grant[o->grant], o->debit);
    if (o->session)
        put(m, n, m->row_session[o->session - 1], 1);
    for (int level = 0; q->assessed && level < 2; level++)
        put(m, n, m->row_shortage[2 * q->client + level], o->delivered);
    put(m, n, m->row_rights, -rights);
    return m->tier == TIER_RIGHTS ? -rights : o->points;
}

static int member_row(const struct master *m, int option, int escort)
{
    for (int i = 0; i < m->n_members; i++)
        if (m->members[i].option == option && m->members[i].escort == escort)
            return m->row_member[i];
    return NONE;
}

static void push_plan(struct master *m, int plan)
{
    const struct plan *x = &m->plans[plan];
    double cost = points_of(m, (double)x->points);
    int n = 0;
    make_room(m);
    put(m, &n, m->row_escort[x->escort], 1);
    for (int i = 0; i < x->n; i++) {
        const struct node *node = &m->net->nodes[x->nodes[i]];
        if (m->row_team[node->option] == NONE) {
            cost += put_serving(m, &n, node->option);
            continue;
        }
        put(m, &n, m->row_team[node->option], 1);
        put(m, &n, member_row(m, node->option, x->escort), 1);
    }
    push_column(m, n, cost, (struct column){plan, NONE, NONE});
}

static double put_team(struct master *m, int *n, int option)
{
    int needed = m->net->problem->requests[m->net->problem->options[option].request].needed;
    put(m, n, m->row_team[option], -needed);
    for (int i = 0; i < m->n_members; i++)
        if (m->members[i].option == option)
            put(m, n, m->row_member[i], -1);
    return put_serving(m, n, option);
}

static void push_team(struct master *m, int option, int option_2)
{
    int n = 0;
    make_room(m);
    double cost = put_team(m, &n, option);
    if (option_2 != NONE)
        cost += put_team(m, &n, option_2);
    push_column(m, n, cost, (struct column){NONE, option, option_2});
}

static void add_pairs(struct master *m, const struct link *l)
{
    const struct problem *p = m->net->problem;
    const struct request *x = &p->requests[l->first], *y = &p->requests[l->second];
    for (int o = x->first_option; o < x->first_option + x->n_options; o++)
        for (int k = y->first_option; k < y->first_option + y->n_options; k++) {
            int gap = p->options[k].start - p->options[o].start;
            if (m->row_team[o] != NONE && m->row_team[k] != NONE && gap >= l->gap_min &&
                gap <= l->gap_max)
                push_team(m, o, k);
        }
}

static void add_teams(struct master *m)
{
    const struct problem *p = m->net->problem;
    for (int o = 0; o < p->n_options; o++)
        if (m->row_team[o] != NONE && p->requests[p->options[o].request].link == NONE)
            push_team(m, o, NONE);
    for (int i = 0; i < p->n_links; i++)
        add_pairs(m, &p->links[i]);
}

struct master *master_new(struct arena *a, struct net *net, int tier, int64_t rights_value)
{
    const struct problem *p = net->problem;
    struct master *m = NEW(a, struct master);
    m->arena = a;
    m->net = net;
    m->tier = tier;
    m->lp = live_new();
    m->row_escort = no_rows(a, p->n_escorts);
    m->row_request = no_rows(a, p->n_requests);
    m->row_team = no_rows(a, p->n_options);
    m->row_grant = no_rows(a, p->n_grants);
    m->row_session = no_rows(a, p->n_sessions);
    m->row_shortage = no_rows(a, 2 * p->n_clients);
    m->absent = no_rows(a, p->n_requests);
    m->row_rights = m->excess = NONE;
    m->last_plan = no_rows(a, p->n_escorts);
    add_escort_rows(m);
    add_request_rows(m);
    add_grant_rows(m);
    add_session_rows(m);
    add_rights_rows(m, rights_value);
    for (int e = 0; e < p->n_escorts; e++)
        if (m->row_escort[e] != NONE)
            master_add(m, &(struct plan){e, 0, NULL, plan_points(net, e, NULL, 0)});
    add_teams(m);
    return m;
}

void master_free(struct master *m)
{
    live_free(m->lp);
}

static bool known(const struct master *m, const struct plan *x)
{
    for (int i = m->last_plan[x->escort]; i != NONE; i = m->plan_before[i]) {
        const struct plan *y = &m->plans[i];
        if (x->n == y->n &&
            (x->n == 0 || memcmp(x->nodes, y->nodes, (size_t)x->n * sizeof *x->nodes) == 0))
            return true;
    }
    return false;
}

bool master_add(struct master *m, const struct plan *plan)
{
    if (m->row_escort[plan->escort] == NONE)
        return false;
    if (known(m, plan))
        return false;
    struct plan copy = *plan;
    int *nodes = NEW_ARRAY(m->arena, int, plan->n + 1);
    int room = m->room_plans;
    if (plan->n > 0)
        memcpy(nodes, plan->nodes, (size_t)plan->n * sizeof *nodes);
    copy.nodes = nodes;
    ARENA_PUSH(m->arena, m->plans, m->n_plans, m->room_plans, copy);
    if (m->room_plans != room)
        m->plan_before = arena_grow(m->arena, m->plan_before, (size_t)m->n_plans - 1,
                                    (size_t)m->room_plans, sizeof *m->plan_before);
    m->plan_before[m->n_plans - 1] = m->last_plan[plan->escort];
    m->last_plan[plan->escort] = m->n_plans - 1;
    push_plan(m, m->n_plans - 1);
    return true;
}

void master_allow_excess(struct master *m, bool allowed, int points)
{
    if (m->excess == NONE)
        return;
    live_cost(m->lp, m->excess, points);
    live_col_bounds(m->lp, m->excess, 0, allowed ? LP_INFINITY : 0);
}

void master_hold(struct master *m, int column, int share)
{
    live_col_bounds(m->lp, column, share == 1 ? 1 : 0, share == 0 ? 0 : LP_INFINITY);
}

/* ---- cases ----------------------------------------------------------------------- */

/* In points of either tier: more than nearly any request costs, less than would harm the
 * numbers. */
enum { ABSENT_POINTS = 30000, DEARER = 100 };

bool master_raise_absent(struct master *m)
{
    bool any = false;
    for (int r = 0; r < m->net->problem->n_requests; r++)
        any |= m->absent[r] != NONE && live_at(m->lp, m->absent[r]) > 1e-6;
    for (int r = 0; any && r < m->net->problem->n_requests; r++)
        if (m->absent[r] != NONE)
            live_cost(m->lp, m->absent[r], (double)ABSENT_POINTS * DEARER);
    return any;
}

static void allow_absent(struct master *m, int request, bool allowed)
{
    double one = 1;
    if (m->absent[request] == NONE && allowed) {
        struct column none = {NONE, NONE, NONE};
        m->absent[request] =
            live_col(m->lp, 0, LP_INFINITY, ABSENT_POINTS, 1, &m->row_request[request], &one);
        ARENA_PUSH(m->arena, m->columns, m->n_columns, m->room_columns, none);
    } else if (m->absent[request] != NONE) {
        live_cost(m->lp, m->absent[request], ABSENT_POINTS);
        live_col_bounds(m->lp, m->absent[request], 0, allowed ? LP_INFINITY : 0);
    }
}

static bool plan_shut(const struct plan *x, const bool *shut)
{
    for (int i = 0; shut && i < x->n; i++)
        if (shut[x->nodes[i]])
            return true;
    return false;
}

void master_take_case(struct master *m, const signed char *served, const bool *shut)
{
    m->served = served;
    for (int r = 0; r < m->net->problem->n_requests; r++) {
        int is = served ? served[r] : 0;
        if (m->row_request[r] == NONE)
            continue;
        live_row_bounds(m->lp, m->row_request[r], is > 0 ? 1 : -LP_INFINITY, is < 0 ? 0 : 1);
        allow_absent(m, r, is > 0);
    }
    for (int c = 0; c < m->n_columns; c++)
        if (m->columns[c].plan != NONE)
            master_hold(m, c, plan_shut(&m->plans[m->columns[c].plan], shut) ? 0 : -1);
}

/* ---- members of teams ------------------------------------------------------------- */

static void add_member_row(struct master *m, int option, int escort)
{
    int row = live_row(m->lp, -LP_INFINITY, 0);
    struct member_price x = {option, escort, 0};
    int n = m->n_members;
    ARENA_PUSH(m->arena, m->members, m->n_members, m->room_members, x);
    ARENA_PUSH(m->arena, m->row_member, n, m->room_row_member, row);
    for (int c = 0; c < m->n_columns; c++) {
        const struct column *col = &m->columns[c];
        if (col->option == option || (col->option_2 != NONE && col->option_2 == option))
            live_term(m->lp, row, c, -1);
        const struct plan *plan = col->plan == NONE ? NULL : &m->plans[col->plan];
        for (int i = 0; plan && plan->escort == escort && i < plan->n; i++)
            if (m->net->nodes[plan->nodes[i]].option == option)
                live_term(m->lp, row, c, 1);
    }
}

int master_cut(struct master *m)
{
    const struct problem *p = m->net->problem;
    struct arena *scratch = arena_new();
    double *used = NEW_ARRAY(scratch, double, p->n_options + 1);
    double *taken = NEW_ARRAY(scratch, double, m->net->n_nodes + 1);
    int added = 0;
    for (int c = 0; c < m->n_columns; c++) {
        double share = live_at(m->lp, c);
        const struct column *col = &m->columns[c];
        if (share < 1e-7)
            continue;
        if (col->option != NONE)
            used[col->option] += share;
        if (col->option_2 != NONE)
            used[col->option_2] += share;
        for (int i = 0; col->plan != NONE && i < m->plans[col->plan].n; i++)
            taken[m->plans[col->plan].nodes[i]] += share;
    }
    for (int o = 0; o < p->n_options; o++)
        for (int n = m->net->of_option[o]; m->row_team[o] != NONE && n < m->net->of_option[o + 1]; n++)
            if (taken[n] > used[o] + 1e-4 && member_row(m, o, m->net->nodes[n].escort) == NONE) {
                add_member_row(m, o, m->net->nodes[n].escort);
                added++;
            }
    arena_free(scratch);
    return added;
}

/* ---- prices -------------------------------------------------------------------------- */

static int64_t rounded(double price)
{
    return (int64_t)llround(price * PRICE_SCALE);
}

static int64_t not_negative(double price)
{
    return price > 0 ? rounded(price) : 0;
}

static void read_rows(const struct master *m, int64_t *prices, const int *rows, int n, int sign)
{
    for (int i = 0; i < n; i++)
        if (rows[i] != NONE)
            prices[i] = not_negative(sign * live_dual(m->lp, rows[i]));
}

/* The price of rights stands before numbers so large that its rounding would tell. It is
 * rounded up, and what that makes of the longest visit is taken back with the visit. */
static void read_rights(const struct master *m, struct prices *x)
{
    const struct problem *p = m->net->problem;
    if (m->row_rights == NONE)
        return;
    double price = -live_dual(m->lp, m->row_rights);
    x->rights = price > 0 ? (int64_t)ceil(price * PRICE_SCALE) : 0;
    double more = (double)x->rights - (price > 0 ? price * PRICE_SCALE : 0);
    for (int r = 0; r < p->n_requests; r++)
        if (m->row_request[r] != NONE)
            x->request[r] += (int64_t)llround(more * p->requests[r].rights * m->net->longest[r]);
}

/* What is taken as given is dearer than it can be worth. */
static void price_given(const struct master *m, struct prices *x)
{
    const struct problem *p = m->net->problem;
    int64_t point = m->tier == TIER_RIGHTS ? PRICE_SCALE : x->rights;
    for (int r = 0; r < p->n_requests; r++) {
        const struct request *q = &p->requests[r];
        int64_t minute = q->rights * point;
        if (q->assessed)
            minute += x->shortage[2 * q->client] + x->shortage[2 * q->client + 1];
        if (net_stance(m->net, r) == STANCE_GIVEN)
            x->request[r] = minute * m->net->longest[r];
    }
}

struct prices *master_prices(struct arena *a, const struct master *m)
{
    const struct problem *p = m->net->problem;
    struct prices *x = prices_new(a, p, m->n_members);
    read_rows(m, x->request, m->row_request, p->n_requests, -1);
    for (int r = 0; m->served && r < p->n_requests; r++)
        if (m->served[r] > 0 && m->row_request[r] != NONE)
            x->request[r] = rounded(-live_dual(m->lp, m->row_request[r]));
    read_rights(m, x);
    read_rows(m, x->grant, m->row_grant, p->n_grants, -1);
    read_rows(m, x->session, m->row_session, p->n_sessions, -1);
    read_rows(m, x->shortage, m->row_shortage, 2 * p->n_clients, 1);
    for (int o = 0; o < p->n_options; o++)
        if (m->row_team[o] != NONE)
            x->team[o] = rounded(-live_dual(m->lp, m->row_team[o]));
    for (int i = 0; i < m->n_members; i++) {
        x->members[i] = m->members[i];
        x->members[i].price = not_negative(-live_dual(m->lp, m->row_member[i]));
    }
    x->n_members = m->n_members;
    prices_cap(p, m->tier, x);
    price_given(m, x);
    return x;
}

int64_t master_worth(const struct master *m, int escort)
{
    if (m->row_escort[escort] == NONE)
        return PRICE_SCALE * plan_points(m->net, escort, NULL, 0);
    return rounded(live_dual(m->lp, m->row_escort[escort]));
}

double master_value(const struct master *m)
{
    return live_value(m->lp);
}

double master_share(const struct master *m, int column)
{
    return live_at(m->lp, column);
}
