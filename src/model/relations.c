/* What can be wrong between things whose own values are right. */
#include "model/check.h"

static void check_decision_owner(struct problem_builder *b,
                                 const struct request_draft *d)
{
    const struct request *r = &d->it;
    const struct decision *named;

    if (r->decision == NONE)
        return;
    named = &b->decisions.at[r->decision].it;
    if (named->client != r->client)
        FAULT(b, d->origin, _("Name a decision of the client's own."),
              _("The decision \"%s\" belongs to client \"%s\", not to "
                "\"%s\"."),
              named->id, b->clients.at[named->client].it.id,
              b->clients.at[r->client].it.id);
}

static void check_needs_agree(struct problem_builder *b,
                              const struct request_draft *d)
{
    const struct client *c = &b->clients.at[d->it.client].it;
    const struct needs *own = &d->it.needs, *base = &c->needs;

    if (own->language && base->language && own->language != base->language)
        FAULT(b, d->origin,
              _("Leave out the language of the request or of the client."),
              _("The request \"%s\" needs another language than client "
                "\"%s\"."),
              d->it.id, c->id);
    if (own->sex && base->sex && own->sex != base->sex)
        FAULT(b, d->origin,
              _("Leave out the sex of the request or of the client."),
              _("The request \"%s\" needs an escort of another sex than client "
                "\"%s\"."),
              d->it.id, c->id);
}

/* Employees are given their work; only contractors are asked. */
static void check_answers(struct problem_builder *b,
                          const struct request_draft *d)
{
    for (int i = 0; i < d->offers.n; i++) {
        const struct escort *e = &b->escorts.at[d->offers.at[i].escort].it;

        if (escort_employed(e))
            FAULT(b, d->origin, _("Leave out the answers of employees."),
                  _("The escort \"%s\" is employed and has no offer to answer "
                    "(\"%s\")."),
                  e->id, d->it.id);
    }
}

/* Where a protected client lives must not be read from a roster. */
static void check_home_kept(struct problem_builder *b,
                            const struct request_draft *d)
{
    const struct client *c = &b->clients.at[d->it.client].it;

    if (!c->is_protected || c->home == NONE)
        return;
    if (d->it.meet == c->home || d->it.end == c->home)
        FAULT(b, d->origin, _("Name another meeting point."),
              _("The request \"%s\" begins or ends at the home of client "
                "\"%s\", whose identity is protected."),
              d->it.id, c->id);
}

/* ---- pins -------------------------------------------------------------- */

enum { TOLD_TIMES = 3 };

/* "2026-11-25T17:30", without the offset that people do not write. */
static void add_time(struct problem_builder *b, struct text *t, int minute)
{
    char full[32];

    week_format(&b->problem->week, minute, full);
    text_add_bytes(t, full, 16);
}

static const char *offered_times(struct problem_builder *b,
                                 const struct request *r)
{
    struct text t = text_new(b->arena);

    for (int i = 0; i < r->n_alternatives && i < TOLD_TIMES; i++) {
        const struct alternative *a = &r->alternatives[i];

        text_add(&t, i ? ", " : "");
        add_time(b, &t, a->from);
        if (a->from == a->to)
            continue;
        text_add(&t, " - ");
        add_time(b, &t, a->to);
    }
    if (r->n_alternatives > TOLD_TIMES)
        text_add(&t, ", ...");
    return text_done(&t);
}

static void check_pin_offered(struct problem_builder *b,
                              const struct request_draft *d)
{
    const struct request *r = &d->it;
    struct text start = text_new(b->arena);

    if (!r->pinned || r->pin_start == NONE)
        return;
    for (int i = 0; i < r->n_alternatives; i++)
        if (alternative_offers(&r->alternatives[i], r->pin_start,
                               b->problem->grid))
            return;
    add_time(b, &start, r->pin_start);
    FAULT(b, d->origin,
          _("Pin one of the starts that are offered, or offer this one too."),
          _("The request \"%s\" is pinned at %s; offered are, every %d minutes "
            "from the first: %s."),
          r->id, text_done(&start), b->problem->grid, offered_times(b, r));
}

/* ---- links ------------------------------------------------------------- */

static void check_linked_once(struct problem_builder *b,
                              const struct link_draft *d, int link,
                              int request)
{
    struct request *r = &b->requests.at[request].it;

    if (r->link != NONE)
        FAULT(b, d->origin, _("Put a request in step with one other only."),
              _("The request \"%s\" is in more than one pair."), r->id);
    else
        r->link = link;
}

/* Also notes in each request the link it is in. */
static void check_links(struct problem_builder *b)
{
    for (int i = 0; i < b->requests.n; i++)
        b->requests.at[i].it.link = NONE;
    for (int i = 0; i < b->links.n; i++) {
        const struct link_draft *d = &b->links.at[i];

        if (d->it.first == d->it.second) {
            FAULT(b, d->origin, _("Name two different requests."),
                  _("The request \"%s\" is in step with itself."),
                  b->requests.at[d->it.first].it.id);
            continue;
        }
        check_linked_once(b, d, i, d->it.first);
        check_linked_once(b, d, i, d->it.second);
    }
}

/* ---- places without coordinates ---------------------------------------- */

static void mark(bool *used, int place)
{
    if (place != NONE)
        used[place] = true;
}

/* Only between two different places does it matter where they are. */
static void check_located(struct problem_builder *b)
{
    bool *used = NEW_ARRAY(b->arena, bool, b->places.n);
    int n_used = 0;

    if (b->matrix)
        return;
    for (int i = 0; i < b->requests.n; i++) {
        mark(used, b->requests.at[i].it.meet);
        mark(used, b->requests.at[i].it.end);
    }
    for (int i = 0; i < b->sessions.n; i++)
        mark(used, b->sessions.at[i].it.place);
    if (b->problem->rule.home_legs)
        for (int i = 0; i < b->escorts.n; i++)
            mark(used, b->escorts.at[i].it.home);
    for (int i = 0; i < b->places.n; i++)
        n_used += used[i];
    for (int i = 0; i < b->places.n && n_used > 1; i++)
        if (used[i] && !b->places.at[i].it.located)
            FAULT(b, b->places.at[i].origin,
                  _("Give lat and lon, or a travel matrix for all places."),
                  _("The place \"%s\" is used and has no coordinates."),
                  b->places.at[i].it.id);
}

/* ---- a client's own escorts -------------------------------------------- */

static bool says_never(const struct problem_builder *b,
                       const struct client_draft *d, int escort)
{
    for (int i = 0; i < b->bars.n; i++) {
        const struct pair_note *note = &b->bars.at[i];

        if (&b->clients.at[note->client] == d && note->escort == escort &&
            note->value == BAR_CLIENT)
            return true;
    }
    return false;
}

static bool accepts(const struct client_draft *d, int escort)
{
    for (int i = 0; i < d->accepted.n; i++)
        if (d->accepted.at[i] == escort)
            return true;
    return !d->it.choosy;
}

/* Who is meant to come first must be somebody the client would have at all. */
static void check_own_escort(struct problem_builder *b,
                             const struct client_draft *d, int escort)
{
    if (escort == NONE)
        return;
    if (says_never(b, d, escort))
        FAULT(b, d->origin,
              _("Take the escort out of never, or name another."),
              _("\"%s\" is primary escort or deputy of client \"%s\", who "
                "never wants them."),
              b->escorts.at[escort].it.id, d->it.id);
    else if (!accepts(d, escort))
        FAULT(b, d->origin, _("Add the escort to accepts, or name another."),
              _("\"%s\" is primary escort or deputy of client \"%s\", who "
                "does not accept them."),
              b->escorts.at[escort].it.id, d->it.id);
}

/* ---- days -------------------------------------------------------------- */

static const char *date_told(struct problem_builder *b, int64_t day)
{
    int year, month, mday;

    date_of_days(day, &year, &month, &mday);
    return arena_print(b->arena, "%04d-%02d-%02d", year, month, mday);
}

static void check_published_day(struct problem_builder *b)
{
    const struct problem *p = b->problem;
    int64_t last = problem_date(p, DAYS - 1);

    if (p->published > last)
        FAULT(b, b->published_at,
              _("Write the day the roster was first given out."),
              _("The roster was given out on %s, after the week's last day, "
                "%s."),
              date_told(b, p->published), date_told(b, last));
    else if (p->today != 0 && p->published > p->today)
        FAULT(b, b->published_at,
              _("Write the day the roster was first given out, or correct "
                "today."),
              _("The roster was given out on %s, after today, %s."),
              date_told(b, p->published), date_told(b, p->today));
}

static void check_now(struct problem_builder *b)
{
    const struct problem *p = b->problem;
    char now[32];

    if (p->now >= 0 && p->now <= week_length(&p->week) && p->freeze >= 0 && p->freeze <= DAY)
        return;
    week_format(&p->week, p->now, now);
    FAULT(b, b->now_at, _("Leave it out before the week begins and after it has ended."),
          _("Now, %s, is not in the week."), now);
}

void check_relations(struct problem_builder *b)
{
    check_now(b);
    for (int i = 0; i < b->clients.n; i++) {
        check_own_escort(b, &b->clients.at[i], b->clients.at[i].it.primary);
        check_own_escort(b, &b->clients.at[i], b->clients.at[i].it.deputy);
    }
    check_published_day(b);
    for (int i = 0; i < b->requests.n; i++) {
        check_decision_owner(b, &b->requests.at[i]);
        check_needs_agree(b, &b->requests.at[i]);
        check_pin_offered(b, &b->requests.at[i]);
        check_answers(b, &b->requests.at[i]);
        check_home_kept(b, &b->requests.at[i]);
    }
    check_links(b);
    check_participants(b);
    check_located(b);
}
