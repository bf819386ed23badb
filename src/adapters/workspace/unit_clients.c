#include "adapters/workspace/unit_parts.h"

#include "base/text.h"

#include <limits.h>

/* ---- decisions ---- */

/* What has become of it: the clocks of LSS 28 f § and SoL 34:1 run between these. */
static void read_course(struct reader *r, struct decision *d)
{
    reader_date(r, "decided", OPTIONAL, &d->decided_day);
    reader_date(r, "executed", OPTIONAL, &d->executed_day);
    reader_date(r, "interrupted", OPTIONAL, &d->interrupted_day);
    reader_date(r, "resumed", OPTIONAL, &d->resumed_day);
    reader_date(r, "review", OPTIONAL, &d->review_day);
    reader_text(r, "delay", OPTIONAL, &d->delay);
    if (reader_has(r, "resumed") && !reader_has(r, "interrupted"))
        reader_fault(r, "resumed", _("Add \"interrupted\", or remove it."),
                     _("What was not interrupted is resumed"));
}

static const char *const DECISION_KEYS[] = {
    "id",     "legal_basis", "minutes", "period",
    "from",   "to",          "decided", "executed",
    "review", "interrupted", "resumed", "carry_over",
    "delay",  NULL};

static void read_decision(struct unit *u, struct reader *r, int client,
                          struct unit_client *known)
{
    WORD_LIST(bases, legal_basis, LEGAL_BASIS_COUNT - 1, legal_basis_word);
    WORD_LIST(periods, grant_period, PER_OCCASION, grant_period_word);
    WORD_LIST(carries, carry, CARRY_NEXT_PERIOD, carry_word);
    struct decision d = {.client = client, .to_day = INT64_MAX, .delay = ""};
    int seen = reader_faults_seen(r), basis = 0, period = 0, carry = CARRY_NONE;

    if (!reader_shape(r, DECISION_KEYS))
        return;
    int row = ids_read_own(known->decisions, r, &d.id);
    reader_word(r, "legal_basis", REQUIRED, bases, &basis);
    reader_int(r, "minutes", REQUIRED, 0, 1000000, &d.minutes);
    reader_word(r, "period", REQUIRED, periods, &period);
    reader_date(r, "from", REQUIRED, &d.from_day);
    reader_date(r, "to", OPTIONAL, &d.to_day);
    reader_word(r, "carry_over", OPTIONAL, carries, &carry);
    read_course(r, &d);
    d.basis = (enum legal_basis)basis;
    d.period = (enum grant_period)period;
    d.carry = (enum carry)carry;
    if (seen != reader_faults_seen(r) || client == NONE)
        return;

    int index = problem_add_decision(u->builder, reader_path(r), &d);
    ids_set(known->decisions, row, index);
    known->decision[known->n_decisions].index = index;
    known->decision[known->n_decisions].from_day = d.from_day;
    known->decision[known->n_decisions++].to_day = d.to_day;
}

static void read_decisions(struct unit *u, struct reader *r, int client,
                           struct unit_client *known)
{
    if (!reader_list(r, "decisions", OPTIONAL))
        return;
    known->decision = arena_alloc(u->arena, (size_t)reader_size(r) + 1,
                                  sizeof *known->decision);
    while (reader_next(r))
        read_decision(u, r, client, known);
}

/* ---- who comes ---- */

static void read_known(struct unit *u, struct reader *r, int client)
{
    static const char *const KEYS[] = {"escort", "visits", NULL};

    if (!reader_list(r, "known", OPTIONAL))
        return;
    while (reader_next(r)) {
        int escort = NONE, visits = 0;
        if (!reader_shape(r, KEYS))
            continue;
        ids_read(u->escorts, r, "escort", REQUIRED, &escort);
        reader_int(r, "visits", REQUIRED, 0, 100000, &visits);
        problem_add_history(u->builder, client, escort, visits);
    }
}

/* A list of nobody would shut everybody out, which is hardly what is meant. */
static void refuse_empty_accepts(struct reader *r)
{
    if (!reader_list(r, "accepts", REQUIRED))
        return;
    if (reader_size(r) == 0)
        reader_fault(r, NULL, _("Leave the key out where everybody is accepted."),
                     _("Nobody is accepted"));
    reader_leave(r);
}

/* Whom the client accepts, refuses and wishes for. client may be NONE. */
static void read_choices(struct unit *u, struct reader *r, int client)
{
    int *escorts;
    int n = ids_read_list(u->escorts, r, "accepts", OPTIONAL, INT_MAX, &escorts);

    if (n == 0)
        refuse_empty_accepts(r);
    if (n != NONE)
        problem_accept_only(u->builder, client, escorts, n);
    n = ids_read_list(u->escorts, r, "never", OPTIONAL, INT_MAX, &escorts);
    for (int i = 0; i < n; i++)
        problem_bar(u->builder, client, escorts[i], BAR_CLIENT);
    n = ids_read_list(u->escorts, r, "wishes", OPTIONAL, INT_MAX, &escorts);
    if (n != NONE)
        problem_client_wishes(u->builder, client, escorts, n);
}

/* The client's own escort, and who steps in. client may be NONE. */
static void read_own_escorts(struct unit *u, struct reader *r, int client)
{
    int primary = NONE, deputy = NONE;

    ids_read(u->escorts, r, "primary", OPTIONAL, &primary);
    ids_read(u->escorts, r, "deputy", OPTIONAL, &deputy);
    problem_client_named(u->builder, client, primary, deputy);
}

static void read_likes(struct unit *u, struct reader *r, struct client *c)
{
    static const char *const KEYS[] = {"sex", "language", "interests", NULL};

    if (!reader_object(r, "likes", OPTIONAL, KEYS))
        return;
    unit_read_needed_sex(r, &c->wishes_sex);
    unit_read_language(u, r, "language", &c->wishes_language);
    c->interests = unit_read_codes(u, r, "interests", OPTIONAL, CODE_INTEREST);
    reader_leave(r);
}

/* ---- a client ---- */

static const char *const CLIENT_KEYS[] = {
    "id",        "name",          "home",    "area",
    "sex",       "birth_year",    "needs",   "tasks",
    "likes",     "exposes",       "accepts", "allergies",
    "protected", "introductions", "never",   "wishes",
    "primary",   "deputy",        "known",   "decisions",
    "shares_with", "calendar", NULL};

static void read_circumstances(struct unit *u, struct reader *r,
                               struct client *c)
{
    unit_read_needs(u, r, &c->needs);
    read_likes(u, r, c);
    c->tasks = unit_read_codes(u, r, "tasks", OPTIONAL, CODE_TASK);
    c->exposes = unit_read_codes(u, r, "exposes", OPTIONAL, CODE_EXPOSURE);
    c->allergies = unit_read_codes(u, r, "allergies", OPTIONAL, CODE_EXPOSURE);
    reader_bool(r, "protected", OPTIONAL, &c->is_protected);
    reader_bool(r, "introductions", OPTIONAL, &c->introductions);
}

static void read_client(struct unit *u, struct reader *r)
{
    struct client c = {.home = NONE, .area = ""};
    int seen = reader_faults_seen(r), client = NONE;

    if (!reader_shape(r, CLIENT_KEYS))
        return;
    int row = ids_read_own(u->clients, r, &c.id);
    reader_name(r, "name", REQUIRED, &c.name);
    ids_read(u->places, r, "home", OPTIONAL, &c.home);
    reader_text(r, "area", OPTIONAL, &c.area);
    unit_read_sex(r, &c.sex);
    reader_int(r, "birth_year", OPTIONAL, 1900, 2100, &c.birth_year);
    read_circumstances(u, r, &c);
    if (seen == reader_faults_seen(r))
        client = problem_add_client(u->builder, reader_path(r), &c);

    struct unit_client known = {.home = c.home};
    known.decisions = ids_new(
        u->arena, _("decision"),
        arena_print(u->arena, _("decisions[] of the client in unit.json")));
    read_choices(u, r, client);
    read_own_escorts(u, r, client);
    read_known(u, r, client);
    read_decisions(u, r, client, &known);
    if (client == NONE)
        return;
    ids_set(u->clients, row, client);
    ARENA_PUSH(u->arena, u->client, u->n_clients, u->room_clients, known);
}

void unit_read_clients(struct unit *u, struct reader *r)
{
    if (reader_list(r, "clients", REQUIRED))
        while (reader_next(r))
            read_client(u, r);
}

/* ---- what clients say of each other ---- */

static void read_shares(struct unit *u, struct reader *r)
{
    const char *id;
    int *others;

    if (!reader_has(r, "shares_with") || !reader_own_id(r, _("client"), &id))
        return;
    int client = ids_find(u->clients, id);
    if (client == ID_BROKEN)
        client = NONE;
    int n = ids_read_list(u->clients, r, "shares_with", OPTIONAL, INT_MAX,
                          &others);
    for (int i = 0; i < n; i++)
        problem_client_shares(u->builder, client, others[i]);
}

void unit_read_clients_clients(struct unit *u, struct reader *r)
{
    int n = ids_count(u->clients);

    if (n > 0 && reader_list(r, "clients", REQUIRED)) {
        bool named = reader_size(r) == n;
        while (reader_next(r))
            if (named)
                read_shares(u, r);
    }
}
