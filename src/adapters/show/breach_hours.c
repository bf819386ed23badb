/* Sentences of breaches by the hours of a day or a week. */
#include "adapters/show/breach_told.h"
#include "base/text.h"

static const char *work_told(const struct told *t)
{
    const struct breach *b = t->breach;
    return arena_print(t->arena,
                       _("%s works %s between %s and %s; at most %s are allowed"),
                       t->escort, told_length(t, b->limit + b->amount), t->from,
                       t->to, told_length(t, b->limit));
}

/* The limit is what the earlier weeks of the period have left. */
static const char *average_told(const struct told *t, int week_minutes, int weeks)
{
    const struct breach *b = t->breach;
    return arena_print(
        t->arena,
        PLURAL("%s works %s in the week; of %s a week over %d week, %s are left",
               "%s works %s in the week; of %s a week on average over %d weeks, %s are left",
               weeks),
        t->escort, told_length(t, b->limit + b->amount),
        told_length(t, week_minutes), weeks, told_length(t, b->limit));
}

static const char *overtime_told(const struct told *t)
{
    const struct breach *b = t->breach;
    return arena_print(
        t->arena,
        _("%s works %s in the week; with the overtime that the caps of four weeks and of the year leave, %s are allowed"),
        t->escort, told_length(t, b->limit + b->amount), told_length(t, b->limit));
}

const char *told_hours(const struct told *t)
{
    const struct rule_figures *f = &t->problem->rule;
    if (t->breach->rule == RULE_ORDINARY_HOURS)
        return average_told(t, f->ordinary_minutes_week, f->ordinary_weeks);
    if (t->breach->rule == RULE_TOTAL_HOURS)
        return average_told(t, f->total_minutes_week, f->total_weeks);
    if (t->breach->rule == RULE_OVERTIME)
        return overtime_told(t);
    return work_told(t);
}
