/* What people say of each other: whom they wish for, accept or will not be with,
 * whose own escort somebody is, and who has leave to do what for whom. */
#include "model/builder.h"

#include <stdlib.h>
#include <string.h>

void problem_client_wishes(struct problem_builder *b, int client,
                           const int *escorts, int n)
{
    struct client *c;

    if (!is_thing(client, b->clients.n))
        return;
    c = &b->clients.at[client].it;
    c->wishes = copy_array(b, escorts, n, sizeof *escorts);
    c->n_wishes = n;
}

void problem_bar(struct problem_builder *b, int client, int escort,
                 enum bar why)
{
    struct pair_note note = {client, escort, (int)why};

    require(why == BAR_CLIENT || why == BAR_ESCORT,
            "only a client or an escort says no");
    if (is_thing(client, b->clients.n) && is_thing(escort, b->escorts.n))
        LIST_ADD(b->arena, b->bars, note);
}

void problem_accept_only(struct problem_builder *b, int client,
                         const int *escorts, int n)
{
    struct client_draft *c;

    if (!is_thing(client, b->clients.n))
        return;
    c = &b->clients.at[client];
    c->it.choosy = true;
    c->accepted.n = 0;
    for (int i = 0; i < n; i++)
        if (is_thing(escorts[i], b->escorts.n))
            LIST_ADD(b->arena, c->accepted, escorts[i]);
}

void problem_client_named(struct problem_builder *b, int client, int primary,
                          int deputy)
{
    struct client *c;

    if (!is_thing(client, b->clients.n))
        return;
    c = &b->clients.at[client].it;
    c->primary = is_thing(primary, b->escorts.n) ? primary : NONE;
    c->deputy = is_thing(deputy, b->escorts.n) ? deputy : NONE;
}

void problem_client_shares(struct problem_builder *b, int client, int other)
{
    if (is_thing(client, b->clients.n) && is_thing(other, b->clients.n))
        LIST_ADD(b->arena, b->clients.at[client].shares, other);
}

void problem_add_delegation(struct problem_builder *b, int escort,
                            const struct delegation *d)
{
    if (is_thing(escort, b->escorts.n) && is_thing(d->client, b->clients.n))
        LIST_ADD(b->arena, b->escorts.at[escort].delegations, *d);
}

/* ---- freezing ---------------------------------------------------------- */

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

/* By client, then day, so that the same leave told in another order is the same
 * problem. */
static int by_client(const void *x, const void *y)
{
    const struct delegation *a = x, *b = y;

    if (a->client != b->client)
        return a->client < b->client ? -1 : 1;
    if (a->valid.from_day != b->valid.from_day)
        return a->valid.from_day < b->valid.from_day ? -1 : 1;
    return (a->tasks > b->tasks) - (a->tasks < b->tasks);
}

static int by_number(const void *x, const void *y)
{
    const int *a = x, *b = y;

    return (*a > *b) - (*a < *b);
}

void bonds_settle(struct problem_builder *b)
{
    for (int i = 0; i < b->escorts.n; i++) {
        struct escort_draft *e = &b->escorts.at[i];

        if (e->delegations.n)
            qsort(e->delegations.at, (size_t)e->delegations.n,
                  sizeof *e->delegations.at, by_client);
        e->it.delegations = e->delegations.at;
        e->it.n_delegations = e->delegations.n;
    }
    for (int i = 0; i < b->clients.n; i++) {
        struct client_draft *c = &b->clients.at[i];

        if (c->shares.n)
            qsort(c->shares.at, (size_t)c->shares.n, sizeof *c->shares.at,
                  by_number);
        c->it.shares = c->shares.at;
        c->it.n_shares = c->shares.n;
    }
    b->problem->barred = make_barred(b);
}
