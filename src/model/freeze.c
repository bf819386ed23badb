/* From the builder's drafts to the frozen problem. */
#include "model/builder.h"

#include <string.h>

/* ---- what a request takes from its client ------------------------------ */

static void settle_request(struct problem_builder *b, struct request *r)
{
    const struct client *c = &b->clients.at[r->client].it;

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

/* ---- pairs of a client and an escort ----------------------------------- */

static const uint8_t *make_barred(struct problem_builder *b)
{
    size_t n = (size_t)b->escorts.n;
    uint8_t *barred = NEW_ARRAY(b->arena, uint8_t, (size_t)b->clients.n * n);

    for (size_t i = 0; i < (size_t)b->clients.n; i++) {
        const struct client_draft *c = &b->clients.at[i];

        if (c->it.choosy && n)
            memset(barred + i * n, BAR_NOT_ACCEPTED, n);
        for (int k = 0; k < c->accepted.n; k++)
            barred[i * n + (size_t)c->accepted.at[k]] = BAR_NONE;
    }
    for (int i = 0; i < b->bars.n; i++) {
        const struct pair_note *note = &b->bars.at[i];
        uint8_t *at = &barred[(size_t)note->client * n + (size_t)note->escort];

        /* The client's own no is the reason to give when there are several. */
        if (*at != BAR_CLIENT)
            *at = (uint8_t)note->value;
    }
    return barred;
}

static const uint16_t *make_visits_before(struct problem_builder *b)
{
    size_t n = (size_t)b->escorts.n;
    uint16_t *visits = NEW_ARRAY(b->arena, uint16_t, (size_t)b->clients.n * n);

    for (int i = 0; i < b->history.n; i++) {
        const struct pair_note *note = &b->history.at[i];
        uint16_t *at = &visits[(size_t)note->client * n + (size_t)note->escort];

        *at = note->value < UINT16_MAX - *at ? (uint16_t)(*at + note->value)
                                             : UINT16_MAX;
    }
    return visits;
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
    p->n_skills = b->skills.n;
    p->skills = (const char *const *)b->skills.at;
    p->n_languages = b->languages.n;
    p->languages = (const char *const *)b->languages.at;
    p->barred = make_barred(b);
    p->visits_before = make_visits_before(b);
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
        settle_request(b, &b->requests.at[i].it);
    for (int i = 0; i < b->escorts.n; i++)
        escort_times_settle(b->arena, &b->escorts.at[i]);
    travel_make(b);
    grants_make(b);
    options_make(b);
    hand_over(b);
    b->problem->hash = problem_hash(b->problem);
    return b->problem;
}
