/* From the builder's drafts to the frozen problem. */
#include "model/builder.h"

/* ---- what a request takes from its client ------------------------------ */

static void settle_request(struct problem_builder *b, struct request_draft *d)
{
    const struct client *c = &b->clients.at[d->it.client].it;
    int wait = b->problem->rule.paratransit_wait_minutes;
    struct request *r = &d->it;

    r->tasks |= c->tasks;
    r->wait_before = r->out == TRANSPORT_PARATRANSIT ? wait : 0;
    r->wait_after = r->back == TRANSPORT_PARATRANSIT ? wait : 0;
    r->offers = d->offers.at;
    r->n_offers = d->offers.n;
    r->needs.skills |= c->needs.skills;
    r->needs.language |= c->needs.language;
    if (!r->needs.sex)
        r->needs.sex = c->needs.sex;
    if (r->n_wishes == 0) {
        r->wishes = c->wishes;
        r->n_wishes = c->n_wishes;
    }
    if (r->minutes_min == 0)
        r->minutes_min = r->minutes;
    if (!r->pinned) {
        r->pin_start = NONE;
        r->n_pin_escorts = 0;
    }
}

/* ---- drafts to arrays -------------------------------------------------- */

#define HAND_OVER(b, type, nouns)                                              \
    do {                                                                       \
        struct type *out_ = NEW_ARRAY((b)->arena, struct type, (b)->nouns.n);  \
        for (int i_ = 0; i_ < (b)->nouns.n; i_++)                              \
            out_[i_] = (b)->nouns.at[i_].it;                                   \
        (b)->problem->nouns = out_;                                            \
        (b)->problem->n_##nouns = (b)->nouns.n;                                \
    } while (0)

static void hand_over(struct problem_builder *b)
{
    struct problem *p = b->problem;

    HAND_OVER(b, place, places);
    HAND_OVER(b, client, clients);
    HAND_OVER(b, escort, escorts);
    HAND_OVER(b, decision, decisions);
    HAND_OVER(b, request, requests);
    HAND_OVER(b, link, links);
    HAND_OVER(b, session, sessions);
    for (int kind = 0; kind < CODE_KINDS; kind++) {
        p->n_codes[kind] = b->codes[kind].n;
        p->codes[kind] = (const char *const *)b->codes[kind].at;
    }
    p->index = b->index;
}

/* ---- freezing ---------------------------------------------------------- */

/* Later steps rely on what earlier ones have checked. */
static bool check(struct problem_builder *b)
{
    check_values(b);
    if (b->faults.seen)
        return false;
    check_relations(b);
    if (b->faults.seen)
        return false;
    decisions_choose(b);
    return b->faults.seen == 0;
}

static void tell_faults(const struct faults *from, struct faults *to)
{
    int kept = from->seen < FAULTS_KEPT ? from->seen : FAULTS_KEPT;

    for (int i = 0; i < kept; i++) {
        if (to->seen + i < FAULTS_KEPT)
            to->list[to->seen + i] = from->list[i];
    }
    to->seen += from->seen;
}

const struct problem *problem_freeze(struct problem_builder *b,
                                     struct faults *f)
{
    require(!b->spent, "a builder is frozen once");
    b->spent = true;
    if (!check(b)) {
        tell_faults(&b->faults, f);
        return NULL;
    }
    for (int i = 0; i < b->requests.n; i++)
        settle_request(b, &b->requests.at[i]);
    for (int i = 0; i < b->escorts.n; i++)
        escort_times_settle(b->arena, &b->escorts.at[i]);
    bonds_settle(b);
    held_settle(b);
    grants_make(b);
    options_make(b);
    grants_settle(b);
    travel_make(b);
    past_settle(b);
    hand_over(b);
    b->problem->hash = problem_hash(b->problem);
    return b->problem;
}
