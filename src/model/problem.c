#include "ledsaga/problem.h"
#include "model/index.h"

const char *engagement_word(enum engagement e)
{
    static const char *const WORDS[] = {
        [EMPLOYED_MONTHLY] = "employed_monthly",
        [EMPLOYED_HOURLY] = "employed_hourly",
        [CONTRACTOR] = "contractor",
    };

    return WORDS[e];
}

const char *legal_basis_word(enum legal_basis b)
{
    static const char *const WORDS[LEGAL_BASIS_COUNT] = {
        [LSS_9_3] = "LSS_9_3",
        [SOL_11_1] = "SOL_11_1",
        [SOL_11_4] = "SOL_11_4",
        [SOL_11_5] = "SOL_11_5",
    };

    return WORDS[b];
}

const char *grant_period_word(enum grant_period p)
{
    static const char *const WORDS[] = {
        [PER_WEEK] = "week",
        [PER_MONTH] = "month",
        [PER_QUARTER] = "quarter",
        [PER_OCCASION] = "occasion",
    };

    return WORDS[p];
}

const char *priority_word(enum priority p)
{
    static const char *const WORDS[] = {
        [PRIORITY_URGENT] = "urgent",
        [PRIORITY_NORMAL] = "normal",
        [PRIORITY_LOW] = "low",
    };

    return WORDS[p];
}

int travel_minutes(const struct problem *p, int from, int to)
{
    if (from == NONE || to == NONE)
        return 0;
    return p->travel[(size_t)from * (size_t)p->n_places + (size_t)to];
}

bool escort_employed(const struct escort *e)
{
    return e->engagement != CONTRACTOR;
}

static size_t pair(const struct problem *p, int client, int escort)
{
    return (size_t)client * (size_t)p->n_escorts + (size_t)escort;
}

enum bar pair_barred(const struct problem *p, int client, int escort)
{
    return (enum bar)p->barred[pair(p, client, escort)];
}

int pair_visits_before(const struct problem *p, int client, int escort)
{
    return p->visits_before[pair(p, client, escort)];
}

int problem_find_client(const struct problem *p, const char *id)
{
    return id_find(&p->index->clients, id);
}

int problem_find_escort(const struct problem *p, const char *id)
{
    return id_find(&p->index->escorts, id);
}

int problem_find_request(const struct problem *p, const char *id)
{
    return id_find(&p->index->requests, id);
}

int problem_find_place(const struct problem *p, const char *id)
{
    return id_find(&p->index->places, id);
}
