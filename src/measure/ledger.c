/* The ledger: what was granted, and what became of it, to the minute. Each decision has
 * an account in each of its periods. It goes by the days on which visits begin, whatever
 * week they were planned in, so a month gets the days of a week that reaches into the
 * next one. Hours that were carried over are used first and are not carried a second
 * time (as a rule they lapse at the period's end). */
#include "measure/measured.h"
#include "measure/period.h"
#include "measure/use.h"

#include <stdlib.h>

struct ledger {
    struct arena *arena;
    const struct measured *measured;
    struct uses uses;
    struct ledger_row *rows;
    int n, room;
};

static enum period_kind kind_of(enum grant_period p)
{
    return p == PER_QUARTER ? PERIOD_QUARTER : p == PER_MONTH ? PERIOD_MONTH : PERIOD_WEEK;
}

/* The days of a period on which the decision holds. */
static struct valid days_held(const struct decision *d, const struct period *p)
{
    return (struct valid){d->from_day > p->from_day ? d->from_day : p->from_day,
                          d->to_day < p->to_day ? d->to_day : p->to_day};
}

/* The first period of which the weeks show everything from the decision's first day in
 * it on: what an earlier one had left nobody knows. */
static struct period first_known(const struct ledger *l, const struct decision *d)
{
    int64_t covered = measured_from(l->measured);
    int64_t day = d->from_day > covered ? d->from_day : covered;
    struct period p = period_of_day(kind_of(d->period), day);
    bool cut = p.from_day < covered && d->from_day < covered;
    return cut ? period_of_day(p.kind, p.to_day + 1) : p;
}

static int carried_into(const struct ledger *l, int decision, const struct period *p)
{
    const struct decision *d = &measured_unit(l->measured)->decisions[decision];
    struct period past = first_known(l, d);
    int carried = 0;
    while (d->carry != CARRY_NONE && past.from_day < p->from_day) {
        int used = uses_between(&l->uses, decision, past.from_day, past.to_day);
        carried = grant_left_over(d, carried, used);
        past = period_of_day(past.kind, past.to_day + 1);
    }
    return carried;
}

static int pace_of(const struct ledger_row *row, int64_t as_of)
{
    int64_t days = row->to_day - row->from_day + 1, gone = as_of - row->from_day;
    gone = gone < 0 ? 0 : gone > days ? days : gone;
    return (int)((row->granted + row->carried) * gone / days);
}

/* All that is left, but for what goes over to the next period if there is one. */
static int lapsing_of(const struct decision *d, const struct ledger_row *row)
{
    int left = row->left > 0 ? row->left : 0;
    if (d->to_day <= row->to_day)
        return left;
    return left - grant_left_over(d, row->carried, row->delivered + row->planned);
}

/* 1970 began with one. */
static bool is_thursday(int64_t day)
{
    return day % DAYS == 0;
}

/* Of a period that began before the weeks, or has a week among them that is missing,
 * nobody knows what was used. Weeks belong where their Thursday does, and those from
 * as_of on may still be planned. */
static bool row_covered(const struct measured *m, const struct ledger_row *row)
{
    if (!measured_day(m, row->from_day))
        return false;
    for (int64_t day = row->from_day; day <= row->to_day && day < m->as_of; day++)
        if (is_thursday(day) && !measured_day(m, day))
            return false;
    return true;
}

static void add_row(struct ledger *l, int decision, struct valid days, int carried)
{
    const struct measured *m = l->measured;
    const struct decision *d = &measured_unit(m)->decisions[decision];
    struct ledger_row row = {.client = d->client,
                             .decision = decision,
                             .from_day = days.from_day,
                             .to_day = days.to_day,
                             .granted = d->minutes,
                             .carried = carried,
                             .closed = days.to_day < m->as_of};
    int64_t last_delivered = days.to_day < m->as_of ? days.to_day : m->as_of - 1;
    row.delivered = uses_between(&l->uses, decision, days.from_day, last_delivered);
    row.planned =
        uses_between(&l->uses, decision, days.from_day, days.to_day) - row.delivered;
    row.left = row.granted + row.carried - row.delivered - row.planned;
    row.pace = pace_of(&row, m->as_of);
    row.covered = row_covered(m, &row);
    row.lapsing = row.covered ? lapsing_of(d, &row) : 0;
    ARENA_PUSH(l->arena, l->rows, l->n, l->room, row);
}

static void add_periods(struct ledger *l, int decision)
{
    const struct decision *d = &measured_unit(l->measured)->decisions[decision];
    struct period p = period_of_day(kind_of(d->period), l->measured->period.from_day);
    while (p.from_day <= l->measured->period.to_day) {
        struct valid days = days_held(d, &p);
        if (days.from_day <= days.to_day)
            add_row(l, decision, days, carried_into(l, decision, &p));
        p = period_of_day(p.kind, p.to_day + 1);
    }
}

/* What an occasion is granted is its longest length. Nothing lapses when it was shorter,
 * and there is no pace to keep. */
static void add_occasions(struct ledger *l, int decision)
{
    const struct measured *m = l->measured;
    int granted = measured_unit(m)->decisions[decision].minutes;
    for (int i = l->uses.first[decision]; i < l->uses.first[decision + 1]; i++) {
        const struct use *u = &l->uses.at[i];
        bool delivered = u->day < m->as_of;
        if (!period_holds_day(&m->period, u->day))
            continue;
        struct ledger_row row = {.client = measured_unit(m)->decisions[decision].client,
                                 .decision = decision,
                                 .from_day = u->day,
                                 .to_day = u->day,
                                 .granted = granted,
                                 .delivered = delivered ? u->minutes : 0,
                                 .planned = delivered ? 0 : u->minutes,
                                 .left = granted - u->minutes,
                                 .closed = delivered,
                                 .covered = true};
        ARENA_PUSH(l->arena, l->rows, l->n, l->room, row);
    }
}

static int by_client(const void *x, const void *y)
{
    const struct ledger_row *a = x, *b = y;
    if (a->client != b->client)
        return (a->client > b->client) - (a->client < b->client);
    if (a->decision != b->decision)
        return (a->decision > b->decision) - (a->decision < b->decision);
    if (a->from_day != b->from_day)
        return (a->from_day > b->from_day) - (a->from_day < b->from_day);
    return (a->left > b->left) - (a->left < b->left); /* two occasions of a day */
}

int ledger_rows(struct arena *a, const struct measured *m, const struct ledger_row **out)
{
    struct ledger l = {.arena = a, .measured = m};
    require(measured_alike(m), "the weeks are of one unit");
    l.uses = uses_of(a, m);
    for (int i = 0; i < measured_unit(m)->n_decisions; i++)
        if (measured_unit(m)->decisions[i].period == PER_OCCASION)
            add_occasions(&l, i);
        else
            add_periods(&l, i);
    if (l.n > 0)
        qsort(l.rows, (size_t)l.n, sizeof *l.rows, by_client);
    *out = l.rows;
    return l.n;
}
