/* What is said of a roster is so, by trying every roster there is: whoever is blocked is so
 * in all of them, whoever is free could come, a request that is put before everything costs
 * what it costs in the best of them, and no smaller change would have helped. */
#include "begun.h"

#include "ledsaga/explain.h"
#include "model/relax.h"
#include "oracle/brute_force.h"
#include "rules/rule.h"

#include <stdlib.h>
#include <string.h>

enum { REQUESTS = 10, ESCORTS = 4, SHIFT_MOST = 6 * HOUR, FORGET_EVERY = 4096 };

struct best {
    bool any;
    int64_t rights, rest;
};

struct world {
    struct trial *t;
    const struct problem *p;
    const struct roster *roster;
    struct arena *scratch;
    struct roster *r;
    int64_t tried;
    bool possible[REQUESTS][ESCORTS];
    struct best serving[REQUESTS]; /* of the rosters that serve the request */
};

/* ---- every roster --------------------------------------------------------------------------- */

static bool better(const struct best *x, const struct best *y)
{
    if (!y->any)
        return true;
    return x->rights != y->rights ? x->rights < y->rights : x->rest < y->rest;
}

static bool keeps_held(const struct world *w)
{
    for (int q = 0; q < w->p->n_requests; q++)
        if (w->p->requests[q].held && !roster_serves(w->r, q))
            return false;
    return true;
}

static void judge(struct world *w)
{
    if (++w->tried % FORGET_EVERY == 0) {
        arena_free(w->scratch);
        w->scratch = arena_new();
    }
    const struct verdict *v = rules_judge(w->scratch, w->p, w->r);
    for (int q = 0; v->n_breaches == 0 && keeps_held(w) && q < w->p->n_requests; q++) {
        const struct visit *x = &w->r->visits[q];
        struct best now = {true, v->tier[TIER_RIGHTS], v->tier[TIER_REST]};
        for (int i = 0; i < x->n_escorts; i++)
            w->possible[q][x->escorts[i]] = true;
        if (x->n_escorts > 0 && better(&now, &w->serving[q]))
            w->serving[q] = now;
    }
}

/* Calls go(w, given) with the request carried out in every way there is. */
static void every_way(struct world *w, const struct problem *p, int request,
                      void (*go)(struct world *, int), int given)
{
    const struct request *q = &p->requests[request];
    struct visit *v = &w->r->visits[request];
    for (int o = q->first_option; o < q->first_option + q->n_options; o++)
        for (unsigned team = 1; team < 1U << p->n_escorts; team++) {
            if (__builtin_popcount(team) != q->needed)
                continue;
            *v = (struct visit){.start = p->options[o].start,
                                .minutes = p->options[o].minutes,
                                .session = p->options[o].session};
            for (int e = 0; e < p->n_escorts; e++)
                if (team >> e & 1)
                    v->escorts[v->n_escorts++] = e;
            go(w, given);
        }
    *v = (struct visit){0};
}

static void every_roster(struct world *w, int request)
{
    if (request == w->p->n_requests) {
        judge(w);
        return;
    }
    every_roster(w, request + 1);
    every_way(w, w->p, request, every_roster, request + 1);
}

/* ---- how the escorts stand ------------------------------------------------------------------ */

static bool lawful(struct world *w, const struct problem *p)
{
    return rules_judge(w->scratch, p, w->r)->n_breaches == 0;
}

static bool now_free[ESCORTS];

static void note_free(struct world *w, int given)
{
    const struct visit *v = &w->r->visits[given];
    if (!lawful(w, w->p))
        return;
    for (int i = 0; i < v->n_escorts; i++)
        now_free[v->escorts[i]] = true;
}

/* Is the rule broken when nothing is planned but this visit, or when it is put into the roster? */
static bool breaks(struct world *w, const struct explanation *e, int escort)
{
    const struct standing_fact *f = &e->standings[escort];
    const struct option *o = &w->p->options[f->option];
    w->r = f->standing == STANDING_BLOCKED ? roster_new(w->scratch, w->p)
                                           : roster_copy(w->scratch, w->roster);
    w->r->visits[e->request] = (struct visit){.start = o->start,
                                              .minutes = o->minutes,
                                              .session = o->session,
                                              .n_escorts = 1,
                                              .escorts = {escort}};
    const struct verdict *v = rules_judge(w->scratch, w->p, w->r);
    for (int i = 0; i < v->n_breaches; i++)
        if (v->breaches[i].rule == f->breach.rule)
            return true;
    return false;
}

static void check_standings(struct world *w, const struct explanation *e)
{
    const struct problem *p = w->p;
    const struct request *q = &p->requests[e->request];
    memset(now_free, 0, sizeof now_free);
    w->r = roster_copy(w->scratch, w->roster);
    every_way(w, p, e->request, note_free, e->request);
    for (int i = 0; i < p->n_escorts; i++) {
        const struct standing_fact *f = &e->standings[i];
        const char *rule = f->breach.rule == RULE_NONE ? "-" : RULE_ROWS[f->breach.rule].name;
        bool blocked = f->standing == STANDING_BLOCKED;
        complain(w->t, !blocked || !w->possible[e->request][i],
                 "request %d, escort %d: blocked by %s, but there is a roster", e->request, i,
                 rule);
        complain(w->t, blocked || w->possible[e->request][i] || p->rule.home_legs || p->now > 0,
                 "request %d, escort %d: %s (%s), but there is no roster", e->request, i,
                 standing_word(f->standing), rule);
        if (f->standing == STANDING_CHOSEN)
            continue;
        complain(w->t, (f->standing == STANDING_FREE) == now_free[i],
                 "request %d, escort %d: %s (%s), by the judge %d", e->request, i,
                 standing_word(f->standing), rule, now_free[i]);
        if (f->breach.rule != RULE_NONE && f->option != NONE && q->needed == 1 && q->link == NONE &&
            !(blocked && p->rule.home_legs) && f->breach.rule != RULE_STAFFING)
            complain(w->t, breaks(w, e, i), "request %d, escort %d: %s is not broken", e->request,
                     i, rule);
    }
}

/* ---- put before everything ------------------------------------------------------------------ */

static void check_forced(struct world *w, const struct explanation *e)
{
    const struct best *truth = &w->serving[e->request];
    const struct verdict *v = rules_judge(w->scratch, w->p, w->roster);
    const struct forced *f = &e->forced;
    if (e->served)
        return;
    complain(w->t, f->found == (truth->any ? FOUND_ROSTER : FOUND_PROVED_NONE),
             "request %d: served at most %d, found %d", e->request, truth->any, f->found);
    if (f->found != FOUND_ROSTER)
        return;
    int64_t rights = truth->rights - v->tier[TIER_RIGHTS], rest = truth->rest - v->tier[TIER_REST];
    complain(w->t, f->difference.rights == rights && f->difference.rest == rest,
             "request %d costs %lld, %lld; found %lld, %lld", e->request, (long long)rights,
             (long long)rest, (long long)f->difference.rights, (long long)f->difference.rest);
    complain(w->t, f->bounded && f->whole && f->rights_least == rights,
             "request %d costs %lld, proved %lld", e->request, (long long)rights,
             (long long)f->rights_least);
    complain(w->t, f->rest_bounded && f->rest_least <= rest, "request %d: rest %lld, bound %lld",
             e->request, (long long)rest, (long long)f->rest_least);
}

/* ---- the smallest changes ------------------------------------------------------------------- */

static const struct change *change_found(const struct explanation *e, enum change_kind kind,
                                         enum change_then then)
{
    for (int i = 0; i < e->n_changes; i++)
        if (e->changes[i].kind == kind && e->changes[i].then == then)
            return &e->changes[i];
    return NULL;
}

/* The week in which the client would also go at this start: nobody asks for options. */
static const struct problem *also_at(struct world *w, int request, int start)
{
    struct problem *p = NEW(w->scratch, struct problem);
    struct request *requests = arena_grow(w->scratch, w->p->requests, (size_t)w->p->n_requests,
                                          (size_t)w->p->n_requests + 1, sizeof *requests);
    struct request *q = &requests[request];
    struct alternative *times = NEW_ARRAY(w->scratch, struct alternative, q->n_alternatives + 1);
    memcpy(times, q->alternatives, (size_t)q->n_alternatives * sizeof *times);
    times[q->n_alternatives++] = (struct alternative){.from = start, .to = start, .wish = NONE};
    q->alternatives = times;
    *p = *w->p;
    p->requests = requests;
    return p;
}

static bool served_at(struct world *w, int request, int start)
{
    const struct problem *p = also_at(w, request, start);
    const struct request *q = &p->requests[request];
    w->r = roster_copy(w->scratch, w->roster);
    struct visit *v = &w->r->visits[request];
    for (int minutes = q->minutes; minutes >= q->minutes_min; minutes -= p->grid)
        for (unsigned team = 1; team < 1U << p->n_escorts; team++) {
            if (__builtin_popcount(team) != q->needed)
                continue;
            *v = (struct visit){.start = start, .minutes = minutes};
            for (int e = 0; e < p->n_escorts; e++)
                if (team >> e & 1)
                    v->escorts[v->n_escorts++] = e;
            if (lawful(w, p))
                return true;
        }
    return false;
}

/* From the start to the nearest window of its day; 0 = it is within one. */
static int off_windows(const struct world *w, int request, int start)
{
    const struct request *q = &w->p->requests[request];
    int least = week_length(&w->p->week);
    for (int k = 0; k < q->n_alternatives; k++) {
        const struct alternative *a = &q->alternatives[k];
        int off = start < a->from ? a->from - start : start > a->to ? start - a->to : 0;
        if (!a->session && week_day(&w->p->week, a->from) == week_day(&w->p->week, start) &&
            off < least)
            least = off;
    }
    return least;
}

/* Minutes; more than SHIFT_MOST if none of so many helps. */
static int least_shift(struct world *w, int request)
{
    const struct request *q = &w->p->requests[request];
    const struct week *week = &w->p->week;
    int least = SHIFT_MOST + 1, grid = w->p->grid;
    for (int k = 0; k < q->n_alternatives; k++) {
        const struct alternative *a = &q->alternatives[k];
        int last = a->from + (a->to - a->from) / grid * grid;
        for (int off = -SHIFT_MOST; !a->session && off <= SHIFT_MOST; off += grid) {
            int start = (off < 0 ? a->from : last) + off, size = off_windows(w, request, start);
            if (size > 0 && size < least && start >= 0 && start < week_length(week) &&
                week_day(week, start) == week_day(week, a->from) && served_at(w, request, start))
                least = size;
        }
    }
    return least;
}

static bool anything_carried(const struct problem *p)
{
    for (int i = 0; i < p->n_grants; i++)
        if (p->grants[i].carried > 0)
            return true;
    return false;
}

static void check_shift(struct world *w, const struct explanation *e)
{
    const struct change *c = change_found(e, CHANGE_START, THEN_NOTHING);
    int least = least_shift(w, e->request);
    if (w->p->requests[e->request].link != NONE || anything_carried(w->p))
        return;
    if (complain(w->t, (c != NULL) == (least <= SHIFT_MOST), "request %d: a shift of %d, found %d",
                 e->request, least, c ? c->amount : 0) &&
        c) {
        complain(w->t, abs(c->amount) == least && c->smallest,
                 "request %d: shifted by %d, least is %d", e->request, c->amount, least);
        complain(w->t, off_windows(w, e->request, c->span.from) == least,
                 "request %d: it does not begin where it is said", e->request);
    }
}

/* The minutes more that some escort would have to be there; 0 = none would help. */
static int least_hours(struct world *w, int request)
{
    const struct request *q = &w->p->requests[request];
    int least = 0;
    for (int o = q->first_option; o < q->first_option + q->n_options; o++)
        for (int e = 0; e < w->p->n_escorts; e++) {
            const struct option *x = &w->p->options[o];
            struct span visit = {x->start, x->start + x->minutes};
            const struct escort *who = &w->p->escorts[e];
            int minutes = x->minutes;
            bool away = false;
            for (int i = 0; i < who->n_absent; i++)
                away |= who->absent[i].from < visit.to && visit.from < who->absent[i].to;
            for (int i = 0; i < who->n_available; i++) {
                int from =
                    who->available[i].from > visit.from ? who->available[i].from : visit.from;
                int to = who->available[i].to < visit.to ? who->available[i].to : visit.to;
                minutes -= to > from ? to - from : 0;
            }
            w->r = roster_copy(w->scratch, w->roster);
            w->r->visits[request] = (struct visit){.start = x->start,
                                                   .minutes = x->minutes,
                                                   .session = x->session,
                                                   .n_escorts = 1,
                                                   .escorts = {e}};
            if (minutes > 0 && !away && (least == 0 || minutes < least) &&
                lawful(w, relax_hours(w->scratch, w->p, e, visit)))
                least = minutes;
        }
    return least;
}

static void check_hours(struct world *w, const struct explanation *e)
{
    const struct change *c = change_found(e, CHANGE_HOURS, THEN_NOTHING);
    const struct request *q = &w->p->requests[e->request];
    if (q->link != NONE || q->needed > 1 || w->p->rule.home_legs)
        return;
    int least = least_hours(w, e->request);
    complain(w->t, least == (c ? c->amount : 0), "request %d: %d minutes more, found %d",
             e->request, least, c ? c->amount : 0);
}

/* With a week planned anew: no smaller shift leaves the others what they have. */
static void check_planned_anew(struct world *w, const struct explanation *e)
{
    const struct change *c = change_found(e, CHANGE_START, THEN_REPLANNED);
    const struct request *q = &w->p->requests[e->request];
    int64_t before = rules_judge(w->scratch, w->p, w->roster)->tier[TIER_RIGHTS];
    if (!c || !c->smallest || w->p->n_requests > 3 || w->p->now > 0)
        return;
    complain(w->t,
             c->difference.rights <= -(int64_t)q->rights * c->difference.visit.minutes ||
                 c->difference.visit.minutes > q->minutes,
             "request %d: planned anew, somebody has less", e->request);
    for (int off = w->p->grid; off < abs(c->amount); off += w->p->grid)
        for (int sign = -1; sign <= 1; sign += 2) {
            int start = sign < 0 ? q->alternatives[0].from - off : q->alternatives[0].to + off;
            if (q->n_alternatives > 1 || q->alternatives[0].session || start < 0 ||
                week_day(&w->p->week, start) != week_day(&w->p->week, q->alternatives[0].from))
                continue;
            const int64_t FIRST = 100000000;
            const struct problem *p = relax_starts(w->scratch, w->p, e->request, &start, 1);
            struct truth truth = brute_force(insist_on(w->scratch, p, e->request, FIRST));
            complain(w->t, truth.rights > before - (int64_t)q->rights * q->minutes,
                     "request %d: shifted by %d already", e->request, off);
        }
}

/* ---- the other kinds, with everything else as it is ----------------------------------------- */

/* Is there a way to serve the request in this week, all others being as they are? */
static bool any_way(struct world *w, const struct problem *p, int request)
{
    const struct request *q = &p->requests[request];
    w->r = roster_copy(w->scratch, w->roster);
    struct visit *v = &w->r->visits[request];
    for (int o = q->first_option; o < q->first_option + q->n_options; o++)
        for (unsigned team = 1; team < 1U << p->n_escorts; team++) {
            if (__builtin_popcount(team) != q->needed)
                continue;
            *v = (struct visit){.start = p->options[o].start,
                                .minutes = p->options[o].minutes,
                                .session = p->options[o].session};
            for (int e = 0; e < p->n_escorts; e++)
                if (team >> e & 1)
                    v->escorts[v->n_escorts++] = e;
            if (lawful(w, p))
                return true;
        }
    return false;
}

static int least_length(struct world *w, int request)
{
    const struct request *q = &w->p->requests[request];
    for (int m = w->p->grid; q->minutes_min - m >= 30 && 2 * (q->minutes_min - m) >= q->minutes;
         m += w->p->grid)
        if (any_way(w, relax_length(w->scratch, w->p, request, q->minutes_min - m), request))
            return m;
    return 0;
}

/* More and more helps no less: the least is between what does not and what does. */
static int least_grant(struct world *w, int request)
{
    int no = 0, yes = 4 * DAY;
    if (w->p->requests[request].decision == NONE ||
        !any_way(w, relax_grant(w->scratch, w->p, request, yes), request))
        return 0;
    while (yes - no > 1) {
        int middle = (no + yes) / 2;
        if (any_way(w, relax_grant(w->scratch, w->p, request, middle), request))
            yes = middle;
        else
            no = middle;
    }
    return yes;
}

static int least_work(struct world *w, int request)
{
    int least = 0;
    for (int e = 0; e < w->p->n_escorts; e++) {
        int no = 0, yes = DAY;
        if (w->p->escorts[e].max_minutes == NONE ||
            !any_way(w, relax_work(w->scratch, w->p, e, yes), request))
            continue;
        while (yes - no > 1) {
            int middle = (no + yes) / 2;
            if (any_way(w, relax_work(w->scratch, w->p, e, middle), request))
                yes = middle;
            else
                no = middle;
        }
        least = least == 0 || yes < least ? yes : least;
    }
    return least;
}

static int least_accept(struct world *w, int request)
{
    int client = w->p->requests[request].client;
    for (int e = 0; w->p->clients[client].choosy && e < w->p->n_escorts; e++)
        if (any_way(w, relax_accept(w->scratch, w->p, client, e), request))
            return 1;
    return 0;
}

static int least_pin(struct world *w, int request)
{
    return w->p->requests[request].pinned &&
           any_way(w, relax_pin(w->scratch, w->p, request), request);
}

static int least_seat(struct world *w, int request)
{
    for (int s = 0; s < w->p->n_sessions; s++)
        if (any_way(w, relax_seats(w->scratch, w->p, s, 1), request))
            return 1;
    return 0;
}

static int least_day(struct world *w, int request)
{
    const struct request *q = &w->p->requests[request];
    const struct week *week = &w->p->week;
    int least = 0;
    for (int k = 0; k < q->n_alternatives; k++)
        for (int start = q->alternatives[k].from;
             !q->alternatives[k].session && start <= q->alternatives[k].to; start += w->p->grid)
            for (int day = 0; day < DAYS; day++) {
                int off = abs(day - week_day(week, start));
                struct moment m = week_moment(week, start);
                int at = week_minute_of_day(week, day, m.hour * HOUR + m.minute);
                if (off > 0 && (least == 0 || off < least) &&
                    any_way(w, relax_starts(w->scratch, w->p, request, &at, 1), request))
                    least = off;
            }
    return least;
}

static int least_escorts(struct world *w, int request)
{
    const struct request *q = &w->p->requests[request];
    for (int n = 1; n <= q->needed; n++)
        for (int o = q->first_option; o < q->first_option + q->n_options; o++) {
            const struct option *x = &w->p->options[o];
            const struct problem *p = w->p;
            for (int i = 0; i < n; i++)
                p = relax_escort(w->scratch, p, request,
                                 (struct span){x->start, x->start + x->minutes});
            if (any_way(w, p, request))
                return n;
        }
    return 0;
}

static void check_kinds(struct world *w, const struct explanation *e)
{
    static const struct {
        enum change_kind kind;
        int (*least)(struct world *, int);
    } KINDS[] = {{CHANGE_LENGTH, least_length}, {CHANGE_GRANT, least_grant},
                 {CHANGE_WORK, least_work},     {CHANGE_ACCEPT, least_accept},
                 {CHANGE_PIN, least_pin},       {CHANGE_SEAT, least_seat},
                 {CHANGE_DAY, least_day},       {CHANGE_ESCORT, least_escorts}};
    if (w->p->requests[e->request].link != NONE || anything_carried(w->p))
        return;
    for (size_t i = 0; i < sizeof KINDS / sizeof *KINDS; i++) {
        const struct change *c = change_found(e, KINDS[i].kind, THEN_NOTHING);
        int least = KINDS[i].least(w, e->request);
        complain(w->t, least == (c ? abs(c->amount) : 0), "request %d, %s: %d is least, found %d",
                 e->request, change_word(KINDS[i].kind), least, c ? c->amount : 0);
        complain(w->t, !c || c->smallest, "request %d, %s: not proved", e->request,
                 change_word(KINDS[i].kind));
    }
}

/* Nothing of the past is proposed, and each change is of the size that is told. */
static void check_ahead(struct world *w, const struct explanation *e)
{
    for (int i = 0; i < e->n_changes; i++) {
        const struct change *c = &e->changes[i];
        const struct visit *v = &c->difference.visit;
        complain(w->t, v->n_escorts > 0 && v->start >= w->p->now,
                 "request %d: %s begins in the past", e->request, change_word(c->kind));
        complain(w->t, i == 0 || e->changes[i - 1].then <= c->then,
                 "request %d: changes are out of order", e->request);
        complain(w->t, c->kind != CHANGE_HOURS || c->span.from >= w->p->now,
                 "request %d: hours in the past", e->request);
        complain(w->t, c->then != THEN_ONE_MOVED || c->moved_to.start >= w->p->now,
                 "request %d: moved into the past", e->request);
    }
}

/* ---- options made anew ---------------------------------------------------------------------- */

static void check_made_anew(struct trial *t, const struct problem *p)
{
    for (int r = 0; r < p->n_requests; r++) {
        const struct problem *same = relax_starts(t->arena, p, r, NULL, 0);
        bool right = same->n_options == p->n_options;
        for (int g = 0; right && g < p->n_grants; g++)
            right = memcmp(&same->grants[g], &p->grants[g], sizeof *p->grants) == 0;
        for (int o = 0; right && o < p->n_options; o++)
            right = memcmp(&same->options[o], &p->options[o], sizeof *p->options) == 0;
        for (int q = 0; right && q < p->n_requests; q++)
            right = same->requests[q].first_option == p->requests[q].first_option &&
                    same->requests[q].n_options == p->requests[q].n_options;
        complain(t, right, "request %d: its options made anew are others", r);
    }
}

/* With next to no work what is said to be proved is so all the same. */
static void check_cut_short(struct world *w)
{
    struct explain_options asked = {.effort = 1, .seed = w->t->seed};
    struct explainer *x = explainer_new(w->t->arena, w->p, w->roster, &asked);
    int64_t before = rules_judge(w->scratch, w->p, w->roster)->tier[TIER_RIGHTS];
    struct faults f = {0};
    const struct explanation *e;
    for (int q = 0; q < w->p->n_requests; q++) {
        if (!complain(w->t, explain_request(x, q, &e, &f) == STATUS_OK, "request %d: a fault", q) ||
            e->served)
            continue;
        complain(w->t, e->forced.found != FOUND_PROVED_NONE || !w->serving[q].any,
                 "request %d, in haste: said to be impossible, but there is a roster", q);
        complain(w->t, !e->forced.bounded || e->forced.rights_least <= w->serving[q].rights - before,
                 "request %d, in haste: proved %lld, costs %lld", q,
                 (long long)e->forced.rights_least, (long long)(w->serving[q].rights - before));
        complain(w->t, e->explained == (e->forced.found == FOUND_PROVED_NONE ||
                                        (e->forced.found == FOUND_ROSTER && e->forced.bounded)),
                 "request %d, in haste: explained %d, found %d", q, e->explained, e->forced.found);
    }
}

static void explain_week(struct trial *t, const struct problem *p)
{
    struct solve_options options = {.seed = t->seed, .prove = true};
    struct faults f = {0};
    const struct solution *s;
    check_made_anew(t, p);
    if (p->n_requests > REQUESTS || p->n_escorts > ESCORTS ||
        !complain(t, solve(t->arena, p, &options, NULL, &s, &f) == STATUS_OK, "it is not solved"))
        return;
    struct world w = {.t = t, .p = p, .roster = s->roster, .scratch = arena_new()};
    w.r = roster_new(t->arena, p);
    every_roster(&w, 0);
    struct explain_options asked = {.changes = true, .seed = t->seed};
    struct explainer *x = explainer_new(t->arena, p, s->roster, &asked);
    for (int q = 0; q < p->n_requests; q++) {
        const struct explanation *e;
        if (!complain(t, explain_request(x, q, &e, &f) == STATUS_OK, "request %d: a fault", q))
            break;
        complain(t, e->explained, "request %d is not explained", q);
        check_standings(&w, e);
        check_ahead(&w, e);
        if (e->served)
            continue;
        check_forced(&w, e);
        if (e->n_standing[STANDING_FREE] > 0) {
            complain(t, e->n_changes == 0, "request %d needs no change", q);
            continue;
        }
        check_shift(&w, e);
        check_hours(&w, e);
        check_planned_anew(&w, e);
        check_kinds(&w, e);
    }
    check_cut_short(&w);
    arena_free(w.scratch);
}

void property_explain(struct trial *t)
{
    explain_week(t, t->problem);
}

void property_explain_begun(struct trial *t)
{
    struct solve_options quick = {.seed = t->seed, .effort = 1};
    struct faults f = {0};
    const struct solution *s;
    struct begun what;
    if (t->problem->published != 0 ||
        !complain(t, solve(t->arena, t->problem, &quick, NULL, &s, &f) == STATUS_OK, "it fails") ||
        !draw_begun(t, s->roster, &what))
        return;
    const struct problem *p = begun_week(t->arena, t->seed, &what);
    if (complain(t, p != NULL, "the week cannot have begun"))
        explain_week(t, p);
}
