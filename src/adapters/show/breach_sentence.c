/* A breach as a scheduler reads it: the rule in a word or two, who and when, what
 * the roster has and what the figure is, and where the rule comes from. The
 * switches name every rule, so that the compiler asks for the words of a new
 * one. */
#include "adapters/show/breach_told.h"
#include "adapters/show/sheet.h"
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
    case RULE_DELEGATION:
        return _("Delegation");
    case RULE_CLEARANCE:
        return _("Register extract");
    case RULE_PROTECTED:
        return _("Protected identity");
    case RULE_ALLERGY:
        return _("Allergy");
    case RULE_VETO:
        return _("The right to say no");
    case RULE_ANSWER:
        return _("A contractor's answer");
    case RULE_OCCASION:
        return _("Length of an outing");
    case RULE_TRANSPORT:
        return _("Rides with färdtjänst");
    case RULE_SESSION:
        return _("Group session");
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
    case RULE_ORDINARY_HOURS:
        return _("Ordinary hours");
    case RULE_OVERTIME:
        return _("Overtime");
    case RULE_TOTAL_HOURS:
        return _("All working time");
    case RULE_NOTICE:
        return _("Notice");
    case RULE_GUIDELINE:
        return _("Guideline");
    case RULE_PACE:
        return _("Pace");
    case RULE_RIGHTS:
    case RULE_TIME_WISH:
    case RULE_ESCORT_WISH:
    case RULE_PERSON_WISH:
    case RULE_SERIES:
    case RULE_PRIMARY:
    case RULE_FACES:
    case RULE_TRAVEL:
    case RULE_CONTRACT:
    case RULE_SPLIT_DAY:
    case RULE_NIGHT:
    case RULE_WEEKEND:
    case RULE_EVENING:
    case RULE_SOFT_REST:
    case RULE_CLIENTS:
    case RULE_ASSIGNMENT:
    case RULE_CHANGE:
    case RULE_COST:
    case RULE_FEW_ESCORTS:
    case RULE_NONE:
    case RULE_COUNT:
        break;
    }
    return "";
}

static struct told told_of(struct arena *a, const struct problem *p,
                           const struct roster *r, const struct breach *b)
{
    return (struct told){
        .arena = a,
        .problem = p,
        .roster = r,
        .breach = b,
        .escort = b->escort == NONE ? "" : escort_name(a, p, b->escort),
        .client = b->client == NONE ? "" : client_name(a, p, b->client),
        .visit = b->request == NONE ? "" : visit_phrase(a, p, b->request),
        .from = b->from == NONE ? "" : moment_sentence(a, &p->week, b->from),
        .to = b->to == NONE ? "" : moment_sentence(a, &p->week, b->to),
    };
}

const char *told_length(const struct told *t, int minutes)
{
    return length_phrase(t->arena, minutes);
}

/* NULL where the roster is not known. */
static const struct visit *planned(const struct told *t, int request)
{
    return t->roster ? &t->roster->visits[request] : NULL;
}

static const char *team(const struct told *t, const struct visit *v)
{
    return escort_names(t->arena, t->problem, v->escorts, v->n_escorts);
}

static const char *offer_told(const struct told *t)
{
    return arena_print(t->arena,
                       _("%s is planned at %s for %s; the client asked for %s"),
                       t->visit, t->from,
                       told_length(t, t->breach->to - t->breach->from),
                       asked_phrase(t->arena, t->problem, t->breach->request));
}

static const char *staffing_told(const struct told *t)
{
    const struct visit *v = planned(t, t->breach->request);
    if (v)
        return arena_print(t->arena,
                           PLURAL("%s, %s, needs %d escort and has %d (%s)",
                                  "%s, %s, needs %d escorts and has %d (%s)",
                                  t->breach->limit),
                           t->visit, t->from, t->breach->limit, v->n_escorts,
                           team(t, v));
    const char *needed = arena_print(
        t->arena,
        PLURAL("exactly %d escort", "exactly %d different escorts", t->breach->limit),
        t->breach->limit);
    return arena_print(
        t->arena,
        PLURAL("%s, %s, needs %s; the roster is %d off",
               "%s, %s, needs %s; the roster is %d off",
               t->breach->amount),
        t->visit, t->from, needed, t->breach->amount);
}

/* When the second of a pair is to begin. */
static const char *step_phrase(struct arena *a, const struct link *l)
{
    if (l->gap_min != l->gap_max)
        return arena_print(a, _("the second %d to %d min after the first"),
                           l->gap_min, l->gap_max);
    if (l->gap_min != 0)
        return arena_print(a, _("the second %d min after the first"),
                           l->gap_min);
    return _("at the same time");
}

/* The escort whom both have, or NONE. */
static int shared_escort(const struct visit *a, const struct visit *b)
{
    for (int i = 0; i < a->n_escorts; i++)
        for (int k = 0; k < b->n_escorts; k++)
            if (a->escorts[i] == b->escorts[k])
                return a->escorts[i];
    return NONE;
}

static const char *out_of_step(const struct told *t, const struct link *l,
                               const char *other)
{
    const struct week *w = &t->problem->week;
    const struct visit *a = planned(t, l->first), *b = planned(t, l->second);
    if (!a || !b)
        return arena_print(t->arena, _("they are not planned so (%s)"),
                           t->from);
    if (a->n_escorts == 0 || b->n_escorts == 0)
        return arena_print(t->arena, _("%s is planned (%s) and %s is not"),
                           a->n_escorts ? t->visit : other, t->from,
                           a->n_escorts ? other : t->visit);
    if (b->start - a->start < l->gap_min || b->start - a->start > l->gap_max)
        return arena_print(t->arena,
                           _("the first begins %s and the second %s"),
                           moment_sentence(t->arena, w, a->start),
                           moment_sentence(t->arena, w, b->start));
    return arena_print(t->arena, _("%s is planned for both (%s)"),
                       escort_name(t->arena, t->problem, shared_escort(a, b)),
                       t->from);
}

static const char *in_step_told(const struct told *t)
{
    const struct problem *p = t->problem;
    const struct link *l = &p->links[p->requests[t->breach->request].link];
    const char *other = visit_phrase(t->arena, p, t->breach->other);
    const char *step = step_phrase(t->arena, l);
    const char *wrong = out_of_step(t, l, other);
    if (l->same_escort)
        /* TRANSLATORS: visit, visit, "at the same time", what is wrong */
        return arena_print(
            t->arena, _("%s and %s belong together: both or neither, %s; %s"),
            t->visit, other, step, wrong);
    return arena_print(
        t->arena,
        _("%s and %s belong together: both or neither, %s, by different escorts; %s"),
        t->visit, other, step, wrong);
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
    const struct visit *v = planned(t, t->breach->request);
    const char *pinned =
        escort_names(t->arena, p, q->pin_escorts, q->n_pin_escorts);
    if (!v)
        return arena_print(t->arena,
                           _("%s, %s, is pinned to %s, but others are planned"),
                           t->visit, t->from, pinned);
    return arena_print(t->arena,
                       PLURAL("%s, %s, is pinned to %s, but %s is planned",
                              "%s, %s, is pinned to %s, but %s are planned",
                              v->n_escorts),
                       t->visit, t->from, pinned, team(t, v));
}

static const char *available_told(const struct told *t)
{
    return arena_print(t->arena,
                       _("%s is not available for %s of the time from %s to %s (%s)"),
                       t->escort, told_length(t, t->breach->amount), t->from,
                       t->to, t->visit);
}

static const char *other_duty(const struct told *t)
{
    return t->breach->other == NONE
               ? _("work in another week")
               : visit_phrase(t->arena, t->problem, t->breach->other);
}

static const char *visit_span(const struct told *t, const struct visit *v)
{
    return span_phrase(t->arena, &t->problem->week, v->start,
                       v->start + v->minutes);
}

static const char *both_told(const struct told *t, const struct visit *earlier,
                             const struct visit *later)
{
    const struct week *w = &t->problem->week;
    int day = week_day(w, earlier->start);
    const char *when = day >= 0 && day < DAYS
                           ? day_phrase(t->arena, w, day)
                           : moment_sentence(t->arena, w, earlier->start);
    /* TRANSLATORS: escort, day, visit, its span, visit, its span */
    return arena_print(t->arena, _("%s, %s: %s %s and %s %s overlap"),
                       t->escort, when, other_duty(t), visit_span(t, earlier),
                       t->visit, visit_span(t, later));
}

/* from is where the earlier duty ends, to where the later begins. */
static const char *overlap_told(const struct told *t)
{
    const struct breach *b = t->breach;
    if (b->to < b->from && b->other != NONE && t->roster)
        return both_told(t, planned(t, b->other), planned(t, b->request));
    if (b->to < b->from)
        return arena_print(
            t->arena,
            _("%s has two visits at once: one ends %s and the other begins %s (%s; %s)"),
            t->escort, t->from, t->to, other_duty(t), t->visit);
    if (b->to == b->from)
        return arena_print(
            t->arena,
            _("%s has no time between %s and %s to get from one visit to another (%s; %s); %s are needed"),
            t->escort, t->from,
            clock_phrase(t->arena, &t->problem->week, b->to), other_duty(t),
            t->visit, told_length(t, b->limit));
    return arena_print(
        t->arena,
        _("%s has %s from %s to %s to get from one visit to another (%s; %s); %s are needed"),
        t->escort, told_length(t, b->to - b->from), t->from, t->to,
        other_duty(t), t->visit, told_length(t, b->limit));
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
        t->client, told_length(t, b->limit + b->amount), t->from, t->to,
        told_length(t, b->limit));
}

static const char *daily_rest_told(const struct told *t)
{
    const struct breach *b = t->breach;
    int anchor = t->problem->escorts[b->escort].day_anchor;
    return arena_print(
        t->arena,
        _("%s has at most %s of rest on end between %s and %s (their day begins at %02d:%02d); %s are required"),
        t->escort, told_length(t, b->limit - b->amount), t->from, t->to,
        anchor / HOUR, anchor % HOUR, told_length(t, b->limit));
}

static const char *weekly_rest_told(const struct told *t)
{
    const struct breach *b = t->breach;
    return arena_print(
        t->arena,
        _("%s has at most %s of rest on end between %s and %s, besides the daily rest of the days worked; %s are required"),
        t->escort, told_length(t, b->limit - b->amount), t->from, t->to,
        told_length(t, b->limit));
}

static const char *span_told(const struct told *t)
{
    const struct breach *b = t->breach;
    return arena_print(
        t->arena,
        _("from the first start of %s, %s, to the last end, %s, it is %s; at most %s are allowed"),
        t->escort, t->from, t->to, told_length(t, b->limit + b->amount),
        told_length(t, b->limit));
}

static const char *break_told(const struct told *t)
{
    const struct breach *b = t->breach;
    return arena_print(
        t->arena,
        _("%s works from %s to %s without a break, %s; a break is due after %s"),
        t->escort, t->from, t->to, told_length(t, b->limit + b->amount),
        told_length(t, b->limit));
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
    case RULE_DELEGATION:
    case RULE_CLEARANCE:
    case RULE_PROTECTED:
    case RULE_ALLERGY:
    case RULE_VETO:
    case RULE_ANSWER:
    case RULE_OCCASION:
    case RULE_TRANSPORT:
    case RULE_SESSION:
        return told_pair(t);
    case RULE_AVAILABLE:
        return available_told(t);
    case RULE_OVERLAP:
        return overlap_told(t);
    case RULE_GRANT:
        return grant_told(t);
    case RULE_DAILY_REST:
        return daily_rest_told(t);
    case RULE_WEEKLY_REST:
        return weekly_rest_told(t);
    case RULE_WORKING_DAY:
    case RULE_WEEK_MAX:
    case RULE_ORDINARY_HOURS:
    case RULE_OVERTIME:
    case RULE_TOTAL_HOURS:
        return told_hours(t);
    case RULE_SPAN:
        return span_told(t);
    case RULE_BREAK:
        return break_told(t);
    case RULE_NOTICE:
    case RULE_GUIDELINE:
    case RULE_PACE:
        return told_warning(t);
    case RULE_RIGHTS:
    case RULE_TIME_WISH:
    case RULE_ESCORT_WISH:
    case RULE_PERSON_WISH:
    case RULE_SERIES:
    case RULE_PRIMARY:
    case RULE_FACES:
    case RULE_TRAVEL:
    case RULE_CONTRACT:
    case RULE_SPLIT_DAY:
    case RULE_NIGHT:
    case RULE_WEEKEND:
    case RULE_EVENING:
    case RULE_SOFT_REST:
    case RULE_CLIENTS:
    case RULE_ASSIGNMENT:
    case RULE_CHANGE:
    case RULE_COST:
    case RULE_FEW_ESCORTS:
    case RULE_NONE:
    case RULE_COUNT:
        break;
    }
    require(false, "only a hard rule is broken, and only a warning warns");
    return "";
}

static const char *sentence(struct arena *a, const struct problem *p,
                            const struct roster *r, const struct breach *b)
{
    struct told told = told_of(a, p, r, b);
    /* TRANSLATORS: the rule's title, what happened, the rule's source in law */
    return arena_print(a, _("%s: %s (%s)."), rule_title(b->rule),
                       what_happened(&told), _(RULE_ROWS[b->rule].source));
}

const char *breach_sentence(struct arena *a, const struct problem *p,
                            const struct breach *b)
{
    return sentence(a, p, NULL, b);
}

const char *sheet_breach(struct arena *a, const struct sheet *s,
                         const struct breach *b)
{
    return sentence(a, s->problem, s->roster, b);
}
