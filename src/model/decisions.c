/* Which decision a request is carried out under, and what its minutes are worth
 * in tier 1. */
#include "model/builder.h"

bool decision_holds(const struct decision *d, int64_t day)
{
    return d->from_day <= day && day <= d->to_day;
}

/* On some day on which one of the request's alternatives may begin. */
static bool holds_for(const struct problem_builder *b,
                      const struct decision *d, const struct request *r)
{
    const struct week *w = &b->problem->week;
    int64_t monday = w->monday;

    for (int i = 0; i < r->n_alternatives; i++) {
        int last = week_day(w, r->alternatives[i].to);

        for (int day = week_day(w, r->alternatives[i].from); day <= last; day++)
            if (decision_holds(d, monday + day))
                return true;
    }
    return false;
}

static void fault_several(struct problem_builder *b,
                          const struct request_draft *r)
{
    const struct client_draft *c = &b->clients.at[r->it.client];
    struct text ids = text_new(b->arena);

    for (int i = 0; i < c->decisions.n; i++) {
        const struct decision *d = &b->decisions.at[c->decisions.at[i]].it;

        if (holds_for(b, d, &r->it))
            text_print(&ids, "%s%s", ids.length ? ", " : "", d->id);
    }
    FAULT(b, r->origin, _("Name one of them as the request's decision."),
          _("Several decisions of client \"%s\" hold then: %s."), c->it.id,
          text_done(&ids));
}

/* The client's only decision that holds then. When none does, the one that held
 * last: the request is then without options, and the roster can say why. */
static void choose(struct problem_builder *b, struct request_draft *r)
{
    const struct client_draft *c = &b->clients.at[r->it.client];
    int found = 0, latest = NONE;

    for (int i = 0; i < c->decisions.n; i++) {
        int k = c->decisions.at[i];
        const struct decision *d = &b->decisions.at[k].it;

        if (latest == NONE || d->to_day > b->decisions.at[latest].it.to_day)
            latest = k;
        if (holds_for(b, d, &r->it)) {
            r->it.decision = k;
            found++;
        }
    }
    if (found > 1)
        fault_several(b, r);
    if (found == 0)
        r->it.decision = latest;
}

static int base_rights(const struct problem_builder *b,
                       const struct request *r)
{
    const struct weight_figures *weight = &b->problem->weight;

    if (r->decision == NONE)
        return weight->rights_open;
    switch (b->decisions.at[r->decision].it.basis) {
    case LSS_9_3:
        return weight->rights_lss;
    case SOL_11_1:
        return weight->rights_sol;
    case SOL_11_4:
        return weight->rights_sol_extra;
    case SOL_11_5:
    case LEGAL_BASIS_COUNT:
        break;
    }
    return weight->rights_open;
}

static int priority_percent(const struct problem_builder *b,
                            enum priority priority)
{
    switch (priority) {
    case PRIORITY_URGENT:
        return b->problem->weight.urgent_percent;
    case PRIORITY_LOW:
        return b->problem->weight.low_percent;
    case PRIORITY_NORMAL:
        break;
    }
    return 100;
}

static bool is_assessed(const struct problem_builder *b,
                        const struct request *r)
{
    return r->decision != NONE &&
           b->decisions.at[r->decision].it.basis != SOL_11_5;
}

void decisions_choose(struct problem_builder *b)
{
    for (int i = 0; i < b->requests.n; i++) {
        struct request_draft *r = &b->requests.at[i];
        int base, rights;

        if (r->it.decision == NONE)
            choose(b, r);
        base = base_rights(b, &r->it);
        rights = base * priority_percent(b, r->it.priority) / 100;
        r->it.rights = base > 0 && rights == 0 ? 1 : rights;
        r->it.assessed = is_assessed(b, &r->it);
    }
}
