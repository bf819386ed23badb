#include "adapters/replan/whom.h"

#include <string.h>
#include <strings.h>

struct search {
    const char *said;
    size_t length;
    int whole, n_whole;
    int begun, n_begun;
};

static struct search search_for(const char *said)
{
    return (struct search){.said = said, .length = strlen(said), .whole = NONE, .begun = NONE};
}

static void look_at(struct search *s, int person, const char *name)
{
    char next = strncasecmp(name, s->said, s->length) == 0 ? name[s->length] : 'x';

    if (s->length == 0 || (next != ' ' && next != '\0'))
        return;
    s->begun = person;
    s->n_begun++;
    if (next != '\0')
        return;
    s->whole = person;
    s->n_whole++;
}

static int found(const struct search *s)
{
    if (s->n_whole > 0)
        return s->n_whole == 1 ? s->whole : NONE;
    return s->n_begun == 1 ? s->begun : NONE;
}

int whom_client(const struct problem *p, const char *said)
{
    struct search s = search_for(said);
    int client = problem_find_client(p, said);

    if (client != NONE)
        return client;
    for (int i = 0; i < p->n_clients; i++)
        if (!p->clients[i].is_protected)
            look_at(&s, i, p->clients[i].name);
    return found(&s);
}

int whom_escort(const struct problem *p, const char *said)
{
    struct search s = search_for(said);
    int escort = problem_find_escort(p, said);

    if (escort != NONE)
        return escort;
    for (int i = 0; i < p->n_escorts; i++)
        look_at(&s, i, p->escorts[i].name);
    return found(&s);
}
