/* Explanations as one JSON document for other programs. Escorts whom the same rule about the
 * visit itself stops are one row with their ids. The client's version has sentences and the
 * client's own choices, and nothing of anybody else. */
#include "adapters/explain/explain_told.h"
#include "adapters/text/phrase.h"
#include "adapters/text/plain.h"
#include "adapters/show/sheet.h"
#include "base/text.h"

#include <inttypes.h>
#include <jansson.h>
#include <stdlib.h>

struct writer {
    struct arena *arena;
    const struct explained *x;
    const struct problem *problem;
};

static json_t *text_json(const struct writer *w, const char *s)
{
    return json_string(plain_line(w->arena, s));
}

static json_t *moment_json(const struct writer *w, int minute)
{
    char stamp[32];
    week_format(&w->problem->week, minute, stamp);
    return json_string(stamp);
}

static void set_text(const struct writer *w, json_t *o, const char *key, const char *s)
{
    if (*s)
        json_object_set_new(o, key, text_json(w, s));
}

static json_t *escort_json(const struct writer *w, int escort)
{
    const struct problem *p = w->problem;
    if (escort >= p->n_escorts)
        return json_pack("{s:b}", "new", 1);
    return json_pack("{s:o, s:o}", "id", text_json(w, p->escorts[escort].id), "name",
                     text_json(w, p->escorts[escort].name));
}

static json_t *visit_json(const struct writer *w, const struct visit *v)
{
    json_t *escorts = json_array();
    for (int i = 0; i < v->n_escorts; i++)
        json_array_append_new(escorts, escort_json(w, v->escorts[i]));
    return json_pack("{s:o, s:o, s:i, s:o}", "start", moment_json(w, v->start), "end",
                     moment_json(w, v->start + v->minutes), "minutes", v->minutes, "escorts",
                     escorts);
}

/* ---- facts ---------------------------------------------------------------------------------- */

static void set_breach(const struct writer *w, json_t *o, const struct breach *b)
{
    if (b->rule == RULE_NONE)
        return;
    const struct rule_row *row = &RULE_ROWS[b->rule];
    json_object_set_new(o, "rule", json_string(row->name));
    json_object_set_new(o, "source", json_string(_(row->source)));
    if (b->from != NONE)
        json_object_set_new(o, "from", moment_json(w, b->from));
    if (b->to != NONE)
        json_object_set_new(o, "to", moment_json(w, b->to));
    if (b->limit != NONE) {
        json_object_set_new(o, "amount", json_integer(b->amount));
        json_object_set_new(o, "limit", json_integer(b->limit));
        json_object_set_new(o, "unit", json_string(row->unit));
    }
}

static json_t *difference_json(const struct writer *w, const struct difference *d)
{
    json_t *rules = json_object();
    for (int rule = 0; rule < RULE_COUNT; rule++)
        if (d->points[rule] != 0)
            json_object_set_new(rules, RULE_ROWS[rule].name, json_integer(d->points[rule]));
    return json_pack("{s:o, s:I, s:I, s:o, s:i, s:i, s:i, s:i, s:i, s:i, s:i, s:i, s:i}", "visit",
                     visit_json(w, &d->visit), "rights", (json_int_t)d->rights, "rest",
                     (json_int_t)d->rest, "rules", rules, "other_clients_short", d->clients_short,
                     "other_minutes_short", d->minutes_short, "other_clients_unserved",
                     d->clients_unserved, "other_clients_know_less", d->clients_stranger,
                     "other_clients_wish_less", d->clients_wishes, "other_clients_told",
                     d->clients_told, "own_minutes_short", d->own_minutes_short, "own_unserved",
                     d->own_unserved, "escorts_told", d->escorts_told);
}

static json_t *fact_json(const struct writer *w, const struct explanation *e, int escort)
{
    const struct standing_fact *f = &e->standings[escort];
    int rank = escort_rank(w->problem, e->request, escort);
    json_t *o = escort_json(w, escort);
    json_object_set_new(o, "standing", json_string(standing_word(f->standing)));
    if (rank != NONE)
        json_object_set_new(o, "choice", json_integer(rank + 1));
    set_breach(w, o, &f->breach);
    set_text(w, o, "sentence", fact_told(w->arena, w->x->sheet, e->request, f));
    if (e->ways && e->ways[escort].visit.n_escorts > 0)
        json_object_set_new(o, "way", difference_json(w, &e->ways[escort]));
    return o;
}

static bool in_number(const struct writer *w, const struct explanation *e, int escort)
{
    return fact_in_number(w->problem, e->request, &e->standings[escort], escort);
}

static json_t *escorts_json(const struct writer *w, const struct explanation *e)
{
    json_t *list = json_array();
    for (int i = 0; i < w->problem->n_escorts; i++)
        if (!in_number(w, e, i))
            json_array_append_new(list, fact_json(w, e, i));
    return list;
}

static json_t *stopped_by(const struct writer *w, const struct explanation *e, enum rule rule)
{
    json_t *ids = json_array(), *o = json_object();
    const struct standing_fact *first = NULL;
    int n = 0;
    for (int i = 0; i < w->problem->n_escorts; i++) {
        if (!in_number(w, e, i) || e->standings[i].breach.rule != rule)
            continue;
        first = first ? first : &e->standings[i];
        json_array_append_new(ids, text_json(w, w->problem->escorts[i].id));
        n++;
    }
    if (first)
        set_breach(w, o, &first->breach);
    set_text(w, o, "sentence", n > 0 ? facts_of_many(w->arena, w->problem, e->request, rule, n) : "");
    json_object_set_new(o, "escorts", ids);
    return o;
}

static json_t *stopped_json(const struct writer *w, const struct explanation *e)
{
    json_t *list = json_array();
    for (int rule = 0; rule < RULE_COUNT; rule++) {
        json_t *row = stopped_by(w, e, (enum rule)rule);
        if (json_array_size(json_object_get(row, "escorts")) > 0)
            json_array_append(list, row);
        json_decref(row);
    }
    return list;
}

/* ---- other rosters -------------------------------------------------------------------------- */

static json_t *forced_json(const struct writer *w, const struct forced *f, const char *sentence)
{
    static const char *const WORDS[] = {[FOUND_NOT_TRIED] = "not_tried",
                                        [FOUND_ROSTER] = "found",
                                        [FOUND_NONE] = "not_found",
                                        [FOUND_PROVED_NONE] = "proved_impossible"};
    json_t *o = json_pack("{s:s}", "outcome", WORDS[f->found]);
    set_text(w, o, "sentence", sentence);
    if (f->found != FOUND_ROSTER)
        return o;
    json_object_set_new(o, "difference", difference_json(w, &f->difference));
    if (f->bounded)
        json_object_set_new(o, "rights_at_least", json_integer(f->rights_least));
    if (f->rest_bounded)
        json_object_set_new(o, "rest_at_least", json_integer(f->rest_least));
    json_object_set_new(o, "of_every_roster", json_boolean(f->whole));
    json_object_set_new(o, "requests_planned_anew", json_integer(f->n_requests));
    json_object_set_new(o, "escorts_planned_anew", json_integer(f->n_escorts));
    return o;
}

static json_t *choice_json(const struct writer *w, const struct explanation *e,
                           const struct choice *c)
{
    static const char *const WORDS[] = {
        [CHOICE_TIME] = "time", [CHOICE_START] = "start", [CHOICE_ESCORT] = "escort"};
    json_t *o = json_pack("{s:s, s:i, s:o}", "kind", WORDS[c->kind], "choice", c->rank + 1, "name",
                          text_json(w, choice_name(w->arena, w->problem, e->request, c,
                                                 w->x->for_client)));
    if (c->escort != NONE)
        json_object_set_new(o, "escort", escort_json(w, c->escort));
    set_text(w, o, "sentence",
             w->x->for_client ? choice_for_client(w->arena, w->x->sheet, e, c)
                              : choice_told(w->arena, w->x->sheet, e, c));
    if (w->x->for_client)
        return o;
    json_object_set_new(o, "as_it_is", json_boolean(c->as_it_is));
    if (c->as_it_is)
        json_object_set_new(o, "difference", difference_json(w, &c->difference));
    else
        json_object_set_new(o, "planned_anew",
                            forced_json(w, &c->forced, proof_told(w->arena, &c->forced)));
    return o;
}

static json_t *choices_json(const struct writer *w, const struct explanation *e)
{
    json_t *list = json_array();
    for (int i = 0; i < e->n_choices; i++)
        json_array_append_new(list, choice_json(w, e, &e->choices[i]));
    return list;
}

static const char *change_unit(enum change_kind kind)
{
    switch (kind) {
    case CHANGE_START:
    case CHANGE_LENGTH:
    case CHANGE_HOURS:
    case CHANGE_WORK:
    case CHANGE_GRANT:
        return "minutes";
    case CHANGE_DAY:
        return "days";
    case CHANGE_ESCORT:
    case CHANGE_ACCEPT:
        return "escorts";
    case CHANGE_SEAT:
        return "places";
    case CHANGE_NOTHING:
    case CHANGE_PIN:
    case CHANGE_COUNT:
        break;
    }
    return "";
}

static json_t *change_json(const struct writer *w, const struct explanation *e,
                           const struct change *c)
{
    static const char *const THEN[] = {[THEN_NOTHING] = "as_it_is",
                                       [THEN_ONE_MOVED] = "one_moved",
                                       [THEN_REPLANNED] = "planned_anew"};
    json_t *o =
        json_pack("{s:s, s:i, s:s, s:b, s:o, s:o}", "change", change_word(c->kind), "amount",
                  c->amount, "then", THEN[c->then], "proved_smallest", (int)c->smallest, "sentence",
                  text_json(w, change_sentence(w->arena, w->x->sheet, e, c)), "difference",
                  difference_json(w, &c->difference));
    set_text(w, o, "unit", change_unit(c->kind));
    if (c->escort != NONE)
        json_object_set_new(o, "escort", escort_json(w, c->escort));
    if (c->kind == CHANGE_HOURS || c->kind == CHANGE_ESCORT) {
        json_object_set_new(o, "from", moment_json(w, c->span.from));
        json_object_set_new(o, "to", moment_json(w, c->span.to));
    }
    if (c->session != NONE)
        set_text(w, o, "session", w->problem->sessions[c->session].id);
    if (c->then == THEN_ONE_MOVED) {
        set_text(w, o, "moved", w->problem->requests[c->moved].id);
        json_object_set_new(o, "moved_to", visit_json(w, &c->moved_to));
    }
    return o;
}

static json_t *changes_json(const struct writer *w, const struct explanation *e)
{
    json_t *list = json_array();
    for (int i = 0; i < e->n_changes; i++) {
        const struct change *c = &e->changes[i];
        const char *told =
            w->x->for_client ? change_client_sentence(w->arena, w->x->sheet, c) : NULL;
        if (!w->x->for_client)
            json_array_append_new(list, change_json(w, e, c));
        else if (told)
            json_array_append_new(list, json_pack("{s:s, s:o}", "change", change_word(c->kind),
                                                  "sentence", text_json(w, told)));
    }
    return list;
}

/* By kind of change what came of it. */
static json_t *tried_json(const struct explanation *e)
{
    static const char *const WORDS[] = {[TRIED_HELPS] = "helps",
                                        [TRIED_NO_WAY] = "no_way_found",
                                        [TRIED_TOO_LATE] = "not_tried"};
    json_t *o = json_object();
    for (int kind = 0; kind < CHANGE_COUNT; kind++)
        if (e->tried[kind] != TRIED_NEEDLESS)
            json_object_set_new(o, change_word((enum change_kind)kind),
                                json_string(WORDS[e->tried[kind]]));
    return o;
}

/* ---- a request ------------------------------------------------------------------------------ */

static json_t *client_facts_json(const struct writer *w, const struct explanation *e)
{
    const struct request *q = &w->problem->requests[e->request];
    json_t *list = json_array();
    for (int rank = 0; rank < q->n_wishes; rank++) {
        int escort = q->wishes[rank];
        json_t *o = escort_json(w, escort);
        json_object_set_new(o, "choice", json_integer(rank + 1));
        set_text(w, o, "sentence",
                 fact_for_client(w->arena, w->problem, e->request, escort, &e->standings[escort]));
        json_array_append_new(list, o);
    }
    return list;
}

static void set_scheduler(const struct writer *w, json_t *o, const struct explanation *e)
{
    json_object_set_new(o, "escorts", escorts_json(w, e));
    json_object_set_new(o, "stopped", stopped_json(w, e));
    if (!e->served) {
        set_text(w, o, "sentence", why_not_phrase(w->arena, w->x->sheet, e->request));
        json_object_set_new(o, "before_everything",
                            forced_json(w, &e->forced, forced_told(w->arena, w->x->sheet, e)));
    }
    json_object_set_new(o, "tried", tried_json(e));
    json_object_set_new(o, "explained", json_boolean(e->explained));
    json_object_set_new(o, "cut_short", json_boolean(e->cut_short));
}

static json_t *client_json(const struct writer *w, int client)
{
    return json_pack("{s:o, s:s}", "id", text_json(w, w->problem->clients[client].id), "name",
                     client_name(w->arena, w->problem, client));
}

static json_t *request_json(const struct writer *w, const struct explanation *e)
{
    const struct problem *p = w->problem;
    const struct request *q = &p->requests[e->request];
    json_t *o = json_pack("{s:o, s:o, s:o, s:s, s:b}", "request", text_json(w, q->id), "client",
                          client_json(w, q->client), "activity", text_json(w, q->activity), "asked",
                          asked_phrase(w->arena, p, e->request), "served", (int)e->served);
    if (e->served)
        json_object_set_new(o, "visit", visit_json(w, &w->x->sheet->roster->visits[e->request]));
    if (e->alternative != NONE)
        json_object_set_new(o, "time_choice", json_integer(e->alternative + 1));
    if (w->x->for_client)
        json_object_set_new(o, "escorts", client_facts_json(w, e));
    else
        set_scheduler(w, o, e);
    json_object_set_new(o, "choices", choices_json(w, e));
    json_object_set_new(o, "changes", changes_json(w, e));
    return o;
}

static json_t *document_json(const struct writer *w)
{
    const struct problem *p = w->problem;
    json_t *list = json_array();
    char name[16];
    struct share share = explained_share(w->x);
    int unserved = 0;
    for (int i = 0; i < w->x->n; i++) {
        json_array_append_new(list, request_json(w, w->x->list[i]));
        unserved += !w->x->list[i]->served;
    }
    week_name(&p->week, name);
    json_t *o = json_pack("{s:s, s:i, s:{s:o, s:o, s:b}, s:s, s:b, s:b}", "format",
                          "ledsaga-explain", "version", 1, "unit", "id", text_json(w, p->unit_id),
                          "name", text_json(w, p->unit_name), "synthetic", (int)p->synthetic,
                          "week", name, "lawful", w->x->sheet->verdict->n_breaches == 0,
                          "for_client", (int)w->x->for_client);
    json_object_set_new(o, "input_hash",
                        json_string(arena_print(w->arena, "%016" PRIx64, p->hash)));
    json_object_set_new(o, "unserved", json_integer(unserved));
    if (share.whole > 0) {
        json_object_set_new(o, "explained", json_integer(share.part));
        json_object_set_new(o, "explained_share", json_real((double)share.part / share.whole));
    }
    json_object_set_new(o, "facts_only", json_boolean(w->x->facts_only));
    if (w->x->escort != NONE)
        json_object_set_new(o, "escort", escort_json(w, w->x->escort));
    json_object_set_new(o, "requests", list);
    return o;
}

const char *explain_json(struct arena *a, const struct explained *x)
{
    struct writer w = {a, x, x->sheet->problem};
    json_t *document = document_json(&w);
    char *bytes = json_dumps(document, JSON_INDENT(1));
    const char *copy = arena_print(a, "%s\n", bytes ? bytes : "");
    free(bytes);
    json_decref(document);
    return copy;
}
