/* What can be wrong with sessions: by themselves, and with the requests that may
 * take part in them. */
#include "model/check.h"

static void check_session(struct problem_builder *b,
                          const struct session_draft *d)
{
    const struct session *s = &d->it;
    char start[32];

    check_place(b, d->origin, s->place);
    check_range(b, d->origin, "minutes", s->minutes, 1, DAY);
    check_range(b, d->origin, "capacity", s->capacity, 1, 10000);
    check_range(b, d->origin, "clients_per_escort", s->per_escort, 1, 1000);
    check_range(b, d->origin, "debit_percent", s->debit_percent, 0, 100);
    check_range(b, d->origin, "fee_ore", s->fee_ore, 0, 10000000);
    if (s->shared && s->per_escort == 1)
        FAULT(b, d->origin, _("Let clients_per_escort be 2 or more."),
              _("The session \"%s\" is shared, and each escort is with one "
                "client only."),
              s->id);
    if (s->start >= 0 && s->start < week_length(&b->problem->week))
        return;
    week_format(&b->problem->week, s->start, start);
    FAULT(b, d->origin, _("Let the session begin inside the week."),
          _("The session \"%s\" begins at %s, which is not inside the week."),
          s->id, start);
}

void check_sessions(struct problem_builder *b)
{
    for (int i = 0; i < b->sessions.n; i++)
        check_session(b, &b->sessions.at[i]);
}

/* A session's participants are told apart by their one escort, so a request for
 * several, or one in step with another, has no place among them. */
static void check_participant(struct problem_builder *b,
                              const struct request_draft *d,
                              const struct session *s)
{
    const struct client *c = &b->clients.at[d->it.client].it;

    if (d->it.needed > 1)
        FAULT(b, d->origin, _("Leave out the session, or ask for one escort."),
              _("The request \"%s\" needs %d escorts and cannot take part in "
                "the session \"%s\"."),
              d->it.id, d->it.needed, s->id);
    if (d->it.link != NONE)
        FAULT(b, d->origin, _("Leave out the session, or the other request."),
              _("The request \"%s\" is in step with another and cannot take "
                "part in the session \"%s\"."),
              d->it.id, s->id);
    if (c->is_protected && c->home != NONE && s->place == c->home)
        FAULT(b, d->origin, _("Choose a session at another place."),
              _("The session \"%s\" is at the home of client \"%s\", whose "
                "identity is protected."),
              s->id, c->id);
}

void check_participants(struct problem_builder *b)
{
    for (int i = 0; i < b->requests.n; i++) {
        const struct request_draft *d = &b->requests.at[i];

        for (int k = 0; k < d->it.n_alternatives; k++) {
            int session = d->it.alternatives[k].session;

            if (session)
                check_participant(b, d, &b->sessions.at[session - 1].it);
        }
    }
}
