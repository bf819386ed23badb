/* WEEKLY_REST. An employee rests 36 hours on end in every period of seven days
 * (ATL 14 §); the seven days begin on Monday at the employee's day anchor.
 *
 * Daily rest and weekly rest are two rights, and one does not use up the other: the
 * municipal agreement says that they must not overlap (AB, since 2023-10-01), and so
 * does the court of the Union of the directive (C-477/21, MAV-START: daily rest is
 * given besides weekly rest, also where it comes just before it). So the window of 36
 * hours must leave to each working day that this week's work meets a daily rest of its
 * own. A day whose rest was given elsewhere, before the shift, say, needs no more, and
 * the weekly rest may begin as soon as that shift ends; where it was not, its eleven
 * hours come first, and a free stretch must be 47 hours long.
 *
 * It is enough to look at each free stretch [a, b) by itself. A day that lies within it
 * is not worked and asks for nothing. Only two days are cut by its ends: the one that
 * holds a, whose daily rest can only be moved to the head of the stretch, and the one
 * that holds b - 1, where it can only be moved to the tail. Where the stretch has no
 * room for it in that day, DAILY_REST is broken and says so; nothing is taken from the
 * weekly rest for it. A day that holds both ends rests once. */
#include "rules/rule.h"

/* The minutes of daily rest that the stretch must give to the working day k, of which
 * it holds [from, to): none if the day is not worked, rests elsewhere, or has no room. */
static int daily_part(const struct problem *p, const struct escort_week *w, int k,
                      int from, int to)
{
    struct span day = {w->border[k], w->border[k + 1]}, rest;
    int daily = figures_on(p, k - 1)->daily_rest_minutes;
    bool before, after;
    if (to - from < daily)
        return 0;
    rest = longest_rest(p, w, (struct span){day.from, from}, &before);
    if (rest.to - rest.from >= daily)
        return 0;
    rest = longest_rest(p, w, (struct span){to, day.to}, &after);
    return (before || after) && rest.to - rest.from < daily ? daily : 0;
}

static int least(int a, int b)
{
    return a < b ? a : b;
}

static int most(int a, int b)
{
    return a > b ? a : b;
}

/* What of the free stretch [a, b) may be weekly rest. */
static int weekly_part(const struct problem *p, const struct escort_week *w, int a, int b)
{
    int head = working_day_of(w, a), tail = working_day_of(w, b - 1);
    a += daily_part(p, w, head, a, least(b, w->border[head + 1]));
    if (tail != head)
        b -= daily_part(p, w, tail, w->border[tail], b);
    return b - a;
}

/* The longest rest in the week; *touched: does this week's work meet it? */
static int weekly_rest(const struct problem *p, const struct escort_week *w,
                       bool *touched)
{
    int free_from = w->border[1], week_to = w->border[1 + DAYS], best = 0;
    struct work_walk walk = {0};
    struct duty d;
    *touched = false;
    while (work_next(p, w, &walk, &d)) {
        if (d.end <= w->border[1] || d.start >= week_to)
            continue;
        *touched |= d.request != NONE;
        if (d.start - free_from > best)
            best = most(best, weekly_part(p, w, free_from, d.start));
        free_from = most(free_from, d.end);
    }
    if (week_to - free_from > best)
        best = most(best, weekly_part(p, w, free_from, week_to));
    return best;
}

int64_t weekly_rest_of(const struct problem *p, const struct escort_week *w,
                       struct judgement *j)
{
    if (!escort_employed(&p->escorts[w->escort]))
        return 0;
    bool touched;
    int required = p->rule.weekly_rest_minutes;
    int missing = required - weekly_rest(p, w, &touched);
    if (!touched || missing <= 0)
        return 0;
    struct breach b = breach_of(RULE_WEEKLY_REST, missing);
    b.escort = w->escort;
    b.from = w->border[1];
    b.to = w->border[1 + DAYS];
    b.limit = required;
    report_breach(j, b);
    return missing;
}

void check_weekly_rest(struct judgement *j)
{
    judge_each_escort(j, RULE_WEEKLY_REST, weekly_rest_of);
}
