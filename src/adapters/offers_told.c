#include "adapters/offers_told.h"

#include "adapters/json.h"
#include "adapters/phrase.h"
#include "adapters/table.h"
#include "base/file.h"
#include "base/text.h"

#include <inttypes.h>
#include <jansson.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

enum { MARGIN = 2 };

/* ---- phrases -------------------------------------------------------------- */

static const char *visit_told(struct arena *a, const struct problem *p, const struct visit *v)
{
    return arena_print(a, "%s–%s, %s", moment_sentence(a, &p->week, v->start),
                       clock_phrase(a, &p->week, v->start + v->minutes),
                       escort_names(a, p, v->escorts, v->n_escorts));
}

const char *offering_effect(struct arena *a, const struct offers_sheet *s,
                            const struct offering *o)
{
    if (o->moved == NONE)
        return _("nothing");
    /* TRANSLATORS: visit and client; how it was; how it becomes */
    return arena_print(a, _("%s: %s becomes %s"), visit_phrase(a, s->problem, o->moved),
                       visit_told(a, s->problem, &s->roster->visits[o->moved]),
                       visit_told(a, s->problem, &o->moved_to));
}

static bool meets_this_week(const struct offers_sheet *s, int client, int escort)
{
    for (int r = 0; r < s->problem->n_requests; r++)
        for (int i = 0; i < s->roster->visits[r].n_escorts; i++)
            if (s->problem->requests[r].client == client &&
                s->roster->visits[r].escorts[i] == escort)
                return true;
    return false;
}

static const char *face(const struct offers_sheet *s, int escort)
{
    int client = s->problem->requests[s->wish->request].client;
    const struct client *c = &s->problem->clients[client];

    if (c->primary == escort)
        return N_("own escort");
    return pair_visits_before(s->problem, client, escort) > 0 ||
                   meets_this_week(s, client, escort)
               ? N_("known")
               : N_("new");
}

static const char *faces_phrase(struct arena *a, const struct offers_sheet *s,
                                const struct visit *v)
{
    const char *faces[STAFF_MAX];

    for (int i = 0; i < v->n_escorts; i++)
        faces[i] = _(face(s, v->escorts[i]));
    return and_list(a, faces, v->n_escorts);
}

/* Of the starts that these escorts could take that day it is the best. */
static const char *time_phrase(struct arena *a, const struct offers_sheet *s,
                               const struct offering *o)
{
    const struct visit *v = &o->visit;
    const char *span = span_phrase(a, &s->problem->week, v->start, v->start + v->minutes);
    int others = o->n_starts - 1;

    if (others <= 0)
        return span;
    return arena_print(a, PLURAL("%s (or %d other start)", "%s (or %d other starts)", others),
                       span, others);
}

/* ---- the table ------------------------------------------------------------ */

static void offering_add(struct table *t, const struct offers_sheet *s, int i)
{
    struct arena *a = t->arena;
    const struct problem *p = s->problem;
    const struct offering *o = &s->found->list[i];

    table_add(t, (const char *[]){arena_print(a, "%d", i + 1),
                                  day_phrase(a, &p->week, week_day(&p->week, o->visit.start)),
                                  time_phrase(a, s, o),
                                  escort_names(a, p, o->visit.escorts, o->visit.n_escorts),
                                  faces_phrase(a, s, &o->visit), offering_effect(a, s, o),
                                  arena_print(a, "%+" PRId64, -o->rights),
                                  arena_print(a, "%+" PRId64, o->rest)});
}

static const char *ways_sentence(struct arena *a, const struct offerings *found)
{
    const char *ways = arena_print(a, PLURAL("There is %d lawful way",
                                             "There are %d lawful ways", found->n_ways),
                                   found->n_ways);

    if (found->all)
        return arena_print(a, _("%s; all were looked at, so none is better than the first here."),
                           ways);
    return arena_print(a, _("%s so far; not all ways of moving another visit were looked at."),
                       ways);
}

static void none_print(struct text *out, const struct offers_sheet *s, int width)
{
    paragraph_print(out, "",
                    arena_print(out->arena, _("There is no lawful way. %s"),
                                unserved_sentence(out->arena, s->problem, s->wish->request)),
                    width);
}

const char *offers_text(struct arena *a, const struct offers_sheet *s, int width)
{
    struct text out = text_new(a);
    struct table t = table_new(a, 8, true);

    paragraph_print(&out, "",
                    arena_print(a, "%s (%s): %s", visit_phrase(a, s->problem, s->wish->request),
                                s->problem->requests[s->wish->request].id,
                                asked_phrase(a, s->problem, s->wish->request)),
                    width);
    if (s->found->n == 0) {
        none_print(&out, s, width);
        return text_done(&out);
    }
    t.right = 1u << 0 | 1u << 6 | 1u << 7;
    t.n_whole = 4;
    table_add(&t, (const char *[]){"", _("Day"), _("Time"), _("Escort"), _("Face"),
                                   _("Changes for others"), _("Rights"), _("Rest")});
    for (int i = 0; i < s->found->n; i++)
        offering_add(&t, s, i);
    table_print(&out, &t, MARGIN, width, false);
    paragraph_print(&out, "", ways_sentence(a, s->found), width);
    return text_done(&out);
}

/* ---- JSON ----------------------------------------------------------------- */

static json_t *moment_json(const struct problem *p, int minute)
{
    char when[32];

    week_format(&p->week, minute, when);
    return json_string(when);
}

static json_t *escorts_json(const struct offers_sheet *s, const struct visit *v, bool faces)
{
    json_t *list = json_array();

    for (int i = 0; i < v->n_escorts; i++) {
        json_t *e = json_pack("{ss}", "id", s->problem->escorts[v->escorts[i]].id);
        if (faces)
            json_object_set_new(e, "face", json_string(face(s, v->escorts[i])));
        json_array_append_new(list, e);
    }
    return list;
}

static json_t *visit_json(const struct offers_sheet *s, const struct visit *v, bool faces)
{
    return json_pack("{so si so}", "start", moment_json(s->problem, v->start), "minutes",
                     v->minutes, "escorts", escorts_json(s, v, faces));
}

static json_t *moved_json(const struct offers_sheet *s, const struct offering *o)
{
    if (o->moved == NONE)
        return json_null();
    const struct request *q = &s->problem->requests[o->moved];
    return json_pack("{ss ss so so}", "request", q->id, "client",
                     s->problem->clients[q->client].id, "before",
                     visit_json(s, &s->roster->visits[o->moved], false), "after",
                     visit_json(s, &o->moved_to, false));
}

static json_t *offering_json(const struct offers_sheet *s, int i)
{
    const struct offering *o = &s->found->list[i];
    json_t *x = visit_json(s, &o->visit, true);

    json_object_set_new(x, "number", json_integer(i + 1));
    json_object_set_new(x, "starts", json_integer(o->n_starts));
    json_object_set_new(x, "rights", json_integer(-o->rights));
    json_object_set_new(x, "rest", json_integer(o->rest));
    json_object_set_new(x, "moves", moved_json(s, o));
    return x;
}

const char *offers_json(struct arena *a, const struct offers_sheet *s)
{
    const struct request *q = &s->problem->requests[s->wish->request];
    json_t *list = json_array();
    char week[16];

    week_name(&s->problem->week, week);
    for (int i = 0; i < s->found->n; i++)
        json_array_append_new(list, offering_json(s, i));
    json_t *all = json_pack("{ss si ss ss ss si sb so}", "format", "ledsaga-offers", "version",
                            1, "week", week, "request", q->id, "client",
                            s->problem->clients[q->client].id, "ways", s->found->n_ways,
                            "all_ways", s->found->all, "offers", list);
    char *dump = json_dumps(all, JSON_INDENT(1));
    require(dump, "offers are told in sound text");
    const char *text = arena_print(a, "%s\n", dump);
    free(dump);
    json_decref(all);
    return text;
}

/* ---- offer.json ----------------------------------------------------------- */

enum status offers_asked_write(const struct offers_asked *x, const struct week *w,
                               const char *path, struct faults *f)
{
    char week[16], input[17], roster[17], from[32];

    week_name(w, week);
    snprintf(input, sizeof input, "%016" PRIx64, x->input_hash);
    snprintf(roster, sizeof roster, "%016" PRIx64, x->roster_hash);
    json_t *o = json_pack("{ss si ss ss ss ss sb}", "format", "ledsaga-offer", "version", 1,
                          "week", week, "input_hash", input, "roster_hash", roster, "id", x->id,
                          "move", x->may_move);
    if (x->from != INT_MIN) {
        week_format(w, x->from, from);
        json_object_set_new(o, "from", json_string(from));
    }
    if (x->request)
        json_object_set_new(o, "request", json_loads(x->request, 0, NULL));
    char *text = json_dumps(o, JSON_INDENT(1));
    require(text, "what was asked is told in sound text");
    enum status s = file_write_soon(path, text, strlen(text), f);
    free(text);
    json_decref(o);
    return s;
}

static void read_asked(struct reader *r, const struct week *w, struct offers_asked *out)
{
    int year, number;

    if (reader_week(r, "week", REQUIRED, &year, &number) &&
        (year != w->iso_year || number != w->iso_week))
        reader_fault(r, "week", _("Ask anew."), _("The offers are for another week"));
    reader_hash(r, "input_hash", REQUIRED, &out->input_hash);
    reader_hash(r, "roster_hash", REQUIRED, &out->roster_hash);
    reader_id(r, "id", REQUIRED, &out->id);
    reader_bool(r, "move", REQUIRED, &out->may_move);
    reader_moment(r, "from", OPTIONAL, w, &out->from);
    reader_whole(r, "request", OPTIONAL, &out->request);
}

enum status offers_asked_read(struct arena *a, const char *path, const struct week *w,
                              struct offers_asked *out, struct faults *f)
{
    static const char *const KEYS[] = {"format", "version", "week", "input_hash", "roster_hash",
                                       "id",     "move",    "from", "request",    NULL};
    int seen = f->seen;
    struct reader *r = reader_open(a, path, f);

    *out = (struct offers_asked){.from = INT_MIN};
    if (r && reader_document(r, "ledsaga-offer", 1, KEYS))
        read_asked(r, w, out);
    reader_close(r);
    return f->seen == seen ? STATUS_OK : faults_status(f);
}
