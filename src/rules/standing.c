/* How each escort stands to one request. Every option is followed as far as it gets: what
 * the pair says of it, then the time, the decision's hours and whether enough others could
 * come at all, each asked of the visit alone; then what the rest of the roster leaves of
 * hours and places, the escort's own week with the visit put in, and who else is free. The
 * fact that is told is what stops the option that gets furthest. */
#include "rules/rule.h"

#include <string.h>

enum stage {
    STAGE_PAIR,
    STAGE_TIME,
    STAGE_GRANT,
    STAGE_TEAM,    /* until here of the visit alone */
    STAGE_LEFT,    /* hours and places */
    STAGE_WEEK,    /* the escort's own */
    STAGE_COMPANY, /* the others who are needed */
    STAGE_FREE
};

struct note {
    enum stage stage;
    enum rule rule;
    int option;
};

/* Who could carry a request out, option by option. */
struct able {
    int request;
    bool *escort; /* [n_options * n_escorts], in the request's order */
    int *n;       /* by option of the request */
};

struct asking {
    struct arena *scratch;
    const struct problem *problem;
    const struct roster *roster; /* without the request */
    const struct escort_week *weeks;
    const struct request *request;
    int at; /* the request */
    struct able alone, now;
    struct note *notes;  /* by escort */
    struct duty *duties; /* room for one week */
};

const char *standing_word(enum standing s)
{
    static const char *const WORDS[] = {"chosen", "blocked", "occupied", "free"};
    return WORDS[s];
}

/* ---- an escort's week ----------------------------------------------------------------------- */

static const struct {
    enum rule rule;
    escort_rule *of;
} OF_WEEK[] = {
    {RULE_OVERLAP, overlap_of},
    {RULE_AVAILABLE, available_of},
    {RULE_DAILY_REST, daily_rest_of},
    {RULE_WEEKLY_REST, weekly_rest_of},
    {RULE_WORKING_DAY, working_day_rule_of},
    {RULE_SPAN, span_of},
    {RULE_BREAK, break_of},
    {RULE_WEEK_MAX, week_max_of},
    {RULE_ORDINARY_HOURS, ordinary_hours_of},
    {RULE_OVERTIME, overtime_of},
    {RULE_TOTAL_HOURS, total_hours_of},
};
enum { N_OF_WEEK = sizeof OF_WEEK / sizeof *OF_WEEK };

static enum rule week_breaks(const struct problem *p, const struct escort_week *w)
{
    for (int i = 0; i < N_OF_WEEK; i++)
        if (OF_WEEK[i].of(p, w, NULL) > 0)
            return OF_WEEK[i].rule;
    return RULE_NONE;
}

/* The week with the duty, unless it is one of a session that the escort is at already. */
static struct escort_week week_with(struct asking *q, const struct escort_week *w,
                                    const struct duty *d)
{
    struct escort_week with = *w;
    int at = w->n;
    for (int i = 0; d->session && i < w->n; i++)
        if (w->duties[i].session == d->session)
            return with;
    while (at > 0 &&
           (w->duties[at - 1].start > d->start ||
            (w->duties[at - 1].start == d->start && w->duties[at - 1].request > d->request)))
        at--;
    if (at > 0)
        memcpy(q->duties, w->duties, (size_t)at * sizeof *d);
    q->duties[at] = *d;
    if (at < w->n)
        memcpy(q->duties + at + 1, w->duties + at, (size_t)(w->n - at) * sizeof *d);
    with.duties = q->duties;
    with.n++;
    return with;
}

static struct duty option_duty(const struct problem *p, int option)
{
    const struct option *o = &p->options[option];
    return visit_duty(p, o->request, o->start, o->minutes, o->session);
}

/* ---- notes ---------------------------------------------------------------------------------- */

static void note(struct asking *q, int escort, enum stage stage, enum rule rule, int option)
{
    struct note *n = &q->notes[escort];
    if (stage > n->stage || (stage == STAGE_TIME && n->stage == stage && rule > n->rule))
        *n = (struct note){stage, rule, option};
}

static bool *able_at(const struct asking *q, const struct able *a, int option)
{
    int first = q->problem->requests[a->request].first_option;
    return a->escort + (size_t)(option - first) * (size_t)q->problem->n_escorts;
}

static struct able able_new(struct arena *a, const struct problem *p, int request)
{
    int n = p->requests[request].n_options;
    return (struct able){request, NEW_ARRAY(a, bool, (size_t)n * (size_t)p->n_escorts + 1),
                         NEW_ARRAY(a, int, n + 1)};
}

static void set_able(const struct asking *q, struct able *a, int option, int escort)
{
    able_at(q, a, option)[escort] = true;
    a->n[option - q->problem->requests[a->request].first_option]++;
}

/* ---- the visit alone ------------------------------------------------------------------------ */

static bool granted(const struct problem *p, int option)
{
    const struct option *o = &p->options[option];
    return o->grant == NONE || p->grants[o->grant].left >= o->debit;
}

/* Of a request without options: is it for want of hours, or because all times have begun, or
 * are out of step with something that has? */
static bool decision_bars(const struct problem *p, const struct request *r)
{
    for (int k = 0; k < r->n_alternatives; k++)
        if (r->decision != NONE && r->step.to == 0 && r->alternatives[k].to >= p->now)
            return true;
    return false;
}

/* Of the request that is asked about what stops them is noted; not of its partner in step. */
static void ask_alone(struct asking *q, struct able *a)
{
    const struct problem *p = q->problem;
    const struct request *r = &p->requests[a->request];
    bool noted = a->request == q->at;
    for (int e = 0; e < p->n_escorts; e++) {
        enum rule rule = block_pair(p, a->request, e);
        if (noted && rule != RULE_NONE)
            q->notes[e] = (struct note){STAGE_PAIR, rule, r->n_options ? r->first_option : NONE};
        else if (noted)
            q->notes[e] = (struct note){
                STAGE_PAIR, decision_bars(p, r) ? RULE_GRANT : RULE_OFFER, NONE};
        for (int o = r->first_option; rule == RULE_NONE && o < r->first_option + r->n_options;
             o++) {
            struct duty d = option_duty(p, o);
            enum rule blocks = block_time(p, &d, e, q->weeks[e].border);
            if (blocks == RULE_NONE && granted(p, o))
                set_able(q, a, o, e);
            else if (noted)
                note(q, e, blocks == RULE_NONE ? STAGE_GRANT : STAGE_TIME,
                     blocks == RULE_NONE ? RULE_GRANT : blocks, o);
        }
    }
}

/* Could a team be found among them? A pin that leaves no room for others bars them one by one. */
static bool team_among(const struct asking *q, const struct able *a, int option)
{
    const struct request *r = &q->problem->requests[a->request];
    const bool *able = able_at(q, a, option);
    int pinned = 0, pinned_there = 0;
    for (int i = 0; r->pinned && i < r->n_pin_escorts; i++) {
        pinned++;
        pinned_there += able[r->pin_escorts[i]];
    }
    return a->n[option - r->first_option] >= r->needed && pinned_there == pinned;
}

/* ---- in step -------------------------------------------------------------------------------- */

static const struct link *link_of(const struct asking *q)
{
    return q->request->link == NONE ? NULL : &q->problem->links[q->request->link];
}

static int partner_of(const struct asking *q)
{
    const struct link *l = link_of(q);
    return l->first == q->at ? l->second : l->first;
}

static bool step_kept(const struct asking *q, int start, int partner_start)
{
    const struct link *l = link_of(q);
    int gap = l->first == q->at ? partner_start - start : start - partner_start;
    return gap >= l->gap_min && gap <= l->gap_max;
}

static bool both_granted(const struct problem *p, const struct option *x, const struct option *y)
{
    return x->grant == NONE || x->grant != y->grant ||
           p->grants[x->grant].left >= x->debit + y->debit;
}

/* Two teams that have nobody in common, with this escort in the first (Hall's condition). */
static bool teams_apart(const struct asking *q, int option, int escort, const struct able *b,
                        int other)
{
    const struct problem *p = q->problem;
    const bool *x = able_at(q, &q->alone, option), *y = able_at(q, b, other);
    int need_x = q->request->needed - 1, need_y = p->requests[b->request].needed;
    int n_x = 0, n_y = 0, n_any = 0;
    for (int e = 0; e < p->n_escorts; e++) {
        if (e == escort)
            continue;
        n_x += x[e];
        n_y += y[e];
        n_any += x[e] || y[e];
    }
    return n_x >= need_x && n_y >= need_y && n_any >= need_x + need_y;
}

/* One escort for both, where that is allowed and there is time for it. */
static bool carries_both(struct asking *q, int option, int escort, const struct able *b, int other)
{
    const struct problem *p = q->problem;
    struct escort_week empty = q->weeks[escort], with;
    struct duty first = option_duty(p, option), second = option_duty(p, other);
    if (!link_of(q)->same_escort || !able_at(q, b, other)[escort])
        return false;
    empty.n = 1;
    empty.duties = &first;
    with = week_with(q, &empty, &second);
    return week_breaks(p, &with) == RULE_NONE && team_among(q, b, other);
}

static bool partner_fits(struct asking *q, const struct able *b, int option, int escort)
{
    const struct problem *p = q->problem;
    const struct request *r = &p->requests[b->request];
    const struct option *mine = &p->options[option];
    for (int o = r->first_option; o < r->first_option + r->n_options; o++)
        if (step_kept(q, mine->start, p->options[o].start) &&
            both_granted(p, mine, &p->options[o]) && team_among(q, b, o) &&
            (teams_apart(q, option, escort, b, o) || carries_both(q, option, escort, b, o)))
            return true;
    return false;
}

/* ---- with the roster ------------------------------------------------------------------------ */

static bool hours_left(const struct asking *q, int option)
{
    const struct problem *p = q->problem;
    const struct option *o = &p->options[option];
    return o->grant == NONE ||
           grant_planned(p, q->roster, &p->grants[o->grant]) + o->debit <= p->grants[o->grant].left;
}

static bool roster_in_step(const struct asking *q, int option, int escort)
{
    const struct link *l = link_of(q);
    if (!l)
        return true;
    const struct visit *v = &q->roster->visits[partner_of(q)];
    bool same = false;
    for (int i = 0; i < v->n_escorts; i++)
        same |= v->escorts[i] == escort;
    return v->n_escorts > 0 && step_kept(q, q->problem->options[option].start, v->start) &&
           (l->same_escort || !same);
}

static void ask_now(struct asking *q, int option, int escort, bool left)
{
    const struct problem *p = q->problem;
    struct duty d = option_duty(p, option);
    if (!left) {
        note(q, escort, STAGE_LEFT, RULE_GRANT, option);
        return;
    }
    if (d.session && !session_has_room(p, q->roster, d.session, q->at, escort)) {
        note(q, escort, STAGE_LEFT, RULE_SESSION, option);
        return;
    }
    struct escort_week with = week_with(q, &q->weeks[escort], &d);
    enum rule rule = week_breaks(p, &with);
    if (rule != RULE_NONE)
        note(q, escort, STAGE_WEEK, rule, option);
    else if (!roster_in_step(q, option, escort))
        note(q, escort, STAGE_COMPANY, RULE_IN_STEP, option);
    else
        set_able(q, &q->now, option, escort);
}

static void follow(struct asking *q, const struct able *partner, int option, bool left)
{
    const struct problem *p = q->problem;
    for (int e = 0; e < p->n_escorts; e++) {
        if (!able_at(q, &q->alone, option)[e])
            continue;
        if (!team_among(q, &q->alone, option))
            note(q, e, STAGE_TEAM, RULE_STAFFING, option);
        else if (partner && !partner_fits(q, partner, option, e))
            note(q, e, STAGE_TEAM, RULE_IN_STEP, option);
        else
            ask_now(q, option, e, left);
    }
    for (int e = 0; e < p->n_escorts; e++)
        if (able_at(q, &q->now, option)[e])
            note(q, e, team_among(q, &q->now, option) ? STAGE_FREE : STAGE_COMPANY,
                 team_among(q, &q->now, option) ? RULE_NONE : RULE_STAFFING, option);
}

static void follow_all(struct asking *q)
{
    const struct request *r = q->request;
    struct able partner;
    q->alone = able_new(q->scratch, q->problem, q->at);
    q->now = able_new(q->scratch, q->problem, q->at);
    ask_alone(q, &q->alone);
    if (link_of(q)) {
        partner = able_new(q->scratch, q->problem, partner_of(q));
        ask_alone(q, &partner);
    }
    for (int o = r->first_option; o < r->first_option + r->n_options; o++)
        if (q->alone.n[o - r->first_option] > 0)
            follow(q, link_of(q) ? &partner : NULL, o, hours_left(q, o));
}

/* ---- the fact ------------------------------------------------------------------------------- */

/* What the rule says of the week: of the visit, if it says anything of it. */
static struct breach week_breach(struct asking *q, const struct escort_week *w, enum rule rule)
{
    struct verdict verdict = {0};
    struct judgement j = {.arena = q->scratch, .problem = q->problem, .verdict = &verdict};
    for (int i = 0; i < N_OF_WEEK; i++)
        if (OF_WEEK[i].rule == rule)
            OF_WEEK[i].of(q->problem, w, &j);
    for (int i = 0; i < j.n_breaches; i++)
        if (j.breaches[i].request == q->at || j.breaches[i].other == q->at)
            return j.breaches[i];
    require(j.n_breaches > 0, "a rule that is broken says how");
    return j.breaches[0];
}

static struct breach grant_breach(const struct asking *q, const struct option *o)
{
    const struct problem *p = q->problem;
    if (!o || o->grant == NONE)
        return breach_of(RULE_GRANT, 1);
    const struct grant *g = &p->grants[o->grant];
    struct breach b = breach_of(RULE_GRANT, grant_planned(p, q->roster, g) + o->debit - g->left);
    b.other = o->grant;
    b.from = g->span.from;
    b.to = g->span.to;
    b.limit = g->left;
    return b;
}

static struct breach session_breach(const struct asking *q, const struct option *o)
{
    const struct session *s = &q->problem->sessions[o->session - 1];
    struct breach b = breach_of(RULE_SESSION, 1);
    int all = 0;
    for (int r = 0; r < q->problem->n_requests; r++)
        all += q->roster->visits[r].n_escorts > 0 && q->roster->visits[r].session == o->session;
    b.other = o->session - 1;
    b.from = s->start;
    b.to = s->start + s->minutes;
    b.limit = all >= s->capacity ? s->capacity : s->shared ? NONE : s->per_escort;
    return b;
}

static bool of_week(enum rule rule)
{
    for (int i = 0; i < N_OF_WEEK; i++)
        if (OF_WEEK[i].rule == rule)
            return true;
    return false;
}

static struct breach breach_noted(struct asking *q, int escort)
{
    const struct problem *p = q->problem;
    const struct note *n = &q->notes[escort];
    const struct option *o = n->option == NONE ? NULL : &p->options[n->option];
    struct breach b = breach_of(n->rule, 1);
    if (o && of_week(n->rule)) {
        struct duty d = option_duty(p, n->option);
        struct escort_week own = q->weeks[escort];
        own.n = n->stage == STAGE_WEEK ? own.n : 0;
        struct escort_week with = week_with(q, &own, &d);
        b = week_breach(q, &with, n->rule);
    } else if (n->rule == RULE_GRANT) {
        b = grant_breach(q, o);
    } else if (n->rule == RULE_SESSION) {
        b = session_breach(q, o);
    } else if (o) {
        b.from = o->start;
        b.to = o->start + o->minutes;
    }
    if (n->rule == RULE_STAFFING)
        b.limit = q->request->needed;
    if (n->rule == RULE_IN_STEP)
        b.other = partner_of(q);
    b.escort = escort;
    b.client = q->request->client;
    if (b.request == NONE)
        b.request = q->at;
    return b;
}

static struct standing_fact fact_of(struct asking *q, int escort, bool chosen)
{
    const struct note *n = &q->notes[escort];
    struct standing_fact f = {STANDING_CHOSEN, n->option, breach_of(RULE_NONE, 0)};
    if (chosen)
        return f;
    f.standing = n->stage == STAGE_FREE   ? STANDING_FREE
                 : n->stage <= STAGE_TEAM ? STANDING_BLOCKED
                                          : STANDING_OCCUPIED;
    if (f.standing != STANDING_FREE)
        f.breach = breach_noted(q, escort);
    return f;
}

const struct standing_fact *rules_standings(struct arena *a, const struct problem *p,
                                            const struct roster *r, int request)
{
    struct arena *scratch = arena_new();
    struct roster *without = roster_copy(scratch, r);
    struct standing_fact *facts = NEW_ARRAY(a, struct standing_fact, p->n_escorts + 1);
    require(r->n_requests == p->n_requests, "the roster is of another problem");
    without->visits[request] = (struct visit){0};
    struct asking q = {.scratch = scratch,
                       .problem = p,
                       .roster = without,
                       .weeks = escort_weeks(scratch, p, without),
                       .request = &p->requests[request],
                       .at = request,
                       .notes = NEW_ARRAY(scratch, struct note, p->n_escorts + 1),
                       .duties = NEW_ARRAY(scratch, struct duty, p->n_requests + 2)};
    follow_all(&q);
    for (int e = 0; e < p->n_escorts; e++)
        facts[e] = fact_of(&q, e, visit_has_escort(&r->visits[request], e));
    arena_free(scratch);
    return facts;
}
