#include "measure/measured.h"
#include "measure/period.h"

#include <string.h>

static bool units_alike(const struct problem *p, const struct problem *q)
{
    if (p->n_clients != q->n_clients || p->n_escorts != q->n_escorts ||
        p->n_decisions != q->n_decisions)
        return false;
    for (int i = 0; i < p->n_clients; i++)
        if (strcmp(p->clients[i].id, q->clients[i].id) != 0)
            return false;
    for (int i = 0; i < p->n_escorts; i++)
        if (strcmp(p->escorts[i].id, q->escorts[i].id) != 0)
            return false;
    for (int i = 0; i < p->n_decisions; i++)
        if (p->decisions[i].client != q->decisions[i].client ||
            strcmp(p->decisions[i].id, q->decisions[i].id) != 0)
            return false;
    return true;
}

bool measured_alike(const struct measured *m)
{
    for (int i = 1; i < m->n_weeks; i++)
        if (!units_alike(m->weeks[0].problem, m->weeks[i].problem))
            return false;
    return m->n_weeks > 0;
}

const struct problem *measured_unit(const struct measured *m)
{
    return m->weeks[m->n_weeks - 1].problem;
}

int64_t measured_from(const struct measured *m)
{
    return problem_date(m->weeks[0].problem, 0);
}

bool measured_day(const struct measured *m, int64_t day)
{
    for (int i = 0; i < m->n_weeks; i++) {
        int64_t monday = problem_date(m->weeks[i].problem, 0);
        if (monday <= day && day < monday + DAYS)
            return true;
    }
    return false;
}

bool week_counts(const struct measured *m, const struct week_result *w)
{
    return period_holds_week(&m->period, w->problem->week.iso_year,
                             w->problem->week.iso_week);
}

int weeks_counted(const struct measured *m)
{
    int n = 0;
    for (int i = 0; i < m->n_weeks; i++)
        n += week_counts(m, &m->weeks[i]);
    return n;
}

int64_t visit_day(const struct problem *p, const struct visit *v)
{
    return problem_date(p, week_day(&p->week, v->start));
}

bool visit_has(const struct visit *v, int escort)
{
    for (int i = 0; i < v->n_escorts; i++)
        if (v->escorts[i] == escort)
            return true;
    return false;
}

bool visit_as_told(const struct request *q, const struct visit *v)
{
    if (!q->published || v->start != q->pub_start || v->minutes != q->pub_minutes ||
        v->n_escorts != q->n_pub_escorts)
        return false;
    for (int i = 0; i < q->n_pub_escorts; i++)
        if (!visit_has(v, q->pub_escorts[i]))
            return false;
    return true;
}

int lowest_tenth(int n)
{
    return (n + 9) / 10 - 1;
}
