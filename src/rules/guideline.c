/* GUIDELINE. What a municipal guideline caps: the length of an outing, a client's hours
 * in a month, the client's age (Halmstad: 8 hours on an occasion, 20 in a month, from
 * the year one turns 12). A decision is individual and goes before any guideline (LSS
 * 7 §), so a cap that was passed only warns. Hours of other weeks are known where a
 * decision grants them by the month. The fields of a warning tell which cap it is: one
 * about an outing has a request, one about a month none, one about age no time. */
#include "rules/rule.h"

static void check_outing(struct judgement *j, int request)
{
    const struct visit *v = &j->roster->visits[request];
    int day = week_day(&j->problem->week, v->start);
    int most = figures_on(j->problem, day)->guideline_occasion_minutes;
    if (most == 0 || v->minutes <= most)
        return;
    struct breach b = visit_breach(j, RULE_GUIDELINE, request);
    b.amount = v->minutes - most;
    b.limit = most;
    report_breach(j, b);
}

/* In the other weeks of the month that this part of the week lies in. */
static int used_before(const struct problem *p, int client, int part)
{
    int minutes = 0;
    for (int i = 0; i < p->n_grants; i++) {
        const struct decision *d = &p->decisions[p->grants[i].decision];
        if (d->client == client && d->period == PER_MONTH &&
            month_part(p, p->grants[i].span.from) == part)
            minutes += p->grants[i].used;
    }
    return minutes;
}

static void check_month(struct judgement *j, int client, int part, int planned)
{
    const struct problem *p = j->problem;
    struct span time = {part ? p->month_border : 0,
                        part ? week_length(&p->week) : p->month_border};
    int most = figures_on(p, week_day(&p->week, time.from))->guideline_month_minutes;
    if (most == 0 || planned == 0)
        return;
    struct breach b = breach_of(RULE_GUIDELINE,
                                used_before(p, client, part) + planned - most);
    if (b.amount <= 0)
        return;
    b.client = client;
    b.from = time.from;
    b.to = time.to;
    b.limit = most;
    report_breach(j, b);
}

/* The age from which the guideline gives escort, 0 if the client has it. Years are
 * counted, as only the year of birth is known. */
static int age_wanting(const struct problem *p, int client, int start)
{
    int birth = p->clients[client].birth_year;
    int age = figures_on(p, week_day(&p->week, start))->guideline_age;
    return birth != 0 && week_moment(&p->week, start).year - birth < age ? age : 0;
}

struct young {
    int minutes, age;
};

static void check_age(struct judgement *j, int client, struct young young)
{
    if (young.minutes == 0)
        return;
    struct breach b = breach_of(RULE_GUIDELINE, young.minutes);
    b.client = client;
    b.limit = young.age;
    report_breach(j, b);
}

void check_guideline(struct judgement *j)
{
    const struct problem *p = j->problem;
    struct young *young = NEW_ARRAY(j->arena, struct young, p->n_clients + 1);
    int *planned[2];
    for (int part = 0; part < 2; part++)
        planned[part] = NEW_ARRAY(j->arena, int, p->n_clients + 1);
    for (int r = 0; r < p->n_requests; r++) {
        const struct visit *v = &j->roster->visits[r];
        int client = p->requests[r].client;
        if (v->n_escorts == 0)
            continue;
        int age = age_wanting(p, client, v->start);
        check_outing(j, r);
        if (p->requests[r].decision != NONE)
            planned[month_part(p, v->start)][client] += visit_debit(p, j->roster, r);
        if (age)
            young[client] = (struct young){young[client].minutes + v->minutes, age};
    }
    for (int c = 0; c < p->n_clients; c++) {
        for (int part = 0; part < 2; part++)
            check_month(j, c, part, planned[part][c]);
        check_age(j, c, young[c]);
    }
}
