/* The roster as one JSON document for other programs: what show_text tells, with
 * ids beside the names. Times carry their offset, lengths are whole minutes, and
 * there are no real numbers. The same sheet gives the same bytes. */
#include "adapters/show/outing.h"
#include "adapters/text/phrase.h"
#include "adapters/text/plain.h"
#include "base/text.h"
#include "rules/rule.h"

#include <inttypes.h>
#include <jansson.h>
#include <stdlib.h>

struct writer {
    struct arena *arena;
    const struct sheet *sheet;
    const struct problem *problem;
};

/* jansson refuses bytes that are not UTF-8; plain text has none. */
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

static json_t *client_json(const struct writer *w, int client)
{
    const struct client *c = &w->problem->clients[client];
    json_t *o = json_pack("{s:o, s:s}", "id", text_json(w, c->id), "name",
                          client_name(w->arena, w->problem, client));
    if (c->is_protected)
        json_object_set_new(o, "protected", json_true());
    return o;
}

static json_t *escort_json(const struct writer *w, int request, int escort)
{
    const struct problem *p = w->problem;
    const struct escort *e = &p->escorts[escort];
    const struct client *c = &p->clients[p->requests[request].client];
    int answer = sheet_answer(p, request, escort);
    json_t *o = json_pack("{s:o, s:o}", "id", text_json(w, e->id), "name",
                          text_json(w, e->name));
    if (escort == c->primary || escort == c->deputy)
        json_object_set_new(o, "role", json_string(escort == c->primary ? "primary"
                                                                       : "deputy"));
    if (!escort_employed(e))
        json_object_set_new(o, "answer",
                            json_string(answer == NONE
                                            ? "to_be_offered"
                                            : answer_word((enum answer)answer)));
    return o;
}

static json_t *escorts_json(const struct writer *w, int request)
{
    const struct visit *v = &w->sheet->roster->visits[request];
    json_t *list = json_array();
    for (int i = 0; i < v->n_escorts; i++)
        json_array_append_new(list, escort_json(w, request, v->escorts[i]));
    return list;
}

/* A gap of a bound that is not believed is none. */
static json_t *proof_json(const struct tier_proof *proof, int64_t value)
{
    json_t *o = json_pack("{s:I, s:b}", "bound", (json_int_t)proof->certified, "holds",
                          proof->refusal == NULL);
    if (proof->proved != INT64_MIN)
        json_object_set_new(o, "recomputed", json_integer(proof->proved));
    if (proof->refusal)
        json_object_set_new(o, "refusal", json_string(proof->refusal));
    else
        json_object_set_new(
            o, "gap_tenths_of_percent",
            json_integer(gap_tenths(&(struct tier_result){value, proof->proved})));
    return o;
}

static json_t *tiers_json(const struct writer *w)
{
    static const struct {
        const char *name;
        enum tier tier;
    } TIERS[] = {{"rights", TIER_RIGHTS}, {"rest", TIER_REST}};
    json_t *list = json_array();
    for (size_t i = 0; i < sizeof TIERS / sizeof *TIERS; i++) {
        const struct sheet *s = w->sheet;
        const struct tier_result *t =
            TIERS[i].tier == TIER_RIGHTS ? &s->rights : &s->rest;
        int64_t value = s->has_tiers ? t->value
                                     : s->verdict->tier[TIERS[i].tier];
        json_t *tier = json_pack("{s:s, s:I}", "name", TIERS[i].name, "value",
                                 (json_int_t)value);
        if (s->has_tiers) {
            json_object_set_new(tier, "bound", json_integer(t->bound));
            json_object_set_new(tier, "gap_tenths_of_percent",
                                json_integer(gap_tenths(t)));
        }
        if (s->has_tiers && !s->proofs && s->certificate && s->certificate->stated[i])
            json_object_set_new(tier, "certified", json_integer(s->certificate->bound[i]));
        if (s->proofs && s->proofs[i].stated)
            json_object_set_new(tier, "certificate", proof_json(&s->proofs[i], value));
        json_array_append_new(list, tier);
    }
    return list;
}

static json_t *breach_json(const struct writer *w, const struct breach *b)
{
    const struct problem *p = w->problem;
    json_t *o = json_pack("{s:s, s:s, s:i}", "rule", RULE_ROWS[b->rule].name,
                          "sentence", sheet_breach(w->arena, w->sheet, b),
                          "amount", b->amount);
    json_object_set_new(o, "unit", json_string(RULE_ROWS[b->rule].unit));
    if (b->limit != NONE)
        json_object_set_new(o, "limit", json_integer(b->limit));
    if (b->escort != NONE)
        json_object_set_new(o, "escort",
                            text_json(w, p->escorts[b->escort].id));
    if (b->client != NONE)
        json_object_set_new(o, "client",
                            text_json(w, p->clients[b->client].id));
    if (b->request != NONE)
        json_object_set_new(o, "request",
                            text_json(w, p->requests[b->request].id));
    if (b->from != NONE)
        json_object_set_new(o, "from", moment_json(w, b->from));
    if (b->to != NONE)
        json_object_set_new(o, "to", moment_json(w, b->to));
    return o;
}

static json_t *breaches_json(const struct writer *w, const struct breach *list, int n)
{
    json_t *breaches = json_array();
    for (int i = 0; i < n; i++)
        json_array_append_new(breaches, breach_json(w, &list[i]));
    return breaches;
}

static json_t *verdict_json(const struct writer *w)
{
    const struct verdict *v = w->sheet->verdict;
    json_t *points = json_object();
    for (int rule = 0; rule < RULE_COUNT; rule++)
        if (RULE_ROWS[rule].tier == TIER_RIGHTS || RULE_ROWS[rule].tier == TIER_REST)
            json_object_set_new(points, RULE_ROWS[rule].name,
                                json_integer(v->points[rule]));
    return json_pack("{s:b, s:o, s:o, s:o}", "lawful", v->n_breaches == 0, "breaches",
                     breaches_json(w, v->breaches, v->n_breaches), "warnings",
                     breaches_json(w, v->warnings, v->n_warnings), "points", points);
}

static json_t *unserved_json(const struct writer *w)
{
    const struct problem *p = w->problem;
    int n;
    const int *unserved = sheet_unserved(w->arena, w->sheet, &n);
    json_t *list = json_array();
    for (int i = 0; i < n; i++) {
        const struct request *q = &p->requests[unserved[i]];
        int counts[RULE_COUNT];
        enum rule rule = rules_why_unserved(p, unserved[i], counts);
        json_array_append_new(
            list,
            json_pack("{s:o, s:o, s:o, s:i, s:s, s:s, s:s}", "request",
                      text_json(w, q->id), "client", client_json(w, q->client),
                      "activity", text_json(w, q->activity), "minutes",
                      q->minutes, "asked",
                      asked_phrase(w->arena, p, unserved[i]), "reason",
                      rule == RULE_NONE ? "capacity" : RULE_ROWS[rule].name,
                      "sentence", why_not_phrase(w->arena, w->sheet, unserved[i])));
    }
    return list;
}

static json_t *session_json(const struct writer *w, int session)
{
    const struct session *s = &w->problem->sessions[session - 1];
    return json_pack("{s:o, s:o, s:i, s:i, s:b}", "id", text_json(w, s->id), "activity",
                     text_json(w, s->activity), "clients",
                     session_clients(w->sheet, session), "capacity", s->capacity,
                     "shared", (int)s->shared);
}

static void set_place(const struct writer *w, json_t *o, const char *key, int place)
{
    if (place != NONE)
        json_object_set_new(o, key, text_json(w, w->problem->places[place].name));
}

static json_t *visit_json(const struct writer *w, int request)
{
    const struct problem *p = w->problem;
    const struct request *q = &p->requests[request];
    const struct visit *v = &w->sheet->roster->visits[request];
    struct duty d = visit_duty(p, request, v->start, v->minutes, v->session);
    json_t *o = json_pack(
        "{s:o, s:o, s:o, s:i, s:o, s:o, s:o}", "request", text_json(w, q->id),
        "start", moment_json(w, v->start), "end",
        moment_json(w, v->start + v->minutes), "minutes", v->minutes, "client",
        client_json(w, q->client), "activity", text_json(w, q->activity),
        "escorts", escorts_json(w, request));
    if (v->session)
        json_object_set_new(o, "session", session_json(w, v->session));
    set_place(w, o, "meet", d.from);
    set_place(w, o, "ends_at", d.to);
    if (v->uid)
        json_object_set_new(o, "uid", text_json(w, v->uid));
    return o;
}

static json_t *visits_json(const struct writer *w)
{
    int n;
    const int *served = sheet_served(w->arena, w->sheet, NONE, NONE, &n);
    json_t *list = json_array();
    for (int i = 0; i < n; i++)
        json_array_append_new(list, visit_json(w, served[i]));
    return list;
}

static json_t *unit_json(const struct writer *w)
{
    const struct problem *p = w->problem;
    return json_pack("{s:o, s:o, s:b}", "id", text_json(w, p->unit_id), "name",
                     text_json(w, p->unit_name), "synthetic",
                     (int)p->synthetic);
}

static json_t *sheet_json(const struct writer *w)
{
    const struct sheet *s = w->sheet;
    const struct week *week = &w->problem->week;
    char name[16];
    int n;
    sheet_unserved(w->arena, s, &n);
    week_name(week, name);
    json_t *o = json_pack("{s:s, s:i, s:o, s:s, s:o, s:o}", "format",
                          "ledsaga-show", "version", 1, "unit", unit_json(w),
                          "week", name, "from", moment_json(w, 0), "to",
                          moment_json(w, week_length(week)));
    json_object_set_new(o, "input_hash",
                        json_string(arena_print(w->arena, "%016" PRIx64,
                                                w->problem->hash)));
    if (s->has_tiers) {
        json_object_set_new(o, "outcome",
                            json_string(outcome_word(s->outcome)));
        json_object_set_new(o, "seed", json_integer((json_int_t)s->seed));
    }
    json_object_set_new(o, "requests", json_integer(s->roster->n_requests));
    json_object_set_new(o, "served", json_integer(s->roster->n_requests - n));
    json_object_set_new(o, "to_accept", json_integer(sheet_to_accept(s)));
    json_object_set_new(o, "tiers", tiers_json(w));
    json_object_set_new(o, "verdict", verdict_json(w));
    json_object_set_new(o, "unserved", unserved_json(w));
    json_object_set_new(o, "visits", visits_json(w));
    return o;
}

const char *show_json(struct arena *a, const struct sheet *s)
{
    struct writer w = {a, s, s->problem};
    json_t *document = sheet_json(&w);
    char *bytes = json_dumps(document, JSON_INDENT(1));
    const char *copy = arena_print(a, "%s\n", bytes ? bytes : "");
    free(bytes);
    json_decref(document);
    return copy;
}
