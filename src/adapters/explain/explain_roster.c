/* Sentences about other rosters: what they cost in general terms, what is proved of them, and
 * what a choice that the client ranks higher would have meant. */
#include "adapters/explain/explain_told.h"
#include "adapters/text/phrase.h"
#include "base/text.h"

enum { REASONS_MOST = 4, PARTS_MOST = 6 + REASONS_MOST };

/* The last of the escorts may be some whom the week does not have. */
const char *visit_told(struct arena *a, const struct problem *p, const struct visit *v)
{
    const char *names[STAFF_MAX + 1];
    int n = 0, unknown = 0;
    for (int i = 0; i < v->n_escorts; i++) {
        unknown += v->escorts[i] >= p->n_escorts;
        if (v->escorts[i] < p->n_escorts)
            names[n++] = escort_name(a, p, v->escorts[i]);
    }
    if (unknown > 0)
        names[n++] = unknown == 1 ? _("the new escort")
                                  : arena_print(a, _("the %d new escorts"), unknown);
    /* TRANSLATORS: "Sat 5 Dec 10:15", "12:15", escorts */
    return arena_print(a, _("%s–%s with %s"), moment_sentence(a, &p->week, v->start),
                       clock_phrase(a, &p->week, v->start + v->minutes),
                       and_list(a, names, n));
}

/* ---- what it costs -------------------------------------------------------------------------- */

/* NULL = nothing that can be told without saying whose. */
static const char *rule_costs(enum rule rule)
{
    static const struct {
        enum rule rule;
        const char *text;
    } COSTS[] = {
        {RULE_TIME_WISH, N_("times that are wished for less")},
        {RULE_ESCORT_WISH, N_("escorts who are wished for less")},
        {RULE_PERSON_WISH, N_("escorts who are less like those wished for")},
        {RULE_SERIES, N_("a series with another escort than last time")},
        {RULE_PRIMARY, N_("fewer visits by clients' own escorts")},
        {RULE_FACES, N_("faces that are less known")},
        {RULE_TRAVEL, N_("more travel")},
        {RULE_CONTRACT, N_("hours further from the contracts")},
        {RULE_SPLIT_DAY, N_("a split day")},
        {RULE_NIGHT, N_("work at night")},
        {RULE_WEEKEND, N_("work on a weekend")},
        {RULE_EVENING, N_("evenings shared less evenly")},
        {RULE_SOFT_REST, N_("a short night for a contractor")},
        {RULE_CLIENTS, N_("a contractor with many clients")},
        {RULE_ASSIGNMENT, N_("a contractor beyond the hours of an assignment")},
        {RULE_CHANGE, N_("changes to what was given out")},
        {RULE_COST, N_("a higher cost")},
        {RULE_FEW_ESCORTS, N_("one escort more at work")},
    };
    for (size_t i = 0; i < sizeof COSTS / sizeof *COSTS; i++)
        if (COSTS[i].rule == rule)
            return _(COSTS[i].text);
    return NULL;
}

/* The rules that cost most more, the dearest first. */
static int dearest(const struct difference *d, enum rule rules[REASONS_MOST])
{
    int n = 0;
    for (int rule = 0; rule < RULE_COUNT; rule++) {
        if (d->points[rule] <= 0 || !rule_costs((enum rule)rule))
            continue;
        int at = n < REASONS_MOST ? n++ : REASONS_MOST;
        while (at > 0 && d->points[rules[at - 1]] < d->points[rule]) {
            if (at < REASONS_MOST)
                rules[at] = rules[at - 1];
            at--;
        }
        if (at < REASONS_MOST)
            rules[at] = (enum rule)rule;
    }
    return n;
}

static const char *own_told(struct arena *a, const struct difference *d, bool for_client)
{
    const char *less = length_phrase(a, d->own_minutes_short);
    if (d->own_minutes_short == 0)
        return NULL;
    if (d->own_unserved == 0)
        return arena_print(a,
                           for_client ? _("you would get %s less on another visit")
                                      : _("the client would get %s less on another visit"),
                           less);
    return arena_print(a,
                       for_client ? _("you would lose another visit (%s)")
                                  : _("the client would lose another visit (%s)"),
                       less);
}

static int others_told(struct arena *a, const struct difference *d, bool for_client,
                       const char **parts)
{
    int n = 0;
    const char *less = length_phrase(a, d->minutes_short), *own = own_told(a, d, for_client);
    if (d->shorter > 0)
        parts[n++] = arena_print(a, _("the visit would be %s shorter"), length_phrase(a, d->shorter));
    if (own)
        parts[n++] = own;
    if (d->clients_unserved > 0 && d->clients_unserved == d->clients_short)
        parts[n++] = arena_print(a,
                                 PLURAL("%d other client would lose a visit (%s)",
                                        "%d other clients would lose visits (%s in all)",
                                        d->clients_unserved),
                                 d->clients_unserved, less);
    else if (d->minutes_short > 0)
        parts[n++] =
            arena_print(a,
                        PLURAL("%d other client would get %s less",
                               "%d other clients would get %s less in all", d->clients_short),
                        d->clients_short, less);
    if (d->clients_stranger > 0)
        parts[n++] = arena_print(a,
                                 PLURAL("%d other client would get somebody they know less",
                                        "%d other clients would get somebody they know less",
                                        d->clients_stranger),
                                 d->clients_stranger);
    if (d->clients_wishes > 0)
        parts[n++] =
            arena_print(a,
                        PLURAL("%d other client would get a time or an escort they wish for less",
                               "%d other clients would get a time or an escort they wish for less",
                               d->clients_wishes),
                        d->clients_wishes);
    return n;
}

const char *difference_told(struct arena *a, const struct difference *d, bool for_client)
{
    const char *parts[PARTS_MOST];
    enum rule rules[REASONS_MOST];
    int n = others_told(a, d, for_client, parts);
    int n_rules = for_client || d->rights != 0 ? 0 : dearest(d, rules);
    for (int i = 0; i < n_rules; i++)
        parts[n++] =
            arena_print(a, PLURAL("%s (%lld point)", "%s (%lld points)", d->points[rules[i]]),
                        rule_costs(rules[i]), (long long)d->points[rules[i]]);
    return and_list(a, parts, n);
}

/* Tier 1 goes first. */
const char *points_told(struct arena *a, const struct difference *d)
{
    if (d->rights < 0 || (d->rights == 0 && d->rest < 0))
        return _(", in a better roster than this one: solve the week again");
    if (d->rights == 0 && d->rest == 0)
        return _(", in as good a roster as this one");
    if (d->rights != 0)
        return arena_print(
            a, PLURAL(", at %lld point of rights more", ", at %lld points of rights more", d->rights),
            (long long)d->rights);
    return arena_print(a, PLURAL(", at %lld point more", ", at %lld points more", d->rest),
                       (long long)d->rest);
}

static const char *with_points(struct arena *a, const struct difference *d)
{
    const char *told = difference_told(a, d, false);
    bool worse = d->rights > 0 || (d->rights == 0 && d->rest > 0);
    return worse && *told ? arena_print(a, "%s: %s", points_told(a, d), told) : points_told(a, d);
}

/* ---- what is proved ------------------------------------------------------------------------- */

static const char *whose(struct arena *a, const struct forced *f)
{
    return f->whole
               ? ""
               : arena_print(a, _(" as long as all but %d escorts keep their weeks"), f->n_escorts);
}

const char *proof_told(struct arena *a, const struct forced *f)
{
    const struct difference *d = &f->difference;
    if (f->found == FOUND_PROVED_NONE)
        return _("Proved: there is no lawful roster with it.");
    if (f->found != FOUND_ROSTER || !f->bounded)
        return "";
    if (f->rights_least == d->rights && d->rights != 0)
        return arena_print(a, _("Proved: no roster with it costs fewer points of rights%s."),
                           whose(a, f));
    if (f->rights_least == d->rights && f->rest_bounded && f->rest_least == d->rest)
        return arena_print(a, _("Proved: no roster with it costs less%s."), whose(a, f));
    if (f->rights_least > 0)
        return arena_print(a,
                           PLURAL("Proved: at least %lld point of rights%s.",
                                  "Proved: at least %lld points of rights%s.", f->rights_least),
                           (long long)f->rights_least, whose(a, f));
    if (f->rights_least == 0 && d->rights == 0 && f->rest_bounded && f->rest_least > 0)
        return arena_print(a,
                           PLURAL("Proved: at least %lld point%s.",
                                  "Proved: at least %lld points%s.", f->rest_least),
                           (long long)f->rest_least, whose(a, f));
    return _("Not proved: it may cost less than was found.");
}

/* ---- an unserved request put before everything ---------------------------------------------- */

static const char *price_told(struct arena *a, const struct sheet *s, const struct explanation *e)
{
    const struct difference *d = &e->forced.difference;
    const struct problem *p = s->problem;
    const char *when = visit_told(a, p, &d->visit), *told = difference_told(a, d, false);
    if (d->rights < 0)
        return arena_print(a,
                           _("A better roster was found, in which it is served (%s): solve the "
                             "week again, with --warm."),
                           when);
    if (d->rights > 0)
        return arena_print(
            a,
            PLURAL("To serve it (%s) takes more from rights than it gives, by %lld point: %s.",
                   "To serve it (%s) takes more from rights than it gives, by %lld points: %s.",
                   d->rights),
            when, (long long)d->rights, *told ? told : _("visits that weigh more would give way"));
    if (d->rest > 0)
        return arena_print(
            a,
            PLURAL("To serve it (%s) takes as much from rights as it gives, and costs %lld point: %s.",
                   "To serve it (%s) takes as much from rights as it gives, and costs %lld points: %s.",
                   d->rest),
            when, (long long)d->rest, *told ? told : _("visits change"));
    return arena_print(a, _("To serve it (%s) takes as much from others as it gives."), when);
}

const char *forced_told(struct arena *a, const struct sheet *s, const struct explanation *e)
{
    switch (e->forced.found) {
    case FOUND_ROSTER:
        return arena_print(a, "%s %s", price_told(a, s, e), proof_told(a, &e->forced));
    case FOUND_NONE:
        return _("No roster that serves it was found with the work that was allowed.");
    case FOUND_PROVED_NONE:
        return _("No lawful roster serves it, however the rest of the week is planned.");
    case FOUND_NOT_TRIED:
        break;
    }
    return "";
}

/* ---- choices that are ranked higher --------------------------------------------------------- */

const char *choice_name(struct arena *a, const struct problem *p, int request,
                        const struct choice *c, bool for_client)
{
    const struct request *q = &p->requests[request];
    if (c->kind == CHOICE_ESCORT)
        return arena_print(a, _("%s, choice %d"), escort_name(a, p, c->escort), c->rank + 1);
    const struct alternative *t = &q->alternatives[c->alternative];
    if (c->kind == CHOICE_START)
        return arena_print(a,
                           for_client ? _("The start you wished for, %s")
                                      : _("the start wished for, %s"),
                           moment_sentence(a, &p->week, t->wish));
    const char *from = moment_sentence(a, &p->week, t->from);
    return t->from == t->to ? arena_print(a, _("%s, choice %d of the times"), from, c->rank + 1)
                            : arena_print(a, _("%s–%s, choice %d of the times"), from,
                                          clock_phrase(a, &p->week, t->to), c->rank + 1);
}

static bool blocked(const struct explanation *e, const struct choice *c)
{
    return c->kind == CHOICE_ESCORT && e->standings[c->escort].standing == STANDING_BLOCKED;
}

enum { NAMED_MOST = 3 };

struct stopped {
    const char *parts[NAMED_MOST];
    int n;
};

static void add_stopped(struct arena *a, const struct sheet *s, const struct explanation *e,
                        const struct choice *c, int escort, struct stopped *out)
{
    const struct standing_fact *f = &c->standings[escort];
    if (out->n < NAMED_MOST && f->breach.rule != RULE_NONE)
        out->parts[out->n++] = arena_print(a, "%s %s", escort_name(a, s->problem, escort),
                                           fact_told(a, s, e->request, f));
}

/* The first of those whom the client may have, at that time: by rank, then the others. */
static const char *then_stopped(struct arena *a, const struct sheet *s, const struct explanation *e,
                                const struct choice *c)
{
    const struct problem *p = s->problem;
    const struct request *q = &p->requests[e->request];
    struct stopped list = {.n = 0};
    for (int i = 0; i < q->n_wishes; i++)
        add_stopped(a, s, e, c, q->wishes[i], &list);
    for (int i = 0; i < p->n_escorts; i++)
        if (escort_rank(p, e->request, i) == NONE &&
            !fact_in_number(p, e->request, &c->standings[i], i))
            add_stopped(a, s, e, c, i, &list);
    return list.n == 0 ? "" : arena_print(a, "%s. ", and_list(a, list.parts, list.n));
}

/* Why not as everything else is. */
static const char *in_the_way(struct arena *a, const struct sheet *s, const struct explanation *e,
                              const struct choice *c)
{
    if (c->standings)
        return then_stopped(a, s, e, c);
    if (c->kind != CHOICE_ESCORT || e->standings[c->escort].breach.rule == RULE_NONE)
        return "";
    return arena_print(a, "%s. ", fact_told(a, s, e->request, &e->standings[c->escort]));
}

const char *choice_told(struct arena *a, const struct sheet *s, const struct explanation *e,
                        const struct choice *c)
{
    const char *why = in_the_way(a, s, e, c);
    if (blocked(e, c))
        return arena_print(a, "%s.", fact_told(a, s, e->request, &e->standings[c->escort]));
    if (c->as_it_is)
        return arena_print(a, _("possible with nothing else changed, %s%s."),
                           visit_told(a, s->problem, &c->difference.visit),
                           with_points(a, &c->difference));
    switch (c->forced.found) {
    case FOUND_ROSTER:
        return arena_print(a, _("%sPossible if other visits change, %s%s. %s"), why,
                           visit_told(a, s->problem, &c->forced.difference.visit),
                           with_points(a, &c->forced.difference), proof_told(a, &c->forced));
    case FOUND_PROVED_NONE:
        return arena_print(a, _("%sThere is no lawful roster with it."), why);
    case FOUND_NONE:
        return arena_print(a, _("%sNo roster with it was found with the work that was allowed."),
                           why);
    case FOUND_NOT_TRIED:
        break;
    }
    return arena_print(a, _("%sNo other roster was made."), why);
}

const char *choice_for_client(struct arena *a, const struct sheet *s, const struct explanation *e,
                              const struct choice *c)
{
    const struct problem *p = s->problem;
    const struct difference *d = c->as_it_is ? &c->difference : &c->forced.difference;
    const char *told = difference_told(a, d, true);
    if (c->kind == CHOICE_ESCORT && blocked(e, c))
        return fact_for_client(a, p, e->request, c->escort, &e->standings[c->escort]);
    if (!c->as_it_is && c->forced.found == FOUND_PROVED_NONE)
        return c->kind == CHOICE_ESCORT
                   ? arena_print(a, _("However we plan, %s cannot come."), escort_name(a, p, c->escort))
                   : _("Nobody who may come to you can come then.");
    if (!c->as_it_is && c->forced.found != FOUND_ROSTER)
        return _("We have not found a way to fit it in.");
    return *told ? arena_print(a, _("If you had got this, %s."), told)
                 : _("It would have been possible, but the week as a whole is better like this. Tell "
                     "us if it matters to you.");
}
