/* A visit takes of its request's decision what the option says that it draws; one at a
 * time that was not offered takes its own length. */
#include "measure/use.h"
#include "measure/measured.h"

static int debit_of(const struct problem *p, const struct roster *r, int request)
{
    int option = roster_option(p, r, request);
    return option == NONE ? r->visits[request].minutes : p->options[option].debit;
}

static bool draws(const struct week_result *w, int request)
{
    return roster_serves(w->roster, request) && w->problem->requests[request].decision != NONE;
}

struct uses uses_of(struct arena *a, const struct measured *m)
{
    int n_decisions = measured_unit(m)->n_decisions;
    int *first = NEW_ARRAY(a, int, n_decisions + 1);
    int *next = NEW_ARRAY(a, int, n_decisions + 1);
    for (int i = 0; i < m->n_weeks; i++)
        for (int r = 0; r < m->weeks[i].problem->n_requests; r++)
            if (draws(&m->weeks[i], r))
                first[m->weeks[i].problem->requests[r].decision + 1]++;
    for (int d = 0; d < n_decisions; d++) {
        next[d] = first[d];
        first[d + 1] += first[d];
    }
    struct use *at = NEW_ARRAY(a, struct use, first[n_decisions] + 1);
    for (int i = 0; i < m->n_weeks; i++) {
        const struct week_result *w = &m->weeks[i];
        for (int r = 0; r < w->problem->n_requests; r++) {
            int d = w->problem->requests[r].decision;
            if (draws(w, r))
                at[next[d]++] = (struct use){d, visit_day(w->problem, &w->roster->visits[r]),
                                             debit_of(w->problem, w->roster, r)};
        }
    }
    return (struct uses){first, at};
}

int uses_between(const struct uses *u, int decision, int64_t from, int64_t to)
{
    int minutes = 0;
    for (int i = u->first[decision]; i < u->first[decision + 1]; i++)
        if (u->at[i].day >= from && u->at[i].day <= to)
            minutes += u->at[i].minutes;
    return minutes;
}

int64_t uses_first_day(const struct uses *u, int decision, int64_t from, int64_t before)
{
    int64_t first = 0;
    for (int i = u->first[decision]; i < u->first[decision + 1]; i++) {
        int64_t day = u->at[i].day;
        if (day >= from && day < before && (first == 0 || day < first))
            first = day;
    }
    return first;
}
