/* COST. What a visit adds to the cost, in points by 100 kr: a contractor's fee with
 * contributions and allowance, an hourly wage with holiday pay, unsocial hours, rides.
 * A monthly wage is paid whether the escort is sent or not. A session is one duty
 * however many clients it has. Each amount is rounded once, to the nearest öre. */
#include "rules/rule.h"

#include "ledsaga/holiday.h"

enum { WHOLE = 10000 }; /* hundredths of a per cent in one */

/* öre times 60: minutes paid by the hour. */
static int64_t unsocial_pay(const struct problem *p, const struct cost_figures *c,
                            const struct duty *d)
{
    int minutes[UNSOCIAL_COUNT];
    int64_t pay = 0;
    unsocial_minutes(&p->week, c, d->start, d->end, minutes);
    for (int u = UNSOCIAL_NONE + 1; u < UNSOCIAL_COUNT; u++)
        pay += (int64_t)unsocial_ore(c, (enum unsocial)u) * minutes[u];
    return pay;
}

/* öre times 60 times WHOLE, before the employer's percentage on it. */
static int64_t pay_of(const struct problem *p, const struct escort *e,
                      const struct cost_figures *c, const struct duty *d)
{
    int64_t minutes = d->end - d->start;
    if (!escort_employed(e))
        return (e->wage_ore ? e->wage_ore : c->fee_ore) * minutes * WHOLE;
    int64_t pay = unsocial_pay(p, c, d) * WHOLE;
    if (e->engagement == EMPLOYED_HOURLY)
        pay += (e->wage_ore ? e->wage_ore : c->hourly_wage_ore) * minutes *
               (WHOLE + c->holiday_pay);
    return pay;
}

/* So many hundredths of a per cent of it, without leaving 64 bits. */
static int64_t on_top(int64_t pay, int64_t hundredths)
{
    return pay / WHOLE * hundredths + pay % WHOLE * hundredths / WHOLE;
}

int64_t duty_cost_ore(const struct problem *p, int escort, const struct duty *d)
{
    const struct escort *e = &p->escorts[escort];
    const struct cost_figures *c = costs_on(p, week_day(&p->week, d->start));
    bool employed = escort_employed(e);
    int64_t pay = pay_of(p, e, c, d);
    int64_t unit = INT64_C(60) * WHOLE;
    pay += on_top(pay, employed ? c->on_cost : c->fee_on_cost);
    int64_t ore = (pay + unit / 2) / unit + (employed ? 0 : c->expense_visit_ore);
    if (!d->session && p->requests[d->request].escort_rides)
        ore += c->ride_ore;
    return ore;
}

int cost_points(const struct problem *p, int escort, const struct duty *d)
{
    if (p->weight.cost_100_kr == 0)
        return 0;
    return (int)(duty_cost_ore(p, escort, d) * p->weight.cost_100_kr / WHOLE);
}

int64_t cost_of(const struct problem *p, const struct escort_week *w,
                struct judgement *j)
{
    (void)j;
    return sum_of_duties(p, w, cost_points);
}

void check_cost(struct judgement *j)
{
    judge_each_escort(j, RULE_COST, cost_of);
}
