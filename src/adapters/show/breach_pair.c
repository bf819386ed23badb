/* Sentences of breaches by one visit and one of its escorts, and in sessions. A home
 * is never named. */
#include "adapters/show/breach_told.h"
#include "adapters/text/plain.h"
#include "base/text.h"
#include "rules/rule.h"

/* The codes of a kind, each as it is written in the files; returns how many. */
static int list_codes(const struct told *t, enum code_kind kind, uint64_t codes,
                      const char *items[CODES_MAX])
{
    const struct problem *p = t->problem;
    int n = 0;
    for (int i = 0; i < p->n_codes[kind]; i++)
        if (codes >> i & 1)
            items[n++] = plain_line(t->arena, p->codes[kind][i]);
    return n;
}

static const char *codes_phrase(const struct told *t, enum code_kind kind,
                                uint64_t codes)
{
    const char *items[CODES_MAX];
    return and_list(t->arena, items, list_codes(t, kind, codes, items));
}

const char *told_lacking(const struct told *t)
{
    const struct needs *n = &t->problem->requests[t->breach->request].needs;
    const struct escort *e = &t->problem->escorts[t->breach->escort];
    const char *items[2 * CODES_MAX + 1];
    int skills = list_codes(t, CODE_SKILL, n->skills & ~e->skills, items);
    int count = skills + list_codes(t, CODE_LANGUAGE, n->language & ~e->languages,
                                    items + skills);
    for (int i = 0; i < count; i++)
        items[i] = i < skills ? arena_print(t->arena, _("the skill %s"), items[i])
                              : arena_print(t->arena, _("the language %s"), items[i]);
    if (n->sex != 0 && n->sex != e->sex)
        items[count++] = _("the sex asked for");
    return and_list(t->arena, items, count);
}

static const char *needs_told(const struct told *t)
{
    return arena_print(t->arena, _("%s, %s, is planned with %s, who lacks %s"),
                       t->visit, t->from, t->escort, told_lacking(t));
}

const char *told_tasks(const struct told *t)
{
    const struct breach *b = t->breach;
    return codes_phrase(t, CODE_TASK,
                        tasks_not_delegated(t->problem, b->request, b->from, b->escort));
}

static const char *delegation_told(const struct told *t)
{
    return arena_print(
        t->arena,
        _("%s, %s, is planned with %s, who that day has no delegation for this client and %s"),
        t->visit, t->from, t->escort, told_tasks(t));
}

static const char *clearance_told(const struct told *t)
{
    return arena_print(
        t->arena,
        _("%s, %s, with a child, is planned with %s, who that day has no valid extract from the register of convictions"),
        t->visit, t->from, t->escort);
}

static const char *protected_told(const struct told *t)
{
    const struct breach *b = t->breach;
    const struct valid *v = &t->problem->escorts[b->escort].protected_clearance;
    int day = week_day(&t->problem->week, b->from);
    if (valid_on(v, problem_date(t->problem, day)))
        return arena_print(
            t->arena,
            _("%s, %s, is to begin or end at the client's home; the identity is protected, so they meet elsewhere"),
            t->visit, t->from);
    return arena_print(
        t->arena,
        _("%s, %s, is planned with %s, who that day is not cleared for protected identities"),
        t->visit, t->from, t->escort);
}

static const char *allergy_told(const struct told *t)
{
    const struct client *c = &t->problem->clients[t->breach->client];
    const struct escort *e = &t->problem->escorts[t->breach->escort];
    if (c->exposes & e->allergies)
        return arena_print(
            t->arena,
            _("%s, %s, is planned with %s, who is allergic to what is around the client: %s"),
            t->visit, t->from, t->escort,
            codes_phrase(t, CODE_EXPOSURE, c->exposes & e->allergies));
    return arena_print(
        t->arena,
        _("%s, %s, is planned with %s, and the client is allergic to what is around them: %s"),
        t->visit, t->from, t->escort,
        codes_phrase(t, CODE_EXPOSURE, e->exposes & c->allergies));
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

static const char *answer_told(const struct told *t)
{
    return arena_print(t->arena, _("%s, %s, is planned with %s, who has declined it"),
                       t->visit, t->from, t->escort);
}

static const char *occasion_told(const struct told *t)
{
    const struct breach *b = t->breach;
    return arena_print(
        t->arena,
        _("%s, %s, takes %s; an outing with %s, a contractor, is at most %s"),
        t->visit, t->from, told_length(t, b->limit + b->amount), t->escort,
        told_length(t, b->limit));
}

static const char *transport_told(const struct told *t)
{
    const struct breach *b = t->breach;
    const struct request *q = &t->problem->requests[b->request];
    bool out = q->out == TRANSPORT_PARATRANSIT &&
               !paratransit_runs(t->problem, b->from);
    bool back = q->back == TRANSPORT_PARATRANSIT &&
                !paratransit_runs(t->problem, b->to);
    if (out && back)
        return arena_print(t->arena,
                           _("%s begins %s and ends %s, when no rides run"),
                           t->visit, t->from, t->to);
    if (out)
        return arena_print(t->arena, _("%s begins %s, when no rides run"),
                           t->visit, t->from);
    return arena_print(t->arena, _("%s ends %s, when no rides run"), t->visit,
                       t->to);
}

static const char *session_told(const struct told *t)
{
    const struct breach *b = t->breach;
    if (b->limit == NONE)
        return arena_print(
            t->arena,
            _("%s and %s, %s, are planned with %s at once, but both have not agreed to share an escort"),
            t->visit, visit_phrase(t->arena, t->problem, b->other), t->from,
            t->escort);
    const char *activity =
        plain_line(t->arena, t->problem->sessions[b->other].activity);
    if (b->escort == NONE)
        return arena_print(t->arena,
                           PLURAL("%s, %s, has room for %d client and has %d",
                                  "%s, %s, has room for %d clients and has %d",
                                  b->limit),
                           activity, t->from, b->limit, b->limit + b->amount);
    return arena_print(
        t->arena,
        PLURAL("%s, %s: %s can look after %d client and has %d",
               "%s, %s: %s can look after %d clients and has %d", b->limit),
        activity, t->from, t->escort, b->limit, b->limit + b->amount);
}

const char *told_pair(const struct told *t)
{
    static const struct {
        enum rule rule;
        const char *(*tell)(const struct told *);
    } SENTENCES[] = {
        {RULE_NEEDS, needs_told},         {RULE_DELEGATION, delegation_told},
        {RULE_CLEARANCE, clearance_told}, {RULE_PROTECTED, protected_told},
        {RULE_ALLERGY, allergy_told},     {RULE_VETO, veto_told},
        {RULE_ANSWER, answer_told},       {RULE_OCCASION, occasion_told},
        {RULE_TRANSPORT, transport_told}, {RULE_SESSION, session_told},
    };
    for (size_t i = 0; i < sizeof SENTENCES / sizeof *SENTENCES; i++)
        if (SENTENCES[i].rule == t->breach->rule)
            return SENTENCES[i].tell(t);
    require(false, "the rule is about a visit and an escort");
    return "";
}
