/* Facts about one escort and one request. The switches name every rule, so that the compiler
 * asks for the words of a new one. */
#include "adapters/show/breach_told.h"
#include "adapters/explain/explain_told.h"
#include "base/text.h"

int escort_rank(const struct problem *p, int request, int escort)
{
    const struct request *q = &p->requests[request];
    for (int i = 0; i < q->n_wishes; i++)
        if (q->wishes[i] == escort)
            return i;
    return NONE;
}

struct share explained_share(const struct explained *x)
{
    struct share s = {0};
    for (int i = 0; i < x->n && !x->facts_only; i++) {
        s.whole += !x->list[i]->served;
        s.part += !x->list[i]->served && x->list[i]->explained;
    }
    return s;
}

const char *rank_told(struct arena *a, const struct problem *p, int request, int escort)
{
    const struct client *c = &p->clients[p->requests[request].client];
    int rank = escort_rank(p, request, escort);
    if (rank != NONE)
        return arena_print(a, _("choice %d"), rank + 1);
    if (escort == c->primary)
        return _("the client's own escort");
    return escort == c->deputy ? _("the deputy") : "";
}

/* ---- pieces --------------------------------------------------------------------------------- */

struct telling {
    struct arena *arena;
    const struct problem *problem;
    const struct roster *roster;
    int request;
    const struct breach *breach;
    const char *from, *to;
};

static const char *length(const struct telling *t, int minutes)
{
    return length_phrase(t->arena, minutes);
}

/* "Sat 5 Dec 10:15–12:15", or both ends whole where they are not on one day. */
static const char *stretch(const struct telling *t, int from, int to)
{
    const struct week *w = &t->problem->week;
    const char *begins = moment_sentence(t->arena, w, from);
    return to - from <= DAY
               ? arena_print(t->arena, "%s–%s", begins, clock_phrase(t->arena, w, to))
               : arena_print(t->arena, "%s–%s", begins, moment_sentence(t->arena, w, to));
}

static bool is_away(const struct telling *t)
{
    const struct breach *b = t->breach;
    const struct escort *e = &t->problem->escorts[b->escort];
    for (int i = 0; b->rule == RULE_AVAILABLE && i < e->n_absent; i++)
        if (e->absent[i].from < b->to && b->from < e->absent[i].to)
            return true;
    return false;
}

static const char *not_available(const struct telling *t)
{
    const struct breach *b = t->breach;
    const char *when = stretch(t, b->from, b->to);
    if (is_away(t))
        return arena_print(t->arena, _("is away %s"), when);
    return b->amount >= b->to - b->from ? arena_print(t->arena, _("is not available %s"), when)
                                        : arena_print(t->arena, _("is not available for %s of %s"),
                                                      length(t, b->amount), when);
}

/* from is where the earlier duty ends, to where the later begins; ours is one of them. */
static const char *too_close(const struct telling *t)
{
    const struct breach *b = t->breach;
    bool first = b->other == t->request; /* ours is the earlier */
    int other = first ? b->request : b->other;
    const struct visit *v = other == NONE || !t->roster ? NULL : &t->roster->visits[other];
    const char *needed = length(t, b->limit);
    if (b->to < b->from && v && v->n_escorts > 0)
        return arena_print(t->arena, _("has another visit then, %s"),
                           stretch(t, v->start, v->start + v->minutes));
    if (b->to < b->from)
        return _("has work in another week then");
    if (first)
        return other == NONE
                   ? arena_print(t->arena,
                                 _("has work in another week from %s and needs %s before it"),
                                 t->to, needed)
                   : arena_print(t->arena, _("has another visit from %s and needs %s to get there"),
                                 t->to, needed);
    return other == NONE
               ? arena_print(t->arena, _("has work in another week until %s and needs %s after it"),
                             t->from, needed)
               : arena_print(t->arena,
                             _("has another visit until %s and needs %s to get from there"),
                             t->from, needed);
}

static const char *rest_short(const struct telling *t)
{
    const struct breach *b = t->breach;
    return arena_print(t->arena,
                       _("would have at most %s of rest on end between %s and %s; %s are required"),
                       length(t, b->limit - b->amount), t->from, t->to, length(t, b->limit));
}

static const char *work_long(const struct telling *t)
{
    const struct breach *b = t->breach;
    if (b->from == NONE || b->to - b->from == week_length(&t->problem->week))
        return arena_print(t->arena, _("would work %s in the week; at most %s are allowed"),
                           length(t, b->limit + b->amount), length(t, b->limit));
    return arena_print(t->arena, _("would work %s between %s and %s; at most %s are allowed"),
                       length(t, b->limit + b->amount), t->from, t->to, length(t, b->limit));
}

static const char *span_long(const struct telling *t)
{
    const struct breach *b = t->breach;
    return arena_print(t->arena, _("would have a day of %s from %s to %s; at most %s are allowed"),
                       length(t, b->limit + b->amount), t->from, t->to, length(t, b->limit));
}

static const char *no_break(const struct telling *t)
{
    const struct breach *b = t->breach;
    return arena_print(t->arena, _("would work from %s to %s without a break; one is due after %s"),
                       t->from, t->to, length(t, b->limit));
}

static const char *hours_used(const struct telling *t)
{
    const struct breach *b = t->breach;
    if (b->limit == NONE)
        return _("could not help: the decision does not hold on the days asked for, or grants less "
                 "on an occasion");
    return arena_print(
        t->arena,
        _("could not help: with this visit %s of the decision would be used, and %s are left"),
        length(t, b->limit + b->amount), length(t, b->limit));
}

static const char *refused(const struct telling *t)
{
    switch (pair_barred(t->problem, t->problem->requests[t->request].client, t->breach->escort)) {
    case BAR_ESCORT:
        return _("may not or will not go to this client");
    case BAR_NOT_ACCEPTED:
        return _("is not among those whom the client accepts");
    case BAR_CLIENT:
    case BAR_NONE:
        break;
    }
    return _("is somebody the client has said no to");
}

static struct told told_of(const struct telling *t)
{
    return (struct told){.arena = t->arena, .problem = t->problem, .breach = t->breach};
}

static const char *lacks(const struct telling *t)
{
    struct told told = told_of(t);
    return arena_print(t->arena, _("lacks %s"), told_lacking(&told));
}

static const char *not_delegated(const struct telling *t)
{
    struct told told = told_of(t);
    return arena_print(t->arena, _("has no delegation for this client and %s that day"),
                       told_tasks(&told));
}

/* Else it is the escort who has no place left. */
static bool group_is_full(const struct problem *p, const struct breach *b)
{
    return b->rule == RULE_SESSION && b->limit == p->sessions[b->other].capacity;
}

static const char *group_full(const struct telling *t)
{
    const struct breach *b = t->breach;
    if (b->limit == NONE)
        return _("has somebody along then who has not agreed to share an escort, or whom the "
                 "client has not");
    if (!group_is_full(t->problem, b))
        return arena_print(t->arena,
                           PLURAL("looks after %d client in the group already, which is the most",
                                  "looks after %d clients in the group already, which is the most",
                                  b->limit),
                           b->limit);
    return arena_print(t->arena,
                       PLURAL("could not help: the group has %d place, which is taken",
                              "could not help: the group has %d places, which are taken", b->limit),
                       b->limit);
}

static bool times_past(const struct problem *p, int request)
{
    const struct request *q = &p->requests[request];
    for (int k = 0; k < q->n_alternatives; k++)
        if (q->alternatives[k].to >= p->now)
            return false;
    return true;
}

/* ---- one escort ----------------------------------------------------------------------------- */

static const char *what_stops(const struct telling *t)
{
    const struct breach *b = t->breach;
    switch (b->rule) {
    case RULE_OFFER:
        return times_past(t->problem, t->request)
                   ? _("could not help: the times asked for are past")
                   : _("could not help: none of the times asked for can be used");
    case RULE_STAFFING:
        return arena_print(
            t->arena, _("could come, but %d escorts are needed at once and too few others can"),
            b->limit);
    case RULE_IN_STEP:
        return _("could come, but the visit takes place together with another one or not at all");
    case RULE_PIN:
        return t->problem->requests[t->request].held
                   ? _("does not come instead: it stays as it was given out")
                   : _("is ruled out by what the scheduler has pinned");
    case RULE_NEEDS:
        return lacks(t);
    case RULE_DELEGATION:
        return not_delegated(t);
    case RULE_CLEARANCE:
        return _("has no valid extract from the register of convictions that day");
    case RULE_PROTECTED:
        return _("is not cleared for protected identities that day, or it would begin or end at "
                 "the client's home");
    case RULE_ALLERGY:
        return _("is kept away by an allergy");
    case RULE_VETO:
        return refused(t);
    case RULE_ANSWER:
        return _("has declined");
    case RULE_OCCASION:
        return _("is a contractor, whose outings are shorter than this one");
    case RULE_TRANSPORT:
        return _("could come only when no rides run");
    case RULE_SESSION:
        return group_full(t);
    case RULE_AVAILABLE:
        return not_available(t);
    case RULE_OVERLAP:
        return too_close(t);
    case RULE_GRANT:
        return hours_used(t);
    case RULE_DAILY_REST:
    case RULE_WEEKLY_REST:
        return rest_short(t);
    case RULE_WORKING_DAY:
    case RULE_WEEK_MAX:
    case RULE_ORDINARY_HOURS:
    case RULE_OVERTIME:
    case RULE_TOTAL_HOURS:
        return work_long(t);
    case RULE_SPAN:
        return span_long(t);
    case RULE_BREAK:
        return no_break(t);
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
    case RULE_NOTICE:
    case RULE_GUIDELINE:
    case RULE_PACE:
    case RULE_NONE:
    case RULE_COUNT:
        break;
    }
    return "";
}

bool several_starts(const struct problem *p, int request)
{
    const struct request *q = &p->requests[request];
    for (int o = q->first_option + 1; o < q->first_option + q->n_options; o++)
        if (p->options[o].start != p->options[q->first_option].start)
            return true;
    return false;
}

/* What is held is pinned by what was given out, and by nobody; that a time is past is no
 * paragraph's doing. */
static const char *with_source(struct arena *a, const char *fact, const struct problem *p,
                               int request, enum rule rule)
{
    if (rule == RULE_OFFER && times_past(p, request))
        return fact;
    return arena_print(a, "%s (%s)", fact,
                       rule == RULE_PIN && p->requests[request].held
                           ? _("what was given out")
                           : _(RULE_ROWS[rule].source));
}

const char *fact_told(struct arena *a, const struct sheet *s, int request,
                      const struct standing_fact *f)
{
    const struct breach *b = &f->breach;
    const struct week *w = &s->problem->week;
    struct telling t = {
        .arena = a, .problem = s->problem, .roster = s->roster, .request = request, .breach = b};
    if (f->standing == STANDING_CHOSEN)
        return _("comes");
    if (f->standing == STANDING_FREE)
        return _("could come with nothing else changed");
    t.from = b->from == NONE ? "" : moment_sentence(a, w, b->from);
    t.to = b->to == NONE ? "" : moment_sentence(a, w, b->to);
    if (is_away(&t))
        return arena_print(a, "%s (%s)", what_stops(&t), _("absence"));
    return with_source(a, what_stops(&t), s->problem, request, b->rule);
}

/* ---- many escorts --------------------------------------------------------------------------- */

bool fact_of_visit(const struct problem *p, const struct standing_fact *f)
{
    enum rule rule = f->breach.rule;
    return rule == RULE_GRANT || rule == RULE_STAFFING || rule == RULE_TRANSPORT ||
           rule == RULE_OFFER || group_is_full(p, &f->breach);
}

bool fact_in_number(const struct problem *p, int request, const struct standing_fact *f, int escort)
{
    const struct client *c = &p->clients[p->requests[request].client];
    enum rule rule = f->breach.rule;
    bool named =
        escort_rank(p, request, escort) != NONE || escort == c->primary || escort == c->deputy;
    bool common = rule == RULE_OFFER || rule == RULE_GRANT || group_is_full(p, &f->breach) ||
                  (rule >= RULE_PIN && rule <= RULE_ANSWER);
    return !named && common;
}

static const char *what_stops_many(struct arena *a, const struct problem *p, int request,
                                   enum rule rule, int n)
{
#define SAY_NUMBER(one, many) return arena_print(a, PLURAL(one, many, n), n)
    if (rule == RULE_NEEDS)
        SAY_NUMBER("%d lacks a skill, the language or the sex that the visit cannot do without",
                   "%d lack a skill, the language or the sex that the visit cannot do without");
    if (rule == RULE_DELEGATION)
        SAY_NUMBER("%d has no delegation for this client and what is to be done",
                   "%d have no delegation for this client and what is to be done");
    if (rule == RULE_CLEARANCE)
        SAY_NUMBER("%d has no valid extract from the register of convictions",
                   "%d have no valid extract from the register of convictions");
    if (rule == RULE_PROTECTED)
        SAY_NUMBER("%d is not cleared for protected identities",
                   "%d are not cleared for protected identities");
    if (rule == RULE_ALLERGY)
        SAY_NUMBER("%d is kept away by an allergy", "%d are kept away by an allergy");
    if (rule == RULE_VETO)
        SAY_NUMBER("%d may not come: not accepted by the client, or one of the two said no",
                   "%d may not come: not accepted by the client, or one of the two said no");
    if (rule == RULE_ANSWER)
        SAY_NUMBER("%d has declined", "%d have declined");
    if (rule == RULE_PIN && p->requests[request].held)
        SAY_NUMBER("%d does not come instead: it stays as it was given out",
                   "%d do not come instead: it stays as it was given out");
    if (rule == RULE_PIN)
        SAY_NUMBER("%d is ruled out by what the scheduler has pinned",
                   "%d are ruled out by what the scheduler has pinned");
    if (rule == RULE_GRANT)
        SAY_NUMBER("%d may come, but the decision's hours are not enough",
                   "%d may come, but the decision's hours are not enough");
    if (rule == RULE_SESSION)
        SAY_NUMBER("%d may come, but the group has no place for it",
                   "%d may come, but the group has no place for it");
    if (rule == RULE_OFFER && times_past(p, request))
        SAY_NUMBER("%d may come, but the times asked for are past",
                   "%d may come, but the times asked for are past");
    if (rule == RULE_OFFER)
        SAY_NUMBER("%d may come, but none of the times asked for can be used",
                   "%d may come, but none of the times asked for can be used");
    SAY_NUMBER("%d cannot come for another reason", "%d cannot come for another reason");
#undef SAY_NUMBER
}

const char *facts_of_many(struct arena *a, const struct problem *p, int request, enum rule rule,
                          int n)
{
    return with_source(a, what_stops_many(a, p, request, rule, n), p, request, rule);
}

/* ---- for the client ------------------------------------------------------------------------- */

/* Rests, papers, needs and allergies are nobody else's to know. */
const char *fact_for_client(struct arena *a, const struct problem *p, int request, int escort,
                            const struct standing_fact *f)
{
    const char *name = escort_name(a, p, escort);
    int client = p->requests[request].client;
    enum rule rule = f->breach.rule;
    if (f->standing == STANDING_CHOSEN)
        return arena_print(a, PLURAL("%s comes.", "%s come.", 1), name);
    if (f->standing == STANDING_FREE)
        return arena_print(a, _("%s could come."), name);
    if (rule == RULE_AVAILABLE)
        return arena_print(a, _("%s does not work then."), name);
    if (rule == RULE_OVERLAP)
        return arena_print(a, _("%s has other work then."), name);
    if (rule == RULE_GRANT)
        return _("Your hours are not enough for one visit more.");
    if (group_is_full(p, &f->breach))
        return _("The group is full.");
    if (rule == RULE_SESSION)
        return arena_print(a, _("%s has other people along then."), name);
    if (rule == RULE_OFFER)
        return _("The times you asked for cannot be used any more.");
    if (rule == RULE_STAFFING)
        return _("More than one person is needed, and too few can come at the same time.");
    if (rule == RULE_TRANSPORT)
        return _("There are no rides then.");
    if (rule == RULE_PIN && p->requests[request].held)
        return arena_print(a, _("%s does not come instead: it is too late to change it."), name);
    if (rule == RULE_PIN)
        return _("It was decided that somebody else comes, or another time.");
    if (rule == RULE_VETO && pair_barred(p, client, escort) == BAR_CLIENT)
        return arena_print(a, _("You have said no to %s."), name);
    if (rule == RULE_VETO && pair_barred(p, client, escort) == BAR_NOT_ACCEPTED)
        return arena_print(a, _("You have not chosen %s."), name);
    return arena_print(a, _("%s cannot come on this visit."), name);
}
