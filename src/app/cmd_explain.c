#include "adapters/text/nearest.h"
#include "adapters/text/phrase.h"
#include "app/colour.h"
#include "app/interrupt.h"
#include "app/judged.h"
#include "app/meter.h"
#include "app/terminal.h"
#include "base/clock.h"
#include "base/text.h"
#include "ledsaga/explain_show.h"

#include <stdio.h>
#include <string.h>

enum { WIDTH_OF_A_FILE = 100 };

/* What is asked about: requests, each once, in the order of the week; and the escort, if one
 * was named. */
struct questions {
    struct call *call;
    const struct sheet *sheet;
    bool *asked;
    int client, escort; /* NONE */
};

static void ask_client(struct questions *q, int client)
{
    const struct problem *p = q->sheet->problem;
    q->client = client;
    for (int r = 0; r < p->n_requests; r++)
        if (p->requests[r].client == client)
            q->asked[r] = true;
}

static void ask_unserved(struct questions *q)
{
    for (int r = 0; r < q->sheet->problem->n_requests; r++)
        if (!roster_serves(q->sheet->roster, r))
            q->asked[r] = true;
}

/* Their visits, and what nobody serves. */
static void ask_escort(struct questions *q, int escort)
{
    for (int r = 0; r < q->sheet->problem->n_requests; r++)
        if (visit_has_escort(&q->sheet->roster->visits[r], escort))
            q->asked[r] = true;
    ask_unserved(q);
    q->escort = escort;
}

static const char *nearest_id(struct arena *a, const struct problem *p, const char *id)
{
    const char **ids =
        NEW_ARRAY(a, const char *, p->n_requests + 2 * (p->n_clients + p->n_escorts) + 1);
    int n = 0;
    for (int i = 0; i < p->n_requests; i++)
        ids[n++] = p->requests[i].id;
    for (int i = 0; i < p->n_clients; i++)
        ids[n++] = p->clients[i].id;
    for (int i = 0; i < p->n_clients; i++)
        if (!p->clients[i].is_protected)
            ids[n++] = p->clients[i].name;
    for (int i = 0; i < p->n_escorts; i++)
        ids[n++] = p->escorts[i].id;
    for (int i = 0; i < p->n_escorts; i++)
        ids[n++] = p->escorts[i].name;
    return nearest_word(id, ids);
}

/* Somebody's whole name is as good as an id, if only one has it. Of protected people the id
 * alone is used. */
static enum status find_named(struct call *call, const struct problem *p, const char *name,
                              int *client, int *escort)
{
    const char **ids = NEW_ARRAY(call->arena, const char *, p->n_clients + p->n_escorts + 1);
    int n = 0;
    for (int i = 0; i < p->n_clients; i++)
        if (!p->clients[i].is_protected && strcmp(p->clients[i].name, name) == 0) {
            ids[n++] = p->clients[i].id;
            *client = i;
        }
    for (int i = 0; i < p->n_escorts; i++)
        if (strcmp(p->escorts[i].name, name) == 0) {
            ids[n++] = p->escorts[i].id;
            *escort = i;
        }
    if (n <= 1)
        return STATUS_OK;
    return faults_add(call->faults, STATUS_USAGE, "", "",
                      arena_print(call->arena, _("Give the id: %s."), and_list(call->arena, ids, n)),
                      _("%d people have the name '%s'"), n, name);
}

static enum status ask(struct questions *q, const char *id)
{
    const struct problem *p = q->sheet->problem;
    int request = problem_find_request(p, id), client = problem_find_client(p, id);
    int escort = problem_find_escort(p, id);
    if (request == NONE && client == NONE && escort == NONE)
        TRY(find_named(q->call, p, id, &client, &escort));
    if (request != NONE)
        q->asked[request] = true;
    else if (client != NONE)
        ask_client(q, client);
    else if (escort != NONE)
        ask_escort(q, escort);
    else {
        const char *near = nearest_id(q->call->arena, p, id);
        return faults_add(q->call->faults, STATUS_USAGE, "", "",
                          near ? arena_print(q->call->arena, _("Did you mean '%s'?"), near)
                               : _("Give the whole name of somebody, or an id: those of visits are in week.json, "
                                 "those of people in unit.json."),
                          _("there is no visit, client or escort '%s'"), id);
    }
    return STATUS_OK;
}

static enum status ask_all(struct questions *q)
{
    const struct arguments *given = &q->call->arguments;
    bool unserved = call_option(q->call, OPTION_UNSERVED)->given;
    if (given->n_operands < 2 && !unserved)
        return faults_add(q->call->faults, STATUS_USAGE, "", "",
                          _("Name a visit, a client or an escort, or ask for --unserved."),
                          _("there is nothing to explain"));
    for (int i = 1; i < given->n_operands; i++)
        TRY(ask(q, given->operands[i]));
    if (unserved)
        ask_unserved(q);
    if (q->escort != NONE && call_option(q->call, OPTION_FOR_CLIENT)->given)
        return faults_add(q->call->faults, STATUS_USAGE, "", "",
                          _("Name the client, or one of their visits."),
                          _("what is told of an escort is not for a client"));
    return STATUS_OK;
}

/* One client's version is of that client's visits. */
static enum status one_client(const struct questions *q)
{
    const struct problem *p = q->sheet->problem;
    int client = NONE;
    if (!call_option(q->call, OPTION_FOR_CLIENT)->given)
        return STATUS_OK;
    for (int r = 0; r < p->n_requests; r++) {
        if (!q->asked[r])
            continue;
        if (client != NONE && client != p->requests[r].client)
            return faults_add(q->call->faults, STATUS_USAGE, "", "",
                              _("Name one client, or visits of one client."),
                              _("a client's version cannot be of several clients"));
        client = p->requests[r].client;
    }
    return STATUS_OK;
}

static enum status explain_all(const struct questions *q, const struct explain_options *options,
                               struct explained *out)
{
    struct arena *a = q->call->arena;
    const struct problem *p = q->sheet->problem;
    const struct explanation **list = NEW_ARRAY(a, const struct explanation *, p->n_requests + 1);
    struct explainer *x = explainer_new(a, p, q->sheet->roster, options);
    struct meter meter = meter_begin(_("explanations"), options->requests, terminal_is(stderr));
    enum status status = STATUS_OK;
    for (int r = 0; r < p->n_requests && status == STATUS_OK; r++) {
        if (!q->asked[r])
            continue;
        status = explain_request(x, r, &list[out->n], q->call->faults);
        meter_tell(&meter, ++out->n);
    }
    meter_end(&meter);
    out->list = list;
    return status;
}

/* The week is explained as its file says it stands: of a draft, or of one that is over, what is
 * past may be asked after too. */
static void clock_note(const struct judged *j)
{
    const struct problem *p = j->sheet.problem;
    int64_t minute = (clock_utc() - week_utc(&p->week, 0)) / 60;
    if (minute <= 0 || minute <= p->now)
        return;
    fprintf(stderr, _("ledsaga: %04d-W%02d has begun, of which week.json knows nothing or less: what is "
                      "said to help may lie in the past"),
            j->iso_year, j->iso_week);
    fputc('\n', stderr);
}

enum status cmd_explain(struct call *call)
{
    struct judged j;
    const struct option_value *width = call_option(call, OPTION_WIDTH);
    TRY(judged_read(call, &j));
    struct questions q = {.call = call,
                          .sheet = &j.sheet,
                          .client = NONE,
                          .escort = NONE,
                          .asked = NEW_ARRAY(call->arena, bool, j.sheet.problem->n_requests + 1)};
    TRY(ask_all(&q));
    TRY(one_client(&q));
    clock_note(&j);
    struct explained x = {.sheet = &j.sheet,
                          .client = q.client,
                          .escort = q.escort,
                          .facts_only = q.escort != NONE || call_option(call, OPTION_FACTS)->given,
                          .for_client = call_option(call, OPTION_FOR_CLIENT)->given};
    struct explain_options options = {.facts_only = x.facts_only,
                                      .changes = true,
                                      .effort = call_option(call, OPTION_EXPLAIN_EFFORT)->integer,
                                      .seconds = call_option(call, OPTION_EXPLAIN_TIME)->real,
                                      .seed = (uint64_t)call_option(call, OPTION_SEED)->integer,
                                      .stop = interrupt_asked()};
    for (int r = 0; r < j.sheet.problem->n_requests; r++)
        options.requests += q.asked[r];
    interrupt_begin(_("Stopping; what is known by now is told."));
    TRY(explain_all(&q, &options, &x));
    if (call_option(call, OPTION_JSON)->given)
        fputs(explain_json(call->arena, &x), stdout);
    else
        fputs(explain_text(call->arena, &x,
                           width->given ? (int)width->integer
                                        : terminal_width(stdout, WIDTH_OF_A_FILE),
                           colour_wanted(call)),
              stdout);
    return !*interrupt_asked()
               ? STATUS_OK
               : faults_add(call->faults, STATUS_INTERRUPTED, "", "",
                            _("The same command begins anew; --facts makes it short."),
                            _("interrupted; this is what had been found"));
}
