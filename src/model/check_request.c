/* What can be wrong with one request, looked at alone. */
#include "model/check.h"

/* ---- times ------------------------------------------------------------- */

/* Sessions come first, so that one whose start is wrong is told only once. */
static void check_session_named(struct problem_builder *b,
                                const struct request_draft *d, int i)
{
    const struct alternative *a = &d->it.alternatives[i];
    int start;

    if (a->session < 1 || a->session > b->sessions.n) {
        FAULT(b, d->origin, _("Refer to a session of this week."),
              _("The session referred to does not exist."));
        return;
    }
    start = b->sessions.at[a->session - 1].it.start;
    if (a->from != start || a->to != start ||
        (a->wish != NONE && a->wish != start))
        FAULT(b, d->origin,
              _("Leave out the times; the session has its own."),
              _("Alternative %d names a session and times as well."), i + 1);
}

static void check_alternative(struct problem_builder *b,
                              const struct request_draft *d, int i)
{
    const struct week *w = &b->problem->week;
    const struct alternative *a = &d->it.alternatives[i];
    char from[32], to[32], wish[32];

    if (a->session) {
        check_session_named(b, d, i);
        return;
    }
    week_format(w, a->from, from);
    week_format(w, a->to, to);
    if (a->from > a->to)
        FAULT(b, d->origin, _("Let the latest start be the earliest or later."),
              _("Alternative %d has its earliest start at %s and its latest at "
                "%s."),
              i + 1, from, to);
    else if (a->from < 0 || a->to >= week_length(w))
        FAULT(b, d->origin, _("Let every start lie inside the week."),
              _("Alternative %d, from %s to %s, is not inside the week."),
              i + 1, from, to);
    else if (a->wish != NONE && (a->wish < a->from || a->wish > a->to)) {
        week_format(w, a->wish, wish);
        FAULT(b, d->origin, _("Wish for a start that is offered."),
              _("Alternative %d wishes for %s, which is not from %s to %s."),
              i + 1, wish, from, to);
    }
}

static void check_pin(struct problem_builder *b, const struct request_draft *d)
{
    int n = d->it.n_pin_escorts;

    if (d->pins > 1)
        FAULT(b, d->origin, _("Keep one of the pins."),
              _("The request \"%s\" is pinned more than once."), d->it.id);
    if (n > d->it.needed || n > STAFF_MAX)
        FAULT(b, d->origin, _("Pin as many escorts as are needed or fewer."),
              _("The request \"%s\" has %d pinned escorts and needs %d."),
              d->it.id, n, d->it.needed);
    else
        check_escorts(b, d->origin, d->it.pin_escorts, n);
}

static void check_offers(struct problem_builder *b,
                         const struct request_draft *d)
{
    for (int i = 0; i < d->offers.n; i++) {
        check_range(b, d->origin, "answer", (int)d->offers.at[i].answer,
                    ANSWER_OFFERED, ANSWER_DECLINED);
        for (int k = 0; k < i; k++)
            if (d->offers.at[k].escort == d->offers.at[i].escort)
                FAULT(b, d->origin, _("Keep the latest answer of each escort."),
                      _("An escort answers the offer of \"%s\" twice."),
                      d->it.id);
    }
}

static void check_published(struct problem_builder *b,
                            const struct request_draft *d)
{
    const struct request *r = &d->it;

    if (!r->published)
        return;
    check_range(b, d->origin, "published.minutes", r->pub_minutes, 1, DAY);
    if (r->n_pub_escorts > STAFF_MAX)
        FAULT(b, d->origin, _("Name the escorts who were told."),
              _("The published visit of \"%s\" has %d escorts; a visit has at "
                "most %d."),
              r->id, r->n_pub_escorts, STAFF_MAX);
    else
        check_escorts(b, d->origin, r->pub_escorts, r->n_pub_escorts);
}

void check_request(struct problem_builder *b, const struct request_draft *d)
{
    const struct request *r = &d->it;

    check_client(b, d->origin, r->client);
    check_place(b, d->origin, r->meet);
    check_place(b, d->origin, r->end);
    check_needs_of(b, d->origin, &r->needs);
    check_range(b, d->origin, "escorts_needed", r->needed, 1, STAFF_MAX);
    check_range(b, d->origin, "minutes", r->minutes, 1, DAY);
    check_range(b, d->origin, "minutes_min", r->minutes_min, 0, r->minutes);
    check_range(b, d->origin, "priority", (int)r->priority, PRIORITY_URGENT,
                PRIORITY_LOW);
    if (r->decision != NONE && missing(r->decision, b->decisions.n))
        FAULT(b, d->origin, _("Refer to a decision of the client."),
              _("The decision referred to does not exist."));
    if (r->n_alternatives < 1)
        FAULT(b, d->origin, _("Give at least one time."),
              _("The request \"%s\" has no alternatives."), r->id);
    for (int i = 0; i < r->n_alternatives; i++)
        check_alternative(b, d, i);
    check_escorts(b, d->origin, r->wishes, r->n_wishes);
    for (int i = 0; i < r->n_extra; i++)
        check_escort(b, d->origin, r->extra[i].escort);
    check_pin(b, d);
    check_codes(b, d->origin, CODE_TASK, r->tasks);
    check_range(b, d->origin, "travel.out", (int)r->out, TRANSPORT_NONE,
                TRANSPORT_PARATRANSIT);
    check_range(b, d->origin, "travel.back", (int)r->back, TRANSPORT_NONE,
                TRANSPORT_PARATRANSIT);
    check_offers(b, d);
    check_published(b, d);
}
