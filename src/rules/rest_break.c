/* BREAK. An employee has a break after at most 5 hours of work (ATL 15 §). A
 * stretch of work is a chain of visits with less than a break between them, travel taken
 * off. The law knows no day anchor here: a chain goes on through the night, and from one
 * week into the next, where it counts when this week has part of it. One long outing on its own may have its meal
 * on duty instead (ATL 16 §): the escort cannot leave the client. */
#include "rules/rule.h"

static bool goes_on(const struct problem *p, const struct duty *a, const struct duty *b)
{
    int least = figures_on(p, week_day(&p->week, a->start))->break_minutes;
    return b->start - a->end - travel_between(p, a, b) < least;
}

struct chain {
    struct duty last;
    int from, n;
    bool own; /* has work of this week */
};

static int64_t too_long(const struct problem *p, const struct escort_week *w,
                        const struct chain *c, struct judgement *j)
{
    const struct rule_figures *f = figures_on(p, week_day(&p->week, c->from));
    int over = c->last.end - c->from - f->break_after_minutes;
    if (over <= 0 || !c->own || (c->n == 1 && f->on_duty_meal))
        return 0;
    struct breach b = breach_of(RULE_BREAK, over);
    b.escort = w->escort;
    b.from = c->from;
    b.to = c->last.end;
    b.limit = f->break_after_minutes;
    report_breach(j, b);
    return over;
}

int64_t break_of(const struct problem *p, const struct escort_week *w,
                 struct judgement *j)
{
    struct work_walk walk = {0};
    struct chain c = {0};
    struct duty d;
    int64_t amount = 0;
    if (!escort_employed(&p->escorts[w->escort]))
        return 0;
    while (work_next(p, w, &walk, &d)) {
        if (c.n > 0 && !goes_on(p, &c.last, &d)) {
            amount += too_long(p, w, &c, j);
            c.n = 0;
        }
        if (c.n++ == 0)
            c = (struct chain){.from = d.start, .n = 1};
        c.last = d;
        c.own |= d.request != NONE;
    }
    return c.n > 0 ? amount + too_long(p, w, &c, j) : amount;
}

void check_rest_break(struct judgement *j)
{
    judge_each_escort(j, RULE_BREAK, break_of);
}
