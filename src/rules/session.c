/* SESSION. A group has no more clients than it has room for and its escorts can look
 * after; and where two outings share one escort, both clients have agreed to it
 * (SoL 10:3: designed together with the individual). A client who comes without an
 * escort of theirs does not exist here: each brings one, who may have several. */
#include "rules/rule.h"

static bool names(const struct client *c, int other)
{
    for (int i = 0; i < c->n_shares; i++)
        if (c->shares[i] == other)
            return true;
    return false;
}

bool may_share(const struct problem *p, const struct session *s, int client, int other)
{
    return !s->shared || client == other ||
           (names(&p->clients[client], other) && names(&p->clients[other], client));
}

static bool takes_part(const struct roster *r, int session, int request)
{
    return r->visits[request].n_escorts > 0 && r->visits[request].session == session;
}

static bool led_by(const struct visit *v, int escort)
{
    for (int i = 0; i < v->n_escorts; i++)
        if (v->escorts[i] == escort)
            return true;
    return false;
}

bool session_has_room(const struct problem *p, const struct roster *r, int session,
                      int request, int escort)
{
    const struct session *s = &p->sessions[session - 1];
    int all = 1, own = 1;
    for (int q = 0; q < p->n_requests; q++) {
        if (q == request || !takes_part(r, session, q))
            continue;
        all++;
        if (!led_by(&r->visits[q], escort))
            continue;
        own++;
        if (!may_share(p, s, p->requests[request].client, p->requests[q].client))
            return false;
    }
    return all <= s->capacity && own <= s->per_escort;
}

static struct breach crowd(const struct problem *p, const struct session *s,
                           int amount, int limit)
{
    struct breach b = breach_of(RULE_SESSION, amount);
    b.other = (int)(s - p->sessions);
    b.from = s->start;
    b.to = s->start + s->minutes;
    b.limit = limit;
    return b;
}

/* One client of the session against those after them who have the same escort. */
static void check_consent(struct judgement *j, int session, int request)
{
    const struct problem *p = j->problem;
    const struct session *s = &p->sessions[session - 1];
    const struct visit *v = &j->roster->visits[request];
    for (int q = request + 1; s->shared && q < p->n_requests; q++) {
        if (!takes_part(j->roster, session, q) ||
            may_share(p, s, p->requests[request].client, p->requests[q].client))
            continue;
        for (int i = 0; i < v->n_escorts; i++) {
            if (!led_by(&j->roster->visits[q], v->escorts[i]))
                continue;
            struct breach b = visit_breach(j, RULE_SESSION, request);
            b.escort = v->escorts[i];
            b.other = q;
            report_breach(j, b);
        }
    }
}

static void check_escort(struct judgement *j, const struct escort_week *w)
{
    const struct problem *p = j->problem;
    for (int i = 0; i < w->n; i++) {
        const struct duty *d = &w->duties[i];
        const struct session *s = d->session ? &p->sessions[d->session - 1] : NULL;
        if (!s || d->members <= s->per_escort)
            continue;
        struct breach b = crowd(p, s, d->members - s->per_escort, s->per_escort);
        b.escort = w->escort;
        b.request = d->request;
        report_breach(j, b);
    }
}

void check_session(struct judgement *j)
{
    const struct problem *p = j->problem;
    int *clients = NEW_ARRAY(j->arena, int, p->n_sessions + 1);
    for (int r = 0; r < p->n_requests; r++) {
        int session = j->roster->visits[r].session;
        if (session == 0 || !takes_part(j->roster, session, r))
            continue;
        clients[session - 1]++;
        check_consent(j, session, r);
    }
    for (int i = 0; i < p->n_sessions; i++) {
        const struct session *s = &p->sessions[i];
        if (clients[i] > s->capacity)
            report_breach(j, crowd(p, s, clients[i] - s->capacity, s->capacity));
    }
    for (int e = 0; e < p->n_escorts; e++)
        check_escort(j, &j->weeks[e]);
}
