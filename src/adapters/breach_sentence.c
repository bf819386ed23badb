/* A breach as a scheduler reads it: the rule in a word or two, who and when, what
 * the roster has and what the figure is, and where the rule comes from. The
 * switches name every rule, so that the compiler asks for the words of a new
 * one. */
#include "adapters/phrase.h"
#include "adapters/plain.h"
#include "base/text.h"

static const char *rule_title(enum rule rule)
{
    switch (rule) {
    case RULE_OFFER:
        return _("Time asked for");
    case RULE_STAFFING:
        return _("Number of escorts");
    case RULE_IN_STEP:
        return _("In step");
    case RULE_PIN:
        return _("Pin");
    case RULE_NEEDS:
        return _("Needs");
    case RULE_VETO:
        return _("The right to say no");
    case RULE_AVAILABLE:
        return _("Availability");
    case RULE_OVERLAP:
        return _("Time between visits");
    case RULE_GRANT:
        return _("Granted hours");
    case RULE_DAILY_REST:
        return _("Daily rest");
    case RULE_WEEKLY_REST:
        return _("Weekly rest");
    case RULE_WORKING_DAY:
        return _("Working day");
    case RULE_SPAN:
        return _("Span of the day");
    case RULE_BREAK:
        return _("Break");
    case RULE_WEEK_MAX:
        return _("Working week");
    case RULE_RIGHTS:
    case RULE_TIME_WISH:
    case RULE_ESCORT_WISH:
    case RULE_FACES:
    case RULE_TRAVEL:
    case RULE_CONTRACT:
    case RULE_NONE:
    case RULE_COUNT:
        break;
    }
    return "";
}

/* The pieces of a breach that most sentences need, made once. */
struct told {
    struct arena *arena;
    const struct problem *problem;
    const struct breach *breach;
    const char *escort, *client, *visit; /* "" where the breach names none */
    const char *from, *to;
};

static struct told told_of(struct arena *a, const struct problem *p,
                           const struct breach *b)
{
    return (struct told){
        .arena = a,
        .problem = p,
        .breach = b,
        .escort = b->escort == NONE ? "" : escort_name(a, p, b->escort),
        .client = b->client == NONE ? "" : client_name(a, p, b->client),
        .visit = b->request == NONE ? "" : visit_phrase(a, p, b->request),
        .from = b->from == NONE ? "" : moment_sentence(a, &p->week, b->from),
        .to = b->to == NONE ? "" : moment_sentence(a, &p->week, b->to),
    };
}

static const char *length_of(const struct told *t, int minutes)
{
    return length_phrase(t->arena, minutes);
}

static const char *offer_told(const struct told *t)
{
    return arena_print(t->arena,
                       _("%s is planned at %s for %s, which the client did not ask for"),
                       t->visit, t->from,
                       length_of(t, t->breach->to - t->breach->from));
}

static const char *staffing_told(const struct told *t)
{
    const char *needed = arena_print(
        t->arena,
        PLURAL("%d escort", "%d different escorts", t->breach->limit),
        t->breach->limit);
    return arena_print(
        t->arena,
        PLURAL("%s, %s, needs exactly %s; the roster is %d off",
               "%s, %s, needs exactly %s; the roster is %d off",
               t->breach->amount),
        t->visit, t->from, needed, t->breach->amount);
}

static const char *in_step_told(const struct told *t)
{
    const struct problem *p = t->problem;
    const char *other = visit_phrase(t->arena, p, t->breach->other);
    const struct link *l = &p->links[p->requests[t->breach->request].link];
    if (l->same_escort)
        return arena_print(
            t->arena,
            _("%s and %s (%s) belong together: both or neither, the second %d to %d min after the first"),
            t->visit, other, t->from, l->gap_min, l->gap_max);
    return arena_print(
        t->arena,
        _("%s and %s (%s) belong together: both or neither, the second %d to %d min after the first, by different escorts"),
        t->visit, other, t->from, l->gap_min, l->gap_max);
}

static const char *pin_told(const struct told *t)
{
    const struct problem *p = t->problem;
    const struct request *q = &p->requests[t->breach->request];
    if (q->pin_start != NONE && q->pin_start != t->breach->from)
        return arena_print(t->arena,
                           _("%s is pinned to %s, but is planned at %s"),
                           t->visit,
                           moment_sentence(t->arena, &p->week, q->pin_start),
                           t->from);
    return arena_print(t->arena,
                       _("%s, %s, is pinned to %s, but others are planned"),
                       t->visit, t->from,
                       escort_names(t->arena, p, q->pin_escorts,
                                    q->n_pin_escorts));
}

static const char *lacking(const struct told *t)
{
    const struct problem *p = t->problem;
    const struct needs *n = &p->requests[t->breach->request].needs;
    const struct escort *e = &p->escorts[t->breach->escort];
    const char *items[CODES_MAX + 2];
    int count = 0;
    for (int i = 0; i < p->n_skills; i++)
        if ((n->skills & ~e->skills) >> i & 1)
            items[count++] = arena_print(t->arena, _("the skill %s"),
                                         plain_line(t->arena, p->skills[i]));
    for (int i = 0; i < p->n_languages; i++)
        if ((n->language & ~e->languages) >> i & 1)
            items[count++] = arena_print(t->arena, _("the language %s"),
                                         plain_line(t->arena, p->languages[i]));
    if (n->sex != 0 && n->sex != e->sex)
        items[count++] = _("the sex asked for");
    return and_list(t->arena, items, count);
}

static const char *needs_told(const struct told *t)
{
    return arena_print(t->arena, _("%s, %s, is planned with %s, who lacks %s"),
                       t->visit, t->from, t->escort, lacking(t));
}

static const char *veto_told(const struct told *t)
{
    switch (pair_barred(t->problem, t->breach->client, t->breach->escort)) {
    case BAR_ESCORT:
        return arena_print(t->arena,
                           _("%s, %s, is planned with %s, who may not or will not go there"),
                           t->visit, t->from, t->escort);
    case BAR_NOT_ACCEPTED:
        return arena_print(t->arena,
                           _("%s, %s, is planned with %s, whom the client has not accepted"),
                           t->visit, t->from, t->escort);
    case BAR_CLIENT:
    case BAR_NONE:
        break;
    }
    return arena_print(t->arena,
                       _("%s, %s, is planned with %s, to whom the client has said no"),
                       t->visit, t->from, t->escort);
}

static const char *available_told(const struct told *t)
{
    return arena_print(t->arena,
                       _("%s is not available for %s of the time from %s to %s (%s)"),
                       t->escort, length_of(t, t->breach->amount), t->from,
                       t->to, t->visit);
}

static const char *other_duty(const struct told *t)
{
    return t->breach->other == NONE
               ? _("work in another week")
               : visit_phrase(t->arena, t->problem, t->breach->other);
}

/* from is where the earlier duty ends, to where the later begins. */
static const char *overlap_told(const struct told *t)
{
    const struct breach *b = t->breach;
    if (b->to < b->from)
        return arena_print(
            t->arena,
            _("%s has two visits at once: one ends %s and the other begins %s (%s; %s)"),
            t->escort, t->from, t->to, other_duty(t), t->visit);
    return arena_print(
        t->arena,
        _("%s has %s from %s to %s to get from one visit to another (%s; %s); %s are needed"),
        t->escort, length_of(t, b->to - b->from), t->from, t->to,
        other_duty(t), t->visit, length_of(t, b->limit));
}

static const char *grant_told(const struct told *t)
{
    const struct breach *b = t->breach;
    if (b->other == NONE)
        return arena_print(
            t->arena,
            _("%s, %s, is not within the decision: it does not hold that day or grants less on an occasion"),
            t->visit, t->from);
    return arena_print(
        t->arena,
        _("%s has %s planned between %s and %s; the decision has %s left"),
        t->client, length_of(t, b->limit + b->amount), t->from, t->to,
        length_of(t, b->limit));
}

static const char *rest_told(const struct told *t)
{
    const struct breach *b = t->breach;
    return arena_print(
        t->arena,
        _("%s has at most %s of rest on end between %s and %s; %s are required"),
        t->escort, length_of(t, b->limit - b->amount), t->from, t->to,
        length_of(t, b->limit));
}

static const char *work_told(const struct told *t)
{
    const struct breach *b = t->breach;
    return arena_print(t->arena,
                       _("%s works %s between %s and %s; at most %s are allowed"),
                       t->escort, length_of(t, b->limit + b->amount), t->from,
                       t->to, length_of(t, b->limit));
}

static const char *span_told(const struct told *t)
{
    const struct breach *b = t->breach;
    return arena_print(
        t->arena,
        _("from the first start of %s, %s, to the last end, %s, it is %s; at most %s are allowed"),
        t->escort, t->from, t->to, length_of(t, b->limit + b->amount),
        length_of(t, b->limit));
}

static const char *break_told(const struct told *t)
{
    const struct breach *b = t->breach;
    return arena_print(
        t->arena,
        _("%s works from %s to %s without a break, %s; a break is due after %s"),
        t->escort, t->from, t->to, length_of(t, b->limit + b->amount),
        length_of(t, b->limit));
}

static const char *what_happened(const struct told *t)
{
    switch (t->breach->rule) {
    case RULE_OFFER:
        return offer_told(t);
    case RULE_STAFFING:
        return staffing_told(t);
    case RULE_IN_STEP:
        return in_step_told(t);
    case RULE_PIN:
        return pin_told(t);
    case RULE_NEEDS:
        return needs_told(t);
    case RULE_VETO:
        return veto_told(t);
    case RULE_AVAILABLE:
        return available_told(t);
    case RULE_OVERLAP:
        return overlap_told(t);
    case RULE_GRANT:
        return grant_told(t);
    case RULE_DAILY_REST:
    case RULE_WEEKLY_REST:
        return rest_told(t);
    case RULE_WORKING_DAY:
    case RULE_WEEK_MAX:
        return work_told(t);
    case RULE_SPAN:
        return span_told(t);
    case RULE_BREAK:
        return break_told(t);
    case RULE_RIGHTS:
    case RULE_TIME_WISH:
    case RULE_ESCORT_WISH:
    case RULE_FACES:
    case RULE_TRAVEL:
    case RULE_CONTRACT:
    case RULE_NONE:
    case RULE_COUNT:
        break;
    }
    require(false, "only a hard rule can be broken");
    return "";
}

const char *breach_sentence(struct arena *a, const struct problem *p,
                            const struct breach *b)
{
    struct told told = told_of(a, p, b);
    /* TRANSLATORS: the rule's title, what happened, the rule's source in law */
    return arena_print(a, _("%s: %s (%s)."), rule_title(b->rule),
                       what_happened(&told), _(RULE_ROWS[b->rule].source));
}
