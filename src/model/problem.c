#include "ledsaga/problem.h"
#include "model/index.h"
#include "model/travel.h"

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

const char *transport_word(enum transport t)
{
    static const char *const WORDS[] = {
        [TRANSPORT_NONE] = "none",
        [TRANSPORT_WALK] = "walk",
        [TRANSPORT_BUS] = "bus",
        [TRANSPORT_PARATRANSIT] = "paratransit",
    };

    return WORDS[t];
}

const char *carry_word(enum carry c)
{
    static const char *const WORDS[] = {
        [CARRY_NONE] = "none",
        [CARRY_NEXT_PERIOD] = "next_period",
    };

    return WORDS[c];
}

const char *answer_word(enum answer a)
{
    static const char *const WORDS[] = {
        [ANSWER_OFFERED] = "offered",
        [ANSWER_ACCEPTED] = "accepted",
        [ANSWER_DECLINED] = "declined",
    };

    return WORDS[a];
}

int travel_minutes(const struct problem *p, int from, int to)
{
    if (from == NONE || to == NONE)
        return 0;
    if (!p->travel)
        return travel_looked_up(p, from, to);
    return p->travel[(size_t)from * (size_t)p->n_places + (size_t)to];
}

static int nearest_day(int day)
{
    return day < 0 ? 0 : day < DAYS ? day : DAYS - 1;
}

const struct rule_figures *figures_on(const struct problem *p, int day)
{
    return &p->rule_of_day[nearest_day(day)];
}

const struct cost_figures *costs_on(const struct problem *p, int day)
{
    return &p->cost_of_day[nearest_day(day)];
}

int64_t problem_date(const struct problem *p, int day)
{
    return p->week.monday + day;
}

bool valid_on(const struct valid *v, int64_t day)
{
    return v->from_day <= day && day <= v->to_day;
}

bool client_is_child(const struct problem *p, int client)
{
    int born = p->clients[client].birth_year;

    return born && p->week.year - born <= 18;
}

const struct session *option_session(const struct problem *p, int option)
{
    int session = p->options[option].session;

    return session ? &p->sessions[session - 1] : NULL;
}

int grant_left_over(const struct decision *d, int carried, int used)
{
    int own = used > carried ? used - carried : 0;

    if (d->carry == CARRY_NONE || own >= d->minutes)
        return 0;
    return d->minutes - own;
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

enum recency pair_recency(const struct problem *p, int client, int escort)
{
    return (enum recency)p->recency[pair(p, client, escort)];
}

const struct met *escort_met(const struct escort *e, int client)
{
    for (int i = 0; i < e->n_met; i++)
        if (e->met[i].client == client)
            return &e->met[i];
    return NULL;
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

int problem_find_session(const struct problem *p, const char *id)
{
    return id_find(&p->index->sessions, id);
}
