/* The three-month clock. A granted decision that is not carried out within three months
 * from the day of the decision is reported to the supervisor, to the auditors and, as a
 * number, to the council, each quarter; so is one whose carrying out was interrupted and
 * not taken up again within three months (LSS 28 f-h §§; SoL 34:1). The law names LSS 9:3
 * and SoL 11:1; what is given under SoL 11:4 or 11:5 has no clock.
 * Three months are three months of the calendar; the levels before are in days. */
#include "measure/clock.h"
#include "measure/measured.h"
#include "measure/period.h"

#include <stdlib.h>

enum { MONTHS_ALLOWED = 3 };

int64_t executed_on(const struct measured *m, const struct uses *u, int decision)
{
    int64_t told = measured_unit(m)->decisions[decision].executed_day;
    if (told)
        return told <= m->as_of ? told : 0;
    return uses_first_day(u, decision, INT64_MIN, m->as_of);
}

/* A visit after the interruption takes the decision up again, told or not. */
static int64_t resumed_on(const struct measured *m, const struct uses *u, int decision)
{
    const struct decision *d = &measured_unit(m)->decisions[decision];
    if (d->resumed_day)
        return d->resumed_day <= m->as_of ? d->resumed_day : 0;
    return uses_first_day(u, decision, d->interrupted_day + 1, m->as_of);
}

static enum clock_level level_of(int64_t since, int64_t last)
{
    int64_t days = last - since;
    if (last > months_after(since, MONTHS_ALLOWED))
        return CLOCK_REPORT;
    return days >= 90 ? CLOCK_90 : days >= 75 ? CLOCK_75 : days >= 60 ? CLOCK_60 : CLOCK_RUNNING;
}

struct clock_list {
    struct arena *arena;
    const struct measured *measured;
    struct clock_row *rows;
    int n, room;
};

/* A decision that has run out can be carried out no more: its clock stops there. */
static void add_clock(struct clock_list *l, int decision, bool interrupted, int64_t since,
                      int64_t ended)
{
    const struct measured *m = l->measured;
    const struct decision *d = &measured_unit(m)->decisions[decision];
    int64_t last = ended ? ended : d->to_day < m->as_of ? d->to_day : m->as_of;
    bool listed = ended ? period_holds_day(&m->period, ended) : last >= m->period.from_day;
    if (since == 0 || since > last || !listed)
        return;
    struct clock_row row = {.client = d->client,
                            .decision = decision,
                            .interrupted = interrupted,
                            .since_day = since,
                            .ended_day = ended,
                            .days = (int)(last - since),
                            .level = level_of(since, last),
                            .delay = d->delay};
    ARENA_PUSH(l->arena, l->rows, l->n, l->room, row);
}

static int longest_first(const void *x, const void *y)
{
    const struct clock_row *a = x, *b = y;
    if (a->days != b->days)
        return (a->days < b->days) - (a->days > b->days);
    if (a->client != b->client)
        return (a->client > b->client) - (a->client < b->client);
    if (a->decision != b->decision)
        return (a->decision > b->decision) - (a->decision < b->decision);
    return a->interrupted - b->interrupted;
}

int clock_rows(struct arena *a, const struct measured *m, const struct clock_row **out)
{
    struct clock_list l = {.arena = a, .measured = m};
    require(measured_alike(m), "the weeks are of one unit");
    struct uses uses = uses_of(a, m);
    for (int i = 0; i < measured_unit(m)->n_decisions; i++) {
        const struct decision *d = &measured_unit(m)->decisions[i];
        if (d->basis != LSS_9_3 && d->basis != SOL_11_1)
            continue;
        int64_t executed = executed_on(m, &uses, i);
        /* What was interrupted had begun, though nobody told when. */
        if (executed || !d->interrupted_day)
            add_clock(&l, i, false, d->decided_day, executed);
        if (d->interrupted_day)
            add_clock(&l, i, true, d->interrupted_day, resumed_on(m, &uses, i));
    }
    if (l.n > 0)
        qsort(l.rows, (size_t)l.n, sizeof *l.rows, longest_first);
    *out = l.rows;
    return l.n;
}
