/* What the decisions still allow this week. A period may begin or end inside
 * the week, and then a decision has two rows: one to each side of the border. */
#include "model/builder.h"

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
    int64_t monday = week_monday(w);

    d->first_grant = rows->n;
    for (int first = 0, next; first < DAYS; first = next) {
        int64_t period = period_of(d->it.period, monday + first);
        struct grant row = {.decision = decision, .left = d->it.minutes};

        next = first + 1;
        while (next < DAYS && period_of(d->it.period, monday + next) == period)
            next++;
        row.span = (struct span){w->day_start[first], w->day_start[next]};
        if (holds_between(&d->it, monday + first, monday + next - 1))
            LIST_ADD(b->arena, *rows, row);
    }
    d->n_grants = rows->n - d->first_grant;
}

static void take_used(const struct problem_builder *b,
                      const struct used_note *note, struct grant *rows)
{
    const struct week *w = &b->problem->week;
    const struct decision_draft *d = &b->decisions.at[note->decision];
    int64_t monday = week_monday(w);
    int64_t period = period_of(d->it.period, note->day);

    for (int i = 0; i < d->n_grants; i++) {
        struct grant *row = &rows[d->first_grant + i];
        int day = week_day(w, row->span.from);

        if (period_of(d->it.period, monday + day) != period)
            continue;
        row->used += note->minutes;
        row->left = d->it.minutes > row->used ? d->it.minutes - row->used : 0;
    }
}

void grants_make(struct problem_builder *b)
{
    struct grant_list rows = {0};

    for (int i = 0; i < b->decisions.n; i++)
        if (b->decisions.at[i].it.period != PER_OCCASION)
            add_rows(b, i, &rows);
    for (int i = 0; i < b->used.n; i++)
        take_used(b, &b->used.at[i], rows.at);
    b->problem->n_grants = rows.n;
    b->problem->grants = rows.at;
}
