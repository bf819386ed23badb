/* Sentences of warnings: what is lawful and should be looked at. */
#include "adapters/show/breach_told.h"
#include "base/text.h"

static const char *notice_told(const struct told *t)
{
    const struct breach *b = t->breach;
    const char *notice = arena_print(
        t->arena, PLURAL("%d day", "%d days", b->limit), b->limit);
    return arena_print(
        t->arena,
        PLURAL("%s is told of %d visit with less than %s of notice: %s",
               "%s is told of %d visits with less than %s of notice, the first %s",
               b->amount),
        t->escort, b->amount, notice, t->from);
}

static const char *guideline_told(const struct told *t)
{
    const struct breach *b = t->breach;
    if (b->request != NONE)
        return arena_print(
            t->arena, _("%s, %s, takes %s; the guideline's cap is %s on one occasion"),
            t->visit, t->from, told_length(t, b->limit + b->amount),
            told_length(t, b->limit));
    if (b->from == NONE)
        return arena_print(
            t->arena,
            _("%s has %s planned and is younger than %d, from which age the guideline gives escort"),
            t->client, told_length(t, b->amount), b->limit);
    struct moment m = week_moment(&t->problem->week, b->from);
    return arena_print(
        t->arena,
        _("%s has %s in %s, this week and others; the guideline's cap is %s a month"),
        t->client, told_length(t, b->limit + b->amount), month_long(m.month),
        told_length(t, b->limit));
}

static const char *pace_told(const struct told *t)
{
    const struct breach *b = t->breach;
    return arena_print(
        t->arena,
        _("%s has %s planned between %s and %s; spread evenly over what is left of the period it would be %s"),
        t->client, told_length(t, b->limit + b->amount), t->from, t->to,
        told_length(t, b->limit));
}

const char *told_warning(const struct told *t)
{
    if (t->breach->rule == RULE_NOTICE)
        return notice_told(t);
    return t->breach->rule == RULE_GUIDELINE ? guideline_told(t) : pace_told(t);
}
