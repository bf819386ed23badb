/* The file is for people too: one visit a line, in the order of the week. What
 * somebody noted under x-... at the top or in a visit stays when the roster is
 * written anew. */
#include "adapters/workspace/roster_json.h"

#include "adapters/workspace/certificate_json.h"
#include "adapters/workspace/week_json.h"
#include "base/file.h"
#include "base/text.h"
#include "ledsaga/version.h"
#include "ledsaga/workspace.h"

#include <jansson.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- reading ---- */

static bool read_uid(struct reader *r, const char **uid)
{
    if (!reader_id(r, "uid", OPTIONAL, uid))
        return false;
    if (strlen(*uid) >= 8)
        return true;
    reader_fault(r, "uid", _("Remove it; the visit is given a new one."),
                 _("%s is too short to tell visits apart"),
                 reader_quoted(r, *uid));
    return false;
}

const char *const ROSTER_VISIT_KEYS[] = {"request", "uid",     "start",
                                         "minutes", "session", "escorts", NULL};

bool roster_read_visit(struct reader *r, const struct week *w,
                       const struct ids *requests, int *request,
                       struct visit *visit)
{
    int seen = reader_faults_seen(r);

    ids_read(requests, r, "request", REQUIRED, request);
    read_uid(r, &visit->uid);
    reader_moment(r, "start", REQUIRED, w, &visit->start);
    reader_int(r, "minutes", REQUIRED, 1, DAY, &visit->minutes);
    return seen == reader_faults_seen(r);
}

bool roster_read_session(struct reader *r, const struct ids *sessions,
                         struct visit *visit)
{
    int session;

    if (!reader_has(r, "session"))
        return true;
    if (!ids_read(sessions, r, "session", REQUIRED, &session))
        return false;
    visit->session = 1 + session;
    return true;
}

struct roster_reading {
    struct arena *arena;
    const struct problem *problem;
    struct reader *reader;
    struct ids *requests, *sessions, *clients, *escorts; /* to the problem's indices */
    struct roster *roster;
};

static void read_staff(struct roster_reading *in, struct visit *visit)
{
    int *escorts, seen = reader_faults_seen(in->reader);
    int n = ids_read_list(in->escorts, in->reader, "escorts", REQUIRED,
                          STAFF_MAX, &escorts);

    if (n == 0 && seen == reader_faults_seen(in->reader))
        reader_fault(in->reader, "escorts",
                     _("Name who comes, or remove the visit."),
                     _("Nobody is named"));
    for (int i = 0; i < n && i < STAFF_MAX; i++)
        visit->escorts[visit->n_escorts++] = escorts[i];
}

static void read_visit(struct roster_reading *in)
{
    struct reader *r = in->reader;
    struct visit visit = {0};
    int request;

    if (!reader_shape(r, ROSTER_VISIT_KEYS))
        return;
    bool sound = roster_read_visit(r, &in->problem->week, in->requests,
                                   &request, &visit);
    sound = roster_read_session(r, in->sessions, &visit) && sound;
    read_staff(in, &visit);
    if (!sound)
        return;
    if (roster_serves(in->roster, request))
        reader_fault(r, NULL, _("Keep one of the visits."),
                     _("The request \"%s\" is carried out twice"),
                     in->problem->requests[request].id);
    in->roster->visits[request] = visit;
}

static void read_made(struct reader *r, struct roster_record *record)
{
    static const char *const KEYS[] = {"program", "input_hash", "seed",
                                       "effort",  "outcome",    NULL};
    WORD_LIST(outcomes, outcome, OUTCOME_INTERRUPTED, outcome_word);
    const char *program = "";
    int outcome = OUTCOME_FEASIBLE;
    int64_t seed = 0;

    if (!reader_object(r, "made", OPTIONAL, KEYS))
        return;
    reader_text(r, "program", OPTIONAL, &program);
    snprintf(record->program, sizeof record->program, "%s", program);
    reader_hash(r, "input_hash", OPTIONAL, &record->input_hash);
    reader_int64(r, "seed", OPTIONAL, 0, INT64_MAX, &seed);
    record->seed = (uint64_t)seed;
    reader_int64(r, "effort", OPTIONAL, 0, INT64_MAX, &record->effort);
    reader_word(r, "outcome", OPTIONAL, outcomes, &outcome);
    record->outcome = (enum outcome)outcome;
    reader_leave(r);
}

/* The record is whole when both tiers are stated. */
static void read_tiers(struct reader *r, struct roster_record *record)
{
    static const char *const KEYS[] = {"name", "value", "bound", "certified", NULL};
    static const char *const NAMES[] = {"rights", "rest", NULL};
    struct tier_result *const tiers[] = {&record->rights, &record->rest};
    bool stated[2] = {false, false};

    if (!reader_list(r, "tiers", OPTIONAL))
        return;
    while (reader_next(r)) {
        int i = 0;
        if (!reader_shape(r, KEYS) ||
            !reader_word(r, "name", REQUIRED, NAMES, &i))
            continue;
        bool value = reader_int64(r, "value", REQUIRED, INT64_MIN, INT64_MAX,
                                  &tiers[i]->value);
        stated[i] = reader_int64(r, "bound", REQUIRED, INT64_MIN, INT64_MAX,
                                 &tiers[i]->bound) &&
                    value;
        record->certified_stated[i] =
            reader_int64(r, "certified", OPTIONAL, INT64_MIN, INT64_MAX,
                         &record->certified[i]);
    }
    record->stated = stated[0] && stated[1];
}

/* What `check` finds for itself is only looked at for its shape. */
static void read_verdict(struct reader *r)
{
    static const char *const KEYS[] = {"breaches", "warnings", "points", NULL};
    int64_t number;

    if (!reader_object(r, "verdict", OPTIONAL, KEYS))
        return;
    reader_int64(r, "breaches", REQUIRED, 0, INT64_MAX, &number);
    reader_int64(r, "warnings", OPTIONAL, 0, INT64_MAX, &number);
    if (reader_map(r, "points", REQUIRED))
        while (reader_next(r))
            reader_int64(r, NULL, REQUIRED, INT64_MIN, INT64_MAX, &number);
    reader_leave(r);
}

static void read_unserved(struct reader *r)
{
    static const char *const KEYS[] = {"request", "reason", NULL};
    const char *text;

    if (!reader_list(r, "unserved", OPTIONAL))
        return;
    while (reader_next(r)) {
        if (!reader_shape(r, KEYS))
            continue;
        reader_id(r, "request", REQUIRED, &text);
        reader_text(r, "reason", OPTIONAL, &text);
    }
}

static void read_certificate(struct roster_reading *in, struct roster_record *record)
{
    const struct priced_ids ids = {in->requests, in->sessions, in->clients, in->escorts};

    record->certificate = certificate_read(in->arena, in->reader, in->problem, &ids,
                                           record->input_hash == in->problem->hash);
}

static void read_roster(struct roster_reading *in,
                        struct roster_record *record)
{
    static const char *const KEYS[] = {"format",   "version",     "week",
                                       "made",     "tiers",       "verdict",
                                       "unserved", "certificate", "visits", NULL};
    struct reader *r = in->reader;

    if (!reader_document(r, "ledsaga-roster", 1, KEYS))
        return;
    if (!week_read_name(r, &in->problem->week))
        return; /* each of its visits would be a fault of its own */
    read_made(r, record);
    read_tiers(r, record);
    read_verdict(r);
    read_unserved(r);
    read_certificate(in, record);
    if (reader_list(r, "visits", REQUIRED))
        while (reader_next(r))
            read_visit(in);
}

static void know_ids(struct roster_reading *in)
{
    struct arena *a = in->arena;
    const struct problem *p = in->problem;

    in->requests = ids_new(a, _("request"), _("requests[] of week.json"));
    for (int i = 0; i < p->n_requests; i++)
        ids_set(in->requests, ids_add(in->requests, p->requests[i].id), i);
    in->sessions = ids_new(a, _("session"), _("sessions[] of week.json"));
    for (int i = 0; i < p->n_sessions; i++)
        ids_set(in->sessions, ids_add(in->sessions, p->sessions[i].id), i);
    in->clients = ids_new(a, _("client"), _("clients[] of unit.json"));
    for (int i = 0; i < p->n_clients; i++)
        ids_set(in->clients, ids_add(in->clients, p->clients[i].id), i);
    in->escorts = ids_new(a, _("escort"), _("escorts[] of unit.json"));
    for (int i = 0; i < p->n_escorts; i++)
        ids_set(in->escorts, ids_add(in->escorts, p->escorts[i].id), i);
}

enum status roster_read(struct arena *a, const struct problem *p,
                        const char *path, struct roster **out,
                        struct roster_record *record, struct faults *f)
{
    struct roster_reading in = {.arena = a, .problem = p};
    struct roster_record unread = {0};
    int seen = f->seen;

    if (!file_exists(path))
        return faults_add(f, STATUS_UNREADABLE, path, "",
                          _("Make one with `ledsaga solve`."),
                          _("There is no roster yet."));
    in.reader = reader_open(a, path, f);
    if (!in.reader)
        return faults_status(f);
    in.roster = roster_new(a, p);
    know_ids(&in);
    read_roster(&in, &unread);
    reader_close(in.reader);
    *out = in.roster;
    if (f->seen != seen)
        return faults_status(f);
    if (record)
        *record = unread;
    return STATUS_OK;
}

/* ---- writing ---- */

struct roster_writing {
    struct arena *arena;
    const struct problem *problem;
    const struct solution *solution;
    json_t *old; /* the file as it was, for its x-... keys; NULL */
    struct text text;
    bool exhausted; /* jansson ran out of memory somewhere */
};

/* Takes the value. */
static void write_value(struct roster_writing *out, json_t *value)
{
    char *dump = json_dumps(value, JSON_ENCODE_ANY);

    if (!dump)
        out->exhausted = true;
    else
        text_add(&out->text, dump);
    free(dump);
    json_decref(value);
}

static void write_line(struct roster_writing *out, const char *key,
                       json_t *value)
{
    text_print(&out->text, " \"%s\": ", key);
    write_value(out, value);
    text_add(&out->text, ",\n");
}

/* Items of a list, one a line: call with the first = true, then false. */
static void write_item(struct roster_writing *out, bool first, json_t *value)
{
    text_add(&out->text, first ? "\n  " : ",\n  ");
    write_value(out, value);
}

static void keep_notes(struct roster_writing *out, json_t *new,
                       json_t *old)
{
    for (void *i = json_object_iter(old); i; i = json_object_iter_next(old, i))
        if (strncmp(json_object_iter_key(i), "x-", 2) == 0 &&
            json_object_set(new, json_object_iter_key(i),
                            json_object_iter_value(i)) < 0)
            out->exhausted = true;
}

static void write_head(struct roster_writing *out, uint64_t seed)
{
    const struct problem *p = out->problem;
    const struct solution *s = out->solution;
    char week[16], hash[17];

    week_name(&p->week, week);
    snprintf(hash, sizeof hash, "%016llx", (unsigned long long)p->hash);
    write_line(out, "format", json_string("ledsaga-roster"));
    write_line(out, "version", json_integer(1));
    write_line(out, "week", json_string(week));
    write_line(out, "made",
               json_pack("{s:s, s:s, s:I, s:I, s:s}", "program",
                         "ledsaga " LEDSAGA_VERSION, "input_hash", hash,
                         "seed", (json_int_t)seed, "effort",
                         (json_int_t)s->effort, "outcome",
                         outcome_word(s->outcome)));
}

static json_t *tier_object(struct roster_writing *out, const char *name,
                           struct tier_result tier, int i)
{
    const struct certificate *c = out->solution->certificate;
    json_t *o = json_pack("{s:s, s:I, s:I}", "name", name, "value",
                          (json_int_t)tier.value, "bound", (json_int_t)tier.bound);

    if (c && c->stated[i] &&
        json_object_set_new(o, "certified", json_integer(c->bound[i])) < 0)
        out->exhausted = true;
    return o;
}

static void write_tiers(struct roster_writing *out)
{
    text_add(&out->text, " \"tiers\": [");
    write_item(out, true, tier_object(out, "rights", out->solution->rights, 0));
    write_item(out, false, tier_object(out, "rest", out->solution->rest, 1));
    text_add(&out->text, "\n ],\n");
}

static void write_verdict(struct roster_writing *out)
{
    const struct verdict *v = out->solution->verdict;
    json_t *points = json_object();

    for (int i = 0; i < RULE_COUNT; i++)
        if ((RULE_ROWS[i].tier == TIER_RIGHTS || RULE_ROWS[i].tier == TIER_REST) &&
            json_object_set_new(points, RULE_ROWS[i].name,
                                json_integer(v->points[i])) < 0)
            out->exhausted = true;
    write_line(out, "verdict",
               json_pack("{s:i, s:i, s:o}", "breaches", v->n_breaches, "warnings",
                         v->n_warnings, "points", points));
}

static void write_unserved(struct roster_writing *out)
{
    const struct problem *p = out->problem;
    int counts[RULE_COUNT], n = 0;

    text_add(&out->text, " \"unserved\": [");
    for (int i = 0; i < p->n_requests; i++) {
        if (roster_serves(out->solution->roster, i))
            continue;
        enum rule why = rules_why_unserved(p, i, counts);
        write_item(out, n++ == 0,
                   json_pack("{s:s, s:s}", "request", p->requests[i].id,
                             "reason",
                             why == RULE_NONE ? "capacity"
                                              : RULE_ROWS[why].name));
    }
    text_add(&out->text, n ? "\n ],\n" : "],\n");
}

struct place_in_week {
    int start, request;
    const char *id;
};

static int by_start(const void *x, const void *y)
{
    const struct place_in_week *a = x, *b = y;

    if (a->start != b->start)
        return a->start < b->start ? -1 : 1;
    return strcmp(a->id, b->id);
}

/* The served requests by start, then id. */
static int served_in_order(struct roster_writing *out,
                           struct place_in_week **order)
{
    const struct problem *p = out->problem;
    int n = 0;

    *order = NEW_ARRAY(out->arena, struct place_in_week, p->n_requests + 1);
    for (int i = 0; i < p->n_requests; i++)
        if (roster_serves(out->solution->roster, i))
            (*order)[n++] = (struct place_in_week){
                out->solution->roster->visits[i].start, i, p->requests[i].id};
    qsort(*order, (size_t)n, sizeof **order, by_start);
    return n;
}

static json_t *visit_object(struct roster_writing *out, int request)
{
    const struct problem *p = out->problem;
    const struct visit *v = &out->solution->roster->visits[request];
    const char *session = v->session ? p->sessions[v->session - 1].id : NULL;
    json_t *escorts = json_array();
    char start[32];

    for (int i = 0; i < v->n_escorts; i++)
        if (json_array_append_new(
                escorts, json_string(p->escorts[v->escorts[i]].id)) < 0)
            out->exhausted = true;
    week_format(&p->week, v->start, start);
    return json_pack("{s:s, s:s*, s:s, s:i, s:s*, s:o}", "request",
                     p->requests[request].id, "uid", v->uid, "start", start,
                     "minutes", v->minutes, "session", session, "escorts",
                     escorts);
}

/* The old file's visits by request id, as far as it can be understood. */
static json_t *old_visits(struct roster_writing *out)
{
    json_t *by_request = json_object(), *visit;
    size_t i;

    json_array_foreach (json_object_get(out->old, "visits"), i, visit) {
        const char *id = json_string_value(json_object_get(visit, "request"));
        if (id && json_object_set(by_request, id, visit) < 0)
            out->exhausted = true;
    }
    return by_request;
}

static void write_visits(struct roster_writing *out)
{
    struct place_in_week *order;
    int n = served_in_order(out, &order);
    json_t *old = old_visits(out);

    text_add(&out->text, " \"visits\": [");
    for (int i = 0; i < n; i++) {
        json_t *visit = visit_object(out, order[i].request);
        keep_notes(out, visit, json_object_get(old, order[i].id));
        write_item(out, i == 0, visit);
    }
    text_add(&out->text, n ? "\n ]\n" : "]\n");
    json_decref(old);
}

static void write_notes(struct roster_writing *out)
{
    json_t *notes = json_object();

    keep_notes(out, notes, out->old);
    for (void *i = json_object_iter(notes); i;
         i = json_object_iter_next(notes, i)) {
        text_add(&out->text, " ");
        write_value(out, json_string(json_object_iter_key(i)));
        text_add(&out->text, ": ");
        write_value(out, json_incref(json_object_iter_value(i)));
        text_add(&out->text, ",\n");
    }
    json_decref(notes);
}

enum status roster_document(struct arena *a, const struct problem *p, const struct solution *s,
                        uint64_t seed, const char *path, const char **text, struct faults *f)
{
    struct roster_writing out = {.arena = a,
                                 .problem = p,
                                 .solution = s,
                                 .old = json_load_file(path, 0, NULL),
                                 .text = text_new(a)};

    require(seed <= INT64_MAX, "a seed fits the integers of JSON");
    text_add(&out.text, "{\n");
    write_head(&out, seed);
    write_notes(&out);
    write_tiers(&out);
    write_verdict(&out);
    write_unserved(&out);
    if (!certificate_write(&out.text, p, s->certificate))
        out.exhausted = true;
    write_visits(&out);
    text_add(&out.text, "}\n");
    json_decref(out.old);
    if (out.exhausted)
        return faults_add(f, STATUS_MEMORY, path, "", "", _("Out of memory."));
    *text = text_done(&out.text);
    return STATUS_OK;
}

enum status roster_write(struct arena *a, const struct problem *p,
                         const struct solution *s, uint64_t seed,
                         const char *path, struct faults *f)
{
    const char *text;

    TRY(roster_document(a, p, s, seed, path, &text, f));
    return file_write(path, text, strlen(text), f);
}
