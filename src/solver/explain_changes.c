/* The smallest changes by which an unserved request would be served. Of each kind the week is
 * first eased generously (every start of the day, everybody's hours, ...), and each way that
 * the search's twin then finds is a candidate, of the size of the change that it needs. In
 * rising size each is then tried with exactly that change: everything else as it is; with one
 * other visit moved; and the week planned anew, so that nobody else gets less. */
#include "solver/explain_parts.h"

#include "rules/rule.h"
#include "solver/twin.h"

#include <limits.h>
#include <stdlib.h>

enum {
    SHIFT_MOST = 6 * HOUR, /* an outing hours away is another one */
    LENGTH_LEAST = 30,
    TRIES_AS_IT_IS = 40,
    TRIES_MOVING = 6,
    TRIES_ANEW = 3,
    TRIES_ANEW_ALL = 6, /* of all kinds together */
    WORK_MOVING = 400000 /* prices */
};

struct candidate {
    struct change change;
    int size;
    bool fits;      /* with everything else as it is, by the twin */
    int64_t points; /* of the way, if it fits */
    int order;
};

struct seeking {
    struct explainer *x;
    struct arena *scratch;
    const struct problem *problem;
    const struct request *request;
    int at;
    struct roster *roster;
    struct explanation *e;
    struct candidate *list;
    int n, room;
    struct change *found;
    bool all; /* none was left out of the tries */
    int n_anew;
};

static int absolute(int x)
{
    return x < 0 ? -x : x;
}

static bool own_time(const struct alternative *t)
{
    return t->session == 0;
}

/* ---- starts on the same day and on another -------------------------------------------------- */

/* From the start to the window, below 0 if the window is later; INT_MAX on another day. */
static int off_window(const struct seeking *s, const struct alternative *t, int start)
{
    const struct week *w = &s->problem->week;
    if (!own_time(t) || week_day(w, t->from) != week_day(w, start))
        return INT_MAX;
    return start < t->from ? start - t->from : start > t->to ? start - t->to : 0;
}

static int shift_of(const struct seeking *s, int start)
{
    int best = INT_MAX;
    for (int k = 0; k < s->request->n_alternatives; k++) {
        int off = off_window(s, &s->request->alternatives[k], start);
        if (off != INT_MAX && (best == INT_MAX || absolute(off) < absolute(best)))
            best = off;
    }
    return best;
}

/* The minute of another day at which the clock is the same. */
static int same_clock(const struct seeking *s, int minute, int day)
{
    struct moment m = week_moment(&s->problem->week, minute);
    return week_minute_of_day(&s->problem->week, day, m.hour * HOUR + m.minute);
}

static int days_off(const struct seeking *s, int start)
{
    int best = INT_MAX, day = week_day(&s->problem->week, start);
    for (int k = 0; k < s->request->n_alternatives; k++) {
        const struct alternative *t = &s->request->alternatives[k];
        int asked = week_day(&s->problem->week, t->from);
        int same = own_time(t) ? same_clock(s, start, asked) : 0;
        if (own_time(t) && asked != day && same >= t->from && same <= t->to &&
            absolute(day - asked) < absolute(best))
            best = day - asked;
    }
    return best;
}

struct starts {
    int n, room, *at;
};

static void add_start(const struct seeking *s, struct starts *out, int start)
{
    const struct week *w = &s->problem->week;
    if (start >= 0 && start < week_length(w))
        ARENA_PUSH(s->scratch, out->at, out->n, out->room, start);
}

/* On the grid of each window, before it and after. */
static struct starts starts_near(const struct seeking *s)
{
    const struct week *w = &s->problem->week;
    struct starts out = {0};
    for (int k = 0; k < s->request->n_alternatives; k++) {
        const struct alternative *t = &s->request->alternatives[k];
        for (int by = s->problem->grid; own_time(t) && by <= SHIFT_MOST; by += s->problem->grid) {
            int last = t->from + (t->to - t->from) / s->problem->grid * s->problem->grid;
            if (week_day(w, t->from - by) == week_day(w, t->from))
                add_start(s, &out, t->from - by);
            if (week_day(w, last + by) == week_day(w, t->from) && last + by > t->to)
                add_start(s, &out, last + by);
        }
    }
    return out;
}

static struct starts starts_on_other_days(const struct seeking *s)
{
    struct starts out = {0};
    for (int k = 0; k < s->request->n_alternatives; k++) {
        const struct alternative *t = &s->request->alternatives[k];
        for (int start = t->from; own_time(t) && start <= t->to; start += s->problem->grid)
            for (int day = 0; day < DAYS; day++)
                if (day != week_day(&s->problem->week, start))
                    add_start(s, &out, same_clock(s, start, day));
    }
    return out;
}

/* ---- hours ---------------------------------------------------------------------------------- */

static int not_available(const struct escort *e, struct span s)
{
    int minutes = s.to - s.from;
    for (int i = 0; i < e->n_available; i++) {
        int from = e->available[i].from > s.from ? e->available[i].from : s.from;
        int to = e->available[i].to < s.to ? e->available[i].to : s.to;
        minutes -= to > from ? to - from : 0;
    }
    return minutes;
}

static bool absent_in(const struct escort *e, struct span s)
{
    for (int i = 0; i < e->n_absent; i++)
        if (e->absent[i].from < s.to && s.from < e->absent[i].to)
            return true;
    return false;
}

/* What of a visit, with the way from home and back, the escort is not available for. Nobody is
 * asked who is sick or away then, or to have been there already: that is no way at all. */
static int hours_more(const struct problem *p, const struct node *x, struct span *needed)
{
    const struct escort *e = &p->escorts[x->escort];
    *needed =
        (struct span){x->start - node_home_leg(p, x, true), x->end + node_home_leg(p, x, false)};
    if (needed->from < p->now) {
        if (not_available(e, (struct span){needed->from, p->now}) > 0)
            return 0;
        needed->from = p->now;
    }
    return absent_in(e, *needed) ? 0 : not_available(e, *needed);
}

static const struct problem *with_all_hours(const struct seeking *s)
{
    const struct problem *p = s->problem;
    const struct week *w = &p->week;
    for (int day = 0; day < DAYS; day++) {
        struct span hours = {w->day_start[day + 1], w->day_start[day]};
        for (int o = s->request->first_option; o < s->request->first_option + s->request->n_options;
             o++) {
            const struct option *x = &s->problem->options[o];
            if (x->day != day)
                continue;
            hours.from = x->start < hours.from ? x->start : hours.from;
            hours.to = x->start + x->minutes > hours.to ? x->start + x->minutes : hours.to;
        }
        if (hours.from < hours.to) {
            int way = p->rule.home_legs ? 4 * HOUR : 0;
            hours = (struct span){hours.from - way, hours.to + way};
            p = relax_hours(s->scratch, p, NONE, hours);
        }
    }
    return p;
}

/* Beyond their own maximum, with the visit and what they have in the roster. */
static int work_more(const struct seeking *s, const struct node *x, const struct roster *r)
{
    const struct problem *p = s->problem;
    struct roster *with = roster_copy(s->scratch, r);
    int most = p->escorts[x->escort].max_minutes, n = p->n_requests;
    struct duty *duties = NEW_ARRAY(s->scratch, struct duty, n + 1);
    if (most == NONE)
        return 0;
    with->visits[s->at] = (struct visit){.start = x->start,
                                         .minutes = x->end - x->start,
                                         .session = x->session,
                                         .n_escorts = 1,
                                         .escorts = {x->escort}};
    struct escort_week week = {.escort = x->escort, .duties = duties};
    week.n = roster_duties(p, with, x->escort, duties, n);
    escort_week_borders(p, x->escort, week.border);
    return working_minutes(p, &week) - most;
}

/* ---- the decision's hours ------------------------------------------------------------------- */

/* What was used already beyond what was granted. */
static int overdrawn(const struct decision *d, const struct grant *g)
{
    int all = d->minutes + g->carried - g->used;
    return all < g->left ? g->left - all : 0;
}

static int hours_lacking(const struct seeking *s, const struct option *o)
{
    const struct problem *p = s->problem;
    const struct decision *d = &p->decisions[s->request->decision];
    if (d->period == PER_OCCASION)
        return o->debit - d->minutes;
    if (o->grant == NONE)
        return 0;
    const struct grant *g = &p->grants[o->grant];
    return grant_planned(p, s->roster, g) + o->debit - g->left + overdrawn(d, g);
}

/* Enough for the request, whatever its period. */
static int grant_enough(const struct seeking *s)
{
    const struct problem *p = s->problem;
    int most = 0;
    for (int i = 0; i < p->n_grants; i++) {
        int over = overdrawn(&p->decisions[s->request->decision], &p->grants[i]);
        if (p->grants[i].decision == s->request->decision && over > most)
            most = over;
    }
    return most + s->request->minutes;
}

/* ---- candidates ----------------------------------------------------------------------------- */

static const struct problem *eased_generously(const struct seeking *s, enum change_kind kind)
{
    struct starts starts;
    switch (kind) {
    case CHANGE_START:
        starts = starts_near(s);
        return relax_starts(s->scratch, s->problem, s->at, starts.at, starts.n);
    case CHANGE_DAY:
        starts = starts_on_other_days(s);
        return relax_starts(s->scratch, s->problem, s->at, starts.at, starts.n);
    case CHANGE_LENGTH: {
        int least = s->request->minutes_min;
        while (least - s->problem->grid >= LENGTH_LEAST &&
               2 * (least - s->problem->grid) >= s->request->minutes)
            least -= s->problem->grid;
        return relax_length(s->scratch, s->problem, s->at, least);
    }
    case CHANGE_HOURS:
        return with_all_hours(s);
    case CHANGE_WORK:
        return relax_work(s->scratch, s->problem, NONE, DAY);
    case CHANGE_ACCEPT:
        return relax_accept(s->scratch, s->problem, s->request->client, NONE);
    case CHANGE_PIN:
        return relax_pin(s->scratch, s->problem, s->at);
    case CHANGE_GRANT:
        return relax_grant(s->scratch, s->problem, s->at, grant_enough(s));
    case CHANGE_SEAT: {
        const struct problem *p = s->problem;
        for (int i = 0; i < p->n_sessions; i++)
            p = relax_seats(s->scratch, p, i, 1);
        return p;
    }
    case CHANGE_NOTHING:
    case CHANGE_ESCORT:
    case CHANGE_COUNT:
        break;
    }
    return s->problem;
}

static const struct problem *eased_exactly(struct arena *a, const struct seeking *s,
                                           const struct change *c)
{
    const struct problem *p = s->problem;
    switch (c->kind) {
    case CHANGE_START:
    case CHANGE_DAY:
        return relax_starts(a, p, s->at, &c->span.from, 1);
    case CHANGE_LENGTH:
        return relax_length(a, p, s->at, s->request->minutes_min - c->amount);
    case CHANGE_HOURS:
        return relax_hours(a, p, c->escort, c->span);
    case CHANGE_WORK:
        return relax_work(a, p, c->escort, c->amount);
    case CHANGE_ACCEPT:
        return relax_accept(a, p, s->request->client, c->escort);
    case CHANGE_PIN:
        return relax_pin(a, p, s->at);
    case CHANGE_GRANT:
        return relax_grant(a, p, s->at, c->amount);
    case CHANGE_SEAT:
        return relax_seats(a, p, c->session, 1);
    case CHANGE_ESCORT:
        for (int i = 0; i < c->amount; i++)
            p = relax_escort(a, p, s->at, c->span);
        return p;
    case CHANGE_NOTHING:
    case CHANGE_COUNT:
        break;
    }
    return p;
}

/* What a way in the eased week needs; false if it needs nothing of the kind. */
static bool change_of_way(const struct seeking *s, const struct node *x,
                          const struct problem *eased, struct candidate *c)
{
    const struct option *o = &eased->options[x->option];
    c->change.span = (struct span){x->start, x->end};
    switch (c->change.kind) {
    case CHANGE_START:
        c->change.amount = shift_of(s, x->start);
        break;
    case CHANGE_DAY:
        c->change.amount = days_off(s, x->start);
        break;
    case CHANGE_LENGTH:
        c->change.amount = s->request->minutes_min - o->minutes;
        break;
    case CHANGE_HOURS:
        c->change.amount = hours_more(s->problem, x, &c->change.span);
        c->change.escort = x->escort;
        break;
    case CHANGE_WORK:
        c->change.amount = work_more(s, x, s->roster);
        c->change.escort = x->escort;
        break;
    case CHANGE_ACCEPT:
        c->change.amount =
            pair_barred(s->problem, s->request->client, x->escort) == BAR_NOT_ACCEPTED;
        c->change.escort = x->escort;
        break;
    case CHANGE_GRANT:
        c->change.amount = hours_lacking(s, o);
        break;
    case CHANGE_SEAT:
        c->change.amount = o->session != 0;
        c->change.session = o->session - 1;
        break;
    case CHANGE_PIN:
        c->change.amount = 1;
        break;
    case CHANGE_NOTHING:
    case CHANGE_ESCORT:
    case CHANGE_COUNT:
        return false;
    }
    c->size = absolute(c->change.amount);
    return c->size > 0 && c->change.amount != INT_MAX &&
           (c->change.amount > 0 || c->change.kind == CHANGE_START || c->change.kind == CHANGE_DAY);
}

static struct change change_begun(enum change_kind kind)
{
    return (struct change){.kind = kind, .escort = NONE, .session = NONE, .moved = NONE};
}

/* By size; of one size what fits first, and the better way. */
static int by_size(const void *x, const void *y)
{
    const struct candidate *a = x, *b = y;
    if (a->size != b->size)
        return a->size - b->size;
    if (a->fits != b->fits)
        return b->fits - a->fits;
    if (a->points != b->points)
        return (a->points > b->points) - (a->points < b->points);
    return a->order - b->order;
}

static bool same_change(const struct change *x, const struct change *y)
{
    return x->amount == y->amount && x->escort == y->escort && x->session == y->session &&
           (x->kind == CHANGE_LENGTH || x->kind == CHANGE_GRANT || x->kind == CHANGE_PIN ||
            x->kind == CHANGE_SEAT || x->kind == CHANGE_ACCEPT ||
            (x->span.from == y->span.from && x->span.to == y->span.to));
}

/* Each change once, at its best way. */
static void sort_candidates(struct seeking *s)
{
    int n = 0;
    if (s->n == 0)
        return;
    qsort(s->list, (size_t)s->n, sizeof *s->list, by_size);
    for (int i = 0; i < s->n; i++) {
        int k = n;
        while (k > 0 && s->list[k - 1].size == s->list[i].size &&
               !same_change(&s->list[k - 1].change, &s->list[i].change))
            k--;
        if (k == 0 || s->list[k - 1].size != s->list[i].size)
            s->list[n++] = s->list[i];
    }
    s->n = n;
}

static void add_candidate(struct seeking *s, struct candidate c)
{
    c.order = s->n;
    ARENA_PUSH(s->scratch, s->list, s->n, s->room, c);
}

/* With the visit alone it is least, and enough if what the escort has is moved. */
static void add_work_alone(struct seeking *s, const struct node *x, struct candidate c)
{
    int alone = work_more(s, x, roster_new(s->scratch, s->problem));
    if (alone <= 0 || alone == c.change.amount)
        return;
    c.change.amount = c.size = alone;
    c.fits = false;
    add_candidate(s, c);
}

/* Ways in the week eased generously, priced on the roster as it is. */
static void gather(struct seeking *s, enum change_kind kind)
{
    const struct problem *eased = eased_generously(s, kind);
    bool *asked = NEW_ARRAY(s->scratch, bool, eased->n_requests + 1);
    asked[s->at] = true;
    struct net *net = net_among(s->scratch, eased, asked);
    struct twin *t = twin_new(s->scratch, net);
    twin_adopt(t, s->roster);
    s->n = 0;
    for (int i = 0; i < net->n_nodes; i++) {
        const struct node *x = &net->nodes[i];
        struct candidate c = {.change = change_begun(kind)};
        if (!change_of_way(s, x, eased, &c))
            continue;
        int64_t price =
            twin_admits(t, x->option) ? twin_price(t, x, TWIN_FORBIDDEN - 1) : TWIN_FORBIDDEN;
        c.fits = price != TWIN_FORBIDDEN;
        c.points = c.fits ? price + eased->options[x->option].points : 0;
        add_candidate(s, c);
        if (kind == CHANGE_WORK)
            add_work_alone(s, x, c);
    }
    sort_candidates(s);
}

/* One escort at each time asked for, the best ranked first; then one more. */
static void gather_escorts(struct seeking *s)
{
    const struct request *q = s->request;
    s->n = 0;
    for (int count = 1; count <= q->needed; count++)
        for (int o = q->first_option; o < q->first_option + q->n_options; o++) {
            const struct option *x = &s->problem->options[o];
            struct candidate c = {
                .change = change_begun(CHANGE_ESCORT), .size = count, .fits = true};
            c.change.amount = count;
            c.change.span = (struct span){x->start, x->start + x->minutes};
            add_candidate(s, c);
        }
    sort_candidates(s);
}

/* ---- trying them ---------------------------------------------------------------------------- */

static bool as_it_is(struct seeking *s, const struct problem *eased, struct candidate *c)
{
    static const struct narrowed ANY = {NONE, NONE, NONE};
    c->change.then = THEN_NOTHING;
    return way_as_it_is(s->x, eased, s->at, &ANY, &c->change.difference);
}

/* No visit gets shorter by it: the request gives rights at least its own minutes. */
static bool moving_one(struct seeking *s, const struct problem *eased, struct candidate *c)
{
    struct offer_wish wish = {s->at, 1, true, eased->now, WORK_MOVING};
    struct arena *scratch = arena_new();
    struct offerings o = offers_find(scratch, eased, s->roster, &wish);
    const struct request *q = &eased->requests[s->at];
    bool found = false;
    s->all = s->all && o.all;
    if (o.n > 0 && o.list[0].moved != NONE) {
        const struct offering *best = &o.list[0];
        int minutes = best->visit.minutes < q->minutes ? best->visit.minutes : q->minutes;
        found = best->rights >= (int64_t)q->rights * minutes &&
                difference_of(s->x, eased, offering_taken(scratch, s->roster, s->at, best), s->at,
                              &c->change.difference);
        c->change.then = THEN_ONE_MOVED;
        c->change.moved = best->moved;
        c->change.moved_to = best->moved_to;
    }
    arena_free(scratch);
    return found;
}

static enum status planned_anew(struct seeking *s, const struct problem *eased, struct candidate *c,
                                bool *helps, struct faults *f)
{
    static const struct narrowed ANY = {NONE, NONE, NONE};
    struct forced forced;
    TRY(force(s->x, eased, s->at, &ANY, &forced, f));
    *helps = forced_hurts_none(eased, s->at, &forced);
    c->change.then = THEN_REPLANNED;
    c->change.difference = forced.difference;
    if (!*helps && forced.found != FOUND_PROVED_NONE)
        s->all = s->all && forced.found == FOUND_ROSTER && forced.bounded && forced.whole &&
                 forced.rights_least == forced.difference.rights;
    return STATUS_OK;
}

/* How much more somebody works is known of the week as it is; and where the way home counts
 * somebody who comes from another visit would be there for less. */
static bool size_known(const struct seeking *s, const struct change *c)
{
    return (c->kind != CHANGE_WORK || c->then == THEN_NOTHING) &&
           (c->kind != CHANGE_HOURS || !s->problem->rule.home_legs);
}

static void keep(struct seeking *s, const struct candidate *c)
{
    struct change *out = &s->found[s->e->n_changes++];
    *out = c->change;
    out->smallest = s->all && size_known(s, &c->change);
}

/* The first in rising size that helps with everything else as it is; s->n if none does. */
static int try_as_it_is(struct seeking *s)
{
    int tries = 0;
    s->all = true;
    for (int i = 0; i < s->n; i++) {
        if (!s->list[i].fits && s->request->needed == 1)
            continue;
        if (tries++ == TRIES_AS_IT_IS || explain_over(s->x)) {
            s->all = false;
            break;
        }
        struct arena *scratch = arena_new();
        bool helps = as_it_is(s, eased_exactly(scratch, s, &s->list[i].change), &s->list[i]);
        arena_free(scratch);
        if (helps) {
            keep(s, &s->list[i]);
            return i;
        }
    }
    return s->n;
}

/* Is it worth trying, what is smaller having been found not to help without? */
static bool smaller(const struct seeking *s, int i, int found)
{
    return i < s->n && (found == s->n || s->list[i].size < s->list[found].size);
}

static int try_moving(struct seeking *s, int found)
{
    s->all = true;
    for (int i = 0; smaller(s, i, found); i++) {
        if (i == TRIES_MOVING || explain_over(s->x))
            break;
        struct arena *scratch = arena_new();
        bool helps = moving_one(s, eased_exactly(scratch, s, &s->list[i].change), &s->list[i]);
        arena_free(scratch);
        if (helps) {
            keep(s, &s->list[i]);
            return i;
        }
    }
    return found;
}

static enum status try_anew(struct seeking *s, struct faults *f)
{
    s->all = true;
    for (int i = 0; i < s->n && i < TRIES_ANEW; i++) {
        bool helps = false;
        if (explain_over(s->x) || s->n_anew++ >= TRIES_ANEW_ALL)
            break;
        struct arena *scratch = arena_new();
        enum status status =
            planned_anew(s, eased_exactly(scratch, s, &s->list[i].change), &s->list[i], &helps, f);
        arena_free(scratch);
        TRY(status);
        if (helps) {
            keep(s, &s->list[i]);
            break;
        }
    }
    return STATUS_OK;
}

/* Does it need nothing but that much of the roster? Then nothing else is to be changed for it. */
static bool helped(const struct seeking *s, enum change_then then)
{
    return s->e->n_changes > 0 && s->e->changes[0].kind == CHANGE_NOTHING &&
           s->e->changes[0].then <= then;
}

/* A request in step with another is served with it or not at all: offers know of none. */
static enum status look_for(struct seeking *s, enum change_kind kind, struct faults *f)
{
    bool apart = s->request->link == NONE;
    if (kind == CHANGE_ESCORT)
        gather_escorts(s);
    else
        gather(s, kind);
    int found = apart ? try_as_it_is(s) : s->n;
    if (apart && kind != CHANGE_ESCORT && s->request->needed == 1 && !helped(s, THEN_ONE_MOVED))
        found = try_moving(s, found);
    return found == s->n && s->n > 0 && !helped(s, THEN_REPLANNED) ? try_anew(s, f) : STATUS_OK;
}

static enum tried tried_of(const struct seeking *s, int changes_before)
{
    if (s->e->n_changes > changes_before)
        return TRIED_HELPS;
    if (explain_over(s->x))
        return TRIED_TOO_LATE;
    return s->n > 0 && !helped(s, THEN_REPLANNED) ? TRIED_NO_WAY : TRIED_NEEDLESS;
}

/* The request needs nothing but another roster. */
static void look_for_nothing(struct seeking *s)
{
    struct candidate c = {.change = change_begun(CHANGE_NOTHING)};
    const struct forced *forced = &s->e->forced;
    s->all = true;
    if (s->request->link == NONE && s->request->needed == 1 && moving_one(s, s->problem, &c)) {
        s->all = true;
        keep(s, &c);
    } else if (forced_hurts_none(s->problem, s->at, forced)) {
        c.change.then = THEN_REPLANNED;
        c.change.difference = forced->difference;
        s->all = true;
        keep(s, &c);
    }
}

static bool applies(const struct seeking *s, enum change_kind kind)
{
    const struct request *q = s->request;
    switch (kind) {
    case CHANGE_ACCEPT:
        return s->problem->clients[q->client].choosy;
    case CHANGE_PIN:
        return q->pinned;
    case CHANGE_GRANT:
        return q->decision != NONE;
    case CHANGE_SEAT:
        for (int i = 0; i < q->n_alternatives; i++)
            if (!own_time(&q->alternatives[i]))
                return true;
        return false;
    case CHANGE_START:
    case CHANGE_DAY:
    case CHANGE_LENGTH:
    case CHANGE_HOURS:
    case CHANGE_WORK:
    case CHANGE_ESCORT:
        return true;
    case CHANGE_NOTHING:
    case CHANGE_COUNT:
        break;
    }
    return false;
}

/* What disturbs fewest first, else in the order of kinds. */
static void sort_changes(struct change *list, int n)
{
    for (int i = 1; i < n; i++) {
        struct change c = list[i];
        int at = i;
        for (; at > 0 && list[at - 1].then > c.then; at--)
            list[at] = list[at - 1];
        list[at] = c;
    }
}

enum status changes_find(struct explainer *x, struct explanation *e, struct faults *f)
{
    struct seeking s = {.x = x,
                        .scratch = arena_new(),
                        .problem = x->problem,
                        .request = &x->problem->requests[e->request],
                        .at = e->request,
                        .e = e,
                        .found = NEW_ARRAY(x->arena, struct change, 2 * CHANGE_COUNT)};
    enum status status = STATUS_OK;
    if (e->n_standing[STANDING_FREE] > 0 || s.request->held) { /* nothing needs to, or can */
        arena_free(s.scratch);
        return STATUS_OK;
    }
    s.roster = explain_without(s.scratch, x, e->request);
    e->changes = s.found;
    look_for_nothing(&s);
    e->tried[CHANGE_NOTHING] = e->n_changes > 0                         ? TRIED_HELPS
                               : e->forced.found == FOUND_NOT_TRIED    ? TRIED_TOO_LATE
                               : e->forced.found == FOUND_PROVED_NONE ? TRIED_NEEDLESS
                                                                      : TRIED_NO_WAY;
    for (int kind = CHANGE_NOTHING + 1; kind < CHANGE_COUNT && status == STATUS_OK; kind++) {
        int before = e->n_changes;
        if (!applies(&s, (enum change_kind)kind))
            continue;
        s.n = 0;
        if (!explain_over(x))
            status = look_for(&s, (enum change_kind)kind, f);
        e->tried[kind] = tried_of(&s, before);
        e->cut_short = e->cut_short || e->tried[kind] == TRIED_TOO_LATE;
    }
    sort_changes(s.found, e->n_changes);
    arena_free(s.scratch);
    return status;
}
