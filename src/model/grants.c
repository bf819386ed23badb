/* What the decisions still allow this week. A period may begin or end inside
 * the week, and then a decision has two rows: one to each side of the border.
 *
 * Hours that go over to the next period are followed from the first period that
 * the workspace's rosters cover whole: what an earlier one had left nobody knows,
 * and a decision never grants more than it is known to. */
#include "model/builder.h"

#include <stdlib.h>

/* A number that two days share if they lie in the same period. */
static int64_t period_of(enum grant_period period, int64_t day)
{
    int year, month, mday;

    date_of_days(day, &year, &month, &mday);
    switch (period) {
    case PER_MONTH:
        return (int64_t)year * 12 + month - 1;
    case PER_QUARTER:
        return (int64_t)year * 4 + (month - 1) / 3;
    case PER_WEEK:
    case PER_OCCASION:
        break;
    }
    return (day + 3) / DAYS; /* weeks since that of 1970-01-01, a Thursday */
}

static bool holds_between(const struct decision *d, int64_t first,
                          int64_t last)
{
    return d->from_day <= last && first <= d->to_day;
}

struct grant_list {
    int n, room;
    struct grant *at;
};

static void add_rows(struct problem_builder *b, int decision,
                     struct grant_list *rows)
{
    const struct week *w = &b->problem->week;
    struct decision_draft *d = &b->decisions.at[decision];
    int64_t monday = w->monday;

    d->first_grant = rows->n;
    for (int first = 0, next; first < DAYS; first = next) {
        int64_t period = period_of(d->it.period, monday + first);
        struct grant row = {.decision = decision};

        next = first + 1;
        while (next < DAYS && period_of(d->it.period, monday + next) == period)
            next++;
        row.span = (struct span){w->day_start[first], w->day_start[next]};
        if (holds_between(&d->it, monday + first, monday + next - 1))
            LIST_ADD(b->arena, *rows, row);
    }
    d->n_grants = rows->n - d->first_grant;
}

void grants_make(struct problem_builder *b)
{
    struct grant_list rows = {0};

    for (int i = 0; i < b->decisions.n; i++)
        if (b->decisions.at[i].it.period != PER_OCCASION)
            add_rows(b, i, &rows);
    b->problem->n_grants = rows.n;
    b->problem->grants = b->grants = rows.at;
}

/* ---- what is used and carried over ------------------------------------- */

static int64_t row_period(const struct problem_builder *b,
                          const struct grant *row)
{
    const struct week *w = &b->problem->week;

    return period_of(b->decisions.at[row->decision].it.period,
                     w->monday + week_day(w, row->span.from));
}

static int by_decision(const void *x, const void *y)
{
    const struct used_note *a = x, *b = y;

    return (a->decision > b->decision) - (a->decision < b->decision);
}

static void sort_used(struct problem_builder *b)
{
    if (b->used.n)
        qsort(b->used.at, (size_t)b->used.n, sizeof *b->used.at, by_decision);
    for (int i = 0; i < b->used.n; i++) {
        struct decision_draft *d = &b->decisions.at[b->used.at[i].decision];

        if (d->n_used++ == 0)
            d->first_used = i;
    }
}

static int used_in(const struct problem_builder *b, int decision,
                   int64_t period)
{
    const struct decision_draft *d = &b->decisions.at[decision];
    const struct used_note *notes = b->used.at;
    int sum = 0;

    for (int i = d->first_used; i < d->first_used + d->n_used; i++)
        if (period_of(d->it.period, notes[i].day) == period)
            sum += notes[i].minutes;
    return sum;
}

/* The most that this week's requests can draw on a row. */
static int most_drawn(const struct problem_builder *b, int row)
{
    const struct option *options = b->problem->options;
    int sum = 0;

    for (int i = 0; i < b->requests.n; i++) {
        const struct request *r = &b->requests.at[i].it;
        int most = 0;

        for (int k = r->first_option; k < r->first_option + r->n_options; k++)
            if (options[k].grant == row && options[k].debit > most)
                most = options[k].debit;
        sum += most;
    }
    return sum;
}

/* The first period of a decision that is known whole, if that is before
 * `period`; else `period`. */
static int64_t first_known(const struct problem_builder *b,
                           const struct decision *d, int64_t period)
{
    int64_t first = d->from_day;

    if (b->covered_day == INT64_MAX)
        return period;
    if (first < b->covered_day) {
        first = b->covered_day;
        if (period_of(d->period, first - 1) == period_of(d->period, first))
            return period_of(d->period, first) + 1;
    }
    return period_of(d->period, first);
}

static int carried_into(const struct problem_builder *b, int row)
{
    const struct grant *rows = b->problem->grants;
    int decision = rows[row].decision, carried = 0;
    const struct decision_draft *d = &b->decisions.at[decision];
    int64_t period = row_period(b, &rows[row]);

    if (d->it.carry == CARRY_NONE)
        return 0;
    for (int64_t p = first_known(b, &d->it, period); p < period; p++) {
        int used = used_in(b, decision, p);

        if (row > d->first_grant && row_period(b, &rows[row - 1]) == p)
            used += most_drawn(b, row - 1);
        carried = grant_left_over(&d->it, carried, used);
    }
    return carried;
}

void grants_settle(struct problem_builder *b)
{
    struct grant *rows = b->grants;

    sort_used(b);
    for (int i = 0; i < b->problem->n_grants; i++) {
        const struct decision *d = &b->decisions.at[rows[i].decision].it;
        int all;

        rows[i].used = used_in(b, rows[i].decision, row_period(b, &rows[i]));
        rows[i].carried = carried_into(b, i);
        all = d->minutes + rows[i].carried;
        rows[i].left = all > rows[i].used ? all - rows[i].used : 0;
    }
}
