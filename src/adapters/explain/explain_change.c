/* The smallest changes as sentences. */
#include "adapters/explain/explain_told.h"
#include "adapters/text/phrase.h"
#include "adapters/text/plain.h"
#include "base/text.h"

static const char *days_phrase(struct arena *a, int days)
{
    int n = days < 0 ? -days : days;
    return days < 0 ? arena_print(a, PLURAL("%d day earlier", "%d days earlier", n), n)
                    : arena_print(a, PLURAL("%d day later", "%d days later", n), n);
}

/* What the visit cannot do without, for a notice. */
static const char *wanted_phrase(struct arena *a, const struct problem *p, int request)
{
    const struct request *q = &p->requests[request];
    const char *items[3 * CODES_MAX + 4];
    int n = 0;
    for (int i = 0; i < p->n_codes[CODE_SKILL]; i++)
        if (q->needs.skills >> i & 1)
            items[n++] = arena_print(a, _("the skill %s"), plain_line(a, p->codes[CODE_SKILL][i]));
    for (int i = 0; i < p->n_codes[CODE_LANGUAGE]; i++)
        if (q->needs.language >> i & 1)
            items[n++] =
                arena_print(a, _("the language %s"), plain_line(a, p->codes[CODE_LANGUAGE][i]));
    for (int i = 0; i < p->n_codes[CODE_TASK]; i++)
        if (q->tasks >> i & 1)
            items[n++] =
                arena_print(a, _("a delegation for %s"), plain_line(a, p->codes[CODE_TASK][i]));
    if (q->needs.sex != 0)
        items[n++] = _("the sex asked for");
    if (client_is_child(p, q->client))
        items[n++] = _("a register extract");
    if (p->clients[q->client].is_protected)
        items[n++] = _("clearance for protected identities");
    if (p->clients[q->client].choosy)
        items[n++] = _("the client's yes");
    return and_list(a, items, n);
}

static const char *one_more(struct arena *a, const struct problem *p, int request,
                            const struct change *c)
{
    const char *wanted = wanted_phrase(a, p, request);
    const char *when = arena_print(a, "%s–%s", moment_sentence(a, &p->week, c->span.from),
                                   clock_phrase(a, &p->week, c->span.to));
    if (*wanted)
        return arena_print(
            a, PLURAL("%d escort more %s, with %s", "%d escorts more %s, with %s", c->amount),
            c->amount, when, wanted);
    return arena_print(a, PLURAL("%d escort more %s", "%d escorts more %s", c->amount), c->amount,
                       when);
}

static const char *what_changes(struct arena *a, const struct problem *p, int request,
                                const struct change *c)
{
    int size = c->amount < 0 ? -c->amount : c->amount;
    const char *length = length_phrase(a, size);
    switch (c->kind) {
    case CHANGE_NOTHING:
        return _("Nothing but the roster");
    case CHANGE_START:
        return c->amount < 0 ? arena_print(a, _("The outing begins %s earlier"), length)
                             : arena_print(a, _("The outing begins %s later"), length);
    case CHANGE_DAY:
        return arena_print(a, _("The outing is %s"), days_phrase(a, c->amount));
    case CHANGE_LENGTH:
        return arena_print(a, _("The outing is %s shorter"), length);
    case CHANGE_HOURS:
        return arena_print(a, _("%s is available %s–%s, which is %s more"),
                           escort_name(a, p, c->escort), moment_sentence(a, &p->week, c->span.from),
                           clock_phrase(a, &p->week, c->span.to), length);
    case CHANGE_WORK:
        return arena_print(a, _("%s may work %s in the week, which is %s more than agreed"),
                           escort_name(a, p, c->escort),
                           length_phrase(a, p->escorts[c->escort].max_minutes + c->amount), length);
    case CHANGE_ACCEPT:
        return arena_print(a, _("The client accepts %s too"), escort_name(a, p, c->escort));
    case CHANGE_PIN:
        return _("What the scheduler has pinned is given free");
    case CHANGE_SEAT:
        return arena_print(a, _("%s has one place more"),
                           plain_line(a, p->sessions[c->session].activity));
    case CHANGE_GRANT:
        return arena_print(a, _("The decision grants %s more"), length);
    case CHANGE_ESCORT:
        return one_more(a, p, request, c);
    case CHANGE_COUNT:
        break;
    }
    return "";
}

static const char *what_else(struct arena *a, const struct sheet *s, const struct change *c)
{
    const struct problem *p = s->problem;
    const struct difference *d = &c->difference;
    if (c->then == THEN_NOTHING)
        return _("Nothing else changes.");
    if (c->then == THEN_ONE_MOVED)
        return arena_print(a, _("One other visit changes: %s (%s) is then %s, not %s."),
                           visit_phrase(a, p, c->moved), plain_line(a, p->requests[c->moved].id),
                           visit_told(a, p, &c->moved_to),
                           visit_told(a, p, &s->roster->visits[c->moved]));
    const char *clients = arena_print(
        a, PLURAL("%d other client", "%d other clients", d->clients_told), d->clients_told);
    const char *escorts =
        arena_print(a, PLURAL("%d escort", "%d escorts", d->escorts_told), d->escorts_told);
    if (d->minutes_short == 0)
        return arena_print(a,
                           _("The week is planned anew; %s and %s are told something new, and "
                             "nobody else gets less time."),
                           clients, escorts);
    return arena_print(a,
                       PLURAL("The week is planned anew; %s and %s are told something new. Rights "
                              "weigh as much as before, but %d other client gets %s less.",
                              "The week is planned anew; %s and %s are told something new. Rights "
                              "weigh as much as before, but %d other clients get %s less in all.",
                              d->clients_short),
                       clients, escorts, d->clients_short, length_phrase(a, d->minutes_short));
}

/* Is it all said by the change itself who comes, and when? */
static bool says_when(const struct problem *p, const struct change *c)
{
    const struct visit *v = &c->difference.visit;
    int known = 0;
    for (int i = 0; i < v->n_escorts; i++)
        known += v->escorts[i] < p->n_escorts;
    return v->start == c->span.from && v->start + v->minutes == c->span.to &&
           ((c->kind == CHANGE_HOURS && v->n_escorts == 1) ||
            (c->kind == CHANGE_ESCORT && known == 0));
}

const char *change_sentence(struct arena *a, const struct sheet *s, const struct explanation *e,
                            const struct change *c)
{
    const struct problem *p = s->problem;
    const char *when = says_when(p, c) ? "" : visit_told(a, p, &c->difference.visit);
    return arena_print(
        a, "%s%s%s. %s%s", what_changes(a, p, e->request, c), *when ? ": " : "", when,
        what_else(a, s, c),
        c->smallest ? "" : _(" Something smaller may do as well: not everything was tried."));
}

/* ---- kinds of change ------------------------------------------------------------------------ */

const char *kind_phrase(enum change_kind kind)
{
    switch (kind) {
    case CHANGE_START:
        return _("another time that day");
    case CHANGE_DAY:
        return _("another day at the same time");
    case CHANGE_LENGTH:
        return _("a shorter outing");
    case CHANGE_HOURS:
        return _("other hours of an escort");
    case CHANGE_WORK:
        return _("more work in an escort's week than agreed");
    case CHANGE_ACCEPT:
        return _("an escort whom the client has not accepted");
    case CHANGE_PIN:
        return _("the visit not pinned");
    case CHANGE_SEAT:
        return _("a place more in the group");
    case CHANGE_GRANT:
        return _("more hours of the decision");
    case CHANGE_ESCORT:
        return _("one escort more");
    case CHANGE_NOTHING:
    case CHANGE_COUNT:
        break;
    }
    return "";
}

const char *kinds_told(struct arena *a, const struct explanation *e, enum tried tried)
{
    const char *kinds[CHANGE_COUNT], *all;
    int n = 0;
    for (int kind = CHANGE_NOTHING + 1; kind < CHANGE_COUNT; kind++)
        if (e->tried[kind] == tried)
            kinds[n++] = kind_phrase((enum change_kind)kind);
    all = and_list(a, kinds, n);
    if (n == 0)
        return "";
    if (tried == TRIED_TOO_LATE)
        return arena_print(a, _("Not tried, because the time was over: %s. More --time helps."), all);
    return e->n_changes > 0 ? arena_print(a, _("No way was found with: %s."), all)
                            : arena_print(a, _("Nothing that was tried helps: %s."), all);
}

/* What others would have to do is not the client's to ask for. */
const char *change_client_sentence(struct arena *a, const struct sheet *s, const struct change *c)
{
    const struct problem *p = s->problem;
    const char *when = visit_told(a, p, &c->difference.visit);
    int size = c->amount < 0 ? -c->amount : c->amount;
    if (c->then != THEN_NOTHING)
        return NULL;
    switch (c->kind) {
    case CHANGE_START:
        return c->amount < 0
                   ? arena_print(a, _("If you go %s earlier: %s."), length_phrase(a, size), when)
                   : arena_print(a, _("If you go %s later: %s."), length_phrase(a, size), when);
    case CHANGE_DAY:
        return arena_print(a, _("If you go on another day: %s."), when);
    case CHANGE_LENGTH:
        return arena_print(a, _("If the visit is %s shorter: %s."), length_phrase(a, size), when);
    case CHANGE_ACCEPT:
        return arena_print(a, _("If you say yes to %s: %s."), escort_name(a, p, c->escort), when);
    case CHANGE_GRANT:
        return arena_print(a, _("If you have %s more: %s."), length_phrase(a, size), when);
    case CHANGE_NOTHING:
    case CHANGE_HOURS:
    case CHANGE_WORK:
    case CHANGE_PIN:
    case CHANGE_SEAT:
    case CHANGE_ESCORT:
    case CHANGE_COUNT:
        break;
    }
    return NULL;
}
