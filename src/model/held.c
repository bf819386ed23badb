/* What is held as it was given out. A visit that has begun is as it is, whatever was learnt
 * since: an absence that was told later, a veto, hours that the client would rather have. One
 * that begins within the freeze is held if it still can be: if its escorts are there and may
 * meet the client, and the time is one that the client offers. */
#include "model/builder.h"

/* ---- can it be ------------------------------------------------------------ */

static bool there(const struct escort *e, int from, int to)
{
    for (int i = 0; i < e->n_available; i++)
        if (e->available[i].from <= from && to <= e->available[i].to)
            return true;
    return false;
}

static bool declined(const struct request_draft *d, int escort)
{
    for (int i = 0; i < d->offers.n; i++)
        if (d->offers.at[i].escort == escort && d->offers.at[i].answer == ANSWER_DECLINED)
            return true;
    return false;
}

static bool may_come(const struct problem_builder *b, const struct request_draft *d, int escort)
{
    const struct request *r = &d->it;
    size_t pair = (size_t)r->client * (size_t)b->escorts.n + (size_t)escort;

    return there(&b->escorts.at[escort].it, r->pub_start, r->pub_start + r->pub_minutes) &&
           b->problem->barred[pair] == BAR_NONE && !declined(d, escort);
}

static bool offers_told(const struct problem_builder *b, const struct request *r)
{
    for (int k = 0; k < r->n_alternatives; k++)
        if (alternative_offers(&r->alternatives[k], r->pub_start, b->problem->grid))
            return r->pub_minutes <= r->minutes && r->pub_minutes >= r->minutes_min;
    return false;
}

static bool pinned_otherwise(const struct request *r)
{
    return r->pinned && r->pin_start != NONE && r->pin_start != r->pub_start;
}

static bool can_stay(const struct problem_builder *b, const struct request_draft *d)
{
    const struct request *r = &d->it;

    if (r->n_pub_escorts != r->needed || !offers_told(b, r) || pinned_otherwise(r))
        return false;
    for (int i = 0; i < r->n_pub_escorts; i++)
        if (!may_come(b, d, r->pub_escorts[i]))
            return false;
    return true;
}

static bool is_held(const struct problem_builder *b, const struct request_draft *d)
{
    const struct problem *p = b->problem;
    const struct request *r = &d->it;

    if ((p->now == 0 && p->freeze == 0) || p->published == 0 || !r->published || r->n_pub_escorts == 0)
        return false;
    return r->pub_start < p->now || (r->pub_start < p->now + p->freeze && can_stay(b, d));
}

/* ---- holding it ----------------------------------------------------------- */

static void hold(struct request *r)
{
    r->held = true;
    r->pinned = true;
    r->pin_start = r->pub_start;
    r->needed = r->n_pin_escorts = r->n_pub_escorts;
    for (int i = 0; i < r->n_pub_escorts; i++)
        r->pin_escorts[i] = r->pub_escorts[i];
}

/* What is to be in step with something that is held keeps to its time. */
static void keep_step(struct problem_builder *b, const struct link *l)
{
    const struct request *first = &b->requests.at[l->first].it;
    const struct request *second = &b->requests.at[l->second].it;

    if (first->held)
        b->requests.at[l->second].it.step =
            (struct span){first->pub_start + l->gap_min, first->pub_start + l->gap_max + 1};
    else
        b->requests.at[l->first].it.step =
            (struct span){second->pub_start - l->gap_max, second->pub_start - l->gap_min + 1};
}

/* It can no longer be both or neither. */
static void unlink_held(struct problem_builder *b)
{
    int n = 0;

    for (int i = 0; i < b->links.n; i++) {
        const struct link l = b->links.at[i].it;
        struct request *first = &b->requests.at[l.first].it;
        struct request *second = &b->requests.at[l.second].it;
        bool parts = first->held || second->held;
        if (first->held != second->held)
            keep_step(b, &l);
        first->link = second->link = parts ? NONE : n;
        if (!parts)
            b->links.at[n++] = b->links.at[i];
    }
    b->links.n = n;
}

static void today_not_before_now(struct problem *p)
{
    int day = week_day(&p->week, p->now);

    if (p->now > 0 && problem_date(p, day) > p->today)
        p->today = problem_date(p, day);
}

void held_settle(struct problem_builder *b)
{
    today_not_before_now(b->problem);
    for (int i = 0; i < b->requests.n; i++)
        if (is_held(b, &b->requests.at[i]))
            hold(&b->requests.at[i].it);
    unlink_held(b);
}
