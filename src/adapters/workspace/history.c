/* Every other week that has a roster is read (other_week.c) and told to the
 * builder: its visits one by one, and what they add up to for an escort or a client.
 *
 * An earlier week's working time is reckoned as that week's own rules would: visits,
 * a session once, and the paid travel between visits of a working day. It goes by
 * the unit as it is today; nothing is kept of the day anchor, the places or the
 * contract that an escort had then. */
#include "adapters/workspace/history.h"

#include "adapters/workspace/other_week.h"
#include "base/text.h"
#include "model/draft.h"

#include <stdlib.h>

enum { EVENING_WEEKS = 4, SATURDAY = 5 };

/* Who carried out a client's series last. */
struct series_last {
    int64_t utc;
    int escort;
};

struct history {
    struct unit *unit;
    struct problem_builder *builder; /* the unit's */
    const struct rule_figures *rule;
    struct escort_past *past; /* by escort */
    int *shortage;            /* by client, minutes */
    struct ids *series;       /* "client/series" -> row of last */
    int n_last, room_last;
    struct series_last *last;
    int64_t covered_from, covered_to; /* the last unbroken run of earlier weeks */
};

/* An escort's work in another week: a visit, or a session with several clients. */
struct past_duty {
    int escort;
    int start, end;
    int from, to; /* places or NONE */
    int session;  /* 1 + row of the week's sessions; 0 */
};

struct duty_list {
    int n, room;
    struct past_duty *at;
};

static int64_t day_of(const struct week *w, int minute)
{
    struct moment m = week_moment(w, minute);

    return date_days(m.year, m.month, m.mday);
}

/* The decision that a request draws on if carried out that day: the one that was
 * named, else the client's only one that holds. */
static int decision_on(const struct unit *u, const struct other_request *q,
                       int64_t day)
{
    const struct unit_client *c = &u->client[q->client];
    int found = NONE;

    if (q->decision) {
        found = ids_find(c->decisions, q->decision);
        return found == ID_BROKEN ? NONE : found;
    }
    for (int i = 0; i < c->n_decisions; i++) {
        if (day < c->decision[i].from_day || day > c->decision[i].to_day)
            continue;
        if (found != NONE)
            return NONE;
        found = c->decision[i].index;
    }
    return found;
}

/* ---- visits ---- */

/* What a session charges is rounded up, as in the options of its own week. */
static int debit_of(const struct other_week *o, const struct visit *v)
{
    if (!v->session)
        return v->minutes;
    return (v->minutes * o->sessions[v->session - 1].debit_percent + 99) / 100;
}

static void tell_pair(struct history *h, const struct other_week *o,
                      const struct visit *v, int client, int escort)
{
    int64_t day = day_of(&o->week, v->start);
    bool contractor = !escort_employed(draft_escort(h->builder, escort));

    if (day < h->unit->monday) {
        problem_add_history(h->builder, client, escort, 1);
        problem_add_meeting(h->builder, client, escort,
                            (int)(h->unit->monday - day));
    }
    if (contractor && !v->session)
        problem_add_pair_minutes(h->builder, client, escort, day, v->minutes);
}

static const char *series_key(const struct history *h, int client,
                              const char *series)
{
    return arena_print(h->unit->arena, "%d/%s", client, series);
}

static void note_series(struct history *h, const struct other_week *o,
                        const struct other_request *q, const struct visit *v)
{
    struct series_last fresh = {week_utc(&o->week, v->start), NONE};

    if (o->weeks_ago < 1 || !q->series[0])
        return;
    if (v->n_escorts)
        fresh.escort = v->escorts[0];

    const char *key = series_key(h, q->client, q->series);
    int row = ids_find(h->series, key);
    if (row == NONE) {
        ids_set(h->series, ids_add(h->series, key), h->n_last);
        ARENA_PUSH(h->unit->arena, h->last, h->n_last, h->room_last, fresh);
    } else if (fresh.utc > h->last[row].utc) {
        h->last[row] = fresh;
    }
}

static void tell_visits(struct history *h, const struct other_week *o)
{
    for (int i = 0; i < o->n_visits; i++) {
        const struct visit *v = &o->visits[i].it;
        const struct other_request *q = &o->requests[o->visits[i].request];
        int64_t day = day_of(&o->week, v->start);

        if (q->client == NONE)
            continue;
        problem_add_used(h->builder, decision_on(h->unit, q, day), day,
                         debit_of(o, v));
        for (int k = 0; k < v->n_escorts; k++)
            tell_pair(h, o, v, q->client, v->escorts[k]);
        note_series(h, o, q, v);
    }
}

/* ---- what escorts did ---- */

static bool has_session(const struct duty_list *list, int escort, int session)
{
    for (int i = 0; i < list->n; i++)
        if (list->at[i].escort == escort && list->at[i].session == session)
            return true;
    return false;
}

static void add_duties(struct arena *a, const struct other_week *o,
                       const struct other_visit *visit, struct duty_list *list)
{
    const struct visit *v = &visit->it;
    const struct other_request *q = &o->requests[visit->request];
    int place = v->session ? o->sessions[v->session - 1].place : NONE;

    for (int i = 0; i < v->n_escorts; i++) {
        struct past_duty d = {
            .escort = v->escorts[i],
            .start = v->start,
            .end = v->start + v->minutes,
            .from = v->session ? place : q->meet,
            .to = v->session ? place : q->end,
            .session = v->session,
        };
        if (!v->session || !has_session(list, d.escort, d.session))
            ARENA_PUSH(a, list->at, list->n, list->room, d);
    }
}

static int by_escort(const void *x, const void *y)
{
    const struct past_duty *a = x, *b = y;

    if (a->escort != b->escort)
        return a->escort < b->escort ? -1 : 1;
    return (a->start > b->start) - (a->start < b->start);
}

static struct duty_list duties_of(struct arena *a, const struct other_week *o)
{
    struct duty_list list = {0};

    for (int i = 0; i < o->n_visits; i++)
        add_duties(a, o, &o->visits[i], &list);
    if (list.n)
        qsort(list.at, (size_t)list.n, sizeof *list.at, by_escort);
    return list;
}

/* Duties near enough to touch this week's rest. */
static void tell_outside(const struct history *h, const struct other_week *o,
                         const struct past_duty *d)
{
    const struct week *w = &h->unit->week;
    int from = week_minute_of_utc(w, week_utc(&o->week, d->start));
    struct span span = {from, from + d->end - d->start};

    if (span.to > -DAYS * DAY && span.from < week_length(w) + DAYS * DAY)
        problem_add_outside(h->builder, d->escort, span);
}

/* When the working day began that holds the minute. */
static int working_day_began(const struct week *w, int anchor, int minute)
{
    int day = week_day(w, minute);
    int began = week_minute_of_day(w, day, anchor);

    return began <= minute ? began : week_minute_of_day(w, day - 1, anchor);
}

static int paid_travel(const struct history *h, const struct other_week *o,
                       const struct past_duty *a, const struct past_duty *b)
{
    const struct escort *e = draft_escort(h->builder, a->escort);

    if (!escort_employed(e) || !h->rule->travel_is_work)
        return 0;
    if (a->start < working_day_began(&o->week, e->day_anchor, b->start))
        return 0;
    return draft_travel(h->builder, a->to, b->from);
}

static int working_minutes(const struct history *h, const struct other_week *o,
                           const struct past_duty *duties, int n)
{
    int minutes = 0;

    for (int i = 0; i < n; i++) {
        minutes += duties[i].end - duties[i].start;
        if (i > 0)
            minutes += paid_travel(h, o, &duties[i - 1], &duties[i]);
    }
    return minutes;
}

/* A duty is an evening's if it ends after the evening began on the day that it
 * starts on. */
static uint32_t evenings(const struct history *h, const struct other_week *o,
                         const struct past_duty *duties, int n)
{
    uint32_t count = 0;
    int last = NONE;

    for (int i = 0; i < n; i++) {
        int day = week_day(&o->week, duties[i].start);
        if (day == last || duties[i].end <= week_minute_of_day(&o->week, day,
                                                               h->rule->evening_from))
            continue;
        count++;
        last = day;
    }
    return count;
}

static bool on_weekend(const struct other_week *o,
                       const struct past_duty *duties, int n)
{
    for (int i = 0; i < n; i++)
        if (week_day(&o->week, duties[i].start) >= SATURDAY)
            return true;
    return false;
}

static int over_full_week(const struct history *h, int escort, int minutes)
{
    int contract = draft_escort(h->builder, escort)->contract_minutes;
    int full = h->rule->ordinary_minutes_week;

    if (contract != NONE && contract < full)
        full = contract;
    return minutes > full ? minutes - full : 0;
}

/* One escort's duties of an earlier week. A week belongs to the year that its
 * number does. */
static void note_past(struct history *h, const struct other_week *o,
                      const struct past_duty *duties, int n)
{
    int escort = duties[0].escort, ago = o->weeks_ago - 1;
    int minutes = working_minutes(h, o, duties, n);
    struct escort_past *past = &h->past[escort];

    if (o->week.iso_year == h->unit->week.iso_year)
        past->additional_year += over_full_week(h, escort, minutes);
    if (ago < EVENING_WEEKS)
        past->evenings += evenings(h, o, duties, n);
    if (ago >= PAST_WEEKS)
        return;
    past->minutes[ago] = minutes;
    past->weekends |= (uint32_t)on_weekend(o, duties, n) << ago;
}

static void tell_duties(struct history *h, const struct other_week *o)
{
    struct duty_list list = duties_of(h->unit->arena, o);

    for (int i = 0; i < list.n; i++)
        tell_outside(h, o, &list.at[i]);
    if (o->weeks_ago < 1)
        return;
    for (int first = 0, end; first < list.n; first = end) {
        for (end = first + 1; end < list.n; end++)
            if (list.at[end].escort != list.at[first].escort)
                break;
        note_past(h, o, list.at + first, end - first);
    }
    if (o->weeks_ago <= PAST_WEEKS)
        for (int i = 0; i < draft_escorts(h->builder); i++)
            h->past[i].known |= UINT32_C(1) << (o->weeks_ago - 1);
}

/* ---- what clients went without ---- */

static bool assessed_on(const struct history *h, const struct other_request *q,
                        int64_t day)
{
    int decision = decision_on(h->unit, q, day);

    if (decision == NONE)
        return false;
    const struct decision *d = draft_decision(h->builder, decision);
    return d->from_day <= day && day <= d->to_day && d->basis != SOL_11_5;
}

/* The visit of each request; NULL where there was none. */
static const struct visit **visits_by_request(const struct history *h,
                                              const struct other_week *o)
{
    const struct visit **of =
        NEW_ARRAY(h->unit->arena, const struct visit *, o->n_requests + 1);

    for (int i = 0; i < o->n_visits; i++)
        of[o->visits[i].request] = &o->visits[i].it;
    return of;
}

static void note_shortage(struct history *h, const struct other_week *o)
{
    if (o->weeks_ago < 1 || o->weeks_ago > h->rule->fairness_weeks)
        return;
    const struct visit **visits = visits_by_request(h, o);
    for (int i = 0; i < o->n_requests; i++) {
        const struct other_request *q = &o->requests[i];
        const struct visit *v = visits[i];
        int delivered = v ? v->minutes : 0;

        if (q->client != NONE && delivered < q->minutes &&
            assessed_on(h, q, v ? day_of(&o->week, v->start) : q->day))
            h->shortage[q->client] += q->minutes - delivered;
    }
}

/* ---- all of it ---- */

static void note_covered(struct history *h, const struct other_week *o)
{
    if (o->weeks_ago < 1)
        return;
    if (o->monday != h->covered_to)
        h->covered_from = o->monday;
    h->covered_to = o->monday + DAYS;
}

static void tell_week(struct history *h, const struct other_week *o)
{
    tell_visits(h, o);
    tell_duties(h, o);
    note_shortage(h, o);
    note_covered(h, o);
}

static void tell_series(const struct history *h)
{
    for (int i = 0; i < draft_requests(h->builder); i++) {
        const struct request *q = draft_request(h->builder, i);
        int row = ids_find(h->series, series_key(h, q->client, q->series));

        if (q->series[0] && row != NONE)
            problem_request_series(h->builder, i, h->last[row].escort);
    }
}

static void tell_sums(const struct history *h)
{
    for (int i = 0; i < draft_escorts(h->builder); i++)
        problem_escort_past(h->builder, i, &h->past[i]);
    for (int i = 0; i < draft_clients(h->builder); i++)
        problem_client_short(h->builder, i, h->shortage[i]);
    if (h->covered_to == h->unit->monday)
        problem_set_covered(h->builder, h->covered_from);
}

void history_read(struct unit *u, const char *dir, struct faults *f)
{
    struct history h = {
        .unit = u,
        .builder = u->builder,
        .rule = draft_rules(u->builder),
        .past = NEW_ARRAY(u->arena, struct escort_past,
                          draft_escorts(u->builder) + 1),
        .shortage = NEW_ARRAY(u->arena, int, draft_clients(u->builder) + 1),
        .series = ids_new(u->arena, _("request"), ""),
    };
    struct iso_week *list, this = {u->week.iso_year, u->week.iso_week};
    int n = weeks_list(u->arena, dir, &list);

    for (int i = 0; i < n; i++) {
        const struct other_week *o =
            weeks_compare(list[i], this) != 0
                ? other_week_read(u, dir, list[i], f)
                : NULL;
        if (o)
            tell_week(&h, o);
    }
    tell_series(&h);
    tell_sums(&h);
}
